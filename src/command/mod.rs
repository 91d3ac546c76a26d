//! A file for each command: it asks the dataset, and hands a table to the output.

mod agencies;
mod asked;
mod check;
mod commitments;
mod diff;
mod digest;
mod documents;
mod file;
mod findings;
mod gaps;
mod init;
mod network;
mod new;
mod output;
mod overview;
mod pillars;
mod programmes;
mod sarif;
mod schema;
mod search;
mod show;
mod skeleton;
mod stats;
mod terminal;
mod usage;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Error, anyhow};

use crate::check as rules;
use crate::cli::{Cli, Command, Global};
use crate::diagnostic::Finding;
use crate::load::{self, Source};
use crate::model::Dataset;
use crate::query;
use output::Output;

/// Exit code: a check found something.
const FOUND: u8 = 1;
/// Exit code: what was asked for cannot be understood.
const USAGE: u8 = 2;
/// Exit code: the dataset is not valid.
const INVALID: u8 = 3;
/// Exit code: reading or writing failed.
const FAILED: u8 = 4;

/// The environment variable that names a dataset.
const VARIABLE: &str = "CND_DATA";

/// How a command ended that could do what it was asked.
enum Outcome {
    /// There is nothing more to say.
    Done,
    /// What the exit code is to tell of was found.
    Found,
}

/// Runs the command, says on standard error what went wrong, and gives the exit code.
pub fn run(cli: &Cli) -> ExitCode {
    let error = match execute(cli) {
        Ok(Outcome::Done) => return ExitCode::SUCCESS,
        Ok(Outcome::Found) => return ExitCode::from(FOUND),
        Err(error) => error,
    };
    let found = match error.downcast_ref() {
        Some(load::Error::Invalid(found)) => found,
        Some(load::Error::Read(path, _)) if is_from_environment(path, &cli.global) => {
            return fail(&anyhow!("{error:#}; ${VARIABLE} names it"));
        }
        _ => return fail(&error),
    };
    let color = terminal::color(cli.global.color, io::stderr().is_terminal());
    say(&findings::refusal(found, &refused(cli, found), color));
    ExitCode::from(INVALID)
}

/// Prints what clap has to say, and gives the exit code.
pub fn explain(message: clap::Error) -> ExitCode {
    if message.use_stderr() {
        say(&usage::complaint(message));
        return ExitCode::from(USAGE);
    }
    match usage::help(&message, std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => fail(&why.into()),
    }
}

/// Says what went wrong, and gives the exit code.
fn fail(error: &Error) -> ExitCode {
    let Some(code) = exit_code(error) else { return ExitCode::SUCCESS };
    say(&terminal::visible_lines(&format!("error: {error:#}\n")));
    ExitCode::from(code)
}

/// Writes a text on standard error; that nobody hears it is no reason to fail.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

fn execute(cli: &Cli) -> anyhow::Result<Outcome> {
    let global = &cli.global;
    match &cli.command {
        Some(Command::Check(args)) => return check::run(args, global),
        Some(Command::Diff(args)) => return diff::run(args, global),
        Some(Command::Schema) => return schema::run(global).map(|()| Outcome::Done),
        Some(Command::Init(args)) => return init::run(args, global).map(|()| Outcome::Done),
        Some(Command::New(kind)) => return new::run(kind, global).map(|()| Outcome::Done),
        _ => {}
    }
    let source = source(global);
    let mut out = Output::new(global, &source)?;
    let dataset = dataset(&source)?;
    let result = answer(cli, &dataset, &mut out);
    // The program is about to end: the system takes the memory back faster than record by record.
    std::mem::forget(dataset);
    result
}

fn answer(cli: &Cli, dataset: &Dataset, out: &mut Output) -> anyhow::Result<Outcome> {
    match &cli.command {
        Some(Command::Gaps(args)) => return gaps::run(args, dataset, out),
        None => overview::run(cli.global.data.as_deref(), dataset, out),
        Some(Command::Programmes(args)) => programmes::run(args, dataset, out),
        Some(Command::Agencies(args)) => agencies::run(args, dataset, out),
        Some(Command::Pillars(args)) => pillars::run(args, dataset, out),
        Some(Command::Documents(args)) => documents::run(args, dataset, out),
        Some(Command::Commitments(args)) => commitments::run(args, dataset, out),
        Some(Command::Show(args)) => show::run(args, dataset, out),
        Some(Command::Search(args)) => search::run(args, dataset, out),
        Some(Command::Stats(args)) => stats::run(args, dataset, out),
        Some(Command::Network(args)) => network::run(args, dataset, out),
        // These take the dataset in a way of their own, or none, and are done before it is loaded.
        Some(
            Command::Check(_)
            | Command::Diff(_)
            | Command::Schema
            | Command::Init(_)
            | Command::New(_),
        ) => Ok(()),
    }?;
    Ok(Outcome::Done)
}

/// Refuses the options of other commands that mean nothing to this one, rather than ignore them.
fn refuse_useless(command: &str, global: &Global, useful: &[&str]) -> Result<(), query::Error> {
    let Global { data, format, output, columns, sort, limit, explode, excel, .. } = global;
    let given = [
        ("--data", data.is_some()),
        ("--format", format.is_some()),
        ("--output", output.is_some()),
        ("--columns", !columns.is_empty()),
        ("--sort", !sort.is_empty()),
        ("--limit", limit.is_some()),
        ("--explode", explode.is_some()),
        ("--excel", *excel),
    ];
    match given.iter().find(|(option, given)| *given && !useful.contains(option)) {
        Some((option, _)) => {
            let message = format!("{option} means nothing to `cnd {command}`");
            Err(query::Error::new(message, Some("leave it out".to_owned())))
        }
        None => Ok(()),
    }
}

/// The dataset of a source, if it is valid.
fn dataset(source: &Source) -> Result<Dataset, load::Error> {
    load::load_by(rules::errors, source)
}

/// The dataset in which faults were found.
fn refused(cli: &Cli, found: &[Finding]) -> Source {
    match &cli.command {
        Some(Command::Diff(args)) if args.old.is_some() => diff::refused(args, found),
        _ => source(&cli.global),
    }
}

/// The dataset that is named, else that of the environment, else the one inside the program.
fn source(global: &Global) -> Source {
    let named = global.data.clone().or_else(from_environment);
    named.map_or(Source::Embedded, at)
}

fn from_environment() -> Option<PathBuf> {
    std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(Into::into)
}

/// Whether a path is of the dataset that the environment names, which its user may not think of.
fn is_from_environment(path: &Path, global: &Global) -> bool {
    global.data.is_none() && from_environment().is_some_and(|named| path.starts_with(named))
}

/// The dataset at a path; `-` is standard input.
fn at(path: PathBuf) -> Source {
    if path.as_os_str() == "-" { Source::Stdin } else { Source::Path(path) }
}

/// The exit code of an error; none where a reader has simply had enough.
fn exit_code(error: &Error) -> Option<u8> {
    for cause in error.chain() {
        if let Some(error) = cause.downcast_ref::<load::Error>() {
            return Some(if matches!(error, load::Error::Invalid(_)) { INVALID } else { FAILED });
        }
        if cause.is::<query::Error>() {
            return Some(USAGE);
        }
        if let Some(error) = cause.downcast_ref::<io::Error>() {
            return (error.kind() != io::ErrorKind::BrokenPipe).then_some(FAILED);
        }
    }
    Some(FAILED)
}
