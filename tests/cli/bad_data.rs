//! Data that is hostile: what is said of it, and within which bounds of time and length.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::support::{Test, is_long};

/// Long enough for a slow machine, and far too short for anything that grows by more than its size.
const SOON: Duration = Duration::from_secs(60);

const LATER: &str = "; some checks were skipped until all errors are fixed";

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

/// What a check finds, and other commands refuse as well.
fn refused(name: &str, content: impl AsRef<[u8]>, expected: &[&str]) {
    finds(name, &content, expected);
    let run = Test::new(["pillars", "--data", name]).file(name, content).output();
    assert_eq!((run.stdout.as_str(), run.status), ("", 3), "{name}");
    for head in expected {
        assert!(run.stderr.contains(&format!("{name}:{head}\n")), "{}", run.stderr);
    }
}

#[test]
fn what_repeats_itself_is_refused_where_it_begins() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let below = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{below}]").unwrap();
    }
    let said = "1:5: error[syntax]: this value has a YAML anchor (&), which is not supported";
    refused("a.yaml", bomb, &[said]);
}

/// What is told is bounded, and what is not told is no reason to say that all is well.
#[test]
fn of_very_many_faults_the_first_are_told_and_the_others_counted_as_faults() {
    let keys: Vec<String> = (0..100).map(|number| format!("k{number}: 1")).collect();
    let keys = keys.join(", ");
    let mut text = "agencies:\n".to_owned();
    for number in 0..1_005 {
        writeln!(text, "  - {{id: a{number}, name: A, kind: academic, {keys}}}").unwrap();
    }
    text.push_str("  - {id: last, name: Last, kind: acadmic}\n");
    let run =
        Test::new(["check", "a.yaml", "--allow", "unknown-key"]).file("a.yaml", &text).output();
    let last = "no errors and no warnings in a.yaml; 100000 findings left out by --allow; there are more: fix these first, then check again";
    assert_eq!((run.stdout.lines().last(), run.status), (Some(last), 1));
    if !is_long() {
        return;
    }
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", &text).output();
    let last = "100000 errors and no warnings in a.yaml; there are more: fix these first, then check again";
    assert_eq!((run.stdout.lines().last(), run.status), (Some(last), 1));
    // Many warnings leave room for the error.
    let text = text.replace(&keys, &format!("aliases: [{}]", vec!["NO"; 100].join(", ")));
    let run = Test::new(["check", "a.yaml", "-f", "csv", "--columns", "line,code"])
        .file("a.yaml", text)
        .output();
    assert!(run.stdout.lines().count() > 100_000);
    assert!(run.stdout.contains("\n1007,unknown-word\n"));
    assert_eq!(run.status, 1);
}

#[test]
fn a_long_line_above_a_slip_is_looked_through_once() {
    let sources = vec!["{document: d, paragraph: \"1\"}"; 20_000].join(", ");
    let text = format!("documents:\n  - id: d\n    sources: [{sources}]\n    aliases: [a\n]\n");
    finds("a.yaml", text, &["5:1: error[syntax]: invalid indentation"]);
}

#[test]
fn a_big_file_is_looked_at_like_a_small_one() {
    let record = |number| format!("  - {{id: p{number}, number: 1, name: P}}\n");
    let records: String = (0..6_000).map(record).collect();
    assert!(records.len() > 128 * 1024);
    let heads = |text: Vec<u8>| {
        let run = Test::new(["pillars", "--data", "a.yaml"]).file("a.yaml", text).output();
        let head = run.stderr.lines().next().unwrap_or_default().to_owned();
        (head, run.stdout.is_empty(), run.status)
    };
    let refused = |head: &str| (format!("a.yaml:{head}"), true, 3);
    let mut latin = format!("pillars:\n{records}").into_bytes();
    latin.extend(b"  - {id: c, number: 1, name: C\xf4te}\n");
    assert_eq!(heads(latin), refused("6002:31: error[encoding]: this is not a character of UTF-8"));
    let nul = format!("pillars:\n{records}  - {{id: c, number: 1, name: C\0te}}\n");
    assert_eq!(
        heads(nul.into()),
        refused("6002:31: error[encoding]: there is a NUL character here")
    );
    let above = format!("# x\rjunk: 1\npillars:\n{records}");
    assert_eq!(
        heads(above.into()),
        refused("2:1: error[unknown-key]: unknown key `junk` in this dataset")
    );
    let escape = format!("# \u{1b}[31m\npillars:\n{records}");
    let head = "1:3: error[syntax]: the character U+001B cannot be written in YAML as it is";
    assert_eq!(heads(escape.into()), refused(head));
}

#[test]
fn nesting_is_bounded_however_it_is_written() {
    const DEEP: &str = "lists and mappings are nested more than 128 levels deep";
    let many = 10_000;
    let brackets = format!("pillars: {}{}\n", "[".repeat(many), "]".repeat(many));
    finds(
        "a.yaml",
        brackets,
        &["1:265: error[syntax]: lists and mappings are nested more than 128 levels deep"],
    );
    let open = format!("pillars: {}", "{a: ".repeat(many));
    finds("a.yaml", open, &[&format!("1:518: error[syntax]: {DEEP}")]);
    let dashes = format!("pillars:\n  {}x\n", "- ".repeat(many));
    finds("a.yaml", dashes, &[&format!("2:257: error[syntax]: {DEEP}")]);
    let lines: String = (0..1_000).map(|depth| format!("{}-\n", " ".repeat(depth))).collect();
    finds("a.yaml", format!("pillars:\n{lines}"), &[&format!("129:128: error[syntax]: {DEEP}")]);
    let json = format!("{{\"pillars\": {}{}}}\n", "[".repeat(many), "]".repeat(many));
    let deep = "1:139: error[syntax]: this is not JSON: recursion limit exceeded";
    finds("a.json", json, &[deep]);
}

#[test]
fn what_may_be_deep_is_refused_however_it_is_hidden() {
    for deep in [
        "[", "{a: ", "[\"]\", ", "[']', ", "[\n", "[a \" , \"]\", ", "x [ \", [ \"] ",
        "['it''s]', ", "[ # ]\n", "[a #]\n", "{\"a\":", "- ",
    ] {
        let (heads, status) = found("a.yaml", deep.repeat(20_000));
        assert_eq!((heads.len(), status), (1, 1), "{deep}");
    }
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
        "a.yaml:2:15: error[unknown-key]: unknown key `nmae` in this pillar\n  2 |   - {{id: one, nmae: {x}\n    \
         |               ^^^^\n  help: did you mean `name`?\n\n1 error and no warnings in a.yaml{LATER}\n"
    );
    assert_eq!((run.stdout, run.status), (expected, 1));
}

#[test]
fn the_caret_stands_under_the_value_whatever_stands_before_it() {
    for (name, key, line, caret) in [
        ("N", "bc", "- {name: N, bc: x}", "            ^^"),
        ("N\tM", "b", "- {name: N    M, b: x}", "                 ^"),
        ("é ü", "b", "- {name: é ü, b: x}", "              ^"),
        ("麻薬", "麻", "- {name: 麻薬, 麻: x}", "               ^^"),
        ("a\u{202e}", "b", "- {name: a\\u{202e}, b: x}", "                    ^"),
        ("e\u{301}", "b", "- {name: e\u{301}, b: x}", "            ^"),
    ] {
        let text = format!("pillars:\n- {{name: {name}, {key}: x}}\n");
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
        let expected = format!("unknown key `{key}` in this pillar\n  2 | {line}\n    | {caret}\n");
        assert!(run.stdout.contains(&expected), "{expected}{}", run.stdout);
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
    assert_eq!(heads[0], "2:10: warning[unused-agency]: agency `a0` is not used by any record");
    assert_eq!(heads[9_999], "5001:54: error[dangling-reference]: no agency has the id `b4999`");
}

/// To hold each value against each that is named twice would take minutes.
#[test]
fn of_many_values_each_is_told_that_stands_twice() {
    let countries = vec!["KEN"; 50_000].join(", ");
    let text = format!(
        "documents: [{{id: d, title: D, kind: note}}]\npillars: [{{id: one, number: 1, name: One}}]\nprogrammes:\n  - id: p\n    name: P\n    kind: event\n    pillar: one\n    filed_by: source\n    reports:\n      - {{document: d, paragraph: \"1\", summary: S, countries: [{countries}]}}\n"
    );
    let (heads, status) = found("a.yaml", text);
    let twice = heads.iter().filter(|head| head.ends_with(": `KEN` is named twice"));
    assert_eq!((twice.count(), status), (49_999, 0));
}

#[test]
fn of_a_long_value_no_message_shows_more_than_its_beginning() {
    let long = "x".repeat(1_000_000);
    for text in [
        format!("agencies:\n  - {{id: a, name: A, kind: {long}, parent: {long}}}\n"),
        format!(
            "agencies:\n  - {{id: {long}, name: {long}, kind: regional, acronym: [{long}], {long}: 1}}\n"
        ),
        format!(
            "agencies:\n  - {{id: \"{long} \", name: A, kind: x, aliases: [{long}, {long}]}}\n"
        ),
        format!(
            "documents:\n  - {{id: a, title: A, kind: note, date: {long}, session: {long}, body: {long}}}\n"
        ),
    ] {
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
        let longest = run.stdout.lines().map(str::len).max().unwrap();
        assert!(longest < 500, "{}", &run.stdout[..2_000]);
        assert_eq!(run.status, 1);
    }
}

#[test]
fn what_was_meant_is_looked_for_only_so_often() {
    let agency = |i| format!("  - {{id: a{i}, name: A{i}, kind: academic, parent: b{i}}}\n");
    let text = (0..1_000).map(agency).collect::<String>();
    let run = Test::new(["check", "-", "-f", "csv"]).stdin(format!("agencies:\n{text}")).output();
    let dangling = run.stdout.lines().filter(|line| line.contains("dangling-reference")).count();
    let helped = run.stdout.lines().filter(|line| line.contains("did you mean")).count();
    // To the first ten, such as `b7`, nothing is near.
    assert_eq!((dangling, helped), (1_000, 197));
}
