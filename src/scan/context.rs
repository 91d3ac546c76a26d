//! What one document says of itself, as its paragraphs are read.

use super::cited::Cited;
use super::definition::{Definitions, Meaning};
use super::matcher::Matcher;
use super::organ::{Organ, Sitting};
use super::party::{Ask, Party};
use super::reference::Memory;
use super::verb::Tense;

/// What one document says of itself.
pub(super) struct Context {
    pub definitions: Definitions,
    /// The long names that the document defines and the dataset lacks.
    pub own_names: Matcher,
    /// What those names mean, indexed by the targets of their forms.
    pub own_meanings: Vec<Meaning>,
    pub sitting: Option<Sitting>,
    /// The resolutions that it cites with their organ.
    pub cited: Cited,
    pub memory: Memory,
    /// Whether "the Parties" are those of an agreement between bodies.
    pub has_own_parties: bool,
    /// Whether its secretariat is not that of the United Nations, by its symbol or else by the body that speaks in it;
    /// none where neither tells.
    pub is_apart: Option<bool>,
    /// The limb of the paragraph that introduces the items which follow.
    pub chapeau: Option<Ask>,
    /// Whether that paragraph stands before all that have numbers, so that its items are numbered.
    pub is_led: bool,
    /// The form of the verbs of the paragraphs that follow, where it is their subject: "The Board:", "We, the
    /// Ministers:".
    pub headed: Option<Tense>,
    /// Those who speak in the numbered paragraphs below their names: "UNODC and WHO,", "We, the Ministers …,".
    pub speakers: Option<Vec<Party>>,
    /// Whether the paragraph that is read has a number, and whether one before it had.
    pub is_numbered: bool,
    pub has_begun: bool,
    /// Whether the participles of a preamble count as limbs.
    pub preamble: bool,
}

impl Context {
    /// Whether "the Secretariat" is that of the body whose paper it is, where its organ, its symbol or who speaks tells.
    pub fn has_own_secretariat(&self) -> Option<bool> {
        self.sitting.map(|sitting| sitting.organ.has_own_secretariat()).or(self.is_apart)
    }

    /// The commission that the document calls "the Commission".
    pub fn commission(&self) -> Option<Organ> {
        let own = self.sitting.map(|sitting| sitting.organ);
        own.filter(|organ| organ.resolutions.is_none()).or_else(|| self.cited.commission())
    }
}
