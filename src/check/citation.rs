//! Every place where a record cites a paragraph.

use crate::model::{Citation, Dataset, Document, Id, Kind, Step};

/// A paragraph that a record cites, with the path of the value that names it.
pub struct Cited<'a> {
    pub kind: Kind,
    pub position: usize,
    pub path: &'a [Step],
    pub document: &'a Id<Document>,
    pub paragraph: &'a str,
}

/// Calls `visit` for every citation of every record.
pub fn each(dataset: &Dataset, visit: &mut dyn FnMut(Cited<'_>)) {
    let records = dataset.records();
    for (position, agency) in records.agencies.iter().enumerate() {
        sources(Kind::Agency, position, &agency.sources, visit);
    }
    for (position, document) in records.documents.iter().enumerate() {
        sources(Kind::Document, position, &document.sources, visit);
        for (i, cited) in document.cited_as.iter().enumerate() {
            let path = &[Step::Key("cited_as"), Step::Item(i), Step::Key("paragraph")];
            let (kind, document, paragraph) = (Kind::Document, &cited.document, &*cited.paragraph);
            visit(Cited { kind, position, path, document, paragraph });
        }
    }
    for (position, programme) in records.programmes.iter().enumerate() {
        for (i, report) in programme.reports.iter().enumerate() {
            let path = &[Step::Key("reports"), Step::Item(i), Step::Key("paragraph")];
            let (kind, document, paragraph) =
                (Kind::Programme, &report.document, &*report.paragraph);
            visit(Cited { kind, position, path, document, paragraph });
        }
    }
    for (position, commitment) in records.commitments.iter().enumerate() {
        let kind = Kind::Commitment;
        sources(kind, position, &commitment.sources, visit);
        if let (Some(document), Some(paragraph)) =
            (&commitment.instrument, &commitment.instrument_paragraph)
        {
            let path = &[Step::Key("instrument_paragraph")];
            visit(Cited { kind, position, path, document, paragraph });
        }
        for (i, evidence) in commitment.evidence.iter().enumerate() {
            let path = &[Step::Key("evidence"), Step::Item(i), Step::Key("paragraph")];
            let (document, paragraph) = (&evidence.document, &*evidence.paragraph);
            visit(Cited { kind, position, path, document, paragraph });
        }
    }
}

fn sources(kind: Kind, position: usize, sources: &[Citation], visit: &mut dyn FnMut(Cited<'_>)) {
    for (i, citation) in sources.iter().enumerate() {
        let path = &[Step::Key("sources"), Step::Item(i), Step::Key("paragraph")];
        let Citation { document, paragraph } = citation;
        visit(Cited { kind, position, path, document, paragraph });
    }
}

/// The number of a paragraph such as `12` or `12 (a)`; none of a footnote or title.
pub fn number(paragraph: &str) -> Option<u16> {
    let digits = paragraph.bytes().take_while(u8::is_ascii_digit).count();
    paragraph[..digits].parse().ok()
}
