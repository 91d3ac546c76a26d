//! The columns of documents.

use std::collections::{HashMap, HashSet};

use crate::model::{Commitment, Dataset, Document, Id, Programme, Vocabulary};

use super::{Cell, Column, count};

/// A document, with what rests on it.
pub struct DocumentRow<'a> {
    /// The dataset that it belongs to.
    pub dataset: &'a Dataset,
    /// The document.
    pub document: &'a Document,
    /// The programmes that it reports.
    pub programmes: Vec<&'a Programme>,
    /// The commitments that stand in it or that it states.
    pub commitments: Vec<&'a Commitment>,
}

impl<'a> DocumentRow<'a> {
    /// Each of these documents with everything that rests on it.
    pub fn all(dataset: &'a Dataset, documents: Vec<&'a Document>) -> Vec<Self> {
        let mut programmes: HashMap<&Id<Document>, Vec<&Programme>> = HashMap::new();
        for programme in &dataset.records().programmes {
            let reporting: HashSet<_> = programme.reports.iter().map(|r| &r.document).collect();
            for document in reporting {
                programmes.entry(document).or_default().push(programme);
            }
        }
        let mut commitments: HashMap<&Id<Document>, Vec<&Commitment>> = HashMap::new();
        for commitment in &dataset.records().commitments {
            let stating = commitment.sources.iter().map(|source| &source.document);
            let standing_in: HashSet<_> = stating.chain(&commitment.instrument).collect();
            for document in standing_in {
                commitments.entry(document).or_default().push(commitment);
            }
        }
        let mut row = |document: &'a Document| Self {
            dataset,
            document,
            programmes: programmes.remove(&document.id).unwrap_or_default(),
            commitments: commitments.remove(&document.id).unwrap_or_default(),
        };
        documents.into_iter().map(&mut row).collect()
    }
}

/// The columns of documents.
pub fn documents<'a>() -> Vec<Column<DocumentRow<'a>>> {
    vec![
        Column::main("id", 2, |row| Cell::Text(row.document.id.to_string())),
        Column::main("symbol", 1, |row| Cell::maybe(row.document.symbol.as_ref())),
        Column::main("title", 0, |row| Cell::Text(row.document.title.to_string())),
        Column::main("kind", 4, |row| Cell::Text(row.document.kind.word().to_owned())),
        Column::data("body", |row| {
            Cell::maybe(row.document.body.as_ref().map(|body| row.dataset.agency_label(body)))
        }),
        Column::data("session", |row| {
            row.document.session.map_or(Cell::Empty, |session| Cell::Count(session.into()))
        }),
        Column::main("date", 3, |row| Cell::maybe(row.document.date)),
        Column::data("periodic", |row| Cell::Flag(row.document.periodic)),
        Column::data("paragraphs", |row| {
            row.document.paragraphs.map_or(Cell::Empty, |number| Cell::Count(number.into()))
        }),
        Column::data("cited_as", |row| {
            let forms = row.document.cited_as.iter().map(|cited| cited.form.to_string());
            Cell::set(forms)
        }),
        Column::data("programmes", |row| count(&row.programmes)),
        Column::data("commitments", |row| count(&row.commitments)),
        Column::data("sources", |row| super::citations(row.dataset, &row.document.sources)),
        Column::data("other_symbols", |row| {
            Cell::set(row.document.other_symbols.iter().map(ToString::to_string))
        }),
        Column::data("aliases", |row| {
            Cell::set(row.document.aliases.iter().map(ToString::to_string))
        }),
        Column::data("excused", |row| {
            let excused = row.document.excused.iter();
            Cell::set(excused.map(|e| format!("{}: {}", e.paragraph, e.reason)))
        }),
        Column::data("remark", |row| Cell::maybe(row.document.remark.as_ref())),
        Column::data("external", |row| super::external(&row.document.external)),
    ]
}
