//! A record as YAML to fill in: the fields in their order, each with what it means.

use serde_json::{Map, Value};

use crate::model::{Field, Group, List, Shape, Vocabulary};
use crate::render::{yaml_scalar, yaml_text};

/// How long a line of a comment may be.
const WIDTH: usize = 100;
/// How long a line with a value may be.
const LONG: usize = 108;

/// A record, as the only one of its list.
///
/// Fields that have a value are written with it; all others are comments.
pub fn record(list: List, values: &Map<String, Value>) -> String {
    let mut writer = Writer { text: format!("{}:\n", list.word()) };
    writer.item(Shape::of(list), values, 2);
    writer.text
}

/// The fields that have a value alone, as an item of a list whose dashes are indented by two.
pub fn item(values: &Map<String, Value>) -> String {
    let mut lines = String::new();
    fields(values, 4, &mut lines);
    lines.replacen("    ", "  - ", 1)
}

fn fields(values: &Map<String, Value>, indent: usize, text: &mut String) {
    let margin = " ".repeat(indent);
    for (key, value) in values {
        match value {
            Value::Array(items) if items.iter().any(Value::is_object) => {
                text.push_str(&format!("{margin}{key}:\n"));
                for item in items {
                    match item {
                        Value::Object(inner) if !is_short(key, inner) => {
                            let at = text.len() + indent + 2;
                            fields(inner, indent + 4, text);
                            text.replace_range(at..at + 1, "-");
                        }
                        item => text.push_str(&format!("{margin}  - {}\n", inline(item))),
                    }
                }
            }
            Value::String(words) if indent + key.len() + words.len() > LONG => {
                text.push_str(&format!("{margin}{key}: {}\n", folded(words, indent + 2)));
            }
            Value::String(words) => {
                text.push_str(&format!("{margin}{key}: {}\n", yaml_scalar(words)));
            }
            Value::Object(inner) => {
                text.push_str(&format!("{margin}{key}:\n"));
                fields(inner, indent + 2, text);
            }
            value => text.push_str(&format!("{margin}{key}: {}\n", inline(value))),
        }
    }
}

/// Whether a part of a record is one that stands on a line: a report is none, for more is to be added to it.
fn is_short(list: &str, values: &Map<String, Value>) -> bool {
    list != "reports"
        && values.len() <= 4
        && values.values().all(|value| !value.is_array() && !value.is_object())
}

/// A long text as lines that are read as one, or in quotes where that would change it.
fn folded(text: &str, indent: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.join(" ") != text || yaml_text(text).contains("\\u") {
        return yaml_text(text);
    }
    let (mut lines, mut line) = (String::from(">-"), String::new());
    for word in words {
        if !line.is_empty() && indent + line.chars().count() + word.chars().count() >= LONG {
            lines.push_str(&format!("\n{}{line}", " ".repeat(indent)));
            line.clear();
        }
        let space = if line.is_empty() { "" } else { " " };
        line.push_str(&format!("{space}{word}"));
    }
    format!("{lines}\n{}{line}", " ".repeat(indent))
}

struct Writer {
    text: String,
}

impl Writer {
    /// One item of a list: the first field after a dash, the others below it.
    fn item(&mut self, fields: &[Field], values: &Map<String, Value>, indent: usize) {
        for (i, field) in fields.iter().enumerate() {
            let key = &field.key;
            let dash = if i == 0 { "- " } else { "  " };
            // The dash stands two columns before the other fields, and so does what explains it.
            self.comment(&describe(field), if i == 0 { indent } else { indent + 2 });
            match (values.get(key), field.shape.items()) {
                (Some(Value::Array(items)), Some(shape)) if items.iter().any(Value::is_object) => {
                    self.line(&format!("{dash}{key}:"), indent);
                    self.items(key, items, shape.fields(), indent + 4);
                }
                (Some(value), _) => self.line(&format!("{dash}{key}: {}", inline(value)), indent),
                (None, _) => self.line(&format!("# {key}:"), indent + 2),
            }
        }
    }

    /// The items of a list of parts: short ones on a line each, longer ones field by field.
    fn items(&mut self, list: &str, items: &[Value], fields: &[Field], indent: usize) {
        for item in items.iter().filter_map(Value::as_object) {
            if is_short(list, item) {
                self.line(&format!("- {}", inline(&Value::Object(item.clone()))), indent);
            } else {
                self.item(fields, item, indent);
            }
        }
    }

    fn comment(&mut self, text: &str, indent: usize) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if indent + 2 + line.len() + word.len() > WIDTH && !line.is_empty() {
                self.line(&format!("# {}", line.trim_end()), indent);
                line.clear();
            }
            line.push_str(word);
            line.push(' ');
        }
        self.line(&format!("# {}", line.trim_end()), indent);
    }

    fn line(&mut self, text: &str, indent: usize) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(text);
        self.text.push('\n');
    }
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

/// A value on one line: words as they are, other texts in quotes.
fn inline(value: &Value) -> String {
    match value {
        Value::String(text) if is_word(text) => text.clone(),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| format!("{key}: {}", inline(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        Value::String(text) => yaml_text(text),
        other => other.to_string(),
    }
}

/// Whether every reader of YAML takes the bare text for this very text.
fn is_word(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let meant = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(plain)
        && !meant.contains(&text.to_ascii_lowercase().as_str())
}
