//! The columns of lines of commitments, and of their steps.

use std::collections::BTreeMap;

use crate::model::{Citation, Commitment, Dataset, Document, Standing, Vocabulary};
use crate::query::{Absence, Passage, Station};

use super::cite::cite_all;
use super::commitment::{parties, silent_in};
use super::{Cell, Column};

fn place(commitment: &Commitment, dataset: &Dataset) -> String {
    commitment.place().map_or_else(String::new, |place| dataset.cite(&place))
}

fn date(commitment: &Commitment, dataset: &Dataset) -> Cell {
    Cell::maybe(commitment.made_on(dataset))
}

/// Where the line ends, in words; never that something has ended.
pub fn end(absence: &Absence<'_>) -> String {
    let Absence { absent, in_part, not_compared } = absence;
    if absent.is_empty() && in_part.is_empty() && not_compared.is_empty() {
        return "no later instrument that has been read".to_owned();
    }
    clauses([
        ("not repeated in", absent, ", which", "read"),
        ("not repeated in what has been read of", in_part, "", ""),
        ("not compared with", not_compared, "", ""),
    ])
}

/// Where the line begins, in words.
fn beginning(absence: &Absence<'_>) -> String {
    let Absence { absent, in_part, not_compared } = absence;
    clauses([
        ("not in", absent, ", which", "read"),
        ("not in what has been read of", in_part, "", ""),
        ("not compared with", not_compared, "", ""),
    ])
}

type Clause<'c, 'a> = (&'static str, &'c Vec<&'a Document>, &'static str, &'static str);

fn clauses(clauses: [Clause<'_, '_>; 3]) -> String {
    let clause = |(what, documents, which, done): Clause<'_, '_>| {
        let have = match documents.len() {
            _ if which.is_empty() => "",
            1 => " has been ",
            _ => " have been ",
        };
        (!documents.is_empty())
            .then(|| format!("{what} {}{which}{have}{done}", Document::labels(documents)))
    };
    clauses.into_iter().filter_map(clause).collect::<Vec<_>>().join("; ")
}

/// What was reported, document by document, with what is older marked.
fn reported(station: &Station<'_>, dataset: &Dataset) -> Cell {
    let mut places: BTreeMap<(bool, &str), Vec<Citation>> = BTreeMap::new();
    for evidence in &station.reported {
        let document = dataset.document_label(&evidence.document);
        places.entry((evidence.earlier, document)).or_default().push(evidence.citation());
    }
    let cited = |((older, _), places): (&(bool, &str), &Vec<Citation>)| {
        let mark = if *older { " (work that is older than it)" } else { "" };
        format!("{}{mark}", cite_all(dataset, places))
    };
    Cell::List(places.iter().map(cited).collect())
}

/// The columns of lines of commitments.
pub fn stations<'a>() -> Vec<Column<Station<'a>>> {
    vec![
        Column::data("line", |row: &Station<'a>, _| Cell::Count(row.line as u64)),
        Column::main("instrument", 0, |row, dataset| {
            let instrument = row.commitment.instrument.as_ref();
            Cell::maybe(instrument.map(|id| dataset.document_label(id)))
        }),
        Column::main("paragraph", 0, |row, _| {
            Cell::maybe(row.commitment.place().map(|place| place.paragraph))
        }),
        Column::main("date", 1, |row, dataset| date(row.commitment, dataset)),
        Column::main("force", 2, |row, _| Cell::Text(row.commitment.force.word().to_owned())),
        Column::main("addressed_to", 4, |row, dataset| {
            parties(&row.commitment.addressed_to, dataset)
        }),
        Column::main("id", 3, |row, _| Cell::Text(row.commitment.id.to_string())),
        Column::main("change", 0, |row, _| {
            let changes = row.commitment.repeats.iter().map(|repeated| repeated.change.word());
            match row.before {
                Some(_) => Cell::List(vec!["earliest".to_owned()]),
                None => Cell::set(changes),
            }
        }),
        Column::main("how", 0, |row, _| match &row.before {
            Some(absence) => Cell::maybe(Some(beginning(absence)).filter(|how| !how.is_empty())),
            None => {
                let repeats = row.commitment.repeats.iter();
                let how = repeats.filter_map(|repeated| repeated.how.as_deref());
                Cell::maybe(Some(how.collect::<Vec<_>>().join(" / ")).filter(|how| !how.is_empty()))
            }
        }),
        Column::main("reported", 0, reported),
        Column::main("ends", 0, |row, _| Cell::maybe(row.after.as_ref().map(end))),
        Column::data("statement", |row, _| Cell::Text(row.commitment.statement.to_string())),
        Column::data("made_by", |row, dataset| parties(&row.commitment.made_by, dataset)),
        Column::data("repeats", |row, _| {
            Cell::set(row.commitment.repeats.iter().map(|r| r.commitment.to_string()))
        }),
        Column::data("repeated_by", |row, _| super::ids(&row.repeated_by)),
        Column::data("reported_programmes", |row, _| {
            Cell::set(row.reported.iter().map(|evidence| evidence.programme.to_string()))
        }),
        Column::data("status", |row, dataset| {
            Cell::Text(Standing::of(row.commitment, dataset).status.word().to_owned())
        }),
        Column::data("silent_in", |row, dataset| {
            let standing = Standing::of(row.commitment, dataset);
            Cell::List(silent_in(&standing).map(ToOwned::to_owned).collect())
        }),
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
                Err(absence) => end(absence),
            })
        }),
        Column::main("change", 0, |row, _| match &row.to {
            Ok((_, repeated)) => Cell::Text(repeated.change.word().to_owned()),
            Err(_) => Cell::Text(String::new()),
        }),
        Column::data("how", |row, _| match &row.to {
            Ok((_, repeated)) => Cell::maybe(repeated.how.as_ref()),
            Err(_) => Cell::Empty,
        }),
        Column::data("id_a", |row, _| Cell::Text(row.from.id.to_string())),
        Column::data("id_b", |row, _| {
            Cell::Text(match &row.to {
                Ok((later, _)) => later.id.to_string(),
                Err(_) => format!("end of {}", row.from.id),
            })
        }),
        Column::data("kind_a", |_, _| Cell::Text("commitment".to_owned())),
        Column::data("kind_b", |row, _| {
            Cell::Text(if row.to.is_ok() { "commitment" } else { "end" }.to_owned())
        }),
    ]
}
