//! YAML.

use serde::de::DeserializeOwned;

use super::plain;
use super::read::Fault;
use super::tokens::Malformed;
use super::tree;
use crate::diagnostic::{Code, Span};
use crate::model::Records;

/// The records of a YAML text.
pub fn parse(text: &str) -> Result<Records, Fault> {
    if is_blank(text) {
        return Ok(Records::default());
    }
    typed(text)
}

/// The records of one list, in the text of that list alone.
pub fn list<T: DeserializeOwned>(text: &str) -> Option<Vec<T>> {
    typed(text).ok()
}

fn typed<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    if let Some(value) = plain::read(text) {
        return Ok(value);
    }
    // The reader below takes time by the square of the depth before it says that it is too deep.
    if seems_deep(text)
        && let Some(too_deep) = tree::yaml(text).faults.into_iter().next()
    {
        return Err(fault(too_deep));
    }
    serde_yaml::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = clean(message.split(" at line ").next().unwrap_or(&message));
        let place = error.location().map_or((1, 1), |at| (at.line(), at.column().max(1)));
        let help = cure(&message);
        Fault { code: Code::Syntax, message, help, span: Span::at(place.0, place.1) }
    })
}

/// Whether many brackets are open at once, or many dashes stand on one line; in texts they count as well.
fn seems_deep(text: &str) -> bool {
    const DEEP: usize = 200;
    let mut depth = 0_usize;
    let brackets = text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEP
    });
    brackets || text.contains(&"- ".repeat(DEEP))
}

/// Whether there is nothing but comments.
pub fn is_blank(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// The fault that a reader of tokens has found.
pub fn fault(malformed: Malformed) -> Fault {
    let Malformed { why, span } = malformed;
    let message = clean(&why);
    Fault { code: Code::Syntax, help: cure(&message), message, span }
}

/// The way out of the faults of form that people make most.
fn cure(message: &str) -> Option<String> {
    let cures = [
        (
            "several YAML documents",
            "put each document into a file of its own, or delete the lines `---`",
        ),
        (
            "mapping values are not allowed",
            "put quotes round a text that has a colon and a space in it",
        ),
        ("tab", "indent with spaces, not with tabs"),
        ("cannot start any token", "put quotes round a text that begins with @, `, % or a tab"),
        ("escape", "write the character itself, or a backslash as \\\\"),
        ("quoted scalar", "close the quotes that are opened here"),
        ("unexpected end", "close the quotes or brackets that are opened before"),
        (
            "did not find expected",
            "look at the indentation and the quotes here and in the lines above",
        ),
        ("simple key", "look for a missing colon, and at the indentation"),
        ("indentation", "give the keys of one record the same indentation"),
        ("recursion limit", "lists and mappings may stand 128 deep in one another"),
        ("repetition limit", "write the values out, without aliases"),
    ];
    let cure = cures.iter().find(|(of, _)| message.contains(of));
    cure.map(|(_, cure)| (*cure).to_owned())
}

/// The message of a parser, fit for a terminal.
pub fn clean(message: &str) -> String {
    message
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
        .collect()
}
