//! The tables as CSV files.

use std::fs;
use std::io;
use std::path::{Component, Path};

use serde_json::Value;

use super::assemble::Cell;
use super::cells::Cells;
use super::descriptor::{self, About};
use super::plan::tables;
use super::reader::{Found, Reader, top};
use super::rows::Rows;
use super::text::Origin;
use crate::diagnostic::{Code, Fault, Span};

/// The files of a data package: its description, and a CSV file for each table.
///
/// # Errors
/// When a row cannot be written.
pub fn files(rows: &Rows, about: &About) -> io::Result<Vec<(String, String)>> {
    let mut files = vec![(descriptor::FILE.to_owned(), descriptor::text(about)?)];
    for (table, rows) in tables().iter().zip(&rows.tables) {
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(table.columns.iter().map(|column| &column.name))?;
        for row in rows {
            out.write_record(row.iter().map(text))?;
        }
        let bytes = out.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        files.push((format!("{}.csv", table.name), String::from_utf8_lossy(&bytes).into_owned()));
    }
    Ok(files)
}

/// A value as it stands in a cell.
pub fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Reads the tables that a description names.
pub fn read(path: &Path) -> io::Result<(String, Cells)> {
    let path = if path.is_dir() { &path.join(descriptor::FILE) } else { path };
    let folder = path.parent().unwrap_or(Path::new(""));
    let description: Value = serde_json::from_slice(&fs::read(path)?)
        .map_err(|why| io::Error::other(format!("it is not a valid datapackage.json: {why}")))?;
    let mut reader = Reader::new(true, false);
    let resources = description["resources"].as_array().map(Vec::as_slice).unwrap_or_default();
    for resource in resources {
        let (name, file) = (&resource["name"], resource["path"].as_str().unwrap_or_default());
        let is_inside =
            Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
        if file.is_empty() || !is_inside {
            let message = "a table listed in the package is missing from the folder";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let at = folder.join(file);
        let place = at.display().to_string();
        let is_link = fs::symlink_metadata(&at).is_ok_and(|found| !found.is_file());
        if is_link {
            let message = format!("{file} is not a plain file");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let bytes =
            fs::read(&at).map_err(|why| io::Error::new(why.kind(), format!("{file}: {why}")))?;
        let (rows, found) = rows(&bytes, &place);
        if !reader.table(name.as_str().unwrap_or_default(), &place, rows, found) {
            let message = "unknown table; ignored".to_owned();
            reader.unread(top(&place), message, "take it out");
        }
    }
    if resources.is_empty() {
        return Err(io::Error::other("it lists no known table"));
    }
    reader.missing(&path.display().to_string());
    let (text, mut cells) = reader.finish();
    cells.whole = description["description"].as_str().and_then(descriptor::whole);
    Ok((text, cells))
}

/// The rows of a file, and what of it is no text.
fn rows(bytes: &[u8], place: &str) -> (Vec<Vec<Cell>>, Found) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    // Spreadsheets of many countries write semicolons, and what is copied from one has tabs.
    let mut lines = bytes.split(|byte| b"\r\n".contains(byte));
    let delimiter = lines.find_map(|line| b",;\t".iter().find(|sign| line.contains(sign)));
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.copied().unwrap_or(b','))
        .from_reader(bytes);
    let (mut rows, mut found, mut record) = (Vec::new(), Vec::new(), csv::ByteRecord::new());
    let (mut line, mut counted) = (1, 0);
    while let Ok(true) = csv.read_byte_record(&mut record) {
        let position = record.position().map_or(0, csv::Position::byte);
        let position = usize::try_from(position).unwrap_or(0);
        // Before a row stand empty lines, and the second of the two bytes that end a line of Windows.
        let ends = bytes[position..].iter().take_while(|byte| b"\r\n".contains(byte)).count();
        line += line_ends(&bytes[counted..position + ends]);
        counted = position + ends;
        let mut row = Vec::new();
        for (column, bytes) in (1..).zip(&record) {
            let (text, at) = (String::from_utf8_lossy(bytes).into_owned(), (line, column));
            if std::str::from_utf8(bytes).is_err() {
                let origin = Origin { table: place.to_owned(), at, text: text.clone() };
                let fault = Fault::at(Code::Encoding, Span::at(1, 1), "this is not text in UTF-8");
                found.push((origin, fault.help("save the file as CSV in UTF-8")));
            }
            row.push(Cell { text, at });
        }
        rows.push(row);
    }
    (rows, found)
}

/// How many lines end here, be it with a line feed, a return, or both.
fn line_ends(bytes: &[u8]) -> usize {
    let next = bytes.iter().skip(1).chain([&0]);
    bytes
        .iter()
        .zip(next)
        .filter(|(byte, next)| **byte == b'\n' || **byte == b'\r' && **next != b'\n')
        .count()
}
