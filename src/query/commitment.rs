//! Filters on commitments.

use crate::model::{Commitment, Dataset, Document, Force, Id, Party, Pillar};

use super::texts::Searched;
use super::{Every, Words};

/// What is asked of a commitment. Fields that ask nothing are empty.
#[derive(Debug, Clone, Default)]
pub struct CommitmentFilter {
    /// Who made it.
    pub by: Every<Party>,
    /// Whom it is addressed to.
    pub to: Every<Party>,
    /// How binding it is.
    pub forces: Every<Force>,
    /// The instrument in which it stands, or a document that states it.
    pub documents: Every<Id<Document>>,
    /// The pillar that it is filed under.
    pub pillars: Every<Id<Pillar>>,
    /// Words that must all occur.
    pub search: Words,
}

impl CommitmentFilter {
    /// Whether the commitment answers.
    pub fn matches(&self, commitment: &Commitment, dataset: &Dataset) -> bool {
        let stands_in = |id: &Id<Document>| {
            commitment.instrument.as_ref() == Some(id)
                || commitment.sources.iter().any(|source| source.document == *id)
        };
        self.by.hold(|party| commitment.made_by.contains(party))
            && self.to.hold(|party| commitment.addressed_to.contains(party))
            && self.forces.hold(|force| *force == commitment.force)
            && self.documents.hold(stands_in)
            && self.pillars.hold(|pillar| *pillar == commitment.pillar)
            && (self.search.is_empty() || self.search.find(commitment.texts(dataset)).is_some())
    }
}
