//! Rules for commitments and the evidence that answers them.

use super::Found;
use crate::diagnostic::{Code, shown};
use crate::model::{Change, Dataset, Date, Evidence, Force, Kind, Link, Report, Step, Vocabulary};

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
            let Some((what, date)) = older(evidence, made, dataset).filter(|_| !evidence.earlier)
            else {
                continue;
            };
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

/// No commitment repeats itself, by way of others.
pub fn repetitions_in_a_circle(dataset: &Dataset, found: &mut Found) {
    let commitments = &dataset.records().commitments;
    // Of each commitment, whether the walk to the earlier ones has not begun, goes on, or is over.
    let mut walked = vec![None; commitments.len()];
    for start in 0..commitments.len() {
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.pop() {
            walked[at] = Some(false);
            let Some(repeated) = commitments[at].repeats.get(next) else {
                walked[at] = Some(true);
                continue;
            };
            path.push((at, next + 1));
            let earlier = dataset.position(Kind::Commitment, repeated.commitment.as_str());
            match earlier.map(|earlier| (earlier, walked[earlier])) {
                Some((earlier, None)) => path.push((earlier, 0)),
                Some((_, Some(false))) => {
                    let id = shown(commitments[at].id.as_str());
                    let message = format!("`{id}` repeats itself, by way of this one");
                    let help = "delete one of the repetitions of this circle";
                    let steps = [Step::Key("repeats"), Step::Item(next), Step::Key("commitment")];
                    found.add(Code::Circular, (Kind::Commitment, at), &steps, message, help);
                }
                _ => {}
            }
        }
    }
}

/// What a commitment repeats is older than it is.
pub fn repetitions_of_what_is_not_older(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        let Some(made) = commitment.made_on(dataset) else { continue };
        for (i, repeated) in commitment.repeats.iter().enumerate() {
            let earlier = dataset.get(&repeated.commitment);
            let Some(date) = earlier.and_then(|earlier| earlier.made_on(dataset)) else { continue };
            if !date.is_before(made) {
                let id = shown(repeated.commitment.as_str());
                let message = format!("`{id}` is of {date}, and so not older than this of {made}");
                let help = "name an earlier commitment, or correct the date of an instrument";
                let path = [Step::Key("repeats"), Step::Item(i), Step::Key("commitment")];
                found.add(Code::RepeatsLater, (Kind::Commitment, position), &path, message, help);
            }
        }
    }
}

/// Where a repetition changes something, it says what.
pub fn changes_without_words(dataset: &Dataset, found: &mut Found) {
    for (position, commitment) in dataset.records().commitments.iter().enumerate() {
        for (i, repeated) in commitment.repeats.iter().enumerate() {
            if repeated.change != Change::Same && repeated.how.is_none() {
                let message =
                    format!("this is {}, but what changed is not said", repeated.change.word());
                let help = "add `how:` with what changed, or write `change: same`";
                let path = [Step::Key("repeats"), Step::Item(i), Step::Key("change")];
                let at = (Kind::Commitment, position);
                found.add(Code::ChangeWithoutWords, at, &path, message, help);
            }
        }
    }
}
