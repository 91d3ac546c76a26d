//! A dataset in tables, by the name of its file.

use std::path::Path;
use std::{fs, io};

use serde_json::Value;

use super::cells::Cells;
use super::plan::table_named;
use super::{csv_file, descriptor, read_workbook};

/// Whether this is a data package: its description, or a folder with one.
pub fn is_package(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == descriptor::FILE)
        || path.is_dir() && path.join(descriptor::FILE).is_file()
}

/// Whether the description in a folder names a table of a dataset: others describe other files.
pub fn names_tables(folder: &Path) -> bool {
    let text = fs::read(folder.join(descriptor::FILE)).unwrap_or_default();
    let package: Value = serde_json::from_slice(&text).unwrap_or_default();
    let resources = package["resources"].as_array().into_iter().flatten();
    let mut names = resources.filter_map(|resource| resource["name"].as_str());
    names.any(|name| table_named(name).is_some())
}

/// Whether this is a workbook, by its name.
pub fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// The dataset of a data package or a workbook as JSON, with the places of its values.
///
/// # Errors
/// When a file cannot be read, or is not what its name says.
pub fn read(path: &Path) -> io::Result<(String, Cells)> {
    if is_workbook(path) { read_workbook::read(path) } else { csv_file::read(path) }
}
