//! One dataset out of the records of many files, with unique ids and no reference that leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::examine::Lost;
use crate::diagnostic::{Code, Diagnostic, Place, Span, Unread, shown};
use crate::model::{
    Agency, Commitment, Dataset, Document, Group, Kind, Pillar, Programme, Record, Records, Step,
    Vocabulary, for_each_reference,
};
use crate::nearest::{did_you_mean, nearest};

/// References that lead nowhere are compared with so many ids altogether to find what was meant.
const COMPARED: usize = 200_000;

/// From which place of which file each record comes.
#[derive(Default)]
pub struct Origins {
    /// How many records of each kind stand before those of each file.
    before: Vec<BTreeMap<Kind, usize>>,
    /// Of each file and kind, how many records of its list stand before each that is left out.
    left_out: Vec<BTreeMap<Kind, Vec<usize>>>,
    total: BTreeMap<Kind, usize>,
}

impl Origins {
    /// Adds the next file: its records, and which of its lists are not among them.
    pub fn add(&mut self, records: &Records, left_out: &BTreeSet<(Kind, usize)>) {
        self.before.push(self.total.clone());
        let mut items: BTreeMap<Kind, Vec<usize>> = BTreeMap::new();
        for (kind, item) in left_out {
            let before = items.entry(*kind).or_default();
            before.push(item - before.len());
        }
        self.left_out.push(items);
        let counts = [
            count::<Agency>(records),
            count::<Pillar>(records),
            count::<Document>(records),
            count::<Programme>(records),
            count::<Commitment>(records),
        ];
        for (kind, count) in counts {
            *self.total.entry(kind).or_default() += count;
        }
    }

    /// The file, and the place in its list, of the record that has this position among all of its kind.
    pub fn of(&self, kind: Kind, position: usize) -> (usize, usize) {
        let before = |file: &BTreeMap<Kind, usize>| file.get(&kind).copied().unwrap_or(0);
        let file = self.before.partition_point(|file| before(file) <= position).saturating_sub(1);
        let item = position - self.before.get(file).map_or(0, before);
        let left_out = self.left_out.get(file).and_then(|left_out| left_out.get(&kind));
        let skipped = left_out.map_or(0, |before| before.partition_point(|kept| *kept <= item));
        (file, item + skipped)
    }

    /// The position among all of its kind of a record of the file that is added next.
    pub fn next(&self, kind: Kind, position: usize) -> usize {
        self.total.get(&kind).copied().unwrap_or(0) + position
    }
}

fn count<T: Record>(records: &Records) -> (Kind, usize) {
    (T::KIND, T::all(records).len())
}

/// The records of all files, in order.
pub fn merge(parts: Vec<Records>) -> Records {
    let mut records = Records::default();
    for part in parts {
        records.append(part);
    }
    records
}

/// Every duplicate id and every reference that leads nowhere, but not to a record that is lost.
pub fn check(dataset: &Dataset, lost: &Lost) -> Vec<Diagnostic> {
    let records = dataset.records();
    if records.is_empty() {
        return vec![Diagnostic {
            code: Code::NoRecords,
            message: "there is no record in this dataset".to_owned(),
            help: Some(
                "a dataset has one of the lists `agencies:`, `pillars:`, `documents:`, `programmes:`, \
                 `commitments:`"
                    .to_owned(),
            ),
            place: Place::Text(0, Span::at(1, 1)),
            other: None,
        }];
    }
    let mut diagnostics = Vec::new();
    duplicates::<Agency>(dataset, &mut diagnostics);
    duplicates::<Pillar>(dataset, &mut diagnostics);
    duplicates::<Document>(dataset, &mut diagnostics);
    duplicates::<Programme>(dataset, &mut diagnostics);
    duplicates::<Commitment>(dataset, &mut diagnostics);
    let mut compared = 0;
    for_each_reference(records, &mut |reference| {
        if dataset.position(reference.to, reference.target).is_some()
            || reference.target == Unread::ID
            || lost.kinds.contains(&reference.to)
            || lost.ids.contains(reference.target)
        {
            return;
        }
        let kind: &str = reference.to.into();
        let ids = dataset.ids(reference.to);
        compared += ids.len();
        let is_party = (reference.from, reference.to) == (Kind::Commitment, Kind::Agency);
        let groups = if is_party { Group::words() } else { Vec::new() };
        let known = ids.chain(groups);
        let near = if compared > COMPARED { Vec::new() } else { nearest(reference.target, known) };
        diagnostics.push(Diagnostic {
            code: Code::DanglingReference,
            message: format!("no {kind} has the id `{}`", shown(reference.target)),
            help: did_you_mean(&near).or_else(|| {
                Some(format!("write the id of a record that there is, or add the {kind}"))
            }),
            place: Place::Record(reference.from, reference.position, reference.path.to_vec()),
            other: None,
        });
    });
    diagnostics
}

/// The records of one kind whose id an earlier one has as well.
fn duplicates<T: Record>(dataset: &Dataset, diagnostics: &mut Vec<Diagnostic>) {
    let place = |position| Place::Record(T::KIND, position, vec![Step::Key("id")]);
    for (position, record) in T::all(dataset.records()).iter().enumerate() {
        let first = dataset.position(T::KIND, record.id().as_str());
        if let Some(first) = first.filter(|first| *first != position) {
            diagnostics.push(Diagnostic {
                code: Code::DuplicateId,
                message: format!(
                    "another {} has the id `{}`",
                    <&str>::from(T::KIND),
                    shown(record.id().as_str())
                ),
                help: Some("give one of the two another id, or delete it".to_owned()),
                place: place(position),
                other: Some(place(first)),
            });
        }
    }
}
