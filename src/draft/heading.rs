//! What the headings of a document file its paragraphs under.

use std::collections::BTreeMap;

use crate::model::{Dataset, Document, Id, Pillar, key};

/// The headings that name a pillar.
pub(super) struct Headings<'a> {
    pillars: BTreeMap<String, &'a Id<Pillar>>,
    /// The pillar where no heading names one.
    pub fallback: Id<Pillar>,
}

impl<'a> Headings<'a> {
    /// The headings of all documents of a dataset, and the names and ids of its pillars; those of the document that the
    /// new one is like come first.
    pub fn of(dataset: &'a Dataset, like: Option<&Id<Document>>, fallback: Id<Pillar>) -> Self {
        let mut pillars = BTreeMap::new();
        for pillar in &dataset.records().pillars {
            let names = pillar.names().map(|name| &**name).chain([pillar.id.as_str()]);
            pillars.extend(names.map(|name| (plain(name), &pillar.id)));
        }
        let (mut first, others): (Vec<&Document>, Vec<&Document>) =
            dataset.records().documents.iter().partition(|document| Some(&document.id) == like);
        first.splice(0..0, others);
        for section in first.into_iter().flat_map(|document| &document.sections) {
            if let Some(pillar) = &section.pillar {
                pillars.insert(plain(&section.heading), pillar);
            }
        }
        Self { pillars, fallback }
    }

    /// The pillar that a heading names.
    pub fn pillar(&self, heading: &str) -> Option<&'a Id<Pillar>> {
        self.pillars.get(&plain(heading)).copied()
    }
}

/// A heading as it is compared, without its number or letter.
pub(super) fn plain(heading: &str) -> String {
    let rest = heading.split_once(". ").filter(|(number, _)| {
        number.len() <= 5 && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    key(rest.map_or(heading, |(_, rest)| rest))
}
