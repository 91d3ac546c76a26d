//! Texts that run on over lines which were meant to begin something new, and those that end too early.

use std::collections::BTreeMap;

use super::read::Fault;
use super::tokens::Token;
use super::{blame, bounds, letters};
use crate::diagnostic::{Code, MOST, Span};

/// So many anchors without an alias are told: each is looked for on the whole of its line.
const ANCHORS: usize = 100;

/// Whether a line within a text begins as an item does, or as a key with its value.
pub fn begins_something(line: &str) -> bool {
    line.starts_with("- ") || key(line).is_some()
}

/// The key with which a line begins.
fn key(line: &str) -> Option<&str> {
    let (key, behind) = blame::key(line)?;
    let value = behind.strip_prefix(':')?;
    (value.is_empty() || value.starts_with(' ')).then_some(key)
}

/// Every text of a YAML file that is longer or shorter than it may be meant to be.
pub fn faults(text: &str) -> Vec<Fault> {
    let lines = letters::lines(text);
    let signs = signs(&lines);
    let mut anchors = BTreeMap::new();
    let mut faults = Vec::new();
    for placed in bounds::yaml(text).map_while(Result::ok) {
        if let Token::Alias(anchor) = placed.token {
            anchors.remove(&anchor);
        }
        let Token::Scalar { plain, .. } = placed.token else { continue };
        if placed.anchor > 0 {
            anchors.insert(placed.anchor, placed.span.start);
        }
        if faults.len() >= MOST {
            break;
        }
        let Span { start, end } = placed.span;
        if end.0 > start.0 && (plain || !is_quoted(&lines, start)) {
            faults.extend(continued(&lines, placed.span));
        }
        faults.extend(cut(&signs, end).filter(|_| plain));
    }
    let first = anchors.into_values().take(ANCHORS);
    faults.extend(first.filter_map(|value| needless_anchor(&lines, value)));
    faults
}

/// What names a value for aliases, of which there are none: mostly a text that begins with this sign.
fn needless_anchor(lines: &[&str], (number, column): (usize, usize)) -> Option<Fault> {
    let line: Vec<char> = lines.get(number - 1)?.chars().collect();
    let start = line.iter().take(column).rposition(|c| *c == '&')? + 1;
    let length = line[start..].iter().take_while(|c| !c.is_whitespace()).count() + 1;
    Some(Fault {
        code: Code::CutText,
        message:
            "this is no part of the text behind it: it names it for aliases, and there are none"
                .to_owned(),
        help: Some("put the whole text in quotes, or delete it".to_owned()),
        span: Span { start: (number, start), end: (number, start + length) },
    })
}

/// Whether a text stands in quotes, as one does that is meant as it stands.
fn is_quoted(lines: &[&str], start: (usize, usize)) -> bool {
    let line = lines.get(start.0 - 1).copied().unwrap_or("");
    line.chars().nth(start.1 - 1).is_some_and(|first| matches!(first, '"' | '\''))
}

/// Each line of a text but its first that seems to begin something new.
fn continued<'l>(lines: &'l [&str], span: Span) -> impl Iterator<Item = Fault> + 'l {
    let Span { start, end } = span;
    let inner = lines.get(start.0 - 1..end.0.min(lines.len())).unwrap_or(&[]);
    (start.0 + 1..).zip(inner.windows(2)).filter_map(move |(number, lines)| {
        let [before, line] = lines else { return None };
        let content = line.trim_start_matches([' ', '\t']);
        let (what, help) = match key(content) {
            _ if content.starts_with("- ") => (
                "a dash",
                "put the dash straight below that of the item before, or the text in quotes",
            ),
            Some(key) if is_value(&content[key.len() + 1..]) || ends_sentence(before) => (
                "a key",
                "put the key straight below the other keys of its record, or the text in quotes",
            ),
            _ => return None,
        };
        let column = line.len() - content.len() + 1;
        // A block of lines ends where the next value begins.
        if (number, column) >= end {
            return None;
        }
        let behind = column + key(content).map_or(1, str::len);
        Some(Fault {
            code: Code::MergedItem,
            message: format!(
                "this line continues the text above it, although it begins with {what}"
            ),
            help: Some(help.to_owned()),
            span: Span { start: (number, column), end: (number, behind) },
        })
    })
}

/// Whether what stands behind a colon is a value rather than the words of a sentence.
fn is_value(text: &str) -> bool {
    let text = text.trim();
    !text.contains(' ') || text.starts_with(['[', '{', '"', '\''])
}

/// Whether a line ends as a sentence does.
fn ends_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['.', '!', '?', ':', '"'])
}

/// A sign behind white space that begins a comment, though it looks like more of a text.
struct Sign {
    line: usize,
    /// The first column of the white space before it.
    from: usize,
    column: usize,
    /// The column behind the line.
    end: usize,
}

/// Every such sign, in order.
fn signs(lines: &[&str]) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (line, text) in
        (1..).zip(lines).filter(|(_, text)| text.contains([' ', '\t']) && text.contains('#'))
    {
        let (mut from, mut before) = (1, ' ');
        let letters: Vec<char> = text.chars().collect();
        for (column, c) in (1..).zip(letters.iter().copied()) {
            let meant = letters.get(column).is_some_and(|next| next.is_alphanumeric());
            if c == '#' && before.is_whitespace() && meant {
                signs.push(Sign { line, from, column, end: letters.len() + 1 });
            }
            if c.is_whitespace() && !before.is_whitespace() {
                from = column;
            }
            before = c;
        }
    }
    signs
}

/// The sign that ends a text without quotes too early.
fn cut(signs: &[Sign], end: (usize, usize)) -> Option<Fault> {
    let next = signs.partition_point(|sign| (sign.line, sign.column) < end);
    let sign = signs.get(next).filter(|sign| (sign.line, sign.from) <= end)?;
    Some(Fault {
        code: Code::CutText,
        message: "this begins a comment, so that the value ends before it".to_owned(),
        help: Some("put the whole value in quotes, or a space behind the #".to_owned()),
        span: Span { start: (sign.line, sign.column), end: (sign.line, sign.end) },
    })
}
