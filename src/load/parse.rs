//! The text of a file as records: by the reader of its format, and by nothing else.

use super::read::{File, Format};
use super::tree::Stop;
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
    if let Some(fault) = &file.fault {
        return Err(Refusal::Form(Box::new(fault.clone())));
    }
    match file.format {
        Format::Json => json(file),
        Format::Yaml => yaml(file),
    }
}

fn json(file: &File) -> Result<Records, Refusal> {
    let text = &file.text;
    serde_json::from_str(text).map_err(|error| {
        let too_deep = || file.tree().stop.as_ref().map(|stop| form::fault(stop, text));
        let of_form = json::fault_of_form(text).or_else(too_deep);
        let value = || Refusal::Value(Box::new(json::fault(&error, text)));
        of_form.map_or_else(value, |fault| Refusal::Form(Box::new(fault)))
    })
}

fn yaml(file: &File) -> Result<Records, Refusal> {
    let text = &file.text;
    if is_blank(text) {
        return Ok(Records::default());
    }
    if let Some(fault) = encoding::forbidden(text) {
        return Err(Refusal::Form(Box::new(fault)));
    }
    let of_form = |stop: &Stop| Refusal::Form(Box::new(form::fault(stop, text)));
    if !guard::is_harmless(text)
        && let Some(stop) = &file.tree().stop
    {
        return Err(of_form(stop));
    }
    serde_yaml::from_str(text).map_err(|error| match &file.tree().stop {
        Some(stop) => of_form(stop),
        None => Refusal::Value(Box::new(form::of_reader(&error))),
    })
}

/// Whether there is nothing but comments and the marks of a document.
fn is_blank(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#') || line == "---" || line == "...")
}
