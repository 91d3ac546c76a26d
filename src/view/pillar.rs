//! The columns of policy pillars.

use crate::model::{Commitment, Dataset, Document, Pillar, Programme, Records, Section};

use super::{Cell, Column, count, ids};

/// A pillar, with what is filed under it.
pub struct PillarRow<'a> {
    /// The dataset that it belongs to.
    pub dataset: &'a Dataset,
    /// The pillar.
    pub pillar: &'a Pillar,
    /// The programmes filed under it.
    pub programmes: Vec<&'a Programme>,
    /// The commitments filed under it.
    pub commitments: Vec<&'a Commitment>,
}

impl<'a> PillarRow<'a> {
    /// The pillar with everything that is filed under it.
    pub fn new(dataset: &'a Dataset, pillar: &'a Pillar) -> Self {
        let Records { programmes, commitments, .. } = dataset.records();
        Self {
            dataset,
            pillar,
            programmes: programmes.iter().filter(|p| p.pillar == pillar.id).collect(),
            commitments: commitments.iter().filter(|c| c.pillar == pillar.id).collect(),
        }
    }

    /// The headings that name it, with their documents.
    fn sections(&self) -> impl Iterator<Item = (&'a Document, &'a Section)> {
        let pillar = &self.pillar.id;
        let documents = self.dataset.records().documents.iter();
        documents
            .flat_map(|document| document.sections.iter().map(move |section| (document, section)))
            .filter(move |(_, section)| section.pillar.as_ref() == Some(pillar))
    }
}

/// The columns of policy pillars.
pub fn pillars<'a>() -> Vec<Column<PillarRow<'a>>> {
    vec![
        Column::main("number", 2, |row| Cell::Count(row.pillar.number.into())),
        Column::main("id", 0, |row| Cell::Text(row.pillar.id.to_string())),
        Column::main("name", 1, |row| Cell::Text(row.pillar.name.to_string())),
        Column::main("programmes", 3, |row| count(&row.programmes)),
        Column::data("agencies", |row| {
            let reports = row.programmes.iter().flat_map(|programme| &programme.reports);
            let participants = reports.flat_map(|report| &report.participants);
            Cell::set(participants.map(|p| row.dataset.agency_label(&p.agency)))
        }),
        Column::main("commitments", 4, |row| count(&row.commitments)),
        Column::data("headings", |row| {
            Cell::set(row.sections().map(|(_, section)| section.heading.to_string()))
        }),
        Column::data("sources", |row| {
            let cite = |(document, section): (&Document, &Section)| {
                format!("{}, {}", document.label(), section.place())
            };
            Cell::set(row.sections().map(cite))
        }),
        Column::data("programme_ids", |row| ids(&row.programmes)),
        Column::data("aliases", |row| {
            Cell::set(row.pillar.aliases.iter().map(ToString::to_string))
        }),
        Column::data("remark", |row| Cell::maybe(row.pillar.remark.as_ref())),
        Column::data("external", |row| super::external(&row.pillar.external)),
    ]
}

/// The columns of the overview: the programmes of each pillar as a share of all; in data formats, beside how
/// many records of the other kinds there are altogether.
pub fn overview<'a>() -> Vec<Column<PillarRow<'a>>> {
    vec![
        Column::main("pillar", 0, |row: &PillarRow<'a>| Cell::Text(row.pillar.id.to_string())),
        Column::main("programmes", 1, |row| count(&row.programmes)),
        Column::main("share", 2, |row| {
            Cell::share(row.programmes.len(), row.dataset.records().programmes.len())
        }),
        Column::data("of", |row| count(&row.dataset.records().programmes)),
        Column::data("all_agencies", |row| count(&row.dataset.records().agencies)),
        Column::data("all_documents", |row| count(&row.dataset.records().documents)),
        Column::data("all_commitments", |row| count(&row.dataset.records().commitments)),
    ]
}
