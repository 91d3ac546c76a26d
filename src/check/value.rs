//! Rules for values, whatever their fields are called.

use std::collections::HashSet;

use super::{Collector, steps};
use crate::diagnostic::{seen, shown};
use crate::model::{AnyRecord, Content, Kind, Met, Shape, Step, Text, Vocabulary, is_placeholder};
use crate::nearest::{did_you_mean, nearest};

/// Nothing waits for a decision.
pub fn open_decisions(record: &dyn AnyRecord, found: &mut Collector) {
    record.walk(&mut |path, met| {
        if let ([.., Step::Key("review"), _], Met::Leaf(_, note)) = (path, met) {
            found.add(path, seen(note.trim_end()), "decide, and delete the note");
        }
    });
}

/// No text stands for one that is still to be written, unless a question of its record says so anyway.
pub fn placeholders(record: &dyn AnyRecord, found: &mut Collector) {
    within(&Content::Fields(record.fields()), &mut Vec::new(), &mut |path, value| {
        if let Content::Leaf(leaf) = value
            && is_placeholder(&leaf.text)
        {
            let text = shown(&leaf.text);
            let message = format!("`{text}` stands for a text that nobody has written");
            found.add(path, message, "write the text");
        }
        !matches!(value, Content::Fields(fields) if !fields.items("review").is_empty())
    });
}

/// Looks at a value and at all that it holds, but for what is in a value of which `look` has seen enough.
fn within(value: &Content, path: &mut Vec<Step>, look: &mut dyn FnMut(&[Step], &Content) -> bool) {
    if !look(path, value) {
        return;
    }
    let mut below = |step, value: &Content| {
        path.push(step);
        within(value, path, look);
        path.pop();
    };
    match value {
        Content::Leaf(_) => {}
        Content::List(items) => {
            items.iter().enumerate().for_each(|(i, item)| below(Step::Item(i), item));
        }
        Content::Fields(fields) => {
            fields.values.iter().for_each(|(key, value)| below(Step::Key(key), value));
        }
    }
}

/// A mark of an external source names fields that records of its kind have, and so does a place of fields.
pub fn unknown_fields(found: &mut Collector) {
    let dataset = found.dataset;
    let mut look =
        |at: (Kind, usize), list: &'static str, i: usize, fields: &[Text], could: &str| {
            for (k, field) in fields.iter().enumerate() {
                let known: Vec<&str> =
                    Shape::of(at.0.list()).iter().map(|field| field.key.as_str()).collect();
                if !known.contains(&&**field) {
                    let message =
                        format!("no {} has a field `{}`{could}", at.0.word(), shown(field));
                    let help = did_you_mean(&nearest(field, known.iter().copied()))
                        .unwrap_or_else(|| format!("the fields are {}", known.join(", ")));
                    found.at(at).add(&steps!(list, i, "fields", k), message, &help);
                }
            }
        };
    for (at, record) in dataset.records().every() {
        for (i, external) in record.external().iter().enumerate() {
            look(at, "external", i, &external.fields, " that could come from elsewhere");
        }
    }
    for (position, document) in dataset.records().documents.iter().enumerate() {
        for (i, place) in document.places.iter().enumerate() {
            look((Kind::Document, position), "places", i, &place.fields, "");
        }
    }
}

/// Nothing stands twice in its list; what reports and aliases say is compared by rules of their own.
pub fn repeated_values(record: &dyn AnyRecord, found: &mut Collector) {
    let mut second: HashSet<Vec<Step>> = HashSet::new();
    within(&Content::Fields(record.fields()), &mut Vec::new(), &mut |path, value| {
        if second.contains(path) {
            let message = format!("`{}` stands twice", shown(&texts(value).join(", ")));
            found.add(path, message, super::DELETE_ONE);
            return false;
        }
        if let Content::List(items) = value
            && !matches!(path, [Step::Key("reports" | "evidence" | "aliases")])
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::check;
    use crate::model::{Dataset, Records};

    /// To hold each value against each that stands twice would take minutes.
    #[test]
    fn of_many_values_each_is_told_that_stands_twice() {
        let countries = vec!["KEN"; 50_000];
        let programme = json!({
            "id": "p", "name": "p", "kind": "event", "pillar": "one", "filed_by": "source",
            "reports": [{"document": "d", "paragraph": "1", "countries": countries, "summary": "Said."}],
        });
        let records: Records = serde_json::from_value(json!({"programmes": [programme]})).unwrap();
        let found = check(&Dataset::new("fixture".to_owned(), records), true).into_vec();
        let twice = found.iter().filter(|fault| fault.message == "`KEN` stands twice");
        assert_eq!(twice.count(), countries.len() - 1);
    }
}
