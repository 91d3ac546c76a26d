//! YAML.

use serde::de::IgnoredAny;

use super::read::Fault;
use crate::diagnostic::{Code, Place};
use crate::model::Records;
use crate::nearest::{did_you_mean, nearest};

/// The records of a YAML text.
pub fn parse(text: &str) -> Result<Records, Fault> {
    if is_blank(text) {
        return Ok(Records::default());
    }
    serde_yaml::from_str(text).map_err(|error| fault(text, &error))
}

/// Whether there is nothing but comments.
fn is_blank(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// A line that is indented too little makes its record end early, and the typed parse then misses a field.
/// Read without types, the text shows the true place.
fn fault(text: &str, typed: &serde_yaml::Error) -> Fault {
    let untyped = serde_yaml::from_str::<IgnoredAny>(text).err();
    let error = untyped.as_ref().unwrap_or(typed);
    let message = error.to_string();
    let message = clean(message.split(" at line ").next().unwrap_or(&message));
    let place = error
        .location()
        .map_or(Place::Whole, |location| Place::At(location.line(), location.column().max(1)));
    let several = message.contains("more than one document");
    let help = if several {
        Some("put each document into a file of its own, or delete the lines `---`".to_owned())
    } else {
        suggestion(&message)
    };
    let message =
        if several { "there are several YAML documents in this file".to_owned() } else { message };
    Fault { code: Code::Syntax, message, help, place }
}

/// The message of a parser, fit for a terminal.
pub fn clean(message: &str) -> String {
    message
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
        .collect()
}

/// The nearest of the words that a parser says it expected: "unknown field `a`, expected one of `b`, `c`".
pub fn suggestion(message: &str) -> Option<String> {
    let (found, expected) = message.split_once(", expected ")?;
    let found = found.split('`').nth(1)?;
    did_you_mean(&nearest(found, expected.split('`').skip(1).step_by(2)))
}

/// The records of one list, in the text of that list alone.
pub fn list<T: serde::de::DeserializeOwned>(text: &str) -> Option<Vec<T>> {
    serde_yaml::from_str(text).ok()
}
