//! The lexicon of a dataset: every form under which its records are known.

use std::collections::BTreeSet;

use super::fold::fold;
use super::lexicon::{Builder, Lexicon};
use super::mention::Kind;
use crate::model::{Agency, AgencyKind, Country, Dataset, Group, Region, Vocabulary};

impl Lexicon {
    /// The forms of a dataset: its agencies, programmes and documents, and beside them groups, countries,
    /// and the regions of the standard M49 and of its reports.
    pub fn of(dataset: &Dataset) -> Self {
        let mut builder = Builder::default();
        builder.add_records(dataset);
        builder.add_countries();
        builder.add_regions(dataset);
        for (group, form) in groups() {
            builder.add(Kind::Group, group, form, false);
        }
        builder.lexicon.standing = standing(dataset);
        builder.lexicon.apart = apart(dataset);
        builder.finish()
    }
}

impl Builder {
    fn add_records(&mut self, dataset: &Dataset) {
        let records = dataset.records();
        for agency in &records.agencies {
            for name in agency.names() {
                let is_acronym = agency.acronym.as_ref() == Some(name) || is_acronym(name);
                self.add(Kind::Agency, agency.id.as_str(), name, is_acronym);
            }
        }
        for programme in &records.programmes {
            for name in programme.names() {
                let is_acronym = programme.acronym.as_ref() == Some(name) || is_acronym(name);
                self.add(Kind::Programme, programme.id.as_str(), name, is_acronym);
            }
        }
        for document in &records.documents {
            for name in document.names() {
                self.add(Kind::Symbol, document.id.as_str(), name, false);
            }
        }
    }

    fn add_countries(&mut self) {
        for country in Country::all() {
            let codes = [country.code(), country.short_code()];
            let names = country.names().filter(|name| !codes.contains(name));
            for name in names.chain(country.written()).collect::<BTreeSet<&str>>() {
                self.add(Kind::Country, country.code(), name, is_acronym(name));
            }
        }
    }

    fn add_regions(&mut self, dataset: &Dataset) {
        let reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
        let named = reports.flat_map(|report| &report.regions).map(|region| region.to_string());
        let standard = Region::all().flat_map(Region::names);
        for name in named.chain(standard.map(str::to_owned)).collect::<BTreeSet<String>>() {
            self.add(Kind::Region, &region_id(&name), &name, is_acronym(&name));
        }
        // Regions of common usage lie across those of the standard.
        for names in include_str!("regions.txt").lines() {
            let first = names.split("; ").next().unwrap_or(names);
            for name in names.split("; ") {
                self.add(Kind::Region, &region_id(first), name, false);
            }
        }
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

/// The ids of organisations that have a secretariat of their own.
fn apart(dataset: &Dataset) -> BTreeSet<String> {
    let is_apart = |agency: &&Agency| {
        use AgencyKind::{Intergovernmental, Regional, RelatedOrganisation, SpecialisedAgency};
        matches!(
            agency.kind,
            Intergovernmental | Regional | RelatedOrganisation | SpecialisedAgency
        )
    };
    let agencies = dataset.records().agencies.iter().filter(is_apart);
    agencies.map(|agency| agency.id.as_str().to_owned()).collect()
}

/// The id of a region: its name in the standard M49, else the name that a source gives it.
pub(super) fn region_id(name: &str) -> String {
    Region::named(name).map_or_else(|| Region::key(name), |region| region.name().to_owned())
}

/// The groups of actors that documents address as one, each with a form in which documents write it.
pub(super) fn groups() -> impl Iterator<Item = (&'static str, &'static str)> {
    Group::all().iter().flat_map(|group| group.forms().map(|form| (group.word(), form)))
}

/// Whether a form is written in capitals, so that it is no common word in small letters.
fn is_acronym(form: &str) -> bool {
    let is_one_word = !form.contains(char::is_whitespace);
    is_one_word && form.chars().any(char::is_alphabetic) && !form.chars().any(char::is_lowercase)
}
