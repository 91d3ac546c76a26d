//! A mapping that stands where another kind of thing belongs: what it is, and where that goes.

use super::shape::{Field, Shape};
use super::tree::{Node, Value};
use crate::diagnostic::Span;
use crate::model::{List, Vocabulary};

/// What stands in the wrong place.
pub struct Misplaced {
    /// The place to show.
    pub span: Span,
    /// What it is.
    pub message: String,
    /// Where it belongs.
    pub help: String,
}

/// That a mapping is an item of a list of a dataset by all of its keys, and not what belongs in its place, whose
/// name and fields these are.
pub fn misplaced(node: &Node<'_>, name: &str, fields: &[Field]) -> Option<Misplaced> {
    let Value::Mapping(pairs) = &*node.value else { return None };
    let keys: Vec<&str> = pairs.iter().map(|(key, _)| key.scalar().unwrap_or("")).collect();
    if keys.iter().all(|key| knows(fields, key)) {
        return None;
    }
    let (list, item) = List::all().iter().find_map(|list| {
        let (item, fields) = item_of(*list)?;
        fits(*list, fields, &keys).then_some((*list, item))
    })?;
    if let Some(owner) = owner(list).filter(|_| item == name) {
        let (key, _) = pairs.iter().find(|(key, _)| key.scalar() == Some(owner))?;
        return Some(Misplaced {
            span: key.span,
            message: format!("this {item} stands under its {owner}, and yet names one"),
            help: format!(
                "delete the line, or put the {item} into a list `{}:` that begins at the left margin",
                list.word()
            ),
        });
    }
    let article = match item {
        "evidence" => "",
        "agency" => "an ",
        _ => "a ",
    };
    let message = format!("this is {article}{item}, which does not belong here");
    Some(Misplaced { span: node.head(), message, help: way_out(list, &keys) })
}

fn way_out(list: List, keys: &[&str]) -> String {
    let word = list.word();
    match owner(list) {
        Some(owner) if !keys.contains(&owner) => format!(
            "put it under `{word}:` of its {owner}, or add `{owner}:` with the id of its {owner} and put it into a \
             list `{word}:` that begins at the left margin"
        ),
        _ => format!("put it into a list `{word}:` that begins at the left margin"),
    }
}

/// The key by which an item of a list names the record that it belongs to.
fn owner(list: List) -> Option<&'static str> {
    match list {
        List::Reports => Some("programme"),
        List::Evidence => Some("commitment"),
        _ => None,
    }
}

/// Whether these are keys of such an item, and all that it needs but for the record that it belongs to.
fn fits(list: List, fields: &[Field], keys: &[&str]) -> bool {
    let is_needed = |field: &&Field| field.required && Some(&*field.key) != owner(list);
    let is_there = |field: &Field| keys.contains(&&*field.key);
    // A document and a paragraph alone may be any citation.
    let says_something = list != List::Reports
        || ["programme", "participants", "summary"].iter().any(|key| keys.contains(key));
    says_something
        && keys.iter().all(|key| knows(fields, key))
        && fields.iter().filter(is_needed).all(is_there)
}

fn knows(fields: &[Field], key: &str) -> bool {
    fields.iter().any(|field| field.key == key)
}

/// What an item of a list is called, and its fields.
fn item_of(list: List) -> Option<(&'static str, &'static [Field])> {
    let Shape::Record(_, lists) = Shape::dataset() else { return None };
    let Shape::List(item) = &lists.iter().find(|field| field.key == list.word())?.shape else {
        return None;
    };
    let Shape::Record(name, fields) = &**item else { return None };
    Some((name, fields))
}

/// The keys of a record under which there are items with a key of this name.
pub fn below<'f>(fields: &'f [Field], key: &str) -> Vec<&'f str> {
    let holds = |field: &&Field| {
        let inner = match &field.shape {
            Shape::List(inner) => inner,
            shape => shape,
        };
        matches!(inner, Shape::Record(_, fields) if knows(fields, key))
    };
    fields.iter().filter(holds).map(|field| &*field.key).collect()
}
