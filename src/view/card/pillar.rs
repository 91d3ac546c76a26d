//! The card of a policy pillar.

use crate::model::{Citation, Dataset, Pillar, Report};

use super::super::cite::cite_all;
use super::{Card, Carded, Line};

impl Carded for Pillar {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut card = Card::new(&self.external, String::new());
        card.ids(self);
        card.add("number", [self.number]);
        card.add("name", [&self.name]);
        card.add("aliases", &self.aliases);
        card.add("remark", &self.remark);
        for document in &dataset.records().documents {
            for section in document.sections.iter().filter(|s| s.pillar.as_ref() == Some(&self.id))
            {
                let source = format!("{}, {}", document.label(), section.place());
                card.cited("heading", &section.heading, source);
            }
        }
        for programme in dataset.records().programmes.iter().filter(|p| p.pillar == self.id) {
            let sources: Vec<Citation> = programme.reports.iter().map(Report::citation).collect();
            card.cited("programme", &programme.id, cite_all(dataset, &sources));
        }
        for commitment in dataset.records().commitments.iter().filter(|c| c.pillar == self.id) {
            card.cited("commitment", &commitment.id, cite_all(dataset, &commitment.sources));
        }
        card.lines
    }
}
