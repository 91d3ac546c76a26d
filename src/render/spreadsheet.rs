//! What spreadsheets do to texts.

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

/// The names of the months, of which three letters are enough.
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
];

/// Whether a spreadsheet may take the text for a number, a date, a time or a truth value, and show another text
/// instead.
///
/// A whole number without leading zeros stays what it is, and so does a day such as 2019-03-14.
pub(super) fn is_converted(text: &str) -> bool {
    let text = text.trim();
    if is_kept(text) {
        return false;
    }
    let text = text.to_lowercase();
    let is_moment = |(at, sign): (usize, &str)| {
        let time = text[at + sign.len()..].trim_end_matches('z');
        is_date(&text[..at]) && is_time(time)
    };
    matches!(text.as_str(), "true" | "false")
        || is_number(&text)
        || is_date(&text)
        || is_time(&text)
        || text.match_indices([' ', 't']).any(is_moment)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is a number, perhaps an amount of money, a percentage, a whole number and a fraction, or one with
/// an exponent.
fn is_number(text: &str) -> bool {
    let is_mark = |c: char| c.is_whitespace() || "+-()%$€£¥'".contains(c);
    let number = text.trim_matches(is_mark);
    let is_decimal = |text: &str| {
        let parts: Vec<&str> = text.split(['.', ',', '\'', '\u{a0}', '\u{202f}']).collect();
        let (last, groups) = parts.split_last().unwrap_or((&"", &[]));
        text.contains(|c: char| c.is_ascii_digit())
            && parts.iter().all(|part| part.is_empty() || is_digits(part))
            && groups.iter().skip(1).all(|group| group.len() == 3)
            && (groups.len() < 2 || !last.is_empty())
    };
    let is_fraction =
        |text: &str| text.split_once('/').is_some_and(|(a, b)| is_digits(a) && is_digits(b));
    let is_group =
        |text: &str| text.find([',', '.']).unwrap_or(text.len()) == 3 && is_decimal(text);
    match (number.split_once('e'), number.split_once(' ')) {
        (Some((number, power)), _) => {
            is_decimal(number) && is_digits(power.strip_prefix(['+', '-']).unwrap_or(power))
        }
        (_, Some((whole, rest))) => {
            is_digits(whole) && (is_fraction(rest) || rest.split(' ').all(is_group))
        }
        _ => is_decimal(number),
    }
}

/// Whether a text is a date of two or three numbers, or of the name of a month and one or two numbers.
fn is_date(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<u32> = numbers.map(|part| part.parse().unwrap_or(u32::MAX)).collect();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let words: Vec<&str> = words.collect();
    let is_joined_by = |sign: &char| text.split(*sign).all(|part| is_digits(part.trim()));
    let is_joined = || ['/', '-', '.'].iter().any(is_joined_by);
    let is_spaced = || text.chars().all(|c| c.is_alphanumeric() || " /-.,".contains(c));
    let is_month = |number: &u32| (1..=12).contains(number);
    let is_day_or_year = |number: &u32| *number < 100 || (1900..=9999).contains(number);
    numbers.iter().all(is_day_or_year)
        && match (words.as_slice(), numbers.len()) {
            ([], 2 | 3) => is_joined() && numbers.iter().any(is_month),
            ([word], 1 | 2) => {
                let names_it = |month: &&str| word.len() > 2 && month.starts_with(*word);
                is_spaced() && MONTHS.iter().any(names_it)
            }
            _ => false,
        }
}

/// Whether a text is a time of the day, or so many hours and minutes.
fn is_time(text: &str) -> bool {
    let half = ["am", "pm", " a", " p"].iter().find_map(|half| text.strip_suffix(half));
    let clock: Vec<&str> = half.unwrap_or(text).trim_end().split(':').collect();
    let is_part = |part: &&str| part.split('.').count() < 3 && part.split('.').all(is_digits);
    clock.len() <= 3 && (half.is_some() || clock.len() > 1) && clock.iter().all(is_part)
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
    fn what_a_spreadsheet_would_turn_into_something_else_is_known() {
        let converted = [
            // Numbers that would be written otherwise, in one language or another.
            "007", " 007 ", "1234567890123456", "1.10", "16.5", "1,234", "1,234,567.89", "1 234",
            "1,5", ".5", "5.", "(12)", "12-", "5%", "5 %", "$5", "5 €", "-3", "+3", "1 1/2",
            // Exponents.
            "1e3", "1E5", "2e3", "1.5e-3", "3E+07", // Dates.
            "2019-03", "1-2", "3-4", "1/2", "12/60", "3/2019", "16.5.1", "1/2/2019", "2019/03/14",
            "3 - 4", "March 2019", "1 Jan", "Mar 5", "5 March", "5-Mar-19", "March 5, 2019",
            "MARCH1", "Sept 2019", "2019-03-14 10:30", "2019-03-14T10:30:00Z",
            "14 March 2019 9 am", // Times, and what is true or false.
            "10:30", "12:30", "1:15:20.5", "10 am", "1 pm", "1 p", "5 a", "10:30 PM", "TRUE",
            "false",
        ];
        assert_eq!(
            converted.iter().filter(|text| !is_converted(text)).collect::<Vec<_>>(),
            [&""; 0]
        );
        let kept = [
            "", "12", "0", "2019", "2019-03-14", "123456789012345", "Q1 2026", "12 (a)", "fn. 1",
            "1st", "E/2024/28", "E/2009/28", "A/RES/74/178", "74/178", "E/CN.7/2020", "5 (e)",
            "3 (t)", "2 (z)", "1 (a)", "5 (3)", "5 (am)", "105-114", "115-116", "105, 106",
            "1, 7–9", "16.1, 16.4", "16.147-16.172", "7; 9", "74/178 and more", "2019; 2020",
            "2019 2020", "5 March 2019 and later", "Decade 2019", "Marches 5", "a 5", "5 days",
            "March", "true story", "PP1", "table 16.1", "1e", "e5", "1e5e5", "1 e 5",
        ];
        assert_eq!(kept.iter().filter(|text| is_converted(text)).collect::<Vec<_>>(), [&""; 0]);
    }

    #[test]
    fn length_is_counted_as_spreadsheets_count() {
        assert!(!is_too_long(&"é".repeat(LONGEST_CELL)));
        assert!(is_too_long(&"x".repeat(LONGEST_CELL + 1)));
        assert!(is_too_long(&"😀".repeat(LONGEST_CELL / 2 + 1)));
    }
}
