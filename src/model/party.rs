//! Who makes a commitment or is called upon.

use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};

use super::text::read_as_text;
use super::{Agency, AgencyKind, Id, Vocabulary, loose_key, vocabulary};

/// Who makes a commitment or is called upon: an agency of the dataset, or a group of actors.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A group that is no agency.
    Group(Group),
    /// An agency.
    Agency(Id<Agency>),
}

vocabulary! {
    /// A group of actors that documents address as one.
    pub enum Group {
        /// The Member States of the United Nations.
        MemberStates,
        /// The entities of the United Nations system that are concerned.
        UnitedNationsEntities,
        /// The principals of the agencies of the United Nations system.
        UnitedNationsPrincipals,
        /// The specialised agencies of the United Nations system.
        SpecialisedAgencies,
        /// International financial institutions.
        InternationalFinancialInstitutions,
        /// Multilateral development banks.
        MultilateralDevelopmentBanks,
        /// International organisations.
        InternationalOrganisations,
        /// Regional organisations.
        RegionalOrganisations,
        /// Regional and international organisations.
        RegionalAndInternationalOrganisations,
        /// Bodies established by a treaty.
        TreatyBodies,
        /// The functional commissions of the Economic and Social Council.
        FunctionalCommissions,
        /// The regional commissions of the Economic and Social Council.
        RegionalCommissions,
        /// Non-governmental organisations.
        NonGovernmentalOrganisations,
        /// Civil society.
        CivilSociety,
        /// Academia.
        Academia,
        /// The private sector.
        PrivateSector,
        /// The communities that are affected.
        AffectedCommunities,
        /// Donors.
        Donors,
        /// All relevant stakeholders.
        Stakeholders,
    }
}

vocabulary! {
    /// Who uses a name of a group.
    enum Use {
        /// A person, of whom it is the name.
        Name,
        /// A person, in a query.
        Common,
        /// A document alone.
        Written,
    }
}

/// What each group goes by, its name first.
static FORMS: LazyLock<Vec<(Group, Use, &str)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let (group, form) = line.split_once('\t')?;
        let (used, form) = form.split_once('\t')?;
        Some((group.parse().ok()?, used.parse().ok()?, form))
    };
    include_str!("groups.tsv").lines().skip(1).filter_map(row).collect()
});

impl Group {
    /// What a person calls it.
    pub fn name(self) -> &'static str {
        self.forms().next().unwrap_or(self.word())
    }

    /// Everything that it goes by: its word, its name, and what else is common usage.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [self.word()].into_iter().chain(self.used(&[Use::Name, Use::Common]))
    }

    /// The words that documents use for it: its name, common usage, and what they alone write.
    pub fn forms(self) -> impl Iterator<Item = &'static str> {
        self.used(Use::all())
    }

    fn used(self, by: &'static [Use]) -> impl Iterator<Item = &'static str> {
        let forms =
            FORMS.iter().filter(move |(group, used, _)| *group == self && by.contains(used));
        forms.map(|(_, _, form)| *form)
    }

    /// The groups that may include an agency of a kind.
    pub fn having(kind: AgencyKind) -> &'static [Self] {
        use AgencyKind as Kind;
        match kind {
            Kind::Secretariat
            | Kind::FundOrProgramme
            | Kind::RelatedOrganisation
            | Kind::OtherUnEntity => &[Self::UnitedNationsEntities],
            Kind::SpecialisedAgency => &[Self::UnitedNationsEntities, Self::SpecialisedAgencies],
            Kind::TreatyBody => &[Self::TreatyBodies],
            Kind::Intergovernmental => {
                &[Self::InternationalOrganisations, Self::RegionalAndInternationalOrganisations]
            }
            Kind::Regional => {
                &[Self::RegionalOrganisations, Self::RegionalAndInternationalOrganisations]
            }
            Kind::NonGovernmental => &[Self::NonGovernmentalOrganisations, Self::CivilSociety],
            Kind::Academic => &[Self::Academia],
            // Which of the principal organs and the commissions it is, the kind does not say; a mission ends with its
            // mandate.
            Kind::Commission | Kind::FieldMission => &[],
        }
    }

    /// The groups that include this one, or are part of it, by their names.
    pub fn akin(self) -> impl Iterator<Item = Self> {
        const PARTS: [(Group, Group); 5] = [
            (Group::UnitedNationsEntities, Group::SpecialisedAgencies),
            (Group::InternationalFinancialInstitutions, Group::MultilateralDevelopmentBanks),
            (Group::RegionalAndInternationalOrganisations, Group::InternationalOrganisations),
            (Group::RegionalAndInternationalOrganisations, Group::RegionalOrganisations),
            (Group::CivilSociety, Group::NonGovernmentalOrganisations),
        ];
        PARTS.into_iter().filter_map(move |(whole, part)| match self {
            _ if self == whole => Some(part),
            _ if self == part => Some(whole),
            _ => None,
        })
    }

    /// The group that goes by a name or a form, however it is written.
    pub fn called(text: &str) -> Option<Self> {
        let wanted = loose_key(text);
        let is_called = |group: &Self| {
            [group.word()].into_iter().chain(group.forms()).any(|name| loose_key(name) == wanted)
        };
        Self::all().iter().copied().find(is_called)
    }
}

impl Party {
    /// The agency, where it is one.
    pub fn agency(&self) -> Option<&Id<Agency>> {
        match self {
            Self::Agency(id) => Some(id),
            Self::Group(_) => None,
        }
    }

    /// The group, where it is one.
    pub fn group(&self) -> Option<Group> {
        match self {
            Self::Group(group) => Some(*group),
            Self::Agency(_) => None,
        }
    }

    /// As it is written in a dataset.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Group(group) => (*group).into(),
            Self::Agency(id) => id.as_str(),
        }
    }
}

impl FromStr for Party {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(group) => Ok(Self::Group(group)),
            Err(_) => Id::new(text).map(Self::Agency),
        }
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

read_as_text!(Party);

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Each form belongs to one group, so that scan and queries agree.
    #[test]
    fn a_form_is_that_of_one_group() {
        let mut known: BTreeMap<String, Group> = BTreeMap::new();
        for group in Group::all() {
            for form in group.forms() {
                assert_eq!(*known.entry(loose_key(form)).or_insert(*group), *group, "{form}");
                assert_eq!(Group::called(form), Some(*group), "{form}");
            }
        }
        let group = Group::called("Intergovernmental organizations");
        assert_eq!(group, Some(Group::InternationalOrganisations));
        assert_eq!(Group::called("scientific community"), Some(Group::Academia));
    }

    #[test]
    fn each_group_has_one_name_which_comes_first() {
        assert_eq!(FORMS.len(), include_str!("groups.tsv").lines().skip(1).count());
        for group in Group::all() {
            assert!(group.used(&[Use::Name]).eq([group.name()]), "{group:?}");
        }
    }
}
