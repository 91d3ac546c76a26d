//! The answers that get quoted, counted again from the rows that are exported.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{Test, words};

/// The rows of a command on the shipped dataset.
fn rows(line: &str) -> Vec<Value> {
    let run = Test::new(words(&format!("{line} -f json")).iter().map(String::as_str)).output();
    assert_eq!(run.status, 0, "{line}: {}", run.stderr);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    json["items"].as_array().unwrap().clone()
}

fn text<'r>(row: &'r Value, column: &str) -> &'r str {
    row[column].as_str().unwrap_or_default()
}

fn list<'r>(row: &'r Value, column: &str) -> BTreeSet<&'r str> {
    row[column].as_array().unwrap().iter().filter_map(Value::as_str).collect()
}

fn ids(rows: &[Value]) -> BTreeSet<&str> {
    rows.iter().map(|row| text(row, "id")).collect()
}

/// The programmes as each document reports them, by document.
fn by_document() -> Vec<Vec<Value>> {
    let documents = rows("documents");
    let reporting = documents.iter().filter(|row| row["programmes"].as_u64() > Some(0));
    reporting.map(|row| rows(&format!("programmes --document {}", text(row, "id")))).collect()
}

/// The agencies in these roles, as a row of a programme has them.
fn in_roles<'r>(row: &'r Value, columns: &[&str]) -> BTreeSet<&'r str> {
    columns.iter().flat_map(|column| list(row, column)).collect()
}

const CARRYING: [&str; 3] = ["lead", "partners", "organisers"];
const MORE: [&str; 4] = ["lead", "partners", "organisers", "members"];

fn count(rows: &[Value], holds: impl Fn(&&Value) -> bool) -> u64 {
    rows.iter().filter(holds).count() as u64
}

/// The headline figures of a filter, by what they count.
fn figures(filter: &str) -> BTreeMap<String, u64> {
    let rows = rows(&format!("stats {filter}"));
    rows.iter()
        .map(|row| (text(row, "figure").to_owned(), row["count"].as_u64().unwrap()))
        .collect()
}

#[test]
fn a_programme_is_joint_where_a_document_names_two_agencies() {
    let reported = by_document();
    for row in reported.iter().flatten() {
        assert_eq!(row["joint"], list(row, "agencies").len() > 1, "{row}");
    }
    let joint = reported.iter().flatten().filter(|row| row["joint"] == true);
    let joint: BTreeSet<&str> = joint.map(|row| text(row, "id")).collect();
    let filtered = rows("programmes --joint");
    assert_eq!(ids(&filtered), joint);
    let all = rows("programmes");
    assert_eq!(count(&all, |row| row["joint"] == true), joint.len() as u64);
    let run = Test::new(["programmes", "-f", "csv"]).output();
    let said = format!("{} of {} programmes are joint", joint.len(), all.len());
    assert!(run.stderr.contains(&said), "{}", run.stderr);
}

#[test]
fn the_headline_figures_are_those_of_the_rows() {
    let rows = rows("programmes --document note-2020");
    let figures = figures("--document note-2020");
    let more = |row: &&Value| in_roles(row, &MORE).len() > 1;
    let single = |row: &&Value| list(row, "agencies").len() == 1;
    let unnamed = |row: &&Value| text(row, "sole_participant") == "others-unnamed";
    let none = |row: &&Value| text(row, "sole_participant") == "none-mentioned";
    let by_more = "by more than authorship or attendance";
    for (figure, expected) in [
        (
            "joint programmes: two or more agencies named".to_owned(),
            count(&rows, |r| r["joint"] == true),
        ),
        (format!("joint programmes {by_more}"), count(&rows, more)),
        (
            "programmes in which UNODC takes part".to_owned(),
            count(&rows, |r| list(r, "agencies").contains("UNODC")),
        ),
        (
            format!("programmes in which UNODC takes part {by_more}"),
            count(&rows, |r| in_roles(r, &MORE).contains("UNODC")),
        ),
        ("single agency, no other mentioned".to_owned(), count(&rows, |r| single(r) && none(r))),
        (
            "single named agency, others unnamed".to_owned(),
            count(&rows, |r| single(r) && unnamed(r)),
        ),
        (
            "programmes for which no agency is named".to_owned(),
            count(&rows, |r| list(r, "agencies").is_empty()),
        ),
        ("programmes that are only planned".to_owned(), count(&rows, |r| r["planned"] == "yes")),
    ] {
        assert_eq!(figures[&figure], expected, "{figure}");
    }
    // What the note of 2020 is quoted for.
    assert_eq!(
        (rows.len(), count(&rows, |r| r["joint"] == true), count(&rows, more)),
        (59, 33, 26)
    );
}

#[test]
fn only_an_agency_leaves_out_programmes_whose_others_are_unnamed() {
    let all = rows("programmes");
    let only = rows("programmes --only UNODC");
    let alone = |row: &&Value| list(row, "agencies") == BTreeSet::from(["UNODC"]);
    let unnamed = |row: &&Value| text(row, "sole_participant") == "others-unnamed";
    let expected: Vec<Value> = all.iter().filter(|r| alone(r) && !unnamed(r)).cloned().collect();
    assert_eq!(ids(&only), ids(&expected));
    let left_out = count(&all, |row| alone(row) && unnamed(row));
    let run = Test::new(["programmes", "--only", "UNODC", "-f", "csv"]).output();
    let said =
        format!("--only leaves out {left_out} programmes whose other participants are not named");
    assert!(run.stderr.contains(&said), "{}", run.stderr);
}

/// The closest tie of two agencies in a row of a programme.
fn tie(row: &Value, pair: [&str; 2]) -> usize {
    let both = |columns: &[&str]| pair.iter().all(|agency| in_roles(row, columns).contains(agency));
    let either = |column: &str| pair.iter().any(|agency| list(row, column).contains(agency));
    match () {
        () if both(&CARRYING) => 0,
        () if either("members") => 1,
        () if either("participants") => 2,
        () => 3,
    }
}

const TIES: [&str; 4] = ["joint-work", "membership", "attendance", "authorship"];

/// Of every two agencies, the programmes that one document reports of both: the closest tie in each, and whether
/// it is only announced.
type Ties = BTreeMap<[String; 2], BTreeMap<String, (usize, bool)>>;

fn ties() -> Ties {
    let mut ties = Ties::new();
    for row in by_document().iter().flatten() {
        let agencies: Vec<&str> = list(row, "agencies").into_iter().collect();
        for (at, a) in agencies.iter().enumerate() {
            for b in &agencies[at + 1..] {
                let now = (tie(row, [a, b]), row["planned"] == "yes");
                let pair = ties.entry([a, b].map(|agency| (*agency).to_owned())).or_default();
                let known = pair.entry(text(row, "id").to_owned()).or_insert(now);
                *known = (known.0.min(now.0), known.1 && now.1);
            }
        }
    }
    ties
}

fn is_tied(row: &Value, programmes: &BTreeMap<String, (usize, bool)>, ids: &str) {
    let expected: BTreeSet<&str> = programmes.keys().map(String::as_str).collect();
    assert_eq!(list(row, ids), expected, "{row}");
    let closest = programmes.values().map(|(tie, _)| *tie).min().unwrap();
    assert_eq!(row["tie"], TIES[closest], "{row}");
    let of_tie = |tie| programmes.values().filter(|(t, _)| *t == tie).count();
    let each = (0..TIES.len()).filter(|tie| of_tie(*tie) > 0);
    let each: Vec<String> = each.map(|tie| format!("{}: {}", TIES[tie], of_tie(tie))).collect();
    assert_eq!(row["ties"], Value::from(each), "{row}");
    let planned = programmes.values().filter(|(_, planned)| *planned).count();
    assert_eq!(row["planned"], planned, "{row}");
}

#[test]
fn pairs_have_the_closest_tie_of_the_roles_that_documents_name() {
    let ties = ties();
    let pairs = rows("network");
    assert_eq!(pairs.len(), ties.len());
    for row in &pairs {
        let mut ends = ["agency_a", "agency_b"].map(|end| text(row, end).to_owned());
        ends.sort();
        is_tied(row, &ties[&ends], "programme_ids");
    }
    let order = |row: &Value| {
        let tie = TIES.iter().position(|tie| row["tie"] == *tie);
        (std::cmp::Reverse(row["programmes"].as_u64()), tie)
    };
    assert!(pairs.is_sorted_by_key(order));
    for word in TIES {
        let filtered = rows(&format!("network --tie {word}"));
        assert_eq!(filtered.len() as u64, count(&pairs, |row| row["tie"] == word));
        assert!(filtered.iter().all(|row| row["tie"] == word));
    }
}

#[test]
fn who_is_named_together_with_an_agency_is_in_its_pairs() {
    let ties = ties();
    let of_unodc = |pair: &[String; 2]| pair.iter().any(|agency| agency == "UNODC");
    let agencies = rows("agencies --with UNODC");
    let around = rows("network --around UNODC");
    assert_eq!(agencies.len(), ties.keys().filter(|pair| of_unodc(pair)).count());
    assert_eq!(agencies.len(), around.len());
    for (row, pair) in agencies.iter().zip(&around) {
        assert_eq!(text(pair, "agency_a"), "UNODC");
        assert_eq!(row["id"], pair["id_b"]);
        let mut ends = ["UNODC", text(pair, "agency_b")].map(str::to_owned);
        ends.sort();
        is_tied(row, &ties[&ends], "shared_programmes");
    }
    let figures = figures("");
    assert_eq!(figures["agencies named together with UNODC"], agencies.len() as u64);
    let jointly = rows("agencies --with UNODC --tie joint-work");
    assert_eq!(
        figures["agencies tied to UNODC by joint work, done or planned"],
        jointly.len() as u64
    );
}

#[test]
fn a_status_is_one_word_and_follows_from_the_documents_beside_it() {
    let commitments = rows("commitments");
    for row in &commitments {
        let (untracked, silent) = (!row["untracked"].is_null(), !list(row, "silent_in").is_empty());
        let reported = !row["last_document"].is_null();
        let expected = match (untracked, reported, silent) {
            (true, false, false) => &["untracked"][..],
            (false, true, false) => &["reported", "completed"],
            (false, false, true) => &["not-reported"],
            (false, false, false) => &["no-later-source"],
            _ => panic!("{row}"),
        };
        assert!(expected.contains(&text(row, "status")), "{row}");
        // Only a periodic document can be silent: the note of 2020 is the only one.
        assert!(list(row, "silent_in").is_subset(&BTreeSet::from(["E/CN.7/2020/CRP.5"])), "{row}");
    }
    for status in ["completed", "reported", "not-reported", "no-later-source", "untracked"] {
        let filtered = rows(&format!("commitments --status {status}"));
        assert_eq!(filtered.len() as u64, count(&commitments, |row| row["status"] == status));
    }
    let gaps = rows("gaps --kind-of-gap commitment-not-reported");
    let silent: Vec<Value> =
        commitments.iter().filter(|row| row["status"] == "not-reported").cloned().collect();
    assert_eq!(ids(&gaps), ids(&silent));
    for row in silent.iter().filter(|row| !row["earlier_work"].is_null()) {
        let gap = gaps.iter().find(|gap| gap["id"] == row["id"]).unwrap();
        let (one, more) = ("is older than the commitment", "are older than the commitment");
        assert!([one, more].iter().any(|end| text(gap, "reason").ends_with(end)), "{gap}");
    }
}

#[test]
fn counts_are_those_of_the_rows_that_have_the_value() {
    let programmes = rows("programmes");
    for row in rows("stats --by pillar") {
        let under = |p: &&Value| p["pillar"] == row["pillar"];
        assert_eq!(row["programmes"], count(&programmes, under));
        assert_eq!(row["joint"], count(&programmes, |p| under(p) && p["joint"] == true));
        assert_eq!(row["planned"], count(&programmes, |p| under(p) && p["planned"] == "yes"));
    }
    for row in rows("stats --by agency").iter().filter(|row| row["agency"] != "not stated") {
        let takes_part = |p: &&Value| list(p, "agencies").contains(text(row, "agency"));
        assert_eq!(row["programmes"], count(&programmes, takes_part), "{row}");
        assert_eq!(row["joint"], count(&programmes, |p| takes_part(p) && p["joint"] == true));
    }
    let no_country = |p: &&Value| list(p, "countries").is_empty();
    let number = |p: &&Value| list(p, "figures").iter().any(|figure| figure.contains(" countries"));
    let by_country = rows("stats --by country");
    let programmes_of = |label: &str| {
        let row = by_country.iter().find(|row| row["country"] == label).unwrap();
        row["programmes"].as_u64().unwrap()
    };
    let numbered = count(&programmes, |p| no_country(p) && number(p));
    assert_eq!(programmes_of("number of countries given, none named"), numbered);
    assert_eq!(programmes_of("not stated"), count(&programmes, no_country) - numbered);
}

#[test]
fn nothing_that_a_source_files_nowhere_stands_without_its_reason() {
    let note = "no heading of E/CN.7/2020/CRP.5 names it; a secondary pillar of 11 programmes";
    let human_rights = |rows: Vec<Value>, column: &str, value: &str| {
        rows.into_iter().find(|row| row[column] == value).unwrap()
    };
    let by_pillar = rows("stats --by pillar --document note-2020");
    let row = human_rights(by_pillar, "pillar", "human-rights");
    assert_eq!((row["programmes"].as_u64(), text(&row, "note")), (Some(0), note));
    let figures = rows("stats --document note-2020");
    let row = human_rights(figures, "figure", "programmes filed under human-rights");
    assert_eq!((row["count"].as_u64(), text(&row, "note")), (Some(0), note));
}

#[test]
fn every_source_has_the_address_of_its_document() {
    let documents = rows("documents");
    let address: BTreeMap<&str, &Value> =
        documents.iter().map(|row| (text(row, "symbol"), &row["links"])).collect();
    assert_eq!(address["A/80/6 (Sect. 16)"][0], "https://undocs.org/A/80/6%20%28Sect.%2016%29");
    assert_eq!(address["E/CN.7/2020/CRP.5"][0], "https://undocs.org/E/CN.7/2020/CRP.5");
    for listing in ["programmes", "commitments", "agencies"] {
        for row in rows(listing) {
            let sources = list(&row, "sources");
            let cited = address.iter().filter(|(symbol, _)| {
                !symbol.is_empty() && sources.iter().any(|s| s.starts_with(&format!("{symbol}, ")))
            });
            let expected: BTreeSet<&str> =
                cited.filter_map(|(_, links)| links[0].as_str()).collect();
            assert_eq!(list(&row, "links"), expected, "{row}");
        }
    }
}

#[test]
fn what_an_office_does_is_listed_under_it_and_counted_as_its_agencys() {
    let programmes = rows("programmes --agency unodc-rowca");
    assert_eq!(ids(&programmes), BTreeSet::from(["sahel-capacities-and-cooperation"]));
    assert_eq!(list(&programmes[0], "offices").len(), 1);
    assert!(list(&programmes[0], "agencies").contains("UNODC"));
    let agencies = rows("agencies");
    let office = agencies.iter().find(|row| row["id"] == "unodc-rowca").unwrap();
    assert_eq!(list(office, "programme_ids"), BTreeSet::from(["sahel-capacities-and-cooperation"]));
    assert_eq!(list(office, "counted_as"), BTreeSet::from(["UNODC"]));
    let unodc = agencies.iter().find(|row| row["id"] == "unodc").unwrap();
    let all = rows("programmes");
    let of_unodc = count(&all, |row| list(row, "agencies").contains("UNODC"));
    assert_eq!(unodc["programmes"], of_unodc);
}
