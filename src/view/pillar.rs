//! The columns of policy pillars.

use crate::model::{Dataset, Document, Section};
use crate::query::FoundPillar;

use super::{Cell, Column, count, ids};

/// Why nothing is filed under it, of programmes and of commitments.
fn note(row: &FoundPillar<'_>, dataset: &Dataset) -> Option<String> {
    // Of what a part of a dataset leaves out nothing can be said.
    let no_commitments = row.commitments.is_empty() && dataset.whole().is_none();
    let commitments = no_commitments.then(|| "no commitment is filed under it".to_owned());
    let notes: Vec<String> = row.on_filing.clone().into_iter().chain(commitments).collect();
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// The columns of policy pillars.
pub fn pillars<'a>() -> Vec<Column<FoundPillar<'a>>> {
    vec![
        Column::main("number", 4, |row, _| Cell::Count(row.pillar.number.into())),
        Column::main("id", 0, |row, _| Cell::text(&row.pillar.id)),
        Column::main("name", 2, |row, _| Cell::text(&row.pillar.name)),
        Column::main("programmes", 1, |row, _| count(&row.programmes)),
        Column::main("joint", 2, |row, _| Cell::count(row.joint)),
        Column::main("planned", 4, |row, _| Cell::count(row.planned)),
        Column::data("agencies", |row, dataset| {
            let reports = row.programmes.iter().flat_map(|programme| &programme.reports);
            let participants = reports.flat_map(|report| &report.participants);
            Cell::set(participants.map(|p| dataset.label_of(&p.agency)))
        }),
        Column::main("commitments", 3, |row, _| match row.commitments.len() {
            0 => Cell::Empty,
            _ => count(&row.commitments),
        }),
        Column::note("note", 5, |row, dataset| Cell::maybe(note(row, dataset))),
        Column::data("headings", |row, _| {
            Cell::set(row.sections.iter().map(|(_, section)| &section.heading))
        }),
        Column::data("sources", |row, _| {
            let cite = |(document, section): &(&Document, &Section)| {
                format!("{}, {}", document.label(), section.place())
            };
            Cell::set(row.sections.iter().map(cite))
        }),
        Column::data("programme_ids", |row, _| ids(&row.programmes)),
        Column::data("aliases", |row, _| Cell::set(&row.pillar.aliases)),
        Column::data("remark", |row, _| Cell::maybe(row.pillar.remark.as_ref())),
        Column::data("external", |row, _| super::external(&row.pillar.external)),
    ]
}

/// The columns of the overview: the programmes of each pillar as a share of all; in data formats, beside how
/// many records of the other kinds there are altogether.
pub fn overview<'a>() -> Vec<Column<FoundPillar<'a>>> {
    vec![
        Column::main("pillar", 0, |row: &FoundPillar<'a>, _| Cell::text(&row.pillar.id)),
        Column::main("programmes", 1, |row, _| count(&row.programmes)),
        Column::main("joint", 2, |row, _| Cell::count(row.joint)),
        Column::main("planned", 4, |row, _| Cell::count(row.planned)),
        Column::main("share", 3, |row, dataset| {
            Cell::share(row.programmes.len(), dataset.records().programmes.len())
        }),
        Column::data("of", |_, dataset| count(&dataset.records().programmes)),
        Column::data("all_joint", |row, _| Cell::count(row.all_joint)),
        Column::note("note", 5, |row, _| Cell::maybe(row.on_filing.as_ref())),
        Column::data("all_agencies", |_, dataset| count(&dataset.records().agencies)),
        Column::data("all_documents", |_, dataset| count(&dataset.records().documents)),
        Column::data("all_commitments", |_, dataset| count(&dataset.records().commitments)),
    ]
}
