//! Text, DOCX and PDF documents as paragraphs with number, page and heading.
//!
//! [`read`] recognises the format by the content. Each format is read to a list of blocks; one
//! assembler turns blocks into labelled paragraphs, so that one text gives the same paragraphs
//! in any format. [`Paper::notes`] lists what could not be read.

mod assemble;
mod block;
mod contents;
mod docx;
mod furniture;
mod hyphens;
mod item;
mod label;
mod line;
mod lines;
mod margin_numbers;
mod markup;
mod note;
mod pages;
mod pdf;
mod position;
mod text;

pub(crate) use furniture::ROOTS;
pub use note::{Note, ReadError};

/// A document as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The symbol that stands at its head, such as `A/RES/74/178`.
    pub symbol: Option<String>,
    /// Its title, if one is recognisable.
    pub title: Option<String>,
    /// Its paragraphs, headings, notes and table cells in reading order.
    pub paragraphs: Vec<Paragraph>,
    /// What was set aside, is missing or could not be read.
    pub notes: Vec<Note>,
}

/// One paragraph, heading, note or table cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// How it is cited: `12`, `16.5`, `12 (a)`, `PP1`, `fn. 3`, `table 16.2`, `after 12`,
    /// `heading before 12`, `title`, or its heading where there is no number to go by.
    pub label: String,
    /// The page on which it begins, where the format has pages.
    pub page: Option<u32>,
    /// The nearest heading above it.
    pub heading: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Its text, without its number and without the marks of notes: on one line, the words parted by single
    /// spaces, without signs that do not show, and with plain hyphens.
    pub text: String,
    /// For a cell: its position in the table, if the format gives it.
    pub cell: Option<Cell>,
}

/// Where a cell stands in its table, counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// The row.
    pub row: usize,
    /// The first of the columns that it spans.
    pub first: usize,
    /// The last of them.
    pub last: usize,
}

impl Paragraph {
    /// Whether records cite it by its label: a number, a paragraph of a preamble, or a part of these.
    pub fn is_citable(&self) -> bool {
        let rest = self.label.strip_prefix("PP").unwrap_or(&self.label);
        rest.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The title of the document.
    Title,
    /// A heading, or the caption of a table or figure.
    Heading,
    /// A paragraph of the body, numbered or not.
    Body,
    /// A lettered or roman item of the paragraph before it.
    Item,
    /// A footnote or endnote.
    Footnote,
    /// A cell of a table.
    Cell,
}

/// Reads a document from its bytes. Their beginning determines the format, not the file name.
pub fn read(bytes: &[u8]) -> Result<Paper, ReadError> {
    let head = &bytes[..bytes.len().min(1024)];
    let (is_text, blocks) = if is_pdf(head) {
        (false, pdf::blocks(bytes)?)
    } else if head.starts_with(b"PK\x03\x04") {
        (false, docx::blocks(bytes)?)
    } else if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(ReadError::OldOffice);
    } else if head.starts_with(b"{\\rtf") {
        return Err(ReadError::Unsupported("RTF"));
    } else if is_markup(bytes) {
        return Err(ReadError::Unsupported("HTML or XML"));
    } else {
        (true, text::blocks(bytes)?)
    };
    let paper = assemble::paper(is_text, blocks);
    let read: usize = paper.paragraphs.iter().map(|paragraph| paragraph.text.chars().count()).sum();
    let is_lost = |note: &Note| matches!(note, Note::UnknownCharacters(lost) if *lost > read);
    // A line alone may be a heading, but no document in an office format has only such.
    let is_bare = |paragraph: &Paragraph| !is_text && paragraph.kind == Kind::Heading;
    if paper.paragraphs.iter().all(is_bare) {
        Err(ReadError::NoText)
    } else if paper.notes.iter().any(is_lost) {
        let what = "most of its characters have no known reading, for its fonts are lost";
        Err(ReadError::Damaged(what.to_owned()))
    } else {
        Ok(paper)
    }
}

/// Whether a file is PDF by its beginning: other bytes may come first, but no words on the same line, which
/// would be those of a text that speaks of the format.
fn is_pdf(head: &[u8]) -> bool {
    memchr::memmem::find_iter(head, b"%PDF-").any(|at| match &head[..at] {
        [] | [0xEF, 0xBB, 0xBF] => true,
        [.., last] => last.is_ascii_control(),
    })
}

/// Whether a file is HTML or XML: it begins with a tag or a declaration, comments aside, and closes a tag. A text
/// may begin with a comment, as converters write them between pages.
fn is_markup(bytes: &[u8]) -> bool {
    let mut rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    while rest.starts_with(b"<!--") {
        let Some(end) = memchr::memmem::find(rest, b"-->") else { return false };
        rest = rest[end + 3..].trim_ascii_start();
    }
    let opens =
        matches!(rest, [b'<', next, ..] if next.is_ascii_alphabetic() || b"!?".contains(next));
    opens
        && (memchr::memmem::find(rest, b"</").is_some()
            || memchr::memmem::find(rest, b"/>").is_some())
}
