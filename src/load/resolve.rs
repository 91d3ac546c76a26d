//! One dataset out of the records of many files, with unique ids and no reference that leads nowhere.

use std::collections::BTreeSet;

use serde::Serialize;

use super::examine::{Misnamed, Unread};
use super::value::slug;
use crate::diagnostic::{Code, Fault, Faults, Place, Span, shown};
use crate::model::{
    Dataset, Filed, Joined, Kind, LeafKind, List, Met, Step, Vocabulary, for_each_reference, walk,
};
use crate::nearest::Names;

/// Every reference that is no id, every duplicate id, and every reference that leads nowhere, but not to what could not
/// be read; the ids that lead nowhere.
pub fn check(
    dataset: &Dataset,
    joined: &Joined,
    unread: &Unread,
    misnamed: Vec<Misnamed>,
    faults: &mut Faults,
) -> BTreeSet<(Kind, String)> {
    let mut names = Names::new(dataset);
    let is_known = |to: Kind, id: &str| {
        dataset.position(to, id).is_some() || unread.ids.contains(id) || unread.kinds.contains(&to)
    };
    let none = |to: Kind| format!("use an existing id, or add the {}", to.word());
    for Misnamed { to, is_party, text, mut fault } in misnamed {
        let id = slug(&text).unwrap_or_default();
        let help = fault.help.filter(|_| is_known(to, &id)).unwrap_or_else(|| none(to));
        fault.help = names.meant(&text, to, is_party).or(Some(help));
        faults.add(fault);
    }
    let records = dataset.records();
    if records.is_empty() && !unread.any {
        let lists = List::words().join(":`, `");
        let (message, help) = if joined.reports.is_empty() && joined.evidence.is_empty() {
            let help = format!("a dataset contains at least one of these lists: `{lists}:`");
            ("this dataset contains no records", help)
        } else {
            let message = "this dataset has only reports or evidence";
            let help = "they add to programmes and commitments in other files: name the folder that holds them all";
            (message, help.to_owned())
        };
        faults.add(Fault::at(Code::NoRecords, Span::at(1, 1), message).help(help));
    }
    duplicates(dataset, faults);
    let mut missing = BTreeSet::new();
    let mut look = |place: &dyn Fn() -> Place, to: Kind, id: &str, is_party| {
        if is_known(to, id) {
            return;
        }
        missing.insert((to, id.to_owned()));
        let help = names.meant(id, to, is_party).unwrap_or_else(|| none(to));
        let message = format!("no {} has the id `{}`", to.word(), shown(id));
        faults.add(Fault::new(Code::DanglingReference, place(), message).help(help));
    };
    for_each_reference(records, &mut |it| {
        let is_party = (it.from, it.to) == (Kind::Commitment, Kind::Agency);
        let place = || Place::Item(it.from.list(), it.position, it.path.to_vec());
        look(&place, it.to, it.target, is_party);
    });
    without_owner(&records.reports, &joined.reports, &mut look);
    without_owner(&records.evidence, &joined.evidence, &mut look);
    missing
}

/// Looks at every reference of the items of a list of its own whose record is not there.
fn without_owner<T: Filed + Serialize>(
    items: &[T],
    places: &[Option<(usize, usize)>],
    look: &mut impl FnMut(&dyn Fn() -> Place, Kind, &str, bool),
) {
    let lost = places.iter().enumerate().filter(|(_, place)| place.is_none());
    for ((position, _), item) in lost.zip(items) {
        walk(item, &mut |path, met| {
            if let Met::Leaf(LeafKind::Id(to), id) = met {
                look(&|| Place::Item(T::LIST, position, path.to_vec()), to, id, false);
            }
        });
    }
}

/// The records whose id an earlier one of their kind has as well.
fn duplicates(dataset: &Dataset, faults: &mut Faults) {
    for ((kind, position), record) in dataset.records().every() {
        let place = |position| Place::Item(kind.list(), position, vec![Step::Key("id")]);
        let first = dataset.position(kind, record.slug());
        if let Some(first) = first.filter(|first| *first != position) {
            let message = format!("another {} has the id `{}`", kind.word(), shown(record.slug()));
            let fault = Fault::new(Code::DuplicateId, place(position), message);
            let fault = fault.help("give one of the two another id, or delete it");
            faults.add(Fault { other: Some(place(first)), ..fault });
        }
    }
}
