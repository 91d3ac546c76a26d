//! Columns, and the choice among them.

use std::collections::BTreeSet;

use super::{Cell, Heading, Table};
use crate::model::{Dataset, snake};
use crate::query::Error;

/// The rank of the columns that were asked for.
const ASKED: u8 = 1;
/// The most columns that a message lists.
const MANY: usize = 40;

/// A column of rows of type `R`.
pub struct Column<R> {
    /// Its heading, as far as it does not depend on the rows.
    pub head: Heading,
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
        let head = Heading { name: name.to_owned(), main: true, rank, ..Heading::default() };
        Self { head, cell: Reads::Row(cell) }
    }

    /// A column that says what a reader must know of a row.
    pub fn note(name: &'static str, rank: u8, cell: fn(&R, &Dataset) -> Cell) -> Self {
        let column = Self::main(name, rank, cell);
        Self { head: Heading { is_note: true, ..column.head }, ..column }
    }

    /// A column that is shown in the data formats, and in a table when it is named.
    pub fn data(name: &'static str, cell: fn(&R, &Dataset) -> Cell) -> Self {
        let column = Self::main(name, 9, cell);
        Self { head: Heading { main: false, ..column.head }, ..column }
    }

    /// A column that is shown everywhere, since it was asked for, of the cells that `cell` gives for `item`.
    pub fn item(name: String, item: usize, cell: fn(&R, usize) -> Cell) -> Self {
        let head = Heading { name, main: true, rank: ASKED, ..Heading::default() };
        Self { head, cell: Reads::Item(cell, item) }
    }

    /// What stands under it in this row.
    fn cell(&self, row: &R, dataset: &Dataset) -> Cell {
        match self.cell {
            Reads::Row(cell) => cell(row, dataset),
            Reads::Item(cell, item) => cell(row, item),
        }
    }
}

/// Rows under all of their columns, of whatever type the rows are: a cell is made when it is asked for.
pub struct Rows<'r> {
    heads: Vec<&'r Heading>,
    count: usize,
    /// The cell of a row under a column, both by their numbers.
    cell: Box<dyn Fn(usize, usize) -> Cell + 'r>,
}

impl<'r> Rows<'r> {
    /// These rows under these columns.
    pub fn new<R>(rows: &'r [R], columns: &'r [Column<R>], dataset: &'r Dataset) -> Self {
        Self {
            heads: columns.iter().map(|column| &column.head).collect(),
            count: rows.len(),
            cell: Box::new(|row, column| columns[column].cell(&rows[row], dataset)),
        }
    }

    /// The number of the column that goes by this name.
    fn position(&self, name: &str) -> Result<usize, Error> {
        let wanted = snake(name);
        self.heads.iter().position(|head| snake(&head.name) == wanted).ok_or_else(|| {
            let known: Vec<&str> = self.heads.iter().map(|head| &*head.name).collect();
            let there_are = match known.as_slice() {
                few if few.len() <= MANY => format!("there are {}", few.join(", ")),
                many => format!("{} columns are available; --columns all shows them", many.len()),
            };
            Error::not_among(format!("unknown column `{name}`"), name, known, &there_are)
        })
    }

    /// Refuses a column that holds no lists; the cells of one row show what those of a column are.
    fn refuse_without_lists(&self, column: usize) -> Result<(), Error> {
        let is_list = |at: usize| matches!((self.cell)(0, at), Cell::List(_) | Cell::Figures(_));
        if self.count == 0 || is_list(column) {
            return Ok(());
        }
        let lists = (0..self.heads.len()).filter(|at| is_list(*at));
        let lists: Vec<&str> = lists.map(|at| &*self.heads[at].name).collect();
        let help = match lists.as_slice() {
            [] => "nor does any other column here".to_owned(),
            lists => format!("--explode takes {}", lists.join(", ")),
        };
        let message = format!("the column `{}` is not a list", self.heads[column].name);
        Err(Error::new(message, help))
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
    /// The columns that the question is about, such as one that a filter asks of.
    pub asked: Vec<&'static str>,
}

impl Selection {
    /// The table of these rows.
    ///
    /// # Errors
    /// When a column is named that there is not, or one is to be exploded that holds no lists.
    pub fn table(&self, name: &'static str, all: &Rows<'_>) -> Result<Table, Error> {
        let mut wanted = self.wanted(all)?;
        let shown = wanted.len();
        let at = |wanted: &mut Vec<usize>, name: &str| {
            let column = all.position(name)?;
            Ok(wanted.iter().position(|known| *known == column).unwrap_or_else(|| {
                wanted.push(column);
                wanted.len() - 1
            }))
        };
        let explode = self.explode.as_ref().map(|name| at(&mut wanted, name)).transpose()?;
        explode.map_or(Ok(()), |column| all.refuse_without_lists(wanted[column]))?;
        let shown = explode.map_or(shown, |column| shown.max(column + 1));
        let mut sort = Vec::new();
        for (name, down) in self.sort.iter().map(|given| direction(given)) {
            sort.push((at(&mut wanted, name)?, down));
        }
        let cells = |row: usize| wanted.iter().map(|column| (all.cell)(row, *column)).collect();
        let mut rows: Vec<Vec<Cell>> = (0..all.count).map(cells).collect();
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
            self.heading(all.heads[*column], at, explode == Some(at))
        };
        let columns = wanted[..shown].iter().enumerate().map(heading).collect();
        let mut table = Table { name, columns, rows, grouped: None };
        table.mark_same();
        Ok(table)
    }

    /// The heading of the column at a place of the table.
    fn heading(&self, head: &Heading, at: usize, is_exploded: bool) -> Heading {
        let Heading { name, rank, .. } = head;
        let is_named = self.columns.iter().any(|named| snake(named) == snake(name));
        let rank = match self.columns.as_slice() {
            _ if is_exploded => 0,
            // What was asked for goes last, but for what the row is about.
            [] if self.asked.contains(&name.as_str()) => ASKED.min(*rank),
            [] if *rank >= ASKED && !self.asked.is_empty() => rank + 1,
            [] => *rank,
            // Whoever names columns names the most important ones first.
            _ => u8::try_from(at).unwrap_or(u8::MAX),
        };
        // Every row keeps what it is about and where that stands.
        let stays = is_named || rank == 0 || name.starts_with("source");
        Heading { rank, stays, ..head.clone() }
    }

    /// Splits the lists of names of columns and of columns to sort by at their commas, but for the commas that a
    /// name has itself.
    pub fn split_names(&mut self, rows: &Rows<'_>) {
        let names = || rows.heads.iter().map(|head| &*head.name);
        let known: BTreeSet<String> = names().map(snake).collect();
        let commas = names().map(|name| name.matches(',').count()).max().unwrap_or(0);
        let is_known = |name: &str| known.contains(&snake(name));
        let names = |list: &String| split(list, commas, is_known);
        self.columns = self.columns.iter().flat_map(names).collect();
        let sorted_by = |list: &String| split(list, commas, |name| is_known(direction(name).0));
        self.sort = self.sort.iter().flat_map(sorted_by).collect();
    }

    /// Notes which columns the question is about, of those that people are shown.
    pub fn note_asked(&mut self, asked: impl Iterator<Item = &'static str>, rows: &Rows<'_>) {
        let is_shown = |name: &&str| rows.heads.iter().any(|head| head.main && head.name == **name);
        self.asked = asked.filter(is_shown).collect();
    }

    /// The positions of the columns that are shown.
    fn wanted(&self, all: &Rows<'_>) -> Result<Vec<usize>, Error> {
        let columns = 0..all.heads.len();
        if self.columns.is_empty() {
            return Ok(columns.filter(|at| self.data || all.heads[*at].main).collect());
        }
        let mut wanted = Vec::new();
        for name in &self.columns {
            if name == "all" {
                wanted.extend(columns.clone());
            } else {
                wanted.push(all.position(name)?);
            }
        }
        // A column that is named twice is shown once: in JSON its key could not stand twice.
        let mut seen = BTreeSet::new();
        wanted.retain(|column| seen.insert(*column));
        Ok(wanted)
    }
}

/// A column to sort by, and whether downwards: by a minus, or the dash that a word processor makes of it.
pub fn direction(given: &str) -> (&str, bool) {
    let name = given.trim_start_matches(['-', '–', '−', '—']);
    (name, name.len() < given.len())
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
        names.push(list[..end].trim().to_owned());
        rest = list.get(end + 1..).filter(|rest| !rest.trim().is_empty());
    }
    names
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
