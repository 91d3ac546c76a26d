//! The commands of the README and of the guides are run, and what they print is compared with what stands there.
//!
//! `BLESS=1 cargo test readme` writes what they print into these files instead.

use std::path::Path;
use std::process::Command;

/// Tables of the README are laid out for this width.
const WIDTH: &str = "100";

fn shows_what_the_commands_print(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let shown = rewritten(&text);
    assert!(shown.contains("$ cnd "), "{file} shows no command");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, shown).unwrap();
    } else {
        assert_eq!(text, shown, "{file}: run again with BLESS=1 to write what the commands print");
    }
}

#[test]
fn the_readme_shows_what_the_commands_print() {
    shows_what_the_commands_print("README.md");
}

#[test]
fn the_guide_shows_what_the_commands_print() {
    shows_what_the_commands_print("docs/guide.md");
}

/// A text with the output of each command in its `console` blocks as it is now.
fn rewritten(text: &str) -> String {
    let mut out = String::new();
    let mut in_console = false;
    for line in text.lines() {
        if line == "```console" {
            in_console = true;
        } else if line == "```" && in_console {
            in_console = false;
        } else if in_console {
            let Some(command) = line.strip_prefix("$ ") else { continue };
            out.push_str(line);
            out.push('\n');
            out.push_str(&output(command));
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// What a command such as `cnd programmes --pillar 2` prints, without white space at the ends of lines.
fn output(command: &str) -> String {
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("cnd"), "{command}");
    let output = Command::new(env!("CARGO_BIN_EXE_cnd"))
        .args(words)
        .args(["--width", WIDTH])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CND_DATA")
        .output()
        .unwrap();
    assert!(
        output.status.code() < Some(2),
        "{command}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}
