//! Paragraphs as a flag names them: one, or a range.

use crate::model::{Coverage, ReadParagraphs, Text};

use super::{Error, Every, paragraphs};

/// One paragraph, or all from one to another: `116`, `105-114`, `PP1-PP4`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphRange(ReadParagraphs);

impl ParagraphRange {
    /// Reads the values of a flag.
    ///
    /// # Errors
    /// When one is no paragraph.
    pub fn read(values: &[String]) -> Result<Every<Self>, Error> {
        Every::read(values, |value| {
            let read =
                paragraphs(value)?.iter().filter_map(|label| Text::new(label).ok()).collect();
            Ok(Self(Coverage { read, ..Coverage::default() }.read_paragraphs()))
        })
    }

    /// Whether a paragraph is among these, or a part of one of them.
    pub fn holds(&self, label: &str) -> bool {
        self.0.position(&label.to_lowercase()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_its_paragraphs_and_their_parts() {
        let every = ParagraphRange::read(&["105-107,PP2".to_owned()]).unwrap();
        let held = |label: &&&str| every.hold(|range| range.holds(label));
        let labels = ["104", "105", "106 (a)", "107", "108", "PP2", "PP20", "10"];
        assert_eq!(
            labels.iter().filter(held).copied().collect::<Vec<_>>(),
            ["105", "106 (a)", "107", "PP2"]
        );
        assert!(ParagraphRange::read(&[" ".to_owned()]).is_err());
    }
}
