//! What a reader must know of a number.

use crate::model::{Dataset, Document, Id, Pillar};

use super::FoundProgramme;

/// Why none or few of these programmes are filed under a pillar: which documents that report them file by headings
/// of which none names it, and of how many it is a secondary one.
pub fn on_filing(
    pillar: &Id<Pillar>,
    found: &[FoundProgramme<'_>],
    dataset: &Dataset,
) -> Option<String> {
    let is_filed = found.iter().any(|found| found.programme.pillar == *pillar);
    let reports = || found.iter().flat_map(|found| &found.reports);
    let documents = dataset.records().documents.iter();
    let files = |document: &Document| document.sections.iter().any(|s| s.pillar.is_some());
    let mut reporting: Vec<&Document> =
        documents.filter(|document| reports().any(|r| r.document == document.id)).collect();
    let names_it =
        |document: &&Document| document.sections.iter().any(|s| s.pillar.as_ref() == Some(pillar));
    if is_filed {
        let has_some = |document: &Document| {
            let filed = found.iter().filter(|found| found.programme.pillar == *pillar);
            filed.flat_map(|found| &found.reports).any(|report| report.document == document.id)
        };
        reporting.retain(|document| files(document) && !names_it(document) && !has_some(document));
    }
    if reporting.is_empty() {
        return None;
    }
    let these = Document::labels(&reporting);
    let heading = if reporting.iter().any(names_it) {
        "none is filed under the heading that names it".to_owned()
    } else {
        format!("no heading of {these} names it")
    };
    let second = found.iter().filter(|f| f.programme.second_pillars.contains(pillar)).count();
    let more = if is_filed { "more " } else { "" };
    Some(match second {
        0 => heading,
        1 => format!("{heading}; a secondary pillar of 1 {more}programme"),
        many => format!("{heading}; a secondary pillar of {many} {more}programmes"),
    })
}
