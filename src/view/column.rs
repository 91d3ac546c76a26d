//! Columns, and the choice among them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Cell, Heading, Table};
use crate::model::fold;

/// A column of rows of type `R`.
pub struct Column<R> {
    /// Its name, in snake case; for a column of its own for each value, that value.
    pub name: Cow<'static, str>,
    /// Whether people are shown it without asking; the data formats show every column.
    pub main: bool,
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

impl<R> Column<R> {
    /// A column that is shown everywhere.
    pub const fn main(name: &'static str, rank: u8, cell: fn(&R) -> Cell) -> Self {
        Self { name: Cow::Borrowed(name), main: true, rank, cell: Reads::Row(cell) }
    }

    /// A column that is shown in the data formats, and in a table when it is named.
    pub const fn data(name: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { name: Cow::Borrowed(name), main: false, rank: 9, cell: Reads::Row(cell) }
    }

    /// A column that is shown everywhere, of the cells that `cell` gives for `item`.
    pub const fn item(name: String, rank: u8, item: usize, cell: fn(&R, usize) -> Cell) -> Self {
        Self { name: Cow::Owned(name), main: true, rank, cell: Reads::Item(cell, item) }
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
    /// The columns by name, `all` for every one.
    pub columns: Vec<String>,
    /// Whether every column is shown where none is named, and not the main ones alone.
    pub data: bool,
    /// The column of which each item gets a row of its own.
    pub explode: Option<String>,
    /// The columns to sort by, each `true` if downwards.
    pub sort: Vec<(String, bool)>,
}

/// A column that cannot be what was asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongColumn {
    /// No listing of this kind has a column of the name.
    Unknown {
        /// What was asked for.
        name: String,
        /// The columns that there are.
        known: Vec<String>,
    },
    /// Its items should get a row each, but it holds no lists.
    NoList {
        /// What was asked for.
        name: String,
        /// The columns that hold lists.
        lists: Vec<String>,
    },
}

impl Selection {
    /// The table of these rows.
    ///
    /// # Errors
    /// When a column is named that there is not, or one is to be exploded that holds no lists.
    pub fn table<R>(
        &self,
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
    ) -> Result<Table, WrongColumn> {
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
        if let (Some(at), Some(row)) = (explode, rows.first()) {
            holds_lists(&columns[wanted[at]], columns, row)?;
        }
        let shown = explode.map_or(shown, |column| shown.max(column + 1));
        let sort = self
            .sort
            .iter()
            .map(|(name, down)| Ok((at(&mut wanted, name)?, *down)))
            .collect::<Result<Vec<_>, WrongColumn>>()?;

        let cells = |row: &R| wanted.iter().map(|column| columns[*column].cell(row)).collect();
        let mut rows: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
        if let Some(column) = explode {
            rows = rows.into_iter().flat_map(|row| exploded(row, column)).collect();
        }
        rows.sort_by(|a, b| {
            let by = |(column, down): &(usize, bool)| a[*column].compare(&b[*column], *down);
            sort.iter().map(by).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
        for row in &mut rows {
            row.truncate(shown);
        }
        let heading = |(at, column): (usize, &usize)| {
            let Column { name, rank, .. } = &columns[*column];
            let rank = match self.columns.as_slice() {
                _ if explode == Some(at) => 0,
                [] => *rank,
                // Whoever names columns names the most important ones first.
                _ => u8::try_from(at).unwrap_or(u8::MAX),
            };
            Heading { name: name.to_string(), rank }
        };
        let headings = wanted[..shown].iter().enumerate().map(heading).collect();
        Ok(Table { name, columns: headings, rows })
    }

    /// The positions of the columns that are shown.
    fn wanted<R>(&self, columns: &[Column<R>]) -> Result<Vec<usize>, WrongColumn> {
        if self.columns.is_empty() {
            return Ok((0..columns.len()).filter(|c| self.data || columns[*c].main).collect());
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

fn position<R>(columns: &[Column<R>], name: &str) -> Result<usize, WrongColumn> {
    let plain = |name: &str| fold(name).replace([' ', '-'], "_");
    let wanted = plain(name);
    columns.iter().position(|column| plain(&column.name) == wanted).ok_or_else(|| {
        WrongColumn::Unknown {
            name: name.to_owned(),
            known: columns.iter().map(|column| column.name.to_string()).collect(),
        }
    })
}

/// Refuses a column that holds no lists: what the cells of a column are, those of any row tell.
fn holds_lists<R>(column: &Column<R>, columns: &[Column<R>], row: &R) -> Result<(), WrongColumn> {
    let is_list = |column: &&Column<R>| matches!(column.cell(row), Cell::List(_));
    if is_list(&column) {
        return Ok(());
    }
    let lists = columns.iter().filter(is_list).map(|column| column.name.to_string()).collect();
    Err(WrongColumn::NoList { name: column.name.to_string(), lists })
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
            Column::data("double", |row| Cell::Count(row.0 * 2)),
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
        assert_eq!(shown(&data), "number|items|double\n2|a; b|4\n10||20\n1|c|2");
    }

    #[test]
    fn sorting_by_a_hidden_column() {
        let sort = vec![("double".to_owned(), true)];
        let selection = Selection { sort, ..Selection::default() };
        assert_eq!(shown(&selection), "number\n10\n2\n1");
    }

    #[test]
    fn a_column_named_twice_is_shown_once() {
        let columns = ["items", "all", "number"].map(str::to_owned).to_vec();
        let selection = Selection { columns, ..Selection::default() };
        assert_eq!(shown(&selection), "items|number|double\na; b|2|4\n|10|20\nc|1|2");
    }

    #[test]
    fn columns_that_are_named_matter_in_the_order_of_their_names() {
        let ranks = |columns: &[&str], explode: Option<&str>| {
            let columns = columns.iter().map(ToString::to_string).collect();
            let explode = explode.map(str::to_owned);
            let selection = Selection { columns, explode, ..Selection::default() };
            let table = selection.table("things", &ROWS, &super::tests::columns()).unwrap();
            table.columns.iter().map(|heading| heading.rank).collect::<Vec<_>>()
        };
        assert_eq!(ranks(&["double", "items", "number"], None), [0, 1, 2]);
        assert_eq!(ranks(&["double", "number", "items"], Some("items")), [0, 1, 0]);
        assert_eq!(ranks(&[], None), [0]);
    }

    #[test]
    fn only_a_list_can_be_exploded() {
        let explode = Some("number".to_owned());
        let selection = Selection { explode, ..Selection::default() };
        let error = selection.table("things", &ROWS, &columns()).unwrap_err();
        let lists = vec!["items".to_owned()];
        assert_eq!(error, WrongColumn::NoList { name: "number".to_owned(), lists });
        assert!(selection.table("things", &[], &columns()).is_ok());
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
        let known = ["number", "items", "double"].map(str::to_owned).to_vec();
        assert_eq!(error, WrongColumn::Unknown { name: "nmber".to_owned(), known });
    }
}
