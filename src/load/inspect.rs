//! The files of a dataset read one by one and put together: its records, and everything that is wrong with it.

use super::examine::{self, Examined};
use super::parse::{self, Refusal};
use super::read::{Error, File, Format};
use super::resolve::{self, Names, Origins};
use super::unread::Unread;
use super::{locate, suspect};
use crate::diagnostic::{Code, Fault, Faults, Finding, Span};
use crate::model::{Dataset, Kind, Records, Vocabulary};

/// Finds what breaks the rules that a dataset must keep beyond its form.
pub type Rules = fn(&Dataset) -> Vec<Fault>;

/// A dataset as far as it can be read, and what is wrong with the rest.
pub struct Inspection {
    files: Vec<File>,
    dataset: Dataset,
    origins: Origins,
    faults: Vec<Fault>,
    /// Whether no record is left out.
    is_whole: bool,
    is_cut: bool,
}

impl Inspection {
    /// Reads the files; with `warnings`, those that could be read are looked at as well.
    pub(super) fn new(name: String, files: Vec<File>, warnings: bool) -> Self {
        let (mut faults, mut misnamed) = (Vec::new(), Vec::new());
        let (mut unread, mut origins) = (Unread::default(), Origins::default());
        let (mut records, mut is_cut) = (Records::default(), false);
        for (number, file) in files.iter().enumerate() {
            let (found, kept, look) = match parse::records(file) {
                Ok(records) => (Examined { records, ..Examined::default() }, None, warnings),
                Err(Refusal::Form(fault)) => (ill_formed(file, *fault), None, false),
                Err(Refusal::Value(fault)) => {
                    let mut found = examined(file, *fault);
                    let kept = std::mem::take(&mut found.kept);
                    (found, Some(kept), warnings)
                }
            };
            origins.add(&found.records, kept);
            records.append(found.records);
            unread.append(found.unread);
            let cells = file.cells.iter().flat_map(|cells| &cells.faults);
            let cells = cells.filter(|fault| warnings || fault.is_error()).cloned();
            faults.extend(cells.map(|fault| fault.in_file(number)));
            let more = if look { warnings_of(file, files.len()) } else { Faults::default() };
            for found in [found.faults, more] {
                is_cut |= found.is_cut();
                faults.extend(found.into_vec().into_iter().map(|fault| fault.in_file(number)));
            }
            misnamed.extend(found.misnamed.into_iter().map(|name| (number, name)));
        }
        let joined = records.join();
        origins.join(&joined);
        let dataset = Dataset::new(name, records);
        let mut names = Names::new(&dataset);
        for (file, name) in misnamed {
            faults.push(resolve::misnamed(name, &mut names).in_file(file));
        }
        let found = resolve::check(&dataset, &joined, &unread, &mut names);
        is_cut |= found.is_cut();
        faults.extend(found.into_vec());
        Self { files, dataset, origins, faults, is_whole: !unread.any, is_cut }
    }

    /// The dataset, if there is no error in it and it keeps the rules.
    pub(super) fn into_dataset(mut self, rules: Rules) -> Result<Dataset, Error> {
        self.faults.extend(rules(&self.dataset));
        if self.faults.iter().any(Fault::is_error) {
            return Err(Error::Invalid(self.errors()));
        }
        let cells = self.files.iter().filter_map(|file| Some((file, file.cells.as_ref()?)));
        let unread = cells.flat_map(|(file, cells)| {
            cells.unread.iter().map(|what| match what.starts_with(&file.name) {
                true => what.clone(),
                false => format!("{}: {what}", file.name),
            })
        });
        Ok(self.dataset.without(unread.collect()))
    }

    /// The records that have no error.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Whether these are all records, so that what is nowhere can be told.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether more was found than is kept.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// What was found in reading and what others have found in the records, sorted by place.
    pub fn findings(&self, more: Vec<Fault>) -> Vec<Finding> {
        let faults = self.faults.iter().cloned().chain(more).collect();
        locate::findings(&self.files, &self.origins, faults)
    }

    /// The errors alone.
    pub fn errors(&self) -> Vec<Finding> {
        let errors = self.faults.iter().filter(|fault| fault.is_error()).cloned().collect();
        locate::findings(&self.files, &self.origins, errors)
    }
}

/// What is known of a file that is not well formed: its one fault, and the words that may be ids of its records.
fn ill_formed(file: &File, fault: Fault) -> Examined {
    let mut found = Examined::default();
    found.unread.any = true;
    if file.text.is_empty() {
        found.unread.kinds.extend(Kind::all());
    }
    let words = file.text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    found.unread.ids.extend(words.map(str::to_owned));
    found.faults.add(fault);
    found
}

/// The records of a file that have no error, and the errors of the others.
fn examined(file: &File, fault: Fault) -> Examined {
    let tree = locate::tree(file);
    let json = file.format == Format::Json;
    let mut found = tree.root.as_ref().map(|root| examine::file(root, json)).unwrap_or_default();
    if found.faults.errors() + found.misnamed.len() == 0 {
        found.faults.add(fault);
        found.unread.any = true;
    }
    found
}

/// What a person should be warned of in a file, as far as it can be read.
fn warnings_of(file: &File, files: usize) -> Faults {
    let mut faults = Faults::default();
    if file.text.trim().is_empty() && files > 1 {
        let fault = Fault::at(Code::EmptyFile, Span::at(1, 1), "there is nothing in this file");
        faults.add(fault.help("see whether its records are lost, or delete the file"));
        return faults;
    }
    suspect::warnings(&file.text, &locate::tree(file), file.format == Format::Json)
}
