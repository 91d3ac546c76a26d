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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Excerpt, Span, Spot};

    fn drawn(before: &str, marked: &str, after: &str) -> String {
        let [before, marked, after] = [before, marked, after].map(str::to_owned);
        text(
            &[Finding {
                code: Code::BadId,
                message: "m".to_owned(),
                help: None,
                spot: Spot { file: "f".to_owned(), span: Span::at(7, 3), cell: None },
                other: None,
                excerpt: Excerpt { before, marked, after },
            }],
            false,
        )
    }

    #[test]
    fn the_caret_stands_under_the_value_whatever_stands_before_it() {
        for (before, marked, line, caret) in [
            ("a: ", "bc", "a: bc!", "   ^^"),
            ("\ta: ", "b", "    a: b!", "       ^"),
            ("é ü: ", "b", "é ü: b!", "     ^"),
            ("麻薬: ", "麻", "麻薬: 麻!", "      ^^"),
            ("a\u{202e}: ", "b", "a\\u{202e}: b!", "           ^"),
            ("e\u{301}: ", "", "e\u{301}: !", "   ^"),
        ] {
            let expected = format!("f:7:3: error[bad-id]: m\n  7 | {line}\n    | {caret}\n\n");
            assert_eq!(drawn(before, marked, "!"), expected);
        }
    }
}
