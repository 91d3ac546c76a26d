//! Programmes: the activities that documents report, joint or not.

use serde::{Deserialize, Serialize};

use super::filed;
use super::record::record;
use super::vocabulary::words;
use super::{Agency, Country, Date, Document, External, Figure, Id, Pillar, Text};

/// An activity that a document reports, joint or not: a programme or project, but also a publication, training,
/// campaign, network, event, study or coordination mechanism.
///
/// Its partners, countries and figures are what its reports say; nothing is stated twice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its id.
    pub id: Id<Programme>,
    /// Its name as the source has it, or a description by the editors if the source gives none.
    pub name: Text,
    /// Its acronym or usual short form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Text>,
    /// Its kind.
    pub kind: ProgrammeKind,
    /// The policy pillar that it is filed under.
    pub pillar: Id<Pillar>,
    /// Who assigned the pillar.
    pub filed_by: FiledBy,
    /// Secondary pillars, by substance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second_pillars: Vec<Id<Pillar>>,
    /// The programme that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Id<Programme>>,
    /// Other forms under which sources name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// A note for readers that belongs in no report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Open questions; `cnd check` warns about each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Text>,
    /// If only one agency takes part, why no other is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sole_participant: Option<SoleParticipant>,
    /// What documents say about it, paragraph by paragraph; reports from separate lists are added on loading.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "filed::under_their_record"
    )]
    #[schemars(length(min = 1))]
    pub reports: Vec<Report>,
    /// Fields above that do not come from the source documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Former ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<Id<Programme>>,
}

impl Programme {
    /// Every name that it goes by, the present ones first.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        self.acronym.iter().chain([&self.name]).chain(&self.aliases)
    }
}

/// What one paragraph of one document says of a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The programme, if the report is in a separate list and not under its programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub programme: Option<Id<Programme>>,
    /// The document that says it.
    pub document: Id<Document>,
    /// The paragraph, as the document numbers it.
    pub paragraph: Text,
    /// The agencies that take part, each with its role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// The governments that take part, as organisers or hosts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub governments: Vec<Country>,
    /// The countries in which the work is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// The regions in which the work is done, as the source names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Text>,
    /// Where a meeting or event was held, as the source names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub venues: Vec<Text>,
    /// The figures that are given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// When it took place, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Whether the source only announces it, rather than reporting it as done or under way.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub planned: bool,
    /// What is said, in the editors' own words; `cnd check` warns if it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Open questions; `cnd check` warns about each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Text>,
}

/// An agency that takes part in a programme, and as what.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// The agency.
    pub agency: Id<Agency>,
    /// Its role.
    pub role: Role,
    /// The office of the agency that takes part, if it has its own record; its work counts as the
    /// agency's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Id<Agency>>,
}

impl Participant {
    /// Whether the agency takes part, itself or as the office through which another does.
    pub fn is(&self, agency: &Id<Agency>) -> bool {
        self.agency == *agency || self.through.as_ref() == Some(agency)
    }
}

words! {
    /// What an agency does in a programme, as the source has it.
    pub enum Role {
        /// Runs or coordinates it: the subject of the sentence, alone or with partners.
        Lead,
        /// Takes part on an equal footing, or together with the lead.
        Partner,
        /// Is a member of a network, task force or other mechanism.
        Member,
        /// Organises or co-organises an event.
        Organiser,
        /// Attends or contributes, without responsibility for it.
        Participant,
        /// Is an author of the publication, by its title.
        Author,
    }
}

words! {
    /// If only one agency takes part, why no other is named.
    pub enum SoleParticipant {
        /// The source speaks of others who take part, but names none of them.
        OthersUnnamed,
        /// The source speaks of nobody else who takes part.
        NoneMentioned,
    }
}

words! {
    /// Who assigned a record to its pillar.
    pub enum FiledBy {
        /// The source, by the heading above the paragraph.
        Source,
        /// The editors of the dataset, since no heading there names a pillar.
        Editors,
    }
}

words! {
    /// The kinds of activity.
    pub enum ProgrammeKind {
        /// A programme.
        Programme,
        /// A project.
        Project,
        /// Standards, guidelines, a tool kit, a guide or another publication.
        Publication,
        /// A training, seminar series or training material.
        Training,
        /// An advocacy campaign.
        Campaign,
        /// A network of experts or institutions, a working group.
        Network,
        /// An event, meeting or session.
        Event,
        /// Research, data collection or monitoring.
        Research,
        /// A mechanism by which entities coordinate: a task team, focal points, a calendar.
        CoordinationMechanism,
        /// Assistance to Member States: services, capacity-building, the support of a plan.
        TechnicalAssistance,
        /// Advice on policies and strategies.
        PolicyAdvice,
        /// A regular exchange or dialogue.
        Dialogue,
    }
}

record!(Programme, programmes, name);
