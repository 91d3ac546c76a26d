//! The position in a document, from which items and paragraphs without a number get their labels.

use super::Note;
use super::furniture;
use super::label::{Items, Number};
use super::sequence::Sequence;

/// What has been read so far of numbers, headings, items and preambles.
#[derive(Default)]
pub(super) struct Position {
    /// The nearest heading.
    pub(super) heading: Option<String>,
    sequence: Sequence,
    /// Whether unnumbered paragraphs still belong behind the last number.
    anchored: bool,
    chapter: Option<String>,
    /// The label of the paragraph to which items and unnumbered paragraphs belong.
    parent: Option<String>,
    items: Items,
    /// How many paragraphs of a preamble have been counted, while one is open.
    preamble: Option<u32>,
}

impl Position {
    /// Whether a paragraph has had a number.
    pub(super) fn has_number(&self) -> bool {
        self.sequence.last.is_some()
    }

    /// Whether a preamble is open.
    pub(super) fn is_in_preamble(&self) -> bool {
        self.preamble.is_some()
    }

    /// Whether the number can be the next of the sequence, and not a figure at the head of a line.
    pub(super) fn is_followed_by(&self, number: Number, rest: &str) -> bool {
        self.sequence.follows(number, rest)
    }

    /// Passes a heading, which can end a preamble and begin a part.
    pub(super) fn pass_heading(&mut self, heading: &str) {
        if self.preamble.is_some_and(|counted| counted > 0) {
            self.preamble = None;
        }
        if !self.has_number() && self.parent.as_deref().is_some_and(|p| !p.starts_with("PP")) {
            self.parent = None;
        }
        if furniture::begins_part(heading) {
            self.anchored = false;
            self.parent = None;
            self.chapter = furniture::chapter(heading);
        }
    }

    /// Moves to the paragraph with this number; the note tells which numbers were skipped.
    pub(super) fn pass_number(&mut self, number: Number) -> Option<Note> {
        self.anchored = true;
        self.items.clear();
        self.preamble = None;
        self.parent = Some(number.to_string());
        self.sequence.accept(number)
    }

    /// Comes to the line that says who speaks: a preamble begins, and with it a sequence.
    pub(super) fn begin_preamble(&mut self) {
        self.preamble = Some(0);
        self.sequence = Sequence::default();
        self.parent = None;
        self.items.clear();
    }

    /// Comes to the end of the text that the preamble introduced.
    pub(super) fn end_preamble(&mut self) {
        self.preamble = None;
    }

    /// The label of the next item.
    pub(super) fn item(&mut self, item: &str) -> String {
        let place = self.items.add(item);
        match self.parent.as_ref().or(self.chapter.as_ref()).or(self.heading.as_ref()) {
            Some(parent) => format!("{parent} {place}"),
            None => place,
        }
    }

    /// The label of the next paragraph without a number.
    pub(super) fn paragraph(&mut self) -> String {
        let Some(counted) = &mut self.preamble else { return self.place() };
        *counted += 1;
        let label = format!("PP{counted}");
        self.items.clear();
        self.parent = Some(label.clone());
        label
    }

    /// The label of an unnumbered paragraph or a cell at this position.
    pub(super) fn place(&self) -> String {
        match self.sequence.last.filter(|_| self.anchored) {
            Some(number) => format!("after {number}"),
            None => self.chapter.clone().or_else(|| self.heading.clone()).unwrap_or_default(),
        }
    }
}
