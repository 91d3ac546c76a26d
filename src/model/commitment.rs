//! Commitments: what was promised, asked or planned, and what has been reported since.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::record::record;
use super::text::written_as_text;
use super::walk::GROUP;
use super::{
    Agency, Citation, Date, Document, External, FiledBy, Id, Pillar, Programme, Text, Vocabulary,
    vocabulary,
};

/// One obligation: a sentence with two limbs is two commitments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id.
    pub id: Id<Commitment>,
    /// What is to be done, in our own words.
    pub statement: Text,
    /// How binding it is, by the verb of the source.
    pub force: Force,
    /// Who made it.
    pub made_by: Vec<Party>,
    /// Who is to act or is called upon, where that is somebody else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressed_to: Vec<Party>,
    /// The instrument in which it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Id<Document>>,
    /// The paragraph of that instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument_paragraph: Option<Text>,
    /// The policy pillar that it belongs to.
    pub pillar: Id<Pillar>,
    /// Who filed it there.
    pub filed_by: FiledBy,
    /// When it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What a reader should know of it that no other field says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Where a document of the dataset states it.
    #[schemars(length(min = 1))]
    pub sources: Vec<Citation>,
    /// The reports that answer it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Which of the fields above come from elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Ids that it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<Id<Commitment>>,
}

/// A report that answers a commitment.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
#[schemars(extend(
    "if" = {"properties": {"link": {"const": "linked"}}, "required": ["link"]},
    "then" = {"properties": {"completes": {"const": false}}, "required": ["reason"]},
))]
pub struct Evidence {
    /// The programme that is reported.
    pub programme: Id<Programme>,
    /// The document of the report.
    pub document: Id<Document>,
    /// The paragraph of the report.
    pub paragraph: Text,
    /// Who ties the two.
    pub link: Link,
    /// Why, in a few words; needed where we tie them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// Whether the source says that the commitment is thereby carried out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub completes: bool,
}

impl Evidence {
    /// The place where the report stands.
    pub fn citation(&self) -> Citation {
        Citation { document: self.document.clone(), paragraph: self.paragraph.clone() }
    }

    /// Whether a source says that the commitment is thereby carried out; the editors alone cannot.
    pub fn says_completed(&self) -> bool {
        self.completes && self.link == Link::Stated
    }
}

vocabulary! {
    /// Who ties a report to a commitment.
    #[derive(Serialize, schemars::JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Link {
        /// The source does.
        Stated,
        /// The editors of the dataset do, and give a reason.
        Linked,
    }
}

vocabulary! {
    /// How binding a commitment is, by the verb of the source, strongest first.
    #[derive(Serialize, schemars::JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Force {
        /// Those who made it bound themselves.
        Committed,
        /// An earlier commitment or a role was affirmed again.
        Reaffirmed,
        /// A body decided it.
        Decided,
        /// Somebody was given it as a task.
        Tasked,
        /// Somebody was invited to do it.
        Invited,
        /// Somebody was encouraged to do it.
        Encouraged,
        /// It is planned.
        Planned,
        /// It is a standing practice that goes on.
        Practice,
    }
}

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
        /// International financial institutions.
        InternationalFinancialInstitutions,
        /// Regional organisations.
        RegionalOrganisations,
        /// Regional and international organisations.
        RegionalAndInternationalOrganisations,
        /// Non-governmental organisations and civil society.
        NonGovernmentalOrganisations,
        /// The functional commissions of the Economic and Social Council.
        FunctionalCommissions,
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

impl Group {
    /// What a person calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::MemberStates => "Member States",
            Self::UnitedNationsEntities => "United Nations entities",
            Self::UnitedNationsPrincipals => "principals of the United Nations system",
            Self::InternationalFinancialInstitutions => "international financial institutions",
            Self::RegionalOrganisations => "regional organisations",
            Self::RegionalAndInternationalOrganisations => {
                "regional and international organisations"
            }
            Self::NonGovernmentalOrganisations => "non-governmental organisations",
            Self::FunctionalCommissions => "functional commissions",
        }
    }
}

impl Group {
    /// Everything that it goes by: its word, its name, and what else is common usage.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let common: &[&str] = match self {
            Self::MemberStates => &["states", "governments"],
            Self::UnitedNationsEntities => &["un entities"],
            Self::UnitedNationsPrincipals => &["principals", "heads of agencies"],
            Self::InternationalFinancialInstitutions => &["IFIs"],
            Self::RegionalOrganisations => &["regional organizations"],
            Self::RegionalAndInternationalOrganisations => {
                &["regional and international organizations"]
            }
            Self::NonGovernmentalOrganisations => {
                &["non-governmental organizations", "NGOs", "NGO", "civil society"]
            }
            Self::FunctionalCommissions => &["functional commissions of ECOSOC"],
        };
        [self.into(), self.name()].into_iter().chain(common.iter().copied())
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Group(group) => serializer.serialize_newtype_struct(GROUP, group.word()),
            Self::Agency(id) => id.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Party {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written_as_text(deserializer, str::parse)
    }
}

impl Commitment {
    /// The names that it goes by: none, a commitment is known by its id alone.
    fn names(&self) -> impl Iterator<Item = &Text> {
        std::iter::empty()
    }
}

record!(Commitment, commitments, statement);
