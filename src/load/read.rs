//! Files: which ones, and their text.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Error, Source, in_parallel, json, letters, yaml};
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::model::Records;

/// The shipped dataset, as the build script has gathered it from `data/`.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// The files of `data/` as they are written, by name: what a person is shown of the shipped dataset.
pub const SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The text of one file of a dataset.
pub struct File {
    /// What it is called in messages.
    pub name: String,
    /// How it is written.
    pub format: Format,
    /// Its text; where it is not UTF-8, the nearest to it.
    pub text: Cow<'static, str>,
    /// What keeps its bytes from being such a text.
    pub encoding: Vec<Fault>,
}

/// What the first reading makes of a file.
#[derive(Debug, Default, Clone)]
pub struct Part {
    /// Its records.
    pub records: Records,
    /// Whether every value of it had to be taken apart, so that a quick look does not tell what it says.
    pub intricate: bool,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2.
    Yaml,
    /// JSON.
    Json,
}

/// Why a file is not a part of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    pub message: String,
    pub help: Option<String>,
    pub span: Span,
}

impl Fault {
    pub fn in_file(self, file: usize) -> Diagnostic {
        let Self { code, message, help, span } = self;
        Diagnostic { code, message, help, place: Place::Text(file, span), other: None }
    }
}

impl File {
    fn new(name: String, format: Format, bytes: Vec<u8>) -> Self {
        let (text, encoding) = letters::text(bytes);
        let format = if is_json_only(&text) { Format::Json } else { format };
        Self { name, format, text: Cow::Owned(text), encoding }
    }

    /// A file that is there but cannot be read.
    pub fn unreadable(path: &Path, why: &io::Error) -> Self {
        let fault = Fault {
            code: Code::Encoding,
            message: format!("this file cannot be read: {why}"),
            help: Some("let it be read, or take it out of the folder".to_owned()),
            span: Span::at(1, 1),
        };
        let name = path.display().to_string();
        Self { name, format: Format::Yaml, text: Cow::Borrowed(""), encoding: vec![fault] }
    }

    /// The text without the byte order mark that some editors put before it.
    pub fn body(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }

    /// The records of the file.
    pub fn parse(&self) -> Result<Part, Fault> {
        match (self.encoding.first(), self.format) {
            (Some(fault), _) => Err(fault.clone()),
            (None, Format::Yaml) => yaml::parse(self.body()),
            (None, Format::Json) => {
                json::parse(self.body()).map(|records| Part { records, intricate: false })
            }
        }
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

/// The files of a dataset, in the order of their names, each as far as it can be read.
pub fn files(source: &Source, threads: usize) -> Result<Vec<Result<File, Error>>, Error> {
    match source {
        Source::Embedded => Ok(vec![Ok(embedded())]),
        Source::Stdin => {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|why| Error::Read(PathBuf::from("standard input"), why))?;
            let json = bytes.trim_ascii_start().first() == Some(&b'{');
            let format = if json { Format::Json } else { Format::Yaml };
            Ok(vec![Ok(File::new("<standard input>".to_owned(), format, bytes))])
        }
        Source::Path(path) => {
            let (paths, closed) = paths(path)?;
            let mut files = in_parallel(&paths, threads, |path| read(path));
            files.extend(closed.into_iter().map(Err));
            Ok(files)
        }
        Source::Memory(files) => {
            Ok(files.iter().map(|(name, bytes)| Ok(named(name, bytes.clone()))).collect())
        }
    }
}

/// The shipped dataset as one file.
pub fn embedded() -> File {
    File {
        name: "embedded".to_owned(),
        format: Format::Json,
        text: Cow::Borrowed(EMBEDDED),
        encoding: Vec::new(),
    }
}

/// The files that the shipped dataset was gathered from.
pub fn shipped() -> Vec<File> {
    let file = |(name, text): &(&str, &'static str)| File {
        name: (*name).to_owned(),
        format: Format::Yaml,
        text: Cow::Borrowed(text),
        encoding: Vec::new(),
    };
    SHIPPED.iter().map(file).collect()
}

fn read(path: &Path) -> Result<File, Error> {
    let bytes = fs::read(path).map_err(|why| Error::Read(path.to_owned(), why))?;
    Ok(named(path, bytes))
}

/// A file as its name says that it is written.
fn named(path: &Path, bytes: Vec<u8>) -> File {
    let json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let format = if json { Format::Json } else { Format::Yaml };
    File::new(path.display().to_string(), format, bytes)
}

/// The path itself, or the dataset files below it, and the folders that cannot be looked into: neither hidden ones nor links are followed, nor the
/// descriptions that stand beside a dataset.
fn paths(path: &Path) -> Result<(Vec<PathBuf>, Vec<Error>), Error> {
    let is_folder = fs::metadata(path).map_err(|why| Error::Read(path.to_owned(), why))?.is_dir();
    if !is_folder {
        return Ok((vec![path.to_owned()], Vec::new()));
    }
    let (mut found, mut closed) = (Vec::new(), Vec::new());
    let tree = walkdir::WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in tree.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_dataset_file(entry.path()) => {
                found.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => {
                let place = error.path().unwrap_or(path).to_owned();
                let why = error.into_io_error();
                let why = why.unwrap_or_else(|| io::Error::other("it stands in a circle of links"));
                closed.push(Error::Read(place, why));
            }
        }
    }
    if found.is_empty() {
        if let Some(why) = closed.into_iter().next() {
            return Err(why);
        }
        let message = "there is no .yaml, .yml or .json file in this folder";
        return Err(Error::Read(path.to_owned(), io::Error::new(io::ErrorKind::NotFound, message)));
    }
    Ok((found, closed))
}

/// Whether a file or folder is left alone by its name.
pub fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a file of this name is read where it stands in the folder of a dataset.
pub fn is_dataset_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let described = name == "datapackage.json" || name.ends_with("schema.json");
    !described && [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending))
}

/// Whether a text is JSON that YAML does not take in, whatever its file is called: YAML has no pairs of escapes
/// for one character, its readers differ on tabs, and there are letters that only JSON has as they are.
fn is_json_only(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_ascii_start().starts_with('{')
        && (text.contains(":\t")
            || text.to_ascii_lowercase().contains("\\ud")
            || text.contains(letters::is_forbidden))
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
