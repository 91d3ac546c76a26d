//! Why nothing stands where a reader expects a number.

use crate::model::{Dataset, Document, Id, Pillar};

use super::FoundProgramme;

/// Why none of these programmes is filed under a pillar, where that is so: whether a heading of the documents that
/// report them names the pillar, and of how many it is a second one.
pub fn nothing_filed(
    pillar: &Id<Pillar>,
    found: &[FoundProgramme<'_>],
    dataset: &Dataset,
) -> Option<String> {
    if found.iter().any(|found| found.programme.pillar == *pillar) {
        return None;
    }
    let reports = || found.iter().flat_map(|found| &found.reports);
    let documents = dataset.records().documents.iter();
    let reporting: Vec<&Document> =
        documents.filter(|document| reports().any(|r| r.document == document.id)).collect();
    if reporting.is_empty() {
        return None;
    }
    let names_it =
        |document: &&Document| document.sections.iter().any(|s| s.pillar.as_ref() == Some(pillar));
    let these = Document::labels(&reporting);
    let heading = if reporting.iter().any(names_it) {
        "none is filed under the heading that names it".to_owned()
    } else {
        format!("no heading of {these} names it")
    };
    let second = found.iter().filter(|f| f.programme.second_pillars.contains(pillar)).count();
    Some(match second {
        0 => heading,
        1 => format!("{heading}; a secondary pillar of 1 programme"),
        many => format!("{heading}; a secondary pillar of {many} programmes"),
    })
}
