//! Document symbols as they are printed: `A/RES/74/178`, `E/CN.7/2020/CRP.5`, `A/80/6 (Sect. 16)`.

use std::ops::Range;

use super::fold::is_word;
use crate::document::ROOTS;

/// Abbreviations whose full stop a number may follow, even after white space.
const NUMBERED: &[&str] = &[
    "Add", "Rev", "Corr", "CRP", "L", "CN", "C", "WP", "INF", "PV", "SR", "CONF", "Conf", "NGO",
    "Amend", "AC", "WG", "SUB", "Sub", "Misc", "MISC", "GC", "PC", "RT", "TD", "IGO",
];

/// A symbol in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Symbol {
    pub span: Range<usize>,
    /// Without the spaces that line ends leave.
    pub full: String,
}

/// Whether the whole text is one symbol.
pub(super) fn is_symbol(text: &str) -> bool {
    read(text, 0).is_some_and(|symbol| symbol.span.end == text.len())
}

/// Every symbol in the text.
pub(super) fn find(text: &str) -> Vec<Symbol> {
    let mut found: Vec<Symbol> = Vec::new();
    for (slash, _) in text.match_indices('/') {
        if found.last().is_some_and(|last| slash < last.span.end) {
            continue;
        }
        let before = text[..slash].trim_end();
        let root = before.len() - before.chars().rev().take_while(char::is_ascii_uppercase).count();
        if root < before.len()
            && !text[..root].ends_with(is_word)
            && !is_within(text, root)
            && let Some(symbol) = read(text, root)
        {
            found.extend(with_others(text, symbol));
        }
    }
    found
}

/// A symbol and those of which the last part alone follows: "E/CN.7/2027/8 and Corr.1", "L.2, L.3 and L.4". Of a range
/// these are its ends.
fn with_others(text: &str, symbol: Symbol) -> Vec<Symbol> {
    let whole = symbol.full.clone();
    let (mut at, mut last) = (symbol.span.end, whole.clone());
    let mut found = vec![symbol];
    while let Some(joint) = JOINTS.iter().find(|joint| text[at..].starts_with(**joint)) {
        let start = at + joint.len();
        let part = other_part(text, start, &whole);
        let Some((full, end)) = part.or_else(|| other_number(text, start, joint, &last)) else {
            break;
        };
        found.push(Symbol { span: start..end, full: full.clone() });
        (at, last) = (end, full);
    }
    found
}

/// Signs and words between symbols of one series.
const JOINTS: [&str; 6] = [", and ", " and ", ", ", " to ", "–", "-"];

/// Parts that any document may have, behind its own symbol.
const SUPPLEMENTS: [&str; 4] = ["Add", "Amend", "Corr", "Rev"];

/// The symbol with the beginning of `whole` and the part at byte `start`, and where it ends.
fn other_part(text: &str, start: usize, whole: &str) -> Option<(String, usize)> {
    let (part, mut end) = part_at(text, start)?;
    let (kind, _) = part.split_once('.').filter(|_| is_numbered_part(&part))?;
    let own = whole.find(&format!("/{kind}."));
    let length = own.or(SUPPLEMENTS.contains(&kind).then_some(whole.len()))?;
    let mut full = format!("{}/{part}", &whole[..length]);
    while let Some((part, behind)) = next_part(text, end) {
        full.push('/');
        full.push_str(&part);
        end = behind;
    }
    Some((full, end))
}

/// The symbol of which the number alone stands at byte `start`: "Add.1-3", and "SR.5, 6 and 7" of meetings.
fn other_number(text: &str, start: usize, joint: &str, last: &str) -> Option<(String, usize)> {
    let kept = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let kind = kept.strip_suffix('.')?.rsplit('/').next()?;
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let rest = &text[end..];
    let ends =
        rest.is_empty() || rest.starts_with([',', ';', '.', ')']) || rest.starts_with(" and ");
    let is_other = matches!(joint, "–" | "-") && !rest.starts_with(is_word)
        || matches!(kind, "PV" | "SR") && ends;
    ((1..=3).contains(&digits) && NUMBERED.contains(&kind) && is_other)
        .then(|| (format!("{kept}{}", &text[start..end]), end))
}

/// Whether what begins at byte `at` is the middle of something else; a web address is none.
fn is_within(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let is_address = before.ends_with('/')
        && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_lowercase());
    before.ends_with(['/', '.']) && !is_address
}

/// The symbol that begins at byte `from`.
fn read(text: &str, from: usize) -> Option<Symbol> {
    let root_length = text[from..].chars().take_while(char::is_ascii_uppercase).count();
    let root = &text[from..from + root_length];
    if !ROOTS.contains(&root) {
        return None;
    }
    let mut full = root.to_owned();
    let mut at = from + root_length;
    let mut parts = 1;
    while let Some((part, end)) = next_part(text, at) {
        full.push('/');
        full.push_str(&part);
        at = end;
        parts += 1;
        if let Some((bracket, end)) = bracket(text, at) {
            full.push(' ');
            full.push_str(&bracket);
            at = end;
        }
    }
    let has_number = full[root_length..].bytes().any(|byte| byte.is_ascii_digit());
    (parts > 1 && has_number).then_some(Symbol { span: from..at, full })
}

/// The part behind the slash at byte `at`, and where it ends.
fn next_part(text: &str, at: usize) -> Option<(String, usize)> {
    let slash = skip_spaces(text, at);
    part_at(text, skip_spaces(text, text[slash..].strip_prefix('/').map(|_| slash + 1)?))
}

/// Where the text goes on behind the spaces at byte `at`.
fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start().len())
}

/// The part that begins at byte `at`, and where it ends.
fn part_at(text: &str, mut at: usize) -> Option<(String, usize)> {
    let mut part = String::new();
    while let Some(c) = text[at..].chars().next() {
        let after = at + c.len_utf8();
        if c.is_ascii_alphanumeric() {
            part.push(c);
            at = after;
        } else if matches!(c, '.' | '-') && !part.is_empty() {
            let next = skip_spaces(text, after);
            let is_numbered = c == '.' && NUMBERED.contains(&part.as_str());
            let is_next = text[next..].starts_with(|c: char| {
                c.is_ascii_digit() || next == after && c.is_ascii_uppercase()
            });
            // Two symbols that a hyphen joins: "E/CN.7/2027/2-E/CN.15/2027/2".
            let is_other = c != '.'
                && (begins_symbol(&text[next..])
                    || is_numbered_part(&part)
                        && text[next..].starts_with(|c: char| c.is_ascii_digit()));
            if !is_next || next > after && !is_numbered || is_other {
                break;
            }
            part.push(c);
            at = next;
        } else {
            break;
        }
    }
    if part == "Part" {
        let letter = text[at..].trim_start().chars().next()?;
        let stands_alone = letter.is_ascii_uppercase()
            && skip_spaces(text, at) > at
            && !text[skip_spaces(text, at) + 1..].starts_with(is_word);
        return stands_alone.then(|| (format!("Part {letter}"), skip_spaces(text, at) + 1));
    }
    let is_series = part.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    let is_plain_word = part.len() > 4 && part.chars().skip(1).all(|c| c.is_ascii_lowercase());
    (is_series && !is_plain_word && !part.is_empty())
        .then_some((part, at))
        .filter(|(_, end)| !text[*end..].starts_with(is_word_sign))
}

/// Whether a part is a word and a number, so that a number behind a hyphen ends a range: "Add.1".
fn is_numbered_part(part: &str) -> bool {
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    part.split_once('.').is_some_and(|(kind, number)| NUMBERED.contains(&kind) && is_number(number))
}

/// Whether a text begins with the first part of a symbol and a slash.
fn begins_symbol(text: &str) -> bool {
    let (root, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_uppercase).count());
    ROOTS.contains(&root) && rest.starts_with('/')
}

fn is_word_sign(c: char) -> bool {
    is_word(c) && !c.is_ascii_digit()
}

/// A bracket that belongs to a symbol: `(Sect. 16)`, `(Part I)`, `(2001)`, `(Vol. II)`.
fn bracket(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text[at..].trim_start();
    let open = text.len() - rest.len();
    let inner = rest.strip_prefix('(')?;
    let close = inner.bytes().take(21).position(|byte| byte == b')')?;
    let words: Vec<&str> = inner[..close].split_whitespace().collect();
    let belongs = match words.as_slice() {
        [year] => year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()),
        [word, number] => {
            let is_number = number.bytes().all(|byte| byte.is_ascii_digit())
                || number.bytes().all(|byte| b"IVXLC".contains(&byte));
            let word = word.trim_end_matches('.');
            is_number && ["Sect", "Part", "Vol", "Prog", "Income", "Section"].contains(&word)
        }
        _ => false,
    };
    belongs.then(|| (format!("({})", words.join(" ")), open + close + 2))
}
