//! The columns of commitments.

use std::collections::BTreeSet;

use crate::model::{
    Citation, Commitment, Dataset, Document, Evidence, Party, Repetition, Standing, Status,
    Vocabulary, counted,
};

use crate::query::FoundCommitment;

use super::cite::cite_all;
use super::{Cell, Column};

/// The documents that are silent, if the status is `not-reported`.
pub fn silent_in<'s>(standing: &'s Standing<'_>) -> impl Iterator<Item = &'s str> {
    let silent = standing.status == Status::NotReported;
    standing.documents.iter().filter(move |_| silent).map(|document| document.label())
}

/// What is reported but older than the commitment, in a sentence with its places; nothing where there is none.
pub fn earlier_work(commitment: &Commitment, dataset: &Dataset) -> Option<String> {
    let earlier = || commitment.evidence.iter().filter(|evidence| evidence.earlier);
    let programmes: BTreeSet<_> = earlier().map(|evidence| &evidence.programme).collect();
    let places: Vec<Citation> = earlier().map(Evidence::citation).collect();
    let places = cite_all(dataset, &places);
    let reported = counted(programmes.len(), "programme");
    (!programmes.is_empty())
        .then(|| format!("{reported} reported, considered to predate the commitment: {places}"))
}

/// Who links the evidence to the commitment, whether it counts for the status, and whether it completes it.
pub fn link(commitment: &Commitment, evidence: &Evidence, dataset: &Dataset) -> String {
    let word = evidence.link.word();
    let document = dataset.get(&evidence.document);
    let counts = document.is_some_and(|document| commitment.is_before(document, dataset));
    let remark = match (counts, evidence.completes) {
        _ if evidence.earlier => ", not counted: the work is considered to predate the commitment",
        (false, _) => ", not counted: not after the commitment",
        _ if evidence.is_planned(dataset) => ", not counted: it is planned",
        (true, true) if evidence.says_completed() => ", completes it",
        (true, true) => ", does not complete it: only a source can say that",
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

pub(super) fn parties(parties: &[Party], dataset: &Dataset) -> Cell {
    Cell::set(parties.iter().map(|party| dataset.party_name(party)))
}

/// Evidence for an earlier commitment that answers this one too: who links it, and under which it stands.
pub fn link_of(earlier: &Commitment, evidence: &Evidence) -> String {
    format!("{}, through the earlier {}", evidence.link.word(), earlier.id)
}

/// The evidence of a commitment, in the order of its places, and then that of earlier ones which answers it too; older
/// work stands elsewhere.
fn evidence(row: &FoundCommitment<'_>, dataset: &Dataset) -> Cell {
    let mut evidence: Vec<&Evidence> =
        row.commitment.evidence.iter().filter(|evidence| !evidence.earlier).collect();
    evidence.sort_by_cached_key(|e| {
        let place = e.citation();
        (dataset.label_of(&e.document), place.order(), &e.programme)
    });
    let line = |e: &Evidence, link: String| {
        format!("{}: {} ({link})", dataset.cite(&e.citation()), e.programme)
    };
    let own = evidence.into_iter().map(|e| line(e, link(row.commitment, e, dataset)));
    let inherited = row.commitment.inherited(dataset).into_iter();
    let inherited = inherited.map(|(earlier, e)| line(e, link_of(earlier, e)));
    Cell::list(own.chain(inherited))
}

/// What answered the earlier commitments that it repeats, but not this one.
fn answered_earlier(row: &FoundCommitment<'_>, dataset: &Dataset) -> Cell {
    let mut lines = Vec::new();
    for earlier in row.commitment.earlier(dataset) {
        let answers = earlier.evidence.iter().filter(|evidence| {
            let document = dataset.get(&evidence.document);
            let answered = document.is_some_and(|document| earlier.is_before(document, dataset));
            answered && !evidence.earlier && !row.commitment.inherits(evidence, dataset)
        });
        let answer = |e: &Evidence| {
            format!("{}: {} (of {})", dataset.cite(&e.citation()), e.programme, earlier.id)
        };
        lines.extend(answers.map(answer));
    }
    Cell::List(lines)
}

/// An earlier commitment with what became of it: `id (widened: …)`.
pub fn repetition(repeated: &Repetition) -> String {
    let how = repeated.how.as_ref().map_or(String::new(), |how| format!(": {how}"));
    format!("{} ({}{how})", repeated.commitment, repeated.change.word())
}

/// The columns of commitments.
pub fn commitments<'a>() -> Vec<Column<FoundCommitment<'a>>> {
    vec![
        Column::main("id", 3, |row, _| Cell::text(&row.commitment.id)),
        Column::main("statement", 0, |row, _| Cell::text(&row.commitment.statement)),
        Column::main("force", 2, |row, _| Cell::text(row.commitment.force.word())),
        Column::data("made_by", |row, dataset| parties(&row.commitment.made_by, dataset)),
        Column::main("addressed_to", 1, |row, dataset| {
            parties(&row.commitment.addressed_to, dataset)
        }),
        Column::main("instrument", 1, |row, dataset| {
            let instrument = row.commitment.instrument.as_ref();
            Cell::maybe(instrument.map(|document| dataset.label_of(document)))
        }),
        Column::main("instrument_paragraph", 1, |row, _| {
            Cell::maybe(row.commitment.instrument_paragraph.as_ref())
        }),
        Column::data("sources", |row, dataset| super::citations(dataset, &row.commitment.sources)),
        Column::data("links", |row, dataset| super::links(dataset, &row.commitment.sources)),
        Column::data("date", |row, dataset| Cell::maybe(row.commitment.made_on(dataset))),
        Column::data("pillar", |row, _| Cell::text(&row.commitment.pillar)),
        Column::data("due", |row, _| Cell::maybe(row.commitment.due)),
        Column::main("status", 1, |row, _| Cell::text(row.standing.status.word())),
        Column::main("silent_in", 6, |row, _| Cell::list(silent_in(&row.standing))),
        Column::data("reason", |row, dataset| {
            Cell::Text(row.standing.why(row.commitment, dataset))
        }),
        Column::data("evidence", evidence),
        Column::data("evidence_link", |row, _| {
            Cell::maybe(row.standing.link.map(Vocabulary::word))
        }),
        Column::data("reported_elsewhere", |row, _| {
            Cell::maybe(row.commitment.reported_elsewhere.as_ref())
        }),
        Column::main("earlier_work", 5, |row, dataset| {
            Cell::maybe(earlier_work(row.commitment, dataset))
        }),
        Column::data("last_document", |row, _| {
            Cell::maybe(row.standing.last_document.map(Document::label))
        }),
        Column::data("last_document_date", |row, _| {
            Cell::maybe(row.standing.last_document.and_then(|document| document.date))
        }),
        Column::data("repeats", |row, _| Cell::list(row.commitment.repeats.iter().map(repetition))),
        Column::data("answered_earlier", answered_earlier),
        Column::data("untracked", |row, _| {
            Cell::maybe(row.commitment.untracked.map(Vocabulary::word))
        }),
        Column::data("filed_by", |row, _| Cell::text(row.commitment.filed_by.word())),
        Column::data("remark", |row, _| Cell::maybe(row.commitment.remark.as_ref())),
        Column::data("external", |row, _| super::external(&row.commitment.external)),
    ]
}
