//! `cnd commitments`

use anyhow::Result;

use crate::cli::CommitmentArgs;
use crate::model::Dataset;
use crate::query::{self, CommitmentFilter, Every, Words};
use crate::view::{self, CommitmentRow};

use super::output::{Output, asked};

pub fn run(args: &CommitmentArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = CommitmentFilter {
        by: Every::read(&args.by, |value| query::party(dataset, value))?,
        to: Every::read(&args.to, |value| query::party(dataset, value))?,
        forces: Every::read(&args.force, |value| query::word("force", value))?,
        documents: Every::read(&args.document, |value| query::one(dataset, value))?,
        pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
        search: Words::new(args.search.as_deref().unwrap_or_default()),
    };
    let found = dataset.records().commitments.iter().filter(|c| filter.matches(c, dataset));
    let rows: Vec<CommitmentRow<'_>> =
        found.map(|commitment| CommitmentRow { dataset, commitment }).collect();
    out.rows("commitments", &rows, &view::commitments(), asked("commitments", args), dataset)
}
