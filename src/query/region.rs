//! Where work is done: regions of the standard M49, and those that a source names.

use std::collections::BTreeSet;

use crate::model::{Country, Dataset, Region, Report};
use crate::nearest::slips;

use super::{Error, shell_word};

/// A region that is asked about, by the name that a source gives it or as one of the standard M49.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    key: String,
    area: Option<Region>,
}

impl Place {
    /// The region of this name.
    ///
    /// # Errors
    /// When neither the standard nor a report of the dataset has one, with the nearest and all of the standard.
    pub fn read(dataset: &Dataset, value: &str) -> Result<Self, Error> {
        let (key, area) = (Region::key(value), Region::named(value));
        let reports = dataset.records().programmes.iter().flat_map(|programme| &programme.reports);
        let named: BTreeSet<&str> =
            reports.flat_map(|report| &report.regions).map(|region| &**region).collect();
        if area.is_some() || named.iter().any(|name| Region::key(name) == key) {
            return Ok(Self { key, area });
        }
        if Country::named(value).len() == 1 {
            let message = format!("`{value}` is a country");
            return Err(Error::new(message, format!("use --country {}", shell_word(value))));
        }
        let known = named
            .iter()
            .copied()
            .chain(Region::all().flat_map(Region::names).map(|name| -> &str { name }));
        let near = slips(value, known);
        let error = Error::near("region", value, &near);
        let own: Vec<&str> =
            named.into_iter().filter(|name| Region::named(name).is_none()).collect();
        let standard: Vec<&str> = Region::all().map(Region::name).collect();
        Err(error.or_help(|| {
            let also = if own.is_empty() { "" } else { "; the dataset also names " };
            format!("the regions of M49 are {}{also}{}", standard.join(", "), own.join(", "))
        }))
    }

    /// Whether a report names it, a region in it or a country in it.
    pub fn is_in(&self, report: &Report) -> bool {
        let lies_in =
            |area: Region, name: &str| Region::around(name).iter().any(|r| area.includes(*r));
        let includes = |name: &str| {
            Region::key(name) == self.key || self.area.is_some_and(|area| lies_in(area, name))
        };
        let has = |area: Region| report.countries.iter().any(|country| area.has(*country));
        report.regions.iter().any(|name| includes(name)) || self.area.is_some_and(has)
    }
}

/// The regions in which the work of a report is done: those of the standard, each with what it lies in, and the
/// names that the standard does not have.
pub fn regions(report: &Report) -> BTreeSet<&str> {
    let mut regions = BTreeSet::new();
    for name in report.regions.iter().map(|name| -> &str { name }) {
        if Region::named(name).is_none() {
            regions.insert(name);
        }
        for part in Region::around(name) {
            let around = Region::all().filter(|whole| whole.includes(part));
            regions.extend(around.map(|region| -> &str { region.name() }));
        }
    }
    let countries = report.countries.iter().flat_map(|country| Region::of(*country));
    regions.extend(countries.map(|region| -> &str { region.name() }));
    regions
}
