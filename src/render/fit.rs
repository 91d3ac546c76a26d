//! Which columns of a table are shown, and how wide: the narrowest that may be needed first, and then whatever
//! makes it no longer.
//!
//! So a wider terminal never gives a longer listing: a column that matters less comes in once it takes no line
//! from those that matter more.

use super::layout::{Demand, GAP, Kind, MAIN, SQUEEZED, USUAL, keep, share};
use super::wrap::wrap;
use crate::view::Table;

/// As wide as comfy-table can count; stands for "unlimited".
pub(super) const WIDEST: usize = 60_000;
/// Widths at which a layout is tried on a terminal that is wider: what is good there is as good here.
const STEPS: [usize; 6] = [60, 80, 100, 120, 160, 200];
/// A layout is chosen by so many rows, spread evenly.
const SAMPLE: usize = 400;

/// A column that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    /// Where it stands in the table.
    pub at: usize,
    /// What it holds.
    pub kind: Kind,
    /// How wide it is.
    pub width: usize,
}

impl Column {
    /// Its text of a row, in lines.
    pub(super) fn wrapped(&self, row: &[String]) -> String {
        row.get(self.at)
            .map_or_else(String::new, |text| wrap(text, self.width, self.kind == Kind::Lists))
    }

    fn height(&self, row: &[String]) -> usize {
        match row.get(self.at) {
            // No text is wider than it has bytes.
            Some(text) if text.len() > self.width => {
                1 + wrap(text, self.width, self.kind == Kind::Lists).matches('\n').count()
            }
            _ => 1,
        }
    }
}

/// Whether a line stands between rows of which so many wrap.
pub(super) fn parts_rows(wrapped: usize, rows: usize) -> bool {
    wrapped * 2 > rows
}

/// The columns of `among` that are shown, in their order.
pub(super) fn columns(
    table: &Table,
    among: &[usize],
    texts: &[Vec<String>],
    kinds: &[Kind],
    width: Option<usize>,
) -> Vec<Column> {
    let Some(width) = width.map(|width| width.min(WIDEST)) else {
        let whole = |&at: &usize| Column { at, kind: kinds[at], width: WIDEST };
        return among.iter().map(whole).collect();
    };
    let usual = if width < SQUEEZED { width } else { USUAL };
    let demand = |&at: &usize| {
        let heading = &table.columns[at];
        let column = texts.iter().filter_map(|row| row.get(at)).map(String::as_str);
        Demand { rank: heading.rank, ..Demand::new(&heading.name, column, kinds[at], usual) }
    };
    let demands: Vec<Demand> = among.iter().map(demand).collect();
    let mut kept = keep(&demands, usual);
    let matters = |i: &usize| demands[*i].rank <= MAIN || table.columns[among[*i]].stays;
    if kept.iter().any(matters) {
        kept.retain(matters);
    }
    let column = |(at, width): (usize, usize)| {
        let at = among[at];
        Column { at, kind: kinds[at], width }
    };
    let rows = Rows { texts: texts.iter().step_by(texts.len().div_ceil(SAMPLE).max(1)).collect() };
    let mut shown = Layouts { demands: &demands, rows, column: &column }.shown(&kept, width);
    shown.sort_by_key(|column| column.at);
    shown
}

/// The rows by which layouts are compared.
struct Rows<'t> {
    texts: Vec<&'t Vec<String>>,
}

impl Rows<'_> {
    /// How many lines they take.
    fn lines(&self, columns: &[Column]) -> usize {
        let heights = self
            .texts
            .iter()
            .map(|row| columns.iter().map(|column| column.height(row)).max().unwrap_or(1));
        let (lines, wrapped) = heights.fold((0, 0), |(lines, wrapped), height| {
            (lines + height, wrapped + usize::from(height > 1))
        });
        let rows = self.texts.len();
        lines + if parts_rows(wrapped, rows) { rows - 1 } else { 0 }
    }
}

/// The layouts that a table could have.
struct Layouts<'t> {
    demands: &'t [Demand],
    rows: Rows<'t>,
    column: &'t dyn Fn((usize, usize)) -> Column,
}

impl Layouts<'_> {
    fn shown(&self, kept: &[usize], width: usize) -> Vec<Column> {
        let all: Vec<usize> = (0..self.demands.len()).collect();
        if all.iter().map(|&i| self.demands[i].full + GAP).sum::<usize>() <= width + GAP {
            return all.iter().map(|&i| (self.column)((i, self.demands[i].full))).collect();
        }
        let (mut shown, lines) = self.best(kept, width, &[]);
        let least = kept.iter().map(|&i| self.demands[i].least + GAP).sum::<usize>() - GAP;
        let mut others: Vec<usize> = all.into_iter().filter(|i| !kept.contains(i)).collect();
        others.sort_by_key(|&i| (self.demands[i].rank, i));
        let (mut extra, mut room) = (Vec::new(), width);
        for i in others {
            let needed = self.demands[i].whole + GAP;
            let Some(rest) = room.checked_sub(needed).filter(|rest| *rest >= least) else {
                continue;
            };
            extra.push((self.column)((i, self.demands[i].whole)));
            let (with, longer) = self.best(kept, rest, &extra);
            if longer > lines {
                extra.pop();
            } else {
                (shown, room) = (with, rest);
            }
        }
        shown
    }

    /// The layout of the `kept` columns beside the `extra` ones that takes the fewest lines.
    fn best(&self, kept: &[usize], width: usize, extra: &[Column]) -> (Vec<Column>, usize) {
        let narrower = STEPS.into_iter().rev().filter(|step| *step < width);
        let layouts = std::iter::once(width).chain(narrower).map(|width| {
            let widths = share(self.demands, kept, width);
            let shared = kept.iter().copied().zip(widths).map(self.column);
            shared.chain(extra.iter().copied()).collect::<Vec<_>>()
        });
        let measured = layouts.map(|columns| {
            let lines = self.rows.lines(&columns);
            (columns, lines)
        });
        measured.min_by_key(|(_, lines)| *lines).unwrap_or_default()
    }
}
