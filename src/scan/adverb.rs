//! Words between a subject and its verb that do not affect the meaning.

use super::token::{Places, Token, Words};
use crate::model::MONTHS;

/// Words that begin an aside: "through its work".
static ASIDES: Words = Words::new(
    "especially notably particularly through as in within with upon by together jointly along under for including at \
     since pursuant during on inter which who whose established where when subject",
);

/// Whether the word begins an aside, as participles do: "recalling its resolution".
pub(super) fn is_aside(word: &str) -> bool {
    ASIDES.has(word) || word.len() > 4 && word.ends_with("ing")
}

/// Adverbs that do not change what a verb means here.
static ADVERBS: Words = Words::new(
    "also further strongly again once therefore hereby fully urgently equally furthermore moreover \
     additionally thus accordingly explicitly specifically particularly however likewise now still \
     already since repeatedly recently previously subsequently jointly formally expressly \
     consistently nevertheless nonetheless alone itself themselves today yesterday later unanimously",
);

/// Whether the word is an adverb that does not change what a verb means here.
pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.has(&word.to_lowercase())
}

/// Whether the word may stand between the parts of a verb: an adverb, or what looks like one.
pub(super) fn is_between(word: &str) -> bool {
    is_adverb(word) || word.ends_with("ly")
}

/// Nouns with which "this" or "that" points to what was said before: "in this regard", "to that end".
static POINTERS: Words = Words::new(
    "aim connection context effect end light purpose reason regard respect spirit vein view",
);

/// Whether the tokens end with "in this regard".
pub(super) fn is_adverbial(tokens: &[Token]) -> bool {
    let [.., preposition, pronoun, noun] = tokens else { return false };
    ["in", "to", "for", "with"].iter().any(|word| preposition.is(word))
        && matches!(pronoun.text, "this" | "that")
        && POINTERS.has(noun.text)
}

/// How many tokens at the end say when something was done: "in 2019", "on Friday", "at its tenth session".
pub(super) fn time(tokens: &[Token]) -> usize {
    let word = |back| tokens.word_before(tokens.len(), back);
    let is_year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok();
    match [word(3), word(2), word(1)] {
        ["its", _, "session" | "meeting"] if word(4).eq_ignore_ascii_case("at") => 4,
        [_, "in", year] if is_year(year) => 2,
        ["in", month, year] if is_year(year) && MONTHS.contains(&month) => 3,
        [_, "on", day] if day.ends_with("day") => 2,
        [_, "this", "morning" | "afternoon" | "week" | "month" | "year"] => 2,
        _ => 0,
    }
}

/// Whether the words from here on deny what the verb before them says: "also not", "no longer"; "not only" does not.
pub(super) fn is_denied(tokens: &[Token], at: usize) -> bool {
    let is_between = |word: &str| word == "," || is_between(word);
    let is_hardly = |word: &str| matches!(word, "barely" | "hardly" | "scarcely");
    // "Will not fail to" affirms.
    let affirms = |next: &str| matches!(next, "cease" | "fail" | "hesitate" | "stop" | "tire");
    let mut words = tokens.iter().skip(at).map(|token| token.text);
    let word = words.find(|word| !is_between(word) || is_hardly(word));
    let (next, last) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match word {
        Some("neither") => true,
        Some("never") => !affirms(next),
        Some("no") => next == "longer" || next == "more" && last != "than",
        Some("in") => next == "no" && matches!(last, "case" | "event" | "way"),
        Some("not") => {
            let is_aside = next.ends_with("ly") && last == ",";
            !is_aside
                && !is_least(next, last)
                && !affirms(next)
                && !matches!(next, "only" | "just" | "merely" | "simply" | "least")
        }
        // "There were barely 20 nurses" is an affirmative statement.
        Some(word) if is_hardly(word) => {
            matches!(tokens.word_before(at, 1), "will" | "shall" | "would" | "should")
        }
        _ => false,
    }
}

/// Whether words after "no" or "not" state a minimum: "no fewer than".
pub(super) fn is_least(word: &str, next: &str) -> bool {
    matches!(word, "fewer" | "less" | "more") && next == "than"
}
