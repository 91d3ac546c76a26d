//! Which record of the old dataset each record of the new one is.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Commitment, Document, Kind, Pillar, Programme, Record, Records};

/// Old and new ids of the same records.
#[derive(Default)]
pub(super) struct Identity<'a> {
    /// The new id of each old one that is not kept.
    now: BTreeMap<(Kind, &'a str), &'a str>,
    /// The old id of each record that both have.
    before: BTreeMap<(Kind, &'a str), &'a str>,
}

impl<'a> Identity<'a> {
    pub fn new(old: &'a Records, new: &'a Records) -> Self {
        let mut identity = Self::default();
        identity.add::<Agency>(old, new);
        identity.add::<Pillar>(old, new);
        identity.add::<Document>(old, new);
        identity.add::<Programme>(old, new);
        identity.add::<Commitment>(old, new);
        identity
    }

    fn add<T: Record>(&mut self, old: &'a Records, new: &'a Records) {
        let ids = |records: &'a [T]| records.iter().map(|record| record.id().as_str()).collect();
        let (old, kept): (BTreeSet<&str>, BTreeSet<&str>) = (ids(T::all(old)), ids(T::all(new)));
        let mut records: Vec<&T> = T::all(new).iter().collect();
        records.sort_by_key(|record| record.id());
        for record in records {
            let id = record.id().as_str();
            if old.contains(id) {
                self.before.insert((T::KIND, id), id);
            }
            let former_ids: BTreeSet<&str> =
                record.former_ids().iter().map(|former| former.as_str()).collect();
            for former in former_ids {
                let renamed = old.contains(former) && !kept.contains(former);
                if renamed && !self.now.contains_key(&(T::KIND, former)) {
                    self.now.insert((T::KIND, former), id);
                    self.before.entry((T::KIND, id)).or_insert(former);
                }
            }
        }
    }

    /// The id that a record of the old dataset has in the new one.
    pub fn now<'i>(&'i self, kind: Kind, old: &'i str) -> &'i str {
        self.now.get(&(kind, old)).copied().unwrap_or(old)
    }

    /// The id that a record of the new dataset has in the old one, if it is there.
    pub fn before(&self, kind: Kind, new: &str) -> Option<&'a str> {
        self.before.get(&(kind, new)).copied()
    }
}
