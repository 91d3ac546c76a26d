//! Every reference that a record makes to another, with the path of the value that makes it.

use super::{Kind, LeafKind, Met, Records, Step, Vocabulary};

/// A reference: the record at `position` of its list refers, at `path` within it, to the `target` of
/// a kind.
#[derive(Debug)]
pub struct Reference<'a> {
    /// The kind of the record that refers.
    pub from: Kind,
    /// Its position among the records of its kind.
    pub position: usize,
    /// The path of the value within the record.
    pub path: &'a [Step],
    /// The kind of record referred to.
    pub to: Kind,
    /// The id referred to.
    pub target: &'a str,
}

/// Calls `visit` for every reference of every record, in the order of the records.
pub fn for_each_reference(records: &Records, visit: &mut dyn FnMut(Reference<'_>)) {
    for from in Kind::all().iter().copied() {
        for (position, record) in records.of(from).into_iter().enumerate() {
            record.walk(&mut |path, met| match (path, met) {
                // These are its own.
                ([Step::Key("id" | "former_ids"), ..], _) => {}
                (path, Met::Leaf(LeafKind::Id(to), target)) => {
                    visit(Reference { from, position, path, to, target });
                }
                _ => {}
            });
        }
    }
}
