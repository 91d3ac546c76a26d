//! Filters on commitments.

use crate::model::{
    Agency, Commitment, Dataset, Date, Document, Force, Id, Lineage, Party, Pillar, ReadParagraphs,
    Standing, Status,
};

use super::reading::{on_silent, on_unread};
use super::{Every, Words};

/// A filter on commitments. Empty fields do not filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CommitmentFilter {
    /// Who made it.
    pub by: Every<Party>,
    /// Whom it is addressed to.
    pub to: Every<Party>,
    /// How binding it is.
    pub forces: Every<Force>,
    /// The instrument in which it stands, or a document that states it.
    pub documents: Every<Id<Document>>,
    /// The instrument in which it stands.
    pub instruments: Every<Id<Document>>,
    /// The paragraph that states it, in the documents and instruments asked about if there are any.
    pub paragraphs: Every<ReadParagraphs>,
    /// Whether only the newest of each line are wanted.
    pub latest: bool,
    /// The pillar that it is filed under.
    pub pillars: Every<Id<Pillar>>,
    /// Where it stands.
    pub statuses: Every<Status>,
    /// Only what is due before the first day of this date.
    pub due_before: Option<Date>,
    /// Words that must all occur.
    pub search: Words,
}

/// A commitment that was found, with where it stands.
pub struct FoundCommitment<'a> {
    /// The commitment.
    pub commitment: &'a Commitment,
    /// Where it stands.
    pub standing: Standing<'a>,
}

impl<'a> FoundCommitment<'a> {
    /// The agencies that make it or that it is addressed to, each with the documents that state it.
    pub fn named(&self) -> impl Iterator<Item = (&'a Id<Agency>, &'a Id<Document>)> {
        named_by(self.commitment)
    }
}

/// The agencies that make a commitment or that it is addressed to, each with the documents that state it.
pub(super) fn named_by(
    commitment: &Commitment,
) -> impl Iterator<Item = (&Id<Agency>, &Id<Document>)> {
    let agencies = commitment.agencies();
    agencies.flat_map(|agency| documents_of(commitment).map(move |document| (agency, document)))
}

/// The documents in which a commitment stands or that state it.
pub(super) fn documents_of(commitment: &Commitment) -> impl Iterator<Item = &Id<Document>> {
    commitment.sources.iter().map(|source| &source.document).chain(&commitment.instrument)
}

impl CommitmentFilter {
    /// The commitments that match, by the date of their instruments and then by paragraph.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<FoundCommitment<'a>> {
        let lines = self.latest.then(|| Lineage::new(dataset));
        let mut found: Vec<&Commitment> = dataset
            .records()
            .commitments
            .iter()
            .filter(|commitment| self.matches(commitment, dataset))
            .filter(|commitment| lines.as_ref().is_none_or(|lines| lines.is_last(commitment)))
            .collect();
        found.sort_by_cached_key(|commitment| commitment.place_in_time(dataset));
        found
            .into_iter()
            .map(|commitment| FoundCommitment {
                commitment,
                standing: Standing::of(commitment, dataset),
            })
            .filter(|found| self.statuses.each_holds(|status| *status == found.standing.status))
            .collect()
    }

    /// Of those that `latest` leaves out, how many are not reported though others repeat them, and how many nobody
    /// repeats: another branch of their line goes on in a later instrument.
    pub fn left_out_by_latest(&self, dataset: &Dataset) -> (usize, usize) {
        if !self.latest {
            return (0, 0);
        }
        let lines = Lineage::new(dataset);
        let all = Self { latest: false, ..self.clone() }.find(dataset);
        let (ends, repeated): (Vec<_>, Vec<_>) =
            all.iter().partition(|found| lines.is_end(found.commitment));
        let ends = ends.iter().filter(|found| !lines.is_last(found.commitment)).count();
        let is_silent =
            |found: &&&FoundCommitment<'_>| found.standing.status == Status::NotReported;
        (repeated.iter().filter(is_silent).count(), ends)
    }

    /// What is to be known of the documents and paragraphs that are named, where these were `found`: which have not
    /// been read, or why no commitment is recorded there.
    pub fn silence(&self, found: &[FoundCommitment<'_>], dataset: &Dataset) -> Option<String> {
        let Self { documents, instruments, .. } = self.clone();
        let named = Every::of([documents.groups(), instruments.groups()].concat());
        let there = Self { documents, instruments, ..Self::default() };
        let commitments = &dataset.records().commitments;
        let places = commitments.iter().filter(|one| there.matches(one, dataset));
        let places: Vec<&str> = places.flat_map(|one| there.places(one)).collect();
        let nothing = "no commitment is recorded";
        let silent = on_silent(nothing, &self.paragraphs, &places, &named, dataset);
        // Of what is known only from another document, the rows say so.
        let is_known = |id: &Id<Document>| {
            silent.is_none() && commitments.iter().flat_map(documents_of).any(|known| known == id)
        };
        let unknown = named.values().filter(|id| !is_known(id));
        let is_found = silent.is_some() || !found.is_empty();
        on_unread(unknown, is_found, dataset).or(silent)
    }

    /// The paragraphs that state a commitment: those of the documents and instruments asked about, if there are any.
    fn places<'a>(&self, commitment: &'a Commitment) -> Vec<&'a str> {
        let asked: Vec<_> = self.documents.values().chain(self.instruments.values()).collect();
        let own = commitment.instrument.as_ref().zip(commitment.instrument_paragraph.as_deref());
        let sources = commitment.sources.iter().map(|place| (&place.document, &*place.paragraph));
        let places = own.into_iter().chain(sources);
        let places = places.filter(|(document, _)| asked.is_empty() || asked.contains(document));
        places.map(|(_, paragraph)| paragraph).collect()
    }

    /// Whether everything but the status matches.
    pub(super) fn matches(&self, commitment: &Commitment, dataset: &Dataset) -> bool {
        let places = self.places(commitment);
        let paragraph = |range: &ReadParagraphs| places.iter().any(|place| range.holds(place));
        let due = |date: Date| commitment.due.is_some_and(|due| due.is_before(date));
        self.by.each_holds(|party| commitment.made_by.contains(party))
            && self.to.each_holds(|party| commitment.addressed_to.contains(party))
            && self.forces.each_holds(|force| *force == commitment.force)
            && self.documents.each_holds(|id| documents_of(commitment).any(|it| it == id))
            && self.instruments.each_holds(|id| commitment.instrument.as_ref() == Some(id))
            && self.paragraphs.each_holds(paragraph)
            && self.pillars.each_holds(|pillar| *pillar == commitment.pillar)
            && self.due_before.is_none_or(due)
            && self.search.occur(commitment, dataset)
    }
}
