//! The columns of agencies.

use crate::model::{Agency, Citation, Dataset, Programme, Vocabulary};

use super::{Cell, Column, count, ids};

/// An agency, with the programmes and sources that the listing is about.
pub struct AgencyRow<'a> {
    /// The dataset that it belongs to.
    pub dataset: &'a Dataset,
    /// The agency.
    pub agency: &'a Agency,
    /// The programmes in which it takes part.
    pub programmes: Vec<&'a Programme>,
    /// Where it is named.
    pub sources: Vec<Citation>,
    /// The programmes in which it works with the agencies that were asked about.
    pub shared: Vec<&'a Programme>,
}

/// The columns of agencies; the `shared` ones only `with` others.
pub fn agencies<'a>(with: bool) -> Vec<Column<AgencyRow<'a>>> {
    let mut columns = vec![
        Column::main("id", 6, |row: &AgencyRow<'a>| Cell::Text(row.agency.id.to_string())),
        Column::main("acronym", 1, |row| Cell::maybe(row.agency.acronym.as_ref())),
        Column::main("name", 0, |row| Cell::Text(row.agency.name.to_string())),
        Column::main("kind", 4, |row| Cell::Text(row.agency.kind.word().to_owned())),
        Column::data("parent", |row| {
            let parent = row.agency.parent.as_ref();
            Cell::maybe(parent.map(|parent| row.dataset.agency_label(parent)))
        }),
        Column::data("aliases", |row| {
            let former = row.agency.former_names.iter();
            let former = former.flat_map(|former| former.acronym.iter().chain([&former.name]));
            Cell::set(former.chain(&row.agency.aliases).map(ToString::to_string))
        }),
        Column::main("programmes", 3, |row| count(&row.programmes)),
        Column::data("pillars", |row| {
            Cell::set(row.programmes.iter().map(|programme| programme.pillar.to_string()))
        }),
    ];
    if with {
        columns.extend([
            Column::main("shared", 2, |row: &AgencyRow<'a>| count(&row.shared)),
            Column::main("shared_programmes", 5, |row| ids(&row.shared)),
        ]);
    }
    columns.extend([
        Column::data("sources", |row: &AgencyRow<'a>| super::citations(row.dataset, &row.sources)),
        Column::extra("programme_ids", |row| ids(&row.programmes)),
        Column::extra("website", |row| Cell::maybe(row.agency.website.as_ref())),
        Column::extra("iati", |row| Cell::maybe(row.agency.external_ids.iati.as_ref())),
        Column::extra("remark", |row| Cell::maybe(row.agency.remark.as_ref())),
        Column::extra("external", |row| super::external(&row.agency.external)),
    ]);
    columns
}
