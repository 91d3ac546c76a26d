//! Reports that are there on one side only, or that have moved.

use std::collections::{BTreeMap, BTreeSet};

use super::Change;
use super::compare::{Rows, missing};
use super::facts::Fact;

/// Adds the reports that only one side has; their content goes with them. One that says the same
/// elsewhere has moved; so has one of the same document with another summary or with nothing the same but the
/// summary, and what else it says now is added as well.
pub(super) fn reports(
    (old, new): (&[Fact], &[Fact]),
    gone: &mut Vec<Fact>,
    come: &mut Vec<Fact>,
    rows: &mut Rows<'_>,
) {
    let mut left = take(gone);
    let mut arrived = take(come);
    for same in [same_content, nearly_same_content] {
        left.retain(|report| {
            let Some(moved) = arrived.iter().position(|other| same(report, other)) else {
                return true;
            };
            let now = arrived.remove(moved);
            rows.add(Change::Changed, "reports", head(report), head(&now));
            let [before, after] = in_one_place(report, &now);
            gone.extend(missing(&before, &after));
            come.extend(missing(&after, &before));
            false
        });
    }
    for report in &left {
        let change = still_reported(report, new).unwrap_or(Change::NoLongerReported);
        rows.add(change, "reports", head(report), []);
    }
    for report in &arrived {
        let change = still_reported(report, old).unwrap_or(Change::NewlyReported);
        rows.add(change, "reports", [], head(report));
    }
}

/// Takes out the facts of reports that are there on one side only, report by report.
fn take(facts: &mut Vec<Fact>) -> Vec<Vec<Fact>> {
    let places: BTreeSet<_> =
        facts.iter().filter(|fact| fact.field == "reports").map(|f| f.place.clone()).collect();
    let (taken, rest): (Vec<Fact>, Vec<Fact>) =
        facts.drain(..).partition(|fact| places.contains(&fact.place));
    *facts = rest;
    let mut reports: BTreeMap<_, Vec<Fact>> = BTreeMap::new();
    for fact in taken {
        reports.entry(fact.place.clone()).or_default().push(fact);
    }
    reports.into_values().collect()
}

/// The facts of a report before and after it moved, in a place that is neither's alone: what other reports
/// stand in either place stays apart from it.
fn in_one_place(report: &[Fact], now: &[Fact]) -> [Vec<Fact>; 2] {
    let mut places: Vec<_> =
        [report, now].iter().filter_map(|facts| facts.first()?.place.clone()).collect();
    places.sort();
    let paragraphs: Vec<String> = places.iter().map(|place| place.1.clone()).collect();
    let place = places.pop().map(|(document, _)| (document, paragraphs.join("\n")));
    let moved = |fact: &Fact| Fact { place: place.clone(), ..fact.clone() };
    [report, now].map(|facts| facts.iter().map(moved).collect())
}

/// The fact that the report is there.
fn head(report: &[Fact]) -> impl Iterator<Item = &Fact> {
    report.iter().filter(|fact| fact.field == "reports")
}

fn document(report: &[Fact]) -> Option<&str> {
    report.first()?.place.as_ref().map(|(document, _)| document.as_str())
}

fn content(report: &[Fact], kept: impl Fn(&str) -> bool) -> Vec<(&str, String)> {
    let facts = report.iter().filter(|fact| fact.field != "reports" && kept(&fact.field));
    let mut content: Vec<_> = facts.map(|fact| (fact.field.as_str(), fact.key().2)).collect();
    content.sort();
    content
}

fn same_content(report: &[Fact], other: &[Fact]) -> bool {
    content(report, |_| true) == content(other, |_| true)
}

fn nearly_same_content(report: &[Fact], other: &[Fact]) -> bool {
    let same = |kept: fn(&str) -> bool| content(report, kept) == content(other, kept);
    document(report) == document(other)
        && (same(|field| field == "summary") || same(|field| field != "summary"))
}

/// That a report is another one more, or one less, of a document that reports the record on both sides.
fn still_reported(report: &[Fact], others: &[Fact]) -> Option<Change> {
    let of_document = |fact: &Fact| {
        fact.field == "reports" && document(std::slice::from_ref(fact)) == document(report)
    };
    others.iter().any(of_document).then_some(Change::Changed)
}
