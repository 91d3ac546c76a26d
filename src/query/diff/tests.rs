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
fn a_renamed_agency_is_one_and_the_same_wherever_it_is_named() {
    let renamed = |former: &[&str]| {
        after(|records| {
            let text = records.to_string().replace("\"who\"", "\"who-un\"");
            *records = serde_json::from_str(&text).unwrap();
            records["agencies"][1]["former_ids"] = json!(former);
        })
    };
    assert_eq!(renamed(&["who"]), [r#"changed agency who-un id ["who"] ["who-un"]"#]);
    let unknown = renamed(&[]);
    assert_eq!(unknown.last().unwrap(), r#"added agency who-un - [] ["The who"]"#);
    assert!(unknown.contains(&r#"removed agency who - ["The who"] []"#.to_owned()));
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
fn a_commitment_is_answered_when_its_status_says_so_and_was_not_before() {
    let between = |old: &Dataset, new: &Dataset| shown(&datasets(old, new));
    let new = answered(&[("new", "1", "coca")]);
    assert_eq!(
        between(&answered(&[]), &new),
        [r#"commitment-answered commitment promise evidence [] ["coca, stated (new, para. 1)"]"#]
    );
    // What does not come after the commitment does not answer it.
    assert_eq!(
        between(&answered(&[]), &answered(&[("old", "1", "coca")])),
        [r#"changed commitment promise evidence [] ["coca, stated (old, para. 1)"]"#]
    );
    assert_eq!(
        between(&new, &answered(&[("new", "2", "coca")])),
        [
            r#"changed commitment promise evidence ["coca, stated (new, para. 1)"] ["coca, stated (new, para. 2)"]"#
        ]
    );
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

#[test]
fn between_two_documents_a_commitment_is_answered_by_whatever_evidence() {
    let with_evidence = answered(&[("new", "1", "coca")]);
    let mut records = serde_json::to_value(with_evidence.records()).unwrap();
    let put = |list: &mut serde_json::Value, item| list.as_array_mut().unwrap().push(item);
    put(
        &mut records["documents"],
        json!({"id": "last", "title": "last", "kind": "note", "date": "2022"}),
    );
    put(
        &mut records["commitments"][0]["evidence"],
        json!({"programme": "khat", "document": "last", "paragraph": "1", "link": "stated"}),
    );
    let [new, last] = ["new", "last"].map(|id| Id::new(id).unwrap());
    let mut found = documents(&dataset(records), &new, &last);
    found.retain(|difference| difference.kind == Kind::Commitment);
    assert_eq!(found, []);
}

#[test]
fn a_figure_that_a_document_does_not_repeat_has_not_changed() {
    let mut records = serde_json::to_value(editions().records()).unwrap();
    let reports = &mut records["programmes"][0]["reports"];
    let figure = |value: u32, of: &str| json!({"value": value, "unit": "labs", "of": of});
    reports[0]["figures"] = json!([figure(24, "built"), figure(7, "planned")]);
    reports[1]["figures"] = json!([figure(27, "built"), figure(7, "closed")]);
    let [old, new] = ["old", "new"].map(|id| Id::new(id).unwrap());
    let mut found = documents(&dataset(records), &old, &new);
    found.retain(|difference| difference.field.as_deref() == Some("figures"));
    assert_eq!(
        shown(&found),
        [
            r#"figure-changed programme coca figures ["24 labs (built) (old, para. 1)"] ["27 labs (built) (new, para. 1)"]"#,
            r#"figure-not-repeated programme coca figures ["7 labs (planned) (old, para. 1)"] []"#,
            r#"newly-reported programme coca figures [] ["7 labs (closed) (new, para. 1)"]"#,
        ]
    );
}

#[test]
fn another_role_or_place_is_told_with_its_paragraph() {
    assert_eq!(
        after(|records| {
            let report = &mut records["programmes"][0]["reports"][0];
            report["participants"][1]["role"] = json!("author");
            report["countries"] = json!(["CIV"]);
        }),
        [
            r#"changed programme coca countries ["Panama (old, para. 1)"] ["Côte d'Ivoire (old, para. 1)"]"#,
            r#"changed programme coca participants ["WHO, partner (old, para. 1)"] ["WHO, author (old, para. 1)"]"#,
        ]
    );
}

#[test]
fn a_figure_changes_within_its_scope_only() {
    let figures = |figures: &[(u32, &str)]| {
        let figure = |(value, of): &(u32, &str)| json!({"value": value, "unit": "labs", "of": of});
        figures.iter().map(figure).collect::<serde_json::Value>()
    };
    let mut records = serde_json::to_value(editions().records()).unwrap();
    let mut with = |list: &[(u32, &str)]| {
        records["programmes"][0]["reports"][0]["figures"] = figures(list);
        dataset(records.clone())
    };
    let (old, new) =
        (with(&[(24, "built"), (34, "planned")]), with(&[(34, "planned"), (27, "built")]));
    assert_eq!(
        shown(&datasets(&old, &new)),
        [
            r#"figure-changed programme coca figures ["24 labs (built) (old, para. 1)"] ["27 labs (built) (old, para. 1)"]"#
        ]
    );
}
