//! Lists that say the same twice.

use std::collections::HashSet;

use super::Found;
use crate::diagnostic::{Code, shown};
use crate::model::{Content, Dataset, Kind, Step, Vocabulary};

const DELETE: &str = "delete one of the two, or correct it";

/// Nothing stands twice in its list, and no second pillar is the first. What two reports of one paragraph say is
/// compared by a rule of its own.
pub fn repeated_values(dataset: &Dataset, found: &mut Found) {
    for kind in Kind::all() {
        for (position, record) in dataset.records().of(*kind).into_iter().enumerate() {
            let mut path = Vec::new();
            for (key, value) in &record.fields().values {
                path.push(Step::Key(key));
                repeats((*kind, position), value, &mut path, found);
                path.pop();
            }
        }
    }
    for (position, programme) in dataset.records().programmes.iter().enumerate() {
        for (i, pillar) in programme.second_pillars.iter().enumerate() {
            if *pillar == programme.pillar {
                let path = [Step::Key("second_pillars"), Step::Item(i)];
                let message = format!("`{}` stands twice", shown(pillar.as_str()));
                found.add(Code::RepeatedValue, (Kind::Programme, position), &path, message, DELETE);
            }
        }
    }
}

/// Each item of a list that has stood in it before, at whatever depth.
fn repeats(at: (Kind, usize), value: &Content, path: &mut Vec<Step>, found: &mut Found) {
    match value {
        Content::Leaf(_) => {}
        Content::Fields(fields) => {
            for (key, value) in &fields.values {
                path.push(Step::Key(key));
                repeats(at, value, path, found);
                path.pop();
            }
        }
        Content::List(items) => {
            let mut seen = HashSet::with_capacity(items.len());
            // Rules of their own compare these.
            let is_compared =
                ![[Step::Key("reports")], [Step::Key("aliases")]].iter().any(|own| **path == *own);
            for (i, item) in items.iter().enumerate() {
                path.push(Step::Item(i));
                let texts = texts(item);
                if is_compared && !seen.insert(item) {
                    let message = format!("`{}` stands twice", shown(&texts.join(", ")));
                    found.add(Code::RepeatedValue, at, path, message, DELETE);
                } else {
                    repeats(at, item, path, found);
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
