//! Where output goes and what it looks like: the options that every listing has.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use calamine::{Data, Reader};

use crate::support::{Run, Test, complaints};

#[test]
fn excel_gets_a_mark_carriage_returns_and_no_formula() {
    Test::small("agencies -f csv --excel --columns acronym,name,programmes")
        .stdout(concat!(
            "\u{feff}\"acronym\",\"name\",\"programmes\"\r\n",
            "\"\",\"'=Delta+Institute\",\"2\"\r\n",
            "\"ALPHA\",\"Alpha Office for Weights | Measures\",\"2\"\r\n",
            "\"\",\"Annex of the Alpha Office\",\"1\"\r\n",
            "\"\",\"Assembly of Measures\",\"0\"\r\n",
            "\"BÊTA\",\"Bêta Fund for Øresund, \"\"Öl\"\" and Übermut\",\"3\"\r\n",
            "\"麻対\",\"麻薬対策機構\",\"2\"\r\n",
        ))
        .run();
    Test::small("programmes -f tsv --excel --columns name,summary --agency delta,gamma")
        .stdout(concat!(
            "\u{feff}\"name\"\t\"summary\"\r\n",
            "\"Joint \"\"Scale\"\" Programme\"\t\"Scales were handed out | in two countries. (M/2001/1, para. 3) The work went on. (M/2002/1, para. 4)\"\r\n",
            "\"麻薬 guide to measures\"\t\"'=A guide, \"\"printed\"\".\"\r\n",
            "\"'-lone survey\"\t\"Nobody else took part.\"\r\n",
        ))
        .run();
}

#[test]
fn a_heading_is_a_cell_that_may_run_as_a_formula() {
    let stats =
        "stats --by pillar --across agency --agency delta --columns pillar,=Delta+Institute -f csv";
    Test::small(stats)
        .stdout("pillar,=Delta+Institute\nweights,1\nmeasures,1\nsilence,0\n")
        .stderr(concat!(
            "1 cell begins like a formula, which a spreadsheet would run; --excel neutralises it\n",
            "the programmes that match count under all agencies that take part in them\n",
        ))
        .run();
    let run = Test::small(stats).arg("--excel").output();
    assert_eq!(
        run.stdout,
        "\u{feff}\"pillar\",\"'=Delta+Institute\"\r\n\"weights\",\"1\"\r\n\"measures\",\"1\"\r\n\"silence\",\"0\"\r\n"
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
fn a_format_that_is_named_agrees_with_the_ending() {
    Test::small("pillars --columns id -f csv -o a.json").refused( "-f csv does not match the file extension of a.json (json); leave out -f, or choose another \
             extension",
    );
    let run = Test::small("pillars --columns id -f csv -o a.csv").run();
    assert_eq!(run.file("a.csv"), "id\nweights\nmeasures\nsilence\n");
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

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_its_mode_and_owner() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    for mode in [0o600, 0o640, 0o664, 0o666, 0o755] {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("a.csv");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let before = fs::metadata(&file).unwrap();
        Test::small("pillars --columns id -o a.csv").in_folder(folder.path()).run();
        let after = fs::metadata(&file).unwrap();
        assert_eq!(after.mode(), before.mode(), "{mode:o}");
        assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()));
        assert_eq!(fs::read_to_string(&file).unwrap(), "id\nweights\nmeasures\nsilence\n");
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("a.csv");
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    Test::small("pillars -o a.csv")
        .in_folder(folder.path())
        .stderr(
            "error: cannot write a.csv: it is read-only: make it writable, or name another file\n",
        )
        .status(4)
        .run();
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
}

#[test]
fn a_column_whose_name_has_a_comma_can_be_chosen_and_sorted_by() {
    let data = "agencies:\n  - {id: a, name: A, kind: academic}\npillars:\n  - {id: p, number: 1, name: P}\n\
                documents:\n  - {id: d, title: D, kind: note}\nprogrammes:\n  - {id: x, name: X, kind: event, \
                pillar: p, filed_by: editors, reports: [{document: d, paragraph: '1', participants: [{agency: a, \
                role: lead}], countries: [BES], summary: S}]}\n";
    let args = ["stats", "--by", "agency", "--across", "country", "--data", "-", "-f", "csv"];
    let columns = [
        "--columns",
        "agency,Bonaire, Sint Eustatius and Saba",
        "--sort",
        "-bonaire, sint eustatius and saba",
    ];
    Test::new(args.into_iter().chain(columns))
        .stdin(data)
        .stdout("agency,\"Bonaire, Sint Eustatius and Saba\"\nA,1\n")
        .run();
    let run = Test::new(args).arg("--columns=agency,Bonair").stdin(data).output();
    assert!(run.stderr.starts_with("error: unknown column `Bonair`"), "{}", run.stderr);
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
    let message = "error: cannot write to standard output: No space left on device (os error 28)\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
}

#[test]
fn a_folder_cannot_be_written() {
    Test::small("pillars -o sub")
        .file("sub/a.txt", "")
        .stderr("error: cannot write sub: it is a folder: choose a file in it\n")
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
fn a_reader_that_has_had_enough_is_no_failure() {
    for args in ["programmes -f json", "programmes", "show joint-scale", "--help"] {
        let test = Test::small(args);
        let mut child = test.command().spawn().unwrap();
        drop(child.stdin.take());
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args}");
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(complaints(&stderr), "", "{args}");
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

/// The texts of a sheet of a workbook, a row a line.
fn sheet(run: &Run, file: &str, name: &str) -> Vec<String> {
    let mut book = calamine::open_workbook_auto(run.path(file)).unwrap();
    let sheet = book.worksheet_range(name).unwrap();
    let row = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
    sheet.rows().map(row).collect()
}

#[test]
fn a_workbook_names_what_its_rows_cite_and_what_is_said_of_them() {
    let run = Test::small("commitments --limit 1 --columns id,sources -o a.xlsx").run();
    let about = sheet(&run, "a.xlsx", "About");
    let sources = about.iter().skip_while(|row| !row.starts_with("source|")).skip(1);
    let rows = sheet(&run, "a.xlsx", "commitments");
    assert!(sources.clone().count() > 0, "{about:?}");
    for source in sources {
        assert!(rows[1].contains(source.split('|').next().unwrap()), "{source} of {rows:?}");
    }
    assert!(about.iter().any(|row| row.starts_with("total|")), "{about:?}");
    let run = Test::small("network -o a.xlsx").run();
    let note = run.stderr.lines().find(|line| line.starts_with("joint_work counts")).unwrap();
    let about = sheet(&run, "a.xlsx", "About");
    assert!(about.iter().any(|row| row.starts_with(&format!("note|{note}"))), "{about:?}");
    assert!(run.stderr.starts_with("wrote a.xlsx: "), "{}", run.stderr);
}
