//! The card of an agency.

use crate::model::{Agency, Dataset, Party, Vocabulary};

use super::super::cite::cite_all;
use super::{Card, Carded, Line};

impl Carded for Agency {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut sources = self.sources.clone();
        for report in dataset.records().programmes.iter().flat_map(|p| &p.reports) {
            if report.participants.iter().any(|p| p.agency == self.id) {
                sources.push(report.citation());
            }
        }
        let mut card = Card::named(&self.external, &sources, dataset);
        card.ids(self);
        card.add("name", [&self.name]);
        card.add("acronym", &self.acronym);
        card.ours("kind", self.kind.word());
        card.add("parent", self.parent.iter().map(|parent| dataset.agency_label(parent)));
        for former in &self.former_names {
            let acronym = former.acronym.as_ref().map_or(String::new(), |a| format!(" ({a})"));
            let until = former.until.map_or(String::new(), |date| format!(", until {date}"));
            card.add("former_names", [format!("{}{acronym}{until}", former.name)]);
        }
        card.add("aliases", &self.aliases);
        card.add("website", &self.website);
        card.add("external_ids", self.external_ids.iati.iter().map(|id| format!("IATI {id}")));
        card.remark(self.remark.as_ref());
        for organ in &dataset.records().agencies {
            if organ.parent.as_ref() == Some(&self.id) {
                card.ours("has_part", organ.label());
            }
        }
        for programme in &dataset.records().programmes {
            for report in &programme.reports {
                for participant in report.participants.iter().filter(|p| p.agency == self.id) {
                    let source = dataset.cite(&report.citation());
                    card.cited(participant.role.word(), &programme.id, source);
                }
            }
        }
        for commitment in &dataset.records().commitments {
            let is_self = |party: &Party| *party == Party::Agency(self.id.clone());
            let source = || cite_all(dataset, &commitment.sources);
            if commitment.made_by.iter().any(is_self) {
                card.cited("made_commitment", &commitment.id, source());
            }
            if commitment.addressed_to.iter().any(is_self) {
                card.cited("addressed_by", &commitment.id, source());
            }
        }
        card.lines
    }
}
