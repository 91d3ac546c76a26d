//! Verbs with a subject that nevertheless govern no limb: those of a clause about something else, "the day when WHO
//! urges", "it is said that the Board welcomed"; participles; and words of courtesy and of deeds.

use super::clause::{Limbs, Subject, Verb};
use super::named::starting_at;
use super::subject::is_joint;
use super::subjects::PREPOSITIONS;
use super::token::{Places, Token, Words};
use super::verb::Tense;
use crate::model::{Force, ForceClass};

/// Persons whom somebody welcomes or thanks in a meeting.
static PERSONS: Words = Words::new(
    "attendees audience colleagues delegates delegation delegations experts guests host interpreters members \
     newcomers participants speakers trainees visitors",
);

/// Words for the one who presides, and titles before the name of a person.
static CHAIRS: Words = Words::new("Chair Chairman Chairperson Chairwoman Mr Mrs Ms");

impl Limbs<'_> {
    /// Whether the verb with this subject only tells of something, or means a deed or a courtesy.
    pub fn is_told(&self, verb: &Verb, subject: &Subject) -> bool {
        let is_affirmed = verb.force.class() == ForceClass::Affirmation;
        let is_inner = match self.word_before_subject(verb, subject) {
            "when" | "When" | "where" | "Where" => true,
            "that" | "which" | "As" => is_affirmed,
            _ => false,
        };
        is_inner
            || self.is_done_by_other(verb, subject)
            || self.is_opinion(verb)
            || self.is_courtesy(verb)
    }

    /// The word behind which the clause begins whose subject stands right before the verb; none where it is not named
    /// there: "Thanks bodies such as WHO, commends".
    fn word_before_subject(&self, verb: &Verb, subject: &Subject) -> &str {
        let is_there =
            |at: &usize| !is_joint(self.tokens[*at].text) || matches!(subject, Subject::Named(_));
        let last = verb.before.filter(is_there).and_then(|before| self.before_perfect(before));
        last.map_or("", |last| self.introduces(last))
    }

    /// The word behind which the clause begins whose subject ends with the token at `last`: "that", "which".
    pub fn introduces(&self, last: usize) -> &str {
        let named = self.subject_before(last).map(|doers| doers.before);
        let before = named.or_else(|| self.before_organ(last)).flatten();
        before.map_or("", |before| self.tokens[before].text)
    }

    /// Whether the verb is a participle with "by": "an observer invited by the Board".
    fn is_done_by_other(&self, verb: &Verb, subject: &Subject) -> bool {
        let is_participle = verb.tense == Tense::Past && verb.force != Force::Decided;
        is_participle && self.next(verb) == "by" && !matches!(subject, Subject::Passive(_))
    }

    /// Whether somebody says what he thinks or does: "we consider that", "we support Member States with".
    fn is_opinion(&self, verb: &Verb) -> bool {
        let text = self.text[verb.span.clone()].to_lowercase();
        let object = &self.tokens[verb.tokens.end..];
        let object = &object[usize::from(object.first().is_some_and(|word| word.is("the")))..];
        let is_body = || {
            let body = starting_at(self.with_states, object);
            body.is_some_and(|body| {
                let behind = self.tokens.word(self.token_at(body.span.end));
                PREPOSITIONS.has(behind) || matches!(behind, "" | "." | "," | "and" | "to")
            })
        };
        verb.tense == Tense::First
            && (text == "consider" && self.next(verb) == "that" || text == "support" && is_body())
    }

    /// Whether persons are welcomed or thanked, or by one who presides: "welcomed the participants to the meeting", "the
    /// Chair thanked".
    fn is_courtesy(&self, verb: &Verb) -> bool {
        if !matches!(verb.force, Force::Welcomed | Force::Appreciated) || verb.tense != Tense::Past
        {
            return false;
        }
        let words = &self.tokens[verb.tokens.end..];
        let is_of_phrase =
            |token: &&Token| token.is_word() && !PREPOSITIONS.has(token.text) && !token.is("and");
        let phrase: Vec<&Token> = words.iter().take(8).take_while(is_of_phrase).collect();
        let is_count =
            phrase.first().is_some_and(|first| first.is_number() && first.text.len() < 4);
        let is_person = phrase.last().is_some_and(|noun| PERSONS.has(noun.text));
        let before = (verb.tokens.start.saturating_sub(40)..verb.tokens.start).rev();
        let mut before = before.take_while(|at| !self.ends_clause(*at));
        is_count || is_person || before.any(|at| CHAIRS.has(self.tokens[at].text))
    }
}
