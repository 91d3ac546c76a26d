//! The days, months, quarters and years that a text names.

use std::ops::Range;

use super::request::{has, is_object};
use crate::model::{Date, MONTHS};
use crate::scan::{is_past, start_of};

/// How a date relates to what is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateUse {
    /// "In May 2027": when it is.
    At,
    /// "By May 2027": when it is due.
    By,
    /// "Since May 2027", "until 2028": where it begins or ends.
    Bound,
    /// "WHO, which joined in May 2027": when something else was.
    Past,
}

/// A date that a text names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundDate {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// The date, of several days in a row their month.
    pub date: Date,
    /// How it relates to what is reported.
    pub stand: DateUse,
}

/// The dates of a text in order, except for that of an instrument:
/// "resolution 79/191 of 17 December 2024".
pub(super) fn dates(text: &str) -> Vec<FoundDate> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((date, first, end)) = read(&words, at) else {
            at += 1;
            continue;
        };
        let span = words[first].start..words[end - 1].start + words[end - 1].text.len();
        let is_period = is_period(&words, first, end);
        let stand = date_use(&words, first).map(|stand| match stand {
            DateUse::At if is_period => DateUse::Bound,
            stand => stand,
        });
        found.extend(stand.map(|stand| FoundDate { span, date, stand }));
        at = end;
    }
    found
}

/// Whether a date is an end of a period or one of two times: "between June and November 2026", "in 2025–2026", "in May
/// and September 2026".
fn is_period(words: &[Word], first: usize, end: usize) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text);
    let is_time = |at: usize| {
        let word = text(at);
        let is_day = word.len() < 3 && word.parse::<u8>().is_ok() && MONTHS.contains(&text(at + 1));
        year(word).is_some() || MONTHS.contains(&word) || is_day
    };
    let is_joint = |at: usize| matches!(text(at), "and" | "to" | "or");
    let goes_on = !words[end - 1].is_last && (is_time(end) || is_joint(end) && is_time(end + 1));
    let begun = first > 1
        && (is_joint(first - 1) && {
            let before = text(first - 2);
            year(before).is_some() || MONTHS.contains(&before)
        });
    goes_on || begun
}

/// The parts of a year that may be written with it: "end-2022", "mid-2024".
const PARTS: [&str; 3] = ["end", "mid", "early"];

/// Whether the word is a season.
pub(super) fn is_season(word: &str) -> bool {
    matches!(word, "spring" | "summer" | "autumn" | "winter")
}

/// The words behind which a number is a year.
const BEFORE_YEARS: &str =
    "end in during throughout by until before early mid late since from after year biennium";

/// A word without the marks around it.
pub(super) struct Word<'a> {
    pub text: &'a str,
    pub start: usize,
    /// Whether a mark ends what it belongs to: "May,".
    pub is_last: bool,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let raw = text.split(|c: char| c.is_whitespace() || c == '–');
    let raw = raw.flat_map(|word| {
        // "End-2022" is two words.
        let is_part = |at: &usize| PARTS.iter().any(|part| word[..*at].eq_ignore_ascii_case(part));
        let (part, rest) = word.split_at(word.find('-').filter(is_part).unwrap_or(word.len()));
        [part, rest]
    });
    let word = |raw: &'_ str| {
        let inner = raw.trim_matches(is_mark);
        let start = start_of(text, inner);
        (start, inner.len(), raw.trim_start_matches(is_mark).len() > inner.len())
    };
    let all = raw.map(word).filter(|(_, length, _)| *length > 0);
    all.map(|(start, length, is_last)| Word { text: &text[start..start + length], start, is_last })
        .collect()
}

/// The date that begins with the word at `at`, from which word it goes to which.
fn read(words: &[Word], at: usize) -> Option<(Date, usize, usize)> {
    let word = |at: usize| words.get(at).map_or("", |word| word.text);
    let year = |at: usize| year(word(at));
    let date = |text: String| text.parse::<Date>().ok();
    let quarter =
        ["first", "second", "third", "fourth", "last"].iter().position(|q| *q == word(at));
    if let Some(quarter) = quarter.filter(|_| word(at + 1) == "quarter") {
        let behind = at + 2 + usize::from(word(at + 2) == "of");
        let year = year(behind)?;
        return Some((date(format!("{year}-Q{}", quarter.min(3) + 1))?, at, behind + 1));
    }
    if let Some(quarter) = word(at).strip_prefix('Q').filter(|q| ["1", "2", "3", "4"].contains(q)) {
        let year = year(at + 1)?;
        return Some((date(format!("{year}-Q{quarter}"))?, at, at + 2));
    }
    if let Some(month) = MONTHS.iter().position(|month| *month == word(at)) {
        let year = year(at + 1).filter(|_| !words[at].is_last)?;
        let month = format!("{year}-{:02}", month + 1);
        let days = days_before(words, at);
        return Some(match days {
            Some((first, Some(day))) => (date(format!("{month}-{day:02}"))?, first, at + 2),
            Some((first, None)) => (date(month)?, first, at + 2),
            None => (date(month)?, at, at + 2),
        });
    }
    let year = year(at)?;
    let before = at.checked_sub(1).map_or(String::new(), |before| word(before).to_lowercase());
    let is_part = || {
        at > 1
            && (matches!(word(at - 2), "half" | "end" | "beginning" | "middle" | "part")
                || is_season(word(at - 2)))
    };
    let is_time = has(BEFORE_YEARS, &before) || is_season(&before) || before == "of" && is_part();
    // "In 2030 Agenda": it goes on with a name.
    let is_name = !words[at].is_last && word(at + 1).starts_with(char::is_uppercase);
    (is_time && !is_name).then_some(())?;
    Some((date(year.to_string())?, at, at + 1))
}

/// From which word the days before a month go, and the day, if it is one: "3 to 7 May", "21 and 22 June".
fn days_before(words: &[Word], month: usize) -> Option<(usize, Option<u8>)> {
    let day = |at: usize| {
        let number = words.get(at)?.text.parse::<u8>().ok()?;
        (1..=31).contains(&number).then_some(number)
    };
    let last = month.checked_sub(1)?;
    let only = day(last)?;
    let joint = last.checked_sub(1)?;
    let first = match words[joint].text {
        "to" | "and" => joint.checked_sub(1).filter(|first| day(*first).is_some()),
        _ => Some(joint).filter(|first| day(*first).is_some()),
    };
    Some(first.map_or((last, Some(only)), |first| (first, None)))
}

/// How the date that begins at `first` relates to what is reported; none if it is that of a text.
fn date_use(words: &[Word], first: usize) -> Option<DateUse> {
    let before = |back: usize| first.checked_sub(back).map(|at| &words[at]);
    let text = |back: usize| before(back).map_or(String::new(), |word| word.text.to_lowercase());
    let skipped = usize::from(text(1) == "the");
    let (near, far) = (text(1 + skipped), text(2 + skipped));
    // "From 3 to 7 May" is one time.
    let is_range = words.get(first + 1).is_some_and(|word| word.text == "to");
    let far = if far == "the" { text(3 + skipped) } else { far };
    if is_of_something_else(words, first) {
        return Some(DateUse::Past);
    }
    Some(match near.as_str() {
        "by" | "before" => DateUse::By,
        "end" if far == "by" => DateUse::By,
        "than" if far == "later" => DateUse::By,
        "end" | "beginning" | "middle" if text(3 + skipped) == "by" || far == "by" => DateUse::By,
        "of" if matches!(far.as_str(), "end" | "half" | "beginning" | "middle") => {
            let is_by = (3..6).any(|back| matches!(text(back).as_str(), "by" | "before"));
            if is_by { DateUse::By } else { DateUse::At }
        }
        "of" if before(2 + skipped).is_some_and(|word| {
            word.text.starts_with(char::is_uppercase)
                || word.text.contains(|c: char| c.is_ascii_digit())
        }) =>
        {
            return None;
        }
        "of" if far == "as" => DateUse::Bound,
        "dated" => return None,
        "from" if is_range => DateUse::At,
        "since" | "from" | "until" | "till" | "after" | "to" => DateUse::Bound,
        _ => DateUse::At,
    })
}

/// Whether the date at `first` is that of something else: ", which joined in May 2027", "following the floods of 2026",
/// "compared with 30 in 2025", "a project approved by the Board in 2024".
fn is_of_something_else(words: &[Word], first: usize) -> bool {
    let clause = words[first.saturating_sub(10)..first].iter().rev();
    let clause: Vec<&str> = clause.take_while(|word| !word.is_last).map(|word| word.text).collect();
    let word = |at: usize| clause.get(at).copied().unwrap_or_default();
    let is_led = |at: usize| {
        let (before, behind) = (word(at + 1), at.checked_sub(1).map_or("", word));
        match word(at) {
            "which" | "who" | "whose" => !matches!(before, "of" | "in" | "during" | "at"),
            "that" => {
                matches!(behind, "was" | "were" | "has" | "is") || clause[..at].contains(&"had")
            }
            "Following" | "following" | "After" | "Before" | "compared" => at > 0,
            "since" => at > 0 && year(behind).is_none(),
            "than" => at > 0 && before != "later",
            "before" | "after" => {
                at > 1 && !matches!(word(1), "end" | "beginning" | "middle" | "half")
            }
            "requested" | "decided" | "mandated" => matches!(before, "as" | "As"),
            "from" => matches!(before, "up" | "down" | "rose" | "fell" | "increased" | "decreased"),
            "as" => behind == "in",
            "by" => APPROVED.contains(&before) && !is_finite(word(at + 2)),
            _ => false,
        }
    };
    (0..clause.len()).any(is_led) || is_of_object(&clause)
}

/// Whether a date is that of what was done to the object: "renovated a school built in 1998". `clause` has the words
/// before the date, last first.
fn is_of_object(clause: &[&str]) -> bool {
    let [_, done, object, before @ ..] = clause else { return false };
    let is_made = before.iter().any(|word| has("developed prepared produced drafted wrote", word));
    let is_event = has(HELD, done) || is_made && has("published released presented", done);
    is_past(done) && is_object(object) && !is_event && before.iter().any(|word| is_past(word))
}

/// What those who carry the work out do themselves: "training delivered in May".
const HELD: &str =
    "held organized organised convened hosted co-hosted conducted delivered implemented undertaken";

/// What others do with a project before it begins.
const APPROVED: [&str; 6] =
    ["approved", "adopted", "requested", "mandated", "endorsed", "established"];

/// Whether a participle behind this word tells of something done: "was approved by".
fn is_finite(word: &str) -> bool {
    matches!(word, "was" | "were" | "been" | "and" | "also" | "then")
}

/// A year of our time.
pub(super) fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1950..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_with_how_they_stand() {
        for (text, wanted) in [
            ("held from 3 to 7 November 2026.", "November 2026 At"),
            ("held on 21 and 22 June 2026", "June 2026 At"),
            ("held on 8–12 March 2027,", "March 2027 At"),
            ("signed on 9 April 2026.", "9 April 2026 At"),
            ("In October 2026, 41 experts met.", "October 2026 At"),
            ("In the second quarter of 2026 it met", "2026-Q2 At"),
            ("present it by the fourth quarter of 2027.", "2027-Q4 By"),
            ("extended until December 2028", "December 2028 Bound"),
            ("report by May 2027", "May 2027 By"),
            ("report no later than May 2027", "May 2027 By"),
            ("report by the end of 2027", "2027 By"),
            ("in the second half of 2026", "2026 At"),
            ("since 2019 and in 2026", "2019 Bound; 2026 At"),
            ("met in May. 2027 trees stood", ""),
            ("resolution 79/191 of 17 December 2024", ""),
            ("the Declaration of 11 March 2024", ""),
            ("its meeting of 14 May 2026", "14 May 2026 At"),
            ("the 2030 Agenda and in 2030 Agenda", ""),
            ("trained 2020 officers", ""),
            ("the 1961 Convention, 2016–2021", ""),
            ("on 31 February 2026 and May", ""),
        ] {
            let found = dates(text);
            let found = found.iter().map(|when| format!("{} {:?}", when.date.words(), when.stand));
            assert_eq!(found.collect::<Vec<_>>().join("; "), wanted, "{text}");
        }
    }
}
