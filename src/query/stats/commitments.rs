//! Counts of commitments.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Dataset, Excuse, FiledBy, Force, ForceClass, Link, Party, Status, Vocabulary, fold, vocabulary,
};

use super::super::{FoundCommitment, Statistic};

vocabulary! {
    /// What commitments can be counted by.
    pub enum CommitmentDimension {
        /// How binding they are.
        Force,
        /// The instruments in which they stand.
        Instrument,
        /// Those who are to act or are called upon.
        Addressee,
        /// The pillar that they are filed under.
        Pillar,
        /// Where they stand.
        Status,
    }
}

/// How many of these commitments have each status, with who ties the reports to them, and each force, in the order
/// of strength.
pub fn commitment_figures(found: &[FoundCommitment<'_>]) -> Vec<Statistic> {
    let figure = |label: String, rows: &[&FoundCommitment<'_>], note| Statistic {
        label,
        count: rows.len(),
        of: Some(found.len()),
        note,
    };
    let having = |holds: &dyn Fn(&FoundCommitment<'_>) -> bool| -> Vec<&FoundCommitment<'_>> {
        found.iter().filter(|row| holds(row)).collect()
    };
    let mut figures = Vec::new();
    for status in Status::all() {
        let rows = having(&|row| row.standing.status == *status);
        let note = match status {
            Status::Completed => Some(COMPLETED.to_owned()),
            _ => status_note(&rows),
        };
        let label = format!("commitments {}", status.word());
        figures.push(figure(label.clone(), &rows, note));
        for (link, words) in LINKS.iter().filter(|_| *status == Status::Reported) {
            let linked: Vec<_> =
                rows.iter().copied().filter(|row| row.standing.link == Some(*link)).collect();
            figures.push(figure(format!("{label}, {words}"), &linked, None));
        }
    }
    for class in ForceClass::ALL {
        let rows = having(&|row| row.commitment.force.class() == class);
        if !rows.is_empty() {
            figures.push(figure(class.words(rows.len()).to_owned(), &rows, None));
        }
    }
    for force in Force::all() {
        let rows = having(&|row| row.commitment.force == *force);
        if !rows.is_empty() {
            figures.push(figure(format!("force: {}", force.word()), &rows, None));
        }
    }
    figures
}

/// The note on the number of completed commitments.
const COMPLETED: &str = "a later document says that they were carried out; most documents report work without \
 saying whether it is complete";

/// Who made the link, in words.
const LINKS: [(Link, &str); 2] =
    [(Link::Stated, "linked by the source"), (Link::Linked, "linked only by the editors")];

/// What the status of these commitments, which all have the same, is based on.
fn status_note(rows: &[&FoundCommitment<'_>]) -> Option<String> {
    let status = rows.first()?.standing.status;
    let parts: Vec<(usize, &str)> = match status {
        Status::Reported => {
            let linked = |link| rows.iter().filter(|row| row.standing.link == Some(link)).count();
            let inherited = rows.iter().filter(|row| !row.standing.inherited.is_empty()).count();
            let mut parts = LINKS.map(|(link, words)| (linked(link), words)).to_vec();
            parts.push((
                inherited,
                "through a report on an earlier text that they repeat (included above)",
            ));
            parts
        }
        Status::NoLaterSource => {
            let excuse = |row: &&FoundCommitment<'_>| Some(row.standing.excused.first()?.0);
            let excuses: Vec<Option<Excuse>> = rows.iter().map(excuse).collect();
            let count = |holds: fn(&Option<Excuse>) -> bool| {
                excuses.iter().filter(|excuse| holds(excuse)).count()
            };
            vec![
                (count(|excuse| excuse.is_none()), status.rule()),
                (
                    count(|excuse| matches!(excuse, Some(Excuse::StatesAlone))),
                    "for Member States to carry out; the notes report what organisations do",
                ),
                (
                    count(|excuse| matches!(excuse, Some(Excuse::NotDue(_)))),
                    "not due before the later periodic reports",
                ),
                (
                    count(|excuse| matches!(excuse, Some(Excuse::Elsewhere))),
                    "outside the scope of the periodic reports",
                ),
            ]
        }
        status => return Some(status.rule().to_owned()),
    };
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, words)| format!("{count}: {words}")).collect();
    Some(parts.join("; "))
}

/// Who filed these commitments under their pillar, where not only their sources did.
fn filing_note(rows: &[&FoundCommitment<'_>]) -> Option<String> {
    let is_ours = |row: &&&FoundCommitment<'_>| row.commitment.filed_by == FiledBy::Editors;
    match rows.iter().filter(is_ours).count() {
        0 => None,
        all if all == rows.len() => Some("filed by the editors".to_owned()),
        some => {
            let others = if rows.len() - some == 1 { "other" } else { "others" };
            Some(format!("{some} filed by the editors, the {others} by a heading"))
        }
    }
}

/// How much of their instrument has been read, where it is not the whole.
fn reading_note(rows: &[&FoundCommitment<'_>], dataset: &Dataset) -> Option<String> {
    let instrument = dataset.get(rows.first()?.commitment.instrument.as_ref()?)?;
    let by_account = rows.iter().filter(|row| row.commitment.is_known_by_account()).count();
    match instrument.reading() {
        None => Some("not read; known only from other documents".to_owned()),
        Some(coverage) if coverage.is_whole() => None,
        Some(_) if by_account > 0 => {
            Some(format!("read in part; {by_account} known only from another document"))
        }
        Some(_) => Some("read in part".to_owned()),
    }
}

/// Where these commitments are stated, which stand in no instrument.
fn stated_note(rows: &[&FoundCommitment<'_>], dataset: &Dataset) -> String {
    let sources = rows.iter().flat_map(|row| &row.commitment.sources);
    let labels: BTreeSet<&str> = sources.map(|source| dataset.label_of(&source.document)).collect();
    let labels: Vec<&str> = labels.into_iter().collect();
    format!("in no instrument: stated only in {}", labels.join(", "))
}

/// Counts commitments: by force in the order of strength, by instrument oldest first, by pillar in the order of their
/// numbers, by others those with most first; what is not stated last.
pub fn commitment_counts(
    found: &[FoundCommitment<'_>],
    by: CommitmentDimension,
    dataset: &Dataset,
) -> Vec<Statistic> {
    let mut having: BTreeMap<(String, String), Vec<&FoundCommitment<'_>>> = BTreeMap::new();
    for row in found {
        for value in values(row, by, dataset) {
            having.entry(value).or_default().push(row);
        }
    }
    let mut having: Vec<_> = having.into_iter().collect();
    if matches!(by, CommitmentDimension::Addressee) {
        having.sort_by_key(|((order, _), rows)| (order == NOT_STATED, usize::MAX - rows.len()));
    }
    let count = |((order, label), rows): ((String, String), Vec<&FoundCommitment<'_>>)| {
        let note = match by {
            CommitmentDimension::Status => status_note(&rows),
            CommitmentDimension::Pillar => filing_note(&rows),
            CommitmentDimension::Instrument if order == NOT_STATED => {
                Some(stated_note(&rows, dataset))
            }
            CommitmentDimension::Instrument => reading_note(&rows, dataset),
            CommitmentDimension::Force | CommitmentDimension::Addressee => None,
        };
        Statistic { label, count: rows.len(), of: Some(found.len()), note }
    };
    having.into_iter().map(count).collect()
}

/// Comes after every other key.
const NOT_STATED: &str = "\u{10ffff}";

/// The values of a commitment, each with what it is put in order by.
fn values(
    row: &FoundCommitment<'_>,
    by: CommitmentDimension,
    dataset: &Dataset,
) -> Vec<(String, String)> {
    let commitment = row.commitment;
    let numbered = |number: usize, label: &str| vec![(format!("{number:04}"), label.to_owned())];
    let mut values = match by {
        CommitmentDimension::Force => numbered(commitment.force as usize, commitment.force.word()),
        CommitmentDimension::Status => {
            numbered(row.standing.status as usize, row.standing.status.word())
        }
        CommitmentDimension::Pillar => {
            let pillar = dataset.get(&commitment.pillar);
            let number = pillar.map_or(usize::MAX, |pillar| pillar.number.into());
            numbered(number, commitment.pillar.as_str())
        }
        CommitmentDimension::Instrument => commitment
            .instrument
            .iter()
            .map(|id| {
                let date = dataset.get(id).and_then(|document| document.date);
                let date = date.map_or_else(String::new, |date| date.to_string());
                (format!("{date} {id}"), dataset.label_of(id).to_owned())
            })
            .collect(),
        CommitmentDimension::Addressee => {
            let party = |party: &Party| {
                let name = dataset.party_name(party).to_owned();
                (format!("{} {}", fold(&name), party.as_str()), name)
            };
            commitment.addressed_to.iter().map(party).collect()
        }
    };
    if values.is_empty() {
        let label = match (by, commitment.force.class()) {
            (CommitmentDimension::Addressee, ForceClass::Pledge | ForceClass::Plan) => {
                "no addressee: those who made it are to act"
            }
            (CommitmentDimension::Addressee, _) => {
                "no addressee: the text does not say who is to act"
            }
            _ => "not stated",
        };
        values.push((NOT_STATED.to_owned(), label.to_owned()));
    }
    values.sort();
    values.dedup();
    values
}
