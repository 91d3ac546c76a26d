//! Tables while their cells are read.

use super::super::Cell;

/// A table that is open.
#[derive(Default)]
pub(super) struct Table {
    /// Its first block.
    pub(super) first: usize,
    /// Where its last cell stands.
    pub(super) at: Cell,
    /// Whether a row has several cells.
    pub(super) is_wide: bool,
}

impl Table {
    /// Moves on to a row or a cell, or takes in the number of columns that the cell spans.
    pub(super) fn pass(&mut self, element: &str, span: Option<u32>) {
        match element {
            "tr" => self.at = Cell { row: self.at.row + 1, ..Cell::default() },
            "tc" => {
                let next = self.at.last + 1;
                self.is_wide |= self.at.last > 0;
                self.at = Cell { first: next, last: next, ..self.at };
            }
            _ => {
                let more = span.map_or(0, |span| span.clamp(1, 64) - 1);
                self.at.last += usize::try_from(more).unwrap_or(0);
            }
        }
    }
}
