//! Joins the records of many files into one dataset with unique ids and without dangling references.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::examine::Misnamed;
use super::tree::{Node, Value};
use super::value::slug;
use crate::diagnostic::{Code, Fault, Faults, Place, Span, shown};
use crate::model::{
    Dataset, Fields, Filed, Joined, Kind, LeafKind, List, Step, Vocabulary, for_each_reference,
};
use crate::nearest::{Names, nearest};

/// What is known of records that are left out.
#[derive(Debug, Default)]
pub struct Unread {
    /// Ids that they may have, of whatever kind.
    pub ids: BTreeSet<String>,
    /// The kinds of which there may be others.
    pub kinds: BTreeSet<Kind>,
    /// Whether there are any.
    pub any: bool,
}

impl Unread {
    /// Notes all ids in a file in which something could not be read.
    pub fn gather(&mut self, node: &Node) {
        match &node.value {
            Value::Scalar(..) => {}
            Value::List(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Mapping(pairs) => pairs.iter().for_each(|(key, value)| {
                let id = value.scalar().filter(|_| key.scalar() == Some("id"));
                self.ids.extend(id.map(str::to_owned).into_iter().chain(id.and_then(slug)));
                self.gather(value);
            }),
        }
    }
}

/// Every reference that is no id, and every duplicate id; and each id that leads nowhere, but not to what could not be
/// read, with the fault that it is.
pub fn check(
    dataset: &Dataset,
    joined: &Joined,
    unread: &Unread,
    misnamed: Vec<Misnamed>,
    faults: &mut Faults,
) -> BTreeMap<(Kind, String), Fault> {
    let mut names = Names::new(dataset);
    let is_known = |to: Kind, id: &str| {
        dataset.position(to, id).is_some() || unread.ids.contains(id) || unread.kinds.contains(&to)
    };
    let none = |to: Kind| format!("use an existing id, or add the {}", to.word());
    for Misnamed { to, is_party, text, mut fault } in misnamed {
        let id = slug(&text).unwrap_or_default();
        let help = fault.help.filter(|_| is_known(to, &id)).unwrap_or_else(|| none(to));
        fault.help = names.meant(&text, to, is_party, false).or(Some(help));
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
    let mut lost: BTreeMap<(Kind, String), (Place, bool, usize)> = BTreeMap::new();
    let mut look = |(list, position, path): (List, usize, &[Step]), to, id: &str, is_party| {
        if !is_known(to, id) {
            let place = || Place::Item(list, position, path.to_vec());
            lost.entry((to, id.to_owned())).or_insert_with(|| (place(), is_party, 0)).2 += 1;
        }
    };
    for_each_reference(dataset, &mut |it| {
        let is_party = (it.from, it.to) == (Kind::Commitment, Kind::Agency);
        look((it.from.list(), it.position, it.path), it.to, it.target, is_party);
    });
    without_owner(&records.reports, &joined.reports, &mut look);
    without_owner(&records.evidence, &joined.evidence, &mut look);
    let lost = lost.into_iter().map(|((to, id), (place, is_party, count))| {
        let is_many = count > FEW;
        let meant = names.meant(&id, to, is_party, is_many);
        let meant = meant.or_else(|| if is_many { renamed(dataset, to, &id) } else { None });
        let places = if count > 1 { format!(", which {count} places name") } else { String::new() };
        let message = format!("no {} has the id `{}`{places}", to.word(), shown(&id));
        let fault = Fault::new(Code::DanglingReference, place, message);
        ((to, id), fault.help(meant.unwrap_or_else(|| none(to))))
    });
    lost.collect()
}

/// Up to this many uses may repeat a typing error; an id that is used more often was once correct.
const FEW: usize = 3;

/// The id to which one was changed: of those that nothing refers to, the only one or the nearest.
fn renamed(dataset: &Dataset, to: Kind, id: &str) -> Option<String> {
    let mut ids: BTreeSet<&str> = dataset.records().of(to).iter().map(|it| it.slug()).collect();
    for_each_reference(dataset, &mut |it| {
        if it.to == to && (it.from != to || it.target != id) {
            ids.remove(it.target);
        }
    });
    let near = nearest(id, ids.iter().copied());
    let only = ids.first().copied().filter(|_| ids.len() == 1);
    let now = near.first().copied().or(only)?;
    Some(format!("was it renamed to `{}`? Then change these places too", shown(now)))
}

/// Looks at every reference of the items of a list of its own whose record is not there.
fn without_owner<T: Filed + Serialize>(
    items: &[T],
    places: &[Option<(usize, usize)>],
    look: &mut impl FnMut((List, usize, &[Step]), Kind, &str, bool),
) {
    let lost = places.iter().enumerate().filter(|(_, place)| place.is_none());
    for ((position, _), item) in lost.zip(items) {
        Fields::of(item, T::LIST).leaves(&mut |path, leaf| {
            if let LeafKind::Id(to) = leaf.kind {
                look((T::LIST, position, path), to, &leaf.text, false);
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
            faults.add(fault.with(place(first)));
        }
    }
}
