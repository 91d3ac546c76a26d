//! Policy pillars.

use serde::{Deserialize, Serialize};

use super::{External, Id, Kind, Record, Records, Text};

/// One of the seven chapters of operational recommendations of the outcome document of the
/// General Assembly's special session of 2016 (A/RES/S-30/1).
///
/// Which paragraphs of a document stand under it, and under which heading, the document's sections say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pillar {
    /// Its id.
    pub id: Id<Pillar>,
    /// The number of the chapter.
    pub number: u8,
    /// What it is about.
    pub name: Text,
    /// Other words by which people ask for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// What a reader should know of it that no other field says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Which of the fields above come from elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Ids that it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<Id<Pillar>>,
}

impl Record for Pillar {
    const KIND: Kind = Kind::Pillar;

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn former_ids(&self) -> &[Id<Self>] {
        &self.former_ids
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn known_as(&self) -> Vec<&str> {
        [&self.name].into_iter().chain(&self.aliases).map(|name| &**name).collect()
    }

    fn number(&self) -> Option<u8> {
        Some(self.number)
    }

    fn all(records: &Records) -> &[Self] {
        &records.pillars
    }
}
