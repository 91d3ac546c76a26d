//! Messages of clap: help and version on standard output, wrong usage on standard error.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{CommandFactory, ValueEnum};

use crate::cli::{Cli, Color};
use crate::render::visible;

use super::terminal::{self, visible_lines};

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

/// When to use colour, by the first of the arguments that says so: clap has not read them to the end.
fn color(args: impl Iterator<Item = OsString>) -> Color {
    let args: Vec<String> =
        args.map(|arg| arg.to_string_lossy().into_owned()).take_while(|arg| arg != "--").collect();
    let named = args
        .iter()
        .zip(args.iter().skip(1))
        .find_map(|(option, value)| (option == "--color").then_some(value.as_str()));
    let joined = args.iter().find_map(|arg| arg.strip_prefix("--color="));
    let word = named.or(joined).unwrap_or_default();
    Color::from_str(word, false).unwrap_or_default()
}

/// The message about wrong arguments, which stand in it as a terminal may show them.
pub fn complaint(mut message: Error, args: impl Iterator<Item = OsString>) -> String {
    if let (ErrorKind::UnknownArgument, Some(ContextValue::String(unknown))) =
        (message.kind(), message.get(ContextKind::InvalidArg))
    {
        let unknown = unknown.clone();
        if let Some(command) = command(&message).filter(|_| is_global(&unknown)) {
            return visible_lines(&format!(
                "error: {unknown} cannot be used with `cnd {command}`\n"
            ));
        }
        let args: Vec<OsString> = args.collect();
        if let Some(option) = option_before(&unknown, &args) {
            let tip = format!("to give '{unknown}' as a value, write {option}={unknown}");
            let tip = StyledStr::from(visible(&tip).into_owned());
            message.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
        }
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

/// The command whose usage a message shows.
fn command(message: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = message.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    let words = usage.split_once("cnd ")?.1.split_whitespace();
    let name: Vec<&str> =
        words.take_while(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    (!name.is_empty()).then(|| name.join(" "))
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
