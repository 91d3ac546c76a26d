//! `cnd init`: a folder to start from.

use std::fs;
use std::path::Path;

use crate::author::{validator, yaml, yaml_files};
use crate::support::Test;

/// What a person does who takes an example: deletes the empty list, and the first `#` of each line below it.
fn uncommented(text: &str, list: &str) -> String {
    let (head, example) = text.split_once(&format!("{list}: []\n")).unwrap();
    let lines = example.lines().map(|line| format!("{}\n", line.strip_prefix('#').unwrap()));
    format!("{head}{}", lines.collect::<String>())
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
        Test::new(["check", "--deny", "warnings", &folder])
            .stdout("no errors and no warnings in 5 files\n")
            .run();
        for (name, text) in yaml_files(&folder) {
            assert!(text.starts_with("# yaml-language-server: "), "{name}");
            assert!(validator().is_valid(&yaml(&text)), "{name}");
        }
    }
}

#[test]
fn init_fills_an_empty_folder_that_is_there() {
    let folder = tempfile::TempDir::new().unwrap();
    let written = "7 files are written; `cnd --data .` reads them, and README.md there tells what they hold\n";
    Test::new(["init", "."]).in_folder(folder.path()).stderr(written).run();
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let expected = [
        "README.md",
        "agencies.yaml",
        "commitments.yaml",
        "dataset.schema.json",
        "documents.yaml",
        "pillars.yaml",
        "programmes.yaml",
    ];
    assert_eq!(names, expected);
}

#[cfg(unix)]
#[test]
fn init_leaves_the_mode_of_a_folder_and_gives_a_new_one_that_of_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::TempDir::new().unwrap();
    let old = folder.path().join("old");
    fs::create_dir(&old).unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o711)).unwrap();
    let script = "umask 027 && \"$0\" init old && \"$0\" init new";
    let mut command = std::process::Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_cnd")]).current_dir(folder.path());
    assert!(command.output().unwrap().status.success());
    let mode =
        |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    let modes = ["old", "new", "old/agencies.yaml", "new/agencies.yaml"].map(mode);
    assert_eq!(modes, [0o711, 0o750, 0o640, 0o640]);
}

#[test]
fn the_examples_of_an_empty_dataset_are_a_dataset() {
    let run = Test::new(["init", "new", "--empty"]).output();
    let folder = run.path("new");
    for name in ["agencies", "documents", "programmes", "commitments"] {
        let path = format!("{folder}/{name}.yaml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, uncommented(&text, name)).unwrap();
    }
    Test::new(["check", "--deny", "warnings", &folder])
        .stdout("no errors and no warnings in 5 files\n")
        .run();
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
