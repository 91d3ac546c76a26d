//! What is read from a table: the columns that the dataset has, and the rows that are not empty.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::assemble::{Cell, Sheet, assemble};
use super::cells::Cells;
use super::plan::{Form, Table, Values, table_named, tables};
use super::text::Origin;
use crate::diagnostic::{Code, Fault, Span, shown};
use crate::model::Kind;

/// The number of rows in which headings are looked for, since a title may stand above them.
pub const UPPER: usize = 10;

/// Of the columns of a table, those of the plan.
pub type Columns = BTreeMap<usize, usize>;

/// What is wrong, and where.
pub type Found = Vec<(Origin, Fault)>;

/// Puts together what is read of each table.
pub struct Reader {
    sheets: Vec<Sheet>,
    found: Found,
    /// The tables that are there, whether or not they could be read.
    there: Vec<usize>,
    /// The kinds of records of which a table could not be read.
    unread: BTreeSet<Kind>,
    /// Whether a column that is missing is named, as in what `cnd export` has written.
    is_export: bool,
    /// Whether the tables are the sheets of a workbook, and no files.
    are_sheets: bool,
}

/// The place of a table as a whole.
pub fn top(table: &str) -> Origin {
    Origin { table: table.to_owned(), at: (1, 1), text: String::new() }
}

impl Reader {
    pub fn new(is_export: bool, are_sheets: bool) -> Self {
        let (sheets, found, there) = (Vec::new(), Vec::new(), Vec::new());
        Self { sheets, found, there, unread: BTreeSet::new(), is_export, are_sheets }
    }

    /// Adds a fault.
    pub fn fault(&mut self, origin: Origin, code: Code, message: String, help: &str) {
        self.found.push((origin, Fault::at(code, Span::at(1, 1), message).help(help)));
    }

    /// Adds what is not read, at a place.
    pub fn unread(&mut self, origin: Origin, message: String, help: &str) {
        self.fault(origin, Code::UnreadCells, message, help);
    }

    /// Adds the tables that an export has and that are not there.
    pub fn missing(&mut self, place: &str) {
        let all = tables().iter().enumerate();
        let missing = all.filter(|(number, _)| !self.there.contains(number));
        let missing: Vec<&str> = missing.map(|(_, table)| table.name.as_str()).collect();
        self.missing_part(place, "tables", &missing);
    }

    fn missing_part(&mut self, place: &str, what: &str, missing: &[&str]) {
        if !missing.is_empty() {
            let message = format!("{what} of an export are missing: {}", missing.join(", "));
            let help =
                "their contents will be treated as deleted: restore them unless that is intended";
            self.fault(top(place), Code::MissingCells, message, help);
        }
    }

    /// Adds a table by its name, with its rows and what is wrong in them; says whether it is one.
    pub fn table(
        &mut self,
        name: &str,
        place: &str,
        mut rows: Vec<Vec<Cell>>,
        found: Found,
    ) -> bool {
        let Some(number) = table_named(name) else { return false };
        let table = &tables()[number];
        if self.there.contains(&number) {
            let message = format!("this is a second table `{}`", table.name);
            let help = "put its rows into the first, and delete it";
            self.fault(top(place), Code::DuplicateKey, message, help);
            return true;
        }
        self.there.push(number);
        let below = rows.split_off((heading_row(table, &rows) + 1).min(rows.len()));
        let headings = rows.pop().unwrap_or_default();
        let columns = columns(table, &headings);
        let is_filled = |row: &Vec<Cell>| row.iter().any(|cell| !cell.text.trim().is_empty());
        if below.iter().any(is_filled) && self.lacks_columns(table, place, &headings, &columns) {
            self.unread.insert(kind_of(table));
            return true;
        }
        self.found.extend(found);
        for above in rows.iter().filter(|row| is_filled(row)).filter_map(|row| row.first()) {
            let origin = Origin { table: place.to_owned(), at: above.at, text: above.text.clone() };
            let message = "this row is not read: the headings are below it".to_owned();
            self.unread(origin, message, "delete it");
        }
        self.unknown_columns(table, place, &headings, &columns);
        let mut sheet = Sheet { table: number, name: place.to_owned(), rows: Vec::new() };
        for cells in below {
            let line = cells.first().map_or(1, |cell| cell.at.0);
            let empty = (1..=table.columns.len()).map(|column| (line, column));
            let empty = empty.map(|at| Cell { text: String::new(), at });
            let (mut row, mut stray) = (empty.collect::<Vec<_>>(), Vec::new());
            for cell in cells {
                match columns.get(&cell.at.1) {
                    Some(column) => row[*column] = cell,
                    None => stray.push(cell),
                }
            }
            self.stray(place, &headings, stray);
            sheet.rows.extend(Some(row).filter(is_filled));
        }
        self.sheets.push(sheet);
        true
    }

    /// Adds which columns are missing that every row needs, and says whether any are: then nothing else is said of the
    /// table.
    fn lacks_columns(
        &mut self,
        table: &Table,
        place: &str,
        headings: &[Cell],
        columns: &Columns,
    ) -> bool {
        let is_there = |number: &usize| columns.values().any(|there| there == number);
        let needed = table.columns.iter().enumerate().filter(|(number, column)| {
            *number < table.owners() || column.required && column.of != Values::Position
        });
        let missing = needed.filter(|(number, _)| !is_there(number));
        let missing: Vec<_> = missing.map(|(_, column)| format!("`{}`", column.name)).collect();
        if missing.is_empty() {
            return false;
        }
        let unknown = headings.iter().find(|heading| !columns.contains_key(&heading.at.1));
        let at = unknown.or(headings.first()).map_or((1, 1), |heading| heading.at);
        let text = unknown.map_or_else(String::new, |heading| heading.text.clone());
        let origin = Origin { table: place.to_owned(), at, text };
        let message = format!("missing column: {}", missing.join(" or "));
        let help = format!("restore the column names: {}", table.names());
        self.fault(origin, Code::MissingKey, message, &help);
        true
    }

    /// Adds the columns that the dataset does not have, and those that an export has and this does not.
    fn unknown_columns(
        &mut self,
        table: &Table,
        place: &str,
        headings: &[Cell],
        columns: &Columns,
    ) {
        let unknown = headings.iter().filter(|heading| !columns.contains_key(&heading.at.1));
        for Cell { text, at } in unknown.filter(|heading| !heading.text.trim().is_empty()) {
            let origin = Origin { table: place.to_owned(), at: *at, text: text.clone() };
            let message = format!("the column `{}` is not read", shown(text));
            self.unread(origin, message, &format!("the columns that are read: {}", table.names()));
        }
        if self.is_export {
            let there: BTreeSet<usize> = columns.values().copied().collect();
            let missing = (table.owners()..table.columns.len()).filter(|at| !there.contains(at));
            let missing: Vec<&str> = missing.map(|at| &*table.columns[at].name).collect();
            self.missing_part(place, "columns", &missing);
        }
    }

    /// Adds the cells of a row that stand under no heading; in a file, a comma too many has moved the others.
    fn stray(&mut self, place: &str, headings: &[Cell], mut cells: Vec<Cell>) {
        let width = headings.last().map_or(0, |heading| heading.at.1);
        let named = |cell: &Cell| {
            let mut headings = headings.iter().filter(|heading| !heading.text.trim().is_empty());
            headings.any(|heading| heading.at.1 == cell.at.1)
        };
        cells.retain(|cell| !named(cell) && (cell.at.1 > width || !cell.text.trim().is_empty()));
        if let Some(Cell { at, .. }) =
            cells.last().filter(|cell| !self.are_sheets && cell.at.1 > width)
        {
            let origin = Origin { table: place.to_owned(), at: *at, text: String::new() };
            let message = "this row has more cells than there are columns".to_owned();
            let help = "put text that contains a comma in double quotes";
            return self.fault(origin, Code::Syntax, message, help);
        }
        for Cell { text, at } in cells {
            let origin = Origin { table: place.to_owned(), at, text };
            let is_same =
                |(other, _): &(Origin, Fault)| (&*other.table, other.at.1) == (place, at.1);
            // Of a column without a heading, the first cell says it.
            if self.are_sheets || !self.found.iter().any(is_same) {
                let message = "this cell has no heading".to_owned();
                self.unread(origin, message, "give its column a heading");
            }
        }
    }

    /// Everything as one text.
    pub fn finish(mut self) -> (String, Cells) {
        for sheet in self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
            let table = &tables()[sheet.table];
            if let Some(parent) = table.parent.filter(|parent| !self.there.contains(parent)) {
                let parent = &tables()[parent].name;
                let message =
                    format!("the table `{parent}`, to which these rows belong, is missing");
                let fault = Fault::at(Code::DanglingReference, Span::at(1, 1), message);
                let fault = fault.help("put it back, or delete these rows as well");
                self.found.push((top(&sheet.name), fault));
                self.unread.insert(kind_of(table));
            }
        }
        // A record of which one table cannot be read is left out: half of it would look like the whole.
        self.sheets.retain(|sheet| !self.unread.contains(&kind_of(&tables()[sheet.table])));
        assemble(&self.sheets, self.found, self.unread, self.are_sheets)
    }
}

/// The row of the headings: of the upper ones that which names the most columns, or the first where none names two.
pub fn heading_row(table: &Table, rows: &[Vec<Cell>]) -> usize {
    let named = rows.iter().take(UPPER).map(|row| columns(table, row).len()).enumerate();
    let named = named.filter(|(_, named)| *named > 1);
    named.max_by_key(|(row, named)| (*named, Reverse(*row))).map_or(0, |(row, _)| row)
}

/// Of each column of a table that has a heading of the plan, the column there.
pub fn columns(table: &Table, headings: &[Cell]) -> Columns {
    let mut columns = BTreeMap::new();
    for heading in headings {
        let named = table.column_named(&heading.text);
        let is_new = |at: &usize| !columns.values().any(|there| there == at);
        if let Some(at) = named.filter(is_new) {
            columns.insert(heading.at.1, at);
        }
    }
    columns
}

/// The kind of the records that the rows of a table belong to.
fn kind_of(table: &Table) -> Kind {
    match (table.parent, table.form) {
        (Some(parent), _) => kind_of(&tables()[parent]),
        (None, Form::Record(kind)) => kind,
        (None, _) => Kind::Programme,
    }
}
