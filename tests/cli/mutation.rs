//! Datasets with something changed at random: nothing falls over, and the two readings agree.

use std::fs;
use std::path::PathBuf;

use cnd_tracker::check;
use cnd_tracker::diagnostic::Severity;
use cnd_tracker::load::{self, Source};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tempfile::TempDir;

use crate::support::DATA;

/// One change of a text.
#[derive(Debug, Clone)]
enum Change {
    /// Characters put in, or in the place of others.
    Put(usize, usize, String),
    /// A line taken out.
    Without(usize),
    /// A line put before another.
    Moved(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0..100_000_usize;
    let piece = "(id|name|kind|number|: |- |\"|'|\\[|\\]|\\{|\\}|,|#|&a |\\*a|~|!x |\n|\n  |  |\t|12|x|é|\u{200b}|---\n|\\PC){1,2}";
    prop_oneof![
        (at.clone(), 0..3_usize, piece)
            .prop_map(|(at, length, text)| Change::Put(at, length, text)),
        at.clone().prop_map(Change::Without),
        (at.clone(), at).prop_map(|(from, to)| Change::Moved(from, to)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for change in changes {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        text = match change {
            Change::Put(at, length, new) => {
                let chars: Vec<char> = text.chars().collect();
                let at = at % (chars.len() + 1);
                let behind = (at + length).min(chars.len());
                chars[..at]
                    .iter()
                    .copied()
                    .chain(new.chars())
                    .chain(chars[behind..].iter().copied())
                    .collect()
            }
            Change::Without(line) if !lines.is_empty() => {
                lines.remove(line % lines.len());
                lines.concat()
            }
            Change::Moved(from, to) if !lines.is_empty() => {
                let line = lines.remove(from % lines.len());
                lines.insert(to % (lines.len() + 1), line);
                lines.concat()
            }
            _ => text.clone(),
        };
    }
    text
}

fn agree(path: PathBuf, text: &str) -> Result<(), TestCaseError> {
    fs::write(&path, text).unwrap();
    let source = Source::Path(path);
    let inspection = load::inspect(&source).unwrap();
    let faults = check::check(inspection.dataset(), inspection.unread());
    let findings = inspection.findings(faults);
    let lines = text.lines().count().max(1);
    for finding in &findings {
        let ((line, column), end) = (finding.spot.span.start, finding.spot.span.end);
        let inside = line <= lines + 1 && column >= 1 && (line, column) <= end;
        prop_assert!(inside, "{finding}");
    }
    match load::load_by(check::errors, &source) {
        Err(load::Error::Invalid(errors)) => {
            prop_assert!(!errors.is_empty());
            let of_check = findings.iter().filter(|f| f.code.severity() == Severity::Error);
            prop_assert!(of_check.eq(&errors), "refused for {errors:?}");
        }
        Err(other) => return Err(TestCaseError::fail(other.to_string())),
        Ok(dataset) => {
            let errors = findings.iter().any(|f| f.code.severity() == Severity::Error);
            prop_assert!(!errors, "loaded in spite of {findings:?}");
            let written = serde_json::to_string(dataset.records()).unwrap();
            let again = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(dataset.records(), &again);
        }
    }
    Ok(())
}

#[test]
fn whatever_is_changed_the_two_readings_agree() {
    let small: String = ["agencies", "pillars", "documents", "programmes", "commitments"]
        .map(|list| fs::read_to_string(format!("{DATA}/small/{list}.yaml")).unwrap())
        .concat();
    let folder = TempDir::new().unwrap();
    let config = Config { cases: 1_500, failure_persistence: None, ..Config::default() };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let changes = proptest::collection::vec(change(), 1..4);
    let checked = runner
        .run(&changes, |changes| agree(folder.path().join("a.yaml"), &changed(&small, &changes)));
    if let Err(failure) = checked {
        panic!("{failure}");
    }
}
