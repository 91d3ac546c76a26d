//! What is said of a fault is the one thing that mends it.

use crate::support::Test;

#[test]
fn what_a_word_processor_or_a_semicolon_makes_of_a_value_is_named() {
    let quotes = |inner: &str| {
        format!("write straight quotes, since others are part of the value: \"{inner}\"")
    };
    for (line, code, help) in [
        ("date: “2027-02-01”", "bad-date", quotes("2027-02-01")),
        ("kind: „note“", "unknown-word", quotes("note")),
        ("body: ‘who’", "bad-id", quotes("who")),
        ("session: “5”", "wrong-type", quotes("5")),
        ("body: who; unodc", "bad-id", "part the items by a comma: who, unodc".to_owned()),
    ] {
        let (key, _) = line.split_once(':').unwrap();
        let rest = ["id: a", "title: “A”", "kind: note"];
        let lines: Vec<&str> =
            rest.into_iter().filter(|l| !l.starts_with(key)).chain([line]).collect();
        let text = format!("documents:\n  - {}\n", lines.join("\n    "));
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
        assert!(run.stdout.contains(&format!("error[{code}]")), "{line}\n{}", run.stdout);
        assert!(run.stdout.contains(&format!("\n  help: {help}\n")), "{line}\n{}", run.stdout);
        assert!(run.stdout.contains("\n1 error and no warnings in "), "{line}\n{}", run.stdout);
    }
}

#[test]
fn a_value_that_is_wrong_has_one_cure() {
    for (line, code) in
        [("pillar: 1", "dangling-reference"), ("countries: [NO]", "unknown-country")]
    {
        let (pillar, report) =
            if line.starts_with('p') { (line, "summary: S") } else { ("pillar: one", line) };
        let text = format!(
            "pillars: [{{id: one, number: 1, name: One}}]\ndocuments: [{{id: note, title: Note, kind: note}}]\nprogrammes:\n  - {{id: a, name: A, kind: event, {pillar}, filed_by: editors, reports: [{{document: note, paragraph: \"1\", {report}}}]}}\n"
        );
        let run = Test::new(["check", "a.yaml", "-f", "csv", "--columns", "code"])
            .file("a.yaml", text)
            .output();
        assert!(run.stdout.contains(code) && !run.stdout.contains("unquoted"), "{}", run.stdout);
    }
}

#[test]
fn a_range_that_runs_backwards_is_one_fault() {
    let text = |read: &str| {
        format!(
            "agencies:\n  - {{id: a, name: A, kind: regional, sources: [{{document: note, paragraph: \"1\"}}, {{document: note, paragraph: \"2\"}}]}}\ndocuments:\n  - {{id: note, title: Note, kind: note, coverage: {{read: [\"{read}\"]}}}}\n"
        )
    };
    for (read, turned) in [("2-1", "1-2"), ("2–1", "1-2")] {
        let run = Test::new(["check", "a.yaml"]).file("a.yaml", text(read)).output();
        let head =
            format!("a.yaml:4:59: error[bad-section]: the range {read} ends before it begins\n");
        assert!(run.stdout.starts_with(&head), "{}", run.stdout);
        assert!(
            run.stdout.contains(&format!("help: write \"{turned}\"\n\n1 error and no warnings")),
            "{}",
            run.stdout
        );
    }
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", text("1-2")).output();
    assert!(run.stdout.starts_with("no errors and no warnings"), "{}", run.stdout);
}

#[test]
fn a_document_of_text_is_sent_to_the_commands_that_read_it() {
    for name in ["paper.docx", "paper.PDF"] {
        let run = Test::new(["check", name]).file(name, "PK\u{3}\u{4}").output();
        let said = format!(
            "error: cannot read {name}: it is a document, and no dataset: `cnd scan` reads it, and `cnd draft` makes records of it\n"
        );
        assert_eq!((run.stderr.as_str(), run.status), (&*said, 4));
    }
}

#[test]
fn typographic_quotes_round_a_paragraph_are_named_as_the_fault() {
    let text = "agencies:\n  - {id: a, name: A, kind: regional, sources: [{document: note, paragraph: “4”}]}\ndocuments:\n  - {id: note, title: Note, kind: note, coverage: {read: [\"4\"]}}\n";
    let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
    let help = "help: write straight quotes, since others are part of the value: \"4\"\n";
    assert!(
        run.stdout.contains(help) && !run.stdout.contains("help: write the number"),
        "{}",
        run.stdout
    );
}
