//! What the closed vocabularies have in common.

use serde::{Deserialize, Deserializer};

use super::text::written_as_text;
use super::{
    AgencyKind, Change, DocumentKind, FiledBy, Force, Link, ProgrammeKind, Qualifier, Role,
    SoleParticipant, Untracked,
};

/// A closed vocabulary: an enum whose every value is written in one way, in lower case with hyphens.
pub trait Vocabulary:
    Copy + Eq + Ord + Into<&'static str> + std::str::FromStr + strum::VariantArray
{
    /// The value as it is written in a dataset and in every output.
    fn word(self) -> &'static str {
        self.into()
    }

    /// Every value, in the order of its definition.
    fn all() -> &'static [Self] {
        Self::VARIANTS
    }

    /// Every word of the vocabulary, in the order of its definition.
    fn words() -> Vec<&'static str> {
        Self::VARIANTS.iter().map(|value| value.word()).collect()
    }
}

impl<T> Vocabulary for T where
    T: Copy + Eq + Ord + Into<&'static str> + std::str::FromStr + strum::VariantArray
{
}

/// Makes an enum a closed vocabulary. One that stands in datasets derives the traits of serde and schemars
/// beside, with `#[serde(rename_all = "kebab-case")]`.
macro_rules! vocabulary {
    ($item:item) => {
        #[derive(
            Debug,
            Clone,
            Copy,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            strum::EnumString,
            strum::IntoStaticStr,
            strum::VariantArray,
        )]
        #[strum(serialize_all = "kebab-case")]
        $item
    };
}
pub(crate) use vocabulary;

/// Reads words as ids and dates are read: without white space at their ends.
macro_rules! read_as_words {
    ($($vocabulary:ty),*) => {$(
        impl<'de> Deserialize<'de> for $vocabulary {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                written_as_text(deserializer, str::parse)
            }
        }
    )*};
}

read_as_words!(
    AgencyKind,
    Link,
    Force,
    DocumentKind,
    Qualifier,
    Role,
    SoleParticipant,
    FiledBy,
    ProgrammeKind,
    Change,
    Untracked
);
