//! What is known of records that cannot be read, so that nothing false is said of the others.

use std::collections::BTreeSet;

use super::tree::{Node, Value};
use crate::model::Kind;

/// What is known of records that could not be read.
#[derive(Debug, Default)]
pub struct Lost {
    /// The ids of some, of whatever kind.
    pub ids: BTreeSet<String>,
    /// The kinds of which there may be others.
    pub kinds: BTreeSet<Kind>,
    /// Whether there are any.
    pub any: bool,
}

impl Lost {
    /// Notes the ids of all that stands in a place which could not be read.
    pub fn gather(&mut self, node: &Node<'_>) {
        self.any = true;
        match &*node.value {
            Value::Scalar(..) => {}
            Value::List(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    let id = value.scalar().filter(|_| key.scalar() == Some("id"));
                    self.ids.extend(id.map(str::to_owned));
                    self.gather(value);
                }
            }
        }
    }

    /// Adds what is lost elsewhere.
    pub fn append(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.kinds.extend(other.kinds);
        self.any |= other.any;
    }
}
