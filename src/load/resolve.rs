//! One dataset out of the records of many files, with unique ids and no reference that leads nowhere.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::examine::{Misnamed, Unread};
use crate::diagnostic::{Code, Fault, Faults, Place, Span, shown};
use crate::model::{
    Dataset, Filed, Group, Joined, Kind, List, Record, Step, Vocabulary, for_each_reference, key,
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
    /// The ids of the records that go by this text, or by one that is nearly this, asked as a question.
    fn meant(&mut self, text: &str, to: Kind, is_party: bool) -> Option<String> {
        let dataset = self.dataset;
        let ids = self.ids.entry((to, is_party)).or_insert_with(|| {
            let mut ids: HashMap<_, Vec<_>> = HashMap::new();
            for record in dataset.records().of(to) {
                record
                    .keys()
                    .into_iter()
                    .for_each(|name| ids.entry(name).or_default().push(record.slug()));
            }
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

/// Every reference that is no id, every duplicate id, and every reference that leads nowhere, but not to what could not
/// be read.
pub fn check(
    dataset: &Dataset,
    joined: &Joined,
    unread: &Unread,
    misnamed: Vec<Misnamed>,
    faults: &mut Faults,
) {
    let mut names = Names { dataset, ids: BTreeMap::new(), compared: 0 };
    for Misnamed { to, is_party, text, mut fault } in misnamed {
        fault.help = names.meant(&text, to, is_party).or(fault.help);
        faults.add(fault);
    }
    let records = dataset.records();
    if records.is_empty() && !unread.any {
        let lists = List::words().join(":`, `");
        let (message, help) = if joined.reports.is_empty() && joined.evidence.is_empty() {
            let help = format!("a dataset has one of the lists `{lists}:`");
            ("there is no record in this dataset", help)
        } else {
            let message = "there is nothing in this dataset but reports or evidence";
            let help = "they add to programmes and commitments that stand in other files: name the folder of all";
            (message, help.to_owned())
        };
        faults.add(Fault::at(Code::NoRecords, Span::at(1, 1), message).help(help));
    }
    duplicates(dataset, faults);
    let mut look = |place: &dyn Fn() -> Place, to: Kind, id: &str, is_party| {
        let is_known = dataset.position(to, id).is_some() || unread.ids.contains(id);
        if is_known || unread.kinds.contains(&to) {
            return;
        }
        let kind = to.word();
        let help = names.meant(id, to, is_party);
        let help = help.unwrap_or_else(|| {
            format!("write the id of a record that there is, or add the {kind}")
        });
        let message = format!("no {kind} has the id `{}`", shown(id));
        faults.add(Fault::new(Code::DanglingReference, place(), message).help(help));
    };
    for_each_reference(records, &mut |it| {
        let is_party = (it.from, it.to) == (Kind::Commitment, Kind::Agency);
        let place = || Place::Item(it.from.list(), it.position, it.path.to_vec());
        look(&place, it.to, it.target, is_party);
    });
    without_owner(&records.reports, &joined.reports, &mut look);
    without_owner(&records.evidence, &joined.evidence, &mut look);
}

/// Looks at every item of a list of its own whose record is not there.
fn without_owner<T: Filed>(
    items: &[T],
    places: &[Option<(usize, usize)>],
    look: &mut impl FnMut(&dyn Fn() -> Place, Kind, &str, bool),
) {
    let lost = places.iter().enumerate().filter(|(_, place)| place.is_none());
    for ((position, _), item) in lost.zip(items) {
        let place = || Place::Item(T::LIST, position, vec![Step::Key(T::KEY)]);
        let id = item.owner().map_or("", |id| id.as_str());
        look(&place, T::Owner::KIND, id, false);
    }
}

/// The records whose id an earlier one of their kind has as well.
fn duplicates(dataset: &Dataset, faults: &mut Faults) {
    for kind in Kind::all().iter().copied() {
        let place = |position| Place::Item(kind.list(), position, vec![Step::Key("id")]);
        for (position, record) in dataset.records().of(kind).into_iter().enumerate() {
            let first = dataset.position(kind, record.slug());
            if let Some(first) = first.filter(|first| *first != position) {
                let message =
                    format!("another {} has the id `{}`", kind.word(), shown(record.slug()));
                let fault = Fault::new(Code::DuplicateId, place(position), message);
                let fault = fault.help("give one of the two another id, or delete it");
                faults.add(Fault { other: Some(place(first)), ..fault });
            }
        }
    }
}
