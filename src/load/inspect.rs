//! The second reading: a dataset in which something is wrong, with every fault and all that is right.

use std::thread;

use super::examine::{self, Examined};
use super::read::{self, Fault, File, Format};
use super::resolve::{self, Lost, Origins};
use super::{Error, Source, json, locate, mend, parse_all, scan, tree, yaml};
use crate::diagnostic::{Diagnostic, Finding, Severity};
use crate::model::{Dataset, Records};

/// A dataset as far as it can be read, and what is wrong with the rest.
pub struct Inspection {
    files: Vec<File>,
    dataset: Dataset,
    origins: Origins,
    diagnostics: Vec<Diagnostic>,
    complete: bool,
}

/// Reads a dataset to find all that is wrong with it.
///
/// # Errors
/// [`Error::Read`] when a file cannot be read at all.
pub fn inspect(source: &Source) -> Result<Inspection, Error> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let files = match source {
        Source::Embedded => read::shipped(),
        _ => read::files(source, threads)?,
    };
    let parts = parse_all(&files, threads);
    Ok(Inspection::new(read::name(source), files, parts, true))
}

impl Inspection {
    /// Takes the files with what the first reading made of each; with `warnings`, files that could be
    /// read are looked at again where their text gives reason to.
    pub(super) fn new(
        name: String,
        files: Vec<File>,
        parts: Vec<Result<Records, Fault>>,
        warnings: bool,
    ) -> Self {
        let mut diagnostics = Vec::new();
        let mut records = Vec::new();
        let mut lost = Lost::default();
        let mut origins = Origins::default();
        let mut complete = true;
        for ((number, file), part) in (0..).zip(&files).zip(parts) {
            let mut reading = Reading::default();
            match part {
                Ok(part) => {
                    if warnings && is_suspicious(file) {
                        reading.found.faults = Reading::of(file).found.faults;
                        // What the first reading has taken is no error, should the second be stricter.
                        reading
                            .found
                            .faults
                            .retain(|fault| fault.code.severity() == Severity::Warning);
                    }
                    reading.found.records = part;
                }
                Err(fault) => {
                    reading = Reading::of(file);
                    if !reading.found.has_errors() {
                        reading.found.faults.push(fault);
                        reading.unread = true;
                    }
                }
            }
            let Reading { found, unread } = reading;
            complete &= !unread && found.left_out.is_empty();
            lost.all |= unread;
            lost.ids.extend(found.lost);
            diagnostics.extend(found.faults.into_iter().map(|fault| fault.in_file(number)));
            origins.add(&found.records, &found.left_out);
            records.push(found.records);
        }
        let dataset = Dataset::new(name, resolve::merge(records));
        if complete || !dataset.records().is_empty() {
            diagnostics.extend(resolve::check(&dataset, &lost));
        }
        Self { files, dataset, origins, diagnostics, complete }
    }

    /// The dataset, if there is no error in it.
    pub(super) fn into_dataset(self) -> Result<Dataset, Error> {
        let is_error = |diagnostic: &Diagnostic| diagnostic.code.severity() == Severity::Error;
        if self.diagnostics.iter().any(is_error) {
            return Err(Error::Invalid(self.errors()));
        }
        Ok(self.dataset)
    }

    /// The records that can be read.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Whether these are all.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// What was found in reading and what others have found in the records, sorted by place.
    pub fn findings(&self, more: Vec<Diagnostic>) -> Vec<Finding> {
        let diagnostics = self.diagnostics.iter().cloned().chain(more).collect();
        locate::findings(&self.files, &self.origins, diagnostics)
    }

    /// The errors alone.
    pub fn errors(&self) -> Vec<Finding> {
        let mut findings = self.findings(Vec::new());
        findings.retain(|finding| finding.code.severity() == Severity::Error);
        findings
    }
}

fn is_suspicious(file: &File) -> bool {
    match file.format {
        Format::Json => scan::json_is_suspicious(file.body()),
        Format::Yaml => scan::yaml_is_suspicious(file.body()),
    }
}

/// What the second reading of a file finds.
#[derive(Default)]
struct Reading {
    found: Examined,
    /// Whether something of the file could not be read, so that nobody knows what it holds.
    unread: bool,
}

impl Reading {
    fn of(file: &File) -> Self {
        let mut reading = match file.format {
            Format::Json => Self::json(file.body()),
            Format::Yaml => Self::yaml(file.body()),
        };
        if let Some(fault) = &file.encoding {
            // Of a text in UTF-16 nothing is kept.
            reading.unread |= file.text.is_empty();
            reading.found.faults.insert(0, fault.clone());
        }
        reading
    }

    fn json(text: &str) -> Self {
        if let Some(fault) = json::malformed(text) {
            let found = Examined { faults: vec![fault], ..Examined::default() };
            return Self { found, unread: true };
        }
        Self::tree(&tree::json(text), true)
    }

    fn yaml(text: &str) -> Self {
        if yaml::is_blank(text) {
            return Self::default();
        }
        let tree = tree::yaml(text);
        let mended = if tree.root.is_some() { None } else { Some(mend::mend(text)) };
        let Some(mended) = mended.filter(|mended| !mended.faults.is_empty()) else {
            return Self::tree(&tree, false);
        };
        let mut reading = Self::tree(&tree::yaml(&mended.text), false);
        reading.found.faults.extend(mended.faults);
        reading.found.lost.extend(mended.lost);
        reading
    }

    fn tree(tree: &tree::Tree<'_>, json: bool) -> Self {
        let mut found =
            tree.root.as_ref().map_or_else(Examined::default, |root| examine::file(root, json));
        let faults = tree.faults.iter().cloned().map(yaml::fault);
        found.faults.extend(faults);
        Self { found, unread: !tree.faults.is_empty() }
    }
}
