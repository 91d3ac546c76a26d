//! What the terminal can show, and what it must not be shown.

use crate::cli::Color;
use crate::render::visible;

/// How many columns of text the terminal has.
pub fn width() -> usize {
    terminal_size::terminal_size().map_or(80, |(width, _)| width.0.into())
}

/// Whether to use colour.
pub fn color(when: Color, terminal: bool) -> bool {
    let unwanted = || {
        std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
    };
    match when {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && !unwanted(),
    }
}

/// Whether the terminal can be trusted with box-drawing characters: unless it says otherwise.
pub fn unicode() -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let utf8 = |locale: String| {
        let locale = locale.to_ascii_lowercase();
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
