//! `cnd stats`

mod commitments;

use anyhow::{Result, bail};
use clap::Args;

use crate::model::{Agency, Dataset, Vocabulary, fold, vocabulary};
use crate::query::{
    self, CommitmentDimension, Dimension, Error, Every, FoundProgramme, ProgrammeFilter,
    SECRETARIAT, Statistic, Tally, filed, headlines,
};
use crate::render::Format;
use crate::view;

use super::filters::{CommitmentFilters, ProgrammeFilters};
use super::output::Output;
use super::{counted, meant, programmes};

/// A programme is counted once under each value it has, or under `not stated`. If a report gives only a number of
/// countries, it is counted under `number of countries given`. A programme can have several agencies, countries,
/// regions, documents and roles, so these counts add up to more than the total. Shares refer to the programmes that
/// match the filters. JSON and YAML give their number (`of`), how many are joint (`joint`) and how many are left out
/// (`left_out`). With --role, only agencies in that role are counted; `joint` counts any role.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd stats
  cnd stats --by agency --limit 10
  cnd stats --by pillar --across kind --document note-2020
  cnd stats --of commitments --to UNODC --by status")]
pub struct StatsArgs {
    /// Count programmes or commitments
    #[arg(long, value_name = "WHAT", default_value = "programmes")]
    pub of: String,
    /// What to count by, such as pillar
    ///
    /// What to count by: pillar, agency, country, region, kind, document, role [with --of commitments: force,
    /// instrument, addressee, pillar, status]
    #[arg(long, value_name = "DIMENSION")]
    pub by: Option<String>,
    /// With a column for each value of another dimension
    ///
    /// Add a column for each value of a second dimension, with the number of programmes that have both.
    #[arg(long, value_name = "DIMENSION", requires = "by")]
    pub across: Option<String>,
    /// Without --by: the agency whose share and partners are counted [default: UNODC]
    #[arg(long, value_name = "AGENCY", conflicts_with = "by")]
    pub around: Option<String>,
    #[command(flatten)]
    pub programmes: ProgrammeFilters,
    /// Which commitments.
    #[command(
        flatten,
        next_help_heading = "Filters for --of commitments (in addition to --document, --pillar, --paragraph and \
         --search)"
    )]
    pub commitments: CommitmentFilters,
}

vocabulary! {
    /// What is counted.
    enum Counted {
        Programmes,
        Commitments,
    }
}

pub fn run(args: &StatsArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = args.programmes.filter(dataset)?;
    if query::word::<Counted>("value of --of", &args.of)? == Counted::Commitments {
        return commitments::count(args, filter, dataset, out);
    }
    if let Some(option) = given(out, |name| CommitmentFilters::NAMES.contains(&name)) {
        let dates = if option == "--to" { "; for dates, use --since and --until" } else { "" };
        let help = format!("add --of commitments{dates}");
        bail!(Error::new(format!("{option} is for commitments"), help));
    }
    let dimension = |value: &String| {
        query::word::<Dimension>("dimension", value).map_err(|error| on_dimension(value, error))
    };
    match args.by.as_ref().map(dimension).transpose()? {
        None => headline_figures(args, &filter, dataset, out)?,
        Some(by) => {
            let across = args.across.as_ref().map(dimension).transpose()?;
            if across == Some(by) {
                let message = format!("--by and --across are both `{}`", by.word());
                bail!(Error::new(message, "name two different dimensions"));
            }
            count(&filter, (by, across), dataset, out)?;
        }
    }
    meant::hint(&args.programmes.search, &programmes::FILTERS, dataset, out);
    Ok(())
}

/// The first option that was given of those with some names.
fn given(out: &Output, is_one: impl Fn(&str) -> bool) -> Option<String> {
    let mut names = out.asked.iter().map(|(name, _)| &**name);
    names.find(|name| is_one(name)).map(|name| format!("--{}", name.replace('_', "-")))
}

/// A dimension that programmes are not counted by, with the way to what may be wanted.
fn on_dimension(value: &str, unknown: Error) -> Error {
    let is_dimension = |word: &str| query::word::<Dimension>("dimension", word).is_ok();
    let help = match fold(value).as_str() {
        word if query::word::<CommitmentDimension>("dimension", word).is_ok() => {
            "this dimension is for commitments: add --of commitments".to_owned()
        }
        "commitment" | "commitments" => {
            "--of commitments counts commitments, such as --of commitments --by status".to_owned()
        }
        "year" | "years" | "date" | "month" | "time" => {
            "use --by document to count by source, and --since and --until to select a period"
                .to_owned()
        }
        "agency-kind" | "kind-of-agency" => {
            "--agency-kind KIND chooses the programmes of a kind of agency".to_owned()
        }
        "joint" | "planned" => "every listing of counts already has this column".to_owned(),
        word => match word.split([',', '/', '+']).map(str::trim).collect::<Vec<_>>()[..] {
            [by, across] if is_dimension(by) && is_dimension(across) => {
                format!("for two dimensions, use --by {by} --across {across}")
            }
            _ => return unknown,
        },
    };
    Error::new(format!("cannot count programmes by `{value}`"), help)
}

/// Says what the shares in a table refer to.
fn mention_whole(whole: usize, what: &str, out: &mut Output) {
    if whole > 0 && out.shows("share") {
        out.frame[1] = format!("\nShares are of {}.\n", counted(whole, what));
        out.speaks_of = Some("share");
    }
}

/// The programmes outside the filters, which shares leave out.
fn left_out(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => "; 1 other does not match the filters".to_owned(),
        others => format!("; {others} others do not match the filters"),
    }
}

fn count(
    filter: &ProgrammeFilter,
    (by, across): (Dimension, Option<Dimension>),
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    let mut tally = Tally::new(filter, by, across, dataset);
    let mut columns = view::counts(by.word(), &tally.headings);
    if filter.joint {
        // It repeats the column of programmes.
        let heads = columns.iter_mut().map(|column| &mut column.head);
        heads.filter(|head| head.name == "joint").for_each(|joint| joint.main = false);
    }
    let found = filter.find(dataset);
    say_whole(&found, dataset, out);
    mention_whole(found.len(), "programme", out);
    if found.is_empty() && out.format() == Format::Table {
        tally.counts.clear();
    }
    out.rows("counts", &tally.counts, &columns, dataset)?;
    let counts_by = |dimension| by == dimension || across == Some(dimension);
    if counts_by(Dimension::Region) {
        out.say("regions overlap: work in a country is also counted under each M49 region that includes it");
    }
    if let Some(others) = with_others(filter, counts_by) {
        out.say(others);
    }
    say_what_counts(filter, &found, counts_by(Dimension::Pillar), dataset, out);
    out.say_names(found.iter().flat_map(FoundProgramme::named), dataset);
    Ok(())
}

/// That programmes chosen by one of their agencies or places are counted under the others that they have, too.
fn with_others(
    filter: &ProgrammeFilter,
    counts_by: impl Fn(Dimension) -> bool,
) -> Option<&'static str> {
    let has_place = !filter.countries.is_empty() || !filter.regions.is_empty();
    let has_agency =
        !filter.agencies.is_empty() || !filter.leads.is_empty() || !filter.agency_kinds.is_empty();
    let by_place = counts_by(Dimension::Country) || counts_by(Dimension::Region);
    match (has_place && by_place, has_agency && counts_by(Dimension::Agency)) {
        (true, _) => Some(
            "the programmes that match count under all countries and regions in which they work",
        ),
        (_, true) => {
            Some("the programmes that match count under all agencies that take part in them")
        }
        _ => None,
    }
}

fn headline_figures(
    args: &StatsArgs,
    filter: &ProgrammeFilter,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    let name = args.around.as_deref().unwrap_or(SECRETARIAT);
    let around = match query::one::<Agency>(dataset, name) {
        Ok(id) => dataset.get(&id),
        Err(unknown) if args.around.is_some() => return Err(unknown.into()),
        Err(_) => None,
    };
    let found = filter.find(dataset);
    let mut rows = headlines(&found, around, dataset);
    rows.extend(filed(&found, &filter.pillars, dataset));
    say_whole(&found, dataset, out);
    if found.is_empty() && out.format() == Format::Table {
        rows.clear();
    }
    let columns = view::statistics("figure", "count", true);
    out.rows("figures", &rows, &columns, dataset)?;
    if let Some(agency) = around.filter(|_| !rows.iter().any(Statistic::counts_partners)) {
        let asked = Every::only(agency.id.clone());
        for remark in query::on_offices(&asked, *filter != ProgrammeFilter::default(), dataset) {
            out.say(&format!("its partners are not counted: {remark}"));
        }
    }
    if around.is_none() {
        let message = "no figures for a single agency: this dataset has no agency `unodc`";
        out.say(&format!("{message}; choose one with --around"));
    }
    say_what_counts(filter, &found, true, dataset, out);
    out.say_names(found.iter().flat_map(FoundProgramme::named), dataset);
    Ok(())
}

/// The programmes that shares are of, how many of them are joint, and how many do not match the filters.
fn say_whole(found: &[FoundProgramme<'_>], dataset: &Dataset, out: &mut Output) {
    out.documents = query::reporting(found);
    let joint = found.iter().filter(|found| found.is_joint()).count();
    let others = dataset.records().programmes.len() - found.len();
    out.totals = vec![("of", found.len()), ("joint", joint), ("left_out", others)];
    out.count = Some(programmes::count(found) + &left_out(others));
}

/// What a reader of these numbers must know: why no share should be quoted, where that is so, how many programmes the
/// editors have filed under a pillar, and who does not count.
fn say_what_counts(
    filter: &ProgrammeFilter,
    found: &[FoundProgramme<'_>],
    is_by_pillar: bool,
    dataset: &Dataset,
    out: &Output,
) {
    let editors = query::on_editors(found, dataset).filter(|_| is_by_pillar);
    out.say_each(query::on_shares(found, dataset).into_iter().chain(editors));
    out.say_each(filter.notes(found, dataset));
    out.say_each(query::on_roles(&filter.roles, !found.is_empty()));
}
