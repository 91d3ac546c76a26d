//! Where output goes and what it looks like: the options that every listing has.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::support::{DATA, Test, transcript};

#[test]
fn transcripts() {
    transcript("output");
}

#[test]
fn excel_gets_a_mark_carriage_returns_and_no_formula() {
    Test::small("agencies -f csv --excel --columns acronym,name,programmes")
        .stdout(concat!(
            "\u{feff}acronym,name,programmes\r\n",
            "ALPHA,Alpha Office for Weights | Measures,2\r\n",
            ",Annex of the Alpha Office,1\r\n",
            "BÊTA,\"Bêta Fund for Øresund, \"\"Öl\"\" and Übermut\",3\r\n",
            "麻対,麻薬対策機構,2\r\n",
            ",'=Delta+Institute,2\r\n",
            ",Assembly of Measures,0\r\n",
        ))
        .run();
    Test::small("programmes -f tsv --excel --columns name,summary --agency delta,gamma")
        .stdout(concat!(
            "\u{feff}name\tsummary\r\n",
            "\"Joint \"\"Scale\"\" Programme\"\tScales were handed out | in two countries. The work went on.\r\n",
            "麻薬 guide to measures\t\"'=A guide, \"\"printed\"\".\"\r\n",
            "'-lone survey\tNobody else took part.\r\n",
        ))
        .run();
}

#[test]
fn a_heading_is_a_cell_that_may_run_as_a_formula() {
    let stats =
        "stats --by pillar --across agency --agency delta --columns pillar,=Delta+Institute -f csv";
    Test::small(stats)
        .stdout("pillar,=Delta+Institute\nweights,1\nmeasures,1\nsilence,0\n")
        .stderr(
            "1 cell begins like a formula, which a spreadsheet would run; --excel disarms it\n\
             2 of 4 programmes are left out by the filters; shares are of the 2 that remain\n",
        )
        .run();
    let run = Test::small(stats).arg("--excel").output();
    assert_eq!(
        run.stdout,
        "\u{feff}pillar,'=Delta+Institute\r\nweights,1\r\nmeasures,1\r\nsilence,0\r\n"
    );
}

#[test]
fn the_format_of_a_file_follows_its_ending() {
    for (name, format) in [
        ("a.csv", "csv"),
        ("a.TSV", "tsv"),
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.yaml", "yaml"),
        ("a.yml", "yaml"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.txt", "table"),
    ] {
        let expected = Test::small(&format!("pillars -f {format} --columns id,name")).output();
        let run = Test::small("pillars --columns id,name -o").arg(name).run();
        assert_eq!(run.file(name), expected.quiet(), "{name}");
        assert_eq!(run.files(), [name]);
    }
}

#[test]
fn a_format_that_is_named_wins_over_the_ending() {
    let run = Test::small("pillars --columns id -f csv -o a.json").run();
    assert_eq!(run.file("a.json"), "id\nweights\nmeasures\nsilence\n");
}

#[test]
fn a_dash_is_standard_output() {
    Test::small("pillars --columns id -f csv -o -")
        .stdout("id\nweights\nmeasures\nsilence\n")
        .run();
}

#[test]
fn a_file_is_replaced_whole() {
    let run = Test::small("pillars --columns id -o a.csv").file("a.csv", "old ".repeat(1000)).run();
    assert_eq!(run.file("a.csv"), "id\nweights\nmeasures\nsilence\n");
    assert_eq!(run.files(), ["a.csv"]);
}

#[test]
fn a_file_stays_as_it_was_when_the_question_is_wrong() {
    for wrong in ["--columns nmae", "--sort nmae", "--explode nmae", "--search a --limit x"] {
        let run = Test::small(&format!("pillars -o a.csv {wrong}")).file("a.csv", "old").output();
        assert_eq!((run.status, run.file("a.csv").as_str()), (2, "old"), "{wrong}");
        assert_eq!(run.files(), ["a.csv"]);
    }
    let run = Test::new(["pillars", "-o", "a.csv", "--data", "b.yaml"])
        .file("a.csv", "old")
        .file("b.yaml", "pillars: [")
        .output();
    assert_eq!((run.status, run.file("a.csv").as_str()), (3, "old"));
}

#[cfg(unix)]
#[test]
fn a_file_stays_as_it_was_when_writing_fails() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::TempDir::new().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::write(closed.join("a.csv"), "old").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let privileged = fs::write(closed.join("probe"), "").is_ok();
    let run = Test::small("pillars -o closed/a.csv").in_folder(folder.path()).output();
    let left = fs::read_to_string(closed.join("a.csv")).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    if privileged {
        // To such a user no folder is closed.
        assert_eq!(run.status, 0);
    } else {
        assert_eq!((run.status, left.as_str()), (4, "old"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    Test::small("pillars -f csv -o /dev/full")
        .stderr("error: cannot write /dev/full: No space left on device (os error 28)\n")
        .status(4)
        .run();
    let test = Test::small("programmes -f json");
    let output = test.command().stdout(fs::File::create("/dev/full").unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    let message = "error: No space left on device (os error 28)\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
}

#[test]
fn a_folder_cannot_be_written() {
    Test::small("pillars -o sub")
        .file("sub/a.txt", "")
        .stderr("error: cannot write sub: it is a folder: name a file in it\n")
        .status(4)
        .run();
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let run = Test::small("pillars -o sub/a.csv").output();
    assert_eq!((run.status, run.stdout.as_str()), (4, ""));
    assert!(run.stderr.starts_with("error: cannot write sub/a.csv: "), "{}", run.stderr);
    assert!(run.files().is_empty());
}

#[test]
fn the_dataset_is_never_written_over() {
    let pillars = fs::read_to_string(format!("{DATA}/small/pillars.yaml")).unwrap();
    let run = Test::new(["pillars", "--data", "p.yaml", "-o", "p.yaml"])
        .file("p.yaml", &pillars)
        .stderr("error: p.yaml is the dataset that is read; choose another file to write\n")
        .status(2)
        .run();
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
            .stderr(&format!(
                "error: {file} would be read as a part of the dataset set; choose another folder to write to\n"
            ))
            .status(2)
            .run();
        assert_eq!(run.file("set/p.yaml"), pillars);
    }
    let stderr =
        "error: set/p.yaml is a file of the dataset that is read; choose another file to write\n";
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
            "--data set new agency --name A -o",
            "diff embedded set -o",
            "diff set embedded -o",
            "check set -o",
        ] {
            let args = format!("{command} {link}");
            Test::new(args.split(' '))
                .in_folder(folder.path())
                .stderr(&format!(
                    "error: {link} is a file of the dataset that is read; choose another file to write\n"
                ))
                .status(2)
                .run();
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
    let message = "error: p.yaml is the dataset that is read; choose another file to write\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
    assert_eq!(fs::read_to_string(folder.join("p.yaml")).unwrap(), pillars);
}

#[test]
fn a_new_record_may_join_the_dataset() {
    let pillars = fs::read_to_string(format!("{DATA}/small/pillars.yaml")).unwrap();
    let new = Test::new("--data set new agency --name A --kind regional -o set/a.yaml".split(' '));
    let run = new.file("set/p.yaml", pillars).run();
    Test::new(["--data", &run.path("set"), "agencies", "-f", "csv", "--columns", "id"])
        .stdout("id\na\n")
        .run();
}

#[test]
fn a_reader_that_has_had_enough_is_no_failure() {
    for args in ["programmes -f json", "programmes", "show joint-scale", "--help"] {
        let test = Test::small(args);
        let mut child = test.command().spawn().unwrap();
        drop(child.stdin.take());
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args}");
    }
}

#[test]
fn a_reader_that_leaves_midway_is_no_failure() {
    let names = (0..20_000).map(|i| format!("  - {{id: p{i}, number: 1, name: A pillar}}\n"));
    let pillars = format!("pillars:\n{}", names.collect::<String>());
    let test = Test::new(["pillars", "-f", "csv", "--data", "p.yaml"]).file("p.yaml", pillars);
    let mut child = test.command().spawn().unwrap();
    let mut start = [0; 6];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    assert_eq!(&start, b"number");
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn messages_that_nobody_can_read_are_no_failure() {
    let test = Test::small("pillars --search nothing");
    let output = test.command().stderr(Stdio::null()).output().unwrap();
    assert_eq!((output.status.code(), output.stdout), (Some(0), Vec::new()));
}

#[test]
fn colour_only_where_it_is_wanted() {
    const COLOURED: &str =
        "\u{1b}[1mid\u{1b}[0m\n\u{1b}[2m────────\u{1b}[0m\nweights\nmeasures\nsilence\n";
    const PLAIN: &str = "id\n────────\nweights\nmeasures\nsilence\n";
    for (options, variable, expected) in [
        ("", ("TERM", "xterm-256color"), PLAIN),
        ("--color auto", ("CLICOLOR_FORCE", "1"), PLAIN),
        ("--color never", ("TERM", "xterm-256color"), PLAIN),
        ("--color always", ("TERM", "xterm-256color"), COLOURED),
        ("--color always", ("NO_COLOR", "1"), COLOURED),
        ("--color always -f csv", ("TERM", "xterm"), "id\nweights\nmeasures\nsilence\n"),
    ] {
        Test::small(&format!("pillars --columns id {options}"))
            .env(variable.0, variable.1)
            .stdout(expected)
            .run();
    }
}

#[test]
fn the_environment_does_not_change_what_a_pipe_gets() {
    let plain = Test::small("programmes").output();
    for (name, value) in
        [("COLUMNS", "20"), ("LANG", "C"), ("LC_ALL", "tr_TR.UTF-8"), ("TERM", "dumb")]
    {
        Test::small("programmes").env(name, value).stdout(plain.quiet()).run();
    }
}

#[test]
fn control_characters_of_the_data_are_written_out() {
    let pillars = "pillars:\n  - {id: a, number: 1, name: \"red \\e[31m\\u202e text\"}\n";
    Test::new(["pillars", "--columns", "name", "--data", "-"])
        .stdin(pillars)
        .stdout("name\n───────────────────────────\nred \\u{1b}[31m\\u{202e} text\n")
        .run();
    Test::new(["show", "\u{1b}[31m", "--data", "-"])
        .stdin(pillars)
        .stderr("error: no record is called `\\u{1b}[31m`; did you mean `red \\u{1b}[31m\\u{202e} text`?\n")
        .status(2)
        .run();
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
        (["\u{1b}[31mEVIL", ""], "error: unrecognized subcommand '\\u{1b}[31mEVIL'"),
        (["--\u{9b}x", ""], "error: unexpected argument '--\\u{9b}x' found"),
        (
            ["--limit", "\u{202e}1"],
            "error: invalid value '\\u{202e}1' for '--limit <N>': invalid digit found in string",
        ),
        (["--color", "\u{1b}"], "error: invalid value '\\u{1b}' for '--color <WHEN>'"),
    ] {
        let run = Test::new(args.into_iter().filter(|arg| !arg.is_empty())).output();
        assert_eq!((run.stderr.lines().next(), run.status), (Some(first), 2));
    }
    let run = Test::new(["show", "--\u{1b}[31mx\u{202e}"]).output();
    let tip = "  tip: to pass '--x\\u{202e}' as a value, use '-- --x\\u{202e}'\n";
    assert!(run.stderr.contains(tip) && !run.stderr.contains('\u{1b}'), "{}", run.stderr);
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
