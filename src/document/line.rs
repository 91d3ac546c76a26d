//! A line of a page.

/// A line of text as it stands on its page.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) page: Option<u32>,
    /// Whether a blank line, or a wider gap than between other lines, is above it.
    pub(super) apart: bool,
    /// Where it begins and ends, in a unit of which a character is about one.
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) bold: bool,
    /// Whether it is known to belong to a footnote.
    pub(super) note: bool,
}
