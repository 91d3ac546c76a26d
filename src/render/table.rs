//! Columns of text for people.
//!
//! A heading, a rule, and rows, two spaces apart. Headings are the columns' own names, as `--columns` and
//! `--sort` take them. What all rows have in common stands above. Texts wrap between words; where most rows do,
//! a blank line stands between them. Without rows nothing is written: the caller says so in words.

use std::cmp::Ordering;
use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use super::fit::{self, Column, WIDEST};
use super::layout::{GAP, Kind};
use super::wrap::wrap;
use super::{Style, common, for_people, is_numeric};
use crate::view::{Cell, Table};

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
    let (common, differing) = common::split(table);
    for line in common {
        writeln!(out, "{}", wrap(&line, style.width.unwrap_or(WIDEST), false))?;
    }
    if differing.len() < table.columns.len() {
        writeln!(out)?;
    }
    let texts: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| shown(cell, style)).collect()).collect();
    let kinds: Vec<Kind> = (0..table.columns.len()).map(|i| kind(table, i)).collect();
    let columns = fit::columns(table, &differing, &texts, &kinds, style.width);
    let headings: Vec<String> = columns
        .iter()
        .map(|column| wrap(&table.columns[column.at].name, column.width, false))
        .collect();
    let tall = headings.iter().map(|heading| heading.lines().count()).max().unwrap_or(0);
    let rows = texts
        .iter()
        .map(|row| columns.iter().map(|column| column.wrapped(row)).collect())
        .collect();
    // Colour comes after the layout: comfy-table would count its codes as text.
    for (i, line) in grid(headings, rows, &columns, style.ascii).lines().enumerate() {
        let line = line.trim_end_matches(' ');
        match i.cmp(&tall) {
            Ordering::Less if style.color => writeln!(out, "{BOLD}{line}{PLAIN}")?,
            Ordering::Equal if style.color => writeln!(out, "{DIM}{line}{PLAIN}")?,
            _ => writeln!(out, "{line}")?,
        }
    }
    let hidden = differing.iter().filter(|i| columns.iter().all(|column| column.at != **i));
    Ok(hidden.map(|i| table.columns[*i].name.clone()).collect())
}

fn kind(table: &Table, column: usize) -> Kind {
    if is_numeric(table, column) {
        Kind::Numbers
    } else if table.rows.iter().any(|row| matches!(row.get(column), Some(Cell::List(_)))) {
        Kind::Lists
    } else {
        Kind::Texts
    }
}

/// Lays out cells that are already wrapped.
fn grid(
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
    columns: &[Column],
    ascii: bool,
) -> comfy_table::Table {
    let rule = LineStyle::none().fill(if ascii { '-' } else { '─' });
    let mut look = TableStyle::new().header_separator(rule);
    let wrapped = rows.iter().filter(|row| row.iter().any(|text| text.contains('\n'))).count();
    if fit::parts_rows(wrapped, rows.len()) {
        look = look.row_separator(LineStyle::none().fill(' '));
    }
    let mut grid = comfy_table::Table::new();
    grid.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
    grid.set_header(headings).add_rows(rows);
    for (i, (place, column)) in grid.column_iter_mut().zip(columns).enumerate() {
        place.set_padding((0, if i + 1 == columns.len() { 0 } else { GAP as u16 }));
        if column.kind == Kind::Numbers {
            place.set_cell_alignment(CellAlignment::Right);
        }
    }
    grid
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
        let expected = concat!(
            "id   name                    partners       programmes             share  lead  value\n",
            "─────────────────────────────────────────────────────────────────────────────────────\n",
            "a-1  Says \"no\" | yes,\\nthen  WHO; UN-Women          27   54.1 % ████▍     yes      12\n",
            "b_2  =1+1                                            3    0.0 %           no    1,000\n",
            "no    麻薬 <b>\\u{1b}[31m     2019-03                    100.0 % ████████\n",
        );
        assert_eq!(rendered(&fixture(), Format::Table, &Style::default()), expected);
    }

    fn named(rows: &[[&str; 2]]) -> Table {
        let rows = rows.iter().map(|row| row.map(|text| Cell::Text(text.to_owned())).to_vec());
        Table { name: "things", columns: headings(&["id", "name"]), rows: rows.collect() }
    }

    #[test]
    fn rows_stand_apart_where_most_of_them_wrap() {
        let [first, second] = [["a-1", "one two three four"], ["b_2", "five six seven eight"]];
        let expected = concat!(
            "id   name\n",
            "───────────────\n",
            "a-1  one two\n",
            "     three four\n",
            "\n",
            "b_2  five six\n",
            "     seven\n",
            "     eight\n",
            "\n",
            "c    x\n",
        );
        let table = named(&[first, second, ["c", "x"]]);
        assert_eq!(rendered(&table, Format::Table, &wide(15)), expected);
        let expected = concat!(
            "id   name\n",
            "───────────────\n",
            "a-1  one two\n",
            "     three four\n",
            "c    x\n",
        );
        let table = named(&[first, ["c", "x"]]);
        assert_eq!(rendered(&table, Format::Table, &wide(15)), expected);
    }

    #[test]
    fn what_all_rows_have_in_common_stands_above() {
        let mut table = named(&[["a", "x"], ["b", "x"]]);
        table.columns.extend(headings(&["note"]));
        table.rows.iter_mut().for_each(|row| row.push(Cell::Empty));
        let expected = "name: x\nno value: note\n\nid\n──\na\nb\n";
        assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
        table.rows.truncate(1);
        let expected = "id  name  note\n──────────────\na   x\n";
        assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
        table.columns[1].stays = true;
        table.rows.push(table.rows[0].clone());
        let expected = "id: a\nno value: note\n\nname\n────\nx\nx\n";
        assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
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
        assert_eq!(remarks.unwrap().hidden, ["share", "lead", "value"]);
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
