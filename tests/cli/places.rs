//! Lines and columns: under whatever precedes a value, the finding stands at the value.

use crate::support::Test;

fn shown(text: &str, expected: &str) {
    let args = ["check", "a.yaml", "--allow", "unused-agency"];
    let run = Test::new(args).file("a.yaml", text).output();
    let finding = run.stdout.split("  help:").next().unwrap();
    assert_eq!(finding, expected, "{text:?}");
}

#[test]
fn columns_count_characters_and_carets_stand_under_what_is_meant() {
    const SENTENCE: &str = "error[unknown-word]: `kind` cannot be `regoinal`";
    shown(
        "agencies:\n  - {id: a, name: A, kind: regoinal}\n",
        &format!(
            "a.yaml:2:28: {SENTENCE}\n  2 |   - {{id: a, name: A, kind: regoinal}}\n    |                            ^^^^^^^^\n"
        ),
    );
    // A byte order mark and CRLF.
    shown(
        "\u{feff}agencies:\r\n  - {id: a, name: A, kind: regoinal}\r\n",
        &format!(
            "a.yaml:2:28: {SENTENCE}\n  2 |   - {{id: a, name: A, kind: regoinal}}\n    |                            ^^^^^^^^\n"
        ),
    );
    // A byte order mark on the same line.
    shown(
        "\u{feff}agencies: [{id: a, name: A, kind: regoinal}]\n",
        &format!(
            "a.yaml:1:35: {SENTENCE}\n  1 | agencies: [{{id: a, name: A, kind: regoinal}}]\n    |                                   ^^^^^^^^\n"
        ),
    );
    // Accents, one of them a character of its own, and characters two columns wide.
    shown(
        "agencies:\n  - {id: a, name: Cöte e\u{301} 麻薬, kind: regoinal}\n",
        &format!(
            "a.yaml:2:37: {SENTENCE}\n  2 |   - {{id: a, name: Cöte e\u{301} 麻薬, kind: regoinal}}\n    |                                      ^^^^^^^^\n"
        ),
    );
    // Tabs between values.
    shown(
        "agencies:\n  - {id: a, name: A,\tkind:  regoinal}\n",
        &format!(
            "a.yaml:2:29: {SENTENCE}\n  2 |   - {{id: a, name: A,    kind:  regoinal}}\n    |                                ^^^^^^^^\n"
        ),
    );
    // What turns the direction of the text is written out.
    let run = Test::new(["check", "a.yaml"])
        .file("a.yaml", "agencies:\n  - {id: a, name: \u{202e}A, kind: regoinal}\n")
        .output();
    let line = "  2 |   - {id: a, name: \\u{202e}A, kind: regoinal}\n    |                                    ^^^^^^^^\n";
    assert!(run.stdout.contains(&format!("a.yaml:2:29: {SENTENCE}\n{line}")), "{}", run.stdout);
}

#[test]
fn a_value_of_several_lines_is_marked_on_its_first() {
    let run = Test::new(["check", "a.yaml"])
        .file(
            "a.yaml",
            "agencies:\n  - id: a\n    kind: regional\n    name: \" A\n      long name\"\n",
        )
        .output();
    let expected = "a.yaml:4:11: warning[untrimmed]: this text has white space at its ends\n  4 |     name: \" A\n    \
                    |           ^^^\n";
    assert!(run.stdout.contains(expected), "{}", run.stdout);
}

#[test]
fn in_json_the_places_are_those_of_json() {
    let text = "{\"agencies\":\n [{\"id\": \"é\\\"\", \"kind\" : \"regoinal\", \"name\": 5}]}\n";
    let columns = ["check", "a.json", "-f", "csv", "--columns", "line,column,code"];
    let expected = "line,column,code\n2,10,bad-id\n2,26,unknown-word\n2,46,wrong-type\n";
    let run = Test::new(columns).file("a.json", text).output();
    assert_eq!(run.stdout, expected);
}

#[test]
fn both_places_of_a_duplicate_are_shown() {
    let record = "pillars:\n  - {id: one, number: 1, name: One}\n";
    let run = Test::new(["check", "."]).file("a.yaml", record).file("b/c.yaml", record).output();
    let expected = "./b/c.yaml:2:10: error[duplicate-id]: another pillar has the id `one` (the other is at ./a.yaml:2:10)\n";
    assert!(run.stdout.starts_with(expected), "{}", run.stdout);
}

#[test]
fn a_refusal_shows_five_errors_and_says_how_many_more_there_are() {
    let pillar = |number: usize| format!("  - {{id: p{number}, number: x, name: P}}\n");
    let text = format!("pillars:\n{}", (1..=7).map(pillar).collect::<String>());
    let run = Test::new(["programmes", "--data", "a.yaml"]).file("a.yaml", text).output();
    assert_eq!((run.stdout.as_str(), run.status), ("", 3));
    assert_eq!(run.stderr.matches(": error[wrong-type]: ").count(), 5);
    let last = "error: the dataset is not valid: 7 errors, 2 more than are shown here; run `cnd check a.yaml`\n";
    assert!(run.stderr.ends_with(last), "{}", run.stderr);
}
