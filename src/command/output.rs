//! Where tables go: standard output or a file, in which format, how wide, in colour or not.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::Value;

use crate::cli::Global;
use crate::load::Source;
use crate::model::{Dataset, Document, Kind, Vocabulary};
use crate::query::{self, Error};
use crate::render::{self, Envelope, Format, Remarks, Style};
use crate::view::{Column, Selection, Table, WrongColumn};

pub use super::asked::{Asked, asked};
use super::digest::digest;
use super::terminal::visible_lines;
use super::{file, pager, terminal};

/// A message lists no more columns than this.
const MANY: usize = 40;
/// Tables that are no listings, and so do not end with a count.
const UNCOUNTED: [&str; 3] = ["lines", "figures", "findings"];

/// Where and how to print.
pub struct Output {
    file: Option<PathBuf>,
    format: Format,
    style: Style,
    selection: Selection,
    totals: Vec<(&'static str, usize)>,
    /// What JSON and YAML say beside the rows, by name.
    sentences: Vec<(&'static str, String)>,
    /// What is said at the end, in place of the number of rows.
    count: Option<String>,
    /// The extension of the file, where it names no format and none was given.
    unknown_extension: Option<String>,
    limit: Option<usize>,
    /// The column whose values are headings between the rows of a table, unless columns are chosen.
    grouped: Option<&'static str>,
    /// Whether an existing file is left as it is.
    replaces_nothing: bool,
    /// Whether what is longer than the screen goes through a pager.
    pages: bool,
    /// The format that the extension of the file names, where another was asked for.
    disagrees: Option<Format>,
}

impl Output {
    /// What the options ask for.
    ///
    /// # Errors
    /// A [`query::Error`] when a format is unknown, or when the file to write is one that is read or would be
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
        let format = match (&global.output.format, extension) {
            (Some(word), _) => {
                Format::from_extension(word).map_or_else(|| query::word("format", word), Ok)?
            }
            (None, Some(extension)) => Format::from_extension(extension).unwrap_or(Format::Table),
            (None, None) => Format::Table,
        };
        let named = |extension: &&str| {
            global.output.format.is_some() || Format::from_extension(extension).is_some()
        };
        let unknown_extension = extension.filter(|extension| !named(extension)).map(str::to_owned);
        let by_extension = extension.and_then(Format::from_extension);
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
        };
        let limit = global.limit;
        let (totals, count, grouped, replaces_nothing) = (Vec::new(), None, None, false);
        let pages = file.is_none() && to_terminal && !global.output.no_pager;
        let output = Self {
            file,
            format,
            style,
            selection,
            totals,
            sentences: Vec::new(),
            count,
            unknown_extension,
            limit,
            grouped,
            replaces_nothing,
            pages,
            disagrees,
        };
        output.refuse_input(source)?;
        Ok(output)
    }

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

    /// The file that is written, where it is not standard output.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Leaves a file that is there as it is, even one that was not there a moment ago.
    pub fn replaces_nothing(&mut self) {
        self.replaces_nothing = true;
    }

    /// The format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Puts beside the rows, in JSON and YAML, what they are counted among.
    pub fn counted_among(&mut self, totals: impl IntoIterator<Item = (&'static str, usize)>) {
        self.totals.extend(totals);
    }

    /// Puts beside the rows, in JSON and YAML, what a table says in a sentence.
    pub fn also_says(&mut self, name: &'static str, sentence: String) {
        self.sentences.push((name, sentence));
    }

    /// Says at the end, in every format, how many records were counted, in place of the number of rows.
    pub fn ends_with(&mut self, count: String) {
        self.count = Some(count);
    }

    /// Groups rows in a table by what stands in this column; they must be in its order.
    pub fn group_by(&mut self, column: &'static str) {
        self.grouped = Some(column);
    }

    /// How wide tables are, where that is bounded.
    pub fn width(&self) -> Option<usize> {
        self.style.width
    }

    /// Whether rows and columns were chosen by name.
    pub fn chooses_columns(&self) -> bool {
        let Selection { columns, explode, sort, .. } = &self.selection;
        !columns.is_empty() || explode.is_some() || !sort.is_empty()
    }

    /// The first of these columns that was named.
    pub fn names_one_of<'s, 'n>(&'s self, names: &[&'n str]) -> Option<&'n str> {
        let Selection { columns, explode, sort, .. } = &self.selection;
        let given = columns.iter().chain(sort).flat_map(|list| list.split(','));
        let sorted_by = |name: &'s str| name.strip_prefix('-').unwrap_or(name);
        let named: Vec<&str> = given.map(sorted_by).chain(explode.as_deref()).collect();
        names.iter().copied().find(|name| named.contains(name))
    }

    /// Prints these rows.
    pub fn rows<R>(
        &mut self,
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
        asked: Asked,
        dataset: &Dataset,
    ) -> Result<()> {
        self.framed(["", ""], name, rows, columns, asked, dataset)
    }

    /// Prints these rows, which can be the edges of a graph.
    pub fn edges<R>(
        &mut self,
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
        asked: Asked,
        dataset: &Dataset,
    ) -> Result<()> {
        if self.format.is_graph() {
            if !self.selection.columns.is_empty() || self.selection.explode.is_some() {
                let message = format!("{} has attributes of its own", <&str>::from(self.format));
                let help = "leave out --columns and --explode, or choose another format".to_owned();
                return Err(Error::new(message, Some(help)).into());
            }
            self.selection.columns = vec!["all".to_owned()];
        }
        self.print(["", ""], name, rows, columns, asked, dataset)
    }

    /// Prints these rows; in a table, with text for people before and after them.
    pub fn framed<R>(
        &mut self,
        texts: [&str; 2],
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
        asked: Asked,
        dataset: &Dataset,
    ) -> Result<()> {
        if self.format.is_graph() {
            let message = format!(
                "{} is a format of `cnd network` and `cnd trace` alone",
                <&str>::from(self.format)
            );
            let help = "choose table, csv, tsv, json, jsonl, yaml, markdown or xlsx".to_owned();
            return Err(Error::new(message, Some(help)).into());
        }
        self.print(texts, name, rows, columns, asked, dataset)
    }

    fn print<R>(
        &mut self,
        [before, after]: [&str; 2],
        name: &'static str,
        rows: &[R],
        columns: &[Column<R>],
        asked: Asked,
        dataset: &Dataset,
    ) -> Result<()> {
        self.refuse_format()?;
        self.refuse_disagreement()?;
        self.selection.split_names(columns);
        let mut table = self.selection.table(name, rows, columns, dataset).map_err(suggest)?;
        let all = table.rows.len();
        table.rows.truncate(self.limit.unwrap_or(usize::MAX));
        if let Some(name) = self.grouped.filter(|_| !self.chooses_columns()) {
            table.grouped = table.columns.iter().position(|heading| heading.name == name);
        }
        let envelope = self.envelope(asked, dataset)?;
        let [first, last] = [before, after].map(|text| {
            let text = visible_lines(text);
            self.style.width.map_or(text.clone(), |width| render::wrapped(&text, width))
        });
        let remarks = self.write(|format, style, out| {
            let for_people = format == Format::Table;
            if for_people {
                out.write_all(first.as_bytes())?;
            }
            let remarks = render::render(&table, format, style, &envelope, out)?;
            if for_people {
                out.write_all(last.as_bytes())?;
            }
            Ok(remarks)
        })?;
        self.say_count(&table, all, before.is_empty());
        self.remark(&table, &remarks)
    }

    /// Says how many rows there are: at the end of a listing, where a file is written, and where not all are shown.
    fn say_count(&self, table: &Table, all: usize, is_listing: bool) {
        let (shown, name) = (table.rows.len(), table.name);
        let exploded = self.selection.explode.is_some();
        let what =
            if exploded || name == "counts" { "rows".to_owned() } else { name.replace('_', " ") };
        let of = self.count.as_ref();
        let count = if all == 0 {
            let are_records =
                !exploded && Kind::all().iter().any(|kind| kind.list().word() == name);
            format!("no {what} {}", if are_records { "match" } else { "found" })
        } else if shown < all {
            let of = of.map_or(String::new(), |of| format!(" ({of})"));
            format!("{shown} of {}; --limit leaves out the rest{of}", counted(all, &what))
        } else {
            match of {
                Some(of) if exploded => format!("{}: {of}", counted(all, &what)),
                Some(of) => of.clone(),
                None => counted(all, &what),
            }
        };
        let is_counted = is_listing && self.format == Format::Table && !UNCOUNTED.contains(&name);
        match self.written() {
            Some(path) => self.say(&format!("wrote {}: {count}", path.display())),
            None if of.is_none() && shown == all && all > 0 && !is_counted => {}
            None => self.say(&count),
        }
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

    /// Whether rows can be written as they come: the format has a line for each and nothing around them.
    pub fn takes_rows_as_they_come(&self) -> bool {
        self.format == Format::Jsonl && self.selection.sort.is_empty() && self.limit.is_none()
    }

    /// Writes rows as they come.
    pub fn stream<R>(
        &mut self,
        name: &'static str,
        columns: &[Column<R>],
        dataset: &Dataset,
        feed: impl FnOnce(&mut dyn FnMut(&[R]) -> io::Result<()>) -> io::Result<()>,
    ) -> Result<()> {
        self.refuse_format()?;
        self.selection.split_names(columns);
        let table =
            |rows: &[R]| self.selection.table(name, rows, columns, dataset).map_err(suggest);
        // A wrong column is told before anything is read.
        table(&[])?;
        self.write(|format, style, out| {
            feed(&mut |rows| {
                let table = table(rows).map_err(io::Error::other)?;
                render::render(&table, format, style, &Envelope::default(), out).map(|_| ())
            })
        })
    }

    /// Prints whole records, in a format that can hold them.
    pub fn records<T: Serialize>(
        &mut self,
        items: &[T],
        asked: Asked,
        dataset: &Dataset,
    ) -> Result<()> {
        self.refuse_format()?;
        self.refuse_disagreement()?;
        let envelope = self.envelope(asked, dataset)?;
        self.write(|format, _, out| render::records(items, format, &envelope, out))?;
        if let Some(path) = self.written() {
            self.say(&format!("wrote {}: {}", path.display(), counted(items.len(), "records")));
        }
        Ok(())
    }

    /// Prints a text that is no table.
    pub fn whole(&self, print: impl FnOnce(&Style) -> String) -> Result<()> {
        self.refuse_format()?;
        self.write(|_, style, out| out.write_all(print(style).as_bytes()))
    }

    /// Prints a text as it is, whatever the format.
    pub fn plain(&self, text: &str) -> Result<()> {
        self.write(|_, _, out| out.write_all(text.as_bytes()))
    }

    /// Prints a value as JSON.
    pub fn json(&self, value: &Value) -> Result<()> {
        self.refuse_format()?;
        self.write(|_, _, out| render::json(value, out))
    }

    /// Says something on standard error.
    pub fn say(&self, message: &str) {
        super::say(&terminal::message(&format!("{message}\n"), self.style.width));
    }

    fn remark(&self, table: &Table, remarks: &Remarks) -> Result<()> {
        if !remarks.hidden.is_empty() {
            let (hidden, all) = (remarks.hidden.len(), table.columns.len());
            self.say(&format!(
                "{hidden} of {all} columns hidden to fit: {} (use --columns, -f csv or a wider terminal)",
                remarks.hidden.join(", ")
            ));
        }
        if remarks.formulas > 0 {
            let (cells, them) = match remarks.formulas {
                1 => ("1 cell begins".to_owned(), "it"),
                many => (format!("{many} cells begin"), "them"),
            };
            self.say(&format!(
                "{cells} like a formula, which a spreadsheet would run; --excel neutralises {them}"
            ));
        }
        if remarks.too_long > 0 {
            let (cells, are) = match remarks.too_long {
                1 => ("1 cell".to_owned(), "is"),
                many => (format!("{many} cells"), "are"),
            };
            let cut = if self.format.is_binary() {
                format!("and {are} cut there; -f json holds all")
            } else {
                "which may cut what is longer when it opens the file".to_owned()
            };
            self.say(&format!(
                "{cells} {are} longer than the 32,767 characters that a cell of a spreadsheet holds, {cut}"
            ));
        }
        Ok(())
    }

    /// Refuses an extension that names another format than was asked for.
    fn refuse_disagreement(&self) -> Result<(), Error> {
        let (Some(other), Some(file)) = (self.disagrees, &self.file) else { return Ok(()) };
        let [asked, named] = [self.format, other].map(<&str>::from);
        let message =
            format!("-f {asked} does not agree with {}, which would be {named}", file.display());
        Err(Error::new(message, Some("leave out -f, or choose another extension".to_owned())))
    }

    /// Refuses an unknown file extension, and --excel for a format that no spreadsheet opens.
    fn refuse_format(&self) -> Result<(), Error> {
        if let Some(extension) = &self.unknown_extension {
            let message = format!("no format has the extension .{}", extension.escape_debug());
            let help = format!("use one of {}, or name the format with -f", Format::extensions());
            return Err(Error::new(message, Some(help)));
        }
        if self.format.is_binary() && self.style.terminal {
            let message = "a workbook cannot be shown on a terminal".to_owned();
            return Err(Error::new(message, Some("write it to a file: -o NAME.xlsx".to_owned())));
        }
        if self.style.excel && !self.format.is_for_spreadsheets() {
            let message = "--excel is for CSV and TSV".to_owned();
            let help = match self.file {
                None => "add -f csv, or write a file with -o NAME.csv or -o NAME.xlsx",
                Some(_) if self.format.is_binary() => "leave it out: a workbook needs nothing more",
                Some(_) => "leave it out, or choose a file that ends in .csv or .tsv",
            };
            let help = help.to_owned();
            return Err(Error::new(message, Some(help)));
        }
        Ok(())
    }

    fn envelope(&self, mut asked: Asked, dataset: &Dataset) -> Result<Envelope> {
        let Selection { columns, explode, sort, .. } = &self.selection;
        let mut add = |name: &str, value: &str| asked.push((name.to_owned(), value.to_owned()));
        // A graph has every column, whatever is named.
        if !self.format.is_graph() {
            columns.iter().for_each(|column| add("columns", column));
        }
        sort.iter().for_each(|column| add("sort", column));
        explode.iter().for_each(|column| add("explode", column));
        self.limit.iter().for_each(|limit| add("limit", &limit.to_string()));
        let needed = self.format.has_envelope();
        let digest = if needed { digest(dataset)? } else { String::new() };
        let sources = if self.format.is_binary() { sources(dataset) } else { Vec::new() };
        let (dataset, totals) = (dataset.name().to_owned(), self.totals.clone());
        let sentences = self.sentences.clone();
        Ok(Envelope { dataset, digest, query: asked, totals, sentences, sources })
    }

    /// A closed pipe is no error.
    fn write<T: Default>(
        &self,
        print: impl FnOnce(Format, &Style, &mut dyn Write) -> io::Result<T>,
    ) -> Result<T> {
        match &self.file {
            None if self.pages => {
                let mut text = Vec::new();
                let printed = print(self.format, &self.style, &mut text)?;
                match pager::show(&text) {
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(printed),
                    shown => shown.map(|()| printed).context("cannot write to standard output"),
                }
            }
            None => {
                let mut out = BufWriter::new(io::stdout().lock());
                let printed = print(self.format, &self.style, &mut out)
                    .and_then(|printed| out.flush().map(|()| printed));
                match printed {
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(T::default()),
                    printed => printed.context("cannot write to standard output"),
                }
            }
            Some(path) => file::replace(path, self.replaces_nothing, |out| {
                print(self.format, &self.style, out)
            })
            .with_context(|| format!("cannot write {}", path.display())),
        }
    }
}

/// "1 programme", "34,000 programmes".
fn counted(number: usize, what: &str) -> String {
    let one = || match what.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => what
            .strip_suffix("ches")
            .map_or_else(|| what.trim_end_matches('s').to_owned(), |stem| format!("{stem}ch")),
    };
    let what = if number == 1 { one() } else { what.to_owned() };
    format!("{} {what}", render::in_groups(&number.to_string()))
}

/// The documents of the dataset: symbol, title and date.
fn sources(dataset: &Dataset) -> Vec<[String; 3]> {
    let of = |document: &Document| {
        let date = document.date.map_or(String::new(), |date| date.to_string());
        [document.label().to_owned(), document.title.to_string(), date]
    };
    dataset.records().documents.iter().map(of).collect()
}

/// What is wrong with a column that was named, and which are right.
fn suggest(error: WrongColumn) -> Error {
    match error {
        WrongColumn::Unknown { name, known } => {
            let there_are = match known.as_slice() {
                few if few.len() <= MANY => format!("there are {}", few.join(", ")),
                many => format!("there are {} columns: --columns all shows them", many.len()),
            };
            let near = crate::nearest::nearest(&name, known.iter().map(String::as_str));
            let help = match near.first() {
                Some(near) => format!("did you mean `{near}`? T{}", &there_are[1..]),
                None => there_are,
            };
            Error::new(format!("no column is called `{}`", name.escape_debug()), Some(help))
        }
        WrongColumn::NoList { name, lists } => {
            let help = match lists.as_slice() {
                [] => "nor does any other column here".to_owned(),
                lists => format!("--explode takes {}", lists.join(", ")),
            };
            Error::new(format!("the column `{name}` holds no lists"), Some(help))
        }
    }
}
