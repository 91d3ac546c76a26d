//! Countries by their ISO 3166-1 alpha-3 code.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::loose_key;
use super::text::written_as_text;

/// What a country goes by beside its name in the standard.
struct Names {
    /// What the United Nations call it where the standard turns its name round for its index, or nothing.
    name: &'static str,
    /// Names in common usage, short, former or of a part. A name that the standard puts a word in brackets behind
    /// ("Iran (Islamic Republic of)") is known without the brackets, and is not here.
    also: Vec<&'static str>,
    /// Short forms in running text, which are no names of it elsewhere.
    written: Vec<&'static str>,
}

/// The names of countries by their codes.
static NAMES: LazyLock<BTreeMap<&str, Names>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let (code, name) = (cells.next()?, cells.next()?);
        let mut list = || -> Vec<&str> {
            let items = cells.next().unwrap_or_default().split("; ");
            items.filter(|item| !item.is_empty()).collect()
        };
        Some((code, Names { name, also: list(), written: list() }))
    };
    include_str!("countries.tsv").lines().skip(1).filter_map(row).collect()
});

/// The places in the standard of the countries that go by a name, as it is compared.
static NAMED: LazyLock<BTreeMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut named: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (place, country) in Country::all().enumerate() {
        country.names().for_each(|name| named.entry(loose_key(name)).or_default().push(place));
    }
    named
});

/// A country, territory or area of ISO 3166-1, written as its alpha-3 code (`KEN`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country(rust_iso3166::CountryCode);

impl Country {
    /// The country with this alpha-3 code, in capitals.
    pub fn from_code(code: &str) -> Option<Self> {
        rust_iso3166::from_alpha3(code).map(Self)
    }

    /// Every country of the standard, in the order of the standard, which is that of their names.
    pub fn all() -> impl Iterator<Item = Self> {
        rust_iso3166::ALL.iter().map(|country| Self(*country))
    }

    /// The alpha-3 code.
    pub fn code(self) -> &'static str {
        self.0.alpha3
    }

    /// The alpha-2 code.
    pub fn short_code(self) -> &'static str {
        self.0.alpha2
    }

    /// The name as documents of the United Nations have it: that of ISO 3166-1, but in the order of speech
    /// where the standard turns it round for its index.
    pub fn name(self) -> &'static str {
        let own = self.own().map(|own| own.name).filter(|name| !name.is_empty());
        own.unwrap_or(self.0.name)
    }

    /// Everything that it goes by: its codes, its names, and those that are common usage.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let common = self.own().into_iter().flat_map(|own| &own.also);
        let short = self.0.name.split_once(" (").map(|(short, _)| short);
        [self.code(), self.short_code(), self.name(), self.0.name]
            .into_iter()
            .chain(short)
            .chain(common.copied())
    }

    /// Short forms used only in documents.
    pub fn written(self) -> impl Iterator<Item = &'static str> {
        self.own().into_iter().flat_map(|own| &own.written).copied()
    }

    fn own(self) -> Option<&'static Names> {
        NAMES.get(self.code())
    }

    /// The countries that go by this name, without regard to case, accents, hyphens, articles and the points
    /// of abbreviations: one, none, or those between which somebody has to choose ("Congo", "Korea").
    pub fn named(name: &str) -> Vec<Self> {
        // "Korea, Republic of" is the Republic of Korea.
        let turned = name.split_once(',').into_iter().flat_map(|(last, first)| {
            [format!("{first} {last}"), format!("{last} ({})", first.trim())]
        });
        let wanted = [name.to_owned()].into_iter().chain(turned);
        let found = wanted.filter_map(|name| NAMED.get(&loose_key(&name))).flatten();
        let found: BTreeSet<usize> = found.copied().collect();
        found.into_iter().map(|place| Self(rust_iso3166::ALL[place])).collect()
    }
}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written_as_text(deserializer, |code| {
            Self::from_code(code).ok_or_else(|| {
                format!(
                    "`{}` is not a country code: use ISO 3166-1 alpha-3 in capitals, such as KEN",
                    code.escape_debug()
                )
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(name: &str) -> Vec<&'static str> {
        Country::named(name).into_iter().map(Country::code).collect()
    }

    #[test]
    fn a_name_may_have_its_last_part_first() {
        assert_eq!(codes("Korea, Republic of"), ["KOR"]);
        assert_eq!(codes("Congo, Democratic Republic of the"), ["COD"]);
        assert_eq!(codes("Bolivia, Plurinational State of"), ["BOL"]);
        assert_eq!(codes("Kenya, Panama"), [""; 0]);
    }

    #[test]
    fn a_country_goes_by_its_names_and_codes_and_what_people_say() {
        for (names, code) in [
            ("KEN, ke, Kenya", "KEN"),
            ("Cote d'Ivoire, Ivory Coast", "CIV"),
            ("DRC, D.R. Congo, dr congo, Democratic Republic of the Congo", "COD"),
            ("UK, u.k., England, the United Kingdom", "GBR"),
            ("USA, US, U.S., United States of America, united states", "USA"),
            ("Iran, Iran (Islamic Republic of), Islamic Republic of Iran", "IRN"),
            ("South Korea, Republic of Korea, south-korea", "KOR"),
            ("Timor Leste, Timor-Leste, East Timor", "TLS"),
            ("The Gambia, Gambia", "GMB"),
            ("Holland, Netherlands, the Netherlands", "NLD"),
        ] {
            for name in names.split(", ") {
                assert_eq!(codes(name), [code], "{name}");
            }
        }
        assert!(codes("Atlantis").is_empty());
    }

    #[test]
    fn what_two_countries_are_called_is_not_one_of_them() {
        assert_eq!(codes("Congo"), ["COG", "COD"]);
        assert_eq!(codes("Korea"), ["PRK", "KOR"]);
    }

    #[test]
    fn common_names_are_of_real_countries_and_of_one_each() {
        assert_eq!(NAMES.len(), include_str!("countries.tsv").lines().skip(1).count());
        for (code, Names { name, also, .. }) in &*NAMES {
            assert!(Country::from_code(code).is_some(), "{code}");
            for name in [name].into_iter().filter(|name| !name.is_empty()).chain(also) {
                assert_eq!(codes(name), [*code], "{name}");
            }
        }
    }
}
