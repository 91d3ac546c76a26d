//! Policy pillars.

use serde::{Deserialize, Serialize};

use super::record::record;
use super::{External, Id, Text};

/// One of the seven chapters of operational recommendations of the outcome document of the
/// General Assembly's special session of 2016 (A/RES/S-30/1).
///
/// The `sections` of a document give the paragraphs and headings under each pillar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pillar {
    /// Its id.
    pub id: Id<Pillar>,
    /// The number of the chapter.
    pub number: u8,
    /// What it is about.
    pub name: Text,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// A note for readers that fits no other field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Fields above that do not come from the source documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Former ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<Id<Pillar>>,
}

impl Pillar {
    /// Every name that it goes by.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        [&self.name].into_iter().chain(&self.aliases)
    }
}

record!(Pillar, pillars, name, number);
