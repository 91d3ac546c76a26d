//! Files that are written atomically.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::load;
use crate::query::Error;
use crate::render::Format;

/// Writes a file whole or leaves it as it was: a new one beside it takes its place when all is written.
///
/// # Errors
/// Also where there is a file already, if it `replaces_nothing`.
pub fn replace(
    path: &Path,
    replaces_nothing: bool,
    print: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let path = match fs::canonicalize(path) {
        Err(_) if leads_nowhere(path) => {
            let message = "it is a broken link: delete it or choose another file";
            return Err(io::Error::other(message));
        }
        whole => whole.unwrap_or_else(|_| path.to_owned()),
    };
    let existing = fs::metadata(&path).ok();
    if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::other("it is a folder: choose a file in it"));
    }
    if existing.as_ref().is_some_and(|existing| existing.is_file()) {
        refuse_read_only(&path)?;
    }
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        let mut out = BufWriter::new(File::options().write(true).open(&path)?);
        print(&mut out)?;
        return out.flush();
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cnd-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = beside(folder_of(&path), |folder| builder.tempfile_in(folder))?;
    let mut out = BufWriter::new(file.as_file_mut());
    print(&mut out)?;
    out.flush()?;
    drop(out);
    if let Some(existing) = existing {
        take_over(file.as_file(), &existing)?;
    }
    file.as_file().sync_all()?;
    if replaces_nothing {
        file.persist_noclobber(&path).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => {
                io::Error::other("it already exists and was not changed")
            }
            _ => error.error,
        })?;
    } else {
        file.persist(&path).map_err(|error| error.error)?;
    }
    Ok(())
}

/// The folder in which a file or a folder stands.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file has one of these endings, in whatever case.
pub fn ends_in(file: &Path, endings: &[&str]) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether this is a broken link.
fn leads_nowhere(path: &Path) -> bool {
    path.is_symlink() && fs::metadata(path).is_err()
}

/// Makes something temporary in a folder; its error names the folder, not what was to be made.
pub fn beside<T>(folder: &Path, make: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    if !folder.is_dir() {
        return Err(io::Error::other(format!("folder {} does not exist", folder.display())));
    }
    make(folder).map_err(|error| {
        let folder = folder.display();
        io::Error::other(match error.kind() {
            // The system means the file that was to be made.
            io::ErrorKind::NotFound => format!("cannot create a file in folder {folder}"),
            kind => format!("{kind} in the folder {folder}"),
        })
    })
}

/// Whether what is written to a path appears on a terminal.
#[cfg(unix)]
pub fn is_terminal(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let device = fs::metadata(path).is_ok_and(|found| found.file_type().is_char_device());
    // Nothing else is opened to find out: opening a pipe waits for its reader.
    device && File::options().write(true).open(path).is_ok_and(|file| file.is_terminal())
}

/// Whether what is written to a path appears on a terminal.
#[cfg(not(unix))]
pub fn is_terminal(_: &Path) -> bool {
    false
}

/// Refuses to replace a file that must not be written.
fn refuse_read_only(path: &Path) -> io::Result<()> {
    let is_marked = fs::metadata(path)?.permissions().readonly();
    let is_refused = |error: io::Error| error.kind() == io::ErrorKind::PermissionDenied;
    if is_marked || File::options().write(true).open(path).is_err_and(is_refused) {
        return Err(io::Error::other("it is read-only: make it writable, or name another file"));
    }
    Ok(())
}

/// Gives a new file the owner, where the system allows it, and the permissions of the one that it replaces.
fn take_over(file: &File, existing: &fs::Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // Only a privileged user gives files away; anybody may give them to a group of their own.
        let _ = fchown(file, Some(existing.uid()), None);
        let _ = fchown(file, None, Some(existing.gid()));
    }
    file.set_permissions(existing.permissions())
}

/// Refuses to write over a file of the dataset, under whatever name.
pub fn refuse_input(file: &Path, input: &Path) -> Result<(), Error> {
    if !file.is_file() || !is_of(file, input) {
        return Ok(());
    }
    let what = if input.is_dir() { "a file of the dataset" } else { "the dataset" };
    let message = format!("{} is {what} being read", file.display());
    Err(Error::new(message, "choose another file to write"))
}

/// Refuses to write over a document that is scanned.
pub fn refuse_document(file: &Path, document: &Path) -> Result<(), Error> {
    if !is_of(file, document) {
        return Ok(());
    }
    let message = format!("{} is the document that is read", file.display());
    Err(Error::new(message, "choose another file to write"))
}

/// Refuses to write a record over a file.
pub fn refuse_existing(file: &Path) -> Result<(), Error> {
    if !file.is_file() {
        return Ok(());
    }
    let message = format!("{} already exists and was not changed", file.display());
    Err(Error::new(message, "choose another file, or add the record to this one with --append"))
}

/// Refuses to add a record to a file that is not a YAML dataset file; `format` is the requested one.
pub fn refuse_to_append(file: &Path, format: Option<&str>) -> Result<(), Error> {
    let is_yaml = |word: &str| Format::from_extension(word) == Some(Format::Yaml);
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !is_yaml(ending) || format.is_some_and(|format| !is_yaml(format)) {
        let help = "choose a file with the ending .yaml, and leave out -f";
        return Err(Error::new("--append adds to YAML files", help));
    }
    refuse_for_record(file, Format::Yaml)
}

/// Refuses to write a record into a file that would not be read.
pub fn refuse_for_record(file: &Path, format: Format) -> Result<(), Error> {
    if file.exists() && !file.is_file() {
        return Ok(());
    }
    if !load::is_dataset_file(file) {
        let message = format!("{} would not be read as a part of a dataset", file.display());
        return Err(Error::new(message, "choose a name such as NAME.yaml or NAME.json"));
    }
    if ends_in(file, &["json"]) && format != Format::Json {
        let message = "a file with the ending .json is read as JSON";
        return Err(Error::new(message, "leave out -f, or choose another ending"));
    }
    Ok(())
}

/// Refuses to write beside the files of the dataset what would be read as one of them.
pub fn refuse_addition(file: &Path, input: &Path) -> Result<(), Error> {
    let folder = fs::canonicalize(folder_of(file));
    let (Ok(dataset), Ok(folder), Some(name)) = (fs::canonicalize(input), folder, file.file_name())
    else {
        return Ok(());
    };
    if !is_part(&folder.join(name), &dataset) {
        return Ok(());
    }
    let (file, input) = (file.display(), input.display());
    let message = format!("{file} would become part of the dataset {input}");
    Err(Error::new(message, "choose another folder to write to"))
}

/// Whether a file is the dataset, or one of those that it is made of.
pub fn is_of(file: &Path, input: &Path) -> bool {
    let (Ok(dataset), Ok(file)) = (fs::canonicalize(input), fs::canonicalize(file)) else {
        return false;
    };
    file == dataset || is_part(&file, &dataset)
}

/// Whether a file is, or would be, one of the folder that the dataset is.
fn is_part(file: &Path, dataset: &Path) -> bool {
    dataset.is_dir() && file.starts_with(dataset) && load::is_dataset_file(file)
}
