//! Lists of mandates, as their paragraphs come.

use super::super::mandates::find;
use crate::document::{Cell, Kind, Paragraph};

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
            Paragraph { label, page: None, heading: None, kind, text, cell: None }
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
        ["# Commission on Narcotic Drugs resolutions", "12/11 Monday"],
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

/// The mandates of a table, given by its rows; its first row may be one cell above all columns.
fn in_table(rows: &[&str]) -> Vec<String> {
    let cells = rows.iter().enumerate().flat_map(|(row, line)| {
        let columns: Vec<&str> = line.split(" | ").collect();
        let is_wide = columns.len() == 1;
        columns.into_iter().enumerate().filter(|(_, text)| !text.is_empty()).map(
            move |(column, text)| Paragraph {
                label: "after 11".to_owned(),
                page: None,
                heading: None,
                kind: Kind::Cell,
                text: text.to_owned(),
                cell: Some(Cell {
                    row: row + 1,
                    first: column + 1,
                    last: if is_wide { 9 } else { column + 1 },
                }),
            },
        )
    });
    let mandates = find(&cells.collect::<Vec<_>>(), None);
    mandates.symbols.into_iter().flatten().map(|symbol| symbol.full).collect()
}

#[test]
fn a_column_or_a_row_of_a_table_is_the_list_of_its_heading_alone() {
    let assembly = "General Assembly resolutions";
    for (rows, expected) in [
        ([&format!("{assembly} | Votes"), "74/178 | 65/40"], "A/RES/74/178"),
        ([&format!("No. | {assembly} | Paras."), "1 | 74/178 | 52/53"], "A/RES/74/178"),
        ([assembly, "74/178 | Trees"], "A/RES/74/178"),
        ([assembly, "74/178 | 74/179"], "A/RES/74/178, A/RES/74/179"),
        (
            [&format!("{assembly} | Economic and Social Council resolutions"), "74/178 | 2024/8"],
            "A/RES/74/178, E/RES/2024/8",
        ),
        (
            ["Economic and Social Council resolutions | Biennium", "2024/8 | 2024/25"],
            "E/RES/2024/8",
        ),
        ([&format!("{assembly} | 74/178; 76/188"), "Dates | 42/11"], "A/RES/74/178, A/RES/76/188"),
        (["Board decisions | Implemented", "UNICEF | 12/15"], ""),
        (["Implementation of Commission resolutions", "Posts | 12/11"], ""),
        (["Programme and Commission resolutions", "62/2 | Leaves"], ""),
    ] {
        assert_eq!(in_table(&rows).join(", "), expected, "{rows:?}");
    }
}

#[test]
fn no_number_is_read_that_the_organ_cannot_have_given() {
    for (heading, number) in [
        ("# General Assembly resolutions", "12/15"),
        ("# General Assembly resolutions", "120/5"),
        ("# Security Council resolutions", "12 (2001)"),
        ("# Economic and Social Council decisions", "2024/03"),
        ("# Commission on Narcotic Drugs resolutions", "40/53"),
    ] {
        assert_eq!(mandates(&[heading, number]), (Vec::new(), 1), "{heading}: {number}");
    }
}

#[test]
fn a_number_with_its_title_on_the_line_has_no_other_below() {
    let head = "# General Assembly resolutions";
    assert_eq!(found(&[head, "70/1 Of trees", "# Other matters", "72/54 States"]), ["A/RES/70/1"]);
    assert_eq!(found(&[head, "70/1", "# Of trees", "72/54 States"]).len(), 2);
}
