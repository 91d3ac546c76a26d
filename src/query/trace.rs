//! A commitment through the instruments that repeat it.

use std::collections::HashSet;

use crate::model::{Commitment, Coverage, Dataset, Document, Evidence, Id, Lines, Repetition};

/// One commitment of a line, with how it stands to those before and after it.
pub struct Station<'a> {
    /// The number of the line, from 1.
    pub line: usize,
    /// The commitment.
    pub commitment: &'a Commitment,
    /// Those that repeat it.
    pub repeated_by: Vec<&'a Commitment>,
    /// What was reported after it and before the next, with work that is older marked as such.
    pub reported: Vec<&'a Evidence>,
    /// What the instruments before it say of it, where it repeats none.
    pub before: Option<Absence<'a>>,
    /// What the instruments after it say of it, where none repeats it.
    pub after: Option<Absence<'a>>,
}

/// The instruments in which an ask does not stand, and those of which that cannot be said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Absence<'a> {
    /// They have been read and compared: it is not among what they ask.
    pub absent: Vec<&'a Document>,
    /// They have been read in part, and it is not in that part.
    pub in_part: Vec<&'a Document>,
    /// They have been read, but not compared with its instrument.
    pub not_compared: Vec<&'a Document>,
}

/// The step from a commitment to the one that repeats it.
pub struct Passage<'a> {
    /// The earlier one.
    pub from: &'a Commitment,
    /// Where it leads: the later one, or where the line ends.
    pub to: Result<(&'a Commitment, &'a Repetition), Absence<'a>>,
}

/// The lines through these commitments, one after the other, each oldest first.
pub fn trace<'a>(commitments: &[&'a Commitment], dataset: &'a Dataset) -> Vec<Station<'a>> {
    let lines = Lines::new(dataset);
    let mut found: Vec<Vec<&'a Commitment>> = Vec::new();
    for commitment in commitments {
        let mut line = lines.through(commitment);
        // Lines that have a commitment in common are one.
        let ids: HashSet<&Id<Commitment>> = line.iter().map(|c| &c.id).collect();
        let joins = |other: &Vec<&Commitment>| other.iter().any(|c| ids.contains(&c.id));
        let at = found.iter().position(joins).unwrap_or(found.len());
        let (same, others) = found.into_iter().partition(joins);
        found = others;
        line.extend(same.concat());
        line.sort_by_cached_key(|commitment| commitment.place_in_time(dataset));
        line.dedup_by_key(|commitment| &commitment.id);
        found.insert(at.min(found.len()), line);
    }
    let stations = found.iter().enumerate().flat_map(|(at, line)| {
        line.iter().map(move |commitment| (at + 1, *commitment, line.as_slice()))
    });
    stations
        .map(|(number, commitment, line)| station(number, commitment, line, &lines, dataset))
        .collect()
}

fn station<'a>(
    line: usize,
    commitment: &'a Commitment,
    others: &[&'a Commitment],
    lines: &Lines<'a>,
    dataset: &'a Dataset,
) -> Station<'a> {
    let later = lines.later(commitment);
    let passed_on = |evidence: &Evidence| later.iter().any(|c| c.inherits(evidence, dataset));
    let own = commitment.evidence.iter();
    let earlier = commitment.earlier(dataset);
    let earlier = others
        .iter()
        .filter(|other| earlier.iter().any(|c| c.id == other.id))
        .flat_map(|other| &other.evidence)
        .filter(|evidence| commitment.inherits(evidence, dataset));
    let mut reported: Vec<&Evidence> = own.chain(earlier).collect();
    reported.retain(|evidence| !passed_on(evidence));
    Station {
        line,
        commitment,
        repeated_by: lines.repeated_by(commitment).to_vec(),
        reported,
        before: commitment.repeats.is_empty().then(|| absence(commitment, false, dataset)),
        after: lines.is_last(commitment).then(|| absence(commitment, true, dataset)),
    }
}

/// The steps of these lines: to each later commitment, and to the end.
pub fn passages<'a>(stations: &[Station<'a>]) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    for station in stations {
        let from = station.commitment;
        for later in &station.repeated_by {
            let repeated = later.repeats.iter().find(|r| r.commitment == from.id);
            let is_shown = stations.iter().any(|other| other.commitment.id == later.id);
            if let Some(repeated) = repeated.filter(|_| is_shown) {
                passages.push(Passage { from, to: Ok((*later, repeated)) });
            }
        }
        if let Some(end) = &station.after {
            passages.push(Passage { from, to: Err(end.clone()) });
        }
    }
    passages
}

/// The instruments of which something has been read, with it, oldest first.
pub fn instruments_read(dataset: &Dataset) -> Vec<(&Document, &Coverage)> {
    let standing: HashSet<&Id<Document>> =
        dataset.records().commitments.iter().filter_map(|c| c.instrument.as_ref()).collect();
    let documents = dataset.records().documents.iter();
    let mut read: Vec<(&Document, &Coverage)> = documents
        .filter(|document| standing.contains(&document.id))
        .filter_map(|document| Some((document, document.coverage.as_ref()?)))
        .filter(|(_, coverage)| !coverage.read.is_empty())
        .collect();
    read.sort_by_key(|(document, _)| (document.date, &document.id));
    read
}

/// What the instruments after a commitment, or before it, say of it: nothing, as far as they have been read and
/// compared.
fn absence<'a>(commitment: &Commitment, after: bool, dataset: &'a Dataset) -> Absence<'a> {
    let mut absence = Absence::default();
    let own = commitment.instrument.as_ref().and_then(|id| dataset.get(id));
    let Some((own, made)) = own.and_then(|own| Some((own, own.date?))) else { return absence };
    for (document, coverage) in instruments_read(dataset) {
        let Some(date) = document.date else { continue };
        let compared = match after {
            true if made.is_before(date) => coverage.comparison(&own.id),
            false if date.is_before(made) => {
                own.coverage.as_ref().and_then(|own| own.comparison(&document.id))
            }
            _ => continue,
        };
        match compared {
            None => absence.not_compared.push(document),
            Some(_) if !coverage.is_whole() => absence.in_part.push(document),
            Some(_) => absence.absent.push(document),
        }
    }
    absence
}
