//! What a reader has to say about a document: what was not read, and why it could not be.

use std::fmt;

/// Something about a document that a person should know: nothing is left out without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Paragraph numbers that the sequence passes over, first and last.
    MissingNumbers(String, String),
    /// The numbering begins with this number and not with the first.
    BeginsAt(String),
    /// Pages that hold an image and no text.
    ImagePages(Vec<u32>),
    /// Pages of which a part could not be read.
    DamagedPages(Vec<u32>),
    /// A bound that was met; what lies beyond it was not read.
    Bound(&'static str, u64),
    /// A part of the document that was not read.
    NotRead(String),
    /// Lines of contents, page furniture and the like that were set aside.
    SetAside(&'static str, usize),
    /// Characters that have no known reading.
    UnknownCharacters(usize),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingNumbers(first, last) if first == last => {
                write!(f, "paragraph {first} is missing from the sequence")
            }
            Self::MissingNumbers(first, last) => {
                write!(f, "paragraphs {first} to {last} are missing from the sequence")
            }
            Self::BeginsAt(number) => write!(f, "the numbering begins at {number}"),
            Self::ImagePages(pages) => {
                write!(f, "no text on page {}: an image", list(pages))
            }
            Self::DamagedPages(pages) => {
                write!(f, "damaged and read in part: page {}", list(pages))
            }
            Self::Bound(what, bound) => {
                write!(f, "more than {bound} {what}: what follows was not read")
            }
            Self::NotRead(part) => write!(f, "not read: {part}"),
            Self::SetAside(what, 1) => {
                write!(f, "set aside: 1 {}", what.replacen("lines", "line", 1))
            }
            Self::SetAside(what, count) => write!(f, "set aside: {count} {what}"),
            Self::UnknownCharacters(count) => {
                write!(f, "{count} characters have no known reading and were left out")
            }
        }
    }
}

fn list(pages: &[u32]) -> String {
    pages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The document can only be opened with a password.
    Encrypted,
    /// Every page is an image: there are this many.
    ImageOnly(usize),
    /// There is nothing to read in it.
    NoText,
    /// The bytes are damaged, or are not what they begin as.
    Damaged(String),
    /// A bound was met before anything could be read.
    TooLarge(&'static str, u64),
    /// The text is not UTF-8 from this byte on.
    NotUtf8(usize),
    /// A Word document of before 2007, or one that is encrypted.
    OldOffice,
    /// A format that is known and not read.
    Unsupported(&'static str),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encrypted => f.write_str("the document is encrypted: remove its password first"),
            Self::ImageOnly(pages) => write!(
                f,
                "all {pages} pages are images without text: run character recognition first"
            ),
            Self::NoText => f.write_str("the document holds no text"),
            Self::Damaged(what) => write!(f, "the document is damaged: {what}"),
            Self::TooLarge(what, bound) => write!(f, "the document has more than {bound} {what}"),
            Self::NotUtf8(at) => write!(f, "the text is not UTF-8 (byte {at}): convert it first"),
            Self::OldOffice => f.write_str(
                "the document is a Word file of before 2007 or an encrypted one: save it as DOCX",
            ),
            Self::Unsupported(format) => write!(f, "{format} cannot be read: save it as DOCX"),
        }
    }
}

impl std::error::Error for ReadError {}
