//! `cnd search`

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::model::Dataset;
use crate::query::{self, Words};
use crate::view;

use super::findings::counted;
use super::meant::{self, Filter, Named};
use super::output::{Output, asked};
use super::terminal::shell_word;

/// Finds records that contain all the words, in any field: report finds reporting, organization finds
/// organisation, prosecut* all that begins so. A phrase stands in quotes, and an acronym typed in capitals matches
/// capitals only. The column match shows the words in their place, matched_in
/// names the fields.
#[derive(Debug, Args, Serialize)]
#[command(after_long_help = "\
Examples:
  cnd search prisons
  cnd search 'pain management' --columns kind,id,match,matched_in")]
pub struct SearchArgs {
    /// Words that a record must contain, all of them; a phrase in quotes
    #[arg(value_name = "WORDS", required = true, num_args = 1..)]
    pub words: Vec<String>,
    /// The global options.
    #[command(flatten)]
    #[serde(skip)]
    pub global: Global,
}

/// What the words may have meant, of which a search finds the name alone.
const FILTERS: [Filter; 2] = [
    (Named::Country, "cnd programmes --country", "lists the work that is done there"),
    (
        Named::Region,
        "cnd programmes --region",
        "lists the work that is done there, countries included",
    ),
];

pub fn run(args: &SearchArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let words = Words::typed(&args.words, &[], dataset)?;
    let rows = query::search(&words, dataset);
    out.rows("matches", &rows, &view::matches(), asked("search", args), dataset)?;
    if rows.is_empty() && args.words.iter().any(|word| word.trim().contains(' ')) {
        let apart: Vec<&str> = args.words.iter().flat_map(|word| word.split_whitespace()).collect();
        let apart: Vec<String> = apart.iter().map(|word| word.replace('"', "")).collect();
        let found = query::search(&Words::typed(&apart, &[], dataset)?, dataset).len();
        if found > 0 {
            let typed: Vec<_> = apart.iter().map(|word| shell_word(word)).collect();
            let (records, typed) = (counted(found, "record"), typed.join(" "));
            let have = if found == 1 { "has" } else { "have" };
            out.say(&format!("{records} {have} the words, not as a phrase: `cnd search {typed}`"));
        }
    }
    meant::hint(&args.words, &FILTERS, dataset, out);
    Ok(())
}
