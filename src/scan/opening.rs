//! Phrases that open a sentence before its subject: "In cooperation with WHO, …", "In this regard UNODC".

use super::adverb::is_adverbial;
use super::clause::Limbs;
use super::companions::is_article;
use super::named::first_at;
use super::subjects::PREPOSITIONS;
use super::token::{Places, Token, Words};
use super::verb::is_past;

/// Words with which a phrase before a clause begins: "In cooperation with WHO, …".
static OPENINGS: Words = Words::new(
    "After As At Before Behind Besides Beyond By Despite During Following For From Given In Jointly Like On \
     Since Through To Together Towards Under Upon Using Via With Within Without",
);

/// Words that open such a phrase with "to" alone behind them: "Thanks to", not "Further work".
static BEFORE_TO: Words =
    Words::new("According Due Further Next Owing Prior Pursuant Subject Thanks");

/// Words in "-ing" and "-ed" that open the subject itself: "Funding from WHO", "Nothing in it".
static NOUNS: Words = Words::new(
    "Briefing Financing Funding Meeting Monitoring Nothing Planning Programming Reporting Training United",
);

/// Words with which a clause of its own begins, so that no phrase goes on.
static CLAUSES: Words = Words::new(
    "that which who whom whose where when while whether if because it they we there not do does did",
);

/// How many words such a phrase may have without a comma behind it.
const LONGEST: usize = 12;

impl Limbs<'_> {
    /// Whether a phrase without a comma behind it ends with the token at `last`: "in this regard", or one that opens its
    /// sentence and has no verb, "In Kenya".
    pub fn ends_opening(&self, last: usize) -> bool {
        if is_adverbial(&self.tokens[..=last]) {
            return true;
        }
        let near = last.saturating_sub(LONGEST);
        let is_near = near == 0 || (near..last).any(|at| self.ends_clause(at));
        if !is_near || !self.opens_with_phrase(last + 1) {
            return false;
        }
        let first = self.sentence_start(last + 1);
        // "To assist WHO", "By assisting WHO", "In WHO": the name is one of the phrase.
        let is_whole = !PREPOSITIONS.has(self.tokens[last].text)
            && !self.tokens[first].is("to")
            && !self.is_gerund(last)
            && !is_article(self.tokens[last].text);
        is_whole && !(first + 1..=last).any(|at| self.ends_phrase(at))
    }

    /// Whether the token at `at` is a verb in "-ing" and no noun: "by assisting", not "in the meeting".
    fn is_gerund(&self, at: usize) -> bool {
        let before = self.tokens.word_before(at, 1).to_lowercase();
        self.tokens[at].text.ends_with("ing") && (before.is_empty() || PREPOSITIONS.has(&before))
    }

    /// Whether the token at `at` is none of a phrase: a sign, a verb, or the name of who acts.
    fn ends_phrase(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let before = self.tokens.word_before(at, 1);
        let has_article = is_article(before) || matches!(before, "its" | "their");
        let governor = self.tokens.word_before(at, 1 + usize::from(has_article)).to_lowercase();
        let is_governed = PREPOSITIONS.has(&governor);
        !token.is_word()
            || !is_governed
                && (CLAUSES.has(token.text) || first_at(self.named, token.start).is_some())
            || !is_governed && !has_article && is_past(token.text)
    }

    /// The first word of the sentence in which the token at `at` stands, labels not counted.
    fn sentence_start(&self, at: usize) -> usize {
        let start = (0..at).rev().find(|at| self.ends_clause(*at)).map_or(0, |stop| stop + 1);
        let is_label = |token: &&Token| !token.is_word() || token.is_number();
        start + self.tokens[start..at].iter().take_while(is_label).count()
    }

    /// Whether a phrase opens the sentence in which the token at `at` stands, labels not counted: "Supported by
    /// WHO, …".
    pub fn opens_with_phrase(&self, at: usize) -> bool {
        let mut words = self.tokens[self.sentence_start(at)..at].iter();
        let (Some(first), Some(next)) = (words.next(), words.next()) else { return false };
        let may_be_participle = first.is_capital() && !NOUNS.has(first.text);
        let is_active = first.text.ends_with("ing")
            && !matches!(next.text, "of" | "by" | "for" | "from" | "between" | "and");
        let is_passive = (first.text.ends_with("ed") || first.text == "Led")
            && matches!(next.text, "by" | "on" | "in" | "with" | "at" | "to");
        OPENINGS.has(first.text)
            || BEFORE_TO.has(first.text) && next.is("to")
            || may_be_participle && (is_active || is_passive)
    }
}
