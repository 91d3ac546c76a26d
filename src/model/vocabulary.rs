//! What the closed vocabularies have in common.

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

/// Makes an enum a closed vocabulary.
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

/// Makes an enum a closed vocabulary that stands in datasets.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident $values:tt) => {
        $crate::model::vocabulary! {
            #[derive(serde::Serialize, schemars::JsonSchema)]
            #[serde(rename_all = "kebab-case")]
            $(#[$meta])*
            pub enum $name $values
        }
        $crate::model::text::read_as_text!($name);
    };
}
pub(super) use words;
