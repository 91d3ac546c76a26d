//! The documents that are read: files, folders, standard input, and lists of files.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read as _};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use walkdir::WalkDir;

use super::ScanArgs;
use super::remarks::remarks;
use crate::command::file;
use crate::command::terminal::visible_lines;
use crate::document::{self, Paper};
use crate::model::{Dataset, counted};
use crate::query::Error;
use crate::scan::{self, Lexicon, Read};

/// A larger file is not read.
const LARGEST: u64 = 1 << 29;

/// The endings of the files that a folder is looked through for.
const ENDINGS: [&str; 4] = ["docx", "pdf", "text", "txt"];

/// The documents to read, in order.
pub struct Inputs {
    pub files: Vec<PathBuf>,
    /// How many folders, or entries of them, could not be read, which has been said of each.
    pub unreadable: usize,
    lexicon: Lexicon,
    preamble: bool,
}

/// Who is handed each document in turn, or nothing for one that could not be read, which has been said.
type Take<'t> = &'t mut dyn FnMut(&str, Option<Read>) -> io::Result<()>;

impl Inputs {
    /// The documents that the arguments name; folders are looked through.
    pub fn of(args: &ScanArgs, dataset: &Dataset) -> Result<Self> {
        let mut named = args.files.clone();
        if let Some(list) = &args.files_from {
            if is_stdin(list) && named.iter().any(|file| is_stdin(file)) {
                bail!(Error::bare(
                    "standard input cannot be both a document and a list of documents"
                ));
            }
            named.extend(listed(list)?);
        }
        // What records say of a preamble is held against its limbs as well.
        let preamble = args.preamble || args.document.is_some();
        let lexicon = Lexicon::of(dataset);
        let mut inputs = Self { files: Vec::new(), unreadable: 0, lexicon, preamble };
        for path in named {
            if path.is_dir() {
                inputs.add_folder(&path);
            } else {
                inputs.files.push(path);
            }
        }
        Ok(inputs)
    }

    /// Refuses to write over a document.
    pub fn refuse_to_overwrite(&self, file: &Path) -> Result<(), Error> {
        self.files.iter().try_for_each(|document| file::refuse_document(file, document))
    }

    fn add_folder(&mut self, folder: &Path) {
        let (before, mut others) = (self.files.len(), 0);
        for entry in WalkDir::new(folder).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if is_document(entry.path()) => self.files.push(entry.into_path()),
                Ok(_) => others += 1,
                Err(error) => self.fail(&format!("error: cannot read {error}")),
            }
        }
        let shown = folder.display();
        if self.files.len() == before {
            self.fail(&format!("error: no text, DOCX or PDF document in folder {shown}"));
        } else if others > 0 {
            let were = if others == 1 { "was" } else { "were" };
            let others = counted(others, "other file");
            say(&format!("{shown}: {others} {were} skipped (not text, DOCX or PDF)"));
        }
    }

    fn fail(&mut self, message: &str) {
        say(message);
        self.unreadable += 1;
    }

    /// Reads the documents, several at a time, and hands them over in order.
    pub fn each(&self, take: Take) -> io::Result<()> {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let bar = self.progress();
        // As many at a time as can wait in memory for those before them.
        for some in self.files.chunks(threads * 2) {
            for (file, read) in several(some, &self.lexicon, self.preamble)? {
                let said = match &read {
                    Ok(read) => remarks(&file, &read.paper),
                    Err(why) => format!("error: cannot read {file}: {why}"),
                };
                bar.suspend(|| say(&said));
                take(&file, read.ok())?;
                bar.inc(1);
            }
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn progress(&self) -> ProgressBar {
        if self.files.len() < 2 || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} documents, {eta} left");
        let bar = ProgressBar::new(self.files.len() as u64);
        style.map_or(bar.clone(), |style| bar.with_style(style))
    }
}

/// Reads some documents at once.
fn several(
    files: &[PathBuf],
    lexicon: &Lexicon,
    preamble: bool,
) -> io::Result<Vec<(String, Result<Read, String>)>> {
    let read = |path: &PathBuf| {
        let read = one(path).map(|paper| scan::read(paper, lexicon, preamble));
        (path.display().to_string(), read)
    };
    let read = &read;
    thread::scope(|scope| {
        let readers: Vec<_> = files.iter().map(|path| scope.spawn(move || read(path))).collect();
        let done = readers.into_iter().map(|reader| reader.join());
        done.map(|read| read.map_err(|_| io::Error::other("a reader stopped early"))).collect()
    })
}

/// Reads one document.
///
/// # Errors
/// Why it could not be read.
pub fn one(path: &Path) -> Result<Paper, String> {
    let mut bytes = Vec::new();
    let read = if is_stdin(path) {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("it is larger than {} MB", LARGEST >> 20));
    }
    document::read(&bytes).map_err(|error| error.to_string())
}

/// The names in a list of files, one a line.
fn listed(list: &Path) -> Result<Vec<PathBuf>> {
    let text = match is_stdin(list) {
        true => io::read_to_string(io::stdin()),
        false => fs::read_to_string(list),
    };
    let text = text.with_context(|| format!("cannot read the list {}", list.display()))?;
    let names = text.lines().map(|line| line.trim_end_matches('\r'));
    Ok(names.filter(|name| !name.is_empty()).map(PathBuf::from).collect())
}

fn is_document(path: &Path) -> bool {
    let is_hidden =
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
    !is_hidden && file::ends_in(path, &ENDINGS)
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn say(message: &str) {
    super::super::say(&format!("{}\n", visible_lines(message)));
}
