//! The columns of differences.

use crate::model::Vocabulary;
use crate::query::diff::{Change, Difference};

use super::{Cell, Column};

/// The columns of these differences.
pub fn differences(rows: &[Difference]) -> Vec<Column<Difference>> {
    let has_field = rows.iter().any(|row| row.field.is_some());
    vec![
        Column::main("change", 0, |row: &Difference, _| Cell::text(row.change.word())),
        Column::main("kind", 3, |row, _| Cell::text(row.kind.word())),
        Column::main("id", 0, |row, _| Cell::text(&row.id)),
        Column::main("field", if has_field { 0 } else { 4 }, |row, _| {
            Cell::maybe(row.field.as_ref())
        }),
        Column::main("before", 0, |row, _| values(row, &row.before)),
        Column::main("after", 0, |row, _| values(row, &row.after)),
    ]
}

/// The columns of what documents say differently, as people read them: most changes say of which field they are, and
/// the others have it behind them, as `changed (planned)`, so that the values have the room.
pub fn differences_in_words() -> Vec<Column<Difference>> {
    let mut columns = differences(&[]);
    columns.retain(|column| column.head.name != "field");
    columns[0] = Column::main("change", 0, |row: &Difference, _| {
        let change = row.change.word();
        match row.field.as_deref() {
            Some(field) if !says_field(row.change, field) => {
                Cell::text(format!("{change} ({field})"))
            }
            _ => Cell::text(change),
        }
    });
    columns
}

/// Whether the change says already of which field it is.
fn says_field(change: Change, field: &str) -> bool {
    match change {
        Change::Changed => false,
        Change::NewlyReported | Change::NotReportedAgain => matches!(field, "reports" | "sources"),
        _ => true,
    }
}

fn values(row: &Difference, values: &[String]) -> Cell {
    let is_figures = row.field.as_deref() == Some("figures");
    let list = Cell::List(values.to_vec());
    if is_figures { list.figures() } else { list }
}
