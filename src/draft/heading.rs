//! The pillars that the headings of a document assign to its paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use super::request::has;
use crate::model::{Dataset, Document, Id, Pillar, key};

/// Words that do not distinguish headings.
const COMMON: &str = "a an and as based common drug for from in its measure of on operational or other principle \
                      problem recommendation related responsibility shared strengthening the their to well while \
                      with world addressing countering cross cutting issue including";

/// The pillars that headings name.
pub(super) struct Headings<'a> {
    by_text: BTreeMap<String, &'a Id<Pillar>>,
    /// The words of each known heading that tell it from others.
    by_words: Vec<(BTreeSet<String>, &'a Id<Pillar>)>,
}

impl<'a> Headings<'a> {
    /// From the headings of all documents and the names and ids of the pillars; where two differ, the document that the
    /// new one is like has its way.
    pub fn of(dataset: &'a Dataset, like: Option<&Id<Document>>) -> Self {
        let pillars = dataset.records().pillars.iter();
        let names = pillars.flat_map(|pillar| {
            let names = pillar.names().map(|name| &**name).chain([pillar.id.as_str()]);
            names.map(move |name| (name, &pillar.id))
        });
        let (first, others): (Vec<&Document>, Vec<&Document>) =
            dataset.records().documents.iter().partition(|document| Some(&document.id) == like);
        let sections = others.into_iter().chain(first).flat_map(|document| &document.sections);
        let sections =
            sections.filter_map(|section| Some((&*section.heading, section.pillar.as_ref()?)));
        let known: Vec<(&str, &Id<Pillar>)> = names.chain(sections).collect();
        let by_text = known.iter().map(|(heading, pillar)| (plain(heading), *pillar)).collect();
        let by_words = known.iter().map(|(heading, pillar)| (words(heading), *pillar)).collect();
        Self { by_text, by_words }
    }

    /// The pillar that a heading names: in the words of a known one, or in those of one pillar alone, as "Supply
    /// reduction and related measures" does.
    pub fn pillar(&self, heading: &str) -> Option<&'a Id<Pillar>> {
        let words = words(heading);
        let equal = |known: &BTreeSet<String>| *known == words && !words.is_empty();
        let short = |known: &BTreeSet<String>| words.len() > 1 && words.is_subset(known);
        let long = |known: &BTreeSet<String>| known.len() > 3 && known.is_subset(&words);
        let exact = self.by_text.get(&plain(heading)).copied();
        exact.or_else(|| self.only(equal)).or_else(|| self.only(short)).or_else(|| self.only(long))
    }

    /// The pillar of the headings that match, if they all have the same one.
    fn only(&self, is_such: impl Fn(&BTreeSet<String>) -> bool) -> Option<&'a Id<Pillar>> {
        let found = self.by_words.iter().filter(|(words, _)| is_such(words));
        let found: BTreeSet<&Id<Pillar>> = found.map(|(_, pillar)| *pillar).collect();
        found.first().copied().filter(|_| found.len() == 1)
    }
}

/// The words of a heading that tell it from others, in the singular.
fn words(heading: &str) -> BTreeSet<String> {
    let plain = plain(heading).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric());
    let words = words.map(|word| match word {
        "medicine" | "medicines" => "medical",
        word => word.strip_suffix('s').unwrap_or(word),
    });
    words.filter(|word| word.len() > 1 && !has(COMMON, word)).map(str::to_owned).collect()
}

/// A heading as it is compared, without its number or letter.
pub(super) fn plain(heading: &str) -> String {
    let rest = heading.split_once(". ").filter(|(number, _)| {
        number.len() <= 5 && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    key(rest.map_or(heading, |(_, rest)| rest))
}
