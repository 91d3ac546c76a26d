//! Rules for values, whatever their fields are called.

use std::collections::HashSet;

use super::{Collector, every_record, steps};
use crate::diagnostic::shown;
use crate::model::{AnyRecord, Content, Dataset, Met, Shape, Step, Vocabulary};
use crate::nearest::{did_you_mean, nearest};

/// Nothing waits for a decision.
pub fn open_decisions(record: &dyn AnyRecord, found: &mut Collector) {
    record.walk(&mut |path, met| {
        if let ([.., Step::Key("review"), _], Met::Leaf(_, note)) = (path, met) {
            found.add(path, shown(note), "decide, and delete the note");
        }
    });
}

/// A mark of an external source names fields that records of its kind have.
pub fn unknown_fields(dataset: &Dataset, found: &mut Collector) {
    for (at, record) in every_record(dataset) {
        for (i, external) in record.external().iter().enumerate() {
            for (k, field) in external.fields.iter().enumerate() {
                let known = Shape::of(at.0.list()).iter().map(|field| field.key.as_str());
                if known.clone().any(|known| *known == **field) {
                    continue;
                }
                let (kind, shown) = (at.0.word(), shown(field));
                let message =
                    format!("no {kind} has a field `{shown}` that could come from elsewhere");
                let near = nearest(field, known.clone());
                let help = did_you_mean(&near).unwrap_or_else(|| {
                    format!("the fields are {}", known.collect::<Vec<_>>().join(", "))
                });
                found.at(at).add(&steps!("external", i, "fields", k), message, &help);
            }
        }
    }
}

/// Nothing stands twice in its list; what reports and aliases say is compared by rules of their own.
pub fn repeated_values(record: &dyn AnyRecord, found: &mut Collector) {
    repeats(&Content::Fields(record.fields()), &mut Vec::new(), found);
}

fn repeats(value: &Content, path: &mut Vec<Step>, found: &mut Collector) {
    match value {
        Content::Leaf(_) => {}
        Content::Fields(fields) => {
            for (key, value) in &fields.values {
                path.push(Step::Key(key));
                repeats(value, path, found);
                path.pop();
            }
        }
        Content::List(items) => {
            let is_compared = !matches!(path[..], [Step::Key("reports" | "aliases")]);
            let mut seen = HashSet::with_capacity(items.len());
            for (i, item) in items.iter().enumerate() {
                path.push(Step::Item(i));
                if is_compared && !seen.insert(item) {
                    let message = format!("`{}` stands twice", shown(&texts(item).join(", ")));
                    found.add(path, message, super::DELETE_ONE);
                } else {
                    repeats(item, path, found);
                }
                path.pop();
            }
        }
    }
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
