//! Filters on agencies.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, AgencyKind, Citation, Dataset, Document, Id, Programme, Report, Role};

use super::{Every, FoundProgramme, ProgrammeFilter, Words};

/// What is asked of an agency. Fields that ask nothing are empty.
///
/// Pillars, documents, programmes and roles choose what counts: the programmes of an agency are those among
/// them in which it takes part, its sources are the reports that say so, and what it shares is among these.
/// Places that name it otherwise count as long as nothing, or the document alone, is chosen.
#[derive(Debug, Clone, Default)]
pub struct AgencyFilter {
    /// Agencies that it works with: each group in one and the same programme and document.
    pub with: Every<Id<Agency>>,
    /// Kinds.
    pub kinds: Every<AgencyKind>,
    /// The programmes that it takes part in: pillar and document, and in which role.
    pub scope: ProgrammeFilter,
    /// Programmes in which it takes part, with those of `with` if there are any.
    pub programmes: Every<Id<Programme>>,
    /// Words that must all occur.
    pub search: Words,
}

/// An agency that was found, with what was asked of it.
#[derive(Debug, Clone)]
pub struct FoundAgency<'a> {
    /// The agency.
    pub agency: &'a Agency,
    /// The programmes asked about in which it takes part, in the order of the dataset.
    pub programmes: Vec<&'a Programme>,
    /// Where the documents asked about name it.
    pub sources: Vec<Citation>,
    /// Those of the programmes in which it works with the agencies named by `with`.
    pub shared: Vec<&'a Programme>,
    /// The roles asked about that it has in the programmes, or in the shared ones where `with` names any.
    roles: BTreeSet<Role>,
}

impl AgencyFilter {
    /// The agencies that match, in the order of the dataset.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<FoundAgency<'a>> {
        let mut found = self.all(dataset);
        // An agency may match `--pillar A --pillar B` with one programme under each: what is asked of its
        // programmes together is asked in `holds`, when they are all known.
        let scope = ProgrammeFilter {
            pillars: self.scope.pillars.alternatives(),
            documents: self.scope.documents.alternatives(),
            roles: self.scope.roles.alternatives(),
            ..self.scope.clone()
        };
        let asked = |id: &Id<Programme>| self.programmes.admit(|wanted| wanted == id);
        for programme in scope.find(dataset) {
            if asked(&programme.programme.id) {
                self.take_part(&programme, &mut found);
            }
        }
        let agencies = dataset.records().agencies.iter();
        agencies
            .filter_map(|agency| found.remove(&agency.id))
            .filter(|f| self.holds(f, dataset))
            .collect()
    }

    /// Every agency, as yet without programmes.
    fn all<'a>(&self, dataset: &'a Dataset) -> BTreeMap<&'a Id<Agency>, FoundAgency<'a>> {
        let found = |agency: &'a Agency| {
            let counts = |source: &&Citation| self.in_documents(&source.document);
            let sources = if self.counts_mentions() {
                agency.sources.iter().filter(counts).cloned().collect()
            } else {
                Vec::new()
            };
            let (programmes, shared, roles) = (Vec::new(), Vec::new(), BTreeSet::new());
            (&agency.id, FoundAgency { agency, programmes, sources, shared, roles })
        };
        dataset.records().agencies.iter().map(found).collect()
    }

    /// Whether it counts where an agency is named otherwise than as one that takes part.
    fn counts_mentions(&self) -> bool {
        self.scope.pillars.is_empty() && self.programmes.is_empty() && self.scope.roles.is_empty()
    }

    fn in_documents(&self, document: &Id<Document>) -> bool {
        self.scope.documents.admit(|id| id == document)
    }

    fn take_part<'a>(
        &self,
        in_programme: &FoundProgramme<'a>,
        found: &mut BTreeMap<&'a Id<Agency>, FoundAgency<'a>>,
    ) {
        let groups = in_programme.groups();
        let mut agencies: Vec<&Id<Agency>> = groups.iter().flatten().copied().collect();
        agencies.sort();
        agencies.dedup();
        for id in agencies {
            let Some(found) = found.get_mut(id) else { continue };
            found.programmes.push(in_programme.programme);
            let works_with = |other: &&Id<Agency>| *other != id;
            let shares = |group: &super::Group<'_>| {
                group.contains(id)
                    && self.with.hold(|other| works_with(&other) && group.contains(other))
            };
            let is_shared = groups.iter().any(shares);
            if !self.with.is_empty() && is_shared {
                found.shared.push(in_programme.programme);
            }
            if is_shared {
                let its = in_programme.participants().filter(|p| p.agency == *id);
                found.roles.extend(its.map(|participant| participant.role));
            }
            let names_it = |report: &&&Report| {
                let mut participants = report.participants.iter();
                participants.any(|p| p.agency == *id && in_programme.counts(p.role))
            };
            let reports = in_programme.reports.iter().filter(names_it);
            found.sources.extend(reports.map(|report| report.citation()));
        }
    }

    fn holds(&self, found: &FoundAgency<'_>, dataset: &Dataset) -> bool {
        let counted = if self.with.is_empty() { &found.programmes } else { &found.shared };
        self.kinds.hold(|kind| *kind == found.agency.kind)
            && self.scope.roles.hold(|role| found.roles.contains(role))
            && self.scope.pillars.hold(|pillar| counted.iter().any(|p| self.scope.files(p, pillar)))
            && self.scope.documents.hold(|id| found.sources.iter().any(|s| s.document == *id))
            && self.programmes.hold(|id| counted.iter().any(|p| p.id == *id))
            && (self.with.is_empty() || !found.shared.is_empty())
            && self.search.occur(found.agency, dataset)
    }
}
