//! How tables, records and texts are written: to standard output, through a pager, or into a file.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::model::{Dataset, Document};
use crate::render::{self, Envelope, Format, Items, Remarks, Style};
use crate::view::{Column, Rows, Selection, Table};

use super::super::digest::digest;
use super::super::terminal::visible_lines;
use super::super::{file, pager};
use super::Output;
use super::remarks::counted;

impl Output {
    /// Whether rows can be written as they come: not into a file, which is said to be written when it is complete,
    /// and in a format that has a line for each and nothing around them.
    pub fn takes_rows_as_they_come(&self) -> bool {
        self.file.is_none()
            && self.format == Format::Jsonl
            && self.selection.sort.is_empty()
            && self.limit.is_none()
    }

    /// Refuses a format, a file or columns that rows cannot be written in, before anything is read for them.
    pub fn refuse_early<R>(&mut self, columns: &[Column<R>], dataset: &Dataset) -> Result<()> {
        self.refuse_format()?;
        self.refuse_disagreement()?;
        let none = Rows::new(&[], columns, dataset);
        self.selection.split_names(&none);
        self.selection.table("", &none)?;
        Ok(())
    }

    /// Writes rows as they come, once [`Output::refuse_early`] had nothing to refuse.
    pub fn stream<R>(
        &self,
        name: &'static str,
        columns: &[Column<R>],
        dataset: &Dataset,
        mut feed: impl FnMut(&mut dyn FnMut(Vec<R>) -> io::Result<()>) -> io::Result<()>,
    ) -> Result<()> {
        self.write(&mut |out| {
            feed(&mut |rows| {
                let table = self.selection.table(name, &Rows::new(&rows, columns, dataset));
                let table = table.map_err(io::Error::other)?;
                render::render(&table, self.format, &self.style, &Envelope::default(), out)?;
                out.flush()
            })
        })
    }

    /// Prints whole records, in a format that can hold them.
    pub fn records(&self, items: &[Value], dataset: &Dataset) -> Result<()> {
        self.refuse_format()?;
        self.refuse_disagreement()?;
        let all = items.len();
        let envelope = self.envelope(all, dataset)?;
        let items = &items[..self.limit.unwrap_or(all).min(all)];
        let whole = Items { count: items.len(), item: &|at| Cow::Borrowed(&items[at]) };
        self.write(&mut |out| render::records(whole, self.format, &envelope, out))?;
        let of = if items.len() < all { format!("{} of ", items.len()) } else { String::new() };
        let count = format!("{of}{}", counted(all, "records"));
        if let Some(path) = self.written() {
            self.say(&format!("wrote {}: {count}", path.display()));
        } else if items.len() < all {
            self.say(&format!("{count}; --limit leaves out the rest"));
        }
        Ok(())
    }

    /// Prints a text that is no table.
    pub fn whole(&self, print: impl FnOnce(&Style) -> String) -> Result<()> {
        self.refuse_format()?;
        self.plain(&print(&self.style))
    }

    /// Prints a text as it is, whatever the format.
    pub fn plain(&self, text: &str) -> Result<()> {
        self.write(&mut |out| out.write_all(text.as_bytes()))
    }

    /// Prints a value as JSON.
    pub fn json(&self, value: &Value) -> Result<()> {
        self.refuse_format()?;
        self.write(&mut |out| render::json(value, out))
    }

    /// What goes with rows, of which there are so many before `--limit`.
    pub(super) fn envelope(&self, all: usize, dataset: &Dataset) -> Result<Envelope> {
        let mut query = self.asked.clone();
        let Selection { columns, explode, sort, .. } = &self.selection;
        let mut add = |name: &str, value: &str| query.push((name.to_owned(), value.to_owned()));
        // A graph has every column, whatever is named.
        if !self.format.is_graph() {
            columns.iter().for_each(|column| add("columns", column));
        }
        sort.iter().for_each(|column| add("sort", column));
        explode.iter().for_each(|column| add("explode", column));
        self.limit.iter().for_each(|limit| add("limit", &limit.to_string()));
        let needed = self.format.has_envelope();
        let digest = if needed { digest(dataset)? } else { String::new() };
        let mut totals = self.totals.clone();
        totals.extend(self.limit.map(|_| ("total", all)));
        let dataset = dataset.name().to_owned();
        let sentences = self.sentences.clone();
        Ok(Envelope { dataset, digest, query, totals, sentences, ..Envelope::default() })
    }

    /// Writes a table with what stands around it, says how many rows there are, and remarks on what of it does not fit.
    pub(super) fn put(&self, table: &Table, envelope: &Envelope, all: usize) -> Result<Remarks> {
        let [before, after] = self.frame.each_ref().map(|text| {
            let text = visible_lines(text);
            self.style.width.map_or(text.clone(), |width| render::wrapped(&text, width))
        });
        let for_people = self.format == Format::Table;
        let mut remarks = Remarks::default();
        self.write(&mut |out| {
            if for_people {
                out.write_all(before.as_bytes())?;
            }
            remarks = render::render(table, self.format, &self.style, envelope, out)?;
            let is_hidden = |name: &str| remarks.hidden.iter().any(|hidden| hidden == name);
            if for_people && !self.speaks_of.is_some_and(is_hidden) {
                out.write_all(after.as_bytes())?;
            }
            Ok(())
        })?;
        self.say_count(table, all);
        self.remark(table, &remarks);
        Ok(remarks)
    }

    /// The documents that the cells cite, or else those that the rows rest on, or else all that have been read: symbol,
    /// title and date.
    pub(super) fn sources(&self, table: &Table, dataset: &Dataset) -> Vec<[String; 3]> {
        let documents = dataset.records().documents.iter();
        let labels: BTreeSet<&str> = documents.clone().map(Document::label).collect();
        let cited = table.cited(&labels);
        let rests_on = |document: &&Document| match (cited.is_empty(), self.documents.is_empty()) {
            (false, _) => cited.contains(document.label()),
            (true, false) => self.documents.contains(&document.id),
            (true, true) => document.reading().is_some(),
        };
        let of = |document: &Document| {
            let date = document.date.map_or(String::new(), |date| date.to_string());
            [document.label().to_owned(), document.title.to_string(), date]
        };
        documents.filter(rests_on).map(of).collect()
    }

    /// A closed pipe is no error.
    pub(super) fn write(
        &self,
        print: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        let written = match &self.file {
            Some(path) => {
                return file::replace(path, self.replaces_nothing, print)
                    .with_context(|| format!("cannot write {}", path.display()));
            }
            None if self.pages => {
                let mut text = Vec::new();
                print(&mut text)?;
                pager::show(&text)
            }
            None => {
                let mut out = BufWriter::new(io::stdout().lock());
                print(&mut out).and_then(|()| out.flush())
            }
        };
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.context("cannot write to standard output"),
        }
    }
}
