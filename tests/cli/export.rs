//! Data packages and workbooks, out and back in.

use std::fs;
use std::path::Path;
use std::process::Command;

use cnd_tracker::load::{self, Source};
use cnd_tracker::model::{Dataset, Records};
use cnd_tracker::package::{self, About, Rows};
use tempfile::TempDir;

use crate::full;
use crate::support::{DATA, Test};

pub fn records(path: &Path) -> Records {
    let dataset = load::load(&Source::Path(path.to_owned())).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(dataset.unread(), [""; 0]);
    dataset.records().clone()
}

/// The records as they come back from a package and from a workbook.
fn back(records: &Records) -> [Records; 2] {
    let folder = TempDir::new().unwrap();
    let rows = Rows::new(records).unwrap();
    let dataset = Dataset::new("x".to_owned(), records.clone());
    let about = About::new(&dataset, "0".to_owned(), ("Everything.".to_owned(), None), Vec::new());
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
        all.agencies.push(full::full(i));
        all.pillars.push(full::full(i));
        all.documents.push(full::full(i));
        all.programmes.push(full::full(i));
        all.commitments.push(full::full(i));
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
    records.documents = vec![full::full(0), full::full(1)];
    records.documents[0].symbol = Some(full::text("A/80/6 (Sect. 16)"));
    records.documents[1].symbol = Some(full::text("CRP.5"));
    let dataset = Dataset::new("x".to_owned(), records);
    let about = About::new(&dataset, "0".to_owned(), ("Everything.".to_owned(), None), Vec::new());
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
        .refused("no pillar is called `nothing`; `cnd pillars` lists them: demand-reduction, availability-and-access, supply-reduction, human-rights, evolving-trends, international-cooperation, alternative-development");
    Test::new(["export", "x.csv"]) .refused("x.csv is not a folder name or a workbook (.xlsx); name a new folder, or a file with the ending .xlsx");
}

#[test]
fn a_part_names_what_was_asked_for_and_counts_that_alone() {
    let run = Test::line("export who --agency WHO").output();
    let package = run.file("who/datapackage.json");
    assert!(package.contains("\"selection\": \"cnd export --agency WHO\""));
    assert!(
        package.contains(&format!("\"digest_of_the_whole\": \"sha256:{}\"", digest("pillars")))
    );
    assert!(
        package
            .contains("a periodic report could be expected to report on 2 of the 13 commitments: ")
            && package.contains("of 21 programmes are assigned")
    );
}

#[test]
fn a_part_says_so_when_it_is_read_back_and_its_silence_is_none() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let gaps = |data: &str| {
        let run = Test::new(["gaps", "--columns", "gap,id", "-f", "csv", "--data", data]).output();
        (run.stdout, run.stderr)
    };
    let (all, _) = gaps(&format!("{DATA}/small"));
    assert!(all.contains("pillar-not-reported") && all.contains(",publish-guide\n"), "{all}");
    for name in ["part", "part.xlsx"] {
        let run = Test::small("export --pillar measures").arg(&at(name)).output();
        let asked = "rows: 2 programmes selected, 1 programme added by reference, 1 commitment selected, with ";
        assert!(run.stderr.contains(asked), "{}", run.stderr);
        let (found, said) = gaps(&at(name));
        let part = format!(
            "{name} is a selection from a dataset of 4 programmes and 3 commitments; missing records are not gaps"
        );
        assert!(said.starts_with(&part), "{said}");
        assert!(said.contains("(pillars and agencies are not listed: "), "{said}");
        assert!(!found.contains("pillar-") && !found.contains("agency-"), "{found}");
        let of_commitments = |text: &str| -> Vec<String> {
            let rows = text.lines().filter(|row| row.ends_with(",publish-guide"));
            rows.map(str::to_owned).collect()
        };
        assert_eq!(of_commitments(&found), of_commitments(&all), "{said}");
        let pillars = Test::new(["pillars", "--data", &at(name)]).output();
        assert!(
            !pillars.stdout.contains("file no commitment")
                && !pillars.stdout.contains("no programme is filed")
        );
        let page = Test::new(["report", "-", "--data", &at(name)]).output();
        let said = [
            &*format!(
                "<p>{name} is a selection from a dataset of 4 programmes and 3 commitments; "
            ),
            "3 of 3 in this selection.",
        ];
        assert!(said.iter().all(|said| page.stdout.contains(said)));
        let agency = Test::small(&format!("export {name} --agency alpha-annex")).output();
        assert!(!agency.stderr.contains(" 0 "), "{}", agency.stderr);
    }
    // A part of a part is one of the same whole, also where nothing more is asked.
    let run = Test::new(["export", &at("again"), "--data", &at("part")]).output();
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        gaps(&at("again"))
            .1
            .contains("a selection from a dataset of 4 programmes and 3 commitments; ")
    );
    // What is whole is no part.
    for name in ["whole", "whole.xlsx"] {
        let run = Test::small("export").arg(&at(name)).output();
        assert!(run.stderr.contains(" rows. Read"), "{}", run.stderr);
        let (found, said) = gaps(&at(name));
        assert!(found == all && !said.contains("part"), "{said}");
    }
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
