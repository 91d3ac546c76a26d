//! The lines of a text.

use serde::de::value::Error;

use super::super::{letters, runs};
use super::not_plain;

/// Whether there is neither a control character nor one that YAML takes for the end of a line or forbids.
pub fn has_plain_letters(text: &str) -> bool {
    !letters::has_odd(text, |byte| byte == b'\n', |c| c == '\u{feff}' || letters::is_forbidden(c))
}

/// The lines of a text that are neither blank nor comments.
pub struct Lines<'t> {
    /// All that is behind the next line.
    rest: &'t str,
    pub next: Option<Line<'t>>,
}

#[derive(Clone, Copy)]
pub struct Line<'t> {
    pub indent: usize,
    /// What stands on it, without spaces at the ends.
    pub content: &'t str,
}

impl<'t> Line<'t> {
    pub fn new(line: &'t str) -> Self {
        let content = line.trim_start_matches(' ');
        Self { indent: line.len() - content.len(), content: content.trim_end_matches(' ') }
    }
}

impl<'t> Lines<'t> {
    /// Before the first line.
    pub fn new(text: &'t str) -> Self {
        Self { rest: text, next: None }
    }

    pub fn advance(&mut self) {
        self.next = None;
        while !self.rest.is_empty() && self.next.is_none() {
            let line = Line::new(self.take());
            let says_nothing = line.content.is_empty() || line.content.starts_with('#');
            self.next = Some(line).filter(|_| !says_nothing);
        }
    }

    /// Takes a line of any sort, as it stands.
    fn take(&mut self) -> &'t str {
        let end = memchr::memchr(b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let line = &self.rest[..end];
        self.rest = self.rest.get(end + 1..).unwrap_or("");
        line
    }

    /// Takes the lines of a folded text, which stand deeper than its holder, and joins them.
    pub fn folded(&mut self, holder: usize) -> Result<String, Error> {
        let mut text = String::new();
        let first = Line::new(self.rest).indent;
        if first <= holder {
            return not_plain();
        }
        while !self.rest.is_empty() {
            let before = self.rest;
            let line = self.take();
            let Line { indent, content } = Line::new(line);
            if indent < first && !content.is_empty() {
                self.rest = before;
                break;
            }
            if line.is_empty() && !text.is_empty() {
                // It ends here, unless what follows the empty lines belongs to it as well.
                let after = self.rest.lines().find(|line| !line.is_empty()).map(Line::new);
                if after.is_some_and(|line| line.indent >= first || line.content.is_empty()) {
                    return not_plain();
                }
                break;
            }
            let is_odd = indent > first || content.is_empty() || line.ends_with(' ');
            if is_odd || runs::begins_something(content) {
                return not_plain();
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(content);
        }
        Ok(text)
    }
}
