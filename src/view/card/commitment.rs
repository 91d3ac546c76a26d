//! The card of a commitment.

use crate::model::{Commitment, Dataset, Document, Party, Standing, Vocabulary};

use super::super::commitment::{judged, status, tie};
use super::{Card, Carded, Line};

fn parties(dataset: &Dataset, parties: &[Party]) -> Vec<String> {
    parties.iter().map(|party| dataset.party_name(party).to_owned()).collect()
}

impl Carded for Commitment {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut card = Card::named(&self.external, &self.sources, dataset);
        card.ids(self);
        card.add("statement", [&self.statement]);
        card.add("force", [self.force.word()]);
        card.add("made_by", parties(dataset, &self.made_by));
        card.add("addressed_to", parties(dataset, &self.addressed_to));
        card.add("instrument", self.instrument.iter().map(|id| dataset.document_label(id)));
        card.add("instrument_paragraph", &self.instrument_paragraph);
        card.pillar(&self.pillar, self.filed_by);
        card.add("due", self.due);
        card.remark(self.remark.as_ref());
        let standing = Standing::of(self, dataset);
        card.cited("status", status(&standing), derived(&standing));
        card.cited("rule", standing.status.rule(), "derived".to_owned());
        for document in judged(self, &standing, dataset) {
            card.cited("order", self.order(document, dataset).why(), document.label().to_owned());
        }
        for evidence in &self.evidence {
            let reason = evidence.reason.as_ref().map_or(String::new(), |why| format!(": {why}"));
            let tie = tie(self, evidence, dataset);
            let place = dataset.cite(&evidence.citation());
            card.cited("evidence", format!("{} ({tie}){reason}", evidence.programme), place);
        }
        card.lines
    }
}

/// A status is never typed in: it follows from documents.
fn derived(standing: &Standing<'_>) -> String {
    match Document::labels(&standing.documents) {
        none if none.is_empty() => "derived".to_owned(),
        documents => format!("derived from {documents}"),
    }
}
