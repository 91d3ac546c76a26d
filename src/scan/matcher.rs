//! Finds the forms of a list in a text in one pass: at each word the longest form that ends with a word.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::fold::{self, Folded};

/// A form under which something is looked for, and how strictly.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// As it is written.
    pub surface: String,
    /// What it means, as an index of the caller.
    pub target: usize,
    /// Whether it must be written as here, or all in capitals.
    pub is_acronym: bool,
    /// Whether it must begin with a capital.
    pub needs_capital: bool,
    /// Whether other forms are looked for within it.
    pub is_open: bool,
}

/// A place where forms were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// Which of the forms, by index.
    pub forms: Vec<usize>,
}

/// A list of forms made ready for the search.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    pub forms: Vec<Form>,
    by_key: Vec<Vec<usize>>,
    automaton: Option<AhoCorasick>,
}

impl Matcher {
    /// The forms made ready; those that fold to nothing are never found.
    pub fn new(forms: Vec<Form>) -> Self {
        let mut keys: BTreeMap<Vec<u8>, Vec<usize>> = BTreeMap::new();
        for (index, form) in forms.iter().enumerate() {
            let key = fold::fold(&form.surface);
            if key.len() > 1 {
                keys.entry(key).or_default().push(index);
            }
        }
        let automaton = AhoCorasick::new(keys.keys()).ok();
        Self { forms, by_key: keys.into_values().collect(), automaton }
    }

    /// Every place where a form stands, from left to right. No two overlap, unless one is open and
    /// holds the other.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let (mut closed_until, mut open_until) = (0, 0);
        for (at, ends) in self.keys_in(text) {
            if at < closed_until {
                continue;
            }
            let Some(hit) = self.longest(text, at, &ends, at < open_until) else { continue };
            let is_open = hit.forms.iter().all(|form| self.forms[*form].is_open);
            if is_open {
                open_until = open_until.max(hit.span.end);
                let inner = self.longest(text, at, &ends, true);
                closed_until = inner.as_ref().map_or(at, |inner| inner.span.end);
                hits.push(hit);
                hits.extend(inner);
            } else {
                closed_until = hit.span.end;
                hits.push(hit);
            }
        }
        hits
    }

    /// For each word at which keys begin: where they end, and which they are, the longest last.
    fn keys_in(&self, text: &str) -> BTreeMap<usize, Vec<(usize, usize)>> {
        let folded = Folded::of(text);
        let mut keys: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        let found = self.automaton.iter().flat_map(|it| it.find_overlapping_iter(&folded.bytes));
        for found in found {
            if let Some(span) = folded.span(found.range())
                && begins_word(text, span.start)
            {
                keys.entry(span.start).or_default().push((span.end, found.pattern().as_usize()));
            }
        }
        keys
    }

    /// The longest of the forms of these keys that are written acceptably.
    fn longest(
        &self,
        text: &str,
        from: usize,
        ends: &[(usize, usize)],
        is_within: bool,
    ) -> Option<Hit> {
        ends.iter().rev().find_map(|&(end, key)| {
            let end = word_end(text, end)?;
            let is_accepted = |index: &usize| {
                let form = &self.forms[*index];
                let is_refused = is_within && form.is_open
                    || form.is_acronym && goes_on(&text[from..end], &text[end..]);
                !is_refused && is_written(form, &text[from..end])
            };
            let forms: Vec<usize> = self.by_key[key].iter().copied().filter(is_accepted).collect();
            (!forms.is_empty()).then_some(Hit { span: from..end, forms })
        })
    }
}

/// Whether the text is an acceptable way to write the form.
fn is_written(form: &Form, text: &str) -> bool {
    if form.needs_capital && !text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    if form.is_acronym && !text.starts_with(&form.surface) && !is_cased_as(&form.surface, text) {
        return false;
    }
    let wanted = Breaks::of(&form.surface);
    let moved = wanted.moved_in(&Breaks::of(text));
    let length = wanted.length;
    moved == 0 || (length >= 8 || form.is_acronym && length >= 5) && moved <= 1 + length / 8
}

/// The end of a form if its word ends there, except for a plural ending or the number of a note;
/// nothing if the word continues.
fn word_end(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let ends = |after: &str| !after.starts_with(fold::is_word);
    if ends(rest) {
        return Some(end);
    }
    let plural = rest.strip_prefix("es").or_else(|| rest.strip_prefix('s'));
    // A number goes on with its digits: "resolution 68/196" is not "resolution 68/1" with a note.
    let is_number = text[..end].ends_with(|c: char| c.is_ascii_digit());
    let digits = rest.bytes().take_while(|byte| !is_number && byte.is_ascii_digit()).count();
    (plural.is_some_and(ends) || (1..=2).contains(&digits) && ends(&rest[digits..])).then_some(end)
}

/// Whether an acronym is only the beginning of another: "UN-Women" is not of the UN, "G20" is not "G". Behind
/// three letters or more, digits with nothing behind them are the number of a note.
fn goes_on(acronym: &str, rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let goes_on = |sign| {
        let more = behind.strip_prefix(sign);
        more.is_some_and(|more: &str| more.starts_with(fold::is_word))
    };
    let is_long = acronym.chars().filter(|c| c.is_uppercase()).count() > 2;
    let has_digits = behind.len() < rest.len();
    has_digits && (!is_long || ['-', '/', '.', ','].into_iter().any(goes_on))
        || acronym == "UN" && rest.starts_with('-')
}

/// Whether the letters of a text have the case of the acronym, or are all capitals; a long one may
/// also be written as a word ("Interpol").
fn is_cased_as(acronym: &str, text: &str) -> bool {
    let letters =
        |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_alphabetic()).collect() };
    let (wanted, mut found) = (letters(acronym), letters(text));
    found.truncate(wanted.len());
    let is_capital = |c: &char| c.is_uppercase();
    found == wanted
        || found.iter().all(is_capital)
        || wanted.len() >= 6
            && wanted.iter().all(is_capital)
            && found.first().is_some_and(is_capital)
            && !found[1..].iter().any(is_capital)
}

/// Whether a word begins at byte `at`: a letter or digit behind none, or a capital behind a small letter, since
/// extraction joins words.
fn begins_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().unwrap_or(' ');
    let first = text[at..].chars().next().unwrap_or(' ');
    let is_joined = before.is_ascii_lowercase() && first.is_ascii_uppercase();
    fold::is_word(first) && (is_joined || !fold::is_word(before))
}

/// Where the words of a text end, counted in folded bytes.
struct Breaks {
    length: usize,
    spaces: Vec<usize>,
    hyphens: Vec<usize>,
}

impl Breaks {
    /// The breaks of a text. White space after a hyphen is the end of a line and counts as the hyphen.
    fn of(text: &str) -> Self {
        let (mut folded, mut spaces, mut hyphens) = (Vec::new(), Vec::new(), Vec::new());
        for c in text.chars() {
            let length = folded.len();
            fold::push(&mut folded, c);
            if c.is_whitespace() {
                if hyphens.last() != Some(&length) && spaces.last() != Some(&length) {
                    spaces.push(length);
                }
            } else if folded.len() == length {
                hyphens.push(length);
            }
        }
        Self { length: folded.len(), spaces, hyphens }
    }

    /// How many spaces of `found` stand within a word of these, or are missing between two.
    fn moved_in(&self, found: &Self) -> usize {
        let has = |breaks: &Self, place: &usize| {
            breaks.spaces.contains(place) || breaks.hyphens.contains(place)
        };
        let within = |place: &&usize| **place > 0 && **place < self.length;
        found.spaces.iter().filter(within).filter(|place| !has(self, place)).count()
            + self.spaces.iter().filter(|place| !has(found, place)).count()
    }
}
