//! `cnd diff`

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::{Global, Lazy};
use crate::load::Source;
use crate::model::{Coverage, Dataset, Document, Id};
use crate::query::diff::{self, Change, Difference};
use crate::query::{self, Error, shell_word};
use crate::render::Format;
use crate::view;

use super::output::Output;
use super::{Outcome, asked, counted};

/// `cnd diff last-year this-year` compares two files or folders, `cnd diff embedded data` the dataset inside the
/// program with another, `cnd diff --documents OLD NEW` what two documents of one dataset say. Records are matched by
/// id or by a former id listed in the new record.
///
/// `change` is one of added, removed, changed, partner-joined, partner-left, figure-changed, newly-reported,
/// no-longer-reported, commitment-answered (it is reported or completed and was neither) and, between documents,
/// not-reported-again, partner-newly-named, partner-not-named-again, newly-cited, not-cited-again, figure-not-repeated,
/// worded-otherwise, evidence-in-new-only and evidence-in-old-only (what this dataset links to a commitment). For two
/// instruments it says which commitments were kept, strengthened, weakened, widened, narrowed, reworded (in several
/// ways, step by step), dropped (not repeated; the older instrument remains in force) or new (not in the older one).
/// not-compared marks what has not been read or compared, including agencies and documents that have not been searched
/// for in the other text. For lists, `before` and `after` show only the items that differ. When two documents are
/// compared, the table adds the `field` where the change does not name it: `changed (planned)`. Order makes no
/// difference. If a document does not mention a programme, figure, date or place, this does not mean that it has ended
/// or changed.
#[derive(Debug, Args)]
#[command(
    after_long_help = "\
Examples:
  cnd diff --documents 76/188 79/191
  cnd diff --documents a-80-6-sect-16 a-81-6-sect-16
  cnd diff --documents 74/178 note-2020
  cnd diff --documents 74/178 note-2020 -f csv --columns change,id,after",
    override_usage = "cnd diff [OPTIONS] <OLD> <NEW>\n       cnd diff [OPTIONS] --documents <OLD> <NEW>"
)]
pub struct DiffArgs {
    /// The old dataset: a file, a folder, - for standard input, or `embedded` for the one in the program
    #[arg(value_name = "OLD", required_unless_present = "documents", requires = "new")]
    pub old: Option<PathBuf>,
    /// The new dataset
    #[arg(value_name = "NEW")]
    pub new: Option<PathBuf>,
    /// Compare two documents of the dataset by what they report; give the old one first
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"], conflicts_with = "old")]
    pub documents: Vec<String>,
    /// Exit with 1 if anything differs
    #[arg(long)]
    pub exit_code: bool,
}

pub fn run(args: &Lazy<DiffArgs, Global>) -> Result<Outcome> {
    let global = &args.options;
    match (&args.old, &args.new) {
        (Some(old), Some(new)) => {
            refuse_documents(old, new)?;
            let [old, new] = sources(old, new, global)?;
            let mut out = Output::new(global, &new)?;
            out.refuse_input(&old)?;
            out.refuse_addition(&old)?;
            let [old, new] =
                [super::dataset(&old, global.color)?, super::dataset(&new, global.color)?];
            let outcome = print(args, diff::datasets(&old, &new), &new, &mut out)?;
            out.finish().map(|()| outcome)
        }
        _ => super::on_dataset(global, |dataset, out| {
            let [old, new] = &*args.documents else {
                bail!(Error::new("nothing to compare was given", "see `cnd diff --help`"));
            };
            let both = [query::one(dataset, old)?, query::one(dataset, new)?];
            let found = documents(&both, dataset, out);
            let outcome = print(args, found, dataset, out)?;
            let named = query::agencies_named(dataset, |_| true).into_iter();
            out.say_names(named.filter(|(_, document)| both.contains(document)), dataset);
            Ok(outcome)
        }),
    }
}

fn documents(both: &[Id<Document>; 2], dataset: &Dataset, out: &mut Output) -> Vec<Difference> {
    let [old, new] = both;
    let read = dataset.documents_read();
    let are_instruments = are_instruments([old, new], dataset);
    for document in both.iter().filter_map(|id| dataset.get(id)) {
        if are_instruments || !document.reading().is_some_and(Coverage::is_whole) {
            out.say_each(query::on_reading(document, read.contains(&document.id)));
        }
    }
    say_what_was_compared([old, new], are_instruments, dataset, out);
    let found = if are_instruments {
        diff::instruments(dataset, old, new)
    } else {
        for document in both.iter().filter(|id| read.contains(id) && !reports_work(id, dataset)) {
            let label = dataset.label_of(document);
            out.say(&format!("{label} reports no programme in this dataset"));
        }
        diff::documents(dataset, old, new)
    };
    let not_compared = found.iter().filter(|row| row.change == Change::NotCompared).count();
    out.totals = vec![("compared", found.len() - not_compared), ("not_compared", not_compared)];
    if !both.iter().all(|id| read.contains(id)) {
        out.count = Some("nothing could be compared".to_owned());
    } else if not_compared > 0 {
        out.say(&format!("not compared: {}", counted(not_compared, "row")));
    }
    found
}

/// Says that two instruments have not been compared, or which parts of the old one have no counterpart to compare.
fn say_what_was_compared(
    [old, new]: [&Id<Document>; 2],
    are_instruments: bool,
    dataset: &Dataset,
    out: &Output,
) {
    let [earlier, later] = [old, new].map(|id| dataset.label_of(id));
    match dataset.comparison(old, new) {
        None if are_instruments => {
            out.say(&format!("{later} has not been compared with {earlier} itself"));
        }
        Some(comparison) if !comparison.except.is_empty() => out.say(&format!(
            "not compared, because the counterpart has not been read: {earlier}, {}",
            comparison.except.join(", ")
        )),
        _ => {}
    }
}

/// Whether both documents are instruments: commitments are made in both, and what they report of work is not what is
/// to be compared, since one of them reports none or an editor has compared their words.
fn are_instruments([old, new]: [&Id<Document>; 2], dataset: &Dataset) -> bool {
    let are_of_words = dataset.comparison(old, new).is_some()
        || [old, new].iter().any(|id| !reports_work(id, dataset));
    are_of_words && [old, new].iter().all(|id| !dataset.standing_in(id).is_empty())
}

/// Whether a document reports a programme.
fn reports_work(document: &Id<Document>, dataset: &Dataset) -> bool {
    let mut reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
    reports.any(|report| report.document == *document)
}

fn print(
    args: &Lazy<DiffArgs, Global>,
    found: Vec<Difference>,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<Outcome> {
    out.asked = asked("diff", &args.asked);
    if found.windows(2).any(|pair| pair[0].kind != pair[1].kind) {
        out.grouped = Some("kind");
    }
    let in_words =
        !args.documents.is_empty() && out.format() == Format::Table && !out.chooses_columns();
    let columns = if in_words { view::differences_in_words() } else { view::differences(&found) };
    out.rows("differences", &found, &columns, dataset)?;
    let differs = found.iter().any(|row| row.change != Change::NotCompared);
    Ok(if args.exit_code && differs { Outcome::Found } else { Outcome::Done })
}

/// The two datasets that are to be compared.
///
/// # Errors
/// When a third is named beside them, or both are standard input.
fn sources(old: &Path, new: &Path, global: &Global) -> Result<[Source; 2], Error> {
    if global.dataset.data.is_some() {
        return Err(Error::new(
            "--data cannot be used together with OLD and NEW",
            "leave it out, or compare two of its documents with --documents",
        ));
    }
    match [source(old), source(new)] {
        [Source::Stdin, Source::Stdin] => Err(Error::new(
            "OLD and NEW are both standard input",
            "name a file or folder for one of the two",
        )),
        sources => Ok(sources),
    }
}

/// Refuses what are no files and may be documents of the dataset inside the program.
fn refuse_documents(old: &Path, new: &Path) -> Result<()> {
    if old.exists() || new.exists() {
        return Ok(());
    }
    let dataset = super::dataset(&Source::Embedded, crate::cli::Color::Never)?;
    let is_document = |path: &Path| {
        path.to_str().is_some_and(|name| query::one::<Document>(&dataset, name).is_ok())
    };
    if !is_document(old) || !is_document(new) {
        return Ok(());
    }
    let names = [old, new].map(|path| shell_word(&path.display().to_string()).into_owned());
    let message = format!("{} and {} are not files", names[0], names[1]);
    let help =
        format!("to compare two documents: `cnd diff --documents {} {}`", names[0], names[1]);
    Err(Error::new(message, help).into())
}

/// A dataset by its path, or the one inside the program by the word `embedded`.
fn source(path: &Path) -> Source {
    if path.as_os_str() == "embedded" { Source::Embedded } else { super::at(path.to_owned()) }
}
