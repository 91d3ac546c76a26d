//! Every place where a record names a paragraph of a document.

use super::every_record;
use crate::model::{Dataset, Kind, LeafKind, Met, Step, labels};

/// A paragraph that a record names, with the path of the value that names it.
pub struct Named<'a> {
    pub at: (Kind, usize),
    pub path: &'a [Step],
    pub document: &'a str,
    pub paragraph: &'a str,
    /// Whether it is the document itself that names it, by its label, and no record that cites it.
    pub is_own: bool,
}

/// Calls `visit` for every citation of every record, a paragraph that is named right behind its document, and for every
/// paragraph that a document excuses from carrying a record.
pub fn each(dataset: &Dataset, visit: &mut dyn FnMut(Named<'_>)) {
    let mut document = String::new();
    for (at, record) in every_record(dataset) {
        record.walk(&mut |path, met| {
            let Met::Leaf(kind, text) = met else { return };
            match path {
                [.., Step::Key("paragraph" | "instrument_paragraph")] if !document.is_empty() => {
                    let document = &document;
                    visit(Named { at, path, document, paragraph: text, is_own: false });
                }
                [
                    Step::Key("coverage"),
                    Step::Key("out_of_scope"),
                    _,
                    Step::Key("paragraphs"),
                    _,
                ] => {
                    for paragraph in &labels(text) {
                        visit(Named { at, path, document: record.slug(), paragraph, is_own: true });
                    }
                }
                _ => {}
            }
            document.clear();
            if kind == LeafKind::Id(Kind::Document) {
                document.push_str(text);
            }
        });
    }
}
