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

fn shown(selection: &Selection) -> String {
    let table = table(selection, &ROWS).unwrap();
    let line = |cells: Vec<String>| cells.join("|");
    let mut lines = vec![line(table.columns.iter().map(|h| h.name.clone()).collect())];
    lines.extend(table.rows.iter().map(|r| line(r.iter().map(ToString::to_string).collect())));
    lines.join("\n")
}

#[test]
fn the_usual_columns_depend_on_the_format() {
    assert_eq!(shown(&Selection::default()), "number\n2\n10\n1");
    let data = Selection { data: true, ..Selection::default() };
    assert_eq!(shown(&data), "number|items|double\n2|a; b|4\n10||20\n1|c|2");
}

#[test]
fn sorting_by_a_hidden_column() {
    let sort = vec!["-double".to_owned()];
    let selection = Selection { sort, ..Selection::default() };
    assert_eq!(shown(&selection), "number\n10\n2\n1");
}

#[test]
fn a_column_named_twice_is_shown_once() {
    let columns = ["items", "all", "number"].map(str::to_owned).to_vec();
    let selection = Selection { columns, ..Selection::default() };
    assert_eq!(shown(&selection), "items|number|double\na; b|2|4\n|10|20\nc|1|2");
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
    assert_eq!(error.to_string(), "the column `number` holds no lists; --explode takes items");
    assert!(table(&selection, &[]).is_ok());
}

#[test]
fn exploding_keeps_rows_without_items() {
    let selection = Selection { explode: Some("items".to_owned()), ..Selection::default() };
    assert_eq!(shown(&selection), "number|items\n2|a\n2|b\n10|\n1|c");
}

#[test]
fn the_items_of_a_long_list_are_not_copied_into_each_row() {
    let items: Vec<String> = (0..100_000).map(|number| number.to_string()).collect();
    let rows = exploded(vec![Cell::Count(1), Cell::List(items)], 1);
    assert_eq!(rows.len(), 100_000);
    assert_eq!(rows[77], [Cell::Count(1), Cell::Text("77".to_owned())]);
}

#[test]
fn a_name_may_have_commas_in_it() {
    let names =
        |list: &str| split(list, 1, |name| ["a", "b", "b, c", "-b, c"].contains(&name)).join("|");
    assert_eq!(names("a,b, c,b"), "a|b, c|b");
    assert_eq!(names("b,c,-b, c"), "b|c|-b, c");
    assert_eq!(names("x, y,a"), "x| y|a");
    assert_eq!(names(""), "");
}

#[test]
fn an_unknown_column_names_the_known_ones() {
    let selection = Selection { columns: vec!["nmber".to_owned()], ..Selection::default() };
    let error = table(&selection, &ROWS).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no column is called `nmber`; did you mean `number`? There are number, items, double"
    );
}
