//! Bodies and groups that are named in a paragraph, and which of them stand at a place.

use std::ops::Range;

use super::party::Party;
use super::token::Token;
use crate::model;

/// A body or a group in a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub span: Range<usize>,
    pub party: Party,
    /// Whether it was found by a reference back.
    pub is_guess: bool,
}

impl Named {
    /// Whether many are named at once: "Member States".
    pub fn is_several(&self) -> bool {
        is_several(&self.party)
    }

    /// Whether it is a country or its government.
    pub fn is_state(&self) -> bool {
        matches!(self.party, Party::State(_))
    }
}

/// Whether a party is many: "Member States".
pub(super) fn is_several(party: &Party) -> bool {
    matches!(party, Party::Known(model::Party::Group(_)))
}

/// Who is meant, and whether one of them is a guess.
pub(super) type Meant = (Vec<Party>, bool);

/// Those who are named.
pub(super) fn parties_of(named: &[Named]) -> Meant {
    let parties = named.iter().map(|named| named.party.clone()).collect();
    (parties, named.iter().any(|named| named.is_guess))
}

/// Whether a name begins between these bytes.
pub(super) fn names_within(named: &[Named], from: usize, until: usize) -> bool {
    let first = named.partition_point(|named| named.span.start < from);
    named.get(first).is_some_and(|named| named.span.start < until)
}

/// One of those whose names end at byte `end`.
pub(super) fn last_at(named: &[Named], end: usize) -> Option<&Named> {
    let from = named.partition_point(|named| named.span.start < end);
    // Names hardly lie within one another, so that the one sought is among the last few.
    named[..from].iter().rev().take(8).find(|named| named.span.end == end)
}

/// The body named where these tokens begin: of names that begin together the longest, and of those that follow
/// one another the last, which is a body of the other: "the UNAIDS Programme Coordinating Board".
pub(super) fn starting_at<'a>(named: &'a [Named], tokens: &[Token]) -> Option<&'a Named> {
    let at = tokens.first()?.start;
    let until = named.partition_point(|named| named.span.start <= at);
    let longest = named[..until].last().filter(|named| named.span.start == at)?;
    let behind = tokens.iter().find(|token| token.start >= longest.span.end);
    let next = behind.and_then(|token| first_at(named, token.start));
    let is_part = |next: &&Named| !longest.is_several() && !next.is_state();
    Some(next.filter(is_part).unwrap_or(longest))
}

/// The first of those whose names begin at byte `at`.
pub(super) fn first_at(named: &[Named], at: usize) -> Option<&Named> {
    let first = named.partition_point(|named| named.span.start < at);
    named.get(first).filter(|named| named.span.start == at)
}
