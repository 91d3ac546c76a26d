//! The columns of gaps.

use crate::model::{Date, Document, Kind, Vocabulary};

use super::{Cell, Column};

/// Something that a document does not report.
pub struct GapRow<'a> {
    /// What sort of gap it is.
    pub gap: &'static str,
    /// The documents that are silent.
    pub documents: Vec<&'a Document>,
    /// The kind of the record that is not reported.
    pub kind: Kind,
    /// Its id.
    pub id: &'a str,
    /// Its name or title.
    pub name: &'a str,
    /// Since when it is not reported.
    pub since: Option<Date>,
    /// The places on which this row rests.
    pub sources: Vec<String>,
    /// Why it is listed.
    pub reason: String,
}

/// The columns of gaps.
pub fn gaps<'a>() -> Vec<Column<GapRow<'a>>> {
    vec![
        Column::main("gap", 3, |row: &GapRow<'a>| Cell::Text(row.gap.to_owned())),
        Column::data("kind", |row| Cell::Text(row.kind.word().to_owned())),
        Column::main("id", 5, |row| Cell::Text(row.id.to_owned())),
        Column::main("name", 0, |row| Cell::Text(row.name.to_owned())),
        Column::main("since", 4, |row| Cell::maybe(row.since)),
        Column::main("source", 2, |row| Cell::List(row.sources.clone())),
        Column::main("reason", 1, |row| Cell::Text(row.reason.clone())),
        Column::data("not_reported_in", |row| {
            Cell::List(row.documents.iter().map(|document| document.label().to_owned()).collect())
        }),
    ]
}
