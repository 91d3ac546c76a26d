//! Typed filters: what a flag asks, and whether a record answers it.

mod agency;
mod commitment;
mod document;
mod every;
mod programme;
mod resolve;
mod texts;
mod together;
mod words;

pub use agency::{AgencyFilter, FoundAgency};
pub use commitment::CommitmentFilter;
pub use document::DocumentFilter;
pub use every::Every;
pub use programme::{Found, ProgrammeFilter};
pub use resolve::{Error, all, candidates, country, one, party, region, word};
pub use texts::{Named, Searched};
pub use together::{Group, together};
pub use words::{Match, Words};
