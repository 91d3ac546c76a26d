//! Where a fact stands.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Document, Id, Natural, Text};

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
    /// Where it comes among the citations of one document: the preamble, numbered paragraphs by number, the rest.
    pub fn order(&self) -> (u8, Natural) {
        let paragraph = &*self.paragraph;
        let part = match paragraph.strip_prefix("PP") {
            Some(_) => 0,
            None if paragraph.starts_with(|c: char| c.is_ascii_digit()) => 1,
            None => 2,
        };
        (part, Natural::new(paragraph))
    }
}

/// The number of a paragraph such as `12` or `12 (a)`; none of a footnote or title.
pub fn paragraph_number<N: FromStr>(paragraph: &str) -> Option<N> {
    let digits = paragraph.bytes().take_while(u8::is_ascii_digit).count();
    paragraph[..digits].parse().ok()
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
