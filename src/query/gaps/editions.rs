//! The periodic documents, and which of them are silent.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Agency, Citation, Dataset, Date, Document, Id, Pillar, Programme, ProgrammeKind,
};

use super::is_older;

/// What a document reports.
#[derive(Default)]
pub(super) struct Reported<'a> {
    /// The pillars that something is filed under, or that are a secondary pillar of something.
    pub pillars: BTreeSet<&'a Id<Pillar>>,
    /// In what each agency takes part.
    pub parts: BTreeMap<&'a Id<Agency>, Part<'a>>,
}

/// In what a document reports an agency as taking part.
#[derive(Default)]
pub(super) struct Part<'a> {
    /// Mechanisms by which agencies coordinate.
    pub mechanisms: Vec<&'a Programme>,
    /// All else.
    pub activities: Vec<&'a Programme>,
}

/// The periodic documents of a dataset, looked at for what they do not report.
pub(super) struct Editions<'a> {
    pub dataset: &'a Dataset,
    /// The periodic documents, oldest first.
    periodic: Vec<&'a Document>,
    /// Those that are asked about; none if what is open is.
    wanted: Vec<&'a Document>,
    reported: BTreeMap<&'a Id<Document>, Reported<'a>>,
    /// The places that name each agency otherwise than in a report.
    naming: BTreeMap<&'a Id<Agency>, Vec<Citation>>,
}

impl<'a> Editions<'a> {
    pub fn new(dataset: &'a Dataset, wanted: Vec<&'a Document>) -> Self {
        let mut reported: BTreeMap<&'a Id<Document>, Reported<'a>> = BTreeMap::new();
        for programme in &dataset.records().programmes {
            for report in &programme.reports {
                let reported = reported.entry(&report.document).or_default();
                reported.pillars.insert(&programme.pillar);
                reported.pillars.extend(&programme.second_pillars);
                for participant in &report.participants {
                    let part = reported.parts.entry(&participant.agency).or_default();
                    let among = match programme.kind {
                        ProgrammeKind::CoordinationMechanism => &mut part.mechanisms,
                        _ => &mut part.activities,
                    };
                    if among.last().is_none_or(|last| last.id != programme.id) {
                        among.push(programme);
                    }
                }
            }
        }
        let (periodic, naming) = (dataset.periodic_documents(), dataset.agency_mentions());
        Self { dataset, periodic, wanted, reported, naming }
    }

    /// What the document reports; nothing where it reports nothing.
    pub fn reported(&self, document: &Document) -> Option<&Reported<'a>> {
        self.reported.get(&document.id)
    }

    /// In what the document reports the agency as taking part.
    pub fn part(&self, document: &Document, agency: &Agency) -> Option<&Part<'a>> {
        self.reported(document)?.parts.get(&agency.id)
    }

    /// Whether the document names the agency, be it as who takes part or otherwise.
    pub fn is_named(&self, document: &Document, agency: &Agency) -> bool {
        let mut places = self.naming.get(&agency.id).into_iter().flatten();
        self.part(document, agency).is_some() || places.any(|at| at.document == document.id)
    }

    /// The periodic documents that are silent, oldest first: those that are asked about, or those after which
    /// no document `reports_it` and every periodic one is silent.
    pub fn silent(
        &self,
        is_silent: impl Fn(&Document) -> bool,
        reports_it: impl Fn(&Document) -> bool,
    ) -> Vec<&'a Document> {
        let (mut silent, speaking): (Vec<_>, Vec<_>) =
            self.periodic.iter().copied().partition(|document| is_silent(document));
        if self.wanted.is_empty() {
            let reporting = self.dataset.records().documents.iter().filter(|d| reports_it(d));
            let dates = reporting.chain(speaking).filter_map(|document| document.date);
            let last = dates.max_by_key(|date| date.first_day());
            silent.retain(|document| {
                !document.date.is_some_and(|date| last.is_some_and(|last| date.is_before(last)))
            });
        } else {
            silent.retain(|document| self.wanted.iter().any(|wanted| wanted.id == document.id));
        }
        silent
    }

    /// The periodic document that is over before all others that `reports_it`.
    pub fn first(&self, reports_it: impl Fn(&Document) -> bool) -> Option<&'a Document> {
        let dated = self.periodic.iter().copied().filter(|d| d.date.is_some() && reports_it(d));
        dated.min_by_key(|document| document.date.map(Date::last_day))
    }

    /// These places, each once, by document and paragraph.
    pub fn cite(&self, places: impl Iterator<Item = Citation>) -> Vec<String> {
        let places: Vec<Citation> = places.collect();
        self.dataset.in_order(&places).into_iter().map(|place| self.dataset.cite(place)).collect()
    }

    /// The latest document before this one that `reports_it`, be it periodic or not.
    pub fn last(
        &self,
        before: &Document,
        reports_it: impl Fn(&Document) -> bool,
    ) -> Option<&'a Document> {
        let documents = self.dataset.records().documents.iter();
        latest(before, documents.filter(|document| reports_it(document)))
    }
}

/// The latest of these documents that is older than this one.
pub(super) fn latest<'a>(
    before: &Document,
    documents: impl IntoIterator<Item = &'a Document>,
) -> Option<&'a Document> {
    documents
        .into_iter()
        .filter(|document| is_older(document, before))
        .max_by_key(|document| (document.date, &document.id))
}
