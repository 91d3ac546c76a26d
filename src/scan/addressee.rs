//! To whom a limb is addressed: the bodies and groups between the verb and what they are to do.

use crate::model;
use std::ops::Range;

use super::heads;
use super::party::Party;
use super::token::{Places, Token, Words};

/// What somebody does, where it is the object: "the continued contribution of", "collaboration between".
static DEEDS: Words = Words::new(
    "contribution contributions efforts collaboration cooperation participation engagement dialogue",
);

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

/// Words whose "to" begins no infinitive.
static BEFORE_TO: Words = Words::new(
    "view order relation regard respect addition pursuant according prior due related access \
     relating parties subject belonging affected contribution contributions",
);

/// Words behind "to" that begin no act: "to date", "to some extent", "is to blame".
pub(super) static NO_ACTS: Words = Words::new(
    "the a an its their his her our all those these this that which whom it such some many most much each \
     every any both no date blame",
);

/// What a body writes or adopts; nouns that are verbs too ("that the Office report") are left out.
static WRITINGS: Words = Words::new(
    "resolution resolutions decision decisions convention conventions declaration declarations \
     recommendation recommendations guidelines protocols statements standards",
);

/// Verbs that ask, in the form that stands behind "that".
static ASKING: Words =
    Words::new("request ask invite encourage urge call recommend instruct mandate");

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
        matches!(self.party, Party::Known(model::Party::Group(_)))
    }
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

/// Those addressed in the limb, and whether one of them is a guess. `previous` are those of the limb
/// before, to whom a pronoun refers.
pub(super) fn find(
    tokens: &[Token],
    named: &[Named],
    limb: Range<usize>,
    verb: usize,
    previous: Option<&[Party]>,
) -> (Vec<Party>, bool) {
    if let Some(pronoun) = tokens.get(limb.start..limb.end).and_then(pronoun) {
        return (meant(pronoun, named, verb, previous), false);
    }
    let end = infinitive(tokens, limb.clone());
    let until = end.unwrap_or_else(|| limb.end.min(limb.start + 40));
    let object = &tokens[limb.start..limb.end.min(limb.start + 4)];
    let reach = if object.iter().any(|token| DEEDS.has(token.text)) { 25 } else { 7 };
    let mut parties: Vec<Party> = Vec::new();
    let mut is_guess = false;
    let mut part = Part::Listed;
    let mut is_taken = false;
    // "That the Assembly request WHO": whom that verb names is not addressed here.
    let mut is_clause = false;
    let mut at = limb.start;
    while at < until {
        let token = &tokens[at];
        if let Some(found) = starting_at(named, &tokens[at..]) {
            let is_far = end.is_none() && at > limb.start + reach && parties.is_empty();
            let is_free = !is_taken && !is_clause;
            if part == Part::Listed && is_free && !is_far && !is_author(tokens, found) {
                if !parties.contains(&found.party) {
                    parties.push(found.party.clone());
                    is_guess |= found.is_guess;
                }
                is_taken = true;
            }
            at = tokens.partition_point(|token| token.start < found.span.end).max(at + 1);
            is_clause |= tokens[limb.start].is("that") && ASKING.has(tokens.word(at));
            continue;
        }
        if token.is("to") && !parties.is_empty() {
            break;
        }
        is_clause &= !token.is("that");
        if matches!(token.text, "," | "and" | "or" | ";" | "/" | "&") || is_as_well(&tokens[at..]) {
            is_taken = false;
        }
        let opens = at == limb.start
            || tokens[at - 1].text == ","
            || matches!(tokens[at - 1].text, "and" | "through" | "including");
        part = next_part(&tokens[at..until], part, opens);
        at += 1;
    }
    (parties, is_guess)
}

/// Whom a pronoun means: those of the limb before, or the last who was named.
fn meant(pronoun: &str, named: &[Named], verb: usize, previous: Option<&[Party]>) -> Vec<Party> {
    let is_person = matches!(pronoun, "he" | "him" | "she" | "her");
    let before = || {
        named
            .iter()
            .rev()
            .find(|named| named.span.end <= verb && (!is_person || is_office_holder(&named.party)))
            .map(|named| named.party.clone())
    };
    match previous {
        Some(previous) if pronoun == "them" && !previous.is_empty() => previous.to_vec(),
        _ => before().into_iter().collect(),
    }
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
            what.is_number() || what.is("reports") || WRITINGS.has(what.text)
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
    Some(next.filter(|_| !longest.is_several()).unwrap_or(longest))
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

/// Whether a party is a person by office.
fn is_office_holder(party: &Party) -> bool {
    let name = match party {
        Party::Known(model::Party::Agency(id)) => id.as_str(),
        Party::Unknown(name) => name,
        _ => return false,
    };
    heads::is_office(name)
}

/// What the words from here on are.
fn next_part(tokens: &[Token], part: Part, opens: bool) -> Part {
    let word = |at| tokens.word(at);
    if word(0) == "in" && word(1) == "particular" || word(0) == "as" && word(1) == "well" {
        return Part::Listed;
    }
    if word(0) == "," && part == Part::Aside {
        return Part::Listed;
    }
    if word(0) == "in" && (COMPANY.has(word(1)) || COMPANY.has(word(2)))
        || word(0) == "together" && opens
    {
        return Part::Companions;
    }
    let is_aside = ADJUNCTS.has(word(0));
    let is_beside = matches!(word(0), "with" | "from") && part == Part::Listed;
    if opens && is_aside && part == Part::Listed || is_beside { Part::Aside } else { part }
}

/// The pronoun that stands for those addressed, if the limb begins with one.
fn pronoun<'a>(tokens: &'a [Token]) -> Option<&'a str> {
    let first =
        tokens.iter().find(|token| !matches!(token.text, "that" | "also" | "further" | ","))?;
    matches!(first.text, "him" | "he" | "it" | "them" | "they" | "her" | "she")
        .then_some(first.text)
}

/// Where what is to be done begins: the "to" before a verb, or "that" behind which somebody is to act.
pub(super) fn infinitive(tokens: &[Token], limb: Range<usize>) -> Option<usize> {
    let mut depth = 0;
    for at in limb.clone() {
        let token = &tokens[at];
        match token.text {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth > 0 || !token.is("to") || at == limb.start {
            continue;
        }
        let before = tokens[at - 1].text;
        let after = tokens.get(at + 1)?;
        let is_verb =
            after.text == "," || after.is_word() && !after.is_capital() && !after.is_number();
        if !BEFORE_TO.has(before) && !NO_ACTS.has(after.text) && is_verb {
            return Some(at);
        }
    }
    None
}
