//! Files: which ones, and their text.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Error, Source, in_parallel, json, yaml};
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
    pub encoding: Option<Fault>,
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
        let encoding = encoding_fault(&bytes);
        let wide = is_utf16(&bytes);
        let text = match String::from_utf8(bytes) {
            _ if wide => String::new(),
            Ok(text) if encoding.is_none() => text,
            Ok(text) => text.replace('\0', "\u{fffd}"),
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        let format = if is_json_only(&text) { Format::Json } else { format };
        Self { name, format, text: Cow::Owned(text), encoding }
    }

    /// The text without the byte order mark that some editors put before it.
    pub fn body(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }

    /// The records of the file.
    pub fn parse(&self) -> Result<Records, Fault> {
        match (&self.encoding, self.format) {
            (Some(fault), _) => Err(fault.clone()),
            (None, Format::Yaml) => yaml::parse(self.body()),
            (None, Format::Json) => json::parse(self.body()),
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

/// The files of a dataset, in the order of their names.
pub fn files(source: &Source, threads: usize) -> Result<Vec<File>, Error> {
    match source {
        Source::Embedded => Ok(vec![File {
            name: "embedded".to_owned(),
            format: Format::Json,
            text: Cow::Borrowed(EMBEDDED),
            encoding: None,
        }]),
        Source::Stdin => {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|why| Error::Read(PathBuf::from("standard input"), why))?;
            let json = bytes.trim_ascii_start().first() == Some(&b'{');
            let format = if json { Format::Json } else { Format::Yaml };
            Ok(vec![File::new("<standard input>".to_owned(), format, bytes)])
        }
        Source::Path(path) => {
            let paths = paths(path)?;
            in_parallel(&paths, threads, |path| read(path)).into_iter().collect()
        }
        Source::Memory(files) => {
            Ok(files.iter().map(|(name, bytes)| named(name, bytes.clone())).collect())
        }
    }
}

/// The files that the shipped dataset was gathered from.
pub fn shipped() -> Vec<File> {
    let file = |(name, text): &(&str, &'static str)| File {
        name: (*name).to_owned(),
        format: Format::Yaml,
        text: Cow::Borrowed(text),
        encoding: None,
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

/// The path itself, or the dataset files below it: neither hidden ones nor links are followed, nor the
/// descriptions that stand beside a dataset.
fn paths(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_folder = fs::metadata(path).map_err(|why| Error::Read(path.to_owned(), why))?.is_dir();
    if !is_folder {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let tree = walkdir::WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in tree.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.path())) {
        let entry = entry.map_err(|error| {
            let place = error.path().unwrap_or(path).to_owned();
            Error::Read(place, error.into())
        })?;
        if entry.file_type().is_file() && is_dataset_file(entry.path()) {
            found.push(entry.into_path());
        }
    }
    if found.is_empty() {
        let message = "there is no .yaml, .yml or .json file in this folder";
        return Err(Error::Read(path.to_owned(), io::Error::new(io::ErrorKind::NotFound, message)));
    }
    Ok(found)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a file of this name is read where it stands in the folder of a dataset.
pub fn is_dataset_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let described = name == "datapackage.json" || name.ends_with("schema.json");
    !described && [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending))
}

/// Whether a text is JSON that YAML does not take in, whatever its file is called: YAML has no pairs of escapes
/// for one character, and its readers differ on tabs.
fn is_json_only(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_ascii_start().starts_with('{')
        && (text.contains(":\t") || text.to_ascii_lowercase().contains("\\ud"))
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Whether the text is in UTF-16: it begins with a mark that says so, or with half a letter of it.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}

/// What is wrong with the bytes of a text, if anything.
fn encoding_fault(bytes: &[u8]) -> Option<Fault> {
    let fault = |message: &str, help: &str, at: usize| {
        let before = String::from_utf8_lossy(&bytes[..at]);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
        Some(Fault {
            code: Code::Encoding,
            message: message.to_owned(),
            help: Some(help.to_owned()),
            span: Span::at(line, column),
        })
    };
    if is_utf16(bytes) {
        return fault("the file is in UTF-16", "save it again as UTF-8", 0);
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        let help = "save the file again as UTF-8";
        return fault("this is no character of UTF-8", help, error.valid_up_to());
    }
    let nul = bytes.iter().position(|byte| *byte == 0)?;
    fault("there is a NUL character here", "delete it: a text file has none", nul)
}
