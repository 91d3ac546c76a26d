//! Words between a subject and its verb that change nothing.

use super::token::{Token, Words};

/// Words that begin an aside: "through its work".
static ASIDES: Words = Words::new(
    "through as in within with upon by together jointly along under for including at \
     since pursuant during on inter which who whose established",
);

/// Whether the word begins an aside, as participles do: "recalling its resolution".
pub(super) fn is_aside(word: &str) -> bool {
    ASIDES.has(word) || word.len() > 4 && word.ends_with("ing")
}

/// Words that only number or colour a verb.
static ADVERBS: Words = Words::new(
    "also further strongly again once therefore hereby fully urgently equally furthermore moreover \
     additionally thus accordingly explicitly specifically particularly however likewise now still \
     already since repeatedly recently previously subsequently jointly formally expressly \
     consistently",
);

/// Whether the word only numbers or colours a verb.
pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.has(&word.to_lowercase())
}

/// Whether the word may stand between the parts of a verb: an adverb, or what looks like one.
pub(super) fn is_between(word: &str) -> bool {
    is_adverb(word) || word.ends_with("ly")
}

/// Whether the tokens end with "in this regard".
pub(super) fn is_adverbial(tokens: &[Token]) -> bool {
    let [.., preposition, pronoun, noun] = tokens else { return false };
    (preposition.is("in") || preposition.is("to"))
        && matches!(pronoun.text, "this" | "that")
        && matches!(noun.text, "regard" | "respect" | "context" | "connection" | "end")
}
