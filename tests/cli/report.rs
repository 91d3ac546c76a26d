//! `cnd report`: the page as text, and in Chromium where `node` and `chromium` are installed.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use cnd_tracker::load::SHIPPED;
use serde_json::json;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::formats::csv_records;
use crate::support::{DATA, Test, words};

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
    let all = "wrote all.html: programmes 4, agencies 6, commitments 3, gaps 3\n";
    let run = Test::small("report all.html").stderr(all).run();
    assert!(run.file("all.html").contains("the whole dataset"));
    let run = Test::small("report 'a b.htm' --agency beta --kind event").output();
    assert!(run.file("a b.htm").contains("<code>cnd report --agency beta --kind event</code>"));
    let run = Test::small("report u.html --search 'Øresund Öl'").output();
    assert!(run.file("u.html").contains("<code>cnd report --search 'Øresund Öl'</code>"));
    let run = Test::small("report o.html --search Øresund").output();
    assert!(run.file("o.html").contains("<code>cnd report --search Øresund</code>"));
    let why =
        "commitments and gaps are not shown: they cannot be filtered by --agency-kind, --joint";
    let wrote = format!("wrote c.html: programmes 0, agencies 0; {why}\n");
    let run = Test::small("report c.html --agency-kind ngo --joint").stderr(&wrote).run();
    let page = run.file("c.html");
    assert!(page.contains(&why.replacen('c', "C", 1)));
    assert!(!page.contains("id=\"commitments\"") && !page.contains("id=\"gaps\""));
}

#[test]
fn what_cannot_be_narrowed_is_left_out_of_the_page() {
    for (asked, counts) in [
        (
            "--document resolution-7",
            "commitments 2; gaps are not shown: none of the selected documents is a periodic report",
        ),
        (
            "--document first-note --paragraph 3",
            "commitments 0; gaps are not shown: they cannot be filtered by paragraph",
        ),
        ("--document first-note", "commitments 2, gaps 2"),
        ("--agency beta", "commitments 2, gaps 2"),
    ] {
        let run = Test::small(&format!("report p.html {asked}")).output();
        assert!(run.stderr.ends_with(&format!(", {counts}\n")), "{asked}: {}", run.stderr);
        let page = run.file("p.html");
        assert_eq!(page.contains("id=\"gaps\""), counts.contains(", gaps "), "{asked}");
    }
}

#[test]
fn a_page_says_on_whose_silence_gaps_rest_and_whom_a_filter_leaves_out() {
    let page = |asked: &str| Test::small(&format!("report - {asked}")).output().stdout;
    let rests = "nothing was done; gaps in M/2002/1 of March 2002: 1 of 2 periodic reports";
    assert!(page("--document second-note").contains(rests));
    let cnd = |asked: &str| Test::new(words(asked).iter().map(String::as_str)).output();
    let listing = cnd("programmes --only UNODC");
    let left_out = "--only leaves out 26 programmes whose other participants are not named";
    assert!(listing.stderr.contains(left_out));
    assert!(cnd("report - --only UNODC").stdout.contains(left_out));
}

/// The figures of a page, without their markup.
fn figures(page: &str) -> Vec<String> {
    let list = page.split("<ul class=\"figures\">").nth(1).unwrap().split("</ul>").next().unwrap();
    let text = |item: &str| {
        let texts = item.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        texts.collect::<String>()
    };
    list.split("</li>").map(text).filter(|text| !text.is_empty()).collect()
}

#[test]
fn every_share_of_a_page_is_one_of_what_was_asked_for() {
    let page = |asked: &str| Test::small(&format!("report - {asked}")).output().stdout;
    let of_beta = figures(&page("--agency beta"));
    let wholes = of_beta
        .iter()
        .filter_map(|figure| figure.split_once(" of ")?.1.split(' ').next())
        .filter(|whole| whole.parse::<usize>().is_ok());
    assert_eq!(wholes.collect::<BTreeSet<_>>(), BTreeSet::from(["2", "3", "4"]));
    assert!(of_beta.contains(&"3 agencies named together with BÊTA".to_owned()), "{of_beta:?}");
    let nothing = figures(&page("--search nothing-at-all"));
    assert_eq!(nothing.len(), 2, "{nothing:?}");
    assert!(nothing[0].starts_with("0 of 4 (0.0 %) programmes"), "{nothing:?}");
    assert!(nothing[1].starts_with("0 of 3 (0.0 %) commitments"), "{nothing:?}");
}

#[test]
fn a_summary_is_shown_once_and_on_one_line() {
    let report = |paragraph: &str| json!({"document": "d", "paragraph": paragraph, "summary": "They began\nthe course."});
    let data = json!({
        "pillars": [{"id": "p", "number": 1, "name": "P"}],
        "documents": [{"id": "d", "title": "D", "kind": "note"}],
        "programmes": [{
            "id": "x", "name": "X", "kind": "training", "pillar": "p", "filed_by": "editors", "reports": [report("1"), report("2")],
        }],
    });
    for (command, shown) in [
        ("report - --data a.json", ">They began the course. (d, paras. 1–2)</td>"),
        ("programmes --columns summary --data a.json", "They began the course. (d, paras. 1–2)\n"),
        (
            "programmes --columns summary -f csv --data a.json",
            "\"They began\nthe course. (d, paras. 1–2)\"",
        ),
    ] {
        let test = Test::line(command).file("a.json", data.to_string());
        assert!(test.output().stdout.contains(shown), "{command}");
    }
}

#[test]
fn a_page_shows_the_columns_that_were_asked_about() {
    let heads = |asked: &str| {
        let page = Test::small(&format!("report - {asked}")).output().stdout;
        let table = page.split("data-name=\"programmes\"").nth(1).unwrap().to_owned();
        let head = table.split("</thead>").next().unwrap().to_owned();
        let named = head.split("data-column=\"").skip(1);
        named.map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let rest = "joint planned pillar kind sources countries figures summary";
    assert_eq!(heads(""), format!("name agencies {rest}"));
    assert_eq!(
        heads("--government Türkiye --since 2000"),
        format!("name agencies governments dates {rest}")
    );
    assert_eq!(
        heads("--role lead --lead alpha --pillar weights --second"),
        format!("name agencies lead second_pillars {rest}")
    );
    assert_eq!(heads("--region Øresund"), format!("name agencies regions {rest}"));
}

#[test]
fn a_page_says_where_no_document_could_be_silent_and_what_is_still_open() {
    let data = r#"{"agencies": [{"id": "a", "name": "A", "kind": "non-governmental", "review": ["Which kind?", "Which name?"]}]}"#;
    let page = Test::new(["report", "-", "--data", "a.json"]).file("a.json", data).output().stdout;
    assert!(page.contains(
        "this dataset has no periodic report on inter-agency cooperation, so there can be no gaps"
    ));
    assert!(page.contains(
        "2 questions still open with the editors of the dataset: the content may change"
    ));
    assert!(!page.contains("id=\"charts\""));
}

#[test]
fn the_title_says_in_words_what_was_asked() {
    for (asked, words) in [
        ("--without beta --joint", "without BÊTA, joint programmes"),
        ("--pillar weights --second", "pillar “Weights”, secondary pillars included"),
        ("--agency alpha --agency beta,gamma", "ALPHA and (BÊTA or 麻対)"),
        ("--role partner,lead --agency 'beta, gamma'", "BÊTA or 麻対, as partner or lead"),
        (
            "--kind event,training --agency-kind ngo",
            "with agencies of kind ngo, programmes of kind event or training",
        ),
        ("--paragraph 3-5,9", "paragraphs 3-5 or 9"),
        ("--search '\"in two\" scales' --search work", "&quot;in two&quot; scales and “work”"),
        ("--since 2000 --until 2002 --lead alpha", "led by ALPHA, since 2000, until 2002"),
        ("--only alpha,beta", "ALPHA or BÊTA only"),
        ("--paragraph 4", "paragraph 4"),
        ("--document second-note --country ken", "Kenya, M/2002/1"),
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
        page.contains(
            "On roles: only agencies that take part as partner or lead count; joint means"
        )
    );
}

#[test]
fn a_page_is_not_written_into_a_file_of_another_sort() {
    let refusal = "a report is an HTML page; name a file that ends in .html";
    let run = Test::small("report page.csv").refused(refusal);
    assert!(run.files().is_empty());
}

#[test]
fn a_page_says_why_there_is_nothing() {
    let page = |asked: &str| Test::line(&format!("report - {asked}")).output().stdout;
    let unread = page("--document note-2024");
    let why = "E/CN.7/2024/CRP.3 has not been read: it is known only from documents that cite it.";
    assert_eq!(unread.matches(&format!("<p>There are none: {why}</p>")).count(), 3);
    assert!(
        unread.contains(&format!("<p>{why}</p>")) && !unread.contains("<ul class=\"figures\">")
    );
    let silent = page("--document A/RES/79/191 --paragraph 10");
    let why = "There are none: paragraph `10` of A/RES/79/191 has been read and contains nothing to record";
    assert_eq!(silent.matches(why).count(), 2);
    let pillar = page("--pillar human-rights");
    assert!(pillar.contains(
        "<p>There are none: a periodic report could be expected to report on 1 of the 13 selected commitments, which is reported"
    ));
    assert!(
        page("--search naloxone")
            .contains("<p>There are none: only the records (summaries) are searched")
    );
    let groups = "Groups that may include WHO, by its kind: 40 commitments";
    let who = page("--agency WHO");
    assert!(who.contains(groups) && who.contains("id=\"documents\""));
}

#[test]
fn an_agency_is_on_its_own_page_and_is_found_by_its_other_names() {
    let page = Test::small("report - --agency assembly").output();
    assert!(page.stdout.contains("Assembly of Measures</th>"));
    let page = Test::small("report -").output();
    assert!(page.quiet().contains("PBW"), "the former name of an agency is searched");
    assert!(page.quiet().contains("data-sought="));
}

/// Uses the page of a dataset in Chromium, and gives the CSV that it saves; nothing where that cannot be done, which
/// is said past the harness, that would keep it to itself.
fn in_chromium(test: Test) -> Option<String> {
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
            let message = b"skipped: the page of a report needs node and chromium\n";
            std::io::stderr().write_all(message).unwrap();
            None
        }
    }
}

/// The records of a CSV in an order of their own.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = csv_records(text.trim_start_matches('\u{feff}'));
    records[1..].sort();
    records
}

/// Uses the page of the shipped dataset with the hostile one beside it.
#[test]
fn chromium_searches_sorts_and_saves_what_the_data_formats_have_and_runs_nothing_of_the_data() {
    let test = |line: &str| {
        let put = |test: Test, (name, text): &(&str, &str)| test.file(&format!("set/{name}"), text);
        let test = SHIPPED.iter().fold(Test::line(line), put);
        test.file("set/hostile.json", hostile()).env("CND_DATA", "set")
    };
    let Some(saved) = in_chromium(test("report -")) else { return };
    let rows = records(&saved);
    let csv = test("programmes -f csv").arg("--columns").arg(&rows[0].join(",")).output();
    // What is shown is for people, and what is saved is no formula.
    let shown = |text: String| match text.as_str() {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        formula if formula.starts_with('=') => format!("'{formula}"),
        _ => text.replace('\u{202e}', "\\u{202e}").replace('\u{1b}', "\\u{1b}"),
    };
    let row = |row: Vec<String>| row.into_iter().map(shown).collect();
    let mut expected: Vec<Vec<String>> = records(&csv.stdout).into_iter().map(row).collect();
    expected[1..].sort();
    assert_eq!(rows, expected);
    // Every field is quoted.
    let mut quoted = csv::WriterBuilder::new();
    let quoted = quoted.quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF);
    let mut quoted = quoted.from_writer(Vec::new());
    let text = saved.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().for_each(|row| quoted.write_record(&row.unwrap()).unwrap());
    assert_eq!(text, String::from_utf8(quoted.into_inner().unwrap()).unwrap());
}
