//! The values of a record as a tree, gathered on a walk.

use serde::ser::Serialize;

use super::{LeafKind, Met, Step, walk};

/// A value of a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Content {
    /// A single value.
    Leaf(Leaf),
    /// A list.
    List(Vec<Content>),
    /// A part with fields of its own, such as a report.
    Fields(Fields),
}

/// A single value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// The value as it is written in a dataset.
    pub text: String,
}

/// The fields of a record, or of a part of one, that have a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Fields {
    /// The name of their struct.
    pub name: &'static str,
    /// Their keys and values, in the order of the struct.
    pub values: Vec<(&'static str, Content)>,
}

impl Fields {
    /// The fields of a record.
    pub fn of(record: &impl Serialize) -> Self {
        let (mut open, mut whole) = (Vec::new(), Self::default());
        walk(record, &mut |path, met| {
            let value = match met {
                Met::Leaf(kind, text) => {
                    // Its own ids are no references: it does not go by its names there.
                    let is_own = matches!(path, [Step::Key("id" | "former_ids"), ..]);
                    let kind = if is_own { LeafKind::Word } else { kind };
                    Content::Leaf(Leaf { kind, text: text.to_owned() })
                }
                Met::List => return open.push(Content::List(Vec::new())),
                Met::Fields(name) => {
                    return open.push(Content::Fields(Self { name, values: Vec::new() }));
                }
                Met::End => open.pop().unwrap_or(Content::List(Vec::new())),
            };
            match (open.last_mut(), path.last(), value) {
                (Some(Content::Fields(fields)), Some(Step::Key(key)), value) => {
                    fields.values.push((key, value));
                }
                (Some(Content::List(items)), _, value) => items.push(value),
                (_, _, Content::Fields(fields)) => whole = fields,
                _ => {}
            }
        });
        whole
    }

    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<&Content> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// The items of a field that is a list; none where there is no such field.
    pub fn items(&self, key: &str) -> &[Content] {
        self.get(key).map_or(&[], Content::items)
    }

    /// The text of a single value, empty where there is none.
    pub fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Content::Leaf(leaf)) => &leaf.text,
            _ => "",
        }
    }
}

impl Content {
    /// The items of a list, taken out of it; of any other value, the value alone.
    pub fn into_items(self) -> impl Iterator<Item = Self> {
        match self {
            Self::List(items) => items,
            one => vec![one],
        }
        .into_iter()
    }

    /// The items of a list; of any other value, the value alone.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }
}
