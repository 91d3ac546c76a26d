//! Where the words of a name end, so that a word which extraction has broken is told from two words.

use super::fold;

/// Where the words of a text end, counted in folded bytes.
pub(super) struct Breaks {
    pub length: usize,
    spaces: Vec<usize>,
    hyphens: Vec<usize>,
}

impl Breaks {
    /// The breaks of a text. White space after a hyphen is the end of a line and counts as the hyphen.
    pub fn of(text: &str) -> Self {
        let mut breaks = Self { length: 0, spaces: Vec::new(), hyphens: Vec::new() };
        let mut at = 0;
        while at < text.len() {
            let folded = fold::at(text, at);
            let length = breaks.length;
            if folded.is_space {
                if breaks.hyphens.last() != Some(&length) && breaks.spaces.last() != Some(&length) {
                    breaks.spaces.push(length);
                }
            } else if folded.bytes().is_empty() {
                breaks.hyphens.push(length);
            } else {
                breaks.length += folded.bytes().len();
            }
            at += usize::from(folded.width);
        }
        breaks
    }

    /// How many spaces of `found` stand within a word of these, or are missing between two.
    pub fn moved_in(&self, found: &Self) -> usize {
        let has = |breaks: &Self, place: &usize| {
            breaks.spaces.contains(place) || breaks.hyphens.contains(place)
        };
        let within = |place: &&usize| **place > 0 && **place < self.length;
        found.spaces.iter().filter(within).filter(|place| !has(self, place)).count()
            + self.spaces.iter().filter(|place| !has(found, place)).count()
    }
}
