//! The values that programmes have, and which they have together.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Figure, Region, Report, fold};

use super::super::together::taking_part;
use super::super::{FoundProgramme, regions};
use super::{Category, Dimension};

/// Reads the values of programmes.
pub(super) struct Reader<'a> {
    /// The first spelling of each region that the standard does not have.
    regions: BTreeMap<String, &'a str>,
    /// Whether two values are together only where one and the same report has both.
    one_report: bool,
}

impl<'a> Reader<'a> {
    /// A reader for the programmes of a dataset.
    pub fn new(one_report: bool, dataset: &'a Dataset) -> Self {
        Self { regions: spellings(dataset), one_report }
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
        let reports = reports.iter().copied();
        match dimension {
            Dimension::Pillar => BTreeSet::from([Category::Pillar(&programme.pillar)]),
            Dimension::Kind => BTreeSet::from([Category::Kind(programme.kind)]),
            Dimension::Agency => {
                let reports: Vec<&'a Report> = reports.collect();
                taking_part(&reports, &found.roles).into_keys().map(Category::Agency).collect()
            }
            Dimension::Role => {
                let roles = reports.flat_map(|report| &report.participants).map(|part| part.role);
                roles.filter(|role| found.counts(*role)).map(Category::Role).collect()
            }
            Dimension::Document => {
                reports.map(|report| Category::Document(&report.document)).collect()
            }
            Dimension::Country => reports
                .flat_map(|report| &report.countries)
                .map(|c| Category::Country(*c))
                .collect(),
            Dimension::Region => {
                let names = reports.flat_map(regions);
                let spelled =
                    |name: &'a str| self.regions.get(&Region::key(name)).copied().unwrap_or(name);
                names.map(|name| Category::Region(spelled(name))).collect()
            }
        }
    }

    /// Every two values that a programme has together, of one of the `reported` reports; each value is in one
    /// of the pairs at least.
    pub fn pairs(
        &self,
        found: &FoundProgramme<'a>,
        reported: &[&'a Report],
        (by, across): (Dimension, Dimension),
    ) -> BTreeSet<(Category<'a>, Category<'a>)> {
        let [all, others] = [by, across].map(|dimension| self.all(found, reported, dimension));
        let mut pairs: BTreeSet<(Category<'a>, Category<'a>)> = match (by, across) {
            (Dimension::Agency, Dimension::Role) => found
                .participants()
                .map(|p| (Category::Agency(&p.agency), Category::Role(p.role)))
                .collect(),
            (Dimension::Role, Dimension::Agency) => found
                .participants()
                .map(|p| (Category::Role(p.role), Category::Agency(&p.agency)))
                .collect(),
            _ if self.one_report => {
                let values = |report, dimension| self.values(found, &[report], dimension);
                let both = |report| product(&values(report, by), &values(report, across));
                reported.iter().flat_map(|report| both(*report)).collect()
            }
            _ => product(&all, &others).into_iter().collect(),
        };
        let [none, no_others] = [by, across].map(|dimension| missing(found, dimension));
        let none = if all.is_empty() { none } else { Category::NotStated };
        let no_others = if others.is_empty() { no_others } else { Category::NotStated };
        let alone = |value: &&Category<'a>| !pairs.iter().any(|pair| pair.0 == **value);
        let other_alone = |value: &&Category<'a>| !pairs.iter().any(|pair| pair.1 == **value);
        let mut more: Vec<_> = all.iter().filter(alone).map(|value| (*value, no_others)).collect();
        more.extend(others.iter().filter(other_alone).map(|value| (none, *value)));
        pairs.extend(more);
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
    let with =
        |value: &Category<'a>| others.iter().map(|other| (*value, *other)).collect::<Vec<_>>();
    values.iter().flat_map(with).collect()
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
