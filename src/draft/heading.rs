//! What the headings of a document file its paragraphs under.

use std::collections::BTreeMap;

use crate::model::{Dataset, Document, Id, Pillar, key};

/// The pillars that headings name, from the headings of all documents and the names and ids of the pillars; where two
/// differ, the document that the new one is like has its way.
pub(super) fn headings<'a>(
    dataset: &'a Dataset,
    like: Option<&Id<Document>>,
) -> BTreeMap<String, &'a Id<Pillar>> {
    let pillars = dataset.records().pillars.iter();
    let names = pillars.flat_map(|pillar| {
        let names = pillar.names().map(|name| &**name).chain([pillar.id.as_str()]);
        names.map(move |name| (plain(name), &pillar.id))
    });
    let mut headings: BTreeMap<String, &Id<Pillar>> = names.collect();
    let (first, others): (Vec<&Document>, Vec<&Document>) =
        dataset.records().documents.iter().partition(|document| Some(&document.id) == like);
    for section in others.into_iter().chain(first).flat_map(|document| &document.sections) {
        if let Some(pillar) = &section.pillar {
            headings.insert(plain(&section.heading), pillar);
        }
    }
    headings
}

/// A heading as it is compared, without its number or letter.
pub(super) fn plain(heading: &str) -> String {
    let rest = heading.split_once(". ").filter(|(number, _)| {
        number.len() <= 5 && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    key(rest.map_or(heading, |(_, rest)| rest))
}
