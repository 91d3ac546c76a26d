//! What is blamed for a fault is what a person has to correct.

use crate::hidden::check;
use crate::support::Test;

#[test]
fn the_line_with_the_slip_is_blamed_and_not_the_next() {
    const KEY: &str = "there is no colon and space behind this key";
    const ITEM: &str = "this begins no item of a list";
    const NEITHER: &str = "this is neither a key with a value nor an item";
    const MEANT: &str = "write `name: x`, begin it with # as a comment, delete it, or indent it deeper than the key whose text it continues";
    for (line, place, why, help) in [
        ("    name:One", "3:5", KEY, "write `name: One`"),
        ("    name One", "3:5", KEY, "write `name: One`"),
        ("    name = One", "3:5", KEY, "write `name: One`"),
        ("    name： One", "3:5", KEY, "write `name: One`"),
        ("    name:\u{a0}One", "3:5", KEY, "write `name: One`"),
        ("    // One", "3:5", NEITHER, MEANT),
        ("  -id: two", "3:3", ITEM, "begin an item with a dash and a space: `- id: x`"),
        ("  • id: two", "3:3", ITEM, "begin an item with a dash and a space: `- id: x`"),
        ("    aliases: [One", "3:14", "this bracket is not closed", "close it with ] or }"),
        (
            "\tname: One",
            "3:1",
            "there is a tab where only spaces can stand",
            "delete the tab, and indent with spaces",
        ),
        (
            "    name: 'O's name'",
            "3:14",
            "the text in quotes ends before this",
            "write a quote within single quotes twice, or put quotes of the other kind round the text",
        ),
    ] {
        let text = format!("pillars:\n  - id: one\n{line}\n    number: 1\n");
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
        let head = format!("a.yaml:{place}: error[syntax]: {why}\n");
        assert!(run.stdout.starts_with(&head), "{}", run.stdout);
        assert!(run.stdout.contains(&format!("\n  help: {help}\n")), "{}", run.stdout);
    }
}

#[test]
fn what_a_record_is_called_stands_for_no_id_and_the_id_is_told() {
    let text = "agencies:\n  - {id: unodc, name: United Nations Office, acronym: UNODC, kind: secretariat}\n  - {id: a, name: A, kind: secretariat, parent: U.N.O.D.C.}\ndocuments:\n  - {id: note, symbol: E/CN.7/1, title: Note, kind: note, sources: [{document: note, paragraph: title}]}\n  - {id: b, title: B, kind: note, sources: [{document: E/CN.7/1, paragraph: title}]}\npillars: [{id: one, number: 1, name: One}]\ncommitments:\n  - {id: c, statement: S, force: planned, filed_by: editors, pillar: one, made_by: [UN entities, United Nations Office, Nobody], sources: [{document: note, paragraph: \"1\"}]}\n";
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
    let helps: Vec<&str> =
        run.stdout.lines().filter_map(|line| line.strip_prefix("  help: ")).collect();
    let expected = [
        "did you mean `unodc`?",
        "did you mean `note`?",
        "did you mean `united-nations-entities`?",
        "did you mean `unodc`?",
        "write `nobody`: lower-case letters and digits joined by hyphens",
    ];
    assert_eq!(helps, expected, "{}", run.stdout);
}

#[test]
fn a_record_whose_id_is_misspelt_or_runs_on_makes_no_reference_lead_nowhere() {
    let parent = "  - {id: p, name: P, kind: regional, parent: b}\n";
    for (record, expected) in [
        ("  - ID: b\n    name: B\n    kind: regional\n", vec!["a.yaml:3:5 unknown-key"]),
        ("  - name: B\n    kind: regional\n", vec!["a.yaml:3:5 missing-key"]),
        ("    id: b\n", vec!["a.yaml:3:5 duplicate-key"]),
    ] {
        let first = "  - id: a\n".to_owned() + record;
        let text = if expected[0].contains("duplicate") {
            format!("agencies:\n{first}    name: A\n    kind: regional\n{parent}")
        } else {
            format!("agencies:\n{parent}{record}")
        };
        assert_eq!(check(&[("a.yaml", &text)]).0, expected, "{text}");
    }
}

#[test]
fn of_two_records_with_one_id_neither_is_said_to_be_unused() {
    let text = "agencies:\n  - {id: a, name: A, kind: regional}\n  - {id: a, name: B, kind: regional}\n  - {id: p, name: P, kind: regional, parent: a}\n";
    assert_eq!(
        check(&[("a.yaml", text)]).0,
        ["a.yaml:3:10 duplicate-id", "a.yaml:4:10 unused-agency"]
    );
}

#[test]
fn what_an_alias_repeats_is_blamed_where_the_alias_stands() {
    let text = "pillars:\n  - &a {id: one, number: 1, name: One}\n  - *a\n";
    assert_eq!(check(&[("a.yaml", text)]).0, ["a.yaml:3:5 duplicate-id"]);
}

#[test]
fn what_follows_a_record_without_its_dash_is_not_said_of_the_one_before() {
    let text = "agencies:\n  - id: a\n    name: A\n    kind: regional\n    id: b\n    name: \"\"\n    parent: a\n    kind: acadmic\n";
    let found = check(&[("a.yaml", text)]).0;
    assert_eq!(
        found,
        ["a.yaml:5:5 duplicate-key", "a.yaml:6:11 empty-text", "a.yaml:8:11 unknown-word"]
    );
}

#[test]
fn the_value_of_a_misspelt_key_is_judged_as_that_of_the_one_that_is_meant() {
    let text = "agencies:\n  - {id: aa, name: Aa, knid: acadmic}\n  - {id: bb, nmae: Bb, kind: academic}\n";
    let expected =
        ["a.yaml:2:24 unknown-key", "a.yaml:2:30 unknown-word", "a.yaml:3:14 unknown-key"];
    assert_eq!(check(&[("a.yaml", text)]).0, expected);
}

#[test]
fn a_brace_that_is_missing_is_blamed_however_many_items_follow() {
    let text = "agencies:\n  - id: a\n    name: A\n    sources:\n      - {document: d, paragraph: \"1\"\n      - {document: d, paragraph: \"2\"}\n      - {document: d, paragraph: \"3\"}\n    kind: regional\n";
    assert_eq!(check(&[("a.yaml", text)]).0, ["a.yaml:5:9 syntax"]);
}
