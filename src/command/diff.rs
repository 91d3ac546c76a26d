//! `cnd diff`

use anyhow::Result;

use crate::cli::{DiffArgs, Global};
use crate::load::{self, Source};
use crate::model::Vocabulary;
use crate::query::diff::{self, Difference};
use crate::query::{self, Error};
use crate::view::{self, DifferenceRow};

use super::Outcome;
use super::output::{Output, asked};

pub fn run(args: &DiffArgs, global: &Global) -> Result<Outcome> {
    let (found, dataset, mut out) = match (&args.datasets[..], &args.documents[..]) {
        ([old, new], []) => {
            let [old, new] = [old, new].map(|path| named(path));
            let out = Output::new(global, &new)?;
            let [old, new] = [load::load(&old)?, load::load(&new)?];
            (diff::datasets(&old, &new), new, out)
        }
        ([], [a, b]) => {
            let source = super::source(global);
            let out = Output::new(global, &source)?;
            let dataset = load::load(&source)?;
            let [a, b] = [query::one(&dataset, a)?, query::one(&dataset, b)?];
            (diff::documents(&dataset, &a, &b), dataset, out)
        }
        _ => {
            let message = "two datasets, or --documents with two documents, are compared";
            let help = "see `cnd diff --help`".to_owned();
            return Err(Error::new(message.to_owned(), Some(help)).into());
        }
    };
    let differ = !found.is_empty();
    let rows: Vec<DifferenceRow> = found.into_iter().map(row).collect();
    out.rows("differences", &rows, &view::differences(), asked("diff", args), &dataset)?;
    Ok(if args.exit_code && differ { Outcome::Found } else { Outcome::Done })
}

/// A dataset by its path, or the one inside the program by the word `embedded`.
fn named(path: &std::path::Path) -> Source {
    if path.as_os_str() == "embedded" { Source::Embedded } else { super::at(path.to_owned()) }
}

fn row(difference: Difference) -> DifferenceRow {
    let Difference { kind, id, change, field, before, after } = difference;
    DifferenceRow { change: change.word(), kind: kind.word(), id, field, before, after }
}
