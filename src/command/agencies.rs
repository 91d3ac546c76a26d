//! `cnd agencies`

use anyhow::{Result, bail};
use clap::Args;
use clap::builder::Resettable::Reset;

use crate::model::{Agency, AgencyKind, Dataset, Id, Role};
use crate::query::{self, AgencyFilter, Error, Every, FoundAgency, ProgrammeFilter, Tie, Words};
use crate::view;

use super::filters::mention_second;
use super::meant::{self, Filter, Named};
use super::network::mention_tie;
use super::one_of;
use super::output::Output;

/// The columns `programmes`, `pillars`, `sources` and `shared` cover only what --pillar, --programme, --document and
/// --role select.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd agencies --with UNODC
  cnd agencies --with UNODC --with WHO --pillar demand-reduction
  cnd agencies --kind field-mission -f csv"
)]
pub struct AgencyArgs {
    /// Words that must all occur; put a phrase in quotes
    #[arg(value_name = "WORDS", help_heading = Reset)]
    pub words: Vec<String>,
    /// Named together with this agency, the closest first
    ///
    /// Named together with this agency: one document reports both as taking part in the same programme. Sorted by
    /// shared programmes, then by closest tie.
    #[arg(long, value_name = "AGENCY")]
    pub with: Vec<String>,
    /// With --with: only agencies whose closest tie is this
    #[arg(long, value_name = "TIE", requires = "with", long_help = one_of::<Tie>(
        "With --with, only agencies whose closest tie is this (joint-work: both do the work of a programme, though \
         the paragraph may link each of them only to a third agency)"
    ))]
    pub tie: Vec<String>,
    /// Takes part in a programme filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// With --pillar, count a programme's secondary pillars as well
    #[arg(long, requires = "pillar")]
    pub second: bool,
    /// Count only programmes in which an agency has this role
    #[arg(long, value_name = "ROLE", long_help = one_of::<Role>(
        "Count only programmes in which an agency has this role"
    ))]
    pub role: Vec<String>,
    /// Of this kind, such as regional or ngo
    #[arg(long, value_name = "KIND", long_help = one_of::<AgencyKind>(
        "Of this kind (un, igo and ngo stand for all kinds of each)"
    ))]
    pub kind: Vec<String>,
    /// Takes part in this programme
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Vec<String>,
    /// Named in this document, including as maker or addressee of a commitment
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Contains all these words, in any field
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// What words after the command may have meant.
const FILTERS: [Filter; 3] = [
    (Named::Agency(has_partners), "--with", "lists those that are named together with it"),
    (Named::Pillar, "--pillar", "lists those that take part in what is filed under it"),
    (Named::Kind(|word| query::agency_kinds(word).is_ok()), "--kind", "lists those of that kind"),
];

fn has_partners(agency: &Id<Agency>, dataset: &Dataset) -> bool {
    let with = Every::only(agency.clone());
    !AgencyFilter { with, ..AgencyFilter::default() }.find(dataset).is_empty()
}

pub fn run(args: &AgencyArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    if let Some(name) = out.names_one_of(&view::SHARED).filter(|_| args.with.is_empty()) {
        let help = "name the agency that others are named together with";
        bail!(Error::new(format!("the column `{name}` needs --with"), help));
    }
    let filter = AgencyFilter {
        with: Every::read(&args.with, &|value| query::one(dataset, value))?,
        ties: Every::read(&args.tie, &|value| query::word("tie", value))?,
        kinds: Every::read_several(&args.kind, &query::agency_kinds)?,
        scope: ProgrammeFilter {
            roles: Every::read(&args.role, &|value| query::word("role", value))?,
            pillars: Every::read(&args.pillar, &|value| query::one(dataset, value))?,
            second_pillars: args.second,
            documents: Every::read(&args.document, &|value| query::one(dataset, value))?,
            ..ProgrammeFilter::default()
        },
        programmes: Every::read(&args.programme, &|value| query::one(dataset, value))?,
        search: Words::typed(&args.words, &args.search, dataset)?,
    };
    let rows = filter.find(dataset);
    let columns = view::agencies(!args.with.is_empty());
    out.rows("agencies", &rows, &columns, dataset)?;
    mention_tie(rows.iter().filter_map(FoundAgency::tie), out);
    let printed = rows.iter().filter(|row| out.has_row_of(row.agency));
    out.say_each(query::on_counted_as(printed, dataset));
    let others = AgencyFilter { with: Every::default(), ..filter.clone() };
    let leaves_out = others != AgencyFilter::default();
    out.say_each(query::on_offices(&filter.with, leaves_out, dataset));
    let with = ProgrammeFilter { agencies: filter.with.clone(), ..filter.scope.clone() };
    out.say_each(query::on_others(&with, "--with", dataset));
    out.say_each(query::on_roles(&filter.scope.roles, out.has_printed("joint")));
    out.say_names(rows.iter().flat_map(FoundAgency::named), dataset);
    out.say_each(query::on_unread(filter.scope.documents.values(), !rows.is_empty(), dataset));
    let asked = filter.with.values().chain(meant::agency(&args.words, dataset));
    out.say_each(query::on_bystanders(asked, dataset));
    out.say_each(filter.search.on_nothing().filter(|_| rows.is_empty()));
    meant::hint(&args.words, &FILTERS, dataset, out);
    if !args.second && !args.pillar.is_empty() {
        let scope = ProgrammeFilter { second_pillars: true, ..filter.scope.clone() };
        let more = AgencyFilter { scope, ..filter }.find(dataset).len().saturating_sub(rows.len());
        mention_second(more, out);
    }
    Ok(())
}
