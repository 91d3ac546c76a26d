//! The words of a clause: what may govern it, and the kind of paragraph it is in.
//!
//! [`Limbs`] goes on in other files: `limb.rs` finds the limbs, `subject.rs` says which verbs govern one,
//! `told.rs` which of them only report something, `subjects.rs` and those that it calls who is their subject, `plan.rs` adds plans and practices.

use crate::model::{Force, ForceClass};
use std::ops::Range;

use super::adverb::{is_adverb, is_adverbial, time};
use super::named::Named;
use super::token::{Places, Token};
use super::verb::Tense;

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
    /// "(a) Requested …", "(a) To request …": below the subject of its verb.
    Headed,
    /// Anything else.
    Prose,
}

/// A paragraph in which limbs are looked for.
pub(super) struct Limbs<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    /// The agencies and groups that it names, in order, references back included.
    pub named: &'a [Named],
    /// Those and the countries that it names.
    pub with_states: &'a [Named],
    /// Whether it is an item of another paragraph.
    pub is_item: bool,
    /// Whether that paragraph asks for what its items say.
    pub is_asked: bool,
    /// The form of its verb where the subject is in a paragraph above; `Tense::Third` allows any
    /// form, since the third person plural has the form used with "we".
    pub headed: Option<Tense>,
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
    /// The token before it and the adverbs that only number or colour it.
    pub before: Option<usize>,
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

    /// The token before the adverbs, and the mark of a note, that end before the verb at `verb`.
    pub fn before(&self, verb: usize) -> Option<usize> {
        let before = self.skip_adverbs(verb)?;
        // The mark of a note, as it is left by the extraction: "on drug use, 22 encourages".
        let is_mark = self.tokens[before].is_number()
            && self.tokens[before].text.len() < 4
            && before > 3
            && matches!(self.tokens[before - 1].text, "," | ";");
        Some(if is_mark { before - 1 } else { before })
    }

    pub fn skip_adverbs(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let word = |back| self.tokens.word_before(at, back);
            let comma = usize::from(word(1) == ",");
            // With a comma behind it, it counts within a sentence alone.
            let is_phrase = is_adverbial(&self.tokens[..at - comma])
                && (comma == 0 || !self.tokens[at - 4].is_capital());
            at -= match time(&self.tokens[..at]) {
                _ if is_adverb(word(1)) => 1,
                _ if is_phrase => 3 + comma,
                0 => return at.checked_sub(1),
                width => width,
            };
        }
    }

    /// Whether no sentence ends between the two verbs.
    pub fn is_near(&self, last: &Verb, verb: &Verb) -> bool {
        !self.text[last.span.end..verb.span.start].contains(". ")
    }

    /// The word behind a verb.
    pub fn next(&self, verb: &Verb) -> &str {
        self.tokens.word(verb.tokens.end)
    }
}

/// The governing verb before the one that is read, and its subject.
pub(super) type Previous<'v> = Option<&'v (&'v Verb, Subject)>;

/// What governs a verb.
#[derive(Clone)]
pub(super) enum Subject {
    /// The organ whose text it is.
    Organ,
    /// A text that need not be the one in which it is named: "the resolution requests".
    Text,
    We,
    /// "Many speakers": their requests are on record but not binding.
    Speakers,
    Named(Vec<Named>),
    /// Those who are asked stand before the verb: "UNODC was requested to".
    Passive(Vec<Named>),
}
