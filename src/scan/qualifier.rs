//! Words that say how exact a number is: "more than", "an estimated".

use super::token::Token;
use crate::model::Qualifier;

/// Words before a number, by how they qualify it; the last ones do not.
const QUALIFIERS: &[(Option<Qualifier>, &str)] = &[
    (Some(Qualifier::About), "some|about|approximately|around|nearly|almost|as many as|close to"),
    (Some(Qualifier::About), "an estimated|estimated|roughly|~|ca .|c ."),
    (Some(Qualifier::Over), "more than|over|well over|just over|upwards of|in excess of|>"),
    (Some(Qualifier::AtLeast), "at least|no fewer than|no less than|not less than|a minimum of|≥"),
    (Some(Qualifier::UpTo), "up to|no more than|not more than|at most|a maximum of|≤"),
    (Some(Qualifier::Under), "fewer than|less than|just under|well under|<"),
    (None, "a total of|an additional|only"),
];

/// The words before a number that qualify it or only lead up to it, and where they begin.
pub(super) fn before(tokens: &[Token], at: usize) -> (Option<String>, usize) {
    for length in (1..=3).rev().filter(|length| *length <= at) {
        let words: Vec<String> =
            tokens[at - length..at].iter().map(|token| token.text.to_lowercase()).collect();
        let words = words.join(" ");
        if of(&words).is_some() {
            return (Some(words), at - length);
        }
    }
    (None, at)
}

/// What words before a number say of how exact it is, if they are such words.
pub(super) fn of(words: &str) -> Option<Option<Qualifier>> {
    let has = |known: &str| known.split('|').any(|known| known == words);
    QUALIFIERS.iter().find(|(_, known)| has(known)).map(|(qualifier, _)| *qualifier)
}
