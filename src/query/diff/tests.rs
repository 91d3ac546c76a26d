use serde_json::json;

use super::super::fixture::{dataset, editions};
use super::*;
use crate::model::Id;

mod edits;
mod two_documents;

/// The differences, a line each.
fn shown(differences: &[Difference]) -> Vec<String> {
    let line = |d: &Difference| {
        let field = d.field.as_deref().unwrap_or("-");
        let (kind, change): (&str, &str) = (d.kind.into(), d.change.into());
        format!("{change} {kind} {} {field} {:?} {:?}", d.id, d.before, d.after)
    };
    differences.iter().map(line).collect()
}

/// What [`editions`] becomes by an edit of its records as JSON.
fn after(edit: impl Fn(&mut serde_json::Value)) -> Vec<String> {
    let old = editions();
    let mut records = serde_json::to_value(old.records()).unwrap();
    edit(&mut records);
    shown(&datasets(&old, &dataset(records)))
}

#[test]
fn two_records_made_one_are_one_that_is_gone() {
    let merged = after(|records| {
        let text = records.to_string().replace("\"dpa-unodc\"", "\"dpa-un\"");
        *records = serde_json::from_str(&text).unwrap();
        let agencies = records["agencies"].as_array_mut().unwrap();
        agencies.pop();
        agencies[2]["former_ids"] = json!(["dpa-unodc"]);
    });
    assert_eq!(
        merged,
        [
            r#"changed agency dpa-un former_ids [] ["dpa-unodc"]"#,
            r#"removed agency dpa-unodc - ["The dpa-unodc"] []"#
        ]
    );
}

#[test]
fn the_order_of_former_ids_makes_no_difference() {
    let merged = |former: [&str; 2]| {
        after(|records| {
            let text = records.to_string();
            let text = text.replace("\"dpa-unodc\"", "\"dpa\"").replace("\"dpa-un\"", "\"dpa\"");
            *records = serde_json::from_str(&text).unwrap();
            let agencies = records["agencies"].as_array_mut().unwrap();
            agencies.pop();
            agencies[2]["former_ids"] = json!(former);
        })
    };
    assert_eq!(merged(["dpa-un", "dpa-unodc"]), merged(["dpa-unodc", "dpa-un"]));
}

#[test]
fn a_report_that_moves_is_the_same_report() {
    assert_eq!(
        after(|records| records["programmes"][0]["reports"][0]["paragraph"] = json!("7 (a)")),
        [r#"changed programme coca reports ["old, para. 1"] ["old, para. 7 (a)"]"#]
    );
}

#[test]
fn a_corrected_paragraph_and_summary_are_two_corrections_of_one_report() {
    assert_eq!(
        after(|records| {
            let report = &mut records["programmes"][0]["reports"][0];
            report["paragraph"] = json!("7");
            report["summary"] = json!("Corrected.");
        }),
        [
            r#"changed programme coca reports ["old, para. 1"] ["old, para. 7"]"#,
            r#"changed programme coca summary ["Said. (old, para. 1)"] ["Corrected. (old, para. 7)"]"#,
        ]
    );
}

#[test]
fn a_second_paragraph_of_one_document_neither_begins_nor_ends_its_report() {
    let first = editions();
    let mut records = serde_json::to_value(first.records()).unwrap();
    let reports = records["programmes"][1]["reports"].as_array_mut().unwrap();
    reports.push(json!({"document": "old", "paragraph": "2", "summary": "Again."}));
    let second = dataset(records);
    assert_eq!(
        shown(&datasets(&first, &second)),
        [r#"changed programme khat reports [] ["old, para. 2"]"#]
    );
    assert_eq!(
        shown(&datasets(&second, &first)),
        [r#"changed programme khat reports ["old, para. 2"] []"#]
    );
}

#[test]
fn how_an_accent_is_stored_makes_no_difference() {
    let named = |name: &str| {
        let mut records = serde_json::to_value(editions().records()).unwrap();
        records["agencies"][0]["name"] = json!(name);
        dataset(records)
    };
    assert_eq!(datasets(&named("Caf\u{e9}"), &named("Cafe\u{301}")), []);
}

/// The fixture with this evidence of its commitment, each as document, paragraph and programme.
fn answered(evidence: &[(&str, &str, &str)]) -> Dataset {
    let mut records = serde_json::to_value(editions().records()).unwrap();
    let evidence = evidence.iter().map(|(document, paragraph, programme)| {
        json!({
            "programme": programme, "document": document, "paragraph": paragraph, "link": "stated",
        })
    });
    records["commitments"][0]["instrument"] = json!("old");
    records["commitments"][0]["evidence"] = evidence.collect();
    dataset(records)
}

#[test]
fn what_answers_an_earlier_commitment_answers_also_those_that_repeat_it() {
    let with_later = |evidence: &[(&str, &str, &str)]| {
        let mut records = serde_json::to_value(answered(evidence).records()).unwrap();
        let mut later = records["commitments"][0].clone();
        later["id"] = json!("promise-again");
        later["evidence"] = json!([]);
        later["repeats"] = json!([{"commitment": "promise", "change": "widened", "how": "to all"}]);
        records["commitments"].as_array_mut().unwrap().push(later);
        dataset(records)
    };
    assert_eq!(
        shown(&datasets(&with_later(&[]), &with_later(&[("new", "1", "coca")]))),
        [
            r#"commitment-answered commitment promise evidence [] ["coca, stated (new, para. 1)"]"#,
            r#"commitment-answered commitment promise-again status [] ["a later document reports on an earlier text that it repeats (promise, widened since)"]"#
        ]
    );
}
