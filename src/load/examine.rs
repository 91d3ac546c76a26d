//! A tree held against the shape of a dataset: every fault of it, and the records that have none.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::read::Fault;
use super::shape::{Field, Shape};
use super::text;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Severity, Span};
use crate::model::{Kind, Records, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

/// What a file holds.
#[derive(Debug, Default)]
pub struct Examined {
    /// The records without an error.
    pub records: Records,
    /// Of each kind, the places in its list of the records that are left out.
    pub left_out: BTreeSet<(Kind, usize)>,
    /// The ids of those, as far as they can be read.
    pub lost: BTreeSet<(Kind, String)>,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
}

impl Examined {
    /// Whether there is an error among the faults, not only warnings.
    pub fn has_errors(&self) -> bool {
        self.faults.iter().any(|fault| fault.code.severity() == Severity::Error)
    }
}

/// Examines a whole file; `json` where a text without quotes is not a text.
pub fn file(root: &Node<'_>, json: bool) -> Examined {
    let mut examiner = Examiner { json, faults: Vec::new() };
    let mut found = Examined::default();
    let Shape::Record { name, fields } = Shape::dataset() else { return found };
    for (field, node) in examiner.entries(root, &name, &fields) {
        let Shape::List(shape) = &field.shape else { continue };
        let kind = Kind::all().iter().find(|kind| kind.list() == field.key);
        let Some(kind) = kind.copied() else { continue };
        let items = match &*node.value {
            Value::List(items) => items.as_slice(),
            Value::Scalar(text, true) if text.is_empty() => &[],
            _ => {
                examiner.wrong_type(node, &field.shape);
                &[]
            }
        };
        for (item, node) in items.iter().enumerate() {
            let before = examiner.faults.len();
            let value = examiner.value(node, shape, &field.key);
            let kept = !examiner.has_errors_since(before)
                && value.as_ref().is_some_and(|value| keep(kind, value, &mut found.records));
            if !kept {
                if !examiner.has_errors_since(before) {
                    let message = format!("this {} cannot be read", kind.word());
                    examiner.fault(Code::WrongType, message, None, node.head());
                }
                found.left_out.insert((kind, item));
                let id = value.as_ref().and_then(|value| value["id"].as_str());
                found.lost.extend(id.map(|id| (kind, id.to_owned())));
            }
        }
    }
    found.faults = examiner.faults;
    found
}

/// Adds the record to its list, if it is one.
fn keep(kind: Kind, value: &Json, records: &mut Records) -> bool {
    fn push<T: DeserializeOwned>(value: &Json, list: &mut Vec<T>) -> bool {
        T::deserialize(value).map(|record| list.push(record)).is_ok()
    }
    match kind {
        Kind::Agency => push(value, &mut records.agencies),
        Kind::Pillar => push(value, &mut records.pillars),
        Kind::Document => push(value, &mut records.documents),
        Kind::Programme => push(value, &mut records.programmes),
        Kind::Commitment => push(value, &mut records.commitments),
    }
}

/// Gathers faults on the way through a tree.
struct Examiner {
    json: bool,
    faults: Vec<Fault>,
}

impl Examiner {
    fn fault(&mut self, code: Code, message: String, help: Option<String>, span: Span) {
        self.faults.push(Fault { code, message, help, span });
    }

    fn has_errors_since(&self, before: usize) -> bool {
        self.faults[before..].iter().any(|fault| fault.code.severity() == Severity::Error)
    }

    /// The value as the struct takes it, as far as it is right; `key` is the one it stands under.
    fn value(&mut self, node: &Node<'_>, shape: &Shape, key: &str) -> Option<Json> {
        match (shape, &*node.value) {
            (Shape::Record { name, fields }, Value::Mapping(_)) => {
                Some(self.record(node, name, fields))
            }
            (Shape::List(shape), Value::List(items)) => {
                Some(items.iter().filter_map(|item| self.value(item, shape, key)).collect())
            }
            (Shape::Word(_) | Shape::Text(_) | Shape::Number { .. } | Shape::Flag, _)
            | (_, Value::Scalar(..))
                if is_null(node) =>
            {
                let help = "write a value, or delete the line".to_owned();
                self.fault(Code::EmptyText, format!("`{key}` has no value"), Some(help), node.span);
                None
            }
            (Shape::Word(words), Value::Scalar(text, _)) => {
                if words.iter().any(|word| word == text) {
                    return Some(Json::from(&**text));
                }
                let help = text::choice(text, words);
                let message = format!("`{key}` cannot be `{}`", text::quoted(text));
                self.fault(Code::UnknownWord, message, Some(help), node.span);
                None
            }
            (Shape::Text(of), Value::Scalar(text, plain)) => {
                if self.json && *plain {
                    self.wrong_type(node, shape);
                    return None;
                }
                let before = self.faults.len();
                text::check(text, *plain, of, node.span, &mut self.faults);
                let kept = !self.has_errors_since(before) || of == "id";
                kept.then(|| Json::from(text.trim()))
            }
            (Shape::Number { min, max, whole }, Value::Scalar(text, true)) => {
                let number = text::number(text, *whole);
                let fits = number.as_ref().and_then(Json::as_f64);
                if fits.is_some_and(|number| (*min..=*max).contains(&number)) {
                    return number;
                }
                self.wrong_type(node, shape);
                None
            }
            (Shape::Flag, Value::Scalar(text, true)) => {
                let flag = serde_yaml::from_str::<bool>(text).ok();
                if flag.is_none() {
                    self.wrong_type(node, shape);
                }
                flag.map(Json::from)
            }
            _ => {
                self.wrong_type(node, shape);
                None
            }
        }
    }

    fn record(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) -> Json {
        let mut record = Map::new();
        let mut seen = BTreeSet::new();
        for (field, node) in self.entries(node, name, fields) {
            let empty_list = matches!(&*node.value, Value::Scalar(text, true) if text.is_empty())
                && matches!(field.shape, Shape::List(_) | Shape::Record { .. });
            seen.insert(&field.key);
            if !field.required && (empty_list && !self.json || field.nullable && is_null(node)) {
                let help = "write a value, or delete the line".to_owned();
                let message = format!("`{}` has no value", field.key);
                self.fault(Code::EmptyValue, message, Some(help), node.span);
                continue;
            }
            if let Some(value) = self.value(node, &field.shape, &field.key) {
                record.insert(field.key.clone(), value);
            }
        }
        for field in fields.iter().filter(|field| field.required && !seen.contains(&field.key)) {
            let key = &field.key;
            let (code, message) = match (name, key.as_str()) {
                ("report" | "citation" | "evidence", "document" | "paragraph")
                | ("programme", "reports")
                | ("commitment", "sources") => (
                    Code::Unsourced,
                    format!("this {name} does not say where it stands: `{key}` is missing"),
                ),
                ("figure", "of") => (
                    Code::FigureWithoutScope,
                    "this figure does not say what it is true of: `of` is missing".to_owned(),
                ),
                _ => (Code::MissingKey, format!("this {name} has no `{key}`")),
            };
            let help = Some(format!("add `{key}:`, {}", text::wanted(&field.shape)));
            self.fault(code, message, help, node.head());
        }
        Json::Object(record)
    }

    /// The known keys of a mapping, each once, with their values.
    fn entries<'f, 'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        name: &str,
        fields: &'f [Field],
    ) -> Vec<(&'f Field, &'n Node<'t>)> {
        let Value::Mapping(pairs) = &*node.value else {
            let help = "write `agencies:`, `pillars:`, `documents:`, `programmes:` or \
                        `commitments:`, and a list under it";
            let message = format!("a {name} is made of keys with values, which this is not");
            self.fault(Code::WrongType, message, Some(help.to_owned()), node.head());
            return Vec::new();
        };
        let mut entries: Vec<(&Field, &Node<'_>)> = Vec::new();
        for (key, value) in pairs {
            let text = key.scalar().unwrap_or("");
            let known = fields.iter().find(|field| field.key == text);
            let Some(field) = known else {
                let help = if text == "<<" {
                    Some("merge keys are not read: write the keys and values out".to_owned())
                } else {
                    let keys: Vec<String> = fields.iter().map(|field| field.key.clone()).collect();
                    did_you_mean(&nearest(text, keys.iter().map(String::as_str)))
                        .or_else(|| Some(format!("the keys are {}", keys.join(", "))))
                };
                let message = format!("no {name} has a key `{}`", text::quoted(text));
                self.fault(Code::UnknownKey, message, help, key.span);
                continue;
            };
            if entries.iter().any(|(known, _)| known.key == field.key) {
                let help = "put both values under one key, or delete one".to_owned();
                let message = format!("the key `{text}` stands twice in this {name}");
                self.fault(Code::DuplicateKey, message, Some(help), key.span);
                continue;
            }
            entries.push((field, value));
        }
        entries
    }

    fn wrong_type(&mut self, node: &Node<'_>, shape: &Shape) {
        let is = match &*node.value {
            Value::Mapping(_) => "keys with values".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Scalar(text, _) => format!("`{}`", text::quoted(text)),
        };
        let message = format!("this is {is}, but {} belongs here", text::wanted(shape));
        let help = match (shape, &*node.value) {
            (Shape::List(_), Value::Scalar(text, _)) => {
                Some(format!("write it as a list: [{}]", text::quoted(text)))
            }
            (Shape::Text(_), Value::Scalar(text, _)) => {
                Some(format!("put quotes round it: \"{}\"", text::quoted(text)))
            }
            (Shape::Number { .. } | Shape::Flag, Value::Scalar(_, false)) => {
                Some("write it without quotes".to_owned())
            }
            _ => None,
        };
        self.fault(Code::WrongType, message, help, node.head());
    }
}

/// Whether this is a way of writing "no value".
fn is_null(node: &Node<'_>) -> bool {
    matches!(&*node.value, Value::Scalar(text, true)
        if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
}
