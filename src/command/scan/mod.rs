//! `cnd scan`

mod files;
mod remarks;

use std::io;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use clap::builder::Resettable::Reset;

use crate::model::Dataset;
use crate::query::{self, Error, Every};
use crate::scan::{self, Compared, Comparison, Kind, Ledger, Row, Side, Status};
use crate::view::{self, Column};

use super::Outcome;
use super::output::Output;
use files::Inputs;
pub use files::one;
pub use remarks::remarks;

/// Lists every agency, group, programme, country, region, document symbol and figure that the text names, and each
/// request or commitment (its verb and addressees). A message reports how many paragraphs were read and what is missing
/// or could not be read.
///
/// `only-there` means only that something is not named in this text in any form known to the dataset.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Statuses:
  known        the dataset has one record of it
  ambiguous    it has several; `id` lists them
  unknown      it has none
With --document:
  recorded     a record of this paragraph contains it
  unrecorded   it is in the dataset, but no record cites this paragraph for it
  unsupported  a record says that this paragraph names it; the text does not
With --against:
  both         this text names it, and so does that document
  only-there   that document names it; it is not named in this text, under any
               form that the dataset knows
  only-here    this text names it; no record says that that document does
  ambiguous    this text uses a name shared by several records

Examples:
  cnd scan note.docx
  cnd scan papers/ --kind agency --status unknown
  cnd scan note.pdf --document note-2020 --status unsupported
  cnd scan strategy.pdf --against note-2020
  find . -name '*.pdf' | cnd scan --files-from - -f jsonl"
)]
pub struct ScanArgs {
    /// Documents to read (text, DOCX, PDF), folders of them, or - for standard input
    #[arg(value_name = "FILE", required_unless_present = "files_from", help_heading = Reset)]
    pub files: Vec<PathBuf>,
    /// Read file names from FILE, one per line; - for standard input
    #[arg(long, value_name = "FILE", help_heading = Reset)]
    pub files_from: Option<PathBuf>,
    /// Compare FILE with what the dataset records for this document, paragraph by paragraph
    #[arg(long, value_name = "DOCUMENT", help_heading = Reset, conflicts_with = "against")]
    pub document: Option<String>,
    /// Compare with this document of the dataset: what only one of the two names
    #[arg(long, value_name = "DOCUMENT", help_heading = Reset, conflicts_with = "summary")]
    pub against: Option<String>,
    /// One row for each paragraph
    #[arg(long, help_heading = Reset)]
    pub summary: bool,
    /// Also list back-references such as "the Office", marked as guesses
    #[arg(long, help_heading = Reset)]
    pub guesses: bool,
    /// Also list preambular clauses ("Recalling …")
    #[arg(long, help_heading = Reset)]
    pub preamble: bool,
    /// Of this kind, such as agency
    ///
    /// Of this kind: agency, group, programme, country, region, symbol, figure, commitment; with --against
    /// agency, mechanism, programme, instrument
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// With this status, such as unknown
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<String>,
    /// In this paragraph, such as 12, or a range such as 22-24
    #[arg(long, value_name = "N", conflicts_with = "against")]
    pub paragraph: Vec<String>,
}

pub fn run(args: &ScanArgs, dataset: &Dataset, out: &mut Output) -> Result<Outcome> {
    let inputs = Inputs::of(args, dataset)?;
    if let Some(other) = &args.against {
        let ledger = Ledger::of(dataset, &query::one(dataset, other)?);
        let kinds: Every<Compared> = Every::read(&args.kind, &|value| query::word("kind", value))?;
        let sides: Every<Side> = Every::read(&args.status, &|value| query::word("status", value))?;
        let keep = |row: &Comparison| {
            kinds.each_holds(|kind| *kind == row.kind) && sides.each_holds(|side| *side == row.side)
        };
        let rows = |read: &scan::Read, file: &str| {
            let mut rows = scan::against(read, file, &ledger, dataset);
            rows.retain(keep);
            rows
        };
        return print("comparisons", &view::comparisons(), rows, &inputs, dataset, out);
    }
    let ledger = match &args.document {
        Some(_) if inputs.files.len() != 1 => {
            bail!(Error::new(
                "--document compares exactly one file",
                "name the file of that document"
            ));
        }
        Some(document) => Some(Ledger::of(dataset, &query::one(dataset, document)?)),
        None => None,
    };
    let kinds: Every<Kind> = Every::read(&args.kind, &|value| query::word("kind", value))?;
    let statuses: Every<Status> = Every::read(&args.status, &|value| query::word("status", value))?;
    let paragraphs = query::paragraphs(dataset, &args.paragraph)?;
    let keep = |row: &Row| {
        kinds.each_holds(|kind| *kind == row.kind)
            && statuses.each_holds(|status| *status == row.status)
            && paragraphs.each_holds(|range| range.holds(&row.paragraph))
    };
    let rows = |read: &scan::Read, file: &str| {
        let beyond = ledger.iter().map(|ledger| ledger.tables_beyond(&read.paper).len()).sum();
        remarks::tables_beyond(file, beyond);
        remarks::unknown_paragraphs(file, &read.paper, &paragraphs);
        let mut rows = scan::rows(read, file, args.guesses, ledger.as_ref(), dataset);
        rows.retain(keep);
        rows
    };
    if args.summary {
        let rows = |read: &scan::Read, file: &str| {
            let rows = rows(read, file);
            rows.chunk_by(|a, b| a.paragraph == b.paragraph).map(<[Row]>::to_vec).collect()
        };
        return print("paragraphs", &view::summaries(), rows, &inputs, dataset, out);
    }
    print("mentions", &view::mentions(), rows, &inputs, dataset, out)
}

/// Prints the rows of all documents: those of each as they come, where the output takes them so.
fn print<R>(
    name: &'static str,
    columns: &[Column<R>],
    rows: impl Fn(&scan::Read, &str) -> Vec<R>,
    inputs: &Inputs,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<Outcome> {
    out.refuse_early(columns, dataset)?;
    out.file().map_or(Ok(()), |file| inputs.refuse_to_overwrite(file))?;
    let (mut read, mut failed) = (0, inputs.unreadable);
    let mut scan = |take: &mut dyn FnMut(Vec<R>) -> io::Result<()>| {
        inputs.each(&mut |file, document| match document {
            Some(document) => {
                read += 1;
                take(rows(&document, file))
            }
            None => {
                failed += 1;
                Ok(())
            }
        })
    };
    if out.takes_rows_as_they_come() {
        out.stream(name, columns, dataset, scan)?;
    } else {
        let mut all = Vec::new();
        scan(&mut |rows| {
            all.extend(rows);
            Ok(())
        })?;
        if read > 0 {
            out.rows(name, &all, columns, dataset)?;
        }
    }
    Ok(if failed > 0 { Outcome::Failed } else { Outcome::Done })
}
