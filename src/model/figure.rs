//! Figures, each with its scope.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Text, vocabulary};

/// A number that a report gives, with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The number.
    #[serde(serialize_with = "whole_or_fraction", deserialize_with = "countable")]
    #[schemars(range(min = 0))]
    pub value: f64,
    /// What is counted: "countries", "patients".
    pub unit: Text,
    /// The scope: what is true of those that are counted.
    pub of: Text,
    /// Where the source does not give it as exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(qualifier) = self.qualifier {
            write!(f, "{} ", <&str>::from(qualifier))?;
        }
        write!(f, "{} {} ({})", self.value, self.unit, self.of)
    }
}

/// A number from 0, and neither infinite nor none, as YAML can write them.
fn countable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = f64::deserialize(deserializer)?;
    let counts = value.is_finite() && value >= 0.0;
    if counts { Ok(value) } else { Err(D::Error::custom("this is no number from 0")) }
}

/// Writes 27 as `27`, not as `27.0`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "only whole numbers that an i64 holds are cast"
)]
fn whole_or_fraction<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

vocabulary! {
    /// How the source qualifies a figure.
    #[derive(Serialize, Deserialize, schemars::JsonSchema)]
    #[serde(rename_all = "kebab-case")]
    pub enum Qualifier {
        /// "about", "some", "an estimated".
        About,
        /// "over", "more than".
        Over,
        /// "at least".
        AtLeast,
        /// "up to".
        UpTo,
        /// "under", "fewer than".
        Under,
    }
}
