//! Names of bodies that do not act: those left out, "other than WHO", and those whose partners are
//! meant, "the donors of WHO"; and the countries that are addressed.

use std::ops::Range;

use super::heads;
use super::subjects::PREPOSITIONS;
use super::token::{Places, Token, Words};

/// Partners that documents leave without a name.
pub(super) static OTHERS: Words = Words::new(
    "partners others counterparts stakeholders donors experts offices organizations organisations agencies \
     entities institutions authorities ministries universities communities",
);

/// Words before such nouns.
pub(super) static KINDS: Words = Words::new(
    "the all its their other many several various relevant interested key national international \
     local regional field country development implementing external technical civil society private \
     sector academic religious community-based non-governmental governmental United Nations bilateral member \
     participating",
);

/// What belongs to a body, so that the body is meant: "UNODC field offices".
pub(super) static PARTS: Words = Words::new("office offices staff experts headquarters");

/// Nouns for those who act for a body, besides the titles of offices.
static HEADS: Words = Words::new(
    "government governments authorities secretariat secretariats administrator coordinator head heads team teams \
     points management meeting meetings",
);

/// Nouns for what a body has or wrote and for people connected with it, as opposed to the body;
/// nouns that are also verbs ("that the Office report") are left out.
static OWNED: Words = Words::new(
    "auditors beneficiaries contributors cosponsors co-sponsors host members people premises recipients supporters \
     users country countries States resolution resolutions decision decisions convention conventions declaration declarations \
     recommendation recommendations guidelines protocols statements standards rules regulations",
);

/// Words before which the name of a country is not an adjective.
static BEHIND_STATES: Words =
    Words::new("and as for from in of on or to with also further jointly");

/// Whether words that leave out whom they precede begin with the token at `at`: "other than", "except".
pub(super) fn begins_exclusion(tokens: &[Token], at: usize) -> bool {
    exclusion(tokens, at).is_some() || exclusion(tokens, at + 1) == Some(2)
}

/// How many words that leave out whom they precede end with the token at `at`: "other than", "but not".
pub(super) fn exclusion(tokens: &[Token], at: usize) -> Option<usize> {
    match [tokens.word_before(at, 1), tokens.word(at)] {
        ["but" | "and", "not"] if matches!(tokens.word(at + 1), "only" | "least" | "just") => None,
        ["rather" | "other", "than"] | ["but" | "and", "not"] => Some(2),
        ["apart" | "aside", "from"] | ["except", "for"] | ["instead", "of"] => Some(2),
        ["along" | "together", "with"] => Some(2),
        [_, "except" | "excepting" | "excluding" | "outside" | "alongside"] => Some(1),
        _ => None,
    }
}

/// Whether the noun is that of a part of a body or of who acts for it, so that the body is meant: "the head of WHO".
pub(super) fn is_itself(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    PARTS.has(&lower)
        || HEADS.has(&lower)
        || heads::is_office(noun)
        || noun != lower && heads::has_noun_of_part(noun)
}

/// Whether something else follows the name that ends before the token at `behind`, and belongs to it: "WHO’s donors",
/// "WHO guidelines"; not where `is_meant` is true of what follows.
pub(super) fn owns_other(tokens: &[Token], behind: usize, is_meant: impl Fn(&str) -> bool) -> bool {
    let is_owner = matches!(tokens.word(behind), "’" | "'");
    let words = tokens[behind..].iter().skip_while(|token| matches!(token.text, "’" | "'" | "s"));
    let mut phrase = words
        .take(5)
        .take_while(|token| token.is_word() && !PREPOSITIONS.has(token.text) && !token.is("and"));
    if is_owner {
        return !phrase.any(|token| is_meant(token.text));
    }
    let noun = phrase.find(|token| !KINDS.has(token.text)).map_or("", |token| token.text);
    (OTHERS.has(noun) || OWNED.has(noun)) && !PARTS.has(noun)
}

/// Whether a country is in a position to be addressed: directly after the verb, after "the
/// Government of", or, if `is_listed`, in a list whose last item was addressed.
pub(super) fn is_asked_for(
    tokens: &[Token],
    state: &Range<usize>,
    limb: &Range<usize>,
    is_listed: bool,
) -> bool {
    let first = tokens.partition_point(|token| token.start < state.start);
    let last = tokens.partition_point(|token| token.start < state.end);
    let is_behind_the = tokens.word_before(first, 1) == "the";
    let is_named = tokens[last - 1].is_capital();
    // "Kenya Railways", "the Kenya office of WHO", not "the State party"
    let is_noun = |next: &Token| {
        is_named && next.is_capital()
            || is_named && is_behind_the && next.is_word() && !BEHIND_STATES.has(next.text)
    };
    if tokens.get(last).is_some_and(is_noun) {
        return false;
    }
    let before = (limb.start..first).rev().find(|at| !tokens[*at].is("the"));
    let Some(before) = before else { return true };
    match tokens[before].text {
        "of" => {
            ["Government", "Governments", "authorities"].contains(&tokens.word_before(before, 1))
        }
        "and" | "," | "or" => is_listed,
        "particular" | "including" | "that" => true,
        _ => false,
    }
}

/// The "who" or "that" of the clause whose verb stands at `verb`: "States that fund", "those who have left".
pub(super) fn relative(tokens: &[Token], verb: usize) -> Option<usize> {
    let is_auxiliary = matches!(tokens.word_before(verb, 1), "has" | "have" | "had" | "do" | "not");
    let who = verb.checked_sub(1 + usize::from(is_auxiliary))?;
    let noun = who.checked_sub(1)?;
    let is_who = matches!(tokens[who].text, "who" | "that" | "which");
    let is_noun = tokens[noun].is_word() && !PREPOSITIONS.has(&tokens[noun].text.to_lowercase());
    (is_who && is_plain(&tokens[verb]) && is_noun).then_some(who)
}

/// Whether it is a word in small letters.
fn is_plain(token: &Token) -> bool {
    token.is_word() && !token.is_capital() && !token.is_number()
}
