//! How paragraphs are named.

use super::fold;

/// Words before a paragraph number, the longer ones first.
const WORDS: [&str; 8] = ["paragraphs", "paragraph", "paras.", "paras", "para.", "para", "op", "§"];

/// A label as labels are compared: without regard to case, to spaces but for those between two numbers, or to a word
/// for a paragraph before its number.
pub fn label_key(label: &str) -> String {
    let folded = fold(without_paragraph_word(label));
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut key = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let parts = is_digit(key.chars().next_back()) && is_digit(letters.peek().copied());
        if letter != ' ' || parts {
            key.push(letter);
        }
    }
    key
}

/// Whether two labels name the same paragraph.
pub fn same_label(a: &str, b: &str) -> bool {
    a == b || label_key(a) == label_key(b)
}

/// A label without the word for a paragraph before its number: `33` of `para. 33`, `PP1` of `paragraph PP1`.
pub fn without_paragraph_word(label: &str) -> &str {
    let label = label.trim();
    let behind = |word: &&str| {
        let (before, rest) = label.split_at_checked(word.len())?;
        let rest = rest.trim_start();
        let is_number =
            rest.starts_with(|c: char| c.is_ascii_digit()) || is_preamble(&rest.to_uppercase());
        (before.eq_ignore_ascii_case(word) && is_number).then_some(rest)
    };
    WORDS.iter().find_map(behind).unwrap_or(label)
}

/// Whether a paragraph is named in a way that nothing else is: neither by its number and limbs alone (`12`, `12a`,
/// `3.2`, `12 (a) (ii)`) nor in words (`title`, `fn. 1`, `heading before 33`).
pub fn is_odd_label(paragraph: &str) -> bool {
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
