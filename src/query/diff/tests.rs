//! Datasets at random, and edits of them.

use proptest::prelude::*;
use serde_json::{from_value, json};

use super::*;
use crate::model::{Country, Id, Programme, Records, Text};
use crate::query::fixture::any_dataset;

fn as_dataset(records: Records) -> Dataset {
    Dataset::new("edited".to_owned(), records)
}

/// How many edits [`edited`] knows.
const EDITS: usize = 20;

/// What an edit should be found as: the change, the kind and id of its record, and the field.
type Expected = (Change, Kind, String, Option<&'static str>);

/// One edit of the record that is picked, with what it should be found as; nothing where there is nothing to edit.
fn edited(records: &mut Records, edit: usize, pick: usize) -> Option<Expected> {
    use Change::{Changed, NewlyReported};
    if let 0..=3 | 17.. = edit {
        return edited_list(records, edit, pick);
    }
    let text = |text: &str| Text::new(text).unwrap();
    let count = records.programmes.len();
    let programme = (count > 0).then(|| &mut records.programmes[pick % count])?;
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
            let report = json!({"document": "new", "paragraph": "99", "summary": "New."});
            let known = programme.reports.iter().any(|r| r.document.as_str() == "new");
            programme.reports.insert(0, from_value(report).unwrap());
            (if known { Changed } else { NewlyReported }, "reports")
        }
        7 => {
            let count = programme.reports.len();
            let gone = (count > 0).then(|| programme.reports.remove(pick % count))?;
            let known = programme.reports.iter().any(|report| report.document == gone.document);
            (if known { Changed } else { Change::NoLongerReported }, "reports")
        }
        _ => edited_report(programme, edit, pick)?,
    };
    Some((change, Kind::Programme, id, Some(field)))
}

/// The same of a list of records, or of the first record of one.
fn edited_list(records: &mut Records, edit: usize, pick: usize) -> Option<Expected> {
    use Change::{Added, Changed, CommitmentAnswered, Removed};
    Some(match edit {
        0 => {
            let programme = json!({"id": "zz", "name": "Z", "kind": "event", "pillar": "one", "filed_by": "source", "reports": []});
            records.programmes.insert(0, from_value(programme).unwrap());
            (Added, Kind::Programme, "zz".to_owned(), None)
        }
        1 => {
            let commitment = records.commitments.first_mut()?;
            let evidence =
                json!({"programme": "p0", "document": "new", "paragraph": "99", "link": "stated"});
            commitment.evidence.insert(0, from_value(evidence).unwrap());
            let id = commitment.id.to_string();
            (CommitmentAnswered, Kind::Commitment, id, Some("evidence"))
        }
        2 => {
            let agency = records.agencies.first_mut()?;
            agency.aliases.push(Text::new("Another alias").unwrap());
            (Changed, Kind::Agency, agency.id.to_string(), Some("aliases"))
        }
        3 => {
            let count = records.programmes.len();
            let gone = (count > 0).then(|| records.programmes.remove(pick % count))?;
            (Removed, Kind::Programme, gone.id.to_string(), None)
        }
        17 => {
            let document = records.documents.first_mut()?;
            document.session = Some(200);
            (Changed, Kind::Document, document.id.to_string(), Some("session"))
        }
        18 => {
            let gone = records.commitments.pop()?;
            (Removed, Kind::Commitment, gone.id.to_string(), None)
        }
        _ => {
            let mut added = records.agencies.first()?.clone();
            added.id = Id::new("another").unwrap();
            records.agencies.insert(0, added);
            (Added, Kind::Agency, "another".to_owned(), None)
        }
    })
}

/// The same of the report that is picked.
fn edited_report(
    programme: &mut Programme,
    edit: usize,
    pick: usize,
) -> Option<(Change, &'static str)> {
    use Change::{Changed, FigureChanged};
    let text = |text: &str| Text::new(text).unwrap();
    let count = programme.reports.len();
    let report = programme.reports.get_mut(pick % count.max(1))?;
    Some(match edit {
        12 => {
            report.paragraph = text("77");
            (Changed, "reports")
        }
        13..=15 => {
            let figure = report.figures.first_mut()?;
            match edit {
                13 => figure.value = 99.0,
                14 => figure.unit = text("rooms"),
                _ => figure.of = text("closed"),
            }
            (FigureChanged, "figures")
        }
        16 => {
            report.summary = Some(text("Said otherwise."));
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
            let gone = (!report.participants.is_empty()).then(|| report.participants.remove(0))?;
            let mut all = programme.reports.iter().flat_map(|report| &report.participants);
            let stays = all.any(|participant| participant.agency == gone.agency);
            (if stays { Changed } else { Change::PartnerLeft }, "participants")
        }
    })
}

proptest! {
    #[test]
    fn an_edit_is_found_and_found_alone(
        dataset in any_dataset(),
        edit in 0..EDITS,
        pick in 0_usize..9,
    ) {
        let mut records = dataset.records().clone();
        let Some((change, kind, id, field)) = edited(&mut records, edit, pick) else { return Ok(()) };
        let found = datasets(&dataset, &as_dataset(records));
        // With a report goes whoever takes part by it alone, which is told as well.
        let told = |d: &Difference| change == Change::PartnerLeft || d.change != Change::PartnerLeft;
        let found: Vec<_> = found
            .into_iter()
            .filter(told)
            .map(|d| (d.change, d.kind, d.id, d.field))
            .collect();
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
