//! Figures, each compared with the one of the same scope.

use std::collections::BTreeMap;

use super::Change;
use super::compare::{Between, Rows};
use super::facts::Fact;

/// Adds the figures that have changed.
///
/// A figure is the same if it counts the same unit of the same thing. In two datasets it is also the same if
/// one of the two was corrected and the value was not; two documents that word a figure differently give two
/// figures, unless only the numbers differ, such as those of the year.
pub(super) fn figures(
    between: Between,
    gone: &mut Vec<Fact>,
    come: &mut Vec<Fact>,
    rows: &mut Rows<'_>,
) {
    let mut scopes: BTreeMap<_, [Vec<Fact>; 2]> = BTreeMap::new();
    for (side, facts) in [gone, come].into_iter().enumerate() {
        for figure in facts.extract_if(.., |fact| fact.field == "figures") {
            let scope = [figure.text("unit"), figure.text("of")].map(str::to_owned);
            scopes.entry((figure.place.clone(), scope)).or_default()[side].push(figure);
        }
    }
    let (mut left, mut arrived) = (Vec::new(), Vec::new());
    for [before, after] in scopes.into_values() {
        if before.is_empty() || after.is_empty() {
            left.extend(before);
            arrived.extend(after);
        } else {
            rows.add(Change::FigureChanged, "figures", &before, &after);
        }
    }
    for figure in left {
        let is_now = |other: &Fact| match between {
            Between::Datasets => is_corrected(&figure, other),
            Between::Documents => is_of_another_year(&figure, other),
        };
        let now: Vec<Fact> =
            arrived.iter().position(is_now).map(|at| arrived.remove(at)).into_iter().collect();
        let change = match between {
            Between::Documents if now.is_empty() => Change::FigureNotRepeated,
            _ => Change::FigureChanged,
        };
        rows.add(change, "figures", [&figure], &now);
    }
    for figure in arrived {
        let change = match between {
            Between::Datasets => Change::FigureChanged,
            Between::Documents => Change::NewlyReported,
        };
        rows.add(change, "figures", [], [&figure]);
    }
}

/// Whether two figures count the same unit of the same thing, but for the numbers in it: those of a series that goes
/// on year by year.
fn is_of_another_year(figure: &Fact, other: &Fact) -> bool {
    let without_digits = |fact: &Fact| fact.text("of").replace(|c: char| c.is_ascii_digit(), "");
    figure.text("unit") == other.text("unit") && without_digits(figure) == without_digits(other)
}

/// Whether a figure of the same report has the same value and either the same unit or the same scope.
fn is_corrected(figure: &Fact, other: &Fact) -> bool {
    let same = |key: &str| figure.text(key) == other.text(key);
    figure.place == other.place && same("value") && (same("unit") || same("of"))
}
