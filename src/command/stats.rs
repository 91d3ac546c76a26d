//! `cnd stats`

use anyhow::Result;

use crate::cli::StatsArgs;
use crate::model::{Agency, Dataset, Vocabulary};
use crate::query::{self, Dimension, Error, ProgrammeFilter, Tally, headlines};
use crate::view::{self, CountRow, FigureRow};

use super::output::{Output, asked};
use super::programmes;

/// The agency whose figures the Commission's Secretariat quotes: its own.
const SECRETARIAT: &str = "unodc";

pub fn run(args: &StatsArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = programmes::filter(&args.programmes, dataset)?;
    let dimension = |value: &String| query::word::<Dimension>("dimension", value);
    match args.by.as_ref().map(dimension).transpose()? {
        None => quote(args, &filter, dataset, out),
        Some(by) => {
            let across = args.across.as_ref().map(dimension).transpose()?;
            if across == Some(by) {
                let message = format!("--by and --across both ask for `{}`", by.word());
                let help = "name two different dimensions".to_owned();
                return Err(Error::new(message, Some(help)).into());
            }
            count(args, &filter, (by, across), dataset, out)
        }
    }
}

fn count(
    args: &StatsArgs,
    filter: &ProgrammeFilter,
    (by, across): (Dimension, Option<Dimension>),
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    let tally = Tally::new(filter, by, across, dataset);
    let whole = tally.whole;
    let columns = view::counts(by.word(), tally.headings(by, dataset));
    let row = |(count, value): (query::Count<'_>, String)| CountRow {
        value,
        programmes: count.programmes,
        of: whole,
        across: count.across,
    };
    let labels = tally.labels(dataset);
    let rows: Vec<CountRow> = tally.counts.into_iter().zip(labels).map(row).collect();
    out.rows("counts", &rows, &columns, asked("stats", args), dataset)?;
    say_left_out(whole, dataset, out);
    Ok(())
}

fn quote(
    args: &StatsArgs,
    filter: &ProgrammeFilter,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    let around: Option<&Agency> = match &args.around {
        Some(value) => dataset.get(&query::one(dataset, value)?),
        None => dataset.find(SECRETARIAT),
    };
    let found = filter.find(dataset);
    let rows: Vec<FigureRow> = headlines(&found, around, dataset)
        .into_iter()
        .map(|line| FigureRow { figure: line.quoted.words(), count: line.count, of: line.of })
        .collect();
    out.rows("figures", &rows, &view::figures(), asked("stats", args), dataset)?;
    if around.is_none() {
        out.say("no figures on one agency: this dataset has no `unodc`; --around names another");
    }
    say_left_out(found.len(), dataset, out);
    Ok(())
}

/// The whole that shares are of, where it is not every programme.
fn say_left_out(whole: usize, dataset: &Dataset, out: &Output) {
    let all = dataset.records().programmes.len();
    if whole == all {
        return;
    }
    let left_out = all - whole;
    out.say(&format!(
        "{left_out} of {all} programmes are left out by the filters; shares are of the {whole} that remain"
    ));
}
