//! What the paragraphs of a document name: bodies, groups, programmes, places, symbols, figures, and
//! what is asked of whom.
//!
//! A [`Lexicon`] holds the forms of a dataset; [`read`] reads a paper against it. The
//! document's own definitions, "Long Name (ACR)", are read first and hold for all of it. The texts of
//! paragraphs are taken as `document` makes them: single spaces, plain hyphens, no signs that do not show.

mod acronym;
mod address;
mod addressee;
mod adverb;
mod against;
mod asides;
mod asks;
mod belonging;
mod citation_number;
mod cited;
mod clause;
mod collector;
mod companions;
mod complement;
mod context;
mod cover;
mod dataset;
mod definition;
mod excluded;
mod figure;
mod fold;
mod foreign;
mod governed;
mod heads;
mod infinitive;
mod instrument;
mod joined;
mod ledger;
mod lexicon;
mod likeness;
mod limb;
mod list;
mod mandate_list;
mod mandates;
mod matcher;
mod mention;
mod named;
mod names;
mod number;
mod opening;
mod organ;
mod outlook;
mod owner;
mod party;
mod place;
mod plan;
mod qualifier;
mod reader;
mod reference;
mod resolution;
mod respelt;
mod row;
mod scanner;
mod series;
mod speaker;
mod subject;
mod subjects;
mod symbol;
mod title;
mod token;
mod told;
mod unknown;
mod variants;
mod verb;

pub use against::{Compared, Comparison, Side, against};
pub use figure::Figure;
pub use ledger::Ledger;
pub use lexicon::Lexicon;
pub use mention::{Kind, Mention, Status};
pub use organ::resolution_title;
pub use outlook::{Outlook, clauses, outlooks};
pub use party::{Ask, Party};
pub use row::{Mark, Row, rows};
pub use scanner::{Read, read};
pub(crate) use token::start_of;
pub use verb::is_past;

#[cfg(test)]
mod tests;
