//! Counts of commitments.

use anyhow::{Result, bail};

use crate::command::counted;
use crate::command::output::Output;
use crate::model::{Dataset, Vocabulary};
use crate::query::{
    self, CommitmentDimension, CommitmentFilter, Error, FoundCommitment, ProgrammeFilter,
};
use crate::view;

use super::{CommitmentFilters, StatsArgs, given, left_out, mention_whole};

/// What else is taken: what is counted and how, and the filters that programmes have as well.
const TAKEN: [&str; 7] = ["command", "of", "by", "pillar", "document", "paragraph", "search"];

/// Counts commitments.
pub fn count(
    args: &StatsArgs,
    programmes: ProgrammeFilter,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    if let Some(option) = given(out, |name| ["across", "around"].contains(&name)) {
        let message = format!("{option} cannot be used with --of commitments");
        let help = "choose with a filter instead, such as --by instrument --status not-reported";
        bail!(Error::new(message, help));
    }
    let is_taken = |name: &str| TAKEN.contains(&name) || CommitmentFilters::NAMES.contains(&name);
    if let Some(option) = given(out, |name| !is_taken(name)) {
        let message = format!("{option} is for programmes, not for --of commitments");
        let help = "use --document, --instrument, --paragraph, --pillar, --to, --force, --status, --due-before, \
                    --latest or --search";
        bail!(Error::new(message, help));
    }
    let by =
        args.by.as_deref().map(|by| query::word("dimension of commitments", by)).transpose()?;
    let filter = CommitmentFilter {
        pillars: programmes.pillars,
        documents: programmes.documents,
        paragraphs: programmes.paragraphs,
        search: programmes.search,
        ..args.commitments.filter(dataset)?
    };
    let found = filter.find(dataset);
    let (of, all) = (found.len(), dataset.records().commitments.len());
    out.totals = vec![("of", of), ("left_out", all - of)];
    out.count = Some(counted(of, "commitment") + &left_out(all - of));
    let (name, rows, columns) = match by {
        None => {
            let rows = query::commitment_figures(&found);
            ("figures", rows, view::statistics("figure", "count", false))
        }
        Some(by) => {
            let rows = query::commitment_counts(&found, by, dataset);
            ("counts", rows, view::statistics(by.word(), "commitments", false))
        }
    };
    let sources = found.iter().flat_map(|found| &found.commitment.sources);
    out.documents = sources.map(|place| place.document.clone()).collect();
    mention_whole(of, "commitment", out);
    out.rows(name, &rows, &columns, dataset)?;
    out.say_names(found.iter().flat_map(FoundCommitment::named), dataset);
    out.say_each(query::on_expected(&found, dataset));
    out.say_each(filter.notes(&found, dataset));
    if by == Some(CommitmentDimension::Addressee) {
        out.say("a commitment with several addressees counts for each");
    }
    Ok(())
}
