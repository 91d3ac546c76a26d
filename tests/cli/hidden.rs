//! One fault hides no other, and none is found that is only the shadow of another.

use crate::support::Test;

/// What a check finds in files, as `FILE:LINE:COLUMN CODE`, and whether all could be looked for.
pub fn check(files: &[(&str, &str)]) -> (Vec<String>, bool) {
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
    (rows.collect(), !run.stderr.contains("some checks were skipped"))
}

/// Other records, in which there is always the same to be found.
const OTHERS: &str = "\
agencies:
  - {id: here, name: Here, kind: regional, parent: there, aliases: [HERE]}
documents:
  - {id: note, title: Note, kind: note, coverage: {read: [1-2]}, sources: [{document: note, paragraph: title}]}
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
fn all_wrong_values_of_a_record_are_told_and_the_rules_left_to_others() {
    finds(
        "agencies:\n  - id: a\n    name: \"\"\n    kind: acadmic\n    parent: nosuch\n    aliases: [a]\n    sources: [{document: note, paragraph: [7]}]\n",
        &["a.yaml:3:11 empty-text", "a.yaml:4:11 unknown-word", "a.yaml:7:43 wrong-type"],
        false,
    );
    finds(
        "documents:\n  - {id: d, title: D, kind: note, body: WHO, sources: x}\nprogrammes:\n  - id: p\n    name: P\n    kind: event\n    pillar: [x]\n    filed_by: source\n    reports:\n      - {document: note, paragraph: [3], summary: S, participants: [{agency: d, role: lead}, {agency: A B, role: x}]}\ncommitments:\n  - {id: c, statement: S, force: decided, made_by: [X], pillar: One, filed_by: source, sources: [x], evidence: [{programme: p, document: note, paragraph: \"3\", link: linked, reason: \"\"}]}\n",
        &[
            "a.yaml:2:41 bad-id",
            "a.yaml:2:55 wrong-type",
            "a.yaml:7:13 wrong-type",
            "a.yaml:10:37 wrong-type",
            "a.yaml:10:103 bad-id",
            "a.yaml:10:114 unknown-word",
            "a.yaml:12:53 bad-id",
            "a.yaml:12:65 bad-id",
            "a.yaml:12:98 wrong-type",
            "a.yaml:12:182 empty-text",
        ],
        false,
    );
}

/// What is found in `z.yaml` beside a file that cannot be read as a whole, in which there may be the agency `there`.
#[track_caller]
fn hides(name: &str, text: &str, expected: &[&str]) {
    let (found, all) = check(&[(name, text), ("z.yaml", OTHERS)]);
    let expected: Vec<&str> =
        expected.iter().copied().chain(["z.yaml:2:69 needless-alias"]).collect();
    assert_eq!((found.iter().map(String::as_str).collect(), all), (expected, false), "{text}");
}

#[test]
fn a_record_that_is_left_out_is_known_by_its_id() {
    // One with a wrong value, one without an id, and one whose id is no slug.
    let text = "agencies:\n  - {id: there, name: There, kind: x}\n";
    hides("a.yaml", text, &["a.yaml:2:36 unknown-word"]);
    let text = "agencies:\n  - {name: A, kind: regional}\n";
    hides("a.yaml", text, &["a.yaml:2:6 missing-key"]);
    let text = "agencies:\n  - {id: There, name: C, kind: regional}\n";
    hides("a.yaml", text, &["a.yaml:2:10 bad-id"]);
}

#[test]
fn lists_that_cannot_be_read_make_no_reference_lead_nowhere() {
    let there = "{id: there, name: There, kind: acadmic}";
    for (text, expected) in [
        (format!("agency:\n  - {there}\n"), vec!["1:1 unknown-key", "2:36 unknown-word"]),
        ("agencies: foo\n".to_owned(), vec!["1:11 wrong-type"]),
        ("agencies: ~\n".to_owned(), vec!["1:11 empty-text"]),
        (format!("agencies:\n  there: {there}\n"), vec!["2:3 wrong-type"]),
        (
            format!(
                "agencies:\n  - {{id: a, name: A, kind: regional, parent: there}}\nagencies:\n  - {there}\n"
            ),
            vec!["3:1 duplicate-key", "4:36 unknown-word"],
        ),
        (format!("- {there}\n"), vec!["1:4 wrong-type"]),
    ] {
        let expected: Vec<String> =
            expected.iter().map(|found| format!("a.yaml:{found}")).collect();
        hides("a.yaml", &text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// One fault of form is all that is said of a file: the first, at the line where a person would look. Others are
/// judged all the same, and what they refer to may be in it.
#[test]
fn a_file_that_is_not_well_formed_has_one_finding_and_hides_no_other_file() {
    let good = "agencies:\n  - id: there\n    name: There\n    kind: acadmic\n";
    for (text, place) in [
        (format!("Dear all, see below\n{good}"), "1:1"),
        (format!("```yaml\n{good}"), "1:1"),
        (format!("{good}\u{a0}\n"), "5:1"),
        (format!("{good}>>>>>>> other\n"), "5:1"),
        (good.replace("    kind", "\u{feff}    kind"), "4:1"),
        (good.replace("agencies:", "agencies"), "1:1"),
        (good.replace("id: there", "id there"), "2:5"),
        (good.replace("  - id: there", "  - id: there: x"), "2:14"),
        (good.replace("There", "\"There"), "3:11"),
        (good.replace("There", "*there"), "3:11"),
        (good.replace("    name", "   name"), "3:4"),
        (good.replace("acadmic", "[acadmic"), "4:11"),
        (good.replace("    name: There", "\tname: There"), "3:1"),
        (format!("{good}---\n{good}"), "5:1"),
        (format!("{good}...\n{good}"), "6:1"),
        ("agencies: [\n  {id: there, name: A: x, kind: acadmic}]\n".to_owned(), "2:22"),
        ("agencies: [\n  {id: there, name: A, kind: acadmic},\n".to_owned(), "1:11"),
    ] {
        hides("a.yaml", &text, &[&format!("a.yaml:{place} syntax")]);
    }
    let good =
        "{\"agencies\": [\n {\"id\": \"there\", \"name\": \"A\", \"kind\": \"acadmic\"}\n]}\n";
    for (text, place) in [
        (good.replace("}\n]", "},\n]"), "3:1"),
        (good.replace("\"A\",", "\"A\""), "2:30"),
        (good.replace("\"A\"", "\"A"), "2:31"),
        (good.replace("\"}\n", "\"\n"), "3:1"),
        (good.replace("]}", "]"), "4:1"),
        (good.replace("\"id\":", "\"id\""), "2:8"),
        (good.replace("\"id\"", "'id'"), "2:3"),
    ] {
        hides("a.json", &text, &[&format!("a.json:{place} syntax")]);
    }
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
    coverage:
      read: [\"1-3\"]
      out_of_scope: [{paragraphs: [\"2\"], reason: R}, {paragraphs: [\"3\"], reason: R}, {paragraphs: [\"3\"], reason: S}]
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
    let expected = ["a.yaml:8:100 needless-excuse", "a.yaml:30:34 evidence-too-old"];
    assert_eq!(check(&[("a.yaml", text)]), (expected.map(str::to_owned).to_vec(), true));
}

#[test]
fn a_paragraph_beyond_the_end_is_found_under_whatever_form() {
    for paragraph in ["para. 3", "“3”", "§ 3", "1-3", "1, 3", "3.", "0x"] {
        let text = format!(
            "documents:\n  - id: note\n    title: Note\n    kind: note\n    coverage: {{read: [\"1-2\"], out_of_scope: [{{paragraphs: [\"1\", \"2\"], reason: R}}]}}\n    sources:\n      - {{document: note, paragraph: \"{paragraph}\"}}\n"
        );
        let found = ["a.yaml:7:37 paragraph-beyond-end", "a.yaml:7:37 odd-paragraph"];
        let mut all = check(&[("a.yaml", &text)]).0;
        all.retain(|found| found.starts_with("a.yaml:7"));
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
