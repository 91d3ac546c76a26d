//! Typed filters: what a flag asks, and whether a record answers it.

mod agency;
mod commitment;
mod document;
mod every;
mod gaps;
mod programme;
mod resolve;
mod texts;
mod together;
mod words;

pub use agency::{AgencyFilter, FoundAgency};
pub use commitment::CommitmentFilter;
pub use document::DocumentFilter;
pub use every::Every;
pub use gaps::{Gap, GapFilter, GapKind};
pub use programme::{Found, ProgrammeFilter};
pub use resolve::{Error, all, candidates, country, date, one, party, region, word};
pub use texts::{Named, Searched};
pub use together::{Group, together};
pub use words::{Match, Words};
