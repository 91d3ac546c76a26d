//! Whom a clause addresses: the bodies and groups between the verb and what they are to do.

use std::ops::Range;

use super::adverb::is_adverbial;
use super::excluded::{KINDS, PARTS, begins_exclusion, is_itself};
use super::infinitive::infinitive;
use super::list::List;
use super::named::{Meant, Named, first_at, last_at, parties_of, starting_at};
use super::subjects::PREPOSITIONS;
use super::token::{Places, Token, Words};

/// Nouns of what somebody does: "the continued contribution of WHO", "collaboration between WHO and UNODC".
pub(super) static DEEDS: Words = Words::new(
    "action actions activities assistance collaboration contribution contributions cooperation co-operation \
     coordination co-ordination dialogue efforts engagement help involvement leadership participation partnership \
     role support work",
);

/// Nouns that, after "in", introduce those with whom something is to be done.
static COMPANY: Words = Words::new(
    "cooperation collaboration consultation coordination partnership conjunction co-operation \
     co-ordination",
);

/// Words before a name and its article.
pub(super) static BEFORE: Words = Words::new("any both each either only not such");

/// Words that begin an adjunct between those addressed.
static ADJUNCTS: Words = Words::new(
    "within through upon as where when consistent taking bearing using by pursuant under subject at \
     on for during based in with while inter whenever if building rather instead",
);

/// Words behind a name that go on with it, where other small letters begin what is to be done.
static WITHIN: Words = Words::new("of in at the s");

/// What the words between commas are to the list of those addressed.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Part {
    #[default]
    Listed,
    /// An adjunct up to the next comma: "as appropriate", "within their mandates".
    Aside,
    /// Those with whom it is to be done, up to the end of the list.
    Companions,
}

/// How it is said what is to be done.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Way {
    /// "Requests WHO to plant"
    #[default]
    Act,
    /// "Requests that WHO plant", "that trees be planted by WHO"
    Clause,
    /// "Calls for the planting of trees by WHO"
    Noun,
}

/// Those addressed in the limb, and whether one of them is a guess.
pub(super) fn find(tokens: &[Token], named: &[Named], limb: Range<usize>) -> Meant {
    let reach = limb.end.min(limb.start + 40);
    let (way, until) = match infinitive(tokens, limb.clone()) {
        // "Demands that": the word is one of the verb.
        _ if tokens.is(limb.start, "that") || tokens.word_before(limb.start, 1) == "that" => {
            (Way::Clause, reach)
        }
        Some(end) => (Way::Act, end),
        None => (Way::Noun, reach),
    };
    let regard = tokens.get(..limb.start + 3).is_some_and(is_adverbial);
    let start = if regard { limb.start + 3 } else { limb.start };
    let mut parties = List::new(tokens, named, start..limb.end, way).read(until);
    let mut act = until;
    while way == Way::Act
        && let Some((others, to)) = asked_next(tokens, named, act..limb.end)
    {
        for other in others {
            if parties.iter().all(|known| known.party != other.party) {
                parties.push(other);
            }
        }
        act = to;
    }
    parties_of(&parties)
}

/// Those who are asked for another act than the one whose "to" begins the range, and the "to" of theirs: "and WHO to
/// publish it"; not "to invite the Board and WHO to publish it".
fn asked_next(tokens: &[Token], named: &[Named], act: Range<usize>) -> Option<(Vec<Named>, usize)> {
    let is_lead = |at: usize| {
        let word = tokens.word(at);
        let is_label = tokens.is(at + 1, ")") && word.len() < 5;
        is_joint(word) || is_label || matches!(word, "upon" | "on" | "to" | "the" | "(" | ")")
    };
    let is_had_done = |at: &usize| {
        let word = tokens.word(*at);
        FOR_OTHERS.has(word) || tokens.is(at - 1, "to") && CAUSING.has(word)
    };
    let reach = act.end.min(act.start + 80);
    // Behind such a word nobody else is asked.
    let end = (act.start + 1..reach).find(is_had_done).map_or(reach, |at| at + 1);
    for joint in act.start + 2..end {
        let is_listed = || last_at(named, tokens[joint - 1].end()).is_some();
        if !is_joint(tokens[joint].text) || is_listed() {
            continue;
        }
        let start = (joint..reach).find(|at| !is_lead(*at))?;
        // "With WHO and UNODC, and to report": the act is that of those before.
        let is_theirs =
            |to: &usize| !is_joint(tokens[to - 1].text) && is_list(tokens, named, start..*to);
        let Some(to) = infinitive(tokens, start..reach).filter(is_theirs) else { continue };
        return Some((List::new(tokens, named, start..act.end, Way::Act).read(to), to));
    }
    None
}

/// Whether these tokens are names and what joins them.
fn is_list(tokens: &[Token], named: &[Named], list: Range<usize>) -> bool {
    let mut at = list.start;
    while at < list.end {
        at = match starting_at(named, &tokens[at..]) {
            Some(found) => tokens.partition_point(|token| token.start < found.span.end),
            None if at > list.start && is_before_name(tokens[at].text) => at + 1,
            None => return false,
        };
    }
    true
}

/// Verbs with which somebody has others act.
static CAUSING: Words = Words::new(
    "allow ask authorize call empower enable encourage equip instruct invite permit prepare request task urge",
);

/// Words of an act that is to be done for others, or by them.
static FOR_OTHERS: Words = Words::new(
    "ability allowing calling capacities capacity enabling encouraging ensure for inviting \
     need opportunities opportunity requesting that urging",
);

/// Those whose names begin the list behind "by": "will be published by WHO and UNODC".
pub(super) fn agents(tokens: &[Token], named: &[Named], list: Range<usize>) -> Vec<Named> {
    let until = list.end.min(list.start + 40);
    List::new(tokens, named, list, Way::Noun).read(until)
}

pub(super) fn is_joint(word: &str) -> bool {
    matches!(word, "," | "and" | "or" | ";" | "/" | "&")
}

/// Whether the word may stand before the first name of a list, as in "the competent", "the efforts of".
pub(super) fn is_before_name(word: &str) -> bool {
    let is_list = is_joint(word) || BEFORE.has(word) || KINDS.has(word) || is_adjective(word);
    let is_name = is_itself(word) || DEEDS.has(word) || PREPOSITIONS.has(word);
    is_list || is_name || matches!(word, "that" | "s" | "also")
}

/// Whether the word looks like one that tells which are meant: "affected", "competent".
fn is_adjective(word: &str) -> bool {
    let ends = |ending: &str| word.ends_with(ending);
    ["ed", "ing", "ant", "ent", "al", "ble", "ive"].iter().any(|ending| ends(ending))
        && !ends("ment")
}

/// Whether the word at `at`, which follows a name, belongs neither to it nor to the list: not so in
/// "cooperation of WHO with, and among, UNODC and".
pub(super) fn goes_off(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    // "Governments in the region"
    let phrase = tokens[..at].iter().rfind(|token| !KINDS.has(token.text));
    let is_own = KINDS.has(token.text)
        || PARTS.has(token.text)
        || WITHIN.has(token.text)
        || matches!(token.text, "should" | "not")
        || phrase.is_some_and(|word| WITHIN.has(word.text));
    let is_shared = token.is("with") && matches!(tokens.word(at + 1), "," | "and");
    token.is_word() && !token.is_capital() && !is_own && !is_shared
}

/// Whether what is done "by" somebody is to be done, where `before` are the words before it, the last first: "that it
/// be hosted by WHO and organized by".
pub(super) fn is_to_be<'a>(mut before: impl Iterator<Item = &'a Token<'a>>) -> bool {
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
pub(super) fn is_of_states(tokens: &[Token], named: &[Named], behind: usize) -> bool {
    let next = tokens.get(behind + 1).and_then(|next| first_at(named, next.start));
    tokens.is(behind, "of") && next.is_some_and(Named::is_state)
}

/// Whether "as well as" or "but also" follows.
pub(super) fn is_as_well(tokens: &[Token]) -> bool {
    let also = tokens.is(0, "but") && tokens.is(1, "also");
    also || tokens.is(0, "as") && tokens.is(1, "well") && tokens.is(2, "as")
}

/// What the words from the one at `at` on are; `before` is the word before them.
pub(super) fn next_part(tokens: &[Token], at: usize, part: Part, before: &str) -> Part {
    let word = |ahead: usize| tokens.word(at + ahead);
    let opens = matches!(before, "," | "and" | "through" | "including");
    // "UNODC and, with WHO, UNICEF"
    let is_inner = before == "," && matches!(tokens.word_before(at, 2), "and" | "or");
    if part == Part::Listed && begins_exclusion(tokens, at) {
        return if before == "," { Part::Aside } else { Part::Companions };
    }
    if word(0) == "in" && word(1) == "particular" || word(0) == "as" && word(1) == "well" {
        return Part::Listed;
    }
    if word(0) == "," && part == Part::Aside {
        return Part::Listed;
    }
    if word(0) == "in" && (COMPANY.has(word(1)) || COMPANY.has(word(2)))
        || word(0) == "together" && opens
    {
        return if is_inner { Part::Aside } else { Part::Companions };
    }
    let is_aside = ADJUNCTS.has(word(0));
    // "Cooperation with and among WHO and UNODC" is asked of both.
    let is_beside = matches!(word(0), "with" | "from") && !matches!(word(1), "and" | ",");
    let is_beside = is_beside && part == Part::Listed;
    if opens && is_aside && part == Part::Listed || is_beside { Part::Aside } else { part }
}
