//! Rules for joint programmes and their reports.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, circles};
use crate::diagnostic::{Code, Place, shown};
use crate::model::{Dataset, Kind, Step};

/// Every programme is reported somewhere.
pub fn without_reports(dataset: &Dataset, found: &mut Found) {
    for (position, programme) in dataset.records().programmes.iter().enumerate() {
        if programme.reports.is_empty() {
            let id = shown(programme.id.as_str());
            let message = format!("no report says anything of the programme `{id}`");
            let help = "add a report with its document and paragraph, or delete the programme";
            let path = [Step::Key("reports")];
            found.add(Code::Unsourced, (Kind::Programme, position), &path, message, help);
        }
    }
}

/// No programme is, through what it is a part of, a part of itself.
pub fn wholes_in_a_circle(dataset: &Dataset, found: &mut Found) {
    let programmes = &dataset.records().programmes;
    let ids: Vec<&str> = programmes.iter().map(|programme| programme.id.as_str()).collect();
    let above = |position: usize| programmes[position].part_of.as_ref().map(|id| id.as_str());
    for position in circles(&ids, above) {
        let message = format!("`{}` is, through `part_of`, a part of itself", shown(ids[position]));
        let help = "delete the `part_of` that is wrong";
        let path = [Step::Key("part_of")];
        found.add(Code::Circular, (Kind::Programme, position), &path, message, help);
    }
}

/// A document reports nothing that came after it.
pub fn reports_dated_after_their_document(dataset: &Dataset, found: &mut Found) {
    for (position, programme) in dataset.records().programmes.iter().enumerate() {
        for (i, report) in programme.reports.iter().enumerate() {
            let issued = dataset.get(&report.document).and_then(|document| document.date);
            if let (Some(date), Some(issued)) = (report.date, issued)
                && date.first_day() > issued.last_day()
            {
                let document = shown(report.document.as_str());
                let message = format!("{date} is after {issued}, the date of `{document}`");
                let help = "correct the date, or name the document that can say this";
                let path = [Step::Key("reports"), Step::Item(i), Step::Key("date")];
                found.add(
                    Code::DateAfterDocument,
                    (Kind::Programme, position),
                    &path,
                    message,
                    help,
                );
            }
        }
    }
}

/// More than one takes part in a joint programme, or the record says why only one does.
pub fn single_participants(dataset: &Dataset, found: &mut Found) {
    for (position, programme) in dataset.records().programmes.iter().enumerate() {
        let reports = || programme.reports.iter();
        let agencies: BTreeSet<&str> =
            reports().flat_map(|r| &r.participants).map(|p| p.agency.as_str()).collect();
        let governments = reports().any(|report| !report.governments.is_empty());
        let alone = agencies.len() == 1 && !governments;
        let at = (Kind::Programme, position);
        match (&programme.sole_participant, agencies.first()) {
            (None, Some(agency)) if alone => {
                let message =
                    format!("only `{}` takes part in this joint programme", shown(agency));
                let help = "add the others, or say why there are none with `sole_participant: \
                            others-unnamed` or `sole_participant: none-mentioned`";
                found.add(Code::SingleParticipant, at, &[Step::Key("id")], message, help);
            }
            (Some(_), _) if !alone => {
                let count = if governments { ": governments count as well" } else { "" };
                let message =
                    format!("this programme does not have exactly one participant{count}");
                let path = [Step::Key("sole_participant")];
                found.add(Code::NeedlessExcuse, at, &path, message, "delete the line");
            }
            _ => {}
        }
    }
}

/// A programme has one report for each paragraph that speaks of it.
pub fn repeated_reports(dataset: &Dataset, found: &mut Found) {
    for (position, programme) in dataset.records().programmes.iter().enumerate() {
        let path = |report| [Step::Key("reports"), Step::Item(report), Step::Key("paragraph")];
        let at = (Kind::Programme, position);
        let mut reports = BTreeMap::new();
        for (i, report) in programme.reports.iter().enumerate() {
            let place = (report.document.as_str(), &*report.paragraph);
            let first = *reports.entry(place).or_insert(i);
            if first != i {
                let [document, paragraph] = [place.0, place.1].map(shown);
                let message =
                    format!("another report is of paragraph {paragraph} of `{document}` as well");
                let help = "put what the paragraph says into one report";
                let other = Place::Record(at.0, at.1, path(first).to_vec());
                if let Some(added) = found.add(Code::RepeatedReport, at, &path(i), message, help) {
                    added.other = Some(other);
                }
            }
        }
    }
}
