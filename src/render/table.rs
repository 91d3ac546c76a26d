//! Columns of text for people.
//!
//! A heading, a rule, and rows, two spaces apart. Headings are the columns' own names, as `--columns` and
//! `--sort` take them. What all rows have in common stands above. Texts wrap between words; where most rows do,
//! a blank line stands between them. Without rows nothing is written: the caller says so in words.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use super::fit::{self, PlacedColumn, WIDEST};
use super::layout::{CellKind, GAP};
use super::wrap::wrap;
use super::{Remarks, Style, for_people, is_numeric};
use crate::view::{Cell, Table};

/// The cells of a full bar, and the narrowest line that has room for bars.
const BAR: usize = 8;
const BAR_FROM: usize = 60;
/// Few terminals are wider.
const WIDE: usize = 240;
const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// Writes a table, and remarks on the columns that did not fit.
pub(super) fn write(table: &Table, style: &Style, out: &mut dyn Write) -> io::Result<Remarks> {
    if table.rows.is_empty() || table.columns.is_empty() {
        return Ok(Remarks::default());
    }
    let width = style.width.unwrap_or(WIDEST);
    let (common, mut differing) = common(table);
    for line in &common {
        writeln!(out, "{}", wrap(line, width, false))?;
    }
    if !common.is_empty() {
        writeln!(out)?;
    }
    let texts: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| shown(cell, style)).collect()).collect();
    let kinds: Vec<CellKind> = (0..table.columns.len()).map(|i| kind(table, i)).collect();
    let grouped = table.grouped.filter(|at| differing.len() > 1 && !table.columns[*at].is_same);
    let grouped = grouped.filter(|_| table.rows.len() > 1);
    differing.retain(|at| Some(*at) != grouped);
    let groups = grouped.map_or_else(Vec::new, |at| starts(&table.columns[at].name, at, &texts));
    let fit = |width| fit::columns(table, &differing, &texts, &kinds, width);
    let columns = fit(style.width);
    let headings =
        columns.iter().map(|column| wrap(&table.columns[column.at].name, column.width, false));
    let rows: Vec<Vec<String>> = texts
        .iter()
        .map(|row| columns.iter().map(|column| column.wrapped(row)).collect())
        .collect();
    write_rows(headings.collect(), &rows, &columns, &groups, style, out)?;
    let is_hidden = |i: &&usize| columns.iter().all(|column| column.at != **i);
    let (notes, hidden): (Vec<usize>, Vec<usize>) =
        differing.iter().filter(is_hidden).partition(|i| table.columns[**i].is_note);
    if let Some(about) = columns.iter().min_by_key(|column| table.columns[column.at].rank) {
        for line in footnotes(&texts, about.at, &notes) {
            writeln!(out, "{}", wrap(&line, width, false))?;
        }
    }
    let fits_wider = !hidden.is_empty() && fit(Some(WIDE)).len() > columns.len();
    let hidden = hidden.into_iter().map(|i| table.columns[i].name.clone()).collect();
    Ok(Remarks { hidden, fits_wider, ..Remarks::default() })
}

/// What is said of all rows at once, a line each, and the columns in which rows differ.
fn common(table: &Table) -> (Vec<String>, Vec<usize>) {
    let (mut lines, mut empty, mut differing) = (Vec::new(), Vec::new(), Vec::new());
    for (at, heading) in table.columns.iter().enumerate() {
        match in_every_row(table, at).filter(|_| heading.is_same && !heading.stays) {
            None => differing.push(at),
            // That there is nothing to explain is no news.
            Some(cell) if heading.is_note && cell.is_empty() => {}
            Some(_) if heading.is_note => differing.push(at),
            Some(cell) if cell.is_empty() => empty.push(heading.name.as_str()),
            Some(cell) => lines.push(format!("{}: {}", heading.name, for_people(cell))),
        }
    }
    if !empty.is_empty() {
        lines.push(format!("not shown (empty): {}", empty.join(", ")));
    }
    (lines, differing)
}

/// The cell that stands in every row of a column that is the same in all, where several rows are shown.
fn in_every_row(table: &Table, column: usize) -> Option<&Cell> {
    let [first, _, ..] = table.rows.as_slice() else { return None };
    first.get(column)
}

/// The rows with which groups begin, each with what all rows of its group have in the column of this name.
fn starts(name: &str, at: usize, texts: &[Vec<String>]) -> Vec<(usize, String)> {
    let value = |row: usize| texts[row].get(at).map_or("", String::as_str);
    let begins = |row: &usize| *row == 0 || value(*row) != value(row - 1);
    let heading = |row: usize| match value(row) {
        "" => (row, format!("no {name}")),
        value => (row, value.to_owned()),
    };
    (0..texts.len()).filter(begins).map(heading).collect()
}

/// The heading of a group, set into a line that is drawn like the rule where there is room for it, or else above it;
/// one of several lines has an empty one below it.
fn on_a_rule(group: &str, rule: &str) -> Vec<String> {
    let (width, rest) = (rule.chars().count(), rule.chars().skip(group.width() + 4));
    if group.width() + 4 > width {
        let text = wrap(group, width, false);
        let below = text.contains('\n').then_some("");
        return text.lines().chain(below).map(str::to_owned).collect();
    }
    let start: String = rule.chars().take(2).collect();
    vec![format!("{start} {group} {}", rest.collect::<String>())]
}

/// What is to be known of rows, where there is no room for it in them, each under what its row is about.
fn footnotes(texts: &[Vec<String>], about: usize, notes: &[usize]) -> Vec<String> {
    let mut lines = Vec::new();
    for row in texts {
        for note in notes.iter().filter_map(|at| row.get(*at)).filter(|note| !note.is_empty()) {
            lines.push(format!("{}: {note}", row[about]));
        }
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

/// Writes cells that are already wrapped, with the heading of each group above its rows.
fn write_rows(
    headings: Vec<String>,
    rows: &[Vec<String>],
    columns: &[PlacedColumn],
    groups: &[(usize, String)],
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let height = |cells: &Vec<String>| cells.iter().map(|t| t.matches('\n').count() + 1).max();
    let heading = height(&headings).unwrap_or(0);
    let heights: Vec<usize> = rows.iter().map(|row| height(row).unwrap_or(1)).collect();
    let wrapped = heights.iter().filter(|height| **height > 1).count();
    let is_parted = wrapped * 2 > rows.len();
    let grid = grid(headings, rows, columns, style.ascii, is_parted).to_string();
    // Colour comes after the layout: comfy-table would count its codes as text.
    let mut line = |text: &str, look: &str| match text.trim_end_matches(' ') {
        text if style.color && !look.is_empty() && !text.is_empty() => {
            writeln!(out, "{look}{text}{PLAIN}")
        }
        text => writeln!(out, "{text}"),
    };
    let mut lines = grid.lines();
    lines.by_ref().take(heading).try_for_each(|text| line(text, BOLD))?;
    let rule = lines.next().unwrap_or_default();
    line(rule, DIM)?;
    for (row, height) in heights.iter().enumerate() {
        if let Some((_, group)) = groups.iter().find(|(start, _)| *start == row) {
            if row > 0 && !is_parted {
                line("", "")?;
            }
            for text in on_a_rule(group, rule) {
                line(&text, BOLD)?;
            }
        }
        lines.by_ref().take(*height).try_for_each(|text| line(text, ""))?;
        if is_parted && row + 1 < heights.len() {
            line(lines.next().unwrap_or_default(), "")?;
        }
    }
    Ok(())
}

fn kind(table: &Table, column: usize) -> CellKind {
    if is_numeric(table, column) {
        CellKind::Numbers
    } else if table.rows.iter().any(|row| matches!(row.get(column), Some(Cell::List(_)))) {
        CellKind::Lists
    } else {
        CellKind::Texts
    }
}

/// Lays out cells that are already wrapped.
fn grid(
    headings: Vec<String>,
    rows: &[Vec<String>],
    columns: &[PlacedColumn],
    ascii: bool,
    is_parted: bool,
) -> comfy_table::Table {
    let rule = LineStyle::none().fill(if ascii { '-' } else { '─' });
    let mut look = TableStyle::new().header_separator(rule);
    if is_parted {
        look = look.row_separator(LineStyle::none().fill(' '));
    }
    let mut grid = comfy_table::Table::new();
    grid.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
    grid.set_header(headings).add_rows(rows);
    for (i, (place, column)) in grid.column_iter_mut().zip(columns).enumerate() {
        place.set_padding((0, if i + 1 == columns.len() { 0 } else { GAP as u16 }));
        if column.kind == CellKind::Numbers {
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
