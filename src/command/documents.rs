//! `cnd documents`

use anyhow::Result;
use clap::Args;
use clap::builder::Resettable::Reset;

use crate::model::{Agency, Dataset, DocumentKind, Id};
use crate::query::{self, DocumentFilter, Every, Words};
use crate::render::Format;
use crate::view;

use super::meant::{self, Filter, Named};
use super::output::Output;
use super::{counted, one_of};

/// A document that is cited incorrectly elsewhere is listed once, under its correct symbol; `cited_as` gives the other
/// forms. A commitment is counted under its instrument and under every document that states it; `cnd stats --of
/// commitments --by instrument` counts it only once.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd documents
  cnd documents --kind resolution --columns symbol,title,cited_as"
)]
pub struct DocumentArgs {
    /// Words that must all occur; put a phrase in quotes
    #[arg(value_name = "WORDS", help_heading = Reset)]
    pub words: Vec<String>,
    /// Of this kind, such as resolution
    #[arg(long, value_name = "KIND", long_help = one_of::<DocumentKind>("Of this kind"))]
    pub kind: Vec<String>,
    /// Adopted or received by this body
    #[arg(long, value_name = "AGENCY")]
    pub body: Vec<String>,
    /// Cited in this document, including as the instrument of a commitment
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Contains all these words, in any field
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// Filters that words after the command may have been meant for.
const FILTERS: [Filter; 3] = [
    (Named::Agency(is_body), "--body", "lists what it adopted or received"),
    (Named::Agency(|_, _| true), "cnd show", "lists the places that name it"),
    (
        Named::Kind(|word| query::word::<DocumentKind>("kind", word).is_ok()),
        "--kind",
        "lists those of that kind",
    ),
];

fn is_body(agency: &Id<Agency>, dataset: &Dataset) -> bool {
    let bodies = Every::only(agency.clone());
    !DocumentFilter { bodies, ..DocumentFilter::default() }.find(dataset).is_empty()
}

pub fn run(args: &DocumentArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = DocumentFilter {
        kinds: Every::read(&args.kind, &|value| query::word("kind of document", value))?,
        bodies: Every::read(&args.body, &|value| query::one(dataset, value))?,
        named_in: Every::read(&args.document, &|value| query::one(dataset, value))?,
        search: Words::typed(&args.words, &args.search, dataset)?,
    };
    let rows = filter.find(dataset);
    let read = rows.iter().filter(|row| row.is_read).count();
    let read = match (rows.len(), read) {
        (all, read) if read == all => None,
        (1, _) => Some("not read".to_owned()),
        (_, 0) => Some("none of them read".to_owned()),
        (_, some) => Some(format!("{some} of them read")),
    };
    let read = read.filter(|_| out.format() == Format::Table);
    out.count = read.map(|read| format!("{}, {read}", counted(rows.len(), "document")));
    out.rows("documents", &rows, &view::documents(), dataset)?;
    out.say_each(query::on_unread(filter.named_in.values(), !rows.is_empty(), dataset));
    out.say_each(filter.search.on_nothing().filter(|_| rows.is_empty()));
    meant::hint(&args.words, &FILTERS, dataset, out);
    Ok(())
}
