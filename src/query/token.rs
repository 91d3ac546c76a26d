//! Texts as a search compares them: word by word, by the stem.

use std::sync::LazyLock;

use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::fold;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Plurals that no ending tells.
const PLURALS: [(&str, &str); 3] = [("children", "child"), ("men", "man"), ("women", "woman")];

/// Words that American and British English end differently, beside those in -ize and -or.
const SPELLINGS: [(&str, &str); 7] = [
    ("programme", "program"),
    ("centred", "centered"),
    ("centring", "centering"),
    ("centre", "center"),
    ("defence", "defense"),
    ("offence", "offense"),
    ("licence", "license"),
];

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind its end.
    pub end: usize,
    /// As it is compared.
    pub plain: String,
}

/// The words of a text: a hyphen, a stroke or an apostrophe parts them, but not the hyphen of `co-`, and the s of a
/// genitive is none.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (at, word) in text.unicode_word_indices() {
        if let Some(last) = tokens.last_mut()
            && last.plain == "co"
            && &text[last.end..at] == "-"
        {
            last.end = at + word.len();
            last.plain += &fold(word);
            continue;
        }
        let mut start = at;
        for part in word.split(['\'', '’']) {
            let end = start + part.len();
            let is_genitive = start > at && matches!(part, "s" | "S");
            if !part.is_empty() && !is_genitive {
                tokens.push(Token { start, end, plain: number(fold(part)) });
            }
            start = end + text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    tokens
}

/// A number without the commas that part its thousands; any other word as it is.
fn number(word: String) -> String {
    let mut groups = word.split(',');
    let are_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let parts_thousands = (1..=3).contains(&first.len())
        && are_digits(first)
        && groups.all(|group| group.len() == 3 && are_digits(group));
    if parts_thousands { word.replace(',', "") } else { word }
}

/// What the forms of a word have in common, its British and American spelling included.
pub fn stem(word: &str) -> String {
    let singular = PLURALS.iter().find(|(plural, _)| *plural == word);
    let spelled = singular.map_or_else(|| spelling(word), |(_, singular)| (*singular).to_owned());
    // An officer is no form of an office, nor an operator of an operation, governance none of a government, and what is
    // united is no unit.
    let base = ["s", "ed", "ing"].iter().find_map(|ending| spelled.strip_suffix(ending));
    let base = base.unwrap_or(&spelled);
    if base.ends_with("er") || base.ends_with("or") {
        return base.to_owned();
    }
    if matches!(spelled.as_str(), "united" | "governance") {
        return spelled;
    }
    let stem = ENGLISH.stem(&spelled);
    // Counselling and counseling.
    stem.strip_suffix("ll").map_or_else(|| stem.to_string(), |stem| format!("{stem}l"))
}

/// The word in one spelling, British or American.
fn spelling(word: &str) -> String {
    let mut word = word.to_owned();
    for (british, american) in SPELLINGS {
        if let Some(ending) = word.strip_prefix(british) {
            word = format!("{american}{ending}");
        }
    }
    let Some((head, tail)) = word.split_at_checked(2) else { return word };
    let mut out = format!("{head}{}", tail.replace("iz", "is").replace("yz", "ys"));
    if let Some(at) = out.rfind("our").filter(|at| *at > 1) {
        let is_ending = out[..at].ends_with(|c: char| "bdghilmnv".contains(c));
        if is_ending {
            out.replace_range(at..at + 3, "or");
        }
    }
    out
}

/// Whether a word is written as an acronym is: in two or more capitals, a plural s aside.
pub fn is_acronym(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.chars().filter(|c| c.is_alphabetic()).count() > 1
        && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_in_capitals() {
        for word in ["WHO", "NGOs", "G20UN", "UN"] {
            assert!(is_acronym(word), "{word}");
        }
        for word in ["who", "Who", "A", "74", "s", "G5"] {
            assert!(!is_acronym(word), "{word}");
        }
    }
}
