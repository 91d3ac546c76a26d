//! Data that is hostile or has had bad luck: what is said of it, to the letter, and within which bounds.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::support::Test;

/// Long enough for a slow machine, and far too short for anything that grows by more than its size.
const SOON: Duration = Duration::from_secs(60);

const LATER: &str = "; what is nowhere referred to is looked for when all records can be read";

/// The lines that begin a finding, with the place, the code and the sentence, and what stands beside them.
fn found(name: &str, content: impl AsRef<[u8]>) -> (Vec<String>, i32) {
    let begun = Instant::now();
    let run = Test::new(["check", name]).file(name, content).output();
    assert!(begun.elapsed() < SOON, "{name} took {:?}", begun.elapsed());
    assert_eq!(run.stderr, "", "{name}");
    let place = format!("{name}:");
    let heads = run.stdout.lines().filter_map(|line| line.strip_prefix(&place));
    (heads.map(str::to_owned).collect(), run.status)
}

fn finds(name: &str, content: impl AsRef<[u8]>, expected: &[&str]) {
    let (heads, status) = found(name, content);
    assert_eq!(heads, expected, "{name}");
    let errors = expected.iter().any(|head| head.contains(": error["));
    assert_eq!(status, i32::from(errors), "{name}");
}

const GOOD: &str = "pillars:\n  - {id: one, number: 1, name: One}\n";

#[test]
fn aliases_unfold_to_a_million_values_at_most() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let below = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{below}]").unwrap();
    }
    let expected =
        ["6:45: error[syntax]: the aliases of this file unfold to more than 1000000 values"];
    finds("a.yaml", bomb, &expected);
}

#[test]
fn an_alias_inside_its_own_anchor_is_refused() {
    let expected = ["1:15: error[syntax]: this alias stands inside the value that it repeats"];
    finds("a.yaml", "pillars: &a [ *a ]\n", &expected);
}

#[test]
fn merge_keys_are_refused_and_aliases_are_read() {
    let text = "pillars:\n  - &p {id: one, number: 1, name: One}\n  - {<<: *p, id: two}\n";
    finds("a.yaml", text, &["3:6: error[unknown-key]: no pillar has a key `<<`"]);
    let text =
        "pillars:\n  - {id: one, number: 1, name: &n One}\n  - {id: two, number: 2, name: *n}\n";
    finds("a.yaml", text, &[]);
}

#[test]
fn nesting_is_bounded_however_it_is_written() {
    const DEEP: &str = "lists and mappings stand more than 128 deep in one another";
    let many = 10_000;
    let brackets = format!("pillars: {}{}\n", "[".repeat(many), "]".repeat(many));
    finds("a.yaml", brackets, &["1:265: error[syntax]: recursion limit exceeded"]);
    let open = format!("pillars: {}", "{a: ".repeat(many));
    finds("a.yaml", open, &[&format!("1:518: error[syntax]: {DEEP}")]);
    let dashes = format!("pillars:\n  {}x\n", "- ".repeat(many));
    finds("a.yaml", dashes, &[&format!("2:259: error[syntax]: {DEEP}")]);
    let lines: String = (0..1_000).map(|depth| format!("{}-\n", " ".repeat(depth))).collect();
    finds("a.yaml", format!("pillars:\n{lines}"), &[&format!("129:128: error[syntax]: {DEEP}")]);
    let json = format!("{{\"pillars\": {}{}}}\n", "[".repeat(many), "]".repeat(many));
    finds("a.json", json, &[&format!("1:140: error[syntax]: {DEEP}")]);
}

#[test]
fn a_long_text_is_read_and_a_fault_beside_it_is_shown_in_a_short_line() {
    let long = "x".repeat(8_000_000);
    let good = format!("pillars:\n  - {{id: one, number: 1, name: {long}}}\n");
    finds("a.yaml", good, &[]);
    let bad = format!("pillars:\n  - {{id: one, nmae: {long}, number: 1, name: One}}\n");
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", bad).output();
    let x = "x".repeat(60 - 2);
    let expected = format!(
        "a.yaml:2:15: error[unknown-key]: no pillar has a key `nmae`\n  2 |   - {{id: one, nmae: {x}\n    \
         |               ^^^^\n  help: did you mean `name`?\n\n1 error and no warnings in 1 file{LATER}\n"
    );
    assert_eq!((run.stdout, run.status), (expected, 1));
}

#[test]
fn a_character_that_cannot_stand_in_a_file_hides_no_other_fault() {
    let more =
        "2:14: error[wrong-type]: this is `x`, but a whole number from 0 to 255 belongs here";
    let text = b"pillars:\n  - {number: x, id: one, name: \"O\0ne\"}\n";
    finds("a.yaml", text, &[more, "2:34: error[encoding]: there is a NUL character here"]);
    let latin = b"pillars:\n  - {number: x, id: one, name: C\xf4te}\n";
    finds("a.yaml", latin, &[more, "2:33: error[encoding]: this is no character of UTF-8"]);
    let wide: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    finds("a.yaml", marked, &["1:1: error[encoding]: the file is in UTF-16"]);
    finds("a.yaml", wide, &["1:1: error[encoding]: the file is in UTF-16"]);
}

#[test]
fn a_file_with_nothing_in_it_adds_nothing() {
    for nothing in ["", "\n \n", "# a comment\n  # and another\n", "\u{feff}"] {
        let run = Test::new(["check", "set"]).file("set/a.yaml", nothing).file("set/b.yaml", GOOD);
        run.stdout("no errors and no warnings in 2 files\n").run();
        let expected = ["1:1: error[no-records]: there is no record in this dataset"];
        finds("a.yaml", nothing, &expected);
    }
    finds("a.json", "", &["1:1: error[syntax]: the file is empty"]);
}

#[test]
fn several_documents_in_a_file_are_refused_and_the_first_is_checked() {
    let text = "pillars:\n  - {id: one, number: x, name: One}\n---\npillars: []\n";
    let expected = [
        "2:23: error[wrong-type]: this is `x`, but a whole number from 0 to 255 belongs here",
        "3:1: error[syntax]: there are several YAML documents in this file",
    ];
    finds("a.yaml", text, &expected);
}

#[test]
fn json_and_yaml_may_bear_the_name_of_the_other_as_far_as_possible() {
    let json = "{\n\t\"pillars\": [{\"id\": \"one\", \"number\": 1, \"name\": \"\\ud83d\\ude00 \\/\"}]\n}\n";
    finds("a.json", json, &[]);
    finds("a.yaml", json, &[]);
    finds("a.yaml", json.replace("\\ud83d\\ude00", "One"), &[]);
    let run = Test::new(["check", "a.json"]).file("a.json", GOOD).output();
    let expected = "a.json:1:1: error[syntax]: this is no JSON: expected value\n  1 | pillars:\n    | ^\n  \
                    help: if this is YAML, let the name of the file end in .yaml\n\n";
    assert_eq!(run.stdout, format!("{expected}1 error and no warnings in 1 file{LATER}\n"));
}

#[test]
fn ids_that_are_no_slugs_are_refused_and_shown_without_harm() {
    for (id, shown, slug) in [
        ("a b", "a b", "a-b"),
        ("'a/b'", "a/b", "a-b"),
        ("'a\"b'", "a\"b", "a-b"),
        ("../a", "../a", "a"),
        ("É", "É", "e"),
        ("\"\\e[31m\"", "\\u{1b}[31m", "31m"),
    ] {
        let text = format!("pillars:\n  - {{id: {id}, number: 1, name: One}}\n");
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
        let sentence = format!("a.yaml:2:10: error[bad-id]: `{shown}` is not an id\n");
        assert!(run.stdout.starts_with(&sentence), "{}", run.stdout);
        assert!(run.stdout.contains(&format!("\n  help: write `{slug}`: ")), "{}", run.stdout);
        assert!(!run.stdout.contains('\u{1b}'), "{}", run.stdout);
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    for number in [".nan", ".inf", "-.inf", "1e999", "many"] {
        let text = format!(
            "programmes:\n  - id: a\n    name: A\n    reports:\n      - figures: [{{value: {number}, unit: u, of: o}}]\n"
        );
        let (heads, status) = found("a.yaml", text);
        let place =
            format!("5:27: error[wrong-type]: this is `{number}`, but a number belongs here");
        assert!(heads.contains(&place) && status == 1, "{heads:?}");
    }
}

#[test]
fn many_faults_and_many_records_take_no_more_than_their_share() {
    let mut text = "agencies:\n".to_owned();
    for number in 0..5_000 {
        writeln!(text, "  - {{id: a{number}, name: A{number}, kind: regional, parent: b{number}}}")
            .unwrap();
    }
    let (heads, status) = found("a.yaml", text);
    assert_eq!((heads.len(), status), (10_000, 1));
    assert_eq!(heads[0], "2:10: warning[unused-agency]: nothing refers to the agency `a0`");
    assert_eq!(heads[9_999], "5001:54: error[dangling-reference]: no agency has the id `b4999`");
}

#[test]
fn a_record_that_is_not_well_formed_hides_no_other() {
    let text = "pillars:\n  - id: one\n    name: \"One\n    number: 1\n  - id: two\n    number: x\n    name: Two\n  \
                - id: three\n    name: a: b\n    number: 3\n  - id: four\n    number: 4\nprogrammes:\n  - id: p\n    \
                name: P\n    kind: event\n    pillar: three\n    filed_by: source\n    second_pillars: [one, two, six]\n    \
                reports: []\n";
    let expected = [
        "3:11: error[syntax]: invalid indentation in quoted scalar",
        "6:13: error[wrong-type]: this is `x`, but a whole number from 0 to 255 belongs here",
        "9:12: error[syntax]: mapping values are not allowed in this context",
        "11:5: error[missing-key]: this pillar has no `name`",
        "19:32: error[dangling-reference]: no pillar has the id `six`",
        "20:14: error[unsourced]: no report says anything of the programme `p`",
    ];
    finds("a.yaml", text, &expected);
}
