//! Rules for joint programmes and their reports.

use std::collections::BTreeMap;

use super::{Collector, DELETE_ONE, circles, steps};
use crate::diagnostic::shown;
use crate::model::{Dataset, Kind, Programme, Report};

/// Every programme is reported somewhere.
pub fn without_reports(programme: &Programme, found: &mut Collector) {
    if programme.reports.is_empty() {
        let id = shown(programme.id.as_str());
        let message = format!("no report says anything of the programme `{id}`");
        let help = "add a report with its document and paragraph, or delete the programme";
        found.add(&steps!("reports"), message, help);
    }
}

/// No programme is, through what it is a part of, a part of itself.
pub fn wholes_in_a_circle(dataset: &Dataset, found: &mut Collector) {
    for (.., at) in circles(dataset, |it: &Programme, nth| it.part_of.iter().nth(nth)) {
        let id = shown(dataset.records().programmes[at].id.as_str());
        let message = format!("`{id}` is, through `part_of`, a part of itself");
        let help = "delete the `part_of` that is wrong";
        found.at((Kind::Programme, at)).add(&steps!("part_of"), message, help);
    }
}

/// A document reports nothing that came after it.
pub fn reports_dated_after_their_document(programme: &Programme, found: &mut Collector) {
    for (i, report) in programme.reports.iter().enumerate() {
        let issued = found.dataset.get(&report.document).and_then(|document| document.date);
        if let (Some(date), Some(issued)) = (report.date, issued)
            && date.first_day() > issued.last_day()
        {
            let document = shown(report.document.as_str());
            let message = format!("{date} is after {issued}, the date of `{document}`");
            let help = "correct the date, or name the document that can say this";
            found.add(&steps!("reports", i, "date"), message, help);
        }
    }
}

/// More than one takes part in a joint programme, or the record says why only one does.
pub fn single_participants(programme: &Programme, found: &mut Collector) {
    if let (None, Some(agency)) = (&programme.sole_participant, alone(programme.reports.iter())) {
        let message = format!("only `{}` takes part in this programme", shown(agency));
        let help = "add the others, or say why there are none with `sole_participant: others-unnamed` or \
                    `sole_participant: none-mentioned`";
        found.add(&steps!("id"), message, help);
    }
}

/// No record says why one alone takes part where that is so in no document: what a later one reports of others does
/// not make it untrue of an earlier one.
pub fn needless_reasons(programme: &Programme, found: &mut Collector) {
    let documents = programme.reports.iter().map(|report| &report.document);
    let mut of_one =
        documents.map(|id| programme.reports.iter().filter(move |r| r.document == *id));
    if programme.sole_participant.is_none() || of_one.any(|reports| alone(reports).is_some()) {
        return;
    }
    let message = "this programme does not have exactly one participant in any document";
    let (path, help) = (steps!("sole_participant"), "delete the line");
    let first = programme.reports.iter().flat_map(|r| &r.participants).map(|p| &p.agency).next();
    let mut others = programme.reports.iter().enumerate().flat_map(|(i, report)| {
        let others = report.participants.iter().enumerate();
        others.filter(|(_, p)| Some(&p.agency) != first).map(move |(k, p)| (i, k, p))
    });
    let hosted = programme.reports.iter().position(|report| !report.governments.is_empty());
    if let Some((i, k, participant)) = others.next() {
        let agency = shown(participant.agency.as_str());
        let message = format!("{message}: `{agency}` takes part as well");
        let other = found.place(&steps!("reports", i, "participants", k, "agency"));
        found.add_pair(&path, other, message, help);
    } else if let Some(i) = hosted {
        let other = found.place(&steps!("reports", i, "governments"));
        found.add_pair(&path, other, format!("{message}: governments count as well"), help);
    } else {
        found.add(&path, format!("{message}: none names any"), help);
    }
}

/// The agency that takes part alone in what these reports tell, if one does.
fn alone<'r>(reports: impl Iterator<Item = &'r Report> + Clone) -> Option<&'r str> {
    let participants = reports.clone().flat_map(|report| &report.participants);
    let mut agencies = participants.map(|participant| participant.agency.as_str());
    let first = agencies.next()?;
    let is_alone = agencies.all(|agency| agency == first);
    (is_alone && reports.into_iter().all(|r| r.governments.is_empty())).then_some(first)
}

/// A programme has one report for each paragraph that speaks of it.
pub fn repeated_reports(programme: &Programme, found: &mut Collector) {
    let path = |report: usize| steps!("reports", report, "paragraph");
    let mut reports = BTreeMap::new();
    for (i, report) in programme.reports.iter().enumerate() {
        let place = (report.document.as_str(), &*report.paragraph);
        let first = *reports.entry(place).or_insert(i);
        if first != i {
            let [document, paragraph] = [place.0, place.1].map(shown);
            let message =
                format!("another report is of paragraph {paragraph} of `{document}` as well");
            let help = "put what the paragraph says into one report";
            let other = found.place(&path(first));
            found.add_pair(&path(i), other, message, help);
        }
    }
}

/// Every report says in words what its paragraph says.
pub fn missing_summaries(programme: &Programme, found: &mut Collector) {
    for (i, report) in programme.reports.iter().enumerate() {
        if report.summary.is_none() {
            let help = "say in your own words what the paragraph says";
            let message = "this report has no `summary`";
            found.add(&steps!("reports", i), message, help);
        }
    }
}

/// No second pillar is the first.
pub fn second_pillars_that_are_the_first(programme: &Programme, found: &mut Collector) {
    for (i, pillar) in programme.second_pillars.iter().enumerate() {
        if *pillar == programme.pillar {
            let message = format!("`{}` stands twice", shown(pillar.as_str()));
            found.add(&steps!("second_pillars", i), message, DELETE_ONE);
        }
    }
}
