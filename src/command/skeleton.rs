//! A record as YAML: every field with what it means, to fill in, or those alone that have a value.

use serde_json::{Map, Value};

use crate::model::{Field, Group, List, Shape, Vocabulary};
use crate::render::{wrapped, yaml_scalar, yaml_text};

/// How long a line of a comment may be.
const WIDTH: usize = 100;
/// How long a line with a value may be.
const LONG: usize = 108;

/// A record as the only one of its list, with what each field means; those without a value are comments.
pub fn record(list: List, values: &Map<String, Value>) -> String {
    format!("{}:\n{}", list.word(), written(list, values, true))
}

/// The fields that have a value alone, as an item of a list whose dashes are indented by two.
pub fn item(list: List, values: &Map<String, Value>) -> String {
    written(list, values, false)
}

fn written(list: List, values: &Map<String, Value>, explains: bool) -> String {
    let mut writer = Writer { text: String::new(), explains };
    writer.fields(Shape::of(list).fields(), values, 4, true);
    writer.text
}

struct Writer {
    text: String,
    /// Whether every field is there, with what it means.
    explains: bool,
}

impl Writer {
    /// Fields that are indented so far. Of an item of a list, the first stands behind a dash: two columns before the
    /// others, as does what explains it.
    fn fields(
        &mut self,
        fields: &[Field],
        values: &Map<String, Value>,
        indent: usize,
        is_item: bool,
    ) {
        for (i, field) in fields.iter().enumerate() {
            let (at, dash) = if is_item && i == 0 { (indent - 2, "- ") } else { (indent, "") };
            if self.explains {
                for line in wrapped(&describe(field), WIDTH - 2 - at).lines() {
                    self.line(at, &format!("# {line}"));
                }
            }
            let key = &field.key;
            let inner = field.shape.items().unwrap_or(&field.shape).fields();
            match values.get(key) {
                None if self.explains => self.line(indent, &format!("# {key}:")),
                None => {}
                Some(Value::Array(items)) if items.iter().any(Value::is_object) => {
                    self.line(at, &format!("{dash}{key}:"));
                    for part in items.iter().filter_map(Value::as_object) {
                        if is_short(key, part) {
                            self.line(indent + 2, &format!("- {}", in_braces(part)));
                        } else {
                            self.fields(inner, part, indent + 4, true);
                        }
                    }
                }
                Some(Value::Object(part)) => {
                    self.line(at, &format!("{dash}{key}:"));
                    self.fields(inner, part, indent + 2, false);
                }
                Some(value) => {
                    let text = match value {
                        Value::String(text) if indent + key.len() + text.len() > LONG => {
                            folded(text, indent + 2)
                        }
                        Value::String(text) => yaml_scalar(text),
                        value => inline(value),
                    };
                    self.line(at, &format!("{dash}{key}: {text}"));
                }
            }
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(text);
        self.text.push('\n');
    }
}

/// Whether a part of a record is one that stands on a line: a report is none, for more is to be added to it.
fn is_short(list: &str, values: &Map<String, Value>) -> bool {
    list != "reports"
        && values.len() <= 4
        && values.values().all(|value| !value.is_array() && !value.is_object())
}

/// What a field means, and the words that it may be.
fn describe(field: &Field) -> String {
    let words = match field.shape.items().unwrap_or(&field.shape) {
        Shape::Word(words) => words.join(", "),
        Shape::Party => Group::words().join(", "),
        _ => return field.description.clone(),
    };
    format!("{} One of: {words}.", field.description)
}

/// A long text as lines that are read as one, or in quotes where that would change it.
fn folded(text: &str, indent: usize) -> String {
    let lines = wrapped(text, LONG - indent);
    if lines.replace('\n', " ") != text || yaml_text(text).contains("\\u") {
        return yaml_text(text);
    }
    format!(">-\n{lines}").replace('\n', &format!("\n{}", " ".repeat(indent)))
}

/// A value on one line: words as they are, other texts in quotes.
fn inline(value: &Value) -> String {
    match value {
        Value::String(text) if is_word(text) => text.clone(),
        Value::String(text) => yaml_text(text),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => in_braces(fields),
        other => other.to_string(),
    }
}

fn in_braces(fields: &Map<String, Value>) -> String {
    let field = |(key, value): (&String, &Value)| format!("{key}: {}", inline(value));
    format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
}

/// Whether every reader of YAML takes the bare text for this very text, be it in brackets.
fn is_word(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(plain)
        && yaml_scalar(text) == text
}
