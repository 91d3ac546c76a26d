//! Reads, checks and questions a dataset of the inter-agency commitments of the UN Commission on
//! Narcotic Drugs.
//!
//! `ARCHITECTURE.md` describes the modules and their permitted dependencies.

pub mod check;
mod cli;
mod command;
pub mod diagnostic;
pub mod document;
mod draft;
pub mod invisible;
pub mod load;
pub mod model;
mod nearest;
pub mod package;
pub mod query;
pub mod render;
mod report;
pub mod scan;
pub mod view;

pub use cli::command_line;
pub use command::main;
