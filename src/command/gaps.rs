//! `cnd gaps`

use anyhow::Result;

use crate::cli::GapArgs;
use crate::model::{Dataset, Document, Id, Vocabulary};
use crate::query::{self, CommitmentFilter, Error, Every, Gap, GapFilter, Words};
use crate::view::{self, GapRow};

use super::Outcome;
use super::commitments::say_vague;
use super::output::{Output, asked};

pub fn run(args: &GapArgs, dataset: &Dataset, out: &mut Output) -> Result<Outcome> {
    let commitments = CommitmentFilter {
        by: Every::read(&args.by, |value| query::party(dataset, value))?,
        to: Every::read(&args.to, |value| query::party(dataset, value))?,
        forces: Every::read(&args.force, |value| query::word("force", value))?,
        due_before: args.due_before.as_deref().map(query::date).transpose()?,
        ..CommitmentFilter::default()
    };
    let filter = GapFilter {
        documents: Every::read(&args.document, |value| edition(dataset, value))?,
        kinds: Every::read(&args.kind_of_gap, |value| query::word("kind of gap", value))?,
        pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
        agencies: Every::read(&args.agency, |value| query::one(dataset, value))?,
        commitments,
        search: Words::read(&args.search)?,
    };
    let rows: Vec<GapRow<'_>> = filter.find(dataset).into_iter().map(row).collect();
    out.rows("gaps", &rows, &view::gaps(), asked("gaps", args), dataset)?;
    if dataset.periodic_documents().is_empty() {
        out.say("no document of this dataset is periodic, so none could be silent");
    }
    say_vague(dataset, out);
    Ok(if args.exit_code && !rows.is_empty() { Outcome::Found } else { Outcome::Done })
}

fn row(gap: Gap<'_>) -> GapRow<'_> {
    let Gap { gap, documents, kind, id, name, since, sources, reason, .. } = gap;
    GapRow { gap: gap.word(), documents, kind, id, name, since, sources, reason }
}

/// The periodic document that is called so: only of such can it be asked what it leaves out.
fn edition(dataset: &Dataset, value: &str) -> Result<Id<Document>, Error> {
    let id = query::one::<Document>(dataset, value)?;
    let periodic = dataset.periodic_documents();
    if periodic.iter().any(|document| document.id == id) {
        return Ok(id);
    }
    let label = dataset.document_label(&id);
    let editions: Vec<&str> = periodic.iter().map(|document| document.label()).collect();
    let help = match editions.as_slice() {
        [] => "no document of this dataset is".to_owned(),
        editions => format!("choose {}", editions.join(" or ")),
    };
    Err(Error::new(format!("{label} is not a periodic document, which gaps are about"), Some(help)))
}
