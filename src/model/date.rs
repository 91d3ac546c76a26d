//! Dates as exact as the source has them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::written_as_text;

/// A year, a month or a day: `2019`, `2019-03` or `2019-03-14`.
///
/// Ordered by its first day, then the less exact date first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// The first day that it may mean, as year, month and day.
    pub fn first_day(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it may mean, as year, month and day.
    pub fn last_day(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or_else(|| days_in(self.year, month)))
    }

    /// Whether it is over, whatever day it means, when `other` begins.
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first_day()
    }

    /// Whether it is no more than a year.
    pub fn is_year(self) -> bool {
        self.month.is_none()
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn digits<T: FromStr>(text: &str, width: usize) -> Option<T> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parse = || {
            let mut parts = text.split('-');
            // No source is as old as that: it is a slip.
            let year = digits(parts.next()?, 4).filter(|year| *year >= 1000)?;
            let month = match parts.next() {
                Some(part) => Some(digits(part, 2).filter(|m| (1..=12).contains(m))?),
                None => None,
            };
            let day = match (month, parts.next()) {
                (Some(m), Some(part)) => {
                    Some(digits(part, 2).filter(|d| (1..=days_in(year, m)).contains(d))?)
                }
                _ => None,
            };
            parts.next().is_none().then_some(Date { year, month, day })
        };
        parse().ok_or_else(|| {
            format!(
                "`{}` is not a date: write a year, a month or a day, as 2019, 2019-03 or 2019-03-14",
                text.escape_debug()
            )
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written_as_text(deserializer, str::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_round_trip_and_impossible_ones_are_refused() {
        for good in ["2019", "2019-03", "2020-02-29", "2000-02-29"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in [
            "",
            "19",
            "0000",
            "0999-01",
            "2019-3",
            "2019-13",
            "2019-02-29",
            "1900-02-29",
            "2019-03-14-1",
            "+019",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_inexact_date_spans_its_days() {
        let february: Date = "2020-02".parse().unwrap();
        assert_eq!((february.first_day(), february.last_day()), ((2020, 2, 1), (2020, 2, 29)));
        let year: Date = "2019".parse().unwrap();
        assert_eq!((year.first_day(), year.last_day()), ((2019, 1, 1), (2019, 12, 31)));
        assert!(year.is_before(february));
        let day: Date = "2020-02-04".parse().unwrap();
        assert!(!february.is_before(day) && !day.is_before(february) && !day.is_before(day));
    }
}
