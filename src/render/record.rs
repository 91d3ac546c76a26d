//! Whole records, in the formats that can hold them.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::json::{Dataset, Query};
use super::{Envelope, Format, SCHEMA_VERSION};

/// What JSON and YAML say around the records.
#[derive(Serialize)]
struct Document<'a, T> {
    schema_version: u32,
    dataset: Dataset<'a>,
    query: Query<'a>,
    count: usize,
    items: &'a [T],
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
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &document)?;
            writeln!(out)?;
        }
        Format::Jsonl => {
            for item in items {
                serde_json::to_writer(&mut out, item)?;
                writeln!(out)?;
            }
        }
        Format::Yaml => serde_yaml::to_writer(&mut out, &document).map_err(io::Error::other)?,
        _ => {
            return Err(io::Error::other("a whole record does not fit into rows and columns"));
        }
    }
    out.flush()
}
