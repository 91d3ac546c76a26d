//! Every value of a record with its place and type, whatever its fields are called.
//!
//! The values come from the derived `Serialize` of the structs, so that a new field is walked as soon as it
//! is there.

use std::fmt;

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::Kind;

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

/// What a walk through a record meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met<'a> {
    /// A single value, as it is written in a dataset.
    Leaf(LeafKind, &'a str),
    /// The begin of a list.
    List,
    /// The begin of fields, with the name of their struct.
    Fields(&'static str),
    /// The end of the list or the fields that began last.
    End,
}

/// What is called with all that a walk meets, and with its path.
pub type Visit<'v> = dyn FnMut(&[Step], Met<'_>) + 'v;

/// Calls `visit` with every value of a record, in the order of its fields.
pub fn walk(record: &impl Serialize, visit: &mut Visit<'_>) {
    // Records are structs, and every value of them can be written.
    let _ = record.serialize(&mut Walker { path: Vec::new(), kind: None, visit });
}

/// The name under which a country is serialized, a code of ISO 3166-1.
pub(super) const COUNTRY: &str = "country";
/// The name under which a group of actors is serialized.
pub(super) const GROUP: &str = "group";

/// Serializes a record into nothing: what it holds is met on the way.
struct Walker<'w, 'v> {
    path: Vec<Step>,
    /// What the next single value is, where its type tells it from others.
    kind: Option<LeafKind>,
    visit: &'w mut Visit<'v>,
}

impl Walker<'_, '_> {
    fn meet(&mut self, met: Met<'_>) -> fmt::Result {
        (self.visit)(&self.path, met);
        Ok(())
    }

    fn leaf(&mut self, kind: LeafKind, text: &str) -> fmt::Result {
        let kind = self.kind.take().unwrap_or(kind);
        self.meet(Met::Leaf(kind, text))
    }

    /// Meets a value that stands one step below.
    fn below<T: Serialize + ?Sized>(&mut self, step: Step, value: &T) -> fmt::Result {
        self.path.push(step);
        value.serialize(&mut *self)?;
        self.path.pop();
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> fmt::Result {
            self.leaf(LeafKind::Number, &value.to_string())
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

impl Serializer for &mut Walker<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Items<Self>;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), fmt::Error>;
    type SerializeTupleStruct = Impossible<(), fmt::Error>;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeMap = Impossible<(), fmt::Error>;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    numbers!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    numbers!(serialize_f32: f32, serialize_f64: f64);

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.leaf(LeafKind::Flag, if value { "true" } else { "false" })
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.leaf(LeafKind::Text, value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        self.leaf(LeafKind::Text, value)
    }

    fn serialize_unit_variant(self, _: &str, _: u32, word: &str) -> fmt::Result {
        self.leaf(LeafKind::Word, word)
    }

    /// A text that its type tells from other texts.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.kind = match name {
            COUNTRY => Some(LeafKind::Country),
            GROUP => Some(LeafKind::Group),
            name => name.parse().ok().map(LeafKind::Id),
        };
        value.serialize(self)
    }

    fn serialize_none(self) -> fmt::Result {
        self.meet(Met::List)?;
        self.meet(Met::End)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<Self>, fmt::Error> {
        self.meet(Met::List)?;
        Ok(Items(self, 0))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.meet(Met::Fields(name))?;
        Ok(self)
    }

    // No record holds any of these.

    refused! {
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
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
    ) -> fmt::Result {
        Err(fmt::Error)
    }
}

/// A list whose items are met, and how many have been.
struct Items<W>(W, usize);

impl SerializeSeq for Items<&mut Walker<'_, '_>> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.0.below(Step::Item(self.1), value)?;
        self.1 += 1;
        Ok(())
    }

    fn end(self) -> fmt::Result {
        self.0.meet(Met::End)
    }
}

impl SerializeStruct for &mut Walker<'_, '_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.below(Step::Key(key), value)
    }

    fn end(self) -> fmt::Result {
        self.meet(Met::End)
    }
}
