//! Rules for commitments and the evidence that answers them.

use super::{Collector, steps};
use crate::diagnostic::{shown, straighten};
use crate::model::{
    Change, Commitment, Date, Evidence, Force, Kind, Link, Repetition, Report, is_odd_label,
};

/// What is due comes after the instrument that asks for it, and no document states what was made after it.
pub fn dates_before_the_instrument(commitment: &Commitment, found: &mut Collector) {
    let Some(made) = commitment.made_on(found.dataset) else { return };
    let help = "correct the date, or name the instrument that is meant";
    if let Some(due) = commitment.due.filter(|due| due.is_before(made)) {
        let message = format!("this is due in {due}, but was made in {made}");
        found.add(&steps!("due"), message, help);
    }
    for (i, source) in commitment.sources.iter().enumerate() {
        let date = found.dataset.get(&source.document).and_then(|document| document.date);
        if let Some(date) = date.filter(|date| date.is_before(made)) {
            let document = shown(source.document.as_str());
            let message =
                format!("`{document}` is of {date} and cannot state what was made in {made}");
            found.add(&steps!("sources", i, "document"), message, help);
        }
    }
}

/// Evidence is not older than its commitment; a practice may be older than the source that states it.
pub fn evidence_older_than_the_commitment(commitment: &Commitment, found: &mut Collector) {
    let Some(made) = commitment.made_on(found.dataset) else { return };
    for (i, evidence) in commitment.evidence.iter().enumerate() {
        if evidence.earlier || commitment.force == Force::Practice {
            continue;
        }
        let document = found.dataset.get(&evidence.document).and_then(|document| document.date);
        // Of several reports in one paragraph, none may be newer.
        let reports: Option<Vec<Date>> =
            evidence.reports(found.dataset).map(|it| it.date).collect();
        let report = reports.and_then(|dates| dates.into_iter().max());
        let mut dates = [("document", document), ("report", report)].into_iter();
        if let Some((what, Some(date))) =
            dates.find(|(_, it)| it.is_some_and(|it| it.is_before(made)))
        {
            let message = format!("this {what} is dated {date}, before the commitment ({made})");
            let help = "name a report that came after the commitment";
            found.add(&steps!("evidence", i, "document"), message, help);
        }
    }
}

/// Evidence names a report that its programme has.
pub fn evidence_without_report(commitment: &Commitment, found: &mut Collector) {
    let (dataset, here) = (found.dataset, found.at);
    for (i, evidence) in commitment.evidence.iter().enumerate() {
        let Evidence { programme: id, document, paragraph, .. } = evidence;
        let position = dataset.position(Kind::Programme, id.as_str());
        let (Some(programme), Some(position)) = (dataset.get(id), position) else { continue };
        if evidence.reports(dataset).next().is_some() {
            continue;
        }
        // A report that names its paragraph in an odd way is the one that is meant, and the fault.
        let is_odd = |it: &Report| it.document == *document && is_odd_label(&it.paragraph);
        if let Some(odd) = programme.reports.iter().position(is_odd) {
            let label = &programme.reports[odd].paragraph;
            let message =
                format!("`{}` is not a paragraph label, and evidence names it", shown(label));
            let help =
                straighten(label, "write the number of one paragraph alone, such as \"12 (a)\"");
            let path = steps!("reports", odd, "paragraph");
            found.at((Kind::Programme, position)).add(&path, message, &help);
        } else {
            let [id, document, paragraph] = [id.as_str(), document.as_str(), paragraph].map(shown);
            let message = format!("`{id}` has no report for paragraph {paragraph} of `{document}`");
            let help = "name the document and the paragraph of one of its reports";
            found.at(here).add(&steps!("evidence", i, "paragraph"), message, help);
        }
    }
}

/// No report answers a commitment twice.
pub fn repeated_evidence(commitment: &Commitment, found: &mut Collector) {
    let evidence = commitment.evidence.iter();
    let places = evidence.map(|it| (it.programme.as_str(), it.document.as_str(), &*it.paragraph));
    let another = "other evidence of the same programme";
    let help = "delete one of the two, or put both into one";
    found.repeated("evidence", another, places, help);
}

/// Only a source can say that a commitment was carried out, not the editors.
pub fn completions_that_no_source_states(commitment: &Commitment, found: &mut Collector) {
    let is_wrong = |it: &Evidence| it.completes && !it.says_completed();
    let message = "`completes` is only for links stated by the source";
    let help = "delete `completes`, or write `link: stated` where the source says so itself";
    found.items(("evidence", "completes"), &commitment.evidence, is_wrong, (message, help));
}

/// A link made by the editors has a reason.
pub fn links_without_reason(commitment: &Commitment, found: &mut Collector) {
    let is_wrong = |it: &Evidence| it.link == Link::Linked && it.reason.is_none();
    let message = "this link has no `reason`";
    let help = "add `reason:`, or `link: stated` where the source says so itself";
    found.items(("evidence", "link"), &commitment.evidence, is_wrong, (message, help));
}

/// A commitment repeats only earlier ones.
pub fn repetitions_of_what_is_not_older(commitment: &Commitment, found: &mut Collector) {
    let Some(made) = commitment.made_on(found.dataset) else { return };
    for (i, repeated) in commitment.repeats.iter().enumerate() {
        let earlier = found.dataset.get(&repeated.commitment);
        let date = earlier.and_then(|earlier| earlier.made_on(found.dataset));
        if let Some(date) = date.filter(|date| !date.is_before(made)) {
            let id = shown(repeated.commitment.as_str());
            let message = format!("`{id}` ({date}) is not earlier than this commitment ({made})");
            let help = "name an earlier commitment, or correct the date of an instrument";
            found.add(&steps!("repeats", i, "commitment"), message, help);
        }
    }
}

/// A changed repetition says what changed.
pub fn changes_without_words(commitment: &Commitment, found: &mut Collector) {
    let is_wrong = |it: &Repetition| it.change != Change::Same && it.how.is_none();
    let message = "this changes the earlier words, but does not say how";
    let help = "add `how:` with what changed, or write `change: same`";
    found.items(("repeats", "change"), &commitment.repeats, is_wrong, (message, help));
}
