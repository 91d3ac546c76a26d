//! What is wrong with a dataset, and where.

mod finding;

use crate::invisible::is_invisible;
use crate::model::{List, Step, vocabulary};
pub use finding::{Excerpt, Finding, Spot, length};

/// Makes the codes out of a table: the name of each, how bad it is, and what it says.
macro_rules! codes {
    ($($code:ident: $severity:ident, $says:literal;)*) => {
        vocabulary! {
            /// What kind of fault it is; its word is stable and can be named on the command line.
            pub enum Code {
                $(#[doc = $says] $code),*
            }
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
    Encoding: Error, "The file is not text in UTF-8.";
    Syntax: Error, "The text is not well formed, or its shape is not that of a dataset.";
    NoRecords: Error, "There is no record at all, or none in a file where others look for them.";
    UnknownKey: Error, "A key that records of this kind do not have.";
    Misplaced: Error, "A record, or a part of one, in a place where another kind belongs.";
    MissingKey: Error, "A key that must be there is not.";
    DuplicateKey: Error, "A key occurs twice in one record, or a table twice in a data package or workbook.";
    WrongType: Error, "A text, number, list or mapping where something else belongs.";
    UnknownWord: Error, "A word that the vocabulary of its key does not have.";
    BadId: Error, "An id that is not a slug.";
    BadDate: Error, "A date that there is not.";
    UnknownCountry: Error, "A country code that ISO 3166-1 does not have.";
    EmptyText: Error, "A text with nothing in it.";
    EmptyValue: Warning, "A key without a value.";
    Untrimmed: Warning, "A text with white space at its ends.";
    Invisible: Warning, "A character that cannot be seen, turns the direction of the text, or is left of a damaged one.";
    Unquoted: Warning, "A text that other readers of YAML take for something else, or that begins with signs meant as YAML.";
    MergedItem: Warning, "A list item that continues the text above it, or has several in it.";
    CutText: Warning, "A text that ends where a sign begins a comment.";
    OddForm: Warning, "A form that other readers of YAML refuse.";
    OddNumber: Warning, "A number whose point may be meant to group thousands.";
    EmptyFile: Warning, "A file of several with nothing in it.";
    UnreadCells: Warning, "A column, sheet or table that does not belong to a dataset.";
    MissingCells: Warning, "A column or table that an export has and that is not there.";
    ConvertedCell: Warning, "A cell that holds something else than what was written.";
    DuplicateId: Error, "Two records of a kind have the same id, or two files the same records.";
    DanglingReference: Error, "A reference leads nowhere.";
    SharedName: Warning, "Two records go by the same name, acronym, alias or former id.";
    Unsourced: Error, "A record or report without a document and paragraph that says so.";
    ParagraphBeyondEnd: Error, "A paragraph that its document does not have.";
    OddParagraph: Warning, "A paragraph that is named in a way that no paragraph is.";
    UnreadParagraph: Warning, "A title, footnote or other part that is cited in words and has not been read.";
    BadSection: Error, "A section that ends before it begins, or a range of paragraphs that is not one.";
    FiledOtherwise: Warning, "A pillar that the source is said to have chosen, and its heading does not name.";
    OddRegion: Warning, "A country among regions, or a region that is nearly one of the standard.";
    OtherOffice: Warning, "An agency that takes part through an office which does not belong to it.";
    UncitedParagraph: Warning, "A paragraph that no record cites and nothing excuses.";
    NeedlessExcuse: Warning, "An excuse for what needs none.";
    RepeatedReport: Warning, "A second report of one programme in one paragraph, or the same evidence again.";
    RepeatedValue: Warning, "A list that names something twice.";
    DateAfterDocument: Error, "A report that is dated after its document.";
    FigureWithoutScope: Error, "A figure that does not say what it is true of.";
    EvidenceTooOld: Error, "Evidence that is older than the commitment it answers.";
    EvidenceWithoutReport: Error, "Evidence that names a report which its programme does not have.";
    LinkWithoutReason: Error, "Evidence that the editors tie to a commitment without saying why.";
    RepeatsLater: Error, "A repetition of what is not older.";
    ChangeWithoutWords: Error, "A repetition that changes something and does not say what.";
    LinkedCompletion: Error, "Evidence that is said to complete a commitment by the editors alone.";
    OddDate: Warning, "A commitment due or stated before it was made, or a date of another century.";
    VagueEdition: Warning, "A periodic document without a date that gives at least the month.";
    UnknownField: Error, "A mark of an external source, or a place, for a field that is not there.";
    Circular: Error, "A record that is, through others, a part of itself.";
    UnusedAgency: Warning, "An agency that nothing refers to.";
    SingleParticipant: Warning, "A joint programme in which one agency takes part alone.";
    MissingSummary: Warning, "A report that does not yet say in words what its paragraph says.";
    Placeholder: Warning, "A text in place of one that is still to be written.";
    ToReview: Warning, "Something that a person still has to decide.";
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
        Self { start: (line, column), end: (line, column + 1) }
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
    /// The way out.
    pub help: Option<String>,
    /// Where it is.
    pub place: Place,
    /// The other place that has a part in it.
    pub other: Option<Place>,
}

impl Fault {
    /// A fault in the text of a file, whose number is not known yet.
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Place::Text(0, span), message)
    }

    /// A fault without a way out.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None, place, other: None }
    }

    /// With a way out.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
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

/// So many faults are kept, and as many errors beside warnings: nobody reads more, and each takes many times the
/// memory of its record.
const MOST: usize = 100_000;

/// The first faults; the errors among all are counted.
#[derive(Debug, Default)]
pub struct Faults {
    kept: Vec<Fault>,
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

    /// Those that are kept.
    pub fn kept(&self) -> &[Fault] {
        &self.kept
    }

    /// The same by themselves.
    pub fn into_vec(self) -> Vec<Fault> {
        self.kept
    }
}

/// What stands between typographic quotes, which are letters of the value: YAML knows only straight ones.
pub fn between_curly_quotes(text: &str) -> Option<&str> {
    let quotes = |c: char| "“”„‟‘’‚«»".contains(c);
    let inner = text.trim().strip_prefix(quotes)?.strip_suffix(quotes)?;
    (!inner.is_empty() && !inner.contains(quotes)).then_some(inner)
}

/// What to do about typographic quotes round this text.
pub fn straighten(inner: &str) -> String {
    format!("write straight quotes, since others are part of the value: \"{}\"", shown(inner))
}

/// A value as a message shows it: short, and nothing in it that cannot be seen.
pub fn shown(text: &str) -> String {
    let text = text.trim_end_matches('\n');
    let end = text.char_indices().nth(60).map(|(end, _)| end);
    end.map_or_else(|| seen(text), |end| seen(&text[..end]) + "…")
}

/// A text with nothing in it that cannot be seen.
pub fn seen(text: &str) -> String {
    let mut seen = String::new();
    for c in text.chars() {
        if is_invisible(c) { seen.extend(c.escape_default()) } else { seen.push(c) }
    }
    seen
}
