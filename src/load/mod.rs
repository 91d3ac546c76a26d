//! From files to a [`Dataset`].
//!
//! The good path goes straight from text to structs. Only when something is wrong is the text read a
//! second time, to say where.

mod blame;
mod bounds;
mod braces;
mod clean;
mod examine;
mod examiner;
mod inspect;
mod json;
mod keys;
mod letters;
mod locate;
mod lost;
mod mend;
mod plain;
mod read;
mod resolve;
mod runs;
mod scan;
mod shape;
mod split;
mod stand_in;
mod text;
mod tokens;
mod tree;
mod wanted;
mod yaml;

use std::fmt;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io, thread};

use crate::diagnostic::{Diagnostic, Finding, Unread};
use crate::model::Dataset;
pub use inspect::{Inspection, inspect};
use read::{Fault, File, Part};
pub use read::{SHIPPED, is_dataset_file, is_hidden};
use split::Piece;

/// Where a dataset comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The one inside the program.
    Embedded,
    /// A file, or a folder with every `.yaml`, `.yml` and `.json` file below it, in name order.
    Path(PathBuf),
    /// Standard input: JSON if it begins with a brace, else YAML.
    Stdin,
    /// Files that are held in memory, each with its name.
    Memory(Vec<(PathBuf, Vec<u8>)>),
}

/// Why there is no dataset.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// What was read is not a valid dataset; at least one finding.
    Invalid(Vec<Finding>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, why) => write!(f, "cannot read {}: {why}", path.display()),
            Self::Invalid(findings) => {
                let mut separator = "";
                for finding in findings {
                    write!(f, "{separator}{finding}")?;
                    separator = "\n";
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for Error {}

/// Finds what breaks the rules that a dataset must keep beyond its form.
pub type Rules = fn(&Dataset, &Unread) -> Vec<Diagnostic>;

/// Loads a dataset; its records come in the order of the files' names, and within a file as they stand.
///
/// # Errors
/// [`Error::Read`] when a file cannot be read, [`Error::Invalid`] with every error in any of
/// them: see [`inspect`].
pub fn load(source: &Source) -> Result<Dataset, Error> {
    load_with(source, threads_for(source))
}

/// [`load`], which also refuses what breaks the rules. The shipped dataset was found valid before it was
/// shipped, and is only read: to look for faults in it would be a good part of a short run.
///
/// # Errors
/// As [`load`].
pub fn load_by(rules: Rules, source: &Source) -> Result<Dataset, Error> {
    if *source == Source::Embedded
        && let Ok(part) = read::embedded().parse()
    {
        return Ok(Dataset::new(read::name(source), part.records));
    }
    read_with(source, threads_for(source))?.into_dataset(rules)
}

/// As many threads as there are cores; to count them takes longer than to read the shipped dataset on one.
fn threads_for(source: &Source) -> usize {
    match source {
        Source::Embedded => 1,
        _ => thread::available_parallelism().map_or(1, usize::from),
    }
}

/// [`load`] on so many threads; the result does not depend on how many.
///
/// # Errors
/// As [`load`].
pub fn load_with(source: &Source, threads: usize) -> Result<Dataset, Error> {
    read_with(source, threads)?.into_dataset(|_, _| Vec::new())
}

fn read_with(source: &Source, threads: usize) -> Result<Inspection, Error> {
    let files = read::files(source, threads)?.into_iter().collect::<Result<Vec<File>, Error>>()?;
    let parts = parse_all(&files, threads);
    Ok(Inspection::new(read::name(source), files, parts, false))
}

/// The records of each file, or what is wrong with those that cannot be parsed.
///
/// A file is parsed in pieces where it can be; if a piece has a fault, the whole file is parsed again, so
/// that the fault is reported as it stands in the file.
fn parse_all(files: &[File], threads: usize) -> Vec<Result<Part, Fault>> {
    let pieces: Vec<(usize, Piece<'_>)> = (0..)
        .zip(files)
        .flat_map(|(number, file)| {
            split::pieces(file).into_iter().map(move |piece| (number, piece))
        })
        .collect();
    let mut parts: Vec<Option<Part>> = vec![Some(Part::default()); files.len()];
    for (number, read) in in_parallel(&pieces, threads, |(number, piece)| (*number, piece.parse()))
    {
        match (&mut parts[number], read) {
            (Some(part), Some(Part { records, intricate })) => {
                part.records.append(records);
                part.intricate |= intricate;
            }
            (part, _) => *part = None,
        }
    }
    files.iter().zip(parts).map(|(file, part)| part.map_or_else(|| file.parse(), Ok)).collect()
}

/// `work` done on every item by so many threads, with the results in the order of the items.
fn in_parallel<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    if threads < 2 || items.len() < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(items.len()));
    let worker = || {
        while let Some((number, item)) = {
            let number = next.fetch_add(1, Ordering::Relaxed);
            items.get(number).map(|item| (number, item))
        } {
            let result = work(item);
            results
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .push((number, result));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(items.len()) {
            scope.spawn(worker);
        }
        worker();
    });
    let mut results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}
