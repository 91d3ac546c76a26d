//! The cases of `faults.txt`: data that is wrong, and all that a check says of it.

use std::fmt::Write;
use std::fs;

use cnd_tracker::check;
use cnd_tracker::load::{Source, load_by};

use crate::support::Test;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/faults.txt");

struct File {
    name: String,
    text: String,
    is_escaped: bool,
    /// Whether it stands beside the files of every case that follows.
    stays: bool,
}

/// `BLESS=1` writes what is said into the file instead: read the difference.
#[test]
fn of_each_case_is_said_what_stands_below_it() {
    let cases = fs::read_to_string(PATH).unwrap();
    let (mut blessed, mut differing) = (String::new(), String::new());
    let (mut files, mut in_text, mut expected) = (Vec::new(), false, String::new());
    for line in cases.lines().chain([""]) {
        if line.starts_with('!') {
            in_text = false;
            writeln!(expected, "{line}").unwrap();
            continue;
        }
        if !expected.is_empty() {
            let said = said(&files);
            blessed.push_str(&said);
            if said != expected {
                let last: &File = files.last().unwrap();
                writeln!(differing, "{}{expected}--- but said is\n{said}", last.text).unwrap();
            }
            files.retain(|file| file.stays);
            expected.clear();
        }
        writeln!(blessed, "{line}").unwrap();
        if let Some(file) = headed(line) {
            in_text = true;
            files.push(file);
        } else if in_text {
            writeln!(files.last_mut().unwrap().text, "{line}").unwrap();
        }
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(PATH, blessed.trim_end_matches('\n').to_owned() + "\n").unwrap();
    } else {
        assert!(differing.is_empty(), "{PATH}\n{differing}BLESS=1 takes this over");
    }
}

/// The file that a line is the heading of: `--- a.yaml`, `--- a.yaml, escaped`, `=== z.yaml`.
fn headed(line: &str) -> Option<File> {
    let (mark, heading) = line.split_once(' ')?;
    let (name, is_escaped) = match heading.strip_suffix(", escaped") {
        Some(name) => (name, true),
        None => (heading, false),
    };
    let is_file = matches!(mark, "---" | "===") && name.contains('.') && !name.contains(' ');
    let (name, text) = (name.to_owned(), String::new());
    is_file.then_some(File { name, text, is_escaped, stays: mark == "===" })
}

impl File {
    /// What is in the file: escapes are those of JSON, and a backslash at the end of a line takes its end away.
    fn content(&self) -> String {
        if !self.is_escaped {
            return self.text.clone();
        }
        let joined = self.text.replace("\\\n", "").replace('\n', "\\n").replace('"', "\\\"");
        serde_json::from_str(&format!("\"{joined}\"")).unwrap()
    }
}

/// What a check says of the one file, or of the folder with all of them; of what stays there its first lines are
/// enough. Data with errors is refused by every other command.
fn said(files: &[File]) -> String {
    let place = if let [file] = files { &file.name } else { "." };
    let put = |test: Test, file: &File| test.file(&file.name, file.content());
    let run = files.iter().fold(Test::new(["check", place]), put).output();
    let has_errors = run.stdout.contains(": error[");
    assert_eq!((run.stderr.as_str(), run.status), ("", i32::from(has_errors)), "{}", run.stdout);
    let in_memory = files.iter().map(|file| (file.name.clone().into(), file.content().into()));
    let loaded = load_by(check::errors, &Source::Memory(in_memory.collect()));
    assert_eq!(loaded.is_err(), has_errors, "{}", run.stdout);
    let beside: Vec<String> =
        files.iter().filter(|file| file.stays).map(|file| format!("./{}:", file.name)).collect();
    let lines = run.stdout.split("\n\n").flat_map(|finding| {
        let is_beside = beside.iter().any(|place| finding.starts_with(place));
        finding.lines().take(if is_beside { 1 } else { usize::MAX })
    });
    lines.map(|line| format!("! {}\n", visible(line))).collect()
}

/// A line in which white space that nobody can tell from a space is escaped.
fn visible(line: &str) -> String {
    let sign = |c: char| match c {
        c if c != ' ' && c.is_whitespace() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    line.chars().map(sign).collect()
}
