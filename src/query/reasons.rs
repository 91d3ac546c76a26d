//! What a reader must know of a number.

use crate::model::{Dataset, Document, FiledBy, Id, Pillar};

use super::FoundProgramme;

/// Who filed these programmes under a pillar, where not only their sources did; why none or few are, where the
/// documents that report them file by headings; and of how many it is a secondary one.
pub fn on_filing(
    pillar: &Id<Pillar>,
    found: &[FoundProgramme<'_>],
    dataset: &Dataset,
) -> Option<String> {
    let filed: Vec<&FoundProgramme<'_>> =
        found.iter().filter(|found| found.programme.pillar == *pillar).collect();
    let by_editors = filed.iter().filter(|f| f.programme.filed_by == FiledBy::Editors).count();
    let second = found.iter().filter(|f| f.programme.second_pillars.contains(pillar)).count();
    let more = if filed.is_empty() { "" } else { "more " };
    let parts = [
        match by_editors {
            0 => None,
            all if all == filed.len() => Some("filed by the editors".to_owned()),
            some => Some(format!("{some} filed by the editors, the others by a heading")),
        },
        on_headings(pillar, found, dataset),
        match second {
            0 => None,
            1 => Some(format!("a secondary pillar of 1 {more}programme")),
            many => Some(format!("a secondary pillar of {many} {more}programmes")),
        },
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Why none of these programmes, or none that some documents report, are filed under a pillar by a heading.
fn on_headings(
    pillar: &Id<Pillar>,
    found: &[FoundProgramme<'_>],
    dataset: &Dataset,
) -> Option<String> {
    let filed = || found.iter().filter(|found| found.programme.pillar == *pillar);
    let documents = reporting(found, dataset);
    let files = |document: &&Document| document.sections.iter().any(|s| s.pillar.is_some());
    let names_it = |document: &Document| {
        document.sections.iter().any(|section| section.pillar.as_ref() == Some(pillar))
    };
    let has_some = |document: &Document| {
        filed().flat_map(|found| &found.reports).any(|report| report.document == document.id)
    };
    let with_headings: Vec<&Document> = documents.into_iter().filter(files).collect();
    let lacking: Vec<&Document> =
        with_headings.iter().copied().filter(|d| !names_it(d) && !has_some(d)).collect();
    if !lacking.is_empty() {
        return Some(format!("no heading of {} names it", Document::labels(&lacking)));
    }
    (filed().next().is_none() && !found.is_empty()).then(|| {
        if with_headings.is_empty() {
            "no heading names a pillar, and the editors filed none here".to_owned()
        } else {
            "none is filed under the heading that names it".to_owned()
        }
    })
}

/// The documents that report these programmes.
fn reporting<'a>(found: &[FoundProgramme<'_>], dataset: &'a Dataset) -> Vec<&'a Document> {
    let reports = || found.iter().flat_map(|found| &found.reports);
    let documents = dataset.records().documents.iter();
    documents.filter(|document| reports().any(|r| r.document == document.id)).collect()
}

/// Why shares of these programmes should not be quoted, where several documents report them of which some have been
/// read in part.
pub fn on_shares(found: &[FoundProgramme<'_>], dataset: &Dataset) -> Option<String> {
    let documents = reporting(found, dataset);
    let is_part = |document: &&Document| document.coverage.as_ref().is_none_or(|c| !c.is_whole());
    let in_part: Vec<&Document> = documents.iter().copied().filter(is_part).collect();
    (documents.len() > 1 && !in_part.is_empty()).then(|| {
        format!(
            "not every activity of {} is on record: quote a share of one document, chosen with --document",
            Document::labels(&in_part)
        )
    })
}
