use serde_json::{Value, json};

use super::super::fixture::{dataset, programme, report};
use super::*;

/// Three editions, the last but one of which may be without some of its reports.
fn editions(more: &[(&str, Value)]) -> Dataset {
    let document = |id: &str, date: &str| json!({"id": id, "title": id, "kind": "note", "date": date, "periodic": true});
    let report = |document: &str, agencies: &[&str]| {
        let partners: Vec<_> = agencies.iter().map(|id| (*id, "partner")).collect();
        report(document, "1", &partners)
    };
    let programme = |id: &str, reports| programme(id, "p", "project", reports);
    let agency = |id: &str| json!({"id": id, "name": id, "kind": "regional"});
    let mut commitment = json!({
        "id": "promise", "statement": "Do it.", "force": "committed", "made_by": ["two"],
        "instrument": "old", "pillar": "p", "filed_by": "editors",
        "sources": [{"document": "a", "paragraph": "1"}],
    });
    for (key, value) in more {
        commitment[*key] = value.clone();
    }
    dataset(json!({
        "agencies": [agency("two"), agency("one"), agency("gone")],
        "pillars": [{"id": "p", "number": 1, "name": "P"}],
        "documents": [
            document("b", "2021-02"), document("c", "2022-02"), document("a", "2020-02"),
            {"id": "old", "title": "old", "kind": "declaration", "date": "2019-03"},
            {"id": "undated", "title": "undated", "kind": "report"},
        ],
        "programmes": [
            programme("ended", vec![report("a", &["gone", "two"])]),
            programme("returned", vec![report("a", &["two"]), report("c", &["two", "one"])]),
            programme("steady", vec![report("a", &["two"]), report("b", &["two"]), report("c", &["two"])]),
        ],
        "commitments": [commitment],
    }))
}

fn evidence(documents: &[&str], completes: bool) -> (&'static str, Value) {
    let evidence = documents.iter().map(|document| {
        json!({
            "programme": "steady", "document": document, "paragraph": "1", "link": "stated",
            "completes": completes,
        })
    });
    ("evidence", evidence.collect())
}

/// How the commitment was made, and the editions with how much later they are.
const SAID: &str = "Committed in March 2019";
const A: &str = "a of February 2020 (11 months later)";
const B: &str = "b of February 2021 (23 months later)";
const C: &str = "c of February 2022 (2 years and 11 months later)";

/// The gaps of one kind, each with its documents and its reason.
fn gaps(dataset: &Dataset, kind: GapKind, asked: &[&str]) -> Vec<String> {
    let asked: Vec<String> = asked.iter().map(|ids| (*ids).to_owned()).collect();
    let filter = GapFilter {
        documents: Every::read(&asked, &Id::new).unwrap(),
        kinds: Every::only(kind),
        ..GapFilter::default()
    };
    let line = |gap: &Gap<'_>| {
        format!("{} [{}] {}", gap.record.slug(), Document::labels(&gap.documents), gap.reason)
    };
    filter.find(dataset).iter().map(line).collect()
}

#[test]
fn a_commitment_is_a_gap_as_long_as_it_is_open() {
    let open = |more: &[(&str, Value)]| gaps(&editions(more), GapKind::CommitmentNotReported, &[]);
    let [a, b, c] = [A, B, C];
    let never = format!("promise [a, b, c] {SAID}; not reported in {a}, {b}, {c}");
    assert_eq!(open(&[]), [never]);
    assert_eq!(
        open(&[("due", json!("2021-03"))]),
        [format!("promise [c] {SAID}; not reported in {c}; due 2021-03")]
    );
    assert_eq!(
        open(&[evidence(&["a"], false)]),
        [format!("promise [b, c] {SAID}; last reported in a, not reported in {b}, {c}")]
    );
    let none: [&str; 0] = [];
    assert_eq!(open(&[("due", json!("2025"))]), none);
    assert_eq!(open(&[("made_by", json!(["member-states"]))]), none);
    assert_eq!(open(&[evidence(&["c"], false)]), none);
    assert_eq!(open(&[evidence(&["b"], true)]), none);
}

#[test]
fn a_commitment_of_which_no_silence_could_be_told_is_no_gap() {
    let none: [&str; 0] = [];
    let data = editions(&[("untracked", json!("role"))]);
    assert_eq!(gaps(&data, GapKind::CommitmentNotReported, &[]), none);
    assert_eq!(gaps(&data, GapKind::CommitmentNotReported, &["b"]), none);
}

#[test]
fn older_work_is_named_beside_a_silence() {
    let (key, mut evidence) = evidence(&["a", "b"], false);
    evidence[0]["earlier"] = true.into();
    evidence[1]["earlier"] = true.into();
    assert_eq!(
        gaps(&editions(&[(key, evidence)]), GapKind::CommitmentNotReported, &[]),
        [format!(
            "promise [a, b, c] {SAID}; not reported in {A}, {B}, {C}; 1 programme reported there is considered to predate the commitment"
        )]
    );
}

#[test]
fn a_commitment_is_judged_for_the_edition_that_is_asked_about() {
    let of = |documents: &[&str], completes: bool, asked: &str| {
        let data = editions(&[evidence(documents, completes)]);
        gaps(&data, GapKind::CommitmentNotReported, &[asked])
    };
    let since = format!("promise [b] {SAID}; not reported in {B}; reported since in c");
    assert_eq!(of(&["c"], false, "b"), [since.as_str()]);
    assert_eq!(of(&["c"], true, "b"), [since.as_str()]);
    let never = format!("promise [b] {SAID}; not reported in {B}; no subsequent work is linked to it");
    assert_eq!(of(&[], false, "b"), [never]);
    let none: [&str; 0] = [];
    assert_eq!(of(&["b"], true, "b"), none);
    assert_eq!(of(&["b"], true, "c"), none);
}

#[test]
fn of_two_editions_that_are_asked_about_the_later_decides_what_was_reported_before() {
    let data = editions(&[evidence(&["b"], false)]);
    assert_eq!(
        gaps(&data, GapKind::CommitmentNotReported, &["a,c"]),
        [format!("promise [a, c] {SAID}; last reported in b, not reported in {A}, {C}")]
    );
}

#[test]
fn what_no_date_places_is_named_as_such() {
    let sources = json!([{"document": "undated", "paragraph": "1"}]);
    let data = editions(&[("sources", sources), evidence(&["undated"], false)]);
    assert_eq!(
        gaps(&data, GapKind::CommitmentNotReported, &[]),
        [format!(
            "promise [a, b, c] {SAID}; not reported in {A}, {B}, {C}; reported in undated, which may be earlier or \
             later"
        )]
    );
}

#[test]
fn a_programme_that_is_reported_again_is_no_gap_but_of_the_edition_between() {
    let data = editions(&[]);
    let programmes = |asked: &[&str]| gaps(&data, GapKind::ProgrammeNotReported, asked);
    assert_eq!(
        programmes(&[]),
        ["ended [b, c] last reported in a of February 2020, not reported in b, c"]
    );
    assert_eq!(
        programmes(&["b"]),
        [
            "ended [b] last reported in a of February 2020, not reported in b",
            "returned [b] last reported in a of February 2020, not reported in b; reported since in c"
        ]
    );
}

#[test]
fn agencies_that_are_named_no_longer_are_gaps_and_those_named_once_are_none() {
    let data = editions(&[]);
    assert_eq!(
        gaps(&data, GapKind::AgencyNotReported, &[]),
        [
            "gone [b, c] last reported in a of February 2020, in ended; not named in any activity in b, c"
        ]
    );
    let all = GapFilter::default().find(&data);
    assert!(all.iter().all(|gap| gap.record.slug() != "one"));
}

#[test]
fn what_another_document_reports_between_two_editions_is_silent_since_then() {
    let mut records = serde_json::to_value(editions(&[]).records()).unwrap();
    let paper = json!({"id": "paper", "title": "paper", "kind": "report", "date": "2021-06"});
    records["documents"].as_array_mut().unwrap().push(paper);
    let places = ["2", "10", "2"].map(|at| report("paper", at, &[("gone", "partner")]));
    records["programmes"][0]["reports"].as_array_mut().unwrap().extend(places);
    let data = dataset(records);
    let when = "paper of June 2021";
    assert_eq!(
        gaps(&data, GapKind::ProgrammeNotReported, &[]),
        [format!("ended [c] last reported in {when}, not reported in c")]
    );
    assert_eq!(
        gaps(&data, GapKind::AgencyNotReported, &[]),
        [format!("gone [c] last reported in {when}, in ended; not named in any activity in c")]
    );
    let found = GapFilter::default().find(&data);
    let gap = found.iter().find(|gap| gap.record.slug() == "gone").unwrap();
    assert_eq!(gap.sources, ["paper, para. 2", "paper, para. 10"]);
    assert_eq!(gap.since.unwrap().to_string(), "2021-06");
}

#[test]
fn what_is_asked_of_a_commitment_leaves_out_all_other_gaps() {
    let data = editions(&[("due", json!("2020-12"))]);
    let due = |before: &str| {
        let commitments = CommitmentFilter {
            due_before: Some(before.parse().unwrap()),
            ..CommitmentFilter::default()
        };
        GapFilter { commitments, ..GapFilter::default() }.find(&data).len()
    };
    assert_eq!((due("2020"), due("2021")), (0, 1));
}
