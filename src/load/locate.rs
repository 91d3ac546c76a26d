//! Where a value stands in a text: found only when it must be shown.

use std::collections::BTreeSet;

use super::lines::lines;
use super::origins::Origins;
use super::read::File;
use crate::diagnostic::{Code, Excerpt, Fault, Finding, Place, Severity, Span, Spot};
use crate::package::Cells;

/// Of a long line, so many characters are shown before the place, in it and behind it.
const AROUND: usize = 60;

/// The faults with their places found, sorted by file, line and column.
pub fn findings(
    files: &[File],
    origins: &Origins,
    faults: impl Iterator<Item = Fault>,
) -> Vec<Finding> {
    let mut findings: Vec<(usize, Finding)> = faults
        .map(|Fault { code, message, help, place, other }| {
            let other = other.map(|place| spot(files, origins, place).1);
            let (number, spot) = spot(files, origins, place);
            (number, Finding { code, message, help, spot, other, excerpt: Excerpt::default() })
        })
        .collect();
    findings.sort_by(|(a, x), (b, y)| {
        (a, x.spot.span, x.code, &x.message).cmp(&(b, y.spot.span, y.code, &y.message))
    });
    findings.dedup();
    // Quotes do not mend a value that is wrong.
    let wrong: BTreeSet<(usize, Span)> = findings
        .iter()
        .filter(|(_, finding)| finding.code.severity() == Severity::Error)
        .map(|(number, finding)| (*number, finding.spot.span))
        .collect();
    findings.retain(|(number, finding)| {
        finding.code != Code::Unquoted || !wrong.contains(&(*number, finding.spot.span))
    });
    for in_file in findings.chunk_by_mut(|(a, _), (b, _)| a == b) {
        let number = in_file.first().map_or(0, |(number, _)| *number);
        show(files.get(number).map_or("", |file| &file.text), in_file);
    }
    let in_cells = |(number, finding): (usize, Finding)| match files.get(number) {
        Some(File { cells: Some(cells), .. }) => in_cell(finding, cells),
        _ => finding,
    };
    findings.into_iter().map(in_cells).collect()
}

/// A finding in a text that was put together from tables, with the cell in the place of the line.
fn in_cell(mut finding: Finding, cells: &Cells) -> Finding {
    let text_file = finding.spot.file.clone();
    let place = |spot: &mut Spot| {
        let origin = cells.origins.get(spot.span.start.0.saturating_sub(1))?;
        spot.cell = cells.cell(origin);
        if spot.cell.is_none() && !origin.table.is_empty() {
            spot.file.clone_from(&origin.table);
        }
        spot.span = Span::at(origin.at.0, origin.at.1);
        Some(origin.text.clone())
    };
    let text = place(&mut finding.spot).unwrap_or_default();
    let (row, column) = finding.spot.span.start;
    let whole = Span { start: (row, column), end: (row, column + text.chars().count()) };
    finding.excerpt = excerpt(("", &text), whole);
    if let Some(other) = finding.other.as_mut().filter(|other| other.file == text_file) {
        place(other);
    }
    // Nothing stands in quotes in a cell.
    finding.help = finding.help.filter(|help| !help.contains("quotes"));
    finding
}

/// The number of the file in which a place is, and where it is there.
fn spot(files: &[File], origins: &Origins, place: Place) -> (usize, Spot) {
    let (number, span) = match place {
        Place::Text(number, span) => (number, span),
        Place::Item(list, position, path) => {
            let (number, path) = origins.path(list, position, &path);
            let root = files.get(number).and_then(|file| file.tree().root.as_ref());
            (number, root.map_or(Span::at(1, 1), |root| root.find(&path)))
        }
    };
    let file = files.get(number).map_or_else(String::new, |file| file.name.clone());
    (number, Spot { file, span, cell: None })
}

/// Gives each finding of a file, which are sorted, the line around its place.
fn show(text: &str, findings: &mut [(usize, Finding)]) {
    let lines = lines(text);
    // How far the line of the finding before has been counted: its number, a column, and the byte there.
    let mut counted = (0, 1, 0);
    for (_, finding) in findings {
        let span = finding.spot.span;
        let line = lines.get(span.start.0 - 1).copied().unwrap_or("");
        let (column, byte) =
            if counted.0 == span.start.0 { (counted.1, counted.2) } else { (1, 0) };
        let start = byte + length(&line[byte..], span.start.1 - column);
        counted = (span.start.0, span.start.1, start);
        finding.excerpt = excerpt(line.split_at(start), span);
    }
}

/// The line around a place; of a place that runs over several lines, what is on the first.
fn excerpt((before, rest): (&str, &str), span: Span) -> Excerpt {
    let marked = if span.end.0 == span.start.0 {
        span.end.1.saturating_sub(span.start.1).max(1)
    } else {
        usize::MAX
    };
    let rest = rest[..length(rest, 2 * AROUND)].trim_end();
    let (value, after) = rest.split_at(length(rest, marked.min(AROUND)));
    let after = if marked > AROUND { "" } else { &after[..length(after, AROUND)] };
    let skipped = before.chars().rev().take(AROUND).map(char::len_utf8).sum::<usize>();
    let before = &before[before.len() - skipped..];
    let [before, marked, after] = [before, value, after].map(str::to_owned);
    Excerpt { before, marked, after }
}

/// How many bytes so many characters have at the beginning of a text, or the whole of it.
fn length(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte)
}
