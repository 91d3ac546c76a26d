//! The system around the program: pipes that close, paths that lead nowhere, arguments that are no text, and an
//! end in the midst of it.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;

use unicode_width::UnicodeWidthStr;

use crate::support::{Test, complaints};

/// A dataset that is more than any pipe holds.
fn many() -> String {
    let pillar = |i: usize| format!("  - {{id: p{i}, number: 1, name: A pillar of many}}\n");
    format!("pillars:\n{}", (0..5_000).map(pillar).collect::<String>())
}

#[test]
fn a_pipe_may_close_at_any_moment() {
    for format in ["table", "csv", "tsv", "json", "jsonl", "yaml", "markdown"] {
        for read in [0, 1, 5_000, 20_000] {
            let test =
                Test::new(["pillars", "-f", format, "--data", "p.yaml"]).file("p.yaml", many());
            let mut child = test.command().spawn().unwrap();
            child.stdout.take().unwrap().read_exact(&mut vec![0; read]).unwrap();
            let output = child.wait_with_output().unwrap();
            let stderr = String::from_utf8(output.stderr).unwrap();
            assert_eq!(complaints(&stderr), "", "{format} after {read}");
            assert_eq!(output.status.code(), Some(0), "{format} after {read}");
        }
    }
}

#[test]
fn what_was_found_is_told_by_the_exit_code_though_nobody_reads_it() {
    let bad = "pillars:\n  - {id: a b, number: 1, name: A}\n";
    for format in ["table", "csv", "json", "sarif"] {
        let test = Test::new(["check", "-f", format, "a.yaml"]).file("a.yaml", bad);
        let mut child = test.command().spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(1), "{format}");
    }
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    const NOWHERE: &str = "No such file or directory (os error 2)";
    for (args, message) in [
        ("--data nowhere pillars", format!("nowhere: {NOWHERE}")),
        ("check nowhere", format!("nowhere: {NOWHERE}")),
        ("diff nowhere embedded", format!("nowhere: {NOWHERE}")),
        ("diff embedded nowhere", format!("nowhere: {NOWHERE}")),
        (
            "--data file/nowhere new agency --name A --kind regional",
            "file/nowhere: Not a directory (os error 20)".into(),
        ),
        (
            "--data folder",
            "folder: there is no .yaml, .yml or .json file in this folder, and no datapackage.json"
                .into(),
        ),
    ] {
        let test = Test::new(args.split(' ')).file("file", "").file("folder/a.txt", "");
        test.stderr(&format!("error: cannot read {message}\n")).status(4).run();
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_what_nobody_may_open_cannot_be_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    symlink("circle", at("circle")).unwrap();
    fs::create_dir(at("set")).unwrap();
    fs::write(at("set/a.yaml"), "pillars: []\n").unwrap();
    fs::set_permissions(at("set/a.yaml"), fs::Permissions::from_mode(0o000)).unwrap();
    fs::create_dir_all(at("other/closed")).unwrap();
    fs::write(at("other/a.yaml"), "pillars: []\n").unwrap();
    fs::set_permissions(at("other/closed"), fs::Permissions::from_mode(0o000)).unwrap();
    let mut cases = vec![("circle", "circle: Too many levels of symbolic links (os error 40)")];
    if fs::read(at("set/a.yaml")).is_err() {
        cases.push(("set", "set/a.yaml: Permission denied (os error 13)"));
        cases.push(("other", "other/closed: Permission denied (os error 13)"));
    }
    for (data, message) in cases.iter().filter(|_| cfg!(target_os = "linux")) {
        Test::new(["check", data])
            .in_folder(folder.path())
            .stderr(&format!("error: cannot read {message}\n"))
            .status(4)
            .run();
    }
    fs::set_permissions(at("other/closed"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_replaced() {
    let folder = tempfile::TempDir::new().unwrap();
    std::os::unix::fs::symlink("gone.csv", folder.path().join("link.csv")).unwrap();
    Test::line("pillars -o link.csv")
        .in_folder(folder.path())
        .stderr(
            "error: cannot write link.csv: it is a broken link: delete it or choose another file\n",
        )
        .status(4)
        .run();
    assert!(folder.path().join("link.csv").is_symlink());
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_refused_and_paths_may_be_anything() {
    use std::os::unix::ffi::OsStrExt;
    let odd = OsStr::from_bytes(b"\xff.csv");
    const NO_TEXT: &str = "error: invalid UTF-8 was detected in one or more arguments";
    for (args, first, status) in [
        (&["--agency"][..], NO_TEXT, 2),
        (&["--columns"], NO_TEXT, 2),
        (&["--data"], "error: cannot read \u{fffd}.csv: No such file or directory (os error 2)", 4),
        (&["--columns=id", "-f=csv", "-o"], "", 0),
    ] {
        let test = Test::small("programmes");
        let folder = test.command().get_current_dir().unwrap().to_owned();
        let output = test.command().args(args).arg(odd).output().unwrap();
        let stderr = complaints(&String::from_utf8(output.stderr).unwrap());
        assert_eq!(stderr.lines().next().unwrap_or_default(), first);
        assert_eq!(output.status.code(), Some(status), "{args:?}");
        assert_eq!(folder.join(odd).exists(), status == 0);
    }
}

#[test]
fn every_listing_fits_into_the_narrowest_width() {
    for args in [
        "",
        "programmes",
        "agencies --with alpha",
        "pillars",
        "documents",
        "commitments",
        "show joint-scale",
        "search weights",
        "stats",
        "stats --by agency --across pillar",
        "gaps",
        "network",
        "diff --documents first-note second-note",
    ] {
        let run = Test::small(&format!("{args} --width 20")).output();
        assert_eq!(run.status, 0, "{args}");
        assert!(run.stdout.lines().count() > 2, "{args}");
        let table = run.stdout.lines().filter(|_| !args.is_empty());
        let wide = table.filter(|line| line.width() > 20).collect::<Vec<_>>();
        assert_eq!(wide, Vec::<&str>::new(), "{args}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_is_whole_or_as_it_was_when_the_program_is_killed() {
    for _ in 0..5 {
        let args = ["pillars", "-f", "json", "-o", "out.json", "--data", "p.yaml"];
        let test = Test::new(args).file("p.yaml", many()).file("out.json", "old");
        let folder = test.command().get_current_dir().unwrap().to_owned();
        let mut child = test.command().spawn().unwrap();
        let is_begun = || fs::read_dir(&folder).unwrap().count() > 2;
        while !is_begun() && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        child.wait().unwrap();
        let left = fs::read_to_string(folder.join("out.json")).unwrap();
        let whole = || serde_json::from_str::<serde_json::Value>(&left).unwrap()["count"] == 5_000;
        assert!(left == "old" || whole());
    }
}
