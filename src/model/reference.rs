//! Every reference that a record makes to another, and every paragraph that it names, with the path of the value.

use super::{Dataset, Fields, Kind, LeafKind, Step, labels};

/// A reference: the record at `position` of its list refers, at `path` within it, to the `target` of
/// a kind.
#[derive(Debug)]
pub struct Reference<'a> {
    /// The kind of the record that refers.
    pub from: Kind,
    /// Its position among the records of its kind.
    pub position: usize,
    /// The path of the value within the record.
    pub path: &'a [Step],
    /// The kind of record referred to.
    pub to: Kind,
    /// The id referred to.
    pub target: &'a str,
}

/// Calls `visit` for every reference of every record, in the order of the records.
pub fn for_each_reference(dataset: &Dataset, visit: &mut dyn FnMut(Reference<'_>)) {
    dataset.fields().iter().for_each(|(at, fields)| references(*at, fields, visit));
}

/// Calls `visit` for every reference of the record that has these fields.
pub fn references(
    (from, position): (Kind, usize),
    fields: &Fields,
    visit: &mut dyn FnMut(Reference<'_>),
) {
    fields.leaves(&mut |path, leaf| {
        if let LeafKind::Id(to) = leaf.kind {
            visit(Reference { from, position, path, to, target: &leaf.text });
        }
    });
}

/// A paragraph that a record names.
#[derive(Debug)]
pub struct NamedParagraph<'a> {
    /// The kind of the record, and its position among those of its kind.
    pub at: (Kind, usize),
    /// The path of the value within the record.
    pub path: &'a [Step],
    /// The id of the document.
    pub document: &'a str,
    /// The label of the paragraph.
    pub paragraph: &'a str,
    /// Whether it is the document itself that names it, and no record that cites it.
    pub is_own: bool,
}

/// Calls `visit` for every citation of every record, a paragraph that is named right behind its document, and for every
/// paragraph that a document excuses from carrying a record.
pub fn for_each_paragraph(dataset: &Dataset, visit: &mut dyn FnMut(NamedParagraph<'_>)) {
    for (at, fields) in dataset.fields() {
        let (at, mut document) = (*at, String::new());
        fields.leaves(&mut |path, leaf| {
            let text = &*leaf.text;
            match path {
                [.., Step::Key("paragraph" | "instrument_paragraph")] if !document.is_empty() => {
                    let document = &document;
                    visit(NamedParagraph { at, path, document, paragraph: text, is_own: false });
                }
                [
                    Step::Key("coverage"),
                    Step::Key("out_of_scope"),
                    _,
                    Step::Key("paragraphs"),
                    _,
                ] => {
                    for paragraph in &labels(text) {
                        let document = fields.text("id");
                        visit(NamedParagraph { at, path, document, paragraph, is_own: true });
                    }
                }
                _ => {}
            }
            document.clear();
            if leaf.kind == LeafKind::Id(Kind::Document) {
                document.push_str(text);
            }
        });
    }
}
