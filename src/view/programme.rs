//! The columns of joint programmes.

use crate::model::{Citation, Country, Dataset, Programme, Report, Role, Vocabulary};

use super::{Cell, Column};

/// A joint programme, with those of its reports that the listing is about.
pub struct ProgrammeRow<'a> {
    /// The dataset that it belongs to.
    pub dataset: &'a Dataset,
    /// The programme.
    pub programme: &'a Programme,
    /// Its reports, or some of them.
    pub reports: Vec<&'a Report>,
}

impl ProgrammeRow<'_> {
    fn agencies(&self, counts: impl Fn(Role) -> bool) -> Cell {
        let participants = self.reports.iter().flat_map(|report| &report.participants);
        Cell::set(
            participants.filter(|p| counts(p.role)).map(|p| self.dataset.agency_label(&p.agency)),
        )
    }

    fn countries(&self, list: fn(&Report) -> &[Country]) -> Cell {
        Cell::set(self.reports.iter().flat_map(|report| list(report)).map(|country| country.name()))
    }
}

/// The columns of joint programmes.
pub fn programmes<'a>() -> Vec<Column<ProgrammeRow<'a>>> {
    vec![
        Column::main("id", 6, |row| Cell::Text(row.programme.id.to_string())),
        Column::main("name", 0, |row| Cell::Text(row.programme.name.to_string())),
        Column::data("acronym", |row| Cell::maybe(row.programme.acronym.as_ref())),
        Column::data("kind", |row| Cell::Text(row.programme.kind.word().to_owned())),
        Column::main("pillar", 4, |row| Cell::Text(row.programme.pillar.to_string())),
        Column::data("lead", |row| row.agencies(|role| role == Role::Lead)),
        Column::data("partners", |row| row.agencies(|role| role == Role::Partner)),
        Column::main("agencies", 1, |row| row.agencies(|_| true)),
        Column::main("countries", 3, |row| row.countries(|report| &report.countries)),
        Column::data("governments", |row| row.countries(|report| &report.governments)),
        Column::data("regions", |row| {
            Cell::set(row.reports.iter().flat_map(|r| &r.regions).map(ToString::to_string))
        }),
        Column::data("figures", |row| {
            Cell::set(row.reports.iter().flat_map(|r| &r.figures).map(ToString::to_string))
        }),
        Column::main("sources", 2, |row| {
            let places: Vec<Citation> = row.reports.iter().map(|r| r.citation()).collect();
            super::citations(row.dataset, &places)
        }),
        Column::data("summary", |row| {
            let summaries: Vec<&str> = row.reports.iter().map(|report| &*report.summary).collect();
            Cell::Text(summaries.join(" "))
        }),
        Column::data("members", |row| row.agencies(|role| role == Role::Member)),
        Column::data("organisers", |row| row.agencies(|role| role == Role::Organiser)),
        Column::data("participants", |row| row.agencies(|role| role == Role::Participant)),
        Column::data("authors", |row| row.agencies(|role| role == Role::Author)),
        Column::data("aliases", |row| {
            Cell::set(row.programme.aliases.iter().map(ToString::to_string))
        }),
        Column::data("filed_by", |row| Cell::Text(row.programme.filed_by.word().to_owned())),
        Column::data("second_pillars", |row| {
            Cell::set(row.programme.second_pillars.iter().map(ToString::to_string))
        }),
        Column::data("part_of", |row| Cell::maybe(row.programme.part_of.as_ref())),
        Column::data("sole_participant", |row| {
            Cell::maybe(row.programme.sole_participant.map(Vocabulary::word))
        }),
        Column::data("dates", |row| {
            Cell::set(row.reports.iter().filter_map(|r| r.date).map(|date| date.to_string()))
        }),
        Column::data("venues", |row| {
            Cell::set(row.reports.iter().flat_map(|r| &r.venues).map(ToString::to_string))
        }),
        Column::data("remark", |row| Cell::maybe(row.programme.remark.as_ref())),
        Column::data("external", |row| super::external(&row.programme.external)),
    ]
}
