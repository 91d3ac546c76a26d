//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::load;
use crate::query::Error;

/// Writes a file whole or leaves it as it was: a new one beside it takes its place when all is written.
pub fn replace<T>(
    path: &Path,
    print: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> io::Result<T> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let existing = fs::metadata(&path).ok();
    if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder: name a file in it",
        ));
    }
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        let mut out = BufWriter::new(File::options().write(true).open(&path)?);
        let printed = print(&mut out)?;
        out.flush()?;
        return Ok(printed);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cnd-");
    #[cfg(unix)]
    builder.permissions(permissions(existing.as_ref()));
    let mut file = beside(folder, |folder| builder.tempfile_in(folder))?;
    let mut out = BufWriter::new(file.as_file_mut());
    let printed = print(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(printed)
}

/// Makes something temporary in a folder; its error names the folder, not what was to be made.
pub fn beside<T>(folder: &Path, make: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    if !folder.is_dir() {
        let message = format!("there is no folder {}", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, message));
    }
    make(folder).map_err(|error| {
        let message = format!("{} in the folder {}", error.kind(), folder.display());
        io::Error::new(error.kind(), message)
    })
}

/// Those of the file that is replaced, else those of any new file.
#[cfg(unix)]
fn permissions(existing: Option<&fs::Metadata>) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    existing.map_or_else(|| fs::Permissions::from_mode(0o666), fs::Metadata::permissions)
}

/// Refuses to write over the dataset, or beside its files what would be read as one of them.
pub fn refuse_input(file: &Path, input: &Path) -> Result<(), Error> {
    let Ok(dataset) = fs::canonicalize(input) else { return Ok(()) };
    if fs::canonicalize(file).is_ok_and(|file| file == dataset && file.is_file()) {
        let message = format!("{} is the dataset that is read", file.display());
        return Err(Error::new(message, Some("choose another file to write".to_owned())));
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
    let inside = dataset.is_dir() && folder.is_ok_and(|folder| folder.starts_with(&dataset));
    if !inside || !load::is_dataset_file(file) {
        return Ok(());
    }
    let (file, input) = (file.display(), input.display());
    let message = format!("{file} would be read as a part of the dataset {input}");
    Err(Error::new(message, Some("choose another folder to write to".to_owned())))
}
