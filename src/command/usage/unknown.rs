//! Commands, options and words that are not accepted, with what to type instead.

use std::ffi::OsString;
use std::iter;

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::{Cli, command_of, option_of};
use crate::model::Vocabulary;
use crate::nearest::{did_you_mean, slips};
use crate::query::{Dimension, shell_word};

use super::super::{gaps, meant, programmes, synonyms};
use super::dataset;

/// An unknown command: what to type instead, or where to look the word up.
pub fn unknown_command(word: &str, args: &[OsString]) -> String {
    let cli = Cli::command();
    let known = cli.get_subcommands().flat_map(Command::get_name_and_visible_aliases);
    let near = slips(word, known);
    let help = match (synonyms::command(word), did_you_mean(&near)) {
        (Some(help), _) => help.to_owned(),
        (None, Some(question)) => question,
        (None, None) => {
            let typed: Vec<_> = words_from(word, args).into_iter().map(shell_word).collect();
            match &*typed.join(" ") {
                "" => "`cnd --help` lists the commands".to_owned(),
                typed => format!("to look it up, use `cnd show {typed}` or `cnd search {typed}`"),
            }
        }
    };
    format!("unknown command `{word}`; {help}")
}

/// The words of the arguments from this one to the next option.
fn words_from<'a>(word: &str, args: &'a [OsString]) -> Vec<&'a str> {
    let words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    words.skip_while(|arg| *arg != word).take_while(|arg| !arg.starts_with('-')).collect()
}

/// A word or an option that a command does not accept, with a suggestion.
pub fn unknown_argument(given: &str, command: &Command, args: &[OsString]) -> String {
    let asked = command.get_bin_name().unwrap_or("cnd");
    if given.starts_with('-') {
        return unknown_option(given, command, args);
    }
    let filters: &[meant::Filter] = match command.get_name() {
        "stats" | "network" => &programmes::FILTERS,
        "gaps" => &gaps::FILTERS,
        _ => {
            let at = args.iter().position(|arg| arg == given);
            let advice = at.and_then(|at| value_before(at, command, args)).map_or_else(
                || format!("see `{asked} --help`"),
                |(option, whole)| in_quotes(option, &whole),
            );
            return format!("unexpected argument `{given}`; {advice}");
        }
    };
    let words = words_from(given, args);
    let help = match (words.get(1), option_of(command, &format!("--{given}"))) {
        (Some(value), Some(_)) => format!("use --{given} {}", shell_word(value)),
        _ if command.get_name() == "stats" && Dimension::words().contains(&given) => {
            format!("use --by {given}")
        }
        _ => filter_meant(&words, filters, command, args),
    };
    format!("`{asked}` takes only options; {help}")
}

/// The filter that may be meant by words that a command does not take.
fn filter_meant(
    words: &[&str],
    filters: &[meant::Filter],
    command: &Command,
    args: &[OsString],
) -> String {
    let dataset = dataset(args);
    let meant = |text: &str| dataset.as_ref().and_then(|d| meant::option(text, filters, d));
    let at = args.iter().position(|arg| words.first().is_some_and(|word| arg == word));
    let value = at.and_then(|at| value_before(at, command, args));
    let named = value.as_ref().filter(|(_, whole)| meant(whole).is_some());
    let all: Vec<String> = words.iter().filter_map(|word| meant(word)).collect();
    match (named, meant(&words.join(" ")), &*all) {
        (Some((option, whole)), ..) => in_quotes(option, whole),
        (None, Some(option), _) => format!("use {option}"),
        (None, None, [_, ..]) => format!("use {}", all.join(" and ")),
        (None, None, []) => match value {
            Some((option, whole)) => in_quotes(option, &whole),
            None => format!(
                "use --search {}, or a filter such as --pillar or --agency",
                words.iter().map(|word| shell_word(word)).collect::<Vec<_>>().join(" --search ")
            ),
        },
    }
}

/// The option whose value may go on at this place of the arguments, and that value with all of its words.
fn value_before<'a>(
    at: usize,
    command: &Command,
    args: &'a [OsString],
) -> Option<(&'a str, String)> {
    let first = args.get(at.checked_sub(1)?)?.to_str()?;
    let (option, first) = match first.split_once('=') {
        Some((option, first)) if option.starts_with("--") => (option, first),
        _ => (args.get(at.checked_sub(2)?)?.to_str()?, first),
    };
    let arg = option_of(command, option)?;
    let is_text = arg.get_value_names().is_some_and(|names| names == ["TEXT"]);
    let has_names = is_text || matches!(arg.get_action(), ArgAction::Append);
    let more = args[at..].iter().filter_map(|arg| arg.to_str());
    let words = iter::once(first).chain(more.take_while(|arg| !arg.starts_with('-')));
    has_names.then(|| (option, words.collect::<Vec<_>>().join(" ")))
}

/// What to type for an unknown value of an option that more words follow.
pub fn in_one(value: &str, args: &[OsString]) -> Option<String> {
    let last = |arg: &str| arg.rsplit([',', '=']).next().is_some_and(|last| last.trim() == value);
    let has_it = |arg: &str| arg == value || last(arg);
    let at = args.iter().rposition(|arg| arg.to_str().is_some_and(has_it));
    let at = at.filter(|_| !value.is_empty())?;
    args.get(at + 1)?.to_str().filter(|next| !next.starts_with('-'))?;
    let mut cli = Cli::command();
    cli.build();
    let (option, whole) = value_before(at + 1, command_of(args, &cli), args)?;
    Some(in_quotes(option, &whole))
}

fn in_quotes(option: &str, whole: &str) -> String {
    // Those of a word processor are letters to a shell.
    let whole = whole.trim_matches(['“', '”', '„', '‘', '’', '«', '»']);
    format!("put a value of several words in quotes: {option} {}", shell_word(whole))
}

/// An option that a command does not accept: what to type instead, which commands accept it, or where options are
/// listed.
fn unknown_option(option: &str, command: &Command, args: &[OsString]) -> String {
    let asked = command.get_bin_name().unwrap_or("cnd");
    let name = option.trim_start_matches('-');
    let mut cli = Cli::command();
    cli.build();
    let has = |command: &Command, name: &str| {
        let is_it = |arg: &Arg| {
            arg.get_long() == Some(name) || arg.get_short().is_some_and(|c| name == c.to_string())
        };
        command.get_arguments().any(is_it)
    };
    if option.starts_with("--") && name.len() == 1 && has(command, name) {
        return format!("`{asked}` has no option {option}; did you mean `-{name}`?");
    }
    let takers = cli.get_subcommands().filter(|command| has(command, name));
    let takers: Vec<String> = takers.map(|taker| format!("`cnd {}`", taker.get_name())).collect();
    let is_global = has(&cli, name);
    let cannot = match asked {
        "cnd" => format!("{option} must follow a command"),
        _ if takers.is_empty() => format!("`{asked}` has no option {option}"),
        _ => format!("{option} cannot be used with `{asked}`"),
    };
    let path = asked.strip_prefix("cnd ").unwrap_or_default();
    if let Some(help) = synonyms::option(path, option, |name| has(command, name)) {
        return format!("{cannot}; {help}");
    }
    if is_global {
        return cannot;
    }
    if !takers.is_empty() {
        return format!("{cannot}; it is an option of {}", takers.join(", "));
    }
    let takes_values = |arg: &Arg| arg.get_action().takes_values();
    let before = option_before(option, args)
        .filter(|before| option_of(command, before).is_some_and(takes_values));
    let near = slips(name, command.get_arguments().filter_map(Arg::get_long));
    let near: Vec<String> = near.iter().map(|near| format!("--{near}")).collect();
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let help = match (before, did_you_mean(&near)) {
        (Some(before), _) => format!("to give it as a value, write {before}={option}"),
        (None, Some(question)) => question,
        (None, None) => format!("`{asked} --help` lists the options"),
    };
    format!("`{asked}` has no option {option}; {help}")
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
