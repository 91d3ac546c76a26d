//! Who works with whom.

use std::collections::BTreeSet;

use crate::model::{Agency, Id, Report, Role};

use super::Every;

/// The agencies that one document reports as taking part in one programme: any two of them work together.
pub type Group<'a> = BTreeSet<&'a Id<Agency>>;

/// The groups of agencies that work together in one programme, one for each document among `reports`,
/// in the order of the reports; with `roles`, only those that take part in such a role.
pub fn together<'a>(reports: &[&'a Report], roles: &Every<Role>) -> Vec<Group<'a>> {
    let mut documents = Vec::new();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for report in reports {
        let number = documents.iter().position(|id| *id == &report.document).unwrap_or_else(|| {
            documents.push(&report.document);
            groups.push(Group::new());
            groups.len() - 1
        });
        let counted = report.participants.iter().filter(|p| roles.hold(|role| *role == p.role));
        groups[number].extend(counted.map(|participant| &participant.agency));
    }
    groups
}
