//! Who asks, is asked, or makes a commitment.

use crate::model::{self, Force, ForceClass, Group, Vocabulary};

/// A party that is addressed or makes a commitment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// An agency or a group of the dataset.
    Known(model::Party),
    /// A body that the dataset lacks, by name.
    Unknown(String),
    /// A country or its government, which a dataset counts among the Member States.
    State(String),
    /// Those who speak in a declaration: "we".
    Speakers,
}

impl Party {
    /// The id of the agency, or the word of the group, where the dataset has it; of a country that of Member States.
    pub fn known(&self) -> Option<&str> {
        match self {
            Self::Known(party) => Some(party.as_str()),
            Self::State(_) => Some(Group::MemberStates.word()),
            Self::Unknown(_) | Self::Speakers => None,
        }
    }
}

/// A governing verb: what is promised, asked or affirmed, and of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// How binding it is.
    pub force: Force,
    /// The verb as it stands.
    pub verb: String,
    /// Those addressed or, for a promise or a plan, those who make it; empty if there are none.
    pub parties: Vec<Party>,
    /// Those who ask or decide, where the sentence names them.
    pub by: Vec<Party>,
    /// Whether a party was found by a reference back, and so is a guess.
    pub is_guess: bool,
    /// Whether it was said by speakers in a debate, and so is not binding.
    pub is_spoken: bool,
    /// Whether a text asks that need not be the one that is read: "the resolution requests".
    pub is_of_text: bool,
}

impl Ask {
    /// Whether something is promised, or somebody is to act.
    pub fn is_operative(&self) -> bool {
        matches!(self.force.class(), ForceClass::Pledge | ForceClass::Request)
    }
}
