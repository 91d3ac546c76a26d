//! Rules for commitments and the evidence that answers them.

use super::{Collector, steps};
use crate::diagnostic::{between_curly_quotes, shown, straighten};
use crate::model::{
    Change, Commitment, Dataset, Date, Evidence, Force, Kind, Link, Repetition, Report,
    is_odd_label,
};

/// Every commitment is stated by a document of the dataset.
pub fn without_source(commitment: &Commitment, found: &mut Collector) {
    if commitment.sources.is_empty() {
        let id = shown(commitment.id.as_str());
        let message = format!("`{id}` has no source");
        let help = "add the document and the paragraph, or delete the commitment";
        found.add(&steps!("sources"), message, help);
    }
}

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

/// No report answers a commitment that was made after it; a practice goes on before a source says so.
pub fn evidence_older_than_the_commitment(commitment: &Commitment, found: &mut Collector) {
    let Some(made) = commitment.made_on(found.dataset) else { return };
    for (i, evidence) in commitment.evidence.iter().enumerate() {
        if !evidence.earlier
            && commitment.force != Force::Practice
            && let Some((what, date)) = older(evidence, made, found.dataset)
        {
            let message = format!("{what} is dated {date}, before the commitment ({made})");
            let help = "name a report that came after the commitment";
            found.add(&steps!("evidence", i, "document"), message, help);
        }
    }
}

/// What makes evidence older than a commitment, with its date: its document, or the report itself.
fn older(evidence: &Evidence, made: Date, dataset: &Dataset) -> Option<(String, Date)> {
    let is_older = |date: &Date| date.is_before(made);
    let document = dataset.get(&evidence.document).and_then(|document| document.date);
    if let Some(date) = document.filter(is_older) {
        return Some((format!("`{}`", shown(evidence.document.as_str())), date));
    }
    let mut dates = evidence.reports(dataset).map(|report| report.date);
    // Of several reports in one paragraph, none may be newer.
    let first = dates.next()??;
    let date = dates.try_fold(first, |last, date| date.map(|date| last.max(date)))?;
    is_older(&date).then(|| ("what this report says".to_owned(), date))
}

/// Evidence names a report that its programme has.
pub fn evidence_without_report(commitment: &Commitment, found: &mut Collector) {
    for (i, evidence) in commitment.evidence.iter().enumerate() {
        let Some(programme) = found.dataset.get(&evidence.programme) else { continue };
        if evidence.reports(found.dataset).next().is_some() {
            continue;
        }
        // A report that names its paragraph in an odd way is the one that is meant, and the fault.
        let is_odd = |it: &Report| it.document == evidence.document && is_odd_label(&it.paragraph);
        let position = found.dataset.position(Kind::Programme, programme.id.as_str());
        if let (Some(odd), Some(at)) = (programme.reports.iter().position(is_odd), position) {
            let label = &programme.reports[odd].paragraph;
            let message =
                format!("`{}` is not a paragraph label, and evidence names it", shown(label));
            let help = "write the number of one paragraph alone, such as \"12 (a)\"".to_owned();
            let help = between_curly_quotes(label).map_or(help, straighten);
            let path = steps!("reports", odd, "paragraph");
            let here = std::mem::replace(&mut found.at, (Kind::Programme, at));
            found.add(&path, message, &help);
            found.at = here;
            continue;
        }
        let Evidence { programme, document, paragraph, .. } = evidence;
        let [programme, document] = [programme.as_str(), document.as_str()].map(shown);
        let paragraph = shown(paragraph);
        let message =
            format!("`{programme}` has no report for paragraph {paragraph} of `{document}`");
        let help = "name the document and the paragraph of one of its reports";
        found.add(&steps!("evidence", i, "paragraph"), message, help);
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

/// That a commitment is carried out is said by a source, and not by the editors.
pub fn completions_that_no_source_states(commitment: &Commitment, found: &mut Collector) {
    let is_wrong = |it: &Evidence| it.completes && !it.says_completed();
    let message = "`completes` is only for links stated by the source";
    let help = "delete `completes`, or write `link: stated` where the source says so itself";
    found.items(("evidence", "completes"), &commitment.evidence, is_wrong, (message, help));
}

/// Where the editors tie a report to a commitment, they say why.
pub fn links_without_reason(commitment: &Commitment, found: &mut Collector) {
    let is_wrong = |it: &Evidence| it.link == Link::Linked && it.reason.is_none();
    let message = "this link has no `reason`";
    let help = "add `reason:`, or `link: stated` where the source says so itself";
    found.items(("evidence", "link"), &commitment.evidence, is_wrong, (message, help));
}

/// What a commitment repeats is older than it is.
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

/// Where a repetition changes something, it says what.
pub fn changes_without_words(commitment: &Commitment, found: &mut Collector) {
    let is_wrong = |it: &Repetition| it.change != Change::Same && it.how.is_none();
    let message = "this changes the earlier words, but does not say how";
    let help = "add `how:` with what changed, or write `change: same`";
    found.items(("repeats", "change"), &commitment.repeats, is_wrong, (message, help));
}
