//! `cnd diff`

use std::fs;

use cnd_tracker::model::{Dataset, Records};
use cnd_tracker::query::diff::{self, Difference};
use proptest::prelude::*;

use crate::random::{any_records, cases};
use crate::support::{DATA, Test};

#[test]
fn silence_on_a_field_is_no_change() {
    let args =
        "diff --documents a-80-6-sect-16 a-81-6-sect-16 -f csv --columns change,field,before,after";
    let run = Test::line(args).output();
    let is_one_sided = |line: &&str| {
        line.starts_with("changed,")
            && !line.starts_with("changed,planned,")
            && (line.ends_with(',') || line.contains(",,"))
    };
    assert_eq!(run.stdout.lines().filter(is_one_sided).collect::<Vec<_>>(), [""; 0]);
    assert!(run.stdout.contains("\nnot-reported-again,regions,\"Africa ("), "{}", run.stdout);
}

#[test]
fn what_is_no_longer_planned_has_changed() {
    for (documents, before) in
        [("a-80-6-sect-16 e-2024-28", true), ("e-2024-28 a-81-6-sect-16", false)]
    {
        let args = format!("diff --documents {documents} -f csv --columns change,field,before");
        let run = Test::line(&args).output();
        let planned = run.stdout.lines().filter(|line| line.contains(",planned,"));
        let changed =
            planned.map(|line| line.starts_with("changed,") && line.ends_with(',') != before);
        let changed: Vec<bool> = changed.collect();
        assert!(changed.len() > 3 && changed.iter().all(|so| *so), "{}", run.stdout);
    }
}

#[test]
fn a_table_names_the_field_where_the_change_does_not() {
    let run = Test::small("diff --documents first-note second-note --width 80").output();
    assert!(run.stdout.starts_with("change               id "), "{}", run.stdout);
    assert!(!run.stdout.contains("field"), "{}", run.stdout);
    assert!(
        run.stdout.contains("\nnot-reported-again   joint-scale    Côte d'Ivoire\n(countries) "),
        "{}",
        run.stdout
    );
    let pillars = |rest: &str| format!("pillars:\n  - {{id: one, number: 1, name: One}}\n{rest}");
    let rest = "  - {id: two, number: 2, name: Two}\n  - {id: three, number: 3, name: Three}\n";
    let run = Test::new(["diff", "old.yaml", "new.yaml"])
        .file("old.yaml", pillars(rest))
        .file("new.yaml", pillars(""))
        .output();
    assert!(run.stdout.contains("not shown (empty): field\n"), "{}", run.stdout);
}

#[test]
fn the_layout_of_files_makes_no_difference() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let stderr = "no differences found\n";
    Test::new(["diff", "embedded", shipped, "-f", "jsonl", "--exit-code"]).stderr(stderr).run();
    let path = format!("{DATA}/second-edition/session-164.yaml");
    let value: serde_json::Value =
        serde_yaml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    Test::new(["diff", &path, "same.json", "-f", "jsonl", "--exit-code"])
        .file("same.json", value.to_string())
        .stderr(stderr)
        .run();
}

#[test]
fn neither_of_the_two_is_overwritten() {
    for name in ["old.yaml", "new.yaml"] {
        let pillars = "pillars:\n  - {id: one, number: 1, name: One}\n";
        let run = Test::new(["diff", "old.yaml", "new.yaml", "-o", name])
            .file("old.yaml", pillars)
            .file("new.yaml", pillars)
            .refused(&format!("{name} is the dataset being read; choose another file to write"));
        assert_eq!(run.file(name), pillars);
    }
}

#[test]
fn either_of_the_two_can_be_standard_input() {
    let pillar = |name: &str| format!("pillars:\n  - {{id: one, number: 1, name: {name}}}\n");
    for (args, row) in [
        (["-", "file.yaml"], "changed,one,Piped,Filed\n"),
        (["file.yaml", "-"], "changed,one,Filed,Piped\n"),
    ] {
        Test::new(
            ["diff", "-f", "csv", "--columns", "change,id,before,after"].into_iter().chain(args),
        )
        .file("file.yaml", pillar("Filed"))
        .stdin(pillar("Piped"))
        .stdout(&format!("change,id,before,after\n{row}"))
        .run();
    }
}

fn between(old: &Records, new: &Records) -> Vec<Difference> {
    let [old, new] = [old, new].map(|records| Dataset::new("d".to_owned(), records.clone()));
    diff::datasets(&old, &new)
}

/// The records the other way round, and the lists in them.
fn reversed(records: &Records) -> Records {
    let mut records = records.clone();
    records.agencies.reverse();
    records.pillars.reverse();
    records.documents.reverse();
    records.programmes.reverse();
    records.commitments.reverse();
    for agency in &mut records.agencies {
        agency.aliases.reverse();
        agency.sources.reverse();
    }
    records.programmes.iter_mut().for_each(|programme| programme.reports.reverse());
    for report in records.programmes.iter_mut().flat_map(|programme| &mut programme.reports) {
        report.participants.reverse();
        report.countries.reverse();
        report.figures.reverse();
        report.regions.reverse();
    }
    records
}

proptest! {
    #![proptest_config(cases(48, 16))]

    #[test]
    fn a_dataset_does_not_differ_from_itself_in_another_order(data in any_records()) {
        prop_assert_eq!(between(&data, &data), vec![]);
        prop_assert_eq!(between(&data, &reversed(&data)), vec![]);
    }
}
