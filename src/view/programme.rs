//! The columns of programmes.

use crate::model::{Citation, Country, Dataset, Region, Report, Role, Vocabulary};
use crate::query::{self, FoundProgramme};

use super::cite::cite_all;
use super::{Cell, Column};

/// The agencies that take part, in this role where one is named.
fn agencies(row: &FoundProgramme<'_>, dataset: &Dataset, role: Option<Role>) -> Cell {
    let participants = row.reports.iter().flat_map(|report| &report.participants);
    let in_role = participants.filter(|p| role.is_none_or(|role| p.role == role));
    Cell::set(in_role.map(|p| dataset.label_of(&p.agency)))
}

fn places<'r>(reports: impl IntoIterator<Item = &'r &'r Report>) -> Vec<Citation> {
    reports.into_iter().map(|report| report.citation()).collect()
}

fn countries(row: &FoundProgramme<'_>, list: fn(&Report) -> &[Country]) -> Cell {
    Cell::set(row.reports.iter().flat_map(|report| list(report)).map(|country| country.name()))
}

/// What the reports say in these texts, each once; where there are several reports, with the places that say it.
fn said(
    row: &FoundProgramme<'_>,
    dataset: &Dataset,
    texts: fn(&Report) -> Vec<String>,
) -> Vec<String> {
    let mut said: Vec<(String, Vec<Citation>)> = Vec::new();
    for report in &row.reports {
        for text in texts(report) {
            match said.iter_mut().find(|(known, _)| *known == text) {
                Some((_, places)) => places.push(report.citation()),
                None => said.push((text, vec![report.citation()])),
            }
        }
    }
    let cited = |(text, places): (String, Vec<Citation>)| match row.reports.len() {
        1 => text,
        _ => format!("{text} ({})", cite_all(dataset, &places)),
    };
    said.into_iter().map(cited).collect()
}

/// The columns of programmes.
pub fn programmes<'a>() -> Vec<Column<FoundProgramme<'a>>> {
    let mut columns: Vec<Column<FoundProgramme<'a>>> = vec![
        Column::main("id", 3, |row, _| Cell::text(&row.programme.id)),
        Column::main("name", 0, |row, _| Cell::text(&row.programme.name)),
        Column::data("acronym", |row, _| Cell::maybe(row.programme.acronym.as_ref())),
        Column::data("kind", |row, _| Cell::text(row.programme.kind.word())),
        Column::main("pillar", 4, |row, _| Cell::text(&row.programme.pillar)),
        Column::main("joint", 2, |row, _| Cell::Flag(row.is_joint())),
        Column::data("lead", |row, dataset| agencies(row, dataset, Some(Role::Lead))),
        Column::data("partners", |row, dataset| agencies(row, dataset, Some(Role::Partner))),
        Column::main("agencies", 1, |row, dataset| agencies(row, dataset, None)),
        Column::main("countries", 4, |row, _| countries(row, |report| &report.countries)),
        Column::data("governments", |row, _| countries(row, |report| &report.governments)),
        Column::data("regions", |row, _| Cell::set(row.reports.iter().flat_map(|r| &r.regions))),
        Column::data("m49_regions", |row, _| {
            let named = row.reports.iter().flat_map(|report| query::regions(report));
            Cell::set(named.filter(|name| Region::named(name).is_some()))
        }),
        Column::data("figures", |row, dataset| {
            Cell::set(said(row, dataset, |r| r.figures.iter().map(ToString::to_string).collect()))
                .figures()
        }),
        Column::main("sources", 2, |row, dataset| super::citations(dataset, &places(&row.reports))),
        Column::data("links", |row, dataset| super::links(dataset, &places(&row.reports))),
        Column::data("summary", |row, dataset| {
            let summaries =
                said(row, dataset, |r| r.summary.iter().map(ToString::to_string).collect());
            Cell::Text(summaries.join(" "))
        }),
        Column::data("members", |row, dataset| agencies(row, dataset, Some(Role::Member))),
        Column::data("organisers", |row, dataset| agencies(row, dataset, Some(Role::Organiser))),
        Column::data("participants", |row, dataset| {
            agencies(row, dataset, Some(Role::Participant))
        }),
        Column::data("authors", |row, dataset| agencies(row, dataset, Some(Role::Author))),
        Column::data("offices", |row, dataset| {
            let participants = row.reports.iter().flat_map(|report| &report.participants);
            let offices = participants.filter_map(|p| p.through.as_ref());
            Cell::set(offices.map(|office| dataset.label_of(office)))
        }),
    ];
    columns.extend(of_the_record());
    columns
}

/// The columns of what is planned, of what the record itself says, and of dates and venues.
fn of_the_record<'a>() -> Vec<Column<FoundProgramme<'a>>> {
    vec![
        Column::main("planned", 2, |row, _| {
            let some = row.reports.iter().any(|report| report.planned);
            Cell::maybe(some.then_some(if row.is_planned() { "yes" } else { "in part" }))
        }),
        Column::data("planned_sources", |row, dataset| {
            let planned = row.reports.iter().filter(|report| report.planned);
            super::citations(dataset, &places(planned))
        }),
        Column::data("aliases", |row, _| Cell::set(&row.programme.aliases)),
        Column::data("filed_by", |row, _| Cell::text(row.programme.filed_by.word())),
        Column::data("second_pillars", |row, _| Cell::set(&row.programme.second_pillars)),
        Column::data("part_of", |row, _| Cell::maybe(row.programme.part_of.as_ref())),
        Column::data("sole_participant", |row, _| {
            Cell::maybe(row.programme.sole_participant.map(Vocabulary::word))
        }),
        Column::data("dates", |row, _| Cell::set(row.reports.iter().filter_map(|r| r.date))),
        Column::data("venues", |row, _| Cell::set(row.reports.iter().flat_map(|r| &r.venues))),
        Column::data("remark", |row, _| Cell::maybe(row.programme.remark.as_ref())),
        Column::data("external", |row, _| super::external(&row.programme.external)),
    ]
}
