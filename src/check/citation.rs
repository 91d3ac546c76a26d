//! Every place where a record cites a paragraph.

use super::every_record;
use crate::model::{Dataset, Kind, LeafKind, Met, Step};

/// A paragraph that a record cites, with the path of the value that names it.
pub struct Cited<'a> {
    pub at: (Kind, usize),
    pub path: &'a [Step],
    pub document: &'a str,
    pub paragraph: &'a str,
}

/// Calls `visit` for every citation of every record: a paragraph that is named right behind its document.
pub fn each(dataset: &Dataset, visit: &mut dyn FnMut(Cited<'_>)) {
    let mut document = String::new();
    for (at, record) in every_record(dataset) {
        record.walk(&mut |path, met| {
            let Met::Leaf(kind, text) = met else { return };
            let is_paragraph =
                matches!(path, [.., Step::Key("paragraph" | "instrument_paragraph")]);
            if is_paragraph && !document.is_empty() {
                visit(Cited { at, path, document: &document, paragraph: text });
            }
            document.clear();
            if kind == LeafKind::Id(Kind::Document) {
                document.push_str(text);
            }
        });
    }
}

/// Whether a paragraph is named in a way that nothing else is: neither by its number and limbs alone (`12`, `12a`,
/// `3.2`, `12 (a) (ii)`) nor in words (`title`, `fn. 1`, `heading before 33`).
pub fn is_odd(paragraph: &str) -> bool {
    let Some(first) = paragraph.chars().next() else { return false };
    if first.is_ascii_digit() {
        return !is_numbered(paragraph);
    }
    let word: String = paragraph.chars().take_while(|c| c.is_alphabetic()).collect();
    let word = word.to_lowercase();
    !first.is_alphabetic()
        || ["p", "op", "no", "nos", "nr"].contains(&&*word)
        || word == "pp" && !is_preamble(paragraph)
        || word.starts_with("para")
        || paragraph.contains(['"', '\'', '“', '”', '„', '‘', '«', '»'])
}

/// Whether it is a paragraph of a preamble by its number: `PP3`.
fn is_preamble(paragraph: &str) -> bool {
    paragraph.strip_prefix("PP").is_some_and(is_numbered)
}

fn is_numbered(paragraph: &str) -> bool {
    let digits = |text: &str| {
        !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
    };
    let end = paragraph.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(paragraph.len());
    let (number, limbs) = paragraph.split_at(end);
    let letters = limbs.find(|c: char| !c.is_alphabetic()).unwrap_or(limbs.len());
    let mut rest = limbs[letters..].trim_start();
    for repeated in ["bis", "ter", "quater"] {
        rest = rest.strip_prefix(repeated).unwrap_or(rest).trim_start();
    }
    while let Some((limb, behind)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        if limb.is_empty() || !limb.chars().all(char::is_alphanumeric) {
            return false;
        }
        rest = behind.trim_start();
    }
    number.split('.').all(digits) && letters <= 1 && rest.is_empty()
}

/// The numbers in the name of a paragraph that is named in an odd way: what somebody meant to cite.
pub fn numbers_in(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty())
}
