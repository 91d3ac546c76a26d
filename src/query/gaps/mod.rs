//! Gaps: what the periodic documents do not report.

mod agencies;
mod editions;
mod records;

use std::borrow::Cow;

use crate::model::{
    Agency, AnyRecord, Commitment, Dataset, Date, Document, Id, Kind, Pillar, Programme, Report,
    vocabulary,
};

use super::{CommitmentFilter, Every, Words, texts};
use editions::Editions;

vocabulary! {
    /// What a periodic document does not report. It never means that nothing was done.
    pub enum GapKind {
        /// Nothing in the document answers a commitment that is older and not yet completed.
        CommitmentNotReported,
        /// An earlier periodic document reports the programme, this one does not.
        ProgrammeNotReported,
        /// No programme that the document reports is filed under the pillar, be it as a secondary one.
        PillarNotReported,
        /// An earlier periodic document names the agency in an activity, this one names it in nothing.
        AgencyNotReported,
        /// The document names the agency as involved in a coordination mechanism and in no other activity.
        NoOtherActivity,
    }
}

/// One thing that periodic documents do not report, and why it is listed.
pub struct Gap<'a> {
    /// What sort of gap it is.
    pub gap: GapKind,
    /// The documents that are silent, or that say no more, oldest first.
    pub documents: Vec<&'a Document>,
    /// The record that is not reported.
    pub record: &'a dyn AnyRecord,
    /// The date of the last document that reports it, or of the commitment where none does.
    pub since: Option<Date>,
    /// The places on which this row rests.
    pub sources: Vec<String>,
    /// Why it is listed.
    pub reason: String,
    /// The pillars that it is filed under.
    pub pillars: Vec<&'a Id<Pillar>>,
    /// The agencies that it concerns.
    pub agencies: Vec<&'a Id<Agency>>,
}

impl<'a> Gap<'a> {
    /// A gap about this record, without what only some kinds of gap have.
    fn new(
        gap: GapKind,
        record: &'a dyn AnyRecord,
        documents: Vec<&'a Document>,
        reason: String,
    ) -> Self {
        Gap {
            gap,
            documents,
            record,
            since: None,
            sources: Vec::new(),
            reason,
            pillars: Vec::new(),
            agencies: Vec::new(),
        }
    }
}

/// A filter on gaps. Empty fields do not filter.
///
/// Where documents are named, each is judged by itself: what it does not report is a gap, whatever was
/// reported since. Else gaps are those that are open: what was reported since is none, and what the latest
/// periodic documents leave out is one, in one row for all of them.
///
/// A commitment that is not due before the document is no gap, and none that is for States alone to carry out: the
/// periodic documents report what organisations do.
#[derive(Debug, Clone, Default)]
pub struct GapFilter {
    /// The documents that are silent.
    pub documents: Every<Id<Document>>,
    /// Kinds of gap.
    pub kinds: Every<GapKind>,
    /// The pillar that the record, or the activity that the row is about, is filed under.
    pub pillars: Every<Id<Pillar>>,
    /// The agency that it concerns.
    pub agencies: Every<Id<Agency>>,
    /// What is asked of a commitment; where anything is, nothing else is a gap.
    pub commitments: CommitmentFilter,
    /// Words that must all occur, in the record or in the reason.
    pub search: Words,
}

impl GapFilter {
    /// The gaps that match, by kind of gap, then by id.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<Gap<'a>> {
        let asked = self.documents.values().filter_map(|id| dataset.get(id)).collect();
        let editions = Editions::new(dataset, asked);
        let mut found = Vec::new();
        editions.commitments(&mut found);
        editions.programmes(&mut found);
        // A part of a dataset has each record whole, but not all of what a document reports.
        if dataset.whole().is_none() {
            editions.pillars(&mut found);
            editions.agencies(&mut found);
        }
        found.retain(|gap| self.matches(gap, dataset));
        found.sort_by_key(|gap| (gap.gap, gap.record.slug()));
        found
    }

    /// How many of the commitments that it is about there are, and on how many of them its documents could be silent.
    pub fn commitments_asked(&self, dataset: &Dataset) -> (usize, usize) {
        let editions = self.editions(dataset);
        let is_asked = |commitment: &&Commitment| {
            self.pillars.each_holds(|pillar| *pillar == commitment.pillar)
                && self.agencies.each_holds(|id| commitment.agencies().any(|agency| agency == id))
                && self.commitments.matches(commitment, dataset)
        };
        let asked: Vec<_> = dataset.records().commitments.iter().filter(is_asked).collect();
        let could = asked.iter().filter(|c| c.can_be_missed_by(&editions, dataset)).count();
        (asked.len(), could)
    }

    /// The periodic documents whose silence is asked about, oldest first.
    pub fn editions<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Document> {
        let mut periodic = dataset.periodic_documents();
        let asked: Vec<&Id<Document>> = self.documents.values().collect();
        periodic.retain(|document| asked.is_empty() || asked.contains(&&document.id));
        periodic
    }

    fn matches(&self, gap: &Gap<'_>, dataset: &Dataset) -> bool {
        let id = gap.record.slug();
        let searched = || {
            let reason = ("reason", Cow::Borrowed(gap.reason.as_str()));
            self.search.find(texts(gap.record, dataset).into_iter().chain([reason])).is_some()
        };
        let commitment = || {
            let commitment = dataset.find(id).filter(|_| gap.record.kind() == Kind::Commitment);
            commitment.is_some_and(|commitment| self.commitments.matches(commitment, dataset))
        };
        self.documents.each_holds(|id| gap.documents.iter().any(|document| *id == document.id))
            && self.kinds.each_holds(|kind| *kind == gap.gap)
            && self.pillars.each_holds(|pillar| gap.pillars.contains(&pillar))
            && self.agencies.each_holds(|agency| gap.agencies.contains(&agency))
            && (self.commitments == CommitmentFilter::default() || commitment())
            && (self.search.is_empty() || searched())
    }
}

fn is_older(document: &Document, other: &Document) -> bool {
    document.date.is_some_and(|date| other.date.is_some_and(|other| date.is_before(other)))
}

/// What these documents say of the programme.
fn reports<'a>(
    programme: &'a Programme,
    documents: &[&Document],
) -> impl Iterator<Item = &'a Report> {
    programme
        .reports
        .iter()
        .filter(|report| documents.iter().any(|document| document.id == report.document))
}
