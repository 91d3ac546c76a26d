//! JSON.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::letters;
use super::read::Fault;
use super::yaml::clean;
use crate::diagnostic::Code;
use crate::model::Records;

/// The records of a JSON text.
pub fn parse(text: &str) -> Result<Records, Fault> {
    typed(text)
}

/// What keeps a text from being JSON.
pub fn malformed(text: &str) -> Option<Fault> {
    let mut fault = typed::<IgnoredAny>(text).err()?;
    let first = text.trim_start().chars().next();
    if text.trim_start().is_empty() {
        "the file is empty".clone_into(&mut fault.message);
        fault.help = Some("an empty dataset of JSON is {}".to_owned());
    } else if !matches!(first, Some('{' | '[')) {
        fault.help = Some("if this is YAML, let the name of the file end in .yaml".to_owned());
    }
    Some(fault)
}

fn typed<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = clean(message.split(" at line ").next().unwrap_or(&message));
        // What ends too early, or breaks its line within quotes, goes wrong behind the last letter that counts.
        let behind = error.is_eof() || message.starts_with("control character");
        let (line, column) = (error.line(), error.column() + usize::from(behind));
        let before = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let span = letters::place(text, usize::saturating_add(before, column.saturating_sub(1)));
        let here =
            text.lines().nth(span.start.0 - 1).and_then(|line| line.chars().nth(span.start.1 - 1));
        let (message, help) = told(&message, here);
        Fault { code: Code::Syntax, message: format!("this is no JSON: {message}"), help, span }
    })
}

/// What a parser means, and the way out, for those who do not know its words; `here` is the letter that it met.
fn told(message: &str, here: Option<char>) -> (String, Option<String>) {
    let value = "write a text in double quotes, a number, true, false, a list or a record";
    let faults = [
        ("EOF while parsing a string", "a text in quotes is not closed", "close the quotes"),
        (
            "EOF",
            "it ends before all that is opened in it is closed",
            "look for a ] or } that is missing",
        ),
        (
            "control character",
            "a text in quotes holds a tab or the end of a line",
            "close the quotes on the line on which they open, and write \\t for a tab",
        ),
        (
            "expected `,`",
            "a value ends before this, and no comma follows",
            "write a comma before this, or look for a quote too many or too few before it",
        ),
        ("expected `:`", "no colon stands behind this key", "write a colon behind the key"),
        (
            "key must be a string",
            "a key in double quotes belongs here",
            "put the key in double quotes",
        ),
        (
            "trailing characters",
            "something stands behind the end",
            "delete it, or look for a bracket too many before it",
        ),
        ("expected value", "no value can begin like this", value),
        ("expected ident", "no value can begin like this", value),
        (
            "invalid number",
            "this is no number",
            "write it with digits and a point alone, or in double quotes as a text",
        ),
        (
            "number out of range",
            "this number is too large",
            "write a smaller one, or a text in double quotes",
        ),
        (
            "escape",
            "a backslash stands before what it cannot stand for",
            "write a backslash as \\\\, and a letter as itself",
        ),
        ("surrogate", "an escape is half a letter", "write the letter itself"),
        (
            "recursion limit",
            "lists and records stand more than 128 deep in one another",
            "take them apart",
        ),
    ];
    let found = faults.iter().find(|(of, ..)| message.contains(of));
    let told = found.map(|(_, told, help)| ((*told).to_owned(), Some((*help).to_owned())));
    let is_comma =
        ["trailing comma", "key must", "expected value"].iter().any(|of| message.contains(of));
    match here {
        Some(',' | ']' | '}') if is_comma => {
            let message = "a comma stands before this, and no value follows it".to_owned();
            (message, Some("delete the comma, or write the value".to_owned()))
        }
        Some(letter) if is_comma && !letter.is_ascii() => {
            let message =
                format!("the character U+{:04X} belongs into quotes alone", u32::from(letter));
            (message, Some("delete it, or write plain double quotes".to_owned()))
        }
        _ => told.unwrap_or_else(|| (message.to_owned(), None)),
    }
}
