//! JSON.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::read::Fault;
use super::yaml::clean;
use crate::diagnostic::{Code, Span};
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
        let letters = text.split('\n').nth(line.saturating_sub(1)).unwrap_or("");
        let before =
            letters.as_bytes().get(..column.saturating_sub(1)).unwrap_or(letters.as_bytes());
        let column = String::from_utf8_lossy(before).chars().count() + 1;
        let message = format!("this is no JSON: {message}");
        Fault { code: Code::Syntax, message, help: None, span: Span::at(line.max(1), column) }
    })
}
