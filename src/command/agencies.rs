//! `cnd agencies`

use anyhow::Result;

use crate::cli::AgencyArgs;
use crate::model::Dataset;
use crate::query::{self, AgencyFilter, Error, Every, FoundAgency, ProgrammeFilter, Words};
use crate::view::{self, AgencyRow};

use super::output::{Output, asked};

pub fn run(args: &AgencyArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    if let Some(name) = out.names_one_of(&view::SHARED).filter(|_| args.with.is_empty()) {
        let message = format!("the column `{name}` needs --with");
        return Err(
            Error::new(message, Some("name the agency that others work with".to_owned())).into()
        );
    }
    let filter = AgencyFilter {
        with: Every::read(&args.with, |value| query::one(dataset, value))?,
        kinds: Every::read(&args.kind, |value| query::word("kind of agency", value))?,
        scope: ProgrammeFilter {
            roles: Every::read(&args.role, |value| query::word("role", value))?,
            pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
            second_pillars: args.second,
            documents: Every::read(&args.document, |value| query::one(dataset, value))?,
            ..ProgrammeFilter::default()
        },
        programmes: Every::read(&args.programme, |value| query::one(dataset, value))?,
        search: Words::read(&args.search)?,
    };
    let rows: Vec<AgencyRow<'_>> = filter
        .find(dataset)
        .into_iter()
        .map(|FoundAgency { agency, programmes, sources, shared, .. }| AgencyRow {
            dataset,
            agency,
            programmes,
            sources,
            shared,
        })
        .collect();
    let columns = view::agencies(!args.with.is_empty());
    out.rows("agencies", &rows, &columns, asked("agencies", args), dataset)?;
    if !args.second && !args.pillar.is_empty() {
        let scope = ProgrammeFilter { second_pillars: true, ..filter.scope.clone() };
        let more = AgencyFilter { scope, ..filter }.find(dataset).len().saturating_sub(rows.len());
        if more > 0 {
            out.say(&format!(
                "{more} more through programmes that have it as a second pillar; --second includes them"
            ));
        }
    }
    Ok(())
}
