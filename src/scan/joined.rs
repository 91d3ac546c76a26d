//! Verbs that are joined to an earlier one: "the Council took note of it and requested …", "Thanks the Board,
//! and invites …"; and who asks in the present: "WHO requests", "WHO is urging".

use super::clause::{Limbs, Previous, Subject, Verb};
use super::named::{Named, names_within};
use super::speaker::SPEAKERS;
use super::subject::{OBJECTS, is_joint};
use super::token::{Places, Token, Words};
use super::verb::{IRREGULAR, Tense};
use crate::model::Force;

/// Verbs without a force of their own with which operative paragraphs open.
static OPENERS: Words = Words::new(
    "Accepts Agrees Appoints Assures Awaits Calls Concurs Conveys Declines Demands Draws Elects Expects \
     Expresses Extends Insists Instructs Intends Nominates Regards Regrets Rejects Remains Requires \
     Shares Takes Transmits Trusts Warns Wishes",
);

/// Words with which an adjunct opens an operative paragraph: "In this regard, requests".
static ADJUNCTS: Words =
    Words::new("At Aware Conscious Convinced For In Mindful On Pursuant To With Without");

/// Verbs with which somebody says what he will do.
static SAYING: Words = Words::new(
    "added announced announces confirmed confirms declared declares indicated indicates noted reported reports \
     said says stated states",
);

/// How many tokens back a joined verb is looked for, and ahead the verb of "calls".
const REACH: usize = 80;

impl Limbs<'_> {
    /// The subject of a verb that asks and is joined behind the token at `before` to one of whatever meaning.
    pub fn joined_subject(&self, verb: &Verb, before: usize) -> Option<Subject> {
        let word = self.tokens[before].text;
        // "Denied that it had requested" is a matter of what was said.
        let is_said = before > 0 && self.tokens[before - 1].is("that");
        let is_pronoun = matches!(word, "it" | "they") && !is_said;
        let has_force = verb.asks() || verb.tense != Tense::First && self.affirms(verb);
        if !has_force || !is_joint(word) && !is_pronoun {
            return None;
        }
        match self.earlier_subject(before, verb.tense)? {
            Subject::Passive(named) => {
                (self.next(verb) == "to" && !is_pronoun).then_some(Subject::Passive(named))
            }
            Subject::Speakers if !verb.asks() => None,
            subject => (!verb.asks() || self.is_asked(verb)).then_some(subject),
        }
    }

    /// Whether somebody is asked to act, or a body is asked for something: "recommends to the Council the adoption".
    pub fn is_asked(&self, verb: &Verb) -> bool {
        let next = self.tokens.get(verb.tokens.end);
        let is_that = |next: &Token| {
            matches!(next.text, "that" | "to")
                && names_within(self.named, next.end(), next.end() + 40)
        };
        next.is_some_and(is_that) || self.has_infinitive(verb)
    }

    /// The subject of the nearest verb of this tense before the token at `at` in its sentence, unless a clause with
    /// a subject of its own stands between: "WHO met experts, who saw it and requested".
    pub fn earlier_subject(&self, at: usize, tense: Tense) -> Option<Subject> {
        let is_end = |at: &usize| self.tokens[*at].text != ":" && self.ends_clause(*at);
        // "A plan, in which it invited" is of one subject.
        let is_relative =
            matches!(self.tokens[at.saturating_sub(1)].text, "which" | "where" | "whereby");
        let until = at - usize::from(is_relative);
        let is_inner = |subject| matches!(self.introduces(subject), "that" | "which" | "where");
        for verb in (at.saturating_sub(REACH)..until).rev().take_while(|at| !is_end(at)) {
            if self.begins_clause(verb, at) {
                return None;
            }
            let word = self.tokens[verb].text;
            let is_passive = matches!(word, "was" | "were" | "been");
            let is_verb = match tense {
                Tense::Past => {
                    is_passive
                        || word.ends_with("ed")
                        || IRREGULAR.has(word)
                        || matches!(word, "has" | "have" | "had")
                }
                _ => word.ends_with('s'),
            };
            if !is_verb || self.tokens[verb].is_capital() {
                continue;
            }
            let subject = self.before_perfect(self.skip_adverbs(verb)?)?;
            if SPEAKERS.has(self.tokens[subject].text) {
                return Some(Subject::Speakers);
            }
            let Some(named) = self.named_before(subject) else {
                if !is_passive && self.is_organ(subject) && !is_inner(subject) {
                    return Some(Subject::Organ);
                }
                if tense == Tense::Past && !is_passive && self.is_finite(subject, verb) {
                    return None;
                }
                continue;
            };
            // "Noted that WHO had planted": what is told is the act of another.
            if !is_inner(subject) {
                let is = if is_passive { Subject::Passive } else { Subject::Named };
                return Some(is(named));
            }
        }
        None
    }

    /// The subject of a verb in a report that tells in the present.
    pub fn present_subject(&self, verb: &Verb, previous: Previous) -> Option<Subject> {
        let is_telling = self.governs(verb);
        let next = self.next(verb);
        // "WHO proposes to plant" is a plan.
        let is_plan = next == "to" && self.text[verb.span.clone()].starts_with("propose");
        let is_noun = matches!(next, "for" | "from" | "in" | "by" | "as")
            || is_plan
            || next == "to" && verb.force == Force::Requested;
        let is_object = is_telling && !is_noun && self.has_object(verb);
        let before = verb.before.filter(|_| is_object)?;
        let Some(named) = self.named_before(before) else {
            if verb.asks() && self.is_delegation(before) && self.is_telling(verb) {
                return Some(Subject::Speakers);
            }
            let joined = self.joined_or_text(verb, before, previous);
            return joined
                .or_else(|| self.goes_on(verb, is_joint(self.tokens[before].text), previous));
        };
        // One body requests, several request: the other form is a noun.
        let is_several = named.len() > 1 || named[0].is_several();
        (is_several == (verb.tense == Tense::First)).then_some(Subject::Named(named))
    }

    /// The body without a name that asks with the verb before, where this one `is_joined` to it: "the Committee urges
    /// WHO to plant and invites it to count".
    fn goes_on(&self, verb: &Verb, is_joined: bool, previous: Previous) -> Option<Subject> {
        let (last, subject) = previous.filter(|(last, _)| is_joined && last.tense == verb.tense)?;
        let is_said = match subject {
            Subject::Organ | Subject::Speakers if verb.asks() => self.has_infinitive(verb),
            Subject::Organ | Subject::Named(_) => self.affirms(verb),
            _ => false,
        };
        (self.is_near(last, verb) && is_said).then(|| subject.clone())
    }

    /// Whether what is asked, or what it is said of, follows the verb.
    pub fn is_telling(&self, verb: &Verb) -> bool {
        match verb.asks() {
            true => self.is_asked(verb) || self.next(verb) == "that",
            false => {
                let text = &self.text[verb.span.clone()];
                self.has_object(verb) || text.eq_ignore_ascii_case("will") || text.ends_with(" to")
            }
        }
    }

    /// Who asks with a participle and the "is" or "been" at `is`: "INCB is urging", "INCB has been urging".
    pub fn who_is_asking(&self, verb: &Verb, is: usize) -> Option<Subject> {
        let subject = self.before_perfect(self.skip_adverbs(is)?)?;
        let named = self.named_before(subject)?;
        (verb.asks() && self.is_telling(verb)).then_some(Subject::Named(named))
    }

    /// The subject of the deed that goes before a plan, whose verb stands behind the token at `before`: "WHO planted
    /// trees and will", "WHO planted trees. It will".
    pub fn told_of(&self, before: usize) -> Option<Vec<Named>> {
        let at = match self.tokens[before].text {
            "and" => before,
            "it" | "It" | "They" => {
                let is_stop = |at: &usize| self.tokens[*at].text == ".";
                (before.saturating_sub(REACH)..before).rev().find(is_stop)?
            }
            _ => return None,
        };
        let is_many = self.tokens[before].text == "They";
        let told = self.earlier_subject(at, Tense::Past);
        let named = match told.or_else(|| self.earlier_subject(at, Tense::Third))? {
            Subject::Named(named) | Subject::Passive(named) => named,
            _ => return None,
        };
        // "WHO planted a tree. It will": the tree may be meant. "WHO noted that trees grew and will": they are.
        let is_inner =
            |token: &Token| matches!(token.text, "that" | "which" | "who" | "whom" | "how");
        let is_one = |token: &Token| matches!(token.text, "a" | "an" | "the" | "this" | "its");
        let is_it = at != before && !is_many;
        let told = self.tokens.get(self.token_at(named.last()?.span.end)..at)?;
        let is_other = told.iter().any(|token| is_inner(token) || is_it && is_one(token));
        let is_number = at == before || is_many == (named.len() > 1 || named[0].is_several());
        (!is_other && is_number).then_some(named)
    }

    /// The one that announces what "it" at `it` will do: "WHO said it will", "UNODC announced that
    /// it plans to"; the inner `None` if that one was not read.
    pub fn reporter(&self, it: usize) -> Option<Option<Vec<Named>>> {
        let that = it - usize::from(self.tokens.word_before(it, 1) == "that");
        let said = that.checked_sub(1).filter(|said| SAYING.has(self.tokens[*said].text))?;
        let before = self.skip_adverbs(said).and_then(|before| self.before_perfect(before));
        let named = before.and_then(|before| self.named_before(before));
        Some(named.filter(|named| matches!(named.as_slice(), [one] if !one.is_several())))
    }

    /// Whether the word at `at` begins a clause that may hold the verb joined at `joint`: "who", or "that" before
    /// a verb or a name; not where a comma ends it.
    fn begins_clause(&self, at: usize, joint: usize) -> bool {
        let word = |at| self.tokens.word(at);
        let is_ended = self.tokens[joint].is("and") && word(joint - 1) == ",";
        let article = usize::from(matches!(word(at + 1), "the" | "a" | "an" | "its" | "their"));
        match word(at) {
            "who" | "whose" | "whom" | "where" | "when" | "which" => true,
            "that" => {
                let next = word(at + 1 + article);
                let is_verb = matches!(next, "was" | "were" | "had" | "has" | "have")
                    || next.ends_with("ed")
                    || IRREGULAR.has(next);
                !is_ended && (is_verb || next.starts_with(char::is_uppercase))
            }
            _ => false,
        }
    }

    /// Whether the past form at `verb` has the noun at `subject` for its subject, rather than to tell which:
    /// "the mayor thanked the team", "the trees planted in May".
    fn is_finite(&self, subject: usize, verb: usize) -> bool {
        let next = self.tokens.get(verb + 1);
        let has_object = next.is_some_and(|next| {
            matches!(next.text, "the" | "a" | "an" | "its" | "their" | "that" | "it" | "them")
                || next.is_capital()
                || next.is_number()
        });
        let noun = &self.tokens[subject];
        let is_noun = noun.is_word()
            && !noun.is_number()
            && !is_joint(noun.text)
            && !matches!(noun.text, "it" | "they" | "and" | "or" | "be" | "to" | "not");
        has_object && is_noun
    }

    /// Whether "calls" is the subject of a verb behind it: "calls upon WHO to act were repeated". A paragraph that
    /// ends with a semicolon asks all the same.
    fn is_noun(&self, verb: &Verb) -> bool {
        let ends = |token: &&Token| matches!(token.text, "." | ";");
        let reach = self.tokens.len().min(verb.tokens.end + REACH);
        let rest = &self.tokens[verb.tokens.end..reach];
        let is_finite = |token: &Token| {
            matches!(token.text, "was" | "were" | "is" | "are" | "has" | "have" | "had" | "grew")
                || matches!(token.text, "rose" | "fell" | "came" | "went" | "continue" | "remain")
        };
        let is_operative = self.text.trim_end().ends_with(';');
        let is_calls = self.text[verb.span.clone()].starts_with("calls");
        is_calls && !is_operative && rest.iter().take_while(|token| !ends(token)).any(is_finite)
    }

    /// Whether the paragraph is operative though none of the verbs of [`verb::ALL`](super::verb::ALL) opens it:
    /// another does, or an adjunct, and one of them is joined to it.
    pub fn is_operative(&self, verbs: &[Verb]) -> bool {
        let first = self.tokens.iter().take_while(|token| token.is_label()).count();
        let [opening, next, ..] = &self.tokens[first..] else { return false };
        if !opening.is_capital() {
            return false;
        }
        let word = opening.text;
        let is_adjunct = word.ends_with("ing") || ADJUNCTS.has(word);
        let is_opener = OPENERS.has(word)
            && (OBJECTS.has(next.text) || matches!(next.text, "seized" | "forward" | "on"));
        let is_other = word.ends_with('s')
            && word.chars().skip(1).all(char::is_lowercase)
            && !next.is_capital()
            && !verbs.iter().any(|verb| verb.tokens.start == first + 1);
        verbs.iter().filter(|verb| verb.tense == Tense::Third).any(|verb| {
            let joint = verb.before.map_or("", |at| self.tokens.word(at));
            let is_asked = verb.asks() && self.has_infinitive(verb);
            let next = self.next(verb);
            let is_decided = verb.force == Force::Decided && matches!(next, "to" | "that");
            is_joint(joint) && is_opener && verb.asks() && self.has_object(verb)
                || is_joint(joint) && is_other && is_asked
                || joint == "," && is_adjunct && (is_asked || is_decided) && !self.is_noun(verb)
        })
    }
}
