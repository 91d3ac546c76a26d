//! `cnd documents`

use anyhow::Result;

use crate::cli::DocumentArgs;
use crate::model::Dataset;
use crate::query::{self, DocumentFilter, Every, Words};
use crate::view::{self, DocumentRow};

use super::output::{Output, asked};

pub fn run(args: &DocumentArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = DocumentFilter {
        kinds: Every::read(&args.kind, |value| query::word("kind of document", value))?,
        bodies: Every::read(&args.body, |value| query::one(dataset, value))?,
        named_in: Every::read(&args.document, |value| query::one(dataset, value))?,
        search: Words::read(&args.search)?,
    };
    let found = dataset.records().documents.iter().filter(|d| filter.matches(d, dataset));
    let rows = DocumentRow::all(dataset, found.collect());
    out.rows("documents", &rows, &view::documents(), asked("documents", args), dataset)
}
