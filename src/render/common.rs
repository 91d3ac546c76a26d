//! What all rows of a table have in common.

use super::for_people;
use crate::view::{Cell, Table};

/// What is said of all rows at once, a line each, and the columns in which rows differ.
pub(super) fn split(table: &Table) -> (Vec<String>, Vec<usize>) {
    let (mut lines, mut empty, mut differing) = (Vec::new(), Vec::new(), Vec::new());
    for (at, heading) in table.columns.iter().enumerate() {
        match in_every_row(table, at).filter(|_| !heading.stays) {
            None => differing.push(at),
            Some(cell) if cell.is_empty() => empty.push(heading.name.as_str()),
            Some(cell) => lines.push(format!("{}: {}", heading.name, for_people(cell))),
        }
    }
    if !empty.is_empty() {
        lines.push(format!("no value: {}", empty.join(", ")));
    }
    (lines, differing)
}

/// The cell that stands in every row of a column, where there are several rows.
fn in_every_row(table: &Table, column: usize) -> Option<&Cell> {
    let (first, others) = table.rows.split_first()?;
    let cell = first.get(column)?;
    let is_same = |row: &Vec<Cell>| row.get(column).is_some_and(|other| other == cell);
    (!others.is_empty() && others.iter().all(is_same)).then_some(cell)
}
