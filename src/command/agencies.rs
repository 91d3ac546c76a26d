//! `cnd agencies`

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::model::Dataset;
use crate::query::{self, AgencyFilter, Error, Every, ProgrammeFilter, Words};
use crate::view;

use super::meant::{self, Filter, Named};
use super::output::{Output, asked};

/// The columns programmes, pillars, sources and shared count what --pillar, --programme, --document and
/// --role select.
#[derive(Debug, Args, Serialize)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd agencies --with UNODC
  cnd agencies --with UNODC --with WHO --pillar demand-reduction
  cnd agencies --kind field-mission -f csv"
)]
pub struct AgencyArgs {
    /// Words that an agency's record must contain, all of them; a phrase in quotes
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Works with this agency
    ///
    /// Works with this agency: one document reports both as taking part in the same programme.
    #[arg(long, value_name = "AGENCY")]
    pub with: Vec<String>,
    /// Takes part in a programme filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// With --pillar, count a programme's secondary pillars as well
    #[arg(long, requires = "pillar")]
    pub second: bool,
    /// Takes part in this role
    ///
    /// Only this role counts as taking part: lead, partner, member, organiser, participant, author
    #[arg(long, value_name = "ROLE")]
    pub role: Vec<String>,
    /// Of this kind, such as regional or ngo
    ///
    /// Of this kind: secretariat, fund-or-programme, specialised-agency, related-organisation,
    /// other-un-entity, treaty-body, commission, field-mission, intergovernmental, regional,
    /// non-governmental, academic [un, igo and ngo stand for all kinds of each]
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Takes part in this programme
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Vec<String>,
    /// Named in this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Contains all these words, in any field
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
    /// The global options.
    #[command(flatten)]
    #[serde(skip)]
    pub global: Global,
}

/// What words behind the command may have meant.
const FILTERS: [Filter; 3] = [
    (Named::Agency, "--with", "lists those that are named together with it"),
    (Named::Pillar, "--pillar", "lists those that take part in what is filed under it"),
    (Named::Kind(|word| query::agency_kinds(word).is_ok()), "--kind", "lists those of that kind"),
];

pub fn run(args: &AgencyArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    if let Some(name) = out.names_one_of(&view::SHARED).filter(|_| args.with.is_empty()) {
        let help = "name the agency that others work with".to_owned();
        return Err(Error::new(format!("the column `{name}` needs --with"), Some(help)).into());
    }
    let filter = AgencyFilter {
        with: Every::read(&args.with, |value| query::one(dataset, value))?,
        kinds: Every::read_several(&args.kind, query::agency_kinds)?,
        scope: ProgrammeFilter {
            roles: Every::read(&args.role, |value| query::word("role", value))?,
            pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
            second_pillars: args.second,
            documents: Every::read(&args.document, |value| query::one(dataset, value))?,
            ..ProgrammeFilter::default()
        },
        programmes: Every::read(&args.programme, |value| query::one(dataset, value))?,
        search: Words::typed(&args.words, &args.search, dataset)?,
    };
    let rows = filter.find(dataset);
    let columns = view::agencies(!args.with.is_empty());
    out.rows("agencies", &rows, &columns, asked("agencies", args), dataset)?;
    meant::hint(&args.words, &FILTERS, dataset, out);
    if !args.second && !args.pillar.is_empty() {
        let scope = ProgrammeFilter { second_pillars: true, ..filter.scope.clone() };
        let more = AgencyFilter { scope, ..filter }.find(dataset).len().saturating_sub(rows.len());
        if more > 0 {
            out.say(&format!(
                "{more} more through programmes that have this as a secondary pillar (add --second)"
            ));
        }
    }
    Ok(())
}
