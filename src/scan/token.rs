//! Words, numbers and punctuation of a paragraph, and its sentences.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use super::fold::is_word;

/// A word, a number or a sign of punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub text: &'a str,
    pub start: usize,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub fn is_word(&self) -> bool {
        self.text.starts_with(is_word)
    }

    pub fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
            && self.text.ends_with(|c: char| c.is_ascii_digit())
            && !self.text.contains(char::is_alphabetic)
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is written in capitals: at least two, and no small letter but a plural ending.
    pub fn is_upper(&self) -> bool {
        let text = self.text.strip_suffix('s').unwrap_or(self.text);
        text.chars().filter(|c| c.is_uppercase()).count() >= 2
            && !text.chars().any(char::is_lowercase)
    }

    /// Whether it is no word, as far as the label of a paragraph goes: "12", "(", "a".
    pub fn is_label(&self) -> bool {
        !self.is_word() || self.is_number() || self.text.len() == 1
    }

    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }
}

/// Words by their places, with nothing beyond the first and the last.
pub(super) trait Places<'a> {
    /// The word at `at`.
    fn word(&self, at: usize) -> &'a str;

    /// The word so many places before the one at `at`.
    fn word_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// Whether the word at `at` is this one, however it is written.
    fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }
}

impl<'a> Places<'a> for [Token<'a>] {
    fn word(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.text)
    }
}

/// A list of words, written with spaces between.
pub(super) struct Words {
    list: &'static str,
    words: OnceLock<BTreeSet<&'static str>>,
}

impl Words {
    pub const fn new(list: &'static str) -> Self {
        Self { list, words: OnceLock::new() }
    }

    pub fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.list.split(' ').collect()).contains(word)
    }
}

/// The tokens of a text. Hyphens, apostrophes and the separators of numbers stand within a word;
/// a possessive ending does not.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if is_word(c) {
            while let Some(&(at, next)) = chars.peek() {
                let after = at + next.len_utf8();
                let goes_on = is_word(next) || joins(text, at, next);
                if !goes_on {
                    break;
                }
                end = after;
                chars.next();
            }
        }
        tokens.push(Token { text: &text[start..end], start });
    }
    tokens
}

/// Whether the sign at byte `at` stands within a word.
fn joins(text: &str, at: usize, sign: char) -> bool {
    let rest = &text[at + sign.len_utf8()..];
    let before = text[..at].chars().next_back();
    let mut after = rest.chars();
    let Some(next) = after.next() else { return false };
    match sign {
        '-' => is_word(next),
        '\'' | '\u{2019}' => {
            let is_possessive = next == 's' && !after.next().is_some_and(is_word);
            is_word(next) && !is_possessive
        }
        ',' | '.' | '·' => before.is_some_and(|c| c.is_ascii_digit()) && next.is_ascii_digit(),
        _ => false,
    }
}

/// Words whose full stop does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "para", "paras", "no", "nos", "sect", "sects", "chap", "chaps", "art", "arts", "mr", "ms",
    "mrs", "dr", "prof", "st", "vol", "fig", "e.g", "i.e", "cf", "vs", "etc", "rev", "add", "corr",
    "h.e", "crp", "ed", "p", "pp", "approx", "res",
];

/// The sentences of a text, white space at their ends included.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if matches!(c, '.' | '?' | '!') && ends_sentence(text, at, end) {
            sentences.push(from..end);
            from = end;
        }
    }
    if !text[from..].trim().is_empty() {
        sentences.push(from..text.len());
    }
    sentences
}

/// At which byte of a text a part of it begins.
pub(crate) fn start_of(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// The end of a text, of so many characters.
pub(super) fn tail(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count - 1).map_or(text, |(at, _)| &text[at..])
}

fn ends_sentence(text: &str, at: usize, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(['”', '"', '’', ')', '*']);
    let next = rest.trim_start();
    if rest.len() == next.len() && !next.is_empty() {
        return false;
    }
    let word = text[..at].rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let is_label = at < 8 && text[..at].chars().all(|c| c.is_ascii_digit() || c == '.');
    !is_initial
        && !is_label
        && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
        && (next.is_empty()
            || next.starts_with(|c: char| {
                c.is_uppercase() || c.is_ascii_digit() || "“\"(*[".contains(c)
            }))
}
