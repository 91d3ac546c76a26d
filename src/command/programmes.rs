//! `cnd programmes`

use anyhow::Result;
use clap::Args;

use crate::model::{Agency, Dataset, Id, ProgrammeKind};
use crate::query::{self, Every, FoundProgramme, ProgrammeFilter, Words};
use crate::view;

use super::counted;
use super::filters::{ProgrammeFilters, mention_second};
use super::meant::{self, Filter, Named};
use super::output::Output;

/// How many of these programmes there are, how many are joint, and how many are only announced:
/// `100 programmes, 58 of them joint; 17 only planned, 9 of them joint`.
pub fn count(rows: &[FoundProgramme<'_>]) -> String {
    let all = rows.len();
    let joint = rows.iter().filter(|row| row.is_joint()).count();
    let planned: Vec<&FoundProgramme<'_>> = rows.iter().filter(|row| row.is_planned()).collect();
    let planned_joint = planned.iter().filter(|row| row.is_joint()).count();
    if all == 0 {
        return counted(all, "programme");
    }
    let is_joint = match joint {
        0 if all == 1 => "not joint".to_owned(),
        0 => "none of them joint".to_owned(),
        _ if all == 1 => "joint".to_owned(),
        every if every == all => "all joint".to_owned(),
        some => format!("{some} of them joint"),
    };
    let is_planned = match planned.len() {
        0 => String::new(),
        1 if all == 1 => "; only planned".to_owned(),
        every if every == all => "; all only planned".to_owned(),
        some if joint == 0 || joint == all => format!("; {some} only planned"),
        1 if planned_joint == 1 => "; 1 only planned, and joint".to_owned(),
        1 => "; 1 only planned, not joint".to_owned(),
        some if planned_joint == 0 => format!("; {some} only planned, none of them joint"),
        some if planned_joint == some => format!("; {some} only planned, all of them joint"),
        some => format!("; {some} only planned, {planned_joint} of them joint"),
    };
    format!("{}, {is_joint}{is_planned}", counted(all, "programme"))
}

/// With --document or --paragraph, all filters must match within one document, and each row shows everything that
/// document reports about the programme there. With --since or --until, only reports from that period count.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd programmes --pillar supply-reduction
  cnd programmes --agency UNODC --agency WHO --columns name,countries,sources
  cnd programmes --document note-2020 --paragraph 20 -f csv")]
pub struct ProgrammeArgs {
    /// Words that must all occur; put a phrase in quotes
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub filters: ProgrammeFilters,
}

/// What words after the command may have meant.
pub const FILTERS: [Filter; 5] = [
    (Named::Pillar, "--pillar", "lists what is filed under it"),
    (Named::Agency(takes_part), "--agency", "lists what it takes part in"),
    (Named::Country, "--country", "lists the work that is done there"),
    (Named::Region, "--region", "lists the work that is done there"),
    (
        Named::Kind(|word| query::word::<ProgrammeKind>("kind", word).is_ok()),
        "--kind",
        "lists those of that kind",
    ),
];

fn takes_part(agency: &Id<Agency>, dataset: &Dataset) -> bool {
    let agencies = Every::only(agency.clone());
    !ProgrammeFilter { agencies, ..ProgrammeFilter::default() }.find(dataset).is_empty()
}

/// What the column `joint` says, and in how many of these programmes it may surprise.
fn legend(rows: &[FoundProgramme<'_>]) -> String {
    let apart = rows.iter().filter(|row| row.names_agencies_apart()).count();
    let apart = if apart == 0 {
        String::new()
    } else {
        let apart = counted(apart, "programme");
        format!("; for {apart}, several agencies are named, but no two in the same document")
    };
    format!(
        "joint: yes if one document names two or more agencies as taking part, otherwise no{apart}"
    )
}

pub fn run(args: &ProgrammeArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let mut filter = args.filters.filter(dataset)?;
    filter.search = Words::typed(&args.words, &args.filters.search, dataset)?;
    let mut rows = filter.find(dataset);
    query::by_first_source(&mut rows, dataset);
    out.count = (!rows.is_empty()).then(|| count(&rows));
    out.rows("programmes", &rows, &view::programmes(), dataset)?;
    if rows.iter().any(|row| !row.is_joint()) && out.has_printed("joint") {
        out.say(&legend(&rows));
    }
    out.say_names(rows.iter().flat_map(FoundProgramme::named), dataset);
    out.say_each(filter.on_agency_names(&rows, dataset));
    meant::hint(&args.words, &FILTERS, dataset, out);
    out.say_each(query::on_bystanders(meant::agency(&args.words, dataset), dataset));
    out.say_each(filter.notes(&rows, dataset));
    if !args.filters.second && !args.filters.pillar.is_empty() {
        let more =
            ProgrammeFilter { second_pillars: true, ..filter }.find(dataset).len() - rows.len();
        mention_second(more, out);
    }
    Ok(())
}
