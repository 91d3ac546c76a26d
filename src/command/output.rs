//! Where tables go: standard output or a file, in which format, how wide, in colour or not.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::cli::Global;
use crate::load::Source;
use crate::model::Dataset;
use crate::query::{self, Error};
use crate::render::{self, Envelope, Format, Remarks, Style};
use crate::view::{Column, Selection, Table, UnknownColumn};

use super::terminal::visible_lines;
use super::{file, terminal};

/// The query, as it stands in JSON and YAML: the name of each flag and what was asked with it.
pub type Asked = Vec<(String, String)>;

/// Where and how to print.
pub struct Output {
    file: Option<PathBuf>,
    format: Format,
    style: Style,
    selection: Selection,
    totals: Vec<(&'static str, usize)>,
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
        let file = global.output.clone().filter(|path| path.as_os_str() != "-");
        let ending = file.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
        let format = match (&global.format, ending) {
            (Some(word), _) => {
                Format::from_extension(word).map_or_else(|| query::word("format", word), Ok)?
            }
            (None, Some(ending)) => Format::from_extension(ending).unwrap_or(Format::Table),
            (None, None) => Format::Table,
        };
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
        let sort = global.sort.iter().map(|name| match name.strip_prefix('-') {
            Some(name) => (name.to_owned(), true),
            None => (name.clone(), false),
        });
        let selection = Selection {
            columns: global.columns.clone(),
            data: !matches!(format, Format::Table | Format::Markdown),
            explode: global.explode.clone(),
            sort: sort.collect(),
            limit: global.limit,
        };
        let output = Self { file, format, style, selection, totals: Vec::new() };
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

    /// The format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Puts beside the rows, in JSON and YAML, what they are counted among.
    pub fn counted_among(&mut self, totals: impl IntoIterator<Item = (&'static str, usize)>) {
        self.totals.extend(totals);
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
            let message =
                format!("{} is a format of `cnd network` alone", <&str>::from(self.format));
            let help = "choose table, csv, tsv, json, jsonl, yaml or markdown".to_owned();
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
        let table = self.selection.table(name, rows, columns).map_err(suggest)?;
        if table.rows.is_empty() {
            self.say(&format!("no {} to show", name.replace('_', " ")));
        }
        let envelope = self.envelope(asked, dataset)?;
        let remarks = self.write(|format, style, out| {
            let for_people = format == Format::Table;
            if for_people {
                out.write_all(visible_lines(before).as_bytes())?;
            }
            let remarks = render::render(&table, format, style, &envelope, out)?;
            if for_people {
                out.write_all(visible_lines(after).as_bytes())?;
            }
            Ok(remarks)
        })?;
        self.remark(&table, &remarks)
    }

    /// Prints whole records, in a format that can hold them.
    pub fn records<T: Serialize>(
        &mut self,
        items: &[T],
        asked: Asked,
        dataset: &Dataset,
    ) -> Result<()> {
        let envelope = self.envelope(asked, dataset)?;
        self.write(|format, _, out| render::records(items, format, &envelope, out))
    }

    /// Prints a text that is no table.
    pub fn whole(&self, print: impl FnOnce(&Style) -> String) -> Result<()> {
        self.write(|_, style, out| out.write_all(print(style).as_bytes()))
    }

    /// Prints a value as JSON.
    pub fn json(&self, value: &Value) -> Result<()> {
        self.write(|_, _, out| render::json(value, out))
    }

    /// Says something on standard error.
    pub fn say(&self, message: &str) {
        super::say(&format!("{}\n", visible_lines(message)));
    }

    fn remark(&self, table: &Table, remarks: &Remarks) -> Result<()> {
        if !remarks.hidden.is_empty() {
            let (hidden, all) = (remarks.hidden.len(), table.columns.len());
            let verbs = if hidden == 1 { "does not fit and is" } else { "do not fit and are" };
            self.say(&format!(
                "{hidden} of {all} columns {verbs} left out: {}; widen the terminal, choose with --columns, or \
                 use -f csv",
                remarks.hidden.join(", ")
            ));
        }
        if remarks.formulas > 0 {
            let (cells, them) = match remarks.formulas {
                1 => ("1 cell begins".to_owned(), "it"),
                many => (format!("{many} cells begin"), "them"),
            };
            self.say(&format!(
                "{cells} like a formula, which a spreadsheet would run; --excel disarms {them}"
            ));
        }
        Ok(())
    }

    fn envelope(&self, asked: Asked, dataset: &Dataset) -> Result<Envelope> {
        let needed = matches!(self.format, Format::Json | Format::Yaml);
        let digest = if needed { digest(dataset)? } else { String::new() };
        let (dataset, totals) = (dataset.name().to_owned(), self.totals.clone());
        Ok(Envelope { dataset, digest, query: asked, totals })
    }

    fn write<T>(
        &self,
        print: impl FnOnce(Format, &Style, &mut dyn Write) -> io::Result<T>,
    ) -> Result<T> {
        match &self.file {
            None => {
                let mut out = BufWriter::new(io::stdout().lock());
                let printed = print(self.format, &self.style, &mut out)?;
                out.flush()?;
                Ok(printed)
            }
            Some(path) => file::replace(path, |out| print(self.format, &self.style, out))
                .with_context(|| format!("cannot write {}", path.display())),
        }
    }
}

/// The nearest columns beside all of them.
fn suggest(error: UnknownColumn) -> Error {
    let known = error.known.iter().map(String::as_str);
    let help = match crate::nearest::nearest(&error.name, known).first() {
        Some(near) => format!("did you mean `{near}`? There are {}", error.known.join(", ")),
        None => format!("there are {}", error.known.join(", ")),
    };
    Error::new(format!("no column is called `{}`", error.name), Some(help))
}

/// SHA-256 of the records as compact JSON: the same for one dataset in whatever files and format.
fn digest(dataset: &Dataset) -> Result<String> {
    let mut hash = Hash(Sha256::new());
    serde_json::to_writer(&mut hash, dataset.records())?;
    Ok(hash.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

struct Hash(Sha256);

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the arguments of a command ask: each flag that was given, with its values.
pub fn asked(command: &str, args: &impl Serialize) -> Asked {
    let mut asked = vec![("command".to_owned(), command.to_owned())];
    if let Ok(Value::Object(flags)) = serde_json::to_value(args) {
        for (flag, value) in flags {
            let values = if let Value::Array(values) = value { values } else { vec![value] };
            asked
                .extend(values.into_iter().filter_map(|value| Some((flag.clone(), given(value)?))));
        }
    }
    asked
}

fn given(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
