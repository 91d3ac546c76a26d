//! A quick look at a text that could be read: whether it may hold something that a person should be warned
//! of. A needless yes costs time, a needless no a warning.

use std::sync::OnceLock;

use super::shape::Shape;
use super::text::taken_for;
use crate::invisible::is_invisible;

/// Whether the text must be looked at value by value.
pub fn is_suspicious(text: &str) -> bool {
    has_invisible(text) || lines_are_suspicious(text)
}

/// A character that cannot be seen, or an escape that may stand for one.
fn has_invisible(text: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b' '..=b'[' | b']'..=b'~' | b'\n' | b'\r' | b'\t');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !plain(byte)) {
        let Some(c) = rest[at..].chars().next() else { return false };
        let behind = &rest[at + c.len_utf8()..];
        let escapes = c == '\\' && !behind.starts_with(['"', '\\', '/', 'n', 'r', 't']);
        if escapes || is_invisible(c) {
            return true;
        }
        rest = behind;
    }
    false
}

fn lines_are_suspicious(text: &str) -> bool {
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let content = content.trim_end();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let is_item = content.starts_with("- ");
        // A key above without a value, and nothing below it that could be one.
        if open.is_some_and(|key| indent < key || indent == key && !is_item) {
            return true;
        }
        let (key, value) = split(content);
        open = (value.is_empty() && !key.is_empty()).then(|| indent + if is_item { 2 } else { 0 });
        if values_are_suspicious(key, value) {
            return true;
        }
    }
    open.is_some()
}

/// The key of a line, empty where there is none, and what stands behind it.
fn split(line: &str) -> (&str, &str) {
    let line = line.strip_prefix("- ").unwrap_or(line).trim_start();
    let key =
        line.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_' || *b == b'"').count();
    match line[key..].strip_prefix(':') {
        Some(value) if value.is_empty() || value.starts_with(' ') => {
            (line[..key].trim_matches('"'), value.trim_start())
        }
        _ => ("", line),
    }
}

/// A value, or the values of a list or mapping on one line.
fn values_are_suspicious(key: &str, value: &str) -> bool {
    if !value.starts_with(['{', '[']) {
        return is_odd(key, value);
    }
    let mut key = key;
    value.split([',', '{', '}', '[', ']']).any(|part| {
        let part = part.trim_start();
        let (inner, value) = split(part);
        if !inner.is_empty() {
            key = inner;
        }
        is_odd(key, value)
    })
}

fn is_odd(key: &str, value: &str) -> bool {
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let inner = value[1..].strip_suffix(quote).unwrap_or(&value[1..]);
        return inner.trim() != inner || inner.is_empty();
    }
    matches!(value, "~" | "null" | "Null" | "NULL")
        || taken_for(value).is_some() && !numeric_keys().iter().any(|numeric| numeric == key)
}

/// The keys under which numbers, yes and no belong.
fn numeric_keys() -> &'static [String] {
    static KEYS: OnceLock<Vec<String>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let mut keys = Vec::new();
        gather(&Shape::dataset(), &mut keys);
        keys
    })
}

fn gather(shape: &Shape, keys: &mut Vec<String>) {
    match shape {
        Shape::List(items) => gather(items, keys),
        Shape::Record { fields, .. } => {
            for field in fields {
                if matches!(field.shape, Shape::Number { .. } | Shape::Flag) {
                    keys.push(field.key.clone());
                }
                gather(&field.shape, keys);
            }
        }
        _ => {}
    }
}
