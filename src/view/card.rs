//! Everything about one record, line by line, each line with its source.

mod related;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    AnyRecord, Citation, Commitment, Content, Dataset, Document, Fields, Kind, Record, Role,
    Vocabulary, counted,
};
use crate::query::{citation, participant, place, uncited, wording};

use super::cite::cite_all;
use super::{Cell, Column};

/// The source of facts that come from the editors of the dataset and not from a document.
const EDITORS: &str = "editors";
/// What follows in a line that is only announced.
const PLANNED: &str = " (planned)";
/// More places than this are listed at the end of the card, so that it opens with what matters.
const MANY: usize = 12;
/// The source of what a document says of itself.
const ITSELF: &str = "the document itself";

/// One line of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The id of the record that it is about.
    record: String,
    field: &'static str,
    value: Cell,
    source: String,
}

/// The columns of a card, or of `several`.
pub fn lines(several: bool) -> Vec<Column<Line>> {
    let record = Column::main("record", 0, |line: &Line, _| Cell::text(&line.record));
    let mut columns = Vec::from_iter(several.then_some(record));
    columns.extend([
        Column::main("field", 0, |line: &Line, _| Cell::text(line.field)),
        Column::main("value", 0, |line, _| line.value.clone()),
        Column::main("source", 0, |line, _| Cell::text(&line.source)),
    ]);
    columns
}

/// The card of a record: its fields in their order, its ids first, and then what other records say of it.
pub fn card(record: &dyn AnyRecord, dataset: &Dataset) -> Vec<Line> {
    let fields = record.fields();
    let mut card = Card::new(record, &fields, dataset);
    for first in [true, false] {
        for (field, value) in &fields.values {
            if matches!(*field, "id" | "former_ids") == first {
                card.field(field, value, &fields);
            }
        }
    }
    related::add(&mut card, record);
    card.places();
    card.lines
}

/// A card that is being written.
struct Card<'a> {
    dataset: &'a Dataset,
    kind: Kind,
    record: &'a str,
    /// Where fields come from that are marked as external.
    external: BTreeMap<String, String>,
    /// The source of a line that names no other, or of several places the list.
    source: String,
    are_several: bool,
    /// How places relate to a name: they name the record, or address it.
    naming: &'static str,
    /// The places that are too many for that list.
    places: Vec<Citation>,
    /// The field whose line has the list of several places.
    listed: Option<&'static str>,
    lines: Vec<Line>,
}

impl<'a> Card<'a> {
    fn new(record: &'a dyn AnyRecord, fields: &Fields, dataset: &'a Dataset) -> Self {
        let commitment: Option<&Commitment> = as_kind(record, dataset);
        let places = commitment
            .map_or_else(|| related::places(record, fields, dataset), Commitment::stated_in);
        let places: Vec<Citation> = dataset.in_order(&places).into_iter().cloned().collect();
        let document: Option<&Document> = as_kind(record, dataset);
        let source = match places.len() {
            // Of which something has been read, so that it says itself what it is.
            _ if document.is_some_and(|it| it.reading().is_some()) => ITSELF.to_owned(),
            0 if document.is_some() => ITSELF.to_owned(),
            0 => EDITORS.to_owned(),
            1..=MANY => cite_all(dataset, &places),
            many => {
                let documents: BTreeSet<_> = places.iter().map(|place| &place.document).collect();
                let documents = counted(documents.len(), "document");
                format!("{many} places in {documents}, listed at the end")
            }
        };
        let are_several = places.len() > 1 && source != ITSELF;
        let places = if are_several && places.len() > MANY { places } else { Vec::new() };
        let is_addressed = related::commitments_to(record, dataset).next().is_some();
        let naming = if is_addressed { "named or addressed" } else { "named" };
        let mut external = BTreeMap::new();
        for mark in parts(fields.items("external")) {
            for field in mark.items("fields") {
                let source = format!("external: {}", mark.text("source"));
                external.entry(wording(field, dataset)).or_insert(source);
            }
        }
        for place in parts(fields.items("places")) {
            let source = citation(place, dataset).unwrap_or_default();
            for field in place.items("fields") {
                external.insert(wording(field, dataset), source.clone());
            }
        }
        Self {
            dataset,
            kind: record.kind(),
            record: record.slug(),
            external,
            source,
            are_several,
            naming,
            places,
            listed: None,
            lines: Vec::new(),
        }
    }

    /// The lines of a field: one for each of its items.
    fn field(&mut self, field: &'static str, value: &Content, fields: &Fields) {
        match field {
            // These are the sources of other lines.
            "sources" | "places" | "external" | "filed_by" => {}
            // These stand among what is related, with their places.
            "sections" | "coverage" | "evidence" => {}
            "reports" => parts(value.items()).for_each(|report| self.report(report)),
            _ => {
                let source = match self.external.get(field) {
                    Some(external) => external.clone(),
                    None if self.is_editors(field, fields) => EDITORS.to_owned(),
                    None => self.common_source(field),
                };
                if value.items().len() > 1
                    && value.items().iter().all(|v| matches!(v, Content::Leaf(_)))
                {
                    let items = value.items().iter().map(|item| wording(item, self.dataset));
                    return self.line(field, Cell::set(items), source);
                }
                for item in value.items() {
                    let (value, place) = match item {
                        Content::Fields(part) => {
                            (uncited(part, self.dataset), citation(part, self.dataset))
                        }
                        item => (wording(item, self.dataset), None),
                    };
                    self.line(field, value, place.unwrap_or_else(|| source.clone()));
                }
            }
        }
    }

    /// The source of a field that has none of its own. Several places are listed once; not each of them has every
    /// form of a name.
    fn common_source(&mut self, field: &'static str) -> String {
        let is_form = matches!(field, "acronym" | "aliases" | "former_names" | "other_symbols");
        match self.listed {
            _ if !self.are_several => self.source.clone(),
            Some(first) if is_form => format!("in one or more of the sources of {first}"),
            Some(first) => format!("same sources as {first}"),
            None => {
                self.listed = Some(field);
                let is_name = is_form || matches!(field, "name" | "title" | "symbol");
                format!("{} in {}", if is_name { self.naming } else { "stated" }, self.source)
            }
        }
    }

    /// Whether a field is what the editors of the dataset say.
    fn is_editors(&self, field: &str, fields: &Fields) -> bool {
        match field {
            "id" | "former_ids" | "remark" | "second_pillars" | "sole_participant" | "periodic"
            | "untracked" | "repeats" | "review" => true,
            "kind" => self.kind != Kind::Document,
            // The source files a record under a pillar by its heading.
            "pillar" => fields.text("filed_by") == "editors",
            _ => false,
        }
    }

    /// What a report says, its summary first.
    fn report(&mut self, report: &Fields) {
        let source = citation(report, self.dataset).unwrap_or_default();
        let first = self.lines.len();
        let (summary, rest): (Vec<_>, Vec<_>) =
            report.values.iter().partition(|(field, _)| *field == "summary");
        for (field, value) in summary.into_iter().chain(rest) {
            match (*field, value) {
                ("document" | "paragraph" | "planned", _) => {}
                ("participants", participants) => self.participants(participants, &source),
                ("review", notes) => {
                    for note in notes.items() {
                        self.line("review", wording(note, self.dataset), EDITORS);
                    }
                }
                (field, Content::List(items)) if parts(items).next().is_none() => {
                    let items = items.iter().map(|item| wording(item, self.dataset));
                    let list = Cell::set(items).to_string();
                    self.line(field, list, source.clone());
                }
                (field, value) => {
                    for item in value.items() {
                        self.line(field, wording(item, self.dataset), source.clone());
                    }
                }
            }
        }
        if report.get("planned").is_some() {
            for line in self.lines.iter_mut().skip(first) {
                if let Cell::Text(value) | Cell::Figure(value) = &mut line.value {
                    value.push_str(PLANNED);
                }
            }
        }
    }

    /// The places that are too many for the line that they are the source of, document by document.
    fn places(&mut self) {
        let (dataset, places) = (self.dataset, std::mem::take(&mut self.places));
        for places in places.chunk_by(|a, b| a.document == b.document) {
            let label = dataset.label_of(&places[0].document).to_owned();
            self.line("places", label, cite_all(dataset, places));
        }
    }

    /// The agencies that take part, role by role.
    fn participants(&mut self, participants: &Content, source: &str) {
        for role in Role::words() {
            let in_role = parts(participants.items()).filter(|part| part.text("role") == role);
            let list = Cell::set(in_role.map(|part| participant(part, self.dataset))).to_string();
            if !list.is_empty() {
                self.line(role, list, source.to_owned());
            }
        }
    }

    fn line(&mut self, field: &'static str, value: impl ToString, source: impl Into<String>) {
        let (record, value) = (self.record.to_owned(), value.to_string());
        let value = if field == "figures" { Cell::Figure(value) } else { Cell::Text(value) };
        self.lines.push(Line { record, field, value, source: source.into() });
    }
}

/// The record, where it is one of this kind.
fn as_kind<'a, T: Record>(record: &dyn AnyRecord, dataset: &'a Dataset) -> Option<&'a T> {
    dataset.find(record.slug()).filter(|_| record.kind() == T::KIND)
}

/// Those of these values that have fields.
fn parts(items: &[Content]) -> impl Iterator<Item = &Fields> {
    items.iter().filter_map(|item| match item {
        Content::Fields(fields) => Some(fields),
        _ => None,
    })
}

/// The places that a list of parts names.
fn cited(list: &[Content]) -> impl Iterator<Item = Citation> {
    parts(list).filter_map(place)
}
