//! What stands where another kind of thing belongs, a mapping or a key: what it is, and where that goes; and keys that
//! stand nowhere.

use super::tree::{Node, Value};
use crate::diagnostic::{Code, Fault, shown};
use crate::model::{Field, Kind, List, Shape, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

/// That a mapping is an item of a list of a dataset by all of its keys, and not what belongs in its place, whose
/// name and fields these are.
pub fn misplaced(node: &Node, name: &str, fields: &[Field]) -> Option<Fault> {
    let Value::Mapping(pairs) = &*node.value else { return None };
    let keys: Vec<&str> = pairs.iter().map(|(key, _)| key.scalar().unwrap_or("")).collect();
    if keys.iter().all(|key| field(fields, key).is_some()) {
        return None;
    }
    let (list, item) =
        Shape::dataset().fields().iter().find_map(|list| match list.shape.items() {
            Some(Shape::Record(item, fields)) if fits(&list.key, fields, &keys) => {
                Some((&*list.key, item))
            }
            _ => None,
        })?;
    let place = format!("a list `{list}:` that begins at the left margin");
    let owner = owner(list);
    let named = pairs.iter().find(|(key, _)| owner.is_some() && key.scalar() == owner);
    let (span, message, help) = match (owner, named) {
        (Some(owner), Some((key, _))) if item == name => (
            key.span,
            format!("this {item} is under its {owner}, and yet names one"),
            format!("delete the line, or put the {item} into {place}"),
        ),
        (owner, named) => {
            let article = match &**item {
                "evidence" => "",
                "agency" => "an ",
                _ => "a ",
            };
            let help = match owner.filter(|_| named.is_none()) {
                Some(owner) => format!(
                    "put it under `{list}:` of its {owner}, or add `{owner}:` with the id of its {owner} and put it \
                     into {place}"
                ),
                None => format!("put it into {place}"),
            };
            let message = format!("this is {article}{item}, which does not belong here");
            (node.head(), message, help)
        }
    };
    Some(Fault::at(Code::Misplaced, span, message).help(help))
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

/// The field under which a record names records of a list, if this value holds no records of their own.
fn naming<'f>(list: &str, value: &Node, fields: &'f [Field]) -> Option<&'f Field> {
    let kind = Shape::Id(list.parse().ok().and_then(List::kind)?);
    let Value::List(items) = &*value.value else { return None };
    let has_id = |item: &Node| matches!(&*item.value, Value::Mapping(pairs) if pairs.iter().any(|(key, _)| key.scalar() == Some("id")));
    let names = |field: &&Field| {
        let shape = field.shape.items().unwrap_or(&field.shape);
        *shape == kind || shape.fields().iter().any(|inner| inner.shape == kind)
    };
    fields.iter().find(names).filter(|_| !items.iter().any(has_id))
}

/// That a record has no such key, and the field that is meant.
pub fn unknown_key<'f>(
    key: &Node,
    value: &Node,
    name: &str,
    fields: &'f [Field],
) -> (Fault, Option<&'f Field>) {
    let text = key.scalar().unwrap_or("");
    let (before, behind) = text.split_once(':').unwrap_or((text, ""));
    let holds = |inner: &&Field| {
        let shape = inner.shape.items().unwrap_or(&inner.shape);
        field(shape.fields(), text).is_some()
    };
    let places = fields.iter().filter(holds).map(|field| format!("`{}:`", field.key));
    let places = places.collect::<Vec<_>>().join(" or ");
    let mut meant = None;
    let help = if text == "<<" {
        "merge keys are not read: write the keys and values out".to_owned()
    } else if !behind.is_empty() && field(fields, before).is_some() {
        meant = field(fields, before);
        format!("write `{before}: {}`, with a space after the colon", shown(behind))
    } else if let Some(field) = naming(text, value, fields) {
        format!("here, {text} belong under `{}:`", field.key)
    } else if name != "dataset" && text.parse::<List>().is_ok() {
        format!("`{text}:` is a list of its own: begin it at the left margin")
    } else if name != "dataset" && !places.is_empty() {
        format!("put it into an item under {places}")
    } else if value.is_empty() && text.contains(|c: char| c == ' ' || c.is_ascii_digit()) {
        "put quotes round a text that has a comma in it, and write a number without one".to_owned()
    } else {
        let (needed, others): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.required);
        let keys: Vec<&str> = needed.into_iter().chain(others).map(|field| &*field.key).collect();
        let near = nearest(text, keys.iter().copied());
        meant = near.first().and_then(|near| field(fields, near)).filter(|_| near.len() == 1);
        did_you_mean(&near).unwrap_or_else(|| format!("the keys are {}", keys.join(", ")))
    };
    let under =
        if name == "external" { "under `external`".to_owned() } else { format!("in this {name}") };
    let message = format!("unknown key `{}` {under}", shown(text));
    let fault = Fault::at(Code::UnknownKey, key.span, message).help(help);
    (fault, meant.filter(|_| !value.is_null()))
}

/// That a record has not the key of this field.
pub fn missing_key(node: &Node, name: &str, field: &Field) -> Fault {
    let key = &field.key;
    let (code, message) = match (name, key.as_str()) {
        ("report" | "citation" | "evidence", "document" | "paragraph")
        | ("programme", "reports")
        | ("commitment", "sources") => (
            Code::Unsourced,
            format!("this {name} does not say where it comes from: `{key}` is missing"),
        ),
        ("figure", "of") => (
            Code::FigureWithoutScope,
            "this figure does not say what it is true of: `of` is missing".to_owned(),
        ),
        _ => (Code::MissingKey, format!("this {name} has no `{key}`")),
    };
    let help = format!("add `{key}:`, {}", field.shape.wanted());
    Fault::at(code, node.head(), message).help(help)
}
