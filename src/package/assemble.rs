//! Rows reassembled into records, as JSON text that records where each of its values comes from.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Number, Value};

use super::cells::Cells;
use super::plan::{Form, Values, tables};
use super::text::{Origin, Text};
use crate::diagnostic::{Code, Fault, Place, Span, shown};
use crate::model::{Kind, Shape};

/// A table as it was read: its rows have a cell for each column of the plan.
pub struct Sheet {
    /// Which table of the plan it is.
    pub table: usize,
    /// What its file or sheet is called in messages.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// What stands in it; nothing is empty.
    pub text: String,
    /// Row and column, from 1.
    pub at: (usize, usize),
}

/// The records of these sheets as JSON; `found` is what is wrong with them so far.
pub fn assemble(
    sheets: &[Sheet],
    mut found: Vec<(Origin, Fault)>,
    unread_kinds: BTreeSet<Kind>,
    are_sheets: bool,
) -> (String, Cells) {
    let mut by_table: Vec<Option<Indexed>> = tables().iter().map(|_| None).collect();
    for sheet in sheets {
        by_table[sheet.table] = Some(Indexed::new(sheet));
    }
    let mut assembler = Assembler { sheets: by_table, text: Text::default() };
    found.extend(assembler.duplicate_keys());
    assembler.dataset();
    let (before, orphans) = (found.len(), assembler.orphans());
    let Text { text, origins: of_lines, .. } = assembler.text;
    let (mut origins, mut faults): (Vec<Origin>, Vec<Fault>) =
        found.into_iter().chain(orphans).unzip();
    let lines = (1..=before).chain(before + of_lines.len() + 1..);
    lines.zip(&mut faults).for_each(|(line, it)| it.place = Place::Text(0, Span::at(line, 1)));
    let text = "\n".repeat(before) + &text + &"\n".repeat(faults.len() - before);
    origins.splice(before..before, of_lines);
    (text, Cells { origins, faults, unread_kinds, whole: None, are_sheets })
}

/// A sheet with its rows by the row that they belong to, in their order; those of a record belong to none.
struct Indexed<'s> {
    sheet: &'s Sheet,
    by_owner: HashMap<Vec<&'s str>, Vec<&'s [Cell]>>,
}

impl<'s> Indexed<'s> {
    fn new(sheet: &'s Sheet) -> Self {
        let owners = tables()[sheet.table].owners();
        let has_position = matches!(tables()[sheet.table].form, Form::Item | Form::Value);
        let mut rows: Vec<&[Cell]> = sheet.rows.iter().map(Vec::as_slice).collect();
        if has_position {
            // What has no position comes last, as it stands.
            let position = |row: &&[Cell]| row[owners].text.parse().unwrap_or(f64::INFINITY);
            rows.sort_by(|a, b| position(a).total_cmp(&position(b)));
        }
        let mut by_owner: HashMap<Vec<&str>, Vec<&[Cell]>> = HashMap::new();
        for row in rows {
            by_owner.entry(key(row, owners)).or_default().push(row);
        }
        Self { sheet, by_owner }
    }
}

/// The first cells of a row; numbers may be written in several ways.
fn key(row: &[Cell], length: usize) -> Vec<&str> {
    row[..length].iter().map(|cell| cell.text.trim()).collect()
}

/// The place of what no cell holds.
fn nowhere() -> Origin {
    Origin { table: String::new(), at: (1, 1), text: String::new() }
}

struct Assembler<'s> {
    sheets: Vec<Option<Indexed<'s>>>,
    text: Text,
}

impl<'s> Assembler<'s> {
    fn sheet(&self, table: usize) -> Option<&'s Sheet> {
        self.sheets[table].as_ref().map(|indexed| indexed.sheet)
    }

    /// Where a cell of a table stands.
    fn origin(&self, table: usize, cell: &Cell) -> Origin {
        let table = self.sheet(table).map_or("", |sheet| &sheet.name).to_owned();
        Origin { table, at: cell.at, text: cell.text.clone() }
    }

    /// Rows that belong to a row that is not there.
    fn orphans(&self) -> Vec<(Origin, Fault)> {
        let mut found = Vec::new();
        for (number, table) in tables().iter().enumerate() {
            let (Some(sheet), Some(parent)) = (self.sheet(number), table.parent) else { continue };
            let owners = table.owners();
            let Some(owner) = self.sheet(parent) else { continue };
            let there: HashSet<Vec<&str>> = owner.rows.iter().map(|row| key(row, owners)).collect();
            let orphans = sheet.rows.iter().filter(|row| !there.contains(&key(row, owners)));
            for row in orphans {
                let (columns, values) = (&table.keys()[..owners], key(row, owners));
                let pairs = columns.iter().zip(values).map(|(c, v)| format!("{c} `{}`", shown(v)));
                let message = format!(
                    "no row of `{}` has the {}",
                    tables()[parent].name,
                    pairs.collect::<Vec<_>>().join(" and the ")
                );
                let fault = Fault::at(Code::DanglingReference, Span::at(1, 1), message)
                    .help("correct the key, or delete the row");
                found.push((self.origin(number, &row[owners - 1]), fault));
            }
        }
        found
    }

    /// Rows with the key of another one, so that it cannot be told what belongs to which.
    fn duplicate_keys(&self) -> Vec<(Origin, Fault)> {
        let mut found = Vec::new();
        for (number, table) in tables().iter().enumerate() {
            let has_rows =
                table.form == Form::Part || table.form == Form::Item && !table.children.is_empty();
            let Some(sheet) = self.sheet(number).filter(|_| has_rows) else { continue };
            let mut seen = HashSet::new();
            for row in &sheet.rows {
                let key = key(row, table.key);
                if key.last().is_some_and(|last| !last.is_empty()) && !seen.insert(key) {
                    let columns = table.keys().join(" and ");
                    let message = format!("another row has the same {columns}");
                    let fault = Fault::at(Code::DuplicateKey, Span::at(1, 1), message)
                        .help("give each row a different position");
                    found.push((self.origin(number, &row[table.key - 1]), fault));
                }
            }
        }
        found
    }

    fn dataset(&mut self) {
        self.text.open(None, '{', nowhere());
        for number in 0..tables().len() {
            if tables()[number].parent.is_none() && self.sheet(number).is_some() {
                self.list(number, &[]);
            }
        }
        self.text.close('}', nowhere());
    }

    /// The rows of a table that belong to a row, as a list under its key, or as the part that there is once.
    fn list(&mut self, number: usize, owner: &[&'s str]) {
        let table = &tables()[number];
        let indexed = self.sheets[number].as_ref();
        let rows = indexed.and_then(|indexed| indexed.by_owner.get(owner)).cloned();
        let rows = rows.unwrap_or_default();
        if table.form == Form::Part {
            if let Some(row) = rows.first() {
                self.row(number, row, Some(&table.field));
            }
        } else if table.required || !rows.is_empty() {
            let start = rows.first().map_or_else(nowhere, |row| self.origin(number, &row[0]));
            self.text.open(Some(&table.field), '[', start.clone());
            for row in rows {
                self.row(number, row, None);
            }
            self.text.close(']', start);
        }
    }

    fn row(&mut self, number: usize, row: &'s [Cell], under: Option<&str>) {
        let table = &tables()[number];
        if table.form == Form::Value {
            let cells = row[table.key..].iter().zip(&table.columns[table.key..]);
            let filled = cells.clone().find(|(cell, _)| !cell.text.is_empty());
            if let Some((cell, column)) = filled.or(cells.clone().next()) {
                let origin = self.origin(number, cell);
                self.text.value(None, &value(&cell.text, &column.of), origin);
            }
            return;
        }
        let start = self.origin(number, &row[0]);
        self.text.open(under, '{', start.clone());
        self.fields(number, row);
        let key = key(row, table.key);
        for child in &table.children {
            self.list(*child, &key);
        }
        self.text.close('}', start);
    }

    /// The values of a row; those under a common key together.
    fn fields(&mut self, number: usize, row: &'s [Cell]) {
        let mut part: Option<&str> = None;
        let cells = row.iter().zip(&tables()[number].columns);
        for (cell, column) in cells.filter(|(cell, _)| !cell.text.is_empty()) {
            let [outer @ .., key] = column.path.as_slice() else { continue };
            let origin = self.origin(number, cell);
            let outer = outer.first().map(String::as_str);
            if outer != part {
                if part.is_some() {
                    self.text.close('}', origin.clone());
                }
                if let Some(key) = outer {
                    self.text.open(Some(key), '{', origin.clone());
                }
                part = outer;
            }
            self.text.value(Some(key), &value(&cell.text, &column.of), origin);
        }
        if part.is_some() {
            self.text.close('}', self.origin(number, &row[0]));
        }
    }
}

/// The value of a cell, of the type of its column where it can be.
fn value(text: &str, of: &Values) -> Value {
    match of {
        Values::Field(Shape::Number { .. }) => {
            let number = text.trim().parse::<Number>();
            number.map_or_else(|_| Value::from(text), Value::Number)
        }
        Values::Field(Shape::Flag) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => true.into(),
            "false" | "no" | "0" => false.into(),
            _ => text.into(),
        },
        _ => text.into(),
    }
}
