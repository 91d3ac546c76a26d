//! Who works with whom, and where.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Country, Dataset, Id, Programme, fold};

use super::together::by_document;
use super::{Every, Found, taking_part};

/// What an agency is paired with.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Other {
    /// The agencies that it works with.
    Agency,
    /// The countries in which the work is done.
    Country,
}

/// One of the two that a pair consists of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End<'a> {
    /// An agency.
    Agency(&'a Agency),
    /// A country.
    Country(Country),
}

/// Two agencies that work together, or an agency and a country in which it does, with the programmes in which
/// one document reports both.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair<'a> {
    /// The agency; of two, the one whose label comes first.
    pub a: &'a Agency,
    /// The other.
    pub b: End<'a>,
    /// The programmes, in the order of the dataset.
    pub programmes: Vec<&'a Programme>,
}

impl Pair<'_> {
    /// Whether the agency is one of the two.
    pub fn has(&self, id: &Id<Agency>) -> bool {
        self.a.id == *id || matches!(self.b, End::Agency(agency) if agency.id == *id)
    }
}

impl End<'_> {
    /// What stands for it in a cell.
    pub fn label(&self) -> &str {
        match self {
            Self::Agency(agency) => agency.label(),
            Self::Country(country) => country.name(),
        }
    }
}

/// The pairs of these programmes: those with most programmes first, then by label.
///
/// A pair is kept if it has the agencies that it should be `around` of.
pub fn pairs<'a>(
    found: &[Found<'a>],
    other: Other,
    around: &Every<Id<Agency>>,
    dataset: &'a Dataset,
) -> Vec<Pair<'a>> {
    let mut shared: BTreeMap<Key<'a>, Vec<&'a Programme>> = BTreeMap::new();
    for found in found {
        let keys = match other {
            Other::Agency => colleagues(found, dataset),
            Other::Country => places(found),
        };
        for key in keys {
            shared.entry(key).or_default().push(found.programme);
        }
    }
    let pair = |((a, b), programmes): (Key<'a>, Vec<&'a Programme>)| {
        let b = match b {
            Partner::Agency(id) => End::Agency(dataset.get(id)?),
            Partner::Country(country) => End::Country(country),
        };
        Some(Pair { a: dataset.get(a)?, b, programmes })
    };
    let mut pairs: Vec<Pair<'a>> = shared.into_iter().filter_map(pair).collect();
    pairs.retain(|pair| around.hold(|id| pair.has(id)));
    pairs.sort_by_cached_key(|pair| {
        (Reverse(pair.programmes.len()), fold(pair.a.label()), fold(pair.b.label()))
    });
    pairs
}

type Key<'a> = (&'a Id<Agency>, Partner<'a>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Partner<'a> {
    Agency(&'a Id<Agency>),
    Country(Country),
}

/// Every two agencies that work together in a programme.
fn colleagues<'a>(found: &Found<'a>, dataset: &'a Dataset) -> BTreeSet<Key<'a>> {
    let mut keys = BTreeSet::new();
    for group in found.groups() {
        let mut members: Vec<&'a Id<Agency>> = group.into_iter().collect();
        members.sort_by_cached_key(|id| (fold(dataset.agency_label(id)), *id));
        for (i, a) in members.iter().enumerate() {
            keys.extend(members[i + 1..].iter().map(|b| (*a, Partner::Agency(b))));
        }
    }
    keys
}

/// Every agency with every country that one document reports of a programme.
fn places<'a>(found: &Found<'a>) -> BTreeSet<Key<'a>> {
    let mut keys = BTreeSet::new();
    for reports in by_document(&found.reports) {
        for agency in taking_part(&reports, &found.roles) {
            let countries = reports.iter().flat_map(|report| &report.countries);
            keys.extend(countries.map(|country| (agency, Partner::Country(*country))));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ProgrammeFilter;
    use super::super::fixture::{any_dataset, editions};
    use super::*;
    use crate::model::Report;

    fn shown(pairs: &[Pair<'_>]) -> Vec<String> {
        let ids = |pair: &Pair<'_>| pair.programmes.iter().map(|p| format!(" {}", p.id)).collect();
        let line = |pair: &Pair<'_>| {
            let ids: String = ids(pair);
            format!("{}–{}:{ids}", pair.a.label(), pair.b.label())
        };
        pairs.iter().map(line).collect()
    }

    #[test]
    fn a_pair_shares_what_one_document_reports_of_both() {
        let dataset = editions();
        let found = ProgrammeFilter::default().find(&dataset);
        let all = Every::default();
        assert_eq!(
            shown(&pairs(&found, Other::Agency, &all, &dataset)),
            ["UNODC–WHO: coca khat", "DPA–UNODC: coca"]
        );
        assert_eq!(
            shown(&pairs(&found, Other::Country, &all, &dataset)),
            [
                "DPA–Kenya: coca",
                "DPA–Kenya: lone",
                "UNODC–Kenya: coca",
                "UNODC–Panama: coca",
                "WHO–Panama: coca"
            ]
        );
    }

    #[test]
    fn around_keeps_the_pairs_of_an_agency_and_of_two_their_own() {
        let dataset = editions();
        let found = ProgrammeFilter::default().find(&dataset);
        let around = |values: &[&str]| {
            let values: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
            let around = Every::read(&values, Id::new).unwrap();
            shown(&pairs(&found, Other::Agency, &around, &dataset))
        };
        assert_eq!(around(&["who"]), ["UNODC–WHO: coca khat"]);
        assert_eq!(around(&["dpa-un,who"]).len(), 2);
        assert_eq!(around(&["dpa-un", "unodc"]), ["DPA–UNODC: coca"]);
        assert!(around(&["dpa-un", "who"]).is_empty());
    }

    /// The programmes of which some document says both things, counted record by record.
    fn recount(
        dataset: &Dataset,
        a: &dyn Fn(&Report) -> bool,
        b: &dyn Fn(&Report) -> bool,
    ) -> usize {
        let documents = &dataset.records().documents;
        let says = |p: &&Programme| {
            documents.iter().any(|document| {
                let mut reports = p.reports.iter().filter(|r| r.document == document.id);
                reports.clone().any(a) && reports.any(b)
            })
        };
        dataset.records().programmes.iter().filter(says).count()
    }

    proptest! {
        #[test]
        fn pairs_agree_with_a_plain_recount(dataset in any_dataset()) {
            let found = ProgrammeFilter::default().find(&dataset);
            let all = Every::default();
            let colleagues = pairs(&found, Other::Agency, &all, &dataset);
            let places = pairs(&found, Other::Country, &all, &dataset);
            let count = |pairs: &[Pair<'_>], same: &dyn Fn(&Pair<'_>) -> bool| {
                let mut same = pairs.iter().filter(|pair| same(pair));
                let programmes = same.next().map_or(0, |pair| pair.programmes.len());
                assert!(same.next().is_none(), "a pair stands twice");
                programmes
            };
            let agencies = &dataset.records().agencies;
            for (i, a) in agencies.iter().enumerate() {
                let names = |agency: &Agency, report: &Report| {
                    report.participants.iter().any(|p| p.agency == agency.id)
                };
                for b in &agencies[i + 1..] {
                    let pair = count(&colleagues, &|pair| pair.has(&a.id) && pair.has(&b.id));
                    let again = recount(&dataset, &|r| names(a, r), &|r| names(b, r));
                    prop_assert_eq!(pair, again);
                }
                for code in ["KEN", "PAN", "NGA"] {
                    let country = Country::from_code(code).unwrap();
                    let pair = count(&places, &|pair| {
                        pair.a.id == a.id && pair.b == End::Country(country)
                    });
                    let again =
                        recount(&dataset, &|r| names(a, r), &|r| r.countries.contains(&country));
                    prop_assert_eq!(pair, again);
                }
            }
        }
    }
}
