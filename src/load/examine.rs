//! Checks a tree against the shape of a dataset: every error of every record, and the records without errors.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use super::locate::Origins;
use super::misplaced::{misplaced, missing_key, unknown_key};
use super::resolve::Unread;
use super::tree::{Node, Style, Value};
use super::value::{bad_id, number_or_flag, text_fault, word_fault, wrong_type};
use crate::diagnostic::{Code, Fault, Faults, Span, between_curly_quotes, straighten};
use crate::model::{AnyRecord, Field, Kind, List, Records, Shape, Vocabulary};

/// After this many errors, no country is suggested any more, since that takes time.
const GUESSED: usize = 1_000;

/// What has been read of a dataset so far, and what is wrong with the rest.
#[derive(Default)]
pub struct Reading {
    /// The number of the file that is read.
    pub file: usize,
    /// The records without an error.
    pub records: Records,
    /// Where they stand.
    pub origins: Origins,
    /// Of each of them, the first file that has it.
    files: HashMap<(Kind, String), usize>,
    /// What is known of the records that are left out.
    pub unread: Unread,
    /// Every error, but for the references that are no ids.
    pub faults: Faults,
    /// The texts in the place of a reference that are no ids.
    pub misnamed: Vec<Misnamed>,
}

/// A text in the place of a reference that is no id; it may be what the record is called otherwise.
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

/// A key of a record with its value, and whether it is written so, once.
type Entry<'r> = (&'r Field, &'r Node, bool);

impl Reading {
    /// Adds what is wrong with the file that is read.
    pub fn add(&mut self, fault: Fault) {
        self.faults.add(fault.in_file(self.file));
    }

    /// Adds records to those without an error.
    pub fn keep(&mut self, records: Records) {
        let id = |(at, record): ((Kind, usize), &dyn AnyRecord)| (at.0, record.slug().to_owned());
        for id in records.every().map(id) {
            self.files.entry(id).or_insert(self.file);
        }
        self.records.append(records);
    }

    /// The file in which all of these records are as well, if there are several.
    pub fn copied(&self, records: &Records) -> Option<usize> {
        let mut files = records
            .every()
            .map(|(at, record)| self.files.get(&(at.0, record.slug().to_owned())).copied());
        let first = files.next()??;
        (records.len() > 1 && files.all(|file| file.is_some())).then_some(first)
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.faults.errors() + self.misnamed.len()
    }

    /// Examines a whole file.
    pub fn examine(&mut self, root: &Node) {
        let Shape::Record(name, fields) = Shape::dataset() else { return };
        // Where something else stands than belongs there, that is all that is said of it.
        if let Some(fault) = misplaced(root, fields) {
            return self.add(fault);
        }
        let Value::Mapping(pairs) = &root.value else {
            let lists = List::words().join(":`, `");
            let help = format!("write one of `{lists}:`, and a list under it");
            let message = "this is not a dataset: a dataset consists of keys with values";
            return self.no_dataset(root, message, &help);
        };
        let is_foreign = |(key, value): &(Node, Node)| {
            let key_of = |field: &Field| key.scalar() == Some(&field.key);
            !fields.iter().any(key_of) && unknown_key(key, value, name, fields, pairs).1.is_none()
        };
        if pairs.len() > 1 && pairs.iter().all(is_foreign) {
            let help = "take it out of the folder: it is something else, such as output of this program, or a schema";
            return self.no_dataset(
                root,
                "this is not a dataset: it has none of the lists of one",
                help,
            );
        }
        for (Field { key, shape, .. }, node, is_own) in self.entries(root, name, fields) {
            let list: Option<List> = key.parse().ok();
            match (shape, &node.value, list) {
                (Shape::List(shape), Value::List(items), Some(list)) if is_own => {
                    items.iter().enumerate().for_each(|at| self.take(at, shape, list));
                }
                _ if node.is_empty() => {}
                _ => {
                    self.value(node, shape, key, false);
                    self.unread.kinds.extend(list.filter(|_| is_own).and_then(List::kind));
                }
            }
        }
    }

    /// Adds that a file is not a dataset file.
    fn no_dataset(&mut self, root: &Node, message: &str, help: &str) {
        self.add(Fault::at(Code::WrongType, root.head(), message).help(help));
        self.unread.kinds.extend(Kind::all());
    }

    /// Adds an item of a list of records to those of its kind, if nothing is wrong with it.
    fn take(&mut self, (item, node): (usize, &Node), shape: &Shape, list: List) {
        if self.faults.is_full() {
            return self.unread.kinds.extend(Kind::all());
        }
        let before = self.errors();
        let record = self.item(node, shape, list.word());
        if self.errors() == before {
            // One list of one record, read as every file of JSON is.
            let records = Json::from_iter([(list.word(), Json::from_iter([record]))]);
            if let Ok(records) = serde_json::from_str(&records.to_string()) {
                self.keep(records);
                return self.origins.add(list, self.file, item);
            }
            let message = format!("this item of `{}` cannot be read", list.word());
            self.add(Fault::at(Code::WrongType, node.head(), message));
        }
        match node.scalar() {
            Some(text) => self.unread.ids.extend([text.to_owned()]),
            // It may have any id.
            None if node.get("id").and_then(Node::scalar).is_none() => {
                self.unread.kinds.extend(list.kind())
            }
            None => {}
        }
    }

    /// An item of the list under `key`.
    fn item(&mut self, node: &Node, shape: &Shape, key: &str) -> Json {
        if !node.is_null() {
            return self.value(node, shape, key, false);
        }
        let message = "an item of this list has no value".to_owned();
        let help = "write a value, or delete the item";
        self.add(Fault::at(Code::EmptyText, node.span, message).help(help));
        Json::Null
    }

    /// A value as the structs take it, if there is no fault in it; `key` is the one it stands under, and `required`
    /// where there must be one.
    fn value(&mut self, node: &Node, shape: &Shape, key: &str, required: bool) -> Json {
        let fault = match (shape, &node.value) {
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
            (Shape::Text(_) | Shape::Id(_) | Shape::Party, Value::Scalar(text, style))
                if *style != Style::Literal =>
            {
                let guess = self.errors() < GUESSED;
                let fault = text_fault(text, shape, required, guess, node.span);
                fault.or_else(|| self.id_fault(text, shape, key, node.span))
            }
            (_, Value::Scalar(text, Style::Plain | Style::Literal))
                if let Some(value) = number_or_flag(text, shape) =>
            {
                return value;
            }
            _ => Some(wrong_type(node, shape)),
        };
        if let Some(fault) = fault {
            let help = straighten(node.scalar().unwrap_or(""), fault.help.unwrap_or_default());
            self.add(Fault { help: Some(help).filter(|help| !help.is_empty()), ..fault });
        }
        node.scalar().into()
    }

    /// What is wrong with an id; a reference that is none is kept, since it may be what a record is called otherwise.
    fn id_fault(&mut self, text: &str, shape: &Shape, key: &str, span: Span) -> Option<Fault> {
        let (to, is_party) = match shape {
            Shape::Id(kind) => (*kind, false),
            Shape::Party => (Kind::Agency, true),
            _ => return None,
        };
        let fault = bad_id(text, span)?;
        if matches!(key, "id" | "former_ids") || between_curly_quotes(text).is_some() {
            return Some(fault);
        }
        let (text, fault) = (text.trim().to_owned(), fault.in_file(self.file));
        self.misnamed.push(Misnamed { to, is_party, text, fault });
        None
    }

    fn record(&mut self, node: &Node, name: &str, fields: &[Field]) -> Json {
        if let Some(fault) = misplaced(node, fields) {
            self.add(fault);
            return Json::Null;
        }
        let mut values = Map::new();
        let entries = self.entries(node, name, fields);
        // The value of a key that is misspelt may stand within it.
        for (field, node, _) in
            entries.iter().filter(|(_, node, is_own)| *is_own || !node.is_empty())
        {
            let Field { key, shape, required, nullable, .. } = field;
            let is_nothing = *nullable && node.is_null()
                || matches!(shape, Shape::Record(..)) && node.is_empty();
            if matches!(shape, Shape::List(_)) && node.is_empty() {
                values.insert(key.clone(), Json::Array(Vec::new()));
            } else if *required || !is_nothing {
                values.insert(key.clone(), self.value(node, shape, key, *required));
            }
        }
        let is_there = |field: &Field| entries.iter().any(|(there, ..)| there.key == field.key);
        for field in fields.iter().filter(|field| field.required && !is_there(field)) {
            self.add(missing_key(node, name, field));
        }
        Json::Object(values)
    }

    /// The values of a mapping whose keys are known, or misspelt; every other key, and every second one of a kind,
    /// is a fault.
    fn entries<'r>(&mut self, node: &'r Node, name: &str, fields: &'r [Field]) -> Vec<Entry<'r>> {
        let Value::Mapping(pairs) = &node.value else { return Vec::new() };
        let mut entries: Vec<Entry<'r>> = Vec::new();
        let mut has_second = false;
        for (key, value) in pairs {
            if self.faults.is_full() {
                break;
            }
            let text = key.scalar().unwrap_or("");
            let field = fields.iter().find(|field| field.key == text);
            let is_second = entries.iter().any(|(field, _, is_own)| *is_own && field.key == text);
            match field.or_else(|| {
                let (fault, meant) = unknown_key(key, value, name, fields, pairs);
                self.add(fault);
                meant
            }) {
                // Of a record that runs into the next, every key stands twice.
                Some(_) if is_second && !has_second => {
                    has_second = true;
                    let help = match name == "dataset" {
                        true => "put all records of the list under one such key",
                        false => {
                            "delete one of the two, or put `- ` before this one if a new record begins here"
                        }
                    };
                    let message = format!("the key `{text}` occurs twice in this {name}");
                    self.add(Fault::at(Code::DuplicateKey, key.span, message).help(help));
                    entries.extend(field.map(|field| (field, value, false)));
                }
                Some(known) => entries.push((known, value, field.is_some() && !is_second)),
                None => {}
            }
        }
        entries
    }
}
