//! The list of those addressed, read word by word.

use std::ops::Range;

use super::addressee::{
    BEFORE, DEEDS, Part, Way, goes_off, is_as_well, is_before_name, is_joint, is_of_states,
    is_to_be, next_part,
};
use super::adverb::is_between;
use super::excluded::{KINDS, is_asked_for, is_itself, owns_other, relative};
use super::infinitive::NO_ACTS;
use super::named::{Named, first_at, starting_at};
use super::party::Party;
use super::plan::is_participle;
use super::subjects::PREPOSITIONS;
use super::token::{Places, Token};

/// The list of those addressed, as far as it has been read.
#[derive(Default)]
pub(super) struct List<'p> {
    tokens: &'p [Token<'p>],
    named: &'p [Named],
    limb: Range<usize>,
    way: Way,
    parties: Vec<Named>,
    part: Part,
    /// How many of them stand in clauses before this one.
    earlier: usize,
    /// Whether a word has been read that is none of a list of names.
    is_begun: bool,
    /// Whether the clause tells what is to be done with its subject.
    is_passive: bool,
    /// Whether somebody was taken since the last comma or "and".
    is_taken: bool,
    /// Whether words that are no part of it have ended it.
    is_ended: bool,
    /// Whether the last who was named was taken.
    is_last: bool,
    /// Where the name ends of which only something else was meant.
    others: Option<usize>,
}

impl<'p> List<'p> {
    /// One of which nothing has been read.
    pub fn new(tokens: &'p [Token], named: &'p [Named], limb: Range<usize>, way: Way) -> Self {
        Self { tokens, named, limb, way, ..Self::default() }
    }

    /// Those addressed by the tokens before `until`.
    pub fn read(mut self, until: usize) -> Vec<Named> {
        let mut at = self.limb.start;
        while at < until {
            if let Some(found) = starting_at(self.named, &self.tokens[at..]) {
                at = self.name(at, found);
            } else if self.tokens[at].is("to")
                && !self.parties.is_empty()
                && self.part != Part::Aside
            {
                break;
            } else {
                self.word(at, until);
                at = self.behind_brackets(at);
            }
        }
        self.parties
    }

    /// Takes somebody who is named at `at`, unless another is meant; where to read on.
    fn name(&mut self, at: usize, found: &Named) -> usize {
        let tokens = self.tokens;
        let behind = tokens.partition_point(|token| token.start < found.span.end);
        let is_agent = self.way != Way::Act && self.is_agent(at);
        let is_free = is_agent || self.part == Part::Listed && !self.is_taken && !self.is_ended;
        let is_meant = match found.party {
            Party::State(_) => is_asked_for(tokens, &found.span, &self.limb, self.is_last),
            _ => {
                let is_of_states = found.is_several() && is_of_states(tokens, self.named, behind);
                !is_of_states && self.is_meant(at, behind, found)
            }
        };
        self.is_last = is_free && is_meant;
        if self.is_last {
            self.take(found);
            // "The joint UNODC-WHO team"
            let joined = first_at(self.named, found.span.end + 1);
            if let Some(joined) = joined.filter(|joined| tokens[at].end() >= joined.span.end) {
                self.take(joined);
            }
            self.is_taken = true;
            self.is_ended &= !is_agent;
        }
        let next = behind.max(at + 1);
        self.others = (!is_meant && !found.is_state()).then_some(next);
        next
    }

    /// Where to read on after the word at `at`: after brackets, if the limb is a clause or a noun.
    fn behind_brackets(&self, at: usize) -> usize {
        let is_open = self.way != Way::Act && self.tokens[at].text == "(";
        let mut words = self.tokens[at..].iter().take(12);
        let close = words.position(|token| token.text == ")").filter(|_| is_open);
        at + 1 + close.unwrap_or_default()
    }

    fn take(&mut self, found: &Named) {
        if self.parties.iter().all(|named| named.party != found.party) {
            self.parties.push(found.clone());
        }
    }

    /// The token before a name that begins at `at`, and before its article.
    fn before(&self, at: usize) -> Option<usize> {
        let is_article = |word: &str| BEFORE.has(word) || KINDS.has(word);
        (self.limb.start..at).rev().find(|at| !is_article(self.tokens[*at].text))
    }

    /// Whether the name from `at` to `behind` is that of the one to act, not an owner, beneficiary
    /// or partner: not "the donors of WHO", "support for WHO", "countries that fund WHO".
    fn is_meant(&self, at: usize, behind: usize, found: &Named) -> bool {
        if owns_other(self.tokens, behind, |noun| is_itself(noun) || DEEDS.has(noun))
            || self.shares_noun(at)
        {
            return false;
        }
        let is_begun = self.way != Way::Act && self.is_begun;
        let Some(before) = self.before(at) else { return !is_begun };
        match self.tokens[before].text {
            "of" => self.is_doer(before, found),
            "by" => self.is_agent(at),
            "between" | "among" => {
                self.is_of_several(before, behind, found) || self.is_of_deed(before)
            }
            "including" => true,
            word if PREPOSITIONS.has(word) => before == self.limb.start,
            _ => {
                let is_told =
                    relative(self.tokens, before).is_some_and(|who| who > self.limb.start);
                !is_told && (!is_begun || self.parties.len() > self.earlier)
            }
        }
    }

    /// The words of the phrase before the token at `at`, the last first.
    fn phrase_before(&self, at: usize) -> impl Iterator<Item = &Token<'_>> {
        let words = self.tokens[self.limb.start..at].iter().rev().take(40);
        words.take_while(|token| !is_joint(token.text))
    }

    /// Whether the one behind the "of" at `of` is who acts: "the efforts of WHO", "the secretariat of WHO".
    fn is_doer(&self, of: usize, found: &Named) -> bool {
        let noun = self.tokens.word_before(of, 1);
        let is_adjunct = self
            .phrase_before(of)
            .any(|token| PREPOSITIONS.has(token.text) && !matches!(token.text, "by" | "of"));
        let is_many = self.way == Way::Act && found.is_several();
        let is_told = self.way == Way::Clause && self.is_begun;
        // "The contribution of WHO and of UNODC"
        let is_again = is_joint(noun) && self.is_of_deed(of);
        !is_adjunct && !is_told && (is_many || is_itself(noun) || DEEDS.has(noun) || is_again)
    }

    /// Whether those after the "between" or "among" at `at` are to act, where the first name ends
    /// before the token at `behind`: a group or two bodies, "the exchange of data between UNODC and
    /// the WHO"; not "the Board’s agreement between Governments".
    fn is_of_several(&self, at: usize, behind: usize, found: &Named) -> bool {
        let joint = self.tokens.word(behind);
        let mut next = self.tokens[behind..].iter().skip(1);
        let next = next.find(|token| !token.is("the") && !is_joint(token.text));
        let is_list = || next.is_some_and(|next| first_at(self.named, next.start).is_some());
        let is_owned = self.phrase_before(at).any(|token| token.is("s"));
        !is_owned && (found.is_several() || is_joint(joint) && is_list())
    }

    /// Whether the noun of a deed stands before the token at `at`.
    fn is_of_deed(&self, at: usize) -> bool {
        self.tokens[self.limb.start..at].iter().rev().take(40).any(|token| DEEDS.has(token.text))
    }

    /// Whether the name at `at` follows a "by" that says who is to act: "efforts by WHO", "that it
    /// be hosted by WHO"; not "measures taken by WHO".
    fn is_agent(&self, at: usize) -> bool {
        let Some(by) = self.before(at).filter(|by| self.tokens[*by].is("by")) else {
            return false;
        };
        let mut before = self.tokens[..by].iter().rev();
        let is_done = before.next().is_some_and(|token| is_participle(token.text));
        let is_to_be = is_done && is_to_be(before);
        is_to_be || !is_done && (self.way != Way::Clause || self.is_passive)
    }

    /// Whether the noun before the last name goes for the one at `at` as well: "the donors of WHO and UNODC" are those
    /// of both.
    fn shares_noun(&self, at: usize) -> bool {
        match &self.tokens[self.others.unwrap_or(at)..at] {
            [joint, rest @ ..] => is_joint(joint.text) && rest.iter().all(|token| token.is("the")),
            [] => false,
        }
    }

    /// Takes the word at `at`, of those before `until`.
    fn word(&mut self, at: usize, until: usize) {
        let token = &self.tokens[at];
        let words = &self.tokens[..until];
        // Where no "to" ends the list, the verb of the clause or another word behind a name does.
        let is_open = self.way != Way::Act;
        let before = if at == self.limb.start { "," } else { self.tokens[at - 1].text };
        // "That WHO, within its mandate, act": the aside ends no item of the list.
        let is_aside = self.part != Part::Listed
            || token.text == "," && next_part(words, at + 1, self.part, ",") != Part::Listed;
        if is_joint(token.text) && !(is_open && is_aside) || is_as_well(&self.tokens[at..]) {
            self.is_taken = false;
        }
        let next = match next_part(words, at, self.part, before) {
            Part::Aside
                if is_open
                    && self.part == Part::Listed
                    && matches!(token.text, "with" | "from")
                    && before != "," =>
            {
                Part::Companions
            }
            next => next,
        };
        let is_within = self.part == Part::Listed && next == Part::Listed;
        if token.is("be") && self.way == Way::Clause {
            self.be(at);
        }
        if is_within && is_open {
            self.is_ended |= self.is_taken && goes_off(self.tokens, at);
            self.is_begun |= token.is_word() && !is_before_name(token.text);
        }
        if self.part == Part::Aside && next == Part::Listed {
            self.others = None;
        }
        if token.is("that") && is_joint(before) {
            (self.is_begun, self.is_passive, self.is_ended) = (false, false, false);
            self.earlier = self.parties.len();
        }
        self.part = next;
    }

    /// Takes the "be" at `at` of a clause, whose subject is not to act where something is to be done with it: "that WHO
    /// be thanked", not "be encouraged to plant".
    fn be(&mut self, at: usize) {
        let participle = (at + 1..at + 4).find(|at| !is_between(self.tokens.word(*at)));
        let Some(participle) = participle.filter(|at| is_participle(self.tokens.word(*at))) else {
            return;
        };
        self.is_passive = true;
        let is_to_act =
            self.tokens.is(participle + 1, "to") && !NO_ACTS.has(self.tokens.word(participle + 2));
        if !self.is_ended && !is_to_act {
            self.parties.truncate(self.earlier);
        }
    }
}
