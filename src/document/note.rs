//! Remarks on how a document was read: what was not read, and why.

use std::fmt;

/// Something about a document that a person should know: nothing is left out without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Paragraph numbers that the sequence passes over, first and last.
    MissingNumbers(String, String),
    /// The numbering begins with this number and not with the first.
    BeginsAt(String),
    /// The first number at the head of a paragraph that does not follow those before it, and how many there are:
    /// these paragraphs have the label of one without a number.
    OutOfPlace(String, usize),
    /// The last number before the numbering begins again, and how often it does so.
    BeginsAgain(String, usize),
    /// Pages that hold an image and no text.
    ImagePages(Vec<u32>),
    /// Pages that are in columns, the lines of which were read across; none of a text without pages.
    Columns(Vec<u32>),
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
            Self::BeginsAgain(last, 1) => {
                write!(f, "the numbering begins again after paragraph {last}")
            }
            Self::BeginsAgain(last, count) => {
                write!(f, "the numbering begins again {count} times, first after paragraph {last}")
            }
            Self::OutOfPlace(number, 1) => {
                write!(
                    f,
                    "{number} is out of the sequence and was not taken for a paragraph number"
                )
            }
            Self::OutOfPlace(number, count) => {
                let what = "are out of the sequence and were not taken for paragraph numbers";
                write!(f, "{number} and {} more {what}", count - 1)
            }
            Self::ImagePages(pages) => {
                write!(f, "pages that are images without text: {}", list(pages))
            }
            Self::Columns(pages) => match pages.as_slice() {
                [] => write!(f, "the text seems to be in columns, and was read across"),
                [page] => write!(f, "page {page} seems to be in columns, and was read across"),
                _ => {
                    write!(f, "pages {} seem to be in columns, and were read across", list(pages))
                }
            },
            Self::DamagedPages(pages) => {
                write!(f, "damaged pages, read in part: {}", list(pages))
            }
            Self::Bound(what, bound) => {
                write!(f, "more than {bound} {what}: what follows was not read")
            }
            Self::NotRead(part) => write!(f, "not read: {part}"),
            Self::SetAside(what, 1) => {
                write!(f, "ignored: 1 {}", what.replacen("lines", "line", 1))
            }
            Self::SetAside(what, count) => write!(f, "ignored: {count} {what}"),
            Self::UnknownCharacters(count) => {
                write!(f, "unreadable characters that were left out: {count}")
            }
        }
    }
}

fn list(pages: &[u32]) -> String {
    pages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The document can only be opened with a password.
    #[error("the document is encrypted: remove its password first")]
    Encrypted,
    /// Every page is an image: there are this many.
    #[error("every page is an image without text (pages: {0}): run character recognition first")]
    ImageOnly(usize),
    /// There is nothing to read in it.
    #[error("the document holds no text")]
    NoText,
    /// The bytes are damaged, or are not what they begin as.
    #[error("the document is damaged: {0}")]
    Damaged(String),
    /// A bound was met before anything could be read.
    #[error("the document has more than {1} {0}")]
    TooLarge(&'static str, u64),
    /// The text is not UTF-8 from this byte on.
    #[error("the text is not UTF-8 (byte {0}): convert it first")]
    NotUtf8(usize),
    /// A Word document of before 2007, or one that is encrypted.
    #[error("the document is a Word file of before 2007 or an encrypted one: save it as DOCX")]
    OldOffice,
    /// A format that is known and not read.
    #[error("{0} cannot be read: save it as DOCX")]
    Unsupported(&'static str),
}
