//! Columns of text for people.
//!
//! A heading, a rule, and rows, two spaces apart. Headings are the columns' own names, as `--columns` and
//! `--sort` take them. Texts wrap between words; where one does, a blank line stands between the rows. Without
//! rows nothing is written: the caller says so in words.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use super::layout::{GAP, Wish, fit};
use super::wrap::wrap;
use super::{Style, for_people, is_numeric};
use crate::view::{Cell, Table};

/// As wide as comfy-table can count; stands for "unlimited".
const WIDEST: usize = 60_000;
/// The cells of a full bar, and the narrowest line that has room for bars.
const BAR: usize = 8;
const BAR_FROM: usize = 60;
const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// Writes a table, and returns the names of the columns that did not fit.
pub(super) fn write(table: &Table, style: &Style, out: &mut impl Write) -> io::Result<Vec<String>> {
    if table.rows.is_empty() || table.columns.is_empty() {
        return Ok(Vec::new());
    }
    let texts: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| shown(cell, style)).collect()).collect();
    let widths = widths(table, &texts, style.width);
    let headings: Vec<String> = kept(table.columns.iter(), &widths)
        .map(|(heading, width)| wrap(&heading.name, width))
        .collect();
    let rows: Vec<Vec<String>> = texts
        .iter()
        .map(|row| kept(row.iter(), &widths).map(|(text, width)| wrap(text, width)).collect())
        .collect();
    // Colour comes after the layout: comfy-table would count its codes as text.
    let tall = headings.iter().map(|heading| heading.lines().count()).max().unwrap_or(0);
    let numeric: Vec<bool> =
        kept(0..table.columns.len(), &widths).map(|(i, _)| is_numeric(table, i)).collect();
    for (i, line) in grid(headings, rows, &numeric, style.ascii).lines().enumerate() {
        write_line(
            line.trim_end_matches(' '),
            if i < tall {
                BOLD
            } else if i == tall {
                DIM
            } else {
                ""
            },
            style.color,
            out,
        )?;
    }
    let hidden = table.columns.iter().zip(&widths).filter(|(_, width)| width.is_none());
    Ok(hidden.map(|(heading, _)| heading.name.clone()).collect())
}

/// What stays, with its width.
fn kept<T>(
    items: impl Iterator<Item = T>,
    widths: &[Option<usize>],
) -> impl Iterator<Item = (T, usize)> {
    items.zip(widths).filter_map(|(item, width)| width.map(|width| (item, width)))
}

fn widths(table: &Table, texts: &[Vec<String>], width: Option<usize>) -> Vec<Option<usize>> {
    let Some(width) = width else { return vec![Some(WIDEST); table.columns.len()] };
    let wish = |(i, heading): (usize, &crate::view::Heading)| {
        let column = texts.iter().filter_map(|row| row.get(i)).map(String::as_str);
        Wish { rank: heading.rank, ..Wish::new(&heading.name, column, is_numeric(table, i), width) }
    };
    let wishes: Vec<Wish> = table.columns.iter().enumerate().map(wish).collect();
    fit(&wishes, width.min(WIDEST))
}

fn grid(
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    numeric: &[bool],
    ascii: bool,
) -> comfy_table::Table {
    let mut look =
        TableStyle::new().header_separator(LineStyle::none().fill(if ascii { '-' } else { '─' }));
    if rows.iter().flatten().any(|text| text.contains('\n')) {
        look = look.row_separator(LineStyle::none().fill(' '));
    }
    let mut grid = comfy_table::Table::new();
    grid.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
    grid.set_header(headings).add_rows(rows);
    let last = numeric.len().saturating_sub(1);
    for (i, column) in grid.column_iter_mut().enumerate() {
        column.set_padding((0, if i == last { 0 } else { GAP as u16 }));
        if numeric.get(i) == Some(&true) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    grid
}

fn write_line(line: &str, code: &str, color: bool, out: &mut impl Write) -> io::Result<()> {
    if color && !code.is_empty() {
        writeln!(out, "{code}{line}{PLAIN}")
    } else {
        writeln!(out, "{line}")
    }
}

/// The cell's text; a share has a bar where there is room for one.
fn shown(cell: &Cell, style: &Style) -> String {
    let text = for_people(cell);
    match cell {
        Cell::Share(share) if style.width.is_none_or(|width| width >= BAR_FROM) => {
            // Each is as wide as the widest, so that both percentages and bars stand below each other.
            format!("{text:>7} {:<BAR$}", bar(*share, style.ascii))
        }
        _ => text.into_owned(),
    }
}

/// A bar as long as the share is great.
fn bar(share: f64, ascii: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let steps = if ascii { BAR } else { BAR * 8 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 64")]
    let filled = (share.clamp(0.0, 1.0) * steps as f64).round() as usize;
    if ascii { "#".repeat(filled) } else { "█".repeat(filled / 8) + EIGHTHS[filled % 8] }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::super::fixture::{any_table, any_text, fixture, headings, rendered};
    use super::super::{Envelope, Format, render};
    use super::*;

    /// No line is wider than the table may be from here on: it is the width of the widest character.
    const NARROWEST: usize = 2;

    fn wide(width: usize) -> Style {
        Style { width: Some(width), terminal: true, ..Style::default() }
    }

    #[test]
    fn nothing_wraps_without_a_width() {
        let expected = "X";
        assert_eq!(rendered(&fixture(), Format::Table, &Style::default()), expected);
    }

    #[test]
    fn texts_wrap_and_rows_stand_apart() {
        let expected = "X";
        assert_eq!(rendered(&fixture(), Format::Table, &wide(72)), expected);
    }

    #[test]
    fn colour_and_ascii_change_no_layout() {
        let mut table = fixture();
        table.columns.truncate(1);
        table.rows.iter_mut().for_each(|row| row.truncate(1));
        let style = Style { color: true, ascii: true, ..wide(20) };
        let expected = "\u{1b}[1mid\u{1b}[0m\n\u{1b}[2m---\u{1b}[0m\na-1\nb_2\nno\n";
        assert_eq!(rendered(&table, Format::Table, &style), expected);
    }

    #[test]
    fn columns_that_do_not_fit_are_named() {
        let mut out = Vec::new();
        let remarks = render(&fixture(), Format::Table, &wide(40), &Envelope::default(), &mut out);
        assert_eq!(remarks.unwrap().hidden, ["X"]);
    }

    #[test]
    fn bars_are_as_long_as_shares_are_great() {
        let bars = [0.0, 0.05, 0.541, 1.0, 7.0, -1.0, f64::NAN].map(|share| bar(share, false));
        assert_eq!(bars, ["", "▍", "████▍", "████████", "████████", "", ""]);
        assert_eq!([0.04, 0.5, 1.0].map(|share| bar(share, true)), ["", "####", "########"]);
    }

    #[test]
    fn a_text_wider_than_can_be_counted_does_no_harm() {
        let row = vec![Cell::Text("wide ".repeat(20_000)), Cell::Text("x".repeat(70_000))];
        let table = Table { name: "things", columns: headings(&["a", "b"]), rows: vec![row] };
        for width in [None, Some(0), Some(40), Some(usize::MAX)] {
            rendered(&table, Format::Table, &Style { width, ..Style::default() });
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_width(table in any_table(), width in 0_usize..=200) {
            for line in rendered(&table, Format::Table, &wide(width)).lines() {
                prop_assert!(line.width() <= width || width < NARROWEST, "{line:?} in {width}");
            }
        }

        #[test]
        fn every_character_survives(text in any_text(), width in 0_usize..=40) {
            let row = vec![Cell::Text(text.clone())];
            let table = Table { name: "things", columns: headings(&["a"]), rows: vec![row] };
            let output = rendered(&table, Format::Table, &wide(width));
            let body: String = output.lines().skip(2).collect();
            prop_assert_eq!(body.replace(' ', ""), super::super::visible(&text).replace(' ', ""));
        }
    }
}
