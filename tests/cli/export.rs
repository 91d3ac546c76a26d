//! Data packages and workbooks, out and in.

use std::fs;
use std::path::Path;
use std::process::Command;

use cnd_tracker::load::{self, Source};
use cnd_tracker::model::{Dataset, Records};
use cnd_tracker::package::{self, About, Rows};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::TempDir;

use crate::full;
use crate::support::{DATA, Test};

fn records(path: &Path) -> Records {
    let dataset = load::load(&Source::Path(path.to_owned())).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(dataset.unread(), [""; 0]);
    dataset.records().clone()
}

/// The records as they come back from a package and from a workbook.
fn back(records: &Records) -> [Records; 2] {
    let folder = TempDir::new().unwrap();
    let rows = Rows::new(records).unwrap();
    let dataset = Dataset::new("x".to_owned(), records.clone());
    let about = About::new(&dataset, "0".to_owned(), "Everything.".to_owned());
    for (name, text) in package::files(&rows, &about).unwrap() {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let workbook = folder.path().join("x.xlsx");
    fs::write(&workbook, package::workbook(&rows, &about).unwrap()).unwrap();
    [self::records(folder.path()), self::records(&workbook)]
}

#[test]
fn every_field_comes_back() {
    let mut all = full::context();
    for i in 0..2 {
        all.agencies.push(full::full_agency(i));
        all.pillars.push(full::full_pillar(i));
        all.documents.push(full::full_document(i));
        all.programmes.push(full::full_programme(i));
        all.commitments.push(full::full_commitment(i));
    }
    for read in back(&all) {
        assert_eq!(read, all);
    }
}

#[test]
fn the_shipped_dataset_comes_back() {
    let all = load::load(&Source::Embedded).unwrap().records().clone();
    for read in back(&all) {
        assert_eq!(read, all);
    }
}

#[test]
fn a_package_has_the_same_addresses_as_the_listings() {
    let mut records = full::context();
    records.documents = vec![full::full_document(0), full::full_document(1)];
    records.documents[0].symbol = Some(full::text("A/80/6 (Sect. 16)"));
    records.documents[1].symbol = Some(full::text("CRP.5"));
    let dataset = Dataset::new("x".to_owned(), records);
    let about = About::new(&dataset, "0".to_owned(), "Everything.".to_owned());
    let files = package::files(&Rows::new(dataset.records()).unwrap(), &about).unwrap();
    let (_, package) = files.iter().find(|(name, _)| name == "datapackage.json").unwrap();
    let package: serde_json::Value = serde_json::from_str(package).unwrap();
    let address = "https://undocs.org/A/80/6%20%28Sect.%2016%29";
    assert_eq!(package["sources"][0]["path"], address);
    assert_eq!(package["sources"][1].get("path"), None);
}

/// The digest that a command prints of a dataset.
fn digest(args: &str) -> String {
    let run = Test::new(args.split(' ').chain(["-f", "json"])).output();
    let value: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    value["dataset"]["digest"].as_str().unwrap().to_owned()
}

#[test]
fn the_digest_stays_and_a_part_is_whole() {
    let run = Test::new(["export", "whole"]).output();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let whole = run.path("whole");
    assert_eq!(digest(&format!("pillars --data {whole}/datapackage.json")), digest("pillars"));
    assert_eq!(digest(&format!("pillars --data {whole}")), digest("pillars"));
    for filter in ["--pillar demand-reduction", "--agency WHO", "--document 74/178", "--joint"] {
        let run = Test::new(["export", "part"].into_iter().chain(filter.split(' '))).output();
        assert_eq!(run.status, 0, "{filter}: {}", run.stderr);
        let part = records(Path::new(&run.path("part")));
        assert!(!part.programmes.is_empty() && part.len() > 5, "{filter}");
        let check = Test::new(["check", &run.path("part"), "-f", "jsonl"]).output();
        assert!(!check.stdout.contains("\"error\""), "{filter}: {}", check.stdout);
    }
    Test::new(["export", "x", "--pillar", "nothing"])
        .refused("no pillar is called `nothing`; `cnd pillars` lists them");
    Test::new(["export", "x.csv"])
        .refused("x.csv is neither a folder nor a workbook; name a new folder, or a file with the ending .xlsx");
}

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

/// A Python in which the tools are installed that read data packages.
fn python() -> Option<String> {
    let named = std::env::var("CND_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let tried = Command::new(&named).args(["-c", "import frictionless, duckdb, pandas"]).output();
    tried.ok().filter(|output| output.status.success()).map(|_| named)
}

#[test]
fn others_read_the_package_and_find_the_same() {
    let Some(python) = python() else {
        eprintln!("skipped: CND_PYTHON names no Python with frictionless, duckdb and pandas");
        return;
    };
    for filter in [&[][..], &["--agency", "WHO"]] {
        let run = Test::new(["export", "p"].iter().chain(filter).copied()).output();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/package.py");
        let output = Command::new(&python)
            .args([script, env!("CARGO_BIN_EXE_cnd"), &run.path("p")])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{filter:?}: {said}");
    }
}

#[test]
fn libreoffice_keeps_the_records() {
    let folder = TempDir::new().unwrap();
    let book = folder.path().join("x.xlsx").display().to_string();
    assert_eq!(Test::small("export").arg(&book).output().status, 0);
    let out = folder.path().join("out");
    let profile =
        format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .arg(&book)
        .output();
    if !ran.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no LibreOffice");
        return;
    }
    assert_eq!(records(&out.join("x.xlsx")), records(Path::new(&format!("{DATA}/small"))));
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
