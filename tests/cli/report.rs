//! `cnd report`: the page as text, and in Chromium where `node` and `chromium` are installed.

use std::io::Write;
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::{DATA, Test};

/// Names that would be markup, end an attribute, a title or a script, or run as a formula.
const HOSTILE: [&str; 5] = [
    "<script>window.hurt=1</script>",
    "\"><img src=x onerror=window.hurt=1>",
    "</title></style></script><svg onload='window.hurt=1'>",
    "=HYPERLINK(\"https://example.org\";\"&amp; 'quoted'\")",
    "\u{202e}txet\u{1b}",
];

/// A dataset in which everything that people name bears such a name.
fn hostile() -> String {
    let agency = |(at, name): (usize, &&str)| {
        json!({"id": format!("a{at}"), "name": name, "acronym": name, "kind": "regional",
               "sources": [{"document": "note", "paragraph": "1"}]})
    };
    let participants: Vec<_> = (0..HOSTILE.len())
        .map(|at| json!({"agency": format!("a{at}"), "role": "partner"}))
        .collect();
    let programme = |(at, name): (usize, &&str)| {
        json!({
            "id": format!("p{at}"), "name": name, "kind": "event", "pillar": "p", "filed_by": "editors",
            "reports": [{"document": "note", "paragraph": "1", "participants": participants, "summary": name}],
        })
    };
    let commitment = |(at, name): (usize, &&str)| {
        json!({
            "id": format!("c{at}"), "statement": name, "force": "committed", "made_by": ["a0"],
            "instrument": "act", "pillar": "p", "filed_by": "editors",
            "sources": [{"document": "act", "paragraph": "1"}],
        })
    };
    let document = |id: &str, symbol: &str, date: &str| {
        json!({"id": id, "symbol": symbol, "title": HOSTILE[2], "kind": "note", "date": date,
               "periodic": id == "note", "sources": [{"document": "note", "paragraph": "1"}]})
    };
    json!({
        "agencies": HOSTILE.iter().enumerate().map(agency).collect::<Vec<_>>(),
        "pillars": [{"id": "p", "number": 1, "name": HOSTILE[0]}],
        "documents": [document("note", "A/<script>", "2020-01"), document("act", HOSTILE[1], "2019-01")],
        "programmes": HOSTILE.iter().enumerate().map(programme).collect::<Vec<_>>(),
        "commitments": HOSTILE.iter().enumerate().map(commitment).collect::<Vec<_>>(),
    })
    .to_string()
}

fn page_of_hostile() -> String {
    let run = Test::new(["report", "-", "--data", "a.json"]).file("a.json", hostile()).output();
    run.quiet().to_owned()
}

/// What stands between the tags of each element of this name.
fn elements<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let inside = |part: &'p str| part.split_once(&close).unwrap().0;
    page.split(&open).skip(1).map(inside).collect()
}

#[test]
fn what_looks_like_markup_in_the_data_stays_text() {
    let page = page_of_hostile();
    assert_eq!((page.matches("<script").count(), page.matches("<style").count()), (2, 1));
    assert_eq!((page.matches("<img").count(), page.matches("<svg onload").count()), (0, 0));
    assert!(page.contains("<th scope=\"row\">&lt;script&gt;window.hurt=1&lt;/script&gt;</th>"));
    assert!(page.contains("<a href=\"https://undocs.org/A/%3Cscript%3E\">"));
    assert!(page.contains("\\u{202e}txet\\u{1b}") && !page.contains(['\u{202e}', '\u{1b}']));
}

#[test]
fn the_policy_admits_the_scripts_and_the_style_of_the_page_and_nothing_else() {
    let page = page_of_hostile();
    let hash = |text: &&str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let hashes = |name| elements(&page, name).iter().map(hash).collect::<Vec<_>>().join(" ");
    let policy = format!(
        "content=\"default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'\"",
        hashes("script"),
        hashes("style")
    );
    assert!(page.contains(&policy), "{policy}");
    let style = elements(&page, "style").concat();
    assert!(!style.contains("url(") && !style.contains("@import"), "the style asks for more");
}

#[test]
fn filters_narrow_the_page() {
    let all = "wrote all.html: programmes 4, agencies 6, commitments 3, gaps 4\n";
    let run = Test::small("report all.html").stderr(all).run();
    assert!(run.file("all.html").contains("the whole dataset"));
    let run = Test::small("report 'a b.htm' --agency beta --kind event").output();
    assert!(run.file("a b.htm").contains("<code>cnd report --agency beta --kind event</code>"));
    assert!(run.file("a b.htm").contains("Commitments and gaps are not narrowed by: kind."));
    let run = Test::small("report c.html --agency-kind ngo --joint").output();
    let remark = "Commitments and gaps are not narrowed by: joint, agency kind.";
    assert!(run.file("c.html").contains(remark));
}

#[test]
fn the_title_says_in_words_what_was_asked() {
    for (asked, words) in [
        ("--without beta --joint", "without beta, joint programmes"),
        ("--pillar weights --second", "pillar “Weights”, secondary pillars included"),
        ("--agency alpha --agency beta,gamma", "alpha and (beta or gamma)"),
        ("--role partner,lead --agency 'beta, gamma'", "beta or gamma, as partner or lead"),
        (
            "--kind event,training --agency-kind ngo",
            "agencies of the kind ngo, programmes of the kind event or training",
        ),
        ("--paragraph 3-5,9", "paragraphs 3-5 or 9"),
        ("--search '\"in two\" scales' --search work", "&quot;in two&quot; scales and “work”"),
        ("--since 2000 --until 2002 --lead alpha", "led by alpha, since 2000, until 2002"),
        ("--paragraph 4", "paragraph 4"),
        ("--paragraph 3-5", "paragraphs 3-5"),
    ] {
        let page = Test::small(&format!("report - {asked}")).output().stdout;
        let title = format!("<title>Inter-agency cooperation on drug policy: {words}</title>");
        assert!(page.contains(&title), "{words}");
    }
}

#[test]
fn a_page_says_which_roles_count() {
    let run = Test::small("report r.html --role partner,lead").output();
    let page = run.file("r.html");
    assert!(!page.contains("in whatever role;") && !page.contains("in whatever role:"));
    assert!(page.contains("agencies named in 2 programmes, as partner or lead;"));
    assert!(
        page.contains("On roles: only agencies that take part as partner or lead count; joint:")
    );
}

#[test]
fn a_page_is_not_written_into_a_file_of_another_sort() {
    let refusal = "a report is an HTML page; name a file that ends in .html";
    let run = Test::small("report page.csv").refused(refusal);
    assert!(run.files().is_empty());
}

/// Uses the page of a dataset in Chromium, and gives the CSV that it saves; nothing where that cannot be done, which
/// is said past the harness, that would keep it to itself.
fn in_chromium(test: Test, name: &str) -> Option<String> {
    let folder = TempDir::new().unwrap();
    let page = folder.path().join("page.html");
    std::fs::write(&page, test.output().quiet()).unwrap();
    let script = format!("{DATA}/../cli/report.mjs");
    let output = Command::new("node").arg(script).arg(&page).arg(folder.path()).output();
    match output {
        Ok(output) if output.status.code() != Some(77) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            Some(std::fs::read_to_string(folder.path().join("cnd-programmes.csv")).unwrap())
        }
        _ => {
            let message = format!("skipped: {name} needs node and chromium\n");
            std::io::stderr().write_all(message.as_bytes()).unwrap();
            None
        }
    }
}

/// The records of a CSV in an order of their own.
fn records(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let record =
        |record: Result<csv::StringRecord, _>| record.unwrap().iter().map(str::to_owned).collect();
    let mut records: Vec<Vec<String>> = reader.records().map(record).collect();
    records[1..].sort();
    records
}

#[test]
fn chromium_searches_sorts_and_saves_what_the_data_formats_have() {
    let name = "chromium_searches_sorts_and_saves_what_the_data_formats_have";
    let Some(saved) = in_chromium(Test::new(["report", "-"]), name) else { return };
    let columns = records(&saved)[0].join(",");
    let csv = Test::new(["programmes", "-f", "csv", "--columns", &columns]).output();
    // What is shown is for people.
    let shown = |text: String| match text.as_str() {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        _ => text,
    };
    let row = |row: Vec<String>| row.into_iter().map(shown).collect();
    let mut expected: Vec<Vec<String>> = records(&csv.stdout).into_iter().map(row).collect();
    expected[1..].sort();
    assert_eq!(records(&saved), expected);
    // Every field is quoted.
    let mut quoted = csv::WriterBuilder::new();
    let quoted = quoted.quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF);
    let mut quoted = quoted.from_writer(Vec::new());
    let text = saved.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().for_each(|row| quoted.write_record(&row.unwrap()).unwrap());
    assert_eq!(text, String::from_utf8(quoted.into_inner().unwrap()).unwrap());
}

#[test]
fn chromium_runs_nothing_of_the_data() {
    let test = Test::new(["report", "-", "--data", "a.json"]).file("a.json", hostile());
    let Some(saved) = in_chromium(test, "chromium_runs_nothing_of_the_data") else { return };
    let names: Vec<String> = records(&saved).into_iter().map(|record| record[0].clone()).collect();
    for name in &HOSTILE[..3] {
        assert!(names.iter().any(|saved| saved == name), "{name}: {names:?}");
    }
    assert!(names.contains(&format!("'{}", HOSTILE[3])), "{names:?}");
}
