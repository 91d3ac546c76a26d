//! Countries by their ISO 3166-1 alpha-3 code.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::written_as_text;

/// A country, territory or area of ISO 3166-1, written as its alpha-3 code (`KEN`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Country(rust_iso3166::CountryCode);

impl Country {
    /// The country with this alpha-3 code, in capitals.
    pub fn from_code(code: &str) -> Option<Self> {
        rust_iso3166::from_alpha3(code).map(Self)
    }

    /// Every country of the standard, by alpha-3 code.
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
        match self.code() {
            "COD" => "Democratic Republic of the Congo",
            "KOR" => "Republic of Korea",
            "MDA" => "Republic of Moldova",
            "PRK" => "Democratic People's Republic of Korea",
            "PSE" => "State of Palestine",
            "TZA" => "United Republic of Tanzania",
            _ => self.0.name,
        }
    }

    /// The name as ISO 3166-1 has it in its index.
    pub fn index_name(self) -> &'static str {
        self.0.name
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
