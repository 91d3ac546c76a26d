//! What two datasets, or two documents of one, say differently, record by record.
//!
//! Records are compared fact by fact as they stand in the model, so that a field that is new to the model
//! is compared as soon as it is there. The order of records and of the items of a list says nothing.

mod compare;
mod documents;
mod facts;
mod figures;
mod identity;
mod reports;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{
    Agency, Commitment, Dataset, Document, Kind, Pillar, Programme, Record, Standing,
};

use compare::{Between, compare};
pub use documents::documents;
use facts::{Fact, Reader};
use identity::Identity;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What happened, in the words of the field.
    pub change: Change,
    /// The kind of the record.
    pub kind: Kind,
    /// Its id: the new one, unless it is gone.
    pub id: String,
    /// The field that differs; none where it is the whole record.
    pub field: Option<String>,
    /// What is there no longer: the value, or of a list the items that are gone.
    pub before: Vec<String>,
    /// What is there instead: the value, or of a list the items that are new.
    pub after: Vec<String>,
}

/// What happened to a record.
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
pub enum Change {
    /// Only the new dataset has it.
    Added,
    /// Only the old dataset has it.
    Removed,
    /// A field is not what it was.
    Changed,
    /// An agency takes part that was not reported to do so.
    PartnerJoined,
    /// An agency is no longer reported to take part.
    PartnerLeft,
    /// A figure of one scope is not what it was.
    FigureChanged,
    /// The new document does not give a figure of a programme that both report. That is silence: it does not
    /// say that the figure has changed.
    FigureNotRepeated,
    /// It is reported, or named, where it was not.
    NewlyReported,
    /// It is not reported, or named, where it was.
    NoLongerReported,
    /// The new document cites it, the old one does not.
    NewlyCited,
    /// The old document cites it, the new one does not.
    NotCitedAgain,
    /// Evidence came by which the commitment is reported or completed that was neither; of two documents, the
    /// new one answers it and the old one does not.
    CommitmentAnswered,
}

impl Difference {
    fn new<T: Record>(
        change: Change,
        record: &T,
        field: Option<&str>,
        before: Vec<String>,
        after: Vec<String>,
    ) -> Self {
        let (id, field) = (record.id().to_string(), field.map(str::to_owned));
        Self { change, kind: T::KIND, id, field, before, after }
    }
}

/// What two datasets say differently: programmes first, then commitments, agencies, documents and pillars,
/// each by id.
///
/// A record is the same as another of the same id, or as one whose id it lists among its former ids.
pub fn datasets(old: &Dataset, new: &Dataset) -> Vec<Difference> {
    let identity = Identity::new(old.records(), new.records());
    let mut sides = Sides { old, new, identity, differences: Vec::new() };
    sides.compare::<Programme>();
    sides.compare::<Commitment>();
    sides.compare::<Agency>();
    sides.compare::<Document>();
    sides.compare::<Pillar>();
    sides.differences
}

struct Sides<'a> {
    old: &'a Dataset,
    new: &'a Dataset,
    identity: Identity<'a>,
    differences: Vec<Difference>,
}

impl Sides<'_> {
    /// Compares the records of one kind.
    fn compare<T: Record + Serialize + PartialEq>(&mut self) {
        let (old, new) = (T::all(self.old.records()), T::all(self.new.records()));
        let pairs: Vec<(&T, &T)> = new
            .iter()
            .filter_map(|new| {
                Some((self.old.find(self.identity.before(T::KIND, new.id().as_str())?)?, new))
            })
            .collect();
        let kept: BTreeSet<&str> = pairs.iter().map(|(old, _)| old.id().as_str()).collect();
        let known: BTreeSet<&str> = pairs.iter().map(|(_, new)| new.id().as_str()).collect();
        let mut found = Vec::new();
        let gone = old.iter().filter(|old| !kept.contains(old.id().as_str()));
        found.extend(gone.map(|old| {
            Difference::new(Change::Removed, old, None, vec![old.title().to_owned()], vec![])
        }));
        let come = new.iter().filter(|new| !known.contains(new.id().as_str()));
        found.extend(come.map(|new| {
            Difference::new(Change::Added, new, None, vec![], vec![new.title().to_owned()])
        }));

        let changed: Vec<(&T, &T)> = pairs.into_iter().filter(|(old, new)| old != new).collect();
        let before = Reader::new(self.old, &self.identity, changed.iter().map(|(old, _)| *old));
        let same = Identity::default();
        let after = Reader::new(self.new, &same, changed.iter().map(|(_, new)| *new));
        for (old, new) in changed {
            let mut facts = before.facts(old);
            if old.id() != new.id() {
                // The new record lists it: that is the renaming itself, which the id tells already.
                facts.push(Fact::former_id(old.id().as_str()));
            }
            let id = new.id().as_str();
            let mut rows = compare(Between::Datasets, (T::KIND, id), &facts, &after.facts(new));
            if T::KIND == Kind::Commitment
                && !is_answered(self.old, old.id().as_str())
                && is_answered(self.new, id)
            {
                let evidence = |row: &&mut Difference| row.field.as_deref() == Some("evidence");
                let rows = rows.iter_mut().filter(evidence);
                rows.for_each(|row| row.change = Change::CommitmentAnswered);
            }
            found.extend(rows);
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        self.differences.extend(found);
    }
}

fn is_answered(dataset: &Dataset, commitment: &str) -> bool {
    let commitment = dataset.find::<Commitment>(commitment);
    commitment.is_some_and(|c| Standing::of(c, dataset).status.is_answered())
}
