//! Whether the silence of a document on a commitment means anything.

use super::{Commitment, Dataset, Date, Document, Group, Party};

/// Why a periodic document that comes after a commitment is not silent on it, though it does not report it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excuse {
    /// It is not due before the document.
    NotDue(Date),
    /// States alone are to act, and the periodic documents report what organisations do.
    StatesAlone,
    /// It would be reported elsewhere, for the reason that the commitment gives.
    Elsewhere,
}

impl Excuse {
    /// Why the documents, which it concerns all, are not silent on the commitment.
    pub fn why(self, commitment: &Commitment, documents: &[&Document]) -> String {
        match self {
            Self::NotDue(due) => {
                let named: Vec<String> = documents.iter().map(|d| d.label_and_date()).collect();
                format!("not due before {}: due {due}", named.join(", "))
            }
            Self::StatesAlone if commitment.addressed_to.is_empty() => {
                "made by Member States only; the notes report what organisations do".to_owned()
            }
            Self::Elsewhere => {
                let reason = commitment.reported_elsewhere.as_deref().unwrap_or_default();
                format!("outside the scope of {}: {reason}", Document::labels(documents))
            }
            Self::StatesAlone => {
                "addressed to Member States only; the notes report what organisations do".to_owned()
            }
        }
    }
}

impl Document {
    /// Its label with its date: `E/CN.7/2020/CRP.5 of 4 February 2020`.
    pub fn label_and_date(&self) -> String {
        self.date.map_or_else(
            || self.label().to_owned(),
            |date| format!("{} of {}", self.label(), date.words()),
        )
    }
}

impl Commitment {
    /// Whether a document that does not report it is silent on it: it comes after it, and had something to report.
    pub fn is_missed_by(&self, document: &Document, dataset: &Dataset) -> bool {
        self.is_before(document, dataset) && self.excuse(document).is_none()
    }

    /// Whether any of these documents could be silent on it.
    pub fn can_be_missed_by(&self, documents: &[&Document], dataset: &Dataset) -> bool {
        self.untracked.is_none() && documents.iter().any(|d| self.is_missed_by(d, dataset))
    }

    /// Why the document had nothing to report on it, where that is so.
    pub fn excuse(&self, document: &Document) -> Option<Excuse> {
        let not_due = |due: &Date| document.date.is_some_and(|date| !due.is_before(date));
        let not_due = self.due.filter(not_due).map(Excuse::NotDue);
        not_due
            .or_else(|| self.is_for_states_alone().then_some(Excuse::StatesAlone))
            .or_else(|| self.reported_elsewhere.as_ref().map(|_| Excuse::Elsewhere))
    }

    /// Whether nobody but States is to act.
    fn is_for_states_alone(&self) -> bool {
        let to_act = if self.addressed_to.is_empty() { &self.made_by } else { &self.addressed_to };
        !to_act.is_empty() && to_act.iter().all(|p| *p == Party::Group(Group::MemberStates))
    }
}
