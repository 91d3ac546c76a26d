//! The answers that get quoted, counted again from the rows that are exported.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::Test;

/// The rows of a command on the shipped dataset.
fn rows(line: &str) -> Vec<Value> {
    let run = Test::line(&format!("{line} -f json")).output();
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

/// What stands beside listings of programmes, of pairs and of shares.
const JOINT: &str =
    "joint: yes if one document names two or more agencies as taking part, otherwise no";
const NAMES: &str = "current names are used: EUDA is EMCDDA in E/CN.7/2020/CRP.5\n";
const JOINT_WORK: &str = "joint_work counts programmes in which both do the work, though the source may link each of them only to a third agency; tie is the closest link between the two\n";
const SHARES: &str = "not every activity of E/2024/28, A/80/6 (Sect. 16), A/81/6 (Sect. 16)/Part A is on record, so \
                      shares over several documents mix different coverage: quote those of one document\n";

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
    let planned: Vec<&Value> = all.iter().filter(|row| row["planned"] == "yes").collect();
    let planned_joint = planned.iter().filter(|row| row["joint"] == true).count();
    let said = format!(
        "{} programmes, {} of them joint; {} only planned, {planned_joint} of them joint\n",
        all.len(),
        joint.len(),
        planned.len(),
    );
    let apart = count(&all, |row| row["joint"] == false && list(row, "agencies").len() > 1);
    let apart = format!(
        "; for {apart} programmes, several agencies are named, but no two in the same document\n"
    );
    assert_eq!(run.stderr, format!("{said}{JOINT}{apart}{NAMES}"));
    let overview = Test::new([""; 0]).output();
    assert!(overview.stdout.starts_with(&said), "{}", overview.stdout);
    let by_editors = count(&all, |row| row["filed_by"] == "editors");
    let editors = format!(
        "{by_editors} of {} programmes are assigned to their pillar by the editors, the others by a heading of A/RES/S-30/1 or E/CN.7/2020/CRP.5\n",
        all.len()
    );
    for (by, more) in [("pillar", editors.as_str()), ("agency --across role", NAMES)] {
        let run = Test::line(&format!("stats --by {by} -f csv"));
        assert_eq!(run.output().stderr, format!("{said}{SHARES}{more}"));
    }
    // What is joint in a document that reports it as done or under way.
    let done = reported.iter().flatten().filter(|r| r["joint"] == true && r["planned"] != "yes");
    let done: BTreeSet<&str> = done.map(|row| text(row, "id")).collect();
    assert_eq!(figures("")["joint programmes, reported as done or under way"], done.len() as u64);
}

#[test]
fn a_listing_ends_with_one_line_of_counts_that_says_no_more_than_there_is() {
    for (line, said) in [
        ("programmes --only UNODC --document note-2020", "11 programmes, none of them joint\n"),
        ("programmes --country Kenya", "1 programme, not joint\n"),
        ("programmes --agency-kind ngo", "5 programmes, all joint\n"),
        ("network --around HRW", ""),
    ] {
        let run = Test::line(&format!("{line} -f csv")).output();
        assert!(run.stderr.starts_with(said), "{line}: {}", run.stderr);
        let others = run.stderr.strip_prefix(said).unwrap();
        let others =
            [JOINT, JOINT_WORK].iter().find_map(|what| others.strip_prefix(what)).unwrap_or(others);
        assert!(!others.contains("joint"), "{line}: {others}");
    }
    let joint = rows("programmes --joint");
    let planned = count(&joint, |row| row["planned"] == "yes");
    let run = Test::new(["programmes", "--joint", "-f", "csv"]).output();
    let said = format!("{} programmes, all joint; {planned} only planned\n", joint.len());
    assert_eq!(run.stderr, format!("{said}{NAMES}"));
}

#[test]
fn the_headline_figures_are_those_of_the_rows() {
    let rows = rows("programmes --document note-2020");
    let figures = figures("--document note-2020");
    let more = |row: &&Value| in_roles(row, &MORE).len() > 1;
    let single = |row: &&Value| list(row, "agencies").len() == 1;
    let unnamed = |row: &&Value| text(row, "sole_participant") == "others-unnamed";
    let none = |row: &&Value| text(row, "sole_participant") == "none-mentioned";
    let by_more = "beyond authorship or attendance";
    for (figure, expected) in [
        (
            "joint programmes: two or more agencies named in one document".to_owned(),
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
        (
            "programmes in which one agency takes part and no other participant is mentioned".to_owned(),
            count(&rows, |r| single(r) && none(r)),
        ),
        (
            "programmes in which one agency is named and others are mentioned but not named".to_owned(),
            count(&rows, |r| single(r) && unnamed(r)),
        ),
        (
            "programmes for which no agency is named".to_owned(),
            count(&rows, |r| list(r, "agencies").is_empty()),
        ),
        (
            "programmes only planned: announced, listed for a period or to be continued, not reported as done or under way"
                .to_owned(),
            count(&rows, |r| r["planned"] == "yes"),
        ),
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
    assert_eq!(row["planned_of_these"], planned, "{row}");
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
    assert_eq!(figures["agencies in joint work with UNODC, done or planned"], jointly.len() as u64);
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
        // Whatever is said to be reported says where, and of what.
        assert!(!reported || !list(row, "evidence").is_empty(), "{row}");
        let to_act = if list(row, "addressed_to").is_empty() { "made_by" } else { "addressed_to" };
        let for_states = list(row, to_act) == BTreeSet::from(["Member States"]);
        let due = text(row, "due");
        if silent {
            // Only a periodic document can be silent: the note of 2020 is the only one.
            assert_eq!(list(row, "silent_in"), BTreeSet::from(["E/CN.7/2020/CRP.5"]), "{row}");
            assert!(!for_states && (due.is_empty() || due < "2020-02-04"), "{row}");
        }
        let reason = text(row, "reason");
        if let Some(excuse) = reason.strip_suffix("only; the notes report what organisations do") {
            let said = if to_act == "made_by" { "made by" } else { "addressed to" };
            assert!(for_states && excuse == format!("{said} Member States "), "{row}");
        }
        if reason.starts_with("not due before ") {
            assert_eq!(
                reason,
                format!("not due before E/CN.7/2020/CRP.5 of 4 February 2020: due {due}")
            );
        }
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
        let (one, more) =
            ("is considered to predate the commitment", "are considered to predate the commitment");
        assert!([one, more].iter().any(|end| text(gap, "reason").contains(end)), "{gap}");
    }
    let gap = gaps.iter().find(|gap| gap["id"] == "statcom-cnd-data-exchange-74-178").unwrap();
    assert_eq!(
        text(gap, "reason"),
        "Encouraged on 18 December 2019; not reported in E/CN.7/2020/CRP.5 of 4 February 2020 (48 days later); 1 programme reported there is considered to predate the commitment; no subsequent work is linked to it"
    );
    let run = Test::new(["gaps"]).output();
    let said = "gaps in E/CN.7/2020/CRP.5 of 4 February 2020, the only periodic report on inter-agency cooperation that has been read";
    assert!(run.stderr.starts_with(said), "{}", run.stderr);
    // Human rights have no heading of the note, and are a second pillar of what it reports.
    assert_eq!(rows("gaps --document note-2020 --kind-of-gap pillar-not-reported").len(), 0);
}

#[test]
fn figures_on_commitments_are_those_of_the_rows() {
    let commitments = rows("commitments");
    let figures: BTreeMap<String, u64> = figures("--of commitments");
    let by_status = rows("stats --of commitments --by status");
    for status in ["completed", "reported", "not-reported", "no-later-source", "untracked"] {
        let expected = count(&commitments, |row| row["status"] == status);
        assert_eq!(figures[&format!("commitments {status}")], expected);
        let row = by_status.iter().find(|row| row["status"] == status);
        assert_eq!(row.map_or(0, |row| row["commitments"].as_u64().unwrap()), expected);
    }
    let reported = |link: &str| {
        count(&commitments, |row| row["status"] == "reported" && row["evidence_link"] == link)
    };
    let (stated, linked) = (reported("stated"), reported("linked"));
    assert_eq!(figures["commitments reported, linked by the source"], stated);
    assert_eq!(figures["commitments reported, linked only by the editors"], linked);
    let is_inherited = |row: &Value| {
        let evidence = list(row, "evidence");
        evidence.iter().all(|item| item.contains(", through the earlier "))
    };
    let inherited = count(&commitments, |row| row["status"] == "reported" && is_inherited(row));
    let note = |status: &str| {
        let row = by_status.iter().find(|row| row["status"] == status).unwrap();
        text(row, "note").to_owned()
    };
    assert_eq!(
        note("reported"),
        format!(
            "{stated}: linked by the source; {linked}: linked only by the editors; {inherited}: through a report on an earlier text that they repeat (included above)"
        )
    );
    let open = |holds: &dyn Fn(&str) -> bool| {
        count(&commitments, |r| r["status"] == "no-later-source" && holds(text(r, "reason")))
    };
    let none = "no later periodic report on inter-agency cooperation has been read, and no work later than \
                the commitment is linked to it";
    let states = "Member States only; the notes report what organisations do";
    let parts = [
        (open(&|reason| reason == none), none),
        (
            open(&|reason| reason.ends_with(states)),
            "for Member States to carry out; the notes report what organisations do",
        ),
        (
            open(&|reason| reason.starts_with("not due before ")),
            "not due before the later periodic reports",
        ),
        (
            open(&|reason| reason.starts_with("outside the scope of ")),
            "outside the scope of the periodic reports",
        ),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, words)| format!("{count}: {words}")).collect();
    assert_eq!(note("no-later-source"), parts.join("; "));
    let forces: u64 = figures.iter().filter(|(f, _)| f.starts_with("force: ")).map(|f| f.1).sum();
    assert_eq!(forces, commitments.len() as u64);
    for row in rows("stats --of commitments --by force") {
        let expected = count(&commitments, |commitment| commitment["force"] == row["force"]);
        assert_eq!(row["commitments"], expected, "{row}");
    }
    let by_instrument = rows("stats --of commitments --by instrument");
    let none = by_instrument.iter().find(|row| row["instrument"] == "not stated").unwrap();
    assert_eq!(none["commitments"], count(&commitments, |row| row["instrument"].is_null()));
    assert_eq!(text(none, "note"), "in no instrument: stated only in E/CN.7/2020/CRP.5");
}

/// The lines of commitments, each as the ids that `repeats` joins.
fn lines(commitments: &[Value]) -> Vec<BTreeSet<String>> {
    let mut lines: Vec<BTreeSet<String>> = Vec::new();
    for row in commitments {
        let repeated = list(row, "repeats").into_iter().filter_map(|line| line.split(' ').next());
        let mut line: BTreeSet<String> =
            repeated.chain([text(row, "id")]).map(ToOwned::to_owned).collect();
        let (joined, others): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|other| !line.is_disjoint(other));
        lines = others;
        line.extend(joined.into_iter().flatten());
        lines.push(line);
    }
    lines
}

#[test]
fn no_instrument_is_said_not_to_repeat_what_stands_in_it() {
    let commitments = rows("commitments");
    let lines = lines(&commitments);
    let of_line = |id: &str| -> Vec<&Value> {
        let line = lines.iter().find(|line| line.contains(id)).unwrap();
        commitments.iter().filter(|row| line.contains(text(row, "id"))).collect()
    };
    let dates: BTreeMap<String, String> = rows("documents")
        .iter()
        .map(|row| {
            let short = row["symbol"].as_str().or(row["short_title"].as_str());
            let label = short.unwrap_or(text(row, "id"));
            (label.to_owned(), text(row, "date").to_owned())
        })
        .collect();
    let instruments: BTreeSet<&str> =
        commitments.iter().map(|row| text(row, "instrument")).filter(|i| !i.is_empty()).collect();
    let (mut last, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut traced = Vec::new();
    for instrument in &instruments {
        let line = ["trace", instrument, "-f", "json"];
        let run = Test::new(line).output();
        assert_eq!(run.status, 0, "{instrument}: {}", run.stderr);
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        traced.extend(json["items"].as_array().unwrap().clone());
    }
    for row in &traced {
        let (id, line) = (text(row, "id"), of_line(text(row, "id")));
        let commitment = line.iter().find(|other| text(other, "id") == id).unwrap();
        assert_eq!(row["paragraph"], commitment["instrument_paragraph"], "{row}");
        seen.insert(id.to_owned());
        let standing: BTreeSet<&str> = line.iter().map(|other| text(other, "instrument")).collect();
        for column in ["ends", "how"] {
            for clause in text(row, column).split("; ") {
                let named = clause
                    .strip_prefix("not repeated in ")
                    .or_else(|| clause.strip_prefix("not in "))
                    .unwrap_or_default();
                assert!(!named.split(", ").any(|label| standing.contains(label)), "{row}");
                let cites = |label: &str| {
                    let cited = line.iter().flat_map(|other| list(other, "sources"));
                    cited.into_iter().any(|source| source.starts_with(&format!("{label}, ")))
                };
                let recalled = named.split(", ").any(|label| !label.is_empty() && cites(label));
                assert!(!recalled || column == "how", "{row}");
            }
        }
        if row["ends"].is_null() {
            continue;
        }
        let date = |row: &Value| dates.get(text(row, "instrument")).cloned().unwrap_or_default();
        let later: Vec<&&Value> = line.iter().filter(|other| date(other) > date(row)).collect();
        for other in &later {
            assert!(text(row, "ends").contains(&format!(" ({})", text(other, "id"))), "{row}");
        }
        if later.is_empty() {
            last.insert(id.to_owned());
        }
    }
    let standing = |rows: &[Value]| -> BTreeSet<String> {
        let standing = rows.iter().filter(|row| !row["instrument"].is_null());
        standing.map(|row| text(row, "id").to_owned()).collect()
    };
    assert_eq!(seen, standing(&commitments));
    assert_eq!(standing(&rows("commitments --latest")), last);
    differences_agree(&instruments, &dates, &commitments, &lines);
}

/// No comparison of two instruments calls dropped, or new, what the other has in whatever branch of its line.
fn differences_agree(
    instruments: &BTreeSet<&str>,
    dates: &BTreeMap<String, String>,
    commitments: &[Value],
    lines: &[BTreeSet<String>],
) {
    for old in instruments {
        for new in instruments.iter().filter(|new| dates.get(**new) > dates.get(*old)) {
            let run = Test::new(["diff", "--documents", old, new, "-f", "json"]).output();
            assert_eq!(run.status, 0, "{old} {new}: {}", run.stderr);
            let json: Value = serde_json::from_str(&run.stdout).unwrap();
            for row in json["items"].as_array().unwrap() {
                let other = match text(row, "change") {
                    "dropped" => new,
                    "new" => old,
                    _ => continue,
                };
                let line = lines.iter().find(|line| line.contains(text(row, "id"))).unwrap();
                let mut line = commitments.iter().filter(|row| line.contains(text(row, "id")));
                assert!(!line.any(|row| text(row, "instrument") == *other), "{old} {new}: {row}");
            }
        }
    }
}

#[test]
fn a_commitment_and_a_programme_say_the_same_of_what_answers_what() {
    let lines = |records: &BTreeSet<String>, field: &str| -> BTreeSet<[String; 3]> {
        let line = ["show"].into_iter().chain(records.iter().map(String::as_str));
        // As JSON it prints whole records.
        let run = Test::new(line.chain(["-f", "csv"])).output();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let mut reader = csv::Reader::from_reader(run.stdout.as_bytes());
        let cells = reader.records().map(Result::unwrap).filter(|cells| &cells[1] == field);
        cells
            .map(|cells| {
                let (other, link) = cells[2].split_once(" (").unwrap();
                let link = link.split_once(')').unwrap().0.to_owned();
                [cells[0].to_owned(), other.to_owned(), link]
            })
            .collect()
    };
    let ids = |listing: &str| -> BTreeSet<String> {
        rows(listing).iter().map(|row| text(row, "id").to_owned()).collect()
    };
    let evidence = lines(&ids("commitments"), "evidence");
    let answers = lines(&ids("programmes"), "answers");
    let turned: BTreeSet<[String; 3]> =
        answers.into_iter().map(|[p, c, link]| [c, p, link]).collect();
    assert_eq!(turned, evidence);
    let older = "linked, not counted: the work is considered to predate the commitment";
    let row = ["unodc-joint-initiatives-74-178", "informal-scientific-network", older];
    assert!(evidence.contains(&row.map(str::to_owned)));
}

#[test]
fn a_region_counts_the_programmes_in_its_parts_and_those_of_a_name_that_lies_in_it() {
    let programmes = rows("programmes");
    for row in rows("stats --by region").iter().filter(|row| row["region"] != "not stated") {
        let region = text(row, "region");
        let lies = |p: &&Value| {
            list(p, "m49_regions").contains(region) || list(p, "regions").contains(region)
        };
        assert_eq!(row["programmes"], count(&programmes, lies), "{row}");
        let run = Test::new(["programmes", "--region", region, "-f", "json"]).output();
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(json["count"], row["programmes"], "{row}");
    }
    for region in ["Africa", "West Africa", "Sahel"] {
        let run = Test::new(["programmes", "--region", region, "-f", "json"]).output();
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        let found = json["items"].as_array().unwrap();
        assert!(ids(found).contains("sahel-capacities-and-cooperation"), "{region}");
    }
    let oceania = rows("programmes --region Oceania");
    let named = |row: &&Value| list(row, "regions").contains("Pacific island States");
    assert_eq!(oceania.len() as u64, count(&programmes, named));
    assert!(!oceania.is_empty());
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
    let note = "no heading in E/CN.7/2020/CRP.5 names this pillar; 11 programmes have this as a secondary pillar";
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
