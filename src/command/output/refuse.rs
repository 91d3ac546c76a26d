//! Requests for output that cannot be met.

use std::path::Path;

use super::Output;
use crate::load::Source;
use crate::model::{Vocabulary, fold};
use crate::query::{self, Error};
use crate::render::Format;

use super::super::file;

impl Output {
    /// Refuses to write the file, if it is one that is read.
    ///
    /// # Errors
    /// When it is.
    pub fn refuse_input(&self, source: &Source) -> Result<(), Error> {
        match (&self.file, source) {
            (Some(file), Source::Path(input)) => file::refuse_input(file, input),
            // It may be a file by redirection.
            (Some(file), Source::Stdin) => file::refuse_input(file, Path::new("/dev/stdin")),
            _ => Ok(()),
        }
    }

    /// Refuses to write the file, if it would be read from then on.
    ///
    /// # Errors
    /// When it would.
    pub fn refuse_addition(&self, source: &Source) -> Result<(), Error> {
        match (&self.file, source) {
            (Some(file), Source::Path(input)) => file::refuse_addition(file, input),
            _ => Ok(()),
        }
    }

    /// Refuses an extension that names another format than was asked for.
    pub(super) fn refuse_disagreement(&self) -> Result<(), Error> {
        let (Some(other), Some(file)) = (self.disagrees, &self.file) else { return Ok(()) };
        let [asked, named] = [self.format, other].map(<&str>::from);
        let message =
            format!("-f {asked} does not match the file extension of {} ({named})", file.display());
        Err(Error::new(message, "leave out -f, or choose another extension"))
    }

    /// Refuses an unknown file extension, and --excel for a format that no spreadsheet opens.
    pub(super) fn refuse_format(&self) -> Result<(), Error> {
        if let Some(extension) = &self.unknown_extension {
            let message = format!("no format has the extension .{}", extension.escape_debug());
            let help = instead_of(extension).map_or_else(
                || format!("use one of {}, or name the format with -f", Format::extensions()),
                ToOwned::to_owned,
            );
            return Err(Error::new(message, help));
        }
        if self.format.is_binary() && self.style.terminal {
            let message = "a workbook cannot be shown on a terminal";
            return Err(Error::new(message, "write it to a file: -o NAME.xlsx"));
        }
        if self.style.excel && !self.format.is_for_spreadsheets() {
            let help = match self.file {
                None => "add -f csv, or write a file with -o NAME.csv or -o NAME.xlsx",
                Some(_) if self.format.is_binary() => "leave it out: a workbook does not need it",
                Some(_) => "leave it out, or choose a file that ends in .csv or .tsv",
            };
            return Err(Error::new("--excel is for CSV and TSV", help));
        }
        Ok(())
    }

    /// Refuses a format of graphs for rows that are no edges.
    pub(super) fn refuse_graph(&self) -> Result<(), Error> {
        if !self.format.is_graph() {
            return Ok(());
        }
        let format: &str = self.format.into();
        let message = format!("{format} is available only for `cnd network` and `cnd trace`");
        let help = "choose table, csv, tsv, json, jsonl, yaml, markdown or xlsx";
        Err(Error::new(message, help))
    }

    /// Refuses to choose columns in a format of graphs.
    pub(super) fn refuse_columns_of_graph(&self) -> Result<(), Error> {
        if self.selection.columns.is_empty() && self.selection.explode.is_none() {
            return Ok(());
        }
        let format: &str = self.format.into();
        let message = format!("{format} has a fixed set of attributes");
        Err(Error::new(message, "leave out --columns and --explode, or choose another format"))
    }
}

/// What to use for a format that is not written.
fn instead_of(format: &str) -> Option<&'static str> {
    Some(match &*fold(format) {
        "excel" | "xls" | "ods" | "workbook" | "spreadsheet" => "for a workbook, use -o FILE.xlsx",
        "html" | "htm" | "pdf" | "doc" | "docx" | "word" => {
            "`cnd report FILE.html` writes a web page that can be printed"
        }
        "png" | "svg" | "jpg" | "jpeg" | "gif" | "gexf" => {
            "`cnd network` and `cnd trace` write graphs as dot, graphml or mermaid, which Graphviz, Gephi and other programs can draw"
        }
        _ => return None,
    })
}

/// The format of this name, or of files that end so.
pub(super) fn format_named(word: &str) -> Result<Format, Error> {
    let named = query::word("format", word).ok().or_else(|| Format::from_extension(word));
    named.ok_or_else(|| {
        let message = format!("unknown format `{word}`");
        if let Some(help) = instead_of(word) {
            return Error::new(message, help);
        }
        let of_tables = Format::all().iter().filter(|format| !format.is_graph());
        let of_tables: Vec<&str> = of_tables.map(|format| format.word()).collect();
        let known = format!("known: {}", of_tables.join(", "));
        Error::not_among(message, word, Format::words(), &known)
    })
}
