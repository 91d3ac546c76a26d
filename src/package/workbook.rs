//! The tables as a workbook, a sheet each.

use std::io;

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, Formula, Url, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use super::descriptor::About;
use super::plan::{Column, Form, Table, Values, tables};
use super::rows::Rows;
use crate::model::{Kind, Shape};

/// The first sheet, which says what the workbook is.
pub const ABOUT: &str = "about";
/// The last sheet, with the words to choose from.
pub const WORDS: &str = "words";
/// The number of empty rows prepared for new records.
const MORE: u32 = 1_000;
/// A worksheet can hold no more links than this; a table with more has none.
const LINKS: usize = 65_530;

/// The bytes of the workbook.
///
/// # Errors
/// When there is more than a workbook can hold.
pub fn workbook(rows: &Rows, about: &About) -> io::Result<Vec<u8>> {
    write(rows, about).map_err(|why| match why {
        XlsxError::MaxStringLengthExceeded => io::Error::other(
            "a text is longer than a cell can hold (32,767 characters): export to a folder instead",
        ),
        XlsxError::RowColumnLimitError => io::Error::other(
            "there are more rows than a sheet can hold (1,048,576): export to a folder instead",
        ),
        other => io::Error::other(other.to_string()),
    })
}

/// How cells look.
struct Look {
    heading: Format,
    text: Format,
    link: Format,
    title: Format,
}

fn write(rows: &Rows, about: &About) -> Result<Vec<u8>, XlsxError> {
    let look = Look {
        heading: Format::new().set_bold().set_background_color(0xD9_E2_F3).set_num_format("@"),
        text: Format::new().set_num_format("@"),
        link: Format::new().set_num_format("@").set_font_color(0x1F_4E_9E),
        title: Format::new().set_bold().set_font_size(14),
    };
    let mut workbook = Workbook::new();
    introduce(workbook.add_worksheet(), rows, about, &look)?;
    let lists = lists();
    for (table, rows_of) in tables().iter().zip(&rows.tables) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&table.name)?;
        fill(sheet, table, rows_of, rows, &look)?;
        choices(sheet, table, rows_of.len(), rows, &lists)?;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(WORDS)?;
    for (column, (name, words)) in (0..).zip(&lists) {
        sheet.write_string_with_format(0, column, name, &look.heading)?;
        for (row, word) in (1..).zip(words) {
            sheet.write_string(row, column, *word)?;
        }
    }
    workbook.save_to_buffer()
}

fn introduce(
    sheet: &mut Worksheet,
    rows: &Rows,
    about: &About,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(ABOUT)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, 100)?;
    let title = "Inter-agency commitments of the UN Commission on Narcotic Drugs";
    sheet.write_string_with_format(0, 0, title, &look.title)?;
    let [selection, whole] = [0, 1].map(|at| about.selection.as_ref().map(|of| &of[at]));
    let lines = [
        ("Dataset", about.name.clone()),
        ("Digest", format!("sha256:{}", about.digest)),
        ("Contents", about.part.clone()),
        ("Selection", selection.cloned().unwrap_or_default()),
        ("Digest of the whole", whole.map_or_else(String::new, |of| format!("sha256:{of}"))),
        (
            "How to edit",
            "Each sheet is a table. Each row is a record or part of a record; the first columns of a part name its \
             record. You may reorder columns but not rename them. Add new rows at the end."
                .to_owned(),
        ),
        (
            "How to return it",
            "cnd check FILE.xlsx finds mistakes; cnd diff embedded FILE.xlsx shows what has changed; \
             cnd init DIR --from FILE.xlsx writes it as YAML."
                .to_owned(),
        ),
    ];
    let notes = about.notes.iter().map(|note| ("Note", note.clone()));
    let sources = about.sources.iter().map(|document| {
        let date = document.date.map(|date| date.to_string());
        let parts = [document.symbol.as_deref(), Some(&*document.title), date.as_deref()];
        ("Source", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    });
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let mut row = 2;
    for (name, text) in lines.chain(notes).chain(sources) {
        sheet.write_string_with_format(row, 0, name, &look.heading)?;
        sheet.write_string(row, 1, text)?;
        row += 1;
    }
    row += 1;
    for (table, rows) in tables().iter().zip(&rows.tables) {
        let link = Url::new(format!("internal:'{}'!A1", table.name)).set_text(&table.name);
        sheet.write_url(row, 0, link)?;
        let count = rows.len();
        sheet.write_string(row, 1, format!("{} (rows: {count})", table.description))?;
        row += 1;
    }
    Ok(())
}

fn fill(
    sheet: &mut Worksheet,
    table: &Table,
    rows: &[Vec<Value>],
    all: &Rows,
    look: &Look,
) -> Result<(), XlsxError> {
    let has_links = links(table, rows.len()) <= LINKS;
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, &look.heading)?;
        sheet.insert_note(0, at, &rust_xlsxwriter::Note::new(&column.description))?;
        let is_number = matches!(
            column.of,
            Values::Field(Shape::Number { .. } | Shape::Flag) | Values::Position
        );
        if !is_number && !column.name.ends_with("_position") {
            // So that a spreadsheet leaves what is typed here as it is.
            sheet.set_column_format(at, &look.text)?;
        }
        sheet.set_column_width(at, width(column, rows.iter().map(|row| &row[usize::from(at)])))?;
        for (line, row) in (1..).zip(rows) {
            match &row[usize::from(at)] {
                Value::Null => {}
                Value::Bool(flag) => {
                    sheet.write_boolean(line, at, *flag)?;
                }
                Value::Number(number) => {
                    sheet.write_number(line, at, number.as_f64().unwrap_or_default())?;
                }
                value => {
                    let text = super::csv_file::text(value);
                    let target = has_links.then(|| target(table, column, &text, all)).flatten();
                    if let Some(place) = target {
                        let url = Url::new(place).set_text(&text);
                        sheet.write_url_with_format(line, at, url, &look.link)?;
                    } else {
                        sheet.write_string_with_format(line, at, text, &look.text)?;
                    }
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(0).max(1), last)?;
    Ok(())
}

fn width<'v>(column: &Column, values: impl Iterator<Item = &'v Value>) -> f64 {
    let lengths =
        values.take(500).filter_map(|value| value.as_str().map(|text| text.chars().count()));
    let longest = lengths.max().unwrap_or(0).max(column.name.len() + 3).clamp(8, 60);
    u32::try_from(longest).map_or(60.0, f64::from)
}

/// How many links so many rows of a table may have.
fn links(table: &Table, rows: usize) -> usize {
    rows * table.columns.iter().filter(|column| named(table, column).is_some()).count()
}

/// The kind of the records that a column names.
fn named(table: &Table, column: &Column) -> Option<Kind> {
    match (column.of, table.parent.map(|parent| tables()[parent].form)) {
        (Values::Owner, Some(Form::Record(kind))) if column.name.ends_with("_id") => Some(kind),
        (of, _) => of.kind(),
    }
}

/// The place of the record that a cell names.
fn target(table: &Table, column: &Column, id: &str, all: &Rows) -> Option<String> {
    let (number, table) = table_of(named(table, column)?)?;
    let row = all.places.get(&number)?.get(id)?;
    Some(format!("internal:'{}'!A{}", table.name, row + 2))
}

/// Each closed list of words, by the name of its column.
fn lists() -> Vec<(String, Vec<&'static str>)> {
    let mut lists: Vec<(String, Vec<&'static str>)> = Vec::new();
    for table in tables() {
        for column in &table.columns {
            if let Some(words) = column.of.words()
                && !lists.iter().any(|(_, known)| *known == words)
            {
                lists.push((format!("{}.{}", table.name, column.name), words));
            }
        }
    }
    lists
}

/// The words and ids to choose from, as drop-down lists.
fn choices(
    sheet: &mut Worksheet,
    table: &Table,
    count: usize,
    all: &Rows,
    lists: &[(String, Vec<&'static str>)],
) -> Result<(), XlsxError> {
    let last = u32::try_from(count).unwrap_or(0).saturating_add(MORE).min(1_048_575);
    for (at, column) in (0..).zip(&table.columns) {
        let formula = if let Some(words) = column.of.words() {
            let place = lists.iter().position(|(_, known)| *known == words);
            let Some(place) = place.and_then(|place| u16::try_from(place).ok()) else { continue };
            let letter = column_number_to_name(place);
            format!("={WORDS}!${letter}$2:${letter}${}", words.len() + 1)
        } else if let Some((number, records)) = column.of.kind().and_then(table_of) {
            let length = all.tables[number].len() + usize::try_from(MORE).unwrap_or(0);
            format!("={}!$A$2:$A${}", records.name, length + 1)
        } else {
            continue;
        };
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(formula))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message("This is not one of the allowed values.")?;
        sheet.add_data_validation(1, at, last, at, &validation)?;
    }
    Ok(())
}

/// The table that holds the records of a kind.
fn table_of(kind: Kind) -> Option<(usize, &'static Table)> {
    tables().iter().enumerate().find(|(_, table)| table.form == Form::Record(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_that_names_records_counts_as_links() {
        let evidence = tables().iter().find(|table| table.name == "evidence").unwrap();
        assert_eq!(links(evidence, 22_000), 3 * 22_000);
        assert!(links(evidence, 21_843) <= LINKS && links(evidence, 21_844) > LINKS);
    }
}
