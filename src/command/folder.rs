//! Datasets in folders that were not named, and where missing records may be.

use std::fs;
use std::path::Path;

use super::file::{ends_in, folder_of};
use crate::load::{self, Inspection, Source};
use crate::model::{AnyRecord, Kind};
use crate::package;
use crate::query::argument;

/// Whether a YAML file of the folder has one of the lists of a dataset.
pub fn holds_dataset(folder: &Path) -> bool {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut yaml =
        files.filter(|path| load::is_dataset_file(path) && ends_in(path, &["yaml", "yml"]));
    yaml.any(|path| fs::read_to_string(path).is_ok_and(|text| load::has_list(&text)))
}

/// Where the records are that a file, or a folder with few of them, refers to and does not have: in the files beside
/// it, or shipped. Tables are not read beside other files, and standard input is in no folder.
pub fn elsewhere(source: &Source, inspection: &Inspection) -> Option<String> {
    let (Source::Path(path), missing) = (source, &inspection.missing) else { return None };
    if missing.is_empty() || package::is_package(path) || package::is_workbook(path) {
        return None;
    }
    let folder = path.is_file().then(|| folder_of(path));
    let beside = folder.map(|folder| {
        let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
        let files = files.filter(|path| load::is_dataset_file(path));
        let texts = files.filter_map(|path| fs::read(&path).ok().map(|text| (path, text)));
        (folder, load::inspect(&Source::Memory(texts.collect())))
    });
    let said = |has: &dyn Fn(Kind, &str) -> bool| {
        let there = missing.iter().filter(|(kind, id)| has(*kind, id)).count();
        let how_many = if there == missing.len() { "the" } else { "some of the" };
        (there > 0).then(|| format!("{how_many} records that are missing are in"))
    };
    if let Some((folder, Ok(beside))) = beside
        && let Some(said) = said(&|kind, id| beside.dataset.position(kind, id).is_some())
    {
        let place = argument(&folder.display().to_string());
        return Some(format!("{said} other files of its folder: run `cnd check {place}`"));
    }
    let shipped = load::load(&Source::Embedded).ok()?;
    let is_there = |(at, record): &((Kind, usize), _)| {
        shipped.position(at.0, AnyRecord::slug(*record)).is_some()
    };
    // A folder with most of these records has lost or renamed some.
    if inspection.dataset.records().every().filter(is_there).count() > missing.len() {
        return None;
    }
    let said = said(&|kind, id| shipped.position(kind, id).is_some())?;
    Some(format!("{said} the built-in dataset: copy this into a folder created by `cnd init`"))
}
