//! Two records, or two documents' reports of one, fact by fact.

use std::collections::BTreeMap;

use crate::model::{AnyRecord, fold};

use super::facts::Fact;
use super::figures::figures;
use super::reports::reports;
use super::{Change, Difference};

/// What is compared: by that, what is missing on one side means different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Two states of a dataset: what is gone was taken out.
    Datasets,
    /// Two documents: what is gone is not repeated.
    Documents,
}

/// The differences between the facts of a record before and after, in the words of the field.
pub(super) fn compare(
    between: Between,
    record: &dyn AnyRecord,
    old: &[Fact],
    new: &[Fact],
) -> Vec<Difference> {
    let mut gone = missing(old, new);
    let mut come = missing(new, old);
    let mut rows = Rows { record, differences: Vec::new() };
    reports((old, new), &mut gone, &mut come, &mut rows);
    partners(between, (old, new), &mut gone, &mut come, &mut rows);
    figures(between, &mut gone, &mut come, &mut rows);
    for (field, before, after) in grouped(&gone, &come) {
        // What is no longer said to be planned is said to be done or under way. Of the rest, only a date or the role of
        // an agency takes the place of another.
        let is_replaced = field == "planned"
            || matches!(field, "date" | "participants") && !before.is_empty() && !after.is_empty();
        if between == Between::Datasets || is_replaced {
            rows.add(Change::Changed, field, before, after);
            continue;
        }
        if !before.is_empty() {
            rows.add(Change::NotReportedAgain, field, before, []);
        }
        if !after.is_empty() {
            rows.add(Change::NewlyReported, field, [], after);
        }
    }
    rows.differences
}

pub(super) struct Rows<'r> {
    record: &'r dyn AnyRecord,
    differences: Vec<Difference>,
}

impl Rows<'_> {
    pub fn add<'f>(
        &mut self,
        change: Change,
        field: &str,
        before: impl IntoIterator<Item = &'f Fact>,
        after: impl IntoIterator<Item = &'f Fact>,
    ) {
        let (before, after) = (quoted(before), quoted(after));
        self.differences.push(Difference::new(change, self.record, Some(field), before, after));
    }
}

/// What the facts say, with where they stand, in an order of their own.
fn quoted<'f>(facts: impl IntoIterator<Item = &'f Fact>) -> Vec<String> {
    let mut facts: Vec<&Fact> = facts.into_iter().collect();
    facts.sort_by_cached_key(|fact| (fact.cite.clone(), fold(&fact.shown), fact.shown.clone()));
    let quote = |fact: &Fact| match &fact.cite {
        Some(cite) => format!("{} ({cite})", fact.shown),
        None => fact.shown.clone(),
    };
    facts.into_iter().map(quote).collect()
}

/// The facts that have no match among others.
pub(super) fn missing(facts: &[Fact], others: &[Fact]) -> Vec<Fact> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for other in others {
        *counts.entry(other.key()).or_default() += 1;
    }
    let mut missing = Vec::new();
    for fact in facts {
        match counts.get_mut(&fact.key()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => missing.push(fact.clone()),
        }
    }
    missing
}

/// Adds the agencies that take part on one side only, by whatever report.
fn partners(
    between: Between,
    (old, new): (&[Fact], &[Fact]),
    gone: &mut Vec<Fact>,
    come: &mut Vec<Fact>,
    rows: &mut Rows<'_>,
) {
    let agencies = |facts: &[Fact]| -> BTreeMap<String, Vec<Fact>> {
        let mut agencies: BTreeMap<String, Vec<Fact>> = BTreeMap::new();
        for fact in facts.iter().filter(|fact| fact.field == "participants") {
            agencies.entry(fact.text("agency").to_owned()).or_default().push(fact.clone());
        }
        agencies
    };
    let (old, new) = (agencies(old), agencies(new));
    let (left, joined) = match between {
        Between::Datasets => (Change::PartnerLeft, Change::PartnerJoined),
        Between::Documents => (Change::PartnerNotNamedAgain, Change::PartnerNewlyNamed),
    };
    for (agency, facts) in old.iter().filter(|(agency, _)| !new.contains_key(*agency)) {
        rows.add(left, "participants", facts, []);
        gone.retain(|fact| fact.field != "participants" || fact.text("agency") != agency);
    }
    for (agency, facts) in new.iter().filter(|(agency, _)| !old.contains_key(*agency)) {
        rows.add(joined, "participants", [], facts);
        come.retain(|fact| fact.field != "participants" || fact.text("agency") != agency);
    }
}

type Group<'f> = (&'f str, Vec<&'f Fact>, Vec<&'f Fact>);

/// The facts of one field and report, before and after; participants by agency.
fn grouped<'f>(gone: &'f [Fact], come: &'f [Fact]) -> Vec<Group<'f>> {
    fn scope(fact: &Fact) -> &str {
        if fact.field == "participants" { fact.text("agency") } else { "" }
    }
    let mut groups: BTreeMap<_, Group<'f>> = BTreeMap::new();
    let sides = gone.iter().map(|fact| (fact, true)).chain(come.iter().map(|fact| (fact, false)));
    for (fact, before) in sides {
        let group = groups.entry((&fact.field, &fact.place, scope(fact))).or_insert((
            fact.field.as_str(),
            Vec::new(),
            Vec::new(),
        ));
        if before { &mut group.1 } else { &mut group.2 }.push(fact);
    }
    groups.into_values().collect()
}
