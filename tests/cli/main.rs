//! The program as a whole: what it writes for what it is asked, to the letter.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod agencies;
mod answers;
mod append;
mod author;
mod bad_data;
mod check;
mod columns;
mod commitments;
mod completions;
mod data;
mod diff;
mod documents;
mod editions;
#[cfg(feature = "xlsx")]
mod export;
mod filters;
mod full;
mod gaps;
mod graphs;
mod help;
mod hidden;
mod init;
mod judge;
mod listings;
mod load;
mod mutation;
mod network;
mod new;
mod output;
mod overview;
mod pillars;
mod places;
mod plain;
mod programmes;
mod questions;
mod random;
mod readme;
mod report;
mod rooms;
mod round_trip;
mod safety;
mod search;
mod shipped;
mod show;
mod stats;
mod support;
mod system;
mod tables;
mod trace;
mod valid;
mod walkthrough;
