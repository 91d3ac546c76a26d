//! Plans and practices of a report: what a body will do, or continues to do.

use crate::model::Force;
use std::ops::Range;

use super::addressee::{Named, parties_of};
use super::adverb::is_adverb;
use super::clause::Limbs;
use super::cover::holder;
use super::party::Ask;
use super::token::sentences;

impl Limbs<'_> {
    /// Plans and practices: "UNODC will continue to …", "the Commission continues to …".
    pub fn plans(&self) -> Vec<(Range<usize>, Ask)> {
        let mut found = Vec::new();
        let mut last: Vec<Named> = Vec::new();
        for sentence in sentences(self.text) {
            if holder(self.silent, &sentence).is_some() {
                continue;
            }
            let tokens = self.token_at(sentence.start)..self.token_at(sentence.end);
            let mut is_begun = false;
            for at in tokens {
                let verb = self.tokens[at].text;
                let is_to = self.tokens.get(at + 1).is_some_and(|next| next.is("to"));
                let force = match verb {
                    "will" if !self.is_denied(at + 1) => Force::Planned,
                    "continues" | "continue" if is_to => Force::Practice,
                    _ => continue,
                };
                let Some(before) = self.skip_adverbs(at) else { continue };
                let word = &self.tokens[before];
                let is_back = match last.len() {
                    0 => false,
                    1 => word.is("it"),
                    _ => word.is("they"),
                };
                let is_back = is_back || is_begun && matches!(word.text, "and" | ",");
                let named = self.named_before(before);
                let is_pronoun = named.is_none() && is_back;
                let Some(named) = named.or(is_pronoun.then(|| last.clone())) else { continue };
                // Several continue to: of one, or of a group, the words are no more than its noun or a state.
                if verb == "continue" && named.len() < 2 {
                    continue;
                }
                let (parties, is_guess) = parties_of(&named);
                let is_guess = is_guess || is_pronoun;
                let span = self.tokens[at].start..self.tokens[at].end();
                let verb = verb.to_owned();
                let by = Vec::new();
                found.push((span, Ask { force, verb, parties, by, is_guess, is_spoken: false }));
                last = named;
                is_begun = true;
            }
        }
        found
    }

    /// Whether the words from here on deny what is planned: "also not", "no longer"; "not only" does not.
    fn is_denied(&self, at: usize) -> bool {
        let is_between = |word: &str| word == "," || is_adverb(word) || word.ends_with("ly");
        let is_hardly = |word: &str| matches!(word, "barely" | "hardly" | "scarcely");
        // "Will not fail to" affirms.
        let affirms = |next: &str| matches!(next, "cease" | "fail" | "hesitate" | "stop" | "tire");
        let mut words = self.tokens[at..].iter().map(|token| token.text);
        let word = words.find(|word| !is_between(word) || is_hardly(word));
        let (next, last) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        match word {
            Some("neither") => true,
            Some("never") => !affirms(next),
            Some("no") => matches!(next, "longer" | "more"),
            Some("in") => next == "no" && matches!(last, "case" | "event" | "way"),
            Some("not") => {
                let is_aside = next.ends_with("ly") && last == ",";
                !is_aside
                    && !affirms(next)
                    && !matches!(next, "only" | "just" | "merely" | "simply")
            }
            Some(word) if is_hardly(word) => true,
            _ => false,
        }
    }
}
