//! A value and its shape held against each other.

use serde_json::{Map, Value as Json};

use super::examine::Misnamed;
use super::keys::Entries;
use super::read::Fault;
use super::shape::{Field, Shape};
use super::tree::{Node, Value};
use super::{stand_in, text, wanted};
use crate::diagnostic::{Code, Kept, MOST, Span, shown};
use crate::model::Kind;

/// Gathers faults on the way through a tree.
pub struct Examiner {
    pub json: bool,
    pub faults: Kept<Fault>,
    pub misnamed: Vec<Misnamed>,
    /// The ids of records that have run into others, and of those whose key for it is not `id`.
    pub ids: Vec<String>,
    /// Whether something is missing in the record at hand that rules may ask for.
    pub missed: bool,
    /// Whether there must be a value under the key at hand.
    pub required: bool,
}

impl Examiner {
    pub fn fault(&mut self, code: Code, message: String, help: Option<String>, span: Span) {
        self.add(Fault { code, message, help, span });
    }

    fn add(&mut self, fault: Fault) {
        self.faults.add(fault.code, fault);
    }

    /// The key of a list or of what may be missing has no value.
    pub fn empty(&mut self, key: &str, required: bool, span: Span) {
        let help = if required {
            "write a value, or [] for none"
        } else {
            "write a value, or delete the line"
        };
        let message = format!("`{key}` has no value");
        self.fault(Code::EmptyValue, message, Some(help.to_owned()), span);
    }

    /// Whether so much has been found that nobody would read more.
    pub fn is_full(&self) -> bool {
        self.faults.is_full() || self.misnamed.len() >= MOST
    }

    /// An item of the list under `key`, as far as it is right.
    pub fn item(&mut self, node: &Node<'_>, shape: &Shape, key: &str) -> Option<Json> {
        if is_null(node) {
            let message = "an item of this list has no value".to_owned();
            let help = Some("write a value, or delete the item".to_owned());
            self.fault(Code::EmptyText, message, help, node.span);
            return None;
        }
        self.value(node, shape, key)
    }

    /// The value as the struct takes it, as far as it is right; `key` is the one it stands under.
    pub fn value(&mut self, node: &Node<'_>, shape: &Shape, key: &str) -> Option<Json> {
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
                let help = wanted::choice(text, words);
                let message = format!("`{key}` cannot be `{}`", shown(text));
                self.fault(Code::UnknownWord, message, Some(help), node.span);
                None
            }
            (Shape::Text(_) | Shape::Id(_) | Shape::Party, Value::Scalar(text, plain)) => {
                if self.json && *plain {
                    self.add(wanted::wrong_type(node, shape));
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
                self.add(wanted::wrong_type(node, shape));
                None
            }
            (Shape::Flag, Value::Scalar(text, true)) => {
                let flag = serde_yaml::from_str::<bool>(text).ok();
                if flag.is_none() {
                    self.add(wanted::wrong_type(node, shape));
                }
                flag.map(Json::from)
            }
            _ => {
                self.add(wanted::wrong_type(node, shape));
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
            self.add(fault);
        } else {
            let is_party = *shape == Shape::Party;
            self.misnamed.push(Misnamed { to, is_party, text: text.to_owned(), fault });
        }
        false
    }

    fn record(&mut self, node: &Node<'_>, name: &str, fields: &[Field]) -> Json {
        let mut found = Map::new();
        let Entries { known, seen } = self.entries(node, name, fields);
        let present: Vec<&str> = known.iter().map(|(field, _)| field.key.as_str()).collect();
        for (field, node) in known {
            self.required = field.required;
            let empty = matches!(&*node.value, Value::Scalar(text, true) if text.is_empty());
            let list = empty && !self.json && matches!(field.shape, Shape::List(_));
            let record = empty && !self.json && matches!(field.shape, Shape::Record { .. });
            let optional = !field.required && (record || field.nullable && is_null(node));
            if list || optional {
                self.empty(&field.key, field.required, node.span);
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
        let missing = |field: &&Field| field.required && !present.contains(&field.key.as_str());
        for field in fields.iter().filter(missing) {
            let key = &field.key;
            self.missed |= stand_in::is_missed(field);
            stand_in::put(field, &mut found);
            if has_merge_key(node) || seen.contains(&key.as_str()) {
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
            let help = Some(format!("add `{key}:`, {}", wanted::wanted(&field.shape)));
            self.fault(code, message, help, node.head());
        }
        Json::Object(found)
    }
}

/// Whether keys of a mapping are to be taken from elsewhere, so that nobody knows which are missing.
fn has_merge_key(node: &Node<'_>) -> bool {
    matches!(&*node.value, Value::Mapping(pairs)
        if pairs.iter().any(|(key, _)| key.scalar() == Some("<<")))
}

/// Whether this is a way of writing "no value".
pub fn is_null(node: &Node<'_>) -> bool {
    matches!(&*node.value, Value::Scalar(text, true)
        if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
}
