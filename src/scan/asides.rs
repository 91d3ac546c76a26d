//! Text between a subject and its verb, or between the parts of a joint subject: asides, and words that say which are
//! meant.

use std::ops::Range;

use super::addressee;
use super::adverb::is_aside;
use super::clause::Limbs;
use super::companions::is_article;
use super::excluded::begins_exclusion;
use super::heads;
use super::named::{Named, last_at, names_within};
use super::place::TITLES;
use super::plan::is_participle;
use super::token::{Places, Token};

impl Limbs<'_> {
    /// The subject whose name is followed by what tells which are meant and ends with the token at `last`: "Member
    /// States in a position to do so", "Governments that have not yet done so".
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

    /// Whether the words from the one at `at` on tell by whom somebody is what: "supported by WHO".
    pub fn is_done_by(&self, at: usize) -> bool {
        is_participle(self.tokens.word(at)) && self.tokens.is(at + 1, "by")
    }

    /// Where the name of a person begins that ends before the comma at `comma` and stands behind another, or opens the
    /// sentence: "Dr. Jane Doe,".
    pub fn person_ending(&self, comma: usize) -> Option<usize> {
        let is_part = |at: &usize| {
            let token = &self.tokens[*at];
            let before = self.tokens.word_before(*at, 1);
            let is_stop = token.text == "." && (before.len() == 1 || TITLES.has(before));
            is_stop || token.is_capital() && !heads::is_head(token.text)
        };
        let first = (comma.saturating_sub(7)..comma).rev().take_while(is_part).last()?;
        let words = self.tokens[first..comma].iter().filter(|token| token.is_word()).count();
        let opens = first.checked_sub(1).is_none_or(|before| !self.tokens[before].is_word());
        let (start, end) = (self.tokens[first].start, self.tokens[comma].start);
        (opens && words > 1 && !names_within(self.with_states, start, end)).then_some(first)
    }

    /// The token before the place that stands behind a name and ends with the token at `at`: "WHO in New York".
    pub fn before_place(&self, at: usize) -> Option<usize> {
        let last = self.before_brackets(at)?;
        let is_part = |at: &usize| {
            self.tokens[*at].is_capital() && last_at(self.named, self.tokens[*at].end()).is_none()
        };
        let first = (last.saturating_sub(2)..=last).rev().take_while(is_part).last()?;
        let is_placed = matches!(self.tokens.word_before(first, 1), "in" | "at");
        first.checked_sub(2).filter(|_| is_placed)
    }

    /// The tokens before the asides that may end with the comma at `at`, the nearest first: "the Office, through
    /// its work, will".
    pub fn before_asides(&self, at: usize) -> impl Iterator<Item = usize> {
        let from = match self.tokens[at].text {
            "," => at.saturating_sub(40),
            _ => at,
        };
        let person = self.person_ending(at).filter(|_| from < at);
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
            // "The Director of WHO, Jane Doe, urged"
            let is_person = person == Some(comma + 1);
            is_aside(next) || is_left_out || self.is_done_by(comma + 1) || is_apposed || is_person
        };
        let is_end = move |at: &usize| {
            matches!(self.tokens[*at].text, "." | ";" | ":") && person.is_none_or(|it| *at < it)
        };
        (from..at).rev().take_while(move |at| !is_end(at)).filter(opens).map(|open| open - 1)
    }
}
