//! Values separated by commas, quoted as in RFC 4180; for spreadsheets, also by tabs.
//!
//! Flags are `true` and `false`, shares plain numbers, lists joined by `; `.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{ErrorKind, QuoteStyle, Terminator, WriterBuilder};

use super::Remarks;
use super::spreadsheet::{is_converted, is_formula, is_too_long};
use crate::view::{Cell, Table};

/// Writes a table, and returns what there is to say of its cells.
///
/// For spreadsheets every field is quoted, since they split lines at other signs than commas too, and an apostrophe
/// makes a text of what they would run as a formula or turn into another number or date.
pub(super) fn write(
    table: &Table,
    delimiter: u8,
    excel: bool,
    out: &mut dyn Write,
) -> io::Result<Remarks> {
    if excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let terminator = if excel { Terminator::CRLF } else { Terminator::Any(b'\n') };
    // The writer looks through the rest of a cell each time that its buffer is full.
    let buffer = 2 * longest(table) + 8 * 1024;
    let quotes = if excel { QuoteStyle::Always } else { QuoteStyle::Necessary };
    let mut writer = WriterBuilder::new()
        .quote_style(quotes)
        .delimiter(delimiter)
        .terminator(terminator)
        .buffer_capacity(buffer)
        .from_writer(out);
    let mut remarks = Remarks::default();
    let mut field = |text: Cow<'_, str>, writer: &mut csv::Writer<_>| {
        let formula = is_formula(&text);
        remarks.formulas += usize::from(formula && !excel);
        remarks.too_long += usize::from(excel && is_too_long(&text));
        let marked = excel && (formula || is_converted(&text));
        let text = if marked { Cow::Owned(format!("'{text}")) } else { text };
        writer.write_field(text.as_bytes()).map_err(io_error)
    };
    for heading in &table.columns {
        field(Cow::Borrowed(&heading.name), &mut writer)?;
    }
    writer.write_record(None::<&[u8]>).map_err(io_error)?;
    for row in &table.rows {
        for cell in row {
            let text = for_programs(cell);
            if is_text(cell) {
                field(text, &mut writer)?;
            } else {
                writer.write_field(text.as_bytes()).map_err(io_error)?;
            }
        }
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    writer.flush()?;
    Ok(remarks)
}

/// Whether what stands there may begin like a formula: a number is none, even one that begins with a minus.
pub(super) fn is_text(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(_) | Cell::List(_) | Cell::Figure(_) | Cell::Figures(_))
}

/// The cell as a program reads it.
pub(super) fn for_programs(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Flag(flag) => Cow::Owned(flag.to_string()),
        _ => Cow::Owned(cell.to_string()),
    }
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
