//! Text between a subject and its verb, or between the parts of a joint subject: asides, and words that say which are
//! meant.

use std::ops::Range;

use super::addressee;
use super::adverb::is_aside;
use super::clause::Limbs;
use super::companions::is_article;
use super::excluded::begins_exclusion;
use super::heads;
use super::named::{Named, names_within};
use super::plan::is_participle;
use super::token::{Places, Token, Words};

impl Limbs<'_> {
    /// The subject whose name is followed by words that specify which are meant and that end at
    /// `last`: "Member States in a position to do so", "Governments that have not yet done so".
    pub fn told_which(&self, last: usize) -> Option<Vec<Named>> {
        let from = self.tokens[last.saturating_sub(16)].start;
        let first = self.named.partition_point(|named| named.span.start < from);
        let until = self.tokens[last].start;
        let near = self.named[first..].iter().take_while(|named| named.span.end <= until);
        let is_subject = |named: &&Named| self.starts_clause(self.before_name(named));
        let named = near.filter(is_subject).last()?;
        let behind = self.token_at(named.span.end);
        let is_relative = matches!(self.tokens.word(behind), "that" | "which" | "who");
        let begins = is_relative
            || matches!(self.tokens.word(behind), "in" | "with" | "to" | "from" | "at" | "having");
        let is_clause = |token: &Token| {
            !token.is_word() || token.is("that") || !is_relative && token.text.ends_with("ed")
        };
        let is_one = !self.tokens.get(behind + 1..=last)?.iter().any(is_clause);
        (begins && is_one).then(|| vec![named.clone()])
    }

    /// Those named in an aside between two commas who are some of those before it: "in particular WHO and UNODC".
    pub fn instances(&self, aside: Range<usize>) -> Vec<Named> {
        let word = |nth: usize| self.tokens.word(aside.start + nth);
        let width = match [word(1), word(2), word(3)] {
            ["in", "particular", _] => 3,
            ["as", "well", "as"] => 4,
            ["including" | "especially" | "notably" | "particularly", ..] => 2,
            _ => return Vec::new(),
        };
        addressee::agents(self.tokens, self.with_states, aside.start + width..aside.end)
    }

    /// The "and" before an aside that ends with the comma at `comma`: "UNODC and, as appropriate, WHO".
    pub fn before_inner_aside(&self, comma: usize) -> Option<usize> {
        let from = comma.saturating_sub(16);
        let open = from + self.tokens[from..comma].iter().rposition(|token| !token.is_word())?;
        let and = open.checked_sub(1).filter(|_| self.tokens[open].text == ",")?;
        let begins = self.tokens.get(open + 1).is_some_and(|token| !token.is_capital());
        (self.tokens[and].is("and") && begins && open + 1 < comma).then_some(and)
    }

    /// Whether the words from `at` on are a participle with "by": "supported by WHO".
    pub fn is_done_by(&self, at: usize) -> bool {
        is_participle(self.tokens.word(at)) && self.tokens.is(at + 1, "by")
    }

    /// The tokens before the asides that may end with the comma at `at`, the nearest first: "the Office, through
    /// its work, will".
    pub fn before_asides(&self, at: usize) -> impl Iterator<Item = usize> {
        let from = match self.tokens[at].text {
            "," | "”" => at.saturating_sub(40),
            _ => at,
        };
        let opens = move |comma: &usize| {
            if self.tokens[*comma].text != "," || *comma == 0 {
                return false;
            }
            let next = self.tokens[comma + 1].text;
            let is_left_out = begins_exclusion(self.tokens, comma + 1);
            // "WHO, the lead agency, will"
            let is_apposed = is_article(next)
                && self.tokens[comma + 1..at]
                    .iter()
                    .all(|token| !matches!(token.text, "," | "and" | "or"));
            is_aside(next)
                || is_left_out
                || self.is_done_by(comma + 1)
                || is_apposed
                || self.is_person(comma + 1..at)
        };
        let is_end = |at: &usize| self.ends_clause(*at);
        (from..at).rev().take_while(move |at| !is_end(at)).filter(opens).map(|open| open - 1)
    }

    /// Whether a clause ends with the token at `at`: not with the stop of "Dr." or of "L.24".
    pub fn ends_clause(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let next = self.tokens.get(at + 1);
        let is_inner = next.is_some_and(|next| next.is_word() && next.start == token.end());
        match token.text {
            ";" | ":" => true,
            "." => !is_inner && !TITLES.has(self.tokens.word_before(at, 1)),
            _ => false,
        }
    }

    /// Whether the token at `at` may be one of the name of a person: "Jane", the stop of "Dr."
    pub fn is_of_name(&self, at: usize) -> bool {
        let is_stop = self.tokens[at].text == "." && !self.ends_clause(at);
        is_stop || self.tokens[at].is_capital()
    }

    /// Whether these tokens are the name of a person: "Jane Doe", "Dr. Doe".
    pub fn is_person(&self, words: Range<usize>) -> bool {
        let name = &self.tokens[words.clone()];
        let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
        (2..8).contains(&name.len())
            && first.is_word()
            && words.clone().all(|at| self.is_of_name(at))
            && !first.is("the")
            && !name.iter().any(|token| heads::is_head(token.text))
            && !names_within(self.with_states, first.start, last.end())
    }

    /// Whether a person with a title ends with the token at `last`: "Mr. Doe", "Ambassador Jane Doe".
    pub fn is_titled(&self, last: usize) -> bool {
        let name = (last.saturating_sub(3)..=last).rev();
        let first = name.take_while(|at| self.tokens[*at].is_capital()).last();
        first.is_some_and(|first| {
            let is_short = self.tokens.word_before(first, 1) == ".";
            TITLES.has(self.tokens.word(first)) && first < last
                || is_short && TITLES.has(self.tokens.word_before(first, 2))
        })
    }

    /// The token before what says without commas when or where somebody met, or in which text, and ends at `at`, if a name
    /// or a noun ends there: "the Council in Vienna", "the Board in its resolution 60/1".
    pub fn before_place(&self, at: usize) -> Option<usize> {
        let last = self.before_brackets(at)?;
        let is_part = |at: &usize| {
            let token = &self.tokens[*at];
            token.is_capital() || token.is_number() || OCCASIONS.has(token.text)
        };
        let from = last.saturating_sub(12);
        let first = (from..=last).rev().take_while(is_part).last();
        let preposition = first.and_then(|first| first.checked_sub(1)).filter(|preposition| {
            let is_joint = matches!(self.tokens[last].text, "and" | "of" | "the" | "its" | "their");
            !is_joint && matches!(self.tokens[*preposition].text, "in" | "at" | "through")
        });
        match preposition {
            Some(preposition) => preposition.checked_sub(1),
            None => Some(last).filter(|last| *last < at),
        }
    }
}

/// Titles of persons, and their abbreviations.
static TITLES: Words = Words::new("Ambassador Dr Mr Mrs Ms Prof");

/// Words in small letters of a meeting, a text or a date.
static OCCASIONS: Words = Words::new(
    "/ its their the resolution resolutions decision decisions session report statement of and annual",
);
