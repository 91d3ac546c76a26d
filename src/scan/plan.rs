//! Plans and practices of a report: what a body will do, stays bound to do, or continues to do.

use crate::model::Force;
use std::ops::Range;

use super::addressee;
use super::adverb::{is_adverb, is_between, is_denied};
use super::clause::Limbs;
use super::cover::holder;
use super::infinitive::NO_ACTS;
use super::named::{Named, parties_of};
use super::party::Ask;
use super::token::{Places, Words, sentences};

/// Participles that do not end in "-ed".
static PARTICIPLES: Words = Words::new(
    "given held made taken led drawn sent brought built found done seen chosen written shown kept put set \
     borne met begun",
);

/// Participles that describe the state of whoever acts.
static STATES: Words = Words::new("engaged involved committed dedicated focused guided");

/// Participles that do so before "to" and an act: "pleased to".
static READY: Words =
    Words::new("prepared determined pleased delighted honoured privileged inclined obliged poised");

/// Participles for what happens to somebody or something, rather than for what is done.
static BEFALLEN: Words = Words::new(
    "affected attended challenged complicated constrained delayed disrupted followed frustrated hampered \
     hindered impeded influenced obstructed outnumbered preceded prevented replaced slowed succeeded \
     superseded undermined",
);

/// Words that end the phrase of a noun.
static JOINTS: Words =
    Words::new("and or but that which who whom where when while if as because it they there");

/// Verbs that tell of the noun before them.
static FINITE: Words = Words::new("is are was were has have had will would should");

/// Verbs of reporting, before "that".
static TELLING: Words = Words::new(
    "said says say is states notes reports shows indicates confirms adds explains found",
);

/// Verbs of reporting with the person informed between them and "that".
static INFORMING: Words =
    Words::new("informed informs assured assures reminded reminds told notified advised");

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
            for at in tokens.clone() {
                let Some((force, end)) = self.intent(at) else { continue };
                if let Some(participle) = self.passive(at) {
                    // "WHO will be asked": it is the plan of who is to do it, if of anybody.
                    let is_work = !BEFALLEN.has(self.tokens[participle].text);
                    if let Some(named) = self.agents(participle, tokens.end).filter(|_| is_work) {
                        found.push(self.plan(force, at..end, &named, false));
                        last = named;
                        is_begun = true;
                    }
                    continue;
                }
                let before = self.skip_adverbs(at).and_then(|before| self.before_perfect(before));
                let Some(before) = before else { continue };
                let word = &self.tokens[before];
                let is_back = match last.as_slice() {
                    [] => false,
                    [one] => word.is("it") && !one.is_several(),
                    _ => word.is("they"),
                };
                let back = is_back || is_begun && matches!(word.text, "and" | ",");
                let planners = self.planners(before, back.then_some(&last));
                let Some((named, opener, is_pronoun)) = planners else { continue };
                let is_certain =
                    matches!(self.tokens[at].text, "will" | "shall" | "continues" | "continue");
                let goes_on = is_pronoun && matches!(word.text, "and" | ",");
                if !is_certain && !goes_on && !self.is_main(opener) {
                    continue;
                }
                // Several continue to: of one, or of a group, the words are no more than its noun or a state.
                if self.tokens[at].text == "continue" && named.len() < 2 {
                    continue;
                }
                found.push(self.plan(force, at..end, &named, is_pronoun));
                last = named;
                is_begun = true;
            }
        }
        found
    }

    /// Who plans something with the verb behind the token at `before`, the token before them, and whether they are
    /// named elsewhere; `last` are those before who may be meant.
    fn planners(
        &self,
        before: usize,
        last: Option<&Vec<Named>>,
    ) -> Option<(Vec<Named>, Option<usize>, bool)> {
        if let Some(doers) = self.subject_before(before) {
            return Some((doers.names, doers.before, false));
        }
        let reporter = match self.tokens[before].text {
            "it" => self.reporter(before),
            _ => None,
        };
        let named = reporter.unwrap_or_else(|| last.cloned().or_else(|| self.told_of(before)));
        Some((named?, before.checked_sub(1), true))
    }

    /// The limb whose verb is these tokens.
    fn plan(
        &self,
        force: Force,
        verb: Range<usize>,
        named: &[Named],
        is_pronoun: bool,
    ) -> (Range<usize>, Ask) {
        let span = self.tokens[verb.start].start..self.tokens[verb.end - 1].end();
        let (parties, is_guess) = parties_of(named);
        let (verb, is_guess) = (self.text[span.clone()].to_owned(), is_guess || is_pronoun);
        let (is_spoken, is_of_text) = (false, false);
        (span, Ask { force, verb, parties, by: Vec::new(), is_guess, is_spoken, is_of_text })
    }

    /// The force of the plan, pledge or practice that begins with the token at `at`, and where its verb ends: "will",
    /// "plans", "agreed", "is to", "stands ready", "remains committed".
    fn intent(&self, at: usize) -> Option<(Force, usize)> {
        let word = |at| self.tokens.word(at);
        let is_act = |to: usize| {
            let act = (to + 1..to + 4).map(word).find(|act| !is_adverb(act)).unwrap_or_default();
            let begins = act == ":" || act.starts_with(char::is_lowercase);
            word(to) == "to" && begins && !NO_ACTS.has(act)
        };
        let next = (at + 1..at + 4).find(|at| !is_adverb(word(*at))).unwrap_or(at + 1);
        let planned = |last: usize| Some((Force::Planned, last + 1));
        match word(at) {
            "will" | "shall" if !is_denied(self.tokens, at + 1) && !self.is_want(next) => {
                planned(at)
            }
            "continues" | "continue" if word(at + 1) == "to" => Some((Force::Practice, at + 1)),
            "plan" | "plans" if is_act(next) && !self.names_plans(at) => planned(at),
            "intend" | "intends" | "aim" | "aims" | "propose" | "proposes" if is_act(next) => {
                planned(at)
            }
            "agreed" if is_act(next) && self.is_open(at) => planned(at),
            "is" | "are" if is_act(next) => planned(next),
            "stand" | "stands" | "is" | "are"
                if matches!(
                    word(next),
                    "ready" | "planning" | "expected" | "scheduled" | "set" | "going"
                ) && is_act(next + 1) =>
            {
                planned(next)
            }
            "is" | "are" | "remain" | "remains"
                if word(next) == "committed" && word(next + 1) == "to" =>
            {
                Some((Force::Committed, next + 1))
            }
            _ => None,
        }
    }

    /// Whether the words from the one at `act` on tell what somebody has not or cannot: "lack", "be unable".
    fn is_want(&self, act: usize) -> bool {
        matches!(self.tokens.word(act), "lack" | "need" | "face")
            || self.tokens.is(act, "be") && self.tokens.is(act + 1, "unable")
    }

    /// Whether what is "agreed" at `at` may still be to come: "has agreed", and the sentence does not tell that it was
    /// done. What somebody "agreed to" in the past may long be done.
    fn is_open(&self, at: usize) -> bool {
        let perfect = self.skip_adverbs(at).and_then(|before| self.perfect(before));
        let is_present = perfect.is_some_and(|perfect| !self.tokens[perfect].is("had"));
        let behind = self.tokens[at..].iter().take_while(|token| token.text != ".");
        let words: Vec<&str> = behind.map(|token| token.text).collect();
        let is_told = words.windows(2).any(|pair| {
            matches!(pair[0], "," | "and" | "which" | "that" | "it" | "they" | "this")
                && matches!(pair[1], "did" | "was" | "were" | "has" | "have" | "had")
        });
        is_present && !is_told && !words.contains(&"disagree")
    }

    /// Whether the "plans" at `at` are a noun, of which a verb tells: "WHO plans to plant were read".
    fn names_plans(&self, at: usize) -> bool {
        let words = self.tokens[at + 1..].iter();
        let mut phrase = words.take_while(|token| token.is_word() && !JOINTS.has(token.text));
        phrase.any(|token| FINITE.has(token.text))
    }

    /// Whether a clause of its own begins behind the token at `before`: not "how WHO plans to", "the trees that WHO plans
    /// to", "a way to help WHO is to".
    fn is_main(&self, before: Option<usize>) -> bool {
        let Some(before) = before else { return true };
        let token = &self.tokens[before];
        let text = token.text.to_lowercase();
        match text.as_str() {
            "where" | "when" | "which" => false,
            "that" => self.tells(before),
            _ => self.starts_clause(Some(before)) || is_between(&text),
        }
    }

    /// Whether the "that" at `that` is followed by what somebody tells: not "the trees that".
    pub fn tells(&self, that: usize) -> bool {
        let word = |back| self.tokens.word_before(that, back);
        let is_article = |back: usize| {
            matches!(
                word(back),
                "The" | "the" | "those" | "these" | "These" | "all" | "All" | "any"
            )
        };
        let is_first = that.checked_sub(2).is_none_or(|before| !self.tokens[before].is_word());
        let is_verb = word(1).ends_with("ed") || TELLING.has(word(1));
        let is_noun = is_first && word(1) != "," || is_article(2) || is_article(3);
        let clause = &self.tokens[that.saturating_sub(8)..that];
        is_verb || !is_noun || clause.iter().any(|token| INFORMING.has(token.text))
    }

    /// The participle of the passive that begins with "will" at `at`: "will also be asked".
    fn passive(&self, at: usize) -> Option<usize> {
        let word = |at| self.tokens.word(at);
        let behind = |at: usize| (at + 1..at + 4).find(|at| !is_between(word(*at)));
        let be = behind(at).map(|be| if word(be) == "to" { be + 1 } else { be });
        let be = be.filter(|be| word(*be) == "be")?;
        let participle = behind(be)?;
        let is_ready = READY.has(word(participle)) && word(participle + 1) == "to";
        let is_state = STATES.has(word(participle)) || is_ready;
        (is_participle(word(participle)) && !is_state).then_some(participle)
    }

    /// Those by whom it is to be done: "will be published in 2027 by WHO and UNODC".
    fn agents(&self, participle: usize, until: usize) -> Option<Vec<Named>> {
        let mut words = participle + 1..until.min(participle + 10);
        let is_end = |at: &usize| !self.tokens[*at].is_word();
        let by = words.find(|at| is_end(at) || self.tokens[*at].is("by"))?;
        let by = Some(by).filter(|by| self.tokens[*by].is("by"))?;
        let named = addressee::agents(self.tokens, self.with_states, by + 1..until);
        // The dataset does not record what only countries do.
        (!named.iter().all(Named::is_state)).then_some(named)
    }
}

/// Whether the word is a participle of the passive.
pub(super) fn is_participle(word: &str) -> bool {
    word.ends_with("ed") || PARTICIPLES.has(word)
}
