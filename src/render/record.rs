//! Records, whole ones or the rows of a table, in the formats that can hold them.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{Envelope, Format, json, yaml};
use crate::view::{Cell, Table};

/// What JSON says around the records.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Map<String, Value>,
    count: usize,
    items: Items<'a>,
}

/// So many records, each of which is there or is made when it is written.
#[derive(Clone, Copy)]
pub struct Items<'a> {
    /// How many there are.
    pub count: usize,
    /// The one of this number.
    pub item: &'a dyn Fn(usize) -> Cow<'a, Value>,
}

impl<'a> Items<'a> {
    /// The records, one after the other.
    pub(super) fn iter(&self) -> impl Iterator<Item = Cow<'a, Value>> {
        (0..self.count).map(self.item)
    }
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// A row of a table as an object.
pub(super) fn row(table: &Table, row: usize) -> Value {
    let names = table.columns.iter().map(|heading| heading.name.clone());
    names.zip(table.rows[row].iter().map(value)).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) | Cell::Figure(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Share(share) if *share == 0.0 => json!(0),
        Cell::Share(share) if *share == 1.0 => json!(1),
        Cell::Share(share) => json!(Cell::rounded(*share)),
        Cell::Flag(flag) => json!(flag),
        Cell::List(items) | Cell::Figures(items) => json!(items),
    }
}

/// Writes records as JSON, as a JSON object a line, or as YAML.
///
/// # Errors
/// When writing fails, or when the format is made of rows and columns.
pub fn records(
    items: Items<'_>,
    format: Format,
    envelope: &Envelope,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Json => {
            let head = json::head(envelope);
            json::pretty(&Document { head, count: items.count, items }, out)
        }
        Format::Jsonl => items.iter().try_for_each(|item| json::line(&item, out)),
        Format::Yaml => yaml::document(items, envelope, out),
        _ => Err(io::Error::other("a record cannot be written as rows and columns")),
    }
}
