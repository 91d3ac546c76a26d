//! A quick look at a text that could be read: whether it may hold something that a person should be warned
//! of. A needless yes costs time, a needless no a warning.

use std::sync::OnceLock;

use super::shape::Shape;
use super::text::taken_for;
use crate::invisible::is_invisible;

/// Whether the text of a YAML file must be looked at value by value.
pub fn yaml_is_suspicious(text: &str) -> bool {
    has_invisible(text) || lines_are_suspicious(text)
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
        let value = if value.starts_with('#') { "" } else { value };
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
    let ends = |c: char| matches!(c, ',' | '{' | '}' | '[' | ']');
    value.split(ends).any(|part| {
        let (inner, value) = split(part.trim_start());
        if !inner.is_empty() {
            key = inner;
        }
        is_odd(key, value)
    })
}

/// Whether a value has white space within its quotes, or is none, or is not a text although one belongs here.
fn is_odd(key: &str, value: &str) -> bool {
    let Some(first) = value.bytes().next() else { return false };
    match first {
        b'"' | b'\'' => {
            let value = without_comment(value);
            let inner = value[1..].strip_suffix(char::from(first)).unwrap_or(&value[1..]);
            inner.trim() != inner || inner.is_empty()
        }
        b'~' => true,
        b'0'..=b'9' | b'+' | b'-' | b'.' => {
            let taken = taken_for(without_comment(value)).is_some();
            taken && !numeric_keys().iter().any(|numeric| numeric == key)
        }
        // What is longer than "false" is a text, but for a comment behind it.
        b'n' | b'N' | b'y' | b'Y' | b'o' | b'O' | b't' | b'T' | b'f' | b'F' => {
            let length = value.bytes().position(|byte| byte == b' ').unwrap_or(value.len());
            let alone = length <= 5
                && matches!(value[length..].trim_start().bytes().next(), None | Some(b'#'));
            let word = &value[..length];
            let taken = || taken_for(word).is_some() || matches!(word, "null" | "Null" | "NULL");
            alone && taken() && !numeric_keys().iter().any(|numeric| numeric == key)
        }
        _ => false,
    }
}

fn without_comment(value: &str) -> &str {
    value.split(" #").next().unwrap_or(value).trim_end()
}

/// The keys under which numbers, yes and no belong.
fn numeric_keys() -> &'static [String] {
    static KEYS: OnceLock<Vec<String>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let mut keys = Vec::new();
        gather(Shape::dataset(), &mut keys);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::SHIPPED;

    #[test]
    fn what_may_deserve_a_warning_is_suspicious() {
        for odd in [
            "name: \" a\"",
            "name: 'a '",
            "name: \"a \" # comment",
            "- \" a\"",
            "acronym: NO",
            "acronym: no # comment",
            "- {name: A, acronym: NO}",
            "aliases: [a, on]",
            "- 1.10",
            "paragraph: 12",
            "- {document: a, paragraph: 12}",
            "date: 2019-03-14",
            "acronym:\nname: a",
            "- acronym:\n  name: a",
            "acronym: # comment\nname: a",
            "acronym:",
            "acronym: ~",
            "acronym: null",
            "name: a\u{200b}b",
            "name: \"a\\u200bb\"",
            "name: \"a\\e[b\"",
        ] {
            assert!(yaml_is_suspicious(odd), "{odd}");
        }
        for odd in [
            "{\"a\": \" b\"}",
            "{\"a\":\"b \"}",
            "[\"\\u200b\"]",
            "[\"\\\\\\u200b\"]",
            "{\"a\": null}",
        ] {
            assert!(json_is_suspicious(odd), "{odd}");
        }
    }

    #[test]
    fn what_deserves_none_is_not() {
        for (name, text) in SHIPPED {
            assert!(!yaml_is_suspicious(text), "{name}");
        }
        for good in [
            "name: \"a: b\"",
            "number: 1",
            "- {value: 1.50, unit: a, of: b}",
            "periodic: true",
            "- {paragraph: \"12\", completes: true}",
            "aliases:\n  - a\n  - b\n",
            "aliases:\n- a\nname: b",
            "summary: No more than 12, 13 or 14",
            "summary: >-\n  12 of them,\n  and no more\n",
            "name: Cöte 麻薬 e\u{301}",
            "website: https://a.example/ # comment",
        ] {
            assert!(!yaml_is_suspicious(good), "{good}");
        }
        for good in ["{\"a\": \"b \\\" c\", \"n\" : [\"x\", 1, true, false]}", "[\"\\n\\\\\"]"] {
            assert!(!json_is_suspicious(good), "{good}");
        }
    }
}
