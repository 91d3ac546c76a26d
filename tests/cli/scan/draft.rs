//! What `cnd draft` writes: it loads, nothing of the source stands in it, and `check` lists what is open.

use std::fs;

use super::paper::{NOTE, as_docx, cnd, folder};

const DRAFT: [&str; 14] = [
    "draft", "note.docx", "--title", "Note on joint work", "--kind", "note", "--date", "2031-02",
    "--like", "note-2020", "-o", "set/note.yaml", "--with-text", "note.tsv",
];

#[test]
fn a_draft_loads_and_says_what_is_to_be_reviewed() {
    let folder = folder(&[("note.docx", &as_docx())]);
    let path = folder.path();
    assert_eq!(cnd(path, "", &["init", "set"]).2, 0);
    let (printed, said, status) = cnd(path, "set", &DRAFT);
    assert_eq!((printed.as_str(), status), ("", 0), "{said}");
    let summary = said.lines().nth(1).unwrap();
    assert_eq!(
        summary,
        "drafted agencies (1), documents (1), programmes (2), commitments (2); \
         valid with the dataset, 6 questions to review, 5 texts to write"
    );
    let left = "nothing was drafted from paragraph 4, although work is reported, planned or requested there";
    assert_eq!(said.lines().nth(3), Some(left));
    let unplaced = "the paper also names 2 agencies and 1 document from the dataset, not covered by the draft; list them with: cnd scan note.docx --data set --document e-cn-7-2031-crp-1 \
                    --status unrecorded --kind agency,symbol";
    assert_eq!(said.lines().nth(4), Some(unplaced));
    let draft = fs::read_to_string(path.join("set/note.yaml")).unwrap();
    for wanted in [
        "  - id: ecu\n    name: Example Customs Union\n    acronym: ECU\n",
        "  - id: e-cn-7-2031-crp-1\n    symbol: E/CN.7/2031/CRP.1\n",
        "      - \"1-5\"\n",
        "    - heading: Joint work of the year\n      first: 1\n      last: 2\n",
        "      - agency: ecu\n        role: partner\n      - agency: who\n        role: partner\n      countries:",
        "      countries:\n      - KEN\n      figures:\n      - value: 34\n        unit: officials\n",
        "    force: invited\n",
        "    addressed_to:\n    - member-states\n",
        "    force: encouraged\n",
    ] {
        assert!(draft.contains(wanted), "{wanted}\n--- is not in\n{draft}");
    }
    for sentence in NOTE.iter().filter(|text| text.starts_with(|c: char| c.is_ascii_digit())) {
        let words: Vec<&str> = sentence.split(' ').skip(1).collect();
        for run in words.windows(5) {
            assert!(!draft.contains(&run.join(" ")), "{run:?} stands in the draft");
        }
    }
    let side = fs::read_to_string(path.join("note.tsv")).unwrap();
    assert_eq!(side.lines().next(), Some("kind\tid\tparagraph\ttext"));
    assert!(
        side.contains("programme\te-cn-7-2031-crp-1-para-1\t1\tThe Example Customs Union"),
        "{side}"
    );
    let (found, _, status) =
        cnd(path, "", &["check", "set", "-f", "tsv", "--columns", "severity,code"]);
    assert_eq!(status, 0);
    assert_eq!(found.lines().filter(|line| *line == "warning\tto-review").count(), 6);
    assert!(!found.contains("error"), "{found}");
    let (brings, _, _) =
        cnd(path, "", &["diff", "embedded", "set", "-f", "tsv", "--columns", "change,kind,id"]);
    assert!(brings.contains("added\tdocument\te-cn-7-2031-crp-1"), "{brings}");
}

/// Takes every question of a draft out, without answering any.
fn unasked(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) => {
            fields.remove("review");
            fields.values_mut().for_each(unasked);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(unasked),
        _ => {}
    }
}

#[test]
fn a_text_that_was_drafted_for_a_person_to_write_is_found() {
    let folder = folder(&[("note.docx", &as_docx())]);
    let path = folder.path();
    assert_eq!(cnd(path, "", &["init", "set"]).2, 0);
    assert_eq!(cnd(path, "set", &DRAFT).2, 0);
    let open = || {
        let (found, _, _) = cnd(path, "", &["check", "set", "-f", "tsv", "--columns", "code"]);
        found.lines().filter(|line| *line == "placeholder").count()
    };
    // A record with a question has no second warning.
    assert_eq!(open(), 5);
    let draft = fs::read_to_string(path.join("set/note.yaml")).unwrap();
    let mut draft: serde_json::Value = serde_yaml::from_str(&draft).unwrap();
    unasked(&mut draft);
    fs::write(path.join("set/note.yaml"), draft.to_string()).unwrap();
    // Two statements, two names, and the scope of one figure.
    assert_eq!(open(), 5);
}

#[test]
fn a_draft_replaces_nothing() {
    let folder = folder(&[("note.docx", &as_docx())]);
    let path = folder.path();
    assert_eq!(cnd(path, "", &["init", "set"]).2, 0);
    assert_eq!(cnd(path, "set", &DRAFT).2, 0);
    let before = fs::read_to_string(path.join("set/note.yaml")).unwrap();
    let (_, said, status) = cnd(path, "set", &DRAFT);
    assert_eq!(
        (said.as_str(), status),
        (
            "error: set/note.yaml is a file of the dataset being read; choose another file to write\n",
            2
        )
    );
    assert_eq!(fs::read_to_string(path.join("set/note.yaml")).unwrap(), before);
}

#[test]
fn documents_that_are_cited_and_unknown_become_records() {
    let text = "1. UNODC recalled General Assembly resolutions 74/178 and 99/5.\n\n\
                2. WHO read A/HRC/99/5.\n\n3. It read resolution 99/5 again.\n";
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
    let (draft, _, status) = cnd(folder.path(), "", &args);
    assert_eq!(status, 0);
    for wanted in [
        "  - id: a-res-99-5\n    symbol: A/RES/99/5\n    title: General Assembly resolution 99/5\n    kind: resolution\n",
        "    sources:\n    - document: new-note\n      paragraph: \"1\"\n    - document: new-note\n      paragraph: \"3\"\n",
        "  - id: a-hrc-99-5\n    symbol: A/HRC/99/5\n    title: A/HRC/99/5\n    kind: report\n",
    ] {
        assert!(draft.contains(wanted), "{wanted}\n--- is not in\n{draft}");
    }
    assert!(!draft.contains("a-res-74-178"), "{draft}");
}

/// What an edition reports again, and what only looks like it, is in the new edition too.
#[test]
fn an_earlier_edition_leaves_nothing_out() {
    let text = "1. SMART trained 30 officials in Kenya.\n\nDemand reduction and related measures\n\n\
                2. UNODC and WHO opened a school in Malawi.\n";
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let draft = |more: &[&str]| {
        let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
        cnd(folder.path(), "", &[&args[..], more].concat()).0
    };
    let (all, since) = (draft(&[]), draft(&["--since", "note-2020"]));
    let question = "`note-2020` reports it (33): what is new? Keep this report even if nothing is.";
    let more: Vec<&str> = since.lines().filter(|line| !all.contains(*line)).collect();
    assert_eq!(more, [format!("    - \"{question}\"")]);
    assert!(all.contains("- id: new-note-para-2\n") && all.contains("value: 30\n"), "{all}");
}

/// A report on a programme that answers commitments may answer them again.
#[test]
fn a_report_that_may_be_evidence_is_asked_about() {
    let text = "1. The Container Control Programme trained 30 officials in Kenya.\n\n2. INCB Learning did so, too.\n";
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
    let draft = cnd(folder.path(), "", &args).0;
    let question = "Is it again evidence for technical-assistance-through";
    assert!(draft.contains(question), "{draft}");
    // At most three are named.
    assert!(draft.contains(", cooperation-with-incb-74-178 and 2 more? Then"), "{draft}");
}

/// Whoever drafts a document a second time is shown what to do instead.
#[test]
fn a_document_that_the_dataset_holds_is_not_drafted_again() {
    let with = "E/CN.7/2020/CRP.5\n\n1. UNODC and WHO met.\n";
    let without = "1. UNODC and WHO met.\n";
    let files: [(&str, &[u8]); 2] =
        [("with.txt", with.as_bytes()), ("my note.txt", without.as_bytes())];
    let folder = folder(&files);
    let draft = |file, title, more: &[&str]| {
        let args = [&["draft", file, "--title", title, "--kind", "note"], more].concat();
        cnd(folder.path(), "", &args)
    };
    let title = "Inter-agency cooperation and coordination of efforts in addressing and countering the world \
                 drug problem";
    let told = |file: &str, id: &str, label: &str| {
        format!(
            "error: this document is already in the dataset: {label}; compare the file with it: `cnd scan {file} --document {id}`; if it is a different document, give its symbol and id (--symbol, --id)\n"
        )
    };
    let note = ("note-2020", "E/CN.7/2020/CRP.5");
    for (file, shown, title, more) in [
        ("with.txt", "with.txt", "T", &[][..]),
        ("my note.txt", "'my note.txt'", "T", &["--symbol", "e/cn.7/2020/crp.5"]),
        ("my note.txt", "'my note.txt'", "T", &["--id", "note-2020"]),
        ("my note.txt", "'my note.txt'", title, &[]),
    ] {
        let (printed, said, status) = draft(file, title, more);
        assert_eq!((printed.as_str(), status), ("", 2), "{file} {title} {more:?}");
        assert!(said.ends_with(&told(shown, note.0, note.1)), "{said}");
    }
    for more in [&["--symbol", "E/CN.7/2031/CRP.1"][..], &["--id", "note-2031"]] {
        assert_eq!(draft("my note.txt", title, more).2, 0, "{more:?}");
    }
}

#[test]
fn a_cited_document_is_drafted_though_its_number_begins_that_of_the_paper() {
    let text = "A/RES/91/188\n\nTrees\n\n1. Recalls A/RES/91/18, A/RES/91/1 and A/RES/91/188.\n";
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let args = ["draft", "note.txt", "--title", "T", "--kind", "resolution", "-o", "draft.yaml"];
    let (_, said, status) = cnd(folder.path(), "", &args);
    assert_eq!(status, 0, "{said}");
    let draft = fs::read_to_string(folder.path().join("draft.yaml")).unwrap();
    let symbols: Vec<&str> =
        draft.lines().filter_map(|line| line.trim().strip_prefix("symbol: ")).collect();
    assert_eq!(symbols, ["A/RES/91/188", "A/RES/91/1", "A/RES/91/18"]);
}

#[test]
fn a_new_name_that_may_be_a_programme_asks_for_it() {
    for (name, is_asked) in [("Tree Control Programme", true), ("Tree Control Agency", false)] {
        let text = format!("1. UNODC and the {name} (TCX) met.\n");
        let folder = folder(&[("note.txt", text.as_bytes())]);
        let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
        let draft = cnd(folder.path(), "", &args).0;
        assert!(draft.contains("  - id: tcx\n"), "{draft}");
        assert_eq!(draft.contains("Is it a programme?"), is_asked, "{draft}");
    }
}

/// Words such as "only" stand before a number that is exact.
#[test]
fn a_figure_that_is_exact_has_no_qualifier() {
    let text = "Joint work\n\n1. UNODC and WHO trained only 12 officials, an additional 5 teachers and some 9 \
                farmers in Kenya.\n";
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
    let draft = cnd(folder.path(), "", &args).0;
    let facts =
        draft.lines().filter_map(|line| line.trim_start_matches([' ', '-']).split_once(": "));
    let facts: Vec<_> =
        facts.filter(|(key, _)| matches!(*key, "value" | "unit" | "qualifier")).collect();
    assert_eq!(
        facts,
        [
            ("value", "12"),
            ("unit", "officials"),
            ("value", "5"),
            ("unit", "teachers"),
            ("value", "9"),
            ("unit", "farmers"),
            ("qualifier", "about")
        ]
    );
}

#[test]
fn a_title_of_which_no_id_can_be_made_asks_for_one() {
    let folder = folder(&[("a.txt", b"1. UNODC trained officials.\n")]);
    let args = ["draft", "a.txt", "--title", "麻薬", "--kind", "note"];
    let (_, said, status) = cnd(folder.path(), "", &args);
    assert!(
        said.ends_with("\nerror: cannot make an id from `麻薬`; give one with --id\n"),
        "{said}"
    );
    assert_eq!(status, 2);
}

#[test]
fn one_question_is_one() {
    let folder = folder(&[("a.txt", b"1. Nothing is named here.\n")]);
    let args = "draft a.txt --title Empty --kind note --date 2031 -o a.yaml";
    let args: Vec<&str> = args.split(' ').collect();
    let (_, said, _) = cnd(folder.path(), "", &args);
    assert!(
        said.ends_with("drafted documents (1); valid with the dataset, 1 question to review\n"),
        "{said}"
    );
}

#[test]
fn the_passages_are_written_over_nothing_that_is_read_or_drafted() {
    let folder = folder(&[
        ("a.txt", b"1. UNODC trained officials.\n"),
        ("d.yaml", b"pillars: [{id: p, number: 1, name: P}]\n"),
    ]);
    for (file, message) in [
        ("a.txt", "a.txt is the document that is read; choose another file to write"),
        ("d.yaml", "d.yaml is the dataset being read; choose another file to write"),
        ("draft.yaml", "-o and --with-text must name different files; name another"),
    ] {
        let args = ["draft", "a.txt", "--title", "T", "--kind", "note", "-o", "draft.yaml"];
        let args = [&args[..], &["--data", "d.yaml", "--with-text", file]].concat();
        let (_, said, status) = cnd(folder.path(), "", &args);
        assert_eq!((said, status), (format!("error: {message}\n"), 2));
        assert!(!folder.path().join("draft.yaml").exists());
    }
}
