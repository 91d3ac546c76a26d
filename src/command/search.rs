//! `cnd search`

use anyhow::Result;
use clap::Args;

use crate::model::Dataset;
use crate::query::{self, SUMMARIES, Words, shell_word};
use crate::view;

use super::counted;
use super::meant::{self, Filter, Named};
use super::output::Output;

/// Finds records that contain all the words, in any field; records are summaries, and the text of the documents
/// themselves is not searched. `report` also finds reporting, `organization` finds organisation, and `prosecut*` finds
/// every word with that beginning. Put a phrase in quotes. An acronym in capitals matches capitals only. The column
/// `match` shows the words in context, `matched_in` the fields.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd search prisons
  cnd search 'pain management' --columns kind,id,match,matched_in")]
pub struct SearchArgs {
    /// Words that must all occur; put a phrase in quotes
    #[arg(value_name = "WORDS", required = true, num_args = 1..)]
    pub words: Vec<String>,
}

/// Up to this many matches, a message says that only records are searched.
const FEW: usize = 3;

/// What the words may name besides being search terms.
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
    out.rows("matches", &rows, &view::matches(), dataset)?;
    out.say_each(words.on_agency_names(rows.iter().map(|hit| hit.found.clone()), dataset));
    out.say_each(otherwise(&args.words, rows.len(), dataset)?);
    if rows.len() <= FEW {
        out.say(SUMMARIES);
    }
    meant::hint(&args.words, &FILTERS, dataset, out);
    Ok(())
}

/// What the same words would find as a phrase, or not as one; the words that were meant, where a record has others.
fn otherwise(words: &[String], found: usize, dataset: &Dataset) -> Result<Option<String>> {
    let count = |words: &[String]| -> Result<usize> {
        Ok(query::search(&Words::typed(words, &[], dataset)?, dataset).len())
    };
    let typed =
        |words: &[String]| words.iter().map(|w| shell_word(w)).collect::<Vec<_>>().join(" ");
    let records = |count| {
        let contain = if count == 1 { "contains" } else { "contain" };
        format!("{} {contain} the words", counted(count, "record"))
    };
    let is_phrase = |word: &String| word.trim().contains(' ');
    if found > 0 {
        let phrase = [words.join(" ")];
        let alone = words.len() == 1
            || words.iter().any(|word| is_phrase(word) || word.contains(['*', '"']));
        let as_phrase = if alone { 0 } else { count(&phrase)? };
        let is_fewer = (1..found).contains(&as_phrase);
        return Ok(is_fewer.then(|| {
            format!("{} as a phrase: `cnd search {}`", records(as_phrase), typed(&phrase))
        }));
    }
    let apart: Vec<String> = words
        .iter()
        .flat_map(|word| word.split_whitespace())
        .map(|word| word.replace('"', ""))
        .collect();
    let as_words = if words.iter().any(is_phrase) { count(&apart)? } else { 0 };
    if as_words > 0 {
        let records = records(as_words);
        return Ok(Some(format!("{records}, not as a phrase: `cnd search {}`", typed(&apart))));
    }
    let mut meant = apart.clone();
    for word in &mut meant {
        if count(std::slice::from_ref(word))? == 0
            && let Some(near) = query::near_word(word, dataset)
        {
            *word = near;
        }
    }
    let is_found = meant != apart && count(&meant)? > 0;
    Ok(is_found.then(|| format!("did you mean `cnd search {}`?", typed(&meant))))
}
