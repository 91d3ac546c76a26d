//! `cnd diff`

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::{DiffArgs, Global};
use crate::diagnostic::Finding;
use crate::load::{self, Source};
use crate::model::{Dataset, Document, Id, Vocabulary};
use crate::query::{self, Difference, Error, between_datasets, between_documents};
use crate::view::{self, DifferenceRow};

use super::output::{Output, asked};

/// Compares OLD with the dataset, which is NEW; or two documents of the dataset.
pub fn run(args: &DiffArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let differences = match (args.documents.as_slice(), &args.old) {
        ([old, new], _) => {
            let [old, new] = [old, new].map(|value| query::one(dataset, value));
            documents(&old?, &new?, dataset, out)?
        }
        (_, Some(old)) => {
            let source = source(old);
            out.refuse_input(&source)?;
            between_datasets(&load::load(&source)?, dataset)
        }
        (_, None) => Vec::new(),
    };
    let rows: Vec<DifferenceRow> = differences.into_iter().map(row).collect();
    out.rows("differences", &rows, &view::differences(), asked("diff", args), dataset)
}

fn documents(
    old: &Id<Document>,
    new: &Id<Document>,
    dataset: &Dataset,
    out: &Output,
) -> Result<Vec<Difference>> {
    for document in [old, new] {
        let mut reports = dataset.records().programmes.iter().flat_map(|p| &p.reports);
        if !reports.any(|report| report.document == *document) {
            let label = dataset.document_label(document);
            out.say(&format!("{label} reports no joint programme in this dataset"))?;
        }
    }
    Ok(between_documents(dataset, old, new))
}

fn row(difference: Difference) -> DifferenceRow {
    let Difference { change, kind, id, field, before, after } = difference;
    DifferenceRow { change: change.word(), kind: kind.word(), id, field, before, after }
}

/// NEW, where two datasets are compared: it takes the place of the dataset of other commands.
///
/// # Errors
/// When another dataset is named beside the two, or both are standard input.
pub fn new_source(args: &DiffArgs, global: &Global) -> Result<Option<Source>, Error> {
    let (Some(old), Some(new)) = (&args.old, &args.new) else { return Ok(None) };
    let refuse =
        |message: &str, help: &str| Err(Error::new(message.to_owned(), Some(help.to_owned())));
    if global.data.is_some() {
        return refuse(
            "--data names a third dataset beside OLD and NEW",
            "leave it out, or compare two of its documents with --documents",
        );
    }
    match (source(old), source(new)) {
        (Source::Stdin, Source::Stdin) => {
            refuse("OLD and NEW are both standard input", "name a file for one of the two")
        }
        (_, new) => Ok(Some(new)),
    }
}

/// That of the two datasets in which faults were found.
pub fn refused(args: &DiffArgs, found: &[Finding]) -> Source {
    let has = |path: &&PathBuf| found.iter().any(|f| Path::new(&f.spot.file).starts_with(path));
    let named = [&args.old, &args.new].into_iter().flatten().find(has);
    named.map_or(Source::Stdin, |path| Source::Path(path.clone()))
}

/// A dataset that is to be compared: a file, a folder, standard input, or the one inside the program.
fn source(name: &Path) -> Source {
    match name.to_str() {
        Some("embedded") => Source::Embedded,
        Some("-") => Source::Stdin,
        _ => Source::Path(name.to_owned()),
    }
}
