//! What is wrong with a dataset, and where.

mod finding;

use crate::invisible::is_invisible;
use crate::model::{List, Step, vocabulary};
pub use finding::{Excerpt, Finding, Spot, length};

/// Makes the codes out of a table: the name of each, and how bad it is.
macro_rules! codes {
    ($($code:ident: $severity:ident,)*) => {
        vocabulary! {
            /// What kind of fault it is; its word is stable and can be named on the command line, and `codes.md`
            /// explains it.
            #[allow(missing_docs)]
            pub enum Code { $($code),* }
        }

        impl Code {
            /// How bad a fault of this kind is.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity),*
                }
            }
        }
    };
}

codes! {
    Encoding: Error, Syntax: Error, NoRecords: Error, UnknownKey: Error, Misplaced: Error,
    MissingKey: Error, DuplicateKey: Error, WrongType: Error, UnknownWord: Error, BadId: Error,
    BadDate: Error, UnknownCountry: Error, EmptyText: Error, EmptyValue: Warning,
    Untrimmed: Warning, Invisible: Warning, Unquoted: Warning, MergedItem: Warning,
    CutText: Warning, OddForm: Warning, OddNumber: Warning, EmptyFile: Warning,
    UnreadCells: Warning, MissingCells: Warning, ConvertedCell: Warning, DuplicateId: Error,
    DanglingReference: Error, SharedName: Warning, Unsourced: Error, ParagraphBeyondEnd: Error,
    OddParagraph: Warning, UnreadParagraph: Warning, BadSection: Error, FiledOtherwise: Warning,
    OddRegion: Warning, OtherOffice: Warning, UncitedParagraph: Warning, NeedlessExcuse: Warning,
    RepeatedReport: Warning, RepeatedValue: Warning, DateAfterDocument: Error,
    FigureWithoutScope: Error, EvidenceTooOld: Error, EvidenceWithoutReport: Error,
    LinkWithoutReason: Error, RepeatsLater: Error, ChangeWithoutWords: Error,
    LinkedCompletion: Error, OddDate: Warning, VagueEdition: Warning, UnknownField: Error,
    Circular: Error, UnusedAgency: Warning, SingleParticipant: Warning, MissingSummary: Warning,
    Placeholder: Warning, ToReview: Warning,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// The dataset says something that cannot be right.
    Error,
    /// It may be right, but it rarely is.
    Warning,
}

impl Code {
    /// What it means, why it matters, and a wrong and a right example.
    pub fn explain(self) -> &'static str {
        let heading = format!("## {}\n", <&str>::from(self));
        let text = CODES.split_once(&heading).map_or("", |(_, after)| after);
        text.split("\n## ").next().unwrap_or(text).trim()
    }
}

const CODES: &str = include_str!("codes.md");

/// A part of a text, from the first character of it to the first after it; lines and columns are counted
/// from 1, and columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Line and column of the first character.
    pub start: (usize, usize),
    /// Line and column of the first character behind it.
    pub end: (usize, usize),
}

impl Span {
    /// A single character.
    pub fn at(line: usize, column: usize) -> Self {
        Self::within(line, column, 1)
    }

    /// So many characters of a line.
    pub fn within(line: usize, column: usize, length: usize) -> Self {
        Self { start: (line, column), end: (line, column + length) }
    }
}

/// Where in a dataset a fault is; files are numbered in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the text of a file.
    Text(usize, Span),
    /// At a path within the item at this position of all lists of a name; its line is looked up only to show it.
    Item(List, usize, Vec<Step>),
}

/// Something wrong with a dataset, from where it is found to where its file and line are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its kind.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// How to fix it.
    pub help: Option<String>,
    /// Where it is.
    pub place: Place,
    /// A second place that is involved.
    pub other: Option<Place>,
}

impl Fault {
    /// A fault in the text of a file, whose number is not known yet.
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Place::Text(0, span), message)
    }

    /// A fault without help.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None, place, other: None }
    }

    /// Adds help.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// With the other place that has a part in it.
    pub fn with(self, other: Place) -> Self {
        Self { other: Some(other), ..self }
    }

    /// The same, in the file of this number.
    pub fn in_file(mut self, number: usize) -> Self {
        if let Place::Text(file, _) = &mut self.place {
            *file = number;
        }
        self
    }

    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}

/// The maximum number of errors, and of warnings, that are kept: nobody reads more, and each takes many times the
/// memory of its record.
const MOST: usize = 100_000;

/// The first faults; the errors among all are counted.
#[derive(Debug, Default)]
pub struct Faults {
    /// Those that are kept.
    pub kept: Vec<Fault>,
    errors: usize,
}

impl Faults {
    /// Adds a fault, unless there are enough.
    pub fn add(&mut self, fault: Fault) {
        self.errors += usize::from(fault.is_error());
        if self.kept.len() < MOST || fault.is_error() && !self.is_full() {
            self.kept.push(fault);
        }
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Whether there are so many errors that no more need be looked for.
    pub fn is_full(&self) -> bool {
        self.errors > MOST
    }

    /// Whether there may be more than are kept.
    pub fn is_cut(&self) -> bool {
        self.kept.len() >= MOST
    }
}

/// What stands between typographic quotes, which are letters of the value: YAML knows only straight ones.
pub fn between_curly_quotes(text: &str) -> Option<&str> {
    let quotes = |c: char| "“”„‟‘’‚«»".contains(c);
    let inner = text.trim().strip_prefix(quotes)?.strip_suffix(quotes)?;
    (!inner.is_empty() && !inner.contains(quotes)).then_some(inner)
}

/// What to do about a value: write straight quotes where it has others round it, or else what is said here.
pub fn straighten(text: &str, or: impl Into<String>) -> String {
    between_curly_quotes(text).map_or_else(
        || or.into(),
        |inner| {
            format!(
                "write straight quotes, since others are part of the value: \"{}\"",
                shown(inner)
            )
        },
    )
}

/// A value as a message shows it: short, and nothing in it that cannot be seen.
pub fn shown(text: &str) -> String {
    let text = text.trim_end_matches('\n');
    let (start, rest) = text.split_at(length(text, 60));
    seen(start) + if rest.is_empty() { "" } else { "…" }
}

/// A text with nothing in it that cannot be seen.
pub fn seen(text: &str) -> String {
    let seen = |c: char| if is_invisible(c) { c.escape_default().to_string() } else { c.into() };
    text.chars().map(seen).collect()
}
