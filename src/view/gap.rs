//! The columns of gaps.

use crate::model::Vocabulary;
use crate::query::Gap;

use super::{Cell, Column};

/// The columns of gaps.
pub fn gaps<'a>() -> Vec<Column<Gap<'a>>> {
    vec![
        Column::main("gap", 4, |row: &Gap<'a>, _| Cell::text(row.gap.word())),
        Column::data("kind", |row, _| Cell::text(row.record.kind().word())),
        Column::main("id", 3, |row, _| Cell::text(row.record.slug())),
        Column::main("name", 0, |row, _| Cell::text(row.record.title())),
        Column::main("since", 5, |row, _| Cell::maybe(row.since)),
        Column::main("source", 2, |row, _| Cell::list(&row.sources)),
        Column::main("reason", 1, |row, _| Cell::text(&row.reason)),
        Column::data("not_reported_in", |row, _| {
            Cell::list(row.documents.iter().map(|document| document.label()))
        }),
    ]
}
