//! Pieces of text that were shown together, and how they follow one another.

use super::super::block::is_note_mark;
use std::collections::BTreeMap;

/// A piece of text with its place on the page, in points from the lower left.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    /// The marked content that it belongs to.
    pub(super) marked: Option<u32>,
    /// Whether it is marked as furniture of the page.
    pub(super) artifact: bool,
}

/// Text that runs are added to.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) text: String,
    /// How many letters are in bold, and how many are not.
    pub(super) bold: (usize, usize),
    last: Option<(f64, f64, f64)>,
    /// Where it stands on the page on which it begins.
    pub(super) place: Option<Place>,
    left_page: bool,
}

/// A rectangle on a page, and the size of most of what stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) size: f64,
}

impl Place {
    fn widen(&mut self, run: &Run) {
        self.left = self.left.min(run.left);
        self.right = self.right.max(run.right);
        self.top = self.top.max(run.base + run.size * 0.6);
        self.bottom = self.bottom.min(run.base);
        self.size = self.size.max(run.size);
    }

    /// Whether it has more than one line.
    pub(super) fn is_wrapped(&self) -> bool {
        self.top - self.bottom > self.size * 1.5
    }

    /// Whether both stand in one row, this one to the left.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.right <= other.left + 1.0 && self.bottom < other.top && other.bottom < self.top
    }
}

impl Text {
    /// Adds a run; raised marks of notes are left out.
    pub(super) fn add(&mut self, run: &Run) {
        let Some((right, base, size)) = self.last else {
            self.push(run);
            return;
        };
        let begun = !self.text.trim_start().is_empty();
        let raised = begun
            && run.size < size * 0.8
            && run.base > base + size * 0.15
            && run.base < base + size;
        if raised && is_note_mark(&self.text, &run.text) {
            return;
        }
        let same_line = (run.base - base).abs() < size.max(run.size) * 0.5;
        let apart = if same_line {
            run.left - right > size * 0.18
        } else {
            !breaks_without_space(&self.text)
        };
        if apart && !self.text.ends_with(char::is_whitespace) && !run.text.starts_with(' ') {
            self.text.push(' ');
        }
        self.push(run);
    }

    /// Goes on on another page.
    pub(super) fn break_page(&mut self) {
        self.left_page = true;
        self.break_line();
    }

    /// Goes on elsewhere, as in another line of a cell.
    pub(super) fn break_line(&mut self) {
        self.last = None;
        if !breaks_without_space(&self.text) {
            self.text.push(' ');
        }
    }

    /// Whether the run follows without a gap of several characters.
    pub(super) fn is_near(&self, run: &Run) -> bool {
        self.place.is_none_or(|place| run.left - place.right < 3.0 * run.size)
    }

    pub(super) fn is_bold(&self) -> bool {
        self.bold.0 > 0 && self.bold.1 == 0
    }

    fn push(&mut self, run: &Run) {
        self.text.push_str(&run.text);
        let letters = letter_count(&run.text);
        if !self.left_page && !run.text.trim().is_empty() {
            let Run { left, right, base, size, .. } = *run;
            let here = Place { left, right, top: base + size * 0.6, bottom: base, size };
            self.place.get_or_insert(here).widen(run);
        }
        if run.bold {
            self.bold.0 += letters;
        } else {
            self.bold.1 += letters;
        }
        if letters > 0 || self.last.is_none_or(|(_, _, size)| size < run.size * 1.5) {
            self.last = Some((run.right, run.base, run.size));
        }
    }
}

/// Whether a line can end so that the next follows without a space.
fn breaks_without_space(text: &str) -> bool {
    let mut chars = text.chars().rev();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some('-' | '/' | '–' | '—'), before) => before.is_some_and(|c| !c.is_whitespace()),
        (Some(last), _) => last.is_whitespace(),
    }
}

/// How many letters and digits a text has.
pub(super) fn letter_count(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The size of most of the text, from the size and length of each piece.
pub(super) fn usual_size(sized: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for (size, length) in sized {
        // Sizes are compared in tenths of a point.
        let tenths = (size * 10.0).round().clamp(0.0, 10_000.0) as u32;
        *sizes.entry(tenths).or_default() += length;
    }
    sizes.iter().max_by_key(|(_, count)| **count).map_or(0.0, |(size, _)| f64::from(*size) / 10.0)
}
