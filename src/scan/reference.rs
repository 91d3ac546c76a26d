//! References back to a body that was named before: "the Office", "the Board".

use std::collections::BTreeMap;

use super::heads::is_head;
use super::party::Party;
use super::token::Token;

/// What each noun of a body last stood for.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    last: BTreeMap<String, Party>,
    /// Whose work the document is about: the body that it introduces by what that is responsible for.
    owner: Option<Party>,
}

impl Memory {
    /// A body was named; `nouns` are the nouns of its names, in lower case.
    pub fn note(&mut self, party: &Party, nouns: Vec<String>) {
        for noun in nouns {
            self.last.insert(noun, party.clone());
        }
    }

    /// A paragraph that names this body first is about to be read; it may introduce the body.
    pub fn introduce(&mut self, tokens: &[Token], first: Option<&Party>) {
        let is_duty =
            |words: &[Token]| words[0].is("is") && words[1].is("responsible") && words[2].is("for");
        if self.owner.is_none() && tokens.windows(3).any(is_duty) {
            self.owner = first.cloned();
        }
    }

    /// What the word at `at` refers back to, if it is "the Office" and such, alone.
    pub fn referent(&self, tokens: &[Token], at: usize) -> Option<&Party> {
        if is_part_of_work(&tokens[at].text.to_lowercase()) {
            let is_other = tokens.get(at + 1).is_some_and(Token::is_number);
            let is_own = at == 0 || !is_other && tokens[at - 1].is("the");
            return self.owner.as_ref().filter(|_| is_own);
        }
        if !is_reference(tokens, at) {
            return None;
        }
        self.last.get(&tokens[at].text.to_lowercase())
    }
}

/// Whether the word is a part of the work of a body, which stands for the body that does it.
fn is_part_of_work(word: &str) -> bool {
    matches!(word, "subprogramme" | "component")
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
