//! `--data` and `$CND_DATA`: which dataset is read.

use std::fs;

use crate::support::{DATA, Test};

const ONE: &str = "pillars:\n  - {id: one, number: 1, name: One}\n";
const TWO: &str = "{\"pillars\": [{\"id\": \"two\", \"number\": 2, \"name\": \"Two\"}]}\n";

fn ids(test: Test, expected: &str) {
    test.arg("pillars").arg("--columns=id").arg("-f=csv").stdout(expected).run();
}

#[test]
fn a_file_a_folder_or_standard_input() {
    ids(Test::new(["--data", "a.yaml"]).file("a.yaml", ONE), "id\none\n");
    ids(Test::new(["--data", "a.yml"]).file("a.yml", ONE), "id\none\n");
    ids(Test::new(["--data", "a.json"]).file("a.json", TWO), "id\ntwo\n");
    ids(Test::new(["--data", "a.JSON"]).file("a.JSON", TWO), "id\ntwo\n");
    ids(Test::new(["--data", "-"]).stdin(ONE), "id\none\n");
    ids(Test::new(["--data", "-"]).stdin(format!(" \n{TWO}")), "id\ntwo\n");
    ids(Test::new(["--data", "-"]).stdin(format!("\u{feff}{TWO}")), "id\ntwo\n");
    ids(Test::new(["--data", "a.yaml"]).file("a.yaml", format!("\u{feff}{ONE}")), "id\none\n");
    ids(Test::new(["--data", "."]).file("a.yaml", ONE).file("b.json", TWO), "id\none\ntwo\n");
}

#[test]
fn the_files_of_a_folder_come_in_the_order_of_their_names() {
    let folder = |one: &str, two: &str| Test::new(["--data", "set"]).file(one, ONE).file(two, TWO);
    ids(folder("set/a.yaml", "set/b.json"), "id\none\ntwo\n");
    ids(folder("set/c.yaml", "set/b.json"), "id\ntwo\none\n");
    ids(folder("set/z/a.yaml", "set/b.json"), "id\ntwo\none\n");
    ids(folder("set/a/z.yml", "set/b.json"), "id\none\ntwo\n");
}

#[test]
fn other_files_of_a_folder_are_left_alone() {
    let folder = Test::new(["--data", "set"])
        .file("set/a.yaml", ONE)
        .file("set/README.md", "[")
        .file("set/.b.yaml", "[")
        .file("set/.git/b.yaml", "[")
        .file("set/datapackage.json", "[")
        .file("set/cnd.schema.json", "[")
        .file("set/b.yaml~", "[");
    ids(folder, "id\none\n");
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_left_alone_and_the_folder_itself_may_be_one() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("set")).unwrap();
    fs::write(at("set/a.yaml"), ONE).unwrap();
    fs::write(at("outside.yaml"), "[").unwrap();
    symlink(at("outside.yaml"), at("set/b.yaml")).unwrap();
    symlink(at("set"), at("set/circle")).unwrap();
    symlink(at("set"), at("link")).unwrap();
    for data in ["set", "link", "set/circle"] {
        let run = Test::new(["--data", data, "pillars", "--columns=id", "-f=csv"]);
        run.in_folder(folder.path())
            .stdout("id\none\n")
            .stderr("not read (only plain .yaml, .yml and .json files are): b.yaml\n")
            .run();
    }
}

#[test]
fn what_is_not_read_in_a_folder_is_named_and_is_the_fault_where_its_records_are_missing() {
    const PART: &str = "documents:\n  - {id: note, title: N, kind: note}\n";
    let put = |test: Test, more: &str| {
        test.file("set/a.yaml", format!("{ONE}{more}"))
            .file("set/~$a.yaml", "\u{5}")
            .file("set/table.csv", "a,b\n")
            .file("set/paper.txt", PART)
            .file("set/note.yaml.txt", PART)
    };
    let check = || Test::new(["check", "set"]);
    let unread =
        "not read (only plain .yaml, .yml and .json files are): note.yaml.txt, table.csv\n";
    let run = put(check(), "").output();
    assert_eq!((run.stderr.as_str(), run.status), (unread, 0), "{}", run.stdout);
    let more = "agencies: [{id: x, name: X, kind: regional, sources: [{document: note, paragraph: '1'}]}]\n";
    let run = put(check(), more).output();
    let heads: Vec<&str> = run.stdout.lines().filter(|line| line.contains(": error[")).collect();
    let said = "set/note.yaml.txt:1:1: error[no-records]: this file is not read: its name has another ending, or it is a link";
    assert_eq!((heads, run.status), (vec![said], 1), "{}", run.stdout);
}

#[test]
fn the_environment_names_a_dataset_and_the_option_wins() {
    ids(Test::new([]).env("CND_DATA", "a.yaml").file("a.yaml", ONE), "id\none\n");
    ids(Test::new([]).env("CND_DATA", "-").stdin(ONE), "id\none\n");
    let both = Test::new(["--data", "b.json"]).env("CND_DATA", "a.yaml");
    ids(both.file("a.yaml", ONE).file("b.json", TWO), "id\ntwo\n");
    let shipped = Test::new(["pillars", "-f", "csv"]).output();
    Test::new(["pillars", "-f", "csv"]).env("CND_DATA", "").stdout(shipped.quiet()).run();
    assert_eq!(shipped.stdout.lines().count(), 8);
}

#[test]
fn the_dataset_of_the_program_is_that_of_the_folder_data() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    for command in ["programmes", "agencies", "pillars", "documents", "commitments"] {
        let embedded = Test::new([command, "--columns", "all", "-f", "jsonl"]).output();
        let read = Test::new([command, "--columns", "all", "-f", "jsonl", "--data", data]).output();
        assert!(read.stdout.lines().count() > 5, "{command}");
        assert_eq!(read.quiet(), embedded.quiet(), "{command}");
    }
}

#[test]
fn a_command_to_type_reads_the_dataset_that_was_given() {
    let data = "pillars:\n  - {id: care, number: 1, name: Nurses have a course}\n";
    for (args, said) in [
        (
            "--data 'my data' search 'nurses course'",
            "no matches found\n1 record contains the words, not as a phrase: `cnd search nurses course --data 'my data'`\n\
             only the records (summaries) are searched, not the text of the documents",
        ),
        (
            "show course nurses '--data=my data'",
            "error: no record is called `course nurses`; 1 record has these words: `cnd search course nurses --data 'my data'`",
        ),
        (
            "programmes --agency zebra --data 'my data'",
            "error: no agency is called `zebra`; `cnd agencies --data 'my data'` lists all that the sources name",
        ),
        (
            "zebra --data 'my data'",
            "error: unknown command `zebra`; to look it up, use `cnd show zebra --data 'my data'` or \
             `cnd search zebra --data 'my data'`",
        ),
        // Neither what cannot be done nor what reads no dataset, nor what is only named.
        (
            "agencies --country Kenya --data 'my data'",
            "error: --country cannot be used with `cnd agencies`; it is an option of `cnd programmes`, `cnd stats`, \
             `cnd network`, `cnd report`",
        ),
        (
            "stats zebra --data 'my data'",
            "error: `cnd stats` takes only options; use --search zebra, or a filter such as --pillar or --agency",
        ),
        (
            "pillars --data 'my data' -f dot",
            "error: dot is available only for `cnd network` and `cnd trace`; choose table, csv, tsv, json, jsonl, yaml, \
             markdown or xlsx",
        ),
    ] {
        let run = Test::line(args).file("my data/a.yaml", data).output();
        assert_eq!(run.complaints(), format!("{said}\n"), "{args}");
    }
}

#[test]
fn a_table_alone_is_told_from_a_data_package() {
    let table =
        |args| Test::line(args).file("k/agencies.csv", "id,name,kind\nx,X,academic\n").status(4);
    table("--data k/agencies.csv pillars")
        .stderr(
            "error: cannot read k/agencies.csv: it is not a dataset, which is a .yaml, .json or .xlsx file, or a folder of such files or of tables with their datapackage.json; `cnd scan` and `cnd draft` read documents\n",
        )
        .run();
    table("--data k pillars")
        .stderr(
            "error: cannot read k: there is no .yaml, .yml or .json file in this folder, and no datapackage.json\n",
        )
        .run();
    let package = Test::line("export k").output();
    let checked = Test::new(["check", &package.path("k")]).output();
    assert_eq!(checked.stdout, format!("no errors and no warnings in {}\n", package.path("k")));
}

#[test]
fn its_name_is_that_of_its_file_or_folder() {
    for (data, name) in [("a.yaml", "a.yaml"), ("./set", "set"), ("-", "standard input")] {
        let test = Test::new(["pillars", "-f", "json", "--data", data]).stdin(ONE);
        let run = test.file("a.yaml", ONE).file("set/a.yaml", ONE).output();
        assert!(run.quiet().contains(&format!("\"name\": \"{name}\",")), "{data}: {}", run.stdout);
    }
}

#[test]
fn one_dataset_has_one_digest_in_whatever_files() {
    let digest = |test: Test| {
        let run = test.arg("-f=json").output();
        run.quiet().lines().find(|line| line.contains("\"digest\"")).unwrap().to_owned()
    };
    let text = ["agencies", "pillars", "documents", "programmes", "commitments"]
        .map(|list| fs::read_to_string(format!("{DATA}/small/{list}.yaml")).unwrap());
    let folder = digest(Test::small("pillars"));
    assert_eq!(digest(Test::new(["pillars", "--data", "-"]).stdin(text.concat())), folder);
    let other = text.concat().replace("Mal", "Val");
    assert_ne!(digest(Test::new(["pillars", "--data", "-"]).stdin(other)), folder);
}

#[test]
fn what_is_not_there_cannot_be_read() {
    Test::new(["pillars", "--data", "nowhere"])
        .stderr("error: cannot read nowhere: No such file or directory (os error 2)\n")
        .status(4)
        .run();
    Test::new(["pillars"])
        .env("CND_DATA", "nowhere.yaml")
        .stderr(
            "error: cannot read nowhere.yaml: No such file or directory (os error 2); the path is set in $CND_DATA\n",
        )
        .status(4)
        .run();
}

#[test]
fn nothing_is_no_dataset() {
    const NOTHING: &str = ":1:1: error[no-records]: this dataset contains no records\n";
    for text in ["", "\n\n", "# only a comment\n", "{}", "pillars: []\n"] {
        let test = Test::new(["pillars", "--data", "a.yaml"]).file("a.yaml", text);
        let file = (test.output(), "a.yaml");
        let test = Test::new(["pillars", "--data", "-"]).stdin(text);
        for (run, name) in [file, (test.output(), "<standard input>")] {
            assert_eq!((run.status, run.stdout.as_str()), (3, ""));
            assert!(run.stderr.starts_with(&format!("{name}{NOTHING}")), "{}", run.stderr);
        }
    }
}

#[test]
fn a_folder_without_files_is_no_dataset() {
    Test::new(["pillars", "--data", "set"])
        .file("set/readme.txt", "")
        .stderr("error: cannot read set: there is no .yaml, .yml or .json file in this folder, and no datapackage.json\n")
        .status(4)
        .run();
}
