//! `cnd new`

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::check;
use crate::cli::{Global, NewAgency, NewCommitment, NewDocument, NewKind, NewProgramme};
use crate::diagnostic::{Code, Finding, Severity};
use crate::load::{self, Source};
use crate::model::{
    Agency, AgencyKind, Commitment, Dataset, Document, DocumentKind, Force, Id, Pillar, Programme,
    ProgrammeKind, Record, Text, Vocabulary, fold,
};
use crate::query::{self, Error};
use crate::render::Format;

use super::output::Output;
use super::terminal::visible_lines;
use super::{schema, skeleton};

pub fn run(kind: &NewKind, global: &Global) -> Result<()> {
    super::refuse_useless("new", global, &["--data", "--format", "--output"])?;
    let source = super::source(global);
    let out = Output::of_part(global, &source)?;
    if !matches!(out.format(), Format::Table | Format::Yaml | Format::Json) {
        let help = "choose -f yaml or -f json, or a file with such an ending".to_owned();
        let message = "a record to fill in is YAML or JSON".to_owned();
        return Err(Error::new(message, Some(help)).into());
    }
    let dataset = super::dataset(&source)?;
    let (of, name, values) = match kind {
        NewKind::Programme(args) => (Programme::KIND, "Programme", programme(args, &dataset)?),
        NewKind::Agency(args) => (Agency::KIND, "Agency", agency(args, &dataset)?),
        NewKind::Document(args) => (Document::KIND, "Document", document(args, &dataset)?),
        NewKind::Commitment(args) => (Commitment::KIND, "Commitment", commitment(args, &dataset)?),
    };
    let schema = schema::schema();
    let record = skeleton::record(&schema, of.list(), name, &values);
    let state = state(&skeleton::missing(&schema, name, &values), &record, &dataset)?;
    if out.format() == Format::Json {
        out.json(&json!({ of.list(): [values] }))?;
        out.say(&state.join("\n"));
        return Ok(());
    }
    let [first, more @ ..] = state.as_slice() else { return Ok(()) };
    let more: String = more.iter().map(|line| format!("# {line}\n")).collect();
    out.whole(|_| {
        format!(
            "# {first} A line that begins with # is left out until its # is deleted.\n{}{record}",
            visible_lines(&more)
        )
    })
}

/// Whether the record is valid beside the dataset, in a sentence, and what a check finds in it, a line each.
fn state(missing: &[String], record: &str, dataset: &Dataset) -> Result<Vec<String>> {
    let mut findings = added(record, dataset)?;
    // What is missing is named already.
    findings
        .retain(|f| missing.is_empty() || !matches!(f.code, Code::EmptyText | Code::EmptyValue));
    let worst = findings.iter().map(|finding| finding.code.severity()).min();
    let state = match (missing, worst) {
        ([], None) => "Valid as it stands.".to_owned(),
        ([], Some(Severity::Warning)) => "Valid, but not without a warning.".to_owned(),
        ([], Some(Severity::Error)) => "Not valid as it stands.".to_owned(),
        _ => format!("To be completed: {}.", missing.join(", ")),
    };
    let lines = findings.iter().map(|finding| {
        let (severity, code) = (finding.code.severity(), finding.code.word());
        let help = finding.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
        format!("{}[{code}]: {}{help}", <&str>::from(severity), finding.message)
    });
    Ok([state].into_iter().chain(lines).collect())
}

/// What a check finds in the dataset with the record that it does not find without.
fn added(record: &str, dataset: &Dataset) -> Result<Vec<Finding>> {
    let file = |name: &str, text: String| (PathBuf::from(name), text.into_bytes());
    let old = file("dataset.json", serde_json::to_string(dataset.records())?);
    let new = file("new.yaml", record.to_owned());
    let before = findings(vec![old.clone()])?;
    let mut after = findings(vec![old, new])?;
    after.retain(|finding| !before.contains(finding));
    Ok(after)
}

fn findings(files: Vec<(PathBuf, Vec<u8>)>) -> Result<Vec<Finding>> {
    let inspection = load::inspect(&Source::Memory(files))?;
    Ok(inspection.findings(check::check(inspection.dataset(), inspection.unread())))
}

type Values = Map<String, Value>;

fn programme(args: &NewProgramme, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let pillar = maybe(&args.pillar, |value| query::one::<Pillar>(dataset, value))?;
    let document = maybe(&args.document, |value| query::one::<Document>(dataset, value))?;
    let paragraph = maybe(&args.paragraph, text)?;
    put(&mut values, "id", Some(id::<Programme>(&args.id, &args.name, dataset)?));
    put(&mut values, "name", Some(text(&args.name)?));
    put(&mut values, "acronym", maybe(&args.acronym, text)?);
    put(&mut values, "kind", maybe(&args.kind, word::<ProgrammeKind>("kind of programme"))?);
    if let Some(pillar) = &pillar {
        let by_source = document.as_ref().zip(paragraph.as_ref()).is_some_and(|(id, paragraph)| {
            dataset.get(id).is_some_and(|document| files_under(document, paragraph, pillar))
        });
        put(&mut values, "filed_by", Some(if by_source { "source" } else { "editors" }.to_owned()));
    }
    put(&mut values, "pillar", pillar.map(|pillar| pillar.to_string()));

    let mut report = Values::new();
    put(&mut report, "document", document.map(|document| document.to_string()));
    put(&mut report, "paragraph", paragraph);
    let mut participants = Vec::new();
    for (agencies, role) in [(&args.lead, "lead"), (&args.agency, "partner")] {
        for id in each(agencies, |value| query::one::<Agency>(dataset, value))? {
            participants.push(json!({"agency": id.as_str(), "role": role}));
        }
    }
    let countries = each(&args.country, query::country)?;
    list(&mut report, "participants", participants);
    list(&mut report, "countries", countries.iter().map(|country| json!(country)).collect());
    put(&mut report, "date", maybe(&args.date, date)?);
    put(&mut report, "summary", maybe(&args.summary, text)?);
    list(&mut values, "reports", vec![Value::Object(report)]);
    Ok(values)
}

fn agency(args: &NewAgency, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let from = args.acronym.as_ref().unwrap_or(&args.name);
    put(&mut values, "id", Some(id::<Agency>(&args.id, from, dataset)?));
    put(&mut values, "name", Some(text(&args.name)?));
    put(&mut values, "acronym", maybe(&args.acronym, text)?);
    put(&mut values, "kind", maybe(&args.kind, word::<AgencyKind>("kind of agency"))?);
    put(&mut values, "parent", maybe(&args.parent, reference::<Agency>(dataset))?);
    list(&mut values, "sources", sources(&args.document, &args.paragraph, dataset)?);
    Ok(values)
}

fn document(args: &NewDocument, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let from = args.symbol.as_ref().unwrap_or(&args.title);
    put(&mut values, "id", Some(id::<Document>(&args.id, from, dataset)?));
    put(&mut values, "symbol", maybe(&args.symbol, text)?);
    put(&mut values, "title", Some(text(&args.title)?));
    put(&mut values, "kind", maybe(&args.kind, word::<DocumentKind>("kind of document"))?);
    put(&mut values, "body", maybe(&args.body, reference::<Agency>(dataset))?);
    if let Some(session) = args.session {
        values.insert("session".to_owned(), json!(session));
    }
    put(&mut values, "date", maybe(&args.date, date)?);
    Ok(values)
}

fn commitment(args: &NewCommitment, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let parties = |names: &[String]| -> Result<Vec<Value>, Error> {
        let parties = each(names, |value| query::party(dataset, value))?;
        Ok(parties.iter().map(|party| json!(party)).collect())
    };
    put(&mut values, "id", Some(id::<Commitment>(&args.id, &args.statement, dataset)?));
    put(&mut values, "statement", Some(text(&args.statement)?));
    put(&mut values, "force", maybe(&args.force, word::<Force>("force"))?);
    list(&mut values, "made_by", parties(&args.by)?);
    list(&mut values, "addressed_to", parties(&args.to)?);
    put(&mut values, "instrument", maybe(&args.instrument, reference::<Document>(dataset))?);
    put(&mut values, "pillar", maybe(&args.pillar, reference::<Pillar>(dataset))?);
    put(&mut values, "filed_by", args.pillar.as_ref().map(|_| "editors".to_owned()));
    put(&mut values, "due", maybe(&args.due, date)?);
    list(&mut values, "sources", sources(&args.document, &args.paragraph, dataset)?);
    Ok(values)
}

fn put(values: &mut Values, key: &str, value: Option<String>) {
    if let Some(value) = value {
        values.insert(key.to_owned(), Value::String(value));
    }
}

fn list(values: &mut Values, key: &str, items: Vec<Value>) {
    if !items.is_empty() {
        values.insert(key.to_owned(), Value::Array(items));
    }
}

fn maybe<T>(
    value: &Option<String>,
    read: impl Fn(&str) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    value.as_deref().map(read).transpose()
}

fn each<T>(values: &[String], read: impl Fn(&str) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    values.iter().flat_map(|value| value.split(',')).map(|value| read(value.trim())).collect()
}

fn text(value: &str) -> Result<String, Error> {
    Text::new(value)
        .map(|text| text.to_string())
        .map_err(|why| Error::new("a value is empty".to_owned(), Some(why.to_owned())))
}

fn date(value: &str) -> Result<String, Error> {
    query::date(value).map(|date| date.to_string())
}

fn word<T: Vocabulary>(what: &str) -> impl Fn(&str) -> Result<String, Error> + '_ {
    move |value| query::word::<T>(what, value).map(|word| word.word().to_owned())
}

fn reference<T: Record>(dataset: &Dataset) -> impl Fn(&str) -> Result<String, Error> + '_ {
    move |value| query::one::<T>(dataset, value).map(|id| id.to_string())
}

fn sources(
    document: &Option<String>,
    paragraph: &Option<String>,
    dataset: &Dataset,
) -> Result<Vec<Value>, Error> {
    let document = maybe(document, reference::<Document>(dataset))?;
    let paragraph = maybe(paragraph, text)?;
    let source = |(document, paragraph)| json!({"document": document, "paragraph": paragraph});
    Ok(document.zip(paragraph).map(source).into_iter().collect())
}

/// Whether a heading of the document that names the pillar stands over the paragraph.
fn files_under(document: &Document, paragraph: &str, pillar: &Id<Pillar>) -> bool {
    let Ok(number) = paragraph.parse::<u16>() else { return false };
    document.sections.iter().any(|section| {
        section.pillar.as_ref() == Some(pillar) && (section.first..=section.last).contains(&number)
    })
}

/// The id that is given, or one made from a name, which no record of the kind may have yet.
fn id<T: Record>(given: &Option<String>, name: &str, dataset: &Dataset) -> Result<String, Error> {
    let slug = given.clone().unwrap_or_else(|| slug(name));
    let id = Id::<T>::new(&slug)
        .map_err(|why| Error::new(why, Some("give one with --id".to_owned())))?;
    if dataset.get(&id).is_some() {
        let kind = T::KIND.word();
        let message = format!("the id `{id}` is that of another {kind} of the dataset");
        return Err(Error::new(message, Some("give another with --id".to_owned())));
    }
    Ok(id.to_string())
}

/// A name as an id: its first words, in lower case and without accents, joined by hyphens.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(6).collect::<Vec<_>>().join("-")
}
