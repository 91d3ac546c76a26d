//! The program as a whole: what it writes for what it is asked, to the letter.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod agencies;
mod commitments;
mod data;
mod documents;
mod gaps;
mod help;
mod output;
mod overview;
mod pillars;
mod programmes;
mod readme;
mod rooms;
mod search;
mod show;
mod stats;
mod support;
