//! Typed filters on records, the rows that they find, and what is computed from these.

mod agency;
mod commitment;
pub mod diff;
mod document;
mod error;
mod every;
mod excerpt;
mod found;
mod gaps;
mod headline;
mod left_out;
mod network;
mod notes;
mod paragraph;
mod pillar;
mod programme;
mod reading;
mod reasons;
mod region;
mod resolve;
mod search;
mod shell;
mod stats;
mod texts;
mod together;
mod token;
mod trace;
mod wording;
mod words;

pub use agency::{AgencyFilter, FoundAgency};
pub use commitment::{CommitmentFilter, FoundCommitment};
pub use document::{DocumentFilter, FoundDocument};
pub use error::Error;
pub use every::Every;
pub use found::{FoundProgramme, by_first_source, reporting};
pub use gaps::{Gap, GapFilter, GapKind};
pub use headline::{SECRETARIAT, Statistic, filed, headlines};
pub use left_out::{
    on_akin, on_bystanders, on_latest, on_others, on_part, on_reported_since, on_unnamed,
};
pub use network::{End, Pair, PairFilter, Partner};
pub use notes::{SUMMARIES, on_expected, on_groups};
pub use paragraph::paragraphs;
pub use pillar::{FoundPillar, PillarFilter};
pub use programme::ProgrammeFilter;
pub use reading::{not_read, on_open, on_reading, on_reviews, on_unread};
pub use reasons::{
    agencies_named, on_commitments, on_counted_as, on_editions, on_editors, on_filing, on_names,
    on_offices, on_roles, on_shares,
};
pub use region::{Place, regions};
pub use resolve::{
    agency_kinds, all, candidates, choice, country, date, ending_so, is_kind_of_agency, named,
    on_paragraph, one, party, several, word,
};
pub use search::{Hit, near_word, search};
pub use shell::{argument, shell_word};
pub use stats::{
    Category, CommitmentDimension, Count, Dimension, Tally, commitment_counts, commitment_figures,
};
pub use texts::{Named, texts};
pub use together::Tie;
pub use trace::{Elsewhere, Passage, Station, instruments_read, passages, trace};
pub use wording::{citation, participant, place, uncited, wording};
pub use words::{Occurrence, Words};

use crate::model::Kind;
use strum::VariantArray;

/// The kinds in the order in which people see them; a kind that is missing here is an error of the compiler.
pub const KINDS: [Kind; Kind::VARIANTS.len()] =
    [Kind::Programme, Kind::Agency, Kind::Pillar, Kind::Document, Kind::Commitment];

/// The kinds in the order of differences between datasets.
const COMPARED_KINDS: [Kind; KINDS.len()] =
    [Kind::Programme, Kind::Commitment, Kind::Agency, Kind::Document, Kind::Pillar];
