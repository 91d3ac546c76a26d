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
        let help = cure(&message);
        let message = format!("this is no JSON: {message}");
        Fault { code: Code::Syntax, message, help, span }
    })
}

/// The way out of a fault of form.
fn cure(message: &str) -> Option<String> {
    let cures = [
        ("EOF while parsing a string", "close the quotes"),
        ("EOF while parsing a list", "close the list with ]"),
        ("EOF while parsing an object", "close the record with }"),
        ("EOF", "write what belongs here: the file ends too early"),
        ("control character", "close the quotes on the line on which they open"),
        (
            "expected `,`",
            "write a comma before this, or look for a quote too many or too few before it",
        ),
        ("expected `:`", "write a colon behind the key"),
        (
            "key must be a string",
            "put the key in double quotes; the last value of a record has no comma behind it",
        ),
        ("trailing comma", "delete the comma before this"),
        (
            "trailing characters",
            "delete what stands behind the end, or look for a bracket too many before it",
        ),
        (
            "expected value",
            "write a text in double quotes, a number, true, false, a list or a record",
        ),
        ("expected ident", "write a text in double quotes, a number, true or false"),
        (
            "invalid number",
            "write the number with digits and a point alone, or put quotes round a text",
        ),
        ("number out of range", "write a smaller number, or put quotes round a text"),
        ("escape", "write a backslash as \\\\, and a letter as itself"),
        ("surrogate", "write the letter itself"),
        ("recursion limit", "lists and records may stand 128 deep in one another"),
    ];
    let cure = cures.iter().find(|(of, _)| message.contains(of));
    cure.map(|(_, cure)| (*cure).to_owned())
}
