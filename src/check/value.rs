//! Rules for values, whatever their fields are called.

use std::collections::HashSet;

use super::Collector;
use crate::diagnostic::{seen, shown};
use crate::model::{Content, Fields, Kind, Shape, Step, Vocabulary, is_placeholder};
use crate::nearest::{did_you_mean, nearest};

/// Every programme is reported somewhere, and every commitment is stated by a document.
pub fn without_source(fields: &Fields, found: &mut Collector) {
    let (list, what) = match found.at.0 {
        Kind::Programme => ("reports", "report"),
        Kind::Commitment => ("sources", "source"),
        _ => return,
    };
    if fields.items(list).is_empty() {
        let message = format!("{} `{}` has no {what}", found.at.0.word(), shown(fields.text("id")));
        let help = "add one with its document and paragraph, or delete the record";
        found.add(&[Step::Key(list)], message, help);
    }
}

/// There are no open questions.
pub fn open_decisions(fields: &Fields, found: &mut Collector) {
    fields.leaves(&mut |path, leaf| {
        if let [.., Step::Key("review"), _] = path {
            found.add(path, seen(leaf.text.trim_end()), "answer the question, then delete it");
        }
    });
}

/// There is no placeholder, unless its record has an open question.
pub fn placeholders(fields: &Fields, found: &mut Collector) {
    if !fields.items("review").is_empty() {
        return;
    }
    fields.visit(&mut |path, value| {
        if let Content::Leaf(leaf) = value
            && is_placeholder(&leaf.text)
        {
            let text = shown(&leaf.text);
            let message = format!("`{text}` is a placeholder");
            found.add(path, message, "write the text");
        }
        !matches!(value, Content::Fields(fields) if !fields.items("review").is_empty())
    });
}

/// Entries under `external` and `places` name fields that the record can have.
pub fn unknown_fields(fields: &Fields, found: &mut Collector) {
    let kind = found.at.0;
    fields.leaves(&mut |path, leaf| {
        let [Step::Key("external" | "places"), _, Step::Key("fields"), _] = path else { return };
        let known = Shape::of(kind.list()).fields().iter();
        let known: Vec<&str> = known.map(|field| &*field.key).collect();
        let field = &*leaf.text;
        if !known.contains(&field) {
            let message = format!("no {} has a field `{}`", kind.word(), shown(field));
            let help = did_you_mean(&nearest(field, known.iter().copied()))
                .unwrap_or_else(|| format!("the fields are {}", known.join(", ")));
            found.add(path, message, &help);
        }
    });
}

/// No list contains a value twice; reports and evidence have their own rules.
pub fn repeated_values(fields: &Fields, found: &mut Collector) {
    let mut second: HashSet<Vec<Step>> = HashSet::new();
    fields.visit(&mut |path, value| {
        if second.contains(path) {
            let message = format!("`{}` is named twice", shown(&texts(value).join(", ")));
            found.add(path, message, super::DELETE_ONE);
            return false;
        }
        if let Content::List(items) = value
            && !matches!(path, [Step::Key("reports" | "evidence")])
        {
            let mut seen = HashSet::with_capacity(items.len());
            let again = items.iter().enumerate().filter(|(_, item)| !seen.insert(*item));
            second.extend(again.map(|(i, _)| [path, &[Step::Item(i)]].concat()));
        }
        true
    });
}

/// The single values of an item.
fn texts(item: &Content) -> Vec<&str> {
    match item {
        Content::Leaf(leaf) => vec![&leaf.text],
        Content::List(items) => items.iter().flat_map(texts).collect(),
        Content::Fields(fields) => {
            fields.values.iter().flat_map(|(_, value)| texts(value)).collect()
        }
    }
}
