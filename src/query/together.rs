//! Who takes part, who is named together with whom, and how they are linked.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Id, Report, Role, vocabulary};

use super::Every;

/// The agencies that one document reports as taking part in one programme, each with its roles there: any two of
/// them are named together.
pub type Group<'a> = BTreeMap<&'a Id<Agency>, BTreeSet<Role>>;

vocabulary! {
    /// How two agencies are linked in a programme, the closest tie first.
    pub enum Tie {
        /// Both lead it, are partners in it or organise it.
        JointWork,
        /// One of them is named as a member of it, so that the text ties the two only to a third.
        Membership,
        /// One of them attends or contributes.
        Attendance,
        /// One of them is an author, and neither is a member or attends.
        Authorship,
    }
}

impl Tie {
    /// The closest tie of two agencies that have these roles in what one document reports of a programme.
    pub fn between(a: &BTreeSet<Role>, b: &BTreeSet<Role>) -> Self {
        let carries = |roles: &BTreeSet<Role>| roles.iter().any(|role| is_carrying(*role));
        let either = |role: Role| a.contains(&role) || b.contains(&role);
        if carries(a) && carries(b) {
            Self::JointWork
        } else if either(Role::Member) {
            Self::Membership
        } else if either(Role::Participant) {
            Self::Attendance
        } else {
            Self::Authorship
        }
    }
}

/// Whether who has this role carries the work.
fn is_carrying(role: Role) -> bool {
    matches!(role, Role::Lead | Role::Partner | Role::Organiser)
}

/// Whether this role is more than authorship or attendance.
pub fn is_more_than_presence(role: Role) -> bool {
    is_carrying(role) || role == Role::Member
}

/// The agencies that take part by these reports; with `roles`, only those that do so in such a role.
pub fn taking_part<'a>(reports: &[&'a Report], roles: &Every<Role>) -> Group<'a> {
    let participants = reports.iter().flat_map(|report| &report.participants);
    let mut group = Group::new();
    for participant in participants.filter(|p| roles.any_holds_if_asked(|role| *role == p.role)) {
        group.entry(&participant.agency).or_default().insert(participant.role);
    }
    group
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_tie_of_their_roles_is_that_of_two_agencies() {
        use Role::{Author, Lead, Member, Organiser, Participant, Partner};
        let tie = |a: &[Role], b: &[Role]| {
            let [a, b] = [a, b].map(|roles| roles.iter().copied().collect());
            assert_eq!(Tie::between(&a, &b), Tie::between(&b, &a));
            Tie::between(&a, &b)
        };
        assert_eq!(tie(&[Lead], &[Partner]), Tie::JointWork);
        assert_eq!(tie(&[Member, Organiser], &[Participant, Partner]), Tie::JointWork);
        assert_eq!(tie(&[Lead], &[Member]), Tie::Membership);
        assert_eq!(tie(&[Member], &[Member]), Tie::Membership);
        assert_eq!(tie(&[Participant, Lead], &[Participant]), Tie::Attendance);
        assert_eq!(tie(&[Participant], &[Author]), Tie::Attendance);
        assert_eq!(tie(&[Lead], &[Author]), Tie::Authorship);
        assert_eq!(tie(&[Author], &[Author]), Tie::Authorship);
    }
}
