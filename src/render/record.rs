//! Records, whole ones or the rows of a table, in the formats that can hold them.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Envelope, Format, json, yaml};

/// What JSON says around the records.
#[derive(Serialize)]
struct Document<'a, T> {
    #[serde(flatten)]
    head: Map<String, Value>,
    count: usize,
    items: &'a [T],
}

/// A whole record, and of which kind it is.
#[derive(Serialize)]
pub struct Whole<T> {
    /// The word for its kind.
    pub record: &'static str,
    /// Its own fields.
    #[serde(flatten)]
    pub fields: T,
}

/// Writes records as JSON, as a JSON object a line, or as YAML.
///
/// # Errors
/// When writing fails, or when the format is made of rows and columns.
pub fn records<T: Serialize>(
    items: &[T],
    format: Format,
    envelope: &Envelope,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Json => {
            let head = json::head(envelope);
            json::pretty(&Document { head, count: items.len(), items }, out)
        }
        Format::Jsonl => items.iter().try_for_each(|item| json::line(item, out)),
        Format::Yaml => yaml::document(items, envelope, out),
        _ => Err(io::Error::other("a whole record does not fit into rows and columns")),
    }
}
