//! The letters and numbers in brackets with which items begin, and the levels that they make.

use roman_numerals_rs::RomanNumeral;

/// The letter without brackets that the text begins with, as an item, and what follows it: `a. Take`, `b) Take`.
/// Only the words before it show whether it is one.
pub(super) fn bare_item(text: &str) -> Option<(String, &str)> {
    let (word, rest) = text.trim_start().split_once(' ').unwrap_or((text, ""));
    let letter = word.strip_suffix(['.', ')'])?;
    let is_letter = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_lowercase());
    is_letter.then(|| (format!("({letter})"), rest.trim_start()))
}

/// Whether a bare item can follow this text: the first after a colon, others after the one before.
pub(super) fn follows_bare_item(item: &str, before: &str) -> bool {
    let letter = |item: &str| item.as_bytes().get(1).copied();
    match bare_item(before) {
        Some((last, _)) => letter(item) == letter(&last).map(|last| last + 1),
        None => item == "(a)" && before.ends_with(':'),
    }
}

/// Whether what stands in brackets numbers an item.
pub(super) fn is_item(inner: &str) -> bool {
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

/// The value of a roman number, of those by which items are counted.
fn roman(text: &str) -> Option<u32> {
    let value = text.parse::<RomanNumeral>().ok()?.as_u16();
    (value < 400).then_some(value.into())
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
    /// Whether an item such as `(b)` is the next of an open level.
    pub(super) fn has_next(&self, item: &str) -> bool {
        self.next(&readings(item)).is_some()
    }

    /// The innermost open level whose next item has one of these readings.
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
