//! Filters on documents.

use std::collections::HashMap;

use crate::model::{Agency, Citation, Commitment, Dataset, Document, DocumentKind, Id, Programme};

use super::commitment::documents_of;
use super::{Every, FoundProgramme, Words};

/// A filter on documents. Empty fields do not filter.
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
    /// Whether something of it has been read.
    pub is_read: bool,
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
    /// The documents that match, the oldest first; those without a date come last.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<FoundDocument<'a>> {
        let records = dataset.records();
        let mut programmes = by_document(&records.programmes, |programme| {
            programme.reports.iter().map(|report| &report.document)
        });
        let mut commitments = by_document(&records.commitments, documents_of);
        let (read, mut citing) = (dataset.documents_read(), dataset.document_citations());
        let found = records.documents.iter().filter_map(|document| {
            let sources = citing.remove(&document.id).unwrap_or_default();
            if !self.matches(document, &sources, dataset) {
                return None;
            }
            let programmes = programmes.remove(&document.id).unwrap_or_default();
            let as_reported =
                |p: &&&'a Programme| FoundProgramme::whole(p).in_document(&document.id).is_joint();
            Some(FoundDocument {
                document,
                is_read: read.contains(&document.id),
                sources,
                joint: programmes.iter().filter(as_reported).count(),
                programmes,
                commitments: commitments.remove(&document.id).unwrap_or_default(),
            })
        });
        let mut found: Vec<FoundDocument<'a>> = found.collect();
        found.sort_by_cached_key(|found| found.document.order_in_time());
        found
    }

    /// Whether the document, which is cited in these places, matches.
    fn matches(&self, document: &Document, cited: &[Citation], dataset: &Dataset) -> bool {
        self.kinds.each_holds(|kind| *kind == document.kind)
            && self.bodies.each_holds(|body| document.body.as_ref() == Some(body))
            && self.named_in.each_holds(|id| cited.iter().any(|s| s.document == *id))
            && self.search.occur(document, dataset)
    }
}

/// The records that are of each document, in their order: each is looked at once.
fn by_document<'a, R, D: Iterator<Item = &'a Id<Document>>>(
    records: &'a [R],
    of: impl Fn(&'a R) -> D,
) -> HashMap<&'a Id<Document>, Vec<&'a R>> {
    let mut all: HashMap<_, Vec<&R>> = HashMap::new();
    for record in records {
        for document in of(record) {
            let known = all.entry(document).or_default();
            if known.last().is_none_or(|last| !std::ptr::eq(*last, record)) {
                known.push(record);
            }
        }
    }
    all
}
