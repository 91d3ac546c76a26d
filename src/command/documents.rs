//! `cnd documents`

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::model::{Dataset, DocumentKind};
use crate::query::{self, DocumentFilter, Every, Words};
use crate::view;

use super::one_of;
use super::output::{Output, asked};

/// A document that another cites in a wrong form is listed once, under its right symbol; the column cited_as
/// has the other forms.
#[derive(Debug, Args, Serialize)]
#[command(
    next_help_heading = "Filters",
    after_long_help = "\
Examples:
  cnd documents
  cnd documents --kind resolution --columns symbol,title,cited_as"
)]
pub struct DocumentArgs {
    /// Of this kind, such as resolution
    #[arg(long, value_name = "KIND", long_help = one_of::<DocumentKind>("Of this kind"))]
    pub kind: Vec<String>,
    /// Adopted or received by this body
    #[arg(long, value_name = "AGENCY")]
    pub body: Vec<String>,
    /// Named in this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Contains all these words, in any field
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
    /// The global options.
    #[command(flatten)]
    #[serde(skip)]
    pub global: Global,
}

pub fn run(args: &DocumentArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = DocumentFilter {
        kinds: Every::read(&args.kind, |value| query::word("kind of document", value))?,
        bodies: Every::read(&args.body, |value| query::one(dataset, value))?,
        named_in: Every::read(&args.document, |value| query::one(dataset, value))?,
        search: Words::read(&args.search)?,
    };
    let rows = filter.find(dataset);
    out.rows("documents", &rows, &view::documents(), asked("documents", args), dataset)
}
