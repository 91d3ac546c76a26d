//! `cnd pillars`

use anyhow::Result;
use clap::Args;
use clap::builder::Resettable::Reset;

use crate::model::Dataset;
use crate::query::{PillarFilter, Words};
use crate::view;

use super::output::Output;

/// The pillars are the chapters of operational recommendations of the outcome document of the General
/// Assembly's special session of 2016 (A/RES/S-30/1).
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd pillars
  cnd pillars --columns id,headings,sources -f json"
)]
pub struct PillarArgs {
    /// Words that must all occur; put a phrase in quotes
    #[arg(value_name = "WORDS", help_heading = Reset)]
    pub words: Vec<String>,
    /// Contains all these words, in any field
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

pub fn run(args: &PillarArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let rows =
        PillarFilter { search: Words::typed(&args.words, &args.search, dataset)? }.find(dataset);
    out.rows("pillars", &rows, &view::pillars(), dataset)
}
