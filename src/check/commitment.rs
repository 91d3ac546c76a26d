//! Rules for commitments and the evidence that answers them.

use super::Found;
use crate::diagnostic::{Code, shown};
use crate::model::{Dataset, Date, Evidence, Force, Kind, Link, Report, Step};

/// Every commitment is stated by a document of the dataset.
pub fn without_source(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        if commitment.sources.is_empty() {
            let id = shown(commitment.id.as_str());
            let message = format!("no document is named that states `{id}`");
            let help = "add the document and the paragraph, or delete the commitment";
            let path = [Step::Key("sources")];
            found.add(Code::Unsourced, (Kind::Commitment, position), &path, message, help);
        }
    }
}

/// No report answers a commitment that was made after it; a practice goes on before a source says so.
pub fn evidence_older_than_the_commitment(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        let at = (Kind::Commitment, position);
        let Some(made) = commitment.made_on(dataset) else { continue };
        if commitment.force == Force::Practice {
            continue;
        }
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            let Some((what, date)) = older(evidence, made, dataset) else { continue };
            let message = format!("{what} is of {date}, but the commitment was made in {made}");
            let help = "name a report that came after the commitment";
            let path = [Step::Key("evidence"), Step::Item(i), Step::Key("document")];
            found.add(Code::EvidenceTooOld, at, &path, message, help);
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
    let mut dates = reports(evidence, dataset).map(|report| report.date);
    // Of several reports in one paragraph, none may be newer.
    let first = dates.next()??;
    let date = dates.try_fold(first, |last, date| date.map(|date| last.max(date)))?;
    is_older(&date).then(|| ("what this report tells".to_owned(), date))
}

/// The reports that evidence names.
fn reports<'d>(evidence: &'d Evidence, dataset: &'d Dataset) -> impl Iterator<Item = &'d Report> {
    let programme = dataset.get(&evidence.programme).into_iter();
    programme.flat_map(|programme| &programme.reports).filter(|report| {
        report.document == evidence.document && report.paragraph == evidence.paragraph
    })
}

/// Evidence names a report that its programme has.
pub fn evidence_without_report(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        let at = (Kind::Commitment, position);
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            let is_read = dataset.get(&evidence.programme).is_some();
            if is_read && reports(evidence, dataset).next().is_none() {
                let [programme, document] =
                    [evidence.programme.as_str(), evidence.document.as_str()].map(shown);
                let paragraph = shown(&evidence.paragraph);
                let message =
                    format!("`{programme}` has no report of paragraph {paragraph} of `{document}`");
                let help = "name the document and the paragraph of one of its reports";
                let path = [Step::Key("evidence"), Step::Item(i), Step::Key("paragraph")];
                found.add(Code::EvidenceWithoutReport, at, &path, message, help);
            }
        }
    }
}

/// That a commitment is carried out is said by a source, and not by the editors.
pub fn completions_that_no_source_states(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            if evidence.completes && !evidence.says_completed() {
                let message =
                    "the editors tie this report to the commitment, so that it cannot complete it";
                let help =
                    "delete `completes`, or write `link: stated` where the source says so itself";
                let path = [Step::Key("evidence"), Step::Item(i), Step::Key("completes")];
                let at = (Kind::Commitment, position);
                found.add(Code::LinkedCompletion, at, &path, message.to_owned(), help);
            }
        }
    }
}

/// Where the editors tie a report to a commitment, they say why.
pub fn links_without_reason(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            if evidence.link == Link::Linked && evidence.reason.is_none() {
                let message = "the editors tie this report to the commitment, but do not say why";
                let help = "add `reason:`, or `link: stated` where the source says so itself";
                let path = [Step::Key("evidence"), Step::Item(i), Step::Key("link")];
                let at = (Kind::Commitment, position);
                found.add(Code::LinkWithoutReason, at, &path, message.to_owned(), help);
            }
        }
    }
}
