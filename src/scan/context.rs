//! Where a name stands: in the title of an instrument, or in a list of those who spoke.

use std::ops::Range;

use super::names::INSTRUMENTS;
use super::token::{Token, Words, sentences};

/// The title of an instrument or publication.
pub(super) struct Title {
    pub span: Range<usize>,
    /// Whether it stands between quotation marks.
    pub is_quoted: bool,
}

/// The titles in a paragraph: what is quoted, and capitalised words around the noun of an instrument.
pub(super) fn titles(text: &str, tokens: &[Token]) -> Vec<Title> {
    let quoted = quoted(text).into_iter().map(|span| Title { span, is_quoted: true });
    let named = instruments(text, tokens).into_iter().map(|span| Title { span, is_quoted: false });
    quoted.chain(named).collect()
}

fn instruments(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.text == "Records" && at > 0 && tokens[at - 1].text == "Official" {
            let end = tokens[at..].iter().position(|token| matches!(token.text, "," | ";" | ")"));
            titles.push(token.start..end.map_or(text.len(), |end| tokens[at + end].start));
        } else if INSTRUMENTS.has(token.text) && !token.text.starts_with("Report") {
            let before = tokens[..at]
                .iter()
                .rev()
                .take(24)
                .take_while(|token| token.is_capital() && token.is_word());
            let start = before.last().map_or(token.start, |first| first.start);
            titles.push(start..after_instrument(tokens, at));
        }
    }
    titles
}

/// Words that join the parts of a title.
static JOINTS: Words = Words::new("on of for against to in the and concerning with");

/// Where the title ends that has its noun at `at`: "Convention on Example Matters of 1999".
fn after_instrument(tokens: &[Token], at: usize) -> usize {
    let mut end = at;
    loop {
        let mut next = end + 1;
        while tokens.get(next).is_some_and(|token| JOINTS.has(token.text)) {
            next += 1;
        }
        let is_joined = tokens
            .get(next)
            .is_some_and(|token| token.is_capital() && token.is_word() && !token.is_upper());
        if !is_joined || next - end > 4 || end > at + 60 {
            return tokens[end].end();
        }
        end = next;
    }
}

/// What stands between quotation marks and has more than two words.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '“') => open = Some((at, '”')),
            (None, '"') => open = Some((at, '"')),
            (Some((start, close)), _) if c == close => {
                open = None;
                if text[start..at].split_whitespace().count() > 2 {
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}

/// Words by which a sentence says who spoke.
const SPOKEN: &str = "\
    statement was made by|statements were made by|statement was also made by|\
    statements were also made by|made a statement|made statements|also made a statement|\
    made an introductory statement|made introductory statements|made an opening statement|\
    made opening statements|remarks were made by|remarks were delivered by|\
    remarks were also made by|remarks were also delivered by|took the floor|\
    statements were delivered by|statement was delivered by|presentations were made by|\
    presentation was made by|presentations were delivered by|\
    statements were also delivered by|opening remarks|video message was|video messages were|\
    delivered a statement|delivered statements|was represented by observers|\
    were represented by observers|statement by the observer|made presentations";

/// The sentences that say who spoke.
pub(super) fn spoken(text: &str) -> Vec<Range<usize>> {
    let is_spoken = |sentence: &Range<usize>| {
        let words = text[sentence.clone()].trim().to_lowercase();
        SPOKEN.split('|').any(|phrase| words.contains(phrase))
            || words.starts_with("statements were") && words.contains(" by ")
            || words.contains("observer") && words.contains(" statement")
    };
    sentences(text).into_iter().filter(is_spoken).collect()
}

/// The items of a list of speakers: what stands between commas behind "observers for" or "by".
pub(super) fn items(text: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = &text[sentence.clone()];
    let mut items = Vec::new();
    for opening in ["observers for ", "observer for ", "representatives of ", "representative of "]
    {
        for (at, _) in words.match_indices(opening) {
            let from = at + opening.len();
            let reach = words.floor_char_boundary(from + 4_000);
            let stop = [
                ", in its capacity",
                " also made",
                " made ",
                " (video",
                ". ",
                "observers for",
                "representatives of",
            ]
            .iter()
            .filter_map(|stop| words[from..reach].find(stop))
            .min();
            let until = stop.map_or(reach, |stop| from + stop);
            items.extend(split(words, from..until));
        }
    }
    items.into_iter().map(|item| item.start + sentence.start..item.end + sentence.start).collect()
}

/// The parts of a list, without articles and brackets.
fn split(text: &str, list: Range<usize>) -> Vec<Range<usize>> {
    let mut cuts = vec![list.start];
    let inner = &text[list.clone()];
    let mut depth = 0_i32;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => cuts.push(list.start + at),
            _ => {}
        }
    }
    let last = cuts.last().map_or(list.start, |cut| *cut);
    let final_and = text[last..list.end].find(" and the ").or_else(|| {
        (text[last..list.end].matches(" and ").count() == 1)
            .then(|| text[last..list.end].find(" and "))?
    });
    cuts.extend(final_and.map(|at| last + at));
    cuts.push(list.end);
    cuts.windows(2).filter_map(|pair| item(text, pair[0]..pair[1])).collect()
}

fn item(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let mut rest = &text[span];
    for lead in [",", " ", "and ", "the "] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let rest = rest.split(" (").next().unwrap_or(rest).trim_end_matches([' ', '.', ',', ';']);
    let start = rest.as_ptr() as usize - text.as_ptr() as usize;
    let is_name = rest.starts_with(char::is_uppercase) && rest.len() < 120;
    is_name.then(|| start..start + rest.len())
}
