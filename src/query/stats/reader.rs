//! The values that programmes have, and which they have together.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Figure, Region, Report, fold};

use super::super::together::{by_document, taking_part};
use super::super::{FoundProgramme, regions};
use super::{Category, Dimension};

/// Reads the values of programmes.
pub(super) struct Reader<'a> {
    /// The first spelling of each region that the standard does not have.
    regions: BTreeMap<String, &'a str>,
    /// Whether two values are together only where one and the same document reports both.
    one_document: bool,
}

impl<'a> Reader<'a> {
    /// A reader for the programmes of a dataset.
    pub fn new(one_document: bool, dataset: &'a Dataset) -> Self {
        Self { regions: spellings(dataset), one_document }
    }

    /// The values that a programme has, or that none is stated; the documents are those of what is `reported`.
    pub fn stated(
        &self,
        found: &FoundProgramme<'a>,
        reported: &[&'a Report],
        dimension: Dimension,
    ) -> BTreeSet<Category<'a>> {
        let mut values = self.all(found, reported, dimension);
        if values.is_empty() {
            values.insert(missing(found, dimension));
        }
        values
    }

    fn all(
        &self,
        found: &FoundProgramme<'a>,
        reported: &[&'a Report],
        dimension: Dimension,
    ) -> BTreeSet<Category<'a>> {
        let reports = if dimension == Dimension::Document { reported } else { &found.reports };
        self.values(found, reports, dimension)
    }

    /// The values that these reports give a programme.
    fn values(
        &self,
        found: &FoundProgramme<'a>,
        reports: &[&'a Report],
        dimension: Dimension,
    ) -> BTreeSet<Category<'a>> {
        let programme = found.programme;
        let all = reports.iter().copied();
        match dimension {
            Dimension::Pillar => BTreeSet::from([Category::Pillar(&programme.pillar)]),
            Dimension::Kind => BTreeSet::from([Category::Kind(programme.kind)]),
            Dimension::Agency => {
                taking_part(reports, &found.roles).into_keys().map(Category::Agency).collect()
            }
            Dimension::Role => {
                let roles = all.flat_map(|report| &report.participants).map(|part| part.role);
                roles.filter(|role| found.counts(*role)).map(Category::Role).collect()
            }
            Dimension::Document => all.map(|report| Category::Document(&report.document)).collect(),
            Dimension::Country => {
                all.flat_map(|report| &report.countries).map(|c| Category::Country(*c)).collect()
            }
            Dimension::Region => {
                let names = all.flat_map(regions);
                let spelled =
                    |name: &'a str| self.regions.get(&Region::key(name)).copied().unwrap_or(name);
                names.map(|name| Category::Region(spelled(name))).collect()
            }
        }
    }

    /// Every two values that a programme has together, by what is `reported`; each value is in one of the pairs at
    /// least.
    pub fn pairs(
        &self,
        found: &FoundProgramme<'a>,
        reported: &[&'a Report],
        (by, across): (Dimension, Dimension),
    ) -> BTreeSet<(Category<'a>, Category<'a>)> {
        let [all, others] = [by, across].map(|dimension| self.all(found, reported, dimension));
        let parts = || found.participants();
        let mut pairs: BTreeSet<(Category<'a>, Category<'a>)> = match (by, across) {
            (Dimension::Agency, Dimension::Role) => {
                parts().map(|p| (Category::Agency(&p.agency), Category::Role(p.role))).collect()
            }
            (Dimension::Role, Dimension::Agency) => {
                parts().map(|p| (Category::Role(p.role), Category::Agency(&p.agency))).collect()
            }
            _ if self.one_document => {
                let both = |reports: Vec<&'a Report>| {
                    let values = |dimension| self.values(found, &reports, dimension);
                    product(&values(by), &values(across))
                };
                by_document(reported).into_iter().flat_map(both).collect()
            }
            _ => product(&all, &others).into_iter().collect(),
        };
        let none = |values: &BTreeSet<Category<'a>>, dimension| match values.is_empty() {
            true => missing(found, dimension),
            false => Category::NotStated,
        };
        let (none, no_others) = (none(&all, by), none(&others, across));
        let (with, with_others): (BTreeSet<_>, BTreeSet<_>) = pairs.iter().copied().unzip();
        pairs.extend(all.difference(&with).map(|value| (*value, no_others)));
        pairs.extend(others.difference(&with_others).map(|value| (none, *value)));
        if pairs.is_empty() {
            pairs.insert((none, no_others));
        }
        pairs
    }
}

/// What stands for a value where a programme has none: for countries, that their number alone is given.
fn missing<'a>(found: &FoundProgramme<'a>, dimension: Dimension) -> Category<'a> {
    let counts_countries = |figure: &Figure| fold(&figure.unit).starts_with("countr");
    let mut figures = found.reports.iter().flat_map(|report| &report.figures);
    match dimension {
        Dimension::Country if figures.any(counts_countries) => Category::NumberOnly,
        _ => Category::NotStated,
    }
}

fn product<'a>(
    values: &BTreeSet<Category<'a>>,
    others: &BTreeSet<Category<'a>>,
) -> Vec<(Category<'a>, Category<'a>)> {
    values.iter().flat_map(|value| others.iter().map(|other| (*value, *other))).collect()
}

/// The first spelling of each region that the standard does not have.
fn spellings(dataset: &Dataset) -> BTreeMap<String, &str> {
    let reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
    let mut spellings = BTreeMap::new();
    for region in reports.flat_map(|report| &report.regions) {
        if Region::named(region).is_none() {
            spellings.entry(Region::key(region)).or_insert(&**region);
        }
    }
    spellings
}
