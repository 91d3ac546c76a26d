//! The words of a limb: what may govern it, and in what kind of paragraph it stands.
//!
//! [`Limbs`] goes on in three files: `limb.rs` finds the limbs, `subject.rs` says which verbs govern one and who
//! is their subject, `plan.rs` adds plans and practices.

use crate::model::{Force, ForceClass};
use std::ops::Range;

use super::addressee::Named;
use super::token::{Token, Words};
use super::verb::Tense;

/// Words that begin an aside: "through its work".
static ASIDES: Words = Words::new(
    "\
    through as in within with upon by together under for including at",
);

/// How a paragraph is worded.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Style {
    /// "1. Requests …": an operative paragraph.
    Operative,
    /// "Recalling …": a paragraph of a preamble.
    Preamble,
    /// "We reaffirm …".
    Declaration,
    /// "(a) Encourage …": an item of what is recommended.
    Imperative,
    /// Anything else.
    Prose,
}

/// A paragraph in which limbs are looked for.
pub(super) struct Limbs<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    /// The agencies and groups that it names, in order, references back included.
    pub named: &'a [Named],
    /// Whether it is an item of another paragraph.
    pub is_item: bool,
    /// Whether that paragraph asks for what its items say.
    pub is_asked: bool,
    /// Whether the participles of a preamble count.
    pub with_preamble: bool,
    /// What is quoted or says who spoke, and governs nothing.
    pub silent: &'a [Range<usize>],
}

/// A verb that may govern a limb.
pub(super) struct Verb {
    pub span: Range<usize>,
    pub force: Force,
    pub tense: Tense,
    /// The first token of the verb, and the first after it.
    pub tokens: Range<usize>,
}

impl Verb {
    /// Whether somebody is to act.
    pub fn asks(&self) -> bool {
        self.force.class() == ForceClass::Request
    }
}

impl Limbs<'_> {
    /// The first token that begins at or after byte `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.start < at)
    }

    /// The body or group whose name ends with the token at `at`, a bracketed acronym not counted.
    pub fn named_before(&self, at: usize) -> Option<&Named> {
        let at = self.before_aside(at);
        let mut end = self.tokens[at].end();
        if self.tokens[at].text == ")" {
            let from = at.saturating_sub(12);
            let open = self.tokens[from..at].iter().rposition(|token| token.text == "(")?;
            let open = from + open;
            end = self.tokens[open.checked_sub(1)?].end();
        }
        let from = self.named.partition_point(|named| named.span.start < end);
        // Names hardly lie within one another, so that the one sought is among the last few.
        let named = self.named[..from].iter().rev().take(8).find(|named| named.span.end == end)?;
        let first = self.token_at(named.span.start);
        let is_complement =
            self.tokens[..first].iter().rev().find(|token| !token.is("the")).is_some_and(|token| {
                matches!(
                    token.text,
                    "of" | "by" | "with" | "for" | "to" | "from" | "on" | "through"
                )
            });
        (!is_complement).then_some(named)
    }

    /// The token before an aside that ends with the comma at `at`: "the Office, through its work, will".
    fn before_aside(&self, at: usize) -> usize {
        if self.tokens[at].text != "," {
            return at;
        }
        let from = at.saturating_sub(16);
        let open = self.tokens[from..at].iter().rposition(|token| token.text == ",");
        let open = open.map(|open| from + open);
        match open {
            Some(open) if open > 0 && at - open < 16 && ASIDES.has(self.tokens[open + 1].text) => {
                open - 1
            }
            _ => at,
        }
    }
}

/// What governs a verb.
pub(super) enum Subject {
    /// The organ whose text it is.
    Organ,
    We,
    /// "Many speakers": what they ask is on record and binds nobody.
    Speakers,
    Named(Named),
    /// The one who is asked stands before the verb: "UNODC was requested to".
    Passive(Named),
}
