//! Which verbs govern a limb, and who is their subject.

use super::clause::{Limbs, Previous, Style, Subject, Verb};
use super::infinitive::infinitive;
use super::named::names_within;
use super::speaker::SPEAKERS;
use super::token::{Places, Token, Words};
use super::verb::Tense;
use crate::model::{Force, ForceClass};

impl Limbs<'_> {
    pub fn style(&self, verbs: &[Verb]) -> Style {
        let opens = |verb: &Verb| self.opens(verb.before);
        if self.tokens.iter().take(4).any(|token| token.text == "We") {
            return Style::Declaration;
        }
        let is_capital = |verb: &Verb| {
            let first = verb.before.map_or(0, |before| before + 1);
            self.tokens.get(first).is_some_and(Token::is_capital)
        };
        match verbs.iter().find(|verb| opens(verb) && is_capital(verb)) {
            Some(verb) if verb.tense == Tense::Third => Style::Operative,
            Some(verb)
                if verb.tense == Tense::First
                    && self.is_item
                    && self.headed != Some(Tense::Third) =>
            {
                Style::Imperative
            }
            _ if verbs.iter().any(|verb| opens(verb) && self.is_headed(verb)) => Style::Headed,
            _ if self.is_operative(verbs) => Style::Operative,
            Some(verb) if verb.tense == Tense::Participle && !self.is_ended() => Style::Preamble,
            _ => Style::Prose,
        }
    }

    /// Whether the paragraph ends as one with a main clause does: "Recalling resolution 60/1, the Board urges WHO to
    /// act."
    fn is_ended(&self) -> bool {
        let text = self.text.trim_end();
        text.trim_end_matches(['”', '"', ')', ']']).ends_with(['.', ':'])
    }

    /// Whether nothing but a label, and the "To" of an item, stands up to the token at `before`.
    pub fn opens(&self, before: Option<usize>) -> bool {
        before.is_none_or(|before| {
            let label = match self.tokens[before].text {
                "To" if self.is_item || self.headed.is_some() => &self.tokens[..before],
                _ => &self.tokens[..=before],
            };
            before < 4 && label.iter().all(Token::is_label)
        })
    }

    /// Whether the verb has the form required by a subject in a paragraph above.
    fn is_headed(&self, verb: &Verb) -> bool {
        match self.headed {
            Some(Tense::First) => verb.tense == Tense::First,
            Some(Tense::Third) => verb.tense != Tense::Participle,
            Some(_) => matches!(verb.tense, Tense::Past | Tense::Third),
            None => false,
        }
    }

    /// Whether nothing but a label and adverbs stands before byte `at`.
    pub fn is_opening(&self, at: usize) -> bool {
        self.opens(self.skip_adverbs(self.token_at(at)))
    }

    /// Who governs the verb, or nothing if it is no governing verb.
    pub fn subject(&self, verb: &Verb, style: Style, previous: Previous) -> Option<Subject> {
        self.governor(verb, style, previous).filter(|subject| !self.is_told(verb, subject))
    }

    fn governor(&self, verb: &Verb, style: Style, previous: Previous) -> Option<Subject> {
        let before = verb.before;
        let before_text = before.map_or("", |before| self.tokens[before].text);
        let is_joined = is_joint(before_text);
        let opens = self.opens(before);
        let goes_on = opens || is_joined && previous.is_some();
        if let Some(governed) = self.governed_subject(verb, style, previous) {
            return governed;
        }
        // "I call upon", "I have asked"
        let speaker = before.filter(|_| verb.asks()).and_then(|before| self.before_perfect(before));
        if speaker.is_some_and(|at| self.tokens[at].text == "I")
            && (verb.tense == Tense::First || speaker != before)
            && self.is_telling(verb)
        {
            return Some(Subject::Organ);
        }
        if let Some(listed) = self.listed_subject(verb) {
            return Some(listed);
        }
        match (style, verb.tense) {
            (Style::Operative, Tense::Third) => {
                (opens || is_joined && self.has_object(verb)).then_some(Subject::Organ)
            }
            (Style::Headed, _) => {
                (goes_on && self.is_stated(verb, opens)).then_some(Subject::Organ)
            }
            (Style::Preamble, Tense::Participle) => goes_on.then_some(Subject::Organ),
            (Style::Declaration, Tense::First) => (self.follows_we(verb)
                || previous.is_none() && self.is_apposed(before_text)
                || is_joined && previous.is_some() && self.has_object(verb))
            .then_some(Subject::We),
            (Style::Prose | Style::Imperative, Tense::First)
                if self.follows_we(verb) || self.goes_on_with_we(verb, is_joined, previous) =>
            {
                (self.has_object(verb) || self.is_telling(verb)).then_some(Subject::We)
            }
            (Style::Imperative | Style::Prose, Tense::First)
                if self.is_item && verb.asks() && self.is_begun_anew(before) =>
            {
                self.has_object(verb).then_some(Subject::Organ)
            }
            (Style::Imperative, Tense::First) => {
                let has_party = verb.asks() && self.has_infinitive(verb);
                let is_begun = opens && self.is_asked && verb.asks();
                (is_begun || has_party && goes_on).then_some(Subject::Organ)
            }
            (Style::Prose, Tense::Third | Tense::First) if !self.is_item => {
                self.present_subject(verb, previous)
            }
            (Style::Declaration | Style::Prose, Tense::Past) => self.past_subject(verb, previous),
            (Style::Prose, Tense::Participle) => self.participle_subject(verb, previous),
            _ => None,
        }
    }

    /// The body before a list within a line, where the verb begins one of its items: "The Board: (a) Requests WHO to plant;
    /// (b) Invites".
    fn listed_subject(&self, verb: &Verb) -> Option<Subject> {
        let is_label = |at: usize| {
            self.tokens.word_before(at, 2) == "(" && self.tokens.word_before(at, 1).len() < 5
        };
        let close = verb.before.filter(|at| self.tokens[*at].text == ")" && is_label(*at))?;
        let may_begin = matches!(verb.tense, Tense::Third | Tense::Past);
        let joint =
            (0..close.min(40)).find(|at| matches!(self.tokens[*at].text, ":" | "," | ";"))?;
        let is_led = may_begin && self.tokens.is(joint + 1, "(") && is_label(joint + 3);
        let last = joint.checked_sub(1).filter(|_| is_led)?;
        let named = self
            .subject_before(last)
            .filter(|doers| self.opens(doers.before))
            .map(|doers| doers.names);
        named.map(Subject::Named).or_else(|| self.is_organ(last).then_some(Subject::Organ))
    }

    /// Whether what is asked follows the verb; what speakers begin a paragraph with they say whomever they ask.
    fn is_stated(&self, verb: &Verb, opens: bool) -> bool {
        let is_said = opens && self.headed == Some(Tense::Third) && self.has_object(verb);
        self.is_headed(verb) && (is_said || self.is_telling(verb))
    }

    /// Whether the token at `before` is the "and" behind a comma, with which another clause of an item begins.
    fn is_begun_anew(&self, before: Option<usize>) -> bool {
        before.is_some_and(|and| {
            and > 0 && self.tokens[and].is("and") && matches!(self.tokens[and - 1].text, "," | ";")
        })
    }

    /// Whether what follows is an object rather than the rest of a list of nouns.
    pub fn has_object(&self, verb: &Verb) -> bool {
        let Some(next) = self.tokens.get(verb.tokens.end) else { return false };
        let is_named = names_within(self.named, next.start, next.start + 25);
        let text = &self.text[verb.span.clone()];
        let is_noun = match next.text {
            "of" => !text.ends_with("note"),
            "for" | "from" | "by" => text.ends_with("requests"),
            _ => false,
        };
        (OBJECTS.has(next.text)
            || is_named
            || next.is_capital()
            || verb.asks() && next.is_word() && !matches!(next.text, "and" | "or"))
            && !is_noun
    }

    pub fn has_infinitive(&self, verb: &Verb) -> bool {
        let limb = verb.tokens.end..self.tokens.len().min(verb.tokens.end + 60);
        let next = self.tokens.get(verb.tokens.end).map_or(self.text.len(), |next| next.start);
        let has_party = match self.next(verb) {
            "by" | "for" | "from" | "in" | "as" => false,
            "it" | "them" | "those" => true,
            _ => names_within(self.with_states, next, next + 40),
        };
        let is_early =
            |at: usize| !self.tokens[verb.tokens.end..at].iter().any(|token| token.is("to"));
        has_party && infinitive(self.tokens, limb).is_some_and(is_early)
    }

    /// The subject of a verb in a report: a body or a group right before it, of the passive or not.
    fn past_subject(&self, verb: &Verb, previous: Previous) -> Option<Subject> {
        let before = self.before_perfect(verb.before?)?;
        let text = self.tokens[before].text;
        let follows =
            previous.filter(|(last, _)| last.tense == Tense::Past && self.is_near(last, verb));
        let is_joined = is_joint(text) && follows.is_some() && self.has_object(verb);
        let is_with_speakers = matches!(follows, Some((_, Subject::Speakers)));
        let behind = before.saturating_sub(usize::from(text == ","));
        if SPEAKERS.has(self.tokens[behind].text) || is_joined && is_with_speakers {
            return verb.asks().then_some(Subject::Speakers);
        }
        if verb.asks() && self.is_delegation(before) && self.is_telling(verb) {
            return Some(Subject::Speakers);
        }
        if !self.governs(verb) {
            return None;
        }
        if let Some(recommended) = self.recommended(verb, before) {
            return Some(recommended);
        }
        if matches!(text, "was" | "were" | "is" | "are" | "been") {
            let auxiliary = self.skip_adverbs(before)?;
            let subject = self.before_perfect(auxiliary)?;
            // "Had WHO been requested" tells what did not happen.
            let is_perfect = subject != auxiliary;
            if !verb.asks() || is_perfect != (text == "been") || is_perfect && self.is_felt(verb) {
                return None;
            }
            let named = self.named_before(subject).or_else(|| self.told_which(subject));
            if let Some(named) = named {
                return Some(Subject::Passive(named));
            }
            return match self.earlier_subject(subject, Tense::Past) {
                Some(Subject::Named(named) | Subject::Passive(named))
                    if is_joint(self.tokens[subject].text) =>
                {
                    Some(Subject::Passive(named))
                }
                _ => None,
            };
        }
        if let Some(named) = self.named_before(before) {
            return self.is_meant_for_somebody(verb).then_some(Subject::Named(named));
        }
        let joined = self.joined_or_text(verb, before, previous);
        joined.or(is_joined.then_some(Subject::Organ))
    }

    /// Whether a verb of a report has its force with whatever subject: not "adopted the plan", "supports States".
    pub fn governs(&self, verb: &Verb) -> bool {
        let text = self.text[verb.span.clone()].to_lowercase();
        match verb.force {
            Force::Decided => {
                matches!(text.as_str(), "decided" | "agreed that")
                    || text.starts_with("authorize") && self.has_infinitive(verb)
            }
            // What is considered or recalled need not be noted, nor what is supported be welcomed.
            _ => !["support", "consider", "recall"].iter().any(|verb| text.starts_with(verb)),
        }
    }

    /// Whether the verb affirms something, and asks nobody.
    pub fn affirms(&self, verb: &Verb) -> bool {
        // "Expressed concern", "took note"
        let has_noun = self.text[verb.span.clone()].contains(' ');
        verb.force.class() == ForceClass::Affirmation
            && self.governs(verb)
            && (has_noun || self.has_object(verb))
    }

    /// The token before the auxiliary of the perfect, if one stands at `at` or before an aside that ends there:
    /// "the Board has requested", "the Board has, in its report, requested".
    pub fn before_perfect(&self, at: usize) -> Option<usize> {
        match self.perfect(at) {
            Some(auxiliary) => self.skip_adverbs(auxiliary),
            None => Some(at),
        }
    }

    /// The auxiliary of the perfect that stands at `at` or before an aside that ends there.
    pub fn perfect(&self, at: usize) -> Option<usize> {
        let is_perfect = |at: &usize| matches!(self.tokens[*at].text, "has" | "have" | "had");
        [at].into_iter().chain(self.before_asides(at)).find(is_perfect)
    }
}

/// Words with which the object of a verb begins.
pub(super) static OBJECTS: Words = Words::new(
    "the that all its our their with also further in those other each of this them him interested \
     relevant pertinent competent collaboration contributions closer continued efforts international \
     regional parties donors any an a stakeholders cooperation deep concern to upon",
);

/// Whether the word joins a verb to another before it.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "," | ";" | "and" | ":")
}
