//! What is wrong with a dataset, and where.

use std::fmt;

use crate::model::Step;

/// What kind of fault it is; its word is stable and can be named on the command line.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// The file is no text in UTF-8.
    Encoding,
    /// The text is not well formed, or its shape is not that of a dataset.
    Syntax,
    /// There is no record at all.
    NoRecords,
    /// Two records of a kind have the same id.
    DuplicateId,
    /// A reference leads nowhere.
    DanglingReference,
}

/// One fault, with its place still as a path in the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
    /// The number of the file, in the order of reading.
    pub file: usize,
    /// Where in the file.
    pub place: Place,
}

/// Where in a file a fault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    Whole,
    /// A line and a column, counted from 1; columns count characters.
    At(usize, usize),
    /// The value at a path; line and column are found only when they must be shown.
    Path(Vec<Step>),
}

/// A fault whose place has been found: what is shown to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the file.
    pub file: String,
    /// Its line, counted from 1.
    pub line: usize,
    /// Its column in characters, counted from 1.
    pub column: usize,
    /// Its kind.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, code, message, help } = self;
        write!(f, "{file}:{line}:{column}: error[{}]: {message}", <&str>::from(code))?;
        match help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}
