//! `cnd schema` and `cnd new`: what somebody needs who writes a dataset.

use std::fs;

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{DATA, Run, Test, words};

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

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
    assert_eq!(shipped.len(), 13);
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
        "2019-02-30",
        "2019-02-31",
        "2019-04-31",
        "2019-11-31",
        "2019-00-01",
        "2019-01-32",
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
    let expected = "bad-date bad-id change-without-words empty-text empty-value figure-without-scope link-without-reason linked-completion \
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
        let run = Test::new(args.split(' '))
            .stderr(&format!("error: {option} cannot be used with `cnd {command}`\n"))
            .status(2)
            .run();
        assert_eq!(run.files(), Vec::<String>::new());
    }
    let stderr = "error: a schema is JSON; leave out --format\n";
    Test::new(["schema", "-f", "yaml"]).stderr(stderr).status(2).run();
    let stderr = "error: a record to fill in is YAML or JSON; choose -f yaml or -f json, or a file with such an \
                  ending\n";
    Test::new("new agency --name A -o a.csv".split(' ')).stderr(stderr).status(2).run();
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
    let agency = "agency --name Y --kind regional --parent eu --document note-2020 --paragraph 12";
    valid(&agency.split(' ').collect::<Vec<_>>(), "agencies", "y");
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
    let first = "# To be completed: kind, pillar, filed_by. A line that begins with # is left out until its # and the space behind it are deleted.";
    assert_eq!(run.stdout.lines().next(), Some(first));
}

/// The lines that a new record begins with.
fn begins(args: &str, expected: &[&str]) {
    let run = Test::new(words(&format!("new {args}")).iter().map(String::as_str)).output();
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    let (head, _) = run.stdout.split_once("s:\n").unwrap();
    let lines: Vec<&str> = head.lines().collect();
    let behind =
        " A line that begins with # is left out until its # and the space behind it are deleted.";
    let first = format!("# {}{behind}", expected[0]);
    assert_eq!(lines[0], first);
    assert_eq!(lines[1..lines.len() - 2], expected[1..]);
}

#[test]
fn a_new_record_says_what_a_check_will_find() {
    const PROGRAMME: &str =
        "programme --name X --kind event --pillar 1 --document note-2020 --summary S";
    begins(
        &format!("{PROGRAMME} --paragraph 99 --agency UNODC,WHO --date 2029"),
        &[
            "Not valid as it stands.",
            "# error[paragraph-beyond-end]: paragraph 99 is not among those that have been read of `note-2020`; \
             correct the number of the paragraph, or `coverage` of the document",
            "# error[date-after-document]: 2029 is after 2020-02-04, the date of `note-2020`; correct the date, or \
             name the document that can say this",
        ],
    );
    begins(
        &format!("{PROGRAMME} --paragraph 9 --agency UNODC"),
        &[
            "Valid, but not without a warning.",
            "# warning[single-participant]: only `unodc` takes part in this joint programme; add the others, or say \
             why there are none with `sole_participant: others-unnamed` or `sole_participant: none-mentioned`",
        ],
    );
    begins(
        "agency --name X --kind regional --id null --document note-2020 --paragraph 1",
        &[
            "Not valid as it stands.",
            "# error[empty-text]: this text is `null`, which is a word for no value; write a text",
        ],
    );
    begins(
        "agency --name X --id null --document note-2020 --paragraph 1",
        &[
            "To be completed: kind.",
            "# error[empty-text]: this text is `null`, which is a word for no value; write a text",
        ],
    );
    begins(
        "agency --name 'World Health Organization' --kind regional --document note-2020 --paragraph 1",
        &[
            "Valid, but not without a warning.",
            "# warning[shared-name]: `World Health Organization` is also a name of the agency `who`; let it stand \
             with the agency that is meant by it alone",
        ],
    );
    begins(
        "agency --name X\u{7f}\u{9b} --document note-2020 --paragraph 1",
        &[
            "To be completed: kind.",
            "# warning[invisible]: this text holds a character that cannot be seen, U+007F; delete it, or write the \
             text anew",
        ],
    );
}

#[test]
fn a_new_record_can_be_json() {
    let run = Test::new("new agency --name X -o x.json".split(' ')).output();
    assert_eq!((run.stderr.as_str(), run.status), ("To be completed: kind.\n", 0));
    let expected = serde_json::json!({"agencies": [{"id": "x", "name": "X"}]});
    assert_eq!(serde_json::from_str::<Value>(&run.file("x.json")).unwrap(), expected);
}

/// The lines of a new record that begin with one of these keys.
fn lines(args: &str, keys: &[&str]) -> Vec<String> {
    let run = Test::new(words(&format!("new {args}")).iter().map(String::as_str)).output();
    let is_wanted = |line: &&str| {
        let line = line.trim_start_matches([' ', '-']);
        keys.iter().any(|key| line.starts_with(&format!("{key}:")))
    };
    run.quiet().lines().filter(is_wanted).map(str::to_owned).collect()
}

#[test]
fn a_new_record_is_filed_by_the_heading_over_its_paragraph() {
    const COMMITMENT: &str = "commitment --statement X --pillar 2";
    const PROGRAMME: &str = "programme --name X --pillar 2";
    for (place, filed_by) in [
        (" --document note-2020 --paragraph 22", "    filed_by: source"),
        (" --document note-2020 --paragraph ' 22 (a)'", "    filed_by: source"),
        (" --document note-2020 --paragraph 12", "    filed_by: editors"),
        (" --document note-2020 --paragraph 'fn. 1'", "    filed_by:"),
        ("", "    filed_by:"),
    ] {
        for record in [COMMITMENT, PROGRAMME] {
            assert_eq!(lines(&format!("{record}{place}"), &["filed_by"]), [filed_by], "{place}");
        }
    }
}

#[test]
fn a_new_commitment_without_a_source_shows_what_one_needs() {
    assert_eq!(
        lines("commitment --statement X", &["sources", "document", "paragraph"]),
        ["    sources:", "      - document:", "        paragraph:"]
    );
    begins(
        "commitment --statement X",
        &[
            "To be completed: force, made_by, pillar, filed_by, sources.document, sources.paragraph.",
        ],
    );
}

#[test]
fn a_new_record_names_nobody_twice() {
    let record =
        "programme --name X --agency WHO,who --agency WHO --lead UNODC --country Kenya,KEN";
    assert_eq!(
        lines(record, &["{agency", "countries"]),
        [
            "          - {agency: unodc, role: lead}",
            "          - {agency: who, role: partner}",
            "        countries: [KEN]",
        ]
    );
}

#[test]
fn an_id_is_made_of_the_letters_of_a_name() {
    for (name, id) in
        [("Großer Rat", "grosser-rat"), ("Læring", "laering"), ("日本 Œuvre", "oeuvre")]
    {
        let record = format!("agency --name '{name}'");
        assert_eq!(lines(&record, &["id"]), [format!("  - id: {id}")], "{name}");
    }
    for (args, message) in [
        ("agency --name 日本", "no id can be made of `日本`; give one with --id"),
        ("agency --name=---", "no id can be made of `---`; give one with --id"),
        ("agency --name ''", "--name is ``, which says nothing; write a text"),
        ("commitment --statement '~'", "--statement is `~`, which says nothing; write a text"),
        ("agency --name A --acronym null", "--acronym is `null`, which says nothing; write a text"),
    ] {
        Test::new(words(&format!("new {args}")).iter().map(String::as_str))
            .stderr(&format!("error: {message}\n"))
            .status(2)
            .run();
    }
}

const PLACE: &str = "# Save this as a file of its own in the folder of the dataset (-o FOLDER/NAME.yaml), or put the \
                     lines below `documents:` at the end of that list in another file, instead of its `[]` if it is \
                     empty.";

#[test]
fn a_new_record_says_where_it_goes_unless_it_is_there() {
    const NEW: &str = "new document --title A --kind note";
    let printed = Test::new(NEW.split(' ')).output();
    let top = |text: &str| text.lines().take(3).map(str::to_owned).collect::<Vec<_>>();
    let valid = "# Valid as it stands. A line that begins with # is left out until its # and the space behind it are deleted.";
    assert_eq!(top(printed.quiet()), [valid, PLACE, "documents:"]);
    let written = Test::new(NEW.split(' ').chain(["-o", "set/a.yaml"]));
    let written = written.file("set/readme.txt", "").output().file("set/a.yaml");
    assert_eq!(top(&written), [valid, "documents:", "  # Its id."]);
    let beside = Test::new(NEW.split(' ').chain(["-o", "set/a.yaml"]));
    let beside = beside.file("set/dataset.schema.json", "{}").output().file("set/a.yaml");
    let modeline = "# yaml-language-server: $schema=dataset.schema.json";
    assert_eq!(top(&beside), [modeline, valid, "documents:"]);
}

#[test]
fn a_new_record_in_a_file_says_on_the_screen_what_is_open() {
    let run = Test::new("new agency --name A -o a.yaml".split(' ')).output();
    assert_eq!(run.stderr, "To be completed: kind.\n");
    assert!(!run.file("a.yaml").contains("unused-agency"));
}

#[test]
fn a_new_record_goes_into_no_file_that_would_not_be_read_as_it_is_written() {
    for (args, message) in [
        (
            "-o .a.yaml",
            ".a.yaml would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
        (
            "-o a.schema.json",
            "a.schema.json would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
        (
            "-f yaml -o a.txt",
            "a.txt would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
        (
            "-f yaml -o a.json",
            "a file with the ending .json is read as JSON; leave out -f, or choose another ending",
        ),
    ] {
        let run = Test::new(format!("new agency --name A --kind academic {args}").split(' '))
            .stderr(&format!("error: {message}\n"))
            .status(2)
            .run();
        assert_eq!(run.files(), Vec::<String>::new());
    }
}

#[test]
fn a_new_record_takes_the_place_of_no_file() {
    let run = Test::new("new agency --name A -o set/agencies.yaml".split(' '))
        .file("set/agencies.yaml", "mine")
        .stderr(
            "error: set/agencies.yaml already exists and was not changed; choose another file to write\n",
        )
        .status(2)
        .run();
    assert_eq!(run.file("set/agencies.yaml"), "mine");
}

/// The commands of the guide, one after the other in a fresh folder.
#[test]
fn the_guide_leads_from_an_empty_dataset_to_a_programme() {
    let guide = fs::read_to_string(format!("{SHIPPED}/README.md")).unwrap();
    let (_, commands) = guide.split_once("```sh\n").unwrap();
    let (commands, _) = commands.split_once("```").unwrap();
    let folder = tempfile::TempDir::new().unwrap();
    let run = |line: &str| {
        let args = words(line.strip_prefix("cnd ").unwrap());
        Test::new(args.iter().map(String::as_str)).in_folder(folder.path()).output()
    };
    let runs: Vec<Run> = commands.replace("\\\n", "").lines().map(run).collect();
    let stderr = runs.iter().map(|run| run.stderr.as_str()).collect::<String>();
    let written =
        "wrote 7 files. Use them with: cnd --data mydata (README.md there describes them)\n";
    let unused = |id: &str| {
        format!(
            "Valid, but not without a warning.\nwarning[unused-agency]: nothing refers to the agency `{id}`; name \
             the paragraphs that speak of it under `sources:`, or delete it\n"
        )
    };
    let [one, other] = ["example-institute", "ef"].map(unused);
    let expected = format!("{written}{one}{other}Valid as it stands.\nValid as it stands.\n");
    assert_eq!((stderr, runs.len()), (expected, 6));
    assert_eq!(runs[5].stdout, "no errors and no warnings in 9 files\n");
    for (name, text) in yaml_files(&folder.path().join("mydata").display().to_string()) {
        assert!(text.starts_with("# yaml-language-server: "), "{name}");
    }
}

#[test]
fn a_new_record_is_not_one_that_is_there() {
    let stderr =
        "error: the id `unodc` is that of another agency of the dataset; give another with --id\n";
    Test::new(["new", "agency", "--name", "UNODC"]).status(2).stderr(stderr).run();
}
