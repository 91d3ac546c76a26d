//! References back to a body that was named before: "the Office", "the Board".

use std::collections::BTreeMap;

use super::heads::is_head;
use super::party::Party;
use super::token::Token;

/// What each noun of a body last stood for.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    last: BTreeMap<String, Party>,
}

impl Memory {
    /// A body was named; `nouns` are the nouns of its names, in lower case.
    pub fn note(&mut self, party: &Party, nouns: Vec<String>) {
        for noun in nouns {
            self.last.insert(noun, party.clone());
        }
    }

    /// What the word at `at` refers back to, if it is "the Office" and such, alone.
    pub fn referent(&self, tokens: &[Token], at: usize) -> Option<&Party> {
        if !is_reference(tokens, at) {
            return None;
        }
        self.last.get(&tokens[at].text.to_lowercase())
    }
}

/// Whether the word is the noun of a body and stands alone behind an article: "the Office".
fn is_reference(tokens: &[Token], at: usize) -> bool {
    let is_joined = |token: &Token| {
        token.is_word() && (token.is_capital() || matches!(token.text, "on" | "for"))
    };
    let follows_of =
        |token: &Token| token.is("of") && tokens.get(at + 2).is_some_and(|next| next.is_capital());
    is_head(tokens[at].text)
        && at > 0
        && tokens[at - 1].is("the")
        && !tokens.get(at + 1).is_some_and(|next| is_joined(next) || follows_of(next))
}
