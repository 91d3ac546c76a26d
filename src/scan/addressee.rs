//! To whom a limb is addressed: the bodies and groups between the verb and what they are to do.

use crate::model;
use std::ops::Range;

use super::excluded::{KINDS, PARTS, exclusion, is_asked_for, is_of_others};
use super::infinitive::infinitive;
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

/// A body or a group in a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub span: Range<usize>,
    pub party: Party,
    /// Whether it was found by a reference back.
    pub is_guess: bool,
}

impl Named {
    /// Whether many are named at once: "Member States".
    pub fn is_several(&self) -> bool {
        is_several(&self.party)
    }

    /// Whether it is a country or its government.
    pub fn is_state(&self) -> bool {
        matches!(self.party, Party::State(_))
    }
}

/// Whether a party is many: "Member States".
pub(super) fn is_several(party: &Party) -> bool {
    matches!(party, Party::Known(model::Party::Group(_)))
}

/// Who is named, and whether one of them is a guess.
pub(super) fn parties_of(named: &[Named]) -> (Vec<Party>, bool) {
    let parties = named.iter().map(|named| named.party.clone()).collect();
    (parties, named.iter().any(|named| named.is_guess))
}

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
    // Where no "to" ends the list, the verb of the clause or another word behind a name does.
    let is_open = end.is_none() || tokens.is(limb.start, "that");
    let object = &tokens[limb.start..limb.end.min(limb.start + 4)];
    let reach = if object.iter().any(|token| DEEDS.has(token.text)) { 25 } else { 7 };
    let mut parties: Vec<Party> = Vec::new();
    let mut is_guess = false;
    let mut part = Part::Listed;
    let (mut is_taken, mut is_ended, mut is_last) = (false, false, false);
    // Where the name ends of which only the partners were meant.
    let mut others: Option<usize> = None;
    let is_joint = |word: &str| matches!(word, "," | "and" | "or" | ";" | "/" | "&");
    let mut at = limb.start;
    while at < until {
        let token = &tokens[at];
        if let Some(found) = starting_at(named, &tokens[at..]) {
            let is_far = end.is_none() && at > limb.start + reach && parties.is_empty();
            let is_free = part == Part::Listed && !is_taken && !is_ended && !is_far;
            // "The donors of WHO and UNODC" are those of both.
            let is_shared = || match &tokens[others.unwrap_or(at)..at] {
                [joint, rest @ ..] => is_joint(joint.text) && rest.iter().all(|it| it.is("the")),
                [] => false,
            };
            let is_other = end.is_some()
                && !found.is_several()
                && !found.is_state()
                && (is_shared() || is_of_others(tokens, &found.span, limb.start));
            let behind = tokens.partition_point(|token| token.start < found.span.end);
            let is_meant = match found.party {
                Party::State(_) => is_asked_for(tokens, &found.span, &limb, is_last),
                _ => !found.is_several() || !is_of_countries(tokens, named, behind),
            };
            is_last = is_free && is_meant && !is_author(tokens, found) && !is_other;
            if is_last {
                if !parties.contains(&found.party) {
                    parties.push(found.party.clone());
                    is_guess |= found.is_guess;
                }
                is_taken = true;
            }
            at = behind.max(at + 1);
            others = is_other.then_some(at);
            continue;
        }
        if token.is("to") && !parties.is_empty() && part != Part::Aside {
            break;
        }
        let before = if at == limb.start { "," } else { tokens[at - 1].text };
        // "That WHO, within its mandate, act": the aside ends no item of the list.
        let is_aside = part != Part::Listed
            || token.text == "," && next_part(&tokens[at + 1..until], part, ",") != Part::Listed;
        if is_joint(token.text) && !(is_open && is_aside) || is_as_well(&tokens[at..]) {
            is_taken = false;
        }
        let next = match next_part(&tokens[at..until], part, before) {
            Part::Aside if is_open && matches!(token.text, "with" | "from") && before != "," => {
                Part::Companions
            }
            next => next,
        };
        is_ended |=
            is_open && is_taken && part == next && next == Part::Listed && goes_off(tokens, at);
        is_ended &= !(token.is("that") && is_joint(before));
        part = next;
        at += 1;
    }
    (parties, is_guess)
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

/// Whether a name begins between these bytes.
pub(super) fn names_within(named: &[Named], from: usize, until: usize) -> bool {
    let first = named.partition_point(|named| named.span.start < from);
    named.get(first).is_some_and(|named| named.span.start < until)
}

/// One of those whose names end at byte `end`.
pub(super) fn last_at(named: &[Named], end: usize) -> Option<&Named> {
    let from = named.partition_point(|named| named.span.start < end);
    // Names hardly lie within one another, so that the one sought is among the last few.
    named[..from].iter().rev().take(8).find(|named| named.span.end == end)
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

/// The body named where these tokens begin: of names that begin together the longest, and of those that follow
/// one another the last, which is a body of the other: "the UNAIDS Programme Coordinating Board".
fn starting_at<'a>(named: &'a [Named], tokens: &[Token]) -> Option<&'a Named> {
    let longest = longest_at(named, tokens.first()?.start)?;
    let behind = tokens.iter().find(|token| token.start >= longest.span.end);
    let next = behind.and_then(|token| first_at(named, token.start));
    let is_part = |next: &&Named| !longest.is_several() && !next.is_state();
    Some(next.filter(is_part).unwrap_or(longest))
}

/// The first of those whose names begin at byte `at`.
pub(super) fn first_at(named: &[Named], at: usize) -> Option<&Named> {
    let first = named.partition_point(|named| named.span.start < at);
    named.get(first).filter(|named| named.span.start == at)
}

/// The one with the longest of the names that begin at byte `at`.
pub(super) fn longest_at(named: &[Named], at: usize) -> Option<&Named> {
    let first = named.partition_point(|named| named.span.start < at);
    let together = named[first..].iter().take_while(|named| named.span.start == at);
    together.max_by_key(|named| named.span.end)
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
