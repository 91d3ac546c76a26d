//! What must hold of any bytes that are given for a dataset: shared with the fuzz target.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use cnd_tracker::check;
use cnd_tracker::diagnostic::{Faults, Finding, Severity};
use cnd_tracker::load::{self, Error, Source};
use cnd_tracker::model::{Dataset, Record, Records};
use cnd_tracker::render::{self, Envelope, Format, Items, Style};
use cnd_tracker::view::{self, Table};
use serde::de::DeserializeOwned;
use serde_json::Value;
use strum::VariantArray;

use crate::listings::{self, table};

/// Reads the bytes in both ways, writes what comes of it in all formats, and tells whether they are a dataset.
pub fn is_dataset(name: &str, bytes: &[u8]) -> bool {
    let source = memory(name, bytes.to_vec());
    let inspection = load::inspect(&source).unwrap();
    let faults = check::check(&inspection.dataset, inspection.is_whole);
    let findings = inspection.findings(faults);
    stand_in_the_text(&findings, bytes);
    in_every_format(&table(
        "findings",
        &findings,
        &view::findings(),
        &Dataset::new("none".to_owned(), Records::default()),
    ));
    match load::load(&source) {
        Err(Error::Invalid(errors)) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(findings.contains(&error), "only one reading finds {error}");
            }
            false
        }
        Err(error) => panic!("{error}"),
        Ok(dataset) => {
            let of_form = inspection.findings(Faults::default());
            let error = of_form.iter().find(|it| it.code.severity() == Severity::Error);
            assert_eq!(error, None, "loaded in spite of it");
            returns(dataset.records());
            listings::of(&dataset).iter().for_each(in_every_format);
            true
        }
    }
}

fn memory(name: &str, bytes: Vec<u8>) -> Source {
    Source::Memory(vec![(PathBuf::from(name), bytes)])
}

fn stand_in_the_text(findings: &[Finding], bytes: &[u8]) {
    // YAML ends lines with a carriage return alone as well; what is missing at the end may be missed behind it.
    let lines = bytes.split(|byte| b"\r\n".contains(byte)).count() + 1;
    for finding in findings {
        let (start, end) = (finding.spot.span.start, finding.spot.span.end);
        assert!(start.0 >= 1 && start.1 >= 1 && start <= end && start.0 <= lines, "{finding}");
        assert!(finding.code.severity() <= Severity::Warning);
    }
}

/// What is written is read as what it was: a whole dataset, and the records of each kind.
pub fn returns(records: &Records) {
    let mut json = Vec::new();
    render::json(records, &mut json).unwrap();
    let yaml = serde_yaml::to_string(records).unwrap();
    let mut written = vec![("a.json", json.clone()), ("a.yaml", json)];
    // The crate writes these as they are, and so the file would be refused.
    if !yaml.contains(['\u{85}', '\u{2028}', '\u{2029}', '\u{fffe}', '\u{ffff}']) {
        written.push(("a.yaml", yaml.into_bytes()));
    }
    for (name, bytes) in written {
        match load::load(&memory(name, bytes)) {
            Ok(dataset) => assert!(dataset.records() == records, "{name} is read otherwise"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
    returns_shown(&records.agencies);
    returns_shown(&records.pillars);
    returns_shown(&records.documents);
    returns_shown(&records.programmes);
    returns_shown(&records.commitments);
}

fn returns_shown<T: Record + DeserializeOwned + PartialEq>(records: &[T]) {
    let whole = Items { count: records.len(), item: &|at| Cow::Owned(records[at].json().unwrap()) };
    for format in [Format::Json, Format::Yaml] {
        let mut text = Vec::new();
        render::records(whole, format, &Envelope::default(), &mut text).unwrap();
        let shown: Value = match format {
            Format::Json => serde_json::from_slice(&text).unwrap(),
            _ => serde_yaml::from_slice(&text).unwrap(),
        };
        let returned: Vec<T> = serde_json::from_value(shown["items"].clone()).unwrap();
        assert!(returned == records, "{format:?} is read otherwise");
    }
}

fn in_every_format(table: &Table) {
    let (wide, narrow) = (Style::default(), Style { width: Some(1), ..Style::default() });
    let written = |format, style: &Style| {
        render::render(table, format, style, &Envelope::default(), &mut io::sink()).unwrap();
    };
    Format::VARIANTS.iter().for_each(|format| written(*format, &wide));
    written(Format::Table, &narrow);
}
