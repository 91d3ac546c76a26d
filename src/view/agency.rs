//! The columns of agencies.

use crate::model::{Dataset, Vocabulary};
use crate::query::FoundAgency;

use super::{Cell, Column, count, ids};

/// The columns that there are only where agencies are named together with others.
pub const SHARED: [&str; 6] =
    ["shared", "planned_of_these", "joint_work", "shared_programmes", "tie", "ties"];

/// The columns of agencies; the `shared` ones only `with` others.
pub fn agencies<'a>(with: bool) -> Vec<Column<FoundAgency<'a>>> {
    // With others, what matters most is what they share: how many, and which.
    let [acronym, name, programmes, kind] = if with { [0, 3, 6, 7] } else { [1, 0, 2, 4] };
    let mut columns = vec![
        Column::main("id", 6, |row: &FoundAgency<'a>, _| Cell::text(&row.agency.id)),
        Column::main("acronym", acronym, |row, _| Cell::maybe(row.agency.acronym.as_ref())),
        Column::main("name", name, |row, _| Cell::text(&row.agency.name)),
        Column::main("kind", kind, |row, _| Cell::text(row.agency.kind.word())),
        Column::data("parent", |row, dataset| {
            let parent = row.agency.parent.as_ref();
            Cell::maybe(parent.map(|parent| dataset.label_of(parent)))
        }),
        Column::data("aliases", |row, _| {
            let former = row.agency.former_names.iter();
            let former = former.flat_map(|former| former.acronym.iter().chain([&former.name]));
            Cell::set(former.chain(&row.agency.aliases))
        }),
        Column::main("programmes", programmes, |row, _| count(&row.programmes)),
        Column::data("joint", |row, _| Cell::count(row.joint)),
        Column::data("pillars", |row, _| {
            Cell::set(row.programmes.iter().map(|programme| &programme.pillar))
        }),
        Column::data("sources", |row, dataset| super::citations(dataset, &row.sources)),
        Column::data("links", |row, dataset| super::links(dataset, &row.sources)),
    ];
    let planned = |row: &FoundAgency<'a>, _: &Dataset| Cell::count(row.planned);
    if with {
        columns.extend([
            Column::main(SHARED[0], 1, |row: &FoundAgency<'a>, _| count(&row.shared)),
            Column::main(SHARED[1], 2, planned),
            Column::main(SHARED[2], 1, |row, _| super::joint_work(&row.ties)),
            Column::main(SHARED[3], 4, |row, _| ids(&row.shared)),
            Column::main(SHARED[4], 2, |row, _| Cell::maybe(row.tie().map(Vocabulary::word))),
            Column::data(SHARED[5], |row, _| super::ties(&row.ties)),
        ]);
    } else {
        columns.insert(8, Column::main("planned", 5, planned));
    }
    columns.extend([
        Column::data("programme_ids", |row: &FoundAgency<'a>, _| ids(&row.programmes)),
        Column::data("counted_as", |row, dataset| {
            let agencies = row.as_office.iter().map(|(_, agency)| dataset.label_of(agency));
            Cell::set(agencies)
        }),
        Column::data("website", |row, _| Cell::maybe(row.agency.website.as_ref())),
        Column::data("iati", |row, _| Cell::maybe(row.agency.external_ids.iati.as_ref())),
        Column::data("remark", |row, _| Cell::maybe(row.agency.remark.as_ref())),
        Column::data("external", |row, _| super::external(&row.agency.external)),
    ]);
    columns
}
