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
        statuses: Every::read(&args.status, |value| query::word("status", value))?,
        due_before: args.due_before.as_deref().map(query::date).transpose()?,
        search: Words::read(&args.search)?,
    };
    let rows: Vec<CommitmentRow<'_>> = filter
        .find(dataset)
        .into_iter()
        .map(|(commitment, standing)| CommitmentRow { dataset, commitment, standing })
        .collect();
    out.rows("commitments", &rows, &view::commitments(), asked("commitments", args), dataset)?;
    say_vague(dataset, out);
    if filter.due_before.is_some() {
        let undated = CommitmentFilter { due_before: None, ..filter }.find(dataset);
        let undated = undated.iter().filter(|(commitment, _)| commitment.due.is_none()).count();
        if undated > 0 {
            out.say(&format!("without a due date, and so left out: {undated} more"));
        }
    }
    Ok(())
}

/// Which periodic documents have no date, by which what comes before and after them could be told.
pub fn say_vague(dataset: &Dataset, out: &Output) {
    for document in &dataset.records().documents {
        if let Some(vague) = document.vague_date() {
            out.say(&format!(
                "{} is periodic but has {vague}: the order of reports may be wrong",
                document.label()
            ));
        }
    }
}
