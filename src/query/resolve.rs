//! Resolves the values of flags: ids, acronyms, names and aliases, without regard to case or accents.

use crate::model::{
    AgencyKind, AnyRecord, Country, Dataset, Date, Document, Group, Id, Kind, Party, Record,
    Region, Vocabulary, fold, key, loose_key, resolution_symbol, without_paragraph_word,
};

use super::{Error, shell_word};
use crate::nearest;

/// The records of these kinds that go by a name, or else loosely; of a kind, an id that is exactly the name stands
/// alone.
pub fn named<'a>(dataset: &'a Dataset, kinds: &[Kind], name: &str) -> Vec<&'a dyn AnyRecord> {
    let wanted = key(name);
    let of_kind = |kind: &Kind| match dataset.record(*kind, name) {
        Some(exact) => vec![exact],
        None => {
            let mut records = dataset.records().of(*kind);
            records.retain(|record| record.keys().contains(&wanted));
            records
        }
    };
    let exact: Vec<_> = kinds.iter().flat_map(of_kind).collect();
    if !exact.is_empty() {
        return exact;
    }
    let loosely = |name: &str| -> Vec<&dyn AnyRecord> {
        let wanted = loose_key(name);
        let records = kinds.iter().flat_map(|kind| dataset.records().of(*kind));
        records.filter(|record| record.is_loosely(&wanted)).collect()
    };
    let found = loosely(name);
    match resolution_symbol(name) {
        Some(symbol) if found.is_empty() => loosely(&symbol),
        _ => found,
    }
}

/// All records of a kind that go by this name; an id that is exactly the value stands alone.
pub fn all<'a, T: Record>(dataset: &'a Dataset, value: &str) -> Vec<&'a T> {
    let found = named(dataset, &[T::KIND], value);
    found.into_iter().filter_map(|record| dataset.find(record.slug())).collect()
}

/// The one record of a kind that goes by this name.
///
/// # Errors
/// When there is none, with the nearest names, or when there are several, with their ids.
pub fn one<T: Record>(dataset: &Dataset, value: &str) -> Result<Id<T>, Error> {
    let found = named(dataset, &[T::KIND], value);
    match found.as_slice() {
        [] => Err(unknown(dataset, T::KIND, value)),
        [record] => Id::new(record.slug()).map_err(Error::bare),
        several => {
            let choices: Vec<String> =
                several.iter().map(|record| choice(record.slug(), *record, dataset)).collect();
            let message = format!("`{value}` is ambiguous");
            Err(Error::new(message, format!("use the id of one: {}", choices.join(", "))))
        }
    }
}

/// The error for an unknown name, with suggestions.
fn unknown(dataset: &Dataset, kind: Kind, value: &str) -> Error {
    let typed = shell_word(value);
    if kind == Kind::Agency && is_kind_of_agency(value) {
        let message = format!("`{value}` is a kind of agency, not an agency");
        let help = format!("use --agency-kind {typed}, or `cnd agencies --kind {typed}`");
        return Error::new(message, help);
    }
    if kind == Kind::Agency && Country::named(value).len() == 1 {
        let message = format!("`{value}` is a country, not an agency");
        let help =
            format!("use --country {typed}, or --government for what its government takes part in");
        return Error::new(message, help);
    }
    if let Some(names) = several(dataset, kind, value) {
        let message = format!("no {} is called `{value}`", kind.word());
        let either = shell_word(&names.join(",")).into_owned();
        let help = format!("for either, write {either}; to require both, repeat the option");
        return Error::new(message, help);
    }
    let alone = |document: &str, paragraph: &str| {
        format!(
            "give only the document, {document}, and add --paragraph {paragraph} if the command has this option"
        )
    };
    if let Some(error) = on_paragraph(dataset, value, alone).filter(|_| kind == Kind::Document) {
        return error;
    }
    let near = if kind == Kind::Document { ending_so(dataset, value) } else { Vec::new() };
    let near: Vec<&str> = near.into_iter().map(|document| document.id.as_str()).collect();
    let error = match near.as_slice() {
        [] => Error::unknown(kind.word(), value, candidates(dataset, &[kind])),
        near => Error::near(kind.word(), value, near),
    };
    error.or_help(|| {
        let list = format!("`cnd {}` lists", kind.list().word());
        match kind {
            Kind::Agency => format!("{list} all that the sources name"),
            Kind::Pillar => {
                let pillars = dataset.records().pillars.iter();
                let pillars: Vec<_> = pillars.map(|pillar| pillar.id.as_str()).collect();
                format!("{list} them: {}", pillars.join(", "))
            }
            _ => format!("{list} them"),
        }
    })
}

/// The error for a citation where a record is to be named, with help made of the document and the paragraph, both as
/// they are typed.
pub fn on_paragraph(
    dataset: &Dataset,
    value: &str,
    help: impl FnOnce(&str, &str) -> String,
) -> Option<Error> {
    let (document, paragraph) = value.match_indices(' ').find_map(|(at, _)| {
        let (document, place) = (&value[..at], value[at..].trim());
        let paragraph = without_paragraph_word(place);
        let is_numbered = paragraph.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
        let is_cited = paragraph != place || document.ends_with(',') && is_numbered;
        match all::<Document>(dataset, document.trim_end_matches([' ', ','])).as_slice() {
            [document] if is_cited => Some((document.label(), paragraph)),
            _ => None,
        }
    })?;
    let message = format!("`{value}` names a paragraph of {document}");
    Some(Error::new(message, help(&shell_word(document), &shell_word(paragraph))))
}

/// The names of records that a text consists of, which is none itself.
pub fn several<'v>(dataset: &Dataset, kind: Kind, value: &'v str) -> Option<Vec<&'v str>> {
    nearest::several(value, |name| !named(dataset, &[kind], name).is_empty())
}

/// The documents whose symbol ends so, as `CRP.5` does for `E/CN.7/2020/CRP.5`.
pub fn ending_so<'a>(dataset: &'a Dataset, value: &str) -> Vec<&'a Document> {
    let wanted = format!("/{}", fold(value));
    let ends_so = |document: &&Document| document.names().any(|name| fold(name).ends_with(&wanted));
    dataset.records().documents.iter().filter(ends_so).collect()
}

/// A record to choose, by what is to be typed for it and what tells it from others: of documents, which may have one
/// title, the symbol.
pub fn choice(typed: &str, record: &dyn AnyRecord, dataset: &Dataset) -> String {
    let title = match record.kind() {
        Kind::Document => dataset.label(Kind::Document, record.slug()),
        _ => record.title(),
    };
    format!("`{typed}` ({title})")
}

/// Everything that a record of these kinds can be called by, kind by kind.
pub fn candidates<'a>(dataset: &'a Dataset, kinds: &[Kind]) -> Vec<&'a str> {
    let of_kind = |kind: &Kind| {
        let records = dataset.records().of(*kind).into_iter();
        let names = records.flat_map(|record| [record.slug()].into_iter().chain(record.known_as()));
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        names
    };
    kinds.iter().flat_map(of_kind).collect()
}

/// The value of a closed vocabulary with this word.
///
/// # Errors
/// When there is none, with all words of the vocabulary.
pub fn word<T: Vocabulary>(what: &str, value: &str) -> Result<T, Error> {
    let wanted = fold(value).replace([' ', '_'], "-");
    T::all().iter().copied().find(|known| known.word() == wanted).ok_or_else(|| {
        let known = format!("known: {}", T::words().join(", "));
        Error::not_among(format!("unknown {what} `{value}`"), value, T::words(), &known)
    })
}

/// The country with this ISO 3166-1 code or name, or name in common usage.
///
/// # Errors
/// When there is none, with the nearest names, or when several go by it, with their codes.
pub fn country(value: &str) -> Result<Country, Error> {
    match Country::named(value).as_slice() {
        [country] => Ok(*country),
        [] if Region::named(value).is_some() => {
            let message = format!("`{value}` is a region");
            Err(Error::new(message, format!("use --region {}", shell_word(value))))
        }
        [] => {
            let names = Country::all().flat_map(Country::names).filter(|name| name.len() > 3);
            Err(Error::unknown("country", value, names)
                .or_help(|| "use a name or code of ISO 3166-1, such as Kenya or KEN".to_owned()))
        }
        several => {
            let choices: Vec<String> =
                several.iter().map(|c| format!("`{}` ({})", c.code(), c.name())).collect();
            let message = format!("`{value}` can be several countries");
            Err(Error::new(message, format!("use a code: {}", choices.join(", "))))
        }
    }
}

/// A date: a year, a quarter, a month or a day.
///
/// # Errors
/// When it is none.
pub fn date(value: &str) -> Result<Date, Error> {
    value.trim().parse().map_err(Error::bare)
}

/// What people call several kinds of agencies together, or one of them otherwise.
const AGENCY_KINDS: [(&[&str], &[AgencyKind]); 4] = [
    (
        &["un", "united-nations", "un-system"],
        &[
            AgencyKind::Secretariat,
            AgencyKind::FundOrProgramme,
            AgencyKind::SpecialisedAgency,
            AgencyKind::RelatedOrganisation,
            AgencyKind::OtherUnEntity,
            AgencyKind::TreatyBody,
            AgencyKind::Commission,
            AgencyKind::FieldMission,
        ],
    ),
    (&["igo", "igos"], &[AgencyKind::Intergovernmental, AgencyKind::Regional]),
    (&["ngo", "ngos", "civil-society"], &[AgencyKind::NonGovernmental]),
    (&["academia", "university", "universities"], &[AgencyKind::Academic]),
];

/// Whether this is a kind of agencies, or what people call several.
pub fn is_kind_of_agency(value: &str) -> bool {
    agency_kinds(value).is_ok()
}

/// The kinds of agencies with this word: one, or several that people have one word for, such as `un`.
///
/// # Errors
/// When there is none, with all words.
pub fn agency_kinds(value: &str) -> Result<Vec<AgencyKind>, Error> {
    let wanted = fold(value).replace([' ', '_'], "-").replace("ized", "ised").replace("iza", "isa");
    let known = AGENCY_KINDS.iter().find(|(words, _)| words.contains(&wanted.as_str()));
    match known {
        Some((_, kinds)) => Ok(kinds.to_vec()),
        None => word("kind of agency", &wanted)
            .map(|kind| vec![kind])
            .map_err(|error: Error| error.and_help("un, igo and ngo stand for all kinds of each")),
    }
}

/// Somebody who makes a commitment or is called upon: an agency, or a group such as Member States.
///
/// # Errors
/// When there is neither, with the nearest names, or the groups.
pub fn party(dataset: &Dataset, value: &str) -> Result<Party, Error> {
    if let Some(group) = Group::called(value) {
        return Ok(Party::Group(group));
    }
    if !named(dataset, &[Kind::Agency], value).is_empty() {
        return one(dataset, value).map(Party::Agency);
    }
    if Country::named(value).len() == 1 {
        let message = format!("`{value}` is a country, not an agency or a group");
        return Err(Error::new(message, "what States are to do is addressed to member-states"));
    }
    let groups = Group::all().iter().flat_map(|group| group.names()).map(|name| -> &str { name });
    let known = candidates(dataset, &[Kind::Agency]).into_iter().chain(groups);
    let error = Error::unknown("agency or group", value, known);
    Err(error.or_help(|| {
        format!(
            "`cnd agencies` lists the agencies that the sources name, and the groups are {}",
            Group::words().join(", ")
        )
    }))
}
