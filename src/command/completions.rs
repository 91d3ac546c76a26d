//! `cnd completions`, and the completions that a shell asks for on Tab.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use anyhow::Result;
use clap::{Arg, Args, Command, CommandFactory};
use clap_complete::CompletionCandidate;
use clap_complete::engine::ArgValueCompleter;
use clap_complete::env::{CompleteEnv, Shells};

use crate::cli::{Cli, DatasetOption};
use crate::diagnostic::Code;
use crate::load;
use crate::model::{
    AgencyKind, AnyRecord, Country, Dataset, DocumentKind, FiledBy, Force, Group, Kind, Link,
    ProgrammeKind, Role, Status, Vocabulary, fold, key,
};
use crate::query::{CommitmentDimension, Dimension, GapKind, Tie};
use crate::render::Format;
use crate::scan::{self, Compared, Side};
use crate::view;

use super::output::Output;
use super::terminal::value_of;

/// The environment variable by which a shell asks for completions.
const VARIABLE: &str = "CND_COMPLETE";

/// Add this to your shell's start-up file:
///
///   bash        source <(cnd completions bash)
///   zsh         autoload -U compinit && compinit
///               source <(cnd completions zsh)
///   fish        cnd completions fish | source
///   elvish      eval (cnd completions elvish | slurp)
///   powershell  cnd completions powershell | Out-String | Invoke-Expression
///
/// Names of agencies, pillars, documents, programmes and columns are taken from the dataset that the command would
/// read.
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
    Output::default().plain(&String::from_utf8_lossy(&script))
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
        ("DIMENSION", _) if id == "by" => |_, _| match counts_commitments() {
            true => words::<CommitmentDimension>(),
            false => words::<Dimension>(),
        },
        ("DIMENSION", _) => |_, _| words::<Dimension>(),
        ("ROLE", _) => |_, _| words::<Role>(),
        ("TIE", _) => |_, _| words::<Tie>(),
        (_, "force") => |_, _| words::<Force>(),
        (_, "link") => |_, _| words::<Link>(),
        (_, "filed_by") => |_, _| words::<FiledBy>(),
        ("STATUS", _) => |_, command| match command {
            "scan" => each_once([words::<scan::Status>(), words::<Side>()]),
            _ => words::<Status>(),
        },
        ("CODE", _) => |_, _| words::<Code>(),
        ("COUNTRY", _) => |_, _| {
            Country::all().map(|c| (c.code().to_owned(), Some(c.name().to_owned()))).collect()
        },
        ("REGION", _) => |d, _| regions(d),
        ("A,B" | "A,-B" | "COLUMN", _) => |_, command| columns(command),
        ("FORMAT", _) => |_, command| formats(command),
        ("COMMAND", _) => |_, _| pages(),
        _ => return arg,
    };
    let command = command.to_owned();
    arg.add(ArgValueCompleter::new(move |current: &OsStr| {
        let dataset =
            load::load(&super::source(&DatasetOption { data: typed("--data").map(PathBuf::from) }))
                .ok();
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

/// The value of an option on the command line being completed.
fn typed(option: &str) -> Option<OsString> {
    let args: Vec<OsString> = std::env::args_os().skip_while(|arg| arg != "--").skip(1).collect();
    value_of(&args, option)
}

/// Whether the command line counts commitments, which have dimensions of their own.
fn counts_commitments() -> bool {
    typed("--of").is_some_and(|of| of == "commitments")
}

/// The records of a kind: by each name of one word that no record of another title bears, and by id.
fn records(dataset: &Dataset, kind: Kind) -> Vec<Value> {
    let all = dataset.records().of(kind);
    let title = |record: &dyn AnyRecord| Some(record.title().to_owned());
    let mut named: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for record in &all {
        for name in record.known_as().into_iter().filter(|name| !name.contains([' ', ','])) {
            named.entry(key(name)).or_default().push((name.to_owned(), title(*record)));
        }
    }
    let own = named.values().filter(|bearers| bearers.iter().all(|one| one.1 == bearers[0].1));
    let mut values: Vec<Value> = own.map(|bearers| bearers[0].clone()).collect();
    let known: BTreeSet<String> = values.iter().map(|(value, _)| fold(value)).collect();
    let ids = all.iter().map(|record| (record.slug().to_owned(), title(*record)));
    values.extend(ids.filter(|(id, _)| !known.contains(id)));
    values
}

/// The formats that a command writes.
fn formats(command: &str) -> Vec<Value> {
    let writes = |format: &&Format| match command {
        "network" | "trace" => true,
        "schema" => **format == Format::Json,
        "draft" => **format == Format::Yaml,
        "programme" | "report" | "evidence" | "agency" | "document" | "commitment" => {
            matches!(format, Format::Yaml | Format::Json)
        }
        _ => !format.is_graph(),
    };
    Format::all().iter().filter(writes).map(|format| (format.word().to_owned(), None)).collect()
}

/// The commands that have a page of the manual.
fn pages() -> Vec<Value> {
    let mut program = Cli::command();
    program.build();
    super::man::names(&program).into_iter().map(|name| (name, None)).collect()
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
        columns.into_iter().map(|column| (column.head.name, None)).collect()
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
        "diff" => names(view::differences(&[])),
        "check" => names(view::findings()),
        _ => Vec::new(),
    }
}
