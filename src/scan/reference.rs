//! References back to a body that was named before: "the Office", "the Board".

use std::collections::BTreeMap;

use super::heads::is_head;
use super::party::Party;
use super::token::{Places, Token};

/// What each noun of a body last stood for.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    last: BTreeMap<String, Party>,
    /// Whose work the document is about: the first body that it says to be responsible for something.
    owner: Option<Party>,
    /// The body of whose papers it is one, where that calls itself "the Joint Programme".
    joint_programme: Option<Party>,
}

impl Memory {
    /// Nothing yet, in a paper of this body if it calls itself "the Joint Programme".
    pub fn of(joint_programme: Option<Party>) -> Self {
        Self { joint_programme, ..Self::default() }
    }

    /// A body was named; `nouns` are the nouns of its names, in lower case. One that is named by the way is not meant
    /// where another was spoken of.
    pub fn note(&mut self, party: &Party, nouns: Vec<String>, is_aside: bool) {
        for noun in nouns {
            if !is_aside || !self.last.contains_key(&noun) {
                self.last.insert(noun, party.clone());
            }
        }
    }

    /// Looks in a new paragraph for the body whose work the document is about; `ending_at` gives
    /// the one named directly before a byte, and `called` the last one before it with a noun.
    pub fn introduce(
        &mut self,
        tokens: &[Token],
        ending_at: impl Fn(usize) -> Option<Party>,
        called: impl Fn(usize, &str) -> Option<Party>,
    ) {
        let is_duty =
            |words: &[Token]| words[0].is("is") && words[1].is("responsible") && words[2].is("for");
        let body = |last: usize| {
            ending_at(tokens[last].end()).or_else(|| {
                let is_reference = is_head(tokens[last].text) && is_alone(tokens, last);
                let noun = is_reference.then(|| tokens[last].text.to_lowercase())?;
                // Organs ask for the work, and do none.
                let is_organ = matches!(noun.as_str(), "assembly" | "commission" | "council");
                let earlier = || self.last.get(&noun).filter(|_| !is_organ).cloned();
                called(tokens[last].start, &noun).or_else(earlier)
            })
        };
        if self.owner.is_none() {
            let duties = tokens.windows(3).enumerate().filter(|(_, words)| is_duty(words)).take(8);
            self.owner = duties.flat_map(|(is, _)| subject_ends(tokens, is)).find_map(body);
        }
    }

    /// What the word at `at` refers back to, if it is "the Office" and such, alone.
    pub fn referent(&self, tokens: &[Token], at: usize) -> Option<&Party> {
        let noun = tokens[at].text.to_lowercase();
        // A part of the work of a body stands for the body that does it.
        if matches!(noun.as_str(), "subprogramme" | "component") {
            let is_other = tokens.get(at + 1).is_some_and(Token::is_number);
            let is_own = at == 0 || !is_other && tokens[at - 1].is("the");
            return self.owner.as_ref().filter(|_| is_own);
        }
        if is_joint(tokens, at) {
            return self.joint_programme.as_ref().filter(|_| is_alone(tokens, at));
        }
        let is_reference = is_head(tokens[at].text) && is_alone(tokens, at);
        self.last.get(&noun).filter(|_| is_reference)
    }
}

/// Where the subject of the verb at `verb` may end: before asides in brackets and between commas, or within such a
/// bracket, which may hold its acronym.
fn subject_ends(tokens: &[Token], verb: usize) -> impl Iterator<Item = usize> {
    let last = verb.checked_sub(1);
    let outer = last.map(|last| match tokens[last].text {
        ")" => tokens[..last].iter().rposition(|token| token.text == "("),
        "," => aside_start(tokens, last),
        _ => Some(verb),
    });
    let outer = outer.flatten().and_then(|end| end.checked_sub(1));
    let inner = last.filter(|last| tokens[*last].text == ")").and_then(|last| last.checked_sub(1));
    let is_acronym = |inner: &usize| tokens.word_before(*inner, 1) == "(";
    outer.into_iter().chain(inner.filter(is_acronym))
}

/// The comma that opens the aside which the one at `close` ends: "UNODC, in particular its Division,".
fn aside_start(tokens: &[Token], close: usize) -> Option<usize> {
    let reach = close.saturating_sub(60);
    let words = tokens[reach..close].iter();
    let sentence = words.rev().take_while(|token| !matches!(token.text, "." | ";")).count();
    let is_open = |at: &usize| {
        let next = tokens.word(at + 1);
        let is_listed = matches!(next, "the" | "and" | "or");
        tokens[*at].text == "," && next.starts_with(char::is_lowercase) && !is_listed
    };
    (close - sentence..close).rev().find(is_open)
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

/// Whether the reference with its noun at `at` follows "the" and is not the beginning of a name.
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
