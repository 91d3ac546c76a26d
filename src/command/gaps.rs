//! `cnd gaps`

use anyhow::Result;

use crate::cli::GapArgs;
use crate::model::{Dataset, Document, Id, Vocabulary};
use crate::query::{self, Error, Every, Gap, GapFilter, Words};
use crate::view::{self, GapRow};

use super::Outcome;
use super::output::{Output, asked};

pub fn run(args: &GapArgs, dataset: &Dataset, out: &mut Output) -> Result<Outcome> {
    let filter = GapFilter {
        documents: Every::read(&args.document, |value| edition(dataset, value))?,
        kinds: Every::read(&args.kind_of_gap, |value| query::word("kind of gap", value))?,
        pillars: Every::read(&args.pillar, |value| query::one(dataset, value))?,
        agencies: Every::read(&args.agency, |value| query::one(dataset, value))?,
        search: Words::read(&args.search)?,
    };
    let rows: Vec<GapRow<'_>> = filter.find(dataset).into_iter().map(row).collect();
    out.rows("gaps", &rows, &view::gaps(), asked("gaps", args), dataset)?;
    if dataset.periodic_documents().is_empty() {
        out.say("no document of this dataset is periodic, so none could be silent");
    }
    Ok(if args.exit_code && !rows.is_empty() { Outcome::Found } else { Outcome::Done })
}

fn row(gap: Gap<'_>) -> GapRow<'_> {
    let Gap { gap, document, kind, id, name, since, sources, reason, .. } = gap;
    GapRow { gap: gap.word(), document, kind, id, name, since, sources, reason }
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
