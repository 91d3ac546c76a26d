//! Who is named, but neither acts nor is addressed: those left out, "other than WHO", and those whose partners are
//! meant, "the donors of WHO"; and the countries that are addressed.

use std::ops::Range;

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
     sector academic religious community-based non-governmental governmental United Nations bilateral",
);

/// What belongs to a body, so that the body is meant: "UNODC field offices".
pub(super) static PARTS: Words = Words::new("office offices staff experts headquarters");

/// Those who belong to a body and are not the body, beside partners.
static BELONGING: Words = Words::new(
    "auditors beneficiaries contributors cosponsors co-sponsors host hosts members much people recipients \
     supporters users country",
);

/// Words behind a country of which it is no adjective.
static BEHIND_STATES: Words =
    Words::new("and as for from in of on or to with also further jointly");

/// How many words that leave out whom they precede end with the token at `at`: "other than", "but not".
pub(super) fn exclusion(tokens: &[Token], at: usize) -> Option<usize> {
    match [tokens.word_before(at, 1), tokens.word(at)] {
        ["but" | "and", "not"] if matches!(tokens.word(at + 1), "only" | "least" | "just") => None,
        ["rather" | "other", "than"] | ["but" | "and", "not"] => Some(2),
        ["apart" | "aside", "from"] | ["except", "for"] | ["instead", "of"] => Some(2),
        [_, "except" | "excepting" | "excluding" | "outside"] => Some(1),
        _ => None,
    }
}

/// Whether the body that is named there, behind `start`, is named for those who belong to it or have to do with it:
/// "the partners of WHO", "WHO’s donors", "countries that fund WHO".
pub(super) fn is_of_others(tokens: &[Token], name: &Range<usize>, start: usize) -> bool {
    let first = tokens.partition_point(|token| token.start < name.start);
    let last = tokens.partition_point(|token| token.start < name.end);
    let mut behind = tokens[last..].iter().map(|token| token.text);
    let owned = behind.find(|word| !matches!(*word, "’" | "'" | "s") && !KINDS.has(word));
    let is_other = |noun: &str| (OTHERS.has(noun) || BELONGING.has(noun)) && !PARTS.has(noun);
    if owned.is_some_and(&is_other) {
        return true;
    }
    let is_article = |at: &usize| matches!(tokens[*at].text, "the" | "all" | "both" | "other");
    let mut before = (start..first).rev().skip_while(is_article);
    let (Some(at), Some(noun)) = (before.next(), before.next()) else { return false };
    match tokens[at].text {
        "of" => is_other(&tokens[noun].text.to_lowercase()),
        verb => !KINDS.has(verb) && relative(tokens, at).is_some_and(|who| who > start),
    }
}

/// Whether a country stands where it is addressed: right behind the verb, behind "the Government of", or in a list
/// whose last one was addressed, if `is_listed`.
pub(super) fn is_asked_for(
    tokens: &[Token],
    state: &Range<usize>,
    limb: &Range<usize>,
    is_listed: bool,
) -> bool {
    let first = tokens.partition_point(|token| token.start < state.start);
    let last = tokens.partition_point(|token| token.start < state.end);
    let is_behind_the = tokens.word_before(first, 1) == "the";
    // "Kenya Railways", "the Kenya office of WHO"
    let is_noun = |next: &Token| {
        next.is_capital() || is_behind_the && next.is_word() && !BEHIND_STATES.has(next.text)
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
    (is_who && is_plain(&tokens[verb]) && tokens[noun].is_word()).then_some(who)
}

/// Whether it is a word in small letters.
fn is_plain(token: &Token) -> bool {
    token.is_word() && !token.is_capital() && !token.is_number()
}
