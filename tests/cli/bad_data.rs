//! Data that is hostile or has had bad luck: what is said of it, to the letter, and within which bounds.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::support::{Test, is_long};

/// Long enough for a slow machine, and far too short for anything that grows by more than its size.
const SOON: Duration = Duration::from_secs(60);

const LATER: &str = "; some checks were skipped until these errors are fixed";

/// The lines that begin a finding, with the place, the code and the sentence, and what stands beside them.
pub fn found(name: &str, content: impl AsRef<[u8]>) -> (Vec<String>, i32) {
    let begun = Instant::now();
    let run = Test::new(["check", name]).file(name, content).output();
    assert!(begun.elapsed() < SOON, "{name} took {:?}", begun.elapsed());
    assert_eq!(run.stderr, "", "{name}");
    let place = format!("{name}:");
    let heads = run.stdout.lines().filter_map(|line| line.strip_prefix(&place));
    (heads.map(str::to_owned).collect(), run.status)
}

pub fn finds(name: &str, content: impl AsRef<[u8]>, expected: &[&str]) {
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

pub const GOOD: &str = "pillars:\n  - {id: one, number: 1, name: One}\n";

#[test]
fn the_first_line_that_is_not_indented_with_spaces_is_named() {
    for (text, named) in [
        ("\t- id: x1\n\t\tname: Cafe\n", "a tab where only spaces"),
        ("\u{a0} - id: x1\n    name: Cafe\n", "a no-break space where only plain spaces"),
        ("\u{2003}- id: x1\n    name: Cafe\n", "white space other than spaces where only spaces"),
    ] {
        let first = format!("2:1: error[syntax]: there is {named} can stand");
        finds("a.yaml", format!("agencies:\n{text}"), &[&first]);
    }
}

#[test]
fn aliases_repeat_ten_times_the_file_and_a_megabyte_at_most() {
    const TOO_MUCH: &str = "error[syntax]: the aliases of this file repeat more than ten times its length and a megabyte";
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let below = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{below}]").unwrap();
    }
    refused("a.yaml", bomb, &[&format!("5:30: {TOO_MUCH}")]);
    // Few values, but long ones.
    let mut long =
        format!("pillars:\n  - {{id: p, number: 1, name: &n {}}}\n", "x".repeat(1_000_000));
    for number in 0..20_000 {
        writeln!(long, "  - {{id: p{number}, number: 1, name: *n}}").unwrap();
    }
    refused("a.yaml", long, &[&format!("21:32: {TOO_MUCH}")]);
    // Many short ones, within the bounds.
    let source = "    sources: [*s]\n";
    let agency =
        |number| format!("  - id: a{number}\n    name: A{number}\n    kind: regional\n{source}");
    let agencies: String = (0..5_000).map(agency).collect();
    let text = format!(
        "documents:\n  - id: d\n    title: D\n    kind: note\n    sources: [&s {{document: d, paragraph: title}}]\nagencies:\n{agencies}"
    );
    finds("a.yaml", text, &[]);
}

/// What is told is bounded, and what is not told is no reason to say that all is well.
#[test]
fn of_very_many_faults_the_first_are_told_and_the_others_counted_as_faults() {
    let mut text = "agencies:\n".to_owned();
    for number in 0..100_500 {
        writeln!(text, "  - {{id: a{number}, nmae: A, kind: academic}}").unwrap();
    }
    text.push_str("  - {id: last, name: Last, kind: acadmic}\n");
    let run =
        Test::new(["check", "a.yaml", "--allow", "unknown-key"]).file("a.yaml", &text).output();
    let last = "no errors and no warnings in a.yaml; 100000 findings left out by --allow; there are more: mend these \
                first, and check again";
    assert_eq!((run.stdout.lines().last(), run.status), (Some(last), 1));
    if !is_long() {
        return;
    }
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", &text).output();
    let last = "100000 errors and no warnings in a.yaml; there are more: mend these first, and check again";
    assert_eq!((run.stdout.lines().last(), run.status), (Some(last), 1));
    // Many warnings leave room for the error.
    let text =
        text.replace("nmae", "name").replace("kind: academic", "kind: academic, acronym: NO");
    let run = Test::new(["check", "a.yaml", "-f", "csv", "--columns", "line,code"])
        .file("a.yaml", text)
        .output();
    assert!(run.stdout.contains("\n100502,unknown-word\n"));
    assert_eq!(run.status, 1);
}

#[test]
fn a_long_line_above_a_slip_is_looked_through_once() {
    let sources = vec!["{document: d, paragraph: \"1\"}"; 20_000].join(", ");
    let text = format!("documents:\n  - id: d\n    sources: [{sources}]\n    aliases: [a\n]\n");
    finds("a.yaml", text, &["5:1: error[syntax]: invalid indentation"]);
}

#[test]
fn lines_that_end_in_a_return_alone_end_a_comment() {
    let text = "# a comment\rpillars:\r  - {id: one, number: x, name: One}\r";
    refused(
        "a.yaml",
        text,
        &["3:23: error[wrong-type]: this is `x`, but a whole number from 0 to 255 belongs here"],
    );
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
    assert_eq!(heads(latin), refused("6002:31: error[encoding]: this is no character of UTF-8"));
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
    let head = "1:3: error[syntax]: the character U+001B cannot stand in YAML as it is";
    assert_eq!(heads(escape.into()), refused(head));
}

#[test]
fn texts_that_take_in_what_stands_below_them_or_end_at_a_sign_are_found() {
    let text = "agencies:\n  - id: a\n    name: A #1\n    kind: regional # no\n    remark: >-\n      One.\n      acronym: B\n      - id: b\n        name: C\n    website: |\n      two\n      kind: x\n    aliases: [\"b\n      - c\"]\n    sources: [{document: d, paragraph: \"1\"}]\ndocuments:\n  - {id: d, title: D, kind: note}\n";
    finds(
        "a.yaml",
        text.replace("documents:\n", "  - id: z\n    name: &Beta Fund\n    kind: regional\n    sources: [{document: d, paragraph: \"1\"}]\ndocuments:\n"),
        &[
            "3:13: warning[cut-text]: this begins a comment, so that the value ends before it",
            "7:7: warning[merged-item]: this line continues the text above it, although it begins with a key",
            "8:7: warning[merged-item]: this line continues the text above it, although it begins with a dash",
            "9:9: warning[merged-item]: this line continues the text above it, although it begins with a key",
            "12:7: warning[merged-item]: this line continues the text above it, although it begins with a key",
            "17:11: warning[cut-text]: this is no part of the text behind it: it names it for aliases, and there are none",
        ],
    );
}

#[test]
fn what_yaml_does_not_allow_is_refused_always_and_where_it_stands() {
    const RECORD: &str = "pillars:\n  - id: one\n    number: 1\n";
    for (rest, head, help) in [
        (
            "    name: !Secretary General\n",
            "4:11: error[syntax]: `!Secretary` is a tag of YAML, which has no meaning here",
            "put quotes round a text that begins with an exclamation mark",
        ),
        (
            "    name: One\n    aliases: [&x !!binary QQ==]\n",
            "5:18: error[syntax]: `!!binary` is a tag of YAML, which has no meaning here",
            "put quotes round a text that begins with an exclamation mark",
        ),
        (
            "    name: One\n    aliases:\n      !all\n      - Two\n",
            "6:7: error[syntax]: `!all` is a tag of YAML, which has no meaning here",
            "put quotes round a text that begins with an exclamation mark",
        ),
        (
            "    name: !important! One\n",
            "4:11: error[syntax]: `!important!` is a tag of YAML, which has no meaning here",
            "put quotes round a text that begins with an exclamation mark",
        ),
        (
            "    name: One\n    aliases: [a,\n",
            "5:14: error[syntax]: this bracket is not closed",
            "close it with ] or }",
        ),
        (
            "    name: \"O\u{1b}n\u{9b}\u{9c}e\" # \u{7f}\n",
            "4:13: error[syntax]: the character U+001B cannot stand in YAML as it is",
            "delete it, or write \\x1b in double quotes",
        ),
        (
            "    name: One\n    # harmless\u{2028}    aliases: [Two]\n",
            "5:15: error[syntax]: the character U+2028 cannot stand in YAML as it is",
            "some readers take it for the end of a line: delete it, or write \\u2028 in double quotes",
        ),
    ] {
        let text = format!("{RECORD}{rest}");
        for args in [vec!["pillars", "--data", "a.yaml"], vec!["check", "a.yaml"]] {
            let run = Test::new(args).file("a.yaml", &text).output();
            let said = [run.stdout, run.stderr].concat();
            assert!(said.starts_with(&format!("a.yaml:{head}\n")), "{said}");
            assert!(said.contains(&format!("\n  help: {help}\n")), "{said}");
        }
    }
}

#[test]
fn what_yaml_allows_is_read_however_odd() {
    for (rest, refused_by_others) in [
        (
            "    name: \"One\n    pillar\"\n",
            Some("4:11: warning[odd-form]: what continues this text in quotes is not indented"),
        ),
        (
            "    name: One\n    aliases: [\n      a\n  ]\n",
            Some("7:3: warning[odd-form]: invalid indentation"),
        ),
        (
            "    name:\tOne\n",
            Some("4:11: warning[odd-form]: there is no plain space behind this colon"),
        ),
        (
            "    name: One\n    aliases: [law -, b]\n",
            Some("5:19: warning[odd-form]: a dash stands alone here"),
        ),
        ("    name: >\n      One\n    aliases: [\"a \\\n      b\"]\n...\n", None),
    ] {
        let text = format!("pillars:\n  - id: one\n    number: 1\n{rest}");
        finds("a.yaml", text, refused_by_others.as_slice());
    }
    finds("a.yaml", "---\n...\n", &["1:1: error[no-records]: there is no record in this dataset"]);
}

#[test]
fn a_layout_that_is_allowed_hides_no_place() {
    let text = "agencies:\n  - id: a\n    name: 'A\n      b'\n    aliases: [\n      c\n    ]\n    kind: regional\n    parent: b\n    remark: >\n      c\n    sources: [{document: d, paragraph: \"1\"}]\n";
    let expected = [
        "9:13: error[dangling-reference]: no agency has the id `b`",
        "12:26: error[dangling-reference]: no document has the id `d`",
    ];
    refused("a.yaml", text, &expected);
}

#[test]
fn an_alias_inside_its_own_anchor_is_refused() {
    let expected = ["1:15: error[syntax]: this alias stands inside the value that it repeats"];
    finds("a.yaml", "pillars: &a [ *a ]\n", &expected);
}

#[test]
fn merge_keys_are_refused_and_aliases_are_read() {
    let text = "pillars:\n  - &p {id: one, number: 1, name: One}\n  - {<<: *p, id: two}\n";
    finds("a.yaml", text, &["3:6: error[unknown-key]: unknown key `<<` in this pillar"]);
    let text =
        "pillars:\n  - {id: one, number: 1, name: &n One}\n  - {id: two, number: 2, name: *n}\n";
    finds(
        "a.yaml",
        text,
        &[
            "3:32: warning[shared-name]: `One` is also a name of the pillar `one` (the other is at a.yaml:2:32)",
        ],
    );
}

#[test]
fn nesting_is_bounded_however_it_is_written() {
    const DEEP: &str = "lists and mappings stand more than 128 deep in one another";
    let many = 10_000;
    let brackets = format!("pillars: {}{}\n", "[".repeat(many), "]".repeat(many));
    finds(
        "a.yaml",
        brackets,
        &["1:265: error[syntax]: lists and mappings stand more than 128 deep in one another"],
    );
    let open = format!("pillars: {}", "{a: ".repeat(many));
    finds("a.yaml", open, &[&format!("1:518: error[syntax]: {DEEP}")]);
    let dashes = format!("pillars:\n  {}x\n", "- ".repeat(many));
    finds("a.yaml", dashes, &[&format!("2:257: error[syntax]: {DEEP}")]);
    let lines: String = (0..1_000).map(|depth| format!("{}-\n", " ".repeat(depth))).collect();
    finds("a.yaml", format!("pillars:\n{lines}"), &[&format!("129:128: error[syntax]: {DEEP}")]);
    let json = format!("{{\"pillars\": {}{}}}\n", "[".repeat(many), "]".repeat(many));
    finds("a.json", json, &[&format!("1:267: error[syntax]: {DEEP}")]);
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
fn a_file_with_nothing_in_it_adds_nothing() {
    for nothing in ["", "\n \n", "# a comment\n  # and another\n", "\u{feff}"] {
        let run = Test::new(["check", "set"]).file("set/a.yaml", nothing).file("set/b.yaml", GOOD);
        let run = run.output();
        let is_empty = !nothing.contains('#');
        assert_eq!(run.stdout.contains("set/a.yaml:1:1: warning[empty-file]"), is_empty);
        assert_eq!(run.stdout.contains("no errors and no warnings in 2 files"), !is_empty);
        let expected = ["1:1: error[no-records]: there is no record in this dataset"];
        finds("a.yaml", nothing, &expected);
    }
    finds("a.json", "", &["1:1: error[syntax]: the file is empty"]);
}

#[test]
fn several_documents_in_a_file_are_refused() {
    let text = "pillars:\n  - {id: one, number: x, name: One}\n---\npillars: []\n";
    finds("a.yaml", text, &["3:1: error[syntax]: there are several YAML documents in this file"]);
}

#[test]
fn json_and_yaml_may_bear_the_name_of_the_other_as_far_as_possible() {
    let json = "{\n\t\"pillars\": [{\"id\": \"one\", \"number\": 1, \"name\": \"\\ud83d\\ude00 \\/\"}]\n}\n";
    finds("a.json", json, &[]);
    finds("a.yaml", json, &[]);
    finds("a.yaml", json.replace("\\ud83d\\ude00", "One"), &[]);
    let run = Test::new(["check", "a.json"]).file("a.json", GOOD).output();
    let expected = "a.json:1:1: error[syntax]: this is no JSON: no value can begin like this\n  1 | pillars:\n    | ^\n  \
                    help: if this is YAML, let the name of the file end in .yaml\n\n";
    assert_eq!(run.stdout, format!("{expected}1 error and no warnings in a.json{LATER}\n"));
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
fn json_under_the_name_of_yaml_may_have_a_letter_that_yaml_forbids() {
    let folder = tempfile::TempDir::new().unwrap();
    let text =
        "{\"agencies\": [{\"id\": \"a\", \"name\": \"A\u{2028}B\", \"kind\": \"academic\"}]}";
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let run = Test::new(["agencies", "--columns", "name", "-f", "jsonl", "--data", "a.yaml"])
        .in_folder(folder.path().to_str().unwrap())
        .output();
    assert_eq!(run.quiet(), "{\"name\":\"A\\u2028B\"}\n");
}
