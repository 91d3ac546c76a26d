//! YAML.

use serde::de::DeserializeOwned;

use super::read::{Fault, Part};
use super::tokens::Malformed;
use super::{bounds, letters, plain};
use crate::diagnostic::{Code, Span};

/// The records of a YAML text.
pub fn parse(text: &str) -> Result<Part, Fault> {
    if is_blank(text) {
        return Ok(Part::default());
    }
    typed(text).map(|(records, intricate)| Part { records, intricate })
}

/// The records of one list, in the text of that list alone, and whether it is intricate.
pub fn list<T: DeserializeOwned>(text: &str) -> Option<(Vec<T>, bool)> {
    typed(text).ok()
}

fn typed<T: DeserializeOwned>(text: &str) -> Result<(T, bool), Fault> {
    if let Some(value) = plain::read(text) {
        return Ok((value, false));
    }
    if let Some(forbidden) = letters::forbidden(text).into_iter().next() {
        return Err(forbidden);
    }
    if let Some(refused) = bounds::fault(text) {
        return Err(fault(refused));
    }
    serde_yaml::from_str(text).map(|value| (value, true)).map_err(|error| {
        let message = error.to_string();
        let why = message.split(" at line ").next().unwrap_or(&message);
        let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column().max(1)));
        fault(Malformed::new(why, Span::at(line, column)))
    })
}

/// Whether there is nothing but comments.
pub fn is_blank(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']);
    lines.all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// The fault that a reader of tokens has found.
pub fn fault(malformed: Malformed) -> Fault {
    let Malformed { why, help, span } = malformed;
    let help = help.or_else(|| cure(&why));
    Fault { code: Code::Syntax, help, message: clean(plain_words(&why)), span }
}

/// What a parser means, for those who do not know its words.
fn plain_words(why: &str) -> &str {
    let words = [
        (
            "mapping values are not allowed",
            "a colon and a space stand within a text, or this key within a value",
        ),
        (
            "did not find expected <document start>",
            "this line does not belong to what stands above it",
        ),
        ("did not find expected key", "this is no key of the record above it"),
        ("did not find expected '-' indicator", "this is no item of the list above it"),
        ("did not find expected node content", "there is no value here"),
        ("block sequence entries are not allowed", "an item of a list cannot begin here"),
        (
            "found unknown anchor",
            "a text that begins with * stands for another value, and there is none of this name",
        ),
        (
            "must be followed by a valid YAML whitespace",
            "there is no plain space behind this colon",
        ),
        ("simple key expect", "there is no colon and space behind this"),
        ("trailing content", "the text in quotes ends before this"),
        ("an anchor or alias", "a text cannot begin with & or *"),
        ("indentation in flow", "what is in brackets stands too far to the left"),
        ("mapping keys are not allowed", "a question mark begins a key here"),
        ("misplaced bracket", "this bracket closes nothing"),
        ("found unexpected end of stream", "the quotes that are opened here are not closed"),
        (
            "did not find expected comment or line break",
            "the text of this value begins on the next line",
        ),
        ("unexpected character", "a text cannot begin with this sign"),
        ("found a tab character", "there is a tab where only spaces can stand"),
        ("recursion limit", "lists and mappings stand more than 128 deep in one another"),
    ];
    words.iter().find(|(of, _)| why.contains(of)).map_or(why, |(_, words)| words)
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
        ("a tag", "put quotes round a text that begins with an exclamation mark"),
        ("the handle", "put quotes round a text that begins with an exclamation mark"),
        ("must be followed", "write a space behind the colon, not a tab"),
        ("unexpected character", "put quotes round a text that begins with @, ` or %"),
        ("illegal placement", "put quotes round a text that has a colon and a space in it"),
        ("tab", "delete the tab, and indent with spaces"),
        ("cannot start any token", "put quotes round a text that begins with @, `, % or a tab"),
        ("escape", "write the character itself, or a backslash as \\\\"),
        ("unknown anchor", "put the text in quotes, or write the value out that is meant"),
        ("block sequence entries", "put the item on the next line, or the text in quotes"),
        ("not closed", "close it with ] or }"),
        ("an anchor or alias", "put quotes round the text"),
        (
            "indentation in flow",
            "indent it deeper than the key, and look for a bracket that is not closed above",
        ),
        (
            "mapping keys are not allowed",
            "put quotes round a text that begins with a question mark",
        ),
        ("misplaced bracket", "delete it, or look for one that is missing above"),
        ("trailing content", "put single quotes round the whole text"),
        (
            "indentation in quoted scalar",
            "indent the lines that continue it deeper than the key, or close the quotes",
        ),
        ("quoted scalar", "close the quotes that are opened here"),
        ("comments must be", "put a space before the #"),
        ("unexpected end", "close the quotes or brackets that are opened before"),
        (
            "did not find expected",
            "look at the indentation and the quotes here and in the lines above",
        ),
        ("simple key", "look for a missing colon, and at the indentation"),
        (
            "indentation",
            "give the keys of one record the same indentation, and what continues a value a deeper one",
        ),
        ("recursion limit", "lists and mappings may stand 128 deep in one another"),
        ("aliases of this file", "write the values out, without aliases"),
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
