//! A file for each command: it asks the dataset, and hands a table to the output.

mod agencies;
mod check;
mod commitments;
mod diff;
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

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Error;

use crate::cli::{Cli, Command, Global};
use crate::diagnostic::Finding;
use crate::load::{self, Source};
use crate::model::Dataset;
use crate::query;
use crate::view::UnknownColumn;
use output::Output;

/// Exit code: a check found something.
const FOUND: u8 = 1;
/// Exit code: what was asked for cannot be understood.
const USAGE: u8 = 2;
/// Exit code: the dataset is not valid.
const INVALID: u8 = 3;
/// Exit code: reading or writing failed.
const FAILED: u8 = 4;

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
    let Some(code) = exit_code(&error) else { return ExitCode::SUCCESS };
    let message = match error.downcast_ref() {
        Some(load::Error::Invalid(found)) => {
            let color = terminal::color(cli.global.color, io::stderr().is_terminal());
            findings::refusal(found, &refused(cli, found), color)
        }
        _ => terminal::visible_lines(&format!("error: {error:#}\n")),
    };
    let _ = io::stderr().write_all(message.as_bytes());
    ExitCode::from(code)
}

/// Prints what clap has to say: help and version on standard output, wrong usage on standard error.
pub fn explain(message: &clap::Error) -> ExitCode {
    let printed = message.print();
    match (message.use_stderr(), printed) {
        (true, _) => ExitCode::from(USAGE),
        (false, Err(why)) if why.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(FAILED),
        (false, _) => ExitCode::SUCCESS,
    }
}

fn execute(cli: &Cli) -> anyhow::Result<Outcome> {
    if let Some(Command::Check(args)) = &cli.command {
        return check::run(args, &cli.global);
    }
    if let Some(Command::Diff(args)) = &cli.command {
        return diff::run(args, &cli.global);
    }
    let source = source(&cli.global);
    let mut out = Output::new(&cli.global, &source)?;
    match &cli.command {
        Some(Command::Schema) => return schema::run(&out).map(|()| Outcome::Done),
        Some(Command::Init(args)) => return init::run(args, &out).map(|()| Outcome::Done),
        _ => {}
    }
    let dataset = load::load(&source)?;
    let result = answer(cli, &dataset, &mut out);
    // The program is about to end: the system takes the memory back faster than record by record.
    std::mem::forget(dataset);
    result
}

fn answer(cli: &Cli, dataset: &Dataset, out: &mut Output) -> anyhow::Result<Outcome> {
    match &cli.command {
        Some(Command::Gaps(args)) => return gaps::run(args, dataset, out),
        None => overview::run(dataset, out),
        Some(Command::Programmes(args)) => programmes::run(args, dataset, out),
        Some(Command::Agencies(args)) => agencies::run(args, dataset, out),
        Some(Command::Pillars(args)) => pillars::run(args, dataset, out),
        Some(Command::Documents(args)) => documents::run(args, dataset, out),
        Some(Command::Commitments(args)) => commitments::run(args, dataset, out),
        Some(Command::Show(args)) => show::run(args, dataset, out),
        Some(Command::Search(args)) => search::run(args, dataset, out),
        Some(Command::Stats(args)) => stats::run(args, dataset, out),
        Some(Command::Network(args)) => network::run(args, dataset, out),
        Some(Command::New(kind)) => new::run(kind, dataset, out),
        // These need no valid dataset, and are done before one is loaded.
        Some(Command::Check(_) | Command::Diff(_) | Command::Schema | Command::Init(_)) => Ok(()),
    }?;
    Ok(Outcome::Done)
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
    let named = global.data.clone();
    let named =
        named.or_else(|| std::env::var_os("CND_DATA").filter(|v| !v.is_empty()).map(Into::into));
    named.map_or(Source::Embedded, at)
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
        if cause.is::<query::Error>() || cause.is::<UnknownColumn>() {
            return Some(USAGE);
        }
        if let Some(error) = cause.downcast_ref::<io::Error>() {
            return (error.kind() != io::ErrorKind::BrokenPipe).then_some(FAILED);
        }
    }
    Some(FAILED)
}
