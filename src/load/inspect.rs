//! The files of a dataset read one by one and put together: its records, and everything that is wrong with it.

use std::collections::BTreeSet;

use super::examine::Reading;
use super::locate::{self, Origins};
use super::parse::{self, Refusal};
use super::read::{self, Error, File, Format, Source};
use super::{form, resolve, suspect};
use crate::diagnostic::{Code, Fault, Faults, Finding, Place, Span};
use crate::model::{Dataset, Kind, Vocabulary};

/// Finds what breaks the rules beyond the form of a dataset; the second argument says whether every record was read.
pub type Rules = fn(&Dataset, bool) -> Vec<Fault>;

/// A dataset as far as it can be read, and what is wrong with the rest.
pub struct Inspection {
    files: Vec<File>,
    /// The records that have no error.
    pub dataset: Dataset,
    origins: Origins,
    faults: Faults,
    /// The ids of records that are referred to and not there.
    pub missing: BTreeSet<(Kind, String)>,
    /// Whether every record was read; only then can a rule say that something is missing.
    pub is_whole: bool,
}

impl Inspection {
    /// Reads the files; with `warnings`, those that could be read are looked at as well.
    pub(super) fn new(source: &Source, mut files: Vec<File>, warnings: bool) -> Self {
        let mut reading = Reading::default();
        let mut empty = Vec::new();
        for (number, file) in files.iter().enumerate() {
            reading.file = number;
            let is_read = read_file(file, &mut reading);
            if let Some(cells) = &file.cells {
                reading.unread.kinds.extend(&cells.unread_kinds);
                let faults = cells.faults.iter().filter(|fault| warnings || fault.is_error());
                faults.for_each(|fault| reading.add(fault.clone()));
            }
            let is_blank = file.fault.is_none() && parse::is_blank(&file.text);
            empty.extend((is_blank && files.len() > 1).then_some(number));
            if warnings && is_read {
                look(file, &mut reading);
            }
        }
        let Reading { mut records, mut origins, mut unread, mut faults, misnamed, .. } = reading;
        unread.any |= !unread.kinds.is_empty();
        let joined = records.join();
        origins.join(&joined);
        let dataset = Dataset::new(read::name(source), records);
        let mut lost = resolve::check(&dataset, &joined, &unread, misnamed, &mut faults);
        let missing: BTreeSet<_> = lost.keys().cloned().collect();
        // What is missing may be in a file that is empty or not read: then that is the one fault.
        for number in empty {
            let is_lost = !std::mem::take(&mut lost).is_empty();
            let code = if is_lost { Code::NoRecords } else { Code::EmptyFile };
            let help = "put its records back from an earlier version, or delete the file";
            let fault = Fault::at(code, Span::at(1, 1), "this file is empty").help(help);
            if is_lost || warnings && files[number].text.trim().is_empty() {
                faults.add(fault.in_file(number));
            }
        }
        let unread_files = if lost.is_empty() { Vec::new() } else { read::unread_files(source) };
        for path in unread_files {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let ids: BTreeSet<&str> = words(&text).collect();
            let before = lost.len();
            lost.retain(|(_, id), _| !ids.contains(&**id));
            if lost.len() < before {
                let message = "this file is not read: its name has another ending, or it is a link";
                let help = "give it a name that ends in .yaml: it has records that others name";
                let fault = Fault::at(Code::NoRecords, Span::at(1, 1), message).help(help);
                faults.add(fault.in_file(files.len()));
                files.push(File::new(path.display().to_string(), Format::Yaml, text));
            }
        }
        let is_whole = !unread.any && lost.len() == missing.len();
        lost.into_values().for_each(|fault| faults.add(fault));
        Self { files, dataset, origins, faults, missing, is_whole }
    }

    /// The dataset, if there is no error in it and it keeps the rules.
    pub(super) fn into_dataset(mut self, rules: Rules, source: &Source) -> Result<Dataset, Error> {
        rules(&self.dataset, self.is_whole).into_iter().for_each(|fault| self.faults.add(fault));
        if self.faults.errors() > 0 {
            let errors = self.faults.kept.into_iter().filter(Fault::is_error);
            return Err(Error::Invalid(locate::findings(&self.files, &self.origins, errors)));
        }
        let cells = self.files.iter().filter_map(|file| Some((file, file.cells.as_ref()?)));
        let whole = cells.clone().find_map(|(_, cells)| cells.whole.clone());
        let unread = cells.flat_map(|(file, cells)| {
            let is_named = |what: &str| what.starts_with(&file.name);
            let name =
                move |it: String| if is_named(&it) { it } else { format!("{}: {it}", file.name) };
            cells.unread().map(name)
        });
        let unread = unread.chain(read::unread_sentence(source)).collect();
        Ok(self.dataset.without_fields().with_unread(unread).part_of(whole))
    }

    /// Whether more was found than is kept.
    pub fn is_cut(&self) -> bool {
        self.faults.is_cut()
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// What was found in reading and what others have found in the records, sorted by place.
    pub fn findings(&self, more: Faults) -> Vec<Finding> {
        let faults = self.faults.kept.iter().cloned().chain(more.kept);
        locate::findings(&self.files, &self.origins, faults)
    }
}

/// Reads the records of a file that have no error, and finds the errors of the others; whether it is well formed.
fn read_file(file: &File, reading: &mut Reading) -> bool {
    match parse::records(file) {
        Ok(records) if let Some(first) = reading.copied(&records) => {
            let message = "each record of this file is in another file as well";
            let fault = Fault::at(Code::DuplicateId, Span::at(1, 1), message);
            let fault = fault.help("delete one of the two files, or give its records other ids");
            reading.add(fault.with(Place::Text(first, Span::at(1, 1))));
        }
        Ok(records) => {
            reading.origins.add_all(reading.file, &records);
            reading.keep(records);
        }
        Err(Refusal::Value(fault)) => {
            let before = reading.errors();
            if let Some(root) = &file.tree().root {
                reading.examine(root);
                reading.unread.gather(root);
            }
            if reading.errors() == before {
                reading.add(*fault);
            }
            reading.unread.any = true;
        }
        // What is known of such a file is its one fault, and the words that may be ids of its records.
        Err(Refusal::Form(fault)) => {
            reading.add(*fault);
            reading.unread.any = true;
            if file.text.is_empty() {
                reading.unread.kinds.extend(Kind::all());
            }
            reading.unread.ids.extend(words(&file.text).map(str::to_owned));
            return false;
        }
    }
    true
}

/// The words of a text, of which some may be ids of records.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
}

/// Finds what a person should be warned of in a file, as far as it can be read.
fn look(file: &File, reading: &mut Reading) {
    let tree = file.tree();
    if let Some(stop) = tree.stop.as_ref().filter(|_| file.format == Format::Yaml) {
        reading.add(Fault { code: Code::OddForm, ..form::fault(stop, &file.text) });
    }
    suspect::warnings(&file.text, tree, &mut |fault| reading.add(fault));
}
