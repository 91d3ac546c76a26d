//! To whom a limb is addressed: the bodies and groups between the verb and what they are to do.

use std::ops::Range;

use super::excluded::{KINDS, PARTS, exclusion, is_asked_for, is_of_others};
use super::infinitive::infinitive;
use super::named::{Named, first_at, starting_at};
use super::party::Party;
use super::token::{Places, Token, Words};

/// What somebody does, where it is the object: "the continued contribution of", "collaboration between".
static DEEDS: Words = Words::new(
    "contribution contributions efforts collaboration cooperation participation engagement dialogue",
);

/// What somebody receives.
static RECEIVED: Words = Words::new("contribution contributions support assistance");

/// Behind "in", nouns with which those follow with whom something is to be done.
static COMPANY: Words = Words::new(
    "cooperation collaboration consultation coordination partnership conjunction co-operation \
     co-ordination",
);

/// Words that begin an adjunct between those addressed.
static ADJUNCTS: Words = Words::new(
    "within through upon as where when consistent taking bearing using by pursuant under subject at \
     on for during based in with while inter whenever if building rather instead",
);

/// Words behind a name that go on with it, where other small letters begin what is to be done.
static WITHIN: Words = Words::new("of in at the s");

/// What a body writes or adopts; nouns that are verbs too ("that the Office report") are left out.
static WRITINGS: Words = Words::new(
    "resolution resolutions decision decisions convention conventions declaration declarations \
     recommendation recommendations guidelines protocols statements standards",
);

/// What is its author's before "of" alone.
static ASKED: Words = Words::new("reports request requests invitation");

/// What the words between commas are to the list of those addressed.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Listed,
    /// An adjunct up to the next comma: "as appropriate", "within their mandates".
    Aside,
    /// Those with whom it is to be done, up to the end of the list.
    Companions,
}

/// Whether the word at `at`, which stands behind a name, belongs neither to it nor to the list: not "cooperation of WHO
/// with, and among, UNODC and".
fn goes_off(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    // "Governments in the region"
    let phrase = tokens[..at].iter().rfind(|token| !KINDS.has(token.text));
    let is_own = KINDS.has(token.text)
        || PARTS.has(token.text)
        || WITHIN.has(token.text)
        || phrase.is_some_and(|word| WITHIN.has(word.text));
    let is_shared = token.is("with") && matches!(tokens.word(at + 1), "," | "and");
    token.is_word() && !token.is_capital() && !is_own && !is_shared
}

/// Those addressed in the limb, and whether one of them is a guess.
pub(super) fn find(tokens: &[Token], named: &[Named], limb: Range<usize>) -> (Vec<Party>, bool) {
    let end = infinitive(tokens, limb.clone());
    let until = end.unwrap_or_else(|| limb.end.min(limb.start + 40));
    let mut at = limb.start;
    let mut list = List::new(tokens, named, limb, end);
    while at < until {
        if let Some(found) = starting_at(named, &tokens[at..]) {
            at = list.name(at, found);
        } else if tokens[at].is("to") && !list.parties.is_empty() && list.part != Part::Aside {
            break;
        } else {
            list.word(at, until);
            at += 1;
        }
    }
    (list.parties, list.is_guess)
}

/// The list of those addressed, as far as it has been read.
struct List<'p> {
    tokens: &'p [Token<'p>],
    named: &'p [Named],
    limb: Range<usize>,
    /// Whether a "to" ends it.
    has_end: bool,
    parties: Vec<Party>,
    is_guess: bool,
    part: Part,
    /// Whether somebody was taken since the last comma or "and".
    is_taken: bool,
    /// Whether words that are no part of it have ended it.
    is_ended: bool,
    /// Whether the last who was named was taken.
    is_last: bool,
    /// Where the name ends of which only the partners were meant.
    others: Option<usize>,
}

impl<'p> List<'p> {
    /// One of which nothing has been read, where what is to be done begins at `end`.
    fn new(
        tokens: &'p [Token],
        named: &'p [Named],
        limb: Range<usize>,
        end: Option<usize>,
    ) -> Self {
        Self {
            tokens,
            named,
            limb,
            has_end: end.is_some(),
            parties: Vec::new(),
            is_guess: false,
            part: Part::Listed,
            is_taken: false,
            is_ended: false,
            is_last: false,
            others: None,
        }
    }

    /// Takes somebody who is named at `at`, unless another is meant; where to read on.
    fn name(&mut self, at: usize, found: &Named) -> usize {
        let tokens = self.tokens;
        let is_other = self.has_end
            && !found.is_several()
            && !found.is_state()
            && (self.shares_noun(at) || is_of_others(tokens, &found.span, self.limb.start));
        let behind = tokens.partition_point(|token| token.start < found.span.end);
        let is_meant = match found.party {
            Party::State(_) => is_asked_for(tokens, &found.span, &self.limb, self.is_last),
            _ => !found.is_several() || !is_of_countries(tokens, self.named, behind),
        };
        self.is_last = self.is_free(at) && is_meant && !is_author(tokens, found) && !is_other;
        if self.is_last {
            if !self.parties.contains(&found.party) {
                self.parties.push(found.party.clone());
                self.is_guess |= found.is_guess;
            }
            self.is_taken = true;
        }
        let next = behind.max(at + 1);
        self.others = is_other.then_some(next);
        next
    }

    /// Whether one who is named at `at` can belong to the list.
    fn is_free(&self, at: usize) -> bool {
        let object = &self.tokens[self.limb.start..self.limb.end.min(self.limb.start + 4)];
        let reach = if object.iter().any(|token| DEEDS.has(token.text)) { 25 } else { 7 };
        let is_far = !self.has_end && at > self.limb.start + reach && self.parties.is_empty();
        self.part == Part::Listed && !self.is_taken && !self.is_ended && !is_far
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
        let words = &self.tokens[at..until];
        // Where no "to" ends the list, the verb of the clause or another word behind a name does.
        let is_open = !self.has_end || self.tokens.is(self.limb.start, "that");
        let before = if at == self.limb.start { "," } else { self.tokens[at - 1].text };
        // "That WHO, within its mandate, act": the aside ends no item of the list.
        let is_aside = self.part != Part::Listed
            || token.text == "," && next_part(&words[1..], self.part, ",") != Part::Listed;
        if is_joint(token.text) && !(is_open && is_aside) || is_as_well(&self.tokens[at..]) {
            self.is_taken = false;
        }
        let next = match next_part(words, self.part, before) {
            Part::Aside if is_open && matches!(token.text, "with" | "from") && before != "," => {
                Part::Companions
            }
            next => next,
        };
        let is_within = self.part == Part::Listed && next == Part::Listed;
        self.is_ended |= is_open && self.is_taken && is_within && goes_off(self.tokens, at);
        self.is_ended &= !(token.is("that") && is_joint(before));
        self.part = next;
    }
}

fn is_joint(word: &str) -> bool {
    matches!(word, "," | "and" | "or" | ";" | "/" | "&")
}

/// Whether a body is named for what it wrote, adopted or did: "Security Council resolution 1817", "the decisions
/// of the Board", "measures taken by the Office".
fn is_author(tokens: &[Token], named: &Named) -> bool {
    let first = tokens.partition_point(|token| token.start < named.span.start);
    let last = tokens.partition_point(|token| token.start < named.span.end);
    let mut behind =
        tokens[last..].iter().skip_while(|token| matches!(token.text, "’" | "'" | "s"));
    if behind.next().is_some_and(|token| WRITINGS.has(&token.text.to_lowercase())) {
        return true;
    }
    let mut before = tokens[..first].iter().rev().skip_while(|token| token.is("the"));
    match (before.next(), before.next()) {
        (Some(of), Some(what)) if of.is("of") => {
            what.is_number() || ASKED.has(what.text) || WRITINGS.has(what.text)
        }
        (Some(by), Some(what)) => {
            by.is("by")
                && (what.text.ends_with("ed") || matches!(what.text, "made" | "taken" | "given"))
                && !is_to_be(before)
        }
        _ => false,
    }
}

/// Whether what is done "by" somebody is to be done, where `before` are the words before it, the last first: "that it
/// be hosted by WHO and organized by".
fn is_to_be<'a>(mut before: impl Iterator<Item = &'a Token<'a>>) -> bool {
    let is_be = |token: &Token| token.is("be");
    match before.find(|token| !token.text.ends_with("ly")) {
        Some(joint) if matches!(joint.text, "and" | "or") => {
            before.take(8).take_while(|token| token.text != ",").any(is_be)
        }
        last => last.is_some_and(is_be),
    }
}

/// Whether the countries follow that a group is of, where its name ends before the token at `behind`: "the
/// Governments of Peru and Chad".
fn is_of_countries(tokens: &[Token], named: &[Named], behind: usize) -> bool {
    let next = tokens.get(behind + 1).and_then(|next| first_at(named, next.start));
    tokens.is(behind, "of") && next.is_some_and(Named::is_state)
}

/// Whether "as well as" follows.
fn is_as_well(tokens: &[Token]) -> bool {
    matches!(tokens, [as_, well, behind, ..] if as_.is("as") && well.is("well") && behind.is("as"))
}

/// What the words from here on are; `before` is the word before them.
fn next_part(tokens: &[Token], part: Part, before: &str) -> Part {
    let word = |at| tokens.word(at);
    let opens = matches!(before, "," | "and" | "through" | "including");
    if part == Part::Listed && (exclusion(tokens, 1) == Some(2) || exclusion(tokens, 0).is_some()) {
        return if before == "," { Part::Aside } else { Part::Companions };
    }
    if word(0) == "in" && word(1) == "particular" || word(0) == "as" && word(1) == "well" {
        return Part::Listed;
    }
    if word(0) == "," && part == Part::Aside {
        return Part::Listed;
    }
    // "Contributions to WHO": to whom they go.
    if word(0) == "to" && RECEIVED.has(before) {
        return Part::Companions;
    }
    if word(0) == "in" && (COMPANY.has(word(1)) || COMPANY.has(word(2)))
        || word(0) == "together" && opens
    {
        return Part::Companions;
    }
    let is_aside = ADJUNCTS.has(word(0));
    // "Cooperation with and among WHO and UNODC" is asked of both.
    let is_beside = matches!(word(0), "with" | "from") && !matches!(word(1), "and" | ",");
    let is_beside = is_beside && part == Part::Listed;
    if opens && is_aside && part == Part::Listed || is_beside { Part::Aside } else { part }
}
