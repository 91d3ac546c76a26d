//! `cnd schema`, `cnd init` and `cnd new`: what somebody needs who writes a dataset.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{DATA, Run, Test};

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

fn validator() -> Validator {
    let schema = Test::new(["schema"]).output();
    jsonschema::draft202012::new(&serde_json::from_str(&schema.stdout).unwrap()).unwrap()
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

fn yaml_files(folder: &str) -> Vec<(String, String)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_schema_beside_the_shipped_files_is_the_present_one() {
    let committed = fs::read_to_string(format!("{SHIPPED}/dataset.schema.json")).unwrap();
    let hint = "run `cnd schema -o data/dataset.schema.json`";
    assert_eq!(committed, Test::new(["schema"]).output().stdout, "{hint}");
}

#[test]
fn the_schema_accepts_the_datasets_and_their_editors_find_it() {
    let validator = validator();
    let shipped = yaml_files(SHIPPED);
    assert_eq!(shipped.len(), 5);
    for (name, text) in shipped.iter().chain(&yaml_files(&format!("{DATA}/small"))) {
        let faults: Vec<String> =
            validator.iter_errors(&yaml(text)).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new(), "{name}");
    }
    for (name, text) in shipped {
        assert!(
            text.starts_with("# yaml-language-server: $schema=dataset.schema.json\n"),
            "{name}"
        );
    }
}

#[test]
fn the_schema_refuses_what_the_program_refuses() {
    let validator = validator();
    let agency = |rest: &str| yaml(&format!("agencies:\n  - {{id: a, name: A{rest}}}\n"));
    assert!(validator.is_valid(&agency(", kind: academic")));
    for wrong in [
        "",
        ", kind: acadmic",
        ", kind: academic, nme: B",
        ", kind: academic, acronym: \"\"",
        ", kind: academic, acronym: 12",
        ", kind: academic, parent: UNODC",
        ", kind: academic, former_names: [{name: B, until: \"2019-13\"}]",
        ", kind: academic, sources: [{document: d}]",
    ] {
        assert!(!validator.is_valid(&agency(wrong)), "{wrong}");
    }
}

/// What a person does who takes the examples: deletes the first `# ` of each line of an example.
fn uncommented(text: &str) -> String {
    let lines = text.lines().skip(2);
    lines.map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line))).collect()
}

#[test]
fn init_writes_a_dataset_that_loads() {
    for (args, counts) in [(&["init", "new"][..], 59), (&["init", "new", "--empty"], 0)] {
        let run = Test::new(args.iter().copied()).output();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let folder = run.path("new");
        let read = Test::new(["--data", &folder, "programmes", "-f", "jsonl"]).output();
        assert_eq!((read.status, read.stdout.lines().count()), (0, counts));
        assert!(Path::new(&folder).join("README.md").is_file());
        let schema = fs::read_to_string(format!("{folder}/dataset.schema.json")).unwrap();
        assert_eq!(schema, Test::new(["schema"]).output().stdout);
    }
}

#[test]
fn the_examples_of_an_empty_dataset_are_a_dataset() {
    let run = Test::new(["init", "new", "--empty"]).output();
    let folder = run.path("new");
    for name in ["agencies", "documents", "programmes", "commitments"] {
        let path = format!("{folder}/{name}.yaml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, uncommented(&text)).unwrap();
    }
    let read =
        Test::new(["--data", &folder, "programmes", "-f", "csv", "--columns=id,lead,figures"]);
    read.stdout("id,lead,figures\nexample-training,Example Agency,over 40 officials (trained)\n")
        .run();
}

#[test]
fn init_overwrites_nothing() {
    let stderr = "error: cannot write there: something is there already, and it is left as it is: \
                  name a new folder\n";
    let test = || Test::new(["init", "there"]).status(4).stderr(stderr);
    test().file("there", "mine").run();
    let run = test().file("there/note.txt", "mine").run();
    assert_eq!(run.file("there/note.txt"), "mine");
}

/// The record that `cnd new` prints, read beside the shipped dataset.
fn read_beside_the_shipped(new: &Run, list: &str, id: &str) {
    let files = yaml_files(SHIPPED);
    let test = Test::new(["--data", "set", list, "-f", "csv", "--columns=id", "--search", id]);
    let test = files.iter().fold(test, |test, (name, text)| {
        test.file(&format!("set/{}", name.rsplit('/').next().unwrap()), text)
    });
    let run = test.file("set/new.yaml", &new.stdout).output();
    assert_eq!(run.stderr, "");
    assert!(run.stdout.lines().any(|line| line == id), "{}", run.stdout);
}

#[test]
fn a_new_record_that_says_so_is_valid() {
    let valid = |args: &[&str], list: &str, id: &str| {
        let run = Test::new(["new"].iter().chain(args).copied()).output();
        assert!(run.stdout.starts_with("# Valid as it stands."), "{}{}", run.stdout, run.stderr);
        read_beside_the_shipped(&run, list, id);
    };
    let programme = [
        "programme",
        "--name",
        "Ünusual: \"training\"",
        "--kind",
        "training",
        "--pillar",
        "1",
        "--lead",
        "UNODC",
        "--agency",
        "WHO,UNAIDS",
        "--country",
        "Kenya",
        "--document",
        "note-2020",
        "--paragraph",
        "16",
        "--date",
        "2019-03",
        "--summary",
        "no",
    ];
    valid(&programme, "programmes", "unusual-training");
    valid(&["agency", "--name", "Y", "--kind", "regional", "--parent", "eu"], "agencies", "y");
    valid(
        &["document", "--title", "1.10", "--kind", "note", "--date", "2021"],
        "documents",
        "1-10",
    );
    let commitment = [
        "commitment",
        "--statement",
        "Share data.",
        "--force",
        "invited",
        "--by",
        "member-states",
        "--to",
        "UNODC",
        "--pillar",
        "6",
        "--document",
        "note-2020",
        "--paragraph",
        "12",
    ];
    valid(&commitment, "commitments", "share-data");
}

#[test]
fn a_new_record_says_what_is_open() {
    let run = Test::new(["new", "programme", "--name", "X"]).output();
    let first = "# To be completed: kind, pillar, filed_by, reports.document, reports.paragraph, \
                 reports.summary. A line that begins with # is left out until its # is deleted.";
    assert_eq!(run.stdout.lines().next(), Some(first));
}

#[test]
fn a_new_record_is_not_one_that_is_there() {
    let stderr =
        "error: the id `unodc` is that of another agency of the dataset; give another with --id\n";
    Test::new(["new", "agency", "--name", "UNODC"]).status(2).stderr(stderr).run();
}
