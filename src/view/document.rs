//! The columns of documents.

use crate::model::{FieldPlace, Vocabulary};
use crate::query::{FoundDocument, not_read};

use super::cite::full;
use super::{Cell, Column};

/// The columns of documents.
pub fn documents<'a>() -> Vec<Column<FoundDocument<'a>>> {
    vec![
        Column::main("id", 3, |row, _| Cell::text(&row.document.id)),
        Column::main("symbol", 1, |row, _| Cell::maybe(row.document.symbol.as_ref())),
        Column::main("title", 0, |row, _| Cell::text(&row.document.title)),
        Column::main("kind", 4, |row, _| Cell::text(row.document.kind.word())),
        Column::data("body", |row, dataset| {
            Cell::maybe(row.document.body.as_ref().map(|body| dataset.label_of(body)))
        }),
        Column::data("session", |row, _| {
            row.document.session.map_or(Cell::Empty, |session| Cell::count(session.into()))
        }),
        Column::main("date", 1, |row, _| Cell::maybe(row.document.date)),
        Column::data("periodic", |row, _| Cell::Flag(row.document.periodic)),
        Column::data("read", |row, _| {
            let read = row.document.coverage.iter().flat_map(|coverage| &coverage.read);
            Cell::list(read)
        }),
        Column::data("not_read", |row, _| Cell::maybe(not_read(row.document, row.is_read))),
        Column::data("cited_as", |row, _| {
            Cell::set(row.document.cited_as.iter().map(|cited| &cited.form))
        }),
        Column::data("programmes", |row, _| known(row, row.programmes.len())),
        Column::data("joint", |row, _| known(row, row.joint)),
        Column::data("commitments", |row, _| known(row, row.commitments.len())),
        Column::data("sources", |row, dataset| super::citations(dataset, &row.sources)),
        Column::data("links", |row, _| Cell::list(row.document.link())),
        Column::data("citation", |row, dataset| Cell::Text(full(row.document, dataset))),
        Column::data("places", |row, dataset| {
            let place = |place: &FieldPlace| {
                format!("{}: {}", place.fields.join(", "), dataset.cite(&place.citation()))
            };
            Cell::set(row.document.places.iter().map(place))
        }),
        Column::data("short_title", |row, _| Cell::maybe(row.document.short_title.as_ref())),
        Column::data("other_symbols", |row, _| Cell::set(&row.document.other_symbols)),
        Column::data("aliases", |row, _| Cell::set(&row.document.aliases)),
        Column::data("out_of_scope", |row, _| {
            let excused = row.document.coverage.iter().flat_map(|coverage| &coverage.out_of_scope);
            Cell::list(excused.map(|e| format!("{}: {}", e.paragraphs.join(", "), e.reason)))
        }),
        Column::data("compared", |row, dataset| {
            let compared = row.document.coverage.iter().flat_map(|coverage| &coverage.compared);
            Cell::list(compared.map(|c| super::comparison(c, dataset)))
        }),
        Column::data("remark", |row, _| Cell::maybe(row.document.remark.as_ref())),
        Column::data("external", |row, _| super::external(&row.document.external)),
    ]
}

/// How many there are; of a document of which nothing has been read, that there are none is not known.
fn known(row: &FoundDocument<'_>, count: usize) -> Cell {
    if row.is_read || count > 0 { Cell::count(count) } else { Cell::Empty }
}
