//! Filters on programmes.

use crate::model::{
    Agency, AgencyKind, Country, Dataset, Date, Document, Id, Participant, Pillar, Programme,
    ProgrammeKind, ReadParagraphs, Report, Role, SoleParticipant,
};

use super::reading::{on_silent, on_unread};
use super::texts::reported_texts;
use super::together::by_document;
use super::{Every, FoundProgramme, Place, Words};

/// A filter on programmes. Empty fields do not filter.
///
/// Documents, paragraphs and time say which reports count; everything else chooses programmes by what these reports say
/// together. Where documents or paragraphs are named, it is asked of what one document reports: all of it, or what its
/// named paragraphs say. Where roles are named, only agencies in such a role are found and counted; a programme is
/// joint in whatever role. Who takes no part is asked of everything that is named: an agency that one paragraph names
/// does take part, whatever the next one leaves out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProgrammeFilter {
    /// The pillar that it is filed under.
    pub pillars: Every<Id<Pillar>>,
    /// Whether its secondary pillars count as well.
    pub second_pillars: bool,
    /// Agencies that take part.
    pub agencies: Every<Id<Agency>>,
    /// Kinds of agencies of which one takes part.
    pub agency_kinds: Every<AgencyKind>,
    /// The only roles in which taking part counts; somebody has each.
    pub roles: Every<Role>,
    /// Agencies that lead.
    pub leads: Every<Id<Agency>>,
    /// The only agencies that may take part; of several groups, those that are in each.
    pub only: Every<Id<Agency>>,
    /// Agencies that take no part.
    pub without: Every<Id<Agency>>,
    /// Countries in which the work is done.
    pub countries: Every<Country>,
    /// Governments that take part.
    pub governments: Every<Country>,
    /// Regions in which the work is done.
    pub regions: Every<Place>,
    /// Kinds.
    pub kinds: Every<ProgrammeKind>,
    /// Documents that report it.
    pub documents: Every<Id<Document>>,
    /// Paragraphs that report it, or parts of them.
    pub paragraphs: Every<ReadParagraphs>,
    /// Only what took place on or after the first day of this date; no other report counts.
    pub since: Option<Date>,
    /// Only what took place on or before the last day of this date; no other report counts.
    pub until: Option<Date>,
    /// Only those for which one document names two or more agencies, in whatever role.
    pub joint: bool,
    /// Words that must all occur.
    pub search: Words,
}

impl ProgrammeFilter {
    /// The programmes that match, in the order of the dataset.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<FoundProgramme<'a>> {
        dataset.records().programmes.iter().filter_map(|p| self.matches(p, dataset)).collect()
    }

    /// How many of these programmes hold the words that are sought only in the name of an agency.
    pub fn on_agency_names(
        &self,
        found: &[FoundProgramme<'_>],
        dataset: &Dataset,
    ) -> Option<String> {
        let occurrence = |found: &FoundProgramme<'_>| {
            self.search.find(reported_texts(found.programme, &found.reports, dataset))
        };
        self.search.on_agency_names(found.iter().filter_map(occurrence), dataset)
    }

    /// The programme with the reports that count, if it matches: of named documents, all reports of those that match.
    pub fn matches<'a>(
        &self,
        programme: &'a Programme,
        dataset: &'a Dataset,
    ) -> Option<FoundProgramme<'a>> {
        let found = self.matches_as_named(programme, dataset);
        found.filter(|_| self.only.is_empty() || !has_unnamed(programme))
    }

    /// As [`Self::matches`], whatever agencies take part that are not named.
    fn matches_as_named<'a>(
        &self,
        programme: &'a Programme,
        dataset: &'a Dataset,
    ) -> Option<FoundProgramme<'a>> {
        if !self.pillars.each_holds(|pillar| self.files(programme, pillar))
            || !self.kinds.each_holds(|kind| *kind == programme.kind)
        {
            return None;
        }
        let reports = self.reports(programme, dataset)?;
        let found = FoundProgramme { programme, reports, roles: self.roles.clone() };
        let searched = self.search.is_empty()
            || self.search.find(reported_texts(programme, &found.reports, dataset)).is_some();
        (searched && (!self.joint || found.is_joint())).then_some(found)
    }

    /// Whether the programme is filed under the pillar, or has it as a second one where those count.
    pub fn files(&self, programme: &Programme, pillar: &Id<Pillar>) -> bool {
        *pillar == programme.pillar
            || self.second_pillars && programme.second_pillars.contains(pillar)
    }

    /// Whether it names documents or paragraphs, so that it asks everything of what one document reports.
    pub fn names_reports(&self) -> bool {
        !self.documents.is_empty() || !self.paragraphs.is_empty()
    }

    /// Of a programme that was found, the reports that match where their document is named as well.
    pub fn document_by_document<'a>(
        &self,
        found: &FoundProgramme<'a>,
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
        let counts = |report: &&Report| self.names(report) && self.is_in_time(report, dataset);
        let named: Vec<&Report> = programme.reports.iter().filter(counts).collect();
        let is_too_early_or_late = named.is_empty() && self.asks_time();
        if is_too_early_or_late || !self.admits_only_wanted(&named) {
            return None;
        }
        if !self.names_reports() {
            return self.holds(&named, dataset).then_some(named);
        }
        let matching = by_document(&named).into_iter().filter(|said| self.holds(said, dataset));
        let reports: Vec<&Report> = matching.flatten().collect();
        let every_document =
            self.documents.each_holds(|id| reports.iter().any(|r| r.document == *id));
        let every_paragraph =
            self.paragraphs.each_holds(|range| reports.iter().any(|r| range.holds(&r.paragraph)));
        (!reports.is_empty() && every_document && every_paragraph).then_some(reports)
    }

    /// Whether the report stands in a document and a paragraph that are named, or none are.
    fn names(&self, report: &Report) -> bool {
        self.documents.any_holds_if_asked(|id| *id == report.document)
            && self.paragraphs.any_holds_if_asked(|range| range.holds(&report.paragraph))
    }

    /// Whether only agencies that may take part do so in these reports: none of `without` in whatever role.
    fn admits_only_wanted(&self, reports: &[&Report]) -> bool {
        let mut all = reports.iter().flat_map(|report| &report.participants);
        let counting = all.clone();
        let mut counting =
            counting.filter(|p| self.roles.any_holds_if_asked(|role| *role == p.role));
        let allowed = |p: &Participant| self.only.each_holds(|id| p.is(id));
        (self.only.is_empty() || counting.clone().next().is_some())
            && counting.all(allowed)
            && !all.any(|p| self.without.values().any(|id| p.is(id)))
    }

    /// Whether these reports together say everything that reports are to say.
    fn holds(&self, reports: &[&Report], dataset: &Dataset) -> bool {
        let takes_part = |wanted: &dyn Fn(&Participant) -> bool| {
            reports.iter().flat_map(|report| &report.participants).any(wanted)
        };
        let in_country = |list: fn(&Report) -> &[Country], country: &Country| {
            reports.iter().any(|report| list(report).contains(country))
        };
        let counts = |p: &Participant| self.roles.any_holds_if_asked(|role| *role == p.role);
        self.roles.each_holds(|role| takes_part(&|p| p.role == *role))
            && self.agencies.each_holds(|id| takes_part(&|p| counts(p) && p.is(id)))
            && self.agency_kinds.each_holds(|kind| {
                takes_part(&|p| {
                    counts(p) && dataset.get(&p.agency).is_some_and(|agency| agency.kind == *kind)
                })
            })
            && self.leads.each_holds(|id| takes_part(&|p| p.is(id) && p.role == Role::Lead))
            && self.countries.each_holds(|country| in_country(|report| &report.countries, country))
            && self
                .governments
                .each_holds(|country| in_country(|report| &report.governments, country))
            && self.regions.each_holds(|place| reports.iter().any(|report| place.is_in(report)))
    }

    fn asks_time(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether the report counts by its own date, or by that of its document where it gives none.
    fn is_in_time(&self, report: &Report, dataset: &Dataset) -> bool {
        let is_in_time = |date: Date| {
            self.since.is_none_or(|since| date.last_day() >= since.first_day())
                && self.until.is_none_or(|until| date.first_day() <= until.last_day())
        };
        !self.asks_time() || dated(report, dataset).is_some_and(is_in_time)
    }

    /// How many programmes would match if `since` and `until` asked nothing, but have no date at all.
    pub fn undated(&self, dataset: &Dataset) -> usize {
        if !self.asks_time() {
            return 0;
        }
        let whenever = Self { since: None, until: None, ..self.clone() }.find(dataset);
        let undated =
            |found: &&FoundProgramme| found.reports.iter().all(|r| dated(r, dataset).is_none());
        whenever.iter().filter(undated).count()
    }

    /// How many programmes would match if those agencies alone took part that are named: `only` leaves them out,
    /// since others take part whom no report names. And how many `without` lets stand though that is so, or no agency
    /// is named at all.
    pub fn with_unnamed(&self, dataset: &Dataset) -> (usize, usize) {
        let programmes = dataset.records().programmes.iter();
        let left_out = programmes.filter(|p| !self.only.is_empty() && has_unnamed(p));
        let left_out = left_out.filter(|p| self.matches_as_named(p, dataset).is_some()).count();
        let mut kept = if self.without.is_empty() { Vec::new() } else { self.find(dataset) };
        kept.retain(|f| has_unnamed(f.programme) || f.named().next().is_none());
        (left_out, kept.len())
    }

    /// What is to be known of the documents and paragraphs that are named, where this was `found`: which have not been
    /// read, or why no programme is reported there.
    pub fn silence(&self, found: &[FoundProgramme<'_>], dataset: &Dataset) -> Option<String> {
        let programmes = dataset.records().programmes.iter();
        let named = programmes.flat_map(|p| &p.reports).filter(|report| self.names(report));
        let places: Vec<&str> = named.map(|report| &*report.paragraph).collect();
        let is_found = !self.paragraphs.is_empty() || !found.is_empty();
        on_unread(self.documents.values(), is_found, dataset).or_else(|| {
            let nothing = "no programme is reported";
            on_silent(nothing, &self.paragraphs, &places, &self.documents, dataset)
        })
    }

    /// How many of these programmes a named document also reports in paragraphs that are not.
    pub fn beyond_paragraphs(&self, found: &[FoundProgramme<'_>]) -> usize {
        let is_named = |report: &Report| {
            self.paragraphs.any_holds_if_asked(|range| range.holds(&report.paragraph))
        };
        let goes_on = |found: &&FoundProgramme<'_>| {
            let mut others = found.programme.reports.iter().filter(|report| !is_named(report));
            others.any(|other| found.reports.iter().any(|its| its.document == other.document))
        };
        found.iter().filter(goes_on).count()
    }
}

/// Whether sources speak of agencies that take part without naming them.
fn has_unnamed(programme: &Programme) -> bool {
    programme.sole_participant == Some(SoleParticipant::OthersUnnamed)
}

/// When it took place, or else when it was reported.
fn dated(report: &Report, dataset: &Dataset) -> Option<Date> {
    report.date.or_else(|| dataset.get(&report.document).and_then(|document| document.date))
}
