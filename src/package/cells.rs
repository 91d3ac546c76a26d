//! Values read from tables, and where in them they are.

use std::collections::BTreeSet;

use rust_xlsxwriter::utility::column_number_to_name;

use super::text::Origin;
use crate::diagnostic::{Excerpt, Fault, Finding, Place, Span, Spot};
use crate::model::Kind;

/// Where the lines of a text of JSON come from, and what was found on the way.
#[derive(Debug)]
pub struct Cells {
    /// First the places of what was found in reading, then that of each line of the text, last those of rows without an
    /// owner.
    pub origins: Vec<Origin>,
    /// What is wrong with the tables themselves, each at the line of its origin.
    pub faults: Vec<Fault>,
    /// How much the dataset has of which they are a part, if they are one.
    pub whole: Option<String>,
    /// The kinds of records that are there and cannot be read.
    pub unread_kinds: BTreeSet<Kind>,
    /// Whether they are the sheets of a workbook, and no files.
    pub are_sheets: bool,
}

impl Cells {
    /// The cell of a sheet that this is, as a spreadsheet names it.
    fn cell(&self, origin: &Origin) -> Option<String> {
        let Origin { table, at: (row, column), .. } = origin;
        let letters = u16::try_from(column.saturating_sub(1)).map(column_number_to_name);
        let is_cell = self.are_sheets && !table.is_empty();
        is_cell.then(|| format!("{table}!{}{row}", letters.unwrap_or_default()))
    }

    /// A finding in the text, with the cell in the place of the line.
    pub fn at_cell(&self, mut finding: Finding) -> Finding {
        let text_file = finding.spot.file.clone();
        let place = |spot: &mut Spot| {
            let origin = self.origins.get(spot.span.start.0.saturating_sub(1))?;
            spot.cell = self.cell(origin);
            if spot.cell.is_none() && !origin.table.is_empty() {
                spot.file.clone_from(&origin.table);
            }
            spot.span = Span::at(origin.at.0, origin.at.1);
            Some(&origin.text)
        };
        let text = place(&mut finding.spot).map_or("", String::as_str);
        let (row, column) = finding.spot.span.start;
        let whole = Span { start: (row, column), end: (row, column + text.chars().count()) };
        finding.excerpt = Excerpt::of(("", text), whole);
        if let Some(other) = finding.other.as_mut().filter(|other| other.file == text_file) {
            place(other);
        }
        // Nothing stands in quotes in a cell.
        let bare = |help: String| {
            help.replace(", without quotes", "")
                .replace("write an item for each", "write a row for each")
                .replace(", leading zeros or quotes", " or leading zeros")
        };
        let help = finding.help.map(bare);
        finding.help = help.filter(|help| !help.contains("quotes"));
        finding
    }

    /// What was not read, or not as it was written, in sentences.
    pub fn unread(&self) -> impl Iterator<Item = String> {
        self.faults.iter().filter(|fault| !fault.is_error()).filter_map(|fault| {
            let Place::Text(_, span) = &fault.place else { return None };
            let origin = self.origins.get(span.start.0.saturating_sub(1))?;
            let place = self.cell(origin).unwrap_or_else(|| origin.table.clone());
            Some(format!("{place}: {}", fault.message))
        })
    }
}
