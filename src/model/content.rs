//! The values of a record as a generic tree: its JSON, read by the shape of its list.

use std::str::FromStr;

use serde::ser::Serialize;
use serde_json::Value;

use super::{Field, Group, Kind, List, Shape};

/// What a single value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeafKind {
    /// A text or a date.
    Text,
    /// A word of a closed vocabulary.
    Word,
    /// A reference to a record of a kind.
    Id(Kind),
    /// A country, by its code.
    Country,
    /// A group of actors, by its word.
    Group,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
}

/// One step of the path of a value in a record or a file of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into the value of a key.
    Key(&'static str),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

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
    /// What has them: "agency", "former name".
    pub name: &'static str,
    /// Their keys and values, in the order of the shape.
    pub values: Vec<(&'static str, Content)>,
}

impl Fields {
    /// The fields of an item of a list of a dataset.
    pub fn of(item: &impl Serialize, list: List) -> Self {
        // Records are structs with texts as keys, all of which can be written.
        let json = serde_json::to_value(item).unwrap_or_default();
        match content(json, Shape::of(list), false) {
            Content::Fields(fields) => fields,
            _ => Self::default(),
        }
    }

    /// Calls `look` with every single value and its path.
    pub fn leaves(&self, look: &mut dyn FnMut(&[Step], &Leaf)) {
        self.visit(&mut |path, value| {
            if let Content::Leaf(leaf) = value {
                look(path, leaf);
            }
            true
        });
    }

    /// Calls `look` with every value and its path; it can skip the contents of a value.
    pub fn visit(&self, look: &mut dyn FnMut(&[Step], &Content) -> bool) {
        self.below(&mut Vec::new(), look);
    }

    fn below(&self, path: &mut Vec<Step>, look: &mut dyn FnMut(&[Step], &Content) -> bool) {
        for (key, value) in &self.values {
            value.visit(Step::Key(key), path, look);
        }
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

    fn visit(
        &self,
        step: Step,
        path: &mut Vec<Step>,
        look: &mut dyn FnMut(&[Step], &Self) -> bool,
    ) {
        path.push(step);
        if look(path, self) {
            match self {
                Self::Leaf(_) => {}
                Self::List(items) => {
                    for (i, item) in items.iter().enumerate() {
                        item.visit(Step::Item(i), path, look);
                    }
                }
                Self::Fields(fields) => fields.below(path, look),
            }
        }
        path.pop();
    }
}

/// Reads a value by its shape. The ids of a record itself (`id`, `former_ids`) are words, not references.
fn content(mut json: Value, shape: &'static Shape, is_own_id: bool) -> Content {
    let kind = match shape {
        Shape::List(shape) => {
            let items = json.as_array_mut().map(std::mem::take).unwrap_or_default();
            let item = |item| content(item, shape, is_own_id);
            return Content::List(items.into_iter().map(item).collect());
        }
        Shape::Record(name, shape) => {
            let value = |field: &'static Field| {
                let is_own_id = matches!(&*field.key, "id" | "former_ids");
                let value = json.get_mut(&field.key)?.take();
                Some((&*field.key, content(value, &field.shape, is_own_id)))
            };
            return Content::Fields(Fields {
                name,
                values: shape.iter().filter_map(value).collect(),
            });
        }
        Shape::Id(_) if is_own_id => LeafKind::Word,
        Shape::Id(kind) => LeafKind::Id(*kind),
        Shape::Party if json.as_str().is_some_and(|text| Group::from_str(text).is_ok()) => {
            LeafKind::Group
        }
        Shape::Party => LeafKind::Id(Kind::Agency),
        Shape::Text(of) if of == "country" => LeafKind::Country,
        Shape::Text(_) => LeafKind::Text,
        Shape::Word(_) => LeafKind::Word,
        Shape::Number { .. } => LeafKind::Number,
        Shape::Flag => LeafKind::Flag,
    };
    let text = match json {
        Value::String(text) => text,
        // 27, not 27.0.
        Value::Number(number) => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    };
    Content::Leaf(Leaf { kind, text })
}
