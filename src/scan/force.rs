//! In which form a verb of a limb stands, and whether its force is directed at somebody.

use crate::model::Force;

/// Whether a limb of this force is addressed to somebody who is to act.
pub(super) fn is_directed(force: Force) -> bool {
    matches!(
        force,
        Force::Tasked
            | Force::Requested
            | Force::CalledUpon
            | Force::Urged
            | Force::Recommended
            | Force::Invited
            | Force::Encouraged
    )
}

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// "Requests": an operative paragraph.
    Third,
    /// "We request": a declaration.
    First,
    /// "Requested": a report.
    Past,
    /// "Requesting": a preamble.
    Participle,
}
