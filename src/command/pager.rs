//! The pager for output longer than the screen.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::process::{Command, Stdio};
#[cfg(unix)]
use std::sync::{Arc, atomic::AtomicBool};

/// What is used where nothing else is named: it ends at once where all fits, keeps colours, and leaves the text
/// on the screen.
const USUAL: &str = "less -FRX";
/// Exit codes of a shell that cannot start a command, and of most commands that fail: what they may have shown is
/// printed again.
const FAILED: [i32; 3] = [1, 126, 127];

/// Writes a text to the terminal, through the pager where it is longer than the screen.
///
/// # Errors
/// When writing fails.
pub fn show(text: &[u8]) -> io::Result<()> {
    if !fits(text)
        && let Some(pager) = pager(|name| env::var_os(name))
        && page(text, &pager)?
    {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(text)?;
    out.flush()
}

/// Whether a text leaves a line of the screen for what comes after it.
fn fits(text: &[u8]) -> bool {
    let Some((width, height)) = terminal_size::terminal_size() else { return true };
    let (width, height) = (usize::from(width.0).max(1), usize::from(height.0));
    let rows = |line: &str| line.chars().count().div_ceil(width).max(1);
    String::from_utf8_lossy(text).lines().map(rows).sum::<usize>() < height
}

/// The command line of the pager; none where the environment asks for none, or none is installed.
fn pager(set: impl Fn(&str) -> Option<OsString>) -> Option<OsString> {
    if set("TERM").is_some_and(|term| term == "dumb") {
        return None;
    }
    match set("CND_PAGER").or_else(|| set("PAGER")) {
        Some(named) => Some(named).filter(|named| !named.to_string_lossy().trim().is_empty()),
        None => is_installed("less", &set("PATH")?).then(|| USUAL.into()),
    }
}

fn is_installed(program: &str, path: &OsStr) -> bool {
    env::split_paths(path).any(|folder| folder.join(program).is_file())
}

/// Hands a text to the pager and waits for its end; false where it could not show it.
fn page(text: &[u8], pager: &OsStr) -> io::Result<bool> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.arg(flag).arg(pager).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    // An interrupt is for the pager: whoever left first would leave it alone with the terminal.
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::new(AtomicBool::new(false)))?;
    let Ok(mut child) = command.spawn() else { return Ok(false) };
    if let Some(mut stdin) = child.stdin.take() {
        // Who leaves before the end has read enough.
        let _ = stdin.write_all(text);
    }
    let code = child.wait()?.code();
    Ok(!code.is_some_and(|code| FAILED.contains(&code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_the_pager() {
        let named = |set: &[(&str, &str)]| {
            let value = |name: &str| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
            };
            pager(value).map(|pager| pager.into_string().unwrap())
        };
        assert_eq!(named(&[("CND_PAGER", "a -b"), ("PAGER", "c")]), Some("a -b".to_owned()));
        assert_eq!(named(&[("PAGER", "c")]), Some("c".to_owned()));
        assert_eq!(named(&[("CND_PAGER", ""), ("PAGER", "c")]), None);
        assert_eq!(named(&[("CND_PAGER", " ")]), None);
        assert_eq!(named(&[("PAGER", "c"), ("TERM", "dumb")]), None);
        assert_eq!(named(&[("PATH", "/nowhere")]), None);
    }
}
