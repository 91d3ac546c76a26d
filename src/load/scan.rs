//! A quick look at a text that has been read: whether it may hold something that a person should be warned
//! of. A needless yes costs time, a needless no a warning.

use std::mem;
use std::sync::OnceLock;

use super::shape::{Field, Shape};
use super::text::{taken_for, thousands};
use crate::invisible::is_invisible;

/// Whether a YAML text must be looked at value by value, of which the line reader has made something: it has one
/// value to a line, or several in brackets, no escapes, and no key without a value.
pub fn plain_is_suspicious(text: &str) -> bool {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut lines = ends.map(|end| &text[mem::replace(&mut start, end + 1)..end]);
    lines.any(|line| has_invisible(line) || line_is_suspicious(line))
}

/// Whether the text of a JSON file must be looked at value by value.
pub fn json_is_suspicious(text: &str) -> bool {
    let (mut inside, mut escaped, mut last) = (false, false, b' ');
    let odd = |byte: u8| {
        let found = match (inside, byte) {
            // A text that begins or ends with white space, and no value at all.
            (true, b' ' | b'\t') => last == b'"',
            (true, b'"') if !escaped => last == b' ',
            (false, b'n') => true,
            _ => false,
        };
        if byte == b'"' && !escaped {
            inside = !inside;
        }
        // An escaped quote is a letter like any other.
        last = if escaped { b'\\' } else { byte };
        escaped = inside && byte == b'\\' && !escaped;
        found
    };
    has_invisible(text) || text.bytes().any(odd)
}

/// A character that cannot be seen or looks like a space, or an escape that may stand for one.
fn has_invisible(text: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b' '..=b'[' | b']'..=b'~' | b'\n' | b'\r' | b'\t');
    // A fold has no early end, so that many bytes are looked at together.
    if text.bytes().fold(true, |all, byte| all & plain(byte)) {
        return false;
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !plain(byte)) {
        let Some(c) = rest[at..].chars().next() else { return false };
        let behind = &rest[at + c.len_utf8()..];
        let escapes = c == '\\' && !behind.starts_with(['"', '\\', '/', 'n', 'r', 't']);
        if escapes || is_invisible(c) || !c.is_ascii() && c.is_whitespace() {
            return true;
        }
        rest = behind;
    }
    false
}

fn line_is_suspicious(line: &str) -> bool {
    let mut content = line.trim_matches(' ');
    while let Some(item) = content.strip_prefix("- ") {
        content = item.trim_start_matches(' ');
    }
    if content.starts_with('#') {
        return false;
    }
    let (key, value) = split(content);
    if value.starts_with(['{', '[']) { flow_is_odd(key, value) } else { is_odd(key, value) }
}

/// The key of a line or of a value in brackets, empty where there is none, and what stands behind it.
fn split(text: &str) -> (&str, &str) {
    let key = text.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    match text[key..].strip_prefix(':') {
        Some(value) if value.is_empty() || value.starts_with(' ') => {
            (&text[..key], value.trim_start_matches(' '))
        }
        _ => ("", text),
    }
}

/// Whether one of the values in brackets is odd.
fn flow_is_odd(key: &str, mut rest: &str) -> bool {
    let mut key = key;
    loop {
        rest = rest.trim_start_matches([' ', ',', '{', '}', '[', ']']);
        let (inner, value) = split(rest);
        if !inner.is_empty() {
            key = inner;
        }
        let Some(first) = value.chars().next() else { return false };
        let end = match first {
            '"' | '\'' => value[1..].find(first).map_or(value.len(), |end| end + 2),
            '{' | '[' => 0,
            _ => value.find([',', '}', ']']).unwrap_or(value.len()),
        };
        if is_odd(key, &value[..end]) {
            return true;
        }
        rest = &value[end..];
    }
}

/// Whether a value has white space within its quotes, or is not a text although one belongs here.
fn is_odd(key: &str, value: &str) -> bool {
    let Some(first) = value.bytes().next() else { return false };
    match first {
        b'"' | b'\'' => {
            let inner = &value[1..];
            let inner = inner.strip_suffix(char::from(first)).unwrap_or(inner);
            inner.starts_with(' ') || inner.ends_with(' ')
        }
        b'0'..=b'9' | b'.' | b'+' | b'-' if numeric_keys().iter().any(|numeric| numeric == key) => {
            thousands(value).is_some()
        }
        b'0'..=b'9' | b'.' | b'+' | b'-' => taken_for(value).is_some(),
        // What is longer than "false" is a text.
        b'n' | b'N' | b'y' | b'Y' | b'o' | b'O' | b't' | b'T' | b'f' | b'F' => {
            value.len() <= 5
                && taken_for(value).is_some()
                && !numeric_keys().iter().any(|numeric| numeric == key)
        }
        _ => false,
    }
}

/// The keys under which numbers, yes and no belong.
fn numeric_keys() -> &'static [String] {
    static KEYS: OnceLock<Vec<String>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let is_numeric = |field: &Field| matches!(field.shape, Shape::Number { .. } | Shape::Flag);
        Shape::dataset().keys_of(&is_numeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::SHIPPED;

    #[test]
    fn what_may_deserve_a_warning_is_suspicious() {
        for odd in [
            "name: \" a\"",
            "name: 'a '",
            "- \" a\"",
            "- - \"a, b \"",
            "acronym: NO",
            "  - acronym: no",
            "- {name: A, acronym: NO}",
            "- {name: \"A, b \", acronym: N}",
            "- {name: 'A', number: 1, aliases: [\" a\"]}",
            "aliases: [a, on]",
            "aliases: [[a], [1]]",
            "- 1.10",
            "paragraph: 12",
            "- {document: a, paragraph: 12}",
            "date: 2019-03-14",
            "- {value: 34.000, unit: a, of: b}",
            "name: a\u{200b}b",
            "name: a\u{a0}",
            "name: \u{3000}a",
            "# \u{202e}",
        ] {
            assert!(plain_is_suspicious(odd), "{odd}");
        }
        for odd in [
            "{\"a\": \" b\"}",
            "{\"a\":\"b \"}",
            "[\"\\u200b\"]",
            "[\"\\\\\\u200b\"]",
            "{\"a\": null}",
            "[\"a\u{a0}\"]",
        ] {
            assert!(json_is_suspicious(odd), "{odd}");
        }
    }

    #[test]
    fn what_deserves_none_is_not() {
        for (name, text) in SHIPPED {
            assert!(!plain_is_suspicious(text), "{name}");
        }
        for good in [
            "name: \"a: b\"",
            "number: 1",
            "- {value: 1.50, unit: a, of: b}",
            "- {value: 1, unit: '12', of: \"no, 1\"}",
            "periodic: true",
            "- {paragraph: \"12\", completes: true}",
            "aliases:\n  - a\n  - b\n",
            "summary: No more than 12, 13 or 14",
            "summary: >-\n  12 of them,\n  and no more\n",
            "name: Cöte 麻薬 e\u{301}",
            "# no",
            "summary: >-\n  \"Nurses\" café\n",
        ] {
            assert!(!plain_is_suspicious(good), "{good}");
        }
        for good in ["{\"a\": \"b \\\" c\", \"n\" : [\"x\", 1, true, false]}", "[\"\\n\\\\\"]"] {
            assert!(!json_is_suspicious(good), "{good}");
        }
    }
}
