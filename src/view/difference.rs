//! The columns of differences.

use crate::model::Vocabulary;
use crate::query::diff::Difference;

use super::{Cell, Column};

/// The columns of differences.
pub fn differences() -> Vec<Column<Difference>> {
    vec![
        Column::main("change", 0, |row: &Difference, _| Cell::text(row.change.word())),
        Column::main("kind", 3, |row, _| Cell::text(row.kind.word())),
        Column::main("id", 0, |row, _| Cell::text(&row.id)),
        Column::main("field", 0, |row, _| Cell::maybe(row.field.as_ref())),
        Column::main("before", 0, |row, _| values(row, &row.before)),
        Column::main("after", 0, |row, _| values(row, &row.after)),
    ]
}

fn values(row: &Difference, values: &[String]) -> Cell {
    let is_figures = row.field.as_deref() == Some("figures");
    let list = Cell::List(values.to_vec());
    if is_figures { list.figures() } else { list }
}
