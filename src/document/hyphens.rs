//! Hyphens at the ends of lines, of which some only divide a word.

use std::collections::HashSet;

use super::block::join;
use super::line::Line;

/// The words of a text that is broken into lines: they tell whether two parts at the end of a line are one word or a
/// compound.
pub(super) struct Hyphens(HashSet<String>);

impl Hyphens {
    /// Of these lines; nothing is kept of lines that divide no word.
    pub(super) fn of(lines: &[Line]) -> Self {
        if !lines.iter().any(|line| line.text.ends_with('-')) {
            return Self(HashSet::new());
        }
        let words = lines.iter().flat_map(|line| line.text.split(' ')).map(plain);
        Self(words.map(str::to_lowercase).collect())
    }

    /// Adds a line to the paragraph that it goes on with: "secu-" and "rity" are one word where the text has it
    /// elsewhere, and has no compound of the two.
    pub(super) fn join(&self, text: &mut String, line: &str) {
        if self.divides(text, line) {
            text.pop();
            text.push_str(line);
        } else {
            join(text, line);
        }
    }

    fn divides(&self, text: &str, line: &str) -> bool {
        let last = text.rsplit(' ').next().unwrap_or_default();
        let Some(first) = last.strip_suffix('-').map(plain) else { return false };
        let rest = plain(line.split(' ').next().unwrap_or_default());
        let has = |joint: &str| self.0.contains(&format!("{first}{joint}{rest}").to_lowercase());
        let is_word = first.ends_with(char::is_alphabetic) && rest.starts_with(char::is_lowercase);
        is_word && has("") && !has("-") && !is_counted(first, rest)
    }
}

/// The numbers in words that stand before what they count with a hyphen: "one-year", "five-member".
const NUMBERS: [&str; 10] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Whether the first half counts the second, whatever word a slip elsewhere makes of both; endings of numbers make
/// one word with it.
fn is_counted(first: &str, rest: &str) -> bool {
    let is_ending = matches!(rest, "teen" | "een" | "ty" | "y" | "fold" | "self" | "th");
    NUMBERS.contains(&first.to_lowercase().as_str()) && !is_ending
}

/// The word without the signs around it.
fn plain(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}
