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
    /// Notes the ids of all that stands in a place which could not be read; how many there are.
    pub fn gather(&mut self, node: &Node) -> usize {
        match &node.value {
            Value::Scalar(..) => 0,
            Value::List(items) => items.iter().map(|item| self.gather(item)).sum(),
            Value::Mapping(pairs) => {
                let pair = |(key, value): &(Node, Node)| {
                    let id = value.scalar().filter(|_| key.scalar() == Some("id"));
                    self.ids.extend(id.map(str::to_owned));
                    self.ids.extend(id.and_then(slug));
                    usize::from(id.is_some()) + self.gather(value)
                };
                pairs.iter().map(pair).sum()
            }
        }
    }
}
