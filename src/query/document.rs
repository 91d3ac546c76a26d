//! Filters on documents.

use std::collections::{HashMap, HashSet};

use crate::model::{Agency, Citation, Commitment, Dataset, Document, DocumentKind, Id, Programme};

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
        let mut programmes: HashMap<&Id<Document>, Vec<&Programme>> = HashMap::new();
        for programme in &dataset.records().programmes {
            let reporting: HashSet<_> = programme.reports.iter().map(|r| &r.document).collect();
            for document in reporting {
                programmes.entry(document).or_default().push(programme);
            }
        }
        let mut commitments: HashMap<&Id<Document>, Vec<&Commitment>> = HashMap::new();
        for commitment in &dataset.records().commitments {
            let stating = commitment.sources.iter().map(|source| &source.document);
            let standing_in: HashSet<_> = stating.chain(&commitment.instrument).collect();
            for document in standing_in {
                commitments.entry(document).or_default().push(commitment);
            }
        }
        let mut citing = dataset.citing();
        let found = dataset.records().documents.iter().filter_map(|document| {
            let sources = citing.remove(&document.id).unwrap_or_default();
            if !self.matches(document, &sources, dataset) {
                return None;
            }
            let programmes = programmes.remove(&document.id).unwrap_or_default();
            let as_reported =
                |p: &&Programme| FoundProgramme::whole(p).in_document(&document.id).is_joint();
            Some(FoundDocument {
                document,
                sources,
                joint: programmes.iter().copied().filter(as_reported).count(),
                programmes,
                commitments: commitments.remove(&document.id).unwrap_or_default(),
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
