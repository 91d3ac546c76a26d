//! Which columns of a table are shown, and how wide: the narrowest that may be needed first, and then whatever
//! makes it no longer.
//!
//! So a wider terminal never gives a longer listing: what is tried on a narrower one is tried there too, and a column
//! that matters less comes in once it takes no line from those that matter more.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::layout::{Demand, GAP, Kind, MAIN, SQUEEZED, USUAL, keep, share};
use super::wrap::{height, wrap};
use crate::view::Table;

/// As wide as comfy-table can count; stands for "unlimited".
pub(super) const WIDEST: usize = 60_000;
/// A column that matters less than this goes before others where most of its cells are empty.
const SPARE: u8 = 2;
/// No layout is tried that is wider than this, unless all fits on one line.
const WIDE: usize = 400;

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
    groups: usize,
    width: Option<usize>,
) -> Vec<Column> {
    let columns: Vec<Column> =
        among.iter().map(|&at| Column { at, kind: kinds[at], width: WIDEST }).collect();
    let Some(width) = width.map(|width| width.min(WIDEST)) else { return columns };
    let usual = if width < SQUEEZED { width } else { USUAL };
    let demand = |&Column { at, kind, .. }: &Column| {
        let heading = &table.columns[at];
        let column = texts.iter().filter_map(|row| row.get(at)).map(String::as_str);
        let filled = column.clone().filter(|text| !text.is_empty()).count();
        let is_sparse = heading.rank > SPARE && filled * 2 < texts.len();
        let rank = if is_sparse { heading.rank.saturating_add(MAIN) } else { heading.rank };
        Demand { rank, ..Demand::new(&heading.name, column, kind, usual) }
    };
    let demands: Vec<Demand> = columns.iter().map(demand).collect();
    let mut kept = keep(&demands, usual);
    let matters = |i: &usize| demands[*i].rank <= MAIN || table.columns[among[*i]].stays;
    if kept.iter().any(matters) {
        kept.retain(matters);
    }
    let layouts = Layouts { table, texts, groups, columns, demands, heights: RefCell::default() };
    let mut shown = layouts.shown(&kept, width);
    shown.sort_by_key(|column| column.at);
    shown
}

/// How many lines the cells of a column take, the last of them that of its name.
type Heights = Rc<[u16]>;

/// The layouts that a table could have, which are compared by the lines that its rows take.
struct Layouts<'t> {
    table: &'t Table,
    texts: &'t [Vec<String>],
    /// Under how many headings the rows stand.
    groups: usize,
    /// The columns that it could show, and what each asks for.
    columns: Vec<Column>,
    demands: Vec<Demand>,
    /// Those of columns and widths that have been measured.
    heights: RefCell<BTreeMap<(usize, usize), Heights>>,
}

impl Layouts<'_> {
    /// How many lines the rows take, with those of the names of the columns.
    fn lines(&self, columns: &[Column]) -> usize {
        let heights: Vec<Heights> = columns.iter().map(|column| self.heights(column)).collect();
        let highest = |row: usize| -> usize {
            heights.iter().map(|column| column[row]).max().unwrap_or(1).into()
        };
        let rows = self.texts.len();
        let (lines, wrapped) = (0..rows).fold((highest(rows), 0), |(lines, wrapped), row| {
            let height = highest(row);
            (lines + height, wrapped + usize::from(height > 1))
        });
        lines + if parts_rows(wrapped, rows) { rows } else { self.groups.max(1) }
    }

    fn heights(&self, column: &Column) -> Heights {
        let Column { at, width, kind } = *column;
        let measure = || {
            let lines =
                |text: &str, list| u16::try_from(height(text, width, list)).unwrap_or(u16::MAX);
            let cells = self
                .texts
                .iter()
                .map(|row| row.get(at).map_or(1, |t| lines(t, kind == Kind::Lists)));
            cells.chain([lines(&self.table.columns[at].name, false)]).collect()
        };
        Rc::clone(self.heights.borrow_mut().entry((at, width)).or_insert_with(measure))
    }

    /// The widths at which layouts are tried on a terminal of this one: with all that are tried on a narrower one.
    fn tried(&self, width: usize) -> Vec<usize> {
        let step = match self.texts.len() {
            0..=2_000 => 5,
            2_001..=20_000 => 20,
            _ => 70,
        };
        if width < SQUEEZED {
            return vec![width];
        }
        let mut widths: Vec<usize> = (SQUEEZED..=width.min(WIDE)).step_by(step).collect();
        widths.reverse();
        widths
    }

    /// The column of this number, so wide.
    fn column(&self, i: usize, width: usize) -> Column {
        Column { width, ..self.columns[i] }
    }

    fn shown(&self, kept: &[usize], width: usize) -> Vec<Column> {
        let all: Vec<usize> = (0..self.demands.len()).collect();
        if all.iter().map(|&i| self.demands[i].full + GAP).sum::<usize>() <= width + GAP {
            return all.iter().map(|&i| self.column(i, self.demands[i].full)).collect();
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
            extra.push(self.column(i, self.demands[i].whole));
            let (with, longer) = self.best(kept, rest, &extra);
            if longer > lines {
                extra.pop();
            } else {
                (shown, room) = (with, rest);
            }
        }
        shown
    }

    /// The layout of the `kept` columns beside the `extra` ones that takes the fewest lines; of several, the widest.
    fn best(&self, kept: &[usize], width: usize, extra: &[Column]) -> (Vec<Column>, usize) {
        let layouts = self.tried(width).into_iter().map(|width| {
            let widths = share(&self.demands, kept, width);
            let shared = kept.iter().zip(widths).map(|(&i, width)| self.column(i, width));
            shared.chain(extra.iter().copied()).collect::<Vec<_>>()
        });
        let measured = layouts.map(|columns| {
            let lines = self.lines(&columns);
            (columns, lines)
        });
        measured.min_by_key(|(_, lines)| *lines).unwrap_or_default()
    }
}
