//! `cnd init`: a folder to start from.

use std::fs;
use std::path::Path;

use crate::author::{validator, yaml, yaml_files};
use crate::support::Test;

/// What the shipped dataset is made of, by the names of its files.
fn shipped() -> Vec<String> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let mut names: Vec<String> = fs::read_dir(data)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn init_writes_the_shipped_files_as_they_are() {
    let run = Test::new(["init", "new"]).output();
    let (folder, shipped) = (run.path("new"), shipped());
    assert_eq!(names(Path::new(&folder)), shipped);
    let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    for name in &shipped {
        let [written, own] = [Path::new(&folder), data].map(|at| fs::read(at.join(name)).unwrap());
        assert!(written == own, "{name}");
    }
    let files = yaml_files(&folder).len();
    Test::new(["check", "--deny", "warnings", &folder])
        .stdout(&format!("no errors and no warnings in {files} files of {folder}\n"))
        .run();
    for (name, text) in yaml_files(&folder) {
        assert!(text.starts_with("# yaml-language-server: "), "{name}");
        assert!(validator().is_valid(&yaml(&text)), "{name}");
    }
}

#[test]
fn an_empty_dataset_has_the_pillars_and_what_editors_need() {
    let run = Test::new(["init", "new", "--empty"]).output();
    let written = "wrote 3 files. Use them with: cnd --data new (README.md there describes them)\n";
    assert_eq!((run.stderr.as_str(), run.status), (written, 0));
    let folder = run.path("new");
    assert_eq!(names(Path::new(&folder)), ["README.md", "dataset.schema.json", "pillars.yaml"]);
    Test::new(["check", "--deny", "warnings", &folder])
        .stdout(&format!("no errors and no warnings in 1 file of {folder}\n"))
        .run();
    // What is remarked on them is about the note that the shipped dataset has.
    assert!(!run.file("new/pillars.yaml").contains("remark"));
    let read = Test::new(["--data", &folder, "programmes", "-f", "jsonl"]).output();
    assert_eq!((read.status, read.stdout.as_str()), (0, ""));
}

#[test]
fn init_fills_an_empty_folder_that_is_there() {
    let folder = tempfile::TempDir::new().unwrap();
    let written = format!(
        "wrote {} files. Use them with: cnd --data . (README.md there describes them)\n",
        shipped().len()
    );
    Test::new(["init", "."]).in_folder(folder.path()).stderr(&written).run();
    assert_eq!(names(folder.path()), shipped());
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
fn init_says_how_the_dataset_is_read_in_words_that_a_shell_takes() {
    for (folder, read) in [("with space/", "'with space/'"), ("-dash", "./-dash")] {
        let stderr = format!(
            "wrote 3 files. Use them with: cnd --data {read} (README.md there describes them)\n"
        );
        Test::new(["init", "--empty", "--", folder]).stderr(&stderr).run();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn init_says_why_a_folder_cannot_be_made() {
    let long = "x".repeat(300);
    for (folder, why) in [
        ("full/a.txt/x", "Not a directory (os error 20)"),
        (&long, "File name too long (os error 36)"),
        ("nowhere/x", "folder nowhere does not exist"),
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
