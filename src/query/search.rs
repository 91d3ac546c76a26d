//! Records of every kind, found by words.

use std::collections::BTreeSet;

use crate::model::{AnyRecord, Dataset};
use crate::nearest::slips;

use super::texts::texts;
use super::{KINDS, Occurrence, Words};

/// A record in which the words were found.
pub struct Hit<'a> {
    /// The record.
    pub record: &'a dyn AnyRecord,
    /// Where the words were found in it.
    pub found: Occurrence,
}

/// The word of the records that may have been meant by one that no record has.
pub fn near_word(word: &str, dataset: &Dataset) -> Option<String> {
    let records = KINDS.iter().flat_map(|kind| dataset.records().of(*kind));
    let mut words = BTreeSet::new();
    for (_, text) in records.flat_map(|record| texts(record, dataset)) {
        words.extend(text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase));
    }
    slips(word, words.iter().map(String::as_str)).first().map(|near| (*near).to_owned())
}

/// The records that contain all the words, kind by kind in the order of the dataset.
pub fn search<'a>(words: &Words, dataset: &'a Dataset) -> Vec<Hit<'a>> {
    let records = KINDS.iter().flat_map(|kind| dataset.records().of(*kind));
    let hit = |record: &'a dyn AnyRecord| {
        Some(Hit { record, found: words.find(texts(record, dataset))? })
    };
    records.filter_map(hit).collect()
}
