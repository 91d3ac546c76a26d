//! The columns of what a search finds.

use crate::model::Vocabulary;
use crate::query::Hit;

use super::{Cell, Column};

/// The columns of what a search finds.
pub fn matches<'a>() -> Vec<Column<Hit<'a>>> {
    vec![
        Column::main("kind", 2, |row: &Hit<'a>, _| Cell::Text(row.record.kind().word().to_owned())),
        Column::main("id", 1, |row, _| Cell::Text(row.record.slug().to_owned())),
        Column::main("name", 0, |row, _| Cell::Text(row.record.title().to_owned())),
        Column::main("match", 0, |row, _| Cell::Text(row.excerpt.clone())),
        Column::data("matched_in", |row, _| Cell::set(row.fields.iter().copied())),
    ]
}
