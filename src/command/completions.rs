//! `cnd completions`, and what a shell asks when somebody presses Tab.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Arg, Args, Command, CommandFactory};
use clap_complete::CompletionCandidate;
use clap_complete::engine::ArgValueCompleter;
use clap_complete::env::{CompleteEnv, Shells};

use crate::cli::{Cli, DatasetOption};
use crate::diagnostic::Code;
use crate::load;
use crate::model::{
    Agency, AgencyKind, Country, Dataset, DocumentKind, FiledBy, Force, Group, Kind, Link,
    ProgrammeKind, Record, Role, Status, Vocabulary, fold,
};
use crate::query::{Dimension, GapKind, Tie};
use crate::render::Format;
use crate::scan::{self, Compared, Side};
use crate::view;

use super::usage::value_of;

/// The environment variable by which a shell asks for completions.
const VARIABLE: &str = "CND_COMPLETE";

/// Put this into the file that your shell reads at its start:
///
///   bash        source <(cnd completions bash)
///   zsh         source <(cnd completions zsh)
///   fish        cnd completions fish | source
///   elvish      eval (cnd completions elvish | slurp)
///   powershell  cnd completions powershell | Out-String | Invoke-Expression
///
/// Names of agencies, pillars, documents, programmes and columns are completed from the dataset that the command
/// line names.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_long_help = "\
Examples:
  cnd completions bash
  cnd completions fish"
)]
pub struct CompletionArgs {
    /// The shell
    #[arg(value_parser = ["bash", "zsh", "fish", "powershell", "elvish"], value_name = "SHELL")]
    pub shell: String,
}

pub fn run(args: &CompletionArgs) -> Result<()> {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(&args.shell) {
        shell.write_registration(VARIABLE, "cnd", "cnd", "cnd", &mut script)?;
    }
    let mut out = io::stdout().lock();
    out.write_all(&script).and_then(|()| out.flush()).context("cannot write to standard output")
}

/// Answers a shell that asks for completions, and says whether one did.
pub fn answer(args: impl Iterator<Item = OsString>) -> bool {
    if std::env::var_os(VARIABLE).is_none() {
        return false;
    }
    // What goes wrong has no place to be told: there are no completions then.
    let folder = std::env::current_dir().ok();
    let answer = CompleteEnv::with_factory(command).var(VARIABLE);
    answer.try_complete(args, folder.as_deref()).unwrap_or(true)
}

/// The program with the values of its options.
fn command() -> Command {
    let mut command = Cli::command();
    command.build();
    with_every_value(command)
}

/// A command and those below it with the values of their options.
fn with_every_value(mut command: Command) -> Command {
    for subcommand in command.get_subcommands_mut() {
        *subcommand = with_every_value(std::mem::take(subcommand));
    }
    let name = command.get_name().to_owned();
    command.mut_args(|arg| with_values(arg, &name))
}

fn with_values(arg: Arg, command: &str) -> Arg {
    let id = arg.get_id().to_string();
    let names = arg.get_value_names().unwrap_or_default();
    let what = names.first().map_or(String::new(), ToString::to_string);
    let values: fn(&Dataset, &str) -> Vec<Value> = match (&*what, &*id) {
        ("AGENCY", _) => |d, _| records(d, Kind::Agency),
        ("WHO", _) => |d, _| [records(d, Kind::Agency), words::<Group>()].concat(),
        ("PILLAR", _) => |d, _| records(d, Kind::Pillar),
        ("DOCUMENT", _) | (_, "documents") => |d, _| records(d, Kind::Document),
        ("PROGRAMME", _) => |d, _| records(d, Kind::Programme),
        ("COMMITMENT", _) => |d, _| records(d, Kind::Commitment),
        ("COMMITMENT|INSTRUMENT", _) => {
            |d, _| [records(d, Kind::Commitment), records(d, Kind::Document)].concat()
        }
        ("RECORD", _) => |d, _| Kind::all().iter().flat_map(|kind| records(d, *kind)).collect(),
        (_, "agency_kind") => |_, _| words::<AgencyKind>(),
        (_, "kind_of_gap") => |_, _| words::<GapKind>(),
        (_, "kind") => |_, command| match command {
            "agencies" | "agency" => words::<AgencyKind>(),
            "documents" | "document" | "draft" => words::<DocumentKind>(),
            "scan" => each_once([words::<scan::Kind>(), words::<Compared>()]),
            _ => words::<ProgrammeKind>(),
        },
        ("DIMENSION", _) => |_, _| words::<Dimension>(),
        ("ROLE", _) => |_, _| words::<Role>(),
        ("TIE", _) => |_, _| words::<Tie>(),
        (_, "force") => |_, _| words::<Force>(),
        (_, "link") => |_, _| words::<Link>(),
        (_, "filed_by") => |_, _| words::<FiledBy>(),
        ("STATUS", _) => |_, command| match command {
            "scan" => [words::<scan::Status>(), words::<Side>()].concat(),
            _ => words::<Status>(),
        },
        ("CODE", _) => |_, _| words::<Code>(),
        ("COUNTRY", _) => |_, _| {
            Country::all().map(|c| (c.code().to_owned(), Some(c.name().to_owned()))).collect()
        },
        ("REGION", _) => |d, _| regions(d),
        ("A,B" | "A,-B" | "COLUMN", _) => |_, command| columns(command),
        ("FORMAT", _) => |_, _| words::<Format>(),
        _ => return arg,
    };
    let command = command.to_owned();
    arg.add(ArgValueCompleter::new(move |current: &OsStr| {
        let dataset = load::load(&super::source(&DatasetOption { data: named() })).ok();
        let dataset = dataset.unwrap_or_else(|| Dataset::new(String::new(), Default::default()));
        candidates(&values(&dataset, &command), &current.to_string_lossy())
    }))
}

/// What may be typed, and what it is.
type Value = (String, Option<String>);

/// The values that begin as what has been typed behind the last comma does, without regard to case; one that is
/// typed in lower case stays so, since some shells compare letter by letter.
fn candidates(values: &[Value], typed: &str) -> Vec<CompletionCandidate> {
    let (before, begun) = typed.rfind(',').map_or(("", typed), |at| typed.split_at(at + 1));
    let (sign, begun) = begun.strip_prefix('-').map_or(("", begun), |rest| ("-", rest));
    let candidate = |(value, help): &Value| {
        let whole = Some(value.clone()).filter(|value| value.starts_with(begun));
        let lower = || Some(value.to_lowercase()).filter(|value| value.starts_with(begun));
        let value = format!("{before}{sign}{}", whole.or_else(lower)?);
        let help = help.as_ref().map(|help| help.clone().into());
        Some(CompletionCandidate::new(value).help(help))
    };
    values.iter().filter_map(candidate).collect()
}

/// The dataset that the command line names.
fn named() -> Option<PathBuf> {
    let args: Vec<OsString> = std::env::args_os().skip_while(|arg| arg != "--").skip(1).collect();
    value_of(&args, "--data").map(PathBuf::from)
}

/// The records of a kind: agencies by acronym where it is one word, and everything by id.
fn records(dataset: &Dataset, kind: Kind) -> Vec<Value> {
    let all = dataset.records().of(kind);
    let ids = all.iter().map(|record| (record.slug().to_owned(), Some(record.title().to_owned())));
    let mut values: Vec<Value> = Vec::new();
    if kind == Kind::Agency {
        let agencies = Agency::all(dataset.records()).iter();
        let acronyms = agencies.filter_map(|agency| Some((agency.acronym.as_ref()?, &agency.name)));
        let words = acronyms.filter(|(acronym, _)| !acronym.contains([' ', ',']));
        values.extend(words.map(|(acronym, name)| (acronym.to_string(), Some(name.to_string()))));
    }
    let known: BTreeSet<String> = values.iter().map(|(value, _)| fold(value)).collect();
    values.extend(ids.filter(|(id, _)| !known.contains(id)));
    values
}

fn words<T: Vocabulary>() -> Vec<Value> {
    T::words().into_iter().map(|word| (word.to_owned(), None)).collect()
}

/// What several lists have, each once.
fn each_once<const N: usize>(lists: [Vec<Value>; N]) -> Vec<Value> {
    let all: BTreeSet<Value> = lists.into_iter().flatten().collect();
    all.into_iter().collect()
}

fn regions(dataset: &Dataset) -> Vec<Value> {
    let reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
    let regions: BTreeSet<String> =
        reports.flat_map(|report| &report.regions).map(ToString::to_string).collect();
    regions.into_iter().map(|region| (region, None)).collect()
}

fn columns(command: &str) -> Vec<Value> {
    fn names<R>(columns: Vec<view::Column<R>>) -> Vec<Value> {
        columns.into_iter().map(|column| (column.name.to_string(), None)).collect()
    }
    match command {
        "cnd" => names(view::overview()),
        "programmes" => names(view::programmes()),
        "agencies" => names(view::agencies(true)),
        "pillars" => names(view::pillars()),
        "documents" => names(view::documents()),
        "commitments" => names(view::commitments()),
        "gaps" => names(view::gaps()),
        "show" => names(view::lines(true)),
        "search" => names(view::matches()),
        "trace" => names(view::stations()),
        "stats" => each_once([
            names(view::statistics("figure", "count", true)),
            names(view::counts("pillar", &[])),
        ]),
        "network" => names(view::pairs("agency_a", "agency_b", true)),
        "scan" => each_once([
            names(view::mentions()),
            names(view::summaries()),
            names(view::comparisons()),
        ]),
        "diff" => names(view::differences()),
        "check" => names(view::findings()),
        _ => Vec::new(),
    }
}
