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
    out.counted_among(totals(whole, dataset));
    out.rows("counts", &rows, &columns, asked("stats", args), dataset)?;
    if by == Dimension::Pillar || across == Some(Dimension::Pillar) {
        say_second_pillars(filter, dataset, out);
    }
    say_left_out(filter, whole, dataset, out);
    Ok(())
}

fn quote(
    args: &StatsArgs,
    filter: &ProgrammeFilter,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    let asked_for = args.around.as_deref().unwrap_or(SECRETARIAT);
    let around = match query::one::<Agency>(dataset, asked_for) {
        Ok(id) => dataset.get(&id),
        Err(unknown) if args.around.is_some() => return Err(unknown.into()),
        Err(_) => None,
    };
    let found = filter.find(dataset);
    let rows: Vec<FigureRow> = headlines(&found, around, dataset)
        .into_iter()
        .map(|line| FigureRow { figure: line.quoted.words(), count: line.count, of: line.of })
        .collect();
    out.counted_among(totals(found.len(), dataset));
    out.rows("figures", &rows, &view::figures(), asked("stats", args), dataset)?;
    if around.is_none() {
        let message = "no figures on one agency: this dataset has no agency `unodc`";
        out.say(&format!("{message}; --around names another"));
    }
    say_second_pillars(filter, dataset, out);
    say_left_out(filter, found.len(), dataset, out);
    Ok(())
}

/// Which pillars no programme is filed under, though they are second pillars of some.
fn say_second_pillars(filter: &ProgrammeFilter, dataset: &Dataset, out: &Output) {
    let programmes = filter.find(dataset);
    for pillar in &dataset.records().pillars {
        let second = programmes.iter().filter(|p| p.programme.second_pillars.contains(&pillar.id));
        let filed = programmes.iter().any(|p| p.programme.pillar == pillar.id);
        let count = second.count();
        if count > 0 && !filed {
            out.say(&format!(
                "none is filed under {}, which is a second pillar of {count} of them",
                pillar.id
            ));
        }
    }
}

/// The whole that shares are of, and how many programmes the filters leave out.
fn totals(whole: usize, dataset: &Dataset) -> [(&'static str, usize); 2] {
    [("of", whole), ("left_out", dataset.records().programmes.len() - whole)]
}

/// The whole that shares are of, where it is not every programme, and who counts, where it is not everybody.
fn say_left_out(filter: &ProgrammeFilter, whole: usize, dataset: &Dataset, out: &Output) {
    let all = dataset.records().programmes.len();
    if whole < all {
        let left_out = all - whole;
        out.say(&format!(
            "the filters leave out {left_out} of {all} programmes; shares are of the {whole} that remain"
        ));
    }
    if !filter.roles.is_empty() {
        let roles: Vec<&str> = filter.roles.values().map(|role| role.word()).collect();
        out.say(&format!("only who takes part as {} counts", roles.join(" or ")));
    }
}
