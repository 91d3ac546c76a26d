//! Findings as people read them: the place, the sentence, the line with a caret under what is meant.

use unicode_width::UnicodeWidthStr;

use crate::diagnostic::{Finding, Severity};
use crate::load::Source;
use crate::query::argument;
use crate::render::visible;

use super::counted;

/// Other commands show so many findings of a dataset that they refuse.
const FIRST: usize = 5;

/// The findings, one after the other, each with an empty line behind it.
pub fn text(findings: &[Finding], color: bool) -> String {
    findings.iter().map(|finding| one(finding, color)).collect()
}

fn one(finding: &Finding, color: bool) -> String {
    let Finding { code, spot, excerpt, help, .. } = finding;
    let (severity, code) = (code.severity(), <&str>::from(code));
    let word: &str = severity.into();
    let (on, off) = match (color, severity) {
        (false, _) => ("", ""),
        (true, Severity::Error) => ("\u{1b}[1;31m", "\u{1b}[0m"),
        (true, Severity::Warning) => ("\u{1b}[1;33m", "\u{1b}[0m"),
    };
    let place = visible(&spot.to_string()).into_owned();
    let sentence = finding.sentence();
    let mut text = format!("{place}: {on}{word}[{code}]{off}: {}\n", visible(&sentence));
    let [before, marked, after] =
        [&excerpt.before, &excerpt.marked, &excerpt.after].map(|part| shown(part));
    if !(before.trim().is_empty() && marked.is_empty()) {
        let number = spot.span.start.0.to_string();
        let gutter = " ".repeat(number.len());
        let indent = " ".repeat(before.width());
        let carets = "^".repeat(marked.width().max(1));
        text.push_str(&format!("  {number} | {before}{marked}{after}\n"));
        text.push_str(&format!("  {gutter} | {indent}{on}{carets}{off}\n"));
    }
    if let Some(help) = help {
        text.push_str(&format!("  help: {}\n", visible(help)));
    }
    text.push('\n');
    text
}

/// A part of a line as it stands on a screen.
fn shown(part: &str) -> String {
    visible(&part.replace('\t', "    ")).into_owned()
}

/// Why a dataset is refused: its first findings, how many more there are, and what to do.
pub fn refusal(findings: &[Finding], source: &Source, color: bool) -> String {
    let all = findings.len();
    let check = match source {
        Source::Path(path) => format!("cnd check {}", argument(&path.display().to_string())),
        Source::Stdin => "cnd check -".to_owned(),
        Source::Embedded | Source::Memory(_) => "cnd check".to_owned(),
    };
    let shown = text(&findings[..all.min(FIRST)], color);
    let rest = match all.saturating_sub(FIRST) {
        0 => String::new(),
        more => format!(", {more} more than are shown here"),
    };
    let check = visible(&check).into_owned();
    format!(
        "{shown}error: the dataset is not valid: {}{rest}; run `{check}`\n",
        counted(all, "error")
    )
}
