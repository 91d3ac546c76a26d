//! The numbers and letters with which paragraphs begin.

use std::fmt::{self, Display, Formatter};
use std::ops::RangeInclusive;

use roman_numerals_rs::RomanNumeral;

use super::item::is_item;

/// What a paragraph begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Number(Number),
    /// A label with letters, and the number that it must go with if any: `PP1`, `12 bis`.
    Lettered(String, Option<u32>),
    /// A letter, roman or arabic number in brackets, brackets included.
    Item(String),
    /// The mark of a note of the cover page: one or more stars.
    Star(String),
}

/// The chapter of a number: `16`, the section `29A`, or with its part `4.1`, `31.II`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Chapter {
    n: u32,
    letter: Option<char>,
    part: Option<Part>,
}

/// The part of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Arabic(u32),
    Roman(RomanNumeral),
}

/// A paragraph number: `12`, or `16.5` with its chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) chapter: Option<Chapter>,
    pub(super) n: u32,
    /// Whether a bracket closes it: `12)`.
    pub(super) bracket: bool,
}

impl Number {
    /// The same chapter's paragraph `n`.
    pub(super) fn with(self, n: u32) -> Self {
        Self { n, ..self }
    }

    /// Whether this is the first below another in an outline: 1.1 below 1, 4.1.1 below 4.1.
    pub(super) fn is_first_below(self, upper: Self) -> bool {
        let chapter = match upper.chapter {
            None => Some(Chapter { n: upper.n, letter: None, part: None }),
            Some(chapter @ Chapter { part: None, .. }) => {
                Some(Chapter { part: Some(Part::Arabic(upper.n)), ..chapter })
            }
            Some(_) => None,
        };
        self.n == 1 && chapter.is_some() && self.chapter == chapter
    }

    /// The number of the outline below which this one is: 1 of 1.5, 4.1 of 4.1.7.
    pub(super) fn upper(self) -> Option<Self> {
        match self.chapter? {
            Chapter { n, letter: None, part: None } => Some(Self { chapter: None, n, ..self }),
            chapter @ Chapter { part: Some(Part::Arabic(n)), .. } => {
                Some(Self { chapter: Some(Chapter { part: None, ..chapter }), n, ..self })
            }
            _ => None,
        }
    }
}

impl Display for Chapter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.n, self.letter.map(String::from).unwrap_or_default())?;
        match self.part {
            Some(Part::Arabic(part)) => write!(f, ".{part}"),
            Some(Part::Roman(part)) => write!(f, ".{part}"),
            None => Ok(()),
        }
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
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
    let (word, rest) = glued(text).filter(|_| number(word).is_none()).unwrap_or((word, rest));
    // Behind a section sign a number needs no full stop.
    let number = number(word).or_else(|| signed.and_then(|_| number(&format!("{word}."))));
    number.map(|number| (Mark::Number(number), rest)).or_else(|| lettered(text))
}

/// The label of a paragraph of a draft of a resolution or of a later insertion: `OP1.` is 1, `PP2bis`, `12 ter.`,
/// `12A.`.
fn lettered(text: &str) -> Option<(Mark, &str)> {
    let prefix = ["OP", "PP"].into_iter().find(|prefix| text.starts_with(prefix));
    let rest = text[prefix.map_or(0, str::len)..].trim_start_matches(' ');
    let (digits, rest) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    if digits.is_empty() {
        return None;
    }
    let number = number(&format!("{digits}."))?;
    let inserted = rest.trim_start_matches(' ');
    let word = ["bis", "ter", "quater"].into_iter().find(|word| {
        let behind = inserted.strip_prefix(word);
        behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    });
    let letter = &rest[..usize::from(rest.starts_with(|c: char| c.is_ascii_uppercase()))];
    let (suffix, rest) = match word {
        Some(word) => (format!(" {word}"), &inserted[word.len()..]),
        None => (letter.to_owned(), &rest[letter.len()..]),
    };
    let behind = rest.trim_start_matches(['.', ':', ')']);
    let text = behind.trim_start();
    let has_stop = behind.len() < rest.len() || text.is_empty();
    let begins = text.is_empty() || text.starts_with(|c: char| c.is_uppercase() || c == '[');
    let is_label = match prefix {
        Some(_) => has_stop || text.len() < behind.len(),
        None => has_stop && !suffix.is_empty(),
    };
    let label = format!("{digits}{suffix}");
    let mark = match prefix {
        Some("PP") => Mark::Lettered(format!("PP{label}"), None),
        _ if suffix.is_empty() => Mark::Number(number),
        _ => Mark::Lettered(label, prefix.is_none().then_some(number.n)),
    };
    (is_label && begins).then_some((mark, text))
}

/// The text before a capitalised first word and that word, if no space is between: `10.The Office`.
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

/// A number with its full stop (`12.`), its bracket (`12)`) or its chapter (`16.5`).
fn number(word: &str) -> Option<Number> {
    let bracket = word.ends_with(')');
    let stopped = word.strip_suffix(['.', ')']);
    match stopped.unwrap_or(word).rsplit_once('.') {
        Some(_) if bracket => None,
        Some((above, n)) => Some(Number { chapter: Some(chapter(above)?), n: digits(n)?, bracket }),
        None => Some(Number { chapter: None, n: digits(stopped?)?, bracket }),
    }
}

/// A chapter as it stands before the number of a paragraph.
fn chapter(text: &str) -> Option<Chapter> {
    let (section, part) = match text.split_once('.') {
        Some((section, part)) => (section, Some(part)),
        None => (text, None),
    };
    let letter = section.chars().last().filter(|last| ('A'..='H').contains(last));
    let n = digits(&section[..section.len() - usize::from(letter.is_some())])?;
    let roman = |part: &str| {
        let is_roman = part.bytes().all(|b| b.is_ascii_uppercase());
        part.parse().ok().filter(|_| is_roman).map(Part::Roman)
    };
    let part = match part {
        Some(part) => Some(digits(part).map(Part::Arabic).or_else(|| roman(part))?),
        None => None,
    };
    Some(Chapter { n, letter, part })
}

fn digits(text: &str) -> Option<u32> {
    let is_plain = is_number(text, 1..=3) && !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain)
}

/// The mark with which the text of a footnote begins, and the text.
pub(super) fn footnote_mark(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.split_once(' ')?;
    let plain = word.trim_end_matches(['.', ')']);
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'*');
    let marks = !plain.is_empty() && plain.len() <= 4 && (digits || plain.len() == 1);
    (marks && !rest.is_empty()).then_some((plain, rest))
}

/// The superscript digits of typed note marks.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A note whose mark is raised digits: its text with plain ones.
pub(super) fn raised_mark(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in text.chars() {
        match RAISED.iter().position(|raised| *raised == c) {
            Some(digit) => digits.push_str(&digit.to_string()),
            None => break,
        }
    }
    let rest = text.trim_start_matches(RAISED);
    (!digits.is_empty() && !rest.is_empty() && can_follow_mark(rest))
        .then(|| format!("{digits} {}", rest.trim_start()))
}

/// Whether the text of a note can follow its mark so; else it is a fraction or the mass of an atom: "³⁄₄", "¹⁴C".
pub(super) fn can_follow_mark(rest: &str) -> bool {
    let mut next = rest.chars();
    let is_symbol = next.next().is_some_and(char::is_uppercase)
        && !next.next().is_some_and(char::is_alphabetic)
        && !is_article(rest);
    !is_symbol && !rest.starts_with(['/', '⁄'])
}

/// Plain digits as raised ones.
pub(super) fn raised(digits: &str) -> String {
    let raise = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(digit as usize));
    digits.chars().filter_map(raise).collect()
}
