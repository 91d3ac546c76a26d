//! Every filter against a plain computation over the records as they are written.

use std::collections::BTreeSet;

use cnd_tracker::model::{
    AgencyKind, DocumentKind, Force, Group, ProgrammeKind, Records, Role, Vocabulary,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;

use crate::full::text;
use crate::plain::{Asked, agencies, commitments, documents, due, made, programmes};
use crate::random::{AGENCIES, DOCUMENTS, PILLARS, PROGRAMMES, any_records, cases};
use crate::support::Test;

/// A flag with one to three of these values.
fn flag(name: &'static str, values: Vec<String>) -> BoxedStrategy<(&'static str, Vec<String>)> {
    let most = values.len().min(3);
    subsequence(values, 1..=most).prop_map(move |values| (name, values)).boxed()
}

fn numbered(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|i| format!("{prefix}{i}")).collect()
}

fn owned<T: Vocabulary>() -> Vec<String> {
    T::words().into_iter().map(str::to_owned).collect()
}

fn list(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// One value alone, for a flag that can be given only once.
fn single(
    name: &'static str,
    values: &[&'static str],
) -> BoxedStrategy<(&'static str, Vec<String>)> {
    select(values.to_vec()).prop_map(move |value| (name, vec![value.to_owned()])).boxed()
}

const WORDS: [&str; 4] = ["quagga", "ZÉBRA", "okapi quagga", "okapi"];
const AGENCY_WORDS: [&str; 3] = ["walrus", "NÁRWHAL", "narwhal walrus"];
const DATES: [&str; 6] = ["2001", "2002-06", "2003", "2003-07-15", "2004", "2005-12"];

/// One to three flags; those of `once` at most once.
fn asked(
    flags: Vec<BoxedStrategy<(&'static str, Vec<String>)>>,
    once: &'static [&'static str],
) -> impl Strategy<Value = Asked> {
    vec(proptest::strategy::Union::new(flags), 1..=3).prop_map(move |mut flags| {
        let mut seen = BTreeSet::new();
        flags.retain(|(flag, _)| seen.insert(*flag) || !once.contains(flag));
        Asked(flags)
    })
}

/// Random records with words in them that a search can look for.
fn records() -> impl Strategy<Value = Value> {
    let names = || vec(select(vec!["Quagga", "a zebra", "Okapi, quagga", "None"]), 24);
    (any_records(), names()).prop_map(|(mut records, names)| {
        named(&mut records, &names);
        serde_json::to_value(records).unwrap()
    })
}

fn named(records: &mut Records, names: &[&str]) {
    // Agencies are named in records of every kind: what is sought in those is not sought in these.
    let agencies = ["Walrus", "a narwhal", "Walrus, narwhal", "None"].iter().cycle();
    for (agency, name) in records.agencies.iter_mut().zip(agencies.skip(names[0].len())) {
        agency.name = text(name);
    }
    let mut names = names.iter().cycle().map(|name| text(name));
    let mut next = || names.next().unwrap();
    records.documents.iter_mut().for_each(|document| document.title = next());
    records.commitments.iter_mut().for_each(|commitment| commitment.statement = next());
    for programme in &mut records.programmes {
        programme.name = next();
        programme.reports.iter_mut().for_each(|report| report.summary = Some(next()));
    }
}

/// The ids that the command lists, each with a number from the column `count`.
fn listed(command: &str, asked: &Asked, count: &str, data: &Value) -> Vec<(String, usize)> {
    let columns = format!("--columns=id,{count}");
    let args = [command, "-f", "jsonl", "--data", "-", &columns];
    let flags = asked.args();
    let args = args.into_iter().chain(flags.iter().map(String::as_str));
    let run = Test::new(args).stdin(data.to_string()).output();
    assert_eq!(run.status, 0, "{asked:?}: {}", run.stderr);
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).unwrap();
        let number = match &row[count] {
            Value::Array(items) => items.len(),
            number => usize::try_from(number.as_u64().unwrap_or_default()).unwrap(),
        };
        (row["id"].as_str().unwrap().to_owned(), number)
    };
    run.stdout.lines().map(row).collect()
}

/// The same rows, in whatever order they are listed.
fn sorted(mut rows: Vec<(String, usize)>) -> Vec<(String, usize)> {
    rows.sort();
    rows
}

fn programme_flags() -> impl Strategy<Value = Asked> {
    let flags = vec![
        flag("pillar", numbered("p", PILLARS)),
        flag("agency", numbered("a", AGENCIES)),
        flag("agency", numbered("a", AGENCIES)),
        flag("role", owned::<Role>()),
        flag("role", owned::<Role>()),
        flag("lead", numbered("a", AGENCIES)),
        flag("only", numbered("a", AGENCIES)),
        flag("without", numbered("a", AGENCIES)),
        flag("country", list(&["CIV", "KEN", "TUR", "FRA"])),
        flag("government", list(&["CIV", "KEN", "TUR", "FRA"])),
        flag("kind", owned::<ProgrammeKind>()),
        flag("document", numbered("d", DOCUMENTS)),
        flag("document", numbered("d", DOCUMENTS)),
        flag("paragraph", list(&["1", "2", "3", "fn. 1"])),
        single("since", &DATES),
        single("until", &DATES),
        single("search", &WORDS),
    ];
    asked(flags, &["since", "until", "search"])
}

fn agency_flags() -> impl Strategy<Value = Asked> {
    let flags = vec![
        flag("with", numbered("a", AGENCIES)),
        flag("with", numbered("a", AGENCIES)),
        flag("pillar", numbered("p", PILLARS)),
        flag("role", owned::<Role>()),
        flag("role", owned::<Role>()),
        flag("kind", owned::<AgencyKind>()),
        flag("programme", numbered("g", PROGRAMMES)),
        flag("document", numbered("d", DOCUMENTS)),
        single("search", &AGENCY_WORDS),
    ];
    asked(flags, &["search"])
}

fn document_flags() -> impl Strategy<Value = Asked> {
    let flags = vec![
        flag("kind", owned::<DocumentKind>()),
        flag("body", numbered("a", AGENCIES)),
        flag("document", numbered("d", DOCUMENTS)),
        single("search", &WORDS),
    ];
    asked(flags, &["search"])
}

fn commitment_flags() -> impl Strategy<Value = Asked> {
    let parties = || [numbered("a", AGENCIES), owned::<Group>()].concat();
    let flags = vec![
        flag("by", parties()),
        flag("to", parties()),
        flag("force", owned::<Force>()),
        flag("pillar", numbered("p", PILLARS)),
        flag("document", numbered("d", DOCUMENTS)),
        single("due-before", &DATES),
        single("search", &WORDS),
    ];
    asked(flags, &["search", "due-before"])
}

proptest! {
    #![proptest_config(cases(96, 32))]

    #[test]
    fn programmes_are_those_that_answer(data in records(), asked in programme_flags()) {
        // No date is after a later one: that is refused.
        let date = |flag| asked.0.iter().find(|(name, _)| *name == flag).map(|(_, v)| v[0].clone());
        prop_assume!(date("until").zip(date("since")).is_none_or(|(until, since)| until >= since));
        let rows = listed("programmes", &asked, "sources", &data);
        prop_assert_eq!(sorted(rows), sorted(programmes(&asked, &data)));
    }

    #[test]
    fn agencies_are_those_that_answer(data in records(), asked in agency_flags()) {
        let count = if asked.has("with") { "shared" } else { "programmes" };
        let rows = listed("agencies", &asked, count, &data);
        if asked.has("with") {
            prop_assert!(rows.is_sorted_by(|(_, shared), (_, less)| shared >= less), "{:?}", rows);
        }
        prop_assert_eq!(sorted(rows), sorted(agencies(&asked, &data)));
    }
}

proptest! {
    #![proptest_config(cases(40, 13))]

    #[test]
    fn documents_are_those_that_answer(data in records(), asked in document_flags()) {
        let rows = listed("documents", &asked, "programmes", &data);
        prop_assert_eq!(sorted(rows), sorted(documents(&asked, &data)));
    }

    #[test]
    fn commitments_are_those_that_answer(data in records(), asked in commitment_flags()) {
        let rows = listed("commitments", &asked, "made_by", &data);
        // With --due-before, what is due first comes first.
        let is_by_due = asked.0.iter().any(|(name, _)| *name == "due-before");
        if is_by_due {
            prop_assert!(rows.is_sorted_by_key(|(id, _)| due(id, &data)), "{:?}", rows);
        } else {
            prop_assert!(rows.is_sorted_by_key(|(id, _)| made(id, &data)), "{:?}", rows);
        }
        prop_assert_eq!(sorted(rows), sorted(commitments(&asked, &data)));
    }
}
