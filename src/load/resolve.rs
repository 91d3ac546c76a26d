//! One dataset out of the records of many files, with unique ids and no reference that leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::model::{
    Agency, Commitment, Dataset, Document, Kind, Pillar, Programme, Record, Records, Step,
    for_each_reference,
};
use crate::nearest::{did_you_mean, nearest};

/// For so many references that lead nowhere, the nearest ids are looked for.
const SUGGESTED: usize = 200;

/// From which place of which file each record comes.
#[derive(Default)]
pub struct Origins {
    /// How many records of each kind stand before those of each file.
    before: Vec<BTreeMap<Kind, usize>>,
    /// Of each file, which records of its lists are left out.
    left_out: Vec<BTreeSet<(Kind, usize)>>,
    total: BTreeMap<Kind, usize>,
}

impl Origins {
    /// Adds the next file: its records, and which of its lists are not among them.
    pub fn add(&mut self, records: &Records, left_out: &BTreeSet<(Kind, usize)>) {
        self.before.push(self.total.clone());
        self.left_out.push(left_out.clone());
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
        let mut item = position - self.before.get(file).map_or(0, before);
        for (_, left_out) in
            self.left_out.iter().skip(file).take(1).flatten().filter(|(k, _)| *k == kind)
        {
            if *left_out <= item {
                item += 1;
            }
        }
        (file, item)
    }
}

fn count<T: Record>(records: &Records) -> (Kind, usize) {
    (T::KIND, T::all(records).len())
}

/// What is known of the records that could not be read.
#[derive(Default)]
pub struct Lost {
    /// The ids of some.
    pub ids: BTreeSet<(Kind, String)>,
    /// Whether there may be others.
    pub all: bool,
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
    let mut dangling = 0;
    for_each_reference(records, &mut |reference| {
        if dataset.position(reference.to, reference.target).is_some()
            || lost.all
            || lost.ids.contains(&(reference.to, reference.target.to_owned()))
        {
            return;
        }
        let kind: &str = reference.to.into();
        dangling += 1;
        // To look for what was meant takes the longer, the more records there are.
        let near = if dangling > SUGGESTED {
            Vec::new()
        } else {
            nearest(reference.target, dataset.ids(reference.to))
        };
        diagnostics.push(Diagnostic {
            code: Code::DanglingReference,
            message: format!("no {kind} has the id `{}`", reference.target),
            help: did_you_mean(&near),
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
                message: format!("another {} has the id `{}`", <&str>::from(T::KIND), record.id()),
                help: Some("give one of the two another id, or delete it".to_owned()),
                place: place(position),
                other: Some(place(first)),
            });
        }
    }
}
