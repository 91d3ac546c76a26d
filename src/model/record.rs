//! What every kind of record has.

use serde::Serialize;
use serde_json::Value;

use super::{External, Fields, Id, Kind, Records, Vocabulary, key, loose_key};

/// A record of any kind.
pub trait AnyRecord {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// Its id as a text.
    fn slug(&self) -> &str;
    /// The ids that it had before, as texts.
    fn former_slugs(&self) -> Vec<&str>;
    /// What a person calls it.
    fn title(&self) -> &str;
    /// Everything that it goes by beside its id: names, acronyms, former names, aliases, symbols.
    fn known_as(&self) -> Vec<&str>;
    /// The number that people call it by, if it has one.
    fn number(&self) -> Option<u8>;
    /// What stands in it that comes from elsewhere.
    fn external(&self) -> &[External];
    /// Its fields.
    fn fields(&self) -> Fields;
    /// The record as JSON.
    ///
    /// # Errors
    /// When it cannot be serialized.
    fn json(&self) -> serde_json::Result<Value>;

    /// Everything that it goes by: its id, names, former ids and number (`3`, `chapter 3`, `pillar 3`), as [`key`] makes
    /// them.
    fn keys(&self) -> Vec<String> {
        let names = [self.slug()].into_iter().chain(self.former_slugs()).chain(self.known_as());
        let numbered = |number: u8| {
            let kinds = ["", "chapter ", self.kind().word()];
            kinds.map(|kind| key(&format!("{kind} {number}")))
        };
        names.map(key).chain(self.number().into_iter().flat_map(numbered)).collect()
    }

    /// Whether it goes by a name, given as [`loose_key`] has it: but for signs, spaces, an article, one of two spellings
    /// or what follows in brackets, as in `A/80/6 (Sect. 16)`.
    fn is_loosely(&self, wanted: &str) -> bool {
        let is_it = |name: &str| loose_key(name) == wanted;
        let is_known = |known: &&str| {
            is_it(known) || known.split_once(" (").is_some_and(|(bare, _)| is_it(bare))
        };
        !wanted.is_empty() && self.known_as().iter().any(is_known)
    }
}

/// A record of a kind that is known when the program is compiled.
pub trait Record: AnyRecord + Serialize + Sized + 'static {
    /// Its kind.
    const KIND: Kind;
    /// Its id.
    fn id(&self) -> &Id<Self>;
    /// All records of this kind, in the order of the dataset.
    fn all(records: &Records) -> &[Self];
}

/// Makes a struct a record: the list in which it stands, the field that people call it by, and the number if it
/// has one. What else it goes by is its method `names`.
macro_rules! record {
    ($type:ident, $list:ident, $title:ident $(, $number:ident)?) => {
        impl $crate::model::AnyRecord for $type {
            fn kind(&self) -> $crate::model::Kind {
                <Self as $crate::model::Record>::KIND
            }

            fn slug(&self) -> &str {
                self.id.as_str()
            }

            fn former_slugs(&self) -> Vec<&str> {
                self.former_ids.iter().map($crate::model::Id::as_str).collect()
            }

            fn title(&self) -> &str {
                &self.$title
            }

            fn known_as(&self) -> Vec<&str> {
                self.names().map(|name| &**name).collect()
            }

            fn number(&self) -> Option<u8> {
                None::<u8>$(.or(Some(self.$number)))?
            }

            fn external(&self) -> &[$crate::model::External] {
                &self.external
            }

            fn fields(&self) -> $crate::model::Fields {
                $crate::model::Fields::of(self, $crate::model::Kind::$type.list())
            }

            fn json(&self) -> serde_json::Result<serde_json::Value> {
                serde_json::to_value(self)
            }
        }

        impl $crate::model::Record for $type {
            const KIND: $crate::model::Kind = $crate::model::Kind::$type;

            fn id(&self) -> &$crate::model::Id<Self> {
                &self.id
            }

            fn all(records: &$crate::model::Records) -> &[Self] {
                &records.$list
            }
        }
    };
}
pub(super) use record;
