//! Who takes part, and who works with whom.

use std::collections::BTreeSet;

use crate::model::{Agency, Id, Report, Role};

use super::Every;

/// The agencies that one document reports as taking part in one programme: any two of them work together.
pub type Group<'a> = BTreeSet<&'a Id<Agency>>;

/// The agencies that take part by these reports; with `roles`, only those that do so in such a role.
pub fn taking_part<'a>(reports: &[&'a Report], roles: &Every<Role>) -> Group<'a> {
    let participants = reports.iter().flat_map(|report| &report.participants);
    let counting = participants.filter(|p| roles.admit(|role| *role == p.role));
    counting.map(|participant| &participant.agency).collect()
}

/// The groups of agencies that work together in one programme, one for each document among `reports`,
/// in the order of the reports; with `roles`, only those that take part in such a role.
pub fn together<'a>(reports: &[&'a Report], roles: &Every<Role>) -> Vec<Group<'a>> {
    by_document(reports).iter().map(|reports| taking_part(reports, roles)).collect()
}

/// The reports of each document, in the order of the reports.
pub(super) fn by_document<'a>(reports: &[&'a Report]) -> Vec<Vec<&'a Report>> {
    let mut documents: Vec<Vec<&'a Report>> = Vec::new();
    for report in reports {
        match documents.iter_mut().find(|group| group[0].document == report.document) {
            Some(group) => group.push(report),
            None => documents.push(vec![report]),
        }
    }
    documents
}
