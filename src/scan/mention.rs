//! What comes out of a scan.

use std::ops::Range;

use crate::model::vocabulary;

use super::figure::Figure;
use super::party::Ask;

vocabulary! {
    /// What a mention is.
    pub enum Kind {
        /// An organisation, body or office.
        Agency,
        /// A group of actors: Member States, civil society.
        Group,
        /// A programme.
        Programme,
        /// A country, territory or area.
        Country,
        /// A region.
        Region,
        /// A document, by its symbol, its number or its title.
        Symbol,
        /// A number with what it counts.
        Figure,
        /// A limb with its governing verb.
        Commitment,
    }
}

impl Kind {
    /// Whether it is a place: a country or a region.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::Region)
    }
}

vocabulary! {
    /// How what a passage mentions stands to the dataset.
    pub enum Status {
        /// The dataset has one record of it.
        Known,
        /// It has several between which somebody has to choose.
        Ambiguous,
        /// It has none.
        Unknown,
        /// Its records of this paragraph hold it.
        Recorded,
        /// It has a record of it, but nothing that cites this paragraph.
        Unrecorded,
        /// Its records say that the paragraph names it, and the text does not.
        Unsupported,
    }
}

/// Something that a passage mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the passage.
    pub span: Range<usize>,
    /// The words of the passage, on one line.
    pub text: String,
    /// The ids of the records that it may be: one if it is known.
    pub ids: Vec<String>,
    /// Its full name: for a symbol or number its full form, for an unknown body the name by which
    /// the document or the list of United Nations entities explains it.
    pub name: Option<String>,
    /// Whether it stands in the title of an instrument or publication, and so is not acting.
    pub in_title: bool,
    /// Whether it stands in a list of those who spoke, or is what speakers asked.
    pub is_speaker: bool,
    /// Whether it is a reference back ("the Office"), resolved by a guess.
    pub is_guess: bool,
    /// Of a figure: the number and what it counts.
    pub figure: Option<Figure>,
    /// Of a limb: its force and those addressed.
    pub ask: Option<Ask>,
}

impl Mention {
    /// What it is called: its full name where that is known, else the words that stand there.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.text)
    }

    /// Whether it is a document by its title, which has no full form.
    pub fn is_title(&self) -> bool {
        self.kind == Kind::Symbol && self.name.is_none()
    }

    /// Whether the dataset has it.
    pub fn status(&self) -> Status {
        match (self.kind, self.ids.len()) {
            (Kind::Figure | Kind::Commitment, _) | (_, 1) => Status::Known,
            (_, 0) => Status::Unknown,
            _ => Status::Ambiguous,
        }
    }
}
