//! Words between a subject and its verb that change nothing.

use super::token::Token;

/// Whether the word begins an aside: "through its work".
pub(super) fn is_aside(word: &str) -> bool {
    matches!(
        word,
        "through"
            | "as"
            | "in"
            | "within"
            | "with"
            | "upon"
            | "by"
            | "together"
            | "under"
            | "for"
            | "including"
            | "at"
    )
}

/// Whether the word only numbers or colours a verb.
pub(super) fn is_adverb(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "also"
            | "further"
            | "strongly"
            | "again"
            | "once"
            | "therefore"
            | "hereby"
            | "fully"
            | "urgently"
            | "equally"
            | "furthermore"
            | "moreover"
            | "additionally"
            | "thus"
            | "accordingly"
            | "explicitly"
            | "specifically"
            | "particularly"
    )
}

/// Whether the tokens end with ", in this regard".
pub(super) fn is_adverbial(tokens: &[Token]) -> bool {
    let [.., preposition, pronoun, noun] = tokens else { return false };
    matches!(preposition.text, "in" | "to")
        && matches!(pronoun.text, "this" | "that")
        && matches!(noun.text, "regard" | "respect" | "context" | "connection" | "end")
}
