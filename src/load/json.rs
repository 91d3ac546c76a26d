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
        let message = format!("this is no JSON: {message}");
        Fault { code: Code::Syntax, message, help: None, span }
    })
}
