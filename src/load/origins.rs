//! Where the records of a dataset stand in its files.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Evidence, Filed, Joined, List, Records, Report, Step, Vocabulary};

/// From which place of which file each item of each list comes.
#[derive(Default)]
pub struct Origins {
    /// Of each item, the number of its file and its position in the list there.
    items: BTreeMap<List, Vec<(usize, usize)>>,
    /// The position in its list of what was joined to a record, by the record and the place there.
    joined: HashMap<(List, usize, usize), usize>,
}

impl Origins {
    /// Adds the next item of a list.
    pub fn add(&mut self, list: List, file: usize, item: usize) {
        self.items.entry(list).or_default().push((file, item));
    }

    /// Adds all records of the next file.
    pub fn add_all(&mut self, file: usize, records: &Records) {
        for list in List::all() {
            (0..records.count(*list)).for_each(|item| self.add(*list, file, item));
        }
    }

    /// Adds where the items of lists of their own have gone.
    pub fn join(&mut self, joined: &Joined) {
        for (list, places) in [(Report::LIST, &joined.reports), (Evidence::LIST, &joined.evidence)]
        {
            for (item, place) in places.iter().enumerate() {
                self.joined.extend(place.map(|(position, place)| ((list, position, place), item)));
            }
        }
    }

    /// The file, and the path from its top, of what stands at a path within the item that has this position in all
    /// lists of a name.
    pub fn path(&self, list: List, position: usize, path: &[Step]) -> (usize, Vec<Step>) {
        if let [Step::Key(key), Step::Item(place), rest @ ..] = path
            && let Ok(own) = key.parse()
            && let Some(item) = self.joined.get(&(own, position, *place))
        {
            return self.path(own, *item, rest);
        }
        let items = self.items.get(&list);
        let (file, item) = items.and_then(|items| items.get(position)).copied().unwrap_or_default();
        (file, [&[Step::Key(list.word()), Step::Item(item)], path].concat())
    }
}
