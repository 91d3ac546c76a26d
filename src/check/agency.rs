//! Rules for agencies.

use std::collections::HashSet;

use super::{Collector, steps};
use crate::diagnostic::shown;
use crate::model::{Kind, for_each_reference};

/// Every agency is named by a source, takes part in something, or is referred to otherwise.
pub fn unused_agencies(found: &mut Collector) {
    let dataset = found.dataset;
    let agencies = &dataset.records().agencies;
    let mut used = HashSet::new();
    for_each_reference(dataset.records(), &mut |it| {
        let itself = || agencies[it.position].id.as_str() == it.target;
        if it.to == Kind::Agency && (it.from != Kind::Agency || !itself()) {
            used.insert(it.target.to_owned());
        }
    });
    for (position, agency) in agencies.iter().enumerate() {
        let id = agency.id.as_str();
        // Of two with one id, which is a fault of its own, nobody knows which is referred to.
        let is_first = dataset.position(Kind::Agency, id) == Some(position);
        if is_first && agency.sources.is_empty() && !used.contains(id) {
            let message = format!("agency `{}` is not used by any record", shown(id));
            let help = "list the paragraphs that mention it under `sources:`, or delete it";
            let found = found.at((Kind::Agency, position));
            found.add(&steps!("id"), message, help);
        }
    }
}
