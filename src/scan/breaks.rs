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
        let (mut folded, mut spaces, mut hyphens) = (Vec::new(), Vec::new(), Vec::new());
        for c in text.chars() {
            let length = folded.len();
            fold::push(&mut folded, c);
            if c.is_whitespace() {
                if hyphens.last() != Some(&length) && spaces.last() != Some(&length) {
                    spaces.push(length);
                }
            } else if folded.len() == length {
                hyphens.push(length);
            }
        }
        Self { length: folded.len(), spaces, hyphens }
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
