//! The kinds of record, and the lists that hold records.

use super::{Vocabulary, vocabulary};

vocabulary! {
    /// The five kinds of record.
    pub enum Kind {
        /// [`Agency`](super::Agency)
        Agency,
        /// [`Pillar`](super::Pillar)
        Pillar,
        /// [`Document`](super::Document)
        Document,
        /// [`Programme`](super::Programme)
        Programme,
        /// [`Commitment`](super::Commitment)
        Commitment,
    }
}

vocabulary! {
    /// The lists that a file of a dataset can hold.
    pub enum List {
        /// Agencies.
        Agencies,
        /// Pillars.
        Pillars,
        /// Documents.
        Documents,
        /// Programmes.
        Programmes,
        /// Commitments.
        Commitments,
        /// Reports on programmes that stand elsewhere.
        Reports,
        /// Evidence for commitments that stand elsewhere.
        Evidence,
    }
}

impl List {
    /// The kind of its records, where it is a list of records.
    pub fn kind(self) -> Option<Kind> {
        Kind::all().iter().copied().find(|kind| kind.list() == self)
    }

    /// The kind of the records to which its items belong, where it is a list of parts of records.
    pub fn owner(self) -> Option<Kind> {
        match self {
            Self::Reports => Some(Kind::Programme),
            Self::Evidence => Some(Kind::Commitment),
            _ => None,
        }
    }
}

impl Kind {
    /// Its list in a dataset.
    pub fn list(self) -> List {
        match self {
            Self::Agency => List::Agencies,
            Self::Pillar => List::Pillars,
            Self::Document => List::Documents,
            Self::Programme => List::Programmes,
            Self::Commitment => List::Commitments,
        }
    }
}
