//! `cnd show`

use anyhow::Result;
use clap::Args;
use serde_json::{Map, Value, json};

use crate::model::{Agency, AnyRecord, Commitment, Dataset, Kind, Vocabulary, counted, fold};
use crate::query::{self, AgencyFilter, Error, FoundAgency, Words, shell_word};
use crate::render::Format;
use crate::view;

use super::output::Output;

/// json, jsonl and yaml give the whole record; add --columns field,value,source for the table.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd show UNODC
  cnd show AIRCOP CCP
  cnd show 74/178
  cnd show demand-reduction -f json")]
pub struct ShowArgs {
    /// Id, acronym, name, former name, alias or symbol; separate several with spaces
    ///
    /// Id, acronym, name, former name, alias or symbol. If records of several kinds share a name, write kind:name.
    /// Several records are shown one after the other; quote names that contain spaces.
    #[arg(value_name = "RECORD", required = true, num_args = 1..)]
    pub record: Vec<String>,
}

pub fn run(args: &ShowArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let whole = args.record.join(" ");
    let records = match (one(dataset, &whole), args.record.as_slice()) {
        (Ok(record), _) => vec![record],
        // Several arguments are several names, where together they are not one.
        (Err(unknown), names @ [_, _, ..]) => {
            let found: Vec<_> = names.iter().map(|name| one(dataset, name)).collect();
            let are_unknown = found.iter().all(Result::is_err);
            if are_unknown || unknown.unknown_value().is_none() && found.iter().any(Result::is_err)
            {
                return Err(unknown.into());
            }
            found.into_iter().collect::<Result<_, _>>()?
        }
        (Err(unknown), _) => return Err(unknown.into()),
    };
    print(&records, dataset, out)
}

/// The one record that goes by this name; `kind:` may stand before it.
fn one<'a>(dataset: &'a Dataset, wanted: &str) -> Result<&'a dyn AnyRecord, Error> {
    let (mut kind, mut name) = (None, wanted);
    let mut found = query::named(dataset, &query::KINDS, name);
    // A name may itself begin like a kind.
    if found.is_empty()
        && let Some((word, rest)) = wanted.split_once(':')
        && let Ok(of) = fold(word).parse::<Kind>()
    {
        (kind, name) = (Some(of), rest.trim());
        found = query::named(dataset, &query::KINDS, name);
        found.retain(|record| record.kind() == of);
    }
    match found.as_slice() {
        [] => Err(unknown(dataset, kind, name)),
        [record] => Ok(*record),
        several => {
            let typed =
                |record: &&dyn AnyRecord| format!("{}:{}", record.kind().word(), record.slug());
            let choices: Vec<String> = several
                .iter()
                .map(|record| query::choice(&typed(record), *record, dataset))
                .collect();
            let message = format!("`{wanted}` names several records");
            Err(Error::new(message, format!("choose one of {}", choices.join(", "))))
        }
    }
}

fn print(records: &[&dyn AnyRecord], dataset: &Dataset, out: &mut Output) -> Result<()> {
    match out.format() {
        // Columns are those of the card: a whole record has none.
        Format::Json | Format::Jsonl | Format::Yaml if !out.chooses_columns() => {
            let whole = |record: &&dyn AnyRecord| {
                let kind = json!(record.kind().word());
                let mut whole = Map::from_iter([("record".to_owned(), kind)]);
                if let Value::Object(fields) = record.json()? {
                    whole.extend(fields);
                }
                Ok(Value::Object(whole))
            };
            let whole: Vec<Value> = records.iter().map(whole).collect::<Result<_>>()?;
            out.records(&whole, dataset)
        }
        _ => {
            let lines: Vec<view::Line> =
                records.iter().flat_map(|record| view::card(*record, dataset)).collect();
            out.rows("lines", &lines, &view::lines(records.len() > 1), dataset)?;
            let shows =
                |kind, slug: &str| records.iter().any(|r| r.kind() == kind && r.slug() == slug);
            let is_shown = |other: &dyn AnyRecord| shows(other.kind(), other.slug());
            let agencies = AgencyFilter::default().find(dataset);
            let named =
                agencies.iter().flat_map(FoundAgency::named).filter(|(agency, document)| {
                    shows(Kind::Agency, agency.as_str()) || shows(Kind::Document, document.as_str())
                });
            let named = query::agencies_named(dataset, is_shown).into_iter().chain(named);
            out.say_names(named, dataset);
            if let [record] = records
                && let Some(agency) = dataset.find::<Agency>(record.slug())
                && record.kind() == Kind::Agency
            {
                let all: Vec<&Commitment> = dataset.records().commitments.iter().collect();
                let command = |groups: &str| format!("`cnd commitments --to {groups}`");
                let listed =
                    query::on_groups(&[&agency.id], &all, ("commitment", &command), dataset);
                out.say_each(listed);
            }
            Ok(())
        }
    }
}

/// What the name may have meant, among the records of the kind if one was named.
fn unknown(dataset: &Dataset, kind: Option<Kind>, name: &str) -> Error {
    let listing = |document: &str, paragraph: &str| {
        let options = format!("--document {document} --paragraph {paragraph}");
        format!(
            "`cnd commitments {options}` and `cnd programmes {options}` list the records that cite it"
        )
    };
    if let Some(error) = query::on_paragraph(dataset, name, listing) {
        return error;
    }
    // Agencies first, by whose names people ask most.
    let mut kinds = kind.map_or(query::KINDS.to_vec(), |kind| vec![kind]);
    kinds.sort_by_key(|kind| *kind != Kind::Agency);
    let known = query::candidates(dataset, &kinds);
    let what = kind.map_or("record", Vocabulary::word);
    let is_document = kind.is_none_or(|kind| kind == Kind::Document);
    let near = if is_document { query::ending_so(dataset, name) } else { Vec::new() };
    if let Some(near) = near.first() {
        return Error::near(what, name, &[near.label()]);
    }
    let country = query::country(name).ok().filter(|_| kind.is_none());
    if let Some(country) = country {
        let is_code = name.len() <= 3 && fold(name) != fold(country.name());
        let what = if is_code { format!("the code of {country}") } else { "a country".to_owned() };
        let message = format!("`{name}` is {what}; countries have no record of their own");
        let country = shell_word(country.name());
        let help =
            format!("`cnd programmes --country {country}` lists the work that is done there");
        return Error::new(message, help);
    }
    Error::unknown(what, name, known).or_help(|| match (kind, name) {
        (Some(kind), "") => format!("`cnd {}` lists them", kind.list().word()),
        (None, "") => "`cnd search WORDS` finds records of every kind".to_owned(),
        _ => {
            let found = Words::read(&[name], dataset);
            let hits = found.map_or(0, |words| query::search(&words, dataset).len());
            match hits {
                0 => "no record contains these words; the dataset has only what its documents name"
                    .to_owned(),
                some => {
                    let words: Vec<_> = name.split_whitespace().map(shell_word).collect();
                    format!("{} these words: `cnd search {}`", has(some), words.join(" "))
                }
            }
        }
    })
}

/// "1 record has", "2 records have".
fn has(records: usize) -> String {
    format!("{} {}", counted(records, "record"), if records == 1 { "has" } else { "have" })
}
