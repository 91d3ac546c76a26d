//! Dates as exact as the source has them.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::text::read_as_text;

/// The months by their names.
pub const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
];

/// A year, a quarter, a month or a day: `2019`, `2019-Q1`, `2019-03` or `2019-03-14`.
///
/// Ordered by its first day, then the less exact date first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    /// The first month that it may mean.
    month: u8,
    part: Part,
}

/// How exact a date is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Year,
    Quarter,
    Month,
    Day(u8),
}

impl Date {
    /// The first day that it may mean, as year, month and day.
    pub fn first_day(self) -> (u16, u8, u8) {
        let day = if let Part::Day(day) = self.part { day } else { 1 };
        (self.year, self.month, day)
    }

    /// The last day that it may mean, as year, month and day.
    pub fn last_day(self) -> (u16, u8, u8) {
        let month = match self.part {
            Part::Year => 12,
            Part::Quarter => self.month + 2,
            Part::Month | Part::Day(_) => self.month,
        };
        let day = if let Part::Day(day) = self.part { day } else { days_in(self.year, month) };
        (self.year, month, day)
    }

    /// Whether it is over, whatever day it means, when `other` begins.
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first_day()
    }

    /// What it is, where it does not tell so much as the month: "a year only".
    pub fn vague(self) -> Option<&'static str> {
        match self.part {
            Part::Year => Some("a year only"),
            Part::Quarter => Some("a quarter only"),
            Part::Month | Part::Day(_) => None,
        }
    }

    /// As people write it: `14 March 2019`, `March 2019`.
    pub fn words(self) -> String {
        let month = MONTHS[usize::from(self.month.max(1)) - 1];
        match self.part {
            Part::Year | Part::Quarter => self.to_string(),
            Part::Month => format!("{month} {}", self.year),
            Part::Day(day) => format!("{day} {month} {}", self.year),
        }
    }

    /// The same with its preposition: `on 14 March 2019`, `in March 2019`.
    pub fn when(self) -> String {
        let preposition = if matches!(self.part, Part::Day(_)) { "on" } else { "in" };
        format!("{preposition} {}", self.words())
    }

    /// How long it is from this date to a later one, in days, months or years; nothing where one of the two does
    /// not tell so much as the month, or they may be the same.
    pub fn until(self, later: Self) -> Option<String> {
        if self.vague().or(later.vague()).is_some() || !self.is_before(later) {
            return None;
        }
        let ((year, month, day), (to_year, to_month, to_day)) =
            (self.first_day(), later.first_day());
        let exact = [self, later].iter().all(|date| matches!(date.part, Part::Day(_)));
        let begun = u32::from(exact && to_day < day);
        let months = (u32::from(to_year) * 12 + u32::from(to_month))
            - (u32::from(year) * 12 + u32::from(month))
            - begun;
        let counted =
            |number, unit| format!("{number} {unit}{}", if number == 1 { "" } else { "s" });
        Some(match (months / 12, months % 12) {
            (0, 0..3) if exact => counted(later.day_number() - self.day_number(), "day"),
            (0 | 1, _) => counted(months, "month"),
            (years, 0) => counted(years, "year"),
            (years, rest) => format!("{} and {}", counted(years, "year"), counted(rest, "month")),
        })
    }

    /// How many days its first day is after the end of the year 0.
    fn day_number(self) -> u32 {
        let (year, month, day) = self.first_day();
        let before = u32::from(year) - 1;
        let days: u32 = (1..month).map(|month| u32::from(days_in(year, month))).sum();
        before * 365 + before / 4 - before / 100 + before / 400 + days + u32::from(day)
    }

    /// The date that a text is.
    pub fn read(text: &str) -> Option<Self> {
        // "Q1 2026" is how people write it.
        let turned = text.split_once(' ').map(|(quarter, year)| format!("{year}-{quarter}"));
        let quarter = |text: &str| -> Option<u8> {
            digits(text.strip_prefix(['Q', 'q'])?, 1).filter(|quarter| (1..=4).contains(quarter))
        };
        if let Some(turned) = turned {
            let (_, part) = turned.split_once('-')?;
            return quarter(part).and_then(|_| Self::read(&turned));
        }
        let mut parts = text.split('-');
        // The first international organisations are of the nineteenth century: any other year is a slip.
        let year = digits(parts.next()?, 4).filter(|year| (1800..=2199).contains(year))?;
        let (month, part) = match (parts.next(), parts.next()) {
            (None, _) => (1, Part::Year),
            (Some(part), None) if quarter(part).is_some() => {
                (quarter(part)? * 3 - 2, Part::Quarter)
            }
            (Some(month), day) => {
                let month = digits(month, 2).filter(|month| (1..=12).contains(month))?;
                let part = match day {
                    Some(day) => Part::Day(
                        digits(day, 2).filter(|day| (1..=days_in(year, month)).contains(day))?,
                    ),
                    None => Part::Month,
                };
                (month, part)
            }
        };
        parts.next().is_none().then_some(Self { year, month, part })
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
        Self::read(text).ok_or_else(|| {
            format!(
                "`{}` is not a date: write a year (1800 to 2199), a quarter, a month or a day, such as 2019, 2019-Q1, 2019-03 or 2019-03-14",
                text.escape_debug()
            )
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, part } = self;
        match part {
            Part::Year => write!(f, "{year:04}"),
            Part::Quarter => write!(f, "{year:04}-Q{}", month.div_ceil(3)),
            Part::Month => write!(f, "{year:04}-{month:02}"),
            Part::Day(day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
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

read_as_text!(Date);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_round_trip_and_impossible_ones_are_refused() {
        for good in ["1800", "2019-Q1", "2019-Q4", "2019-03", "2020-02-29", "2000-02-29", "2199"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for (date, words) in [
            ("2020-02-04", "4 February 2020"),
            ("2019-12", "December 2019"),
            ("2019-Q1", "2019-Q1"),
            ("2019", "2019"),
        ] {
            assert_eq!(date.parse::<Date>().unwrap().words(), words);
        }
        for bad in [
            "", "19", "0000", "0999-01", "1799-12", "2200", "2019-3", "2019-13", "2019-02-29",
            "1900-02-29", "2019-03-14-1", "+019", "2019-Q0", "2019-Q5", "2019-Q1-01", "Q1",
            "03 2019", "Q1 2019-03",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn the_time_between_two_dates_is_in_units_that_people_use() {
        for (from, to, time) in [
            ("2019-12-18", "2020-02-04", Some("48 days")),
            ("2020-02-03", "2020-02-04", Some("1 day")),
            ("2019-12-04", "2020-03-04", Some("3 months")),
            ("2019-12-05", "2020-03-04", Some("90 days")),
            ("2019-03", "2020-02-04", Some("11 months")),
            ("2020-01", "2020-02-04", Some("1 month")),
            ("1988-05-25", "2020-02-04", Some("31 years and 8 months")),
            ("2017-01-04", "2020-02-04", Some("3 years and 1 month")),
            ("2018-02-05", "2020-02-04", Some("23 months")),
            ("2018-02-04", "2020-02-04", Some("2 years")),
            ("2020-02", "2020-02-04", None),
            ("2014", "2020-02-04", None),
            ("2020-02-04", "2019-12-18", None),
        ] {
            let [from, to]: [Date; 2] = [from, to].map(|date| date.parse().unwrap());
            assert_eq!(from.until(to).as_deref(), time, "{from} {to}");
        }
        assert_eq!(
            ["2020-02-04", "2020-02", "2020"].map(|d| d.parse::<Date>().unwrap().when()),
            ["on 4 February 2020", "in February 2020", "in 2020"]
        );
    }

    #[test]
    fn an_inexact_date_spans_its_days() {
        let february: Date = "2020-02".parse().unwrap();
        assert_eq!((february.first_day(), february.last_day()), ((2020, 2, 1), (2020, 2, 29)));
        for quarter in ["2020-Q1", "Q1 2020", "q1 2020"] {
            let quarter: Date = quarter.parse().unwrap();
            assert_eq!(quarter.to_string(), "2020-Q1");
            assert_eq!((quarter.first_day(), quarter.last_day()), ((2020, 1, 1), (2020, 3, 31)));
        }
        let sorted = ["2020", "2020-Q1", "2020-01", "2020-01-01", "2020-02", "2020-Q2", "2021"];
        assert!(sorted.map(|date| date.parse::<Date>().unwrap()).is_sorted());
        let year: Date = "2019".parse().unwrap();
        assert_eq!((year.first_day(), year.last_day()), ((2019, 1, 1), (2019, 12, 31)));
        assert!(year.is_before(february));
        let day: Date = "2020-02-04".parse().unwrap();
        assert!(!february.is_before(day) && !day.is_before(february) && !day.is_before(day));
    }
}
