//! The days, months, quarters and years that a text names.

use std::ops::Range;

use crate::model::{Date, MONTHS};

/// How a date stands to what is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
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
pub(super) struct When {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// The date, of several days in a row their month.
    pub date: Date,
    /// How it stands to what is told.
    pub stand: Stand,
}

/// The dates of a text in order; that of an instrument ("resolution 79/191 of 17 December 2024") is none of what is
/// told.
pub(super) fn dates(text: &str) -> Vec<When> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((date, first, end)) = read(&words, at) else {
            at += 1;
            continue;
        };
        let span = words[first].start..words[end - 1].start + words[end - 1].text.len();
        found.extend(stand(&words, first).map(|stand| When { span, date, stand }));
        at = end;
    }
    found
}

/// The parts of a year that may be written with it: "end-2022", "mid-2024".
const PARTS: [&str; 3] = ["end", "mid", "early"];

/// The times that a text sets and that are no dates: "at its sixty-eighth session", "within six months", "by mid-2024".
pub(super) fn terms(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let term = |at: usize| {
        let reach = words.len().min(at + 9);
        let end = (at..reach).find(|at| words[*at].is_last).map_or(reach, |last| last + 1);
        let behind: Vec<&str> = words[at + 1..end].iter().map(|word| word.text).collect();
        let last = at
            + match words[at].text {
                "within" => span_of_time(&behind),
                "between" => (behind.len() > 2 && year(behind[0]).is_some()).then_some(3),
                "by" => session(&behind).or_else(|| vague_time(&behind)),
                "at" => session(&behind),
                _ => None,
            }?;
        Some(words[at].start..words[last].start + words[last].text.len())
    };
    (0..words.len()).filter_map(term).collect()
}

/// How many of these words are a length of time: "six months".
fn span_of_time(words: &[&str]) -> Option<usize> {
    let is_time = |word: &&str| {
        ["day", "week", "month", "year"].contains(&word.strip_suffix('s').unwrap_or(word))
    };
    words.iter().take(4).position(is_time).map(|at| at + 1)
}

/// How many of these words are a session: "its sixty-eighth session".
fn session(words: &[&str]) -> Option<usize> {
    const ENDS: [&str; 7] = ["th", "st", "nd", "rd", "first", "second", "next"];
    let at = words.iter().position(|word| *word == "session")?;
    let is_numbered = words[..at].iter().any(|word| ENDS.iter().any(|end| word.ends_with(end)));
    is_numbered.then_some(at + 1)
}

/// How many of these words are a part of a year, a year of several, or a day without a year: "spring 2025",
/// "May or June 2025", "the end of the biennium", "31 October".
fn vague_time(words: &[&str]) -> Option<usize> {
    let is_year = |at: usize| words.get(at).is_some_and(|word| year(word).is_some());
    let is_month = |at: usize| words.get(at).is_some_and(|word| MONTHS.contains(word));
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_season = |word: &str| matches!(word, "mid" | "spring" | "summer" | "autumn" | "winter");
    let with_year = |at: usize| Some(at + usize::from(is_year(at)));
    match words {
        [first, ..] if is_season(first) => with_year(1),
        ["the", first, ..] if is_season(first) => with_year(2),
        [day, ..] if day.matches('/').count() == 2 => Some(1),
        [day, ..] if is_number(day) && is_month(1) && !is_year(2) => Some(2),
        [_, "or" | "and", _, ..] if is_month(0) => with_year(3),
        [_, ..] if is_month(0) && !is_year(1) => Some(1),
        _ => words.iter().position(|word| *word == "biennium").map(|at| at + 1),
    }
}

/// The words behind which a number is a year.
const BEFORE_YEARS: &str =
    "end in during throughout by until before early mid late since from after";

/// A word without the marks around it.
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether a mark ends what it belongs to: "May,".
    is_last: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
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
        let start = inner.as_ptr() as usize - text.as_ptr() as usize;
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
    let is_part = || at > 1 && matches!(word(at - 2), "half" | "end" | "beginning" | "middle");
    let is_time = BEFORE_YEARS.split(' ').any(|word| word == before) || before == "of" && is_part();
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

/// How a date whose first word is `first` stands there; none if it is the date of something else.
fn stand(words: &[Word], first: usize) -> Option<Stand> {
    let before = |back: usize| first.checked_sub(back).map(|at| &words[at]);
    let text = |back: usize| before(back).map_or(String::new(), |word| word.text.to_lowercase());
    let skipped = usize::from(text(1) == "the");
    let (near, far) = (text(1 + skipped), text(2 + skipped));
    // "From 3 to 7 May" is one time.
    let is_range = words.get(first + 1).is_some_and(|word| word.text == "to");
    let far = if far == "the" { text(3 + skipped) } else { far };
    if is_of_something_else(words, first) {
        return Some(Stand::Past);
    }
    Some(match near.as_str() {
        "by" | "before" => Stand::By,
        "end" if far == "by" => Stand::By,
        "than" if far == "later" => Stand::By,
        "end" | "beginning" | "middle" if text(3 + skipped) == "by" || far == "by" => Stand::By,
        "of" if matches!(far.as_str(), "end" | "half" | "beginning" | "middle") => {
            let is_by = (3..6).any(|back| matches!(text(back).as_str(), "by" | "before"));
            if is_by { Stand::By } else { Stand::At }
        }
        "of" if before(2 + skipped).is_some_and(|word| {
            word.text.starts_with(char::is_uppercase)
                || word.text.contains(|c: char| c.is_ascii_digit())
        }) =>
        {
            return None;
        }
        "dated" => return None,
        "from" if is_range => Stand::At,
        "since" | "from" | "until" | "till" | "after" | "to" => Stand::Bound,
        _ => Stand::At,
    })
}

/// Whether the date at `first` stands in a clause about something named before: ", which joined in May 2027".
fn is_of_something_else(words: &[Word], first: usize) -> bool {
    let clause = words[first.saturating_sub(8)..first].iter().rev();
    let mut clause = clause.take_while(|word| !word.is_last).map(|word| word.text);
    clause.any(|word| matches!(word, "which" | "who" | "whose"))
        && !matches!(clause.next(), Some("of" | "in" | "during" | "at"))
}

/// A year of our time.
fn year(word: &str) -> Option<u16> {
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
