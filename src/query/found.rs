//! A programme that was found, and what its reports say together.

use std::collections::BTreeSet;

use crate::model::{Agency, Dataset, Document, Id, Participant, Programme, Report, Role};

use super::Every;
use super::together::{by_document, is_more_than_presence, taking_part};

/// A programme that was found, with those of its reports that the question was about.
#[derive(Debug, Clone)]
pub struct FoundProgramme<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// All its reports, or those of the documents, the paragraphs and the time that were asked about.
    pub reports: Vec<&'a Report>,
    /// The only roles in which taking part counts, where the question was about some.
    pub roles: Every<Role>,
}

impl<'a> FoundProgramme<'a> {
    /// The programme with all its reports, of which nothing was asked.
    pub fn whole(programme: &'a Programme) -> Self {
        Self { programme, reports: programme.reports.iter().collect(), roles: Every::default() }
    }

    /// The same with what one document reports alone.
    #[must_use]
    pub fn in_document(mut self, document: &Id<Document>) -> Self {
        self.reports.retain(|report| report.document == *document);
        self
    }

    /// The participants that these reports name, in roles that count.
    pub fn participants(&self) -> impl Iterator<Item = &'a Participant> {
        let participants = self.reports.iter().flat_map(|report| &report.participants);
        participants.filter(|participant| self.counts(participant.role))
    }

    /// The agencies that these reports name, each with the document that does.
    pub fn named(&self) -> impl Iterator<Item = (&'a Id<Agency>, &'a Id<Document>)> {
        self.reports.iter().flat_map(|report| {
            report.participants.iter().map(|participant| (&participant.agency, &report.document))
        })
    }

    /// Whether taking part in this role counts.
    pub fn counts(&self, role: Role) -> bool {
        self.roles.any_holds_if_asked(|counted| *counted == role)
    }

    /// Whether a document names two or more agencies as taking part, in whatever role.
    pub fn is_joint(&self) -> bool {
        self.names_several(|_| true)
    }

    /// Whether two or more agencies take part in roles that count, but no document names two.
    pub fn names_agencies_apart(&self) -> bool {
        !self.is_joint() && taking_part(&self.reports, &self.roles).len() > 1
    }

    /// Whether exactly one agency takes part in roles that count, and no document names others in other roles.
    pub fn names_one_agency(&self) -> bool {
        !self.is_joint() && taking_part(&self.reports, &self.roles).len() == 1
    }

    /// Whether one document names all of these agencies, or one of each group, in roles that count.
    pub fn names_together(&self, agencies: &Every<Id<Agency>>) -> bool {
        by_document(&self.reports).iter().any(|reports| {
            let participants = || reports.iter().flat_map(|report| &report.participants);
            agencies.each_holds(|id| participants().any(|p| p.is(id) && self.counts(p.role)))
        })
    }

    /// Whether a document names two or more agencies that do more than attend or stand as authors.
    pub fn is_joint_work(&self) -> bool {
        self.names_several(is_more_than_presence)
    }

    /// Whether a document names two or more agencies in the roles that the question was about.
    pub fn is_joint_in_its_roles(&self) -> bool {
        let is_joint = |reports: &Vec<&Report>| taking_part(reports, &self.roles).len() > 1;
        by_document(&self.reports).iter().any(is_joint)
    }

    /// Whether a document names two or more agencies that have such a role, whichever roles the question was about.
    fn names_several(&self, wanted: fn(Role) -> bool) -> bool {
        let has_it = |roles: &&BTreeSet<Role>| roles.iter().any(|role| wanted(*role));
        by_document(&self.reports).iter().any(|reports| {
            taking_part(reports, &Every::default()).values().filter(has_it).count() > 1
        })
    }

    /// The same by those of its reports alone that say that it was done or is under way.
    pub fn reported(mut self) -> Self {
        self.reports.retain(|report| !report.planned);
        self
    }

    /// Whether it is only announced: no report says that it was done or is under way.
    pub fn is_planned(&self) -> bool {
        !self.reports.is_empty() && self.reports.iter().all(|report| report.planned)
    }
}

/// Puts programmes in the order of the places that first report them, the oldest document first.
pub fn by_first_source(found: &mut [FoundProgramme<'_>], dataset: &Dataset) {
    found.sort_by_cached_key(|found| {
        found.reports.iter().map(|report| dataset.order_in_time(&report.citation())).min()
    });
}

/// The documents that report these programmes.
pub fn reporting(found: &[FoundProgramme<'_>]) -> BTreeSet<Id<Document>> {
    let reports = found.iter().flat_map(|found| &found.reports);
    reports.map(|report| report.document.clone()).collect()
}
