//! The columns of counts and of quoted figures.

use super::{Cell, Column};

/// How many programmes have one value of a dimension.
pub struct CountRow {
    /// The value, as it stands in a cell.
    pub value: String,
    /// The programmes that have it.
    pub programmes: usize,
    /// All programmes that were counted.
    pub of: usize,
    /// Of these programmes, those that have each value of the second dimension.
    pub across: Vec<usize>,
}

/// The columns of counts by the dimension of this name, with one for each value of the second dimension.
pub fn counts(dimension: &'static str, across: Vec<String>) -> Vec<Column<CountRow>> {
    let mut columns = vec![
        Column::main(dimension, 0, |row: &CountRow| Cell::Text(row.value.clone())),
        Column::main("programmes", 1, |row| Cell::Count(row.programmes as u64)),
        Column::main("share", 2, |row| Cell::share(row.programmes, row.of)),
        Column::main("of", 3, |row| Cell::Count(row.of as u64)),
    ];
    let item = |row: &CountRow, item: usize| match row.across.get(item) {
        Some(count) => Cell::Count(*count as u64),
        None => Cell::Empty,
    };
    let named = across.into_iter().enumerate();
    columns.extend(named.map(|(number, name)| Column::item(name, 4, number, item)));
    columns
}

/// A figure that is quoted.
pub struct FigureRow {
    /// What is counted, in words.
    pub figure: String,
    /// How many there are.
    pub count: usize,
    /// The whole of which they are a part, if they are one.
    pub of: Option<usize>,
}

/// The columns of quoted figures.
pub fn figures() -> Vec<Column<FigureRow>> {
    vec![
        Column::main("figure", 0, |row| Cell::Text(row.figure.clone())),
        Column::main("count", 1, |row| Cell::Count(row.count as u64)),
        Column::main("share", 2, |row| row.of.map_or(Cell::Empty, |of| Cell::share(row.count, of))),
        Column::main("of", 3, |row| row.of.map_or(Cell::Empty, |of| Cell::Count(of as u64))),
    ]
}
