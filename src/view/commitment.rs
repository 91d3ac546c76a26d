//! The columns of commitments.

use crate::model::{
    Commitment, Dataset, Document, Evidence, Party, Repetition, Standing, Status, Vocabulary,
};

use crate::query::FoundCommitment;

use super::{Cell, Column};

/// The status in a word; one of silence names the documents that are silent.
pub fn status(standing: &Standing<'_>) -> String {
    let word = standing.status.word();
    match standing.status {
        Status::NotReported => format!("{word} in {}", Document::labels(&standing.documents)),
        _ => word.to_owned(),
    }
}

/// Who links the evidence to the commitment, whether it counts for the status, and whether it completes it.
pub fn link(commitment: &Commitment, evidence: &Evidence, dataset: &Dataset) -> String {
    let word = evidence.link.word();
    let document = dataset.get(&evidence.document);
    let counts = document.is_some_and(|document| commitment.is_before(document, dataset));
    let remark = match (counts, evidence.completes) {
        _ if evidence.earlier => ", not counted: the work is older than the commitment",
        (false, _) => ", not counted: not after the commitment",
        (true, true) if evidence.says_completed() => ", completes it",
        (true, true) => ", does not complete it: only a source can say so",
        (true, false) => "",
    };
    format!("{word}{remark}")
}

/// The documents of which it matters whether they come after the commitment, in the order of the dataset:
/// those on which its status rests, and those that state it or carry evidence.
pub fn judged<'a>(
    commitment: &Commitment,
    standing: &Standing<'_>,
    dataset: &'a Dataset,
) -> Vec<&'a Document> {
    let matters = |document: &&Document| {
        standing.documents.iter().any(|rests_on| rests_on.id == document.id)
            || commitment.sources.iter().any(|source| source.document == document.id)
            || commitment.evidence.iter().any(|evidence| evidence.document == document.id)
    };
    dataset.records().documents.iter().filter(matters).collect()
}

fn parties(parties: &[Party], dataset: &Dataset) -> Cell {
    Cell::set(parties.iter().map(|party| dataset.party_name(party)))
}

/// The evidence of a commitment, in the order of its places.
fn evidence(row: &FoundCommitment<'_>, dataset: &Dataset) -> Cell {
    let mut evidence: Vec<&Evidence> = row.commitment.evidence.iter().collect();
    evidence.sort_by_cached_key(|e| {
        let place = e.citation();
        (dataset.document_label(&e.document), place.order(), &e.programme)
    });
    let line = |e: &Evidence| {
        let link = link(row.commitment, e, dataset);
        format!("{}: {} ({link})", dataset.cite(&e.citation()), e.programme)
    };
    Cell::List(evidence.into_iter().map(line).collect())
}

/// An earlier commitment with what became of it: `id (widened: …)`.
pub fn repetition(repeated: &Repetition) -> String {
    let how = repeated.how.as_ref().map_or(String::new(), |how| format!(": {how}"));
    format!("{} ({}{how})", repeated.commitment, repeated.change.word())
}

/// The columns of commitments.
pub fn commitments<'a>() -> Vec<Column<FoundCommitment<'a>>> {
    vec![
        Column::main("id", 1, |row, _| Cell::Text(row.commitment.id.to_string())),
        Column::main("statement", 0, |row, _| Cell::Text(row.commitment.statement.to_string())),
        Column::main("force", 5, |row, _| Cell::Text(row.commitment.force.word().to_owned())),
        Column::main("made_by", 2, |row, dataset| parties(&row.commitment.made_by, dataset)),
        Column::main("addressed_to", 3, |row, dataset| {
            parties(&row.commitment.addressed_to, dataset)
        }),
        Column::main("instrument", 6, |row, dataset| {
            let instrument = row.commitment.instrument.as_ref();
            Cell::maybe(instrument.map(|document| dataset.document_label(document)))
        }),
        Column::data("instrument_paragraph", |row, _| {
            Cell::maybe(row.commitment.instrument_paragraph.as_ref())
        }),
        Column::main("sources", 0, |row, dataset| {
            super::citations(dataset, &row.commitment.sources)
        }),
        Column::data("pillar", |row, _| Cell::Text(row.commitment.pillar.to_string())),
        Column::data("due", |row, _| Cell::maybe(row.commitment.due)),
        Column::main("status", 0, |row, _| Cell::Text(status(&row.standing))),
        Column::main("evidence", 7, evidence),
        Column::main("last_reported", 4, |row, _| {
            let last = row.standing.last_reported;
            Cell::maybe(last.map(|document| {
                document.date.map_or_else(|| document.label().to_owned(), |date| date.to_string())
            }))
        }),
        Column::data("repeats", |row, _| {
            Cell::List(row.commitment.repeats.iter().map(repetition).collect())
        }),
        Column::data("untracked", |row, _| {
            Cell::maybe(row.commitment.untracked.map(Vocabulary::word))
        }),
        Column::data("filed_by", |row, _| Cell::Text(row.commitment.filed_by.word().to_owned())),
        Column::data("remark", |row, _| Cell::maybe(row.commitment.remark.as_ref())),
        Column::data("external", |row, _| super::external(&row.commitment.external)),
    ]
}
