//! The columns of what a search finds.

use crate::model::Vocabulary;
use crate::query::Hit;

use super::{Cell, Column};

/// The columns of what a search finds.
pub fn matches<'a>() -> Vec<Column<Hit<'a>>> {
    vec![
        Column::main("kind", 2, |row: &Hit<'a>, _| Cell::text(row.record.kind().word())),
        Column::main("id", 1, |row, _| Cell::text(row.record.slug())),
        Column::main("name", 0, |row, _| Cell::text(row.record.title())),
        Column::main("match", 0, |row, _| Cell::text(&row.found.excerpt)),
        Column::data("matched_in", |row, _| Cell::set(&row.found.fields)),
    ]
}
