//! What is known of what could not be read.

use std::collections::BTreeSet;

use super::tree::{Node, Value};
use super::value::slug;
use crate::model::Kind;

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
