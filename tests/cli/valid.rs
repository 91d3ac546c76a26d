//! What a random dataset must be like to be read by other commands than a check: no rule is broken.

use std::collections::BTreeMap;

use cnd_tracker::model::{Citation, Date, Document, External, Id, Link, Programme, Records};

use crate::full::{id, text};

/// The records, changed as little as the rules ask for.
pub fn valid(mut records: Records) -> Records {
    for (i, agency) in records.agencies.iter_mut().enumerate() {
        agency.parent = agency.parent.take().filter(|parent| comes_before(parent, i));
        mark(&mut agency.external);
    }
    for pillar in &mut records.pillars {
        mark(&mut pillar.external);
    }
    let mut dates = BTreeMap::new();
    for document in &mut records.documents {
        document.coverage = None;
        mark(&mut document.external);
        for section in &mut document.sections {
            section.last = section.last.max(section.first);
        }
        dates.insert(document.id.clone(), document.date);
    }
    for (i, programme) in records.programmes.iter_mut().enumerate() {
        programme.part_of = programme.part_of.take().filter(|whole| comes_before(whole, i));
        mark(&mut programme.external);
        if programme.reports.is_empty() {
            programme.reports = vec![crate::full::full::<Programme>(0).reports.remove(0)];
            programme.reports[0].document = id("d0");
            programme.reports[0].participants.clear();
        }
        for report in &mut programme.reports {
            // Dated by its document, so that it is neither after it nor before what it answers.
            report.date = report.date.and(dates[&report.document]);
        }
    }
    evidence(&mut records, &dates);
    records
}

fn evidence(records: &mut Records, dates: &BTreeMap<Id<Document>, Option<Date>>) {
    for commitment in &mut records.commitments {
        mark(&mut commitment.external);
        if commitment.sources.is_empty() {
            commitment.sources.push(Citation { document: id("d0"), paragraph: text("1") });
        }
        for evidence in &mut commitment.evidence {
            let is_it = |programme: &&Programme| programme.id == evidence.programme;
            let report = &records.programmes.iter().find(is_it).unwrap().reports[0];
            evidence.document = report.document.clone();
            evidence.paragraph = report.paragraph.clone();
            evidence.reason.get_or_insert_with(|| text("so it seems"));
            evidence.completes &= evidence.link == Link::Stated;
        }
        let mut made: Vec<Date> =
            commitment.sources.iter().filter_map(|s| dates[&s.document]).collect();
        made.extend(commitment.instrument.as_ref().and_then(|instrument| dates[instrument]));
        let is_old = |date: Date| made.iter().any(|made| date.is_before(*made));
        commitment.evidence.retain(|evidence| !dates[&evidence.document].is_some_and(is_old));
    }
}

/// Whether what an id such as `a3` names comes before the record with this number, so that there is no circle.
fn comes_before<T>(id: &Id<T>, number: usize) -> bool {
    id.as_str()[1..].parse::<usize>().unwrap() < number
}

fn mark(external: &mut [External]) {
    for mark in external {
        mark.fields = vec![text("remark")];
    }
}
