//! Messages about the rows on standard error.

use super::Output;
use crate::model::{self, Agency, Dataset, Document, Id, Kind, Vocabulary, enumerated, has_words};
use crate::query;
use crate::render::{self, Format, Remarks};
use crate::view::{Cell, Table};

/// Tables that are not listings and do not end with a count.
const UNCOUNTED: [&str; 3] = ["lines", "figures", "findings"];

impl Output {
    /// Says under which other names agencies of the rows, or columns, that were printed stand in documents.
    pub fn say_names<'a>(
        &self,
        named: impl Iterator<Item = (&'a Id<Agency>, &'a Id<Document>)>,
        dataset: &Dataset,
    ) {
        let is_shown = |agency: &Agency| self.has_shown(agency.label());
        self.say_each(query::on_names(named, is_shown, dataset));
    }

    /// Whether a name stands in the rows that were printed, or above them.
    fn has_shown(&self, name: &str) -> bool {
        let has_it = |cell: &Cell| has_words(&cell.to_string(), name);
        self.shown.iter().flatten().any(has_it) || self.has_printed(name)
    }

    /// Whether the row of an agency was printed.
    pub fn has_row_of(&self, agency: &Agency) -> bool {
        let are_all = self.limit.is_none_or(|limit| self.shown.len() < limit);
        are_all || self.has_shown(agency.label()) || self.has_shown(agency.id.as_str())
    }

    /// Says how many rows there are: at the end of a listing, where a file is written, and where not all are shown.
    pub(super) fn say_count(&self, table: &Table, all: usize) {
        let (shown, name) = (table.rows.len(), table.name);
        let exploded = self.selection.explode.is_some();
        let what =
            if exploded || name == "counts" { "rows".to_owned() } else { name.replace('_', " ") };
        let of = self.count.as_ref();
        let containing = self.containing();
        let number = counted(all, &what);
        let rows = format!("{number}{containing}");
        let count = if all == 0 {
            let are_records =
                !exploded && Kind::all().iter().any(|kind| kind.list().word() == name);
            let verb = if are_records && containing.is_empty() { "match" } else { "found" };
            of.cloned().unwrap_or_else(|| format!("no {what}{containing} {verb}"))
        } else if shown < all {
            let of = of.map_or(String::new(), |of| format!(" ({of})"));
            format!("{shown} of {rows}; --limit leaves out the rest{of}")
        } else {
            match of {
                Some(of) if exploded => format!("{rows}: {of}"),
                Some(of) => of.replacen(&number, &rows, 1),
                None => rows,
            }
        };
        let is_listing = self.frame[0].is_empty();
        let is_counted = is_listing && self.format == Format::Table && !UNCOUNTED.contains(&name);
        match self.written() {
            Some(path) => self.say(&format!("wrote {}: {count}", path.display())),
            None if of.is_none()
                && shown == all
                && (name == "findings" || all > 0 && !is_counted) => {}
            None => self.say(&count),
        }
    }

    /// The words behind a listing, which are searched for, as they stand behind the number of rows.
    fn containing(&self) -> String {
        let is_search =
            self.asked.iter().any(|(name, value)| name == "command" && value == "search");
        let words = self.asked.iter().filter(|(name, _)| name == "words" && !is_search);
        let words: Vec<String> = words.map(|(_, word)| format!("`{word}`")).collect();
        match &*enumerated(&words, "and") {
            "" => String::new(),
            words => format!(" containing {words}"),
        }
    }

    pub(super) fn remark(&self, table: &Table, remarks: &Remarks) {
        if !remarks.hidden.is_empty() {
            let (hidden, all) = (remarks.hidden.len(), table.columns.len());
            let or_wider =
                if remarks.fits_wider { ", -f csv or a wider terminal" } else { " or -f csv" };
            self.say(&format!(
                "{hidden} of {all} columns hidden to fit: {} (use --columns{or_wider})",
                remarks.hidden.join(", ")
            ));
        }
        if remarks.formulas > 0 {
            let (begin, them) =
                if remarks.formulas == 1 { ("begins", "it") } else { ("begin", "them") };
            self.say(&format!(
                "{} {begin} like a formula, which a spreadsheet would run; --excel neutralises {them}",
                model::counted(remarks.formulas, "cell")
            ));
        }
        if remarks.too_long > 0 {
            let cells = model::counted(remarks.too_long, "cell");
            let are = if remarks.too_long == 1 { "is" } else { "are" };
            let cut = if self.format.is_binary() {
                format!("and {are} cut there; -f json holds all")
            } else {
                "and may be cut when the file is opened".to_owned()
            };
            self.say(&format!(
                "{cells} {are} longer than the spreadsheet limit of 32,767 characters, {cut}"
            ));
        }
    }
}

/// "1 programme", "34,000 programmes".
pub(super) fn counted(number: usize, what: &str) -> String {
    let one = || match what.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => what
            .strip_suffix("ches")
            .map_or_else(|| what.trim_end_matches('s').to_owned(), |stem| format!("{stem}ch")),
    };
    let what = if number == 1 { one() } else { what.to_owned() };
    format!("{} {what}", render::in_groups(&number.to_string()))
}
