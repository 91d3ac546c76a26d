//! What is written reads back as what it was.

use cnd_tracker::model::Records;
use proptest::prelude::*;
use serde_json::Value;

use crate::full::{context, full};
use crate::judge::returns;
use crate::random::any_records;
use crate::support::Test;

fn full_records() -> Records {
    let mut records = context();
    records.agencies.push(full(0));
    records.pillars.push(full(0));
    records.documents.push(full(0));
    records.programmes.push(full(0));
    records.commitments.push(full(0));
    records
}

#[test]
fn full_records_return() {
    returns(&full_records());
}

#[test]
fn a_shown_record_is_the_record() {
    let records = full_records();
    let json = serde_json::to_value(&records).unwrap();
    for (kind, list) in [
        ("agency", "agencies"),
        ("pillar", "pillars"),
        ("document", "documents"),
        ("programme", "programmes"),
        ("commitment", "commitments"),
    ] {
        let record = json[list].as_array().and_then(|records| records.last()).unwrap();
        for format in ["json", "jsonl", "yaml"] {
            let name = format!("{kind}:full");
            let test = Test::new(["show", &name, "-f", format, "--data", "-"]);
            let run = test.stdin(json.to_string()).output();
            let shown: Value = match format {
                "yaml" => serde_yaml::from_str(run.quiet()).unwrap(),
                _ => serde_json::from_str(run.quiet()).unwrap(),
            };
            let mut shown = if format == "jsonl" { shown } else { shown["items"][0].clone() };
            let of = shown.as_object_mut().and_then(|fields| fields.remove("record"));
            assert_eq!((of, &shown), (Some(kind.into()), record), "{kind} as {format}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_records_return(records in any_records()) {
        returns(&records);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every kind, in every column: CSV and YAML say what JSON says.
    #[test]
    fn formats_say_the_same(records in any_records()) {
        let data = serde_json::to_string(&records).unwrap();
        for list in ["agencies", "pillars", "documents", "programmes", "commitments"] {
            let run = |format: &str| {
                let test = Test::new([list, "--columns", "all", "-f", format, "--data", "-"]);
                test.stdin(&data).output().stdout
            };
            let json: Value = serde_json::from_str(&run("json")).unwrap();
            let items = json["items"].as_array().unwrap();
            prop_assert_eq!(items.len(), records_of(&records, list));
            let yaml: Value = serde_yaml::from_str(&run("yaml")).unwrap();
            prop_assert_eq!(&yaml["items"], &json["items"]);
            let text = run("csv");
            let mut csv = csv::Reader::from_reader(text.as_bytes());
            let headings = csv.headers().unwrap().clone();
            let mut count = 0;
            for (row, item) in csv.records().zip(items) {
                let row = row.unwrap();
                count += 1;
                for (heading, cell) in headings.iter().zip(&row) {
                    prop_assert_eq!(cell, plain(&item[heading]), "{} {}", list, heading);
                }
            }
            prop_assert_eq!(count, items.len());
        }
    }
}

fn records_of(records: &Records, list: &str) -> usize {
    serde_json::to_value(records).unwrap()[list].as_array().map_or(0, Vec::len)
}

/// A value of JSON as it stands in a cell of CSV.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let item = |item: &Value| match plain(item) {
                odd if odd.contains([';', '"']) || odd.is_empty() => {
                    format!("\"{}\"", odd.replace('"', "\"\""))
                }
                one => one,
            };
            items.iter().map(item).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
