//! `cnd new`

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::check;
use crate::cli::{Global, NewAgency, NewCommitment, NewDocument, NewKind, NewProgramme};
use crate::diagnostic::{Code, Finding, Severity};
use crate::load::{self, Source};
use crate::model::{
    Agency, AgencyKind, Commitment, Dataset, Document, DocumentKind, FiledBy, Force, Id, Pillar,
    Programme, ProgrammeKind, Record, Section, Text, Vocabulary, fold, paragraph_number,
};
use crate::query::{self, Error};
use crate::render::Format;

use super::output::Output;
use super::terminal::visible_lines;
use super::{file, schema, skeleton};

pub fn run(kind: &NewKind, global: &Global) -> Result<()> {
    super::refuse_useless("new", global, &["--data", "--format", "--output"])?;
    let source = super::source(global);
    let mut out = Output::of_part(global, &source)?;
    if !matches!(out.format(), Format::Table | Format::Yaml | Format::Json) {
        let help = "choose -f yaml or -f json, or a file with such an ending".to_owned();
        let message = "a record to fill in is YAML or JSON".to_owned();
        return Err(Error::new(message, Some(help)).into());
    }
    out.file().map_or(Ok(()), |file| file::refuse_for_record(file, out.format()))?;
    out.replaces_nothing();
    let dataset = super::dataset(&source)?;
    let (of, name, values) = match kind {
        NewKind::Programme(args) => (Programme::KIND, "Programme", programme(args, &dataset)?),
        NewKind::Agency(args) => (Agency::KIND, "Agency", agency(args, &dataset)?),
        NewKind::Document(args) => (Document::KIND, "Document", document(args, &dataset)?),
        NewKind::Commitment(args) => (Commitment::KIND, "Commitment", commitment(args, &dataset)?),
    };
    let schema = schema::schema();
    let record = skeleton::record(&schema, of.list(), name, &values);
    let mut state = state(&skeleton::missing(&schema, name, &values), &record, &dataset)?;
    if out.format() == Format::Json {
        out.json(&json!({ of.list(): [values] }))?;
        out.say(&state.join("\n"));
        return Ok(());
    }
    let told = state.join("\n");
    state[0] +=
        " A line that begins with # is left out until its # and the space behind it are deleted.";
    match out.file() {
        // What a check finds today need not be true tomorrow.
        Some(_) => state.truncate(1),
        None => state.push(place(of.list())),
    }
    let head: String = state.iter().map(|line| format!("# {line}\n")).collect();
    let modeline = if out.file().is_some_and(schema::is_beside) { schema::MODELINE } else { "" };
    out.whole(|_| format!("{modeline}{}{record}", visible_lines(&head)))?;
    if out.file().is_some() {
        out.say(&told);
    }
    Ok(())
}

/// Where the record goes, in a sentence.
fn place(list: &str) -> String {
    format!(
        "Save this as a file of its own in the folder of the dataset (-o FOLDER/NAME.yaml), or put the lines \
         below `{list}:` at the end of that list in another file, instead of its `[]` if it is empty."
    )
}

/// Whether the record is valid beside the dataset, in a sentence, and what a check finds in it, a line each.
fn state(missing: &[String], record: &str, dataset: &Dataset) -> Result<Vec<String>> {
    let mut findings = added(record, dataset)?;
    // What is missing is named already.
    findings.retain(|finding| !is_of_open_key(finding, record));
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

/// Whether a finding is that nothing stands behind a key of the record.
fn is_of_open_key(finding: &Finding, record: &str) -> bool {
    let line = record.lines().nth(finding.spot.span.start.0 - 1);
    let is_empty = matches!(finding.code, Code::EmptyText | Code::EmptyValue);
    is_empty && line.is_some_and(|line| line.ends_with(':'))
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
    let (faults, _) = check::check(inspection.dataset(), inspection.is_whole());
    Ok(inspection.findings(faults))
}

type Values = Map<String, Value>;

fn programme(args: &NewProgramme, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let name = text("name")(&args.name)?;
    put(&mut values, "id", Some(id::<Programme>(&args.id, &name, dataset)?));
    put(&mut values, "name", Some(name));
    put(&mut values, "acronym", maybe(&args.acronym, text("acronym"))?);
    put(&mut values, "kind", maybe(&args.kind, word::<ProgrammeKind>("kind of programme"))?);
    file_under(&mut values, &args.pillar, &args.document, &args.paragraph, dataset)?;

    let mut report = Values::new();
    put(&mut report, "document", maybe(&args.document, reference::<Document>(dataset))?);
    put(&mut report, "paragraph", maybe(&args.paragraph, text("paragraph"))?);
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
    put(&mut report, "summary", maybe(&args.summary, text("summary"))?);
    list(&mut values, "reports", vec![Value::Object(report)]);
    Ok(values)
}

fn agency(args: &NewAgency, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let name = text("name")(&args.name)?;
    let acronym = maybe(&args.acronym, text("acronym"))?;
    let from = acronym.as_ref().unwrap_or(&name);
    put(&mut values, "id", Some(id::<Agency>(&args.id, from, dataset)?));
    put(&mut values, "name", Some(name));
    put(&mut values, "acronym", acronym);
    put(&mut values, "kind", maybe(&args.kind, word::<AgencyKind>("kind of agency"))?);
    put(&mut values, "parent", maybe(&args.parent, reference::<Agency>(dataset))?);
    list(&mut values, "sources", sources(&args.document, &args.paragraph, dataset)?);
    Ok(values)
}

fn document(args: &NewDocument, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let title = text("title")(&args.title)?;
    let symbol = maybe(&args.symbol, text("symbol"))?;
    let from = symbol.as_ref().unwrap_or(&title);
    put(&mut values, "id", Some(id::<Document>(&args.id, from, dataset)?));
    put(&mut values, "symbol", symbol);
    put(&mut values, "title", Some(title));
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
    let statement = text("statement")(&args.statement)?;
    put(&mut values, "id", Some(id::<Commitment>(&args.id, &statement, dataset)?));
    put(&mut values, "statement", Some(statement));
    put(&mut values, "force", maybe(&args.force, word::<Force>("force"))?);
    list(&mut values, "made_by", parties(&args.by)?);
    list(&mut values, "addressed_to", parties(&args.to)?);
    put(&mut values, "instrument", maybe(&args.instrument, reference::<Document>(dataset))?);
    file_under(&mut values, &args.pillar, &args.document, &args.paragraph, dataset)?;
    put(&mut values, "due", maybe(&args.due, date)?);
    let mut sources = sources(&args.document, &args.paragraph, dataset)?;
    if sources.is_empty() {
        // One is needed, and is laid out to be filled in.
        sources.push(json!({}));
    }
    list(&mut values, "sources", sources);
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

/// What the values mean, each once.
fn each<T: PartialEq>(
    values: &[String],
    read: impl Fn(&str) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut all = Vec::new();
    for value in values.iter().flat_map(|value| value.split(',')) {
        let meant = read(value.trim())?;
        if !all.contains(&meant) {
            all.push(meant);
        }
    }
    Ok(all)
}

fn text(flag: &str) -> impl Fn(&str) -> Result<String, Error> + '_ {
    move |value| match Text::new(value) {
        Ok(text) => Ok(text.to_string()),
        Err(_) => {
            let message = format!("--{flag} is `{}`, which says nothing", value.escape_debug());
            Err(Error::new(message, Some("write a text".to_owned())))
        }
    }
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
    let paragraph = maybe(paragraph, text("paragraph"))?;
    let source = |(document, paragraph)| json!({"document": document, "paragraph": paragraph});
    Ok(document.zip(paragraph).map(source).into_iter().collect())
}

/// Puts the pillar, and who files the record there, which is open where no numbered paragraph is named.
fn file_under(
    values: &mut Values,
    pillar: &Option<String>,
    document: &Option<String>,
    paragraph: &Option<String>,
    dataset: &Dataset,
) -> Result<(), Error> {
    let Some(pillar) = maybe(pillar, |value| query::one::<Pillar>(dataset, value))? else {
        return Ok(());
    };
    let document = maybe(document, |value| query::one::<Document>(dataset, value))?;
    let document = document.and_then(|id| dataset.get(&id));
    let number = paragraph.as_deref().map(str::trim_start).and_then(paragraph_number);
    let filed_by = document.zip(number).map(|(document, number)| {
        let names_it = |section: &Section| {
            section.pillar.as_ref() == Some(&pillar)
                && (section.first..=section.last).contains(&number)
        };
        let by_source = document.sections.iter().any(names_it);
        if by_source { FiledBy::Source } else { FiledBy::Editors }.word().to_owned()
    });
    put(values, "pillar", Some(pillar.to_string()));
    put(values, "filed_by", filed_by);
    Ok(())
}

/// The id that is given, or one made from a name, which no record of the kind may have yet.
fn id<T: Record>(given: &Option<String>, name: &str, dataset: &Dataset) -> Result<String, Error> {
    let slug = given.clone().unwrap_or_else(|| slug(name));
    let id = Id::<T>::new(&slug).map_err(|why| {
        let why = if slug.is_empty() && given.is_none() {
            format!("no id can be made of `{}`", name.escape_debug())
        } else {
            why
        };
        Error::new(why, Some("give one with --id".to_owned()))
    })?;
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
