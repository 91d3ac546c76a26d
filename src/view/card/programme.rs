//! The card of a joint programme.

use crate::model::{Citation, Dataset, Programme, Report, Role, Vocabulary};

use super::{Card, Carded, Cell, Line};

impl Carded for Programme {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let sources: Vec<Citation> = self.reports.iter().map(Report::citation).collect();
        let mut card = Card::named(&self.external, &sources, dataset);
        card.ids(self);
        card.add("name", [&self.name]);
        card.add("acronym", &self.acronym);
        card.ours("kind", self.kind.word());
        card.pillar(&self.pillar, self.filed_by);
        for pillar in &self.second_pillars {
            card.ours("second_pillars", pillar);
        }
        if let Some(whole) = &self.part_of {
            card.add("part_of", [whole]);
        }
        if let Some(why) = self.sole_participant {
            card.ours("sole_participant", why.word());
        }
        card.add("aliases", &self.aliases);
        card.remark(self.remark.as_ref());
        for report in &self.reports {
            card.report(report, dataset);
        }
        for commitment in &dataset.records().commitments {
            for evidence in commitment.evidence.iter().filter(|e| e.programme == self.id) {
                let (link, id) = (evidence.link.word(), &commitment.id);
                let place = dataset.cite(&evidence.citation());
                card.cited("answers", format!("{id} ({link})"), place);
            }
        }
        card.lines
    }
}

impl Card<'_> {
    fn report(&mut self, report: &Report, dataset: &Dataset) {
        let source = dataset.cite(&report.citation());
        let mut say = |field, value: &str| self.cited(field, value, source.clone());
        say("summary", &report.summary);
        for role in Role::all() {
            let in_role = report.participants.iter().filter(|p| p.role == *role);
            let agencies = Cell::set(in_role.map(|p| dataset.agency_label(&p.agency))).to_string();
            if !agencies.is_empty() {
                say(role.word(), &agencies);
            }
        }
        for (field, list) in
            [("governments", &report.governments), ("countries", &report.countries)]
        {
            if !list.is_empty() {
                say(field, &Cell::set(list.iter().map(|country| country.name())).to_string());
            }
        }
        for (field, list) in [("regions", &report.regions), ("venues", &report.venues)] {
            if !list.is_empty() {
                say(field, &Cell::set(list.iter().map(ToString::to_string)).to_string());
            }
        }
        for figure in &report.figures {
            say("figures", &figure.to_string());
        }
        if let Some(date) = &report.date {
            say("date", &date.to_string());
        }
    }
}
