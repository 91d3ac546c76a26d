//! The periodic documents, and which of them are silent.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Dataset, Date, Document, Id, Pillar, Programme, ProgrammeKind};

use super::is_older;

/// What a document reports.
#[derive(Default)]
pub(super) struct Told<'a> {
    /// The pillars that something is filed under.
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
    asked: Vec<&'a Document>,
    told: BTreeMap<&'a Id<Document>, Told<'a>>,
}

impl<'a> Editions<'a> {
    pub fn new(dataset: &'a Dataset, asked: Vec<&'a Document>) -> Self {
        let mut told: BTreeMap<&'a Id<Document>, Told<'a>> = BTreeMap::new();
        for programme in &dataset.records().programmes {
            for report in &programme.reports {
                let told = told.entry(&report.document).or_default();
                told.pillars.insert(&programme.pillar);
                for participant in &report.participants {
                    let part = told.parts.entry(&participant.agency).or_default();
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
        Self { dataset, periodic: dataset.periodic_documents(), asked, told }
    }

    /// What the document reports; nothing where it reports nothing.
    pub fn told(&self, document: &Document) -> Option<&Told<'a>> {
        self.told.get(&document.id)
    }

    /// In what the document reports the agency as taking part.
    pub fn part(&self, document: &Document, agency: &Agency) -> Option<&Part<'a>> {
        self.told(document)?.parts.get(&agency.id)
    }

    /// The periodic documents that are silent, oldest first: those that are asked about, or those after which
    /// no document `tells` and every periodic one is silent.
    pub fn silent(
        &self,
        is_silent: impl Fn(&Document) -> bool,
        tells: impl Fn(&Document) -> bool,
    ) -> Vec<&'a Document> {
        let (mut silent, speaking): (Vec<_>, Vec<_>) =
            self.periodic.iter().copied().partition(|document| is_silent(document));
        if self.asked.is_empty() {
            let telling = self.dataset.records().documents.iter().filter(|d| tells(d));
            let dates = telling.chain(speaking).filter_map(|document| document.date);
            let last = dates.max_by_key(|date| date.first_day());
            silent.retain(|document| {
                !document.date.is_some_and(|date| last.is_some_and(|last| date.is_before(last)))
            });
        } else {
            silent.retain(|document| self.asked.iter().any(|asked| asked.id == document.id));
        }
        silent
    }

    /// The periodic document that is over before all others that `tells`.
    pub fn first(&self, tells: impl Fn(&Document) -> bool) -> Option<&'a Document> {
        let dated = self.periodic.iter().copied().filter(|d| d.date.is_some() && tells(d));
        dated.min_by_key(|document| document.date.map(Date::last_day))
    }

    /// The latest periodic document before this one that `tells`.
    pub fn last(
        &self,
        before: &Document,
        tells: impl Fn(&Document) -> bool,
    ) -> Option<&'a Document> {
        latest(before, self.periodic.iter().copied().filter(|document| tells(document)))
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
