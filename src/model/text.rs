//! Non-empty text, and how texts are compared.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::iter;
use std::ops::Deref;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text that is never empty, without white space at its ends.
///
/// YAML reads a key without a value, or with `~`, as an empty text; here that is an error.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text(Box<str>);

impl Text {
    /// Takes a text, without the white space at its ends.
    ///
    /// # Errors
    /// When nothing is left, or only a way of writing "no value" (`~`, `null`).
    pub fn new(text: &str) -> Result<Self, &'static str> {
        something(text).map(|text| Self(text.into()))
    }
}

/// A text without leading and trailing white space, unless it is empty.
fn something(text: &str) -> Result<&str, &'static str> {
    match text.trim() {
        "" | "~" | "null" | "Null" | "NULL" => {
            Err("there is no value here: write one, or leave the key out")
        }
        trimmed => Ok(trimmed),
    }
}

/// A number and the word for what is counted: `0 agencies`, `1 agency`, `2 programmes`.
pub fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {}", several(what)) }
}

/// The word for several of what is counted: `agencies`, `programmes`.
pub fn several(what: &str) -> String {
    match what.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{what}s"),
    }
}

/// Items in a sentence: `1–3, 7 and 9`, with the word that joins the last.
pub fn enumerated(items: &[String], word: &str) -> String {
    match items {
        [rest @ .., last] if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        items => items.concat(),
    }
}

/// The text with its first letter in capitals.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A name as columns have it: `last_document` for `Last document` and `last-document`.
pub fn snake(name: &str) -> String {
    fold(name).replace([' ', '-'], "_")
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// So that texts can be joined as strings are.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written_as_text(deserializer, |text| Ok::<_, Infallible>(Self(text.into())))
    }
}

/// Reads what is written as one text, and says something; `parse` is handed it without white space at its ends.
pub fn written_as_text<'de, T, E: fmt::Display, D: Deserializer<'de>>(
    deserializer: D,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error> {
    struct Parse<F>(F);

    impl<T, E: fmt::Display, F: FnOnce(&str) -> Result<T, E>> Visitor<'_> for Parse<F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<R: Error>(self, text: &str) -> Result<T, R> {
            something(text).map_err(R::custom).and_then(|text| (self.0)(text).map_err(R::custom))
        }
    }

    deserializer.deserialize_str(Parse(parse))
}

/// Reads a type as what is written as one text, by its `FromStr`.
macro_rules! read_as_text {
    ($type:ty) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::model::text::written_as_text(deserializer, str::parse)
            }
        }
    };
}
pub(super) use read_as_text;

/// `text` as it is compared: without regard to case, accents, compatibility forms (full-width letters,
/// ligatures) and the length of white space.
pub fn fold(text: &str) -> String {
    folded(text, |c| c)
}

/// `text` as names are compared: as [`fold`] has it, and with a hyphen the same as a space.
pub fn key(text: &str) -> String {
    folded(text, |c| if c == '-' { ' ' } else { c })
}

/// Whether a text holds these words, not as parts of others.
pub fn has_words(text: &str, words: &str) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric();
    text.match_indices(words).any(|(at, _)| {
        (at == 0 || text[..at].ends_with(is_sign))
            && (at + words.len() == text.len() || text[at + words.len()..].starts_with(is_sign))
    })
}

fn folded(text: &str, sign: impl Fn(char) -> char) -> String {
    if text.is_ascii() {
        return squeeze(text.len(), text.chars().map(|c| sign(c.to_ascii_lowercase())));
    }
    let letters = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_joiner(*c))
        .flat_map(char::to_lowercase);
    squeeze(text.len(), letters.flat_map(plain).map(sign))
}

/// Whether a character has no width and only joins or parts what stands beside it.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A text as people sort it: as [`fold`] has it, and numbers in it by value, so that paragraph 5 comes before
/// paragraph 10.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Natural(String);

impl Natural {
    /// The place of this text among others.
    pub fn new(text: &str) -> Self {
        Self(fold(text))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        chunks(&self.0).cmp(chunks(&other.0))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A text in runs of digits, each with its value, and runs of everything else, which come after numbers.
fn chunks(text: &str) -> impl Iterator<Item = (bool, Option<u64>, &str)> {
    let runs = text.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let mut rest = text;
    runs.map(move |run| {
        let (run, after) = rest.split_at(run.len());
        rest = after;
        (!run.starts_with(|c: char| c.is_ascii_digit()), run.parse().ok(), run)
    })
}

/// What people type for a sign that Unicode does not take apart.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        '‐' | '‑' | '–' | '—' => ('-', None),
        '’' | '‘' => ('\'', None),
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ı' => ('i', None),
        c => (c, None),
    };
    iter::once(first).chain(second)
}

/// The signs, with single spaces between words; there are about so many bytes of them.
fn squeeze(length: usize, chars: impl Iterator<Item = char>) -> String {
    let mut out = String::with_capacity(length);
    for c in chars {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_in_the_plural_but_for_one() {
        let agencies = [0, 1, 2].map(|number| counted(number, "agency"));
        assert_eq!(agencies, ["0 agencies", "1 agency", "2 agencies"]);
        assert_eq!(counted(10, "programme"), "10 programmes");
    }

    #[test]
    fn folding() {
        assert_eq!(fold("  Côte   d’Ivoire "), "cote d'ivoire");
        assert_eq!(fold("UN\u{2011}Women"), "un-women");
        assert_eq!(fold("ＷＨＯ"), "who");
        assert_eq!(fold("ශ\u{dca}\u{200d}රී"), fold("ශ\u{dca}රී"));
        assert_eq!(fold("co\u{ad}ca\u{200b}ine \u{feff}"), "cocaine");
        assert_eq!(fold("Türkiye"), "turkiye");
        assert_eq!(
            fold("Øresund, Łódź, Đà Nẵng, Diyarbakır"),
            "oresund, lodz, da nang, diyarbakir"
        );
        assert_eq!(
            fold("Großer Rat, LÆRING, Œuvre, Þór, Ðe"),
            "grosser rat, laering, oeuvre, thor, de"
        );
    }

    #[test]
    fn numbers_in_texts_are_ordered_by_value() {
        let mut texts =
            ["A/1, para. 10", "a/1, para. 5", "A/1, fn. 1", "B", "A/1", "A/1, para. 05"];
        texts.sort_by_key(|text| Natural::new(text));
        let sorted = ["A/1", "A/1, fn. 1", "A/1, para. 05", "a/1, para. 5", "A/1, para. 10", "B"];
        assert_eq!(texts, sorted);
        assert!(Natural::new("2030 Agenda") < Natural::new("Agenda"));
    }

    #[test]
    fn names_are_the_same_with_hyphens_or_spaces() {
        assert_eq!(key("UN-Women"), key("un  women"));
        assert_eq!(key("South-East Asia - "), "south east asia");
    }

    #[test]
    fn no_value_is_no_text() {
        for empty in ["", " \n", "~", "null"] {
            assert!(Text::new(empty).is_err(), "{empty:?}");
        }
        assert_eq!(Text::new(" a b \n").as_deref(), Ok("a b"));
    }
}
