//! Small datasets for tests: one in which everything that is counted occurs, and arbitrary ones.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::model::{Dataset, Document, Id, Records, Role};

use super::{Every, word};

/// The dataset of these records, which must be valid.
pub(super) fn dataset(records: Value) -> Dataset {
    let records: Records = serde_json::from_value(records).unwrap();
    Dataset::new("fixture".to_owned(), records)
}

/// Two editions, four agencies of which two share an acronym, and programmes with several reports, with one
/// agency, and with none.
pub(super) fn editions() -> Dataset {
    let report = |document: &str, list: &[(&str, &str)], countries: &[&str], regions: &[&str]| {
        let mut report = report(document, "1", list);
        report["countries"] = countries.into();
        report["regions"] = regions.into();
        report
    };
    dataset(with(vec![
        programme(
            "coca",
            "two",
            "project",
            vec![
                report("old", &[("unodc", "lead"), ("who", "partner")], &["PAN"], &["West Africa"]),
                report("new", &[("unodc", "lead"), ("dpa-un", "partner")], &["KEN"], &[]),
            ],
        ),
        programme(
            "khat",
            "two",
            "event",
            vec![report(
                "old",
                &[("who", "lead"), ("unodc", "partner"), ("who", "author")],
                &[],
                &[],
            )],
        ),
        programme(
            "lone",
            "one",
            "project",
            vec![report("new", &[("dpa-unodc", "lead")], &["KEN"], &["west africa", "Asia"])],
        ),
        programme("nobody", "two", "project", vec![report("old", &[], &[], &[])]),
    ]))
}

/// The records of [`frame`] with these programmes.
pub(super) fn with(programmes: Vec<Value>) -> Value {
    let mut records = frame();
    records["programmes"] = programmes.into();
    records
}

/// What a paragraph says: who takes part, and as what.
pub(super) fn report(document: &str, paragraph: &str, participants: &[(&str, &str)]) -> Value {
    let participants: Value =
        participants.iter().map(|(agency, role)| json!({"agency": agency, "role": role})).collect();
    json!({
        "document": document, "paragraph": paragraph, "participants": participants, "summary": "Said.",
    })
}

/// The records that every fixture has: pillars, documents and agencies.
fn frame() -> Value {
    let agency = |id: &str, acronym: &str, kind: &str| json!({"id": id, "name": format!("The {id}"), "acronym": acronym, "kind": kind});
    let document =
        |id: &str, date: &str| json!({"id": id, "title": id, "kind": "note", "date": date});
    json!({
        "agencies": [
            agency("unodc", "UNODC", "secretariat"),
            agency("who", "WHO", "specialised-agency"),
            agency("dpa-un", "DPA", "secretariat"),
            agency("dpa-unodc", "DPA", "secretariat"),
        ],
        "pillars": [
            {"id": "two", "number": 2, "name": "Two"},
            {"id": "one", "number": 1, "name": "One"},
            {"id": "three", "number": 3, "name": "Three"},
        ],
        "documents": [document("old", "2020"), document("new", "2021")],
        "commitments": [{
            "id": "promise", "statement": "Promised.", "force": "committed", "made_by": ["member-states"],
            "pillar": "one", "filed_by": "source", "sources": [{"document": "old", "paragraph": "1"}],
        }],
    })
}

/// A programme of these reports.
pub(super) fn programme(id: &str, pillar: &str, kind: &str, reports: Vec<Value>) -> Value {
    json!({
        "id": id, "name": id, "kind": kind, "pillar": pillar, "filed_by": "source", "reports": reports,
    })
}

/// What `--role` may ask: nothing, one role, or one of two.
pub(super) fn any_roles() -> impl Strategy<Value = Every<Role>> {
    let asked = prop::sample::select(vec!["lead", "partner", "lead,author"]);
    prop::collection::vec(asked, 0..3).prop_map(|asked| {
        let values: Vec<String> = asked.into_iter().map(str::to_owned).collect();
        Every::read(&values, &|value| word("role", value)).unwrap()
    })
}

/// What `--document` may ask: nothing, one document, or one of two.
pub(super) fn any_documents() -> impl Strategy<Value = Every<Id<Document>>> {
    let asked = prop::sample::select(vec!["old", "new", "old,new"]);
    prop::option::of(asked).prop_map(|asked| {
        let values: Vec<String> = asked.into_iter().map(str::to_owned).collect();
        Every::read(&values, &Id::new).unwrap()
    })
}

/// Any dataset of a few programmes over the agencies, pillars and documents of [`frame`].
pub(super) fn any_dataset() -> impl Strategy<Value = Dataset> {
    let word = |words: &'static [&'static str]| prop::sample::select(words);
    let words =
        |words: &'static [&'static str]| prop::collection::vec(prop::sample::select(words), 0..3);
    let agency = word(&["unodc", "who", "dpa-un", "dpa-unodc"]);
    let role = word(&["lead", "partner", "author"]);
    let participant =
        (agency, role).prop_map(|(agency, role)| json!({"agency": agency, "role": role}));
    let figure = (1..4, word(&["labs", "countries"]), word(&["built", "run"]))
        .prop_map(|(value, unit, of)| json!({"value": value, "unit": unit, "of": of}));
    let report = (
        word(&["old", "new"]),
        word(&["1", "2"]),
        prop::collection::vec(participant, 0..4),
        words(&["KEN", "PAN", "NGA"]),
        words(&["West Africa", "west-africa", "Asia"]),
        prop::collection::vec(figure, 0..3),
    );
    let report =
        report.prop_map(|(document, paragraph, participants, countries, regions, figures)| {
            json!({
                "document": document, "paragraph": paragraph, "participants": participants,
                "countries": countries, "regions": regions, "figures": figures, "summary": "Said.",
            })
        });
    let reports = prop::collection::vec(report, 0..4);
    let parts = (word(&["one", "two"]), word(&["project", "event"]), reports);
    prop::collection::vec(parts, 0..7).prop_map(|parts| {
        let programmes = (0..).zip(parts);
        let programmes = programmes
            .map(|(i, (pillar, kind, reports))| programme(&format!("p{i}"), pillar, kind, reports));
        dataset(with(programmes.collect()))
    })
}
