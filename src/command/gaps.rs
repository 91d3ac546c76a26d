//! `cnd gaps`

use anyhow::Result;
use clap::Args;

use crate::model::{Dataset, Document, Force, Id, counted};
use crate::query::{self, CommitmentFilter, Error, Every, GapFilter, GapKind, Words};
use crate::view;

use super::Outcome;
use super::commitments::warn_of_vague_dates;
use super::meant::{Filter, Named};
use super::one_of;
use super::output::Output;

/// A gap means that a document does not report something, never that nothing was done. What has been reported since is
/// not a gap, unless --document selects one edition. Not listed: commitments that were not yet due, that only States
/// are to carry out (the notes report what organisations do), or that are untracked.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Kinds of gap:
  commitment-not-reported  nothing in the document answers an older commitment
  programme-not-reported   an earlier periodic document reports it
  pillar-not-reported      the document reports nothing under it, even as a secondary pillar
  agency-not-reported      an earlier periodic document names it in an activity
  no-other-activity        involved in a coordination mechanism and in nothing else

Examples:
  cnd gaps
  cnd gaps --document note-2020 --kind-of-gap commitment-not-reported
  cnd gaps --pillar international-cooperation --exit-code"
)]
pub struct GapArgs {
    /// Gaps in this periodic document, even if reported since
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Of this kind, such as agency-not-reported
    #[arg(long, value_name = "KIND", long_help = one_of::<GapKind>("Of this kind"))]
    pub kind_of_gap: Vec<String>,
    /// Gaps under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// Gaps that concern this agency
    ///
    /// The agency itself, programmes in which it takes part, and commitments that it makes or that are
    /// addressed to it.
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// A commitment made by this agency or group, such as member-states
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// A commitment addressed to this agency or group
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// A commitment of this force, such as invited
    #[arg(long, value_name = "FORCE", long_help = one_of::<Force>("A commitment of this force"))]
    pub force: Vec<String>,
    /// A commitment due before this date (2020, 2020-03, 2020-03-06)
    #[arg(long, value_name = "DATE")]
    pub due_before: Option<String>,
    /// Contains all these words, in the record or in the reason
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
    /// Exit with code 1 if there are any gaps
    #[arg(long)]
    pub exit_code: bool,
}

/// What words after the command may have meant.
pub const FILTERS: [Filter; 2] = [
    (Named::Pillar, "--pillar", "lists what is filed under it"),
    (Named::Agency(|_, _| true), "--agency", "lists what concerns it"),
];

pub fn run(args: &GapArgs, dataset: &Dataset, out: &mut Output) -> Result<Outcome> {
    let commitments = CommitmentFilter {
        by: Every::read(&args.by, &|value| query::party(dataset, value))?,
        to: Every::read(&args.to, &|value| query::party(dataset, value))?,
        forces: Every::read(&args.force, &|value| query::word("force", value))?,
        due_before: args.due_before.as_deref().map(query::date).transpose()?,
        ..CommitmentFilter::default()
    };
    let filter = GapFilter {
        documents: Every::read(&args.document, &|value| edition(dataset, value))?,
        kinds: Every::read(&args.kind_of_gap, &|value| query::word("kind of gap", value))?,
        pillars: Every::read(&args.pillar, &|value| query::one(dataset, value))?,
        agencies: Every::read(&args.agency, &|value| query::one(dataset, value))?,
        commitments,
        search: Words::read(&args.search, dataset)?,
    };
    let rows = filter.find(dataset);
    out.say(&query::on_editions(&filter.editions(dataset), dataset));
    out.grouped = Some("gap");
    out.rows("gaps", &rows, &view::gaps(), dataset)?;
    out.say_each(query::on_open(with_questions(&rows), &counted(rows.len(), "gap")));
    out.say_each(filter.notes(&rows, dataset));
    warn_of_vague_dates(dataset, out);
    Ok(if args.exit_code && !rows.is_empty() { Outcome::Found } else { Outcome::Done })
}

/// How many of these gaps are of records that have open questions.
fn with_questions(rows: &[query::Gap<'_>]) -> usize {
    let has_questions = |row: &&query::Gap<'_>| {
        let mut fields = row.record.fields().values.into_iter();
        fields.any(|(field, value)| field == "review" && value.into_items().next().is_some())
    };
    rows.iter().filter(has_questions).count()
}

/// The periodic document of this name; other documents have no gaps.
fn edition(dataset: &Dataset, value: &str) -> Result<Id<Document>, Error> {
    let id = query::one::<Document>(dataset, value)?;
    let periodic = dataset.periodic_documents();
    if periodic.iter().any(|document| document.id == id) {
        return Ok(id);
    }
    let label = dataset.label_of(&id);
    let editions: Vec<&str> = periodic.iter().map(|document| document.label()).collect();
    let editions = editions.join(" or ");
    if !editions.is_empty() && !dataset.documents_read().contains(&id) {
        let help = format!("`cnd gaps` works for {editions}");
        return Err(Error::new(format!("{label} has not been read"), help));
    }
    let help = match editions.as_str() {
        "" => "this dataset has none".to_owned(),
        editions => format!("choose {editions}"),
    };
    Err(Error::new(
        format!(
            "{label} is not a periodic report on inter-agency cooperation; gaps are only listed for those"
        ),
        help,
    ))
}
