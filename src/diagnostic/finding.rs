//! Findings: faults with their place and the line around it, as they are shown.

use std::fmt;

use super::{Code, Span};

/// A place in a file, as it is shown.
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

/// Of a long line, so many characters are shown before the place, in it and behind it.
const AROUND: usize = 60;

impl Excerpt {
    /// The line around a place, which begins behind what stands before; of a place that runs over several lines, what
    /// is on the first.
    pub fn of((before, rest): (&str, &str), span: Span) -> Self {
        let marked = if span.end.0 == span.start.0 {
            span.end.1.saturating_sub(span.start.1).max(1)
        } else {
            usize::MAX
        };
        let rest = rest[..length(rest, 2 * AROUND)].trim_end();
        let (value, after) = rest.split_at(length(rest, marked.min(AROUND)));
        let after = if marked > AROUND { "" } else { &after[..length(after, AROUND)] };
        let skipped = before.chars().rev().take(AROUND).map(char::len_utf8).sum::<usize>();
        let before = &before[before.len() - skipped..];
        let [before, marked, after] = [before, value, after].map(str::to_owned);
        Self { before, marked, after }
    }
}

/// How many bytes so many characters have at the beginning of a text, or the whole of it.
pub fn length(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte)
}

/// A fault that knows its file and line: what is shown to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// How to fix it.
    pub help: Option<String>,
    /// Where it is.
    pub spot: Spot,
    /// A second place that is involved.
    pub other: Option<Spot>,
    /// The line it stands in.
    pub excerpt: Excerpt,
}

impl Finding {
    /// What is wrong, with the other place where there is one.
    pub fn sentence(&self) -> String {
        match &self.other {
            Some(other) => format!("{} (also at {other})", self.message),
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
