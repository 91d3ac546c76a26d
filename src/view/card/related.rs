//! What other records say of a record, each line with its place.

use crate::model::{
    Agency, AnyRecord, Citation, Commitment, Dataset, Document, Fields, Kind, Party, Pillar,
    Programme, Report, Standing, Vocabulary,
};
use crate::query::not_read;

use super::super::cite::{cite_all, full};
use super::super::commitment::{earlier_work, judged, link, link_of, silent_in};
use super::{Card, EDITORS, PLANNED, as_kind, cited};

/// The places that name a record: its sources, its reports, and for an agency the reports of its programmes; with those
/// of the commitments that name or cite it.
pub(super) fn places(record: &dyn AnyRecord, fields: &Fields, dataset: &Dataset) -> Vec<Citation> {
    let own = cited(fields.items("sources")).chain(cited(fields.items("reports")));
    let agency: Option<&Agency> = as_kind(record, dataset);
    let names_it = |report: &&Report| {
        agency.is_some_and(|agency| report.participants.iter().any(|p| p.is(&agency.id)))
    };
    let programmes = dataset.records().programmes.iter();
    let reports = programmes.flat_map(|programme| &programme.reports).filter(names_it);
    let named = agency.and_then(|agency| dataset.agency_mentions().remove(&agency.id));
    let document: Option<&Document> = as_kind(record, dataset);
    let cited = document.and_then(|document| dataset.document_citations().remove(&document.id));
    let named = named.or(cited).unwrap_or_default();
    own.chain(reports.map(Report::citation)).chain(named).collect()
}

/// The commitments that are addressed to a record, where it is an agency.
pub(super) fn commitments_to<'a>(
    record: &'a dyn AnyRecord,
    dataset: &'a Dataset,
) -> impl Iterator<Item = &'a Commitment> {
    let is_it = |party: &Party| {
        record.kind() == Kind::Agency
            && party.agency().is_some_and(|id| id.as_str() == record.slug())
    };
    let commitments = dataset.records().commitments.iter();
    commitments.filter(move |commitment| commitment.addressed_to.iter().any(is_it))
}

/// Adds what the rest of the dataset says of the record.
pub(super) fn add(card: &mut Card<'_>, record: &dyn AnyRecord) {
    let (dataset, id) = (card.dataset, record.slug());
    for document in addresses(card, record) {
        if let Some(link) = document.link() {
            card.line("link", link, document.label());
        }
    }
    match record.kind() {
        Kind::Agency => dataset.find(id).map(|record| agency(card, record, dataset)),
        Kind::Pillar => dataset.find(id).map(|record| pillar(card, record, dataset)),
        Kind::Document => dataset.find(id).map(|record| document(card, record, dataset)),
        Kind::Programme => dataset.find(id).map(|record| programme(card, record, dataset)),
        Kind::Commitment => dataset.find(id).map(|record| commitment(card, record, dataset)),
    };
}

fn agency(card: &mut Card<'_>, agency: &Agency, dataset: &Dataset) {
    for part in &dataset.records().agencies {
        if part.parent.as_ref() == Some(&agency.id) {
            card.line("has_part", part.label(), EDITORS);
        }
    }
    for programme in &dataset.records().programmes {
        for report in &programme.reports {
            let planned = if report.planned { PLANNED } else { "" };
            for participant in &report.participants {
                let counted = match participant.through.as_ref() {
                    _ if participant.agency == agency.id => String::new(),
                    Some(office) if *office == agency.id => {
                        format!(" (counted as {}'s)", dataset.label_of(&participant.agency))
                    }
                    _ => continue,
                };
                let value = format!("{}{counted}{planned}", programme.id);
                card.line(participant.role.word(), value, dataset.cite(&report.citation()));
            }
        }
    }
    for commitment in &dataset.records().commitments {
        let is_self = |party: &Party| party.agency() == Some(&agency.id);
        let source = cite_all(dataset, &commitment.stated_in());
        if commitment.made_by.iter().any(is_self) {
            card.line("made_commitment", &commitment.id, source.clone());
        }
        if commitment.addressed_to.iter().any(is_self) {
            card.line("addressed_by", &commitment.id, source);
        }
    }
}

fn pillar(card: &mut Card<'_>, pillar: &Pillar, dataset: &Dataset) {
    let records = dataset.records();
    for document in &records.documents {
        for section in document.sections.iter().filter(|s| s.pillar.as_ref() == Some(&pillar.id)) {
            let source = format!("{}, {}", document.label(), section.place());
            card.line("heading", &section.heading, source);
        }
    }
    for programme in records.programmes.iter().filter(|p| p.pillar == pillar.id) {
        let sources: Vec<Citation> = programme.reports.iter().map(Report::citation).collect();
        card.line("programme", &programme.id, cite_all(dataset, &sources));
    }
    for commitment in records.commitments.iter().filter(|c| c.pillar == pillar.id) {
        card.line("commitment", &commitment.id, cite_all(dataset, &commitment.sources));
    }
}

/// The documents of which a record has the address: those that it cites, or the document itself.
fn addresses<'a>(card: &Card<'a>, record: &dyn AnyRecord) -> Vec<&'a Document> {
    let dataset = card.dataset;
    let cited = places(record, &record.fields(), dataset);
    let is_wanted = |document: &&Document| match record.kind() {
        Kind::Document => document.id.as_str() == record.slug(),
        _ => cited.iter().any(|citation| citation.document == document.id),
    };
    dataset.records().documents.iter().filter(is_wanted).collect()
}

fn document(card: &mut Card<'_>, document: &Document, dataset: &Dataset) {
    card.line("citation", full(document, dataset), "derived");
    for section in &document.sections {
        let source = format!("{}, {}", document.label(), section.place());
        let pillar = section.pillar.as_ref().map_or(String::new(), |id| format!(" ({id})"));
        card.line("heading", format!("{}{pillar}", section.heading), source);
    }
    if let Some(coverage) = &document.coverage {
        let has_read = !coverage.read.is_empty();
        card.line(
            "read",
            if has_read { coverage.read.join(", ") } else { "nothing".to_owned() },
            EDITORS,
        );
    }
    let is_read = dataset.documents_read().contains(&document.id);
    let whole = document.coverage.as_ref().map(|_| "nothing: it has been read in full");
    if let Some(what) = not_read(document, is_read).or(whole) {
        card.line("not_read", what, EDITORS);
    }
    if let Some(coverage) = &document.coverage {
        for comparison in &coverage.compared {
            let compared = super::super::comparison(comparison, dataset);
            card.line("compared", compared, EDITORS);
        }
        for excuse in &coverage.out_of_scope {
            let excused = format!("{}: {}", excuse.paragraphs.join(", "), excuse.reason);
            card.line("out_of_scope", excused, EDITORS);
        }
    }
    for programme in &dataset.records().programmes {
        for report in programme.reports.iter().filter(|r| r.document == document.id) {
            card.line("programme", &programme.id, dataset.cite(&report.citation()));
        }
    }
    for commitment in &dataset.records().commitments {
        if commitment.instrument.as_ref() == Some(&document.id) {
            card.line("commitment", &commitment.id, cite_all(dataset, &commitment.sources));
            continue;
        }
        for place in commitment.sources.iter().filter(|s| s.document == document.id) {
            let is_stated = commitment.stated_in().contains(place);
            let field = if is_stated { "states_commitment" } else { "cites_commitment" };
            card.line(field, &commitment.id, dataset.cite(place));
        }
    }
}

fn programme(card: &mut Card<'_>, programme: &Programme, dataset: &Dataset) {
    for commitment in &dataset.records().commitments {
        for evidence in commitment.evidence.iter().filter(|e| e.programme == programme.id) {
            let link = link(commitment, evidence, dataset);
            let value = format!("{} ({link})", commitment.id);
            card.line("answers", value, dataset.cite(&evidence.citation()));
        }
    }
}

fn commitment(card: &mut Card<'_>, commitment: &Commitment, dataset: &Dataset) {
    let stated = commitment.stated_in();
    for place in commitment.sources.iter().filter(|source| !stated.contains(source)) {
        card.line("cited_in", dataset.label_of(&place.document), dataset.cite(place));
    }
    let standing = Standing::of(commitment, dataset);
    // A status is never typed in: it follows from documents.
    let derived = match Document::labels(&standing.documents) {
        none if none.is_empty() => "derived".to_owned(),
        documents => format!("derived from {documents}"),
    };
    card.line("status", standing.status.word(), derived);
    for document in silent_in(&standing) {
        card.line("silent_in", document, document);
    }
    if let Some(earlier) = earlier_work(commitment, dataset) {
        card.line("earlier_work", earlier, EDITORS);
    }
    card.line("rule", standing.why(commitment, dataset), "derived");
    for document in judged(commitment, &standing, dataset) {
        card.line("order", commitment.timing(document, dataset).why(), document.label());
    }
    for evidence in &commitment.evidence {
        let reason = evidence.reason.as_ref().map_or(String::new(), |why| format!(": {why}"));
        let link = link(commitment, evidence, dataset);
        let value = format!("{} ({link}){reason}", evidence.programme);
        card.line("evidence", value, dataset.cite(&evidence.citation()));
    }
    for (earlier, evidence) in commitment.inherited(dataset) {
        let text = format!("{} ({})", evidence.programme, link_of(earlier, evidence));
        card.line("evidence_for_earlier", text, dataset.cite(&evidence.citation()));
    }
}
