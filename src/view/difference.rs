//! The columns of what is said differently.

use super::{Cell, Column};

/// One difference.
pub struct DifferenceRow {
    /// What sort of difference it is.
    pub change: &'static str,
    /// The kind of the record.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The field in which it is.
    pub field: String,
    /// What was said.
    pub before: String,
    /// What is said.
    pub after: String,
}

/// The columns of what is said differently.
pub fn differences() -> Vec<Column<DifferenceRow>> {
    vec![
        Column::main("change", 0, |row: &DifferenceRow| Cell::Text(row.change.to_owned())),
        Column::main("kind", 5, |row| Cell::Text(row.kind.to_owned())),
        Column::main("id", 1, |row| Cell::Text(row.id.clone())),
        Column::main("field", 4, |row| some(&row.field)),
        Column::main("before", 2, |row| some(&row.before)),
        Column::main("after", 3, |row| some(&row.after)),
    ]
}

fn some(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}
