//! `cnd show`

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::model::{AnyRecord, Dataset, Kind, Vocabulary, fold, key};
use crate::query::{self, Error};
use crate::render::{Format, Whole};
use crate::view;

use super::output::{Asked, Output, asked};

/// In json, jsonl and yaml this is the whole record; with --columns field,value,source it is the table.
#[derive(Debug, Args, Serialize)]
#[command(after_long_help = "\
Examples:
  cnd show UNODC
  cnd show 74/178
  cnd show demand-reduction -f json")]
pub struct ShowArgs {
    /// Id, acronym, name, former name, alias or symbol
    ///
    /// Id, acronym, name, former name, alias or symbol; kind:name where records of several kinds have it.
    #[arg(value_name = "RECORD", required = true, num_args = 1..)]
    pub record: Vec<String>,
    /// The global options.
    #[command(flatten)]
    #[serde(skip)]
    pub global: Global,
}

pub fn run(args: &ShowArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let wanted = args.record.join(" ");
    let (mut kind, mut name) = (None, wanted.as_str());
    let mut found = named(dataset, name);
    // A name may itself begin like a kind.
    if found.is_empty()
        && let Some((word, rest)) = wanted.split_once(':')
        && let Ok(of) = fold(word).parse::<Kind>()
    {
        (kind, name) = (Some(of), rest.trim());
        found = named(dataset, name);
        found.retain(|record| record.kind() == of);
    }
    match found.as_slice() {
        [] => Err(unknown(dataset, kind, name).into()),
        [record] => print(*record, asked("show", args), dataset, out),
        several => {
            let typed =
                |record: &&dyn AnyRecord| format!("{}:{}", record.kind().word(), record.slug());
            let choices: Vec<String> = several
                .iter()
                .map(|record| query::choice(&typed(record), record.title()))
                .collect();
            let message = format!("`{}` names several records", wanted.escape_debug());
            Err(Error::new(message, Some(format!("choose one of {}", choices.join(", ")))).into())
        }
    }
}

fn print(record: &dyn AnyRecord, asked: Asked, dataset: &Dataset, out: &mut Output) -> Result<()> {
    match out.format() {
        // Columns are those of the card: a whole record has none.
        Format::Json | Format::Jsonl | Format::Yaml if !out.chooses_columns() => {
            let whole = Whole { record: record.kind().word(), fields: record.json()? };
            out.records(&[whole], asked, dataset)
        }
        _ => out.rows("lines", &view::card(record, dataset), &view::lines(), asked, dataset),
    }
}

/// The records of every kind that go by this name; of a kind, an id that is exactly the name stands alone.
fn named<'a>(dataset: &'a Dataset, name: &str) -> Vec<&'a dyn AnyRecord> {
    let wanted = key(name);
    let of_kind = |kind: &Kind| match dataset.record(*kind, name) {
        Some(exact) => vec![exact],
        None => {
            let mut records = dataset.records().of(*kind);
            records.retain(|record| record.keys().contains(&wanted));
            records
        }
    };
    query::KINDS.iter().flat_map(of_kind).collect()
}

/// What the name may have meant, among the records of the kind if one was named.
fn unknown(dataset: &Dataset, kind: Option<Kind>, name: &str) -> Error {
    use Kind::{Agency, Commitment, Document, Pillar, Programme};
    let kinds = [Agency, Programme, Document, Pillar, Commitment];
    let records = kinds
        .into_iter()
        .filter(|of| kind.is_none_or(|kind| kind == *of))
        .flat_map(|of| dataset.records().of(of));
    let known = records.flat_map(|record| [record.slug()].into_iter().chain(record.known_as()));
    let what = kind.map_or("record", Vocabulary::word);
    Error::unknown(what, name, known).or_help(|| match (kind, name) {
        (Some(kind), "") => format!("`cnd {}` lists them", kind.list().word()),
        _ => format!("try `cnd search {}`", name.escape_debug()),
    })
}
