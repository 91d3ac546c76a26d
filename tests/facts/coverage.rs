//! What has been read of each document, and that nothing that has been read is without a record or a reason.

use std::collections::BTreeSet;

use cnd_tracker::model::{Citation, Coverage, Dataset, Document, labels};

use super::{dataset, find};

/// The places at which something is reported, or a commitment stands.
fn recorded(dataset: &Dataset) -> Vec<Citation> {
    let records = dataset.records();
    let reports = records.programmes.iter().flat_map(|programme| &programme.reports);
    let mut cited: Vec<Citation> = reports.map(|report| report.citation()).collect();
    for commitment in &records.commitments {
        cited.extend(commitment.sources.iter().cloned());
        cited.extend(commitment.place());
        cited.extend(commitment.evidence.iter().map(|evidence| evidence.citation()));
    }
    cited
}

/// Every place of the dataset that a record cites, if only to name an agency or a document.
fn cited(dataset: &Dataset) -> Vec<Citation> {
    let records = dataset.records();
    let mut cited = recorded(dataset);
    cited.extend(records.agencies.iter().flat_map(|agency| agency.sources.iter().cloned()));
    for document in &records.documents {
        cited.extend(document.sources.iter().cloned());
        cited.extend(document.places.iter().map(|place| place.citation()));
        cited.extend(document.cited_as.iter().map(|cited| cited.citation()));
    }
    cited
}

fn coverage<'a>(dataset: &'a Dataset, id: &str) -> &'a Coverage {
    let document: &Document = find(dataset, id);
    document.coverage.as_ref().unwrap_or_else(|| panic!("nothing is said of what was read of {id}"))
}

/// What has been read of a document: its paragraphs, and those that carry a record; the commitments that stand in
/// it, and how many of them repeat an earlier one.
fn counts(dataset: &Dataset, id: &str) -> [usize; 4] {
    let read = coverage(dataset, id).read_paragraphs();
    let excused: BTreeSet<String> = coverage(dataset, id)
        .out_of_scope
        .iter()
        .flat_map(|excuse| &excuse.paragraphs)
        .flat_map(|range| labels(range))
        .collect();
    let in_scope = read.labels().iter().filter(|label| !excused.contains(*label)).count();
    let commitments = dataset.records().commitments.iter();
    let standing = commitments.filter(|c| c.instrument.as_ref().is_some_and(|i| i.as_str() == id));
    let repeating = standing.clone().filter(|commitment| !commitment.repeats.is_empty()).count();
    [read.labels().len(), in_scope, standing.count(), repeating]
}

#[test]
fn every_paragraph_that_was_read_carries_a_record_or_a_reason_and_not_both() {
    let dataset = dataset();
    let (all, recorded) = (cited(&dataset), recorded(&dataset));
    let mut wrong = Vec::new();
    for document in &dataset.records().documents {
        let Some(coverage) = &document.coverage else { continue };
        let read = coverage.read_paragraphs();
        let excused: BTreeSet<String> = coverage
            .out_of_scope
            .iter()
            .flat_map(|excuse| &excuse.paragraphs)
            .flat_map(|range| labels(range))
            .collect();
        let carried = |cited: &[Citation]| -> BTreeSet<usize> {
            let places = cited.iter().filter(|citation| citation.document == document.id);
            places.filter_map(|citation| read.position(&citation.paragraph)).collect()
        };
        let (named, recorded) = (carried(&all), carried(&recorded));
        for (position, label) in read.labels().iter().enumerate() {
            let is_excused = excused.contains(label);
            let is_missing = !is_excused && !named.contains(&position);
            if is_missing || is_excused && recorded.contains(&position) {
                wrong.push(format!("{}, {label}", document.id));
            }
        }
        let unread = excused.iter().filter(|label| !read.labels().contains(label));
        wrong.extend(unread.map(|label| format!("{}, {label} has not been read", document.id)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn so_much_was_read_of_each_document() {
    let dataset = dataset();
    let counted = [
        ("note-2020", [46, 44, 0, 0]),
        ("e-res-1988-13", [22, 11, 10, 0]),
        ("a-res-s-30-1", [138, 46, 46, 4]),
        ("a-res-74-178", [42, 29, 55, 7]),
        ("a-res-76-188", [156, 60, 96, 80]),
        ("high-level-declaration-2024", [62, 16, 21, 14]),
        ("e-2024-28", [274, 125, 0, 0]),
        ("a-res-79-191", [104, 32, 45, 42]),
        ("a-80-6-sect-16", [263, 56, 0, 0]),
        ("a-81-6-sect-16", [217, 52, 0, 0]),
    ];
    for (id, expected) in counted {
        assert_eq!(counts(&dataset, id), expected, "{id}");
    }
}

#[test]
fn what_was_not_read_is_said() {
    let dataset = dataset();
    let whole = |id: &&str| coverage(&dataset, id).is_whole();
    let read = [
        "note-2020", "e-res-1988-13", "a-res-s-30-1", "a-res-74-178", "a-res-76-188",
        "high-level-declaration-2024", "e-2024-28", "a-res-79-191", "a-80-6-sect-16",
        "a-81-6-sect-16",
    ];
    assert_eq!(
        read.into_iter().filter(whole).collect::<Vec<_>>(),
        [
            "note-2020", "e-res-1988-13", "a-res-s-30-1", "a-res-76-188",
            "high-level-declaration-2024", "a-res-79-191"
        ]
    );
    assert!(coverage(&dataset, "note-2024").read.is_empty());
    let operative = coverage(&dataset, "a-res-74-178").read_paragraphs();
    assert_eq!([operative.position("81"), operative.position("1")], [None, None]);
    assert!(operative.position("82").is_some() && operative.position("120").is_some());
}
