//! `cnd export`

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::builder::Resettable::Reset;
use clap::{Args, CommandFactory};

use crate::cli::{Cli, Color, DatasetOption};
use crate::load::Source;
use crate::model::{Agency, Commitment, Dataset, Id, Kind, Record, Records, Vocabulary, counted};
use crate::package::{self, About, Rows};
use crate::query::{
    self, CommitmentFilter, Every, FoundCommitment, FoundProgramme, ProgrammeFilter, argument,
};

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
    let Part { dataset: part, asked, notes } = part(args, &dataset)?;
    let what = contents(&part, asked.as_deref(), &dataset);
    let selection =
        asked.is_some().then(|| Ok::<_, anyhow::Error>([selection(args), digest(&dataset)?]));
    let about = About::new(&part, digest(&part)?, (what, selection.transpose()?), notes);
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

/// A part of a dataset, or the whole.
struct Part {
    dataset: Dataset,
    /// How many records are which, where it is a part.
    asked: Option<String>,
    /// What a reader must know of the records that were asked for.
    notes: Vec<String>,
}

/// The records that are asked for, with all that they refer to, and how many are which; the whole dataset where nothing
/// is asked.
fn part(args: &ExportArgs, dataset: &Dataset) -> Result<Part> {
    let filter = ProgrammeFilter {
        pillars: Every::read(&args.pillar, &|value| query::one(dataset, value))?,
        agencies: Every::read(&args.agency, &|value| query::one(dataset, value))?,
        documents: Every::read(&args.document, &|value| query::one(dataset, value))?,
        joint: args.joint,
        ..ProgrammeFilter::default()
    };
    let (programmes, commitments) = chosen(&filter, dataset);
    let is_whole = filter == ProgrammeFilter::default();
    let ids = programmes.iter().map(|found| (Kind::Programme, found.programme.id.to_string()));
    let of_commitments = commitments.iter().map(|found| found.commitment.id.to_string());
    let ids: Vec<(Kind, String)> =
        ids.chain(of_commitments.map(|id| (Kind::Commitment, id))).collect();
    let records = if is_whole {
        dataset.records().clone()
    } else {
        // On their silence rests where a commitment stands.
        let periodic = dataset.periodic_documents().into_iter();
        let periodic = periodic.map(|document| (Kind::Document, document.id().to_string()));
        let is_any = !ids.is_empty();
        package::closure(dataset, ids.iter().cloned().chain(periodic.filter(|_| is_any)))
    };
    if records.is_empty() {
        let unread = query::on_unread(filter.documents.values(), false, dataset);
        let why = unread.unwrap_or_else(|| "no record matches".to_owned());
        bail!(query::Error::new(why, "there is nothing to export"));
    }
    let mut notes = notes(&programmes, &commitments, dataset);
    let agencies: Vec<&Id<Agency>> = filter.agencies.values().collect();
    let all: Vec<&Commitment> = dataset.records().commitments.iter().collect();
    let command = |groups: &str| format!("`cnd commitments --to {groups}`");
    notes.extend(query::on_groups(&agencies, &all, ("commitment", &command), dataset));
    let asked = (!is_whole).then(|| asked(&ids, &records));
    Ok(Part { dataset: Dataset::new(dataset.name().to_owned(), records), asked, notes })
}

/// How many programmes and commitments were asked for, and how many come since these refer to them.
fn asked(chosen: &[(Kind, String)], records: &Records) -> String {
    let of = |kind: Kind| {
        let asked = chosen.iter().filter(|(of, _)| *of == kind).count();
        let more = records.count(kind.list()) - asked;
        [(asked, kind, "selected"), (more, kind, "added by reference")]
    };
    let parts = [Kind::Programme, Kind::Commitment].into_iter().flat_map(of);
    let parts = parts.filter(|(count, ..)| *count > 0);
    let parts = parts.map(|(count, kind, how)| format!("{} {how}", counted(count, kind.word())));
    parts.collect::<Vec<_>>().join(", ")
}

/// The command that exports what these filters choose, without its target.
fn selection(args: &ExportArgs) -> String {
    let options =
        [("pillar", &args.pillar), ("agency", &args.agency), ("document", &args.document)];
    let given = options.into_iter().flat_map(|(name, values)| {
        values.iter().map(move |value| format!(" --{name} {}", query::shell_word(value)))
    });
    let joint = args.joint.then(|| " --joint".to_owned());
    format!("cnd export{}", given.chain(joint).collect::<String>())
}

/// The programmes that match, and the commitments that what is asked of programmes chooses.
fn chosen<'a>(
    filter: &ProgrammeFilter,
    dataset: &'a Dataset,
) -> (Vec<FoundProgramme<'a>>, Vec<FoundCommitment<'a>>) {
    let programmes = filter.find(dataset);
    let is_answered = |commitment: &Commitment| {
        let mut answered = commitment.evidence.iter().map(|evidence| &evidence.programme);
        answered.any(|id| programmes.iter().any(|found| found.programme.id == *id))
    };
    let ProgrammeFilter { pillars, documents, agencies, .. } = filter.clone();
    let commitments = CommitmentFilter { pillars, documents, ..CommitmentFilter::default() };
    let mut commitments = commitments.find(dataset);
    commitments.retain(|found| {
        agencies.each_holds(|id| found.commitment.agencies().any(|agency| agency == id))
            && (!filter.joint || is_answered(found.commitment))
    });
    (programmes, commitments)
}

/// What a reader of these records must know, as commands say it of the numbers that they print.
fn notes(
    programmes: &[FoundProgramme<'_>],
    commitments: &[FoundCommitment<'_>],
    dataset: &Dataset,
) -> Vec<String> {
    let named = programmes.iter().flat_map(FoundProgramme::named);
    let named = named.chain(commitments.iter().flat_map(FoundCommitment::named));
    let notes = [
        query::on_shares(programmes, dataset),
        query::on_editors(programmes, dataset),
        query::on_expected(commitments, dataset),
        query::on_names(named, |_| true, dataset),
    ];
    notes.into_iter().flatten().chain(query::on_commitments(commitments)).collect()
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
