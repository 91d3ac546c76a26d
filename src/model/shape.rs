//! What a record must look like: its keys and what belongs under each, as the structs themselves say.

use std::sync::LazyLock;

use serde_json::Value;

use super::schema::TYPE;
use super::{Kind, List, Records, Vocabulary};

/// The schema of a file of a dataset.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(Records).to_value());
/// The shape of a file of a dataset.
static DATASET: LazyLock<Shape> = LazyLock::new(|| read(&SCHEMA, &SCHEMA, "Dataset"));
/// The keys that a dataset, its records and their parts can have.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| Shape::dataset().all_keys());

/// What may stand at some place of a dataset.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A mapping with these keys and no others; first what it is: "agency", "former name".
    Record(String, Vec<Field>),
    /// A list of any length.
    List(Box<Shape>),
    /// A word of a closed vocabulary.
    Word(Vec<String>),
    /// The id of a record of this kind.
    Id(Kind),
    /// The id of an agency or the name of a group.
    Party,
    /// A text of another type that the schema names: `text`, `date`, `country`.
    Text(String),
    /// A number between two bounds, whole or not.
    Number {
        /// The least.
        min: f64,
        /// The greatest.
        max: f64,
        /// Whether it has no fraction.
        whole: bool,
    },
    /// Yes or no.
    Flag,
}

/// A key and what belongs under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Whether it must be there.
    pub required: bool,
    /// Whether "no value" may stand there.
    pub nullable: bool,
    /// Whether it is a list in which something must stand.
    pub filled: bool,
    /// What it means, in a line.
    pub description: String,
    /// What belongs there.
    pub shape: Shape,
}

impl Shape {
    /// The shape of a file of a dataset.
    pub fn dataset() -> &'static Self {
        &DATASET
    }

    /// What a kind of record is, in a line.
    pub fn about(kind: Kind) -> String {
        sentence(&SCHEMA["$defs"][format!("{kind:?}")])
    }

    /// The shape of an item of a list of a dataset.
    pub fn of(list: List) -> &'static Self {
        let mut lists = Self::dataset().fields().iter().filter(|field| field.key == list.word());
        lists.find_map(|field| field.shape.items()).unwrap_or(Self::dataset())
    }

    /// What belongs into a list.
    pub fn items(&self) -> Option<&Self> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// The fields of a record, or none.
    pub fn fields(&self) -> &[Field] {
        if let Self::Record(_, fields) = self { fields } else { &[] }
    }

    /// The keys that a dataset, its records and their parts can have.
    pub fn keys() -> &'static [String] {
        &KEYS
    }

    fn all_keys(&self) -> Vec<String> {
        match self {
            Self::List(items) => items.all_keys(),
            Self::Record(_, fields) => {
                let below = fields.iter().flat_map(|field| field.shape.all_keys());
                fields.iter().map(|field| field.key.clone()).chain(below).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What belongs in a place of this shape.
    pub fn wanted(&self) -> String {
        match self {
            Self::Record(name, _) => format!("a mapping with the keys of one {name}"),
            Self::List(_) => "a list".to_owned(),
            Self::Word(words) => format!("one of {}", words.join(", ")),
            Self::Id(Kind::Agency) => "an agency id".to_owned(),
            Self::Id(kind) => format!("a {} id", kind.word()),
            Self::Party => "the id of an agency or the name of a group".to_owned(),
            Self::Text(of) if of == "date" => "a date in quotes".to_owned(),
            Self::Text(of) if of == "country" => "a country code".to_owned(),
            Self::Text(_) => "a text".to_owned(),
            Self::Number { whole: false, .. } => "a number from 0".to_owned(),
            Self::Number { min, max, .. } => format!("a whole number from {min} to {max}"),
            Self::Flag => "true or false".to_owned(),
        }
    }
}

fn read(schema: &Value, root: &Value, name: &str) -> Shape {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return read(&root["$defs"][name], root, name);
    }
    if let Some(text) = schema[TYPE].as_str() {
        return match text.parse() {
            Ok(kind) => Shape::Id(kind),
            Err(_) if text == "party" => Shape::Party,
            Err(_) => Shape::Text(text.to_owned()),
        };
    }
    if let Some(properties) = schema["properties"].as_object() {
        let required = strings(&schema["required"]);
        let field = |(key, schema): (&String, &Value)| {
            let (inner, nullable) = without_null(schema);
            Field {
                key: key.clone(),
                required: required.contains(key),
                nullable,
                filled: inner["minItems"].is_number(),
                description: sentence(schema),
                shape: read(inner, root, ""),
            }
        };
        let fields = properties.iter().map(field).collect();
        return Shape::Record(words(name.trim_start_matches("Filed")), fields);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let word = |choice: &Value| choice["const"].as_str().map(str::to_owned);
        return Shape::Word(choices.iter().filter_map(word).collect());
    }
    let kind = &schema["type"];
    let is = |word: &str| kind == word || kind[0] == word;
    if is("array") {
        Shape::List(Box::new(read(&schema["items"], root, "")))
    } else if is("boolean") {
        Shape::Flag
    } else if is("integer") || is("number") {
        let bound = |key: &str, default: f64| schema[key].as_f64().unwrap_or(default);
        let (min, max) = (bound("minimum", f64::MIN), bound("maximum", f64::MAX));
        Shape::Number { min, max, whole: is("integer") }
    } else {
        Shape::Word(strings(&schema["enum"]))
    }
}

/// The schema of the value itself, and whether the value may be nothing.
fn without_null(schema: &Value) -> (&Value, bool) {
    let is_null = |schema: &Value| schema["type"] == "null";
    match schema["anyOf"].as_array().map(Vec::as_slice) {
        Some([inner, null]) if is_null(null) => (inner, true),
        _ => (schema, schema["type"][1] == "null"),
    }
}

/// The doc comment of a schema in one line.
fn sentence(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// `FormerName` as "former name".
fn words(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
