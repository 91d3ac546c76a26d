//! Rules for commitments and the evidence that answers them.

use super::Found;
use crate::diagnostic::Code;
use crate::model::{Dataset, Kind, Link, Step};

/// Every commitment is stated by a document of the dataset.
pub fn without_source(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        if commitment.sources.is_empty() {
            let message = format!("no document is named that states `{}`", commitment.id);
            let help = "add the document and the paragraph, or delete the commitment";
            let path = [Step::Key("sources")];
            found.add(Code::Unsourced, (Kind::Commitment, position), &path, message, help);
        }
    }
}

/// No report answers a commitment that was made after it.
pub fn evidence_older_than_the_commitment(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        let Some(made) = commitment.made_on(dataset) else { continue };
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            let issued = dataset.get(&evidence.document).and_then(|document| document.date);
            if let Some(issued) = issued
                && issued.is_before(made)
            {
                let document = &evidence.document;
                let message =
                    format!("`{document}` is of {issued}, but the commitment was made in {made}");
                let help = "name a report that came after the commitment";
                let path = [Step::Key("evidence"), Step::Item(i), Step::Key("document")];
                found.add(Code::EvidenceTooOld, (Kind::Commitment, position), &path, message, help);
            }
        }
    }
}

/// Evidence names a report that its programme has.
pub fn evidence_without_report(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            let Some(programme) = dataset.get(&evidence.programme) else { continue };
            let known = programme.reports.iter().any(|report| {
                report.document == evidence.document && report.paragraph == evidence.paragraph
            });
            if !known {
                let message = format!(
                    "`{}` has no report of paragraph {} of `{}`",
                    programme.id, evidence.paragraph, evidence.document
                );
                let help = "name the document and the paragraph of one of its reports";
                let path = [Step::Key("evidence"), Step::Item(i), Step::Key("paragraph")];
                let at = (Kind::Commitment, position);
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
