//! The tables of a workbook.

use std::collections::HashMap;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use calamine::{Data, ExcelDateTime, Reader as _, Xlsx, open_workbook};
use zip::ZipArchive;

use super::assemble::Cell;
use super::cells::Cells;
use super::descriptor;
use super::plan::{Values, table_named, tables};
use super::reader::{Found, Reader, UPPER, columns, heading_row, top};
use super::text::Origin;
use super::workbook::{ABOUT, WORDS};
use crate::diagnostic::{Code, Fault, Span};

/// The sheet by which a listing is known that was written as a workbook.
const LISTING: &str = "About";
/// A workbook unpacks to at most so many bytes: ten thousand programmes take a tenth of it.
const MOST: u64 = 500_000_000;

/// Reads the sheets that are tables of a dataset.
pub fn read(path: &Path) -> io::Result<(String, Cells)> {
    // The error of the system is the clearer one.
    refuse_bomb(File::open(path)?)?;
    let mut workbook: Xlsx<_> = open_workbook(path).map_err(failed)?;
    let names = workbook.sheet_names();
    if names.iter().any(|name| name == LISTING) {
        let message = "it is a listing, as -o writes it; `cnd export FILE.xlsx` writes a workbook that can be read back";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let is_export = names.iter().any(|name| name == ABOUT);
    let mut reader = Reader::new(is_export, true);
    let mut is_dataset = false;
    for name in names {
        if name == ABOUT || name == WORDS {
            continue;
        }
        let (rows, found) = rows(&mut workbook, &name)?;
        if reader.table(&name, &name, rows, found) {
            is_dataset = true;
        } else {
            let message = format!("the sheet `{name}` is not read");
            reader.unread(top(&name), message, "no table has this name");
        }
    }
    if !is_dataset {
        return Err(io::Error::other("no sheet of this workbook is a table of a dataset"));
    }
    if is_export {
        reader.missing(ABOUT);
    }
    let (text, mut cells) = reader.finish();
    cells.whole = if is_export { whole(&mut workbook)? } else { None };
    Ok((text, cells))
}

/// How much the dataset has of which the sheet about it says that this is a part.
fn whole(workbook: &mut Xlsx<BufReader<File>>) -> io::Result<Option<String>> {
    let mut cells = workbook.worksheet_cells_reader(ABOUT).map_err(failed)?;
    while let Some(cell) = cells.next_cell().map_err(failed)? {
        let whole = descriptor::whole(&Data::from(cell.get_value().clone()).to_string());
        if whole.is_some() {
            return Ok(whole);
        }
    }
    Ok(None)
}

/// Refuses what unpacks to far more than a dataset: a sheet is read whole.
fn refuse_bomb(file: File) -> io::Result<()> {
    let mut archive = ZipArchive::new(file).map_err(failed)?;
    let mut size = 0_u64;
    for part in 0..archive.len() {
        let part = archive.by_index_raw(part).map_err(failed)?;
        size = size.saturating_add(part.size());
    }
    if size > MOST {
        let message = format!("it unpacks to more than {} MB", MOST / 1_000_000);
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    }
    Ok(())
}

fn failed(why: impl Display) -> io::Error {
    io::Error::other(format!("it is not a workbook that can be read: {why}"))
}

/// What a cell holds, or the formula of which no result is stored in it.
type StoredValue = Result<Data, String>;

/// The formulas of a sheet, by row and column from 0.
fn formulas(
    workbook: &mut Xlsx<BufReader<File>>,
    name: &str,
) -> io::Result<HashMap<(u32, u32), String>> {
    let mut formulas = HashMap::new();
    let mut cells = workbook.worksheet_cells_reader(name).map_err(failed)?;
    while let Some(cell) = cells.next_formula().map_err(failed)? {
        if !cell.get_value().is_empty() {
            formulas.insert(cell.get_position(), format!("={}", cell.get_value()));
        }
    }
    Ok(formulas)
}

/// The rows of a sheet, and the cells that do not hold what was meant. Read cell by cell: a sheet with one stray cell
/// at its far end would fill the memory otherwise.
fn rows(workbook: &mut Xlsx<BufReader<File>>, name: &str) -> io::Result<(Vec<Vec<Cell>>, Found)> {
    let mut formulas = formulas(workbook, name)?;
    let mut read: Vec<Vec<((usize, usize), StoredValue)>> = Vec::new();
    let mut cells = workbook.worksheet_cells_reader(name).map_err(failed)?;
    while let Some(cell) = cells.next_cell().map_err(failed)? {
        let (row, column) = cell.get_position();
        let at = (row as usize + 1, column as usize + 1);
        let data = match Data::from(cell.get_value().clone()) {
            Data::Empty => match formulas.remove(&(row, column)) {
                Some(formula) => Err(formula),
                None => continue,
            },
            data => Ok(data),
        };
        match read.last_mut().filter(|row| row.first().is_some_and(|(first, _)| first.0 == at.0)) {
            Some(row) => row.push((at, data)),
            None => read.push(vec![(at, data)]),
        }
    }
    let as_text =
        |(at, data): &((usize, usize), StoredValue)| Cell { text: text(data, None).0, at: *at };
    let upper = read.iter().take(UPPER).map(|row| row.iter().map(as_text).collect());
    let upper: Vec<Vec<Cell>> = upper.collect();
    let table = table_named(name).map(|number| &tables()[number]);
    let headings = table.and_then(|table| Some((table, upper.get(heading_row(table, &upper))?)));
    let headings = headings.map(|(table, row)| (table, columns(table, row)));
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for row in read {
        let cells = row.into_iter().map(|(at, data)| {
            // Cells under a heading of one's own are not read.
            let of = headings.as_ref().and_then(|(table, columns)| {
                columns.get(&at.1).map(|column| &table.columns[*column].of)
            });
            let (text, fault) = text(&data, of);
            if let Some(fault) = fault.filter(|_| of.is_some()) {
                found.push((Origin { table: name.to_owned(), at, text: text.clone() }, fault));
            }
            Cell { text, at }
        });
        rows.push(cells.collect());
    }
    Ok((rows, found))
}

/// What a cell says, or what a spreadsheet has made of it, and then that this is not what was meant, or may not be.
fn text(data: &StoredValue, of: Option<&Values>) -> (String, Option<Fault>) {
    let odd = |text: String, code, message: &str, help| {
        (text, Some(Fault::at(code, Span::at(1, 1), message).help(help)))
    };
    const AS_TEXT: &str = "format the cell as text, and write it again";
    let is_date = of.is_some_and(Values::is_date);
    let data = match data {
        Ok(data) => data,
        Err(formula) => {
            let message = "no result of the formula in this cell is stored";
            let help = "open the file in a spreadsheet and save it, or write the value itself";
            return odd(formula.clone(), Code::WrongType, message, help);
        }
    };
    match data {
        Data::Empty => (String::new(), None),
        Data::String(text) => (text.clone(), None),
        Data::Int(number) => (number.to_string(), None),
        Data::Bool(flag) => (flag.to_string(), None),
        Data::Float(number) if number.fract() != 0.0 && of.is_some_and(Values::is_text) => {
            let message = "this cell is stored as a number; a trailing zero would be lost";
            let help = "if there was one, format the cell as text and write it again";
            odd(number.to_string(), Code::ConvertedCell, message, help)
        }
        Data::Float(number) => (number.to_string(), None),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (text, is_first) = day(moment);
            if is_date && is_first {
                let message = format!("this cell is stored as a date; it is read as {text}");
                let help =
                    "if a month or a year is meant, format the cell as text and write it again";
                odd(text, Code::ConvertedCell, &message, help)
            } else if of.is_some() && !is_date {
                let message = "the spreadsheet has converted this entry to a date";
                odd(text, Code::WrongType, message, AS_TEXT)
            } else {
                (text, None)
            }
        }
        Data::DateTimeIso(text) if is_date => {
            (text.split('T').next().unwrap_or(text).to_owned(), None)
        }
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => {
            let message = "a spreadsheet has made a time of what was written here";
            odd(data.to_string(), Code::WrongType, message, AS_TEXT)
        }
        Data::Error(error) => {
            let message = format!("the formula in this cell returned an error: {error}");
            odd(error.to_string(), Code::WrongType, &message, "write the value itself")
        }
    }
}

/// A day as it is written, and whether it is the first of its month.
fn day(moment: &ExcelDateTime) -> (String, bool) {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    (format!("{year:04}-{month:02}-{day:02}"), day == 1)
}
