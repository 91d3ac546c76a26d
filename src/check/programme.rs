//! Rules for programmes, their reports, and the agencies that take part.

use std::collections::HashSet;
use std::iter::successors;

use super::{Collector, DELETE_ONE, steps};
use crate::diagnostic::shown;
use crate::model::{
    Country, Fields, Kind, Participant, Programme, Region, Report, Step, for_each_reference,
};
use crate::nearest::is_typo;

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

/// More than one agency takes part in a programme, or the record says why only one does.
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
    let reports = || programme.reports.iter();
    let mut of_one = reports().map(|it| reports().filter(|other| other.document == it.document));
    if programme.sole_participant.is_some() && !of_one.any(|reports| alone(reports).is_some()) {
        let message =
            "`sole_participant` does not apply: in no document does exactly one agency take part";
        found.add(&steps!("sole_participant"), message, "delete the line");
    }
}

/// The agency that is the only participant in these reports, if there is only one.
fn alone<'r>(reports: impl Iterator<Item = &'r Report> + Clone) -> Option<&'r str> {
    let participants = reports.clone().flat_map(|report| &report.participants);
    let mut agencies = participants.map(|participant| participant.agency.as_str());
    let first = agencies.next()?;
    let is_alone = agencies.all(|agency| agency == first);
    (is_alone && reports.into_iter().all(|r| r.governments.is_empty())).then_some(first)
}

/// A programme has one report for each paragraph that speaks of it.
pub fn repeated_reports(programme: &Programme, found: &mut Collector) {
    let places = programme.reports.iter().map(|it| ("", it.document.as_str(), &*it.paragraph));
    let help = "put what the paragraph says into one report";
    found.repeated("reports", "another report", places, help);
}

/// A region is neither a country nor a misspelt region of the standard.
pub fn regions_that_are_none(fields: &Fields, found: &mut Collector) {
    fields.leaves(&mut |path, leaf| {
        let [.., Step::Key("regions"), _] = path else { return };
        let region = &*leaf.text;
        if !Region::around(region).is_empty() {
            return;
        }
        let text = shown(region);
        if let [country] = *Country::named(region) {
            let help = format!("put {} under `countries:`", country.code());
            found.add(path, format!("`{text}` is a country"), &help);
        } else if let Some(near) =
            Region::all().flat_map(Region::names).find(|name| is_typo(region, name))
        {
            let message = format!("no region of M49 is called `{text}`");
            found.add(path, message, &format!("did you mean `{near}`?"));
        }
    });
}

/// The office through which an agency takes part is a part of it.
pub fn offices_of_others(programme: &Programme, found: &mut Collector) {
    let dataset = found.dataset;
    for (i, report) in programme.reports.iter().enumerate() {
        for (k, Participant { agency, through, .. }) in report.participants.iter().enumerate() {
            let office = through.as_ref().and_then(|office| dataset.get(office));
            // A circle is a fault of its own, and so is what leads nowhere or cannot be read.
            let above = successors(office, |it| dataset.get(it.parent.as_ref()?));
            let above: Vec<_> = above.take(dataset.records().agencies.len()).collect();
            let last = above.last().and_then(|last| last.parent.as_ref());
            let is_known = last.is_none_or(|parent| dataset.get(parent).is_some());
            let is_part = above.iter().skip(1).any(|it| it.id == *agency);
            if let (true, false, Some(office)) = (is_known, is_part, office) {
                let [office, agency] = [&office.id, agency].map(|id| shown(id.as_str()));
                let message = format!("`{office}` is not an office of `{agency}`");
                let help = "under `agency`, give the agency that the office belongs to";
                found.add(&steps!("reports", i, "participants", k, "through"), message, help);
            }
        }
    }
}

/// Every report says in words what its paragraph says.
pub fn missing_summaries(programme: &Programme, found: &mut Collector) {
    let said = ("this report has no `summary`", "say in your own words what the paragraph says");
    found.items(("reports", "summary"), &programme.reports, |it| it.summary.is_none(), said);
}

/// The main pillar is not among the secondary ones.
pub fn second_pillars_that_are_the_first(programme: &Programme, found: &mut Collector) {
    for (i, pillar) in programme.second_pillars.iter().enumerate() {
        if *pillar == programme.pillar {
            let message = format!("`{}` is named twice", shown(pillar.as_str()));
            found.add(&steps!("second_pillars", i), message, DELETE_ONE);
        }
    }
}

/// Every agency is named by a source, takes part in something, or is referred to otherwise.
pub fn unused_agencies(found: &mut Collector) {
    let dataset = found.dataset;
    let agencies = &dataset.records().agencies;
    let mut used = HashSet::new();
    for_each_reference(dataset, &mut |it| {
        let is_itself = it.from == Kind::Agency && agencies[it.position].id.as_str() == it.target;
        used.extend((it.to == Kind::Agency && !is_itself).then(|| it.target.to_owned()));
    });
    for (position, agency) in agencies.iter().enumerate() {
        let id = agency.id.as_str();
        // Of two with one id, which is a fault of its own, nobody knows which is referred to.
        let is_first = dataset.position(Kind::Agency, id) == Some(position);
        if is_first && agency.sources.is_empty() && !used.contains(id) {
            let message = format!("agency `{}` is not used by any record", shown(id));
            let help = "list the paragraphs that mention it under `sources:`, or delete it";
            found.at((Kind::Agency, position)).add(&steps!("id"), message, help);
        }
    }
}
