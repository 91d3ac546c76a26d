//! The columns of differences.

use crate::model::Vocabulary;
use crate::query::diff::Difference;

use super::{Cell, Column};

/// The columns of differences.
pub fn differences() -> Vec<Column<Difference>> {
    vec![
        Column::main("change", 2, |row: &Difference, _| Cell::Text(row.change.word().to_owned())),
        Column::main("kind", 5, |row, _| Cell::Text(row.kind.word().to_owned())),
        Column::main("id", 3, |row, _| Cell::Text(row.id.clone())),
        Column::main("field", 4, |row, _| Cell::maybe(row.field.as_ref())),
        Column::main("before", 1, |row, _| Cell::List(row.before.clone())),
        Column::main("after", 0, |row, _| Cell::List(row.after.clone())),
    ]
}
