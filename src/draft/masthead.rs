//! What the first page of a paper says about it: its session and its date of issue.

use crate::document::Paragraph;
use crate::model::{Date, MONTHS};

const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
                        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";

const TENS: &str = "twent thirt fort fift sixt sevent eight ninet";

/// The lines before the first paragraph that records cite, forty at most.
fn head(paragraphs: &[Paragraph]) -> impl Iterator<Item = &str> {
    let head = paragraphs.iter().take(40).take_while(|line| !line.is_citable());
    head.map(|line| line.text.trim())
}

/// The session that the head names alone on a line: "Seventieth session".
pub(super) fn session(paragraphs: &[Paragraph]) -> Option<u16> {
    head(paragraphs).find_map(|line| {
        let mut words = line.split([' ', ',', '*']).filter(|word| !word.is_empty());
        let mut before = words.next()?;
        words.find_map(|word| {
            let number = if word == "session" { ordinal(before) } else { None };
            // "At its seventieth session" is none of the head.
            let opens = before.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            before = word;
            number.filter(|_| opens)
        })
    })
}

/// The day that stands alone on a line of the head: "11 January 2027".
pub(super) fn date(paragraphs: &[Paragraph]) -> Option<Date> {
    head(paragraphs).find_map(|line| {
        let words: Vec<&str> =
            line.trim_start_matches("Distr.: General").split_whitespace().collect();
        // Behind the symbol, where a line is all that stands together: "E/CN.7/2026/CRP.4 20 February 2026".
        let words = match words[..] {
            [symbol, ref rest @ ..] if symbol.contains('/') && rest.len() == 3 => rest,
            ref words => words,
        };
        let [day, month, year] = *words else { return None };
        let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? + 1;
        format!("{year}-{month:02}-{:02}", day.parse::<u8>().ok()?).parse().ok()
    })
}

/// "Seventieth", "sixty-third".
fn ordinal(words: &str) -> Option<u16> {
    let words = words.to_lowercase();
    let digits = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if !digits.is_empty() && digits.len() + 2 == words.len() {
        return digits.parse().ok();
    }
    if let Some(unit) = place(ORDINALS, &words) {
        return Some(unit);
    }
    let tens = |stem: &str| Some(10 * (place(TENS, stem)? + 1));
    match words.split_once('-') {
        Some((ten, unit)) => {
            let unit = place(ORDINALS, unit).filter(|unit| *unit < 10)?;
            Some(tens(ten.strip_suffix('y')?)? + unit)
        }
        None => tens(words.strip_suffix("ieth")?),
    }
}

/// The position of a word in a list, from one.
fn place(list: &str, word: &str) -> Option<u16> {
    let place = list.split_whitespace().position(|known| known == word)?;
    u16::try_from(place + 1).ok()
}
