use proptest::prelude::*;
use serde_json::{from_value, json};

use super::super::fixture::{any_dataset, dataset, editions};
use super::*;
use crate::model::{Country, Id, Records, Text};

fn as_dataset(records: Records) -> Dataset {
    Dataset::new("edited".to_owned(), records)
}

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
fn a_report_that_moves_is_the_same_report() {
    assert_eq!(
        after(|records| records["programmes"][0]["reports"][0]["paragraph"] = json!("7 (a)")),
        [r#"changed programme coca reports ["old, para. 1"] ["old, para. 7 (a)"]"#]
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

#[test]
fn two_documents_are_compared_by_what_they_report() {
    let dataset = editions();
    let [old, new] = ["old", "new"].map(|id| Id::new(id).unwrap());
    assert_eq!(
        shown(&documents(&dataset, &old, &new)),
        [
            r#"partner-left programme coca participants ["WHO, partner (old, para. 1)"] []"#,
            r#"partner-joined programme coca participants [] ["DPA, partner (new, para. 1)"]"#,
            r#"changed programme coca countries ["Panama (old, para. 1)"] ["Kenya (new, para. 1)"]"#,
            r#"changed programme coca regions ["West Africa (old, para. 1)"] []"#,
            r#"no-longer-reported programme khat reports ["old, para. 1"] []"#,
            r#"newly-reported programme lone reports [] ["new, para. 1"]"#,
            r#"no-longer-reported programme nobody reports ["old, para. 1"] []"#,
            r#"newly-reported agency dpa-un sources [] ["new, para. 1"]"#,
            r#"newly-reported agency dpa-unodc sources [] ["new, para. 1"]"#,
            r#"no-longer-reported agency who sources ["old, para. 1"] []"#,
        ]
    );
    assert_eq!(documents(&dataset, &old, &old), []);
}

/// One edit of the programme or commitment that is picked, with what it should be found as; nothing where
/// there is nothing to edit.
fn edited(
    records: &mut Records,
    edit: usize,
    pick: usize,
) -> Option<(Change, Kind, String, Option<&'static str>)> {
    use Change::{Added, Changed, CommitmentAnswered, FigureChanged, NewlyReported, Removed};
    let text = |text: &str| Text::new(text).unwrap();
    let report = json!({"document": "new", "paragraph": "99", "summary": "New."});
    if edit == 0 {
        let programme = json!({"id": "zz", "name": "Z", "kind": "event", "pillar": "one", "filed_by": "source", "reports": []});
        records.programmes.insert(0, from_value(programme).unwrap());
        return Some((Added, Kind::Programme, "zz".to_owned(), None));
    }
    if edit == 1 {
        let commitment = records.commitments.first_mut()?;
        let evidence =
            json!({"programme": "p0", "document": "new", "paragraph": "99", "link": "stated"});
        commitment.evidence.insert(0, from_value(evidence).unwrap());
        let id = commitment.id.to_string();
        return Some((CommitmentAnswered, Kind::Commitment, id, Some("evidence")));
    }
    if edit == 2 {
        let agency = records.agencies.first_mut()?;
        agency.aliases.push(text("Another alias"));
        return Some((Changed, Kind::Agency, agency.id.to_string(), Some("aliases")));
    }
    let count = records.programmes.len();
    if count == 0 {
        return None;
    }
    if edit == 3 {
        let gone = records.programmes.remove(pick % count);
        return Some((Removed, Kind::Programme, gone.id.to_string(), None));
    }
    let programme = &mut records.programmes[pick % count];
    let id = programme.id.to_string();
    let (change, field) = match edit {
        4 => {
            programme.name = text("Renamed");
            (Changed, "name")
        }
        5 => {
            programme.pillar = Id::new("three").unwrap();
            (Changed, "pillar")
        }
        6 => {
            programme.reports.insert(0, from_value(report).unwrap());
            (NewlyReported, "reports")
        }
        _ => {
            let count = programme.reports.len();
            let report = programme.reports.get_mut(pick % count.max(1))?;
            match edit {
                7 => {
                    report.summary = text("Said otherwise.");
                    (Changed, "summary")
                }
                8 => {
                    report.countries.insert(0, Country::from_code("PER").unwrap());
                    (Changed, "countries")
                }
                9 => {
                    let figure = json!({"value": 7, "unit": "labs", "of": "built"});
                    report.figures.push(from_value(figure).unwrap());
                    (FigureChanged, "figures")
                }
                10 => {
                    let participant = json!({"agency": "stranger", "role": "lead"});
                    report.participants.insert(0, from_value(participant).unwrap());
                    (Change::PartnerJoined, "participants")
                }
                _ => {
                    let gone =
                        (!report.participants.is_empty()).then(|| report.participants.remove(0))?;
                    let mut all = programme.reports.iter().flat_map(|report| &report.participants);
                    let stays = all.any(|participant| participant.agency == gone.agency);
                    (if stays { Changed } else { Change::PartnerLeft }, "participants")
                }
            }
        }
    };
    Some((change, Kind::Programme, id, Some(field)))
}

/// How many edits [`edited`] knows.
const EDITS: usize = 12;

proptest! {
    #[test]
    fn a_dataset_does_not_differ_from_itself_in_another_order(dataset in any_dataset()) {
        prop_assert_eq!(datasets(&dataset, &dataset), []);
        let mut turned = dataset.records().clone();
        turned.agencies.reverse();
        turned.programmes.reverse();
        turned.documents.reverse();
        for programme in &mut turned.programmes {
            programme.reports.reverse();
            for report in &mut programme.reports {
                report.participants.reverse();
                report.countries.reverse();
                report.regions.reverse();
            }
        }
        prop_assert_eq!(datasets(&dataset, &as_dataset(turned)), []);
    }

    #[test]
    fn an_edit_is_found_and_found_alone(
        dataset in any_dataset(),
        edit in 0..EDITS,
        pick in 0_usize..9,
    ) {
        let mut records = dataset.records().clone();
        let Some((change, kind, id, field)) = edited(&mut records, edit, pick) else { return Ok(()) };
        let found = datasets(&dataset, &as_dataset(records));
        let found: Vec<_> =
            found.into_iter().map(|d| (d.change, d.kind, d.id, d.field)).collect();
        prop_assert_eq!(found, vec![(change, kind, id, field.map(str::to_owned))]);
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(a in any_dataset(), b in any_dataset()) {
        let turned = |change| match change {
            Change::Added => Change::Removed,
            Change::Removed => Change::Added,
            Change::PartnerJoined => Change::PartnerLeft,
            Change::PartnerLeft => Change::PartnerJoined,
            Change::NewlyReported => Change::NoLongerReported,
            Change::NoLongerReported => Change::NewlyReported,
            same => same,
        };
        let key = |d: Difference| (d.id, d.field, d.change, d.before, d.after);
        let mut there: Vec<_> = datasets(&a, &b).into_iter().map(key).collect();
        let back = datasets(&b, &a).into_iter().map(|d| Difference {
            change: turned(d.change), before: d.after, after: d.before, ..d
        });
        let mut back: Vec<_> = back.map(key).collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
    }
}
