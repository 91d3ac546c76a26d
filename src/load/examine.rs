//! A tree held against the shape of a dataset: every error of every record, and the records that have none.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::misplaced::{below, misplaced};
use super::shape::{Field, Shape};
use super::tree::{Node, Style, Value};
use super::value::{id_fault, number, slug, text_fault, word_fault, wrong_type};
use crate::diagnostic::{Code, Fault, Faults, Span, shown};
use crate::model::{Kind, List, Records, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

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

/// What is known of records that are left out, so that nothing false is said of the others.
#[derive(Debug, Default)]
pub struct Unread {
    /// Ids that they may have, of whatever kind.
    pub ids: BTreeSet<String>,
    /// The kinds of which there may be others.
    pub kinds: BTreeSet<Kind>,
    /// Whether there are any.
    pub any: bool,
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

impl Unread {
    /// Adds what is known of another file.
    pub fn append(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.kinds.extend(other.kinds);
        self.any |= other.any;
    }

    /// Notes the ids of all that stands in a place which could not be read.
    fn gather(&mut self, node: &Node<'_>) {
        self.any = true;
        match &*node.value {
            Value::Scalar(..) => {}
            Value::List(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    if let Some(id) = value.scalar().filter(|_| key.scalar() == Some("id")) {
                        self.ids.extend(slug(id).into_iter().chain([id.to_owned()]));
                    }
                    self.gather(value);
                }
            }
        }
    }
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
        self.item(node, shape, list.word());
        let is_right = self.errors() == before;
        if is_right && keep(list, &as_json(node, shape), &mut self.found.records) {
            self.found.kept.entry(list).or_default().push(item);
            return;
        }
        if is_right {
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
    fn item(&mut self, node: &Node<'_>, shape: &Shape, key: &str) {
        if node.is_null() {
            let message = "an item of this list has no value".to_owned();
            self.add(Code::EmptyText, node.span, message, "write a value, or delete the item");
        } else {
            self.value(node, shape, key, false);
        }
    }

    /// A value; `key` is the one it stands under, and `required` where there must be one.
    fn value(&mut self, node: &Node<'_>, shape: &Shape, key: &str, required: bool) {
        let fault = match (shape, &*node.value) {
            (Shape::Record(name, fields), Value::Mapping(_)) => {
                return self.record(node, name, fields);
            }
            (Shape::List(shape), Value::List(items)) => {
                return items.iter().for_each(|item| self.item(item, shape, key));
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
                return self.id(text, shape, key, required, node.span);
            }
            (Shape::Number { min, max, whole }, Value::Scalar(text, Style::Plain))
                if number(text, *min, *max, *whole).is_some() =>
            {
                None
            }
            (Shape::Flag, Value::Scalar(text, Style::Plain))
                if serde_yaml::from_str::<bool>(text).is_ok() =>
            {
                None
            }
            _ => Some(wrong_type(node, shape)),
        };
        fault.and_then(|fault| self.found.faults.add(fault));
    }

    fn id(&mut self, text: &str, shape: &Shape, key: &str, required: bool, span: Span) {
        let (to, is_party) = match shape {
            Shape::Id(kind) => (*kind, false),
            _ => (Kind::Agency, true),
        };
        if let Some(fault) = text_fault(text, "", required, false, span) {
            self.found.faults.add(fault);
        } else if let Some(fault) = id_fault(text, span) {
            if matches!(key, "id" | "former_ids") {
                self.found.faults.add(fault);
            } else {
                let text = text.trim().to_owned();
                self.found.misnamed.push(Misnamed { to, is_party, text, fault });
            }
        }
    }

    /// Whether something else stands there than belongs there; then that is all that is said of it.
    fn is_misplaced(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) -> bool {
        let found = misplaced(node, name, fields);
        found.map(|it| self.add(Code::Misplaced, it.span, it.message, it.help)).is_some()
    }

    fn record(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) {
        if self.is_misplaced(node, name, fields) {
            return;
        }
        let entries = self.entries(node, name, fields);
        for (field, node, _) in &entries {
            let is_list = matches!(field.shape, Shape::List(_)) && node.is_empty();
            let is_optional = !field.required
                && (field.nullable && node.is_null()
                    || matches!(field.shape, Shape::Record(..)) && node.is_empty());
            if !is_list && !is_optional {
                self.value(node, &field.shape, &field.key, field.required);
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
            match field.or_else(|| self.unknown_key(key, value, name, fields)) {
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

    /// Tells of a key that there is not, and finds the one that is meant.
    fn unknown_key<'f>(
        &mut self,
        key: &Node<'_>,
        value: &Node<'_>,
        name: &str,
        fields: &'f [Field],
    ) -> Option<&'f Field> {
        let text = key.scalar().unwrap_or("");
        let find = |key: &str| fields.iter().find(|field| field.key == key);
        let is_group = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let mut message = format!("no {name} has a key `{}`", shown(text));
        let mut meant = find(text.trim());
        let help = if text == "<<" {
            "merge keys are not read: write the keys and values out".to_owned()
        } else if is_group && name == "figure" {
            "write the number without separators".to_owned()
        } else if let Some(field) = meant {
            message = format!("a space of another kind stands beside the key `{}`", field.key);
            "delete it".to_owned()
        } else if let Some((before, behind)) =
            text.split_once(':').filter(|(key, _)| find(key).is_some())
        {
            meant = find(before);
            format!("write `{before}: {}`, with a space behind the colon", shown(behind))
        } else if text.parse::<List>().is_ok() && name != "dataset" {
            format!("`{text}:` is a list of its own: begin it at the left margin")
        } else if let Some(help) = key_of_items(text, name, fields) {
            help
        } else if text.contains(' ') && value.is_null() {
            "put quotes round a text that has a comma in it".to_owned()
        } else {
            let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
            let near = nearest(text, keys.iter().copied());
            meant = near.first().and_then(|near| find(near)).filter(|_| near.len() == 1);
            did_you_mean(&near).unwrap_or_else(|| format!("the keys are {}", keys.join(", ")))
        };
        self.add(Code::UnknownKey, key.span, message, help);
        meant.filter(|_| !value.is_null())
    }
}

/// Where a key belongs that items below this record have.
fn key_of_items(key: &str, name: &str, fields: &[Field]) -> Option<String> {
    let places: Vec<String> =
        below(fields, key).iter().map(|place| format!("`{place}:`")).collect();
    let known = name != "dataset" && !places.is_empty();
    known.then(|| format!("put it into an item under {}", places.join(" or ")))
}

/// The value as the structs take it; there is no fault in it.
fn as_json(node: &Node<'_>, shape: &Shape) -> Json {
    match (shape, &*node.value) {
        (Shape::Record(_, fields), Value::Mapping(pairs)) => {
            let value = |(key, value): &(Node<'_>, Node<'_>)| {
                let field = fields.iter().find(|field| Some(&*field.key) == key.scalar())?;
                let is_there = !value.is_null() || matches!(field.shape, Shape::List(_));
                is_there.then(|| (field.key.clone(), as_json(value, &field.shape)))
            };
            Json::Object(pairs.iter().filter_map(value).collect::<Map<_, _>>())
        }
        (Shape::List(shape), Value::List(items)) => {
            items.iter().map(|item| as_json(item, shape)).collect()
        }
        (Shape::Number { min, max, whole }, Value::Scalar(text, _)) => {
            number(text, *min, *max, *whole).into()
        }
        (Shape::Flag, Value::Scalar(text, _)) => serde_yaml::from_str(text).unwrap_or_default(),
        (Shape::List(_), _) => Json::Array(Vec::new()),
        (_, Value::Scalar(text, _)) => Json::from(&**text),
        _ => Json::Null,
    }
}

/// Adds the record to its list, if it is one.
fn keep(list: List, value: &Json, records: &mut Records) -> bool {
    fn push<T: DeserializeOwned>(value: &Json, list: &mut Vec<T>) -> bool {
        T::deserialize(value).map(|record| list.push(record)).is_ok()
    }
    match list {
        List::Agencies => push(value, &mut records.agencies),
        List::Pillars => push(value, &mut records.pillars),
        List::Documents => push(value, &mut records.documents),
        List::Programmes => push(value, &mut records.programmes),
        List::Commitments => push(value, &mut records.commitments),
        List::Reports => push(value, &mut records.reports),
        List::Evidence => push(value, &mut records.evidence),
    }
}
