//! Why a value on the command line is not accepted, with help.

use std::fmt;

use crate::model::capitalised;
use crate::nearest::{did_you_mean, nearest};

/// A value that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    message: String,
    help: Option<String>,
    /// The value that is unknown, where that is all that is wrong with it.
    value: Option<String>,
}

impl Error {
    /// An unknown value; the nearest of the `known` ones are suggested.
    pub fn unknown<'k>(what: &str, value: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        Self::near(what, value, &nearest(value, known))
    }

    /// An unknown value, with suggestions.
    pub fn near(what: &str, value: &str, near: &[&str]) -> Self {
        let message = format!("no {what} is called `{value}`");
        Self { message, help: did_you_mean(near), value: Some(value.to_owned()) }
    }

    /// A value that is none of those that there are: the nearest of them, or what there is.
    pub fn not_among<'k>(
        message: String,
        value: &str,
        known: impl IntoIterator<Item = &'k str>,
        there_are: &str,
    ) -> Self {
        let near: Vec<&str> = nearest(value, known).into_iter().take(1).collect();
        let value = Some(value.to_owned());
        Self { message, help: did_you_mean(&near), value }.or_help(|| there_are.to_owned())
    }

    /// Any other reason, with help.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: Some(help.into()), value: None }
    }

    /// A reason that needs no help.
    pub fn bare(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, value: None }
    }

    /// The value that is unknown, where that is all that is wrong with it.
    pub fn unknown_value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Adds more help after what there is.
    #[must_use]
    pub fn and_help(mut self, more: &str) -> Self {
        self.help = Some(match self.help {
            None => more.to_owned(),
            Some(help) if help.ends_with('?') => format!("{help} {}", capitalised(more)),
            Some(help) => format!("{help}; {more}"),
        });
        self
    }

    /// Adds help if there is none yet.
    #[must_use]
    pub fn or_help(mut self, help: impl FnOnce() -> String) -> Self {
        self.help.get_or_insert_with(help);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = match &self.help {
            Some(help) => &format!("{}; {help}", self.message),
            None => &self.message,
        };
        // What names or arguments hold must not look like a line of its own.
        f.write_str(&whole.replace('\n', "\\n"))
    }
}

impl std::error::Error for Error {}
