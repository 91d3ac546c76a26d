use super::*;
use crate::model::Records;

fn columns() -> [Column<(u64, &'static [&'static str])>; 3] {
    [
        Column::main("number", 0, |row, _| Cell::Count(row.0)),
        Column::data("items", |row, _| Cell::set(row.1.iter().copied())),
        Column::data("double", |row, _| Cell::Count(row.0 * 2)),
    ]
}

const ROWS: [(u64, &[&str]); 3] = [(2, &["b", "a"]), (10, &[]), (1, &["c"])];

type Row = (u64, &'static [&'static str]);

fn table(selection: &Selection, rows: &[Row]) -> Result<Table, Error> {
    let dataset = Dataset::new("none".to_owned(), Records::default());
    selection.table("things", &Rows::new(rows, &columns(), &dataset))
}

#[test]
fn columns_that_are_named_matter_in_the_order_of_their_names() {
    let ranks = |columns: &[&str], explode: Option<&str>| {
        let columns = columns.iter().map(ToString::to_string).collect();
        let explode = explode.map(str::to_owned);
        let selection = Selection { columns, explode, ..Selection::default() };
        let table = table(&selection, &ROWS).unwrap();
        table.columns.iter().map(|heading| heading.rank).collect::<Vec<_>>()
    };
    assert_eq!(ranks(&["double", "items", "number"], None), [0, 1, 2]);
    assert_eq!(ranks(&["double", "number", "items"], Some("items")), [0, 1, 0]);
    assert_eq!(ranks(&[], None), [0]);
}

#[test]
fn only_a_list_can_be_exploded() {
    let explode = Some("number".to_owned());
    let selection = Selection { explode, ..Selection::default() };
    let error = table(&selection, &ROWS).unwrap_err();
    assert_eq!(error.to_string(), "the column `number` is not a list; --explode takes items");
    assert!(table(&selection, &[]).is_ok());
}

#[test]
fn a_name_may_have_commas_in_it() {
    let names =
        |list: &str| split(list, 1, |name| ["a", "b", "b, c", "-b, c"].contains(&name)).join("|");
    assert_eq!(names("a,b, c,b"), "a|b, c|b");
    assert_eq!(names("b,c,-b, c"), "b|c|-b, c");
    assert_eq!(names("x, y,a"), "x|y|a");
    assert_eq!(names(""), "");
}

#[test]
fn what_was_asked_for_matters_more_than_anything_but_what_a_row_is_about() {
    let columns: [Column<(u64, &'static [&'static str])>; 4] = [
        Column::main("name", 0, |row, _| Cell::Count(row.0)),
        Column::main("sources", 1, |row, _| Cell::Count(row.0)),
        Column::main("status", 4, |row, _| Cell::Count(row.0)),
        Column::data("due", |row, _| Cell::Count(row.0)),
    ];
    let dataset = Dataset::new("none".to_owned(), Records::default());
    let rows = Rows::new(&ROWS, &columns, &dataset);
    let ranks = |asked: &[&'static str]| {
        let mut selection = Selection::default();
        selection.note_asked(asked.iter().copied(), &rows);
        let table = selection.table("things", &rows).unwrap();
        table.columns.iter().map(|heading| heading.rank).collect::<Vec<_>>()
    };
    assert_eq!(ranks(&[]), [0, 1, 4]);
    assert_eq!(ranks(&["status"]), [0, 2, 1]);
    assert_eq!(ranks(&["name", "sources"]), [0, 1, 5]);
    assert_eq!(ranks(&["due", "unknown"]), [0, 1, 4]);
}
