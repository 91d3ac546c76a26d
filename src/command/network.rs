//! `cnd network`

use anyhow::{Result, bail};
use clap::Args;

use crate::model::Dataset;
use crate::query::{self, Error, Every, FoundProgramme, PairFilter, Partner, ProgrammeFilter, Tie};
use crate::render::Format;
use crate::view;

use super::filters::ProgrammeFilters;
use super::meant;
use super::one_of;
use super::output::Output;
use super::programmes::FILTERS;

/// How many edges Mermaid draws by default.
const MERMAID_EDGES: usize = 500;

/// Two agencies are named together when one document reports both as taking part in the same programme. Their tie shows
/// in what capacity: joint-work (both lead, organise or are partners; the paragraph may link each of them only to a
/// third agency), membership (one is a member), attendance or authorship. `tie` is the closest tie across the
/// programmes they share; `ties` counts each kind. With `--by country`, an agency and a country are a pair when one
/// document reports both for the same programme. Filters select the programmes; all agencies in them are paired (with
/// --role, those in that role). Further formats: dot (Graphviz), graphml and mermaid.
#[derive(Debug, Args)]
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
    /// Only pairs whose closest tie is this, such as joint-work
    #[arg(long, value_name = "TIE", long_help = one_of::<Tie>("Only pairs whose closest tie is this"))]
    pub tie: Vec<String>,
    /// Pair agencies with other agencies (agency), or with the countries of their work (country)
    #[arg(long, value_name = "OTHER", default_value = "agency")]
    pub by: String,
    #[command(flatten)]
    pub programmes: ProgrammeFilters,
}

pub fn run(args: &NetworkArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = PairFilter {
        partner: query::word("value of --by", &args.by)?,
        around: Every::read(&args.around, &|value| query::one(dataset, value))?,
        min: args.min,
        ties: Every::read(&args.tie, &|value| query::word("tie", value))?,
    };
    if filter.partner == Partner::Country && !filter.ties.is_empty() {
        let help = "leave out --tie, or pair agencies with each other";
        bail!(Error::new("a country has no tie", help));
    }
    let programmes = args.programmes.filter(dataset)?;
    let found = programmes.find(dataset);
    let (rows, left_out) = filter.find(&found, dataset);
    let (a, b) = match filter.partner {
        Partner::Agency => ("agency_a", "agency_b"),
        Partner::Country => ("agency", "country"),
    };
    let columns = view::pairs(a, b, filter.partner == Partner::Agency);
    out.documents = query::reporting(&found);
    out.edges("pairs", &rows, &columns, dataset)?;
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
        let min = (args.min > 1).then(|| format!("--min {}", args.min));
        let tie = (!args.tie.is_empty()).then(|| format!("--tie {}", args.tie.join(" --tie ")));
        let options: Vec<String> = min.into_iter().chain(tie).collect();
        let leave = if options.len() > 1 { "leave" } else { "leaves" };
        let options = options.join(" and ");
        out.say(&format!("{options} {leave} out {left_out} of {all} pairs"));
    }
    mention_tie(rows.iter().filter_map(|row| row.tie()), out);
    meant::hint(&args.programmes.search, &FILTERS, dataset, out);
    out.say_names(found.iter().flat_map(FoundProgramme::named), dataset);
    out.say_each(programmes.notes(&found, dataset));
    out.say_each(query::on_bystanders(filter.around.values(), dataset));
    out.say_each(query::on_roles(&programmes.roles, false));
    let leaves_out = filter.min > 1
        || !filter.ties.is_empty()
        || filter.partner != Partner::Agency
        || programmes != ProgrammeFilter::default();
    out.say_each(query::on_offices(&filter.around, leaves_out, dataset));
    Ok(())
}

/// Explains the columns on ties, if they are printed.
pub fn mention_tie(mut ties: impl Iterator<Item = Tie>, out: &Output) {
    let is_printed = out.has_printed("joint_work") || out.has_printed("tie");
    if is_printed && ties.any(|tie| tie == Tie::JointWork) {
        out.say(
            "joint_work counts programmes in which both do the work, though the source may link each of them only \
             to a third agency; tie is the closest link between the two",
        );
    }
}
