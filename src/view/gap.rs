//! The columns of gaps.

use crate::model::Vocabulary;
use crate::query::Gap;

use super::{Cell, Column};

/// The columns of gaps.
pub fn gaps<'a>() -> Vec<Column<Gap<'a>>> {
    vec![
        Column::main("gap", 4, |row: &Gap<'a>, _| Cell::Text(row.gap.word().to_owned())),
        Column::data("kind", |row, _| Cell::Text(row.kind.word().to_owned())),
        Column::main("id", 3, |row, _| Cell::Text(row.id.to_owned())),
        Column::main("name", 0, |row, _| Cell::Text(row.name.to_owned())),
        Column::main("since", 5, |row, _| Cell::maybe(row.since)),
        Column::main("source", 2, |row, _| Cell::List(row.sources.clone())),
        Column::main("reason", 1, |row, _| Cell::Text(row.reason.clone())),
        Column::data("not_reported_in", |row, _| {
            Cell::List(row.documents.iter().map(|document| document.label().to_owned()).collect())
        }),
    ]
}
