//! Columns, and the choice among them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use super::{Cell, Heading, Table};
use crate::model::fold;

/// A column of rows of type `R`.
pub struct Column<R> {
    /// Its name, in snake case; for a column of its own for each value, that value.
    pub name: Cow<'static, str>,
    /// Where it is shown without being asked for.
    pub shown: Shown,
    /// How much it matters where not all columns fit: 0 stays longest.
    pub rank: u8,
    cell: Reads<R>,
}

/// How a column gets its cell from a row.
enum Reads<R> {
    Row(fn(&R) -> Cell),
    /// A row that has many cells of one sort, and which of them.
    Item(fn(&R, usize) -> Cell, usize),
}

/// Where a column is shown without being asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// Everywhere.
    Everywhere,
    /// In the data formats.
    InData,
    /// Nowhere: only when it is named.
    OnRequest,
}

impl<R> Column<R> {
    /// A column that is shown everywhere.
    pub const fn main(name: &'static str, rank: u8, cell: fn(&R) -> Cell) -> Self {
        Self::new(name, Shown::Everywhere, rank, cell)
    }

    /// A column that is shown in the data formats.
    pub const fn data(name: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self::new(name, Shown::InData, 9, cell)
    }

    /// A column that is shown only when it is named.
    pub const fn extra(name: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self::new(name, Shown::OnRequest, 9, cell)
    }

    /// A column that is shown everywhere, of the cells that `cell` gives for `item`.
    pub const fn item(name: String, rank: u8, item: usize, cell: fn(&R, usize) -> Cell) -> Self {
        let cell = Reads::Item(cell, item);
        Self { name: Cow::Owned(name), shown: Shown::Everywhere, rank, cell }
    }

    const fn new(name: &'static str, shown: Shown, rank: u8, cell: fn(&R) -> Cell) -> Self {
        Self { name: Cow::Borrowed(name), shown, rank, cell: Reads::Row(cell) }
    }

    /// What stands under it in this row.
    pub fn cell(&self, row: &R) -> Cell {
        match self.cell {
            Reads::Row(cell) => cell(row),
            Reads::Item(cell, item) => cell(row, item),
        }
    }
}

/// Which columns and rows of a listing are wanted, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The columns by name, `all` for every one; the usual ones where none is named.
    pub columns: Vec<String>,
    /// Whether the usual columns are those of the data formats.
    pub data: bool,
    /// The column of which each item gets a row of its own.
    pub explode: Option<String>,
    /// The columns to sort by, each `true` if downwards.
    pub sort: Vec<(String, bool)>,
    /// How many rows at most.
    pub limit: Option<usize>,
}

/// A column that no listing of this kind has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownColumn {
    /// What was asked for.
    pub name: String,
    /// The columns that there are.
    pub known: Vec<String>,
}

impl fmt::Display for UnknownColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.escape_debug();
        write!(f, "no column is called `{name}`; there are {}", self.known.join(", "))
    }
}

impl std::error::Error for UnknownColumn {}

impl Selection {
    /// The table of these rows.
    ///
    /// # Errors
    /// When a column is named that there is not.
    pub fn table<R>(
        &self,
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
    ) -> Result<Table, UnknownColumn> {
        let mut wanted = self.wanted(columns)?;
        let shown = wanted.len();
        let at = |wanted: &mut Vec<usize>, name: &str| {
            let column = position(columns, name)?;
            Ok(wanted.iter().position(|known| *known == column).unwrap_or_else(|| {
                wanted.push(column);
                wanted.len() - 1
            }))
        };
        let explode = self.explode.as_ref().map(|name| at(&mut wanted, name)).transpose()?;
        let shown = explode.map_or(shown, |column| shown.max(column + 1));
        let sort = self
            .sort
            .iter()
            .map(|(name, down)| Ok((at(&mut wanted, name)?, *down)))
            .collect::<Result<Vec<_>, UnknownColumn>>()?;

        let cells = |row: &R| wanted.iter().map(|column| columns[*column].cell(row)).collect();
        let mut rows: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
        if let Some(column) = explode {
            rows = rows.into_iter().flat_map(|row| exploded(row, column)).collect();
        }
        rows.sort_by(|a, b| {
            let by = |(column, down): &(usize, bool)| a[*column].compare(&b[*column], *down);
            sort.iter().map(by).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
        rows.truncate(self.limit.unwrap_or(usize::MAX));
        for row in &mut rows {
            row.truncate(shown);
        }
        let heading = |column: &usize| {
            let Column { name, rank, .. } = &columns[*column];
            Heading { name: name.to_string(), rank: *rank }
        };
        Ok(Table { name, columns: wanted[..shown].iter().map(heading).collect(), rows })
    }

    /// The positions of the columns that are shown.
    fn wanted<R>(&self, columns: &[Column<R>]) -> Result<Vec<usize>, UnknownColumn> {
        if self.columns.is_empty() {
            let limit = if self.data { Shown::InData } else { Shown::Everywhere };
            return Ok((0..columns.len()).filter(|c| columns[*c].shown <= limit).collect());
        }
        let mut wanted = Vec::new();
        for name in &self.columns {
            if name == "all" {
                wanted.extend(0..columns.len());
            } else {
                wanted.push(position(columns, name)?);
            }
        }
        // A column that is named twice is shown once: in JSON its key could not stand twice.
        let mut seen = BTreeSet::new();
        wanted.retain(|column| seen.insert(*column));
        Ok(wanted)
    }
}

fn position<R>(columns: &[Column<R>], name: &str) -> Result<usize, UnknownColumn> {
    let plain = |name: &str| fold(name).replace([' ', '-'], "_");
    let wanted = plain(name);
    columns.iter().position(|column| plain(&column.name) == wanted).ok_or_else(|| UnknownColumn {
        name: name.to_owned(),
        known: columns.iter().map(|column| column.name.to_string()).collect(),
    })
}

/// A row for each item of the list in this cell; one row where there is none.
fn exploded(row: Vec<Cell>, column: usize) -> Vec<Vec<Cell>> {
    let with = |cell: Cell| {
        let mut row = row.clone();
        row[column] = cell;
        row
    };
    match &row[column] {
        Cell::List(items) if items.is_empty() => vec![with(Cell::Empty)],
        Cell::List(items) => items.iter().map(|item| with(Cell::Text(item.clone()))).collect(),
        _ => vec![row],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> [Column<(u64, &'static [&'static str])>; 3] {
        [
            Column::main("number", 0, |row| Cell::Count(row.0)),
            Column::data("items", |row| Cell::set(row.1.iter().copied())),
            Column::extra("double", |row| Cell::Count(row.0 * 2)),
        ]
    }

    const ROWS: [(u64, &[&str]); 3] = [(2, &["b", "a"]), (10, &[]), (1, &["c"])];

    fn shown(selection: &Selection) -> String {
        let table = selection.table("things", &ROWS, &columns()).unwrap();
        let line = |cells: Vec<String>| cells.join("|");
        let mut lines = vec![line(table.columns.iter().map(|h| h.name.clone()).collect())];
        lines.extend(table.rows.iter().map(|r| line(r.iter().map(ToString::to_string).collect())));
        lines.join("\n")
    }

    #[test]
    fn the_usual_columns_depend_on_the_format() {
        assert_eq!(shown(&Selection::default()), "number\n2\n10\n1");
        let data = Selection { data: true, ..Selection::default() };
        assert_eq!(shown(&data), "number|items\n2|a; b\n10|\n1|c");
    }

    #[test]
    fn sorting_by_a_hidden_column_and_cutting() {
        let selection = Selection {
            sort: vec![("double".to_owned(), true)],
            limit: Some(2),
            ..Selection::default()
        };
        assert_eq!(shown(&selection), "number\n10\n2");
    }

    #[test]
    fn a_column_named_twice_is_shown_once() {
        let columns = ["items", "all", "number"].map(str::to_owned).to_vec();
        let selection = Selection { columns, limit: Some(1), ..Selection::default() };
        assert_eq!(shown(&selection), "items|number|double\na; b|2|4");
    }

    #[test]
    fn exploding_keeps_rows_without_items() {
        let selection = Selection { explode: Some("items".to_owned()), ..Selection::default() };
        assert_eq!(shown(&selection), "number|items\n2|a\n2|b\n10|\n1|c");
    }

    #[test]
    fn an_unknown_column_names_the_known_ones() {
        let selection = Selection { columns: vec!["nmber".to_owned()], ..Selection::default() };
        let error = selection.table("things", &ROWS, &columns()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "no column is called `nmber`; there are number, items, double"
        );
    }
}
