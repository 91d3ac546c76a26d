//! The columns of lines of commitments, and of their steps.

use std::collections::BTreeMap;

use crate::model::{Citation, Commitment, Dataset, Document, Repetition, Vocabulary};
use crate::query::{Elsewhere, Passage, Station};

use super::cite::cite_all;
use super::commitment::{parties, silent_in};
use super::{Cell, Column};

/// Where it stands, as far as that is known: its paragraph, or else the place that states it beside its instrument.
fn place(commitment: &Commitment, dataset: &Dataset) -> String {
    let stated = commitment.place().map(|place| dataset.cite(&place));
    match (&commitment.instrument, &commitment.instrument_paragraph, stated) {
        (Some(instrument), None, Some(stated)) => {
            format!("{} (by {stated})", dataset.label_of(instrument))
        }
        (_, _, stated) => stated.unwrap_or_default(),
    }
}

/// Those of the line that stand elsewhere, each with its place and its id.
fn others(commitments: &[&Commitment], dataset: &Dataset) -> String {
    let other =
        |commitment: &&Commitment| format!("{} ({})", place_of(commitment, dataset), commitment.id);
    commitments.iter().map(other).collect::<Vec<_>>().join(", ")
}

/// Its instrument, with the paragraph of that where it is known: `A/RES/79/191, PP9`.
fn place_of(commitment: &Commitment, dataset: &Dataset) -> String {
    let label = commitment.instrument.as_ref().map(|id| dataset.label_of(id));
    match (label, &commitment.instrument_paragraph) {
        (Some(label), None) => label.to_owned(),
        _ => place(commitment, dataset),
    }
}

fn date(commitment: &Commitment, dataset: &Dataset) -> Cell {
    Cell::maybe(commitment.made_on(dataset))
}

/// Where the branch ends, in words; this never means that something has ended.
pub fn end(said: &Elsewhere<'_>, dataset: &Dataset) -> String {
    let clauses = clauses("repeated in", "not repeated in", said, dataset);
    match dataset.whole() {
        _ if !clauses.is_empty() => clauses,
        None => "no later instrument has been read".to_owned(),
        Some(_) => "unknown: this is a selection from a dataset".to_owned(),
    }
}

/// Where the branch begins, in words.
fn beginning(said: &Elsewhere<'_>, dataset: &Dataset) -> String {
    clauses("of the same line:", "not in", said, dataset)
}

/// What other instruments say of it, by what is said where they have it, and where they have it not.
fn clauses(has: &str, has_not: &str, said: &Elsewhere<'_>, dataset: &Dataset) -> String {
    let Elsewhere { repeated, recalled, absent, in_part, not_compared } = said;
    let read = if absent.len() == 1 { "has been read" } else { "have been read" };
    let labels = |documents: &[&Document]| Document::labels(documents);
    let clauses = [
        (!repeated.is_empty()).then(|| format!("{has} {}", others(repeated, dataset))),
        (!recalled.is_empty()).then(|| format!("recalled in {}", cite_all(dataset, recalled))),
        (!absent.is_empty()).then(|| format!("{has_not} {}, which {read}", labels(absent))),
        (!in_part.is_empty())
            .then(|| format!("{has_not} what has been read of {}", labels(in_part))),
        (!not_compared.is_empty()).then(|| format!("not compared with {}", labels(not_compared))),
    ];
    clauses.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What became of those that it repeats, each named unless it stands in the row before.
fn how(row: &Station<'_>, dataset: &Dataset) -> Option<String> {
    let how = |repeated: &Repetition| {
        let how = repeated.how.as_deref();
        let is_above = row.preceded_by.is_some_and(|above| above.id == repeated.commitment);
        let earlier = dataset.get(&repeated.commitment).filter(|_| !is_above);
        let repeats = earlier.map(|earlier| format!("repeats {}", place_of(earlier, dataset)));
        match (repeats, how) {
            (Some(repeats), Some(how)) => Some(format!("{repeats}: {how}")),
            (repeats, how) => repeats.or(how.map(ToOwned::to_owned)),
        }
    };
    let how: Vec<String> = row.commitment.repeats.iter().filter_map(how).collect();
    Some(how.join(" / ")).filter(|how| !how.is_empty())
}

/// What was reported, document by document, with what is older marked.
fn reported(station: &Station<'_>, dataset: &Dataset) -> Cell {
    let mut places: BTreeMap<(bool, &str), Vec<Citation>> = BTreeMap::new();
    for evidence in &station.reported {
        let document = dataset.label_of(&evidence.document);
        places.entry((evidence.earlier, document)).or_default().push(evidence.citation());
    }
    let cited = |((older, _), places): (&(bool, &str), &Vec<Citation>)| {
        let mark = if *older { " (earlier work)" } else { "" };
        format!("{}{mark}", cite_all(dataset, places))
    };
    Cell::List(places.iter().map(cited).collect())
}

/// The column that says which commitment a line is of: what tells the lines of one paragraph apart.
pub const TRACED: &str = "traced";

/// The columns of lines of commitments.
pub fn stations<'a>() -> Vec<Column<Station<'a>>> {
    vec![
        Column::data("line", |row: &Station<'a>, _| Cell::count(row.line)),
        Column::main("source", 0, |row, dataset| {
            // A list of one, since it breaks only where it must.
            Cell::list(Some(place_of(row.commitment, dataset)).filter(|place| !place.is_empty()))
        }),
        Column::data("instrument", |row, dataset| {
            let instrument = row.commitment.instrument.as_ref();
            Cell::maybe(instrument.map(|id| dataset.label_of(id)))
        }),
        Column::data("paragraph", |row, _| {
            Cell::maybe(row.commitment.instrument_paragraph.as_ref())
        }),
        Column::main("date", 1, |row, dataset| date(row.commitment, dataset)),
        Column::main("force", 2, |row, _| Cell::text(row.commitment.force.word())),
        Column::main("addressed_to", 4, |row, dataset| {
            parties(&row.commitment.addressed_to, dataset)
        }),
        Column::main("id", 3, |row, _| Cell::text(&row.commitment.id)),
        Column::main("change", 0, |row, _| {
            let changes = row.commitment.repeats.iter().map(|repeated| repeated.change.word());
            match row.before {
                Some(_) => Cell::list(["earliest on record"]),
                None => Cell::set(changes),
            }
        }),
        Column::main("how", 0, |row, dataset| match &row.before {
            Some(said) => Cell::maybe(Some(beginning(said, dataset)).filter(|how| !how.is_empty())),
            None => Cell::maybe(how(row, dataset)),
        }),
        Column::main("reported", 0, reported),
        Column::main("ends", 0, |row, dataset| {
            Cell::maybe(row.after.as_ref().map(|said| end(said, dataset)))
        }),
        Column::data("statement", |row, _| Cell::text(&row.commitment.statement)),
        Column::data(TRACED, |row, _| Cell::text(&row.traced.statement)),
        Column::data("made_by", |row, dataset| parties(&row.commitment.made_by, dataset)),
        Column::data("repeats", |row, _| {
            Cell::set(row.commitment.repeats.iter().map(|r| &r.commitment))
        }),
        Column::data("repeated_by", |row, _| super::ids(&row.repeated_by)),
        Column::data("reported_programmes", |row, _| {
            Cell::set(row.reported.iter().map(|evidence| &evidence.programme))
        }),
        Column::data("status", |row, _| Cell::text(row.standing.status.word())),
        Column::data("silent_in", |row, _| Cell::list(silent_in(&row.standing))),
        Column::data("remark", |row, _| Cell::maybe(row.commitment.remark.as_ref())),
    ]
}

/// A commitment as a node of a time line.
fn node(commitment: &Commitment, dataset: &Dataset) -> String {
    let date = commitment.made_on(dataset).map_or_else(String::new, |date| format!("{date}: "));
    format!("{date}{}, {}", place(commitment, dataset), commitment.force.word())
}

/// The columns of the steps of lines: the edges of a time line.
pub fn passages<'a>() -> Vec<Column<Passage<'a>>> {
    vec![
        Column::main("earlier", 0, |row: &Passage<'a>, dataset| {
            Cell::Text(node(row.from, dataset))
        }),
        Column::main("later", 0, |row, dataset| {
            Cell::Text(match &row.to {
                Ok((later, _)) => node(later, dataset),
                Err(said) => end(said, dataset),
            })
        }),
        Column::main("change", 0, |row, _| match &row.to {
            Ok((_, repeated)) => Cell::text(repeated.change.word()),
            Err(_) => Cell::Text(String::new()),
        }),
        Column::data("how", |row, _| match &row.to {
            Ok((_, repeated)) => Cell::maybe(repeated.how.as_ref()),
            Err(_) => Cell::Empty,
        }),
        Column::data("id_a", |row, _| Cell::text(&row.from.id)),
        Column::data("id_b", |row, _| {
            Cell::Text(match &row.to {
                Ok((later, _)) => later.id.to_string(),
                Err(_) => format!("end of {}", row.from.id),
            })
        }),
        Column::data("kind_a", |_, _| Cell::text("commitment")),
        Column::data("kind_b", |row, _| {
            Cell::text(if row.to.is_ok() { "commitment" } else { "end" })
        }),
    ]
}
