//! The limbs of a paragraph: each governing verb with its force and with those to whom it is addressed.

use crate::model::{self, Force, ForceClass};
use std::collections::BTreeSet;
use std::ops::Range;

use super::addressee;
use super::clause::{Limbs, Style, Subject, Verb};
use super::cover::holder;
use super::heads;
use super::named::{Meant, Named, is_several, parties_of, starting_at};
use super::party::{Ask, Party};
use super::token::{Places, Token, Words, sentences};
use super::verb::{self, Tense};

impl Limbs<'_> {
    /// The limbs in order, each with the place of its verb.
    pub fn find(&self) -> Vec<(Range<usize>, Ask)> {
        let verbs: Vec<Verb> = self.verbs();
        let style = self.style(&verbs);
        if style == Style::Preamble && !self.with_preamble {
            return Vec::new();
        }
        let mut accepted: Vec<(&Verb, Subject)> = Vec::new();
        for verb in &verbs {
            if let Some(subject) = self.subject(verb, style, accepted.last()) {
                accepted.push((verb, subject));
            }
        }
        let mut found: Vec<(Range<usize>, Ask)> = Vec::new();
        let mut earlier: Option<Earlier> = None;
        for (nth, (verb, subject)) in accepted.iter().enumerate() {
            let next = accepted.get(nth + 1).map_or(self.text.len(), |(verb, _)| verb.span.start);
            let ask = self.ask(verb, subject, next, earlier.as_ref());
            let parties = match ask.parties.as_slice() {
                [] => self.addressed(verb, next, None).0,
                parties => parties.to_vec(),
            };
            let is_near = !self.text[verb.span.end..next].contains(". ");
            earlier = Some(Earlier { parties, verb: verb.span.end, is_near });
            found.push((verb.span.clone(), ask));
        }
        if style == Style::Prose {
            found.extend(self.plans());
            found.sort_by_key(|(span, _)| span.start);
        }
        found
    }

    fn verbs(&self) -> Vec<Verb> {
        let is_silent = |at: usize| holder(self.silent, &(at..at)).is_some();
        let hits = verb::ALL.matcher.find(self.text).into_iter();
        let verbs = hits.filter(|hit| !is_silent(hit.span.start)).filter_map(|hit| {
            let form = &verb::ALL.matcher.forms[*hit.forms.first()?];
            let (force, tense) = verb::ALL.meanings[form.target];
            let first = self.token_at(hit.span.start);
            let last = self.token_at(hit.span.end);
            // A plural ending that the search lets pass is no form of a verb.
            let has_plural =
                self.text[..hit.span.end].ends_with(['s', 'S']) != form.surface.ends_with('s');
            // "Thanks to WHO" thanks nobody.
            let is_cause = form.surface == "thanks" && self.tokens.is(last, "to");
            let force = self.force_with_object(force, &form.surface, last);
            let force = if form.surface == "agree that" { self.agreed(last) } else { force };
            // Elsewhere a plan says "will", and what a report "agreed to" may be done.
            let is_plain = form.surface == "will" || form.surface.starts_with("agreed to");
            let follows_we = || self.tokens.word_before(first, 1).eq_ignore_ascii_case("we");
            let is_spoken = || self.headed == Some(Tense::Third) && first < 4;
            let is_said = !is_plain || tense == Tense::First && (follows_we() || is_spoken());
            (!has_plural && !is_cause && is_said).then(|| Verb {
                span: hit.span,
                force,
                tense,
                tokens: first..last,
                before: self.before(first),
            })
        });
        let mut verbs: Vec<Verb> = verbs.collect();
        let asking: BTreeSet<usize> =
            verbs.iter().filter(|verb| verb.asks()).map(|verb| verb.tokens.start).collect();
        // "Agrees to request": the request counts.
        verbs.retain(|verb| {
            !asking.contains(&verb.tokens.end) || !self.text[..verb.span.end].ends_with(" to")
        });
        verbs
    }

    /// The force of a verb with its object: who reiterates a commitment is committed again, and who reiterates
    /// a need stresses it.
    fn force_with_object(&self, force: Force, verb: &str, object: usize) -> Force {
        let word = |at| self.tokens.word(at);
        let has_owner = matches!(word(object), "its" | "our" | "their" | "the");
        if force != Force::Reaffirmed || !has_owner {
            return force;
        }
        let noun = (object + 1..object + 4).find(|at| is_promise(word(*at)));
        match noun {
            _ if word(object + 1) == "need" && verb.starts_with("reiterat") => Force::Stressed,
            Some(noun) if self.is_to_act(noun + 1) => Force::Committed,
            _ => force,
        }
    }

    /// The force of "we agree that", behind which an opinion may stand as well as what is to be done.
    fn agreed(&self, clause: usize) -> Force {
        let words = self.tokens[clause..].iter().take(40).take_while(|token| token.text != ".");
        let is_finite = |word: &&str| {
            matches!(
                *word,
                "should" | "will" | "shall" | "be" | "must" | "is" | "are" | "has" | "have"
            )
        };
        match words.map(|token| token.text).find(is_finite) {
            Some("must" | "is" | "are" | "has" | "have") => Force::Recognised,
            _ => Force::Decided,
        }
    }

    /// Whether an act follows: "to strengthen", "to strengthening", "of Member States to", "under the law to"; a noun
    /// is none.
    fn is_to_act(&self, at: usize) -> bool {
        let reach = self.tokens.len().min(at + 6);
        let Some(to) = (at..reach).find(|at| self.tokens[*at].is("to")) else { return false };
        self.tokens.get(to + 1).is_some_and(|next| is_act(next.text))
    }

    /// The one whose commitment it is, where the text says: "the commitment of Member States".
    fn promiser(&self, verb: &Verb) -> Option<&Named> {
        let words = self.tokens.get(verb.tokens.end..)?;
        let noun = words.iter().take(4).position(|token| is_promise(token.text))?;
        let of = words.get(noun + 1).filter(|token| token.is("of"))?;
        let first = self.named.partition_point(|named| named.span.start < of.end());
        self.named.get(first).filter(|named| named.span.start < of.end() + 8)
    }

    /// Those addressed between a verb and the end of its limb.
    fn addressed(&self, verb: &Verb, until: usize, earlier: Option<&Earlier>) -> Meant {
        let sentence_end = sentences(&self.text[verb.span.end..until])
            .first()
            .map_or(until, |s| verb.span.end + s.end);
        let limb = verb.tokens.end..self.token_at(sentence_end);
        match self.tokens.get(limb.clone()).and_then(pronoun) {
            // "Requests it to be sent": a thing is meant.
            Some("it") if self.text[verb.span.end..].starts_with(" it to be ") => {
                (Vec::new(), false)
            }
            // "That it be planted by WHO"
            Some("it") if self.text[verb.span.end..].starts_with(" that it be ") => {
                addressee::find(self.tokens, self.with_states, limb)
            }
            Some(pronoun) => meant(pronoun, self.named, verb.span.start, earlier),
            None => addressee::find(self.tokens, self.with_states, limb),
        }
    }

    /// The request above, if it names nobody, made to those named first here: "(a) WHO to act".
    pub fn asked_of_item(&self, mut ask: Ask) -> Ask {
        let is_before = |token: &Token| token.is_label() || token.is("the");
        let start = self.tokens.iter().take_while(|token| is_before(token)).count();
        let is_asked = ask.parties.is_empty() && ask.force.class() == ForceClass::Request;
        let end = sentences(self.text).first().map_or(0, |sentence| sentence.end);
        let item = start..self.token_at(end).max(start);
        if is_asked && starting_at(self.with_states, &self.tokens[start..]).is_some() {
            (ask.parties, ask.is_guess) = addressee::find(self.tokens, self.with_states, item);
        }
        ask
    }

    fn ask(&self, verb: &Verb, subject: &Subject, until: usize, earlier: Option<&Earlier>) -> Ask {
        let verb_text = self.text[verb.span.clone()].to_owned();
        let (parties, is_guess) = match subject {
            Subject::Passive(named) => parties_of(named),
            Subject::Named(named) if verb.force == Force::Committed => parties_of(named),
            Subject::We if verb.force == Force::Committed => (vec![Party::Speakers], false),
            Subject::Organ if verb.force == Force::Committed => {
                parties_of(self.promiser(verb).map_or(&[], std::slice::from_ref))
            }
            _ if verb.asks() => {
                let (mut parties, is_guess) = self.addressed(verb, until, earlier);
                // "The Board notes the plan and encourages it": nobody asks himself.
                if let Subject::Named(named) = subject {
                    parties.retain(|party| named.iter().all(|named| named.party != *party));
                }
                (parties, is_guess)
            }
            _ => (Vec::new(), false),
        };
        let by = match subject {
            Subject::Named(named) if named.iter().all(|named| !named.is_guess) => {
                parties_of(named).0
            }
            _ => Vec::new(),
        };
        let is_spoken = matches!(subject, Subject::Speakers);
        let is_of_text = matches!(subject, Subject::Text);
        Ask { force: verb.force, verb: verb_text, parties, by, is_guess, is_spoken, is_of_text }
    }
}

/// Verbs for what is promised, and the adverbs before them.
static ACTS: Words = Words::new(
    "accelerate achieve act actively address advance build combat continue contribute cooperate counter \
     develop effectively eliminate end engage enhance ensure establish expand facilitate fight foster \
     fully further give implement improve increase intensify invest leave maintain make mobilize pay \
     prevent promote protect provide pursue realize reduce respect respond review safeguard secure share \
     strengthen support tackle take undertake uphold urgently work",
);

/// Whether the word begins an act, in the infinitive or as a gerund.
fn is_act(word: &str) -> bool {
    ACTS.has(word) || word.len() > 5 && word.ends_with("ing")
}

/// Whether the word is a promise that can be given again.
fn is_promise(word: &str) -> bool {
    matches!(word, "commitment" | "commitments" | "resolve" | "determination" | "pledge")
}

/// The limb before, to whose parties a pronoun refers.
struct Earlier {
    /// Those addressed in it, or of whom it speaks.
    parties: Vec<Party>,
    /// Where its verb ends.
    verb: usize,
    /// Whether it stands in the same sentence.
    is_near: bool,
}

/// The pronoun that stands for those addressed, if the limb begins with one.
fn pronoun<'a>(tokens: &'a [Token]) -> Option<&'a str> {
    let first =
        tokens.iter().find(|token| !matches!(token.text, "that" | "also" | "further" | ","))?;
    matches!(first.text, "him" | "he" | "it" | "them" | "they" | "her" | "she")
        .then_some(first.text)
}

/// Whom a pronoun means, and whether that is a guess: those of the limb before, or the last who was named.
fn meant(pronoun: &str, named: &[Named], verb: usize, earlier: Option<&Earlier>) -> Meant {
    let is_person = matches!(pronoun, "he" | "him" | "she" | "her");
    let before = &named[..named.partition_point(|named| named.span.end <= verb)];
    match (pronoun, earlier.map(|earlier| (earlier, earlier.parties.as_slice()))) {
        ("it", Some((Earlier { is_near: true, .. }, [only])))
            if !is_several(only) && !is_office_holder(only) =>
        {
            (vec![only.clone()], false)
        }
        // "Thanks WHO for its work with UNODC, and invites them": both, or Member States that stand there.
        ("them", Some((earlier, [only]))) if !is_several(only) => {
            let first = before.partition_point(|named| named.span.start < earlier.verb);
            let between = &before[first..];
            if let Some(group) = between.iter().rev().find(|named| named.is_several()) {
                return (vec![group.party.clone()], true);
            }
            let mut parties = vec![only.clone()];
            for named in between {
                if !parties.contains(&named.party) {
                    parties.push(named.party.clone());
                }
            }
            (parties, true)
        }
        ("them", Some((_, parties @ [_, ..]))) => (parties.to_vec(), false),
        _ => {
            let is_meant = |named: &&Named| !is_person || is_office_holder(&named.party);
            let last = before.iter().rev().find(is_meant);
            (last.map(|named| named.party.clone()).into_iter().collect(), false)
        }
    }
}

/// Whether a party is a person by office.
fn is_office_holder(party: &Party) -> bool {
    let name = match party {
        Party::Known(model::Party::Agency(id)) => id.as_str(),
        Party::Unknown(name) => name,
        _ => return false,
    };
    heads::is_office(name)
}
