//! Rows of tables that the structure does not name: paragraphs that stand side by side.

use super::super::Cell;
use super::super::block::{Block, Role};
use super::super::furniture;
use super::super::label::number_at;
use super::run::{Place, Text, letter_count, usual_size};

/// How many lines between two rows can be taken for a row of one cell each.
const BETWEEN: usize = 6;

/// A block, where it stands, and its place in the reading order.
pub(super) struct Placed {
    pub(super) order: usize,
    pub(super) block: Block,
    pub(super) place: Option<Place>,
}

/// A block that is being filled.
#[derive(Default)]
pub(super) struct Open {
    pub(super) order: usize,
    pub(super) role: Role,
    pub(super) page: Option<u32>,
    pub(super) text: Text,
    /// Whether paragraphs within are parts of it, as in cells and list items.
    pub(super) whole: bool,
    /// How much of the text stands on the page on which it begins.
    pub(super) first: usize,
    /// The page on which it goes on.
    pub(super) last: Option<u32>,
    /// Where it stands in a table.
    pub(super) cell: Option<Cell>,
}

impl Open {
    pub(super) fn close(mut self) -> Placed {
        let text = &mut self.text.text;
        if let (Some(before), Some(after)) = (text.get(..self.first), text.get(self.first..))
            && before.trim() == after.trim()
        {
            // The head of a table, shown again on the next page.
            text.truncate(self.first);
        }
        let (bold, place) = (self.text.is_bold(), self.text.place);
        let text = self.text.text;
        let block =
            Block { page: self.page, role: self.role, number: None, bold, text, cell: self.cell };
        Placed { order: self.order, block, place }
    }
}

/// The blocks, with those in rows made into cells. Tables are numbered on from `tables`.
pub(super) fn with_cells(mut placed: Vec<Placed>, mut tables: usize) -> Vec<Block> {
    placed.retain(|placed| !placed.block.text.trim().is_empty());
    let sized = |placed: &Placed| Some((placed.place?.size, letter_count(&placed.block.text)));
    let body = usual_size(placed.iter().filter_map(sized));
    let mut cells = vec![false; placed.len()];
    for (at, pair) in placed.windows(2).enumerate() {
        let (Some(left), Some(right)) = (pair[0].place, pair[1].place) else { continue };
        let same_page = pair[0].block.page == pair[1].block.page;
        if same_page && can_be(&pair[0]) && can_be(&pair[1]) && left.is_beside(&right) {
            cells[at] = true;
            cells[at + 1] = true;
        }
    }
    let small = |placed: &Placed| {
        can_be(placed) && placed.place.is_some_and(|place| place.size < body * 0.93)
    };
    let width = body_width(&placed);
    let narrow = |placed: &Placed| {
        let is_narrow = |place: Place| place.is_wrapped() && place.right - place.left < width * 0.7;
        can_be(placed) && placed.place.is_some_and(is_narrow)
    };
    let goes_with = |at: usize, cell: usize| {
        let is_on_page = placed[at].block.page == placed[cell].block.page;
        small(&placed[at]) || is_on_page && narrow(&placed[at])
    };
    for at in 1..placed.len() {
        cells[at] |= cells[at - 1] && goes_with(at, at - 1);
    }
    for at in (1..placed.len()).rev() {
        cells[at - 1] |= cells[at] && goes_with(at - 1, at);
    }
    let mut last = None;
    for at in 0..placed.len() {
        if !can_be(&placed[at]) {
            last = None;
        } else if cells[at] {
            if let Some(last) = last.filter(|last| at - last <= BETWEEN + 1) {
                let between = last + 1..at;
                let plain = |placed: &Placed| {
                    let text = &placed.block.text;
                    text.len() < 160 && (number_at(text).is_none() || small(placed))
                };
                if placed[between.clone()].iter().all(plain) {
                    cells[between].fill(true);
                }
            }
            last = Some(at);
        }
    }
    let mut in_table = false;
    for (placed, cell) in placed.iter_mut().zip(cells) {
        tables += usize::from(cell && !in_table);
        in_table = cell;
        if cell {
            placed.block.role = Role::Cell(tables);
        }
    }
    placed.into_iter().map(|placed| placed.block).collect()
}

/// Whether the block is of a kind that may turn out to be a cell.
fn can_be(placed: &Placed) -> bool {
    let star = placed.block.text.trim_start().starts_with('*');
    placed.block.role == Role::Text && !star && furniture::caption(&placed.block.text).is_none()
}

/// How wide a long paragraph is: the middle one of them.
fn body_width(placed: &[Placed]) -> f64 {
    let long = placed.iter().filter(|placed| letter_count(&placed.block.text) > 150);
    let mut widths: Vec<f64> =
        long.filter_map(|placed| placed.place).map(|place| place.right - place.left).collect();
    widths.sort_by(f64::total_cmp);
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}
