//! Names that many organisations have for a part of themselves: "the Secretary-General", "the Executive
//! Committee". Alone they are those of the United Nations; with the name of another organisation they are not.

use super::heads::is_generic;
use super::reader::{FUNCTION_WORDS, LONGEST, is_article};
use super::token::{Places, Token, Words};
use crate::model::MONTHS;

/// Words of such names beside those for any body.
static ORDINARY: Words = Words::new(
    "and assembly economic human rights secretary secretary-general security social statistical third",
);

/// What follows "of" where it is that of the United Nations.
const HOUSES: &[&str] = &[
    "Economic and Social Council", "General Assembly", "Secretariat", "Secretary General",
    "Secretary-General", "UN", "United Nations",
];

/// What follows "of" where it is that of the body that the name is known for; a secretariat is its own.
const PARENTS: &[&str] = &["Joint United Nations", "UNAIDS"];

/// What follows "of" where it is short for the United Nations or an organ of theirs, if nothing says whose it is.
static ORGANS: Words = Words::new("Assembly Council Organisation Organization");

/// Words before such a name that make it that of a country or a part of one.
pub(super) static SPHERES: Words = Words::new("National Federal Provincial Municipal");

/// Whether a name has no proper noun of its own.
pub(super) fn is_shared_name(name: &str) -> bool {
    name.split_whitespace().all(|word| is_generic(word) || ORDINARY.has(&word.to_lowercase()))
}

/// Whether the last word of an owner makes it the United Nations or their Secretariat.
pub(super) fn is_house(word: &str) -> bool {
    matches!(word, "UN" | "Nations" | "Secretariat" | "Secretary-General")
}

/// Whether the words around the tokens `first..last` make such a name that of another organisation; `is_owner`
/// tells whether a capitalised word before it is the end of the name of one.
pub(super) fn is_of_another(
    text: &str,
    tokens: &[Token],
    (first, last): (usize, usize),
    is_owner: impl Fn(&Token) -> bool,
) -> bool {
    let word = |at| tokens.word(at);
    let is_secretariat = last == first + 1 && word(first) == "Secretariat";
    // The United Nations have a Secretariat, and others a General Secretariat.
    if is_secretariat && tokens.word_before(first, 1) == "General" {
        return true;
    }
    let parents = if is_secretariat { &[] } else { PARENTS };
    if matches!(word(last), "resolution" | "resolutions" | "decision" | "decisions") {
        return false;
    }
    let behind = match (word(last), word(last + 1)) {
        ("of", "the") => tokens.get(last + 2),
        ("of", _) => tokens.get(last + 1),
        _ => None,
    };
    let is_own = |token: &Token| {
        let rest = &text[token.start..];
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let behind = tokens.partition_point(|other| other.start < token.end());
        let is_organ = ORGANS.has(token.text)
            && !matches!(word(behind), "of" | "for" | "on" | "against" | "to");
        is_organ
            || HOUSES.iter().chain(parents).any(|house| rest.strip_prefix(house).is_some_and(ends))
    };
    // A month begins with a capital and names nothing.
    let is_name =
        |token: &Token| token.is_capital() && !MONTHS.contains(&token.text) && !is_own(token);
    if behind.is_some_and(is_name) {
        return true;
    }
    let owner = match tokens.word_before(first, 1) {
        "s" => first.checked_sub(3),
        "’" | "'" => first.checked_sub(2),
        _ => first.checked_sub(1),
    };
    owner.is_some_and(|at| {
        let owner = &tokens[at];
        let is_house = is_house(owner.text) || parents.contains(&owner.text);
        let is_name = owner.is_capital() && !is_article(owner);
        // "The Example Pact Secretariat" is not that of the United Nations.
        let is_other = is_secretariat
            && at > 0
            && is_article_or_name(&tokens[at - 1])
            && is_told(&tokens[..=at]);
        let is_owner = is_other || SPHERES.has(owner.text) || is_owner(owner);
        !is_house && is_name && (owner.is_upper() || is_owner)
    })
}

/// Whether a capitalised word behind this one goes on with a name rather than opens a sentence.
fn is_article_or_name(token: &Token) -> bool {
    let opens = FUNCTION_WORDS.has(&token.text.to_lowercase());
    is_article(token) || token.is_capital() && token.is_word() && !opens
}

/// Whether one of the capitalised words at the end tells whose it is: "the Leaf Pact", not "the Joint".
fn is_told(tokens: &[Token]) -> bool {
    let run = tokens.iter().rev().take(LONGEST);
    let mut run = run.take_while(|token| token.is_capital() && !is_article(token));
    run.any(|token| !is_generic(token.text))
}
