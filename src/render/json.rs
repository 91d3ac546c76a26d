//! JSON: one object with an envelope, or one object a line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Envelope, grouped};
use crate::invisible::is_invisible;

/// The version of the objects that JSON and YAML output consist of.
const SCHEMA_VERSION: u32 = 1;

/// Writes a value as JSON over several lines, in which what cannot be seen is escaped: it is the same text for
/// every reader of JSON, and harmless on a terminal.
///
/// # Errors
/// When writing fails.
pub fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(Escaping(&mut *out), value)?;
    writeln!(out)
}

/// The same on one line.
pub(super) fn line(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(Escaping(&mut *out), value)?;
    writeln!(out)
}

/// Escapes what cannot be seen. JSON has such characters in its texts alone, but for the ends of its lines, and
/// its writer hands over whole characters.
struct Escaping<W>(W);

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let hidden = |c: char| is_invisible(c) && c != '\n';
        if bytes.is_ascii() && !bytes.contains(&0x7f) {
            return self.0.write(bytes);
        }
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        for part in text.split_inclusive(hidden) {
            let last = part.chars().next_back().filter(|c| hidden(*c));
            let seen = last.map_or(part, |last| &part[..part.len() - last.len_utf8()]);
            self.0.write_all(seen.as_bytes())?;
            for unit in last.iter().flat_map(|last| last.encode_utf16(&mut [0; 2]).to_vec()) {
                write!(self.0, "\\u{unit:04x}")?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// What is said before the items: the dataset, the query, the totals and the sentences.
pub(super) fn head(envelope: &Envelope) -> Map<String, Value> {
    let query = grouped(&envelope.query).map(|(option, values)| {
        let value = if let [value] = values.as_slice() { json!(value) } else { json!(values) };
        (option.to_owned(), value)
    });
    let mut head = Map::new();
    head.insert("schema_version".to_owned(), json!(SCHEMA_VERSION));
    head.insert("dataset".to_owned(), json!({"name": envelope.dataset, "digest": envelope.digest}));
    head.insert("query".to_owned(), query.collect());
    head.extend(envelope.totals.iter().map(|(name, total)| ((*name).to_owned(), json!(total))));
    head.extend(envelope.sentences.iter().map(|(name, said)| ((*name).to_owned(), json!(said))));
    head
}
