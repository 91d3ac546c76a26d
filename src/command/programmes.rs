//! `cnd programmes`

use anyhow::Result;

use crate::cli::ProgrammeArgs;
use crate::model::Dataset;
use crate::query::{self, Error, Every, Found, ProgrammeFilter, Words};
use crate::view::{self, ProgrammeRow};

use super::output::{Output, asked};

pub fn run(args: &ProgrammeArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = filter(args, dataset)?;
    let rows: Vec<ProgrammeRow<'_>> = filter
        .find(dataset)
        .into_iter()
        .map(|Found { programme, reports, .. }| ProgrammeRow { dataset, programme, reports })
        .collect();
    out.rows("programmes", &rows, &view::programmes(), asked("programmes", args), dataset)?;
    for paragraph in filter.silent_paragraphs(dataset) {
        out.say(&format!("no programme is reported in paragraph `{paragraph}`"));
    }
    let undated = filter.undated(dataset);
    if undated > 0 {
        out.say(&format!("without a date, and so left out: {undated} more"));
    }
    if !args.second && !args.pillar.is_empty() {
        let more =
            ProgrammeFilter { second_pillars: true, ..filter }.find(dataset).len() - rows.len();
        if more > 0 {
            out.say(&match more {
                1 => "1 more has it as a second pillar; --second includes it".to_owned(),
                _ => format!("{more} more have it as a second pillar; --second includes them"),
            });
        }
    }
    Ok(())
}

/// The filter that the flags ask for.
///
/// # Errors
/// When a value names nothing.
pub fn filter(args: &ProgrammeArgs, dataset: &Dataset) -> Result<ProgrammeFilter, Error> {
    Ok(ProgrammeFilter {
        pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
        second_pillars: args.second,
        agencies: Every::read(&args.agency, |value| query::one(dataset, value))?,
        roles: Every::read(&args.role, |value| query::word("role", value))?,
        leads: Every::read(&args.lead, |value| query::one(dataset, value))?,
        only: Every::read(&args.only, |value| query::one(dataset, value))?,
        without: Every::read(&args.without, |value| query::one(dataset, value))?,
        countries: Every::read(&args.country, query::country)?,
        governments: Every::read(&args.government, query::country)?,
        regions: Every::read(&args.region, |value| query::region(dataset, value))?,
        kinds: Every::read(&args.kind, |value| query::word("kind of programme", value))?,
        documents: Every::read(&args.document, |value| query::one(dataset, value))?,
        paragraphs: Every::read(&args.paragraph, query::paragraph)?,
        since: args.since.as_deref().map(query::date).transpose()?,
        until: args.until.as_deref().map(query::date).transpose()?,
        search: Words::read(&args.search)?,
    })
}
