//! Counts of commitments.

use std::collections::BTreeMap;

use crate::model::{Dataset, Party, Vocabulary, fold, vocabulary};

use super::super::{CommitmentFilter, FoundCommitment};

vocabulary! {
    /// What commitments can be counted by.
    pub enum CommitmentDimension {
        /// How binding they are.
        Force,
        /// The instruments in which they stand.
        Instrument,
        /// Those who are to act or are called upon.
        Addressee,
        /// The pillar that they are filed under.
        Pillar,
        /// Where they stand.
        Status,
    }
}

/// How many commitments have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentCount {
    /// The value; no two are the same.
    pub label: String,
    /// The commitments that have it.
    pub commitments: usize,
    /// All commitments that were counted.
    pub of: usize,
}

/// Counts the commitments that match a filter: by force in the order of strength, by instrument oldest first, by
/// pillar in the order of their numbers, by others those with most first; what is not stated last.
pub fn commitment_counts(
    filter: &CommitmentFilter,
    by: CommitmentDimension,
    dataset: &Dataset,
) -> Vec<CommitmentCount> {
    let found = filter.find(dataset);
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in &found {
        for value in values(row, by, dataset) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut counts: Vec<((String, String), usize)> = counts.into_iter().collect();
    if matches!(by, CommitmentDimension::Addressee) {
        counts.sort_by_key(|((order, _), commitments)| {
            (order == NOT_STATED, usize::MAX - commitments)
        });
    }
    let of = found.len();
    let count = |((_, label), commitments)| CommitmentCount { label, commitments, of };
    counts.into_iter().map(count).collect()
}

/// Comes after every other key.
const NOT_STATED: &str = "\u{10ffff}";

/// The values of a commitment, each with what it is put in order by.
fn values(
    row: &FoundCommitment<'_>,
    by: CommitmentDimension,
    dataset: &Dataset,
) -> Vec<(String, String)> {
    let commitment = row.commitment;
    let numbered = |number: usize, label: &str| vec![(format!("{number:04}"), label.to_owned())];
    let mut values = match by {
        CommitmentDimension::Force => numbered(commitment.force as usize, commitment.force.word()),
        CommitmentDimension::Status => {
            numbered(row.standing.status as usize, row.standing.status.word())
        }
        CommitmentDimension::Pillar => {
            let pillar = dataset.get(&commitment.pillar);
            let number = pillar.map_or(usize::MAX, |pillar| pillar.number.into());
            numbered(number, commitment.pillar.as_str())
        }
        CommitmentDimension::Instrument => commitment
            .instrument
            .iter()
            .map(|id| {
                let date = dataset.get(id).and_then(|document| document.date);
                let date = date.map_or_else(String::new, |date| date.to_string());
                (format!("{date} {id}"), dataset.document_label(id).to_owned())
            })
            .collect(),
        CommitmentDimension::Addressee => {
            let party = |party: &Party| {
                let name = dataset.party_name(party).to_owned();
                (format!("{} {}", fold(&name), party.as_str()), name)
            };
            commitment.addressed_to.iter().map(party).collect()
        }
    };
    if values.is_empty() {
        values.push((NOT_STATED.to_owned(), "not stated".to_owned()));
    }
    values.sort();
    values.dedup();
    values
}
