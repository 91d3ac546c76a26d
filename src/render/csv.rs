//! Values separated by commas, quoted as in RFC 4180, or by tabs.
//!
//! Flags are `true` and `false`, shares plain numbers, lists joined by `; `. Between tabs there are no quotes, which
//! most readers of TSV take for a part of a value: a tab, a line break and a backslash in a value are written `\\t`,
//! `\\n`,
//! `\\r` and `\\\\`. Spreadsheets do read quotes there, and get them.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{ErrorKind, QuoteStyle, Terminator, WriterBuilder};

use super::Remarks;
use super::spreadsheet::{is_converted, is_formula, is_too_long};
use crate::view::{Cell, Table};

/// Writes a table, and returns what there is to say of its cells.
///
/// For spreadsheets every field is quoted, since they split lines at other signs than commas too.
pub(super) fn write(
    table: &Table,
    delimiter: u8,
    excel: bool,
    out: &mut dyn Write,
) -> io::Result<Remarks> {
    let headings: Vec<Cell> =
        table.columns.iter().map(|heading| Cell::text(&heading.name)).collect();
    let lines = std::iter::once(&headings).chain(&table.rows);
    let mut remarks = Remarks::default();
    if delimiter == b'\t' && !excel {
        for line in lines {
            for (number, cell) in line.iter().enumerate() {
                let tab = if number > 0 { "\t" } else { "" };
                write!(out, "{tab}{}", escaped(field(cell, excel, &mut remarks)))?;
            }
            writeln!(out)?;
        }
        return Ok(remarks);
    }
    if excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    // The writer looks through the rest of a cell each time that its buffer is full.
    let buffer = 2 * longest(table) + 8 * 1024;
    let mut writer = WriterBuilder::new()
        .quote_style(if excel { QuoteStyle::Always } else { QuoteStyle::Necessary })
        .delimiter(delimiter)
        .terminator(if excel { Terminator::CRLF } else { Terminator::Any(b'\n') })
        .buffer_capacity(buffer)
        .from_writer(out);
    for line in lines {
        for cell in line {
            let text = field(cell, excel, &mut remarks);
            writer.write_field(text.as_bytes()).map_err(io_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    writer.flush()?;
    Ok(remarks)
}

/// The cell as a program reads it; for spreadsheets an apostrophe makes a text of what they would run as a formula or
/// turn into another number or date.
fn field<'c>(cell: &'c Cell, excel: bool, remarks: &mut Remarks) -> Cow<'c, str> {
    let text = match cell {
        Cell::Text(text) => Cow::Borrowed(text.as_str()),
        Cell::Flag(flag) => Cow::Owned(flag.to_string()),
        _ => Cow::Owned(cell.to_string()),
    };
    // A number is no formula, even one that begins with a minus.
    if !matches!(cell, Cell::Text(_) | Cell::List(_) | Cell::Figure(_) | Cell::Figures(_)) {
        return text;
    }
    let formula = is_formula(&text);
    remarks.formulas += usize::from(formula && !excel);
    remarks.too_long += usize::from(excel && is_too_long(&text));
    if excel && (formula || is_converted(&text)) { Cow::Owned(format!("'{text}")) } else { text }
}

/// The text without what would end a value between tabs.
fn escaped(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(['\t', '\n', '\r', '\\']) {
        return text;
    }
    // The backslash first, before there are those of the escapes.
    let escapes = [("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")];
    let escape = |text: String, (sign, escape): (&str, &str)| text.replace(sign, escape);
    Cow::Owned(escapes.into_iter().fold(text.into_owned(), escape))
}

/// How many bytes the longest text of a cell has.
fn longest(table: &Table) -> usize {
    let length = |cell: &Cell| if let Cell::Text(text) = cell { text.len() } else { 0 };
    table.rows.iter().flatten().map(length).max().unwrap_or(0)
}

/// The failure to write itself, so that a closed pipe is known as one.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
