//! Where a fact stands.

use serde::{Deserialize, Serialize};

use super::{Document, Id, Text};

/// A place in a document: what makes a fact traceable.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The document that says it.
    pub document: Id<Document>,
    /// The paragraph as the document numbers it: "12", "12 (a)", "fn. 1", "title".
    pub paragraph: Text,
}

impl Citation {
    /// Where it comes among the citations of one document: numbered paragraphs by number, then the rest.
    pub fn order(&self) -> (u32, &str) {
        let digits = self.paragraph.bytes().take_while(u8::is_ascii_digit).count();
        (self.paragraph[..digits].parse().unwrap_or(u32::MAX), &self.paragraph)
    }
}

/// A mark that some fields of a record do not come from the documents of the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct External {
    /// The names of the fields that come from elsewhere.
    #[schemars(length(min = 1))]
    pub fields: Vec<Text>,
    /// Where they come from.
    pub source: Text,
}
