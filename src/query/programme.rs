//! Filters on joint programmes.

use crate::model::{
    Agency, Country, Dataset, Date, Document, Id, Participant, Pillar, Programme, ProgrammeKind,
    Report, Role, fold,
};

use super::texts::reported_texts;
use super::together::by_document;
use super::{Every, Group, Words, taking_part, together};

/// What is asked of a joint programme. Fields that ask nothing are empty.
///
/// Where documents or paragraphs are named, everything that is asked of a report is asked of one and the
/// same report; else of all reports of the programme together. Where roles are named, only who has such a role
/// takes part.
#[derive(Debug, Clone, Default)]
pub struct ProgrammeFilter {
    /// The pillar that it is filed under.
    pub pillars: Every<Id<Pillar>>,
    /// Whether its second pillars count as well.
    pub second_pillars: bool,
    /// Agencies that take part.
    pub agencies: Every<Id<Agency>>,
    /// The only roles in which taking part counts; somebody has each.
    pub roles: Every<Role>,
    /// Agencies that lead.
    pub leads: Every<Id<Agency>>,
    /// The only agencies that may take part.
    pub only: Every<Id<Agency>>,
    /// Agencies that take no part.
    pub without: Every<Id<Agency>>,
    /// Countries in which the work is done.
    pub countries: Every<Country>,
    /// Governments that take part.
    pub governments: Every<Country>,
    /// Regions in which the work is done, folded.
    pub regions: Every<String>,
    /// Kinds.
    pub kinds: Every<ProgrammeKind>,
    /// Documents that report it.
    pub documents: Every<Id<Document>>,
    /// Paragraphs that report it.
    pub paragraphs: Every<String>,
    /// Only what took place on or after the first day of this date.
    pub since: Option<Date>,
    /// Only what took place on or before the last day of this date.
    pub until: Option<Date>,
    /// Words that must all occur.
    pub search: Words,
}

/// A programme that was found, with those of its reports that the question was about.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// All its reports, or those of the documents and paragraphs that were named.
    pub reports: Vec<&'a Report>,
    /// The only roles in which taking part counts, where the question was about some.
    pub roles: Every<Role>,
}

impl<'a> Found<'a> {
    /// The participants that these reports name, in roles that count.
    pub fn participants(&self) -> impl Iterator<Item = &'a Participant> {
        let participants = self.reports.iter().flat_map(|report| &report.participants);
        participants.filter(|participant| self.counts(participant.role))
    }

    /// Whether taking part in this role counts.
    pub fn counts(&self, role: Role) -> bool {
        self.roles.is_empty() || self.roles.values().any(|counted| *counted == role)
    }

    /// The agencies that take part, in roles that count.
    pub fn taking_part(&self) -> Group<'a> {
        taking_part(&self.reports, &self.roles)
    }

    /// The groups of agencies that work together, one for each document, in roles that count.
    pub fn groups(&self) -> Vec<Group<'a>> {
        together(&self.reports, &self.roles)
    }
}

impl ProgrammeFilter {
    /// The programmes that answer, in the order of the dataset.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<Found<'a>> {
        dataset.records().programmes.iter().filter_map(|p| self.matches(p, dataset)).collect()
    }

    /// The programme with the reports that answer, if it does.
    pub fn matches<'a>(&self, programme: &'a Programme, dataset: &'a Dataset) -> Option<Found<'a>> {
        let filed = |pillar: &Id<Pillar>| {
            *pillar == programme.pillar
                || self.second_pillars && programme.second_pillars.contains(pillar)
        };
        if !self.pillars.hold(filed) || !self.kinds.hold(|kind| *kind == programme.kind) {
            return None;
        }
        let reports = self.reports(programme, dataset)?;
        let found = Found { programme, reports, roles: self.roles.clone() };
        let searched = self.search.is_empty()
            || self.search.find(reported_texts(programme, &found.reports, dataset)).is_some();
        searched.then_some(found)
    }

    /// Whether it names documents or paragraphs, so that it asks everything of one and the same report.
    pub fn names_reports(&self) -> bool {
        !self.documents.is_empty() || !self.paragraphs.is_empty()
    }

    /// Of a programme that was found, the reports that answer where their document is named as well.
    pub fn document_by_document<'a>(
        &self,
        found: &Found<'a>,
        dataset: &'a Dataset,
    ) -> Vec<&'a Report> {
        if !self.documents.is_empty() {
            return found.reports.clone();
        }
        let of_document = |reports: Vec<&'a Report>| {
            let documents = Every::only(reports[0].document.clone());
            let found = Self { documents, ..self.clone() }.matches(found.programme, dataset);
            found.map_or(Vec::new(), |found| found.reports)
        };
        by_document(&found.reports).into_iter().flat_map(of_document).collect()
    }

    fn reports<'a>(&self, programme: &'a Programme, dataset: &Dataset) -> Option<Vec<&'a Report>> {
        if !self.names_reports() {
            let reports: Vec<&Report> = programme.reports.iter().collect();
            return self.holds(&reports, dataset).then_some(reports);
        }
        let answers: Vec<&Report> =
            programme.reports.iter().filter(|report| self.holds(&[*report], dataset)).collect();
        let named = |report: &Report| {
            let document = self.documents.is_empty()
                || self.documents.values().any(|id| *id == report.document);
            let paragraph = self.paragraphs.is_empty()
                || self.paragraphs.values().any(|p| *p == fold(&report.paragraph));
            document && paragraph
        };
        let reports: Vec<&Report> = answers.into_iter().filter(|report| named(report)).collect();
        let every_document = self.documents.hold(|id| reports.iter().any(|r| r.document == *id));
        let every_paragraph =
            self.paragraphs.hold(|p| reports.iter().any(|r| fold(&r.paragraph) == *p));
        (!reports.is_empty() && every_document && every_paragraph).then_some(reports)
    }

    /// Whether these reports together answer everything that is asked of reports.
    fn holds(&self, reports: &[&Report], dataset: &Dataset) -> bool {
        let takes_part = |wanted: &dyn Fn(&Participant) -> bool| {
            reports.iter().flat_map(|report| &report.participants).any(wanted)
        };
        let in_country = |list: fn(&Report) -> &[Country], country: &Country| {
            reports.iter().any(|report| list(report).contains(country))
        };
        let part = taking_part(reports, &self.roles);
        self.roles.hold(|role| takes_part(&|p| p.role == *role))
            && self.agencies.hold(|id| part.contains(id))
            && self.leads.hold(|id| takes_part(&|p| p.agency == *id && p.role == Role::Lead))
            && self.only_these(&part)
            && !self.without.values().any(|id| part.contains(id))
            && self.countries.hold(|country| in_country(|report| &report.countries, country))
            && self.governments.hold(|country| in_country(|report| &report.governments, country))
            && self.regions.hold(|wanted| {
                reports.iter().any(|report| report.regions.iter().any(|r| fold(r) == *wanted))
            })
            && self.in_time(reports, dataset)
    }

    fn only_these(&self, part: &Group<'_>) -> bool {
        let allowed: Group<'_> = self.only.values().collect();
        self.only.is_empty() || !part.is_empty() && part.is_subset(&allowed)
    }

    /// A report counts by its own date, or by that of its document where it gives none.
    fn in_time(&self, reports: &[&Report], dataset: &Dataset) -> bool {
        let (since, until) = (self.since, self.until);
        if since.is_none() && until.is_none() {
            return true;
        }
        let in_time = |date: Date| {
            since.is_none_or(|since| date.last_day() >= since.first_day())
                && until.is_none_or(|until| date.first_day() <= until.last_day())
        };
        reports.iter().any(|report| {
            let issued = || dataset.get(&report.document).and_then(|document| document.date);
            report.date.or_else(issued).is_some_and(in_time)
        })
    }
}
