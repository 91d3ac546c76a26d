//! Files: which ones, and their text.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::tree::{Style, Tree, tree};
use super::{encoding, json};
use crate::diagnostic::{Fault, Finding};
use crate::model::List;
use crate::package::{self, Cells};

/// The shipped dataset, as the build script has gathered it from `data/`.
pub const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// The files of `data/` as they are written, by name: what a person is shown of the shipped dataset.
pub const SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// Where a dataset comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The one inside the program.
    Embedded,
    /// A file, or a folder with every `.yaml`, `.yml` and `.json` file below it, in name order; a data package, or
    /// a workbook.
    Path(PathBuf),
    /// Standard input: JSON if it begins with a brace, else YAML.
    Stdin,
    /// Files that are held in memory, each with its name.
    Memory(Vec<(PathBuf, Vec<u8>)>),
}

/// Why there is no dataset.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("cannot read {}: {}", .0.display(), .1)]
    Read(PathBuf, io::Error),
    /// What was read is not a valid dataset; at least one finding.
    #[error("{}", .0.iter().map(Finding::to_string).collect::<Vec<_>>().join("\n"))]
    Invalid(Vec<Finding>),
}

/// The text of one file of a dataset.
pub struct File {
    /// What it is called in messages.
    pub name: String,
    /// How it is written.
    pub format: Format,
    /// Its text, without a byte order mark; where it is not UTF-8, the nearest to it.
    pub text: Cow<'static, str>,
    /// What keeps its bytes from being such a text.
    pub fault: Option<Fault>,
    /// Where its lines come from, if it was put together from tables.
    pub cells: Option<Cells>,
    /// Its tree, once it was asked for.
    tree: OnceCell<Tree>,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2.
    Yaml,
    /// JSON.
    Json,
}

impl File {
    /// A file with a text that nothing keeps from being one.
    pub fn new(
        name: impl Into<String>,
        format: Format,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (name, text) = (name.into(), text.into());
        Self { name, format, text, fault: None, cells: None, tree: OnceCell::new() }
    }

    /// Its tree, as far as the text is well formed.
    pub fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| match self.format {
            Format::Yaml => tree(&self.text, Style::Plain),
            Format::Json => tree(&json::as_yaml(&self.text), Style::Literal),
        })
    }

    fn of_bytes(name: impl Into<String>, format: Format, bytes: Vec<u8>) -> Self {
        let (text, fault) = encoding::text(bytes);
        let json = format == Format::Json || is_json(&text);
        let format = if json { Format::Json } else { format };
        Self { fault, ..Self::new(name, format, text) }
    }
}

/// What the dataset is called in outputs.
pub fn name(source: &Source) -> String {
    match source {
        Source::Embedded => "embedded".to_owned(),
        Source::Stdin => "standard input".to_owned(),
        Source::Memory(_) => "memory".to_owned(),
        Source::Path(path) => {
            let name = path.file_name().unwrap_or(path.as_os_str());
            name.to_string_lossy().into_owned()
        }
    }
}

/// The files of a dataset, in the order of their names.
pub fn files(source: &Source) -> Result<Vec<File>, Error> {
    match source {
        Source::Embedded => {
            let files = SHIPPED.iter().map(|(name, text)| File::new(*name, Format::Yaml, *text));
            Ok(files.collect())
        }
        Source::Stdin => {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|why| Error::Read(PathBuf::from("standard input"), why))?;
            let json = bytes.trim_ascii_start().first() == Some(&b'{');
            let format = if json { Format::Json } else { Format::Yaml };
            Ok(vec![File::of_bytes("<standard input>", format, bytes)])
        }
        Source::Path(path) if let Some(tables) = tables(path) => Ok(vec![tables?]),
        Source::Path(path) => paths(path)?.iter().map(|path| read(path)).collect(),
        Source::Memory(files) => {
            Ok(files.iter().map(|(name, bytes)| named(name, bytes.clone())).collect())
        }
    }
}

/// How the names of files end that look like a dataset and are not one.
const TABLES: &[&str] = &["csv", "tsv", "xlsx", "jsonl"];
const FOREIGN: &[&str] = &["xls", "xlsm", "xlsb", "ods", "numbers", "csv", "tsv", "docx", "pdf"];

/// What such a file is refused with.
const NO_DATASET: &str = "it is not a dataset, which is a .yaml, .json or .xlsx file, or a folder of such files or of tables \
    with their datapackage.json; `cnd scan` and `cnd draft` read documents";

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|one| ending.eq_ignore_ascii_case(one))
}

/// The dataset of a data package or a workbook as one text, if the path is that of one: a folder of other files may
/// have a description too, which then names no table. Other tables and documents are refused.
fn tables(path: &Path) -> Option<Result<File, Error>> {
    let error = |why| Some(Err(Error::Read(path.to_owned(), why)));
    let refused = |why: &str| error(io::Error::new(io::ErrorKind::InvalidInput, why));
    if path.is_file() && ends_in(path, FOREIGN) {
        return refused(NO_DATASET);
    }
    if !(package::is_workbook(path) && path.is_file() || package::is_package(path)) {
        return None;
    }
    let others = if path.is_dir() { paths(path).unwrap_or_default() } else { Vec::new() };
    if let Some(other) = others.first() {
        let message = format!(
            "it holds a data package and other files of a dataset, such as {}: name the \
             datapackage.json, or move these into a folder of their own",
            other.display()
        );
        return if package::names_tables(path) { refused(&message) } else { None };
    }
    match package::read(path) {
        Ok((text, cells)) => {
            let file = File::new(path.display().to_string(), Format::Json, text);
            Some(Ok(File { cells: Some(cells), ..file }))
        }
        Err(why) => error(why),
    }
}

fn read(path: &Path) -> Result<File, Error> {
    fs::read(path).map(|it| named(path, it)).map_err(|why| Error::Read(path.to_owned(), why))
}

/// A file as its name says that it is written.
fn named(path: &Path, bytes: Vec<u8>) -> File {
    let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let format = if json { Format::Json } else { Format::Yaml };
    File::of_bytes(path.display().to_string(), format, bytes)
}

/// The path itself, or the dataset files below it: neither hidden ones nor links are followed, nor the descriptions
/// that stand beside a dataset.
fn paths(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_folder = fs::metadata(path).map_err(|why| Error::Read(path.to_owned(), why))?.is_dir();
    if !is_folder {
        return Ok(vec![path.to_owned()]);
    }
    let found = entries(path).filter_map(|entry| match entry {
        Ok(entry) if !entry.file_type().is_file() || !is_dataset_file(entry.path()) => None,
        Ok(entry) => Some(Ok(entry.into_path())),
        Err(error) => {
            let place = error.path().unwrap_or(path).to_owned();
            let why = error.into_io_error();
            let why = why.unwrap_or_else(|| io::Error::other("it is part of a loop of links"));
            Some(Err(Error::Read(place, why)))
        }
    });
    let found = found.collect::<Result<Vec<PathBuf>, Error>>()?;
    if found.is_empty() {
        let message =
            "there is no .yaml, .yml or .json file in this folder, and no datapackage.json";
        let why = io::Error::new(io::ErrorKind::NotFound, message);
        return Err(Error::Read(path.to_owned(), why));
    }
    Ok(found)
}

/// What is in a folder and below it, without what is hidden.
fn entries(folder: &Path) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> {
    let tree = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    tree.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path()))
}

/// The files of a folder that look like a part of its dataset and are not read: links, tables, and what has a list of a
/// dataset in it and nearly such a name.
pub fn unread_files(source: &Source) -> Vec<PathBuf> {
    let Source::Path(folder) = source else { return Vec::new() };
    if !folder.is_dir() || package::is_package(folder) {
        return Vec::new();
    }
    let is_part = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let is_nearly_named = [".y", ".json"].iter().any(|ending| name.contains(ending));
        ends_in(path, TABLES)
            || (is_nearly_named || !name.contains('.'))
                && fs::read_to_string(path).is_ok_and(|text| has_list(&text))
    };
    let unread = entries(folder).flatten().filter(|entry| match entry.file_type() {
        kind if kind.is_symlink() => is_dataset_file(entry.path()),
        kind => kind.is_file() && !is_dataset_file(entry.path()) && is_part(entry.path()),
    });
    unread.map(walkdir::DirEntry::into_path).collect()
}

/// A sentence about them.
pub fn unread_sentence(source: &Source) -> Option<String> {
    let name = |path: PathBuf| path.file_name().map(|name| name.display().to_string());
    let names: Vec<String> = unread_files(source).into_iter().filter_map(name).collect();
    let names = names.join(", ");
    (!names.is_empty())
        .then(|| format!("not read (only plain .yaml, .yml and .json files are): {names}"))
}

/// Whether a line of a text begins one of the lists of a dataset.
pub fn has_list(text: &str) -> bool {
    let key = |line: &str| line.split_once(':').is_some_and(|(key, _)| key.parse::<List>().is_ok());
    text.lines().any(key)
}

/// Whether a file or folder is left alone by its name, as the locks of an office program are.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.starts_with(b".") || name.starts_with(b"~$")
}

/// Whether a file of this name is read where it stands in the folder of a dataset.
pub fn is_dataset_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let described = name == "datapackage.json" || name.ends_with("schema.json");
    let ends = [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending));
    ends && !described && !is_hidden(path)
}

/// Whether a text is JSON, whatever its file is called: YAML does not take in all of it, such as pairs of escapes for
/// one character.
fn is_json(text: &str) -> bool {
    text.trim_ascii_start().starts_with('{')
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
