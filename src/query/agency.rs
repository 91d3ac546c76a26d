//! Filters on agencies.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Agency, AgencyKind, Citation, Dataset, Document, Id, Participant, Programme, Report, Role, fold,
};

use super::together::{Group, by_document, taking_part};
use super::{Every, FoundProgramme, ProgrammeFilter, Tie, Words};

/// A filter on agencies. Empty fields do not filter.
///
/// Pillars, documents, programmes and roles choose what counts: the programmes of an agency are those among
/// them in which it takes part, its sources are the reports that say so, and what it shares is among these.
/// Places that name it otherwise, such as by a commitment, count as long as nothing, or the document alone, is chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AgencyFilter {
    /// Agencies that it is named together with: each group in one and the same programme and document.
    pub with: Every<Id<Agency>>,
    /// Its closest tie to those of `with`.
    pub ties: Every<Tie>,
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
    /// Those of the programmes in which it is named together with the agencies of `with`.
    pub shared: Vec<&'a Programme>,
    /// Its closest tie in each of these to the agencies of `with`.
    pub ties: Vec<Tie>,
    /// How many of the programmes name two or more agencies.
    pub joint: usize,
    /// How many of the programmes are only announced, or of the shared ones where `with` names any.
    pub planned: usize,
    /// The programmes that count as those of the agency of which it is an office.
    pub as_office: Vec<(&'a Programme, &'a Id<Agency>)>,
    /// The roles asked about that it has in the programmes, or in the shared ones where `with` names any.
    roles: BTreeSet<Role>,
}

impl<'a> FoundAgency<'a> {
    /// Its closest tie to the agencies of `with`, over all that they share.
    pub fn tie(&self) -> Option<Tie> {
        self.ties.iter().min().copied()
    }

    /// The agency, with each document that names it.
    pub fn named(&self) -> impl Iterator<Item = (&Id<Agency>, &Id<Document>)> {
        self.sources.iter().map(|place| (&self.agency.id, &place.document))
    }

    /// Whether it takes part in a programme otherwise than as an office of another agency, as which it counts there.
    pub fn takes_part_itself(&self) -> bool {
        self.programmes.len() > self.as_office.len()
    }

    /// Adds the reports that name a participant which `is_it`, in a role that counts.
    fn named_by(&mut self, programme: &FoundProgramme<'a>, is_it: impl Fn(&Participant) -> bool) {
        let names_it = |report: &&&Report| {
            report.participants.iter().any(|p| is_it(p) && programme.counts(p.role))
        };
        let reports = programme.reports.iter().filter(names_it);
        self.sources.extend(reports.map(|report| report.citation()));
    }
}

impl AgencyFilter {
    /// The agencies that match, by the acronym or name that cells show; with `with`, those that share most first, then
    /// those with the closest tie.
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
        let asked = |id: &Id<Programme>| self.programmes.any_holds_if_asked(|wanted| wanted == id);
        for programme in scope.find(dataset) {
            if asked(&programme.programme.id) {
                self.take_part(&programme, &mut found);
            }
        }
        let agencies = dataset.records().agencies.iter();
        let mut found: Vec<FoundAgency<'a>> = agencies
            .filter_map(|agency| found.remove(&agency.id))
            .filter(|f| self.holds(f, dataset))
            .collect();
        found.sort_by_cached_key(|f| (Reverse(f.shared.len()), f.tie(), fold(f.agency.label())));
        found
    }

    /// Every agency, as yet without programmes.
    fn all<'a>(&self, dataset: &'a Dataset) -> BTreeMap<&'a Id<Agency>, FoundAgency<'a>> {
        let ProgrammeFilter { pillars, roles, documents, .. } = &self.scope;
        // Where it is named otherwise than as one that takes part.
        let mentions = pillars.is_empty() && self.programmes.is_empty() && roles.is_empty();
        let counts = |source: &Citation| {
            mentions && documents.any_holds_if_asked(|id| *id == source.document)
        };
        let mut naming = dataset.agency_mentions();
        let found = |agency: &'a Agency| {
            let named = naming.remove(&agency.id).unwrap_or_default();
            let found = FoundAgency {
                agency,
                programmes: Vec::new(),
                sources: named.into_iter().filter(counts).collect(),
                shared: Vec::new(),
                ties: Vec::new(),
                joint: 0,
                planned: 0,
                as_office: Vec::new(),
                roles: BTreeSet::new(),
            };
            (&agency.id, found)
        };
        dataset.records().agencies.iter().map(found).collect()
    }

    fn take_part<'a>(
        &self,
        in_programme: &FoundProgramme<'a>,
        found: &mut BTreeMap<&'a Id<Agency>, FoundAgency<'a>>,
    ) {
        let group = |reports: &Vec<&'a Report>| {
            let planned = reports.iter().all(|report| report.planned);
            (taking_part(reports, &in_programme.roles), planned)
        };
        let groups: Vec<(Group<'a>, bool)> =
            by_document(&in_programme.reports).iter().map(group).collect();
        let agencies: BTreeSet<&'a Id<Agency>> =
            groups.iter().flat_map(|(group, _)| group.keys()).copied().collect();
        for id in agencies {
            let Some(found) = found.get_mut(id) else { continue };
            found.programmes.push(in_programme.programme);
            found.joint += usize::from(in_programme.is_joint());
            let sharing: Vec<&(Group<'_>, bool)> =
                groups.iter().filter(|(group, _)| self.is_shared(id, group)).collect();
            let tie = sharing.iter().filter_map(|(group, _)| self.tie(id, group)).min();
            let planned = !sharing.is_empty() && sharing.iter().all(|(_, planned)| *planned);
            found.planned += usize::from(planned);
            found.shared.extend(tie.map(|_| in_programme.programme));
            found.ties.extend(tie);
            if !sharing.is_empty() {
                let its = in_programme.participants().filter(|p| p.agency == *id);
                found.roles.extend(its.map(|participant| participant.role));
            }
            found.named_by(in_programme, |participant| participant.agency == *id);
        }
        self.through_offices(in_programme, found);
    }

    /// Adds what offices do: it counts as their agency's, and is listed under both.
    fn through_offices<'a>(
        &self,
        in_programme: &FoundProgramme<'a>,
        found: &mut BTreeMap<&'a Id<Agency>, FoundAgency<'a>>,
    ) {
        let offices = in_programme.participants();
        let offices: BTreeMap<&'a Id<Agency>, &'a Id<Agency>> =
            offices.filter_map(|p| Some((p.through.as_ref()?, &p.agency))).collect();
        for (office, agency) in offices {
            let Some(found) = found.get_mut(office) else { continue };
            let programme = in_programme.programme;
            if found.programmes.last().is_some_and(|last| last.id == programme.id) {
                continue;
            }
            found.programmes.push(programme);
            found.as_office.push((programme, agency));
            found.joint += usize::from(in_programme.is_joint());
            found.planned += usize::from(in_programme.is_planned());
            let its = in_programme.participants().filter(|p| p.through.as_ref() == Some(office));
            found.roles.extend(its.map(|p| p.role).filter(|_| self.with.is_empty()));
            found.named_by(in_programme, |p| p.through.as_ref() == Some(office));
        }
    }

    /// Whether this group of agencies has the agency beside those that are named by `with`.
    fn is_shared(&self, id: &Id<Agency>, group: &Group<'_>) -> bool {
        group.contains_key(id)
            && self.with.each_holds(|other| other != id && group.contains_key(other))
    }

    /// The closest tie of the agency, in this group, to those that are named by `with`.
    fn tie(&self, id: &Id<Agency>, group: &Group<'_>) -> Option<Tie> {
        let own = group.get(id)?;
        let others = self.with.values().filter(|other| *other != id);
        others.filter_map(|other| group.get(other)).map(|roles| Tie::between(own, roles)).min()
    }

    fn holds(&self, found: &FoundAgency<'_>, dataset: &Dataset) -> bool {
        let counted = if self.with.is_empty() { &found.programmes } else { &found.shared };
        self.kinds.each_holds(|kind| *kind == found.agency.kind)
            && self.scope.roles.each_holds(|role| found.roles.contains(role))
            && self
                .scope
                .pillars
                .each_holds(|pillar| counted.iter().any(|p| self.scope.files(p, pillar)))
            && self.scope.documents.each_holds(|id| found.sources.iter().any(|s| s.document == *id))
            && self.programmes.each_holds(|id| counted.iter().any(|p| p.id == *id))
            && (self.with.is_empty() || !found.shared.is_empty())
            && self.ties.each_holds(|tie| found.tie() == Some(*tie))
            && self.search.occur(found.agency, dataset)
    }
}
