//! Which record of the old dataset each record of the new one is.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Kind, Records, Vocabulary};

/// Old and new ids of the same records.
#[derive(Default)]
pub(super) struct Identity {
    /// The new id of each old one that is not kept.
    now: BTreeMap<Kind, BTreeMap<String, String>>,
    /// The old id of each record that both have.
    before: BTreeMap<Kind, BTreeMap<String, String>>,
}

impl Identity {
    pub fn new(old: &Records, new: &Records) -> Self {
        let mut identity = Self::default();
        for kind in Kind::all() {
            identity.add(*kind, old, new);
        }
        identity
    }

    fn add(&mut self, kind: Kind, old: &Records, new: &Records) {
        let mut records = new.of(kind);
        records.sort_by_key(|record| record.slug());
        let kept: BTreeSet<&str> = records.iter().map(|record| record.slug()).collect();
        let old: BTreeSet<&str> = old.of(kind).iter().map(|record| record.slug()).collect();
        let now = self.now.entry(kind).or_default();
        let before = self.before.entry(kind).or_default();
        for record in records {
            let id = record.slug();
            if old.contains(id) {
                before.insert(id.to_owned(), id.to_owned());
            }
            let former: BTreeSet<&str> = record.former_slugs().into_iter().collect();
            for former in former {
                let renamed = old.contains(former) && !kept.contains(former);
                if renamed && !now.contains_key(former) {
                    now.insert(former.to_owned(), id.to_owned());
                    before.entry(id.to_owned()).or_insert_with(|| former.to_owned());
                }
            }
        }
    }

    /// The id that a record of the old dataset has in the new one.
    pub fn now<'i>(&'i self, kind: Kind, old: &'i str) -> &'i str {
        self.now.get(&kind).and_then(|ids| ids.get(old)).map_or(old, String::as_str)
    }

    /// The id that a record of the new dataset has in the old one, if it is there.
    pub fn before(&self, kind: Kind, new: &str) -> Option<&str> {
        self.before.get(&kind).and_then(|ids| ids.get(new)).map(String::as_str)
    }
}
