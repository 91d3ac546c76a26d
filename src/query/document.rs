//! Filters on documents.

use crate::model::{Agency, Dataset, Document, DocumentKind, Id};

use super::texts::Searched;
use super::{Every, Words};

/// What is asked of a document. Fields that ask nothing are empty.
#[derive(Debug, Clone, Default)]
pub struct DocumentFilter {
    /// Kinds.
    pub kinds: Every<DocumentKind>,
    /// The body that adopted or received it.
    pub bodies: Every<Id<Agency>>,
    /// A document that names it.
    pub named_in: Every<Id<Document>>,
    /// Words that must all occur.
    pub search: Words,
}

impl DocumentFilter {
    /// Whether the document answers.
    pub fn matches(&self, document: &Document, dataset: &Dataset) -> bool {
        self.kinds.hold(|kind| *kind == document.kind)
            && self.bodies.hold(|body| document.body.as_ref() == Some(body))
            && self.named_in.hold(|id| document.sources.iter().any(|s| s.document == *id))
            && (self.search.is_empty() || self.search.find(document.texts(dataset)).is_some())
    }
}
