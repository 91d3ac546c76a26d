//! What stands where another kind of thing belongs, a mapping or a key: what it is, and where that goes.

use super::shape::{Field, Shape};
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Fault, shown};
use crate::model::{List, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

/// That a mapping is an item of a list of a dataset by all of its keys, and not what belongs in its place, whose
/// name and fields these are.
pub fn misplaced(node: &Node<'_>, name: &str, fields: &[Field]) -> Option<Fault> {
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
        let message = format!("this {item} stands under its {owner}, and yet names one");
        let help = format!(
            "delete the line, or put the {item} into a list `{}:` that begins at the left margin",
            list.word()
        );
        return Some(Fault::at(Code::Misplaced, key.span, message).help(help));
    }
    let article = match item {
        "evidence" => "",
        "agency" => "an ",
        _ => "a ",
    };
    let message = format!("this is {article}{item}, which does not belong here");
    Some(Fault::at(Code::Misplaced, node.head(), message).help(way_out(list, &keys)))
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

/// That a record has no such key, and the field that is meant.
pub fn unknown_key<'f>(
    key: &Node<'_>,
    value: &Node<'_>,
    name: &str,
    fields: &'f [Field],
) -> (Fault, Option<&'f Field>) {
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
    let fault = Fault::at(Code::UnknownKey, key.span, message).help(help);
    (fault, meant.filter(|_| !value.is_null()))
}

/// Where a key belongs that items below this record have.
fn key_of_items(key: &str, name: &str, fields: &[Field]) -> Option<String> {
    let holds = |field: &&Field| {
        let inner = match &field.shape {
            Shape::List(inner) => inner,
            shape => shape,
        };
        matches!(inner, Shape::Record(_, fields) if knows(fields, key))
    };
    let places: Vec<String> =
        fields.iter().filter(holds).map(|field| format!("`{}:`", field.key)).collect();
    let known = name != "dataset" && !places.is_empty();
    known.then(|| format!("put it into an item under {}", places.join(" or ")))
}
