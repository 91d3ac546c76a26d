//! What is said of a fault is the one thing that mends it.

use crate::support::Test;

#[test]
fn what_a_word_processor_makes_of_a_value_is_named() {
    let quotes = |inner: &str| {
        format!("write straight quotes, since others are part of the value: \"{inner}\"")
    };
    for (line, code, help) in [
        ("date: “2027-02-01”", "bad-date", quotes("2027-02-01")),
        ("kind: „note“", "unknown-word", quotes("note")),
        ("body: ‘who’", "bad-id", quotes("who")),
        ("session: “5”", "wrong-type", quotes("5")),
    ] {
        let (key, _) = line.split_once(':').unwrap();
        let rest = ["id: a", "title: \"“A”\"", "kind: note"];
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
            "error: cannot read {name}: it is not a dataset, which is a .yaml, .json or .xlsx file, or a folder of such files or of tables with their datapackage.json; `cnd scan` and `cnd draft` read documents\n"
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

#[test]
fn a_text_that_is_no_deeper_than_its_key_is_blamed_where_it_begins() {
    const NEITHER: &str = "this line is not a key, a list item or a comment";
    const INDENT: &str = "write `name: x`, begin it with # as a comment, delete it, or indent it and what continues it deeper than the key whose text it is";
    const COLON: &str = "this key is not followed by a colon and a space";
    const ITEM: &str = "this is not a list item";
    const DASH: &str = "begin an item with a dash and a space: `- id: x`";
    for (lines, place, why, help) in [
        ("    remark: The two\n    began.", "4:5", NEITHER, INDENT),
        ("    remark: The two\n      began\n    the course.", "5:5", NEITHER, INDENT),
        ("    remark: The two\n    began\n    the course.", "4:5", NEITHER, INDENT),
        ("    remark: The two\n\n    # a comment\n    began.\n", "6:5", NEITHER, INDENT),
        ("    remark: |\n    The two\n    began.", "4:5", NEITHER, INDENT),
        ("    remark: |\n      The two\n    began.", "5:5", NEITHER, INDENT),
        ("    remark:The two", "3:5", COLON, "write `remark: The two`"),
        ("    remark:The two\n      began.", "3:5", COLON, "write `remark: The two`"),
        (
            "    remark: | The two began.",
            "3:13",
            "the text must begin on the line below this sign",
            "put the text there, deeper than the key, or delete the sign",
        ),
        ("    aliases:\n    - {id: x}\n    • {id: two, name: T}", "5:5", ITEM, DASH),
        ("    aliases:\n      - {id: x}\n      – {id: two, name: T}", "5:7", ITEM, DASH),
    ] {
        for rest in ["documents: []\n", ""] {
            let text = format!("pillars:\n  - id: one\n{lines}\n{rest}");
            let run = Test::new(["check", "a.yaml"]).file("a.yaml", text).output();
            let head = format!("a.yaml:{place}: error[syntax]: {why}\n");
            assert!(run.stdout.starts_with(&head), "{lines}\n{}", run.stdout);
            assert!(run.stdout.contains(&format!("\n  help: {help}\n")), "{}", run.stdout);
        }
    }
    let run = Test::new(["check", "a.yaml"]).file(
        "a.yaml",
        "pillars:\n  - id: one\n    number: 1\n    name: One\n    remark: &c. began\n",
    );
    let said = run.output().stdout;
    assert!(
        said.contains("a.yaml:5:13: error[syntax]: this value has a YAML anchor (&)"),
        "{said}"
    );
}

/// A programme whose second report stands in a list of its own, with what is said of it there, and evidence that rests
/// on it.
fn with_report(said: &str, paragraph: &str) -> Test {
    let old = "agencies: [{id: a, name: A, kind: regional}, {id: b, name: B, kind: regional}]\npillars: [{id: one, number: 1, name: One}]\ndocuments: [{id: old, title: Old, kind: note, date: \"2020-02\"}]\nprogrammes:\n  - {id: course, name: Course, kind: training, pillar: one, filed_by: editors, reports: [{document: old, paragraph: \"1\", participants: [{agency: a, role: lead}, {agency: b, role: partner}], summary: S}]}\ncommitments:\n  - {id: hold, statement: Hold it., force: planned, made_by: [a], pillar: one, filed_by: editors, sources: [{document: old, paragraph: \"1\"}]}\n";
    let new = format!(
        "documents: [{{id: new, title: New, kind: note, date: \"2021-02\"}}]\nreports:\n  - {{programme: course, document: new, paragraph: \"2\", {said}, summary: S}}\nevidence:\n  - {{commitment: hold, programme: course, document: new, paragraph: \"{paragraph}\", link: stated}}\n"
    );
    Test::new(["check", "set", "-f", "csv", "--columns", "line,code"])
        .file("set/a.yaml", old)
        .file("set/b.yaml", new)
}

#[test]
fn evidence_is_not_blamed_for_a_report_that_could_not_be_read() {
    for (said, code) in [
        ("countries: [Panama]", "unknown-country"),
        ("figures: [{value: 1, unit: U}]", "figure-without-scope"),
        ("date: soon", "bad-date"),
    ] {
        let run = with_report(said, "2").output();
        assert_eq!(run.stdout, format!("line,code\n3,{code}\n"), "{said}");
        assert!(run.stderr.contains("some checks were skipped"), "{}", run.stderr);
    }
    let run = with_report("countries: [PAN]", "3").output();
    assert_eq!(run.stdout, "line,code\n5,evidence-without-report\n");
    assert_eq!(with_report("countries: [PAN]", "2").output().stdout, "line,code\n");
}

#[test]
fn who_takes_part_alone_in_one_edition_does_so_whoever_joins_in_the_next() {
    let report = |document: &str, agencies: &[&str]| {
        let parties: Vec<String> =
            agencies.iter().map(|id| format!("{{agency: {id}, role: lead}}")).collect();
        format!(
            "{{document: {document}, paragraph: \"1\", participants: [{}], summary: S}}",
            parties.join(", ")
        )
    };
    for (first, second, said) in [
        (&["a"][..], &["a", "b"][..], ""),
        (&["a"], &["b"], ""),
        (&["a", "b"], &["a", "b"], "8,needless-excuse\n"),
    ] {
        let text = format!(
            "agencies:\n  - {{id: a, name: A, kind: regional}}\n  - {{id: b, name: B, kind: regional}}\npillars: [{{id: one, number: 1, name: One}}]\ndocuments: [{{id: old, title: Old, kind: note}}, {{id: new, title: New, kind: note}}]\nprogrammes:\n  - {{id: course, name: Course, kind: training, pillar: one, filed_by: editors,\n     sole_participant: none-mentioned,\n     reports: [{}, {}]}}\n",
            report("old", first),
            report("new", second)
        );
        let run = Test::new(["check", "a.yaml", "-f", "csv", "--columns", "line,code"])
            .file("a.yaml", text);
        assert_eq!(run.output().stdout, format!("line,code\n{said}"));
    }
}
