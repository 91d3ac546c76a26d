//! Agencies that a document names in coordination only, or in one activity.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Document, Id, Programme, ProgrammeKind};

use super::{Edition, Gap, GapKind, reports};

/// In what a document reports an agency as taking part.
#[derive(Default)]
struct Part<'a> {
    mechanisms: Vec<&'a Programme>,
    activities: Vec<&'a Programme>,
}

impl<'a> Edition<'a> {
    /// Agencies that the document names in a coordination mechanism alone; then those that it names in one
    /// other activity.
    pub(super) fn agencies(&self, found: &mut Vec<Gap<'a>>) {
        let parts = self.parts(self.document);
        let mut once = Vec::new();
        for agency in &self.dataset.records().agencies {
            match parts.get(&agency.id) {
                Some(part) if part.activities.is_empty() => found.push(self.member(agency, part)),
                Some(part) if part.activities.len() == 1 => once.push(self.once(agency, part)),
                _ => {}
            }
        }
        found.extend(once);
    }

    fn member(&self, agency: &'a Agency, part: &Part<'a>) -> Gap<'a> {
        let tells = |document: &Document| {
            self.parts(document).get(&agency.id).is_some_and(|part| !part.activities.is_empty())
        };
        let reason = format!(
            "named in {}, not in any other activity that is reported in {}",
            ids(&part.mechanisms),
            self.document.label()
        );
        Gap {
            since: self.last_edition(tells).and_then(|document| document.date),
            ..self.about(GapKind::MemberNotReported, agency, &part.mechanisms, reason)
        }
    }

    fn once(&self, agency: &'a Agency, part: &Part<'a>) -> Gap<'a> {
        let beside = match part.mechanisms.as_slice() {
            [] => String::new(),
            mechanisms => format!(", coordination aside ({})", ids(mechanisms)),
        };
        let this = self.document.label();
        let reason =
            format!("named in one activity reported in {this}: {}{beside}", ids(&part.activities));
        self.about(GapKind::OneActivityReported, agency, &part.activities, reason)
    }

    /// A gap about an agency that rests on these programmes.
    fn about(
        &self,
        gap: GapKind,
        agency: &'a Agency,
        programmes: &[&'a Programme],
        reason: String,
    ) -> Gap<'a> {
        let reports = programmes.iter().flat_map(|programme| reports(programme, self.document));
        let naming = reports.filter(|r| r.participants.iter().any(|p| p.agency == agency.id));
        Gap {
            sources: naming.map(|report| self.dataset.cite(&report.citation())).collect(),
            pillars: programmes.iter().map(|programme| &programme.pillar).collect(),
            agencies: vec![&agency.id],
            ..self.gap(gap, agency, reason)
        }
    }

    /// In what the document reports each agency as taking part.
    fn parts(&self, document: &Document) -> BTreeMap<&'a Id<Agency>, Part<'a>> {
        let mut parts: BTreeMap<_, Part<'_>> = BTreeMap::new();
        for programme in &self.dataset.records().programmes {
            let participants = reports(programme, document).flat_map(|report| &report.participants);
            let agencies: BTreeSet<_> = participants.map(|part| &part.agency).collect();
            for agency in agencies {
                let part = parts.entry(agency).or_default();
                match programme.kind {
                    ProgrammeKind::CoordinationMechanism => part.mechanisms.push(programme),
                    _ => part.activities.push(programme),
                }
            }
        }
        parts
    }
}

fn ids(programmes: &[&Programme]) -> String {
    let ids: Vec<&str> = programmes.iter().map(|programme| programme.id.as_str()).collect();
    ids.join(", ")
}
