//! Command-line options as fields of a record.

use serde_json::{Map, Value, json};

use crate::model::{
    Agency, AgencyKind, Commitment, Country, Dataset, Document, DocumentKind, FiledBy, Force, Id,
    Kind, Link, Pillar, Programme, ProgrammeKind, Record, Region, Text, Vocabulary, is_odd_label,
    short_slug,
};
use crate::query::{self, Error, Every};

use super::args::{
    NewAgency, NewCommitment, NewDocument, NewEvidence, NewProgramme, NewReport, ReportFields,
};
use super::id;

/// The fields of a record, in their order.
pub type Values = Map<String, Value>;

pub fn programme(args: &NewProgramme, dataset: &Dataset) -> Result<Values, Error> {
    let participants = participants(&args.report, dataset)?;
    let name = text("name")(&args.name)?;
    let id = id::id::<Programme>(&args.id, &short_slug(&name), &name, dataset)?;
    let acronym = maybe(&args.acronym, text("acronym"))?;
    let kind: ProgrammeKind = query::word("kind of programme", &args.kind)?;
    let report = report_fields(&args.report, participants, dataset)?;
    let place = (&*args.report.document, &*args.report.paragraph);
    let (pillar, filed_by, review) = filing(&args.pillar, &args.filed_by, place, dataset)?;
    Ok(filled([
        ("id", json!(id)),
        ("name", json!(name)),
        ("acronym", json!(acronym)),
        ("kind", json!(kind)),
        ("pillar", json!(pillar)),
        ("filed_by", json!(filed_by)),
        ("review", json!(review)),
        ("reports", json!([report])),
    ]))
}

pub fn report(args: &NewReport, dataset: &Dataset) -> Result<Values, Error> {
    let participants = participants(&args.report, dataset)?;
    let programme = query::one::<Programme>(dataset, &args.programme)?;
    let mut values = filled([("programme", json!(programme))]);
    values.extend(report_fields(&args.report, participants, dataset)?);
    Ok(values)
}

/// The agencies that are named for a report; where one is unknown, there is a way to add it.
fn participants(args: &ReportFields, dataset: &Dataset) -> Result<Vec<Value>, Error> {
    let mut participants = Vec::new();
    for (agencies, role) in [(&args.lead, "lead"), (&args.agency, "partner")] {
        let ids = each(agencies, |value| one::<Agency>(dataset, value));
        let ids = ids.map_err(|error| {
            error.and_help("to add a new agency, use `cnd new agency --name …`")
        })?;
        participants.extend(ids.iter().map(|id| json!({"agency": id, "role": role})));
    }
    Ok(participants)
}

fn report_fields(
    args: &ReportFields,
    participants: Vec<Value>,
    dataset: &Dataset,
) -> Result<Values, Error> {
    let document = query::one::<Document>(dataset, &args.document)?;
    let paragraph = text("paragraph")(&args.paragraph)?;
    if is_odd_label(&paragraph) {
        let message = format!("`{}` is not a paragraph label", paragraph.escape_debug());
        return Err(Error::new(message, "write the number of one paragraph alone: '12 (a)'"));
    }
    Ok(filled([
        ("document", json!(document)),
        ("paragraph", json!(paragraph)),
        ("participants", json!(participants)),
        ("countries", json!(each(&args.country, country)?)),
        ("date", json!(maybe(&args.date, query::date)?)),
        ("planned", json!(args.planned)),
        ("summary", json!(maybe(&args.summary, text("summary"))?)),
    ]))
}

pub fn evidence(args: &NewEvidence, dataset: &Dataset) -> Result<Values, Error> {
    Ok(filled([
        ("commitment", json!(query::one::<Commitment>(dataset, &args.commitment)?)),
        ("programme", json!(query::one::<Programme>(dataset, &args.programme)?)),
        ("document", json!(query::one::<Document>(dataset, &args.document)?)),
        ("paragraph", json!(text("paragraph")(&args.paragraph)?)),
        ("link", json!(query::word::<Link>("link", &args.link)?)),
        ("reason", json!(maybe(&args.reason, text("reason"))?)),
    ]))
}

pub fn agency(args: &NewAgency, dataset: &Dataset) -> Result<Values, Error> {
    let name = text("name")(&args.name)?;
    let acronym = maybe(&args.acronym, text("acronym"))?;
    let from = acronym.as_ref().unwrap_or(&name);
    let id = id::id::<Agency>(&args.id, &short_slug(from), from, dataset)?;
    let parent = |value: &str| one::<Agency>(dataset, value);
    let kind: AgencyKind = match query::agency_kinds(&args.kind).as_deref() {
        Ok([kind]) => *kind,
        Ok(several) => {
            let message = format!("`{}` means several kinds of agencies", args.kind);
            let words: Vec<&str> = several.iter().map(|kind| kind.word()).collect();
            return Err(Error::new(message, format!("choose one of {}", words.join(", "))));
        }
        Err(_) => query::word("kind of agency", &args.kind)?,
    };
    Ok(filled([
        ("id", json!(id)),
        ("name", json!(name)),
        ("acronym", json!(acronym)),
        ("kind", json!(kind)),
        ("parent", json!(maybe(&args.parent, parent)?)),
        ("sources", json!(sources(&args.document, &args.paragraph, dataset)?)),
    ]))
}

pub fn document(args: &NewDocument, dataset: &Dataset) -> Result<Values, Error> {
    let title = text("title")(&args.title)?;
    let symbol = maybe(&args.symbol, text("symbol"))?;
    let kind: DocumentKind = query::word("kind of document", &args.kind)?;
    let date = maybe(&args.date, query::date)?;
    let made = id::of_document(kind, date, symbol.as_deref(), &title);
    let id = id::id::<Document>(&args.id, &made, &title, dataset)?;
    let body = |value: &str| one::<Agency>(dataset, value);
    let coverage = args.paragraphs.map(|last| {
        let read = if last == 1 { "1".to_owned() } else { format!("1-{last}") };
        json!({"read": [read]})
    });
    Ok(filled([
        ("id", json!(id)),
        ("symbol", json!(symbol)),
        ("title", json!(title)),
        ("kind", json!(kind)),
        ("body", json!(maybe(&args.body, body)?)),
        ("session", json!(args.session)),
        ("date", json!(date)),
        ("periodic", json!(args.periodic)),
        ("coverage", json!(coverage)),
    ]))
}

pub fn commitment(args: &NewCommitment, dataset: &Dataset) -> Result<Values, Error> {
    let party = |value: &str| query::party(dataset, value);
    let statement = text("statement")(&args.statement)?;
    let instrument = maybe(&args.instrument, |value| query::one::<Document>(dataset, value))?;
    let limb = maybe(&args.instrument_paragraph, text("instrument-paragraph"))?;
    let document = args.document.as_ref().or(args.instrument.as_ref());
    let paragraph = args.paragraph.as_ref().or(args.instrument_paragraph.as_ref());
    let sources = sources(&document.cloned(), &paragraph.cloned(), dataset)?;
    let source = sources.first().and_then(|source| source["document"].as_str()).unwrap_or_default();
    let made = id::of_statement(&statement, instrument.as_ref().map_or(source, |id| id.as_str()));
    let id = id::id::<Commitment>(&args.id, &made, &statement, dataset)?;
    let force: Force = query::word("force", &args.force)?;
    let (made_by, addressed_to) = (each(&args.by, party)?, each(&args.to, party)?);
    let place = (document.map_or("", |value| value), paragraph.map_or("", |value| value));
    let (pillar, filed_by, mut review) = filing(&args.pillar, &args.filed_by, place, dataset)?;
    if made_by.is_empty() {
        review.push(
            "Who makes it? Complete `made_by`, or leave it empty if the source does not say.",
        );
    }
    Ok(filled([
        ("id", json!(id)),
        ("statement", json!(statement)),
        ("force", json!(force)),
        ("made_by", json!(made_by)),
        ("addressed_to", json!(addressed_to)),
        ("instrument", json!(instrument)),
        ("instrument_paragraph", json!(limb)),
        ("pillar", json!(pillar)),
        ("filed_by", json!(filed_by)),
        ("due", json!(maybe(&args.due, query::date)?)),
        ("review", json!(review)),
        ("sources", json!(sources)),
    ]))
}

/// The fields of which something is said. Who makes a commitment is a field even where nobody is named.
fn filled<const N: usize>(fields: [(&str, Value); N]) -> Values {
    let is_said = |(key, value): &(&str, Value)| {
        *key == "made_by" || ![json!(null), json!(false), json!([])].contains(value)
    };
    fields.into_iter().filter(is_said).map(|(key, value)| (key.to_owned(), value)).collect()
}

fn maybe<T>(
    value: &Option<String>,
    read: impl Fn(&str) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    value.as_deref().map(read).transpose()
}

/// The one record that an option names; what it cannot name goes into another field of the record.
fn one<T: Record>(dataset: &Dataset, value: &str) -> Result<Id<T>, Error> {
    let is_none = query::all::<T>(dataset, value).is_empty();
    let several = query::several(dataset, T::KIND, value).filter(|_| is_none);
    let (is_what, help) = match (T::KIND, several) {
        (Kind::Pillar, Some(_)) => {
            ("several pillars", "name one, and write the others under `second_pillars:`".to_owned())
        }
        (_, Some(names)) => ("several records", format!("separate them: {}", names.join(","))),
        (Kind::Agency, None) if is_none && Country::named(value).len() == 1 => {
            ("a country", "write it under `countries:` or `governments:` of a report".to_owned())
        }
        _ => return query::one::<T>(dataset, value),
    };
    Err(Error::new(format!("`{}` is {is_what}", value.escape_debug()), help))
}

/// A country; a region goes into another field of the record.
fn country(value: &str) -> Result<Country, Error> {
    if Country::named(value).is_empty() && Region::named(value).is_some() {
        let message = format!("`{}` is a region", value.escape_debug());
        return Err(Error::new(message, "write it under `regions:` of the record"));
    }
    query::country(value)
}

/// What the values mean, each once. A name may have a comma in it, as in a filter.
fn each<T: PartialEq + Clone>(
    values: &[String],
    read: impl Fn(&str) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut all = Vec::new();
    for meant in Every::read(values, &read)?.values() {
        if !all.contains(meant) {
            all.push(meant.clone());
        }
    }
    Ok(all)
}

/// Reads the text that an option has.
pub fn text(flag: &str) -> impl Fn(&str) -> Result<Text, Error> + '_ {
    move |value| {
        Text::new(value).map_err(|_| {
            let message = format!("--{flag} is empty (`{}`)", value.escape_debug());
            Error::new(message, "write a text")
        })
    }
}

fn sources(
    document: &Option<String>,
    paragraph: &Option<String>,
    dataset: &Dataset,
) -> Result<Vec<Value>, Error> {
    let document = maybe(document, |value| query::one::<Document>(dataset, value))?;
    let paragraph = maybe(paragraph, text("paragraph"))?;
    let source = |(document, paragraph)| json!({"document": document, "paragraph": paragraph});
    Ok(document.zip(paragraph).map(source).into_iter().collect())
}

/// The pillar, who files the record there, and what a person must still decide about that.
fn filing(
    pillar: &str,
    filed_by: &Option<String>,
    (document, paragraph): (&str, &str),
    dataset: &Dataset,
) -> Result<(Id<Pillar>, FiledBy, Vec<&'static str>), Error> {
    let pillar = one::<Pillar>(dataset, pillar)?;
    let document = query::one::<Document>(dataset, document)?;
    let sections = dataset.get(&document).map_or(&[][..], |document| &document.sections);
    let above = || sections.iter().filter(|section| section.holds(paragraph.trim_start()));
    let names_it = above().any(|section| section.pillar.as_ref() == Some(&pillar));
    let by_heading = if names_it { FiledBy::Source } else { FiledBy::Editors };
    let given =
        filed_by.as_deref().map(|value| query::word::<FiledBy>("filer", value)).transpose()?;
    let is_known = given.is_some() || above().next().is_some();
    let note = "Does a heading of the document name the pillar? Then write `filed_by: source`.";
    let review = if is_known { Vec::new() } else { vec![note] };
    Ok((pillar, given.unwrap_or(by_heading), review))
}
