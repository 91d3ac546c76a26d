//! Gaps, and the statuses of commitments, over two invented editions of a note.

use std::collections::BTreeSet;

use cnd_tracker::model::{Status, Vocabulary};
use cnd_tracker::query::GapKind;

use crate::support::{DATA, Test};

/// A run on the two editions.
fn editions(args: &str) -> Test {
    Test::small(args).env("CND_DATA", &format!("{DATA}/second-edition/session-164.yaml"))
}

/// What stands in the first column of this listing.
fn first_column(args: &str) -> BTreeSet<String> {
    let run = editions(args).output();
    let word =
        |line: &str| line.trim_start_matches('"').split([' ', ',']).next().unwrap().to_owned();
    run.quiet().lines().skip(1).map(word).collect()
}

#[test]
fn the_editions_have_every_status_and_every_kind_of_gap() {
    let words = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(first_column("commitments --columns status -f csv"), words(Status::words()));
    assert_eq!(first_column("gaps --columns gap -f csv"), words(GapKind::words()));
}

#[test]
fn no_row_is_lost_between_the_kinds() {
    let count = |args: &str| editions(args).output().quiet().lines().count() - 1;
    let all = count("gaps -f csv");
    let kinds = GapKind::words();
    let of = |kind: &&str| count(&format!("gaps --kind-of-gap {kind} -f csv"));
    assert_eq!(all, kinds.iter().map(of).sum::<usize>());
}

#[test]
fn nothing_says_that_somebody_did_not_act() {
    for run in [editions("gaps -f csv").output(), Test::new(["gaps", "-f", "csv"]).output()] {
        for words in ["did not", "failed", "no action", "inactive"] {
            assert!(!run.quiet().contains(words), "{words}");
        }
    }
}

#[test]
fn editions_that_make_commitments_are_compared_by_what_they_report_all_the_same() {
    let path = format!("{DATA}/second-edition/session-164.yaml");
    let made = |note: &str| {
        format!(
            "\n  - {{id: made-in-{note}, statement: Plant., force: committed, made_by: [member-states], instrument: {note}, pillar: evolving-trends, \
             filed_by: editors, sources: [{{document: {note}, paragraph: \"1\"}}]}}"
        )
    };
    let made = ["note-2120", "note-2121"].map(made).concat();
    let text = std::fs::read_to_string(path).unwrap();
    let args = "diff --documents note-2120 note-2121 -f csv --columns change,id";
    let with = Test::line(&format!("{args} --data with.yaml"))
        .file("with.yaml", text.replace("\ncommitments:", &format!("\ncommitments:{made}")))
        .output();
    let without = editions(args).output();
    let of_work = |run: &crate::support::Run| {
        let lines = run.stdout.lines().map(str::to_owned);
        lines.filter(|line| !line.contains("made-in-")).collect::<Vec<_>>()
    };
    assert_eq!(of_work(&with), of_work(&without));
    assert!(of_work(&with).len() > 5);
}
