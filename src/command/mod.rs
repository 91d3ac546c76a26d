//! A file for each command: its arguments, whose doc comments are the help, and what it does.

pub mod agencies;
pub mod check;
pub mod commitments;
pub mod completions;
pub mod diff;
mod digest;
pub mod documents;
pub mod draft;
pub mod export;
mod file;
mod filters;
mod findings;
mod folder;
pub mod gaps;
pub mod init;
pub mod man;
mod meant;
pub mod network;
pub mod new;
mod output;
mod overview;
mod pager;
pub mod pillars;
pub mod programmes;
pub mod report;
mod sarif;
pub mod scan;
pub mod schema;
pub mod search;
pub mod show;
mod skeleton;
pub mod stats;
mod synonyms;
mod terminal;
pub mod trace;
mod usage;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Error;
use clap::Parser;

use crate::check as rules;
use crate::cli::{Asked, Cli, Color, Command, DatasetOption, Global, Lazy, arguments};
use crate::load::{self, Source};
use crate::model::{self, Dataset, Vocabulary, several};
use crate::query;
use output::Output;

/// Exit code: errors, gaps or differences were found.
const FOUND: u8 = 1;
/// Exit code: wrong usage.
const USAGE: u8 = 2;
/// Exit code: the dataset is not valid.
const INVALID: u8 = 3;
/// Exit code: reading or writing failed.
const FAILED: u8 = 4;

/// The environment variable that names a dataset.
const VARIABLE: &str = "CND_DATA";

/// How a command ended that did what it was asked to do.
pub enum Outcome {
    /// There is nothing more to say.
    Done,
    /// Something was found that the exit code reports.
    Found,
    /// Something could not be read, as reported; the rest was done.
    Failed,
}

impl From<()> for Outcome {
    fn from((): ()) -> Self {
        Self::Done
    }
}

/// The program: parses what was asked, runs it, reports errors on standard error, and gives the exit code.
pub fn main() -> ExitCode {
    if completions::answer(std::env::args_os()) {
        return ExitCode::SUCCESS;
    }
    let args = arguments(std::env::args_os());
    match Cli::try_parse_from(&args) {
        Ok(cli) => run(&cli, &args),
        Err(message) => explain(message, &args),
    }
}

fn run(cli: &Cli, args: &[OsString]) -> ExitCode {
    match execute(cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(FOUND),
        Ok(Outcome::Failed) => ExitCode::from(FAILED),
        Err(error) => fail(error, args),
    }
}

/// Prints a message of clap and returns the exit code.
fn explain(message: clap::Error, args: &[OsString]) -> ExitCode {
    let message = usage::meant(message);
    if message.use_stderr() {
        say(&terminal::message(&usage::complaint(&message, args), None));
        return ExitCode::from(USAGE);
    }
    match usage::help(&message, args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => fail(why.into(), args),
    }
}

/// Reports an error, and gives the exit code.
fn fail(error: Error, args: &[OsString]) -> ExitCode {
    let Some(code) = exit_code(&error) else { return ExitCode::SUCCESS };
    match error.downcast_ref() {
        Some(load::Error::Invalid(_)) => say(&error.to_string()),
        // The message names no commands to which --data could be added.
        Some(load::Error::Read(..)) => {
            let hint = if names_environment(&error) {
                format!("; the path is set in ${VARIABLE}")
            } else {
                String::new()
            };
            say(&terminal::visible_lines(&format!("error: {error:#}{hint}\n")));
        }
        _ => {
            let error = with_quotes(error, args);
            say(&terminal::message(&format!("error: {error:#}\n"), None));
        }
    }
    ExitCode::from(code)
}

/// The error with the advice to put a name in quotes, where more words follow the unknown one.
fn with_quotes(error: Error, args: &[OsString]) -> Error {
    match error.downcast::<query::Error>() {
        Ok(refusal) => {
            let advice = refusal.unknown_value().and_then(|value| usage::in_one(value, args));
            match advice {
                Some(advice) => refusal.and_help(&advice).into(),
                None => refusal.into(),
            }
        }
        Err(error) => error,
    }
}

/// Whether an error is about a file of the dataset that the environment names, which its user may not think of.
fn names_environment(error: &Error) -> bool {
    let Some(load::Error::Read(path, _)) = error.downcast_ref() else { return false };
    from_environment().is_some_and(|named| path.starts_with(named))
}

/// The help of an option whose values are the words of a vocabulary.
fn one_of<T: Vocabulary>(what: &str) -> String {
    format!("{what}: {}", T::words().join(", "))
}

/// "no errors", "1 error", "2 errors".
fn counted(number: usize, what: &str) -> String {
    match number {
        0 => format!("no {}", several(what)),
        number => model::counted(number, what),
    }
}

/// Writes a text on standard error; failing to do so is no reason to fail.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

fn execute(cli: &Cli) -> anyhow::Result<Outcome> {
    let Some(command) = &cli.command else {
        let data = cli.global.dataset.data.as_deref();
        return on_dataset(&cli.global, |dataset, out| {
            out.asked = asked("overview", &[]);
            overview::run(data, dataset, out)
        });
    };
    match command {
        Command::Programmes(args) => listing("programmes", args, programmes::run),
        Command::Agencies(args) => listing("agencies", args, agencies::run),
        Command::Pillars(args) => listing("pillars", args, pillars::run),
        Command::Documents(args) => listing("documents", args, documents::run),
        Command::Commitments(args) => listing("commitments", args, commitments::run),
        Command::Gaps(args) => listing("gaps", args, gaps::run),
        Command::Show(args) => listing("show", args, show::run),
        Command::Search(args) => listing("search", args, search::run),
        Command::Trace(args) => listing("trace", args, trace::run),
        Command::Stats(args) => listing("stats", args, stats::run),
        Command::Network(args) => listing("network", args, network::run),
        Command::Scan(args) => listing("scan", args, scan::run),
        Command::Report(args) => {
            on_dataset(&args.global(&args.options), |dataset, out| report::run(args, dataset, out))
        }
        Command::Draft(args) => draft::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Check(args) => check::run(args),
        Command::Schema(args) => schema::run(args).map(Outcome::from),
        Command::Init(args) => init::run(args).map(Outcome::from),
        Command::New(args) => new::run(args).map(Outcome::from),
        Command::Export(args) => export::run(args, &args.options),
        Command::Completions(args) => completions::run(args).map(Outcome::from),
        Command::Man(args) => man::run(args).map(Outcome::from),
    }
}

/// Runs a command that prints a table of the dataset.
fn listing<A, T: Into<Outcome>>(
    command: &str,
    args: &Lazy<A, Global>,
    run: impl FnOnce(&A, &Dataset, &mut Output) -> anyhow::Result<T>,
) -> anyhow::Result<Outcome> {
    on_dataset(&args.options, |dataset, out| {
        out.asked = asked(command, &args.asked);
        run(args, dataset, out)
    })
}

/// The options given to a command.
fn asked(command: &str, args: &[(String, String)]) -> Asked {
    let command = ("command".to_owned(), command.to_owned());
    [command].into_iter().chain(args.iter().cloned()).collect()
}

/// Loads the dataset and runs a command on it.
fn on_dataset<T: Into<Outcome>>(
    global: &Global,
    run: impl FnOnce(&Dataset, &mut Output) -> anyhow::Result<T>,
) -> anyhow::Result<Outcome> {
    let source = source(&global.dataset);
    let mut out = Output::new(global, &source)?;
    let dataset = dataset(&source, global.color)?;
    let result = run(&dataset, &mut out).and_then(|outcome| out.finish().map(|()| outcome));
    // The program is about to end: the system takes the memory back faster than record by record.
    std::mem::forget(dataset);
    result.map(Into::into)
}

/// The dataset of a source; where it is not valid, the error is its first findings as they are printed.
fn dataset(source: &Source, color: Color) -> anyhow::Result<Dataset> {
    let loaded = load::load_by(rules::errors, source).map_err(|error| {
        let load::Error::Invalid(found) = &error else { return Error::from(error) };
        let color = terminal::color(color, io::stderr().is_terminal());
        let refusal = findings::refusal(found, source, color);
        Error::from(error).context(refusal)
    });
    let part = loaded.as_ref().ok().and_then(query::on_part);
    for what in loaded.iter().flat_map(Dataset::unread).chain(&part) {
        say(&terminal::message(&format!("{what}\n"), None));
    }
    loaded
}

/// The dataset that is named, else that of the environment, else the one inside the program.
fn source(option: &DatasetOption) -> Source {
    let named = option.data.clone().or_else(from_environment);
    named.map_or(Source::Embedded, at)
}

fn from_environment() -> Option<PathBuf> {
    std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(Into::into)
}

/// The dataset at a path; `-` is standard input.
fn at(path: PathBuf) -> Source {
    if path.as_os_str() == "-" { Source::Stdin } else { Source::Path(path) }
}

/// The exit code of an error; none for a closed pipe, which is no error.
fn exit_code(error: &Error) -> Option<u8> {
    for cause in error.chain() {
        if let Some(load::Error::Invalid(_)) = cause.downcast_ref() {
            return Some(INVALID);
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
