//! What clap has to say: help and version on standard output, wrong usage on standard error.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use clap::error::{ContextValue, Error};

use crate::cli::Color;
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

/// When to use colour, where clap has come to no end of the arguments: what they say first.
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

/// What was wrong with the arguments, which stand in it as a terminal may show them.
pub fn complaint(mut message: Error) -> String {
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
