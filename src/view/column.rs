//! Columns, and the choice among them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Cell, Heading, Table};
use crate::model::{Dataset, fold};
use crate::query::Error;

/// A message lists no more columns than this.
const MANY: usize = 40;

/// A column of rows of type `R`.
pub struct Column<R> {
    /// Its name, in snake case; for a column of its own for each value, that value.
    pub name: Cow<'static, str>,
    /// Whether people are shown it without asking; the data formats show every column.
    pub main: bool,
    /// How much it matters where not all columns fit: 0 stays longest.
    pub rank: u8,
    /// Whether it explains its row, so that people are shown it below the table where it does not fit.
    pub is_note: bool,
    cell: Reads<R>,
}

/// How a column gets its cell from a row.
enum Reads<R> {
    Row(fn(&R, &Dataset) -> Cell),
    /// A row that has many cells of one sort, and which of them.
    Item(fn(&R, usize) -> Cell, usize),
}

impl<R> Column<R> {
    /// A column that is shown everywhere.
    pub fn main(name: &'static str, rank: u8, cell: fn(&R, &Dataset) -> Cell) -> Self {
        let (name, cell) = (Cow::Borrowed(name), Reads::Row(cell));
        Self { name, main: true, rank, is_note: false, cell }
    }

    /// A column that says what a reader must know of a row.
    pub fn note(name: &'static str, rank: u8, cell: fn(&R, &Dataset) -> Cell) -> Self {
        Self { is_note: true, ..Self::main(name, rank, cell) }
    }

    /// A column that is shown in the data formats, and in a table when it is named.
    pub fn data(name: &'static str, cell: fn(&R, &Dataset) -> Cell) -> Self {
        Self { main: false, ..Self::main(name, 9, cell) }
    }

    /// A column that is shown everywhere, of the cells that `cell` gives for `item`.
    pub fn item(name: String, rank: u8, item: usize, cell: fn(&R, usize) -> Cell) -> Self {
        let (name, cell) = (Cow::Owned(name), Reads::Item(cell, item));
        Self { name, main: true, rank, is_note: false, cell }
    }

    /// What stands under it in this row.
    pub fn cell(&self, row: &R, dataset: &Dataset) -> Cell {
        match self.cell {
            Reads::Row(cell) => cell(row, dataset),
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
    /// The columns to sort by, with a minus before those that are descending.
    pub sort: Vec<String>,
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
        dataset: &Dataset,
    ) -> Result<Table, Error> {
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
            holds_lists(&columns[wanted[at]], columns, (row, dataset))?;
        }
        let shown = explode.map_or(shown, |column| shown.max(column + 1));
        let sort = self
            .sort
            .iter()
            .map(|given| {
                let (name, down) = direction(given);
                Ok((at(&mut wanted, name)?, down))
            })
            .collect::<Result<Vec<_>, Error>>()?;

        let cells =
            |row: &R| wanted.iter().map(|column| columns[*column].cell(row, dataset)).collect();
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
            self.heading(&columns[*column], at, explode == Some(at))
        };
        let columns = wanted[..shown].iter().enumerate().map(heading).collect();
        let mut table = Table { name, columns, rows, grouped: None };
        table.mark_same();
        Ok(table)
    }

    /// The heading of the column at a place of the table.
    fn heading<R>(&self, column: &Column<R>, at: usize, is_exploded: bool) -> Heading {
        let Column { name, rank, is_note, .. } = column;
        let is_named = self.columns.iter().any(|named| column_key(named) == column_key(name));
        let rank = match self.columns.as_slice() {
            _ if is_exploded => 0,
            [] => *rank,
            // Whoever names columns names the most important ones first.
            _ => u8::try_from(at).unwrap_or(u8::MAX),
        };
        // Every row keeps what it is about and where that stands.
        let stays = is_named || rank == 0 || name.starts_with("source");
        Heading { name: name.to_string(), rank, stays, is_same: false, is_note: *is_note }
    }

    /// Splits the lists of names of columns and of columns to sort by at their commas, but for the commas that a
    /// name has itself.
    pub fn split_names<R>(&mut self, columns: &[Column<R>]) {
        let known: BTreeSet<String> =
            columns.iter().map(|column| column_key(&column.name)).collect();
        let commas = columns.iter().map(|c| c.name.matches(',').count()).max().unwrap_or(0);
        let is_known = |name: &str| known.contains(&column_key(name));
        let names = |list: &String| split(list, commas, is_known);
        self.columns = self.columns.iter().flat_map(names).collect();
        let sorted_by = |list: &String| split(list, commas, |name| is_known(direction(name).0));
        self.sort = self.sort.iter().flat_map(sorted_by).collect();
    }

    /// The positions of the columns that are shown.
    fn wanted<R>(&self, columns: &[Column<R>]) -> Result<Vec<usize>, Error> {
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

/// A column to sort by, and whether downwards.
fn direction(given: &str) -> (&str, bool) {
    given.strip_prefix('-').map_or((given, false), |name| (name, true))
}

/// The names in a list that is parted by commas; one that is `known` may have commas in it.
fn split(list: &str, commas: usize, known: impl Fn(&str) -> bool) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = Some(list);
    while let Some(list) = rest {
        let ends = list.match_indices(',').map(|(at, _)| at).chain([list.len()]).take(commas + 1);
        let ends: Vec<usize> = ends.collect();
        let whole = ends.iter().rev().copied().find(|end| known(&list[..*end]));
        let end = whole.unwrap_or(ends[0]);
        names.push(list[..end].to_owned());
        rest = list.get(end + 1..);
    }
    names
}

/// A name as it is compared.
pub fn column_key(name: &str) -> String {
    fold(name).replace([' ', '-'], "_")
}

fn position<R>(columns: &[Column<R>], name: &str) -> Result<usize, Error> {
    let wanted = column_key(name);
    columns.iter().position(|column| column_key(&column.name) == wanted).ok_or_else(|| {
        let known: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
        let there_are = match known.as_slice() {
            few if few.len() <= MANY => format!("there are {}", few.join(", ")),
            many => format!("there are {} columns: --columns all shows them", many.len()),
        };
        Error::not_among(format!("no column is called `{name}`"), name, known, &there_are)
    })
}

/// Refuses a column that holds no lists; the cells of one row show what those of a column are.
fn holds_lists<R>(
    column: &Column<R>,
    columns: &[Column<R>],
    (row, dataset): (&R, &Dataset),
) -> Result<(), Error> {
    let is_list =
        |column: &&Column<R>| matches!(column.cell(row, dataset), Cell::List(_) | Cell::Figures(_));
    if is_list(&column) {
        return Ok(());
    }
    let lists: Vec<&str> = columns.iter().filter(is_list).map(|column| &*column.name).collect();
    let help = match lists.as_slice() {
        [] => "nor does any other column here".to_owned(),
        lists => format!("--explode takes {}", lists.join(", ")),
    };
    Err(Error::new(format!("the column `{}` holds no lists", column.name), help))
}

/// A row for each item of the list in this cell; one row where there is none.
fn exploded(mut row: Vec<Cell>, column: usize) -> Vec<Vec<Cell>> {
    // Taken out first: a copy of the whole list in each of the rows would take time by its square.
    let (items, cell): (_, fn(String) -> Cell) =
        match std::mem::replace(&mut row[column], Cell::Empty) {
            Cell::List(items) | Cell::Figures(items) if items.is_empty() => return vec![row],
            Cell::List(items) => (items, Cell::Text),
            Cell::Figures(items) => (items, Cell::Figure),
            other => {
                row[column] = other;
                return vec![row];
            }
        };
    let with = |item: String| {
        let mut row = row.clone();
        row[column] = cell(item);
        row
    };
    items.into_iter().map(with).collect()
}

#[cfg(test)]
mod tests;
