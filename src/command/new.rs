//! `cnd new`

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use crate::check;
use crate::cli::{Color, DatasetOption, Global, Lazy, OutputOptions};
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

/// A record goes into a file of its own in the folder of the dataset (-o my-data/guide.yaml; an existing file is
/// not overwritten), or at the end of its list in another file, without the first key, which that file has.
/// `cnd check` then lists what is still to be corrected.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd new programme --name 'Joint training' --pillar 1 --agency UNODC --agency WHO
  cnd new agency --name 'Customs Union' --kind regional")]
pub struct NewArgs {
    /// The kind of record.
    #[command(subcommand)]
    pub kind: NewKind,
}

/// The options of `cnd new`.
#[derive(Debug, Args)]
pub struct NewOptions {
    /// The dataset to read.
    #[command(flatten)]
    pub dataset: DatasetOption,
    /// Where to write.
    #[command(flatten)]
    pub output: OutputOptions,
}

/// What kind of record to print.
#[derive(Debug, Subcommand)]
pub enum NewKind {
    /// A joint programme, with its first report
    #[command(after_long_help = "\
Examples:
  cnd new programme --name 'Joint training' --kind training --pillar 1
  cnd new programme --name Guide --kind publication --pillar 2 --agency UNODC --agency WHO \\
    --document note-2020 --paragraph 22 --summary 'A guide of the two.'")]
    Programme(Lazy<NewProgramme>),
    /// An agency
    #[command(after_long_help = "\
Examples:
  cnd new agency --name 'Customs Union' --acronym CU --kind regional
  cnd new agency --name 'Field Office' --kind field-mission --parent UNODC")]
    Agency(Lazy<NewAgency>),
    /// A document
    #[command(after_long_help = "\
Examples:
  cnd new document --title 'Note by the Secretariat' --kind note --body CND --session 64
  cnd new document --title 'Resolution' --kind resolution --symbol A/RES/75/1 --date 2020-12")]
    Document(Lazy<NewDocument>),
    /// A commitment
    #[command(after_long_help = "\
Examples:
  cnd new commitment --statement 'Share data.' --force invited --by member-states --to UNODC
  cnd new commitment --statement 'Share data.' --document note-2020 --paragraph 12 --pillar 6")]
    Commitment(Lazy<NewCommitment>),
}

/// What is known of a new joint programme.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields")]
pub struct NewProgramme {
    /// Its name
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Its id; made from the name if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its acronym
    #[arg(long, value_name = "TEXT")]
    pub acronym: Option<String>,
    /// Its kind: one of those that `cnd programmes --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// The pillar that it is filed under
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Option<String>,
    /// An agency that leads it
    #[arg(long, value_name = "AGENCY")]
    pub lead: Vec<String>,
    /// An agency that is a partner in it
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// A country in which the work is done (name or ISO code)
    #[arg(long, value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// The document that reports it
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Option<String>,
    /// The paragraph that reports it
    #[arg(long, value_name = "N")]
    pub paragraph: Option<String>,
    /// When it took place
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// What is said of it, in your own words
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// The options of `cnd new`.
    #[command(flatten)]
    pub options: NewOptions,
}

/// What is known of a new agency.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields")]
pub struct NewAgency {
    /// Its official name
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Its id; made from the acronym or the name if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its acronym
    #[arg(long, value_name = "TEXT")]
    pub acronym: Option<String>,
    /// Its kind: one of those that `cnd agencies --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// The body that it is a part of
    #[arg(long, value_name = "AGENCY")]
    pub parent: Option<String>,
    /// The document that names it
    #[arg(long, value_name = "DOCUMENT", requires = "paragraph")]
    pub document: Option<String>,
    /// The paragraph that names it
    #[arg(long, value_name = "N", requires = "document")]
    pub paragraph: Option<String>,
    /// The options of `cnd new`.
    #[command(flatten)]
    pub options: NewOptions,
}

/// What is known of a new document.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields")]
pub struct NewDocument {
    /// Its title
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Its id; made from the symbol or the title if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its official symbol
    #[arg(long, value_name = "TEXT")]
    pub symbol: Option<String>,
    /// Its kind: one of those that `cnd documents --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// The body that adopted or received it
    #[arg(long, value_name = "AGENCY")]
    pub body: Option<String>,
    /// The session of that body
    #[arg(long, value_name = "N")]
    pub session: Option<u16>,
    /// When it was issued or adopted
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// The options of `cnd new`.
    #[command(flatten)]
    pub options: NewOptions,
}

/// What is known of a new commitment.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields")]
pub struct NewCommitment {
    /// What is to be done, in your own words
    #[arg(long, value_name = "TEXT")]
    pub statement: String,
    /// Its id; made from the statement if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its force: one of those that `cnd commitments --help` lists
    #[arg(long, value_name = "WORD")]
    pub force: Option<String>,
    /// Who makes it: an agency or a group
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// Whom it is addressed to
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// The instrument in which it stands
    #[arg(long, value_name = "DOCUMENT")]
    pub instrument: Option<String>,
    /// The pillar that it is filed under
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Option<String>,
    /// When it is due
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// The document that states it
    #[arg(long, value_name = "DOCUMENT", requires = "paragraph")]
    pub document: Option<String>,
    /// The paragraph that states it
    #[arg(long, value_name = "N", requires = "document")]
    pub paragraph: Option<String>,
    /// The options of `cnd new`.
    #[command(flatten)]
    pub options: NewOptions,
}

impl NewKind {
    fn options(&self) -> &NewOptions {
        match self {
            Self::Programme(args) => &args.options,
            Self::Agency(args) => &args.options,
            Self::Document(args) => &args.options,
            Self::Commitment(args) => &args.options,
        }
    }
}

pub fn run(args: &NewArgs) -> Result<()> {
    let kind = &args.kind;
    let NewOptions { dataset, output } = kind.options();
    let source = super::source(dataset);
    let mut out = Output::of_part(&Global::from(output), &source)?;
    if !matches!(out.format(), Format::Table | Format::Yaml | Format::Json) {
        let help = "choose -f yaml or -f json, or a file with such an ending".to_owned();
        let message = "a record to fill in is YAML or JSON".to_owned();
        return Err(Error::new(message, Some(help)).into());
    }
    out.file().map_or(Ok(()), |file| file::refuse_for_record(file, out.format()))?;
    out.replaces_nothing();
    let dataset = super::dataset(&source, Color::default())?;
    let (of, name, values) = match kind {
        NewKind::Programme(args) => (Programme::KIND, "Programme", programme(args, &dataset)?),
        NewKind::Agency(args) => (Agency::KIND, "Agency", agency(args, &dataset)?),
        NewKind::Document(args) => (Document::KIND, "Document", document(args, &dataset)?),
        NewKind::Commitment(args) => (Commitment::KIND, "Commitment", commitment(args, &dataset)?),
    };
    let schema = schema::schema();
    let record = skeleton::record(&schema, of.list().word(), name, &values);
    let mut state = state(&skeleton::missing(&schema, name, &values), &record, &dataset)?;
    if out.format() == Format::Json {
        out.json(&json!({ of.list().word(): [values] }))?;
        out.say(&state.join("\n"));
        return Ok(());
    }
    let message = state.join("\n");
    state[0] +=
        " A line that begins with # is left out until its # and the space behind it are deleted.";
    match out.file() {
        // What a check finds today need not be true tomorrow.
        Some(_) => state.truncate(1),
        None => state.push(place(of.list().word())),
    }
    let head: String = state.iter().map(|line| format!("# {line}\n")).collect();
    let modeline = if out.file().is_some_and(schema::is_beside) { schema::MODELINE } else { "" };
    out.whole(|_| format!("{modeline}{}{record}", visible_lines(&head)))?;
    if out.file().is_some() {
        out.say(&message);
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
