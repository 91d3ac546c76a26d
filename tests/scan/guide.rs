//! The commands of `docs/new-document.md`, run in their order on a paper that is made here.
//!
//! `BLESS=1 cargo test --test scan guide` writes what they print into the guide.

use std::fs;
use std::path::Path;

use crate::support::{as_docx, cnd, folder};

const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/new-document.md");

#[test]
fn the_guide_shows_what_the_commands_print() {
    let folder = folder(&[("paper.docx", &as_docx())]);
    let text = fs::read_to_string(GUIDE).unwrap();
    let shown = rewritten(&text, folder.path());
    assert!(shown.matches("$ cnd ").count() > 5);
    if std::env::var_os("BLESS").is_some() {
        fs::write(GUIDE, shown).unwrap();
    } else {
        assert_eq!(text, shown, "run again with BLESS=1 to write what the commands print");
    }
}

fn rewritten(text: &str, folder: &Path) -> String {
    let (mut out, mut in_console) = (String::new(), false);
    for line in text.lines() {
        match line {
            "```console" => in_console = true,
            "```" => in_console = false,
            _ if in_console => {
                let Some(command) = line.strip_prefix("$ cnd ") else { continue };
                out.push_str(&format!("{line}\n{}", printed(command, folder)));
                continue;
            }
            _ => {}
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// What a command writes: messages before rows, as on a terminal that shows both.
fn printed(command: &str, folder: &Path) -> String {
    let mut words = Vec::new();
    for (at, part) in command.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part);
        } else {
            words.extend(part.split_whitespace());
        }
    }
    let is_table = words[0] != "draft" && words[0] != "init";
    if is_table {
        words.extend(["--width", "100"]);
    }
    let (rows, said, status) = cnd(folder, "", &words);
    assert!(status < 2, "{command}: {said}");
    let lines = said.lines().chain(rows.lines());
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}
