//! The columns of a scan.

use std::collections::BTreeSet;

use crate::model::{Agency, Country, Dataset, Vocabulary};
use crate::scan::{Comparison, Kind, Mark, Row, Status};

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
fn label(row: &Row, dataset: &Dataset) -> String {
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

/// What those rows of a paragraph stand for that are asked for, each thing once.
fn each_once(rows: &[Row], dataset: &Dataset, is_meant: impl Fn(&Row) -> bool) -> Cell {
    let mut seen = BTreeSet::new();
    let meant = rows.iter().filter(|row| is_meant(row));
    let named = meant.map(|row| (row.kind, row.status, label(row, dataset)));
    Cell::list(named.filter(|named| seen.insert(named.clone())).map(|(.., label)| label))
}

/// What is known of a kind.
fn of(rows: &[Row], kind: Kind, dataset: &Dataset) -> Cell {
    let is_known = |row: &Row| !matches!(row.status, Status::Unknown | Status::Unsupported);
    each_once(rows, dataset, |row| row.kind == kind && is_known(row))
}

/// The columns of a summary, one for the rows of each paragraph.
pub fn summaries() -> Vec<Column<Vec<Row>>> {
    vec![
        Column::main("document", 6, |rows: &Vec<Row>, _| Cell::text(&rows[0].document)),
        Column::main("page", 8, |rows, _| page(&rows[0])),
        Column::main("paragraph", 0, |rows, _| Cell::text(&rows[0].paragraph)),
        Column::main("heading", 7, |rows, _| Cell::maybe(rows[0].heading.as_ref())),
        Column::main("agencies", 1, |rows, dataset| of(rows, Kind::Agency, dataset)),
        Column::main("programmes", 2, |rows, dataset| of(rows, Kind::Programme, dataset)),
        Column::main("commitments", 3, |rows, dataset| of(rows, Kind::Commitment, dataset)),
        Column::main("symbols", 4, |rows, dataset| of(rows, Kind::Symbol, dataset)),
        Column::main("unknown", 5, |rows, dataset| {
            each_once(rows, dataset, |row| row.status == Status::Unknown)
        }),
        Column::data("unsupported", |rows, dataset| {
            each_once(rows, dataset, |row| row.status == Status::Unsupported)
        }),
        Column::data("groups", |rows, dataset| of(rows, Kind::Group, dataset)),
        Column::data("countries", |rows, dataset| of(rows, Kind::Country, dataset)),
        Column::data("regions", |rows, dataset| of(rows, Kind::Region, dataset)),
        Column::data("figures", |rows, dataset| of(rows, Kind::Figure, dataset)),
        Column::data("file", |rows, _| Cell::text(&rows[0].file)),
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
