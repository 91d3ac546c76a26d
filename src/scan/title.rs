//! The titles of instruments and publications in a paragraph: a body that is named in one does not act.

use std::ops::Range;

use super::heads::is_head;
use super::names::INSTRUMENTS;
use super::reader::LONGEST;
use super::token::{Places, Token, Words};

/// The titles that are capitalised words around the noun of an instrument; `is_body` tells whether that noun belongs to
/// the name of a known body, "the Example Plan".
pub(super) fn instruments(
    text: &str,
    tokens: &[Token],
    is_body: impl Fn(&Token) -> bool,
) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.text == "Records" && at > 0 && tokens[at - 1].text == "Official" {
            let reach = &tokens[at..tokens.len().min(at + LONGEST)];
            let end = reach.iter().find(|token| matches!(token.text, "," | ";" | ")"));
            let end = end.or(tokens.get(at + LONGEST)).map_or(text.len(), |end| end.start);
            titles.push(token.start..end);
        } else if INSTRUMENTS.has(token.text)
            && !token.text.starts_with("Report")
            && !is_body(token)
            // "Example Treaty Organization" is a body.
            && !tokens.get(at + 1).is_some_and(|next| is_head(next.text))
        {
            let before = tokens[..at]
                .iter()
                .rev()
                .take(LONGEST)
                .take_while(|token| token.is_capital() && token.is_word());
            let start = before.last().map_or(token.start, |first| first.start);
            titles.push(start..after_instrument(tokens, at, &is_body));
        }
    }
    titles
}

/// Words that join the parts of a title.
static JOINTS: Words = Words::new("on of for against to in the and concerning with");

/// Where the title ends that has its noun at `at`: "Convention on Example Matters of 1999". Behind "and" and the like a
/// known body or an article begins something else: "the Convention and the Example Board".
fn after_instrument(tokens: &[Token], at: usize, is_body: impl Fn(&Token) -> bool) -> usize {
    let mut end = at;
    loop {
        let mut next = end + 1;
        while tokens.get(next).is_some_and(|token| JOINTS.has(token.text)) {
            next += 1;
        }
        let joint = tokens.word(end + 1);
        let has_article = tokens.is(end + 2, "the");
        if matches!(joint, "and" | "to" | "with")
            && (has_article || tokens.get(next).is_some_and(&is_body))
        {
            return tokens[end].end();
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

/// Whether the number stands beside a quoted title whose it is: "resolution 77/238, entitled “Trees”", "“Trees” (77/238)".
pub(super) fn is_numbered(text: &str, title: &Range<usize>, number: &Range<usize>) -> bool {
    let is_before = number.end <= title.start;
    let between = if is_before { number.end..title.start } else { title.end..number.start };
    let between = text.get(between).filter(|between| between.len() < 45).map(str::to_lowercase);
    let words = between.as_deref().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_quoted = text[..title.start].ends_with(['“', '"']);
    is_quoted
        && words.is_some_and(|words| match is_before {
            true => words.is_empty() || words.ends_with("entitled"),
            false => matches!(words, "" | "resolution" | "general assembly resolution"),
        })
}

/// Quotations of more than two words; a paragraph of whole sentences in quotation marks is not a
/// title.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '“') => open = Some((at, '”')),
            (None, '"') => open = Some((at, '"')),
            (Some((start, close)), _) if c == close => {
                open = None;
                let is_whole = text[..start].trim().is_empty()
                    && text[at..].trim_start_matches(close).trim().is_empty()
                    && text[..at].ends_with(['.', ';', ':']);
                if text[start..at].split_whitespace().count() > 2 && !is_whole {
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}
