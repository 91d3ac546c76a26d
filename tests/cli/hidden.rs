//! One fault hides no other, and none is found that is only the shadow of another.

use crate::support::Test;

/// What a check finds in files, as `FILE:LINE:COLUMN CODE`, and whether all could be looked for.
fn check(files: &[(&str, &str)]) -> (Vec<String>, bool) {
    let columns = ["check", "set", "-f", "csv", "--columns", "file,line,column,code"];
    let mut test = Test::new(columns);
    for (name, text) in files {
        test = test.file(&format!("set/{name}"), text);
    }
    let run = test.output();
    let rows = run.stdout.lines().skip(1).map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        let [file, line, column, code] = cells.as_slice() else { panic!("{row}") };
        format!("{}:{line}:{column} {code}", file.trim_start_matches("set/"))
    });
    (rows.collect(), !run.stderr.contains("once every record can be read"))
}

/// Other records, in which there is always the same to be found.
const OTHERS: &str = "\
agencies:
  - {id: here, name: Here, kind: regional, parent: there, aliases: [HERE]}
documents:
  - {id: note, title: Note, kind: note, paragraphs: 2, sources: [{document: note, paragraph: title}]}
";

/// That, as far as nobody knows what else there is.
const FOUND: [&str; 2] = ["z.yaml:2:52 dangling-reference", "z.yaml:2:69 needless-alias"];
/// What is found as well if all can be read.
const NOWHERE: [&str; 2] = ["z.yaml:2:10 unused-agency", "z.yaml:4:53 uncited-paragraph"];

#[track_caller]
fn finds(text: &str, expected: &[&str], all: bool) {
    let (found, all_looked_for) = check(&[("a.yaml", text), ("z.yaml", OTHERS)]);
    let mut everything: Vec<&str> = expected.to_vec();
    everything.extend(FOUND);
    if all {
        everything.extend(NOWHERE);
    }
    everything.sort_unstable();
    let mut sorted = found.clone();
    sorted.sort_unstable();
    assert_eq!(
        (sorted, all_looked_for),
        (everything.iter().map(|f| (*f).to_owned()).collect(), all)
    );
}

#[test]
fn a_bad_value_hides_nothing_in_its_record_nor_in_others() {
    finds(
        "agencies:\n  - id: a\n    name: A\n    kind: acadmic\n    parent: nosuch\n    aliases: [a]\n    sources: [{document: note, paragraph: \"7\"}]\n",
        &[
            "a.yaml:4:11 unknown-word",
            "a.yaml:5:13 dangling-reference",
            "a.yaml:6:15 needless-alias",
            "a.yaml:7:43 paragraph-beyond-end",
        ],
        true,
    );
    // Two of an id and of a name, of which one has a fault.
    finds(
        "pillars:\n  - {id: one, number: x, name: One}\n  - {id: one, number: 2, name: Two}\n",
        &["a.yaml:2:23 wrong-type", "a.yaml:3:10 duplicate-id"],
        true,
    );
}

#[test]
fn what_is_missing_is_not_said_to_be_wrong() {
    // A reference, a paragraph or a list that cannot be read is none that leads nowhere or is not there.
    finds(
        "documents:\n  - {id: d, title: D, kind: note, body: WHO, sources: x}\nprogrammes:\n  - id: p\n    name: P\n    kind: event\n    pillar: [x]\n    filed_by: source\n    reports:\n      - {document: note, paragraph: [3], summary: S, participants: [{agency: d, role: lead}, {agency: A B, role: x}]}\ncommitments:\n  - {id: c, statement: S, force: decided, made_by: [X], pillar: One, filed_by: source, sources: [x], evidence: [{programme: p, document: note, paragraph: \"3\", link: linked, reason: \"\"}]}\n",
        &[
            "a.yaml:2:41 bad-id",
            "a.yaml:2:55 wrong-type",
            "a.yaml:7:13 wrong-type",
            "a.yaml:10:37 wrong-type",
            "a.yaml:10:78 dangling-reference",
            "a.yaml:10:103 bad-id",
            "a.yaml:10:114 unknown-word",
            "a.yaml:12:53 bad-id",
            "a.yaml:12:65 bad-id",
            "a.yaml:12:98 wrong-type",
            "a.yaml:12:155 paragraph-beyond-end",
            "a.yaml:12:182 empty-text",
        ],
        false,
    );
}

#[test]
fn records_that_cannot_be_read_are_known_by_their_ids() {
    // A record that is not well formed, one without an id, and one whose id is no slug.
    let text = "agencies:\n  - id: there\n    name: \"There\n  - {name: A, kind: regional, parent: nowhere}\n  - {id: A B, name: C, kind: regional}\n  - {id: d, name: D, kind: regional, parent: a-b}\n";
    let expected = [
        "a.yaml:3:11 syntax",
        "a.yaml:4:6 missing-key",
        "a.yaml:5:10 bad-id",
        "z.yaml:2:69 needless-alias",
    ];
    let found = check(&[("a.yaml", text), ("z.yaml", OTHERS)]);
    assert_eq!(found, (expected.map(str::to_owned).to_vec(), false));
}

#[test]
fn lists_that_cannot_be_read_make_no_reference_lead_nowhere() {
    let there = "{id: there, name: There, kind: acadmic}";
    for (text, expected) in [
        (
            format!("agency:\n  - {there}\n"),
            vec!["a.yaml:1:1 unknown-key", "a.yaml:2:36 unknown-word"],
        ),
        ("agencies: foo\n".to_owned(), vec!["a.yaml:1:11 wrong-type"]),
        ("agencies: ~\n".to_owned(), vec!["a.yaml:1:11 empty-text"]),
        (format!("agencies:\n  there: {there}\n"), vec!["a.yaml:2:3 wrong-type"]),
        (
            format!(
                "agencies:\n  - {{id: a, name: A, kind: regional, parent: there}}\nagencies:\n  - {there}\n"
            ),
            vec!["a.yaml:3:1 duplicate-key", "a.yaml:4:36 unknown-word"],
        ),
        (
            format!("agncies:\n  - {there}\n"),
            vec!["a.yaml:1:1 unknown-key", "a.yaml:2:36 unknown-word"],
        ),
        (format!("agencies: [{there}\n"), vec!["a.yaml:1:11 syntax", "a.yaml:1:43 unknown-word"]),
        (format!("- {there}\n"), vec!["a.yaml:1:4 wrong-type"]),
        (
            format!("agencies: []\n---\nagencies:\n  - {there}\n"),
            vec!["a.yaml:2:1 syntax", "a.yaml:4:36 unknown-word"],
        ),
        (
            format!("agencies: []\n...\nagencies:\n  - {there}\n"),
            vec!["a.yaml:2:1 syntax", "a.yaml:4:36 unknown-word"],
        ),
    ] {
        let (found, all) = check(&[("a.yaml", &text), ("z.yaml", OTHERS)]);
        let expected: Vec<&str> =
            expected.into_iter().chain(["z.yaml:2:69 needless-alias"]).collect();
        assert_eq!(
            (found, all),
            (expected.iter().map(|f| (*f).to_owned()).collect(), false),
            "{text}"
        );
    }
}

#[test]
fn a_heading_without_its_colon_hides_no_list() {
    finds(
        "pillars:\n  - {id: one, number: x, name: One}\nagencies\n  - id: a\n    name: A\n    kind: acadmic\n",
        &[
            "a.yaml:2:23 wrong-type",
            "a.yaml:3:1 syntax",
            "a.yaml:4:9 unused-agency",
            "a.yaml:6:11 unknown-word",
        ],
        true,
    );
}

#[test]
fn a_slip_in_json_hides_no_other_fault() {
    let text = "{\"agencies\": [\n\t{\"id\": \"a\", \"name\": \"A\", \"kind\": \"acadmic\", \"parent\": \"nosuch\"},\n\t]}\n";
    let expected = [
        "a.json:2:9 unused-agency",
        "a.json:2:35 unknown-word",
        "a.json:2:56 dangling-reference",
        "a.json:3:2 syntax",
        "z.yaml:2:10 unused-agency",
        "z.yaml:2:52 dangling-reference",
        "z.yaml:2:69 needless-alias",
        "z.yaml:4:53 uncited-paragraph",
    ];
    let (found, _) = check(&[("a.json", text), ("z.yaml", OTHERS)]);
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_anchor_hides_nothing() {
    finds(
        "pillars:\n  - {id: one, number: 1, name: &n One}\n  - {id: two, number: 2, name: *m}\n  - {id: three, number: x, name: *n}\n  - {id: four, number: 1, name: &o \"Four}\n  - {id: five, number: 5, name: *o}\n",
        &[
            "a.yaml:3:32 syntax",
            "a.yaml:4:25 wrong-type",
            "a.yaml:4:34 shared-name",
            "a.yaml:5:36 syntax",
        ],
        false,
    );
}

#[test]
fn warnings_are_found_however_a_value_is_written() {
    for value in [
        "acronym : NO",
        "'acronym': NO",
        "acronym: &x NO",
        "acronym:\n      NO",
        "aliases: [a,\n      NO]",
        "aliases:\n    -   NO",
    ] {
        let text = format!("agencies:\n  - id: a\n    name: A\n    kind: regional\n    {value}\n");
        let (found, _) = check(&[("a.yaml", &text)]);
        assert!(found.iter().any(|found| found.ends_with(" unquoted")), "{value}: {found:?}");
    }
    for (value, code) in [
        ("\"A\\n b \"", "untrimmed"),
        ("A\u{a0}", "untrimmed"),
        ("\u{3000}A", "untrimmed"),
        ("{name: A, acronym: , until: \"2019\"}", "empty-value"),
    ] {
        let key = if code == "empty-value" { "former_names:\n      - " } else { "acronym: " };
        let text =
            format!("agencies:\n  - id: a\n    name: B\n    kind: regional\n    {key}{value}\n");
        let (found, _) = check(&[("a.yaml", &text)]);
        assert!(found.iter().any(|found| found.ends_with(code)), "{value}: {found:?}");
    }
}

#[test]
fn excuses_and_answers_are_held_against_what_is_there() {
    let text = "\
documents:
  - id: note
    title: Note
    kind: note
    date: \"2020\"
    paragraphs: 3
    excused: [{paragraph: \"2\", reason: R}, {paragraph: \"3\", reason: R}, {paragraph: \"3\", reason: S}]
    sources: [{document: note, paragraph: 2 (a)}, {document: note, paragraph: \"1\"}]
  - {id: plan, title: Plan, kind: strategy, date: \"2019-05\", sources: [{document: note, paragraph: \"1\"}]}
pillars:
  - {id: one, number: 1, name: One}
programmes:
  - id: p
    name: P
    kind: event
    pillar: one
    filed_by: source
    reports: [{document: note, paragraph: \"1\", summary: S, date: \"2019-04\"}, {document: note, paragraph: fn. 1, summary: S}]
commitments:
  - id: c
    statement: S
    force: decided
    made_by: [member-states]
    instrument: plan
    pillar: one
    filed_by: source
    sources: [{document: note, paragraph: \"1\"}]
    evidence:
      - {programme: p, document: note, paragraph: \"1\", link: stated}
      - {programme: p, document: note, paragraph: fn. 1, link: stated}
";
    let expected = [
        "a.yaml:7:27 needless-excuse",
        "a.yaml:7:85 needless-excuse",
        "a.yaml:29:34 evidence-too-old",
    ];
    assert_eq!(check(&[("a.yaml", text)]), (expected.map(str::to_owned).to_vec(), true));
}

#[test]
fn a_paragraph_beyond_the_end_is_found_under_whatever_form() {
    for paragraph in ["para. 3", "“3”", "§ 3", "1-3", "1, 3", "3.", "0x"] {
        let text = format!(
            "documents:\n  - id: note\n    title: Note\n    kind: note\n    paragraphs: 2\n    excused: [{{paragraph: \"1\", reason: R}}, {{paragraph: \"2\", reason: R}}]\n    sources:\n      - {{document: note, paragraph: \"{paragraph}\"}}\n"
        );
        let found = ["a.yaml:8:37 paragraph-beyond-end", "a.yaml:8:37 odd-paragraph"];
        let mut all = check(&[("a.yaml", &text)]).0;
        all.retain(|found| found.starts_with("a.yaml:8"));
        assert_eq!(all, found, "{paragraph}");
    }
}

#[test]
fn lines_that_end_in_a_return_alone_are_counted_in_json() {
    let text = "{\"pillars\": [\r{\"id\": \"one\", \"number\": \"1\",\r\n\"name\": 1}]}\r";
    let expected = ["a.json:2:25 wrong-type", "a.json:3:9 wrong-type"];
    assert_eq!(check(&[("a.json", text)]).0, expected);
    let text = "{\"pillars\":\r [{\"id\": \"one\", \"name\": \"é\",\r\n \"number\": 1 1}]}\r";
    assert_eq!(check(&[("a.json", text)]).0, ["a.json:3:14 syntax"]);
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
fn slips_in_braces_hide_nothing_in_json_nor_in_yaml() {
    let faulty = [
        // A comma, a quote, a bracket and a brace too few; a comma too many; no comma between two records.
        r#"{"id": "a", "name": "A" "kind": "acadmic"},"#,
        r#"{"id": "b", "name": "B, "kind": "academic"},"#,
        r#"{"id": "c", "name": "C", "kind": "academic", "aliases": ["D"},"#,
        r#"{"id": "e", "name": "E", "kind": "academic","#,
        r#"{"id": "f", "name": "F", "kind": "acadmic"},"#,
        r#"{"id": "g", "name": "G", "kind": "acadmic",},"#,
        r#"{"id": "h", "name": "H", "kind": "acadmic"}"#,
        r#"{"id": "i", "name": "I", "kind": "acadmic"}"#,
    ];
    let json = format!("{{\"agencies\": [\n{}\n]}}\n", faulty.join("\n"));
    let (found, _) = check(&[("a.json", &json)]);
    let expected = [
        "a.json:2:25 syntax",
        "a.json:3:26 syntax",
        "a.json:4:61 syntax",
        "a.json:5:44 syntax",
        "a.json:6:34 unknown-word",
        "a.json:7:34 unknown-word",
        "a.json:7:44 syntax",
        "a.json:8:34 unknown-word",
        "a.json:8:43 syntax",
        "a.json:9:34 unknown-word",
    ];
    assert_eq!(found, expected);
    let yaml = "{agencies: [\n{id: a, name: A: x, kind: acadmic},\n{id: b, name: \"B, kind: academic},\n{id: c, name: C, kind: acadmic}\n{id: d, name: D, kind: acadmic}]}\n";
    let (found, _) = check(&[("a.yaml", yaml)]);
    let expected = [
        "a.yaml:2:16 syntax",
        "a.yaml:3:15 syntax",
        "a.yaml:4:24 unknown-word",
        "a.yaml:4:31 syntax",
        "a.yaml:5:24 unknown-word",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_a_record_is_called_stands_for_no_id_and_the_id_is_told() {
    let text = "agencies:\n  - {id: unodc, name: United Nations Office, acronym: UNODC, kind: secretariat, parent: U.N.O.D.C.}\ndocuments:\n  - {id: note, symbol: E/CN.7/1, title: Note, kind: note, sources: [{document: E/CN.7/1, paragraph: title}]}\npillars: [{id: one, number: 1, name: One}]\ncommitments:\n  - {id: c, statement: S, force: planned, filed_by: editors, pillar: \"1\", made_by: [UN entities, United Nations Office, Nobody], sources: [{document: note, paragraph: \"1\"}]}\n";
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
    let helps: Vec<&str> =
        run.stdout.lines().filter_map(|line| line.strip_prefix("  help: ")).collect();
    let expected = [
        "did you mean `unodc`?",
        "did you mean `note`?",
        "did you mean `one`?",
        "did you mean `united-nations-entities`?",
        "did you mean `unodc`?",
        "write `nobody`: lower-case letters and digits joined by hyphens",
    ];
    assert_eq!(helps, expected, "{}", run.stdout);
}

#[test]
fn lines_that_no_file_of_records_has_hide_nothing() {
    let records = "agencies:\n  - {id: a, name: A, kind: acadmic}\n";
    for (text, expected) in [
        (
            format!("Dear all, see below\n{records}"),
            ["a.yaml:1:1 syntax", "a.yaml:3:28 unknown-word"],
        ),
        (format!("```yaml\n{records}"), ["a.yaml:1:1 syntax", "a.yaml:3:28 unknown-word"]),
        (format!("{records}\u{a0}\n"), ["a.yaml:2:28 unknown-word", "a.yaml:3:1 syntax"]),
        (format!("{records}>>>>>>> other\n"), ["a.yaml:2:28 unknown-word", "a.yaml:3:1 syntax"]),
        (
            records.replace("  - ", "  - {id: b, name: B, kind: regional}\n\u{feff}  - "),
            ["a.yaml:3:1 syntax", "a.yaml:3:28 unknown-word"],
        ),
        (
            format!("{records}  - id: b\n    name: B: C\n    kind: regional\n"),
            ["a.yaml:2:28 unknown-word", "a.yaml:4:12 syntax"],
        ),
        (
            records.replace("agencies:", "agencies: # all").replace("A,", "A: x,")
                + "  -\n    id: b\n    name: B\n    kind: regonal\n",
            ["a.yaml:2:20 syntax", "a.yaml:6:11 unknown-word"],
        ),
    ] {
        let found = check(&[("a.yaml", &text)]).0;
        let found: Vec<&str> =
            found.iter().map(String::as_str).filter(|found| !found.contains("unused")).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_record_whose_id_is_misspelt_or_runs_on_makes_no_reference_lead_nowhere() {
    let parent = "  - {id: p, name: P, kind: regional, parent: b}\n";
    for (record, expected) in [
        (
            "  - ID: b\n    name: B\n    kind: regional\n",
            vec!["a.yaml:2:10 unused-agency", "a.yaml:3:5 unknown-key"],
        ),
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
fn a_file_that_ends_too_early_says_so_beside_whatever_else_is_wrong() {
    let record = "{\"id\": \"one\", \"number\": 1, \"name\": \"One\", \"nmae\": \"x\"}";
    let cut = format!("{{\"pillars\": [\n {record},\n");
    let found = check(&[("a.json", &cut), ("z.yaml", OTHERS)]).0;
    let expected = ["a.json:1:13 syntax", "a.json:2:44 unknown-key", "z.yaml:2:69 needless-alias"];
    assert_eq!(found, expected);
    let yaml = "agencies: [\n  {id: a, name: A, kind: acadmic},\n";
    let found = check(&[("a.yaml", yaml), ("z.yaml", OTHERS)]).0;
    let expected = ["a.yaml:1:11 syntax", "a.yaml:2:26 unknown-word", "z.yaml:2:69 needless-alias"];
    assert_eq!(found, expected);
}

#[test]
fn a_comment_among_braces_is_none_of_them() {
    let text = "pillars: [\n {id: w, number: 3, name: W}, # it's {a\n {id: x, number: x, name: X},\n {id: y, number: 2, name: [Y}\n ]\n";
    let found = check(&[("a.yaml", text)]).0;
    assert_eq!(found, ["a.yaml:3:18 wrong-type", "a.yaml:4:29 syntax"]);
}

#[test]
fn a_key_without_its_colon_is_blamed_itself_and_its_id_is_not_lost() {
    let text = "agencies:\n  - id there\n    name: There\n    kind: regional\n";
    let found = check(&[("a.yaml", text), ("z.yaml", OTHERS)]).0;
    assert_eq!(found, ["a.yaml:2:5 syntax", "z.yaml:2:69 needless-alias"]);
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
fn the_value_of_a_misspelt_key_is_taken_for_the_one_that_is_meant() {
    let text = "agencies:\n  - {id: aa, name: Aa, kind: academic}\n  - {id: bb, name: Bb, kind: academic}\npillars:\n  - {id: pp, numbr: 1, name: Pp}\n  - {id: pp, number: 2, name: Qq}\ndocuments:\n  - {id: note, titel: T, kind: note, paragraphs: 2, date: \"2020\", excused: [{paragraph: \"1\", reason: R}, {paragraph: \"2\", reason: R}]}\nprogrammes:\n  - id: xx\n    name: Xx\n    knid: evnt\n    pillar: pp\n    filed_by: editors\n    reports:\n      - {document: note, paragraph: \"99\", summary: S, date: \"2031\", participants: [{agency: aa, role: lead}, {agency: bb, role: partner}]}\n";
    let expected = [
        "a.yaml:5:14 unknown-key",
        "a.yaml:6:10 duplicate-id",
        "a.yaml:8:16 unknown-key",
        "a.yaml:12:5 unknown-key",
        "a.yaml:12:11 unknown-word",
        "a.yaml:16:37 paragraph-beyond-end",
        "a.yaml:16:61 date-after-document",
    ];
    assert_eq!(check(&[("a.yaml", text)]).0, expected);
}

#[test]
fn a_brace_that_is_missing_is_blamed_however_many_items_follow() {
    let text = "agencies:\n  - id: a\n    name: A\n    sources:\n      - {document: d, paragraph: \"1\"\n      - {document: d, paragraph: \"2\"}\n      - {document: d, paragraph: \"3\"}\n    kind: regional\n";
    assert_eq!(check(&[("a.yaml", text)]).0, ["a.yaml:5:9 syntax"]);
}
