//! Workbooks as calamine reads them.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use cnd_tracker::render::{Format, Style, render};
use cnd_tracker::view::{Cell, Table};

use crate::formats::{envelope, fixture, table};

fn written(table: &Table) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    let remarks = render(table, Format::Xlsx, &Style::default(), &envelope(), &mut out).unwrap();
    (out, remarks.too_long)
}

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn a_workbook_reads_back_as_the_same_cells() {
    let rows = sheet(&written(&fixture()).0, "things");
    let expected = [
        vec![
            text("a-1"),
            text("Says \"no\" | yes,\nthen"),
            text("WHO\nUN-Women"),
            Data::Float(27.0),
            Data::Float(0.541),
            Data::Bool(true),
            Data::Float(12.0),
        ],
        vec![
            text("b_2"),
            text("=1+1"),
            Data::Empty,
            Data::Float(3.0),
            Data::Float(0.0),
            Data::Bool(false),
            Data::Float(1000.0),
        ],
    ];
    let names = ["id", "name", "partners", "programmes", "share", "lead", "value"].map(text);
    assert_eq!(rows[0], names);
    assert_eq!(rows[1..3], expected);
    assert_eq!(
        rows[3][2..],
        [text("2019-03"), Data::Empty, Data::Float(1.0), Data::Empty, Data::Empty]
    );
}

#[test]
fn days_are_dates_and_links_can_be_followed() {
    let rows = ["2020-03-06", "2020-03", "007", "https://www.unodc.org/a?b=c"];
    let rows = rows.map(|text| vec![Cell::Text(text.to_owned())]).to_vec();
    let bytes = written(&table(&["a"], rows)).0;
    let read = sheet(&bytes, "things");
    assert!(matches!(&read[1][0], Data::DateTime(day) if day.as_f64() == 43_896.0), "{read:?}");
    assert_eq!(read[2..], ["2020-03", "007", "https://www.unodc.org/a?b=c"].map(|t| vec![text(t)]));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    for kept in ["state=\"frozen\"", "<autoFilter ref=\"A1:A5\"", "<hyperlink ref=\"A5\""] {
        assert!(xml.contains(kept), "{kept}: {xml}");
    }
    assert!(!xml.contains("<f>"));
    let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    assert!(links.contains("Target=\"https://www.unodc.org/a?b=c\""), "{links}");
}

/// A part of the package, as it is written.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_second_sheet_says_what_was_asked_and_where_it_stands() {
    let read = sheet(&written(&fixture()).0, "About");
    let lines: Vec<String> = read
        .iter()
        .map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"))
        .collect();
    assert_eq!(
        lines[..10],
        [
            "dataset|2020 note|", "digest|sha256:ab|", "agency|WHO\nUNODC|", "pillar|supply|",
            "rows|3|", "of|40|", "newest|It has it.|", "||", "source|title|date", "A/1|=1+1|43896",
        ]
    );
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_counted() {
    let rows = vec![vec![Cell::Text("😀".repeat(20_000))], vec![Cell::Count(u64::MAX)]];
    let (bytes, cut) = written(&table(&["a"], rows));
    assert_eq!(cut, 1);
    assert_eq!(sheet(&bytes, "things")[1][0], text(&"😀".repeat(16_383)));
    assert_eq!(sheet(&bytes, "things")[2][0], text("18446744073709551615"));
}
