//! What is wrong with a dataset, and where.

use std::fmt;

use crate::invisible::is_invisible;
use crate::model::{Kind, List, Step, vocabulary};

vocabulary! {
    /// What kind of fault it is; its word is stable and can be named on the command line.
    pub enum Code {
        /// The file is no text in UTF-8.
        Encoding,
        /// The text is not well formed, or its shape is not that of a dataset.
        Syntax,
        /// There is no record at all.
        NoRecords,
        /// A key that records of this kind do not have.
        UnknownKey,
        /// A record, or a part of one, that stands where another kind belongs.
        Misplaced,
        /// A key that must be there is not.
        MissingKey,
        /// A key stands twice in one record.
        DuplicateKey,
        /// A text, number, list or mapping where something else belongs.
        WrongType,
        /// A word that the vocabulary of its key does not have.
        UnknownWord,
        /// An id that is no slug.
        BadId,
        /// A date that there is not.
        BadDate,
        /// A country code that ISO 3166-1 does not have.
        UnknownCountry,
        /// A text with nothing in it.
        EmptyText,
        /// A key without a value.
        EmptyValue,
        /// A text with white space at its ends.
        Untrimmed,
        /// A character that cannot be seen, or that turns the direction of the text.
        Invisible,
        /// A text that other readers of YAML take for a number, a date, yes or no.
        Unquoted,
        /// A list item that continues the text above it.
        MergedItem,
        /// A text that ends where a sign begins a comment.
        CutText,
        /// A number with three digits behind the point, which may be meant to group thousands.
        OddNumber,
        /// A file of several with nothing in it.
        EmptyFile,
        /// A column, sheet or table that is no part of a dataset.
        UnreadCells,
        /// A column or table that an export has and that is not there.
        MissingCells,
        /// A cell in which a spreadsheet holds something else than what was written.
        ConvertedCell,
        /// Two records of a kind have the same id.
        DuplicateId,
        /// A reference leads nowhere.
        DanglingReference,
        /// Two records go by the same name, acronym, alias or former id.
        SharedName,
        /// An alias that is the name of its own record.
        NeedlessAlias,
        /// A record or report without a document and paragraph that says so.
        Unsourced,
        /// A paragraph that its document does not have.
        ParagraphBeyondEnd,
        /// A paragraph that is named in a way that no paragraph is.
        OddParagraph,
        /// A section that ends before it begins.
        BadSection,
        /// A paragraph that no record cites and nothing excuses.
        UncitedParagraph,
        /// An excuse for what needs none.
        NeedlessExcuse,
        /// A second report of one programme in one paragraph.
        RepeatedReport,
        /// A list that names something twice.
        RepeatedValue,
        /// A report that is dated after the document it stands in.
        DateAfterDocument,
        /// A figure that does not say what it is true of.
        FigureWithoutScope,
        /// Evidence that is older than the commitment it answers.
        EvidenceTooOld,
        /// Evidence that names a report which its programme does not have.
        EvidenceWithoutReport,
        /// Evidence that the editors tie to a commitment without saying why.
        LinkWithoutReason,
        /// A repetition of what is not older.
        RepeatsLater,
        /// A repetition that changes something and does not say what.
        ChangeWithoutWords,
        /// Evidence that is said to complete a commitment by the editors alone.
        LinkedCompletion,
        /// A periodic document without a date that tells at least the month.
        VagueEdition,
        /// A mark of an external source that names a field its record does not have.
        UnknownField,
        /// A record that is, through others, a part of itself.
        Circular,
        /// An agency that nothing refers to.
        UnusedAgency,
        /// A joint programme in which one agency takes part alone.
        SingleParticipant,
        /// A report that does not yet say in words what its paragraph says.
        MissingSummary,
        /// Something that a person still has to decide.
        ToReview,
    }
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
    /// How bad a fault of this kind is.
    pub fn severity(self) -> Severity {
        match self {
            Self::EmptyValue
            | Self::Untrimmed
            | Self::Invisible
            | Self::Unquoted
            | Self::MergedItem
            | Self::CutText
            | Self::OddNumber
            | Self::EmptyFile
            | Self::UnreadCells
            | Self::MissingCells
            | Self::ConvertedCell
            | Self::RepeatedValue
            | Self::SharedName
            | Self::NeedlessAlias
            | Self::OddParagraph
            | Self::RepeatedReport
            | Self::UncitedParagraph
            | Self::NeedlessExcuse
            | Self::UnusedAgency
            | Self::VagueEdition
            | Self::SingleParticipant
            | Self::MissingSummary
            | Self::ToReview => Severity::Warning,
            _ => Severity::Error,
        }
    }

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
    /// At a path within the record of a kind that has this position among all of the dataset; its file, line and
    /// column are looked up only to show it.
    Record(Kind, usize, Vec<Step>),
    /// The same of an item of a list, by its position in all lists of that name.
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

/// So many errors and so many warnings are kept of a file, and of the rules: nobody reads more, and each takes
/// many times the memory of its record.
const MOST: usize = 100_000;

/// The first faults of each severity; all are counted.
#[derive(Debug, Default)]
pub struct Faults {
    all: Vec<Fault>,
    errors: usize,
    warnings: usize,
}

impl Faults {
    /// Adds a fault, unless there are enough of its severity.
    pub fn add(&mut self, fault: Fault) -> Option<&mut Fault> {
        let count = if fault.is_error() { &mut self.errors } else { &mut self.warnings };
        *count += 1;
        if *count > MOST {
            return None;
        }
        self.all.push(fault);
        self.all.last_mut()
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Whether no more errors are kept.
    pub fn is_full(&self) -> bool {
        self.errors >= MOST
    }

    /// Whether there are more than are kept.
    pub fn is_cut(&self) -> bool {
        self.errors.max(self.warnings) > MOST
    }

    /// Those that are kept.
    pub fn into_vec(self) -> Vec<Fault> {
        self.all
    }
}

/// A value as a message shows it: short, and nothing in it that cannot be seen.
pub fn shown(text: &str) -> String {
    let mut shown = String::new();
    for (number, c) in text.trim_end_matches('\n').chars().enumerate() {
        if number == 60 {
            shown.push('…');
            break;
        }
        if is_invisible(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
    }
    shown
}

/// Where in which file, as a person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The name of the file.
    pub file: String,
    /// The part of its text; of a workbook, row and column.
    pub span: Span,
    /// The cell of a workbook.
    pub cell: Option<String>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cell {
            Some(cell) => write!(f, "{}: {cell}", self.file),
            None => write!(f, "{}:{}:{}", self.file, self.span.start.0, self.span.start.1),
        }
    }
}

/// The line of a finding, split around the part that is meant; of a long line, only what is near.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before it.
    pub before: String,
    /// The part that is meant.
    pub marked: String,
    /// What stands behind it.
    pub after: String,
}

/// A fault that knows its file and line: what is shown to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
    /// Where it is.
    pub spot: Spot,
    /// The other place that has a part in it.
    pub other: Option<Spot>,
    /// The line it stands in.
    pub excerpt: Excerpt,
}

impl Finding {
    /// What is wrong, with the other place where there is one.
    pub fn sentence(&self) -> String {
        match &self.other {
            Some(other) => format!("{} (the other is at {other})", self.message),
            None => self.message.clone(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity: &str = self.code.severity().into();
        let code: &str = self.code.into();
        write!(f, "{}: {severity}[{code}]: {}", self.spot, self.sentence())
    }
}
