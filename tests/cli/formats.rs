//! Small tables in every format: what is written reads back as what it was.

use std::io::{self, Write};

use cnd_tracker::invisible::is_invisible;
use cnd_tracker::render::{Envelope, Format, Style, for_people, render};
use cnd_tracker::view::{Cell, Heading, Table};
use proptest::prelude::*;
use serde_json::{Value, json};
use strum::VariantArray;

/// A heading for each name, ranked in their order.
pub fn headings(names: &[&str]) -> Vec<Heading> {
    let heading = |(name, rank): (&&str, u8)| Heading {
        name: (*name).to_owned(),
        rank,
        ..Heading::default()
    };
    names.iter().zip(0..).map(heading).collect()
}

/// Pipes, newlines, quotes, a formula, an escape sequence, other scripts, nothing, lists and numbers.
pub fn fixture() -> Table {
    let list = |items: &[&str]| Cell::list(items);
    table(
        &["id", "name", "partners", "programmes", "share", "lead", "value"],
        vec![
            vec![
                Cell::text("a-1"),
                Cell::text("Says \"no\" | yes,\nthen"),
                list(&["WHO", "UN-Women"]),
                Cell::Count(27),
                Cell::Share(0.541),
                Cell::Flag(true),
                Cell::Count(12),
            ],
            vec![
                Cell::text("b_2"),
                Cell::text("=1+1"),
                list(&[]),
                Cell::Count(3),
                Cell::Share(0.0),
                Cell::Flag(false),
                Cell::Count(1000),
            ],
            vec![
                Cell::text("no"),
                Cell::text(" 麻薬 <b>\u{1b}[31m "),
                list(&["2019-03"]),
                Cell::Empty,
                Cell::Share(1.0),
                Cell::Empty,
                Cell::Empty,
            ],
        ],
    )
}

pub fn envelope() -> Envelope {
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

pub fn rendered(table: &Table, format: Format, style: &Style) -> String {
    let mut out = Vec::new();
    render(table, format, style, &envelope(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Any text, and more often than chance those that formats stumble over.
pub fn any_text() -> impl Strategy<Value = String> {
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
pub fn any_cell() -> impl Strategy<Value = Cell> {
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
pub fn any_table() -> impl Strategy<Value = Table> {
    (1_usize..5).prop_flat_map(|columns| {
        let row = prop::collection::vec(any_cell(), columns);
        let rows = prop::collection::vec(row, 0..5);
        rows.prop_map(move |rows| table(&["id", "last_reported", "no", "share"][..columns], rows))
    })
}

/// A table with these columns.
pub fn table(names: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { name: "things", columns: headings(names), rows, grouped: None }
}

/// The cell as a program reads it in a format of plain texts.
fn for_programs(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Flag(flag) => flag.to_string(),
        cell => cell.to_string(),
    }
}

fn texts(table: &Table, read: impl Fn(&Cell) -> String) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(&read).collect()).collect()
}

/// The rows of a table as JSON and YAML have them.
fn objects(table: &Table) -> Value {
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) | Cell::Figure(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Share(share) if share.fract() == 0.0 => json!(*share as u64),
        Cell::Share(share) => json!((share * 10_000.0).round() / 10_000.0),
        Cell::Flag(flag) => json!(flag),
        Cell::List(items) | Cell::Figures(items) => json!(items),
    };
    let names = || table.columns.iter().map(|heading| heading.name.clone());
    table.rows.iter().map(|row| names().zip(row.iter().map(value)).collect::<Value>()).collect()
}

pub fn csv_records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn without_backslashes(value: &str) -> String {
    let mut text = String::new();
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        text.push(match c {
            '\\' => match rest.next().unwrap() {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                c => c,
            },
            c => c,
        });
    }
    text
}

/// What a reader of markdown takes a line for: pipes and escapes first, then entities and breaks.
fn markdown_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let cell = cells.last_mut().unwrap();
        let taken = if c == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) {
            cell.push_str(&rest[..2]);
            2
        } else if c == '|' {
            cells.push(String::new());
            1
        } else {
            cell.push(c);
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    assert_eq!((cells.remove(0), cells.pop()), (String::new(), Some(String::new())));
    cells
        .iter()
        .map(|cell| without_escapes(cell.trim_matches([' ', '\t', '\n', '\u{b}', '\u{c}', '\r'])))
        .collect()
}

fn without_escapes(cell: &str) -> String {
    let mut text = String::new();
    let mut rest = cell;
    while let Some(c) = rest.chars().next() {
        let (piece, taken) =
            if c == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) {
                (rest[1..2].to_owned(), 2)
            } else if rest.starts_with("<br>") {
                ("\n".to_owned(), 4)
            } else if let Some(entity) = rest.strip_prefix("&#") {
                let end = entity.find(';').unwrap();
                let code: u32 = entity[..end].parse().unwrap();
                (char::from_u32(code).unwrap().to_string(), end + 3)
            } else {
                (c.to_string(), c.len_utf8())
            };
        text.push_str(&piece);
        rest = &rest[taken..];
    }
    text
}

#[test]
fn nothing_invisible_reaches_a_terminal() {
    let style = Style { terminal: true, excel: true, ..Style::default() };
    for format in Format::VARIANTS.iter().filter(|format| !format.is_binary()) {
        let output = rendered(&fixture(), *format, &style);
        let kept = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{feff}');
        assert_eq!(output.chars().find(|c| is_invisible(*c) && !kept(*c)), None);
        let written = match format {
            Format::Mermaid => "u#123;1b#125;",
            Format::Json | Format::Jsonl | Format::Yaml => "u001b",
            _ => "u{1b}",
        };
        assert!(output.contains(written), "{output}");
    }
}

#[test]
fn a_table_without_rows_or_columns_is_written_in_every_format() {
    for names in [&[][..], &["id"]] {
        let table = table(names, vec![]);
        for format in Format::VARIANTS.iter().filter(|format| !format.is_binary()) {
            rendered(&table, *format, &Style::default());
        }
    }
}

#[test]
fn two_ends_that_look_alike_are_two_nodes() {
    let row = ["DPA", "DPA", "dpa-unodc", "dpa-un"].map(Cell::text).to_vec();
    let table = table(&["agency_a", "agency_b", "id_a", "id_b"], vec![row]);
    let dot = rendered(&table, Format::Dot, &Style::default());
    assert!(dot.contains("\"dpa-un\"") && dot.contains("\"dpa-unodc\""), "{dot}");
}

#[test]
fn failures_to_write_keep_their_kind() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut table = fixture();
    table.rows = table.rows.iter().cycle().take(2_000).cloned().collect();
    for format in Format::VARIANTS {
        let error = render(&table, *format, &Style::default(), &envelope(), &mut Closed);
        assert_eq!(error.unwrap_err().kind(), io::ErrorKind::BrokenPipe, "{format:?}");
    }
}

#[test]
fn a_lone_empty_cell_is_no_blank_line() {
    let rows = vec![vec![Cell::Empty], vec![Cell::Text(String::new())], vec![Cell::Count(1)]];
    let output = rendered(&table(&["id"], rows), Format::Csv, &Style::default());
    assert_eq!(output, "id\n\"\"\n\"\"\n1\n");
}

#[test]
fn in_tsv_what_would_end_a_value_is_escaped() {
    let rows = vec![vec![Cell::text("a\tb\\\r\n"), Cell::Count(1)]];
    let output = rendered(&table(&["id", "n"], rows), Format::Tsv, &Style::default());
    assert_eq!(output, "id\tn\na\\tb\\\\\\r\\n\t1\n");
}

#[test]
fn jsonl_is_an_object_a_line() {
    let expected = concat!(
        "{\"id\":\"a-1\",\"name\":\"Says \\\"no\\\" | yes,\\nthen\",\"partners\":[\"WHO\",\"UN-Women\"],\"programmes\":27,\"share\":0.541,\"lead\":true,\"value\":12}\n",
        "{\"id\":\"b_2\",\"name\":\"=1+1\",\"partners\":[],\"programmes\":3,\"share\":0,\"lead\":false,\"value\":1000}\n",
        "{\"id\":\"no\",\"name\":\" 麻薬 <b>\\u001b[31m \",\"partners\":[\"2019-03\"],\"programmes\":null,\"share\":1,\"lead\":null,\"value\":null}\n",
    );
    assert_eq!(rendered(&fixture(), Format::Jsonl, &Style::default()), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_texts_read_back_as_the_same_cells(table in any_table()) {
        let written = |format| rendered(&table, format, &Style::default());
        let expected = texts(&table, for_programs);
        prop_assert_eq!(&csv_records(&written(Format::Csv))[1..], &expected[..]);
        let tsv = written(Format::Tsv);
        let lines = tsv.split_terminator('\n').skip(1);
        let read: Vec<Vec<String>> =
            lines.map(|line| line.split('\t').map(without_backslashes).collect()).collect();
        prop_assert_eq!(read, expected);
        let markdown = written(Format::Markdown);
        let read: Vec<Vec<String>> =
            markdown.split_terminator('\n').skip(2).map(markdown_cells).collect();
        prop_assert_eq!(read, texts(&table, |cell| for_people(cell).into_owned()));
    }

    #[test]
    fn objects_read_back_as_the_same_values(table in any_table()) {
        let written = |format| rendered(&table, format, &Style::default());
        let json: Value = serde_json::from_str(&written(Format::Json)).unwrap();
        prop_assert_eq!(&json["items"], &objects(&table));
        prop_assert_eq!(&json["count"], table.rows.len());
        let yaml: Value = serde_yaml::from_str(&written(Format::Yaml)).unwrap();
        prop_assert_eq!(&yaml["items"], &json["items"]);
        let lines = written(Format::Jsonl);
        let items: Value = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect();
        prop_assert_eq!(&items, &json["items"]);
    }

    #[test]
    fn for_spreadsheets_texts_alone_have_an_apostrophe_and_formulas_all(table in any_table()) {
        let output = rendered(&table, Format::Csv, &Style { excel: true, ..Style::default() });
        let read = csv_records(output.strip_prefix('\u{feff}').unwrap());
        for (row, cells) in read.iter().skip(1).zip(&table.rows) {
            for (text, cell) in row.iter().zip(cells) {
                let original = for_programs(cell);
                let is_text = !matches!(cell, Cell::Empty | Cell::Count(_) | Cell::Share(_) | Cell::Flag(_));
                let is_formula = original.trim_start().starts_with(['=', '+', '-', '@']);
                let is_marked = *text == format!("'{original}");
                prop_assert!(is_marked && is_text || *text == original && !(is_text && is_formula), "{text}");
            }
        }
    }

    #[test]
    fn nothing_that_xml_cannot_hold_is_written(table in any_table()) {
        let output = rendered(&table, Format::Graphml, &Style::default());
        let legal = |c: char| match c {
            '\n' => true,
            c => c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'),
        };
        prop_assert!(output.chars().all(legal));
        // Outside of tags there is no `<`, and each `&` begins an entity.
        for part in output.split('&').skip(1) {
            let known = ["amp;", "lt;", "gt;", "quot;"].iter().any(|e| part.starts_with(e));
            prop_assert!(known, "{part}");
        }
        prop_assert_eq!(output.matches('<').count(), output.matches('>').count());
    }
}
