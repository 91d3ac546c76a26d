//! A dataset in tables, by the name of its file.

use std::io;
use std::path::Path;

use super::assemble::Cells;
use super::{csv_file, descriptor};

/// Whether this is a data package: its description, or a folder with one.
pub fn is_package(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == descriptor::FILE)
        || path.is_dir() && path.join(descriptor::FILE).is_file()
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
    if is_workbook(path) { workbook(path) } else { csv_file::read(path) }
}

#[cfg(feature = "xlsx")]
fn workbook(path: &Path) -> io::Result<(String, Cells)> {
    super::workbook_in::read(path)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &Path) -> io::Result<(String, Cells)> {
    Err(io::Error::other("this program was built without workbooks"))
}
