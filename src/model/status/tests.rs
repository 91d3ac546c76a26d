use serde_json::{Value, json};

use super::super::Records;
use super::*;

fn commitment(more: &[(&str, Value)]) -> Value {
    let mut commitment = json!({
        "id": "it", "statement": "Do it.", "force": "committed", "made_by": ["who"],
        "instrument": "dated", "pillar": "p", "filed_by": "editors",
        "sources": [{"document": "first", "paragraph": "1"}],
    });
    for (key, value) in more {
        commitment[*key] = value.clone();
    }
    commitment.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    commitment
}

fn evidence(documents: &[&str]) -> (&'static str, Value) {
    let evidence = |document: &&str| json!({"programme": "work", "document": document, "paragraph": "2", "link": "stated"});
    ("evidence", documents.iter().map(evidence).collect())
}

fn dataset(more: &[(&str, Value)]) -> Dataset {
    let document = |id: &str, date: &str, periodic: bool| json!({"id": id, "title": id, "kind": "note", "date": date, "periodic": periodic});
    let records: Records = serde_json::from_value(json!({
        "documents": [
            document("second", "2021-02-03", true),
            document("first", "2020-02-04", true),
            document("dated", "2019-03", false),
            document("vague", "2020", false),
            document("report", "2022", false),
        ],
        "commitments": [commitment(more)],
    }))
    .unwrap();
    Dataset::new("test".to_owned(), records)
}

/// The status of this commitment in words, the documents that it rests on, and the last that reports.
fn standing(more: &[(&str, Value)]) -> String {
    let dataset = dataset(more);
    let standing = Standing::of(&dataset.records().commitments[0], &dataset);
    let ids: Vec<&str> = standing.documents.iter().map(|d| d.id.as_str()).collect();
    let last = standing.last_document.map_or("none", |document| document.id.as_str());
    format!("{:?} {} {last}", standing.status, ids.join(","))
}

#[test]
fn later_periodic_documents_without_evidence_are_silent() {
    assert_eq!(standing(&[]), "NotReported first,second none");
}

#[test]
fn a_date_that_may_be_as_late_as_the_document_does_not_come_before_it() {
    let elsewhere = ("sources", json!([{"document": "dated", "paragraph": "1"}]));
    let vague = [("instrument", json!("vague")), elsewhere];
    assert_eq!(standing(&vague), "NotReported second none");
}

/// The status of this commitment and why it has it.
fn why(more: &[(&str, Value)]) -> String {
    let record: Commitment = serde_json::from_value(commitment(more)).unwrap();
    let dataset = dataset(more);
    let standing = Standing::of(&record, &dataset);
    format!("{:?}: {}", standing.status, standing.why(&record, &dataset))
}

#[test]
fn a_document_is_not_silent_on_what_is_not_due_before_it() {
    let due = |date: &str| ("due", json!(date));
    assert_eq!(standing(&[due("2020-02-03")]), "NotReported first,second none");
    for later in ["2020-02-04", "2020-02", "2020"] {
        assert_eq!(standing(&[due(later)]), "NotReported second none", "{later}");
    }
    assert_eq!(
        why(&[due("2021-02-03")]),
        "NoLaterSource: due 2021-02-03, not before first of 4 February 2020, second of 3 February 2021"
    );
    assert_eq!(standing(&[due("2029"), evidence(&["first"])]), "Reported first first");
}

#[test]
fn no_document_is_silent_on_what_states_alone_are_to_do() {
    let made_by = |parties: Value| ("made_by", parties);
    assert_eq!(
        why(&[made_by(json!(["member-states"]))]),
        "NoLaterSource: made by Member States only; the notes report what organisations do"
    );
    let to = |parties: Value| ("addressed_to", parties);
    assert_eq!(
        why(&[to(json!(["member-states"]))]),
        "NoLaterSource: addressed to Member States alone; the notes report what organisations do"
    );
    let both = [made_by(json!(["member-states"])), to(json!(["member-states", "who"]))];
    assert_eq!(
        why(&both),
        "NotReported: a later periodic report on inter-agency cooperation does not report on it, and no subsequent work is linked to it"
    );
    let latest = [("instrument", json!("second"))];
    assert_eq!(
        why(&latest),
        "NoLaterSource: no later periodic report on inter-agency cooperation has been read, and no work later than the commitment is linked to it"
    );
}

#[test]
fn a_plan_is_the_word_of_the_document_that_first_states_it() {
    let plan = [("force", json!("planned")), ("instrument", Value::Null)];
    assert_eq!(standing(&plan), "NotReported second none");
    let both = json!([
        {"document": "second", "paragraph": "1"}, {"document": "first", "paragraph": "1"},
    ]);
    let [force, instrument] = plan;
    let again = [force.clone(), instrument.clone(), ("sources", both), evidence(&["first"])];
    assert_eq!(standing(&again), "NotReported second none");
    let late = json!([{"document": "second", "paragraph": "7"}]);
    assert_eq!(
        standing(&[force, instrument, ("sources", late), evidence(&["second"])]),
        "NoLaterSource  none"
    );
}

#[test]
fn a_task_whose_instrument_is_not_known_was_given_before_it_is_told_of() {
    let task = [("force", json!("tasked")), ("instrument", Value::Null), evidence(&["first"])];
    assert_eq!(standing(&task), "Reported first first");
}

#[test]
fn what_a_document_says_is_carried_out_is_completed() {
    let (key, mut evidence) = evidence(&["second", "report"]);
    evidence[0]["completes"] = true.into();
    assert_eq!(standing(&[(key, evidence.clone())]), "Completed second report");
    evidence[0]["link"] = "linked".into();
    assert_eq!(standing(&[(key, evidence.clone())]), "Reported second,report report");
    let link = |more: &[(&str, Value)]| {
        let dataset = dataset(more);
        Standing::of(&dataset.records().commitments[0], &dataset).link
    };
    assert_eq!(link(&[(key, evidence.clone())]), Some(Link::Stated));
    evidence[1]["link"] = "linked".into();
    assert_eq!(link(&[(key, evidence)]), Some(Link::Linked));
    assert_eq!(link(&[]), None);
}
