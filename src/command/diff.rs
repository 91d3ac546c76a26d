//! `cnd diff`

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::{DiffArgs, Global};
use crate::diagnostic::Finding;
use crate::load::Source;
use crate::model::{Dataset, Vocabulary};
use crate::query::diff::{self, Difference};
use crate::query::{self, Error};
use crate::view::{self, DifferenceRow};

use super::Outcome;
use super::output::{Output, asked};

pub fn run(args: &DiffArgs, global: &Global) -> Result<Outcome> {
    match (&args.old, &args.new) {
        (Some(old), Some(new)) => {
            let [old, new] = sources(old, new, global)?;
            let mut out = Output::new(global, &new)?;
            out.refuse_input(&old)?;
            out.refuse_addition(&old)?;
            let [old, new] = [super::dataset(&old)?, super::dataset(&new)?];
            print(args, diff::datasets(&old, &new), &new, &mut out)
        }
        _ => {
            let source = super::source(global);
            let mut out = Output::new(global, &source)?;
            let dataset = super::dataset(&source)?;
            let found = documents(&args.documents, &dataset, &out)?;
            print(args, found, &dataset, &mut out)
        }
    }
}

fn documents(names: &[String], dataset: &Dataset, out: &Output) -> Result<Vec<Difference>> {
    let [old, new] = names else {
        let help = "see `cnd diff --help`".to_owned();
        return Err(Error::new("nothing is named to compare".to_owned(), Some(help)).into());
    };
    let [old, new] = [query::one(dataset, old)?, query::one(dataset, new)?];
    for document in [&old, &new] {
        let mut reports = dataset.records().programmes.iter().flat_map(|p| &p.reports);
        if !reports.any(|report| report.document == *document) {
            let label = dataset.document_label(document);
            out.say(&format!("{label} reports no joint programme in this dataset"));
        }
    }
    Ok(diff::documents(dataset, &old, &new))
}

fn print(
    args: &DiffArgs,
    found: Vec<Difference>,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<Outcome> {
    let differ = !found.is_empty();
    let rows: Vec<DifferenceRow> = found.into_iter().map(row).collect();
    out.rows("differences", &rows, &view::differences(), asked("diff", args), dataset)?;
    Ok(if args.exit_code && differ { Outcome::Found } else { Outcome::Done })
}

fn row(difference: Difference) -> DifferenceRow {
    let Difference { change, kind, id, field, before, after } = difference;
    DifferenceRow { change: change.word(), kind: kind.word(), id, field, before, after }
}

/// The two datasets that are to be compared.
///
/// # Errors
/// When a third is named beside them, or both are standard input.
fn sources(old: &Path, new: &Path, global: &Global) -> Result<[Source; 2], Error> {
    let refuse = |message: &str, help: &str| Error::new(message.to_owned(), Some(help.to_owned()));
    if global.data.is_some() {
        return Err(refuse(
            "--data names a third dataset beside OLD and NEW",
            "leave it out, or compare two of its documents with --documents",
        ));
    }
    match [source(old), source(new)] {
        [Source::Stdin, Source::Stdin] => Err(refuse(
            "OLD and NEW are both standard input",
            "name a file or folder for one of the two",
        )),
        sources => Ok(sources),
    }
}

/// A dataset by its path, or the one inside the program by the word `embedded`.
fn source(path: &Path) -> Source {
    if path.as_os_str() == "embedded" { Source::Embedded } else { super::at(path.to_owned()) }
}

/// That of the two datasets in which faults were found.
pub fn refused(args: &DiffArgs, found: &[Finding]) -> Source {
    let has = |path: &&PathBuf| found.iter().any(|f| Path::new(&f.spot.file).starts_with(path));
    let named = [&args.old, &args.new].into_iter().flatten().find(has);
    named.map_or(Source::Stdin, |path| Source::Path(path.clone()))
}
