//! JSON.

use super::read::Fault;
use super::yaml::{clean, suggestion};
use crate::diagnostic::{Code, Place};
use crate::model::Records;

/// The records of a JSON text.
pub fn parse(text: &str) -> Result<Records, Fault> {
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = clean(message.split(" at line ").next().unwrap_or(&message));
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or("");
        let before =
            line.as_bytes().get(..error.column().saturating_sub(1)).unwrap_or(line.as_bytes());
        let column = String::from_utf8_lossy(before).chars().count() + 1;
        Fault {
            code: Code::Syntax,
            help: suggestion(&message),
            message,
            place: Place::At(error.line().max(1), column),
        }
    })
}
