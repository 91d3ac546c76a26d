//! How tables for people are laid out: widths, groups, notes, bars.

use cnd_tracker::render::{Envelope, Format, Style, render, visible};
use cnd_tracker::view::{Cell, Heading, Table};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::formats::{any_table, any_text, fixture, headings, rendered, table};

/// No line is wider than the table may be from here on: it is the width of the widest character.
const NARROWEST: usize = 2;

fn wide(width: usize) -> Style {
    Style { width: Some(width), terminal: true, ..Style::default() }
}

fn named(rows: &[[&str; 2]]) -> Table {
    let rows = rows.iter().map(|row| row.map(|text| Cell::Text(text.to_owned())).to_vec());
    table(&["id", "name"], rows.collect())
}

#[test]
fn rows_stand_apart_where_most_of_them_wrap() {
    let [first, second] = [["a-1", "one two three four"], ["b_2", "five six seven eight"]];
    let expected = concat!(
        "id   name\n",
        "───────────────\n",
        "a-1  one two\n",
        "     three four\n",
        "\n",
        "b_2  five six\n",
        "     seven\n",
        "     eight\n",
        "\n",
        "c    x\n",
    );
    let table = named(&[first, second, ["c", "x"]]);
    assert_eq!(rendered(&table, Format::Table, &wide(15)), expected);
    let expected = concat!(
        "id   name\n",
        "───────────────\n",
        "a-1  one two\n",
        "     three four\n",
        "c    x\n",
    );
    let table = named(&[first, ["c", "x"]]);
    assert_eq!(rendered(&table, Format::Table, &wide(15)), expected);
}

#[test]
fn what_all_rows_have_in_common_stands_above() {
    let mut table = named(&[["a", "x"], ["b", "x"]]);
    table.columns.extend(headings(&["note", "count", "remark"]));
    table.columns[4].is_note = true;
    let more = [Cell::Empty, Cell::Count(7), Cell::Empty];
    table.rows.iter_mut().for_each(|row| row.extend(more.clone()));
    table.mark_same();
    let expected =
        "name: x\nnot shown (empty): note\n\nid  count\n─────────\na       7\nb       7\n";
    assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
    table.rows.truncate(1);
    let expected = concat!(
        "id  name  note  count  remark\n",
        "─────────────────────────────\n",
        "a   x               7\n"
    );
    assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
}

#[test]
fn what_rows_have_in_common_is_judged_before_some_are_left_out() {
    let mut table = named(&[["a", "x"], ["b", "x"], ["c", "y"]]);
    table.mark_same();
    table.rows.truncate(2);
    let expected = "id  name\n────────\na   x\nb   x\n";
    assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
    table.columns[1].is_same = true;
    table.columns[1].stays = true;
    assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
}

#[test]
fn groups_stand_under_their_headings() {
    let mut table = named(&[["a", "x"], ["b", "x"], ["c", ""]]);
    table.grouped = Some(1);
    table.mark_same();
    let expected = "id\n──\nx\na\nb\n\nno\nna\nme\n\nc\n";
    assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
    let style = Style { color: true, ..wide(40) };
    let bold = |text: &str| format!("\u{1b}[1m{text}\u{1b}[0m");
    let expected = format!(
        "{}\n\u{1b}[2m──\u{1b}[0m\n{}\na\nb\n\n{}\n{}\n{}\n\nc\n",
        bold("id"),
        bold("x"),
        bold("no"),
        bold("na"),
        bold("me")
    );
    assert_eq!(rendered(&table, Format::Table, &style), expected);
    table.rows.truncate(2);
    table.mark_same();
    let expected = "name: x\n\nid\n──\na\nb\n";
    assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
    for (id, expected) in [
        ("12345678", "id\n────────\n── A/1 ─\n12345678\n\n── A/2 ─\n12345678\n"),
        ("123456", "id\n──────\nA/1\n123456\n\nA/2\n123456\n"),
    ] {
        let mut table = named(&[[id, "A/1"], [id, "A/2"]]);
        table.grouped = Some(1);
        assert_eq!(rendered(&table, Format::Table, &wide(40)), expected);
    }
}

#[test]
fn a_note_stands_below_where_it_does_not_fit() {
    let mut table = named(&[["a", "one two three"], ["b", ""]]);
    table.columns[1].is_note = true;
    table.columns[1].rank = 9;
    table.mark_same();
    let remarks = |width| {
        let mut out = Vec::new();
        let envelope = Envelope::default();
        let remarks = render(&table, Format::Table, &wide(width), &envelope, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), remarks.hidden)
    };
    let beside = "id  name\n─────────────────\na   one two three\nb\n";
    assert_eq!(remarks(20), (beside.to_owned(), vec![]));
    let below = "id\n──\na\nb\n\na: one two\nthree\n";
    assert_eq!(remarks(10), (below.to_owned(), vec![]));
}

#[test]
fn colour_and_ascii_change_no_layout() {
    let mut table = fixture();
    table.columns.truncate(1);
    table.rows.iter_mut().for_each(|row| row.truncate(1));
    let style = Style { color: true, ascii: true, ..wide(20) };
    let expected = "\u{1b}[1mid\u{1b}[0m\n\u{1b}[2m---\u{1b}[0m\na-1\nb_2\nno\n";
    assert_eq!(rendered(&table, Format::Table, &style), expected);
}

#[test]
fn bars_are_as_long_as_shares_are_great() {
    let shares = [0.0, 0.04, 0.05, 0.541, 1.0, 7.0, -1.0, f64::NAN];
    let rows = shares.map(|share| vec![Cell::Share(share), Cell::text("|")]).to_vec();
    let bars = |ascii| {
        let output = rendered(
            &table(&["a", "b"], rows.clone()),
            Format::Table,
            &Style { ascii, ..wide(80) },
        );
        let bar = |line: &str| line.split(['%', '|']).nth(1).unwrap().trim().to_owned();
        output.lines().skip(2).map(bar).collect::<Vec<_>>()
    };
    assert_eq!(bars(false), ["", "▍", "▍", "████▍", "████████", "████████", "", ""]);
    assert_eq!(bars(true), ["", "", "", "####", "########", "########", "", ""]);
}

#[test]
fn a_text_wider_than_can_be_counted_does_no_harm() {
    let row = vec![Cell::Text("wide ".repeat(20_000)), Cell::Text("x".repeat(70_000))];
    let table = table(&["a", "b"], vec![row]);
    for width in [None, Some(0), Some(40), Some(usize::MAX)] {
        rendered(&table, Format::Table, &Style { width, ..Style::default() });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_width(table in any_table(), width in 0_usize..=200) {
        for line in rendered(&table, Format::Table, &wide(width)).lines() {
            prop_assert!(line.width() <= width || width < NARROWEST, "{line:?} in {width}");
        }
    }

    #[test]
    fn every_character_survives(text in any_text(), width in 0_usize..=40) {
        let row = vec![Cell::Text(text.clone())];
        let table = table(&["a"], vec![row]);
        let output = rendered(&table, Format::Table, &wide(width));
        let body: String = output.lines().skip(2).collect();
        prop_assert_eq!(body.replace(' ', ""), visible(&text).replace(' ', ""));
    }
}

#[test]
fn a_column_that_is_mostly_empty_goes_before_one_that_matters_less() {
    let text = "some words that take room";
    let mut table = named(&[[text, ""], [text, ""], [text, "a b c d e f g h"]]);
    let [id, name] = [0, 1].map(|at| table.columns[at].clone());
    table.columns = vec![
        id,
        Heading { rank: 2, ..name.clone() },
        Heading { name: "kind".into(), rank: 3, ..name },
    ];
    table.rows.iter_mut().for_each(|row| row.push(Cell::text("of some kind")));
    table.rows[0][2] = Cell::text("of another");
    let shown = rendered(&table, Format::Table, &wide(30));
    assert!(shown.starts_with("id") && shown.lines().next().unwrap().ends_with("kind"), "{shown}");
}
