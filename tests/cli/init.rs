//! `cnd init`: a folder to start from.

use std::fs;
use std::path::Path;

use crate::author::{validator, yaml, yaml_files};
use crate::support::Test;

/// What a person does who takes an example: deletes the empty list, and the first `# ` of each line below it.
fn uncommented(text: &str, list: &str) -> String {
    let (head, example) = text.split_once(&format!("{list}: []\n")).unwrap();
    let lines = example.lines().map(|line| format!("{}\n", line.strip_prefix("# ").unwrap()));
    format!("{head}{}", lines.collect::<String>())
}

#[test]
fn init_writes_a_dataset_that_loads() {
    for (args, counts) in [(&["init", "new"][..], 100), (&["init", "new", "--empty"], 0)] {
        let run = Test::new(args.iter().copied()).output();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let folder = run.path("new");
        let read = Test::new(["--data", &folder, "programmes", "-f", "jsonl"]).output();
        assert_eq!((read.status, read.stdout.lines().count()), (0, counts));
        assert!(Path::new(&folder).join("README.md").is_file());
        let schema = fs::read_to_string(format!("{folder}/dataset.schema.json")).unwrap();
        assert_eq!(schema, Test::new(["schema"]).output().stdout);
        Test::new(["check", "--deny", "warnings", &folder])
            .stdout(&format!("no errors and no warnings in {} files\n", yaml_files(&folder).len()))
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
    let written = "wrote 15 files. Use them with: cnd --data . (README.md there describes them)\n";
    Test::new(["init", "."]).in_folder(folder.path()).stderr(written).run();
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let expected = [
        "README.md",
        "a-80-6-sect-16.yaml",
        "a-81-6-sect-16.yaml",
        "a-res-74-178.yaml",
        "a-res-76-188.yaml",
        "a-res-79-191.yaml",
        "a-res-s-30-1.yaml",
        "agencies.yaml",
        "dataset.schema.json",
        "documents.yaml",
        "e-2024-28.yaml",
        "e-res-1988-13.yaml",
        "high-level-declaration-2024.yaml",
        "note-2020.yaml",
        "pillars.yaml",
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
fn a_record_can_follow_the_example_of_an_empty_dataset() {
    let run = Test::new(["init", "new", "--empty"]).output();
    let path = format!("{}/documents.yaml", run.path("new"));
    let text = uncommented(&fs::read_to_string(&path).unwrap(), "documents");
    let new = Test::new(["new", "document", "--title", "Note A", "--kind", "note"]).output();
    let (_, record) = new.quiet().split_once("documents:\n").unwrap();
    fs::write(&path, text + record).unwrap();
    Test::new(["--data", &run.path("new"), "documents", "-f", "csv", "--columns=id"])
        .stdout("id\nexample-note\nnote-a\n")
        .run();
}

#[test]
fn init_says_how_the_dataset_is_read_in_words_that_a_shell_takes() {
    for (folder, read) in [("with space/", "'with space/'"), ("-dash", "./-dash")] {
        let stderr = format!(
            "wrote 15 files. Use them with: cnd --data {read} (README.md there describes them)\n"
        );
        Test::new(["init", "--", folder]).stderr(&stderr).run();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn init_says_why_a_folder_cannot_be_made() {
    let long = "x".repeat(300);
    for (folder, why) in [
        ("full/a.txt/x", "Not a directory (os error 20)"),
        (&long, "File name too long (os error 36)"),
        ("nowhere/x", "there is no folder nowhere"),
    ] {
        Test::new(["init", folder])
            .file("full/a.txt", "mine")
            .stderr(&format!("error: cannot write {folder}: {why}\n"))
            .status(4)
            .run();
    }
}

/// An empty folder gives way to a whole one, but whoever is in it stays in it, and a link stays a link.
#[cfg(unix)]
#[test]
fn init_replaces_an_empty_folder_unless_it_is_the_current_one_or_behind_a_link() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    let number = |name: &str| fs::metadata(at(name)).unwrap().ino();
    for name in ["here", "there", "other"] {
        fs::create_dir(at(name)).unwrap();
    }
    symlink("there", at("link")).unwrap();
    let before = ["here", "there", "other"].map(number);
    let here = at("here").display().to_string();
    assert_eq!(Test::new(["init", &here]).in_folder(at("here")).output().status, 0);
    for name in ["link", "other"] {
        assert_eq!(Test::new(["init", name]).in_folder(folder.path()).output().status, 0);
    }
    let after = ["here", "there", "other"].map(number);
    assert_eq!([0, 1, 2].map(|i| before[i] == after[i]), [true, true, false]);
    assert!(fs::read_dir(folder.path()).unwrap().count() == 4, "something temporary is left");
    assert!(at("link").is_symlink() && at("there/agencies.yaml").is_file());
}

#[test]
fn init_overwrites_nothing() {
    let stderr =
        "error: cannot write there: already exists; nothing was changed. Choose another folder\n";
    let test = || Test::new(["init", "there"]).status(4).stderr(stderr);
    test().file("there", "mine").run();
    let run = test().file("there/note.txt", "mine").run();
    assert_eq!(run.file("there/note.txt"), "mine");
}
