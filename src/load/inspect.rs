//! The second reading: a dataset in which something is wrong, with every fault and all that is right.

use std::thread;

use super::examine::{self, Examined};
use super::lost::Lost;
use super::mend::{self, Mended};
use super::read::{self, Fault, File, Format, Part};
use super::resolve::{self, Names, Origins};
use super::{Error, Rules, Source, json, letters, locate, parse_all, runs, scan, tree, yaml};
use crate::diagnostic::{Code, Diagnostic, Finding, MOST, Severity, Span, Unread};
use crate::model::{Dataset, Kind, Vocabulary};

/// A dataset as far as it can be read, and what is wrong with the rest.
pub struct Inspection {
    files: Vec<File>,
    dataset: Dataset,
    origins: Origins,
    diagnostics: Vec<Diagnostic>,
    unread: Unread,
}

/// Reads a dataset to find all that is wrong with it; a file of a folder that cannot be read is a finding.
///
/// # Errors
/// [`Error::Read`] when nothing can be read.
pub fn inspect(source: &Source) -> Result<Inspection, Error> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let files = match source {
        Source::Embedded => read::shipped(),
        _ => readable(read::files(source, threads)?)?,
    };
    let parts = parse_all(&files, threads);
    Ok(Inspection::new(read::name(source), files, parts, true))
}

/// The files, if there is one that can be read.
fn readable(files: Vec<Result<File, Error>>) -> Result<Vec<File>, Error> {
    if files.iter().any(Result::is_ok) {
        let file = |file| match file {
            Err(Error::Read(path, why)) => Ok(File::unreadable(&path, &why)),
            file => file,
        };
        return files.into_iter().map(file).collect();
    }
    files.into_iter().collect()
}

impl Inspection {
    /// Takes the files with what the first reading made of each; with `warnings`, files that could be
    /// read are looked at again where their text gives reason to.
    pub(super) fn new(
        name: String,
        files: Vec<File>,
        parts: Vec<Result<Part, Fault>>,
        warnings: bool,
    ) -> Self {
        let mut diagnostics = Vec::new();
        let mut records = Vec::new();
        let mut lost = Lost::default();
        let mut origins = Origins::default();
        let mut unread = Unread::default();
        let mut misnamed = Vec::new();
        for ((number, file), part) in (0..).zip(&files).zip(parts) {
            let found = match part {
                Ok(part) => {
                    if files.len() > 1 && file.body().trim().is_empty() {
                        diagnostics.push(empty_file().in_file(number));
                    }
                    let look = warnings && (part.intricate || is_suspicious(file));
                    let faults = if look { warnings_of(file) } else { Vec::new() };
                    Examined { records: part.records, faults, ..Examined::default() }
                }
                Err(fault) => examined(file, fault),
            };
            let within = found.within.iter();
            unread.within.extend(within.map(|(kind, at)| (*kind, origins.next(*kind, *at))));
            unread.records |= found.lost.any;
            unread.faults |= found.is_cut;
            lost.append(found.lost);
            diagnostics.extend(found.faults.into_iter().map(|fault| fault.in_file(number)));
            misnamed.extend(found.misnamed.into_iter().map(|name| (number, name)));
            origins.add(&found.records, &found.left_out);
            records.push(found.records);
        }
        let dataset = Dataset::new(name, resolve::merge(records));
        let mut names = Names::new(&dataset);
        diagnostics.extend(
            misnamed
                .into_iter()
                .map(|(file, name)| resolve::misnamed(name, &mut names).in_file(file)),
        );
        if !unread.records || !dataset.records().is_empty() {
            let found = resolve::check(&dataset, &lost, &mut names);
            unread.faults |= found.is_cut();
            diagnostics.extend(found.all);
        }
        Self { files, dataset, origins, diagnostics, unread }
    }

    /// The dataset, if there is no error in it and it keeps the rules.
    pub(super) fn into_dataset(mut self, rules: Rules) -> Result<Dataset, Error> {
        self.diagnostics.extend(rules(&self.dataset, &self.unread));
        let is_error = |diagnostic: &Diagnostic| diagnostic.code.severity() == Severity::Error;
        if self.diagnostics.iter().any(is_error) {
            return Err(Error::Invalid(self.errors()));
        }
        Ok(self.dataset)
    }

    /// The records as far as they can be read.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// What of them cannot be.
    pub fn unread(&self) -> &Unread {
        &self.unread
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
        Format::Yaml => scan::plain_is_suspicious(file.body()),
    }
}

/// What a person should be warned of in a file that could be read.
fn warnings_of(file: &File) -> Vec<Fault> {
    let mut faults = second_reading(file).faults;
    // What the first reading has taken is no error, should the second be stricter.
    faults.retain(|fault| fault.code.severity() == Severity::Warning);
    faults
}

fn empty_file() -> Fault {
    Fault {
        code: Code::EmptyFile,
        message: "there is nothing in this file".to_owned(),
        help: Some("see whether its records are lost, or delete the file".to_owned()),
        span: Span::at(1, 1),
    }
}

/// What can be read of a file in which the first reading has met this fault.
fn examined(file: &File, fault: Fault) -> Examined {
    let mut found = second_reading(file);
    if !found.has_errors() {
        found.faults.push(fault);
        found.lost.any = true;
    }
    found
}

fn second_reading(file: &File) -> Examined {
    let text = file.body();
    let mut found = match file.format {
        // Of a text in another encoding nothing is kept, and any record may have been in it.
        _ if text.is_empty() && !file.encoding.is_empty() => {
            let kinds = Kind::all().iter().copied().collect();
            Examined { lost: Lost { kinds, any: true, ..Lost::default() }, ..Examined::default() }
        }
        Format::Json => json_reading(text),
        Format::Yaml => yaml_reading(text),
    };
    found.faults.extend(file.encoding.iter().cloned());
    let mut told: Vec<Span> = found
        .faults
        .iter()
        .filter(|fault| fault.code == Code::Syntax)
        .map(|fault| fault.span)
        .collect();
    told.sort();
    let hidden = letters::hidden(text, &told);
    // Of a text with such a letter the letter itself is told, unless it is written as an escape.
    let is_told = |fault: &Fault| {
        let from = hidden.partition_point(|letter| letter.span.start < fault.span.start);
        hidden.get(from).is_some_and(|letter| letter.span.start < fault.span.end)
    };
    found.faults.retain(|fault| fault.code != Code::Invisible || !is_told(fault));
    found.faults.extend(hidden);
    found
}

fn json_reading(text: &str) -> Examined {
    if json::malformed(text).is_none() {
        return of_tree(text, &tree::json(text), true);
    }
    let mut mended = mend::mend(text, Format::Json);
    if !mended.is_cut_off {
        mended.faults.extend(json::malformed(&mended.text));
    }
    // YAML takes in more than JSON: a comma too many, or other quotes.
    let tree = tree::yaml(&mended.text);
    let braced = text.trim_start().starts_with('{');
    if !braced || tree.root.is_none() || !tree.faults.is_empty() {
        return unread(text, mended.faults);
    }
    of_mended(&mended, true)
}

fn yaml_reading(text: &str) -> Examined {
    if yaml::is_blank(text) {
        return Examined::default();
    }
    let forbidden = letters::forbidden(text);
    if !forbidden.is_empty() {
        let mut found = yaml_reading(&letters::without_forbidden(text));
        without_consequences(&mut found.faults, &forbidden);
        found.faults.extend(forbidden);
        return found;
    }
    let tree = tree::yaml(text);
    if tree.is_whole() {
        return of_tree(text, &tree, false);
    }
    let mended = mend::mend(text, Format::Yaml);
    if mended.faults.is_empty() {
        return of_tree(text, &tree, false);
    }
    of_mended(&mended, false)
}

/// Takes away what is found where the form is at fault: it follows from that.
fn without_consequences(faults: &mut Vec<Fault>, of_form: &[Fault]) {
    let mut places: Vec<Span> = of_form.iter().map(|fault| fault.span).collect();
    places.sort();
    faults.retain(|Fault { span, .. }| {
        let next = places.partition_point(|place| place.end <= span.start);
        places.get(next).is_none_or(|place| span.end <= place.start)
    });
}

/// What can be read of a text once its faults of form are out of the way.
fn of_mended(mended: &Mended, json: bool) -> Examined {
    let mut found = of_tree(&mended.text, &tree::yaml(&mended.text), json);
    without_consequences(&mut found.faults, &mended.faults);
    if mended.is_joined {
        // Each of the documents may have a list of the same kind; a list that stands twice in one of them is told
        // once they are apart.
        found.faults.retain(|fault| fault.code != Code::DuplicateKey || fault.span.start.1 > 1);
    }
    found.faults.extend(mended.faults.iter().take(MOST).cloned());
    found.is_cut |= mended.faults.len() > MOST;
    found.lost.any |= mended.is_cut_off || !mended.taken_out.is_empty();
    if mended.is_cut_off {
        found.lost.kinds.extend(Kind::all());
    }
    for record in &mended.taken_out {
        found.lost.ids.extend(mend::ids(record).map(str::to_owned));
    }
    found
}

fn of_tree(text: &str, tree: &tree::Tree<'_>, json: bool) -> Examined {
    let faults: Vec<Fault> = tree.faults.iter().cloned().map(yaml::fault).collect();
    let mut found = match &tree.root {
        None if faults.is_empty() => Examined::default(),
        None => unread(text, faults),
        Some(root) => {
            let mut found = examine::file(root, json);
            for fault in &faults {
                // What stands behind the end of a document is lost.
                let behind = letters::lines(text).split_off(fault.span.start.0 - 1).join("\n");
                found.lost.ids.extend(mend::ids(&behind).map(str::to_owned));
                found.lost.any = true;
            }
            // Where the whole is no dataset, it follows that it ends too early.
            if matches!(*root.value, tree::Value::Mapping(_)) {
                found.faults.extend(faults);
            }
            found
        }
    };
    if !json {
        let runs = runs::faults(text);
        found.is_cut |= runs.len() >= MOST;
        found.faults.extend(runs);
    }
    found
}

/// What is known of a text that cannot be read: ids that seem to be in it.
fn unread(text: &str, faults: Vec<Fault>) -> Examined {
    let ids = mend::ids(text).map(str::to_owned).collect();
    let lost = Lost { ids, any: true, ..Lost::default() };
    Examined { lost, faults, ..Examined::default() }
}
