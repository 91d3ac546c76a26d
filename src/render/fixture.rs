//! One small table with everything that is hard to write, and arbitrary tables.

use proptest::prelude::*;

use super::{Envelope, Format, Style, render};
use crate::view::{Cell, Heading, Table};

/// A heading for each name, ranked in their order.
pub(super) fn headings(names: &[&str]) -> Vec<Heading> {
    let heading = |(name, rank): (&&str, u8)| Heading {
        name: (*name).to_owned(),
        rank,
        ..Heading::default()
    };
    names.iter().zip(0..).map(heading).collect()
}

/// Pipes, newlines, quotes, a formula, an escape sequence, other scripts, nothing, lists and numbers.
pub(super) fn fixture() -> Table {
    let text = |text: &str| Cell::Text(text.to_owned());
    let list = |items: &[&str]| Cell::List(items.iter().map(|item| (*item).to_owned()).collect());
    Table {
        name: "things",
        grouped: None,
        columns: headings(&["id", "name", "partners", "programmes", "share", "lead", "value"]),
        rows: vec![
            vec![
                text("a-1"),
                text("Says \"no\" | yes,\nthen"),
                list(&["WHO", "UN-Women"]),
                Cell::Count(27),
                Cell::Share(0.541),
                Cell::Flag(true),
                Cell::Count(12),
            ],
            vec![
                text("b_2"),
                text("=1+1"),
                list(&[]),
                Cell::Count(3),
                Cell::Share(0.0),
                Cell::Flag(false),
                Cell::Count(1000),
            ],
            vec![
                text("no"),
                text(" 麻薬 <b>\u{1b}[31m "),
                list(&["2019-03"]),
                Cell::Empty,
                Cell::Share(1.0),
                Cell::Empty,
                Cell::Empty,
            ],
        ],
    }
}

pub(super) fn envelope() -> Envelope {
    let pair = |option: &str, value: &str| (option.to_owned(), value.to_owned());
    Envelope {
        notes: Vec::new(),
        dataset: "2020 note".into(),
        digest: "sha256:ab".into(),
        query: vec![pair("agency", "WHO"), pair("agency", "UNODC"), pair("pillar", "supply")],
        totals: vec![("of", 40)],
        sentences: vec![("newest", "It has it.".to_owned())],
        sources: vec![["A/1".into(), "=1+1".into(), "2020-03-06".into()]],
    }
}

pub(super) fn rendered(table: &Table, format: Format, style: &Style) -> String {
    let mut out = Vec::new();
    render(table, format, style, &envelope(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Any text, and more often than chance those that formats stumble over.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \\t\\r\\n,;|\"'=+@<>&#:\\\\a~-]{0,8}",
        "[0-9.eE:xo_+-]{0,6}",
        "\\PC{0,20}",
        prop::sample::select(vec![
            "12", "1.10", "NO", "no", "~", "2019-03", "2019-03-01", "", "y", "null", "1:30",
            "0x1f", ".inf", "inf", "nan", "1e3", "---", "...", "- a", "a: b", "a #b", "\u{85}",
            "\u{2028}", "\u{feff}", "[]", "{}", "&#32;", "<br>", "\\|", "\u{ffff}", "\u{10ffff}",
            "=", "<<", "a\nb\n", "\n", "\r\n",
        ])
        .prop_map(str::to_owned),
    ]
}

/// Any cell.
pub(super) fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        any_text().prop_map(Cell::Text),
        any::<u64>().prop_map(Cell::Count),
        (0..=1024).prop_map(|part| Cell::Share(f64::from(part) / 1024.0)),
        any::<bool>().prop_map(Cell::Flag),
        prop::collection::vec(any_text(), 0..4).prop_map(Cell::List),
        any_text().prop_map(Cell::Figure),
        prop::collection::vec(any_text(), 0..4).prop_map(Cell::Figures),
    ]
}

/// A table of one to four columns.
pub(super) fn any_table() -> impl Strategy<Value = Table> {
    (1_usize..5).prop_flat_map(|columns| {
        let row = prop::collection::vec(any_cell(), columns);
        prop::collection::vec(row, 0..5).prop_map(move |rows| Table {
            name: "things",
            columns: headings(&["id", "last_reported", "no", "share"][..columns]),
            rows,
            grouped: None,
        })
    })
}

/// The rows of a table as JSON and YAML have them; `jsonl_is_an_object_a_line` checks how each kind of cell is written.
pub(super) fn rows(table: &Table) -> Vec<serde_json::Value> {
    (0..table.rows.len()).map(|row| super::record::row(table, row)).collect()
}
