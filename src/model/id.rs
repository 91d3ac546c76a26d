//! Ids: stable slugs, one type for each kind of record.

use std::fmt;
use std::marker::PhantomData;

use derive_where::derive_where;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::{fold, written_as_text};

/// The id of a record of kind `T`: lower-case ASCII letters and digits in words joined by hyphens,
/// unique among the records of its kind, and never changed once published.
#[derive_where(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<T> {
    slug: Box<str>,
    kind: PhantomData<fn() -> T>,
}

/// A text as an id: its words in lower case and without accents, joined by hyphens; empty if it has none.
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The first six words of that, which are enough of a name.
pub fn short_slug(text: &str) -> String {
    slug(text).split('-').take(6).collect::<Vec<_>>().join("-")
}

impl<T> Id<T> {
    /// Takes `slug` as an id, or says in one sentence why it cannot be one.
    ///
    /// # Errors
    /// When `slug` is not made of lower-case letters and digits joined by single hyphens.
    pub fn new(slug: &str) -> Result<Self, String> {
        let mut before = b'-';
        let fits = slug.bytes().all(|byte| {
            let after = std::mem::replace(&mut before, byte);
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || (byte == b'-' && after != b'-')
        });
        if fits && before != b'-' {
            Ok(Self { slug: slug.into(), kind: PhantomData })
        } else {
            Err(format!(
                "`{}` is not an id: use lower-case letters and digits joined by hyphens",
                slug.escape_debug()
            ))
        }
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.slug
    }
}

/// So that a map keyed by id can be asked with a plain string.
impl<T> std::borrow::Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.slug
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.slug)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.slug)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.slug)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written_as_text(deserializer, Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_only() {
        for good in ["unodc", "un-women", "a-res-74-178", "2030-agenda"] {
            assert_eq!(Id::<()>::new(good).map(|id| id.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "UNODC", "un women", "un--women", "-un", "un-", "côte", "a/b", "a\"b"] {
            assert!(Id::<()>::new(bad).is_err(), "{bad:?}");
        }
    }
}
