//! References back to a body that was named before: "the Office", "the Board".

use std::collections::BTreeMap;

use super::heads::is_head;
use super::party::Party;
use super::token::{Places, Token};

/// What each noun of a body last stood for.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    last: BTreeMap<String, Party>,
    /// Whose work the document is about: the body that it first says to be responsible for something, if it is one.
    owner: Option<Option<Party>>,
    /// The body of whose papers it is one, where that calls itself "the Joint Programme".
    joint_programme: Option<Party>,
}

impl Memory {
    /// Nothing yet, in a paper of this body if it calls itself "the Joint Programme".
    pub fn of(joint_programme: Option<Party>) -> Self {
        Self { joint_programme, ..Self::default() }
    }

    /// A body was named; `nouns` are the nouns of its names, in lower case. One that is named by the way is not meant where
    /// another was spoken of.
    pub fn note(&mut self, party: &Party, nouns: Vec<String>, is_aside: bool) {
        for noun in nouns {
            if !is_aside || !self.last.contains_key(&noun) {
                self.last.insert(noun, party.clone());
            }
        }
    }

    /// A paragraph is about to be read, and may introduce the body whose work it is about; `ending_at` tells which one
    /// is named right before a byte.
    pub fn introduce(&mut self, tokens: &[Token], ending_at: impl Fn(usize) -> Option<Party>) {
        let is_duty =
            |words: &[Token]| words[0].is("is") && words[1].is("responsible") && words[2].is("for");
        if self.owner.is_none()
            && let Some(is) = tokens.windows(3).position(is_duty)
        {
            let has_bracket = tokens.word_before(is, 1) == ")";
            let last = is.checked_sub(1 + usize::from(has_bracket));
            self.owner = Some(last.and_then(|last| ending_at(tokens[last].end())));
        }
    }

    /// What the word at `at` refers back to, if it is "the Office" and such, alone.
    pub fn referent(&self, tokens: &[Token], at: usize) -> Option<&Party> {
        let noun = tokens[at].text.to_lowercase();
        // A part of the work of a body stands for the body that does it.
        if matches!(noun.as_str(), "subprogramme" | "component") {
            let is_other = tokens.get(at + 1).is_some_and(Token::is_number);
            let is_own = at == 0 || !is_other && tokens[at - 1].is("the");
            return self.owner.as_ref()?.as_ref().filter(|_| is_own);
        }
        if is_joint(tokens, at) {
            return self.joint_programme.as_ref().filter(|_| is_alone(tokens, at));
        }
        let is_reference = is_head(tokens[at].text) && is_alone(tokens, at);
        self.last.get(&noun).filter(|_| is_reference)
    }
}

/// The first word of a reference whose noun stands at `at`: "the High Commissioner", "the Joint Programme".
pub(super) fn first(tokens: &[Token], at: usize) -> usize {
    let is_high = tokens[at].text == "Commissioner" && at > 0 && tokens[at - 1].text == "High";
    at - usize::from(is_high || is_joint(tokens, at))
}

/// Whether the word at `at` is that of "Joint Programme".
fn is_joint(tokens: &[Token], at: usize) -> bool {
    tokens[at].text == "Programme" && at > 0 && tokens[at - 1].text == "Joint"
}

/// Whether the reference whose noun stands at `at` follows an article, and no name goes on behind it.
fn is_alone(tokens: &[Token], at: usize) -> bool {
    let is_joined = |token: &Token| {
        token.is_word() && (token.is_capital() || matches!(token.text, "on" | "for"))
    };
    let is_name = |at: usize| tokens.get(at).is_some_and(Token::is_capital);
    let has_article = tokens.is(at + 2, "the");
    let follows_of = |token: &Token| token.is("of") && is_name(at + 2 + usize::from(has_article));
    let first = first(tokens, at);
    first > 0
        && tokens[first - 1].is("the")
        && !tokens.get(at + 1).is_some_and(|next| is_joined(next) || follows_of(next))
}
