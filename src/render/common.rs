//! What all rows of a table have in common.

use super::for_people;
use crate::view::{Cell, Table};

/// What is said of all rows at once, a line each, and the columns in which rows differ.
pub(super) fn split(table: &Table) -> (Vec<String>, Vec<usize>) {
    let (mut lines, mut empty, mut differing) = (Vec::new(), Vec::new(), Vec::new());
    for (at, heading) in table.columns.iter().enumerate() {
        match in_every_row(table, at).filter(|_| heading.is_same && !heading.stays) {
            None => differing.push(at),
            // That there is nothing to explain is no news.
            Some(cell) if heading.is_note && cell.is_empty() => {}
            Some(_) if heading.is_note => differing.push(at),
            Some(cell) if cell.is_empty() => empty.push(heading.name.as_str()),
            Some(cell) => lines.push(format!("{}: {}", heading.name, for_people(cell))),
        }
    }
    if !empty.is_empty() {
        lines.push(format!("not shown (empty): {}", empty.join(", ")));
    }
    (lines, differing)
}

/// The cell that stands in every row of a column that is the same in all, where several rows are shown.
fn in_every_row(table: &Table, column: usize) -> Option<&Cell> {
    let [first, _, ..] = table.rows.as_slice() else { return None };
    first.get(column)
}
