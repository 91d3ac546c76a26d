//! Messages of clap: help and version on standard output, wrong usage on standard error.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{CommandFactory, Parser, ValueEnum};

use crate::cli::{Cli, Color, DatasetOption};
use crate::model::Vocabulary;
use crate::nearest::{did_you_mean, slips};
use crate::query::{Dimension, shell_word};
use crate::render::visible;

use super::synonyms;
use super::terminal::{self, value_of, visible_lines};

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
pub fn help(message: &Error, args: impl Iterator<Item = OsString>) -> io::Result<()> {
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
fn color(args: impl Iterator<Item = OsString>) -> Color {
    let args: Vec<OsString> = args.take_while(|arg| arg != "--").collect();
    let word = value_of(&args, "--color").unwrap_or_default();
    Color::from_str(&word.to_string_lossy(), false).unwrap_or_default()
}

/// The message about wrong arguments, which stand in it as a terminal may show them.
pub fn complaint(mut message: Error, args: impl Iterator<Item = OsString>) -> String {
    let args: Vec<OsString> = args.collect();
    if let Some(own) = in_our_words(&message, &args) {
        return visible_lines(&format!("error: {}\n", own.replace('\n', "\\n")));
    }
    // As the help has it, and not with what was typed among what is missing.
    if let Some(usage) = command(&message).and_then(|name| plain_usage(&name)) {
        message.insert(ContextKind::Usage, ContextValue::StyledStr(usage));
    }
    let shown: Vec<_> = message
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(text) => {
                Some((kind, ContextValue::String(visible(text).into_owned())))
            }
            _ => None,
        })
        .collect();
    for (kind, value) in shown {
        message.insert(kind, value);
    }
    visible_lines(&message.render().to_string())
}

/// What is wrong, where there is more to say than clap does.
fn in_our_words(message: &Error, args: &[OsString]) -> Option<String> {
    let given = || text(message, ContextKind::InvalidArg);
    match message.kind() {
        ErrorKind::InvalidSubcommand => {
            unknown_command(&text(message, ContextKind::InvalidSubcommand)?, args)
        }
        ErrorKind::UnknownArgument => {
            Some(unknown_argument(&given()?, &command(message).unwrap_or_default(), args))
        }
        ErrorKind::ArgumentConflict if text(message, ContextKind::PriorArg) == given() => {
            Some(given_twice(&given()?))
        }
        ErrorKind::ValueValidation => {
            let (option, value) = (given()?, text(message, ContextKind::InvalidValue)?);
            let option = option.split_once(' ').map_or(option.as_str(), |(option, _)| option);
            let number = if option == "--width" { "from 20" } else { "such as 10" };
            Some(format!("{option} takes a whole number {number}, not `{value}`"))
        }
        ErrorKind::InvalidValue if text(message, ContextKind::InvalidValue)?.is_empty() => {
            missing_value(&given()?, args)
        }
        _ => None,
    }
}

fn text(message: &Error, kind: ContextKind) -> Option<String> {
    match message.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// An unknown command: what to type instead, or where to look the word up.
fn unknown_command(word: &str, args: &[OsString]) -> Option<String> {
    let cli = Cli::command();
    let known = cli.get_subcommands().flat_map(clap::Command::get_name_and_visible_aliases);
    let near = slips(word, known);
    let help = match (synonyms::command(word), did_you_mean(&near)) {
        (Some(help), _) => help.to_owned(),
        (None, Some(question)) => question,
        (None, None) => {
            let words = args.iter().skip(1).filter_map(|arg| arg.to_str());
            let words: Vec<_> = words
                .skip_while(|arg| *arg != word)
                .take_while(|arg| !arg.starts_with('-'))
                .collect();
            let typed: Vec<_> = words.iter().map(|word| shell_word(word)).collect();
            let typed = typed.join(" ");
            if typed.is_empty() {
                return Some(format!("unknown command `{word}`; `cnd --help` lists the commands"));
            }
            format!("to look it up, use `cnd show {typed}` or `cnd search {typed}`")
        }
    };
    Some(format!("unknown command `{word}`; {help}"))
}

/// A word or an option that a command does not accept, with a suggestion.
fn unknown_argument(given: &str, command: &str, args: &[OsString]) -> String {
    let asked = format!("cnd {command}").trim_end().to_owned();
    if given.starts_with('-') {
        return unknown_option(given, command, &asked, args);
    }
    let word = shell_word(given);
    let help = match command {
        "stats" if Dimension::words().contains(&given) => format!("use --by {word}"),
        "stats" | "network" | "gaps" => {
            format!("use --search {word}, or a filter such as --pillar or --agency")
        }
        _ => return format!("unexpected argument `{given}`; see `{asked} --help`"),
    };
    format!("`{asked}` takes no words: {help}")
}

/// An option that a command does not accept: what to type instead, which commands accept it, or where options are
/// listed.
fn unknown_option(option: &str, command: &str, asked: &str, args: &[OsString]) -> String {
    let cannot = match command {
        "" => format!("{option} must follow a command"),
        _ => format!("{option} cannot be used with `{asked}`"),
    };
    if let Some(help) = synonyms::option(command, option) {
        return format!("{cannot}; {help}");
    }
    if is_global(option) {
        return cannot;
    }
    let name = option.trim_start_matches('-');
    let mut cli = Cli::command();
    cli.build();
    let takes =
        |command: &&clap::Command| command.get_arguments().any(|arg| arg.get_long() == Some(name));
    let takers: Vec<String> =
        cli.get_subcommands().filter(takes).map(|c| format!("`cnd {}`", c.get_name())).collect();
    if !takers.is_empty() {
        return format!("{cannot}; it is an option of {}", takers.join(", "));
    }
    let own: Vec<_> = cli.find_subcommand(command).unwrap_or(&cli).get_arguments().collect();
    let before = option_before(option, args).filter(|before| {
        let is_it = |arg: &&&clap::Arg| arg.get_long() == before.strip_prefix("--");
        own.iter().find(is_it).is_some_and(|arg| arg.get_action().takes_values())
    });
    let near = slips(name, own.iter().filter_map(|arg| arg.get_long()));
    let near: Vec<String> = near.iter().map(|near| format!("--{near}")).collect();
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let help = match (before, did_you_mean(&near)) {
        (Some(before), _) => format!("to give it as a value, write {before}={option}"),
        (None, Some(question)) => question,
        (None, None) => format!("`{asked} --help` lists the options"),
    };
    format!("`{asked}` has no option {option}; {help}")
}

/// An option that was given a second time and can be given once.
fn given_twice(option: &str) -> String {
    let name = option.split_once(' ').map_or(option, |(name, _)| name);
    let help = if name == "--by" { "; for a second dimension, use --across" } else { "" };
    format!("{name} can be given only once{help}")
}

/// An option without its value: what it can be.
fn missing_value(option: &str, args: &[OsString]) -> Option<String> {
    let name = option.strip_prefix("--")?.split_once(' ').map_or(option, |(name, _)| name);
    let mut cli = Cli::command();
    cli.build();
    let words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let command = words.into_iter().find_map(|word| cli.find_subcommand(word)).unwrap_or(&cli);
    let arg = command.get_arguments().find(|arg| arg.get_long() == Some(name))?;
    let help = arg.get_long_help().or(arg.get_help())?.to_string();
    // The last paragraph lists the words that it can be.
    let help = help.rsplit("\n\n").next()?.trim_end().replace('\n', " ");
    let list = match arg.get_value_names().and_then(|names| names.first()).map(|name| name.as_str())
    {
        Some("PILLAR") => pillars(args).unwrap_or_default(),
        _ => String::new(),
    };
    Some(format!("--{name} needs a value. From its help: {help}{list}"))
}

/// The pillars of the dataset that the command would read.
fn pillars(args: &[OsString]) -> Option<String> {
    let option = DatasetOption { data: value_of(args, "--data").map(Into::into) };
    let dataset = super::dataset(&super::source(&option), Color::Never).ok()?;
    let pillars = dataset.records().pillars.iter().map(|pillar| pillar.id.as_str());
    Some(format!("; here: {}", pillars.collect::<Vec<_>>().join(", ")))
}

/// The command whose usage a message shows.
fn command(message: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = message.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    let words = usage.split_once("cnd ")?.1.split_whitespace();
    let name: Vec<&str> =
        words.take_while(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    (!name.is_empty()).then(|| name.join(" "))
}

/// How a command is used, in one line.
fn plain_usage(name: &str) -> Option<StyledStr> {
    let mut cli = Cli::command();
    cli.build();
    let command =
        name.split(' ').try_fold(&mut cli, |command, name| command.find_subcommand_mut(name));
    Some(command?.render_usage())
}

/// Whether an option is one that other commands take.
fn is_global(option: &str) -> bool {
    let name = option.trim_start_matches('-');
    let is_known = |arg: &clap::Arg| {
        arg.get_long() == Some(name)
            || arg.get_short().is_some_and(|short| name == short.to_string())
    };
    Cli::command().get_arguments().any(is_known)
}

/// The option before an argument that looks like an option itself, if it may have meant its value.
fn option_before<'a>(unknown: &str, args: &'a [OsString]) -> Option<&'a str> {
    let at = args
        .iter()
        .skip(1)
        .position(|arg| arg.to_str().is_some_and(|arg| arg.starts_with(unknown)))?;
    let before = args[at].to_str()?;
    (before.starts_with("--") && before.len() > 2 && !before.contains('=')).then_some(before)
}
