//! Which columns of a table are shown, and how wide.
//!
//! Those that matter most are kept while they can be read. Of the others numbers come first, then texts, then notes,
//! each by its rank, while all that is shown has room; so a wider terminal hides no column that a narrower one shows.

use super::layout::{
    CellKind, DEFAULT_WIDTH, Demand, Ease, GAP, MAIN_RANK, NARROW_WIDTH, keep, share,
};
use super::wrap::wrap;
use crate::view::Table;

/// As wide as comfy-table can count; stands for "unlimited".
pub(super) const WIDEST: usize = 60_000;
/// A column that matters less than this goes before others where most of its cells are empty.
const OPTIONAL_RANK: u8 = 2;

/// A column that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PlacedColumn {
    /// Where it stands in the table.
    pub at: usize,
    /// What it holds.
    pub kind: CellKind,
    /// How wide it is.
    pub width: usize,
}

impl PlacedColumn {
    /// Its text of a row, in lines.
    pub(super) fn wrapped(&self, row: &[String]) -> String {
        row.get(self.at)
            .map_or_else(String::new, |text| wrap(text, self.width, self.kind == CellKind::Lists))
    }
}

/// The columns of `among` that are shown, in their order.
pub(super) fn columns(
    table: &Table,
    among: &[usize],
    texts: &[Vec<String>],
    kinds: &[CellKind],
    width: Option<usize>,
) -> Vec<PlacedColumn> {
    let columns: Vec<PlacedColumn> =
        among.iter().map(|&at| PlacedColumn { at, kind: kinds[at], width: WIDEST }).collect();
    let Some(width) = width.map(|width| width.min(WIDEST)) else { return columns };
    let usual = if width < NARROW_WIDTH { width } else { DEFAULT_WIDTH };
    let demand = |&PlacedColumn { at, kind, .. }: &PlacedColumn| {
        let heading = &table.columns[at];
        let column = texts.iter().filter_map(|row| row.get(at)).map(String::as_str);
        let filled = column.clone().filter(|text| !text.is_empty()).count();
        let is_sparse = heading.rank > OPTIONAL_RANK && filled * 2 < texts.len();
        let rank = if is_sparse { heading.rank.saturating_add(MAIN_RANK) } else { heading.rank };
        Demand { rank, ..Demand::new(&heading.name, column, kind, usual) }
    };
    let demands: Vec<Demand> = columns.iter().map(demand).collect();
    let mut shown = keep(&demands, usual);
    let matters = |i: &usize| demands[*i].rank <= MAIN_RANK || table.columns[among[*i]].stays;
    if shown.iter().any(matters) {
        shown.retain(matters);
    }
    let stage = |i: usize| match columns[i].kind {
        _ if table.columns[among[i]].is_note => Ease::Whole,
        CellKind::Numbers => Ease::Fair,
        _ => Ease::Comfortable,
    };
    let mut others: Vec<usize> = (0..demands.len()).filter(|i| !shown.contains(i)).collect();
    others.sort_by_key(|&i| (stage(i), demands[i].rank, i));
    for i in others {
        let all = shown.iter().chain([&i]).map(|&one| demands[one].at(stage(i)) + GAP);
        if all.sum::<usize>() > width + GAP {
            break;
        }
        shown.push(i);
    }
    shown.sort_unstable();
    let widths = share(&demands, &shown, width);
    shown.iter().zip(widths).map(|(&i, width)| PlacedColumn { width, ..columns[i] }).collect()
}
