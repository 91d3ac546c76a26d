//! The and-of-ors that every repeatable flag means.

use super::Error;

/// What a repeatable flag asks: each time it is given, at least one of its comma-separated values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Every<T>(Vec<Vec<T>>);

impl<T> Default for Every<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Every<T> {
    /// Reads the values of a flag, one string for each time that it was given.
    ///
    /// A value may itself have a comma in it: the whole is tried before its parts.
    ///
    /// # Errors
    /// The first error of `read`; that of the whole, where it says more than that there is no such name.
    pub fn read(values: &[String], read: &dyn Fn(&str) -> Result<T, Error>) -> Result<Self, Error> {
        let group = |value: &String| match read(value.trim()) {
            Ok(one) => Ok(vec![one]),
            Err(whole) => {
                let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
                let parts: Vec<&str> = parts.collect();
                let nothing_more = parts.is_empty() || parts == [value.trim()];
                if nothing_more {
                    return Err(whole);
                }
                let each: Result<_, _> = parts.into_iter().map(read).collect();
                each.map_err(|part| if whole.unknown_value().is_some() { part } else { whole })
            }
        };
        values.iter().map(group).collect::<Result<_, _>>().map(Self)
    }

    /// Reads the values of a flag, each of which may stand for several.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn read_several(
        values: &[String],
        read: &dyn Fn(&str) -> Result<Vec<T>, Error>,
    ) -> Result<Self, Error> {
        let every: Every<Vec<T>> = Every::read(values, read)?;
        Ok(Self(every.0.into_iter().map(|group| group.into_iter().flatten().collect()).collect()))
    }

    /// Asks for one of each of these groups.
    pub(super) fn of(groups: Vec<Vec<T>>) -> Self {
        Self(groups)
    }

    /// Asks for this one value.
    pub fn only(value: T) -> Self {
        Self(vec![vec![value]])
    }

    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each group has a value that `holds`.
    pub fn each_holds(&self, holds: impl Fn(&T) -> bool) -> bool {
        self.0.iter().all(|group| group.iter().any(&holds))
    }

    /// Whether it asks nothing, or any of its values `holds`, whichever its group.
    pub fn any_holds_if_asked(&self, holds: impl Fn(&T) -> bool) -> bool {
        self.is_empty() || self.values().any(holds)
    }

    /// The groups, each of alternatives.
    pub fn groups(&self) -> &[Vec<T>] {
        &self.0
    }

    /// One group with all values of all groups: at least one of them is asked for.
    #[must_use]
    pub fn alternatives(&self) -> Self
    where
        T: Clone,
    {
        let all: Vec<T> = self.values().cloned().collect();
        Self(if all.is_empty() { Vec::new() } else { vec![all] })
    }

    /// All values of all groups.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }
}
