//! Pages without structure: lines by where the text stands.

use super::super::block::Block;
use super::super::label::is_number;
use super::super::line::Line;
use super::super::lines;
use super::super::{furniture, pages};
use super::columns::are_in_columns;
use super::page::Page;
use super::run::{Run, Text, usual_size};

/// The share of a page's height, at its top and at its foot, in which furniture stands.
const MARGIN: f64 = 0.12;

/// A line with what tells furniture and notes from text.
struct Placed {
    line: Line,
    base: f64,
    size: f64,
}

/// The paragraphs of the pages, what was set aside as furniture, and which pages are in columns.
pub(super) fn blocks(pages: &[Page]) -> (Vec<Block>, Vec<String>, Vec<u32>) {
    let runs = pages.iter().flat_map(|page| &page.runs).filter(|run| !run.artifact);
    let body = usual_size(runs.map(|run| (run.size, run.text.len())));
    let mut lines = Vec::new();
    let mut set_aside = Vec::new();
    let mut in_columns = Vec::new();
    for (number, page) in (1..).zip(pages) {
        let rows = rows(page);
        in_columns.extend(are_in_columns(&rows).then_some(number));
        let mut placed: Vec<Placed> = rows.iter().filter_map(|row| placed(row, number)).collect();
        drop_furniture(&mut placed, page.height, body, number, &mut set_aside);
        mark_notes(&mut placed, page.height, body);
        mark_gaps(&mut placed);
        lines.extend(placed.into_iter().map(|placed| placed.line));
    }
    let (blocks, more) = lines::blocks(lines);
    set_aside.extend(more);
    (blocks, set_aside, in_columns)
}

/// The runs of each line of a page from left to right, the lines from top to bottom.
fn rows(page: &Page) -> Vec<Vec<&Run>> {
    let mut runs: Vec<&Run> =
        page.runs.iter().filter(|run| !run.artifact && !run.text.is_empty()).collect();
    runs.sort_by(|a, b| b.base.total_cmp(&a.base));
    let mut rows: Vec<Vec<&Run>> = Vec::new();
    for run in runs {
        match rows.last_mut() {
            Some(row)
                if row.first().is_some_and(|first| {
                    first.base - run.base < first.size.max(run.size) * 0.45
                }) =>
            {
                row.push(run)
            }
            _ => rows.push(vec![run]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

fn placed(row: &[&Run], number: u32) -> Option<Placed> {
    let shown: Vec<&&Run> = row.iter().filter(|run| !run.text.trim().is_empty()).collect();
    let (first, last) = (*shown.first()?, *shown.last()?);
    let widest = shown.iter().max_by_key(|run| run.text.len()).map_or(first, |run| *run);
    let (base, size) = (widest.base, widest.size);
    let mut text = Text::default();
    for run in row {
        text.add(run);
    }
    let unit = (size * 0.45).max(0.1);
    let (left, right) = (first.left / unit, last.right / unit);
    let (page, bold) = (Some(number), text.is_bold());
    let line = Line { text: text.text, page, apart: false, left, right, bold, note: false };
    Some(Placed { line, base, size })
}

/// Takes out lines at the head and foot of a page that are furniture by their words or their size.
fn drop_furniture(
    placed: &mut Vec<Placed>,
    height: f64,
    body: f64,
    number: u32,
    set_aside: &mut Vec<String>,
) {
    placed.retain(|placed| {
        let head = placed.base > height * (1.0 - MARGIN);
        let foot = placed.base < height * MARGIN;
        let text = placed.line.text.trim();
        // Within the page a number like "79/191" may be that of a resolution.
        let can_be = head || foot || pages::page_of_pages(text).is_none();
        let words = can_be && furniture::is_furniture(text);
        let joined = text.split("  ").any(|part| furniture::can_be_furniture(part.trim()));
        let small = placed.size < body * 0.95;
        let furniture = words
            || (head && number > 1 && small)
            || ((head || foot) && joined)
            || (foot && placed.base < height * 0.06);
        if furniture {
            set_aside.push(text.to_owned());
        }
        !furniture
    });
}

/// Marks the small lines at the foot of a page, from the first that begins with a mark.
fn mark_notes(placed: &mut [Placed], height: f64, body: f64) {
    let small = |placed: &Placed| placed.size < body * 0.93 && placed.base < height * 0.6;
    let begin = placed.iter().rposition(|placed| !small(placed)).map_or(0, |at| at + 1);
    let mut in_notes = false;
    for placed in placed.iter_mut().skip(begin) {
        let text = placed.line.text.trim_start();
        let word = text.split(' ').next().unwrap_or_default();
        let mark = is_number(word, 1..=3) || word.len() <= 3 && word.bytes().all(|b| b == b'*');
        in_notes |= mark;
        placed.line.note = in_notes;
        placed.line.apart |= mark;
    }
}

/// Marks lines with a wider gap above than is usual.
fn mark_gaps(placed: &mut [Placed]) {
    let mut last: Option<(f64, f64)> = None;
    for placed in placed.iter_mut() {
        let gap = last.is_none_or(|(base, size)| base - placed.base > size.max(placed.size) * 1.75);
        placed.line.apart |= gap;
        last = Some((placed.base, placed.size));
    }
}
