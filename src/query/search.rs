//! Records of every kind, found by words.

use std::collections::BTreeSet;

use crate::model::{AnyRecord, Dataset};
use crate::nearest::{edits, slips};

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
    let is_near = |near: &&&str| match edits(word, near) {
        1 => true,
        2 => word.chars().take(2).eq(near.chars().take(2)),
        _ => false,
    };
    let near = slips(word, words.iter().map(String::as_str));
    near.iter().find(is_near).map(|near| (*near).to_owned())
}

/// The records that contain all the words: those of which they are a name, then kind by kind in the order of the
/// dataset.
pub fn search<'a>(words: &Words, dataset: &'a Dataset) -> Vec<Hit<'a>> {
    let records = KINDS.iter().flat_map(|kind| dataset.records().of(*kind));
    let hit = |record: &'a dyn AnyRecord| {
        Some(Hit { record, found: words.find(texts(record, dataset))? })
    };
    let mut hits: Vec<Hit<'a>> = records.filter_map(hit).collect();
    hits.sort_by_cached_key(|hit| !hit.record.known_as().into_iter().any(|name| words.are(name)));
    hits
}
