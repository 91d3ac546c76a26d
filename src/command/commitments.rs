//! `cnd commitments`

use anyhow::Result;
use clap::Args;
use clap::builder::Resettable::Reset;

use crate::model::{Agency, Dataset, Date, Id, Party};
use crate::query::{self, CommitmentFilter, Every, FoundCommitment, Words};
use crate::view;

use super::filters::CommitmentFilters;
use super::meant::{self, Filter, Named};
use super::output::Output;

/// The status is derived from the documents in the dataset: what a later document reports, and which periodic
/// documents report nothing (`silent_in`). The column `reason` gives the rule. A report on an earlier text also
/// counts for later texts that repeat it, if it came after them. A status says what documents report, never that
/// nothing was done. What was not yet due, or only States are to carry out, is not counted as silence (the notes
/// report what organisations do): the status is then `no-later-source` unless another document reports on it. It is
/// `untracked` if the commitment affirms a role or a principle, or is too general to be tracked. Since
/// `no-later-source` has several causes, read the column `reason` before you count it.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd commitments --by member-states
  cnd commitments --to UNODC --columns statement,force,sources
  cnd commitments --instrument 76/188 --paragraph 105-114
  cnd commitments --latest --to UNODC"
)]
pub struct CommitmentArgs {
    /// Words that must all occur; put a phrase in quotes
    #[arg(value_name = "WORDS", help_heading = Reset)]
    pub words: Vec<String>,
    /// Made by this agency or group, such as member-states
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    #[command(flatten)]
    pub own: CommitmentFilters,
    /// Stated in this document, as its instrument or as a source
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Stated in these paragraphs, such as 105-114
    ///
    /// Stated in these paragraphs, such as 105-114, of the document given with --document or --instrument.
    #[arg(long, value_name = "N")]
    pub paragraph: Vec<String>,
    /// Filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// Contains all these words, in any field
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// What words after the command may have meant.
const FILTERS: [Filter; 3] = [
    (Named::Pillar, "--pillar", "lists what is filed under it"),
    (Named::Agency(is_party), "--to", "lists what is addressed to it, --by what it made itself"),
    (Named::Group, "--by", "lists what it made, --to what is addressed to it"),
];

fn is_party(agency: &Id<Agency>, dataset: &Dataset) -> bool {
    let to = Every::only(Party::Agency(agency.clone()));
    !CommitmentFilter { to, ..CommitmentFilter::default() }.find(dataset).is_empty()
}

pub fn run(args: &CommitmentArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = CommitmentFilter {
        by: Every::read(&args.by, &|value| query::party(dataset, value))?,
        documents: Every::read(&args.document, &|value| query::one(dataset, value))?,
        paragraphs: query::paragraphs(dataset, &args.paragraph)?,
        pillars: Every::read(&args.pillar, &|value| query::one(dataset, value))?,
        search: Words::typed(&args.words, &args.search, dataset)?,
        ..args.own.filter(dataset)?
    };
    let mut rows = filter.find(dataset);
    let mut columns = view::commitments();
    if filter.due_before.is_some() {
        let heads = columns.iter_mut().map(|column| &mut column.head);
        heads.filter(|head| head.name == "due").for_each(|due| due.main = true);
        rows.sort_by_key(|found| found.commitment.due.map(Date::first_day));
    } else {
        out.grouped = Some("instrument");
    }
    out.rows("commitments", &rows, &columns, dataset)?;
    out.say_names(rows.iter().flat_map(FoundCommitment::named), dataset);
    out.say_each(query::on_commitments(&rows));
    out.say_each(filter.notes(&rows, dataset));
    meant::hint(&args.words, &FILTERS, dataset, out);
    warn_of_vague_dates(dataset, out);
    Ok(())
}

/// Names the periodic documents whose dates are too vague to order them.
pub fn warn_of_vague_dates(dataset: &Dataset, out: &Output) {
    for document in &dataset.records().documents {
        if let Some(vague) = document.vague_date() {
            out.say(&format!(
                "{} is periodic but has {vague}: the order of reports may be wrong",
                document.label()
            ));
        }
    }
}
