//! What JSON has, as YAML.
//!
//! Written by hand and not through `serde_yaml`, which follows YAML 1.2 and leaves `no`, `on` or `2019-03-01`
//! without quotes: readers of YAML 1.1 (Python, Ruby, R) take them for a flag or a date. A text stands without
//! quotes only if no reader can take it for something else; otherwise it is quoted on one line.

use std::io::{self, Write};

use super::{Envelope, SCHEMA_VERSION, grouped};
use crate::invisible::is_invisible;
use crate::view::{Cell, Table};

/// Writes the mapping that holds the dataset, the query, the count and the items.
pub(super) fn write(table: &Table, envelope: &Envelope, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "schema_version: {SCHEMA_VERSION}\ndataset:")?;
    writeln!(out, "  name: {}\n  digest: {}", text(&envelope.dataset), text(&envelope.digest))?;
    write_query(&envelope.query, out)?;
    for (name, total) in &envelope.totals {
        writeln!(out, "{name}: {total}")?;
    }
    writeln!(out, "count: {}", table.rows.len())?;
    if table.rows.is_empty() {
        return writeln!(out, "items: []");
    }
    writeln!(out, "items:")?;
    let keys: Vec<String> = table.columns.iter().map(|heading| text(&heading.name)).collect();
    for row in &table.rows {
        write_item(&keys, row, out)?;
    }
    Ok(())
}

fn write_query(query: &[(String, String)], out: &mut impl Write) -> io::Result<()> {
    if query.is_empty() {
        return writeln!(out, "query: {{}}");
    }
    writeln!(out, "query:")?;
    for (option, values) in grouped(query) {
        match values.as_slice() {
            [value] => writeln!(out, "  {}: {}", text(option), text(value))?,
            values => {
                writeln!(out, "  {}:", text(option))?;
                write_list(values, out)?;
            }
        }
    }
    Ok(())
}

fn write_item(keys: &[String], row: &[Cell], out: &mut impl Write) -> io::Result<()> {
    if keys.is_empty() {
        return writeln!(out, "- {{}}");
    }
    for (i, (key, cell)) in keys.iter().zip(row).enumerate() {
        write!(out, "{}{key}:", if i == 0 { "- " } else { "  " })?;
        match cell {
            Cell::Empty => writeln!(out, " null")?,
            Cell::Text(content) => writeln!(out, " {}", text(content))?,
            Cell::Count(count) => writeln!(out, " {count}")?,
            Cell::Number(number) | Cell::Share(number) if number.is_finite() => {
                writeln!(out, " {number}")?
            }
            Cell::Number(_) | Cell::Share(_) => writeln!(out, " null")?,
            Cell::Flag(flag) => writeln!(out, " {flag}")?,
            Cell::List(items) if items.is_empty() => writeln!(out, " []")?,
            Cell::List(items) => {
                writeln!(out)?;
                write_list(items, out)?;
            }
        }
    }
    Ok(())
}

fn write_list(items: &[impl AsRef<str>], out: &mut impl Write) -> io::Result<()> {
    items.iter().try_for_each(|item| writeln!(out, "  - {}", text(item.as_ref())))
}

/// The text as a scalar that every reader takes for this very text.
fn text(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
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

    use super::super::fixture::{any_table, any_text, fixture, rendered, values};
    use super::super::{Format, Style};
    use super::*;

    #[test]
    fn yaml_has_what_json_has() {
        let expected = concat!(
            "schema_version: 1\n",
            "dataset:\n",
            "  name: \"2020 note\"\n",
            "  digest: \"sha256:ab\"\n",
            "query:\n",
            "  agency:\n",
            "  - WHO\n",
            "  - UNODC\n",
            "  pillar: supply\n",
            "of: 40\n",
            "count: 3\n",
            "items:\n",
            "- id: a-1\n",
            "  name: \"Says \\\"no\\\" | yes,\\nthen\"\n",
            "  partners:\n",
            "  - WHO\n",
            "  - UN-Women\n",
            "  programmes: 27\n",
            "  share: 0.541\n",
            "  lead: true\n",
            "  value: 12\n",
            "- id: b_2\n",
            "  name: \"=1+1\"\n",
            "  partners: []\n",
            "  programmes: 3\n",
            "  share: 0\n",
            "  lead: false\n",
            "  value: -0.5\n",
            "- id: \"no\"\n",
            "  name: \" 麻薬 <b>\\u001b[31m \"\n",
            "  partners:\n",
            "  - \"2019-03\"\n",
            "  programmes: null\n",
            "  share: 1\n",
            "  lead: null\n",
            "  value: null\n",
        );
        assert_eq!(rendered(&fixture(), Format::Yaml, &Style::default()), expected);
    }

    #[test]
    fn what_looks_like_something_else_is_quoted() {
        let quoted = [
            "",
            "~",
            "12",
            "1.10",
            "1e3",
            "0x1f",
            "1:30",
            "2019-03",
            "2019-03-01",
            "no",
            "NO",
            "Yes",
            "on",
            "y",
            "N",
            "null",
            "inf",
            "NaN",
            ".inf",
            "=",
            "<<",
            "- a",
            "a: b",
            "a:",
            "a #b",
            "a ",
            " a",
            "[a]",
            "{a}",
            "&a",
            "*a",
            "!a",
            "|",
            "?",
            "%a",
            "@a",
            "`a",
            "---",
            "'a'",
        ];
        for word in quoted {
            assert_eq!(text(word), format!("\"{word}\""));
        }
        for word in [
            "UNODC",
            "E/CN.7/2020/CRP.5, para. 16",
            "fn. 1",
            "Côte d’Ivoire",
            "note",
            "麻薬",
            "a-b_c",
        ] {
            assert_eq!(text(word), word);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(text("a\"\\\n\t\r\u{1b}\u{85}\u{2028}"), r#""a\"\\\n\t\r\u001b\u0085\u2028""#);
        assert_eq!(text("\u{e0041}\u{ffff}"), r#""\U000e0041\uffff""#);
    }

    proptest! {
        #[test]
        fn reads_back_as_the_same_values(table in any_table()) {
            let output = rendered(&table, Format::Yaml, &Style::default());
            let document: serde_json::Value = serde_yaml::from_str(&output).unwrap();
            let read: serde_json::Value = document["items"].clone();
            prop_assert_eq!(read, serde_json::Value::Array(values(&table)));
        }

        #[test]
        fn a_text_is_one_line(any in any_text()) {
            prop_assert_eq!(text(&any).lines().count(), 1);
        }
    }
}
