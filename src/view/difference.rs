//! The columns of differences.

use super::{Cell, Column};

/// One difference between two datasets or documents.
pub struct DifferenceRow {
    /// What happened.
    pub change: &'static str,
    /// The kind of the record.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The field that differs, where it is not the whole record.
    pub field: Option<String>,
    /// What is there no longer.
    pub before: Vec<String>,
    /// What is there instead.
    pub after: Vec<String>,
}

/// The columns of differences.
pub fn differences() -> Vec<Column<DifferenceRow>> {
    vec![
        Column::main("change", 2, |row| Cell::Text(row.change.to_owned())),
        Column::main("kind", 5, |row| Cell::Text(row.kind.to_owned())),
        Column::main("id", 3, |row| Cell::Text(row.id.clone())),
        Column::main("field", 4, |row| Cell::maybe(row.field.as_ref())),
        Column::main("before", 1, |row| Cell::List(row.before.clone())),
        Column::main("after", 0, |row| Cell::List(row.after.clone())),
    ]
}
