//! What spreadsheets do to the texts that they are given.

use crate::invisible::is_invisible;

/// The longest text that a cell of a spreadsheet holds, in the units of UTF-16.
pub(super) const LONGEST_CELL: usize = 32_767;

/// Whether a text is longer than a cell of a spreadsheet can be.
pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL
}

/// Whether a spreadsheet may take the text for a formula: it looks past leading white space and what nobody sees,
/// and in some languages takes full-width signs for plain ones.
pub(super) fn is_formula(text: &str) -> bool {
    let seen = text.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    text.starts_with(['\t', '\r']) || seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The beginnings of the months' names.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a spreadsheet may take the text for a number, a date or a time, and show another text instead.
///
/// A whole number without leading zeros stays what it is, and so does a day such as 2019-03-14.
pub(super) fn is_converted(text: &str) -> bool {
    let text = text.trim();
    if !text.contains(|c: char| c.is_ascii_digit()) || is_kept(text) {
        return false;
    }
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_part = |word: &str| {
        let word = word.to_lowercase();
        matches!(word.as_str(), "e" | "am" | "pm" | "t" | "z")
            || word.get(..3).is_some_and(|start| MONTHS.contains(&start))
    };
    let is_sign =
        |c: char| c.is_alphanumeric() || c.is_whitespace() || ".,:/-+%()$€£¥'".contains(c);
    text.chars().all(is_sign) && words.into_iter().all(is_part)
}

/// Whether a text that is a number or a date is the same text when it is written out again.
fn is_kept(text: &str) -> bool {
    let is_whole = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = text.len() <= 15 && is_whole && (text == "0" || !text.starts_with('0'));
    is_number || is_day(text)
}

/// Whether a text is a day with its year and month: `2019-03-01`.
pub(super) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_whole = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_known_by_their_first_sign() {
        let formulas = [
            "=1", "+1", "-1", "@a", "\ta", "\ra", " =1", "\n-1", "\u{a0}=1", "\u{200b}=1",
            "\u{feff} \u{202e}@a", "＝1", " ＋1", "－1", "＠a",
        ];
        assert_eq!(formulas.map(is_formula), [true; 15]);
        assert_eq!(["", "a=1", "1-2", "'=1", " a", "–"].map(is_formula), [false; 6]);
    }

    #[test]
    fn numbers_and_dates_in_disguise_are_known() {
        let converted = [
            "1e3", "007", "2019-03", "1-2", "1234567890123456", "1.10", "16.5", "1/2", "10:30",
            "5%", "$5", "1,234", "(12)", "March 2019", "1 Jan", "10 am", " 007 ",
        ];
        assert_eq!(converted.map(is_converted), [true; 17]);
        let kept = [
            "", "12", "0", "2019", "2019-03-14", "123456789012345", "Q1 2026", "12 (a)", "fn. 1",
            "E/CN.7/2020", "74/178 and more", "2019; 2020", "1st",
        ];
        assert_eq!(kept.map(is_converted), [false; 13]);
    }

    #[test]
    fn length_is_counted_as_spreadsheets_count() {
        assert!(!is_too_long(&"é".repeat(LONGEST_CELL)));
        assert!(is_too_long(&"x".repeat(LONGEST_CELL + 1)));
        assert!(is_too_long(&"😀".repeat(LONGEST_CELL / 2 + 1)));
    }
}
