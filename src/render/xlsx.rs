//! A workbook: the rows on one sheet, and the query and its sources on another.
//!
//! Numbers are numbers, and days dates; the items of a list stand one a line. No text becomes a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::spreadsheet::{LONGEST_CELL, is_day, is_too_long};
use super::wrap::wrap;
use super::{Envelope, grouped};
use crate::view::{Cell, Table, joined};

/// The columns are this wide in characters.
const WIDTHS: (usize, usize) = (8, 60);
/// The height of a line in points, and the most lines that are shown of a row: one long text would push the next
/// rows off the screen. A cell holds the whole of it.
const LINE: f64 = 15.0;
const MOST_LINES: usize = 8;
/// The fill of headings.
const SHADE: u32 = 0x00E8_EEF4;
/// On paper, the first column and a wide one have room beside each other at so many percent.
const PRINTED: u16 = 55;
/// A4, in the numbering of printers.
const A4: u8 = 9;
/// What the button of a filter takes of a heading.
const BUTTON: usize = 3;
/// The greatest whole number up to which a spreadsheet holds every one.
const MOST: u64 = 1 << 53;
/// The most links that a sheet may have, and the longest one.
const MANY_LINKS: usize = 65_530;
const LONGEST_LINK: usize = 2_079;

/// Writes a table as a workbook, and returns how many cells are cut to what one can hold.
pub(super) fn write(table: &Table, envelope: &Envelope, out: &mut dyn Write) -> io::Result<usize> {
    let mut book = Workbook::new();
    let cut = rows(table, book.add_worksheet()).map_err(io::Error::other)?;
    about(table, envelope, book.add_worksheet()).map_err(io::Error::other)?;
    out.write_all(&book.save_to_buffer().map_err(io::Error::other)?)?;
    Ok(cut)
}

/// How cells look.
struct Look {
    heading: Format,
    text: Format,
    count: Format,
    share: Format,
    day: Format,
    link: Format,
}

impl Look {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top().set_bold().set_background_color(SHADE),
            text: top().set_text_wrap(),
            count: top().set_num_format("#,##0"),
            share: top().set_num_format("0.0%"),
            day: top().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            link: Format::new().set_hyperlink().set_align(FormatAlign::Top).set_text_wrap(),
        }
    }
}

fn rows(table: &Table, sheet: &mut Worksheet) -> Result<usize, XlsxError> {
    // The first column says what a row is about, however far one scrolls.
    let about = u16::from(table.columns.len() > 1);
    sheet.set_name(table.name)?.set_freeze_panes(1, about)?;
    sheet.set_landscape().set_paper_size(A4).set_print_scale(PRINTED);
    sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, 0)?;
    let look = Look::new();
    let (mut cut, mut links) = (0, 0);
    let mut tallest = vec![1; table.rows.len()];
    for (column, heading) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, &*heading.name, &look.heading)?;
        let mut widest = heading.name.width() + BUTTON;
        for (line, row) in (1..).zip(&table.rows) {
            let Some(cell) = row.get(usize::from(column)) else { continue };
            let text = text(cell);
            widest = text.split('\n').map(UnicodeWidthStr::width).fold(widest, usize::max);
            cut += usize::from(is_too_long(&text));
            write_cell(cell, &text, sheet, (line, column), &look, &mut links)?;
        }
        let width = widest.clamp(WIDTHS.0, WIDTHS.1);
        #[expect(clippy::cast_precision_loss, reason = "at most 60")]
        sheet.set_column_width(column, width as f64 + 1.0)?;
        for (tallest, row) in tallest.iter_mut().zip(&table.rows) {
            let lines = row.get(usize::from(column)).map_or(1, |cell| lines(&text(cell), width));
            *tallest = lines.max(*tallest);
        }
    }
    // Not every program makes rows as tall as their texts.
    for (line, tallest) in (1..).zip(tallest).filter(|(_, tallest)| *tallest > 1) {
        #[expect(clippy::cast_precision_loss, reason = "at most 8")]
        sheet.set_row_height(line, LINE * tallest.min(MOST_LINES) as f64)?;
    }
    if let (Ok(last), Some(column)) =
        (u32::try_from(table.rows.len()), table.columns.len().checked_sub(1))
    {
        sheet.autofilter(0, 0, last, u16::try_from(column).unwrap_or(u16::MAX))?;
    }
    Ok(cut)
}

/// How many lines a text takes in a column.
fn lines(text: &str, width: usize) -> usize {
    text.split('\n').map(|line| wrap(line, width, false).split('\n').count()).sum()
}

fn write_cell(
    cell: &Cell,
    text: &str,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    look: &Look,
    links: &mut usize,
) -> Result<(), XlsxError> {
    match cell {
        _ if cell.is_empty() => return Ok(()),
        #[expect(clippy::cast_precision_loss, reason = "held exactly")]
        Cell::Count(count) if *count <= MOST => {
            sheet.write_number_with_format(row, column, *count as f64, &look.count)?
        }
        Cell::Share(share) if share.is_finite() => {
            sheet.write_number_with_format(row, column, *share, &look.share)?
        }
        Cell::Flag(flag) => sheet.write_boolean_with_format(row, column, *flag, &look.text)?,
        _ if let Some(day) = day(text) => {
            sheet.write_datetime_with_format(row, column, day, &look.day)?
        }
        _ if is_link(text) && *links < MANY_LINKS => {
            *links += 1;
            sheet.write_url_with_format(row, column, text, &look.link)?
        }
        _ => sheet.write_string_with_format(row, column, cut_to_fit(text), &look.text)?,
    };
    Ok(())
}

/// The text of a cell; the items of a list stand one a line.
fn text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::List(items) | Cell::Figures(items) => Cow::Owned(joined(items, "\n")),
        other => Cow::Owned(other.to_string()),
    }
}

/// A date that is a whole day, of those that spreadsheets count alike.
fn day(text: &str) -> Option<ExcelDateTime> {
    if !is_day(text) || text < "1901-01-01" {
        return None;
    }
    ExcelDateTime::parse_from_str(text).ok()
}

fn is_link(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>');
    text.starts_with("https://") && text.len() <= LONGEST_LINK && text.chars().all(is_plain)
}

/// The text as far as a cell holds it.
fn cut_to_fit(text: &str) -> &str {
    if !is_too_long(text) {
        return text;
    }
    let mut room = LONGEST_CELL;
    let end = text.char_indices().find(|(_, c)| {
        let fits = room.checked_sub(c.len_utf16());
        room = fits.unwrap_or(0);
        fits.is_none()
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The query, and the documents that the rows are based on.
fn about(table: &Table, envelope: &Envelope, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let look = Look::new();
    let mut lines: Vec<[String; 2]> = vec![
        ["dataset".to_owned(), envelope.dataset.clone()],
        ["digest".to_owned(), envelope.digest.clone()],
    ];
    let asked = grouped(&envelope.query);
    lines.extend(asked.map(|(option, values)| [option.to_owned(), joined(values, "\n")]));
    lines.push(["rows".to_owned(), table.rows.len().to_string()]);
    lines.extend(
        envelope.totals.iter().map(|(name, count)| [(*name).to_owned(), count.to_string()]),
    );
    let sentences = envelope.sentences.iter();
    lines.extend(sentences.map(|(name, sentence)| [(*name).to_owned(), sentence.clone()]));
    lines.extend(envelope.notes.iter().map(|note| ["note".to_owned(), note.clone()]));
    sheet.set_name("About")?;
    for (column, width) in [(0, 24), (1, 70), (2, 14)] {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 0;
    for [name, value] in &lines {
        sheet.write_string_with_format(row, 0, name, &look.heading)?;
        sheet.write_string_with_format(row, 1, cut_to_fit(value), &look.text)?;
        row += 1;
    }
    row += 1;
    for (column, name) in (0..).zip(["source", "title", "date"]) {
        sheet.write_string_with_format(row, column, name, &look.heading)?;
    }
    for source in &envelope.sources {
        row += 1;
        for (column, text) in (0..).zip(source) {
            write_cell(&Cell::Text(text.clone()), text, sheet, (row, column), &look, &mut 0)?;
        }
    }
    Ok(())
}
