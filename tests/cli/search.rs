//! `cnd search`

use cnd_tracker::model::{Dataset, Kind, Records, Vocabulary};
use cnd_tracker::query;
use serde_json::Value;

use crate::columns::leaves;
use crate::full::{alone, context};

/// What a search does not look into, and why.
const LEFT_OUT: [(&str, &[&str]); 2] = [
    (
        "A flag has no words.",
        &["commitments/evidence/completes", "documents/periodic", "programmes/reports/planned"],
    ),
    (
        "The names of fields are not what a record says.",
        &[
            "agencies/external/fields",
            "commitments/external/fields",
            "documents/external/fields",
            "pillars/external/fields",
            "programmes/external/fields",
        ],
    ),
];

/// The texts that a search looks into of the record `full` or `full-1`, which stands last.
fn texts(list: &str, record: &Value) -> Vec<String> {
    let mut records = serde_json::to_value(context()).unwrap();
    let existing = records[list].as_array().cloned().unwrap_or_default();
    records[list] = existing.into_iter().chain([record.clone()]).collect();
    let records: Records = serde_json::from_value(records).unwrap();
    let dataset = Dataset::new("full".to_owned(), records);
    let kind = Kind::all().iter().find(|kind| kind.list().word() == list).unwrap();
    let record = dataset.records().of(*kind).pop().unwrap();
    let texts = query::texts(record, &dataset);
    texts.into_iter().map(|(field, text)| format!("{field}: {text}")).collect()
}

#[test]
fn every_field_is_looked_into() {
    let mut found = Vec::new();
    for kind in Kind::all() {
        let list = kind.list().word();
        let [full, other] = [0, 1].map(|i| alone(*kind, i));
        let before = texts(list, &full);
        let mut paths = Vec::new();
        leaves(&full, "", &mut paths);
        assert!(paths.len() > 5, "{list}: {paths:?}");
        for path in paths {
            let mut changed = full.clone();
            let value = other.pointer(&path).cloned().unwrap_or(Value::Bool(false));
            *changed.pointer_mut(&path).unwrap() = value;
            if texts(list, &changed) == before {
                found.push(format!("{list}{}", path.replace("/0", "")));
            }
        }
    }
    found.sort();
    let mut left_out: Vec<&str> = LEFT_OUT.iter().flat_map(|(_, paths)| *paths).copied().collect();
    left_out.sort_unstable();
    assert_eq!(found, left_out);
}
