//! Lists of mandates, as their paragraphs come.

use super::super::mandates::find;
use crate::document::{Kind, Paragraph};

/// The mandates of paragraphs that are written with `#` for a heading and `|` for a cell.
fn mandates(lines: &[&str]) -> (Vec<String>, usize) {
    let paragraphs: Vec<Paragraph> = lines
        .iter()
        .map(|line| {
            let (kind, text) = match line.split_at(2) {
                ("# ", text) => (Kind::Heading, text),
                ("| ", text) => (Kind::Cell, text),
                _ => (Kind::Body, *line),
            };
            let label = if line.starts_with("12. ") { "12" } else { "after 11" };
            let (label, text) = (label.to_owned(), text.to_owned());
            Paragraph { label, page: None, heading: None, kind, text }
        })
        .collect();
    let mandates = find(&paragraphs, None);
    let found = mandates.symbols.into_iter().flatten().map(|symbol| symbol.full);
    (found.collect(), mandates.unread)
}

fn found(lines: &[&str]) -> Vec<String> {
    mandates(lines).0
}

#[test]
fn numbers_below_the_name_of_an_organ_are_its_resolutions() {
    let assembly = "# General Assembly resolutions";
    for (heading, cell, expected) in [
        (assembly, "| 48/112; 52/92", "A/RES/48/112, A/RES/52/92"),
        (assembly, "| S-20/4", "A/RES/S-20/4"),
        (assembly, "1472 A (XIV); 61/111", "A/RES/1472 A (XIV), A/RES/61/111"),
        (assembly, "| 70/1 Of trees", "A/RES/70/1"),
        ("# A. General Assembly resolution", "# 70/1", "A/RES/70/1"),
        ("# Assembly resolutions", "| 70/1", "A/RES/70/1"),
        ("# Security Council resolutions", "| 1540 (2004)", "S/RES/1540 (2004)"),
        (
            "# Commission on Narcotic Drugs resolutions, decisions, statements and declarations",
            "| 68/1",
            "Commission on Narcotic Drugs resolution 68/1",
        ),
        (
            "# Commission on Narcotic Drugs resolutions and decisions",
            "| Decision 63/15",
            "Commission on Narcotic Drugs decision 63/15",
        ),
        (
            "# Conference of the States Parties to the Convention on Trees resolutions",
            "| 1/1; 2/1",
            "Conference of the States Parties resolution 1/1, Conference of the States Parties resolution 2/1",
        ),
        (
            "# Economic and Social Council resolutions and decisions",
            "| 1967/1196 (XLII); 1991/48",
            "E/RES/1196 (XLII), E/RES/1991/48",
        ),
        (
            "# Economic and Social Council decisions",
            "| 2005/247",
            "Economic and Social Council decision 2005/247",
        ),
        ("# Resolutions adopted by the General Assembly", "| 70/1", "A/RES/70/1"),
        (
            "# Executive Board of Trees decisions",
            "| 2025/4",
            "Executive Board of Trees decision 2025/4",
        ),
    ] {
        assert_eq!(found(&[heading, cell]).join(", "), expected, "{heading}: {cell}");
    }
}

#[test]
fn a_list_goes_on_behind_titles_and_ends_with_the_next_heading_or_paragraph() {
    let head = "# General Assembly resolutions";
    assert_eq!(found(&[head, "70/1", "# Of trees", "70/2"]), ["A/RES/70/1", "A/RES/70/2"]);
    assert_eq!(found(&[head, "# Of trees", "70/2"]), [""; 0]);
    assert_eq!(found(&[head, "12. It met.", "| 70/2"]), [""; 0]);
    assert_eq!(
        found(&["| General Assembly resolutions", "| 70/1", "| Of trees", "70/2"]),
        ["A/RES/70/1"]
    );
    assert_eq!(found(&["Economic and Social Council resolutions 2001/1 Of trees"]).len(), 1);
}

#[test]
fn what_is_no_mandate_stays_a_number() {
    let none = [""; 0];
    let council = "# Economic and Social Council resolutions";
    for lines in [
        ["# Cancellation of commitments", "| 2022/23"],
        ["# General Assembly resolutions", "| 2022/23"],
        [council, "| 12/4"],
        ["# General Assembly resolution 70/1", "| 70/2"],
        ["# Parliamentary Assembly resolutions", "| 30/2x"],
        ["# Example General Assembly resolutions", "| 70/2"],
        ["# Follow-up to resolutions", "| 70/2"],
        [council, "| 2001/1 of the trees"],
        ["It recalled the Economic and Social Council resolutions", "2001/1"],
        ["| General Assembly resolutions", "| Economic and Social Council resolutions"],
    ] {
        assert_eq!(found(&lines), none, "{lines:?}");
    }
    let columns = ["| General Assembly resolutions", "| Security Council resolutions", "| 70/1"];
    assert_eq!(found(&columns), none);
}

#[test]
fn numbers_that_are_not_read_are_counted() {
    let head = "# General Assembly resolutions";
    assert_eq!(mandates(&[head, "| 70/1", "| Of trees"]).1, 0);
    assert_eq!(mandates(&[head, "| 70/1", "| On resolution 68/1"]).1, 0);
    assert_eq!(mandates(&[head, "70/1 Of trees 71/1 Of shade 72/1 Of wood"]).1, 2);
    assert_eq!(mandates(&[head, "| 2022/23"]).1, 1);
    assert_eq!(mandates(&["# Follow-up to resolutions", "| 70/2; 71/1"]).1, 2);
    assert_eq!(mandates(&["# Cancellation of commitments", "| 2022/23"]).1, 0);
}
