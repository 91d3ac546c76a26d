//! The card of a document.

use crate::model::{Citation, Dataset, Document, Vocabulary};

use super::super::cite::cite_all;
use super::{Card, Carded, Line};

impl Carded for Document {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut card = if self.sources.is_empty() {
            // A source that nobody cites: its own head says what it is.
            Card::new(&self.external, "the document itself".to_owned())
        } else {
            Card::named(&self.external, &self.sources, dataset)
        };
        card.ids(self);
        card.add("symbol", &self.symbol);
        card.add("other_symbols", &self.other_symbols);
        card.add("title", [&self.title]);
        card.add("aliases", &self.aliases);
        card.add("kind", [self.kind.word()]);
        card.add("body", self.body.iter().map(|body| dataset.agency_label(body)));
        card.add("session", self.session);
        card.add("date", self.date);
        if self.periodic {
            card.ours("periodic", "yes");
        }
        if let Some(paragraphs) = self.paragraphs {
            card.cited("paragraphs", paragraphs, "the document itself".to_owned());
        }
        for cited in &self.cited_as {
            let link = cited.link.as_ref().map_or(String::new(), |link| format!(", {link}"));
            let place = dataset.cite(&cited.citation());
            card.cited("cited_as", format!("{}{link}", cited.form), place);
        }
        card.remark(self.remark.as_ref());
        for section in &self.sections {
            let source = format!("{}, {}", self.label(), section.place());
            let pillar = section.pillar.as_ref().map_or(String::new(), |id| format!(" ({id})"));
            card.cited("heading", format!("{}{pillar}", section.heading), source);
        }
        for excuse in &self.excused {
            let here = Citation { document: self.id.clone(), paragraph: excuse.paragraph.clone() };
            card.cited("excused", &excuse.reason, dataset.cite(&here));
        }
        for programme in &dataset.records().programmes {
            for report in programme.reports.iter().filter(|r| r.document == self.id) {
                card.cited("programme", &programme.id, dataset.cite(&report.citation()));
            }
        }
        for commitment in &dataset.records().commitments {
            if commitment.instrument.as_ref() == Some(&self.id) {
                card.cited("commitment", &commitment.id, cite_all(dataset, &commitment.sources));
            }
            for source in commitment.sources.iter().filter(|s| s.document == self.id) {
                card.cited("states_commitment", &commitment.id, dataset.cite(source));
            }
        }
        card.lines
    }
}
