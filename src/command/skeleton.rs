//! A record as YAML to fill in: the fields in their order, each with what it means.

use serde_json::{Map, Value};

use crate::render::yaml_text;

/// How long a line of a comment may be.
const WIDTH: usize = 100;

/// A record of the definition `name` of the schema, as the only one of its list.
///
/// Fields that have a value are written with it; required ones without a value are left open, which a
/// check of the dataset will find; all others are comments.
pub fn record(schema: &Value, list: &str, name: &str, values: &Map<String, Value>) -> String {
    let mut writer = Writer { schema, text: format!("{list}:\n") };
    writer.item(name, values, 2);
    writer.text
}

/// The fields that the schema requires of the definition `name` and that have no value, by their paths.
pub fn missing(schema: &Value, name: &str, values: &Map<String, Value>) -> Vec<String> {
    let definition = &schema["$defs"][name];
    let required = definition["required"].as_array().into_iter().flatten();
    let mut missing = Vec::new();
    for key in required.filter_map(Value::as_str) {
        match (values.get(key), item_of(schema, &definition["properties"][key])) {
            (None, _) => missing.push(key.to_owned()),
            (Some(Value::Array(items)), Some(inner)) => {
                for item in items.iter().filter_map(Value::as_object) {
                    let of = self::missing(schema, inner, item);
                    missing.extend(of.into_iter().map(|field| format!("{key}.{field}")));
                }
            }
            (Some(_), _) => {}
        }
    }
    missing
}

struct Writer<'a> {
    schema: &'a Value,
    text: String,
}

impl Writer<'_> {
    /// One item of a list: the first field after a dash, the others below it.
    fn item(&mut self, name: &str, values: &Map<String, Value>, indent: usize) {
        let definition = &self.schema["$defs"][name];
        let required: Vec<&str> = definition["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let Some(properties) = definition["properties"].as_object() else { return };
        for (i, (key, property)) in properties.iter().enumerate() {
            let dash = if i == 0 { "- " } else { "  " };
            // The dash stands two columns before the other fields, and so does what explains it.
            let text = describe(self.schema, property);
            self.comment(&text, if i == 0 { indent } else { indent + 2 });
            match (values.get(key), required.contains(&key.as_str())) {
                (Some(Value::Array(items)), _) if items.iter().any(Value::is_object) => {
                    self.list(key, items, property, indent, dash);
                }
                (Some(value), _) => self.line(&format!("{dash}{key}: {}", inline(value)), indent),
                (None, true) => self.line(&format!("{dash}{key}:"), indent),
                (None, false) => self.line(&format!("# {key}:"), indent + 2),
            }
        }
    }

    /// A list of records: short ones on a line each, longer and open ones field by field.
    fn list(&mut self, key: &str, items: &[Value], property: &Value, indent: usize, dash: &str) {
        self.line(&format!("{dash}{key}:"), indent);
        let Some(name) = item_of(self.schema, property) else { return };
        let fields = self.schema["$defs"][name]["properties"].as_object();
        let short = fields.is_some_and(|fields| fields.len() <= 3);
        for item in items.iter().filter_map(Value::as_object) {
            if short && missing(self.schema, name, item).is_empty() {
                let fields: Vec<String> =
                    item.iter().map(|(key, value)| format!("{key}: {}", inline(value))).collect();
                self.line(&format!("- {{{}}}", fields.join(", ")), indent + 4);
            } else {
                self.item(name, item, indent + 4);
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
fn describe(schema: &Value, property: &Value) -> String {
    let mut text = property["description"].as_str().unwrap_or_default().to_owned();
    if let Some(name) = reference(property).or_else(|| item_of(schema, property)) {
        let definition = &schema["$defs"][name];
        let words: Vec<&str> = ["oneOf", "anyOf", "enum"]
            .iter()
            .filter_map(|key| definition[*key].as_array())
            .flatten()
            .flat_map(words)
            .collect();
        if !words.is_empty() && words.len() < 50 {
            text = format!("{text} One of: {}.", words.join(", "));
        }
    }
    text
}

/// The words that an alternative of a schema allows.
fn words(alternative: &Value) -> Vec<&str> {
    let listed = alternative["enum"].as_array().into_iter().flatten();
    let single = [&alternative["const"], alternative];
    single.into_iter().chain(listed).filter_map(Value::as_str).collect()
}

/// The definition that a list of records has its items from.
fn item_of<'a>(schema: &'a Value, property: &'a Value) -> Option<&'a str> {
    let name = reference(&property["items"])?;
    schema["$defs"][name].is_object().then_some(name)
}

fn reference(property: &Value) -> Option<&str> {
    let own = property["$ref"].as_str();
    let optional = || property["anyOf"].as_array()?.iter().find_map(|one| one["$ref"].as_str());
    own.or_else(optional)?.strip_prefix("#/$defs/")
}

/// A value on one line: words as they are, other texts in quotes.
fn inline(value: &Value) -> String {
    match value {
        Value::String(text) if is_word(text) => text.clone(),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
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
