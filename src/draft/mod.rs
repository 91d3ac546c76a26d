//! A new document as records for a person to review.
//!
//! What the text itself states is filled in; what needs a person is under `review`. No sentence of
//! the source goes into a record: [`Draft::sentences`] has them, for a file apart from the dataset.

mod agency;
mod aside;
mod cited;
mod commitment;
mod dates;
mod excluded;
mod heading;
mod instrument;
mod list;
mod masthead;
mod names;
mod number;
mod paper;
mod partners;
mod party;
mod passage;
mod places;
mod programme;
mod remainder;
mod report;
mod request;
mod role;
mod sentence;
mod term;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Kind as PaperKind, Paragraph};
use crate::model::{
    Agency, Citation, Dataset, Date, Document, DocumentKind, FiledBy, Id, Pillar, Records, Text,
    fold, is_odd_label,
};
use crate::scan::{Kind, Ledger, Mention, Read};
use heading::Headings;
use passage::{Passage, passages};
pub use remainder::{NotDrafted, paragraphs};

/// What is given about the document in addition to its text.
#[derive(Debug, Clone)]
pub struct DraftOptions {
    /// Its id.
    pub id: Id<Document>,
    /// Its title.
    pub title: Text,
    /// What sort of document it is.
    pub kind: DocumentKind,
    /// Its symbol.
    pub symbol: Option<Text>,
    /// When it was issued or adopted.
    pub date: Option<Date>,
    /// A document of the dataset that it is an edition of, or is like.
    pub like: Option<Id<Document>>,
    /// An earlier edition: records that it may already contain get a question.
    pub since: Option<Id<Document>>,
}

/// The records of a document, the sentences that they were made from, and what was not drafted.
#[derive(Debug)]
pub struct Draft {
    /// The records.
    pub records: Records,
    /// The sentences.
    pub sentences: Vec<Sentence>,
    /// The paragraphs that tell of more than was drafted.
    pub left: NotDrafted,
}

/// The passage that a record was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The kind of record, such as `programme`, or `report`.
    pub kind: &'static str,
    /// The id of the record; of a report that of its programme.
    pub id: String,
    /// The paragraph.
    pub paragraph: String,
    /// Its text.
    pub text: String,
}

/// Makes the records; nothing where the dataset has no pillar to file them under.
pub fn draft(mut read: Read, options: DraftOptions, dataset: &Dataset) -> Option<Draft> {
    let since = options.since.as_ref().map(|document| Ledger::of(dataset, document));
    for (paragraph, mentions) in read.paper.paragraphs.iter().zip(&mut read.mentions) {
        names::keep_whole_names(&paragraph.text, mentions);
    }
    let read = &read;
    let passages = passages(read);
    let headings = Headings::of(dataset, options.like.as_ref());
    let mut drafter = Drafter {
        read,
        options: &options,
        dataset,
        passages: &passages,
        has_numbers: read.paper.paragraphs.iter().any(|it| is_text(it) && it.is_citable()),
        headings,
        fallback: &dataset.records().pillars.first()?.id,
        since,
        assumes_maker: false,
        records: Records::default(),
        sentences: Vec::new(),
        new_agencies: BTreeMap::new(),
        new_documents: BTreeMap::new(),
        taken: BTreeSet::new(),
    };
    drafter.document();
    drafter.agencies();
    drafter.programmes();
    drafter.instruments();
    drafter.commitments();
    let left = drafter.not_drafted();
    let Drafter { records, sentences, .. } = drafter;
    Some(Draft { records, sentences, left })
}

struct Drafter<'a> {
    read: &'a Read,
    passages: &'a [Passage<'a>],
    /// Whether some of its paragraphs are numbered; else all are cited by their headings.
    has_numbers: bool,
    options: &'a DraftOptions,
    dataset: &'a Dataset,
    /// The pillars that headings name, and the one where a heading names none.
    headings: Headings<'a>,
    fallback: &'a Id<Pillar>,
    /// Whether the paper's own body was taken as the maker of a commitment that names none.
    assumes_maker: bool,
    since: Option<Ledger>,
    records: Records,
    sentences: Vec<Sentence>,
    /// The ids of the bodies that the dataset lacks, by their names, folded.
    new_agencies: BTreeMap<String, Id<Agency>>,
    /// The ids of the documents that the dataset lacks, by their symbols.
    new_documents: BTreeMap<String, Id<Document>>,
    /// The ids that are given in this draft.
    taken: BTreeSet<String>,
}

impl Drafter<'_> {
    /// Whether records cite a paragraph: by its number, or in a paper without numbers by its heading.
    fn cites(&self, paragraph: &Paragraph) -> bool {
        let is_place = if self.has_numbers {
            paragraph.is_citable()
        } else {
            let is_between = ["heading before ", "before ", "after "]
                .iter()
                .any(|it| paragraph.label.starts_with(it));
            is_text(paragraph) && !is_between
        };
        is_place && !is_odd_label(&paragraph.label)
    }

    /// Whether a paragraph can report work and records can cite it; a preamble cannot.
    fn can_report(&self, paragraph: &Paragraph) -> bool {
        is_text(paragraph) && self.cites(paragraph) && !is_preamble(paragraph)
    }

    fn citation(&self, paragraph: &str) -> Option<Citation> {
        let paragraph = Text::new(paragraph).ok()?;
        Some(Citation { document: self.options.id.clone(), paragraph })
    }

    fn sentence(&mut self, kind: &'static str, id: &str, paragraph: &str, text: &str) {
        let [id, paragraph, text] = [id, paragraph, text].map(str::to_owned);
        self.sentences.push(Sentence { kind, id, paragraph, text });
    }

    /// The agency that a mention names, be it of the dataset or a new one; none where several may be meant.
    fn agency(&self, mention: &Mention) -> Option<Id<Agency>> {
        if mention.kind != Kind::Agency || mention.is_guess {
            return None;
        }
        match mention.ids.as_slice() {
            [id] => Id::new(id).ok(),
            [] => {
                let name = mention.called();
                self.new_agencies.get(&fold(name)).cloned()
            }
            _ => None,
        }
    }

    /// The pillar of a heading, and who filed it there: the editors where the heading names none.
    fn filing(&self, heading: Option<&str>) -> (Id<Pillar>, FiledBy) {
        match heading.and_then(|heading| self.headings.pillar(heading)) {
            Some(pillar) => (pillar.clone(), FiledBy::Source),
            None => (self.fallback.clone(), FiledBy::Editors),
        }
    }

    /// An id that no record has: this one, or with a number behind it.
    fn free(&mut self, wanted: &str, is_known: impl Fn(&str) -> bool) -> String {
        let mut id = wanted.to_owned();
        let mut number = 2;
        while is_known(&id) || self.taken.contains(&id) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        self.taken.insert(id.clone());
        id
    }
}

/// Whether it is text and no heading, note or cell.
fn is_text(paragraph: &Paragraph) -> bool {
    matches!(paragraph.kind, PaperKind::Body | PaperKind::Item)
}

/// Whether a paragraph is one of a preamble: "Recalling its resolution 60/1,".
fn is_preamble(paragraph: &Paragraph) -> bool {
    let first = paragraph.text.split(' ').next().unwrap_or_default();
    paragraph.label.starts_with("PP") || first.ends_with("ing") && paragraph.text.ends_with(',')
}

/// Non-empty texts.
fn texts(texts: impl IntoIterator<Item: AsRef<str>>) -> Vec<Text> {
    texts.into_iter().filter_map(|text| Text::new(text.as_ref()).ok()).collect()
}
