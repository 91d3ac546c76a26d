//! Texts that ask: "the resolution requests", "paragraph 5 of resolution 60/1 invites", and "it" behind who asked.

use super::clause::{Limbs, Previous, Subject, Verb};
use super::excluded::KINDS;
use super::heads;
use super::named::{Named, names_within};
use super::subjects::STARTS;
use super::token::{Places, Token, Words};

/// Nouns of texts that ask.
static TEXTS: Words = Words::new(
    "resolution decision declaration statement strategy document convention agenda plan report review evaluation \
     assessment audit study paragraph communiqué",
);

/// Nouns of bodies that ask without a name: "the Committee", "the Heads of State".
static ORGANS: Words = Words::new(
    "Assembly Board Body Commission Committee Conference Congress Council Group Inspectors Meeting Ministers Panel \
     Parties Session State Government Summit Forum Chair",
);

/// Words before such a noun.
static BEFORE: Words = Words::new(
    "the this that same said its a an political action outcome ministerial joint new final omnibus recent",
);

/// Capitalised words that, before such a text, mean that it is not the subject.
static OPENINGS: Words = Words::new(
    "As If Unless Whether How What Why By In Under With Of To For No Neither Whichever Had Should Were",
);

/// Whether the word is the noun of a text that asks.
pub(super) fn is_text(word: &str) -> bool {
    TEXTS.has(word)
}

impl Limbs<'_> {
    /// Who asks where the verb is joined to another, or the subject that ends with the token at `before` is a text, or
    /// "it" and means who asked before.
    pub fn joined_or_text(&self, verb: &Verb, before: usize, last: Previous) -> Option<Subject> {
        if let Some(joined) = self.joined_subject(verb, before) {
            return Some(joined);
        }
        if self.affirms(verb) && self.is_organ(before) {
            return Some(Subject::Organ);
        }
        if !verb.asks() || !self.is_asked(verb) {
            return None;
        }
        // "Resolution 60/1, adopted in 2005, requests"
        let from = if self.tokens[before].text == "," { before.saturating_sub(24) } else { before };
        let mut commas = (from..before).filter(|at| *at > 0 && self.tokens[*at].text == ",");
        if self.is_text(before)
            || commas.any(|comma| self.is_text(comma - 1))
            || self.tokens[before].text == "It" && self.follows_text(before)
        {
            return Some(Subject::Text);
        }
        // "INCB met in May. It requested WHO to plant."
        if self.tokens[before].text == "It" {
            let guess = |named| Named { is_guess: true, ..named };
            let named = self.told_of(before)?.into_iter().map(guess).collect();
            return Some(Subject::Named(named));
        }
        if self.is_organ(before) {
            return Some(Subject::Organ);
        }
        let is_it = self.tokens[before].is("it");
        let (last, subject) = last.filter(|(last, _)| is_it && last.tense == verb.tense)?;
        let word = before.checked_sub(1).map_or(".", |at| self.tokens[at].text);
        let opens = matches!(word, "." | "," | ";" | "and") || word.parse::<u32>().is_ok();
        let between = last.span.end..verb.span.start;
        let is_near = || self.text[between.clone()].matches(". ").nth(1).is_none();
        if !opens || !is_near() || self.has_other_subject(between.start, between.end) {
            return None;
        }
        match subject {
            Subject::Organ | Subject::Text => Some(subject.clone()),
            Subject::Named(named) if matches!(named.as_slice(), [one] if !one.is_several()) => {
                Some(subject.clone())
            }
            _ => None,
        }
    }

    /// Whether a body that has no name is the subject that ends with the token at `last`: "the Governing Body".
    pub fn is_organ(&self, last: usize) -> bool {
        self.before_organ(last).is_some()
    }

    /// The token before such a body and its article.
    pub fn before_organ(&self, last: usize) -> Option<Option<usize>> {
        let is_part = |at: &usize| {
            let word = self.tokens[*at].text;
            let is_kind = heads::is_generic(word) && word.starts_with(char::is_uppercase);
            is_kind && !matches!(word, "National" | "The")
                || ORGANS.has(word)
                || matches!(word, "Heads" | "of" | "and" | "Ministerial")
        };
        let placed = |last: &usize| ORGANS.has(self.tokens[*last].text);
        let last = self.before_place(last).filter(placed).unwrap_or(last);
        let mut words = (last.saturating_sub(6)..last).rev();
        let article = words.find(|at| !is_part(at));
        // "Ministers" and "Heads of State" need no article.
        let first = article.map_or(0, |at| at + 1);
        let is_many = matches!(self.tokens[first].text, "Ministers" | "Heads");
        let is_the = article.is_some_and(|at| self.tokens[at].is("the"));
        let before = if is_the { first.checked_sub(2) } else { article };
        let is_organ = ORGANS.has(self.tokens[last].text) && (is_the || is_many);
        (is_organ && self.starts_clause(before)).then_some(before)
    }

    /// Whether somebody else begins a clause between these bytes: ", and WHO agreed".
    fn has_other_subject(&self, from: usize, until: usize) -> bool {
        let first = self.named.partition_point(|named| named.span.start < from);
        let between = self.named[first..].iter().take_while(|named| named.span.start < until);
        between.filter_map(|named| self.before_name(named)).any(|before| {
            let word = self.tokens[before].text;
            matches!(word, "." | ";") || word == "and" && self.tokens.word_before(before, 1) == ","
        })
    }

    /// Whether the sentence before the one that the token at `it` opens begins with a text, and does not only tell what
    /// became of it: "The plan was sent to WHO. It".
    fn follows_text(&self, it: usize) -> bool {
        let is_stop = |token: &Token| token.text == ".";
        let Some(stop) = it.checked_sub(1).filter(|stop| is_stop(&self.tokens[*stop])) else {
            return false;
        };
        let first = self.tokens[..stop].iter().rposition(is_stop).map_or(0, |end| end + 1);
        let text = (first..stop.min(first + 12)).find(|last| self.is_text(*last));
        text.is_some_and(|last| {
            let is_told = matches!(self.tokens.word(last + 1), "was" | "is" | "has");
            let is_joined = self.tokens[first..last].iter().any(|token| token.is("and"));
            let rest = self.tokens[last].end()..self.tokens[stop].start;
            !(is_joined || is_told && names_within(self.named, rest.start, rest.end))
        })
    }

    /// Whether a text is the subject that ends with the token at `last`.
    fn is_text(&self, last: usize) -> bool {
        let word = |at: usize| self.tokens.word(at).to_lowercase();
        let is_behind = |at: &usize| {
            let token = &self.tokens[*at];
            let is_joint = matches!(token.text, "/" | "-" | "of" | "the" | "(" | ")");
            token.is_number() || token.is_capital() || is_joint
        };
        let mut back = (last.saturating_sub(10)..=last).rev();
        let Some(noun) = back.find(|at| TEXTS.has(&word(*at)) || !is_behind(at)) else {
            return false;
        };
        if !TEXTS.has(&word(noun)) {
            return false;
        }
        let mut first = noun;
        while let Some(before) = first.checked_sub(1).filter(|before| noun - before < 12) {
            let token = &self.tokens[before];
            let is_paragraph =
                token.is("of") && before > 1 && word(before - 2).starts_with("paragraph");
            let is_owner = token.text == "s" && before > 0 && !self.tokens[before - 1].is_word();
            if is_owner {
                first = before - 1;
            } else if is_paragraph {
                first = before - 2;
            } else if let Some(organ) = self.name_ending(before) {
                first = self.token_at(organ.span.start);
            } else if !STARTS.has(&word(before))
                && (token.is_capital() || BEFORE.has(&word(before)) || KINDS.has(&word(before)))
            {
                first = before;
            } else {
                break;
            }
        }
        let before = first.checked_sub(1);
        let opens = self.starts_clause(before) && !before.is_some_and(|at| self.is_denied_that(at));
        opens && !OPENINGS.has(self.tokens.word(first))
    }
}
