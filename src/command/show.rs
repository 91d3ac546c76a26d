//! `cnd show`

use anyhow::Result;
use clap::Args;
use serde_json::{Map, Value, json};

use crate::model::{
    Agency, AnyRecord, Commitment, Dataset, Kind, Party, Vocabulary, fold, key, loose_key,
};
use crate::query::{self, AgencyFilter, Error, FoundAgency, shell_word};
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
    /// Id, acronym, name, former name, alias or symbol; of several, one after the other
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
            if found.iter().all(Result::is_err) {
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
            mention_groups(records, dataset, out);
            Ok(())
        }
    }
}

/// Says how many commitments are addressed to groups that an agency belongs to, where one alone is shown.
fn mention_groups(records: &[&dyn AnyRecord], dataset: &Dataset, out: &Output) {
    let [record] = records else { return };
    let agency = dataset.find::<Agency>(record.slug()).filter(|_| record.kind() == Kind::Agency);
    let agency: Vec<&Agency> = agency.into_iter().collect();
    let commitments = &dataset.records().commitments;
    let count = |group| {
        let is_addressed = |c: &&Commitment| c.addressed_to.contains(&Party::Group(group));
        commitments.iter().filter(is_addressed).count()
    };
    if let Some((more, words)) = query::on_groups(&agency, count) {
        out.say(&format!("commitments {more}; `cnd commitments --to {words}`"));
    }
}

/// The records of every kind that go by this name, or else loosely; of a kind, an id that is exactly the name stands
/// alone.
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
    let exact: Vec<_> = query::KINDS.iter().flat_map(of_kind).collect();
    if !exact.is_empty() {
        return exact;
    }
    let wanted = loose_key(name);
    let records = query::KINDS.iter().flat_map(|kind| dataset.records().of(*kind));
    records.filter(|record| record.is_loosely(&wanted)).collect()
}

/// What the name may have meant, among the records of the kind if one was named.
fn unknown(dataset: &Dataset, kind: Option<Kind>, name: &str) -> Error {
    let records = query::KINDS
        .iter()
        .filter(|of| kind.is_none_or(|kind| kind == **of))
        .flat_map(|of| dataset.records().of(*of));
    let known = records.flat_map(|record| [record.slug()].into_iter().chain(record.known_as()));
    let what = kind.map_or("record", Vocabulary::word);
    let is_document = kind.is_none_or(|kind| kind == Kind::Document);
    let near = if is_document { query::ending_so(dataset, name) } else { Vec::new() };
    if let Some(near) = near.first() {
        return Error::near(what, name, &[near.label()]);
    }
    let country = query::country(name).ok().filter(|_| kind.is_none());
    if let Some(country) = country {
        let message = format!("`{name}` is a country; countries have no record of their own");
        let country = shell_word(country.name());
        let help =
            format!("`cnd programmes --country {country}` lists the work that is done there");
        return Error::new(message, help);
    }
    Error::unknown(what, name, known).or_help(|| match (kind, name) {
        (Some(kind), "") => format!("`cnd {}` lists them", kind.list().word()),
        (None, "") => "`cnd search WORDS` finds records of every kind".to_owned(),
        _ => {
            let words: Vec<_> = name.split_whitespace().map(shell_word).collect();
            format!("try `cnd search {}`", words.join(" "))
        }
    })
}
