//! `cnd export`

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::builder::Resettable::Reset;
use clap::{Args, CommandFactory};

use crate::cli::{Cli, Color, DatasetOption};
use crate::load::Source;
use crate::model::{Commitment, Dataset, Document, Id, Kind, Record, Records, Vocabulary, counted};
use crate::package::{self, About, Rows};
use crate::query::{self, CommitmentFilter, Every, ProgrammeFilter, argument};

use super::digest::digest;
use super::terminal::visible_lines;
use super::{file, init, programmes};

/// A folder becomes a Frictionless data package: a CSV file for each table, and datapackage.json, which describes them
/// with types, keys and sources. A file name ending in .xlsx gives a workbook with the same tables. --data reads both.
/// To see changes made in a workbook, use `cnd diff embedded FILE.xlsx`; to turn it into YAML, `cnd init DIR --from
/// FILE.xlsx`.
///
/// Filters select programmes and commitments; the records they refer to and the periodic reports are included. Records
/// are always exported whole. The file states its filters and that it is a selection, and so do commands that read it:
/// missing records are then not gaps.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd export package
  cnd export who.xlsx --agency WHO --pillar demand-reduction
  cnd export joint --joint"
)]
pub struct ExportArgs {
    /// A new folder, or a file with the ending .xlsx
    #[arg(value_name = "DIR|FILE.xlsx", help_heading = Reset)]
    pub target: PathBuf,
    /// Filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// Programmes in which this agency takes part, and commitments that it makes or that are addressed to it
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// Reported or stated in this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Only joint programmes, and commitments that these respond to
    #[arg(long)]
    pub joint: bool,
}

pub fn run(args: &ExportArgs, option: &DatasetOption) -> Result<super::Outcome> {
    let source = super::source(option);
    let target = &args.target;
    let is_workbook = package::is_workbook(target);
    if let Source::Path(input) = &source {
        file::refuse_input(target, input)?;
    }
    if !is_workbook && target.extension().is_some() && !target.is_dir() {
        let message = format!("{} is not a folder name or a workbook (.xlsx)", target.display());
        bail!(query::Error::new(message, "name a new folder, or a file with the ending .xlsx"));
    }
    refuse_command(target)?;
    let dataset = super::dataset(&source, Color::Auto)?;
    let (part, asked) = part(args, &dataset)?;
    let what = contents(&part, asked.as_deref(), &dataset);
    let about = About::new(&part, digest(&part)?, what, notes(&part));
    let rows = Rows::new(part.records())?;
    let count = if is_workbook {
        let bytes = package::workbook(&rows, &about).with_context(|| cannot(target))?;
        file::replace(target, true, &mut |out| out.write_all(&bytes))
            .with_context(|| cannot(target))?;
        "1 file".to_owned()
    } else {
        let files = package::files(&rows, &about)?;
        init::write(target, &files).with_context(|| cannot(target))?;
        format!("{} files", files.len())
    };
    let Records { agencies, documents, .. } = part.records();
    let [agencies, documents] =
        [counted(agencies.len(), "agency"), counted(documents.len(), "document")];
    let asked = asked
        .map_or_else(String::new, |asked| format!(": {asked}, with {agencies} and {documents}"));
    super::say(&visible_lines(&format!(
        "wrote {count} with {} rows{asked}. Read them with: cnd --data {}\n",
        rows.count(),
        argument(&target.display().to_string())
    )));
    Ok(().into())
}

/// Refuses a folder by the name of a command or a format: who types that wants a listing in a file.
fn refuse_command(target: &Path) -> Result<(), query::Error> {
    let name = target.to_str().unwrap_or_default();
    let cli = Cli::command();
    let is_command = cli.get_subcommands().any(|command| command.get_name() == name);
    let listing = match name {
        _ if target.exists() => return Ok(()),
        _ if is_command => format!("cnd {name} -o {name}.csv"),
        "csv" | "tsv" | "json" | "jsonl" | "yaml" => format!("cnd programmes -o programmes.{name}"),
        "xlsx" | "excel" => "cnd export dataset.xlsx".to_owned(),
        _ => return Ok(()),
    };
    let message = format!("`{name}` looks like a command or format, not a folder");
    let help =
        format!("to write a file, use `{listing}`; for a folder of that name, write ./{name}");
    Err(query::Error::new(message, help))
}

fn cannot(target: &Path) -> String {
    format!("cannot write {}", target.display())
}

/// The records that are asked for, with all that they refer to, and how many are which; the whole dataset where nothing
/// is asked.
fn part(args: &ExportArgs, dataset: &Dataset) -> Result<(Dataset, Option<String>)> {
    let is_whole =
        args.pillar.is_empty() && args.agency.is_empty() && args.document.is_empty() && !args.joint;
    let (records, asked) = if is_whole {
        (dataset.records().clone(), None)
    } else {
        let chosen = chosen(args, dataset)?;
        // On their silence rests where a commitment stands.
        let periodic = dataset.periodic_documents().into_iter();
        let periodic = periodic.map(|document| (Kind::Document, document.id().to_string()));
        let is_any = !chosen.is_empty();
        let records =
            package::closure(dataset, chosen.iter().cloned().chain(periodic.filter(|_| is_any)));
        let asked = asked(&chosen, &records);
        (records, Some(asked))
    };
    if records.is_empty() {
        let documents: Every<Id<Document>> =
            Every::read(&args.document, &|value| query::one(dataset, value))?;
        let unread = query::on_unread(documents.values(), false, dataset);
        let why = unread.unwrap_or_else(|| "no record matches".to_owned());
        bail!(query::Error::new(why, "use fewer filters"));
    }
    Ok((Dataset::new(dataset.name().to_owned(), records), asked))
}

/// How many programmes and commitments were asked for, and how many come since these refer to them.
fn asked(chosen: &[(Kind, String)], records: &Records) -> String {
    let of = |kind: Kind| {
        let asked = chosen.iter().filter(|(of, _)| *of == kind).count();
        let more = records.count(kind.list()) - asked;
        [(asked, kind, "asked for"), (more, kind, "that these refer to")]
    };
    let parts = [Kind::Programme, Kind::Commitment].into_iter().flat_map(of);
    let parts = parts.filter(|(count, ..)| *count > 0);
    let parts = parts.map(|(count, kind, how)| format!("{} {how}", counted(count, kind.word())));
    parts.collect::<Vec<_>>().join(", ")
}

fn chosen(args: &ExportArgs, dataset: &Dataset) -> Result<Vec<(Kind, String)>> {
    let filter = ProgrammeFilter {
        pillars: Every::read(&args.pillar, &|value| query::one(dataset, value))?,
        agencies: Every::read(&args.agency, &|value| query::one(dataset, value))?,
        documents: Every::read(&args.document, &|value| query::one(dataset, value))?,
        joint: args.joint,
        ..ProgrammeFilter::default()
    };
    let programmes = filter.find(dataset);
    let is_answered = |commitment: &Commitment| {
        let mut answered = commitment.evidence.iter().map(|evidence| &evidence.programme);
        answered.any(|id| programmes.iter().any(|found| found.programme.id == *id))
    };
    let ProgrammeFilter { pillars, documents, agencies, .. } = filter;
    let found = CommitmentFilter { pillars, documents, ..CommitmentFilter::default() };
    let found = found.find(dataset);
    let commitments = found.iter().map(|found| found.commitment).filter(|commitment| {
        agencies.each_holds(|id| commitment.agencies().any(|agency| agency == id))
            && (!args.joint || is_answered(commitment))
    });
    let ids = programmes.iter().map(|found| (Kind::Programme, found.programme.id.to_string()));
    Ok(ids.chain(commitments.map(|c| (Kind::Commitment, c.id.to_string()))).collect())
}

/// What a reader of these records must know, as commands say it of the numbers that they print.
fn notes(part: &Dataset) -> Vec<String> {
    let programmes = ProgrammeFilter::default().find(part);
    let commitments = CommitmentFilter::default().find(part);
    let named = query::agencies_named(part, |_| true).into_iter();
    let notes = [
        query::on_shares(&programmes, part),
        query::on_editors(&programmes, part),
        query::on_told(&commitments, part),
        query::on_names(named, |_| true, part),
    ];
    notes.into_iter().flatten().chain(query::on_commitments(&commitments)).collect()
}

/// What of the dataset this is, in a sentence, with what was `asked` for.
fn contents(part: &Dataset, asked: Option<&str>, whole: &Dataset) -> String {
    let count = |dataset: &Dataset| {
        let records = dataset.records();
        format!(
            "{}; {}, {} and {}",
            programmes::count(&ProgrammeFilter::default().find(dataset)),
            counted(records.commitments.len(), "commitment"),
            counted(records.agencies.len(), "agency"),
            counted(records.documents.len(), "document")
        )
    };
    let is_whole = part.records().len() == whole.records().len();
    let all = || {
        let Records { programmes, commitments, .. } = whole.records();
        let programmes = counted(programmes.len(), "programme");
        format!("{programmes} and {}", counted(commitments.len(), "commitment"))
    };
    let of = whole.whole().map(ToOwned::to_owned).or_else(|| (!is_whole).then(all));
    let asked = asked.map_or_else(String::new, |asked| format!(" ({asked})"));
    package::contents(&(count(part) + &asked), of.as_deref())
}
