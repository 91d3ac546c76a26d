//! A tree held against the shape of a dataset: every fault of it, and the records as far as they can be judged.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::mend::TAKEN_OUT;
use super::read::Fault;
use super::shape::{Field, Shape};
use super::tree::{Node, Value};
use super::{stand_in, text};
use crate::diagnostic::{Code, Kept, MOST, Severity, Span, shown};
use crate::model::{Kind, Records, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

/// What a file holds.
#[derive(Debug, Default)]
pub struct Examined {
    /// The records that have an id; something stands in for each value that cannot be read.
    pub records: Records,
    /// Of each kind, the positions among those records of the ones in which something is missed.
    pub within: BTreeSet<(Kind, usize)>,
    /// Of each kind, the places in its list of the records that are left out.
    pub left_out: BTreeSet<(Kind, usize)>,
    /// What is known of the records that are left out.
    pub lost: Lost,
    /// Everything that is wrong, but for the references that are no ids.
    pub faults: Vec<Fault>,
    /// Whether there is more.
    pub is_cut: bool,
    /// What stands in the place of a reference and is no id.
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

/// What is known of records that could not be read.
#[derive(Debug, Default)]
pub struct Lost {
    /// The ids of some, of whatever kind.
    pub ids: BTreeSet<String>,
    /// The kinds of which there may be others.
    pub kinds: BTreeSet<Kind>,
    /// Whether there are any.
    pub any: bool,
}

impl Examined {
    /// Whether there is an error among the faults, not only warnings.
    pub fn has_errors(&self) -> bool {
        !self.misnamed.is_empty()
            || self.faults.iter().any(|fault| fault.code.severity() == Severity::Error)
    }
}

/// Examines a whole file; `json` where a text without quotes is not a text.
pub fn file(root: &Node<'_>, json: bool) -> Examined {
    let mut examiner = Examiner {
        json,
        faults: Kept::default(),
        misnamed: Vec::new(),
        ids: Vec::new(),
        missed: false,
        required: false,
    };
    let mut found = Examined::default();
    let Shape::Record { name, fields } = Shape::dataset() else { return found };
    if !matches!(*root.value, Value::Mapping(_)) {
        found.lost.gather(root);
    }
    let lists = examiner.entries(root, name, fields).known;
    for (field, node) in &lists {
        let (Shape::List(shape), Some(kind)) = (&field.shape, kind_of(&field.key)) else {
            continue;
        };
        let items = match &*node.value {
            Value::List(items) => items.as_slice(),
            Value::Scalar(text, true) if text.is_empty() && !json => {
                examiner.empty(&field.key, node.span);
                &[]
            }
            _ => {
                examiner.value(node, &field.shape, &field.key);
                found.lost.kinds.insert(kind);
                found.lost.gather(node);
                continue;
            }
        };
        for (item, node) in items.iter().enumerate() {
            if !examiner.take(node, shape, kind, &mut found) {
                found.left_out.insert((kind, item));
                found.lost.gather(node);
            }
            if examiner.is_full() {
                break;
            }
        }
    }
    examiner.other_lists(root, fields, &lists, &mut found.lost);
    found.lost.ids.extend(std::mem::take(&mut examiner.ids));
    if examiner.is_full() {
        found.lost.any = true;
        found.lost.kinds.extend(Kind::all());
    }
    found.is_cut = examiner.is_full() || examiner.faults.is_cut();
    (found.faults, found.misnamed) = (examiner.faults.all, examiner.misnamed);
    found
}

fn kind_of(list: &str) -> Option<Kind> {
    Kind::all().iter().find(|kind| kind.list() == list).copied()
}

impl Lost {
    /// Notes the ids of all that stands in a place which could not be read.
    fn gather(&mut self, node: &Node<'_>) {
        self.any = true;
        match &*node.value {
            Value::Scalar(..) => {}
            Value::List(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    let id = value.scalar().filter(|_| key.scalar() == Some("id"));
                    self.ids.extend(id.map(str::to_owned));
                    self.gather(value);
                }
            }
        }
    }

    /// Adds what is lost elsewhere.
    pub fn append(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.kinds.extend(other.kinds);
        self.any |= other.any;
    }
}

/// Adds the record to its list, if it is one, and gives its position there.
fn keep(kind: Kind, value: &Json, records: &mut Records) -> Option<usize> {
    fn push<T: DeserializeOwned>(value: &Json, list: &mut Vec<T>) -> Option<usize> {
        list.push(T::deserialize(value).ok()?);
        Some(list.len() - 1)
    }
    match kind {
        Kind::Agency => push(value, &mut records.agencies),
        Kind::Pillar => push(value, &mut records.pillars),
        Kind::Document => push(value, &mut records.documents),
        Kind::Programme => push(value, &mut records.programmes),
        Kind::Commitment => push(value, &mut records.commitments),
    }
}

/// The keys of a mapping.
struct Entries<'f, 'n, 't> {
    /// Those that records of its kind have, each once, with their values.
    known: Vec<(&'f Field, &'n Node<'t>)>,
    /// Those that others are meant for.
    seen: Vec<&'f str>,
}

/// Gathers faults on the way through a tree.
struct Examiner {
    json: bool,
    faults: Kept<Fault>,
    misnamed: Vec<Misnamed>,
    /// The ids of records that have run into others, and of those whose key for it is not `id`.
    ids: Vec<String>,
    /// Whether something is missing in the record at hand that rules may ask for.
    missed: bool,
    /// Whether there must be a value under the key at hand.
    required: bool,
}

impl Examiner {
    fn fault(&mut self, code: Code, message: String, help: Option<String>, span: Span) {
        self.faults.add(code, Fault { code, message, help, span });
    }

    /// The key of a list or of what may be missing has no value.
    fn empty(&mut self, key: &str, span: Span) {
        let help = "write a value, or delete the line".to_owned();
        self.fault(Code::EmptyValue, format!("`{key}` has no value"), Some(help), span);
    }

    /// Whether so much has been found that nobody would read more.
    fn is_full(&self) -> bool {
        self.faults.is_full() || self.misnamed.len() >= MOST
    }

    /// Adds a record of the kind to those that are found, if it can be one.
    fn take(&mut self, node: &Node<'_>, shape: &Shape, kind: Kind, found: &mut Examined) -> bool {
        if node.scalar() == Some(TAKEN_OUT) {
            return false;
        }
        let (before, ids) = (self.faults.errors(), self.ids.len());
        self.missed = false;
        let value = self.item(node, shape, kind.list());
        if let Some(position) = value.and_then(|value| keep(kind, &value, &mut found.records)) {
            if self.missed {
                found.within.insert((kind, position));
            }
            return true;
        }
        match &*node.value {
            Value::Scalar(text, _) => self.ids.push(text.to_string()),
            // It may have any id.
            Value::Mapping(pairs) if self.ids.len() == ids && !has_id(pairs) => {
                found.lost.kinds.insert(kind);
            }
            _ => {}
        }
        if self.faults.errors() == before {
            let message = format!("this {} cannot be read", kind.word());
            self.fault(Code::WrongType, message, None, node.head());
        }
        false
    }

    /// Looks for faults in lists whose records cannot be told from those of others: the second of a name, and
    /// those with a name that is nearly one.
    fn other_lists(
        &mut self,
        root: &Node<'_>,
        fields: &[Field],
        lists: &[(&Field, &Node<'_>)],
        lost: &mut Lost,
    ) {
        let Value::Mapping(pairs) = &*root.value else { return };
        let is_read = |node: &Node<'_>| lists.iter().any(|(_, read)| std::ptr::eq(*read, node));
        for (key, node) in pairs.iter().filter(|(_, node)| !is_read(node)) {
            lost.gather(node);
            let names = fields.iter().map(|field| field.key.as_str());
            let meant = nearest(key.scalar().unwrap_or(""), names).first().copied();
            let field = fields.iter().find(|field| Some(field.key.as_str()) == meant);
            if let (Some(field), Value::List(_)) = (field, &*node.value) {
                self.value(node, &field.shape, &field.key);
            }
        }
    }

    /// An item of the list under `key`, as far as it is right.
    fn item(&mut self, node: &Node<'_>, shape: &Shape, key: &str) -> Option<Json> {
        if is_null(node) {
            let message = "an item of this list has no value".to_owned();
            let help = Some("write a value, or delete the item".to_owned());
            self.fault(Code::EmptyText, message, help, node.span);
            return None;
        }
        self.value(node, shape, key)
    }

    /// The value as the struct takes it, as far as it is right; `key` is the one it stands under.
    fn value(&mut self, node: &Node<'_>, shape: &Shape, key: &str) -> Option<Json> {
        match (shape, &*node.value) {
            (Shape::Record { name, fields }, Value::Mapping(_)) => {
                Some(self.record(node, name, fields))
            }
            (Shape::List(shape), Value::List(items)) => {
                let mut list = Vec::with_capacity(items.len());
                for item in items {
                    if let Some(value) = self.item(item, shape, key) {
                        list.push(value);
                    } else if !matches!(&**shape, Shape::Text(of) if of == "country") {
                        self.missed |=
                            matches!(&**shape, Shape::Id(_) | Shape::Party | Shape::Record { .. });
                        list.push(stand_in::required(shape));
                    }
                    if self.is_full() {
                        break;
                    }
                }
                Some(Json::Array(list))
            }
            (_, Value::Scalar(..)) if is_null(node) => {
                let help = if self.required {
                    "write a value"
                } else {
                    "write a value, or delete the line"
                };
                let message = format!("`{key}` has no value");
                self.fault(Code::EmptyText, message, Some(help.to_owned()), node.span);
                None
            }
            (Shape::Word(words), Value::Scalar(text, _)) => {
                if words.iter().any(|word| word == text) {
                    return Some(Json::from(&**text));
                }
                let help = text::choice(text, words);
                let message = format!("`{key}` cannot be `{}`", shown(text));
                self.fault(Code::UnknownWord, message, Some(help), node.span);
                None
            }
            (Shape::Text(_) | Shape::Id(_) | Shape::Party, Value::Scalar(text, plain)) => {
                if self.json && *plain {
                    self.wrong_type(node, shape);
                    return None;
                }
                let before = self.faults.errors();
                text::check(text, *plain, self.required, shape, node.span, &mut self.faults);
                if self.faults.errors() == before && self.fits(text, shape, key, node.span) {
                    return Some(Json::from(text.trim()));
                }
                // What the record is to be called by all others, once that is mended.
                self.missed |= key == "id";
                text::slug(text).filter(|_| key == "id").map(Json::from)
            }
            (Shape::Number { min, max, whole }, Value::Scalar(text, true)) => {
                let number = text::number(text, *whole);
                let fits = number.as_ref().and_then(Json::as_f64);
                if fits.is_some_and(|number| (*min..=*max).contains(&number)) {
                    if let Some([thousands, exact]) = text::thousands(text).filter(|_| !self.json) {
                        let message =
                            format!("this number is read as {exact}: a point begins the fraction");
                        let help =
                            format!("write {thousands} if thousands are meant, and {exact} if not");
                        self.fault(Code::OddNumber, message, Some(help), node.span);
                    }
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

    /// Whether the text under `key` is an id, if one belongs there.
    fn fits(&mut self, text: &str, shape: &Shape, key: &str, span: Span) -> bool {
        let to = match shape {
            Shape::Id(kind) => *kind,
            Shape::Party => Kind::Agency,
            _ => return true,
        };
        let Some(fault) = text::bad_id(text, span) else { return true };
        if matches!(key, "id" | "former_ids") {
            self.faults.add(fault.code, fault);
        } else {
            let is_party = *shape == Shape::Party;
            self.misnamed.push(Misnamed { to, is_party, text: text.to_owned(), fault });
        }
        false
    }

    fn record(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) -> Json {
        let mut found = Map::new();
        let Entries { known, mut seen } = self.entries(node, name, fields);
        for (field, node) in known {
            seen.push(&field.key);
            self.required = field.required;
            let empty = matches!(&*node.value, Value::Scalar(text, true) if text.is_empty());
            let list = empty && !self.json && matches!(field.shape, Shape::List(_));
            let record = empty && !self.json && matches!(field.shape, Shape::Record { .. });
            let optional = !field.required && (record || field.nullable && is_null(node));
            if list || optional {
                self.empty(&field.key, node.span);
                if list {
                    found.insert(field.key.clone(), Json::Array(Vec::new()));
                }
                continue;
            }
            match self.value(node, &field.shape, &field.key) {
                Some(value) => drop(found.insert(field.key.clone(), value)),
                None => {
                    self.missed |= stand_in::is_missed(field);
                    stand_in::put(field, &mut found);
                }
            }
        }
        let missing = |field: &&Field| field.required && !seen.contains(&field.key.as_str());
        for field in fields.iter().filter(missing) {
            let key = &field.key;
            self.missed |= stand_in::is_missed(field);
            stand_in::put(field, &mut found);
            if has_merge_key(node) {
                continue;
            }
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
        Json::Object(found)
    }

    /// The known keys of a mapping, each once, with their values; every other key is a fault.
    fn entries<'f, 'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        name: &str,
        fields: &'f [Field],
    ) -> Entries<'f, 'n, 't> {
        let mut entries = Entries { known: Vec::new(), seen: Vec::new() };
        let Value::Mapping(pairs) = &*node.value else {
            let help = "write `agencies:`, `pillars:`, `documents:`, `programmes:` or \
                        `commitments:`, and a list under it";
            let message = format!("a {name} is made of keys with values, which this is not");
            self.fault(Code::WrongType, message, Some(help.to_owned()), node.head());
            return entries;
        };
        let mut run_on = false;
        for (key, value) in pairs {
            if self.is_full() {
                break;
            }
            let text = key.scalar().unwrap_or("");
            let Some(field) = fields.iter().find(|field| field.key == text) else {
                self.missed = true;
                if let Some(meant) = self.unknown_key(key, value, name, fields) {
                    entries.seen.push(&meant.key);
                    if meant.key == "id" {
                        self.ids.extend(value.scalar().map(str::to_owned));
                    }
                }
                continue;
            };
            // Where a second record has run into this one, what follows is said of that.
            if run_on {
                self.value(value, &field.shape, &field.key);
                continue;
            }
            if entries.known.iter().all(|(known, _)| known.key != field.key) {
                entries.known.push((field, value));
                continue;
            }
            self.missed = true;
            // With nothing but an id before it there is no record to run into.
            run_on = text == "id" && entries.known.len() > 1;
            if text == "id" {
                self.ids.extend(value.scalar().map(str::to_owned));
            }
            let help = if run_on {
                "put `- ` before it if a new record begins here, or delete it"
            } else if name == "dataset" {
                "put all records of the list under one such key"
            } else {
                "put both values under one key, or delete one"
            };
            let message = format!("the key `{text}` stands twice in this {name}");
            self.fault(Code::DuplicateKey, message, Some(help.to_owned()), key.span);
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
        } else if text.contains(' ') && is_null(value) {
            "put quotes round a text that has a comma in it".to_owned()
        } else {
            let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
            let near = nearest(text, keys.iter().copied());
            meant = near.first().and_then(|near| find(near));
            did_you_mean(&near).unwrap_or_else(|| format!("the keys are {}", keys.join(", ")))
        };
        self.fault(Code::UnknownKey, message, Some(help), key.span);
        meant
    }

    fn wrong_type(&mut self, node: &Node<'_>, shape: &Shape) {
        let is = match &*node.value {
            Value::Mapping(_) => "a mapping of keys".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Scalar(text, _) => format!("`{}`", shown(text)),
        };
        let message = format!("this is {is}, but {} belongs here", text::wanted(shape));
        let help = match (shape, &*node.value) {
            (Shape::List(_), Value::Scalar(text, _))
                if text.starts_with(['-', '•', '·', '–', '*']) =>
            {
                Some("begin each item on a line of its own, with a dash and a space".to_owned())
            }
            (Shape::List(_), Value::Scalar(text, _)) => {
                Some(format!("write it as a list: [{}]", shown(text.trim_matches(['[', ']', ' ']))))
            }
            (Shape::List(_), Value::Mapping(_)) => {
                Some("put `- ` before its first key, or brackets round it".to_owned())
            }
            (Shape::Record { fields, .. }, _) => fields.first().map(|field| {
                format!("write its keys with their values, such as `{}: …`", field.key)
            }),
            (_, Value::Mapping(_)) => {
                Some("put quotes round a text that has a colon in it".to_owned())
            }
            (_, Value::List(_)) => Some("write a single value, without brackets".to_owned()),
            (Shape::Text(_), Value::Scalar(text, _)) => {
                Some(format!("put quotes round it: \"{}\"", shown(text)))
            }
            (Shape::Flag, Value::Scalar(text, true)) => text::flag(text),
            (Shape::Number { whole, .. }, Value::Scalar(text, _))
                if text::number(&text.replace([',', ' ', '\'', '_'], ""), *whole).is_some()
                    && text.contains([',', ' ', '\'', '_']) =>
            {
                Some("write the number without separators".to_owned())
            }
            (Shape::Number { .. } | Shape::Flag, Value::Scalar(_, false)) => {
                Some("write it without quotes".to_owned())
            }
            (Shape::Number { min, max, .. }, _) if *max < 1e6 => {
                Some(format!("write a number from {min} to {max} in digits"))
            }
            (Shape::Number { .. }, _) => {
                Some("write the number in digits, with a point before a fraction".to_owned())
            }
            _ => None,
        };
        let span = if matches!(&*node.value, Value::List(_)) { node.span } else { node.head() };
        self.fault(Code::WrongType, message, help, span);
    }
}

/// Whether a mapping says its id.
fn has_id(pairs: &[(Node<'_>, Node<'_>)]) -> bool {
    pairs.iter().any(|(key, value)| key.scalar() == Some("id") && !is_null(value))
}

/// Whether keys of a mapping are to be taken from elsewhere, so that nobody knows which are missing.
fn has_merge_key(node: &Node<'_>) -> bool {
    matches!(&*node.value, Value::Mapping(pairs)
        if pairs.iter().any(|(key, _)| key.scalar() == Some("<<")))
}

/// Whether this is a way of writing "no value".
fn is_null(node: &Node<'_>) -> bool {
    matches!(&*node.value, Value::Scalar(text, true)
        if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
}
