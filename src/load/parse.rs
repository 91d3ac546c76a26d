//! The text of a file as records: by the reader of its format alone.

use super::read::{File, Format};
use super::{encoding, form, guard, json};
use crate::diagnostic::Fault;
use crate::model::Records;

/// Why a file is not read as records.
pub enum Refusal {
    /// Its bytes or its form are at fault: nothing in it can be trusted.
    Form(Box<Fault>),
    /// Some value may be: what the reader says where nothing else is found.
    Value(Box<Fault>),
}

/// The records of a file.
pub fn records(file: &File) -> Result<Records, Refusal> {
    let text = &*file.text;
    let of_form = |fault| Refusal::Form(Box::new(fault));
    let of_value = |fault| Refusal::Value(Box::new(fault));
    let stopped = || file.tree().stop.as_ref().map(|stop| form::fault(stop, text));
    if let Some(fault) = &file.fault {
        return Err(of_form(fault.clone()));
    }
    if file.format == Format::Json {
        return serde_json::from_str(text).map_err(|error| {
            let of_value = || of_value(json::fault(&error, text));
            json::fault_of_form(text).map_or_else(of_value, of_form)
        });
    }
    if is_blank(text) {
        return Ok(Records::default());
    }
    let harmful = || if guard::is_harmless(text) { None } else { stopped() };
    if let Some(fault) = encoding::forbidden(text).or_else(harmful) {
        return Err(of_form(fault));
    }
    serde_yaml::from_str(text)
        .map_err(|error| stopped().map_or_else(|| of_value(form::of_reader(&error)), of_form))
}

/// Whether there is nothing but comments and the marks of a document.
pub fn is_blank(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#') || line == "---" || line == "...")
}
