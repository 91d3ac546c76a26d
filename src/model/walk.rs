//! Every value of a record with its place and type, whatever its fields are called.
//!
//! The values come from the derived `Serialize` of the structs, so that a new field is walked as soon as it
//! is there.

use std::fmt;

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::Kind;

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

/// The fields of a record, or of a part of one, that have a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Fields {
    /// The name of their struct.
    pub name: &'static str,
    /// Their keys and values, in the order of the struct.
    pub values: Vec<(&'static str, Content)>,
}

/// The fields of a record.
pub fn walk(record: &impl Serialize) -> Fields {
    match record.serialize(Walker) {
        Ok(Content::Fields(fields)) => fields,
        // Records are structs, and every value of them can be written.
        _ => Fields::default(),
    }
}

impl Fields {
    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<&Content> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
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

/// The name under which a country is serialized, a code of ISO 3166-1.
pub(super) const COUNTRY: &str = "country";
/// The name under which a group of actors is serialized.
pub(super) const GROUP: &str = "group";

struct Walker;

fn leaf(kind: LeafKind, text: impl ToString) -> Result<Content, fmt::Error> {
    Ok(Content::Leaf(Leaf { kind, text: text.to_string() }))
}

macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<Content, fmt::Error> {
            leaf(LeafKind::Number, value)
        })*
    };
}

macro_rules! refused {
    ($($method:ident($($type:ty),*) -> $result:ty;)*) => {
        $(fn $method(self, $(_: $type),*) -> Result<$result, fmt::Error> {
            Err(fmt::Error)
        })*
    };
}

impl Serializer for Walker {
    type Ok = Content;
    type Error = fmt::Error;
    type SerializeSeq = Items;
    type SerializeStruct = Fields;
    type SerializeTuple = Impossible<Content, fmt::Error>;
    type SerializeTupleStruct = Impossible<Content, fmt::Error>;
    type SerializeTupleVariant = Impossible<Content, fmt::Error>;
    type SerializeMap = Impossible<Content, fmt::Error>;
    type SerializeStructVariant = Impossible<Content, fmt::Error>;

    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    numbers!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    numbers!(serialize_f32: f32, serialize_f64: f64);

    fn serialize_bool(self, value: bool) -> Result<Content, fmt::Error> {
        leaf(LeafKind::Flag, value)
    }

    fn serialize_char(self, value: char) -> Result<Content, fmt::Error> {
        leaf(LeafKind::Text, value)
    }

    fn serialize_str(self, value: &str) -> Result<Content, fmt::Error> {
        leaf(LeafKind::Text, value)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
    ) -> Result<Content, fmt::Error> {
        leaf(LeafKind::Word, word)
    }

    /// A text that its type tells from other texts.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Content, fmt::Error> {
        let mut content = value.serialize(self)?;
        if let Content::Leaf(leaf) = &mut content {
            leaf.kind = match name {
                COUNTRY => LeafKind::Country,
                GROUP => LeafKind::Group,
                name => name.parse().map_or(leaf.kind, LeafKind::Id),
            };
        }
        Ok(content)
    }

    fn serialize_none(self) -> Result<Content, fmt::Error> {
        Ok(Content::List(Vec::new()))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Content, fmt::Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items, fmt::Error> {
        Ok(Items(Vec::with_capacity(length.unwrap_or_default())))
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<Fields, fmt::Error> {
        Ok(Fields { name, values: Vec::with_capacity(length) })
    }

    // No record holds any of these.

    refused! {
        serialize_bytes(&[u8]) -> Content;
        serialize_unit() -> Content;
        serialize_unit_struct(&'static str) -> Content;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Content, fmt::Error> {
        Err(fmt::Error)
    }
}

struct Items(Vec<Content>);

impl SerializeSeq for Items {
    type Ok = Content;
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.0.push(value.serialize(Walker)?);
        Ok(())
    }

    fn end(self) -> Result<Content, fmt::Error> {
        Ok(Content::List(self.0))
    }
}

impl SerializeStruct for Fields {
    type Ok = Content;
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        self.values.push((key, value.serialize(Walker)?));
        Ok(())
    }

    fn end(self) -> Result<Content, fmt::Error> {
        Ok(Content::Fields(self))
    }
}
