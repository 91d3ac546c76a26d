//! What is known of records that are left out, so that nothing false is said of the others.

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
    /// Notes the ids of all that stands in a place which could not be read; whether there is one.
    pub fn gather(&mut self, node: &Node<'_>) -> bool {
        match &*node.value {
            Value::Scalar(..) => false,
            Value::List(items) => items.iter().fold(false, |any, item| self.gather(item) || any),
            Value::Mapping(pairs) => pairs.iter().fold(false, |any, (key, value)| {
                let id = value.scalar().filter(|_| key.scalar() == Some("id"));
                self.ids.extend(
                    id.into_iter().flat_map(|id| slug(id).into_iter().chain([id.to_owned()])),
                );
                self.gather(value) || any || id.is_some()
            }),
        }
    }
}
