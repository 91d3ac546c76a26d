//! What is said on the command line as the fields of a record.

use serde_json::{Map, Value, json};

use crate::model::{
    Agency, AgencyKind, Commitment, Dataset, Document, DocumentKind, FiledBy, Force, Link, Pillar,
    Programme, ProgrammeKind, Record, Section, Text, Vocabulary, paragraph_number,
};
use crate::query::{self, Error};

use super::args::{
    NewAgency, NewCommitment, NewDocument, NewEvidence, NewProgramme, NewReport, ReportFields,
};
use super::id;

/// The fields of a record, in their order.
pub type Values = Map<String, Value>;

pub fn programme(args: &NewProgramme, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let name = text("name")(&args.name)?;
    put(&mut values, "id", id::id::<Programme>(&args.id, &id::of_name(&name), &name, dataset)?);
    put(&mut values, "name", name);
    maybe_put(&mut values, "acronym", maybe(&args.acronym, text("acronym"))?);
    put(&mut values, "kind", word::<ProgrammeKind>("kind of programme")(&args.kind)?);
    let report = report_fields(&args.report, dataset)?;
    let place = (&*args.report.document, &*args.report.paragraph);
    let review = file_under(&mut values, &args.pillar, &args.filed_by, place, dataset)?;
    list(&mut values, "review", review);
    list(&mut values, "reports", vec![Value::Object(report)]);
    Ok(values)
}

pub fn report(args: &NewReport, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    put(&mut values, "programme", reference::<Programme>(dataset)(&args.programme)?);
    values.extend(report_fields(&args.report, dataset)?);
    Ok(values)
}

fn report_fields(args: &ReportFields, dataset: &Dataset) -> Result<Values, Error> {
    let mut report = Values::new();
    put(&mut report, "document", reference::<Document>(dataset)(&args.document)?);
    put(&mut report, "paragraph", text("paragraph")(&args.paragraph)?);
    let mut participants = Vec::new();
    for (agencies, role) in [(&args.lead, "lead"), (&args.agency, "partner")] {
        for id in each(agencies, |value| query::one::<Agency>(dataset, value))? {
            participants.push(json!({"agency": id.as_str(), "role": role}));
        }
    }
    let countries = each(&args.country, query::country)?;
    list(&mut report, "participants", participants);
    list(&mut report, "countries", countries.iter().map(|country| json!(country)).collect());
    maybe_put(&mut report, "date", maybe(&args.date, date)?);
    if args.planned {
        report.insert("planned".to_owned(), json!(true));
    }
    maybe_put(&mut report, "summary", maybe(&args.summary, text("summary"))?);
    Ok(report)
}

pub fn evidence(args: &NewEvidence, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    put(&mut values, "commitment", reference::<Commitment>(dataset)(&args.commitment)?);
    put(&mut values, "programme", reference::<Programme>(dataset)(&args.programme)?);
    put(&mut values, "document", reference::<Document>(dataset)(&args.document)?);
    put(&mut values, "paragraph", text("paragraph")(&args.paragraph)?);
    put(&mut values, "link", word::<Link>("link")(&args.link)?);
    maybe_put(&mut values, "reason", maybe(&args.reason, text("reason"))?);
    Ok(values)
}

pub fn agency(args: &NewAgency, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let name = text("name")(&args.name)?;
    let acronym = maybe(&args.acronym, text("acronym"))?;
    let from = acronym.as_ref().unwrap_or(&name);
    put(&mut values, "id", id::id::<Agency>(&args.id, &id::of_name(from), from, dataset)?);
    put(&mut values, "name", name);
    maybe_put(&mut values, "acronym", acronym);
    put(&mut values, "kind", word::<AgencyKind>("kind of agency")(&args.kind)?);
    maybe_put(&mut values, "parent", maybe(&args.parent, reference::<Agency>(dataset))?);
    list(&mut values, "sources", sources(&args.document, &args.paragraph, dataset)?);
    Ok(values)
}

pub fn document(args: &NewDocument, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let title = text("title")(&args.title)?;
    let symbol = maybe(&args.symbol, text("symbol"))?;
    let kind = word::<DocumentKind>("kind of document")(&args.kind)?;
    let date = maybe(&args.date, date)?;
    let made = id::of_document(&kind, date.as_deref(), symbol.as_deref(), &title);
    put(&mut values, "id", id::id::<Document>(&args.id, &made, &title, dataset)?);
    maybe_put(&mut values, "symbol", symbol);
    put(&mut values, "title", title);
    put(&mut values, "kind", kind);
    maybe_put(&mut values, "body", maybe(&args.body, reference::<Agency>(dataset))?);
    if let Some(session) = args.session {
        values.insert("session".to_owned(), json!(session));
    }
    maybe_put(&mut values, "date", date);
    if args.periodic {
        values.insert("periodic".to_owned(), json!(true));
    }
    if let Some(last) = args.paragraphs {
        let read = if last == 1 { "1".to_owned() } else { format!("1-{last}") };
        values.insert("coverage".to_owned(), json!({"read": [read]}));
    }
    Ok(values)
}

pub fn commitment(args: &NewCommitment, dataset: &Dataset) -> Result<Values, Error> {
    let mut values = Values::new();
    let parties = |names: &[String]| -> Result<Vec<Value>, Error> {
        let parties = each(names, |value| query::party(dataset, value))?;
        Ok(parties.iter().map(|party| json!(party)).collect())
    };
    let statement = text("statement")(&args.statement)?;
    let instrument = maybe(&args.instrument, reference::<Document>(dataset))?;
    let limb = maybe(&args.instrument_paragraph, text("instrument-paragraph"))?;
    let document = args.document.as_ref().or(args.instrument.as_ref());
    let paragraph = args.paragraph.as_ref().or(args.instrument_paragraph.as_ref());
    let sources = sources(&document.cloned(), &paragraph.cloned(), dataset)?;
    let source = sources.first().and_then(|source| source["document"].as_str()).unwrap_or_default();
    let made = id::of_statement(&statement, instrument.as_deref().unwrap_or(source));
    put(&mut values, "id", id::id::<Commitment>(&args.id, &made, &statement, dataset)?);
    put(&mut values, "statement", statement);
    put(&mut values, "force", word::<Force>("force")(&args.force)?);
    values.insert("made_by".to_owned(), Value::Array(parties(&args.by)?));
    list(&mut values, "addressed_to", parties(&args.to)?);
    maybe_put(&mut values, "instrument", instrument);
    maybe_put(&mut values, "instrument_paragraph", limb);
    let place = (document.map_or("", |value| value), paragraph.map_or("", |value| value));
    let mut review = file_under(&mut values, &args.pillar, &args.filed_by, place, dataset)?;
    if args.by.is_empty() {
        review.push(json!(
            "Who makes it? Complete `made_by`, or leave it empty if the source does not say."
        ));
    }
    maybe_put(&mut values, "due", maybe(&args.due, date)?);
    list(&mut values, "review", review);
    list(&mut values, "sources", sources);
    Ok(values)
}

fn put(values: &mut Values, key: &str, value: String) {
    values.insert(key.to_owned(), Value::String(value));
}

fn maybe_put(values: &mut Values, key: &str, value: Option<String>) {
    value.into_iter().for_each(|value| put(values, key, value));
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
            Err(Error::new(message, "write a text"))
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

/// Puts the pillar, and who files the record there; gives what a person must still decide about that.
fn file_under(
    values: &mut Values,
    pillar: &str,
    filed_by: &Option<String>,
    (document, paragraph): (&str, &str),
    dataset: &Dataset,
) -> Result<Vec<Value>, Error> {
    let pillar = query::one::<Pillar>(dataset, pillar)?;
    let document = query::one::<Document>(dataset, document)?;
    let sections = dataset.get(&document).map_or(&[][..], |document| &document.sections);
    let number = paragraph_number::<u16>(paragraph.trim_start());
    let is_over = |section: &&Section| {
        number.is_some_and(|number| (section.first..=section.last).contains(&number))
    };
    let names_it = sections.iter().filter(is_over).any(|s| s.pillar.as_ref() == Some(&pillar));
    let by_heading = if names_it { FiledBy::Source } else { FiledBy::Editors };
    let given =
        filed_by.as_deref().map(|value| query::word::<FiledBy>("filer", value)).transpose()?;
    put(values, "pillar", pillar.to_string());
    put(values, "filed_by", given.unwrap_or(by_heading).word().to_owned());
    let is_known = given.is_some() || sections.iter().any(|section| is_over(&section));
    let note = "Does a heading of the document name the pillar? Then write `filed_by: source`.";
    Ok(if is_known { Vec::new() } else { vec![json!(note)] })
}
