//! `cnd trace`

use anyhow::{Result, bail};
use clap::Args;

use crate::model::{AnyRecord, Citation, Commitment, Dataset, Document, Id, Kind};
use crate::query::{self, CommitmentFilter, Error, Every, Station, candidates, shell_word};
use crate::view;

use super::counted;
use super::output::Output;

/// The line of a commitment consists of the commitments it repeats, those that repeat it, and their other branches,
/// oldest first. Each row gives its source, date, force, what changed, what was `reported` before the next
/// instrument, and where the branch ends. `reported` can be empty although the status is `reported` (by a later row).
/// For an instrument known only through a document that cites it, the source has no paragraph. For an instrument, all
/// lines that pass through it are listed. "Not repeated" is used only for instruments that have been read and compared.
/// Further formats: dot (Graphviz), graphml and mermaid.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd trace unodc-joint-initiatives-74-178
  cnd trace 74/178 --paragraph 115-116
  cnd trace unodc-cooperation-74-178 -f mermaid")]
pub struct TraceArgs {
    /// A commitment by its id, or an instrument
    #[arg(value_name = "COMMITMENT|INSTRUMENT")]
    pub of: String,
    /// Of an instrument, only these paragraphs, such as 105-114
    #[arg(long, value_name = "N")]
    pub paragraph: Vec<String>,
}

pub fn run(args: &TraceArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let commitments = named(args, dataset)?;
    let stations = query::trace(&commitments, dataset);
    if out.format().is_graph() {
        let passages = query::passages(&stations);
        return out.edges("line", &passages, &view::passages(), dataset);
    }
    let before = match commitments.as_slice() {
        [one] => format!("{}\n\n", one.statement),
        _ => String::new(),
    };
    let newest = newest(&stations, dataset);
    out.sentences = newest.iter().map(|said| ("newest", said.clone())).collect();
    let lines = stations.iter().map(|station| station.line).max().unwrap_or(0);
    if commitments.len() != 1 {
        let steps = counted(stations.len(), "commitment");
        out.count = Some(format!("{}, {steps}", counted(lines, "line")));
    }
    if stations.is_empty() {
        return Err(none(args, dataset)?.into());
    }
    out.frame = [before, newest.map_or_else(String::new, |said| format!("\n{said}\n"))];
    let mut columns = view::stations();
    if lines > 1 {
        let heads = columns.iter_mut().map(|column| &mut column.head);
        heads.filter(|head| head.name == view::TRACED).for_each(|head| head.main = true);
        out.grouped = Some(view::TRACED);
    }
    out.rows("steps", &stations, &columns, dataset)?;
    let is_step = |record: &dyn AnyRecord| {
        let mut steps = stations.iter().map(|station| station.commitment);
        record.kind() == Kind::Commitment && steps.any(|step| step.id.as_str() == record.slug())
    };
    out.say_names(query::agencies_named(dataset, is_step).into_iter(), dataset);
    Ok(())
}

/// The commitment, or those of the instrument.
fn named<'a>(args: &TraceArgs, dataset: &'a Dataset) -> Result<Vec<&'a Commitment>> {
    let paragraphs = query::paragraphs(dataset, &args.paragraph)?;
    if let Ok(id) = query::one::<Commitment>(dataset, &args.of) {
        if !paragraphs.is_empty() {
            bail!(Error::new("--paragraph is for an instrument", "leave it out"));
        }
        return Ok(dataset.get(&id).into_iter().collect());
    }
    if query::all::<Document>(dataset, &args.of).is_empty() {
        let command = |instrument: &str, paragraph: &str| {
            format!("use `cnd trace {instrument} --paragraph {paragraph}`")
        };
        if let Some(error) = query::on_paragraph(dataset, &args.of, command) {
            return Err(error.into());
        }
        let known = candidates(dataset, &[Kind::Commitment, Kind::Document]);
        let error = Error::unknown("commitment or instrument", &args.of, known);
        return Err(error.or_help(|| "`cnd commitments` lists them".to_owned()).into());
    }
    let instrument: Id<Document> = query::one(dataset, &args.of)?;
    let mut standing = dataset.standing_in(&instrument);
    standing.retain(|commitment| {
        let place = commitment.instrument_paragraph.as_deref();
        paragraphs.each_holds(|range| place.is_some_and(|place| range.holds(place)))
    });
    Ok(standing)
}

/// That no commitment is recorded in the instrument, or in these paragraphs of it, and why where that is known.
fn none(args: &TraceArgs, dataset: &Dataset) -> Result<Error> {
    let filter = CommitmentFilter {
        instruments: Every::read(std::slice::from_ref(&args.of), &|value| {
            query::one(dataset, value)
        })?,
        paragraphs: query::paragraphs(dataset, &args.paragraph)?,
        ..CommitmentFilter::default()
    };
    let label = |id| dataset.label_of(id);
    let instrument = filter.instruments.values().map(label).collect::<String>();
    let message = filter.silence(&filter.find(dataset), dataset);
    let message = message.unwrap_or_else(|| format!("no commitment is recorded in {instrument}"));
    let has_others = filter.instruments.values().any(|id| !dataset.standing_in(id).is_empty());
    let command = match has_others {
        true => format!("commitments --instrument {}", shell_word(&args.of)),
        false => "stats --of commitments --by instrument".to_owned(),
    };
    let what = if has_others { "the commitments" } else { "the instruments with commitments" };
    Ok(Error::new(message, format!("`cnd {command}` lists {what} on record")))
}

/// Whether the latest instrument read still contains it, for a single line.
fn newest(stations: &[Station<'_>], dataset: &Dataset) -> Option<String> {
    let (newest, _) = query::instruments_read(dataset).pop()?;
    if stations.is_empty() || stations.iter().any(|station| station.line > 1) {
        return None;
    }
    let stands = |s: &&Station<'_>| s.commitment.instrument.as_ref() == Some(&newest.id);
    let still: Vec<Citation> =
        stations.iter().filter(stands).filter_map(|s| s.commitment.place()).collect();
    let ends = || stations.iter().filter_map(|station| station.after.as_ref());
    let recalled: Vec<Citation> = ends()
        .flat_map(|end| &end.recalled)
        .filter(|place| place.document == newest.id)
        .cloned()
        .collect();
    let date = newest.date.map_or_else(String::new, |date| format!(" of {date}"));
    let own = format!("{}, ", newest.label());
    let places = |cited: &[Citation]| view::cite_all(dataset, cited).replace(&own, "");
    let said = if !still.is_empty() {
        format!("has it: {}", places(&still))
    } else if !recalled.is_empty() {
        format!("recalls it: {}", places(&recalled))
    } else if ends().any(|end| end.absent.iter().any(|document| document.id == newest.id)) {
        "does not repeat it".to_owned()
    } else {
        "has not been compared with it".to_owned()
    };
    Some(format!("The latest instrument read, {}{date}, {said}.", newest.label()))
}
