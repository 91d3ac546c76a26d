//! Phrases that open a sentence before its subject: "In Togo UNODC and WHO will", "Supported by WHO, UNODC".

use super::clause::Limbs;
use super::named::Named;
use super::plan::FINITE;
use super::reader::LONGEST;
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

/// Words in "-ing" and "-ed" that open the subject itself: "Funding from WHO".
static NOUNS: Words = Words::new(
    "Briefing Financing Funding Meeting Monitoring Nothing Planning Programming Reporting Training United",
);

impl Limbs<'_> {
    /// Whether the words up to the token at `at` are a phrase with neither verb nor subject that opens the sentence:
    /// "In Togo", "To that end", "At the national level".
    pub fn ends_opening(&self, at: usize) -> bool {
        let is_stop = |token: &Token| matches!(token.text, "." | ";" | ":");
        let from = at.saturating_sub(LONGEST);
        let stop = self.tokens[from..at].iter().rposition(is_stop);
        let start = stop.map_or(from, |stop| from + stop + 1);
        let is_verb = |token: &Token| is_past(token.text) || FINITE.has(token.text);
        let first = self.named.partition_point(|it| it.span.start < self.tokens[start].start);
        let first = self.named.get(first).filter(|it| it.span.end <= self.tokens[at].end());
        let is_subject = |named: &Named| {
            let before = self.before_name(named).map_or("", |before| self.tokens[before].text);
            !PREPOSITIONS.has(&before.to_lowercase())
        };
        // "As a next step", but "as the board meets"; "to that end", but "to help WHO"
        let opening = self.tokens[start..=at].iter().find(|token| token.is_capital());
        let next = opening.map_or("", |it| self.tokens.word(self.token_at(it.start) + 1));
        let is_clause = opening.is_some_and(|it| match it.text {
            "As" => !matches!(next, "a" | "an" | "part"),
            "To" => !matches!(next, "this" | "that"),
            _ => false,
        });
        (stop.is_some() || from == 0)
            && self.opens_with_phrase(at + 1)
            && !is_clause
            && !self.tokens[start..=at].iter().any(is_verb)
            && !first.is_some_and(is_subject)
    }

    /// Whether a phrase opens the sentence in which the token at `at` stands, labels not counted: "Supported by
    /// WHO, …".
    pub fn opens_with_phrase(&self, at: usize) -> bool {
        let before = &self.tokens[..at];
        let start = before.iter().rposition(|token| matches!(token.text, "." | ";" | ":"));
        let mut words = before[start.map_or(0, |stop| stop + 1)..]
            .iter()
            .skip_while(|token| !token.is_word() || token.is_number());
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
