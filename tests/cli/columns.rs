//! Columns against fields: whatever a record says stands in a column, or is listed here as left out.

use cnd_tracker::model::{Kind, Vocabulary};
use serde_json::Value;

use crate::full::{alone, context};
use crate::support::Test;

/// What no column shows, and why.
const LEFT_OUT: [(&str, &[&str]); 6] = [
    (
        "It is a note of the editors to themselves, which `check` lists with its place.",
        &[
            "agencies/review", "documents/review", "programmes/reports/review",
            "programmes/review", "commitments/evidence/review", "commitments/review",
        ],
    ),
    (
        "It lets `show` and filters find a record by the id that it had before.",
        &[
            "agencies/former_ids", "pillars/former_ids", "documents/former_ids",
            "programmes/former_ids", "commitments/former_ids",
        ],
    ),
    (
        "The card of an agency says it beside the name; a column holds names alone.",
        &["agencies/former_names/until"],
    ),
    (
        "The card of a document says where it is cited so; the column holds the forms alone.",
        &["documents/cited_as/document", "documents/cited_as/link", "documents/cited_as/paragraph"],
    ),
    (
        "The pillar that a heading names shows it, and so does the card of the document.",
        &[
            "documents/sections/first", "documents/sections/heading", "documents/sections/last",
            "documents/sections/pillar",
        ],
    ),
    (
        "The card of a commitment has a line for each piece of evidence.",
        &["commitments/evidence/completes", "commitments/evidence/reason"],
    ),
];

/// The paths of all values of a record that are not themselves lists or mappings.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), found));
        }
        Value::Array(items) => {
            assert_eq!(items.len(), 1, "{path}");
            leaves(&items[0], &format!("{path}/0"), found);
        }
        _ => found.push(path.to_owned()),
    }
}

/// Changes the values of a full record of each kind in turn, and holds those of which nothing shows against what
/// is left out; `show` is handed the records of the small context with this one as the last of its kind.
pub fn all_are_shown<T: PartialEq>(left_out: &[(&str, &[&str])], show: impl Fn(Kind, Value) -> T) {
    let mut found = Vec::new();
    for kind in Kind::all() {
        let list = kind.list().word();
        let shown = |record: &Value| {
            let mut records = serde_json::to_value(context()).unwrap();
            let existing = records[list].as_array().cloned().unwrap_or_default();
            records[list] = existing.into_iter().chain([record.clone()]).collect();
            show(*kind, records)
        };
        let [full, other] = [0, 1].map(|i| alone(*kind, i));
        let before = shown(&full);
        let mut paths = Vec::new();
        leaves(&full, "", &mut paths);
        assert!(paths.len() > 5, "{list}: {paths:?}");
        for path in paths {
            let mut changed = full.clone();
            // A flag that is not set is not written.
            let value = other.pointer(&path).cloned().unwrap_or(Value::Bool(false));
            assert_ne!(&value, full.pointer(&path).unwrap(), "{list}{path}: 0 and 1 are the same");
            *changed.pointer_mut(&path).unwrap() = value;
            // What the editors link completes nothing.
            if let Some(evidence) =
                changed.pointer_mut("/evidence/0").filter(|e| e["link"] == "linked")
            {
                evidence["completes"] = Value::Bool(false);
            }
            if shown(&changed) == before {
                found.push(format!("{list}{}", path.replace("/0", "")));
            }
        }
    }
    found.sort();
    let mut left_out: Vec<&str> = left_out.iter().flat_map(|(_, paths)| *paths).copied().collect();
    left_out.sort_unstable();
    assert_eq!(found, left_out);
}

#[test]
fn every_field_stands_in_a_column() {
    all_are_shown(&LEFT_OUT, |kind, records| {
        let list = kind.list().word();
        let args = [list, "--columns", "all", "-f", "jsonl", "--data", "-"];
        let run = Test::new(args).stdin(records.to_string()).output();
        let is_last =
            format!("\"id\":{},", records[list].as_array().unwrap().last().unwrap()["id"]);
        run.quiet().lines().find(|line| line.contains(&is_last)).unwrap().to_owned()
    });
}
