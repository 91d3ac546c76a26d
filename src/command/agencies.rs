//! `cnd agencies`

use anyhow::Result;

use crate::cli::AgencyArgs;
use crate::model::Dataset;
use crate::query::{self, AgencyFilter, Every, FoundAgency, ProgrammeFilter, Words};
use crate::view::{self, AgencyRow};

use super::output::{Output, asked};

pub fn run(args: &AgencyArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = AgencyFilter {
        with: Every::read(&args.with, |value| query::one(dataset, value))?,
        kinds: Every::read(&args.kind, |value| query::word("kind of agency", value))?,
        scope: ProgrammeFilter {
            roles: Every::read(&args.role, |value| query::word("role", value))?,
            pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
            documents: Every::read(&args.document, |value| query::one(dataset, value))?,
            ..ProgrammeFilter::default()
        },
        programmes: Every::read(&args.programme, |value| query::one(dataset, value))?,
        search: Words::new(args.search.as_deref().unwrap_or_default()),
    };
    let rows: Vec<AgencyRow<'_>> = filter
        .find(dataset)
        .into_iter()
        .map(|FoundAgency { agency, programmes, sources, shared }| AgencyRow {
            dataset,
            agency,
            programmes,
            sources,
            shared,
        })
        .collect();
    let columns = view::agencies(!args.with.is_empty());
    out.rows("agencies", &rows, &columns, asked("agencies", args), dataset)
}
