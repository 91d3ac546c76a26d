//! Which verbs govern a limb, and who is their subject.

use super::clause::{Limbs, Previous, Style, Subject, Verb};
use super::infinitive::infinitive;
use super::named::names_within;
use super::token::{Places, Token, Words};
use super::verb::Tense;
use crate::model::Force;

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
            _ if verbs.iter().any(|verb| self.opens_item(verb)) => Style::Operative,
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

    /// Whether the verb opens an item within the paragraph: "The Board: (a) Requests WHO to plant; (b) Invites".
    fn opens_item(&self, verb: &Verb) -> bool {
        let first = verb.before.map_or(0, |before| before + 1);
        let word = |back| self.tokens.word_before(first, back);
        let is_label = word(3) == "(" && word(2).len() < 4 && word(1) == ")";
        let joint = if word(4) == "and" { word(5) } else { word(4) };
        let is_capital = self.tokens.get(first).is_some_and(Token::is_capital);
        verb.tense == Tense::Third
            && is_label
            && matches!(joint, ":" | ";" | ",")
            && (is_capital || verb.asks() && self.has_infinitive(verb))
    }

    /// Whether the verb has a form as one has whose subject stands in a paragraph above.
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
        let before = verb.before;
        let before_text = before.map_or("", |before| self.tokens[before].text);
        let is_joined = is_joint(before_text);
        let opens = self.opens(before) || self.opens_item(verb);
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
        // "In this regard, we call upon", "we commend WHO and urge it to act"
        let follows_we = before.is_some_and(|before| self.is_we(before));
        let is_after_we = is_joined && matches!(previous, Some((_, Subject::We)));
        if matches!(style, Style::Declaration | Style::Prose)
            && verb.tense == Tense::First
            && (follows_we || is_after_we && self.has_object(verb))
        {
            return Some(Subject::We);
        }
        match (style, verb.tense) {
            (Style::Operative, Tense::Third) => {
                (opens || is_joined && self.has_object(verb)).then_some(Subject::Organ)
            }
            (Style::Headed, _) => {
                (goes_on && self.is_stated(verb, opens)).then_some(Subject::Organ)
            }
            (Style::Preamble, Tense::Participle) => goes_on.then_some(Subject::Organ),
            (Style::Declaration, Tense::First) => (previous.is_none()
                && self.is_apposed(before_text)
                || is_joined && previous.is_some() && self.has_object(verb))
            .then_some(Subject::We),
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

    /// Whether the token at `at` is the "we" of a main clause: not "when we meet".
    fn is_we(&self, at: usize) -> bool {
        let before = self.skip_adverbs(at);
        self.tokens[at].is("we")
            && before.is_none_or(|before| {
                let token = &self.tokens[before];
                !token.is_word() || token.is_number() || is_joint(token.text) || token.is("but")
            })
    }

    /// Whether the comma before a verb ends who "we" are: "We, UNODC and WHO, commit".
    fn is_apposed(&self, before: &str) -> bool {
        before == "," && self.tokens.word(0) == "We" && self.tokens.word(1) == ","
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
        let follows = previous.filter(|(previous, _)| {
            let is_past = previous.tense == Tense::Past;
            is_past && !self.text[previous.span.end..verb.span.start].contains(". ")
        });
        let is_joined = is_joint(text) && follows.is_some() && self.has_object(verb);
        let is_with_speakers = matches!(follows, Some((_, Subject::Speakers)));
        let behind = before.saturating_sub(usize::from(text == ","));
        if SPEAKERS.has(self.tokens[behind].text) || is_joined && is_with_speakers {
            return verb.asks().then_some(Subject::Speakers);
        }
        let governs = verb.asks()
            || matches!(
                verb.force,
                Force::Committed | Force::Reaffirmed | Force::Stressed | Force::Recognised
            )
            || verb.force == Force::Decided
                && self.text[verb.span.clone()].eq_ignore_ascii_case("decided");
        if !governs {
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

/// Words for those who speak in a debate.
pub(super) static SPEAKERS: Words = Words::new(
    "speaker speakers delegation delegations participants Participants representative representatives \
     meeting workshop seminar",
);

/// Whether the word joins a verb to another before it.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "," | ";" | "and" | ":")
}
