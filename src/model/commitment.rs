//! Commitments: what was promised, asked or planned, and what has been reported since.

use serde::{Deserialize, Serialize};

use super::filed;
use super::record::record;
use super::vocabulary::words;
use super::{Citation, Date, Document, External, FiledBy, Id, Party, Pillar, Programme, Text};

/// One obligation: a sentence with two requests gives two commitments.
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
    /// Who is called upon to act, if not those who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressed_to: Vec<Party>,
    /// The instrument that contains it.
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
    /// Why it is not tracked, if so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub untracked: Option<Untracked>,
    /// Why periodic documents are not expected to report on it, if so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_elsewhere: Option<Text>,
    /// The earlier commitments that it repeats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<Repetition>,
    /// A note for readers that fits no other field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Open questions; `cnd check` warns about each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Text>,
    /// Where a document of the dataset states it.
    #[schemars(length(min = 1))]
    pub sources: Vec<Citation>,
    /// The reports that answer it.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "filed::under_their_record"
    )]
    pub evidence: Vec<Evidence>,
    /// Fields above that do not come from the source documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Former ids.
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
    /// The commitment, if the evidence is in a separate list and not under its commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub commitment: Option<Id<Commitment>>,
    /// The programme that is reported.
    pub programme: Id<Programme>,
    /// The document of the report.
    pub document: Id<Document>,
    /// The paragraph of the report.
    pub paragraph: Text,
    /// Who makes the link: the source or the editors.
    pub link: Link,
    /// Why, in a few words; required if the editors make the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// Whether the reported work predates the commitment, so that it does not count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub earlier: bool,
    /// Whether the source says that this fulfils the commitment.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub completes: bool,
    /// Open questions; `cnd check` warns about each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Text>,
}

impl Evidence {
    /// Whether a source says that the commitment is thereby carried out; the editors alone cannot.
    pub fn says_completed(&self) -> bool {
        self.completes && self.link == Link::Stated
    }
}

words! {
    /// Who links a report to a commitment.
    pub enum Link {
        /// The source.
        Stated,
        /// The editors of the dataset, with a reason.
        Linked,
    }
}

words! {
    /// How binding a commitment is, by the main verb of the source, strongest first.
    ///
    /// Those from `planned` on are no requests.
    pub enum Force {
        /// A body decided it.
        Decided,
        /// Those who made it bound themselves.
        Committed,
        /// Somebody was given it as a task.
        Tasked,
        /// Somebody was requested to do it.
        Requested,
        /// Somebody was called upon to do it.
        CalledUpon,
        /// Somebody was urged to do it.
        Urged,
        /// It was recommended.
        Recommended,
        /// Somebody was invited to do it.
        Invited,
        /// Somebody was encouraged to do it.
        Encouraged,
        /// It is planned.
        Planned,
        /// It is the stated purpose of a body or an act.
        Purpose,
        /// It is a standing practice that continues.
        Practice,
        /// An earlier commitment or a role was reaffirmed.
        Reaffirmed,
        /// Its importance was stressed.
        Stressed,
        /// It was recognised.
        Recognised,
        /// It was welcomed.
        Welcomed,
        /// It was noted with appreciation.
        Appreciated,
        /// It was taken note of.
        Noted,
    }
}

/// What commitments of several forces have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForceClass {
    /// Those who made it decide it or bind themselves.
    Pledge,
    /// Somebody is to act.
    Request,
    /// It is what somebody plans, aims at or does.
    Plan,
    /// It affirms, and asks nobody to act.
    Affirmation,
}

impl ForceClass {
    /// Every class, strongest first.
    pub const ALL: [Self; 4] = [Self::Pledge, Self::Request, Self::Plan, Self::Affirmation];

    /// Its name in the singular or plural.
    pub fn words(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Pledge, 1) => "decision or pledge",
            (Self::Pledge, _) => "decisions and pledges",
            (Self::Request, 1) => "request, call, recommendation or invitation",
            (Self::Request, _) => "requests, calls, recommendations and invitations",
            (Self::Plan, 1) => "plan, purpose or practice",
            (Self::Plan, _) => "plans, purposes and practices",
            (Self::Affirmation, 1) => "affirmation of a role, principle, need or fact",
            (Self::Affirmation, _) => "affirmations of roles, principles, needs and facts",
        }
    }
}

impl Force {
    /// Its class; the forces of a class are next to each other.
    pub fn class(self) -> ForceClass {
        match self {
            Self::Decided | Self::Committed => ForceClass::Pledge,
            Self::Tasked
            | Self::Requested
            | Self::CalledUpon
            | Self::Urged
            | Self::Recommended
            | Self::Invited
            | Self::Encouraged => ForceClass::Request,
            Self::Planned | Self::Purpose | Self::Practice => ForceClass::Plan,
            Self::Reaffirmed
            | Self::Stressed
            | Self::Recognised
            | Self::Welcomed
            | Self::Appreciated
            | Self::Noted => ForceClass::Affirmation,
        }
    }
}

words! {
    /// Why a commitment is not tracked.
    pub enum Untracked {
        /// It affirms the role or mandate of a body.
        Role,
        /// It affirms a principle, a value, a fact or an earlier decision, and does not call for action.
        Principle,
        /// It calls for action, but too generally to be tracked.
        General,
        /// It asks for a single procedural step, such as transmitting a text, which no later document would report.
        Procedural,
    }
}

impl Untracked {
    /// Why it is not tracked, in a sentence.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Role => "it affirms the role of a body",
            Self::Principle => {
                "it affirms a principle, a fact or a need and does not call for action"
            }
            Self::General => "it is too general to be tracked",
            Self::Procedural => {
                "it asks for a single procedural step, which no later document would report"
            }
        }
    }
}

words! {
    /// How a commitment differs from the earlier one that it repeats.
    pub enum Change {
        /// It asks the same actors for the same.
        Same,
        /// It binds more firmly, or asks for more.
        Strengthened,
        /// It binds less firmly, or asks for less.
        Weakened,
        /// It addresses more actors, or covers more.
        Widened,
        /// It addresses fewer actors, or covers less.
        Narrowed,
    }
}

/// An earlier commitment that a later one repeats.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
#[schemars(extend(
    "if" = {"properties": {"change": {"const": "same"}}},
    "else" = {"required": ["how"]},
))]
pub struct Repetition {
    /// The earlier commitment.
    pub commitment: Id<Commitment>,
    /// How the later one differs from it.
    pub change: Change,
    /// What changed, in a few words; required unless `change` is `same`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Text>,
}

impl Commitment {
    /// The names that it goes by: none, a commitment is known by its id alone.
    fn names(&self) -> impl Iterator<Item = &Text> {
        std::iter::empty()
    }
}

record!(Commitment, commitments, statement);
