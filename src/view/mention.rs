//! The columns of a scan.

use crate::model::{Agency, Country, Dataset, Vocabulary};
use crate::scan::{Comparison, Kind, Mark, Row, Status, Summary};

use super::{Cell, Column};

/// The columns of what a paper mentions.
pub fn mentions() -> Vec<Column<Row>> {
    vec![
        Column::main("document", 6, |row: &Row, _| Cell::text(&row.document)),
        Column::main("page", 8, |row, _| page(row)),
        Column::main("paragraph", 1, |row, _| Cell::text(&row.paragraph)),
        Column::main("heading", 7, |row, _| Cell::maybe(row.heading.as_ref())),
        Column::main("kind", 3, |row, _| Cell::text(row.kind.word())),
        Column::main("text", 0, |row, _| Cell::text(&row.text)),
        Column::main("id", 2, |row, _| match row.ids.as_slice() {
            [] => Cell::Empty,
            ids => Cell::Text(ids.join("; ")),
        }),
        Column::main("status", 4, |row, _| Cell::text(row.status.word())),
        Column::data("candidates", |row, _| match row.status {
            Status::Ambiguous => Cell::set(&row.ids),
            _ => Cell::List(Vec::new()),
        }),
        Column::data("name", |row, _| Cell::maybe(row.name.as_ref())),
        Column::data("force", |row, _| Cell::maybe(row.force.map(Vocabulary::word))),
        Column::data("parties", |row, _| Cell::list(&row.parties)),
        Column::data("value", |row, _| Cell::maybe(row.figure.as_ref().map(|figure| figure.value))),
        Column::data("unit", |row, _| Cell::maybe(row.figure.as_ref().map(|f| f.unit.clone()))),
        Column::data("qualifier", |row, _| {
            Cell::maybe(row.figure.as_ref().and_then(|figure| figure.qualifier.clone()))
        }),
        Column::data("marks", |row, _| Cell::list(row.marks.iter().map(|mark: &Mark| mark.word()))),
        Column::data("file", |row, _| Cell::text(&row.file)),
    ]
}

fn page(row: &Row) -> Cell {
    row.page.map_or(Cell::Empty, |page| Cell::Count(page.into()))
}

/// What stands for a mention where each thing stands once: an agency by acronym, a country by name.
pub fn label(row: &Row, dataset: &Dataset) -> String {
    let [id] = row.ids.as_slice() else { return row.text.clone() };
    match row.kind {
        Kind::Agency => dataset.find::<Agency>(id).map_or(id.as_str(), Agency::label).to_owned(),
        Kind::Country => {
            Country::from_code(id).map_or_else(|| id.clone(), |country| country.name().to_owned())
        }
        Kind::Commitment | Kind::Figure => row.text.clone(),
        Kind::Group | Kind::Programme | Kind::Region | Kind::Symbol => id.clone(),
    }
}

/// The columns of a summary, one row a paragraph.
pub fn summaries() -> Vec<Column<Summary>> {
    vec![
        Column::main("document", 6, |row: &Summary, _| Cell::text(&row.place.document)),
        Column::main("page", 8, |row, _| page(&row.place)),
        Column::main("paragraph", 0, |row, _| Cell::text(&row.place.paragraph)),
        Column::main("heading", 7, |row, _| Cell::maybe(row.place.heading.as_ref())),
        Column::main("agencies", 1, |row, _| Cell::list(row.of(Kind::Agency))),
        Column::main("programmes", 2, |row, _| Cell::list(row.of(Kind::Programme))),
        Column::main("commitments", 3, |row, _| Cell::list(row.of(Kind::Commitment))),
        Column::main("symbols", 4, |row, _| Cell::list(row.of(Kind::Symbol))),
        Column::main("unknown", 5, |row, _| Cell::list(row.with(Status::Unknown))),
        Column::data("unsupported", |row, _| Cell::list(row.with(Status::Unsupported))),
        Column::data("groups", |row, _| Cell::list(row.of(Kind::Group))),
        Column::data("countries", |row, _| Cell::list(row.of(Kind::Country))),
        Column::data("regions", |row, _| Cell::list(row.of(Kind::Region))),
        Column::data("figures", |row, _| Cell::list(row.of(Kind::Figure))),
        Column::data("file", |row, _| Cell::text(&row.place.file)),
    ]
}

/// The columns of what a paper names beside another document.
pub fn comparisons() -> Vec<Column<Comparison>> {
    vec![
        Column::main("document", 5, |row: &Comparison, _| Cell::text(&row.document)),
        Column::main("status", 1, |row, _| Cell::text(row.side.word())),
        Column::main("kind", 2, |row, _| Cell::text(row.kind.word())),
        Column::main("id", 4, |row, _| {
            Cell::maybe(Some(row.id.clone()).filter(|id| !id.is_empty()))
        }),
        Column::main("name", 0, |row, _| Cell::text(&row.name)),
        Column::main("here", 3, |row, _| Cell::list(&row.here)),
        Column::main("there", 3, |row, _| Cell::list(&row.there)),
    ]
}
