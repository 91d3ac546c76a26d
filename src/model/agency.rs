//! Agencies: every organisation, body and office that a source names.

use serde::{Deserialize, Serialize};

use super::record::record;
use super::vocabulary::words;
use super::{Citation, Date, External, Id, Text};

/// An organisation, body or office, of the United Nations or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its id.
    pub id: Id<Agency>,
    /// Its official name today.
    pub name: Text,
    /// Its acronym or usual short form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Text>,
    /// Its type of body, within or outside the United Nations system.
    pub kind: AgencyKind,
    /// The body that it is a part or an organ of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id<Agency>>,
    /// Former names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<FormerName>,
    /// Other forms under which sources name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// The address of its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Text>,
    /// Identifiers in other registers.
    #[serde(default, skip_serializing_if = "ExternalIds::is_empty")]
    pub external_ids: ExternalIds,
    /// A note for readers that fits no other field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Open questions; `cnd check` warns about each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Text>,
    /// Where a document names it other than as a participant in a programme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
    /// Fields above that do not come from the source documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Former ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<Id<Agency>>,
}

impl Agency {
    /// What stands for it in a cell: its acronym, or its name where it has none.
    pub fn label(&self) -> &str {
        self.acronym.as_ref().unwrap_or(&self.name)
    }

    /// Every name that it goes by, the present ones first.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        let former = self.former_names.iter().flat_map(|f| f.acronym.iter().chain([&f.name]));
        self.acronym.iter().chain([&self.name]).chain(former).chain(&self.aliases)
    }
}

/// A name that an agency bore before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The former name.
    pub name: Text,
    /// The former acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Text>,
    /// The last date on which it was in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Identifiers of an agency in other registers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExternalIds {
    /// Organisation identifier of the International Aid Transparency Initiative (IATI).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iati: Option<Text>,
}

impl ExternalIds {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

words! {
    /// The types of body, within or outside the United Nations system.
    pub enum AgencyKind {
        /// A department or office of the United Nations Secretariat.
        Secretariat,
        /// A fund or programme of the United Nations.
        FundOrProgramme,
        /// A specialised agency.
        SpecialisedAgency,
        /// A related organisation.
        RelatedOrganisation,
        /// Another entity of the United Nations system, its coordination bodies included.
        OtherUnEntity,
        /// A body established by a treaty.
        TreatyBody,
        /// A principal intergovernmental organ of the United Nations or a functional commission.
        Commission,
        /// A peace operation, special political mission or regional office in the field.
        FieldMission,
        /// An intergovernmental organisation outside the United Nations system, of worldwide membership.
        Intergovernmental,
        /// A regional organisation, its organs and programmes.
        Regional,
        /// A non-governmental organisation.
        NonGovernmental,
        /// A university or research centre.
        Academic,
    }
}

record!(Agency, agencies, name);
