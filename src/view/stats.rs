//! The columns of counts and of the headline figures.

use crate::query::{Count, Statistic};

use super::{Cell, Column};

/// The columns of counts by the dimension of this name, with one for each value of the second dimension.
pub fn counts<'a>(dimension: &'static str, across: &[String]) -> Vec<Column<Count<'a>>> {
    // Beside those of a second dimension, which were asked for, the others matter less.
    let [programmes, joint, share, planned] =
        if across.is_empty() { [1, 2, 3, 5] } else { [2, 4, 5, 6] };
    let mut columns = vec![
        Column::main(dimension, 0, |row: &Count<'a>, _| Cell::text(&row.label)),
        Column::main("programmes", programmes, |row, _| Cell::count(row.programmes)),
        Column::main("joint", joint, |row, _| Cell::count(row.joint)),
        Column::main("planned", planned, |row, _| Cell::count(row.planned)),
        Column::main("share", share, |row, _| Cell::share(row.programmes, row.of)),
        Column::data("of", |row, _| Cell::count(row.of)),
        Column::note("note", 6, |row, _| Cell::maybe(row.note.as_ref())),
    ];
    let item: fn(&Count<'a>, usize) -> Cell = |row, item| match row.across.get(item) {
        Some(count) => Cell::count(*count),
        None => Cell::Empty,
    };
    let named = across.iter().enumerate();
    columns.extend(named.map(|(number, name)| Column::item(name.clone(), number, item)));
    columns
}

/// The columns of counts, with what is counted and how many there are under these names; the whole is `shown` to
/// people as well, or in the data formats alone.
pub fn statistics(what: &'static str, count: &'static str, shown: bool) -> Vec<Column<Statistic>> {
    let mut of =
        Column::main("of", 3, |row: &Statistic, _| row.of.map_or(Cell::Empty, Cell::count));
    of.head.main = shown;
    vec![
        Column::main(what, 0, |row, _| Cell::text(&row.label)),
        Column::main(count, 1, |row, _| Cell::count(row.count)),
        Column::main("share", 2, |row, _| {
            row.of.map_or(Cell::Empty, |of| Cell::share(row.count, of))
        }),
        of,
        Column::note("note", 4, |row, _| Cell::maybe(row.note.as_ref())),
    ]
}
