//! The lexicon of a dataset: every form under which its records are known.

use std::collections::BTreeSet;

use super::fold::fold;
use super::lexicon::{Entry, Lexicon};
use super::mention::Kind;
use crate::model::{Country, Dataset, Group, Region, Vocabulary};

impl Lexicon {
    /// The forms of a dataset: its agencies, programmes and documents, and beside them groups, countries,
    /// and the regions of the standard M49 and of its reports.
    pub fn of(dataset: &Dataset) -> Self {
        let mut entries = records(dataset);
        entries.extend(countries());
        entries.extend(regions(dataset));
        entries.extend(groups());
        let mut lexicon = Self::new(entries);
        lexicon.standing = standing(dataset);
        lexicon
    }
}

/// The titles that a whole series bears: of periodic documents, and those that several documents have.
fn standing(dataset: &Dataset) -> BTreeSet<Vec<u8>> {
    let (mut seen, mut standing) = (BTreeSet::new(), BTreeSet::new());
    for document in &dataset.records().documents {
        // A year or a session makes it that of one document.
        let names = document.names().filter(|name| !name.contains(|c: char| c.is_ascii_digit()));
        for title in names.map(|name| fold(name)) {
            if document.periodic || !seen.insert(title.clone()) {
                standing.insert(title);
            }
        }
    }
    standing
}

/// The id of a region: its name in the standard M49, else the name that a source gives it.
pub(super) fn region_id(name: &str) -> String {
    Region::named(name).map_or_else(|| Region::key(name), |region| region.name().to_owned())
}

fn records(dataset: &Dataset) -> Vec<Entry> {
    let records = dataset.records();
    let mut entries = Vec::new();
    for agency in &records.agencies {
        for name in agency.names() {
            let is_acronym = agency.acronym.as_ref() == Some(name) || is_acronym(name);
            entries.push(entry(Kind::Agency, agency.id.as_str(), name, is_acronym));
        }
    }
    for programme in &records.programmes {
        for name in programme.names() {
            let is_acronym = programme.acronym.as_ref() == Some(name) || is_acronym(name);
            entries.push(entry(Kind::Programme, programme.id.as_str(), name, is_acronym));
        }
    }
    for document in &records.documents {
        let names = document.names();
        entries.extend(names.map(|name| Entry::name(Kind::Symbol, document.id.as_str(), name)));
    }
    entries
}

/// The groups of actors that documents address as one, in the words that documents use.
pub(super) fn groups() -> impl Iterator<Item = Entry> {
    let forms = Group::all().iter().flat_map(|group| group.forms().map(move |form| (group, form)));
    forms.map(|(group, form)| Entry::name(Kind::Group, group.word(), form))
}

fn entry(kind: Kind, id: &str, surface: &str, is_acronym: bool) -> Entry {
    if is_acronym { Entry::acronym(kind, id, surface) } else { Entry::name(kind, id, surface) }
}

/// Whether a form is written in capitals, so that it is no common word in small letters.
fn is_acronym(form: &str) -> bool {
    let is_one_word = !form.contains(char::is_whitespace);
    is_one_word && form.chars().any(char::is_alphabetic) && !form.chars().any(char::is_lowercase)
}

/// Short forms of countries in running text, which are no names of theirs elsewhere.
const SHORT_FORMS: [(&str, &str); 12] = [
    ("GBR", "U.K."),
    ("KNA", "St. Kitts and Nevis"),
    ("KOR", "ROK"),
    ("KNA", "St Kitts and Nevis"),
    ("LCA", "St Lucia"),
    ("LCA", "St. Lucia"),
    ("USA", "U.S."),
    ("USA", "U.S.A."),
    ("USA", "US"),
    ("USA", "USA"),
    ("VCT", "St Vincent and the Grenadines"),
    ("VCT", "St. Vincent and the Grenadines"),
];

fn countries() -> impl Iterator<Item = Entry> {
    let short =
        SHORT_FORMS.iter().map(|(code, name)| entry(Kind::Country, code, name, is_acronym(name)));
    let long = Country::all().flat_map(|country| {
        let codes = [country.code(), country.short_code()];
        let names: BTreeSet<&str> = country.names().filter(|name| !codes.contains(name)).collect();
        names
            .into_iter()
            .map(move |name| entry(Kind::Country, country.code(), name, is_acronym(name)))
    });
    long.chain(short)
}

fn regions(dataset: &Dataset) -> Vec<Entry> {
    let reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
    let named = reports.flat_map(|report| &report.regions).map(|region| region.to_string());
    let standard = Region::all().flat_map(Region::names).chain(COMMON_REGIONS);
    let names: BTreeSet<String> = named.chain(standard.map(str::to_owned)).collect();
    let region = |name: &String| entry(Kind::Region, &region_id(name), name, is_acronym(name));
    names.iter().map(region).collect()
}

/// Regions of common usage that lie across those of the standard.
const COMMON_REGIONS: [&str; 20] = [
    "Andean region",
    "Arab region",
    "Arab States",
    "Asia and the Pacific",
    "Balkans",
    "Caucasus",
    "Eurasia",
    "Golden Triangle",
    "Greater Mekong Subregion",
    "Gulf region",
    "Horn of Africa",
    "Indian Ocean region",
    "Lake Chad Basin",
    "Maghreb",
    "Middle East",
    "Near and Middle East",
    "Sahel",
    "South-Eastern Europe",
    "West and Central Africa",
    "Western Balkans",
];
