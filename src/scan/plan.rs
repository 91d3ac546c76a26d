//! Plans and practices of a report: what a body will do, or continues to do.

use crate::model::Force;
use std::ops::Range;

use super::addressee::Named;
use super::clause::Limbs;
use super::cover::holder;
use super::party::Ask;
use super::token::sentences;

impl Limbs<'_> {
    /// Plans and practices: "UNODC will continue to …", "the Commission continues to …".
    pub fn plans(&self) -> Vec<(Range<usize>, Ask)> {
        let mut found = Vec::new();
        let mut last_subject: Option<&Named> = None;
        for sentence in sentences(self.text) {
            if holder(self.silent, &sentence).is_some() {
                continue;
            }
            let tokens = self.token_at(sentence.start)..self.token_at(sentence.end);
            let mut is_begun = false;
            for at in tokens {
                let force = match self.tokens[at].text {
                    "will" => Force::Planned,
                    "continues" if self.tokens.get(at + 1).is_some_and(|next| next.is("to")) => {
                        Force::Practice
                    }
                    _ => continue,
                };
                let Some(before) = self.skip_adverbs(at) else { continue };
                let is_joined = is_begun && matches!(self.tokens[before].text, "and" | ",");
                let is_pronoun = self.tokens[before].is("it") || is_joined;
                let subject =
                    self.named_before(before).or(if is_pronoun { last_subject } else { None });
                let Some(named) = subject else { continue };
                last_subject = Some(named);
                let span = self.tokens[at].start..self.tokens[at].end();
                let verb = self.tokens[at].text.to_owned();
                let parties = vec![named.party.clone()];
                found.push((
                    span,
                    Ask {
                        force,
                        verb,
                        parties,
                        is_guess: named.is_guess || is_pronoun,
                        is_spoken: false,
                    },
                ));
                is_begun = true;
            }
        }
        found
    }
}
