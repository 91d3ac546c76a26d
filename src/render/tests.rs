use strum::VariantArray;

use super::fixture::{envelope, fixture, headings, rendered};
use super::*;

#[test]
fn workbooks_of_before_2007_have_no_format() {
    assert_eq!(Format::from_extension("xls"), None);
}

#[test]
fn nothing_invisible_reaches_a_terminal() {
    let style = Style { terminal: true, excel: true, ..Style::default() };
    for format in Format::VARIANTS.iter().filter(|format| !format.is_binary()) {
        let output = rendered(&fixture(), *format, &style);
        let kept = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{feff}');
        assert_eq!(output.chars().find(|c| crate::invisible::is_invisible(*c) && !kept(*c)), None);
        let written = match format {
            Format::Mermaid => "u#123;1b#125;",
            format if format.escapes() => "u001b",
            _ => "u{1b}",
        };
        assert!(output.contains(written), "{output}");
    }
}

#[test]
fn a_table_without_rows_or_columns_is_written_in_every_format() {
    for columns in [vec![], headings(&["id"])] {
        let table = Table { name: "things", columns, rows: vec![], grouped: None };
        for format in Format::VARIANTS.iter().filter(|format| !format.is_binary()) {
            rendered(&table, *format, &Style::default());
        }
    }
}

#[test]
fn long_numbers_are_read_in_groups() {
    assert_eq!(
        [0, 999, 1000, 34_000, 1_234_567].map(|n: u32| in_groups(&n.to_string())),
        ["0", "999", "1,000", "34,000", "1,234,567"]
    );
    assert_eq!(figure("more than 34000 people (trained)"), "more than 34,000 people (trained)");
    assert_eq!(figure("1234.5 t (seized)"), "1,234.5 t (seized)");
    assert_eq!(figure("up to 27 countries (reached)"), "up to 27 countries (reached)");
    let text = |text: &str| Cell::Text(text.to_owned());
    for id in ["contributions-to-cnd-2019 (linked)", "2019 people (x)"] {
        assert_eq!(for_people(&text(id)), id);
    }
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
