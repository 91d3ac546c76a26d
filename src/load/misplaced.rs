//! Records and keys in the wrong place, and where they belong; keys that are unknown or missing.

use super::tree::{Node, Value};
use crate::diagnostic::{Code, Fault, shown};
use crate::model::{Field, Kind, List, Shape, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

/// That a mapping is an item of a list of a dataset by all of its keys, and not what belongs in its place, whose
/// fields these are.
pub fn misplaced(node: &Node, fields: &[Field]) -> Option<Fault> {
    let Value::Mapping(pairs) = &node.value else { return None };
    let keys: Vec<&str> = pairs.iter().map(|(key, _)| key.scalar().unwrap_or("")).collect();
    if keys.iter().all(|key| field(fields, key).is_some()) {
        return None;
    }
    let mut lists = Shape::dataset().fields().iter();
    let is_its = |list: &&Field| {
        list.shape.items().is_some_and(|item| fits(&list.key, item.fields(), &keys))
    };
    let list = &*lists.find(is_its)?.key;
    let message = format!("this belongs in a separate `{list}:` list, not here");
    let mut help = format!("put it into a list `{list}:` that begins at the left margin");
    if let Some(owner) = owner(list) {
        help += &format!(", with `{owner}:`, or under its {owner}, without `{owner}:`");
    }
    Some(Fault::at(Code::Misplaced, node.head(), message).help(help))
}

/// The key by which an item of a list names the record that it belongs to.
fn owner(list: &str) -> Option<&'static str> {
    list.parse().ok().and_then(List::owner).map(Kind::word)
}

/// Whether these are keys of such an item, and all that it needs but for the record that it belongs to.
fn fits(list: &str, fields: &[Field], keys: &[&str]) -> bool {
    let is_there = |field: &Field| keys.contains(&&*field.key);
    let mut needed =
        fields.iter().filter(|field| field.required && Some(&*field.key) != owner(list));
    // A document and a paragraph alone may be any citation.
    let says_something = list != "reports"
        || keys.iter().any(|key| ["programme", "participants", "summary"].contains(key));
    says_something && keys.iter().all(|key| field(fields, key).is_some()) && needed.all(is_there)
}

fn field<'f>(fields: &'f [Field], key: &str) -> Option<&'f Field> {
    fields.iter().find(|field| field.key == key)
}

/// The fields of a record whose values have this key, or name records of the list that is called so.
fn places(text: &str, fields: &[Field]) -> String {
    let kind = text.parse().ok().and_then(List::kind).map(Shape::Id);
    let is_meant = |field: &Field| field.key == text || Some(&field.shape) == kind.as_ref();
    let holds = |field: &&Field| {
        let shape = field.shape.items().unwrap_or(&field.shape);
        Some(shape) == kind.as_ref() || shape.fields().iter().any(is_meant)
    };
    let places = fields.iter().filter(holds).map(|field| format!("`{}:`", field.key));
    places.collect::<Vec<_>>().join(" or ")
}

/// That a record has no such key, and the field that is meant.
pub fn unknown_key<'f>(
    key: &Node,
    value: &Node,
    name: &str,
    fields: &'f [Field],
    pairs: &[(Node, Node)],
) -> (Fault, Option<&'f Field>) {
    let text = key.scalar().unwrap_or("");
    let (before, behind) = text.split_once([':', ' ', '=']).unwrap_or((text, ""));
    let has_id = |item: &Node| item.get("id").is_some();
    let has_records = matches!(&value.value, Value::List(items) if items.iter().any(has_id));
    let places = places(text, fields);
    let (needed, others): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.required);
    let keys: Vec<&str> = needed.into_iter().chain(others).map(|field| &*field.key).collect();
    let (mut meant, is_record) = (None, name != "dataset");
    let help = if let Some(known) = field(fields, before).filter(|_| !behind.is_empty()) {
        meant = Some(known);
        format!("write `{before}: {}`, with a colon and a space", shown(behind.trim()))
    } else if is_record && has_records && text.parse::<List>().is_ok() {
        format!("`{text}:` is a top-level list: start it at the left margin")
    } else if is_record && !places.is_empty() {
        format!("put it under {places}")
    } else if value.is_empty() && text.contains(|c: char| c == ' ' || c.is_ascii_digit()) {
        "put quotes round a text that has a comma in it, and write a number without one".to_owned()
    } else if let near @ [first, others @ ..] = &*nearest(text, keys.iter().copied()) {
        meant = field(fields, first).filter(|_| others.is_empty());
        did_you_mean(near).unwrap_or_default()
    } else if let Some(missing) = only_missing(fields, pairs).filter(|_| is_record) {
        meant = Some(missing);
        format!("did you mean `{}`, which is missing here?", missing.key)
    } else {
        format!("the keys are {}", keys.join(", "))
    };
    let under = if name == "external" { "under `external`" } else { &format!("in this {name}") };
    let message = format!("unknown key `{}` {under}", shown(text));
    (Fault::at(Code::UnknownKey, key.span, message).help(help), meant)
}

/// The only required field that is missing, if exactly one key is unknown.
fn only_missing<'f>(fields: &'f [Field], pairs: &[(Node, Node)]) -> Option<&'f Field> {
    let is_there = |field: &Field| pairs.iter().any(|(key, _)| key.scalar() == Some(&field.key));
    let is_unknown = |(key, _): &&(Node, Node)| field(fields, key.scalar().unwrap_or("")).is_none();
    let mut missing = fields.iter().filter(|field| field.required && !is_there(field));
    let only = missing.next().filter(|_| missing.next().is_none());
    only.filter(|_| pairs.iter().filter(is_unknown).count() == 1)
}

/// A record lacks the key of this field.
pub fn missing_key(node: &Node, name: &str, field: &Field) -> Fault {
    let key = &field.key;
    let (code, why) = match (name, key.as_str()) {
        ("report" | "citation" | "evidence", "document" | "paragraph")
        | ("programme", "reports")
        | ("commitment", "sources") => (Code::Unsourced, ": it does not say where it comes from"),
        ("figure", "of") => (Code::FigureWithoutScope, ": it does not say what it is true of"),
        _ => (Code::MissingKey, ""),
    };
    let message = format!("this {name} has no `{key}`{why}");
    let help = format!("add `{key}:`, {}", field.shape.wanted());
    Fault::at(code, node.head(), message).help(help)
}
