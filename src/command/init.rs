//! `cnd init`

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::Color;
use crate::load::{self, Source};
use crate::model::{Dataset, Records};
use crate::query::argument;
use crate::render::dataset_yaml;

use super::terminal::visible_lines;
use super::{file, schema};

const GUIDE: &str = include_str!("../../data/README.md");

/// See README.md in the new folder for the next steps.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd init my-data
  cnd init empty-data --empty")]
pub struct InitArgs {
    /// The folder to create or to fill; if it exists, it must be empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Only the pillars; `cnd new` adds the rest
    #[arg(long, conflicts_with = "from")]
    pub empty: bool,
    /// Start from this dataset, such as an edited workbook, instead of the shipped one
    #[arg(long, value_name = "PATH")]
    pub from: Option<PathBuf>,
}

pub fn run(args: &InitArgs) -> Result<()> {
    let mut files = match &args.from {
        Some(path) => of(&super::dataset(&super::at(path.clone()), Color::Auto)?)?,
        None if args.empty => of(&empty()?)?,
        None => shipped(),
    };
    files.push((schema::FILE.to_owned(), schema::text()?));
    files.push(("README.md".to_owned(), GUIDE.to_owned()));
    let folder = &args.folder;
    write(folder, &files).with_context(|| format!("cannot write {}", folder.display()))?;
    super::say(&visible_lines(&format!(
        "wrote {} files. Use them with: cnd --data {} (README.md there describes them)\n",
        files.len(),
        argument(&folder.display().to_string())
    )));
    Ok(())
}

type Files = Vec<(String, String)>;

fn shipped() -> Files {
    load::SHIPPED
        .iter()
        .map(|(path, text)| (path.trim_start_matches("data/").to_owned(), (*text).to_owned()))
        .collect()
}

/// The records of a dataset, each list in a file of its own.
fn of(dataset: &Dataset) -> Result<Files> {
    let Value::Object(lists) = serde_json::to_value(dataset.records())? else {
        return Ok(Vec::new());
    };
    let file = |(list, records): (String, Value)| {
        let name = format!("{list}.yaml");
        (name, format!("{}{}", schema::MODELINE, dataset_yaml(&json!({list: records}))))
    };
    Ok(lists.into_iter().map(file).collect())
}

/// The pillars alone, without what is remarked on them in view of the documents of the shipped dataset.
fn empty() -> Result<Dataset> {
    let shipped = super::dataset(&Source::Embedded, Color::Auto)?;
    let mut pillars = shipped.records().pillars.clone();
    for pillar in &mut pillars {
        pillar.remark = None;
        pillar.external.retain(|mark| mark.fields.iter().all(|field| **field != *"remark"));
    }
    Ok(Dataset::new(String::new(), Records { pillars, ..Records::default() }))
}

/// Writes the files into the folder, all or none: an empty one is filled, one that is not there is made.
pub fn write(folder: &Path, files: &Files) -> Result<()> {
    match fs::read_dir(folder).map(|mut items| items.next().is_none()) {
        Ok(true) if is_current(folder) || folder.is_symlink() => fill(folder, files),
        Ok(true) => make(folder, files).or_else(|_| fill(folder, files)),
        Err(why) if why.kind() == io::ErrorKind::NotFound && !folder.is_symlink() => {
            make(folder, files)
        }
        // Nothing is there, or a folder that cannot be read: the system says why.
        Err(why) if folder.is_dir() || folder.symlink_metadata().is_err() => Err(why),
        _ => Err(io::Error::other("already exists; nothing was changed. Choose another folder")),
    }?;
    Ok(())
}

/// Whether this is the current folder, which must not be replaced.
fn is_current(folder: &Path) -> bool {
    fs::canonicalize(folder).ok() == fs::canonicalize(".").ok()
}

/// Writes the folder next to its destination and moves it there when complete; only an empty folder is replaced.
fn make(folder: &Path, files: &Files) -> io::Result<()> {
    let draft = draft(file::folder_of(folder))?;
    // Temporary folders are closed to others; one inside it is as any that somebody makes.
    let whole = draft.path().join("whole");
    fs::create_dir(&whole)?;
    #[cfg(unix)]
    if let Ok(there) = fs::metadata(folder) {
        use std::os::unix::fs::{MetadataExt, chown};
        chown(&whole, Some(there.uid()), Some(there.gid()))?;
        fs::set_permissions(&whole, there.permissions())?;
    }
    put(&whole, files)?;
    fs::rename(whole, folder)
}

/// Writes the files next to their destination and moves them there when all are complete.
fn fill(folder: &Path, files: &Files) -> io::Result<()> {
    let draft = draft(folder)?;
    put(draft.path(), files)?;
    for (number, (name, _)) in files.iter().enumerate() {
        if let Err(why) = place(&draft.path().join(name), &folder.join(name)) {
            for (name, _) in &files[..number] {
                // What cannot be taken back does not keep the others.
                let _ = fs::remove_file(folder.join(name));
            }
            return Err(why);
        }
    }
    Ok(())
}

/// Puts a file where none is: a link is made only there.
fn place(file: &Path, at: &Path) -> io::Result<()> {
    match fs::hard_link(file, at) {
        // Some systems have no links.
        Err(_) if at.symlink_metadata().is_err() => fs::rename(file, at),
        linked => linked,
    }
}

fn draft(folder: &Path) -> io::Result<TempDir> {
    file::beside(folder, |folder| tempfile::Builder::new().prefix(".cnd-").tempdir_in(folder))
}

fn put(folder: &Path, files: &Files) -> io::Result<()> {
    files.iter().try_for_each(|(name, text)| fs::write(folder.join(name), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_filled_with_all_files_or_none_and_nothing_in_it_is_lost() {
        let folder = TempDir::new().unwrap();
        let files = ["a", "b"].map(|name| (name.to_owned(), "new".to_owned())).to_vec();
        fs::write(folder.path().join("b"), "mine").unwrap();
        let error = fill(folder.path(), &files).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap()).collect();
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "mine");
        assert!(make(folder.path(), &files).is_err());
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "mine");
        fs::remove_file(folder.path().join("b")).unwrap();
        fill(folder.path(), &files).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "new");
    }
}
