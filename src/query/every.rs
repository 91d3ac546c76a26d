//! The and-of-ors that every repeatable flag means.

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
    /// The first error of `read`.
    pub fn read<E>(values: &[String], read: &dyn Fn(&str) -> Result<T, E>) -> Result<Self, E> {
        let group = |value: &String| match read(value.trim()) {
            Ok(one) => Ok(vec![one]),
            Err(whole) => {
                let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
                let parts: Vec<&str> = parts.collect();
                let nothing_more = parts.is_empty() || parts == [value.trim()];
                if nothing_more { Err(whole) } else { parts.into_iter().map(read).collect() }
            }
        };
        values.iter().map(group).collect::<Result<_, _>>().map(Self)
    }

    /// Reads the values of a flag, each of which may stand for several.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn read_several<E>(
        values: &[String],
        read: &dyn Fn(&str) -> Result<Vec<T>, E>,
    ) -> Result<Self, E> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_without_anything_in_it_is_an_error() {
        for nothing in ["", " ", ",", " ,, "] {
            let letters = |value: &str| match value.trim_matches([',', ' ']) {
                "" => Err(()),
                letters => Ok(letters.to_owned()),
            };
            assert_eq!(Every::read(&[nothing.to_owned()], &letters), Err(()), "{nothing:?}");
        }
    }

    #[test]
    fn a_value_with_a_comma_is_tried_whole_first() {
        let every: Every<String> =
            Every::read::<()>(&["Korea, Republic of".to_owned()], &|value| Ok(value.to_owned()))
                .unwrap();
        assert_eq!(every.groups(), [["Korea, Republic of"]]);
    }
}
