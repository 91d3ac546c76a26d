//! Data packages and workbooks that somebody has edited: what is read of them, and what is found.

use std::fs::{self, File};
use std::io::{Cursor, Read, Write};
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::export::records;
use crate::support::{DATA, Test};

/// The small dataset as a package in which one file has been changed.
fn edited(file: &str, edit: impl Fn(String) -> String) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("p").display().to_string();
    let run = Test::small("export").arg(&at).output();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let path = folder.path().join("p").join(file);
    fs::write(&path, edit(fs::read_to_string(&path).unwrap())).unwrap();
    (folder, at)
}

/// The first lines of what a check finds.
fn checked(path: &str) -> Vec<String> {
    let run = Test::new(["check", path]).output();
    let lines =
        run.stdout.lines().filter(|line| line.contains("error[") || line.contains("warning["));
    lines.map(|line| line.replace(path, "P")).collect()
}

#[test]
fn mistakes_in_a_package_are_named_by_file_line_and_column() {
    let before = checked(&format!("{DATA}/small"));
    let (_kept, at) = edited("participants.csv", |text| text.replacen(",partner,", ",partnr,", 1));
    let found = checked(&at);
    let line = found.iter().find(|line| line.contains("unknown-word")).unwrap();
    assert!(line.starts_with("P/participants.csv:") && line.contains("`partnr`"), "{line}");

    let (_kept, at) = edited("reports.csv", |text| {
        let mut lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
        lines[0].push_str(",my notes");
        lines[1].push_str(",mine");
        lines.join("\r\n")
    });
    let found = checked(&at);
    let new: Vec<_> = found.iter().filter(|line| line.contains("unread-cells")).collect();
    assert_eq!(
        new,
        ["P/reports.csv:1:8: warning[unread-cells]: the column `my notes` is not read"]
    );
    assert_eq!(found.len(), before.len() + 1, "{found:?}");
    let run = Test::new(["pillars", "--data", &at, "--limit", "1"]).output();
    assert!(
        run.stderr.contains("reports.csv: the column `my notes` is not read"),
        "{}",
        run.stderr
    );

    let (_kept, at) = edited("programmes.csv", |text| {
        let long = format!(",{} ,", "a long name ".repeat(20).trim_end());
        text.lines()
            .next()
            .map(|line| (line.split(',').count(), line))
            .map_or(String::new(), |(n, line)| format!("{line}\nlong{long}{}\n", ",".repeat(n - 3)))
    });
    let run = Test::new(["check", &at]).output();
    assert!(run.stdout.contains("a long name a long name"), "{}", run.stdout);
    assert!(run.stdout.lines().all(|line| !line.contains(&"^".repeat(61))), "{}", run.stdout);

    let (_kept, at) = edited("datapackage.json", |text| {
        let second = "{\"name\": \"participants\", \"path\": \"pillars.csv\"},";
        text.replacen("\"resources\": [", &format!("\"resources\": [{second}"), 1)
    });
    let found = checked(&at);
    let second =
        "P/participants.csv:1:1: error[duplicate-key]: this is a second table `participants`";
    assert!(found.contains(&second.to_owned()), "{found:?}");

    let (_kept, at) = edited("participants.csv", |text| format!("{text}nothing,1,1,one,lead,\n"));
    let found = checked(&at);
    assert!(
        found.iter().any(|line| line.contains(
            "no row of `reports` has the programme_id `nothing` and the report_position `1`"
        )),
        "{found:?}"
    );
}

#[test]
fn what_a_spreadsheet_does_is_understood_or_named() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Documents").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, heading) in
        (0..).zip(["Kind", "title", "id", "date", "session", "periodic", "mine"])
    {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, id) in [(1, "one"), (2, "two"), (3, "three")] {
        sheet.write_string(row, 0, "note").unwrap();
        sheet.write_number(row, 1, 2016.0).unwrap();
        sheet.write_string(row, 2, id).unwrap();
        sheet.write_number(row, 4, 63.0).unwrap();
        sheet.write_boolean(row, 5, true).unwrap();
    }
    let date = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    sheet.write_datetime_with_format(1, 3, date("2019-03-14"), &day).unwrap();
    sheet.write_datetime_with_format(2, 3, date("2019-03-01"), &day).unwrap();
    sheet.write_number(3, 3, 2019.0).unwrap();
    sheet.write_string(9, 0, " ").unwrap();
    sheet.write_string(1_048_575, 16_383, "stray").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("document_citations").unwrap();
    for (column, heading) in (0..).zip(["document_id", "position", "document", "paragraph"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "one").unwrap();
    sheet.write_string(1, 2, "two").unwrap();
    sheet.write_number(1, 3, 16.1).unwrap();
    sheet.write_string(2, 0, "one").unwrap();
    sheet.write_string(2, 2, "two").unwrap();
    sheet.write_datetime_with_format(2, 3, date("2026-02-01"), &day).unwrap();
    book.add_worksheet().set_name("scratch").unwrap();
    book.save(&path).unwrap();

    let found = checked(&path.display().to_string());
    let expected = [
        "P: documents!D3: warning[converted-cell]: this cell is stored as a date; it is read as 2019-03-01",
        "P: documents!G1: warning[unread-cells]: the column `mine` is not read",
        "P: documents!XFD1048576: warning[unread-cells]: this cell has no heading",
        "P: document_citations!D2: warning[converted-cell]: this cell is stored as a number; a trailing zero would be lost",
        "P: document_citations!D3: error[wrong-type]: the spreadsheet has converted this entry to a date",
        "P: scratch!A1: warning[unread-cells]: the sheet `scratch` is not read",
    ];
    for line in expected {
        let line = line.replace("documents!", "Documents!");
        assert!(found.contains(&line), "{line}\n{found:#?}");
    }
    assert_eq!(found.iter().filter(|line| line.contains("error[")).count(), 1, "{found:#?}");
}

#[test]
fn an_edited_workbook_is_compared_and_written_as_yaml() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.xlsx").display().to_string();
    let yaml = folder.path().join("yaml").display().to_string();
    assert_eq!(Test::small("export").arg(&path).output().status, 0);
    let same = Test::new(["diff", &format!("{DATA}/small"), &path]).output();
    assert_eq!((same.stdout.lines().count(), same.status), (0, 0), "{}", same.stdout);
    let run = Test::new(["init", &yaml, "--from", &path]).output();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(records(Path::new(&yaml)), records(Path::new(&format!("{DATA}/small"))));
}

/// The small dataset as a workbook in a folder, and its path.
fn workbook() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.xlsx").display().to_string();
    assert_eq!(Test::small("export").arg(&path).output().status, 0);
    (folder, path)
}

#[test]
fn an_edited_workbook_is_not_written_over() {
    let (_kept, path) = workbook();
    fs::write(&path, "edited").unwrap();
    let run = Test::small("export").arg(&path).output();
    assert_eq!(run.status, 4);
    assert!(run.stderr.ends_with("it already exists and was not changed\n"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&path).unwrap(), "edited");
}

#[test]
fn what_is_missing_of_an_export_is_named_by_every_command() {
    let (kept, at) = edited("reports.csv", |text| {
        let heading = text.lines().next().unwrap();
        let planned = heading.split(',').position(|name| name == "planned").unwrap();
        let mut lines = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut out = csv::Writer::from_writer(Vec::new());
        for record in lines.records().map(Result::unwrap) {
            let cells = record.iter().enumerate().filter(|(at, _)| *at != planned);
            out.write_record(cells.map(|(_, cell)| cell)).unwrap();
        }
        String::from_utf8(out.into_inner().unwrap()).unwrap()
    });
    let named = "reports.csv: columns of an export are missing: planned";
    let run = Test::new(["check", &at, "-f", "csv", "--columns", "code,message"]).output();
    let row = "missing-cells,columns of an export are missing: planned\n";
    assert!(run.stdout.contains(row), "{}", run.stdout);
    let yaml = kept.path().join("yaml").display().to_string();
    let run = Test::new(["init", &yaml, "--from", &at]).output();
    assert!(run.stderr.contains(named), "{}", run.stderr);
    // Without a table.
    let path = Path::new(&at).join("datapackage.json");
    let mut package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let tables = package["resources"].as_array_mut().unwrap();
    tables.retain(|table| table["name"] != "participants");
    fs::write(&path, package.to_string()).unwrap();
    let run = Test::new(["pillars", "--data", &at]).output();
    assert!(
        run.stderr.contains("tables of an export are missing: participants\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_is_no_dataset_in_tables_is_refused_with_the_way_out() {
    let (kept, at) = edited("agencies.csv", |text| text);
    fs::write(Path::new(&at).join("more.yaml"), "pillars: []\n").unwrap();
    let run = Test::new(["pillars", "--data", &at]).output();
    assert_eq!(run.status, 4);
    assert!(run.stderr.contains("such as") && run.stderr.contains("more.yaml"), "{}", run.stderr);
    fs::remove_file(Path::new(&at).join("more.yaml")).unwrap();
    #[cfg(unix)]
    {
        let file = Path::new(&at).join("agencies.csv");
        fs::rename(&file, kept.path().join("elsewhere.csv")).unwrap();
        std::os::unix::fs::symlink(kept.path().join("elsewhere.csv"), &file).unwrap();
        let run = Test::new(["pillars", "--data", &at]).output();
        assert_eq!(run.status, 4);
        assert!(run.stderr.contains("agencies.csv is not a plain file"), "{}", run.stderr);
    }
    let listing = kept.path().join("list.xlsx").display().to_string();
    assert_eq!(Test::small("pillars").arg("-o").arg(&listing).output().status, 0);
    let run = Test::new(["pillars", "--data", &listing]).output();
    assert_eq!(run.status, 4);
    let told = "it is a listing, as -o writes it; `cnd export FILE.xlsx` writes a workbook";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    let ods = kept.path().join("x.ods").display().to_string();
    fs::write(&ods, "PK\u{3}\u{4}").unwrap();
    let run = Test::new(["check", &ods]).output();
    assert_eq!(run.status, 4);
    assert!(run.stderr.contains("a .yaml, .json or .xlsx file"), "{}", run.stderr);
}

/// A workbook of these sheets, each with its rows; a text that begins with `=` is a formula without a result.
fn sheets(sheets: &[(&str, &[&str])]) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.xlsx");
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(cells.split('|')).filter(|(_, cell)| !cell.is_empty()) {
                match cell.starts_with('=') {
                    true => sheet.write_formula(row, column, Formula::new(cell)),
                    false => sheet.write_string(row, column, cell),
                }
                .unwrap();
            }
        }
    }
    book.save(&path).unwrap();
    (folder, path.display().to_string())
}

const PILLARS: &[&str] = &["id|number|name", "one|1|One"];
const REFERRED: (&str, &[&str]) =
    ("agencies", &["id|name|kind|parent", "a|A|regional|", "b|B|regional|a"]);

#[test]
fn above_the_headings_may_stand_a_title() {
    let (_kept, path) =
        sheets(&[("pillars", &["Our pillars", "", "id|number|name", "one|1|One"]), REFERRED]);
    let above =
        "P: pillars!A1: warning[unread-cells]: this row is not read: the headings are below it";
    let unused = "P: agencies!A3: warning[unused-agency]: agency `b` is not used by any record";
    assert_eq!(checked(&path), [above, unused]);
    // Of a table with many columns of one's own, the first row is that of the headings.
    let (_kept, path) =
        sheets(&[("pillars", &["id|number|name|x|y|z|u", "one|1|One", "id|2|name"]), REFERRED]);
    assert_eq!(checked(&path).iter().filter(|line| line.contains("the column `")).count(), 4);
}

#[test]
fn a_heading_that_is_no_more_what_it_was_is_all_that_is_said_of_a_sheet() {
    let named = |sheet: (&str, &[&str])| {
        let (_kept, path) = sheets(&[("pillars", PILLARS), sheet]);
        checked(&path)
    };
    for (headings, place, missing) in [
        ("id|Name of agency|kind|parent", "B1", "`name`"),
        ("ID|Name of agency|sort|parent", "B1", "`name` or `kind`"),
        ("no|Name of agency|sort|above", "A1", "`id` or `name` or `kind`"),
    ] {
        let rows = [headings, "a|A|regional|", "b|B|regional|a", "c|C|regional|x"];
        let line = format!("P: agencies!{place}: error[missing-key]: missing column: {missing}");
        assert_eq!(named(("agencies", &rows)), [line]);
    }
    // What else there is to say, where it is none that the table needs.
    let unread = "P: agencies!D1: warning[unread-cells]: the column `part of` is not read";
    let rows = ["id|name|kind|part of", "a|A|regional|"];
    let unused = "P: agencies!A2: warning[unused-agency]: agency `a` is not used by any record";
    assert_eq!(named(("agencies", &rows)), [unread, unused]);
    // Nothing is said of records to which the table would belong, nor of those that refer to them.
    let (_kept, at) = edited("participants.csv", |text| text.replacen("role", "Rolle", 1));
    let found = checked(&at);
    let errors: Vec<_> = found.iter().filter(|line| line.contains("error[")).collect();
    let line = "P/participants.csv:1:5: error[missing-key]: missing column: `role`";
    assert_eq!(errors, [line], "{found:#?}");
    assert!(found[0].contains("participants.csv"), "the cause comes first: {found:#?}");
}

#[test]
fn a_row_that_has_lost_its_id_is_named_before_those_that_belonged_to_it() {
    for (new, cause) in [("", "this programme has no `id`"), ("Other", "`Other` is not an id")] {
        let (_kept, at) = edited("programmes.csv", |text| {
            let (headings, rows) = text.split_once('\n').unwrap();
            format!("{headings}\n{new}{}", &rows[rows.find(',').unwrap()..])
        });
        let found = checked(&at);
        assert!(
            found[0].starts_with("P/programmes.csv:2:") && found[0].contains(cause),
            "{found:#?}"
        );
        let of_rows = |line: &&String| line.contains("no row of `programmes` has the programme_id");
        assert!(found.iter().filter(of_rows).count() > 0, "{found:#?}");
        let run = Test::new(["pillars", "--data", &at]).output();
        assert!(run.stderr.contains(cause), "{}", run.stderr);
    }
}

#[test]
fn of_a_table_that_is_gone_is_said_once_for_each_that_needs_it() {
    let (_kept, path) = sheets(&[
        ("pillars", PILLARS),
        ("reports", &["programme_id|position|document|paragraph", "a|1|x|1", "a|2|x|2", "b|1|x|1"]),
        ("documents", &["id|title|kind", "x|X|note"]),
    ]);
    let gone = "P: reports!A1: error[dangling-reference]: the table `programmes`, to which these rows belong, is missing";
    assert_eq!(checked(&path), [gone]);
}

#[test]
fn lines_of_tables_are_counted_as_a_person_does() {
    for end in ["\n", "\r\n", "\r"] {
        let (_kept, at) = edited("agencies.csv", |text| {
            let headings = text.lines().next().unwrap();
            let width = headings.split(',').count();
            let row = |id, name| format!("{id},{name},regionl{}\n", ",".repeat(width - 3));
            let headings = headings.replacen("acronym,kind", "kind,acronym", 1);
            assert!(headings.starts_with("id,name,kind,"), "{headings}");
            let rows = [row("a", "A"), "\n\n".to_owned(), row("b", "\"B\nb\""), row("c", "C")];
            format!("{headings}\n{}", rows.concat()).replace('\n', end)
        });
        let found = checked(&at);
        let kinds = found.iter().filter(|line| line.contains("`regionl` is not a valid `kind`"));
        let places: Vec<&str> = kinds.map(|line| line.split(": error").next().unwrap()).collect();
        let lines = [2, 5, 7].map(|line| format!("P/agencies.csv:{line}:3"));
        assert_eq!(places, lines, "{end:?}");
    }
}

#[test]
fn tables_are_parted_by_commas_semicolons_or_tabs() {
    let before = checked(&format!("{DATA}/small"));
    for sign in [";", "\t"] {
        let (_kept, at) = edited("pillars.csv", |text| text.replace(',', sign));
        assert_eq!(checked(&at).len(), before.len(), "{:#?}", checked(&at));
    }
}

#[test]
fn what_stands_in_a_cell_has_a_way_out_without_quotes() {
    let (_kept, path) = sheets(&[("pillars", &["id|number|name", "one|1,000|One", "two|2|=A1"])]);
    // The crate writes a result of 0.
    let mut book = ZipArchive::new(File::open(&path).unwrap()).unwrap();
    let mut without = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..book.len() {
        let (mut part, mut text) = (book.by_index(number).unwrap(), String::new());
        part.read_to_string(&mut text).unwrap();
        without.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        without.write_all(text.replace("</f><v>0</v>", "</f><v></v>").as_bytes()).unwrap();
    }
    fs::write(&path, without.finish().unwrap().into_inner()).unwrap();
    let run = Test::new(["check", &path]).output();
    for said in [
        "pillars!B2: error[wrong-type]: expected a whole number from 0 to 255, found `1,000`\n",
        "  help: write the number in digits, without separators or leading zeros\n",
        "pillars!C3: error[wrong-type]: no result of the formula in this cell is stored\n  3 | =A1\n",
        "  help: open the file in a spreadsheet and save it, or write the value itself\n",
        "2 errors and no warnings",
    ] {
        assert!(run.stdout.contains(said), "{said}\n{}", run.stdout);
    }
}

#[test]
fn converted_cells_are_named_however_a_sheet_is_called() {
    for name in ["document_citations", "Document Citations", "document-citations"] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("x.xlsx");
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, heading) in (0..).zip(["Document Id", "position", "document", "Paragraph"]) {
            sheet.write_string(0, column, heading).unwrap();
        }
        sheet.write_string(1, 0, "one").unwrap();
        sheet.write_string(1, 2, "two").unwrap();
        sheet.write_number(1, 3, 16.1).unwrap();
        book.save(&path).unwrap();
        let found = checked(&path.display().to_string());
        let converted = format!(
            "P: {name}!D2: warning[converted-cell]: this cell is stored as a number; a trailing zero would be lost"
        );
        assert!(found.contains(&converted), "{found:#?}");
    }
}
