//! A tree held against the shape of a dataset: every error of every record, and the records that have none.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::misplaced::{misplaced, unknown_key};
use super::shape::{Field, Shape};
use super::tree::{Node, Style, Value};
use super::unread::Unread;
use super::value::{id_fault, number_or_flag, text_fault, word_fault, wrong_type};
use crate::diagnostic::{Code, Fault, Faults, Span};
use crate::model::{Kind, List, Records, Vocabulary};

/// Behind so many errors of a file, nobody looks which country is meant: that takes time.
const GUESSED: usize = 1_000;

/// What a file holds that is not right in all.
#[derive(Debug, Default)]
pub struct Examined {
    /// The records without an error.
    pub records: Records,
    /// Of each list, the places of those records, where others are left out.
    pub kept: BTreeMap<List, Vec<usize>>,
    /// What is known of the records that are left out.
    pub unread: Unread,
    /// Every error, but for the references that are no ids.
    pub faults: Faults,
    /// The texts in the place of a reference that are no ids.
    pub misnamed: Vec<Misnamed>,
}

/// A text in the place of a reference that is no id; it may be what the record is called otherwise.
#[derive(Debug)]
pub struct Misnamed {
    /// The kind of record referred to.
    pub to: Kind,
    /// Whether it may be a group of actors instead.
    pub is_party: bool,
    /// The text as it stands.
    pub text: String,
    /// That it is no id.
    pub fault: Fault,
}

/// Examines a whole file; `json` where a text without quotes is not a text.
pub fn file(root: &Node<'_>, json: bool) -> Examined {
    let mut examiner = Examiner { json, found: Examined::default() };
    let Shape::Record(name, fields) = Shape::dataset() else { return examiner.found };
    if examiner.is_misplaced(root, name, fields) {
        examiner.found.unread.gather(root);
        return examiner.found;
    }
    let lists = examiner.entries(root, name, fields);
    if !matches!(*root.value, Value::Mapping(_)) {
        examiner.found.unread.gather(root);
    }
    for (Field { key, shape, .. }, node, is_own) in lists {
        let list: Option<List> = key.parse().ok();
        match (shape, &*node.value, list) {
            (Shape::List(shape), Value::List(items), Some(list)) if is_own => {
                items.iter().enumerate().for_each(|at| examiner.take(at, shape, list));
            }
            _ if node.is_empty() && !json => {}
            _ => {
                examiner.value(node, shape, key, false);
                examiner.found.unread.gather(node);
                examiner.found.unread.kinds.extend(list.filter(|_| is_own).and_then(List::kind));
            }
        }
    }
    examiner.found
}

/// Gathers errors on the way through a tree.
struct Examiner {
    json: bool,
    found: Examined,
}

/// A key of a record with its value, and whether it is written so, once.
type Entry<'f, 'n, 't> = (&'f Field, &'n Node<'t>, bool);

impl Examiner {
    fn add(&mut self, code: Code, span: Span, message: String, help: impl Into<String>) {
        self.found.faults.add(Fault::at(code, span, message).help(help));
    }

    fn errors(&self) -> usize {
        self.found.faults.errors() + self.found.misnamed.len()
    }

    /// Adds an item of a list of records to those of its kind, if nothing is wrong with it.
    fn take(&mut self, (item, node): (usize, &Node<'_>), shape: &Shape, list: List) {
        if self.found.faults.is_full() {
            self.found.unread.any = true;
            self.found.unread.kinds.extend(Kind::all());
            return;
        }
        let before = self.errors();
        let record = self.item(node, shape, list.word());
        if self.errors() == before {
            // One list of one record, read as every file of a dataset is.
            let records = Json::from_iter([(list.word(), Json::from_iter([record]))]);
            if let Ok(records) = serde_json::from_value(records) {
                self.found.records.append(records);
                return self.found.kept.entry(list).or_default().push(item);
            }
            let message = format!("this item of `{}` cannot be read", list.word());
            self.found.faults.add(Fault::at(Code::WrongType, node.head(), message));
        }
        let known = self.found.unread.ids.len();
        self.found.unread.gather(node);
        self.found.unread.ids.extend(node.scalar().map(str::to_owned));
        if self.found.unread.ids.len() == known {
            // It may have any id.
            self.found.unread.kinds.extend(list.kind());
        }
    }

    /// An item of the list under `key`.
    fn item(&mut self, node: &Node<'_>, shape: &Shape, key: &str) -> Json {
        if !node.is_null() {
            return self.value(node, shape, key, false);
        }
        let message = "an item of this list has no value".to_owned();
        self.add(Code::EmptyText, node.span, message, "write a value, or delete the item");
        Json::Null
    }

    /// A value as the structs take it, if there is no fault in it; `key` is the one it stands under, and `required`
    /// where there must be one.
    fn value(&mut self, node: &Node<'_>, shape: &Shape, key: &str, required: bool) -> Json {
        let fault = match (shape, &*node.value) {
            (Shape::Record(name, fields), Value::Mapping(_)) => {
                return self.record(node, name, fields);
            }
            (Shape::List(shape), Value::List(items)) => {
                return items.iter().map(|item| self.item(item, shape, key)).collect();
            }
            (_, Value::Scalar(..)) if node.is_null() => {
                let help =
                    if required { "write a value" } else { "write a value, or delete the line" };
                let message = format!("`{key}` has no value");
                Some(Fault::at(Code::EmptyText, node.span, message).help(help))
            }
            (Shape::Word(words), Value::Scalar(text, _)) => word_fault(text, words, key, node.span),
            (Shape::Text(_) | Shape::Id(_) | Shape::Party, Value::Scalar(_, Style::Plain))
                if self.json =>
            {
                Some(wrong_type(node, shape))
            }
            (Shape::Text(of), Value::Scalar(text, _)) => {
                text_fault(text, of, required, self.errors() < GUESSED, node.span)
            }
            (Shape::Id(_) | Shape::Party, Value::Scalar(text, _)) => {
                self.id_fault(text, shape, key, required, node.span)
            }
            (_, Value::Scalar(text, Style::Plain)) => match number_or_flag(text, shape) {
                Some(value) => return value,
                None => Some(wrong_type(node, shape)),
            },
            _ => Some(wrong_type(node, shape)),
        };
        fault.and_then(|fault| self.found.faults.add(fault));
        node.scalar().into()
    }

    fn id_fault(
        &mut self,
        text: &str,
        shape: &Shape,
        key: &str,
        required: bool,
        span: Span,
    ) -> Option<Fault> {
        let (to, is_party) = match shape {
            Shape::Id(kind) => (*kind, false),
            _ => (Kind::Agency, true),
        };
        let empty = text_fault(text, "", required, false, span);
        let fault = empty.is_none().then(|| id_fault(text, span)).flatten();
        match fault {
            Some(fault) if !matches!(key, "id" | "former_ids") => {
                let text = text.trim().to_owned();
                self.found.misnamed.push(Misnamed { to, is_party, text, fault });
                None
            }
            fault => empty.or(fault),
        }
    }

    /// Whether something else stands there than belongs there; then that is all that is said of it.
    fn is_misplaced(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) -> bool {
        let found = misplaced(node, name, fields);
        found.map(|fault| self.found.faults.add(fault)).is_some()
    }

    fn record(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) -> Json {
        let mut values = Map::new();
        if self.is_misplaced(node, name, fields) {
            return Json::Null;
        }
        let entries = self.entries(node, name, fields);
        for (field, node, _) in &entries {
            let Field { key, shape, required, nullable } = field;
            let is_nothing = *nullable && node.is_null()
                || matches!(shape, Shape::Record(..)) && node.is_empty();
            if matches!(shape, Shape::List(_)) && node.is_empty() {
                values.insert(key.clone(), Json::Array(Vec::new()));
            } else if *required || !is_nothing {
                values.insert(key.clone(), self.value(node, shape, key, *required));
            }
        }
        let is_merged = matches!(&*node.value, Value::Mapping(pairs)
            if pairs.iter().any(|(key, _)| key.scalar() == Some("<<")));
        let is_there = |field: &Field| entries.iter().any(|(there, ..)| there.key == field.key);
        for field in fields.iter().filter(|field| field.required && !is_there(field) && !is_merged)
        {
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
            let help = format!("add `{key}:`, {}", field.shape.wanted());
            self.add(code, node.head(), message, help);
        }
        Json::Object(values)
    }

    /// The values of a mapping whose keys are known, or misspelt; every other key, and every second one of a kind,
    /// is a fault.
    fn entries<'f, 'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        name: &str,
        fields: &'f [Field],
    ) -> Vec<Entry<'f, 'n, 't>> {
        let Value::Mapping(pairs) = &*node.value else {
            let help = "write `agencies:`, `pillars:`, `documents:`, `programmes:` or \
                        `commitments:`, and a list under it";
            let message = format!("a {name} is made of keys with values, which this is not");
            self.add(Code::WrongType, node.head(), message, help);
            return Vec::new();
        };
        let mut entries: Vec<Entry<'f, 'n, 't>> = Vec::new();
        let mut has_run_on = false;
        for (key, value) in pairs {
            if self.found.faults.is_full() {
                break;
            }
            let text = key.scalar().unwrap_or("");
            let field = fields.iter().find(|field| field.key == text);
            let is_second = entries.iter().any(|(field, _, is_own)| *is_own && field.key == text);
            match field.or_else(|| {
                let (fault, meant) = unknown_key(key, value, name, fields);
                self.found.faults.add(fault);
                meant
            }) {
                // With nothing but an id before it there is no record to run into.
                Some(_) if is_second && !has_run_on => {
                    has_run_on = text == "id" && entries.len() > 1;
                    let help = match (has_run_on, name) {
                        (true, _) => "put `- ` before it if a new record begins here, or delete it",
                        (_, "dataset") => "put all records of the list under one such key",
                        _ => "put both values under one key, or delete one",
                    };
                    let message = format!("the key `{text}` stands twice in this {name}");
                    self.add(Code::DuplicateKey, key.span, message, help);
                    entries.extend(field.map(|field| (field, value, false)));
                }
                Some(known) => entries.push((known, value, field.is_some() && !is_second)),
                None if name == "dataset" => self.found.unread.gather(value),
                None => {}
            }
        }
        entries
    }
}
