//! The documents that are read: files, folders, standard input, and lists of files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, IsTerminal, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use walkdir::WalkDir;

use super::ScanArgs;
use super::remarks::remarks;
use crate::command::terminal::visible_lines;
use crate::document::{self, Paper};
use crate::query::Error;
use crate::scan::{self, Lexicon, Read};

/// A larger file is not read.
const LARGEST: u64 = 1 << 29;

/// The endings of the files that a folder is looked through for.
const ENDINGS: [&str; 4] = ["docx", "pdf", "text", "txt"];

/// A document that could not be read, which has been said.
#[derive(Debug, Clone, Copy)]
pub struct Unreadable;

/// The documents to read, in order.
pub struct Inputs {
    files: Vec<PathBuf>,
    unreadable: Vec<String>,
}

/// Who is handed each document in turn.
type Take<'t> = &'t mut dyn FnMut(&str, Result<Read, Unreadable>) -> io::Result<()>;

impl Inputs {
    /// The documents that the arguments name; folders are looked through.
    pub fn of(args: &ScanArgs) -> Result<Self> {
        let mut named = args.files.clone();
        if let Some(list) = &args.files_from {
            if is_stdin(list) && named.iter().any(|file| is_stdin(file)) {
                bail!(Error::bare("standard input cannot be a document and a list of documents"));
            }
            named.extend(listed(list)?);
        }
        let mut inputs = Self { files: Vec::new(), unreadable: Vec::new() };
        for path in named {
            if path.is_dir() {
                inputs.add_folder(&path);
            } else {
                inputs.files.push(path);
            }
        }
        for message in &inputs.unreadable {
            say(message);
        }
        Ok(inputs)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Folders of which nothing could be read.
    pub fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    fn add_folder(&mut self, folder: &Path) {
        let (before, mut others) = (self.files.len(), 0);
        for entry in WalkDir::new(folder).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if is_document(entry.path()) => self.files.push(entry.into_path()),
                Ok(_) => others += 1,
                Err(error) => self.unreadable.push(format!("error: cannot read {error}")),
            }
        }
        let shown = folder.display();
        if self.files.len() == before {
            let message = format!("error: the folder {shown} holds no text, DOCX or PDF document");
            self.unreadable.push(message);
        } else if others > 0 {
            say(&format!(
                "{shown}: {others} other files were left out (neither text, DOCX nor PDF)"
            ));
        }
    }

    /// Reads the documents, several at a time, and hands them over in order.
    pub fn each(&self, lexicon: &Lexicon, preamble: bool, take: Take) -> io::Result<()> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(self.files.len());
        let bar = self.progress();
        // As many at a time as can wait in memory for those before them.
        for some in self.files.chunks(threads.max(1) * 2) {
            for (file, result) in several(some, threads, lexicon, preamble)? {
                let result = match result {
                    Ok(read) => {
                        bar.suspend(|| say(&remarks(&file, &read.paper)));
                        Ok(read)
                    }
                    Err(why) => {
                        bar.suspend(|| say(&format!("error: cannot read {file}: {why}")));
                        Err(Unreadable)
                    }
                };
                take(&file, result)?;
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
    threads: usize,
    lexicon: &Lexicon,
    preamble: bool,
) -> io::Result<Vec<(String, Result<Read, String>)>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = files.get(at) else { return done };
            let read = one(path).map(|paper| scan::read(paper, lexicon, preamble));
            done.push((at, (path.display().to_string(), read)));
        }
    };
    let done = if threads < 2 {
        work()
    } else {
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let mut done = Vec::new();
            for worker in workers {
                let part = worker.join().map_err(|_| io::Error::other("a reader stopped early"))?;
                done.extend(part);
            }
            Ok::<_, io::Error>(done)
        })?
    };
    let in_order: BTreeMap<_, _> = done.into_iter().collect();
    Ok(in_order.into_values().collect())
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
    let reader: Box<dyn BufRead> = if is_stdin(list) {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(list).with_context(|| format!("cannot read {}", list.display()))?;
        Box::new(io::BufReader::new(file))
    };
    let lines = reader.lines().collect::<io::Result<Vec<String>>>();
    let lines = lines.with_context(|| format!("cannot read the list {}", list.display()))?;
    let names = lines.iter().map(|line| line.trim_end_matches('\r'));
    Ok(names.filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_hidden =
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
    !is_hidden && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn say(message: &str) {
    super::super::say(&format!("{}\n", visible_lines(message)));
}
