//! YAML as nearly everybody writes it, read line by line: several times as fast as a parser of the whole
//! language, and without its events in memory.
//!
//! It takes block mappings and lists with one value to a line: plain, in quotes without escapes, folded with
//! `>-`, or a mapping or list in brackets. Of a text that holds anything else it makes nothing at all, and the
//! YAML crate reads it, which also says what is wrong. So it may refuse what it likes, but must never read
//! anything otherwise than the crate does; the tests hold the two against each other.

mod lines;
mod scalar;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::mem;

use serde::de::value::{BorrowedStrDeserializer, Error, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

pub use lines::has_plain_letters;
use lines::{Line, Lines};
use scalar::Scalar;

/// What a text says, if it is plain throughout.
pub fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    if !has_plain_letters(text) {
        return None;
    }
    let mut lines = Lines::new(text);
    let whole = Value::Block { lines: &mut lines, holder: None, inline: "", item: None };
    let value = T::deserialize(whole).ok()?;
    lines.next.is_none().then_some(value)
}

fn not_plain<T>() -> Result<T, Error> {
    Err(Error::custom("not plain"))
}

/// A value, before it is read.
enum Value<'r, 't> {
    /// Among lines.
    Block {
        lines: &'r mut Lines<'t>,
        /// The indent of the mapping or list that holds it.
        holder: Option<usize>,
        /// What stands of it on the line of its key or dash.
        inline: &'t str,
        /// The column in which that begins, if it is an item of a list.
        item: Option<usize>,
    },
    /// In brackets, at the beginning of what is left of its line.
    Flow(&'r mut &'t str),
}

impl<'t> Value<'_, 't> {
    fn scalar(self) -> Result<Scalar<'t>, Error> {
        match self {
            Self::Flow(rest) => Scalar::in_brackets(rest),
            Self::Block { lines, holder, inline: ">-", .. } => {
                let text = lines.folded(holder.unwrap_or(0))?;
                lines.advance();
                Ok(Scalar { text: text.into(), quoted: true })
            }
            Self::Block { lines, inline, .. } => {
                lines.advance();
                Scalar::on_a_line(inline)
            }
        }
    }

    /// Hands a mapping or list to a visitor.
    fn collection<V: Visitor<'t>>(self, open: char, visitor: V) -> Result<V::Value, Error> {
        let visit = |collection| match open {
            '{' => visitor.visit_map(collection),
            _ => visitor.visit_seq(collection),
        };
        match self {
            Self::Flow(rest) => match rest.strip_prefix(open) {
                Some(inner) => {
                    *rest = inner;
                    visit(Collection::Flow { rest, first: true })
                }
                None => not_plain(),
            },
            Self::Block { lines, inline, .. } if inline.starts_with(open) => {
                let mut rest = &inline[1..];
                let value = visit(Collection::Flow { rest: &mut rest, first: true })?;
                lines.advance();
                if rest.is_empty() { Ok(value) } else { not_plain() }
            }
            Self::Block { lines, holder, inline, item } => {
                match item {
                    _ if inline.is_empty() => lines.advance(),
                    Some(indent) => lines.next = Some(Line { indent, content: inline }),
                    None => return not_plain(),
                }
                let Some(Line { indent, content }) = lines.next else { return not_plain() };
                // The dashes of a list may stand straight below the key that it belongs to.
                let level = open == '[' && item.is_none() && content.starts_with("- ");
                if holder.is_some_and(|holder| indent < holder || indent == holder && !level) {
                    return not_plain();
                }
                visit(Collection::Block { lines, indent, inline: "" })
            }
        }
    }
}

/// A mapping or list of which items are still to be read.
enum Collection<'r, 't> {
    Block {
        lines: &'r mut Lines<'t>,
        indent: usize,
        /// What stands behind the key that was read last.
        inline: &'t str,
    },
    Flow {
        rest: &'r mut &'t str,
        /// Whether none has been read yet.
        first: bool,
    },
}

/// Whether another item follows in brackets, or their end.
fn follows(rest: &mut &str, first: &mut bool, close: char) -> Result<bool, Error> {
    let is_first = mem::take(first);
    if let Some(behind) = rest.strip_prefix(close) {
        *rest = behind;
        return Ok(false);
    }
    match rest.strip_prefix(", ") {
        _ if is_first => Ok(true),
        Some(item) => {
            *rest = item;
            Ok(true)
        }
        None => not_plain(),
    }
}

impl<'t> MapAccess<'t> for Collection<'_, 't> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'t>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let key = match self {
            Self::Flow { rest, first } => {
                if !follows(rest, first, '}')? {
                    return Ok(None);
                }
                let (key, value) = scalar::key(rest)?;
                **rest = value;
                key
            }
            Self::Block { lines, indent, inline } => match lines.next {
                Some(line) if line.indent > *indent => return not_plain(),
                Some(line) if line.indent == *indent => {
                    let (key, value) = scalar::key(line.content)?;
                    *inline = value;
                    key
                }
                _ => return Ok(None),
            },
        };
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(match self {
            Self::Flow { rest, .. } => Value::Flow(rest),
            Self::Block { lines, indent, inline } => {
                Value::Block { lines, holder: Some(*indent), inline, item: None }
            }
        })
    }
}

impl<'t> SeqAccess<'t> for Collection<'_, 't> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'t>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let item = match self {
            Self::Flow { rest, first } => {
                if !follows(rest, first, ']')? {
                    return Ok(None);
                }
                Value::Flow(rest)
            }
            Self::Block { lines, indent, .. } => match lines.next {
                Some(line) if line.indent > *indent => return not_plain(),
                Some(line) if line.indent == *indent && line.content.starts_with("- ") => {
                    let behind = Line::new(&line.content[1..]);
                    let item = Some(line.indent + 1 + behind.indent);
                    Value::Block { lines, holder: Some(*indent), inline: behind.content, item }
                }
                _ => return Ok(None),
            },
        };
        seed.deserialize(item).map(Some)
    }

    /// Most lists have one item; room for more is made when they come.
    fn size_hint(&self) -> Option<usize> {
        Some(1)
    }
}

impl<'t> Deserializer<'t> for Value<'_, 't> {
    type Error = Error;

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.scalar()?.text {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.scalar()? {
            Scalar { text, quoted: false } if text == "true" => visitor.visit_bool(true),
            Scalar { text, quoted: false } if text == "false" => visitor.visit_bool(false),
            _ => not_plain(),
        }
    }

    fn deserialize_u64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u64(self.scalar()?.number()?)
    }

    fn deserialize_u16<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.scalar()?.number()?)
    }

    /// A key without a value is not plain, and the words for "no value" are values of no type.
    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(StrDeserializer::new(&self.scalar()?.text))
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.collection('{', visitor)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        self.collection('[', visitor)
    }

    fn deserialize_any<V: Visitor<'t>>(self, _: V) -> Result<V::Value, Error> {
        not_plain()
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>> i8 i16 i32 i64 i128 u32 u128 f32 char string bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}
