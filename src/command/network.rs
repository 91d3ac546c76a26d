//! `cnd network`

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::model::Dataset;
use crate::query::{self, Every, PairFilter, Partner};
use crate::render::Format;
use crate::view;

use super::output::{Output, asked};
use super::programmes::ProgrammeFilters;

/// How many edges Mermaid draws by default.
const MERMAID_EDGES: usize = 500;

/// Two agencies work together when one document reports both as taking part in the same programme; with
/// `--by country`, an agency and a country are a pair when one document reports both of the same programme.
/// Filters select the programmes; every agency that takes part in them counts, with --role every agency in
/// that role. An agency without a partner has no pair. Further formats: dot (Graphviz), graphml and mermaid.
#[derive(Debug, Args, Serialize)]
#[command(after_long_help = "\
Examples:
  cnd network --around UNODC --min 2
  cnd network --pillar supply-reduction -o supply.graphml
  cnd network --min 3 -f mermaid
  cnd network --by country --agency UNODC -f csv")]
pub struct NetworkArgs {
    /// Only pairs that include this agency
    #[arg(long, value_name = "AGENCY")]
    pub around: Vec<String>,
    /// Only pairs that share at least N programmes
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub min: usize,
    /// Pair agencies with each other (agency) or with countries of work (country)
    #[arg(long, value_name = "OTHER", default_value = "agency")]
    pub by: String,
    /// Which programmes.
    #[command(flatten)]
    #[serde(flatten)]
    pub programmes: ProgrammeFilters,
    /// The global options.
    #[command(flatten)]
    #[serde(skip)]
    pub global: Global,
}

pub fn run(args: &NetworkArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = PairFilter {
        partner: query::word("other end of a pair", &args.by)?,
        around: Every::read(&args.around, |value| query::one(dataset, value))?,
        min: args.min,
    };
    let found = args.programmes.filter(dataset)?.find(dataset);
    let (rows, left_out) = filter.find(&found, dataset);
    let (a, b) = match filter.partner {
        Partner::Agency => ("agency_a", "agency_b"),
        Partner::Country => ("agency", "country"),
    };
    out.edges("pairs", &rows, &view::pairs(a, b), asked("network", args), dataset)?;
    if out.format() == Format::Mermaid && rows.len() > MERMAID_EDGES {
        out.say(&format!(
            "{} edges: Mermaid draws at most {MERMAID_EDGES} unless its maxEdges is raised; --min {} leaves out \
             the weakest",
            rows.len(),
            args.min + 1
        ));
    }
    if left_out > 0 {
        let all = rows.len() + left_out;
        out.say(&format!("--min {} leaves out {left_out} of {all} pairs", args.min));
    }
    Ok(())
}
