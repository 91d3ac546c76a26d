//! Records of every kind, found by words.

use crate::model::{AnyRecord, Dataset};

use super::texts::texts;
use super::{KINDS, Words};

/// A record in which the words were found.
pub struct Hit<'a> {
    /// The record.
    pub record: &'a dyn AnyRecord,
    /// The fields in which words were found.
    pub fields: Vec<&'static str>,
    /// The words in their place.
    pub excerpt: String,
}

/// The records that contain all the words, kind by kind in the order of the dataset.
pub fn search<'a>(words: &Words, dataset: &'a Dataset) -> Vec<Hit<'a>> {
    let records = KINDS.iter().flat_map(|kind| dataset.records().of(*kind));
    let hit = |record: &'a dyn AnyRecord| {
        let found = words.find(texts(record, dataset))?;
        Some(Hit { record, fields: found.fields, excerpt: found.excerpt })
    };
    records.filter_map(hit).collect()
}
