//! What two datasets, or two documents of one, say differently, record by record.
//!
//! Records are compared fact by fact as they stand in the model, so that a field that is new to the model
//! is compared as soon as it is there. The order of records and of list items has no meaning.

mod compare;
mod documents;
mod facts;
mod figures;
mod identity;
mod instruments;
mod reports;

use std::collections::BTreeSet;

use crate::model::{AnyRecord, Commitment, Dataset, Kind, Standing, vocabulary};

use super::COMPARED_KINDS;
use compare::{Between, compare};
pub use documents::documents;
use facts::Reader;
use identity::Identity;
pub use instruments::instruments;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What happened.
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

vocabulary! {
    /// What happened to a record.
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
        /// Of two documents that report it, only the new one names an agency in it.
        PartnerNewlyNamed,
        /// Only the old one does. That is silence: it does not say that the agency has left.
        PartnerNotNamedAgain,
        /// A figure of one scope is not what it was.
        FigureChanged,
        /// The new document does not give a figure of a programme that both report. That is silence: it does not
        /// say that the figure has changed.
        FigureNotRepeated,
        /// It is reported, or named, where it was not; of two documents that report it, only the new one says anything
        /// of the field.
        NewlyReported,
        /// It is not reported, or named, where it was.
        NoLongerReported,
        /// Of two documents, only the old one reports or names it, or says anything of the field. That is silence: it
        /// does not say that anything has ended.
        NotReportedAgain,
        /// The new document cites it, the old one does not.
        NewlyCited,
        /// The old document cites it, the new one does not.
        NotCitedAgain,
        /// Evidence came by which the commitment is reported or completed that was neither.
        CommitmentAnswered,
        /// Only the new document has evidence linked to the commitment.
        EvidenceInNewOnly,
        /// Only the old document has.
        EvidenceInOldOnly,
        /// Both documents report it, in other words.
        WordedOtherwise,
        /// The new instrument repeats it.
        Kept,
        /// The new instrument repeats it, and binds more firmly or asks for more.
        Strengthened,
        /// The new instrument repeats it, and binds less firmly or asks for less.
        Weakened,
        /// The new instrument repeats it for more actors, or covers more.
        Widened,
        /// The new instrument repeats it for fewer actors, or covers less.
        Narrowed,
        /// The new instrument repeats it through intermediate ones that changed it in different ways.
        Reworded,
        /// The new instrument does not repeat it.
        Dropped,
        /// The old instrument does not have it.
        New,
        /// What would have to be read, or searched for it, has not been, or the two have not been compared.
        NotCompared,
    }
}

impl Difference {
    fn new(
        change: Change,
        record: &dyn AnyRecord,
        field: Option<&str>,
        before: Vec<String>,
        after: Vec<String>,
    ) -> Self {
        let (id, field) = (record.slug().to_owned(), field.map(str::to_owned));
        Self { change, kind: record.kind(), id, field, before, after }
    }
}

/// What two datasets say differently: programmes first, then commitments, agencies, documents and pillars,
/// each by id.
///
/// A record is the same as another of the same id, or as one whose id it lists among its former ids.
pub fn datasets(old: &Dataset, new: &Dataset) -> Vec<Difference> {
    let identity = Identity::new(old.records(), new.records());
    let sides = Sides { old, new, identity };
    COMPARED_KINDS.iter().flat_map(|kind| sides.compare(*kind)).collect()
}

struct Sides<'a> {
    old: &'a Dataset,
    new: &'a Dataset,
    identity: Identity,
}

impl Sides<'_> {
    /// Compares the records of one kind.
    fn compare(&self, kind: Kind) -> Vec<Difference> {
        let (mut found, mut kept) = (Vec::new(), BTreeSet::new());
        for new in self.new.records().of(kind) {
            let before = self.identity.before(kind, new.slug());
            if let Some(old) = before.and_then(|before| self.old.record(kind, before)) {
                kept.insert(old.slug());
                found.extend(self.changes(old, new));
            } else {
                let title = vec![new.title().to_owned()];
                found.push(Difference::new(Change::Added, new, None, vec![], title));
            }
        }
        for old in self.old.records().of(kind).into_iter().filter(|r| !kept.contains(r.slug())) {
            let title = vec![old.title().to_owned()];
            found.push(Difference::new(Change::Removed, old, None, title, vec![]));
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found
    }

    /// What two records that are the same say differently.
    fn changes(&self, old: &dyn AnyRecord, new: &dyn AnyRecord) -> Vec<Difference> {
        let before = Reader { dataset: self.old, identity: &self.identity };
        let after = Reader { dataset: self.new, identity: &Identity::default() };
        let mut now = after.facts(new);
        if old.slug() != new.slug() {
            // The new record lists it: that is the renaming itself, which the id shows already.
            now.retain(|fact| fact.field != "former_ids" || fact.shown != old.slug());
        }
        let mut rows = compare(Between::Datasets, new, &before.facts(old), &now);
        if new.kind() == Kind::Commitment
            && answer(self.old, old.slug()).is_none()
            && let Some(why) = answer(self.new, new.slug())
        {
            let evidence = |row: &&mut Difference| row.field.as_deref() == Some("evidence");
            let mut its = rows.iter_mut().filter(evidence).peekable();
            if its.peek().is_none() {
                // What answers it stands under an earlier one, or has become later than it.
                let answered = Change::CommitmentAnswered;
                rows.push(Difference::new(answered, new, Some("status"), vec![], vec![why]));
            } else {
                its.for_each(|row| row.change = Change::CommitmentAnswered);
            }
        }
        rows
    }
}

/// Why a commitment is reported or completed, where it is.
fn answer(dataset: &Dataset, commitment: &str) -> Option<String> {
    let commitment = dataset.find::<Commitment>(commitment)?;
    let standing = Standing::of(commitment, dataset);
    standing.status.is_answered().then(|| standing.why(commitment, dataset))
}
