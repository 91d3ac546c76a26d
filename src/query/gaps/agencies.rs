//! Agencies that documents no longer name, or name only in coordination.

use std::collections::BTreeSet;

use crate::model::{Agency, Document, Programme, Report};

use super::editions::Editions;
use super::{Gap, GapKind, is_older, reports};

impl<'a> Editions<'a> {
    /// Agencies that a document names in nothing though an earlier one did, or in a coordination
    /// mechanism alone.
    pub(super) fn agencies(&self, found: &mut Vec<Gap<'a>>) {
        for agency in &self.dataset.records().agencies {
            found.extend(self.absent(agency));
            found.extend(self.member(agency));
        }
    }

    /// How many activities the document names the agency in; nothing where it does not name it at all.
    fn activities(&self, document: &Document, agency: &Agency) -> Option<usize> {
        self.part(document, agency).map(|part| part.activities.len())
    }

    fn absent(&self, agency: &'a Agency) -> Option<Gap<'a>> {
        let activities = |document: &Document| self.activities(document, agency);
        let active = |document: &Document| activities(document).is_some_and(|count| count > 0);
        let first = self.first(active)?;
        let is_silent =
            |document: &Document| !self.is_named(document, agency) && is_older(first, document);
        let silent = self.silent(is_silent, |document| activities(document).is_some());
        let last = self.last(silent.last()?, |document| activities(document).is_some())?;
        let part = self.part(last, agency)?;
        let programmes = [&part.activities[..], &part.mechanisms].concat();
        let reason = format!(
            "last reported in {}, in {}; not named in any activity in {}",
            last.label_and_date(),
            ids(&programmes),
            Document::labels(&silent)
        );
        let gap = Gap::new(GapKind::AgencyNotReported, agency, silent, reason);
        Some(self.resting(Gap { since: last.date, ..gap }, agency, &programmes, &[last]))
    }

    fn member(&self, agency: &'a Agency) -> Option<Gap<'a>> {
        let active =
            |document: &Document| self.activities(document, agency).is_some_and(|count| count > 0);
        let silent = self.silent(|document| self.activities(document, agency) == Some(0), active);
        let last = silent.last()?;
        let mechanisms = self.mechanisms(agency, &silent);
        let reason = format!(
            "involved in {}; no other activity is reported in {}",
            ids(&mechanisms),
            Document::labels(&silent)
        );
        let since = self.last(last, active).and_then(|document| document.date);
        let gap = Gap::new(GapKind::NoOtherActivity, agency, silent.clone(), reason);
        Some(self.resting(Gap { since, ..gap }, agency, &mechanisms, &silent))
    }

    /// A gap about an agency that rests on what these documents say of these programmes.
    fn resting(
        &self,
        gap: Gap<'a>,
        agency: &'a Agency,
        programmes: &[&'a Programme],
        documents: &[&Document],
    ) -> Gap<'a> {
        let reports = programmes.iter().flat_map(|programme| reports(programme, documents));
        let naming = reports.filter(|r| r.participants.iter().any(|p| p.agency == agency.id));
        Gap {
            sources: self.cite(naming.map(Report::citation)),
            pillars: programmes.iter().map(|programme| &programme.pillar).collect(),
            agencies: vec![&agency.id],
            ..gap
        }
    }

    /// The mechanisms in which these documents report it as taking part, each once.
    fn mechanisms(&self, agency: &Agency, documents: &[&Document]) -> Vec<&'a Programme> {
        let parts = documents.iter().filter_map(|document| self.part(document, agency));
        let mut seen = BTreeSet::new();
        let mut all: Vec<&'a Programme> =
            parts.flat_map(|part| &part.mechanisms).copied().collect();
        all.retain(|programme| seen.insert(&programme.id));
        all
    }
}

fn ids(programmes: &[&Programme]) -> String {
    let ids: Vec<&str> = programmes.iter().map(|programme| programme.id.as_str()).collect();
    ids.join(", ")
}
