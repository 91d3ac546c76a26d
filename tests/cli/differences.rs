//! Random datasets and one edit of each: the edit is what differs.

use cnd_tracker::model::{Citation, Country, Dataset, Id, Kind, Programme, Records};
use cnd_tracker::query::diff::{Change, Difference, datasets};
use proptest::prelude::*;
use serde_json::{from_value, json};

use crate::full::text;
use crate::random::{any_records, cases};

fn between(old: &Records, new: &Records) -> Vec<Difference> {
    let [old, new] = [old, new].map(|records| Dataset::new("d".to_owned(), records.clone()));
    datasets(&old, &new)
}

/// Random records in which every report has a summary, and commitments that nothing answers wait for a report.
fn records() -> impl Strategy<Value = Records> {
    any_records().prop_map(|mut records| {
        let reports = records.programmes.iter_mut().flat_map(|programme| &mut programme.reports);
        reports.for_each(|report| report.summary = Some(text("Said.")));
        for (document, year) in records.documents.iter_mut().zip(["2001", "2002", "2003"]) {
            document.date = year.parse().ok();
        }
        for commitment in &mut records.commitments {
            (commitment.instrument, commitment.untracked) = (None, None);
            commitment.reported_elsewhere = None;
            commitment.sources =
                vec![Citation { document: Id::new("d0").unwrap(), paragraph: text("1") }];
            commitment.evidence.clear();
        }
        records
    })
}

/// How many edits [`edited`] knows.
const EDITS: usize = 20;

/// The difference to be found: the change, the kind and id of its record, and the field.
type Expected = (Change, Kind, String, Option<&'static str>);

/// One edit of the record that is picked, with the difference to be found; nothing where there is nothing to edit.
fn edited(records: &mut Records, edit: usize, pick: usize) -> Option<Expected> {
    use Change::{Changed, NewlyReported};
    if let 0..=3 | 17.. = edit {
        return edited_list(records, edit, pick);
    }
    let count = records.programmes.len();
    let programme = (count > 0).then(|| &mut records.programmes[pick % count])?;
    let id = programme.id.to_string();
    let (change, field) = match edit {
        4 => {
            programme.name = text("Renamed");
            (Changed, "name")
        }
        5 => {
            programme.pillar = Id::new("another").unwrap();
            (Changed, "pillar")
        }
        6 => {
            let report = json!({"document": "d2", "paragraph": "99", "summary": "New."});
            let known = programme.reports.iter().any(|r| r.document.as_str() == "d2");
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
                json!({"programme": "g0", "document": "d2", "paragraph": "99", "link": "stated"});
            commitment.evidence.insert(0, from_value(evidence).unwrap());
            let id = commitment.id.to_string();
            (CommitmentAnswered, Kind::Commitment, id, Some("evidence"))
        }
        2 => {
            let agency = records.agencies.first_mut()?;
            agency.aliases.push(text("Another alias"));
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
    #![proptest_config(cases(512, 128))]

    #[test]
    fn an_edit_is_found_and_found_alone(old in records(), edit in 0..EDITS, pick in 0_usize..9) {
        let mut new = old.clone();
        let Some((change, kind, id, field)) = edited(&mut new, edit, pick) else { return Ok(()) };
        // With a report goes whoever takes part by it alone, which is a difference as well.
        let expected = |d: &Difference| change == Change::PartnerLeft || d.change != Change::PartnerLeft;
        let found = between(&old, &new).into_iter().filter(expected);
        let found: Vec<_> = found.map(|d| (d.change, d.kind, d.id, d.field)).collect();
        prop_assert_eq!(found, vec![(change, kind, id, field.map(str::to_owned))]);
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(a in records(), b in records()) {
        let b = Records { programmes: b.programmes, ..a.clone() };
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
        let mut there: Vec<_> = between(&a, &b).into_iter().map(key).collect();
        let back = between(&b, &a).into_iter().map(|d| Difference {
            change: turned(d.change), before: d.after, after: d.before, ..d
        });
        let mut back: Vec<_> = back.map(key).collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
    }
}
