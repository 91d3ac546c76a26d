//! Data packages and workbooks that somebody has edited: what is read of them, and what is found.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::TempDir;

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
        "P: documents!D3: warning[converted-cell]: a spreadsheet holds this as a day: it is read as 2019-03-01",
        "P: documents!G1: warning[unread-cells]: the column `mine` is not read",
        "P: documents!XFD1048576: warning[unread-cells]: nothing stands above this cell that says what it is",
        "P: document_citations!D2: warning[converted-cell]: a spreadsheet holds this as a number: a zero at its end is lost",
        "P: document_citations!D3: error[wrong-type]: a spreadsheet has made a date of what was written here",
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
        assert!(run.stderr.contains("agencies.csv is no plain file"), "{}", run.stderr);
    }
    let listing = kept.path().join("list.xlsx").display().to_string();
    assert_eq!(Test::small("pillars").arg("-o").arg(&listing).output().status, 0);
    let run = Test::new(["check", &listing]).output();
    assert_eq!(run.status, 4);
    assert!(run.stderr.contains("it is a listing, as -o writes it"), "{}", run.stderr);
    let ods = kept.path().join("x.ods").display().to_string();
    fs::write(&ods, "PK\u{3}\u{4}").unwrap();
    let run = Test::new(["check", &ods]).output();
    assert_eq!(run.status, 4);
    assert!(run.stderr.contains("only .xlsx is read"), "{}", run.stderr);
}

#[test]
fn a_sheet_without_its_headings_is_named_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("pillars").unwrap();
    sheet.write_string(0, 0, "Our pillars").unwrap();
    for (column, text) in (0..).zip(["id", "number", "name"]) {
        sheet.write_string(1, column, text).unwrap();
    }
    book.save(&path).unwrap();
    let found = checked(&path.display().to_string());
    let named = "P: pillars!A1: error[missing-key]: the first row does not name the columns";
    let in_sheet = found.iter().filter(|line| line.contains("pillars!") && line.contains("error["));
    assert_eq!(in_sheet.collect::<Vec<_>>(), [named], "{found:#?}");
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
            "P: {name}!D2: warning[converted-cell]: a spreadsheet holds this as a number: a zero at its end is lost"
        );
        assert!(found.contains(&converted), "{found:#?}");
    }
}
