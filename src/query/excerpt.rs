//! The part of a text that shows what was found in it.

use std::ops::Range;

use super::token::Token;

/// How many words of its text stand on either side of a match.
const CONTEXT: usize = 5;
/// How many matches of one text are shown.
const SHOWN: usize = 2;

/// The words that were found, with those around them.
pub(super) fn excerpt(text: &str, tokens: &[Token], mut found: Vec<Range<usize>>) -> String {
    found.sort_by_key(|range| range.start);
    let mut windows: Vec<Range<usize>> = Vec::new();
    for range in found {
        let start = range.start.saturating_sub(CONTEXT);
        let end = (range.end + CONTEXT).min(tokens.len());
        match windows.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => windows.push(start..end),
        }
    }
    windows.truncate(SHOWN);
    let mut out = String::new();
    for window in windows {
        let is_start = window.start == 0;
        let is_end = window.end == tokens.len();
        let from = if is_start { 0 } else { tokens[window.start].start };
        let to = if is_end { text.len() } else { tokens[window.end - 1].end };
        if !out.is_empty() {
            out.push(' ');
        } else if !is_start {
            out.push('…');
        }
        out.push_str(&text[from..to]);
        if !is_end {
            out.push('…');
        }
    }
    out
}
