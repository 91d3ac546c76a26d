//! A part of a dataset that is whole: with everything that its records refer to.

use std::collections::BTreeSet;

use crate::model::{Dataset, Kind, Record, Records, references};

/// The chosen records, by kind and id, with all that they refer to, each as it is and in the order of the dataset.
pub fn closure(dataset: &Dataset, chosen: impl IntoIterator<Item = (Kind, String)>) -> Records {
    let records = dataset.records();
    let mut kept: BTreeSet<(Kind, usize)> = BTreeSet::new();
    let mut open: Vec<(Kind, String)> = chosen.into_iter().collect();
    while let Some((kind, id)) = open.pop() {
        if let Some(position) = dataset.position(kind, &id)
            && kept.insert((kind, position))
            && let Some(record) = records.get(kind, position)
        {
            references((kind, position), &record.fields(), &mut |reference| {
                open.push((reference.to, reference.target.to_owned()));
            });
        }
    }
    Records {
        agencies: keep(&records.agencies, &kept),
        pillars: keep(&records.pillars, &kept),
        documents: keep(&records.documents, &kept),
        programmes: keep(&records.programmes, &kept),
        commitments: keep(&records.commitments, &kept),
        ..Records::default()
    }
}

fn keep<T: Record + Clone>(records: &[T], kept: &BTreeSet<(Kind, usize)>) -> Vec<T> {
    let is_kept = |(position, _): &(usize, &T)| kept.contains(&(T::KIND, *position));
    records.iter().enumerate().filter(is_kept).map(|(_, record)| record.clone()).collect()
}
