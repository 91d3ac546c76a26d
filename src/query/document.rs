//! Filters on documents.

use crate::model::{Agency, Citation, Commitment, Dataset, Document, DocumentKind, Id, Programme};

use super::commitment::is_stated_in;
use super::{Every, FoundProgramme, Words};

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

/// A document that was found, with what rests on it.
pub struct FoundDocument<'a> {
    /// The document.
    pub document: &'a Document,
    /// Where it is cited, by whatever record.
    pub sources: Vec<Citation>,
    /// The programmes that it reports.
    pub programmes: Vec<&'a Programme>,
    /// How many of these, as it reports them, name two or more agencies.
    pub joint: usize,
    /// The commitments that stand in it or that it states.
    pub commitments: Vec<&'a Commitment>,
}

impl DocumentFilter {
    /// The documents that match, in the order of the dataset.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<FoundDocument<'a>> {
        let records = dataset.records();
        let mut citing = dataset.citing();
        let found = records.documents.iter().filter_map(|document| {
            let sources = citing.remove(&document.id).unwrap_or_default();
            if !self.matches(document, &sources, dataset) {
                return None;
            }
            let programmes = records.programmes.iter().map(FoundProgramme::whole);
            let programmes = programmes.map(|found| found.in_document(&document.id));
            let reported: Vec<FoundProgramme<'a>> =
                programmes.filter(|found| !found.reports.is_empty()).collect();
            let commitments = records.commitments.iter();
            Some(FoundDocument {
                document,
                sources,
                programmes: reported.iter().map(|found| found.programme).collect(),
                joint: reported.iter().filter(|found| found.is_joint()).count(),
                commitments: commitments.filter(|c| is_stated_in(c, &document.id)).collect(),
            })
        });
        found.collect()
    }

    /// Whether the document, which is cited in these places, matches.
    fn matches(&self, document: &Document, cited: &[Citation], dataset: &Dataset) -> bool {
        self.kinds.each_holds(|kind| *kind == document.kind)
            && self.bodies.each_holds(|body| document.body.as_ref() == Some(body))
            && self.named_in.each_holds(|id| cited.iter().any(|s| s.document == *id))
            && self.search.occur(document, dataset)
    }
}
