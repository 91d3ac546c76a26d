//! The columns of counts and of the headline figures.

use crate::query::{CommitmentCount, Count, Headline};

use super::{Cell, Column};

/// The columns of counts by the dimension of this name, with one for each value of the second dimension.
pub fn counts<'a>(dimension: &'static str, across: &[String]) -> Vec<Column<Count<'a>>> {
    let mut columns = vec![
        Column::main(dimension, 0, |row: &Count<'a>, _| Cell::text(&row.label)),
        Column::main("programmes", 1, |row, _| Cell::count(row.programmes)),
        Column::main("joint", 2, |row, _| Cell::count(row.joint)),
        Column::main("planned", 5, |row, _| Cell::count(row.planned)),
        Column::main("share", 3, |row, _| Cell::share(row.programmes, row.of)),
        Column::data("of", |row, _| Cell::count(row.of)),
        Column::note("note", 6, |row, _| Cell::maybe(row.note.as_ref())),
    ];
    let item: fn(&Count<'a>, usize) -> Cell = |row, item| match row.across.get(item) {
        Some(count) => Cell::count(*count),
        None => Cell::Empty,
    };
    let named = across.iter().enumerate();
    columns.extend(named.map(|(number, name)| Column::item(name.clone(), 5, number, item)));
    columns
}

/// The columns of counts of commitments by the dimension of this name.
pub fn commitment_counts(dimension: &'static str) -> Vec<Column<CommitmentCount>> {
    vec![
        Column::main(dimension, 0, |row: &CommitmentCount, _| Cell::text(&row.label)),
        Column::main("commitments", 1, |row, _| Cell::count(row.commitments)),
        Column::main("share", 2, |row, _| Cell::share(row.commitments, row.of)),
        Column::data("of", |row, _| Cell::count(row.of)),
        Column::note("note", 4, |row, _| Cell::maybe(row.note.as_ref())),
    ]
}

/// The columns of the figures on commitments.
pub fn commitment_figures() -> Vec<Column<CommitmentCount>> {
    vec![
        Column::main("figure", 0, |row: &CommitmentCount, _| Cell::text(&row.label)),
        Column::main("count", 1, |row, _| Cell::count(row.commitments)),
        Column::main("share", 2, |row, _| Cell::share(row.commitments, row.of)),
        Column::data("of", |row, _| Cell::count(row.of)),
        Column::note("note", 4, |row, _| Cell::maybe(row.note.as_ref())),
    ]
}

/// The columns of the headline figures.
pub fn headlines<'a>() -> Vec<Column<Headline<'a>>> {
    vec![
        Column::main("figure", 0, |row, _| Cell::Text(row.quoted.words())),
        Column::main("count", 1, |row, _| Cell::count(row.count)),
        Column::main("share", 2, |row, _| {
            row.of.map_or(Cell::Empty, |of| Cell::share(row.count, of))
        }),
        Column::main("of", 3, |row, _| row.of.map_or(Cell::Empty, |of| Cell::count(of))),
        Column::note("note", 4, |row, _| Cell::maybe(row.note.as_ref())),
    ]
}
