//! What no output may do: write over what is read, or bring to a terminal what cannot be seen.

use std::fs;

use crate::support::{DATA, Test};

#[test]
fn the_dataset_is_never_written_over() {
    let pillars = fs::read_to_string(format!("{DATA}/small/pillars.yaml")).unwrap();
    let run = Test::new(["pillars", "--data", "p.yaml", "-o", "p.yaml"])
        .file("p.yaml", &pillars)
        .refused("p.yaml is the dataset being read; choose another file to write");
    assert_eq!(run.file("p.yaml"), pillars);
}

#[test]
fn nothing_is_written_among_the_files_of_the_dataset() {
    let pillars = fs::read_to_string(format!("{DATA}/small/pillars.yaml")).unwrap();
    for file in ["set/new.yaml", "set/sub/new.JSON", "other/../set/new.yml"] {
        let run = Test::new(["pillars", "--data", "set", "-o", file])
            .file("set/p.yaml", &pillars)
            .file("set/sub/readme.txt", "")
            .file("other/readme.txt", "")
            .refused(&format!(
                "{file} would become part of the dataset set; choose another folder to write to"
            ));
        assert_eq!(run.file("set/p.yaml"), pillars);
    }
    let stderr =
        "error: set/p.yaml is a file of the dataset being read; choose another file to write\n";
    let test = Test::new(["pillars", "--data", "set", "-o", "set/p.yaml"]).stderr(stderr).status(2);
    assert_eq!(test.file("set/p.yaml", &pillars).run().file("set/p.yaml"), pillars);
    for file in ["set/p.csv", "new.yaml"] {
        let test = Test::new(["pillars", "--columns", "id", "--data", "set", "-o", file]);
        let run = test.file("set/p.yaml", &pillars).run();
        assert!(run.file(file).contains("weights"), "{file}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_of_the_dataset_is_that_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let set = folder.path().join("set");
    fs::create_dir(&set).unwrap();
    fs::copy(format!("{DATA}/small/pillars.yaml"), set.join("p.yaml")).unwrap();
    for link in ["link.yaml", "link.csv"] {
        std::os::unix::fs::symlink("set/p.yaml", folder.path().join(link)).unwrap();
        for command in [
            "--data set pillars -o",
            "--data set new agency --name A --kind regional -o",
            "diff embedded set -o",
            "diff set embedded -o",
            "check set -o",
        ] {
            let args = format!("{command} {link}");
            let run = Test::new(args.split(' ')).in_folder(folder.path()).output();
            let why = if command.contains(" new ") {
                "already exists and was not changed; choose another file, or add the record to this one with --append"
            } else {
                "is a file of the dataset being read; choose another file to write"
            };
            assert_eq!((run.stderr, run.status), (format!("error: {link} {why}\n"), 2), "{args}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_standard_input_is_not_written_over() {
    let pillars = fs::read_to_string(format!("{DATA}/small/pillars.yaml")).unwrap();
    let test = Test::new(["pillars", "--data", "-", "-o", "p.yaml"]).file("p.yaml", &pillars);
    let mut command = test.command();
    let folder = command.get_current_dir().unwrap().to_owned();
    let input = fs::File::open(folder.join("p.yaml")).unwrap();
    let output = command.stdin(input).output().unwrap();
    let message = "error: p.yaml is the dataset being read; choose another file to write\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
    assert_eq!(fs::read_to_string(folder.join("p.yaml")).unwrap(), pillars);
}

#[test]
fn a_new_record_may_join_the_dataset() {
    let pillars = fs::read_to_string(format!("{DATA}/small/pillars.yaml")).unwrap();
    let new = Test::line("--data set new agency --name A --kind regional -o set/a.yaml");
    let run = new.file("set/p.yaml", pillars).output();
    assert_eq!(run.status, 0);
    Test::new(["--data", &run.path("set"), "agencies", "-f", "csv", "--columns", "id"])
        .stdout("id\na\n")
        .run();
}

#[test]
fn control_characters_of_the_data_are_written_out() {
    let pillars = "pillars:\n  - {id: a, number: 1, name: \"red \\e[31m\\u202e text\"}\n";
    Test::new(["pillars", "--columns", "name", "--data", "-"])
        .stdin(pillars)
        .stdout("name\n───────────────────────────\nred \\u{1b}[31m\\u{202e} text\n")
        .run();
    Test::new(["show", "\u{1b}[31m", "--data", "-"]).stdin(pillars).refused(
        "no record is called `\\u{1b}[31m`; did you mean `red \\u{1b}[31m\\u{202e} text`?",
    );
}

const HIDDEN: &str = "red\u{7f}\u{9b}0m\u{202e}\u{200b}\u{e0041}\r\n";

#[test]
fn json_and_yaml_escape_what_cannot_be_seen_and_say_the_same() {
    let data =
        serde_json::json!({"pillars": [{"id": "a", "number": 1, "name": format!("{HIDDEN}x")}]});
    for args in [
        "show a -f json",
        "show a -f jsonl",
        "show a -f yaml",
        "pillars -f json",
        "pillars -f jsonl",
        "pillars -f yaml",
        "check -f json",
        "check -f sarif",
        "new agency --name HIDDEN --kind regional -f json",
        "new agency --name HIDDEN --kind regional -f yaml",
    ] {
        let hidden = format!("{HIDDEN}x");
        let args = args.split(' ').map(|arg| if arg == "HIDDEN" { hidden.as_str() } else { arg });
        let run = Test::new(args.chain(["--data", "-"])).stdin(data.to_string()).output();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let raw = |c: char| cnd_tracker::invisible::is_invisible(c) && c != '\n';
        assert!(!run.stdout.contains(raw), "{}", run.stdout);
        assert!(!run.stderr.contains(raw), "{}", run.stderr);
        if !run.stdout.contains("U+007F") {
            let read: serde_json::Value = serde_yaml::from_str(&run.stdout)
                .or_else(|_| serde_json::from_str(&run.stdout))
                .unwrap();
            assert!(read.to_string().contains(&serde_json::json!(hidden).to_string()), "{read}");
        }
    }
}

#[test]
fn wrong_arguments_are_shown_without_harm() {
    for (args, first) in [
        (
            ["\u{1b}[31mEVIL", ""],
            "error: unknown command `\\u{1b}[31mEVIL`; to look it up, use `cnd show '\\u{1b}[31mEVIL'` or `cnd search '\\u{1b}[31mEVIL'`",
        ),
        (
            ["--\u{9b}x", ""],
            "error: `cnd` has no option --\\u{9b}x; `cnd --help` lists the options",
        ),
        (
            ["--limit", "\u{202e}1"],
            "error: --limit takes a whole number such as 10, not `\\u{202e}1`",
        ),
        (["--color", "\u{1b}"], "error: --color cannot be `\\u{1b}`; choose auto, always or never"),
    ] {
        let run = Test::new(args.into_iter().filter(|arg| !arg.is_empty())).output();
        assert_eq!((run.stderr.lines().next(), run.status), (Some(first), 2));
    }
    let run = Test::new(["show", "--\u{1b}[31mx\u{202e}"]).output();
    let told = "`cnd show` has no option --\\u{1b}[31mx\\u{202e}; ";
    assert!(run.stderr.contains(told) && !run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

#[test]
fn help_is_coloured_only_where_that_is_wanted() {
    let plain = Test::new(["--help"]).output();
    assert!(plain.quiet().starts_with("A document tracker ") && !plain.stdout.contains('\u{1b}'));
    for (args, coloured) in [
        (&["--color", "always", "--help"][..], true),
        (&["programmes", "--color=always", "--help"], true),
        (&["--color", "never", "--help"], false),
        (&["--help", "--", "--color=always"], false),
    ] {
        let run = Test::new(args.iter().copied()).output();
        assert_eq!(run.quiet().contains('\u{1b}'), coloured, "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn help_and_messages_on_a_full_disk() {
    let full = || fs::File::create("/dev/full").unwrap();
    for flag in ["--help", "--version"] {
        let output = Test::new([flag]).command().stdout(full()).output().unwrap();
        let message = "error: No space left on device (os error 28)\n";
        assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
        assert_eq!(output.status.code(), Some(4));
    }
    for args in ["init new", "pillars --search nothing", "stats --pillar weights"] {
        let test = Test::small(args);
        let output = test.command().stderr(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args}");
    }
}
