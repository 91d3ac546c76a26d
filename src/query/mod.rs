//! Typed filters: what a flag asks, and whether a record answers it; and what is computed from the answers.

mod agency;
mod commitment;
pub mod diff;
mod document;
mod every;
#[cfg(test)]
mod fixture;
mod gaps;
mod headline;
mod network;
mod programme;
mod resolve;
mod stats;
mod texts;
mod together;
mod words;

pub use agency::{AgencyFilter, FoundAgency};
pub use commitment::CommitmentFilter;
pub use document::DocumentFilter;
pub use every::Every;
pub use gaps::{Gap, GapFilter, GapKind};
pub use headline::{Headline, Quoted, headlines};
pub use network::{End, Other, Pair, pairs};
pub use programme::{Found, ProgrammeFilter};
pub use resolve::{
    Error, all, candidates, choice, country, date, one, paragraph, party, region, word,
};
pub use stats::{Count, Dimension, Tally, Value};
pub use texts::{Named, Searched};
pub use together::{Group, taking_part, together};
pub use words::{Match, Words};
