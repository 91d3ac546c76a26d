//! One dataset out of the records of many files, with unique ids and no reference that leads nowhere.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::examine::Misnamed;
use super::lost::Lost;
use super::read::Fault;
use crate::diagnostic::{Code, Diagnostic, Kept, Place, Span, Unread, shown};
use crate::model::{
    Agency, Commitment, Dataset, Document, Group, Kind, Pillar, Programme, Record, Records, Step,
    Vocabulary, for_each_reference, key,
};
use crate::nearest::{did_you_mean, nearest};

/// References that lead nowhere are compared with so many names altogether to find what was meant.
const COMPARED: usize = 200_000;

/// What the records go by, to tell which is meant by a reference that leads nowhere.
pub struct Names<'d> {
    dataset: &'d Dataset,
    /// Of each kind that was asked for, the ids by each name; with the groups where one may be meant.
    ids: BTreeMap<(Kind, bool), HashMap<String, Vec<&'d str>>>,
    compared: usize,
}

impl<'d> Names<'d> {
    pub fn new(dataset: &'d Dataset) -> Self {
        Self { dataset, ids: BTreeMap::new(), compared: 0 }
    }

    /// The ids of the records that go by this text, or by one that is nearly this, asked as a question.
    fn meant(&mut self, text: &str, to: Kind, is_party: bool) -> Option<String> {
        let dataset = self.dataset;
        let ids = self.ids.entry((to, is_party)).or_insert_with(|| {
            let mut ids = match to {
                Kind::Agency => names::<Agency>(dataset),
                Kind::Pillar => names::<Pillar>(dataset),
                Kind::Document => names::<Document>(dataset),
                Kind::Programme => names::<Programme>(dataset),
                Kind::Commitment => names::<Commitment>(dataset),
            };
            for group in Group::all().iter().filter(|_| is_party) {
                for name in group.names() {
                    ids.entry(key(name)).or_default().push(group.word());
                }
            }
            ids
        });
        let mut meant = ids.get(&key(text)).cloned().unwrap_or_default();
        if meant.is_empty() {
            self.compared += ids.len();
            if self.compared <= COMPARED {
                let near = nearest(text, ids.keys().map(String::as_str));
                meant = near.into_iter().flat_map(|name| ids[name].iter().copied()).collect();
            }
        }
        let mut seen = HashSet::new();
        meant.retain(|id| seen.insert(*id));
        meant.truncate(3);
        did_you_mean(&meant)
    }
}

/// The ids of the records of a kind by everything that they go by.
fn names<T: Record>(dataset: &Dataset) -> HashMap<String, Vec<&str>> {
    let mut ids: HashMap<String, Vec<&str>> = HashMap::new();
    for record in T::all(dataset.records()) {
        for name in record.keys() {
            ids.entry(name).or_default().push(record.id().as_str());
        }
    }
    ids
}

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

/// That what stands in the place of a reference is no id, with the one that is meant.
pub fn misnamed(
    Misnamed { to, is_party, text, mut fault }: Misnamed,
    names: &mut Names<'_>,
) -> Fault {
    fault.help = names.meant(&text, to, is_party).or(fault.help);
    fault
}

/// Every duplicate id and every reference that leads nowhere, but not to a record that is lost.
pub fn check(dataset: &Dataset, lost: &Lost, names: &mut Names<'_>) -> Kept<Diagnostic> {
    let records = dataset.records();
    let mut diagnostics = Kept::default();
    if records.is_empty() {
        diagnostics.add(Code::NoRecords, Diagnostic {
            code: Code::NoRecords,
            message: "there is no record in this dataset".to_owned(),
            help: Some(
                "a dataset has one of the lists `agencies:`, `pillars:`, `documents:`, `programmes:`, \
                 `commitments:`"
                    .to_owned(),
            ),
            place: Place::Text(0, Span::at(1, 1)),
            other: None,
        });
        return diagnostics;
    }
    duplicates::<Agency>(dataset, &mut diagnostics);
    duplicates::<Pillar>(dataset, &mut diagnostics);
    duplicates::<Document>(dataset, &mut diagnostics);
    duplicates::<Programme>(dataset, &mut diagnostics);
    duplicates::<Commitment>(dataset, &mut diagnostics);
    for_each_reference(records, &mut |reference| {
        if dataset.position(reference.to, reference.target).is_some()
            || reference.target == Unread::ID
            || lost.kinds.contains(&reference.to)
            || lost.ids.contains(reference.target)
        {
            return;
        }
        let kind: &str = reference.to.into();
        let is_party = (reference.from, reference.to) == (Kind::Commitment, Kind::Agency);
        let meant = names.meant(reference.target, reference.to, is_party);
        diagnostics.add(
            Code::DanglingReference,
            Diagnostic {
                code: Code::DanglingReference,
                message: format!("no {kind} has the id `{}`", shown(reference.target)),
                help: meant.or_else(|| {
                    Some(format!("write the id of a record that there is, or add the {kind}"))
                }),
                place: Place::Record(reference.from, reference.position, reference.path.to_vec()),
                other: None,
            },
        );
    });
    diagnostics
}

/// The records of one kind whose id an earlier one has as well.
fn duplicates<T: Record>(dataset: &Dataset, diagnostics: &mut Kept<Diagnostic>) {
    let place = |position| Place::Record(T::KIND, position, vec![Step::Key("id")]);
    for (position, record) in T::all(dataset.records()).iter().enumerate() {
        let first = dataset.position(T::KIND, record.id().as_str());
        if let Some(first) = first.filter(|first| *first != position) {
            diagnostics.add(
                Code::DuplicateId,
                Diagnostic {
                    code: Code::DuplicateId,
                    message: format!(
                        "another {} has the id `{}`",
                        <&str>::from(T::KIND),
                        shown(record.id().as_str())
                    ),
                    help: Some("give one of the two another id, or delete it".to_owned()),
                    place: place(position),
                    other: Some(place(first)),
                },
            );
        }
    }
}
