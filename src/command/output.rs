//! Where tables go: standard output or a file, in which format, how wide, in colour or not.

mod refuse;
mod remarks;
mod write;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::{Asked, Global};
use crate::load::Source;
use crate::model::{Dataset, Document, Id, snake};
use crate::render::{Envelope, Format, Style};
use crate::view::{Cell, Column, Rows, Selection, Table, direction};

use super::{file, terminal};

/// The options that filter a column of another name.
const ASKING: [(&str, &str); 12] = [
    ("agency", "agencies"),
    ("agency_kind", "agencies"),
    ("by", "made_by"),
    ("country", "countries"),
    ("document", "sources"),
    ("due_before", "due"),
    ("government", "governments"),
    ("paragraph", "sources"),
    ("pillar", "pillars"),
    ("region", "countries"),
    ("region", "regions"),
    ("to", "addressed_to"),
];
/// The options that filter the column of the same name.
const NAMED: [&str; 7] = ["force", "instrument", "joint", "kind", "pillar", "status", "tie"];

/// Where and how to print.
#[derive(Default)]
pub struct Output {
    file: Option<PathBuf>,
    format: Format,
    style: Style,
    selection: Selection,
    /// The options given, by name; repeated in JSON and YAML.
    pub asked: Asked,
    /// What the rows are counted among, which JSON and YAML say beside them, by name.
    pub totals: Vec<(&'static str, usize)>,
    /// What a table says in sentences, which JSON and YAML say beside the rows, by name.
    pub sentences: Vec<(&'static str, String)>,
    /// What stands before and after the rows of a table, for people.
    pub frame: [String; 2],
    /// The column that the text after the rows refers to; the text is left out without it.
    pub speaks_of: Option<&'static str>,
    /// What is said at the end, in every format, in place of the number of rows.
    pub count: Option<String>,
    /// The extension of the file, where it names no format and none was given.
    unknown_extension: Option<String>,
    limit: Option<usize>,
    /// The column whose values are headings between the rows of a table, unless columns are chosen; the rows must be in
    /// its order.
    pub grouped: Option<&'static str>,
    /// Whether a file that exists is left as it is, even one that was not there a moment ago.
    pub replaces_nothing: bool,
    /// Whether what is longer than the screen goes through a pager.
    pages: bool,
    /// The format that the extension of the file names, where another was asked for.
    disagrees: Option<Format>,
    /// A workbook that is written at the end, with the notes on its rows: the table, its envelope, and how many rows
    /// there are before `--limit`.
    held: Option<(Table, Envelope, usize)>,
    /// What was said of them.
    notes: RefCell<Vec<String>>,
    /// The documents that the rows rest on, where their cells cite none.
    pub documents: BTreeSet<Id<Document>>,
    /// The rows that were printed.
    shown: Vec<Vec<Cell>>,
    /// The names of the columns that were printed, where there are rows.
    printed: Vec<String>,
}

impl Output {
    /// What the options ask for.
    ///
    /// # Errors
    /// A [`crate::query::Error`] when a format is unknown, or when the file to write is one that is read or would be
    /// from then on.
    pub fn new(global: &Global, source: &Source) -> Result<Self> {
        let output = Self::of_part(global, source)?;
        output.refuse_addition(source)?;
        Ok(output)
    }

    /// The same for what may be written beside the files of the dataset, to be a part of it.
    ///
    /// # Errors
    /// As [`Output::new`], but for a new file in the folder that is read.
    pub fn of_part(global: &Global, source: &Source) -> Result<Self> {
        let file = global.output.output.clone().filter(|path| path.as_os_str() != "-");
        let extension = file.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
        let by_extension = extension.and_then(Format::from_extension);
        let asked = global.output.format.as_ref();
        let format = match asked {
            Some(word) => refuse::format_named(word)?,
            None => by_extension.unwrap_or(Format::Table),
        };
        let is_unknown = asked.is_none() && by_extension.is_none();
        let unknown_extension = extension.filter(|_| is_unknown).map(str::to_owned);
        // A text can hold any of the formats but one.
        let disagrees = by_extension
            .filter(|other| *other != format && (*other != Format::Table || format.is_binary()));
        let to_terminal = match &file {
            None => io::stdout().is_terminal(),
            Some(path) => file::is_terminal(path),
        };
        let style = Style {
            width: global.width.or_else(|| to_terminal.then(terminal::width)),
            color: terminal::color(global.color, to_terminal),
            ascii: to_terminal && !terminal::unicode(),
            excel: global.excel,
            terminal: to_terminal,
        };
        let selection = Selection {
            columns: global.columns.clone(),
            data: !matches!(format, Format::Table | Format::Markdown),
            explode: global.explode.clone(),
            sort: global.sort.clone(),
            asked: Vec::new(),
        };
        let pages = file.is_none() && to_terminal && !global.output.no_pager;
        let output = Self {
            file,
            format,
            style,
            selection,
            unknown_extension,
            limit: global.limit,
            pages,
            disagrees,
            ..Self::default()
        };
        output.refuse_input(source)?;
        Ok(output)
    }

    /// The file that is written, where it is not standard output.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    pub fn format(&self) -> Format {
        self.format
    }

    /// Whether rows and columns were chosen by name.
    pub fn chooses_columns(&self) -> bool {
        let Selection { columns, explode, sort, .. } = &self.selection;
        !columns.is_empty() || explode.is_some() || !sort.is_empty()
    }

    /// Whether a column is not left out by name.
    pub fn shows(&self, name: &str) -> bool {
        let columns = &self.selection.columns;
        let mut named = columns.iter().flat_map(|list| list.split(','));
        columns.is_empty() || named.any(|column| snake(column) == snake(name) || column == "all")
    }

    /// Whether a column has been printed.
    pub fn has_printed(&self, name: &str) -> bool {
        self.printed.iter().any(|printed| printed == name)
    }

    /// The first of these columns that was named.
    pub fn names_one_of<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        let Selection { columns, explode, sort, .. } = &self.selection;
        let given = columns.iter().chain(sort).flat_map(|list| list.split(','));
        let named = given.map(|name| direction(name.trim()).0).chain(explode.as_deref());
        let named: Vec<String> = named.map(snake).collect();
        names.iter().copied().find(|name| named.contains(&snake(name)))
    }

    /// Prints these rows.
    pub fn rows<R>(
        &mut self,
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
        dataset: &Dataset,
    ) -> Result<()> {
        self.refuse_graph()?;
        self.print(name, &Rows::new(rows, columns, dataset), dataset)
    }

    /// Prints these rows, which can be the edges of a graph.
    pub fn edges<R>(
        &mut self,
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
        dataset: &Dataset,
    ) -> Result<()> {
        if self.format.is_graph() {
            self.refuse_columns_of_graph()?;
            self.selection.columns = vec!["all".to_owned()];
        }
        self.print(name, &Rows::new(rows, columns, dataset), dataset)
    }

    fn print(&mut self, name: &'static str, rows: &Rows<'_>, dataset: &Dataset) -> Result<()> {
        self.refuse_format()?;
        self.refuse_disagreement()?;
        self.selection.split_names(rows);
        let given = |option: &str| self.asked.iter().any(|(name, _)| name == option);
        let named = NAMED.map(|name| (name, name)).into_iter().chain(ASKING);
        let asked = named.filter(|(option, _)| given(option)).map(|(_, column)| column);
        self.selection.note_asked(asked, rows);
        let mut table = self.selection.table(name, rows)?;
        let all = table.rows.len();
        table.rows.truncate(self.limit.unwrap_or(usize::MAX));
        if let Some(name) = self.grouped.filter(|_| !self.chooses_columns()) {
            table.grouped = table.columns.iter().position(|heading| heading.name == name);
        }
        let envelope = self.envelope(all, dataset)?;
        if !table.rows.is_empty() {
            self.printed = table.columns.iter().map(|heading| heading.name.clone()).collect();
        }
        if self.format.is_binary() {
            self.shown.clone_from(&table.rows);
            let envelope = Envelope { sources: self.sources(&table, dataset), ..envelope };
            self.held = Some((table, envelope, all));
            return Ok(());
        }
        let remarks = self.put(&table, &envelope, all)?;
        self.printed.retain(|name| !remarks.hidden.contains(name));
        self.shown = table.rows;
        Ok(())
    }

    /// Writes the workbook that was held back, with the notes in it, and then says them.
    pub fn finish(&mut self) -> Result<()> {
        let notes = self.notes.take();
        if let Some((table, mut envelope, all)) = self.held.take() {
            envelope.notes.clone_from(&notes);
            self.put(&table, &envelope, all)?;
        }
        self.say_each(notes);
        Ok(())
    }

    /// Says which file was written, if one was.
    pub fn say_written(&self) {
        if let Some(path) = self.written() {
            self.say(&format!("wrote {}", path.display()));
        }
    }

    /// The file that was written, where it is one.
    fn written(&self) -> Option<&Path> {
        self.file().filter(|path| path.is_file())
    }

    /// Says each of these on standard error.
    pub fn say_each(&self, messages: impl IntoIterator<Item = String>) {
        messages.into_iter().for_each(|message| self.say(&message));
    }

    /// Says something on standard error; of rows that wait to be written, once they are.
    pub fn say(&self, message: &str) {
        if self.held.is_some() {
            return self.notes.borrow_mut().push(message.to_owned());
        }
        super::say(&terminal::message(&format!("{message}\n"), self.style.width));
    }
}
