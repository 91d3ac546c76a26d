//! A commitment through the instruments that repeat it.

use std::collections::HashSet;

use crate::model::{
    Citation, Commitment, Coverage, Dataset, Document, Evidence, Id, Lineage, Repetition, Standing,
};

/// One commitment of a line, with how it stands to those before and after it.
pub struct Station<'a> {
    /// The number of the line, from 1.
    pub line: usize,
    /// The commitment whose line it is: the first of those asked about that the line passes through.
    pub traced: &'a Commitment,
    /// The commitment.
    pub commitment: &'a Commitment,
    /// Where it stands.
    pub standing: Standing<'a>,
    /// The one before it in the line, which it repeats unless the line branches there.
    pub preceded_by: Option<&'a Commitment>,
    /// Those that repeat it.
    pub repeated_by: Vec<&'a Commitment>,
    /// What was reported after it and before the next, with work that is older marked as such.
    pub reported: Vec<&'a Evidence>,
    /// What the instruments before it say of it, where it repeats none.
    pub before: Option<Elsewhere<'a>>,
    /// What the instruments after it say of it, where none repeats it itself.
    pub after: Option<Elsewhere<'a>>,
}

/// What the instruments before a commitment, or after it, say of it beside its own branch of the line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Elsewhere<'a> {
    /// Those of its line that stand in them, by another branch.
    pub repeated: Vec<&'a Commitment>,
    /// The places where they recall it, or another of its line.
    pub recalled: Vec<Citation>,
    /// They have been read and compared: none of its line stands in them.
    pub absent: Vec<&'a Document>,
    /// They have been read in part, and none of its line stands in that part.
    pub in_part: Vec<&'a Document>,
    /// They have been read, but not compared with its instrument.
    pub not_compared: Vec<&'a Document>,
}

/// The step from a commitment to the one that repeats it.
pub struct Passage<'a> {
    /// The earlier one.
    pub from: &'a Commitment,
    /// Where it leads: the later one, or where the line ends.
    pub to: Result<(&'a Commitment, &'a Repetition), Elsewhere<'a>>,
}

/// The lines of these commitments, one after the other, each whole and oldest first.
pub fn trace<'a>(commitments: &[&'a Commitment], dataset: &'a Dataset) -> Vec<Station<'a>> {
    let lines = Lineage::new(dataset);
    let mut found: Vec<(&'a Commitment, Vec<&'a Commitment>)> = Vec::new();
    for commitment in commitments {
        if !found.iter().flat_map(|(_, line)| line).any(|other| other.id == commitment.id) {
            found.push((commitment, lines.line(commitment)));
        }
    }
    let mut stations = Vec::new();
    for (at, (traced, line)) in found.iter().enumerate() {
        let station = |row| station((at + 1, traced), row, line, &lines, dataset);
        stations.extend((0..line.len()).map(station));
    }
    stations
}

/// The commitment at this place of a line.
fn station<'a>(
    (number, traced): (usize, &'a Commitment),
    row: usize,
    line: &[&'a Commitment],
    lines: &Lineage<'a>,
    dataset: &'a Dataset,
) -> Station<'a> {
    let commitment = line[row];
    let later = lines.later(commitment);
    let passed_on = |evidence: &Evidence| later.iter().any(|c| c.inherits(evidence, dataset));
    let inherited = commitment.inherited(dataset).into_iter().map(|(_, evidence)| evidence);
    let mut reported: Vec<&Evidence> = commitment.evidence.iter().chain(inherited).collect();
    reported.retain(|evidence| !passed_on(evidence));
    let begins = commitment.repeats.is_empty();
    let elsewhere = |after| elsewhere(commitment, line, after, dataset);
    Station {
        line: number,
        traced,
        commitment,
        standing: Standing::of(commitment, dataset),
        preceded_by: row.checked_sub(1).map(|row| line[row]),
        repeated_by: lines.repeated_by(commitment).to_vec(),
        reported,
        before: begins.then(|| elsewhere(false)),
        after: lines.is_end(commitment).then(|| elsewhere(true)),
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
        .filter_map(|document| Some((document, document.reading()?)))
        .collect();
    read.sort_by_key(|(document, _)| (document.date, &document.id));
    read
}

/// What the instruments after a commitment, or before it, say of its line.
fn elsewhere<'a>(
    commitment: &Commitment,
    line: &[&'a Commitment],
    after: bool,
    dataset: &'a Dataset,
) -> Elsewhere<'a> {
    let mut said = Elsewhere::default();
    // What stands in no instrument is as old as the document that states it.
    let stating = commitment.sources.iter().map(|source| &source.document);
    let own = commitment.instrument.iter().chain(stating).next().and_then(|id| dataset.get(id));
    let Some((own, made)) = own.and_then(|own| Some((own, own.date?))) else { return said };
    let is_wanted = |document: &Document| {
        let date = document.date;
        date.is_some_and(|date| if after { made.is_before(date) } else { date.is_before(made) })
    };
    let stands_in = |other: &Commitment| other.instrument.as_ref().and_then(|id| dataset.get(id));
    said.repeated = line.iter().copied().filter(|c| stands_in(c).is_some_and(is_wanted)).collect();
    if after && !said.repeated.is_empty() {
        // What comes after these stands at the last of them.
        return said;
    }
    for (document, coverage) in instruments_read(dataset) {
        if !is_wanted(document) || said.repeated.iter().any(|c| stands_in(c) == Some(document)) {
            continue;
        }
        let places = line.iter().flat_map(|other| &other.sources);
        let places: Vec<_> = places.filter(|place| place.document == document.id).collect();
        let (old, new) = if after { (own, document) } else { (document, own) };
        match dataset.comparison(&old.id, &new.id).filter(|_| !commitment.is_known_by_account()) {
            _ if !places.is_empty() => said.recalled.extend(places.into_iter().cloned()),
            None => said.not_compared.push(document),
            Some(_) if !coverage.is_whole() => said.in_part.push(document),
            Some(_) => said.absent.push(document),
        }
    }
    said
}
