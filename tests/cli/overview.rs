//! `cnd` alone

use crate::support::Test;

#[test]
fn of_no_agencies_none_is_counted() {
    let data = "pillars: [{id: p, number: 1, name: P}]\n";
    let run = Test::new(["--data", "d.yaml"]).file("d.yaml", data).output();
    assert_eq!(
        run.stdout.lines().nth(1),
        Some("no agencies; no documents (d.yaml)"),
        "{}",
        run.stdout
    );
}

#[test]
fn the_documents_that_have_been_read_stand_side_by_side_on_a_usual_terminal() {
    let run = Test::line("--width 80").output();
    let (_, documents) = run.stdout.split_once("Documents that have been read:\n").unwrap();
    let lines: Vec<&str> =
        documents.lines().take_while(|line| !line.contains(" that these cite")).collect();
    let column = lines[0].find("  read").unwrap();
    for line in &lines {
        assert!(line.chars().count() <= 80 && line.chars().nth(column + 1) == Some(' '), "{line}");
    }
}
