//! What the terminal can show, and what it must not be shown.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};

use crate::cli::{Color, NARROWEST, arguments};
use crate::query::shell_word;
use crate::render::{visible, wrapped};

/// A message as standard error shows it: the commands that it tells to type read the dataset that was given to
/// this one, and no word of it is broken at the edge of a terminal, nor at a `width` that was asked for.
pub fn message(text: &str, width: Option<usize>) -> String {
    let args = arguments(std::env::args_os()).into_iter().take_while(|arg| arg != "--");
    let args: Vec<OsString> = args.collect();
    let data = value_of(&args, "--data").filter(|data| data != "-");
    let text = visible_lines(&data.map_or_else(|| text.to_owned(), |data| on_data(text, &data)));
    if !io::stderr().is_terminal() {
        return text;
    }
    let columns = width_of(terminal_size::terminal_size_of(io::stderr()));
    wrapped(&text, width.map_or(columns, |width| width.min(columns)))
}

/// The value of an option among arguments that clap has not read, or not to the end.
pub fn value_of(args: &[OsString], option: &str) -> Option<OsString> {
    let joined =
        |arg: &OsString| arg.to_str()?.strip_prefix(option)?.strip_prefix('=').map(Into::into);
    let behind = args.iter().position(|arg| arg == option).and_then(|at| args.get(at + 1));
    behind.cloned().or_else(|| args.iter().find_map(joined))
}

/// The message with this dataset in the commands that it tells to type; before the help of an error there are none, and
/// the mere name of a command is one only where it says what the command lists.
fn on_data(text: &str, data: &OsStr) -> String {
    let help = if text.starts_with("error: ") { text.find("; ") } else { Some(0) };
    let (what, help) = text.split_at(help.unwrap_or(text.len()));
    let reads_data = |typed: &str| {
        let command = typed.strip_prefix("cnd ").and_then(|typed| typed.split(' ').next());
        command.is_some_and(|command| !["check", "man", "init"].contains(&command))
            && !typed.contains(" --help")
    };
    let parts: Vec<&str> = help.split('`').collect();
    let is_typed = |at: usize| {
        let is_name = parts[at].matches(' ').count() < 2;
        !is_name || parts.get(at + 1).is_some_and(|next| next.starts_with(" lists"))
    };
    let parts = parts.iter().enumerate().map(|(i, part)| {
        if i > 0 && reads_data(part) && is_typed(i) {
            format!("{part} --data {}", shell_word(&data.to_string_lossy()))
        } else {
            (*part).to_owned()
        }
    });
    what.to_owned() + &parts.collect::<Vec<_>>().join("`")
}

/// How many columns of text the terminal has, unless the environment says otherwise.
pub fn width() -> usize {
    width_of(terminal_size::terminal_size())
}

fn width_of(size: Option<(terminal_size::Width, terminal_size::Height)>) -> usize {
    columns_of(environment).unwrap_or_else(|| size.map_or(80, |(width, _)| width.0.into()))
}

/// The columns that the environment asks for, as shells set them.
fn columns_of(set: impl Fn(&str) -> Option<OsString>) -> Option<usize> {
    let columns = set("COLUMNS")?.to_str()?.parse().ok()?;
    (columns >= NARROWEST).then_some(columns)
}

/// Whether to use colour.
pub fn color(when: Color, terminal: bool) -> bool {
    match when {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && takes_color(environment),
    }
}

/// Whether the terminal can be trusted with box-drawing characters.
pub fn unicode() -> bool {
    takes_unicode(environment)
}

fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn takes_color(set: impl Fn(&str) -> Option<OsString>) -> bool {
    set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb")
}

/// Whether to use Unicode: unless the environment says otherwise.
fn takes_unicode(set: impl Fn(&str) -> Option<OsString>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&set);
    let utf8 = |locale: OsString| {
        let locale = locale.to_string_lossy().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    locale.is_none_or(utf8) && set("TERM").is_none_or(|term| term != "dumb")
}

/// The text with what a terminal would obey made visible, but for the ends of its lines.
pub fn visible_lines(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.strip_suffix('\n') {
            Some(line) => format!("{}\n", visible(line)),
            None => visible(line).into_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_environment<'a>(set: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
        move |name| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
        }
    }

    #[test]
    fn the_environment_may_refuse_colour() {
        assert!(takes_color(in_environment(&[])));
        assert!(takes_color(in_environment(&[("TERM", "xterm-256color")])));
        assert!(!takes_color(in_environment(&[("TERM", "dumb")])));
        assert!(!takes_color(in_environment(&[("NO_COLOR", "1"), ("TERM", "xterm")])));
        let chosen = [Color::Always, Color::Never, Color::Auto].map(|when| color(when, false));
        assert_eq!(chosen, [true, false, false]);
    }

    #[test]
    fn the_environment_may_say_how_wide_the_terminal_is() {
        let columns = |columns| columns_of(in_environment(&[("COLUMNS", columns)]));
        assert_eq!(
            ["60", "20", "19", "0", "wide", "-60"].map(columns),
            [Some(60), Some(20), None, None, None, None]
        );
        assert_eq!(columns_of(in_environment(&[])), None);
    }

    #[test]
    fn lines_are_drawn_where_the_locale_has_them() {
        for set in [
            &[][..],
            &[("LANG", "de_AT.UTF-8")],
            &[("LC_ALL", "C.utf8"), ("LANG", "C")],
            &[("TERM", "xterm")],
        ] {
            assert!(takes_unicode(in_environment(set)), "{set:?}");
        }
        for set in [
            &[("LANG", "C")][..],
            &[("LC_ALL", "POSIX"), ("LANG", "de_AT.UTF-8")],
            &[("LC_CTYPE", "de_AT.ISO-8859-1"), ("LANG", "de_AT.UTF-8")],
            &[("LANG", "C.UTF-8"), ("TERM", "dumb")],
        ] {
            assert!(!takes_unicode(in_environment(set)), "{set:?}");
        }
    }
}
