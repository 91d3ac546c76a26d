//! The numbers and letters with which paragraphs begin.

use std::ops::RangeInclusive;

use roman_numerals_rs::RomanNumeral;

/// What a paragraph begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Number(Number),
    /// A letter, roman or arabic number in brackets, brackets included.
    Item(String),
    /// The mark of a note of the cover page: one or more stars.
    Star(String),
}

/// A paragraph number: `12`, or `16.5` with its chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) chapter: Option<u32>,
    pub(super) n: u32,
    /// Whether a bracket closes it: `12)`.
    pub(super) bracket: bool,
}

impl Number {
    /// The same chapter's paragraph `n`.
    pub(super) fn with(self, n: u32) -> Self {
        Self { n, ..self }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.chapter {
            Some(chapter) => write!(f, "{chapter}.{}", self.n),
            None => write!(f, "{}", self.n),
        }
    }
}

/// The mark that the text begins with, and what follows it.
pub(super) fn mark(text: &str) -> Option<(Mark, &str)> {
    let text = text.trim_start();
    let signed = text.strip_prefix('§').map(str::trim_start);
    let text = signed.unwrap_or(text);
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let rest = rest.trim_start();
    if word.starts_with('*') && word.len() <= 5 && word.bytes().all(|b| b == b'*') {
        return Some((Mark::Star(word.to_owned()), rest));
    }
    if word.starts_with('(') {
        let close = word.find(')')?;
        let inner = &word[1..close];
        let after = text[close + 1..].trim_start();
        return is_item(inner).then(|| (Mark::Item(format!("({inner})")), after));
    }
    let (word, rest) = glued(text).unwrap_or((word, rest));
    // Behind a section sign a number needs no full stop.
    let number = number(word).or_else(|| signed.and_then(|_| number(&format!("{word}."))));
    number.map(|number| (Mark::Number(number), rest))
}

/// What stands before the first word and that word, where it has a capital and no space before it: `10.The Office`.
fn glued(text: &str) -> Option<(&str, &str)> {
    let (word, rest) =
        text.split_at(text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ')'))?);
    let mut next = rest.chars();
    let is_word = next.next().is_some_and(char::is_uppercase)
        && (next.next().is_some_and(char::is_alphabetic) || is_article(rest));
    is_word.then_some((word, rest))
}

/// Whether the text begins with an article of one letter: `A meeting`.
fn is_article(text: &str) -> bool {
    text.strip_prefix("A ").is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// The number that the text begins with.
pub(super) fn number_at(text: &str) -> Option<Number> {
    match mark(text) {
        Some((Mark::Number(number), _)) => Some(number),
        _ => None,
    }
}

/// Whether the text is a number of so many digits and nothing else.
pub(super) fn is_number(text: &str, digits: RangeInclusive<usize>) -> bool {
    digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The letter without brackets that the text begins with, as an item, and what follows it: `a. Take`, `b) Take`.
/// Whether it is one, the words before it must tell.
pub(super) fn bare_item(text: &str) -> Option<(String, &str)> {
    let (word, rest) = text.trim_start().split_once(' ').unwrap_or((text, ""));
    let letter = word.strip_suffix(['.', ')'])?;
    let is_letter = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_lowercase());
    is_letter.then(|| (format!("({letter})"), rest.trim_start()))
}

/// Whether a bare item can stand behind this text: the first behind a colon, each other behind the one before.
pub(super) fn follows_bare_item(item: &str, before: &str) -> bool {
    let letter = |item: &str| item.as_bytes().get(1).copied();
    match bare_item(before) {
        Some((last, _)) => letter(item) == letter(&last).map(|last| last + 1),
        None => item == "(a)" && before.ends_with(':'),
    }
}

fn is_item(inner: &str) -> bool {
    let letters = |lower: fn(&u8) -> bool| inner.bytes().all(|b| lower(&b));
    match inner.len() {
        0 => false,
        1 => inner.bytes().all(|b| b.is_ascii_alphanumeric()),
        2 if letters(u8::is_ascii_digit) => true,
        2 if letters(u8::is_ascii_lowercase) => {
            let bytes = inner.as_bytes();
            bytes[0] == bytes[1] || roman(inner).is_some()
        }
        _ => letters(u8::is_ascii_lowercase) && roman(inner).is_some(),
    }
}

/// A number with its full stop (`12.`), its bracket (`12)`) or its chapter (`16.5`).
fn number(word: &str) -> Option<Number> {
    let digits = |part: &str| -> Option<u32> {
        if is_number(part, 1..=3) && !part.starts_with('0') { part.parse().ok() } else { None }
    };
    let bracket = word.ends_with(')');
    let stopped = word.strip_suffix(['.', ')']);
    match stopped.unwrap_or(word).split_once('.') {
        Some(_) if bracket => None,
        Some((chapter, n)) => {
            Some(Number { chapter: Some(digits(chapter)?), n: digits(n)?, bracket })
        }
        None => Some(Number { chapter: None, n: digits(stopped?)?, bracket }),
    }
}

/// The value of a roman number, of those by which items are counted.
fn roman(text: &str) -> Option<u32> {
    let value = text.parse::<RomanNumeral>().ok()?.as_u16();
    (value < 400).then_some(value.into())
}

/// The mark with which the text of a footnote begins, and the text.
pub(super) fn footnote_mark(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.split_once(' ')?;
    let plain = word.trim_end_matches(['.', ')']);
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'*');
    let marks = !plain.is_empty() && plain.len() <= 4 && (digits || plain.len() == 1);
    (marks && !rest.is_empty()).then_some((plain, rest))
}

/// Which way of counting items a level of them follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Letter,
    Roman,
    Digit,
    Capital,
}

/// The open levels of items below a paragraph.
#[derive(Debug, Default)]
pub(super) struct Items {
    levels: Vec<(Style, u32, String)>,
}

impl Items {
    /// Forgets all items: a new paragraph begins.
    pub(super) fn clear(&mut self) {
        self.levels.clear();
    }

    /// Whether an item such as `(b)` is the next of an open level.
    pub(super) fn has_next(&self, item: &str) -> bool {
        self.next(&readings(item)).is_some()
    }

    /// The innermost open level whose next item can be read so.
    fn next(&self, readings: &[(Style, u32)]) -> Option<usize> {
        self.levels.iter().rposition(|(style, value, _)| readings.contains(&(*style, value + 1)))
    }

    /// Adds an item such as `(a)` and gives its place, such as `(a) (ii)`.
    pub(super) fn add(&mut self, item: &str) -> String {
        let readings = readings(item);
        let next = self.next(&readings);
        let first = readings.iter().find(|(style, value)| {
            *value == 1 && self.levels.iter().all(|(open, ..)| open != style)
        });
        let (depth, (style, value)) = match (next, first, readings.first()) {
            (Some(depth), ..) => (depth, (self.levels[depth].0, self.levels[depth].1 + 1)),
            (None, Some(first), _) => (self.levels.len(), *first),
            (None, None, Some(any)) => {
                let same = self.levels.iter().position(|(open, ..)| *open == any.0);
                (same.unwrap_or(0), *any)
            }
            (None, None, None) => (0, (Style::Letter, 0)),
        };
        self.levels.truncate(depth);
        self.levels.push((style, value, item.to_owned()));
        self.levels.iter().map(|level| level.2.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// All ways to read an item, the likelier first.
fn readings(item: &str) -> Vec<(Style, u32)> {
    let inner = item.trim_matches(['(', ')']);
    let bytes = inner.as_bytes();
    let mut readings = Vec::new();
    let Some(first) = bytes.first() else { return readings };
    if first.is_ascii_digit() {
        readings.extend(inner.parse().ok().map(|n| (Style::Digit, n)));
    } else if first.is_ascii_uppercase() {
        readings.push((Style::Capital, u32::from(first - b'A') + 1));
    } else {
        let letter = u32::from(first.saturating_sub(b'a')) + 1;
        let doubled = bytes.len() == 2 && bytes[0] == bytes[1];
        let letter = if doubled { letter + 26 } else { letter };
        let lettered = bytes.len() == 1 || doubled;
        let roman = roman(inner).map(|n| (Style::Roman, n));
        if inner == "i" {
            readings.extend(roman);
            readings.push((Style::Letter, letter));
        } else {
            readings.extend(lettered.then_some((Style::Letter, letter)));
            readings.extend(roman);
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(String, &str)> {
        mark(text).map(|(mark, rest)| match mark {
            Mark::Number(number) => (number.to_string(), rest),
            Mark::Item(text) | Mark::Star(text) => (text, rest),
        })
    }

    #[test]
    fn marks_are_told_from_words() {
        for (text, expected) in [
            ("12. Invites", Some(("12", "Invites"))),
            ("16.5\tWith", Some(("16.5", "With"))),
            ("16.5. With", Some(("16.5", "With"))),
            ("(a) Take", Some(("(a)", "Take"))),
            ("(iv)Take", Some(("(iv)", "Take"))),
            ("(xl) Take", Some(("(xl)", "Take"))),
            ("(aa) Take", Some(("(aa)", "Take"))),
            ("** A/81/50.", Some(("**", "A/81/50."))),
            ("10.The Office", Some(("10", "The Office"))),
            ("10)WHO’s", Some(("10", "WHO’s"))),
            ("16.10A meeting", Some(("16.10", "A meeting"))),
            ("3.A Trees", None),
            ("5.C.2", None),
            ("10th", None),
            ("10WHO", None),
            ("(see chapter III)", None),
            ("(2013)", None),
            ("(to) be", None),
            ("(civil) society", None),
            ("(ill) health", None),
            ("(iiii) Take", None),
            ("1990. The", None),
            ("12 countries", None),
            ("0.5 per", None),
            ("A. Overall", None),
            ("a. Take", None),
            ("", None),
        ] {
            let expected = expected.map(|(mark, rest)| (mark.to_owned(), rest));
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_letter_without_brackets_is_an_item_behind_a_colon_or_the_one_before() {
        for (text, before, expected) in [
            ("a. Take", "to:", true),
            ("a) Take", "the following:", true),
            ("b. Take", "a. Take;", true),
            ("a. Take", "with vitamin", false),
            ("b. Take", "to:", false),
            ("c. 1990", "a. Take", false),
        ] {
            let item = bare_item(text).map(|(item, _)| item).unwrap_or_default();
            assert_eq!(follows_bare_item(&item, before), expected, "{text} | {before}");
        }
        for text in ["A. Overall", "i.e. trees", "a tree", "p.5", "12. Take", "ab. Take"] {
            assert_eq!(bare_item(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_are_roman_numbers_keep_their_level() {
        let mut items = Items::default();
        let letters: Vec<String> =
            ('a'..='k').map(|letter| items.add(&format!("({letter})"))).collect();
        assert_eq!(letters[8], "(i)");
        assert_eq!(letters[10], "(k)");
    }
}
