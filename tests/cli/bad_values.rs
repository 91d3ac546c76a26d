//! Values that are none or are written oddly: what is said of them, to the letter.

use crate::bad_data::{GOOD, finds, found};
use crate::support::Test;

#[test]
fn words_are_trimmed_as_ids_and_dates_are() {
    let text = "documents:\n  - id: a\n    title: A\n    kind: >\n      note\n    date: >\n      2019\n  - {id: b, title: B, kind: \"note \"}\n";
    let expected = ["8:29: warning[untrimmed]: this text has white space at its ends"];
    finds("a.yaml", text, &expected);
}

#[test]
fn a_number_is_read_alike_wherever_it_stands() {
    const ODD: &str = "and by other programs otherwise";
    for (number, value, session) in [
        (
            "014",
            "error[wrong-type]: this is `014`, but a number from 0 belongs here",
            "error[wrong-type]: this is `014`, but a whole number from 0 to 65535 belongs here",
        ),
        (
            "12.000",
            "warning[odd-number]: this number is read as 12: a point begins the fraction",
            "error[wrong-type]: this is `12.000`, but a whole number from 0 to 65535 belongs here",
        ),
        (
            "0x3F",
            &*format!("warning[odd-number]: this number is read as 63, {ODD}"),
            &*format!("warning[odd-number]: this number is read as 63, {ODD}"),
        ),
        (
            "0o17",
            &*format!("warning[odd-number]: this number is read as 15, {ODD}"),
            &*format!("warning[odd-number]: this number is read as 15, {ODD}"),
        ),
        (
            "9007199254740993",
            "error[wrong-type]: this is `9007199254740993`, but a number from 0 belongs here",
            "error[wrong-type]: this is `9007199254740993`, but a whole number from 0 to 65535 belongs here",
        ),
        (
            "99999999999999999999",
            "error[wrong-type]: this is `99999999999999999999`, but a number from 0 belongs here",
            "error[wrong-type]: this is `99999999999999999999`, but a whole number from 0 to 65535 belongs here",
        ),
    ] {
        let report = format!(
            "document: d, paragraph: \"1\", summary: S, figures: [{{value: {number}, unit: u, of: o}}]"
        );
        let text = format!(
            "documents:\n  - {{id: d, title: D, kind: note, session: {number}}}\npillars: [{{id: p, number: 1, name: P}}]\nprogrammes:\n  - id: a\n    name: A\n    kind: event\n    pillar: p\n    filed_by: source\n    reports:\n      - {{{report}}}\n"
        );
        let expected = [format!("2:44: {session}"), format!("11:69: {value}")];
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        finds("a.yaml", text, &expected);
    }
    let (heads, _) = found(
        "a.json",
        "{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"kind\": \"note\", \"session\": 014}]}",
    );
    assert_eq!(
        heads,
        ["1:70: error[syntax]: this is no JSON: this is no number, or too large for one"]
    );
}

#[test]
fn what_cannot_be_seen_is_found_in_comments_and_keys_as_well() {
    let text = "pillars: # \u{202e}ab\n  - id: one\n    name: \"O\\u200bne\u{200b}\"\n    number: 1\n# क\u{94d}\u{200d}ष \u{200b}\u{200b}\n";
    let expected = [
        "1:12: warning[invisible]: there is a character that cannot be seen, U+202E",
        "3:21: warning[invisible]: there is a character that cannot be seen, U+200B",
        "5:8: warning[invisible]: there is a character that cannot be seen, U+200B",
    ];
    finds("a.yaml", text, &expected);
}

#[test]
fn what_is_no_text_in_utf_8_is_said_once_and_where_it_begins() {
    let text = b"pillars:\n  - {number: x, id: one, name: \"O\0ne\"}\n";
    finds("a.yaml", text, &["2:34: error[encoding]: there is a NUL character here"]);
    let latin = b"pillars:\n  - {number: x, id: one, name: C\xf4te}\n# \xff\n# \0\0 \0\n";
    finds("a.yaml", latin, &["2:33: error[encoding]: this is no character of UTF-8"]);
    let wide: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    finds("a.yaml", marked, &["1:1: error[encoding]: the file is in UTF-16"]);
    finds("a.yaml", wide, &["1:1: error[encoding]: the file is in UTF-16"]);
    let wide: Vec<u8> = GOOD.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    finds("a.json", wide, &["1:1: error[encoding]: the file is in UTF-32"]);
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
    for number in [".nan", ".inf", "-.inf", "1e999", "many", "-1"] {
        let text = format!(
            "programmes:\n  - id: a\n    name: A\n    reports:\n      - figures: [{{value: {number}, unit: u, of: o}}]\n"
        );
        let (heads, status) = found("a.yaml", text);
        let place = format!(
            "5:27: error[wrong-type]: this is `{number}`, but a number from 0 belongs here"
        );
        assert!(heads.contains(&place) && status == 1, "{heads:?}");
    }
}

#[test]
fn numbers_are_written_without_separators() {
    const WRITE: &str =
        "write the number in digits, without quotes, separators and zeros before it";
    const COMMA: &str =
        "put quotes round a text that has a comma in it, and write a number without one";
    for (value, place, code, help) in [
        ("12,000", "5:30", "unknown-key]: unknown key `000` in this figure", COMMA),
        (
            "12 000",
            "5:27",
            "wrong-type]: this is `12 000`, but a number from 0 belongs here",
            WRITE,
        ),
        (
            "\"12,000\"",
            "5:27",
            "wrong-type]: this is `12,000`, but a number from 0 belongs here",
            WRITE,
        ),
    ] {
        let text = format!(
            "programmes:\n  - id: a\n    name: A\n    reports:\n      - figures: [{{value: {value}, unit: u, of: o}}]\n"
        );
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
        let found = run.stdout.split("\n\n").find(|found| found.contains(code)).unwrap();
        assert!(found.starts_with(&format!("a.yaml:{place}: ")), "{found}");
        assert!(found.ends_with(&format!("help: {help}")), "{found}");
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
    assert_eq!((dangling, helped), (1_000, 190));
}

/// The values of a list of texts for which a check finds this, with its help.
fn found_among(before: &str, values: &[&str], behind: &str, code: &str) -> Vec<(String, String)> {
    let items: String = values.iter().map(|value| format!("\n{before}{value}{behind}")).collect();
    let head = "documents:\n  - {id: d, title: D, kind: note}\npillars: [{id: p, number: 1, name: P}]\nprogrammes:\n  - id: a\n    name: A\n    kind: event\n    pillar: p\n    filed_by: source\n    reports:\n      - document: d\n        paragraph: \"1\"\n        summary: S\n";
    let list = if before.contains("document") {
        format!(
            "commitments:\n  - id: c\n    statement: S\n    force: decided\n    made_by: [member-states]\n    pillar: p\n    filed_by: source\n    sources:{items}\n"
        )
    } else {
        format!("        {}:{items}\n", behind_key(code))
    };
    let text = format!("{head}{list}");
    let columns = ["check", "a.yaml", "-f", "jsonl", "--columns", "line,code,help"];
    let run = Test::new(columns).file("a.yaml", &text).output();
    let rows =
        run.stdout.lines().map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap());
    let lines: Vec<&str> = text.lines().collect();
    rows.filter(|row| row["code"] == code)
        .map(|row| {
            let line = lines[usize::try_from(row["line"].as_u64().unwrap()).unwrap() - 1];
            let value = line.strip_prefix(before).unwrap().strip_suffix(behind).unwrap();
            (value.to_owned(), row["help"].as_str().unwrap().to_owned())
        })
        .collect()
}

/// The list of a report in which values are looked at.
fn behind_key(code: &str) -> &'static str {
    if code == "unknown-country" { "countries" } else { "regions" }
}

#[test]
fn what_other_readers_take_for_something_else_is_known_and_nothing_more() {
    let taken = [
        "NO",
        "1.10",
        "0x1F",
        "0x1FFFFFFFFFFFFFFFF",
        "0o17",
        "12:30",
        "190:20:30.15",
        "-.inf",
        ".NaN",
        "2019-03-14",
        "2019-03-14T10:00:00Z",
        "2019-03-14 10:00:00",
    ];
    let texts = [
        "0x41 is a letter",
        "0b102",
        "0o18",
        "0x",
        "12:345",
        "2019-03-14 to 2019-04-01",
        "north",
        "a...",
    ];
    let all = [taken.as_slice(), texts.as_slice()].concat();
    let found = found_among("          - ", &all, "", "unquoted");
    let values: Vec<&str> = found.iter().map(|(value, _)| value.as_str()).collect();
    assert_eq!(values, taken);
}

#[test]
fn a_country_is_asked_for_by_what_people_call_it_and_never_guessed() {
    let asked = [
        ("South Korea", "did you mean KOR (Republic of Korea)?"),
        ("Sout Korea", "did you mean KOR (Republic of Korea)?"),
        ("UK", "did you mean GBR (United Kingdom of Great Britain and Northern Ireland)?"),
        ("ke", "did you mean KEN (Kenya)?"),
        ("Kenia", "did you mean KEN (Kenya)?"),
        ("Congo", "did you mean COG (Congo) or COD (Democratic Republic of the Congo)?"),
        ("XKX", "use the alpha-3 codes of ISO 3166-1, such as KEN"),
        ("Atlantis", "use the alpha-3 codes of ISO 3166-1, such as KEN"),
    ];
    let values = asked.map(|(value, _)| value);
    let found = found_among("          - ", &values, "", "unknown-country");
    assert_eq!(found, asked.map(|(value, help)| (value.to_owned(), help.to_owned())));
}

#[test]
fn a_paragraph_is_named_by_its_number_or_in_words() {
    let before = "      - {document: d, paragraph: '";
    let good: Vec<&str> = "12|12a|12 (a)|12 (a) (ii)|12(a)|3.2|1.10|12 bis|12 bis (a)|title|fn. 1|fn. *|heading before 33|annex I, para. 3|preamble|PP3|é"
        .split('|').collect();
    assert_eq!(found_among(before, &good, "'}", "odd-paragraph"), []);
    let odd = [
        "para. 99",
        "Paragraph 12 (a)",
        "“37”",
        "37.",
        "037",
        "No. 12",
        "12bis",
        "12 a",
        "12(a",
        "§ 3.2",
        "p99",
        "¶99",
        "op. 3",
        "#5",
        "1\"",
        "5-99",
        "5, 99",
        "12 (a) and (b)",
        "12 and 13",
        "-1",
        "(a)",
        "0",
        "12 ()",
        "the \"title\"",
    ];
    let found = found_among(before, &odd, "'}", "odd-paragraph");
    let values: Vec<&str> = found.iter().map(|(value, _)| value.as_str()).collect();
    assert_eq!(values, odd);
}
