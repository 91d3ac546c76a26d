//! What of a table is read: which of its columns the dataset has, and which rows say something.

use super::assemble::{Cell, Cells, Sheet, assemble};
use super::plan::{Table, table_named, tables};
use super::text::Origin;
use crate::diagnostic::{Code, Fault, Span, shown};

/// Puts together what is read of each table.
pub struct Reader {
    sheets: Vec<Sheet>,
    /// What is wrong, and where.
    pub found: Vec<(Origin, Fault)>,
    /// The tables that are there, whether or not they could be read.
    there: Vec<usize>,
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
        Self { sheets, found, there, is_export, are_sheets }
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
            let help = "whatever stood in them is lost: put them back, unless it is meant so";
            self.fault(top(place), Code::MissingCells, message, help);
        }
    }

    /// Adds a table by its name, with a row of headings and the rows below it; says whether it is one.
    pub fn table(&mut self, name: &str, place: &str, mut rows: Vec<Vec<Cell>>) -> bool {
        let Some(number) = table_named(name) else { return false };
        let table = &tables()[number];
        let headings = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        if self.there.contains(&number) {
            let message = format!("this is a second table `{}`", table.name);
            let help = "put its rows into the first, and delete it";
            self.fault(top(place), Code::DuplicateKey, message, help);
            return true;
        }
        self.there.push(number);
        if !headings.is_empty()
            && headings.iter().all(|heading| table.column_named(&heading.text).is_none())
        {
            let origin = Origin { text: headings[0].text.clone(), ..top(place) };
            let message = "the first row does not name the columns".to_owned();
            let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
            let help = format!("let it hold the headings, such as: {}", names.join(", "));
            self.fault(origin, Code::MissingKey, message, &help);
            return true;
        }
        let columns = self.columns(table, place, &headings);
        if self.is_export && !rows.is_empty() {
            let expected = table.owners()..table.columns.len();
            let missing = expected.filter(|number| !columns.contains(&Some(*number)));
            let missing: Vec<&str> =
                missing.map(|number| table.columns[number].name.as_str()).collect();
            self.missing_part(place, "columns", &missing);
        }
        let missing = (0..table.owners()).find(|owner| !columns.contains(&Some(*owner)));
        if let Some(owner) = missing.filter(|_| !rows.is_empty()) {
            let message = format!("no column is called `{}`", table.columns[owner].name);
            self.fault(top(place), Code::MissingKey, message, "give the column its name again");
            return true;
        }
        let row = |cells: Vec<Cell>| {
            let line = cells.first().map_or((1, 1), |cell| cell.at).0;
            let mut row: Vec<Cell> = (1..=table.columns.len())
                .map(|column| Cell { text: String::new(), at: (line, column) })
                .collect();
            for (cell, column) in cells.into_iter().zip(&columns) {
                if let Some(column) = column {
                    row[*column] = cell;
                }
            }
            row
        };
        let rows = rows.into_iter().map(row);
        let rows = rows.filter(|row| row.iter().any(|cell| !cell.text.trim().is_empty())).collect();
        self.sheets.push(Sheet { table: number, name: place.to_owned(), rows });
        true
    }

    /// Of each heading, the column of the plan that it names.
    fn columns(&mut self, table: &Table, place: &str, headings: &[Cell]) -> Vec<Option<usize>> {
        let mut columns: Vec<Option<usize>> = Vec::new();
        for heading in headings {
            let found =
                table.column_named(&heading.text).filter(|at| !columns.contains(&Some(*at)));
            if found.is_none() && !heading.text.trim().is_empty() {
                let (at, text) = (heading.at, heading.text.clone());
                let origin = Origin { table: place.to_owned(), at, text };
                let message = format!("the column `{}` is not read", shown(&heading.text));
                let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
                let help = format!("the columns that are read: {}", names.join(", "));
                self.unread(origin, message, &help);
            }
            columns.push(found);
        }
        columns
    }

    /// Everything as one text.
    pub fn finish(self) -> (String, Cells) {
        assemble(&self.sheets, self.found, self.are_sheets)
    }
}
