//! Everything about one record, line by line, each line with its source.

mod agency;
mod commitment;
mod document;
mod pillar;
mod programme;

use crate::model::{Citation, Dataset, External, FiledBy, Id, Pillar, Record, Text};

use super::cite::cite_all;
use super::{Cell, Column};

/// The source of what no document says, but the editors of the dataset.
const EDITORS: &str = "editors";

/// One line of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    field: &'static str,
    value: String,
    source: String,
}

/// The columns of a card.
pub fn lines() -> Vec<Column<Line>> {
    vec![
        Column::main("field", 0, |line: &Line| Cell::Text(line.field.to_owned())),
        Column::main("value", 0, |line| Cell::Text(line.value.clone())),
        Column::main("source", 0, |line| Cell::Text(line.source.clone())),
    ]
}

/// A record that has a card.
pub trait Carded: Record {
    /// Its card.
    fn card(&self, dataset: &Dataset) -> Vec<Line>;
}

/// A card that is being written.
struct Card<'a> {
    external: &'a [External],
    /// What stands for the source of a line that names no other.
    source: String,
    lines: Vec<Line>,
}

impl<'a> Card<'a> {
    fn new(external: &'a [External], source: String) -> Self {
        let source = if source.is_empty() { EDITORS.to_owned() } else { source };
        Self { external, source, lines: Vec::new() }
    }

    /// The card of a record that these places name: of several, not each says what stands in a line.
    fn named(external: &'a [External], places: &[Citation], dataset: &Dataset) -> Self {
        let cited = cite_all(dataset, places);
        let source = if places.len() > 1 { format!("named in {cited}") } else { cited };
        Self::new(external, source)
    }

    /// A line whose source is that of the record, unless the field is marked as external.
    fn add(&mut self, field: &'static str, values: impl IntoIterator<Item = impl ToString>) {
        let source = self.marked(field).unwrap_or_else(|| self.source.clone());
        for value in values {
            self.cited(field, value, source.clone());
        }
    }

    /// Where a field comes from that is marked as external.
    fn marked(&self, field: &str) -> Option<String> {
        let mark = self.external.iter().find(|mark| mark.fields.iter().any(|f| **f == *field));
        mark.map(|mark| format!("external: {}", mark.source))
    }

    fn cited(&mut self, field: &'static str, value: impl ToString, source: String) {
        self.lines.push(Line { field, value: value.to_string(), source });
    }

    /// A line that is the word of the editors of the dataset, unless the field is marked as external.
    fn ours(&mut self, field: &'static str, value: impl ToString) {
        let source = self.marked(field).unwrap_or_else(|| EDITORS.to_owned());
        self.cited(field, value, source);
    }

    fn ids<T: Record>(&mut self, record: &T) {
        self.ours("id", record.id());
        for id in record.former_ids() {
            self.ours("former_ids", id);
        }
    }

    fn remark(&mut self, remark: Option<&Text>) {
        if let Some(remark) = remark {
            self.ours("remark", remark);
        }
    }

    /// The pillar has the source of the record where the source filed it, by its heading.
    fn pillar(&mut self, pillar: &Id<Pillar>, filed_by: FiledBy) {
        match filed_by {
            FiledBy::Source => self.add("pillar", [pillar]),
            FiledBy::Editors => self.ours("pillar", pillar),
        }
    }
}
