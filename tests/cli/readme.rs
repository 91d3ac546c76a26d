//! The commands of the README and of the guides are run, and what they print is compared with what stands there.
//!
//! `BLESS=1 cargo test readme` writes what they print into these files instead.

use std::fs;
use std::path::Path;

use crate::scan::paper::{as_docx, folder};
use crate::support::{Run, Test, still_says, words};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Runs the commands of a file in a folder; what is shown of a run is what it writes.
fn shows_what_the_commands_print(file: &str, folder: &Path, writes: fn(Run) -> String) {
    let path = Path::new(ROOT).join(file);
    let text = fs::read_to_string(&path).unwrap();
    let shown = rewritten(&text, folder, writes);
    assert!(shown.contains("$ cnd "), "{file} shows no command");
    still_says(&path, &text, &shown);
}

#[test]
fn the_readme_shows_what_the_commands_print() {
    shows_what_the_commands_print("README.md", Path::new(ROOT), |run| run.stdout);
}

#[test]
fn the_guide_shows_what_the_commands_print() {
    shows_what_the_commands_print("docs/guide.md", Path::new(ROOT), |run| run.stdout);
}

/// The commands run in their order on a paper that is made here; messages come before rows, as on a terminal that
/// shows both.
#[test]
fn the_guide_to_new_documents_shows_what_the_commands_write() {
    let folder = folder(&[("paper.docx", &as_docx())]);
    shows_what_the_commands_print("docs/new-document.md", folder.path(), |run| {
        run.stderr + &run.stdout
    });
}

/// A text with the output of each command in its `console` blocks as it is now.
fn rewritten(text: &str, folder: &Path, writes: fn(Run) -> String) -> String {
    let mut out = String::new();
    let mut in_console = false;
    for line in text.lines() {
        if line == "```console" {
            in_console = true;
        } else if line == "```" && in_console {
            in_console = false;
        } else if in_console {
            let Some(command) = line.strip_prefix("$ ") else { continue };
            out.push_str(&format!("{line}\n{}", output(command, folder, writes)));
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// What a command such as `cnd programmes --pillar 2` writes, tables laid out for a width of 100, without white space
/// at the ends of lines.
fn output(command: &str, folder: &Path, writes: fn(Run) -> String) -> String {
    let mut words = words(command);
    assert_eq!(words.remove(0), "cnd", "{command}");
    if !matches!(words.first().map(String::as_str), Some("draft" | "init")) {
        words.extend(["--width", "100"].map(str::to_owned));
    }
    let run = Test::new(words.iter().map(String::as_str)).in_folder(folder).output();
    assert!(run.status < 2, "{command}: {}", run.stderr);
    writes(run).lines().map(|line| format!("{}\n", line.trim_end())).collect()
}
