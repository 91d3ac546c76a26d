//! Figures, each with its scope.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Text;
use super::vocabulary::words;

/// A number that a report gives, with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The number.
    #[serde(serialize_with = "whole_or_fraction", deserialize_with = "countable")]
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_u64))]
    pub value: f64,
    /// What is counted: "countries", "patients".
    pub unit: Text,
    /// The scope: what those counted have in common.
    pub of: Text,
    /// How the source qualifies it, if it is not exact.
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

/// The greatest number below which every whole one is held exactly.
const MOST: f64 = 9_007_199_254_740_991.0;

/// A number from 0 that is held exactly: neither infinite nor none, as YAML can write them, nor too large.
///
/// It is read whatever it looks like by itself, so that 014 is no number here as it is none elsewhere.
fn countable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let number = serde_json::Number::deserialize(deserializer)?.as_f64();
    let counts = number.filter(|number| (0.0..=MOST).contains(number));
    counts.ok_or_else(|| D::Error::custom(format!("this is not a number from 0 to {MOST}")))
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

words! {
    /// How the source qualifies a figure.
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
