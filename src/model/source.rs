//! The source of a fact.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{CitedAs, Dataset, Document, Evidence, FieldPlace, Id, Natural, Report, Text};

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
        Self::order_of(&self.paragraph)
    }

    /// The order of a paragraph among those of its document: a preamble first, then what is numbered.
    pub fn order_of(paragraph: &str) -> (u8, Natural) {
        let part = match paragraph.strip_prefix("PP") {
            Some(_) => 0,
            None if paragraph.starts_with(|c: char| c.is_ascii_digit()) => 1,
            None => 2,
        };
        (part, Natural::new(paragraph))
    }
}

/// Gives what names a document and its paragraph the place that it names.
macro_rules! cited {
    ($($type:ty),*) => {
        $(impl $type {
            /// The place that it names.
            pub fn citation(&self) -> Citation {
                Citation { document: self.document.clone(), paragraph: self.paragraph.clone() }
            }
        })*
    };
}
cited!(CitedAs, Evidence, FieldPlace, Report);

impl Dataset {
    /// A citation that can be pasted: `E/CN.7/2020/CRP.5, para. 16`.
    pub fn cite(&self, citation: &Citation) -> String {
        let document = self.label_of(&citation.document);
        let paragraph = &citation.paragraph;
        if paragraph.starts_with(|c: char| c.is_ascii_digit()) {
            format!("{document}, para. {paragraph}")
        } else {
            format!("{document}, {paragraph}")
        }
    }

    /// Where a citation comes among all: by the date of its document, what has none last, and then by paragraph.
    pub fn order_in_time(&self, citation: &Citation) -> impl Ord + use<> {
        let document = self.get(&citation.document);
        (document.map(|document| document.order_in_time()), citation.order())
    }

    /// Citations without repetitions, by document and paragraph.
    pub fn in_order<'c>(&self, citations: &'c [Citation]) -> Vec<&'c Citation> {
        let mut sorted: Vec<&Citation> = citations.iter().collect();
        sorted.sort_by_cached_key(|citation| (self.label_of(&citation.document), citation.order()));
        sorted.dedup();
        sorted
    }
}

/// The number of a paragraph such as `12` or `12 (a)`; none of a footnote or title.
pub fn paragraph_number<N: FromStr>(paragraph: &str) -> Option<N> {
    let digits = paragraph.bytes().take_while(u8::is_ascii_digit).count();
    paragraph[..digits].parse().ok()
}

/// Marks fields that do not come from the documents of the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct External {
    /// The names of the fields that come from elsewhere.
    #[schemars(length(min = 1))]
    pub fields: Vec<Text>,
    /// Where they come from.
    pub source: Text,
}
