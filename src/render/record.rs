//! Whole records, in the formats that can hold them.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::json::{self, Dataset, Query};
use super::{Envelope, Format, SCHEMA_VERSION, yaml};

/// What JSON and YAML say around the records.
#[derive(Serialize)]
struct Document<'a, T> {
    schema_version: u32,
    dataset: Dataset<'a>,
    query: Query<'a>,
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

/// Writes whole records as JSON, as a JSON object a line, or as YAML.
///
/// # Errors
/// When writing fails, or when the format is made of rows and columns.
pub fn records<T: Serialize>(
    items: &[T],
    format: Format,
    envelope: &Envelope,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    let document = Document {
        schema_version: SCHEMA_VERSION,
        dataset: Dataset(envelope),
        query: Query(&envelope.query),
        count: items.len(),
        items,
    };
    match format {
        Format::Json => json::pretty(&document, &mut out)?,
        Format::Jsonl => items.iter().try_for_each(|item| json::line(item, &mut out))?,
        Format::Yaml => yaml::records(items, envelope, &mut out)?,
        _ => {
            return Err(io::Error::other("a whole record does not fit into rows and columns"));
        }
    }
    out.flush()
}
