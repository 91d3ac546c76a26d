//! Deadlines and periods in a text that are not dates.

use std::ops::Range;

use super::dates::{Word, is_season, words, year};
use crate::model::MONTHS;

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
                "than" | "of" if is_ahead(&words, at) && behind.first() != Some(&"by") => {
                    session(&behind)
                }
                "over" | "period" | "in" => period(words[at].text, &behind),
                "annually" | "biennially" | "yearly" => Some(0),
                _ => None,
            }?;
        // "No later than", "ahead of".
        let first = match words[at].text {
            "than" => at.saturating_sub(2),
            "of" => at.saturating_sub(1),
            _ => at,
        };
        Some(words[first].start..words[last].start + words[last].text.len())
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

/// Whether the word before "than" or "of" leads to a time: "no later than", "ahead of".
fn is_ahead(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(words[before].text, "later" | "ahead"))
}

/// How many of these words are a time over which something goes on: "over the next two years", "for the period
/// 2027–2029", "in time for the mid-term review of 2028".
fn period(lead: &str, words: &[&str]) -> Option<usize> {
    let is_year = |at: usize| words.get(at).is_some_and(|word| year(word).is_some());
    match (lead, words) {
        ("over", ["the", "next" | "coming", ..]) => span_of_time(words),
        ("period", [_, ..]) if is_year(0) => Some(1 + usize::from(is_year(1))),
        ("in", ["time", "for", ..]) => Some(words.len()),
        _ => None,
    }
}

/// How many of these words are a session: "its sixty-eighth session", "its 2028 substantive session".
fn session(words: &[&str]) -> Option<usize> {
    const ENDS: [&str; 7] = ["th", "st", "nd", "rd", "first", "second", "next"];
    let at = words.iter().position(|word| matches!(*word, "session" | "sessions"))?;
    let is_number =
        |word: &&str| year(word).is_some() || ENDS.iter().any(|end| word.ends_with(end));
    words[..at].iter().any(is_number).then_some(at + 1)
}

/// How many of these words are a part of a year, a year of several, or a day without a year: "spring 2025",
/// "May or June 2025", "the end of the biennium", "31 October".
fn vague_time(words: &[&str]) -> Option<usize> {
    let is_year = |at: usize| words.get(at).is_some_and(|word| year(word).is_some());
    let is_month = |at: usize| words.get(at).is_some_and(|word| MONTHS.contains(word));
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_season = |word: &str| word == "mid" || is_season(word);
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
