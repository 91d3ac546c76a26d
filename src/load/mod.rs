//! From files to a [`Dataset`].
//!
//! Bytes → text → guard → structs → references. Only if the guard cannot clear a text, if something
//! is wrong, or for a check is it read again, as a tree in which every value has its position.

mod encoding;
mod examine;
mod form;
mod guard;
mod inspect;
mod json;
mod line;
mod locate;
mod misplaced;
mod parse;
mod read;
mod resolve;
mod suspect;
mod tree;
mod value;

use crate::model::{Dataset, Records};
pub use inspect::{Inspection, Rules};
pub use read::{Error, SHIPPED, Source, has_list, is_dataset_file, unread_sentence};
use read::{File, Format};

/// Loads a dataset; its records come in the order of the files' names, and within a file as they stand.
///
/// # Errors
/// [`Error::Read`] when a file cannot be read, [`Error::Invalid`] with every error in any of
/// them: see [`inspect`].
pub fn load(source: &Source) -> Result<Dataset, Error> {
    load_by(|_, _| Vec::new(), source)
}

/// [`load`], which also refuses what breaks the rules. The shipped dataset was found valid before it was
/// shipped, and is only read: to look for faults in it would be a good part of a short run.
///
/// # Errors
/// As [`load`].
pub fn load_by(rules: Rules, source: &Source) -> Result<Dataset, Error> {
    if *source == Source::Embedded
        && let Ok(records) = serde_json::from_str(read::EMBEDDED)
    {
        return Ok(Dataset::new(read::name(source), records));
    }
    Inspection::new(source, read::files(source)?, false).into_dataset(rules, source)
}

/// The records of the text of one YAML file, if nothing keeps them from being read.
pub fn records(text: &str) -> Option<Records> {
    parse::records(&File::new("", Format::Yaml, text.to_owned())).ok()
}

/// Reads a dataset to find all that is wrong with it.
///
/// # Errors
/// [`Error::Read`] when a file cannot be read.
pub fn inspect(source: &Source) -> Result<Inspection, Error> {
    Ok(Inspection::new(source, read::files(source)?, true))
}
