//! The program as a whole: what it writes for what it is asked, to the letter.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod answers;
mod append;
mod author;
mod bad_data;
mod bad_values;
mod blamed;
mod check;
mod columns;
mod completions;
mod data;
mod diff;
mod editions;
mod export;
mod filters;
mod full;
mod graphs;
mod help;
mod hidden;
mod init;
mod judge;
mod listings;
mod load;
mod mutation;
mod new;
mod new_refused;
mod output;
mod places;
mod plain;
mod questions;
mod random;
mod readme;
mod report;
mod rooms;
mod round_trip;
mod safety;
mod search;
mod shipped;
mod stats;
mod support;
mod system;
mod tables;
mod transcripts;
mod valid;
mod walkthrough;
