//! Regions of the world by the United Nations' standard M49, and the countries that lie in them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Country, key};

/// A region of M49, with what is common usage for it and what it is made of.
#[derive(Debug)]
struct Area {
    name: &'static str,
    also: Vec<&'static str>,
    /// The regions of the standard that it is made of, where it is made of such.
    parts: Vec<&'static str>,
    /// The countries, by alpha-3 code, of a region that has no parts.
    countries: Vec<&'static str>,
}

impl Area {
    /// Reads a row of the table.
    fn read(row: &'static str) -> Self {
        let mut cells = row.split('\t');
        let name = cells.next().unwrap_or_default();
        let mut list = |between| {
            let items = cells.next().unwrap_or_default().split(between);
            items.filter(|item| !item.is_empty()).collect()
        };
        Self { name, also: list("; "), parts: list("; "), countries: list(" ") }
    }
}

/// The standard, each region before its parts. No crate has it: those that know the regions of a country leave
/// out the regions within Latin America and Africa.
static M49: LazyLock<Vec<Area>> =
    LazyLock::new(|| include_str!("m49.tsv").lines().skip(1).map(Area::read).collect());

/// The regions by their names as they are compared.
static NAMED: LazyLock<HashMap<String, Region>> = LazyLock::new(|| {
    let names = |region: Region| region.names().map(move |name| (Region::key(name), region));
    Region::all().flat_map(names).collect()
});

/// What sources call a region and the standard does not have, where it is settled in which of its regions that lies,
/// and in which of their countries if not in all. A name that is not here stands by itself.
static IN_WORDS: [(&[&str], &[&str], &[&str]); 2] = [
    // The ten countries of the United Nations Support Plan for the Sahel of 2018; no source of the data lists them.
    (
        &["Sahel", "Sahel region"],
        &["Western Africa", "Middle Africa"],
        &["BFA", "CMR", "GIN", "GMB", "MLI", "MRT", "NER", "NGA", "SEN", "TCD"],
    ),
    // The small island developing States of the Pacific in the United Nations' list of these: they lie in all of
    // Oceania but Australia and New Zealand.
    (
        &["Pacific island States", "Pacific islands", "Pacific island countries"],
        &["Melanesia", "Micronesia", "Polynesia"],
        &[],
    ),
];

/// The regions and countries of a name that the standard does not have.
fn in_words(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    let wanted = Region::key(name);
    let goes_by = |names: &[&str]| names.iter().any(|name| Region::key(name) == wanted);
    let found = IN_WORDS.iter().find(|(names, ..)| goes_by(names));
    found.map(|(_, parts, countries)| (*parts, *countries))
}

/// A region of the United Nations' standard M49.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Region(usize);

impl Region {
    /// Every region, each before its parts.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..M49.len()).map(Self)
    }

    /// The region with this name, without regard to case, accents and hyphens.
    pub fn named(name: &str) -> Option<Self> {
        NAMED.get(&Self::key(name)).copied()
    }

    /// The regions in which lies what a source calls so: itself, if it is one, or those across which it is known to
    /// lie.
    pub fn around(name: &str) -> Vec<Self> {
        let across = in_words(name).into_iter().flat_map(|(parts, _)| parts);
        Self::named(name).into_iter().chain(across.filter_map(|part| Self::of_name(part))).collect()
    }

    /// Whether what a source calls so includes a country, or may include it.
    pub fn may_include(name: &str, country: Country) -> bool {
        match in_words(name) {
            Some((_, countries)) if !countries.is_empty() => countries.contains(&country.code()),
            _ => Self::around(name).iter().any(|region| region.has(country)),
        }
    }

    /// The name of a region as it is compared, be it one of the standard or not.
    pub fn key(name: &str) -> String {
        let key = key(name);
        key.strip_prefix("the ").unwrap_or(&key).to_owned()
    }

    /// Its name in the standard.
    pub fn name(self) -> &'static str {
        M49[self.0].name
    }

    /// Everything that it goes by.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let Area { name, also, .. } = &M49[self.0];
        [*name].into_iter().chain(also.iter().copied())
    }

    /// The regions in which a country lies; a few territories lie in none.
    pub fn of(country: Country) -> impl Iterator<Item = Self> {
        Self::all().filter(move |region| region.has(country))
    }

    /// Whether a country lies in it.
    pub fn has(self, country: Country) -> bool {
        let Area { parts, countries, .. } = &M49[self.0];
        countries.contains(&country.code())
            || parts.iter().filter_map(|part| Self::of_name(part)).any(|part| part.has(country))
    }

    /// Whether another region is the same or lies in it.
    pub fn includes(self, other: Self) -> bool {
        let mut parts = M49[self.0].parts.iter().filter_map(|part| Self::of_name(part));
        self == other || parts.any(|part| part.includes(other))
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::all().find(|region| region.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(region: &str) -> Vec<&'static str> {
        let region = Region::named(region).unwrap();
        Country::all().filter(|country| region.has(*country)).map(Country::code).collect()
    }

    #[test]
    fn each_country_stands_in_one_region_without_parts() {
        let without: Vec<&str> = Country::all()
            .filter(|country| {
                let regions = Region::of(*country).filter(|r| M49[r.0].parts.is_empty()).count();
                assert!(regions <= 1, "{country}");
                regions == 0
            })
            .map(Country::code)
            .collect();
        assert_eq!(without, ["ATA"]);
    }

    #[test]
    fn the_table_has_real_countries_and_real_parts_and_each_name_once() {
        let mut names = Vec::new();
        for region in Region::all() {
            let Area { parts, countries, .. } = &M49[region.0];
            assert!(parts.iter().all(|part| Region::of_name(part).is_some()), "{}", region.name());
            let mut codes = countries.iter();
            assert!(codes.all(|code| Country::from_code(code).is_some()), "{}", region.name());
            names.extend(region.names().map(Region::key));
        }
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn what_is_no_region_of_the_standard_lies_in_real_ones_and_has_a_name_of_its_own() {
        for (names, parts, countries) in IN_WORDS {
            assert!(names.iter().all(|name| Region::named(name).is_none()), "{names:?}");
            let around = Region::around(names[0]);
            assert_eq!(around.len(), parts.len(), "{names:?}");
            let lies_there = |code: &&str| {
                let country = Country::from_code(code).unwrap();
                around.iter().any(|region| region.has(country))
            };
            assert!(countries.iter().all(lies_there), "{names:?}");
        }
        let may_include =
            |region, code| Region::may_include(region, Country::from_code(code).unwrap());
        assert!(may_include("the Sahel", "MLI") && !may_include("the Sahel", "AGO"));
        assert!(may_include("Pacific islands", "FJI") && may_include("West Africa", "NGA"));
        let around =
            |name| -> Vec<&str> { Region::around(name).into_iter().map(Region::name).collect() };
        assert_eq!(around("the Pacific Island States"), ["Melanesia", "Micronesia", "Polynesia"]);
        assert_eq!(around("West Africa"), ["Western Africa"]);
        assert_eq!(around("Atlantis"), [""; 0]);
    }

    #[test]
    fn regions_hold_the_countries_of_their_parts() {
        assert_eq!(codes("central asia"), ["KAZ", "KGZ", "TJK", "TKM", "UZB"]);
        assert_eq!(codes("South-East Asia"), codes("South-eastern Asia"));
        assert!(codes("West Africa").contains(&"NGA") && codes("Africa").contains(&"NGA"));
        assert_eq!(
            [codes("Africa").len(), codes("Americas").len(), codes("Asia").len()],
            [60, 57, 51]
        );
        let latin = Region::named("Latin America").unwrap();
        assert!(latin.includes(Region::named("the Caribbean").unwrap()));
        assert!(!Region::named("Asia").unwrap().includes(latin));
        let kenya = Country::from_code("KEN").unwrap();
        let names: Vec<&str> = Region::of(kenya).map(Region::name).collect();
        assert_eq!(names, ["Africa", "Sub-Saharan Africa", "Eastern Africa"]);
        assert_eq!(Region::named("Atlantis"), None);
    }
}
