//! `cnd check`: every code has a smallest failing dataset, `tests/data/check/CODE/data.yaml`, the folder `data` or the
//! workbook `data.xlsx`, beside what is said of it, `expected.txt`. `BLESS=1` writes what is said into that file: read
//! the difference.

use std::collections::BTreeSet;
use std::fs;

use cnd_tracker::diagnostic::{Code, Severity};
use cnd_tracker::model::Vocabulary;
use serde_json::Value;

use crate::support::{DATA, Test};

fn folder(code: Code) -> String {
    format!("{DATA}/check/{}", code.word())
}

/// The failing dataset, in its folder.
fn dataset(code: Code) -> &'static str {
    let is_there = |name: &&str| fs::metadata(format!("{}/{name}", folder(code))).is_ok();
    ["data", "data.xlsx"].into_iter().find(is_there).unwrap_or("data.yaml")
}

fn check(code: Code, more: &[&str]) -> Test {
    let args = ["check", dataset(code)].into_iter().chain(more.iter().copied());
    Test::new(args).in_folder(folder(code))
}

#[test]
fn every_code_is_found_where_it_is_and_alone() {
    for code in Code::all().iter().copied() {
        let path = format!("{}/expected.txt", folder(code));
        let run = check(code, &[]).output();
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &run.stdout).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap();
        assert_eq!((run.stdout, run.stderr), (expected, String::new()), "{}", code.word());
        let status = i32::from(code.severity() == Severity::Error);
        assert_eq!(run.status, status, "{}", code.word());

        let rows = check(code, &["-f", "csv", "--columns", "code"]).output().stdout;
        let codes: BTreeSet<&str> = rows.lines().skip(1).collect();
        assert_eq!(codes, BTreeSet::from([code.word()]));
    }
}

#[test]
fn every_folder_is_that_of_a_code() {
    let entries = fs::read_dir(format!("{DATA}/check")).unwrap();
    let folders: BTreeSet<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let codes = Code::words().into_iter().map(str::to_owned).collect();
    assert_eq!(folders, codes);
}

#[test]
fn warnings_fail_only_when_they_are_denied_and_what_is_allowed_is_left_out() {
    for code in Code::all().iter().copied() {
        assert_eq!(check(code, &["--deny", "warnings"]).output().status, 1, "{}", code.word());
        let allowed = check(code, &["--deny", "warnings", "--allow", code.word()]).output();
        let clean = allowed.stdout.starts_with("no errors and no warnings in ");
        assert!(clean && allowed.status == 0, "{}: {}", code.word(), allowed.stdout);
    }
}

#[test]
fn other_commands_refuse_what_has_errors_and_take_what_has_warnings() {
    for code in Code::all().iter().copied() {
        let run = Test::new(["pillars", "--data", dataset(code)]).in_folder(folder(code)).output();
        let refused = code.severity() == Severity::Error;
        assert_eq!(run.status, if refused { 3 } else { 0 }, "{}: {}", code.word(), run.stderr);
        assert!(!refused || run.stderr.contains("; run `cnd check data.yaml`\n"), "{}", run.stderr);
    }
}

#[test]
fn each_code_is_explained() {
    for code in Code::words() {
        let run = Test::new(["check", "--explain", code]).output();
        assert!(run.quiet().contains(&format!("[{code}]")), "{code}");
        assert!(run.stdout.contains("Wrong:") && run.stdout.contains("Right:"), "{code}");
    }
    for file in ["a.csv", "a.xlsx", "a.json"] {
        let line = format!("check --explain bad-id -o {file}");
        Test::line(&line)
            .refused("explanations are plain text; leave out -o, or name a file that ends in .txt");
    }
    let explained = include_str!("../../src/codes.md").matches("\n## ").count();
    assert_eq!(explained, Code::all().len());
}

#[test]
fn one_fault_hides_no_other() {
    let broken = "pillars:\n  - {id: One, number: x}\n  - {id: two, number: 2, nmae: Two}\n";
    let other = "agencies:\n  - {id: a, name: A, kind: acadmic}\n  - {id: b, name: B, kind: regional, parent: c}\n";
    let run = Test::new(["check", "set", "-f", "csv", "--columns", "file,line,column,code"])
        .file("set/a.yaml", broken)
        .file("set/b.yaml", other)
        .output();
    let expected = "file,line,column,code\n\
                    set/a.yaml,2,6,missing-key\n\
                    set/a.yaml,2,10,bad-id\n\
                    set/a.yaml,2,23,wrong-type\n\
                    set/a.yaml,3,26,unknown-key\n\
                    set/b.yaml,2,28,unknown-word\n\
                    set/b.yaml,3,46,dangling-reference\n";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1));
}

#[test]
fn the_shipped_dataset_is_without_a_finding() {
    let expected = "no errors and no warnings in the dataset inside the program\n";
    Test::new(["check", "--deny", "warnings"]).stdout(expected).run();
}

/// A dataset of two files, checked where the program is told to look for it in several ways.
#[test]
fn a_check_names_what_it_has_checked() {
    const SET: &str = "pillars:\n  - {id: one, number: 1, name: One}\n";
    let test = |args: &str| {
        Test::new(args.split(' '))
            .file("set/a.yaml", SET)
            .file("set/b.yaml", "documents: []\n")
            .stdin(SET)
    };
    let said = |place: &str| format!("no errors and no warnings in {place}\n");
    for (args, place) in [
        ("check set", "2 files of set"),
        ("check --data set", "2 files of set"),
        ("check set/a.yaml", "set/a.yaml"),
        ("check -", "standard input"),
    ] {
        test(args).stdout(&said(place)).run();
    }
    test("check").env("CND_DATA", "set").stdout(&said("2 files of set")).run();
    let run = test("check").output();
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str()),
        (&*said("the dataset inside the program"), "")
    );
    let inside = |args: &str| test(args).file("c.yaml", "# Mine.\nprogrammes: []\n");
    inside("check")
        .stdout(&said("the dataset inside the program"))
        .stderr("this folder also contains a dataset; to check it, run `cnd check .`\n")
        .run();
    inside("check .").stdout(&said("3 files of this folder")).run();
    let other = test("check").file("d.yaml", "services:\n  programmes: []\n").output();
    assert_eq!(other.stderr, "");
}

#[test]
fn a_file_that_is_checked_alone_is_told_where_the_records_are_that_it_refers_to() {
    let note = |bodies: &[&str]| {
        let of =
            |(number, body)| format!("  - {{id: n{number}, title: N, kind: note, body: {body}}}\n");
        format!("documents:\n{}", (1..).zip(bodies).map(of).collect::<String>())
    };
    let agencies = "agencies:\n  - {id: alpha, name: A, kind: regional}\n";
    const BESIDE: &str =
        "records that are missing are in other files of its folder: run `cnd check set`";
    const SHIPPED: &str = "records that are missing are in the built-in dataset: copy this into a folder created by `cnd init`";
    for (path, bodies, said) in [
        ("set/new.yaml", &["alpha"][..], format!("; the {BESIDE}")),
        ("set/new.yaml", &["alpha", "unodc", "alpha"], format!("; some of the {BESIDE}")),
        ("set/new.yaml", &["unodc"], format!("; the {SHIPPED}")),
        ("set", &["alpha", "unodc", "nobody"], format!("; some of the {SHIPPED}")),
        ("set", &["alpha"], String::new()),
        ("set/new.yaml", &["nobody"], String::new()),
    ] {
        let run = Test::new(["check", path])
            .file("set/new.yaml", note(bodies))
            .file("set/old.yaml", agencies)
            .output();
        let last = run.stdout.lines().last().unwrap_or_default();
        let files = if path == "set" { "2 files of set" } else { path };
        assert!(last.ends_with(&format!(" in {files}{said}")), "{bodies:?}: {last}");
    }
    let set = Test::new(["check", "set"]).file("set/a.yaml", agencies);
    let beside = set.file("set/b.xlsx", "").output();
    assert_eq!(beside.stderr, "not read (only plain .yaml, .yml and .json files are): b.xlsx\n");
    // What is not read beside other files is not told to be put there.
    let table = Test::new(["export", "p", "--agency", "WHO"]).output();
    let path = table.path("p");
    fs::write(format!("{path}/agencies.csv"), "id,name,kind\n").unwrap();
    for test in [Test::new(["check", &path]), Test::new(["check", "-"]).stdin(note(&["unodc"]))] {
        let run = test.output();
        assert!(run.stdout.contains("error[dangling-reference]"), "{}", run.stdout);
        assert!(!run.stdout.contains("that are missing are in"), "{}", run.stdout);
    }
}

#[test]
fn sarif_has_the_places_and_the_rules() {
    let run = check(Code::UnknownWord, &["-f", "sarif"]).output();
    let log: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "unknown-word");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&Value::from(2), &Value::from(37)));
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Code::all().len());
}

#[test]
fn what_cannot_be_read_is_no_finding() {
    let stderr = "error: cannot read nowhere: No such file or directory (os error 2)\n";
    Test::new(["check", "nowhere"]).status(4).stderr(stderr).run();
}

#[test]
fn standard_input_is_checked() {
    let run = Test::new(["check", "-"]).stdin("pillars:\n  - {id: one, number: 1}\n").output();
    assert_eq!(run.status, 1);
    assert!(run.stdout.starts_with("<standard input>:2:6: error[missing-key]"), "{}", run.stdout);
}
