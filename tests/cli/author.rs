//! `cnd schema`: what the editor of somebody who writes a dataset knows.

use std::fs;

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{DATA, Test};

pub const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

pub fn validator() -> Validator {
    let schema = Test::new(["schema"]).output();
    jsonschema::draft202012::new(&serde_json::from_str(&schema.stdout).unwrap()).unwrap()
}

pub fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

pub fn yaml_files(folder: &str) -> Vec<(String, String)> {
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
    assert!(shipped.len() >= 13);
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
        ", kind: academic, acronym: \"null\"",
        ", kind: academic, acronym: \"~\"",
        ", kind: academic, parent: \"null\"",
        ", kind: academic, parent: UNODC",
        ", kind: academic, former_names: [{name: B, until: \"2019-13\"}]",
        ", kind: academic, sources: [{document: d}]",
    ] {
        assert!(!validator.is_valid(&agency(wrong)), "{wrong}");
    }
}

#[test]
fn the_schema_knows_the_lengths_of_the_months() {
    let validator = validator();
    let document = |date: &str| {
        yaml(&format!("documents:\n  - {{id: a, title: A, kind: note, date: \"{date}\"}}\n"))
    };
    for date in ["2019", "2019-02", "2020-02-29", "2019-04-30", "2019-12-31", "2019-Q4", "Q1 2020"]
    {
        assert!(validator.is_valid(&document(date)), "{date}");
    }
    for date in [
        "2019-02-30", "2019-02-31", "2019-04-31", "2019-11-31", "2019-00-01", "2019-01-32",
        "2019-Q5",
    ] {
        assert!(!validator.is_valid(&document(date)), "{date}");
    }
}

/// Editors that complete by the type of a value see one with each choice of words.
#[test]
fn the_schema_says_that_a_word_is_a_text() {
    let schema: Value = serde_json::from_str(&Test::new(["schema"]).output().stdout).unwrap();
    let words = schema["$defs"].as_object().unwrap().values();
    let types: Vec<&Value> = words.filter(|d| d["oneOf"].is_array()).map(|d| &d["type"]).collect();
    assert_eq!(types, vec!["string"; 11]);
}

/// Which of the smallest failing datasets an editor underlines, by the schema alone.
#[test]
fn the_schema_refuses_the_failing_datasets_that_a_schema_can_refuse() {
    let validator = validator();
    let is_refused = |folder: &str| {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "yaml"));
        let values = files.map(|file| serde_yaml::from_slice(&fs::read(file).unwrap()));
        values.flatten().any(|value: Value| !validator.is_valid(&value))
    };
    let folders = fs::read_dir(format!("{DATA}/check")).unwrap().map(|folder| folder.unwrap());
    let mut refused: Vec<String> = folders
        .filter(|folder| is_refused(&folder.path().display().to_string()))
        .map(|folder| folder.file_name().into_string().unwrap())
        .collect();
    refused.sort();
    let expected = "bad-date bad-id change-without-words empty-text empty-value figure-without-scope link-without-reason linked-completion misplaced \
                    missing-key no-records unknown-country unknown-field unknown-key unknown-word unquoted \
                    unsourced untrimmed wrong-type";
    assert_eq!(refused, expected.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn options_that_mean_nothing_are_refused() {
    for (args, option, command) in [
        ("init new --data x", "--data", "init"),
        ("init new -f json", "-f", "init"),
        ("init new -o x", "-o", "init"),
        ("schema --columns id", "--columns", "schema"),
        ("new agency --name A --limit 1", "--limit", "new agency"),
    ] {
        let run =
            Test::line(args).refused(&format!("{option} cannot be used with `cnd {command}`"));
        assert_eq!(run.files(), Vec::<String>::new());
    }
    for line in ["schema -f yaml", "schema -o s.csv"] {
        Test::line(line)
            .refused("a schema is JSON; leave out -f, or name a file that ends in .json");
    }
    Test::line("new agency --name A --kind academic -o a.csv").refused(
        "a record is YAML or JSON; choose -f yaml or -f json, or a file with such an ending",
    );
}
