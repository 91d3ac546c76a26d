//! The numbers of a paragraph that its record does not have as figures.

use super::dates::dates;
use super::passage::Passage;
use super::programme::each_once;
use super::request::has;
use crate::model::MONTHS;
use crate::scan::start_of;

/// Words before a number that make it a label, or a year.
const LABELS: &str = "paragraph paragraphs para paras chapter article articles item resolution resolutions decision decisions \
                      goal goals target targets no nos page annex part phase volume step box";

/// The numbers in digits, as written, that are not part of a date.
pub(super) fn undrafted<'p>(passage: &'p Passage<'_>) -> Vec<&'p str> {
    let text = passage.text.as_str();
    let dates = dates(text);
    let words: Vec<&str> = text.split(' ').collect();
    let is_taken = |at: usize| {
        let mut spans =
            passage.all.iter().map(|mention| &mention.span).chain(dates.iter().map(|it| &it.span));
        spans.any(|span| span.contains(&at))
    };
    let number = |(nth, word): (usize, &'p str)| {
        let inner = word.trim_matches(['(', ')', ',', ';', '.', ':', '“', '”']);
        let start = start_of(text, inner);
        let amount = inner.trim_start_matches(['$', '€', '£']);
        let is_money = amount.len() < inner.len();
        let is_number = amount.starts_with(|c: char| c.is_ascii_digit())
            && amount.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let is_year = !is_money
            && amount.len() == 4
            && (amount.starts_with("19") || amount.starts_with("20"));
        let word_at = |at: usize| words.get(at).copied().unwrap_or_default();
        let (before, behind) = (word_at(nth.wrapping_sub(1)), word_at(nth + 1));
        let is_month = |word: &str| MONTHS.contains(&word.trim_end_matches([',', '.', ';']));
        let is_label = nth == 0
            || has(LABELS, &before.to_lowercase().replace('.', ""))
            || is_month(before)
            || is_month(behind)
            || before.ends_with(['“', '('])
            || word.starts_with('(') && word.ends_with(')');
        (is_number && !is_year && !is_label && !is_taken(start)).then_some(inner)
    };
    each_once(words.iter().copied().enumerate().filter_map(number))
}
