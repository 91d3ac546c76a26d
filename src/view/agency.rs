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

/// The columns that there are only where agencies work with others.
pub const SHARED: [&str; 2] = ["shared", "shared_programmes"];

/// The columns of agencies; the `shared` ones only `with` others.
pub fn agencies<'a>(with: bool) -> Vec<Column<AgencyRow<'a>>> {
    // With others, the answer is what they share: how many, and which.
    let [acronym, name, programmes, kind] = if with { [0, 3, 4, 5] } else { [1, 0, 3, 4] };
    let mut columns = vec![
        Column::main("id", 6, |row: &AgencyRow<'a>| Cell::Text(row.agency.id.to_string())),
        Column::main("acronym", acronym, |row| Cell::maybe(row.agency.acronym.as_ref())),
        Column::main("name", name, |row| Cell::Text(row.agency.name.to_string())),
        Column::main("kind", kind, |row| Cell::Text(row.agency.kind.word().to_owned())),
        Column::data("parent", |row| {
            let parent = row.agency.parent.as_ref();
            Cell::maybe(parent.map(|parent| row.dataset.agency_label(parent)))
        }),
        Column::data("aliases", |row| {
            let former = row.agency.former_names.iter();
            let former = former.flat_map(|former| former.acronym.iter().chain([&former.name]));
            Cell::set(former.chain(&row.agency.aliases).map(ToString::to_string))
        }),
        Column::main("programmes", programmes, |row| count(&row.programmes)),
        Column::data("pillars", |row| {
            Cell::set(row.programmes.iter().map(|programme| programme.pillar.to_string()))
        }),
        Column::data("sources", |row| super::citations(row.dataset, &row.sources)),
    ];
    if with {
        columns.extend([
            Column::main(SHARED[0], 1, |row: &AgencyRow<'a>| count(&row.shared)),
            Column::main(SHARED[1], 2, |row| ids(&row.shared)),
        ]);
    }
    columns.extend([
        Column::data("programme_ids", |row: &AgencyRow<'a>| ids(&row.programmes)),
        Column::data("website", |row| Cell::maybe(row.agency.website.as_ref())),
        Column::data("iati", |row| Cell::maybe(row.agency.external_ids.iati.as_ref())),
        Column::data("remark", |row| Cell::maybe(row.agency.remark.as_ref())),
        Column::data("external", |row| super::external(&row.agency.external)),
    ]);
    columns
}
