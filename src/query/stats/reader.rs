//! The values that programmes have, and which they have together.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Report, Text, key};

use super::super::{Found, taking_part};
use super::{Dimension, Value};

/// Reads the values of programmes.
pub(super) struct Reader<'a> {
    regions: BTreeMap<String, &'a Text>,
    /// Whether two values are together only where one and the same report has both.
    one_report: bool,
}

impl<'a> Reader<'a> {
    /// A reader for the programmes of a dataset.
    pub fn new(one_report: bool, dataset: &'a Dataset) -> Self {
        Self { regions: regions(dataset), one_report }
    }

    /// The values that a programme has, or that none is stated; the documents are those of what is `said`.
    pub fn stated(
        &self,
        found: &Found<'a>,
        said: &[&'a Report],
        dimension: Dimension,
    ) -> BTreeSet<Value<'a>> {
        let mut values = self.all(found, said, dimension);
        if values.is_empty() {
            values.insert(Value::NotStated);
        }
        values
    }

    fn all(
        &self,
        found: &Found<'a>,
        said: &[&'a Report],
        dimension: Dimension,
    ) -> BTreeSet<Value<'a>> {
        let reports = if dimension == Dimension::Document { said } else { &found.reports };
        self.values(found, reports, dimension)
    }

    /// The values that these reports give a programme.
    fn values(
        &self,
        found: &Found<'a>,
        reports: &[&'a Report],
        dimension: Dimension,
    ) -> BTreeSet<Value<'a>> {
        let programme = found.programme;
        let reports = reports.iter().copied();
        match dimension {
            Dimension::Pillar => BTreeSet::from([Value::Pillar(&programme.pillar)]),
            Dimension::Kind => BTreeSet::from([Value::Kind(programme.kind)]),
            Dimension::Agency => {
                let reports: Vec<&'a Report> = reports.collect();
                taking_part(&reports, &found.roles).into_iter().map(Value::Agency).collect()
            }
            Dimension::Role => {
                let roles = reports.flat_map(|report| &report.participants).map(|part| part.role);
                roles.filter(|role| found.counts(*role)).map(Value::Role).collect()
            }
            Dimension::Document => {
                reports.map(|report| Value::Document(&report.document)).collect()
            }
            Dimension::Country => {
                reports.flat_map(|report| &report.countries).map(|c| Value::Country(*c)).collect()
            }
            Dimension::Region => {
                let regions = reports.flat_map(|report| &report.regions);
                regions
                    .filter_map(|r| self.regions.get(&key(r)))
                    .map(|r| Value::Region(r))
                    .collect()
            }
        }
    }

    /// Every two values that a programme has together, of one report by what is `said`; each value is in one
    /// of the pairs at least.
    pub fn pairs(
        &self,
        found: &Found<'a>,
        said: &[&'a Report],
        (by, across): (Dimension, Dimension),
    ) -> BTreeSet<(Value<'a>, Value<'a>)> {
        let [all, others] = [by, across].map(|dimension| self.all(found, said, dimension));
        let mut pairs: BTreeSet<(Value<'a>, Value<'a>)> = match (by, across) {
            (Dimension::Agency, Dimension::Role) => found
                .participants()
                .map(|p| (Value::Agency(&p.agency), Value::Role(p.role)))
                .collect(),
            (Dimension::Role, Dimension::Agency) => found
                .participants()
                .map(|p| (Value::Role(p.role), Value::Agency(&p.agency)))
                .collect(),
            _ if self.one_report => {
                let values = |report, dimension| self.values(found, &[report], dimension);
                let both = |report| product(&values(report, by), &values(report, across));
                said.iter().flat_map(|report| both(*report)).collect()
            }
            _ => product(&all, &others).into_iter().collect(),
        };
        let alone = |value: &&Value<'a>| !pairs.iter().any(|pair| pair.0 == **value);
        let other_alone = |value: &&Value<'a>| !pairs.iter().any(|pair| pair.1 == **value);
        let mut more: Vec<_> =
            all.iter().filter(alone).map(|value| (*value, Value::NotStated)).collect();
        more.extend(others.iter().filter(other_alone).map(|value| (Value::NotStated, *value)));
        pairs.extend(more);
        if pairs.is_empty() {
            pairs.insert((Value::NotStated, Value::NotStated));
        }
        pairs
    }
}

fn product<'a>(
    values: &BTreeSet<Value<'a>>,
    others: &BTreeSet<Value<'a>>,
) -> Vec<(Value<'a>, Value<'a>)> {
    let with = |value: &Value<'a>| others.iter().map(|other| (*value, *other)).collect::<Vec<_>>();
    values.iter().flat_map(with).collect()
}

/// The first spelling of each region.
fn regions(dataset: &Dataset) -> BTreeMap<String, &Text> {
    let reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
    let mut regions = BTreeMap::new();
    for region in reports.flat_map(|report| &report.regions) {
        regions.entry(key(region)).or_insert(region);
    }
    regions
}
