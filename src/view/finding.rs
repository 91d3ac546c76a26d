//! The columns of what a check finds.

use crate::diagnostic::{Finding, Severity};

use super::{Cell, Column};

/// The columns of what a check finds.
pub fn findings() -> Vec<Column<Finding>> {
    vec![
        Column::main("severity", 4, |row, _| {
            let severity: Severity = row.code.severity();
            Cell::text(<&str>::from(severity))
        }),
        Column::main("code", 3, |row, _| Cell::text(<&str>::from(row.code))),
        Column::main("file", 1, |row, _| Cell::text(&row.spot.file)),
        Column::main("line", 1, |row, _| Cell::count(row.spot.span.start.0)),
        Column::main("column", 2, |row, _| Cell::count(row.spot.span.start.1)),
        Column::data("end_line", |row, _| Cell::count(row.spot.span.end.0)),
        Column::data("end_column", |row, _| Cell::count(row.spot.span.end.1)),
        Column::main("message", 0, |row, _| Cell::Text(row.sentence())),
        Column::main("help", 5, |row, _| Cell::maybe(row.help.as_ref())),
    ]
}
