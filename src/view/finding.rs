//! The columns of what a check finds.

use crate::diagnostic::{Finding, Severity};

use super::{Cell, Column};

/// The columns of what a check finds.
pub fn findings() -> Vec<Column<Finding>> {
    vec![
        Column::main("severity", 4, |row| {
            let severity: Severity = row.code.severity();
            Cell::Text(<&str>::from(severity).to_owned())
        }),
        Column::main("code", 3, |row| Cell::Text(<&str>::from(row.code).to_owned())),
        Column::main("file", 1, |row| Cell::Text(row.spot.file.clone())),
        Column::main("line", 1, |row| Cell::Count(row.spot.span.start.0 as u64)),
        Column::main("column", 2, |row| Cell::Count(row.spot.span.start.1 as u64)),
        Column::data("end_line", |row| Cell::Count(row.spot.span.end.0 as u64)),
        Column::data("end_column", |row| Cell::Count(row.spot.span.end.1 as u64)),
        Column::main("message", 0, |row| Cell::Text(row.sentence())),
        Column::main("help", 5, |row| Cell::maybe(row.help.as_ref())),
    ]
}
