//! Where the periodic documents are silent.

mod agencies;
mod records;

use crate::model::{Agency, Dataset, Date, Document, Id, Kind, Pillar, Programme, Record, Report};

use super::{Every, Words};

/// What a periodic document does not report. It never means that nothing was done.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum GapKind {
    /// Nothing in the document answers a commitment that is older and not yet completed.
    CommitmentNotReported,
    /// An earlier periodic document reports the programme, this one does not.
    ProgrammeNotReported,
    /// No programme that the document reports is filed under the pillar.
    PillarNotReported,
    /// The document names the agency in a coordination mechanism and in no other activity.
    MemberNotReported,
    /// The document names the agency in one activity only, coordination mechanisms aside.
    OneActivityReported,
}

/// One thing that a periodic document does not report, and why it is listed.
#[derive(Debug, Clone)]
pub struct Gap<'a> {
    /// What sort of gap it is.
    pub gap: GapKind,
    /// The document that is silent.
    pub document: &'a Document,
    /// The kind of the record that is not reported.
    pub kind: Kind,
    /// Its id.
    pub id: &'a str,
    /// Its name or title.
    pub name: &'a str,
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

/// What is asked of a gap. Fields that ask nothing are empty.
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
    /// Words that must all occur.
    pub search: Words,
}

impl GapFilter {
    /// The gaps that answer: document by document, oldest first, then by kind and in the order of the
    /// dataset.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<Gap<'a>> {
        let mut found = Vec::new();
        for document in dataset.periodic_documents() {
            let edition = Edition { dataset, document };
            edition.commitments(&mut found);
            edition.programmes(&mut found);
            edition.pillars(&mut found);
            edition.agencies(&mut found);
        }
        found.retain(|gap| self.matches(gap));
        found
    }

    fn matches(&self, gap: &Gap<'_>) -> bool {
        let texts = [("id", gap.id), ("name", gap.name), ("reason", gap.reason.as_str())];
        self.documents.hold(|id| *id == gap.document.id)
            && self.kinds.hold(|kind| *kind == gap.gap)
            && self.pillars.hold(|pillar| gap.pillars.contains(&pillar))
            && self.agencies.hold(|agency| gap.agencies.contains(&agency))
            && (self.search.is_empty() || self.search.find(texts).is_some())
    }
}

/// One periodic document, looked at for what it does not report.
struct Edition<'a> {
    dataset: &'a Dataset,
    document: &'a Document,
}

impl<'a> Edition<'a> {
    /// A gap about this record, without what only some kinds of gap have.
    fn gap<T: Record>(&self, gap: GapKind, record: &'a T, reason: String) -> Gap<'a> {
        Gap {
            gap,
            document: self.document,
            kind: T::KIND,
            id: record.id().as_str(),
            name: record.title(),
            since: None,
            sources: Vec::new(),
            reason,
            pillars: Vec::new(),
            agencies: Vec::new(),
        }
    }

    /// The latest of these documents that is older than this one.
    fn last(&self, documents: impl IntoIterator<Item = &'a Document>) -> Option<&'a Document> {
        documents
            .into_iter()
            .filter(|document| is_older(document, self.document))
            .max_by_key(|document| (document.date, &document.id))
    }

    /// The latest periodic document before this one that `tells`.
    fn last_edition(&self, tells: impl Fn(&Document) -> bool) -> Option<&'a Document> {
        self.last(self.dataset.periodic_documents().into_iter().filter(|document| tells(document)))
    }
}

fn is_older(document: &Document, other: &Document) -> bool {
    document.date.is_some_and(|date| other.date.is_some_and(|other| date.is_before(other)))
}

/// What the document says of the programme.
fn reports<'a>(
    programme: &'a Programme,
    document: &Document,
) -> impl Iterator<Item = &'a Report> + use<'a> {
    let id = document.id.clone();
    programme.reports.iter().filter(move |report| report.document == id)
}

fn is_reported(programme: &Programme, document: &Document) -> bool {
    reports(programme, document).next().is_some()
}
