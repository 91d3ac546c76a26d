//! `cnd commitments`

use std::collections::BTreeSet;

use anyhow::Result;
use clap::Args;
use clap::builder::Resettable::Reset;

use crate::model::{Agency, Dataset, Party};
use crate::query::{self, CommitmentFilter, Every, FoundCommitment, Words};
use crate::view;

use super::filters::CommitmentFilters;
use super::meant::{self, Filter, Named};
use super::output::Output;

/// The status follows from the documents of the dataset: what a later one reports, and which periodic ones
/// report nothing (`silent_in`); `reason` says by which rule. What is reported of an earlier text is carried along
/// `repeats` to those that repeat it, if it came after them. A status says what documents report, never that
/// nothing was done. A document is silent only on what is due before it, and not on what States alone are to do, since the notes
/// report what organisations do: such a commitment is `no-later-source` where no other document reports it. It is
/// `untracked` if it affirms a role or a principle, or is too general for a document to be called silent on it. So
/// `no-later-source` alone does not say why nothing is reported: count it with the column `reason`.
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
    /// Words that a commitment must contain, all of them; a phrase in quotes
    #[arg(value_name = "WORDS", help_heading = Reset)]
    pub words: Vec<String>,
    /// Made by this agency or group, such as member-states
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// The filters that statistics of commitments take as well.
    #[command(flatten)]
    pub own: CommitmentFilters,
    /// Stated in this document, as its instrument or as a source
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// In these paragraphs of its instrument, such as 105-114
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
    (Named::Agency, "--to", "lists what is addressed to it, --by what it made itself"),
    (Named::Group, "--by", "lists what it made, --to what is addressed to it"),
];

pub fn run(args: &CommitmentArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = CommitmentFilter {
        by: Every::read(&args.by, &|value| query::party(dataset, value))?,
        documents: Every::read(&args.document, &|value| query::one(dataset, value))?,
        paragraphs: query::paragraphs(dataset, &args.paragraph)?,
        pillars: Every::read(&args.pillar, &|value| query::one(dataset, value))?,
        search: Words::typed(&args.words, &args.search, dataset)?,
        ..args.own.filter(dataset)?
    };
    let rows = filter.find(dataset);
    let mut columns = view::commitments();
    if filter.due_before.is_some() {
        let heads = columns.iter_mut().map(|column| &mut column.head);
        heads.filter(|head| head.name == "due").for_each(|due| due.main = true);
    }
    out.grouped = Some("instrument");
    out.rows("commitments", &rows, &columns, dataset)?;
    out.say_names(rows.iter().flat_map(FoundCommitment::named), dataset);
    out.say_each(query::on_commitments(&rows));
    out.say_each(query::on_latest(&filter, dataset));
    out.say_each(filter.silence(&rows, dataset));
    mention_groups(&filter, &rows, dataset, out);
    meant::hint(&args.words, &FILTERS, dataset, out);
    warn_of_vague_dates(dataset, out);
    if filter.due_before.is_some() {
        let undated = CommitmentFilter { due_before: None, ..filter }.find(dataset);
        let undated = undated.iter().filter(|found| found.commitment.due.is_none()).count();
        if undated > 0 {
            out.say(&format!("without a due date and left out: {undated} more"));
        }
    }
    Ok(())
}

/// Says how many more are addressed to groups that the agencies asked about belong to.
fn mention_groups(
    filter: &CommitmentFilter,
    rows: &[FoundCommitment<'_>],
    dataset: &Dataset,
    out: &Output,
) {
    let [parties] = filter.to.groups() else { return };
    let agencies = parties.iter().filter_map(|party| dataset.get(party.agency()?));
    let agencies: Vec<&Agency> = agencies.collect();
    let found: BTreeSet<_> = rows.iter().map(|row| &row.commitment.id).collect();
    let count = |group| {
        let to = Every::only(Party::Group(group));
        let addressed = CommitmentFilter { to, ..filter.clone() }.find(dataset);
        addressed.iter().filter(|row| !found.contains(&row.commitment.id)).count()
    };
    if let Some((more, words)) = query::on_groups(&agencies, count) {
        let to: Vec<&str> = parties.iter().map(|party| party.as_str()).collect();
        out.say(&format!("also {more}; to include these: --to {},{words}", to.join(",")));
    }
}

/// Names the periodic documents by whose dates it is unclear what comes before and after them.
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
