//! Values separated by tabs, a line for each row.
//!
//! There are no quotes, which most readers of TSV take for a part of a value: a tab, a line break and a backslash
//! in a value are written `\\t`, `\\n`, `\\r` and `\\\\`. Spreadsheets do read quotes, and get them.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Remarks;
use super::csv::{self, for_programs, is_text};
use super::spreadsheet::is_formula;
use crate::view::Table;

/// Writes a table, and returns what there is to say of its cells.
pub(super) fn write(table: &Table, excel: bool, out: &mut dyn Write) -> io::Result<Remarks> {
    if excel {
        return csv::write(table, b'\t', excel, out);
    }
    let headings = table.columns.iter().map(|heading| Cow::Borrowed(heading.name.as_str()));
    let mut formulas = headings.clone().filter(|name| is_formula(name)).count();
    line(headings, out)?;
    for row in &table.rows {
        let texts = row.iter().filter(|cell| is_text(cell));
        formulas += texts.filter(|cell| is_formula(&for_programs(cell))).count();
        line(row.iter().map(for_programs), out)?;
    }
    Ok(Remarks { formulas, ..Remarks::default() })
}

fn line<'t>(values: impl Iterator<Item = Cow<'t, str>>, out: &mut dyn Write) -> io::Result<()> {
    for (number, value) in values.enumerate() {
        let tab = if number > 0 { "\t" } else { "" };
        write!(out, "{tab}{}", escaped(&value))?;
    }
    writeln!(out)
}

/// The value without what would end it.
fn escaped(value: &str) -> Cow<'_, str> {
    if !value.contains(['\t', '\n', '\r', '\\']) {
        return Cow::Borrowed(value);
    }
    // The backslash first, before there are those of the escapes.
    let escapes = [("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")];
    let escape = |text: String, (sign, escape): (&str, &str)| text.replace(sign, escape);
    Cow::Owned(escapes.into_iter().fold(value.to_owned(), escape))
}
