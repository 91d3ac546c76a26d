//! What JSON has, as YAML.
//!
//! Written by hand and not through `serde_yaml`, which follows YAML 1.2 and leaves `no`, `on` or `2019-03-01`
//! without quotes: readers of YAML 1.1 (Python, Ruby, R) take them for a flag or a date. A text stands without
//! quotes only if no reader can take it for something else; otherwise it is quoted on one line.

use std::io::{self, Write};

use serde_json::{Map, Value};

use super::json::head;
use super::{Envelope, Items};
use crate::invisible::is_invisible;

/// Writes the mapping that holds the dataset, the query, the count and the items.
pub(super) fn document(
    items: Items<'_>,
    envelope: &Envelope,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (name, value) in head(envelope) {
        write!(out, "{name}:")?;
        match value {
            Value::String(sentence) => writeln!(out, " {}", quoted(&sentence))?,
            value => nested(&value, 0, out)?,
        }
    }
    writeln!(out, "count: {}", items.count)?;
    if items.count == 0 {
        return writeln!(out, "items: []");
    }
    writeln!(out, "items:")?;
    items.iter().try_for_each(|item| listed(&item, 0, out))
}

/// The lists of a file of a dataset, as block YAML.
pub fn dataset_yaml(lists: &Value) -> String {
    let mut out = Vec::new();
    for (name, list) in lists.as_object().into_iter().flatten() {
        out.extend_from_slice(format!("{name}:").as_bytes());
        // Nothing fails that is written to memory.
        let _ = nested(list, 2, &mut out);
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// What stands behind a key: on its line, or in lines below it.
fn nested(value: &Value, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            writeln!(out)?;
            mapping(fields, " ".repeat(indent + 2), indent + 2, out)
        }
        Value::Array(items) if !items.is_empty() => {
            writeln!(out)?;
            items.iter().try_for_each(|item| listed(item, indent, out))
        }
        value => writeln!(out, " {}", scalar(value)),
    }
}

/// An item of a list, behind its dash.
fn listed(item: &Value, indent: usize, out: &mut dyn Write) -> io::Result<()> {
    let dash = format!("{}-", " ".repeat(indent));
    match item {
        Value::Object(fields) if !fields.is_empty() => {
            mapping(fields, format!("{dash} "), indent + 2, out)
        }
        item => {
            write!(out, "{dash}")?;
            nested(item, indent + 2, out)
        }
    }
}

/// Keys with their values; the `first` of them begins with what stands before it.
fn mapping(
    fields: &Map<String, Value>,
    first: String,
    indent: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut before = first;
    for (key, value) in fields {
        write!(out, "{before}{}:", text(key))?;
        nested(value, indent, out)?;
        before = " ".repeat(indent);
    }
    Ok(())
}

/// A value that has no lines below it.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(content) => text(content),
        // Readers of YAML 1.1 take no exponent for a number.
        Value::Number(number) if number.is_f64() => {
            number.as_f64().map(|number| number.to_string()).unwrap_or_default()
        }
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
        value => value.to_string(),
    }
}

/// The text as a scalar that every reader takes for this very text, where it is no part of a line in brackets.
pub fn text(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// The text in double quotes, with what cannot be seen escaped.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' | '\n' | '\t' | '\r' => quoted.extend(c.escape_default()),
            // YAML forbids or folds these; beyond the first plane a longer form is needed.
            c if is_invisible(c) || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                quoted.push_str(&escaped(c))
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn escaped(c: char) -> String {
    let code = u32::from(c);
    if code > 0xffff { format!("\\U{code:08x}") } else { format!("\\u{code:04x}") }
}

/// Whether the text can do without quotes: it begins with a letter, holds no sign that YAML gives a meaning to,
/// and is no word for a flag, for nothing or for a number in any version of YAML.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(|c| c.is_alphanumeric() || " _-./(),;'’–".contains(c))
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
        && text.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_looks_like_something_else_is_quoted() {
        let quoted = [
            "", "~", "12", "1.10", "1e3", "0x1f", "1:30", "2019-03", "2019-03-01", "no", "NO",
            "Yes", "on", "y", "N", "null", "inf", "NaN", ".inf", "=", "<<", "- a", "a: b", "a:",
            "a #b", "a ", " a", "[a]", "{a}", "&a", "*a", "!a", "|", "?", "%a", "@a", "`a", "---",
            "'a'",
        ];
        for word in quoted {
            assert_eq!(text(word), format!("\"{word}\""));
        }
        for word in [
            "UNODC", "E/CN.7/2020/CRP.5, para. 16", "fn. 1", "Côte d’Ivoire", "note", "麻薬",
            "a-b_c",
        ] {
            assert_eq!(text(word), word);
        }
    }

    proptest! {
        #[test]
        fn a_text_is_one_line(any in "(\\PC|\\s|[-:#'\"]){0,12}") {
            prop_assert_eq!(text(&any).lines().count(), 1);
        }
    }
}
