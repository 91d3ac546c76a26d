//! Messages of clap: help and version on standard output, wrong usage on standard error.

mod unknown;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command, CommandFactory, Parser, ValueEnum};

use crate::cli::{Cli, Color, DatasetOption, command_of, option_of};
use crate::model::{Dataset, enumerated};

use super::terminal::{self, value_of, visible_lines};
pub use unknown::in_one;

/// The message, or the help of the program where `help --help` asks for it.
pub fn meant(message: Error) -> Error {
    let word = text(&message, ContextKind::InvalidSubcommand);
    let asks = message.kind() == ErrorKind::InvalidSubcommand
        && matches!(word.as_deref(), Some("--help" | "-h"));
    let help = asks.then(|| Cli::try_parse_from(["cnd", "--help"]).err()).flatten();
    help.unwrap_or(message)
}

/// Prints help or the version.
///
/// # Errors
/// When writing fails.
pub fn help(message: &Error, args: &[OsString]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let text = message.render();
    if terminal::color(color(args), out.is_terminal()) {
        write!(out, "{}", text.ansi())?;
    } else {
        write!(out, "{text}")?;
    }
    out.flush()
}

/// When to use colour, as the arguments say.
fn color(args: &[OsString]) -> Color {
    let args: Vec<OsString> = args.iter().take_while(|arg| *arg != "--").cloned().collect();
    let word = value_of(&args, "--color").unwrap_or_default();
    Color::from_str(&word.to_string_lossy(), false).unwrap_or_default()
}

/// The message about wrong arguments, which stand in it as a terminal may show them.
pub fn complaint(message: &Error, args: &[OsString]) -> String {
    if message.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return message.render().to_string();
    }
    let mut cli = Cli::command();
    cli.build();
    let own = in_our_words(message, command_of(args, &cli), args);
    let complaint = own.unwrap_or_else(|| in_one_line(message)).replace('\n', "\\n");
    visible_lines(&format!("error: {complaint}\n"))
}

/// What clap says is wrong, without the usage below it.
fn in_one_line(message: &Error) -> String {
    let text = message.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let end = ["\n\nUsage:", "\n\nFor more"].iter().filter_map(|below| text.find(below)).min();
    text[..end.unwrap_or(text.len())].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong, where there is more to say than clap does.
fn in_our_words(message: &Error, command: &Command, args: &[OsString]) -> Option<String> {
    let given = || text(message, ContextKind::InvalidArg);
    let option = || Some(given()?.split(' ').next()?.to_owned());
    match message.kind() {
        ErrorKind::InvalidSubcommand => {
            Some(unknown::unknown_command(&text(message, ContextKind::InvalidSubcommand)?, args))
        }
        ErrorKind::UnknownArgument => Some(unknown::unknown_argument(&given()?, command, args)),
        ErrorKind::ArgumentConflict if text(message, ContextKind::PriorArg) == given() => {
            let option = option()?;
            let help = if option == "--by" { "; for a second dimension, use --across" } else { "" };
            Some(format!("{option} can be given only once{help}"))
        }
        ErrorKind::ArgumentConflict => {
            let other = text(message, ContextKind::PriorArg)?;
            Some(format!("{} cannot be used with {}", plain(&given()?), plain(&other)))
        }
        ErrorKind::ValueValidation => {
            let (option, value) = (option()?, text(message, ContextKind::InvalidValue)?);
            let number = if option == "--width" { "from 20" } else { "such as 10" };
            Some(format!("{option} takes a whole number {number}, not `{value}`"))
        }
        ErrorKind::InvalidValue if text(message, ContextKind::InvalidValue)?.is_empty() => {
            missing_value(&option()?, command, args)
        }
        ErrorKind::InvalidValue => {
            let ContextValue::Strings(valid) = message.get(ContextKind::ValidValue)? else {
                return None;
            };
            let (option, value) = (plain(&option()?), text(message, ContextKind::InvalidValue)?);
            Some(format!("{option} cannot be `{value}`; choose {}", enumerated(valid, "or")))
        }
        ErrorKind::TooManyValues => Some(format!("{} takes no value", option()?)),
        ErrorKind::WrongNumberOfValues => Some(missing(&[given()?], command)),
        ErrorKind::MissingRequiredArgument => match message.get(ContextKind::InvalidArg)? {
            ContextValue::Strings(all) => Some(missing(all, command) + &taken(all, args)),
            _ => None,
        },
        _ => None,
    }
}

fn text(message: &Error, kind: ContextKind) -> Option<String> {
    match message.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// What is missing, with what each is unless there are many, and an example of the command.
fn missing(needed: &[String], command: &Command) -> String {
    let needed: Vec<String> = needed.iter().map(|one| plain(one)).collect();
    let described = |needed: &String| {
        let arg = command.get_arguments().find(|arg| plain(&arg.to_string()) == *needed);
        let help = arg.and_then(Arg::get_help).map(ToString::to_string).unwrap_or_default();
        format!("{needed} ({})", uncapitalised(&help))
    };
    let help = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let help = help.replace(" \\\n    ", " ");
    let examples = help.lines().map(str::trim).filter(|line| line.starts_with("cnd "));
    let options = needed.iter().filter_map(|one| one.split(' ').next());
    let options = options.filter(|word| word.starts_with("--"));
    let has = |line: &str, option: &str| line.split(' ').any(|word| word == option);
    let mut helpful = examples.filter(|line| options.clone().all(|option| has(line, option)));
    let example =
        helpful.next().map_or_else(String::new, |line| format!("; for example, `{line}`"));
    let described: Vec<String> = match needed.len() {
        ..=2 => needed.iter().map(described).collect(),
        _ => needed.clone(),
    };
    format!("missing {}{example}", enumerated(&described, "and"))
}

/// The list that may have taken up what is missing behind its last comma.
fn taken(needed: &[String], args: &[OsString]) -> String {
    let list = args.iter().filter_map(|arg| arg.to_str()).find(|arg| arg.contains(", "));
    match list.filter(|_| needed.iter().all(|one| !one.starts_with("--"))) {
        Some(list) => format!("; `{list}` was read as one list, because of its comma"),
        None => String::new(),
    }
}

/// An argument without the signs that clap puts around it: `--title TEXT`, `FILE`.
fn plain(argument: &str) -> String {
    argument.trim_end_matches("...").replace(['<', '>', '[', ']'], "")
}

/// A help as it continues a sentence.
fn uncapitalised(help: &str) -> String {
    let mut letters = help.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters.as_str().chars()).collect()
}

/// An option without its value: what it can be.
fn missing_value(option: &str, command: &Command, args: &[OsString]) -> Option<String> {
    let arg = option_of(command, option)?;
    let help = arg.get_long_help().or(arg.get_help())?.to_string();
    // The last paragraph says what it can be, before what else there is to know.
    let help = help.rsplit("\n\n").next()?.trim_end().replace('\n', " ");
    let help = uncapitalised(help.split(". ").next()?.trim_end_matches('.'));
    let list = match arg.get_value_names().and_then(|names| names.first()).map(|name| name.as_str())
    {
        Some("PILLAR") => pillars(args).unwrap_or_default(),
        _ => String::new(),
    };
    Some(format!("missing a value for {option} ({help}{list})"))
}

/// The pillars of the dataset that the command would read.
fn pillars(args: &[OsString]) -> Option<String> {
    let dataset = dataset(args)?;
    let pillars = dataset.records().pillars.iter().map(|pillar| pillar.id.as_str());
    Some(format!("; here: {}", pillars.collect::<Vec<_>>().join(", ")))
}

/// The dataset that the command would read.
fn dataset(args: &[OsString]) -> Option<Dataset> {
    let option = DatasetOption { data: value_of(args, "--data").map(Into::into) };
    super::dataset(&super::source(&option), Color::Never).ok()
}
