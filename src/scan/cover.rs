//! The bytes of a text that are already taken by a mention.

use std::ops::Range;

/// The covered bytes of a text.
#[derive(Debug, Clone)]
pub(super) struct Cover(Vec<bool>);

impl Cover {
    /// The given spans of a text of this length.
    pub fn new<'a>(length: usize, spans: impl IntoIterator<Item = &'a Range<usize>>) -> Self {
        let mut cover = Self(vec![false; length]);
        spans.into_iter().for_each(|span| cover.add(span));
        cover
    }

    pub fn add(&mut self, span: &Range<usize>) {
        if let Some(bytes) = self.0.get_mut(span.clone()) {
            bytes.fill(true);
        }
    }

    /// Whether a part of the span is covered.
    pub fn touches(&self, span: &Range<usize>) -> bool {
        self.0.get(span.clone()).is_some_and(|bytes| bytes.contains(&true))
    }

    /// Whether all of the span is covered.
    pub fn holds(&self, span: &Range<usize>) -> bool {
        self.0.get(span.clone()).is_some_and(|bytes| !bytes.contains(&false))
    }
}

/// The span of a sorted list that holds this one, if one does.
pub(super) fn holder<'a>(
    spans: &'a [Range<usize>],
    inner: &Range<usize>,
) -> Option<&'a Range<usize>> {
    let before = spans.partition_point(|span| span.start <= inner.start).checked_sub(1)?;
    spans.get(before).filter(|span| inner.end <= span.end)
}
