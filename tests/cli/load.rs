//! Loading: what is refused, and that threads, pieces and formats make no difference.

use std::fs;

use cnd_tracker::load::{self, Source, load_with};
use cnd_tracker::model::Records;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::{DATA, Test, transcript};

#[test]
fn transcripts() {
    transcript("load");
}

/// The file is refused, and the check finds this fault of its encoding.
fn refused(bytes: &[u8], fault: &str) {
    let run = Test::new(["pillars", "--data", "a.yaml"]).file("a.yaml", bytes).output();
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
    let columns = ["check", "a.yaml", "-f", "csv", "--columns", "line,column,message,code"];
    let run = Test::new(columns).file("a.yaml", bytes).output();
    let row = format!("{fault},encoding");
    assert!(run.stdout.lines().any(|line| line == row), "{row}\n{}", run.stdout);
}

#[test]
fn bytes_that_are_no_text_are_refused_where_they_stand() {
    refused(b"pillars:\n  - id: \xc3\xa4\xff\n", "2,10,this is no character of UTF-8");
    refused(b"\xef\xbb\xbf# \xe4\n", "1,3,this is no character of UTF-8");
    refused(b"pillars:\n  - id: \xc3", "2,9,this is no character of UTF-8");
    refused(b"pillars:\n  - name: \"a\0b\"\n", "2,13,there is a NUL character here");
    refused(b"\xff\xfep\0i\0", "1,1,the file is in UTF-16");
    refused(b"\xfe\xff\0p\0i", "1,1,the file is in UTF-16");
}

#[test]
fn a_stream_of_broken_documents_comes_to_an_end() {
    let run = Test::new(["pillars", "--data", "-"]).stdin("---\n[\n---\n[\n".repeat(100)).output();
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
}

#[test]
fn one_document_may_begin_and_end_as_documents_do() {
    const PILLARS: &str = "pillars:\n  - {id: a, number: 1, name: A}\n";
    for text in [
        format!("---\n{PILLARS}"),
        format!("%YAML 1.2\n---\n{PILLARS}...\n"),
        format!("# comment\n--- # comment\n{PILLARS}"),
        PILLARS.replace('\n', "\r\n"),
        PILLARS.trim_end().to_owned(),
    ] {
        let test = Test::new(["pillars", "--columns", "id", "-f", "csv", "--data", "-"]);
        test.stdin(text).stdout("id\na\n").run();
    }
}

#[test]
fn anchors_are_what_they_stand_for() {
    let text = "agencies:\n  - {id: a, name: &n The name, kind: &k regional}\n  - {id: b, name: *n, kind: *k}\n";
    Test::new(["agencies", "--columns", "name,kind", "-f", "csv", "--data", "-"])
        .stdin(text)
        .stdout("name,kind\nThe name,regional\nThe name,regional\n")
        .run();
}

/// The records of a text in a file of this name, or what is wrong with them, read on so many threads.
fn loaded(name: &str, text: &str, threads: usize) -> Result<Records, String> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let place = format!("{}/", folder.path().display());
    match load_with(&Source::Path(path), threads) {
        Ok(dataset) => Ok(dataset.records().clone()),
        Err(error) => Err(error.to_string().replace(&place, "")),
    }
}

/// A text of so many pillars in a regular layout, long enough to be read in pieces.
fn long(count: usize) -> String {
    let pillar = |i: usize| {
        format!(
            "  # number {i}\n  - id: p{i}\n    number: {}\n    name: \"Pillar | {i}, of\n      many\"\n    aliases:\n      - '- {i}'\n\n",
            i % 256
        )
    };
    let text = format!("pillars:\n{}", (0..count).map(pillar).collect::<String>());
    assert!(text.len() > 256 * 1024, "{}", text.len());
    text
}

#[test]
fn a_long_file_is_the_same_in_pieces_and_as_a_whole() {
    let text = long(4000);
    // A document marker makes the layout irregular: such a file is parsed as a whole.
    let whole = loaded("a.yaml", &format!("---\n{text}"), 1).unwrap();
    assert_eq!(whole.pillars.len(), 4000);
    assert_eq!(&*whole.pillars[3999].name, "Pillar | 3999, of many");
    for threads in [1, 4] {
        assert_eq!(loaded("a.yaml", &text, threads).unwrap(), whole, "{threads} threads");
    }
}

#[test]
fn a_fault_in_a_long_file_is_reported_where_it_stands() {
    let text = long(4000);
    for (from, to, message) in [
        (
            "    number: 16\n    name: \"Pillar | 2064,",
            "    nmuber: 16\n    name: \"Pillar | 2064,",
            "[unknown-key]",
        ),
        ("  - id: p2064\n", "  - id: p2063\n", "another pillar has the id `p2063`"),
        ("'- 2064'", "~", "[empty-text]"),
        ("  - id: p2064\n", "  - id: p2064\n   x: 1\n", "[syntax]"),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
        let text = text.replace(from, to);
        let parallel = loaded("a.yaml", &text, 4).unwrap_err();
        let lines = line..=line + 1;
        let found = lines.into_iter().any(|line| parallel.contains(&format!("a.yaml:{line}:")));
        assert!(found && parallel.contains(message), "line {line}: {parallel}");
        assert_eq!(loaded("a.yaml", &text, 1).unwrap_err(), parallel);
        let whole = loaded("a.yaml", &format!("# a line more\n---\n{text}"), 1).unwrap_err();
        assert_eq!(whole.split(": ").nth(1), parallel.split(": ").nth(1));
    }
}

#[test]
fn a_reference_from_piece_to_piece_and_from_file_to_file_resolves() {
    let agency = |i: usize| {
        format!(
            "  - id: a{i}\n    name: Agency number {i} of the whole\n    kind: regional\n    parent: a{}\n",
            (i + 1) % 5000
        )
    };
    let agencies: Vec<String> = (0..5000).map(agency).collect();
    let text = format!("agencies:\n{}", agencies.concat());
    let whole = loaded("a.yaml", &text, 4).unwrap();
    assert_eq!(whole.agencies.len(), 5000);

    let folder = TempDir::new().unwrap();
    for (i, part) in agencies.chunks(700).enumerate() {
        fs::write(folder.path().join(format!("{i}.yaml")), format!("agencies:\n{}", part.concat()))
            .unwrap();
    }
    for threads in [1, 2, 4, 32] {
        let source = Source::Path(folder.path().to_owned());
        let dataset = load_with(&source, threads).unwrap();
        assert_eq!(dataset.records(), &whole, "{threads} threads");
    }
}

#[test]
fn every_file_that_cannot_be_parsed_is_named_in_order() {
    let folder = TempDir::new().unwrap();
    for name in ["c.yaml", "a.yaml", "b.yaml"] {
        fs::write(folder.path().join(name), "pillars: [\n").unwrap();
    }
    fs::write(folder.path().join("good.yaml"), "pillars: []\n").unwrap();
    let place = format!("{}/", folder.path().display());
    let said = [1, 4].map(|threads| {
        let error = load_with(&Source::Path(folder.path().to_owned()), threads).unwrap_err();
        error.to_string().replace(&place, "")
    });
    let files: Vec<&str> =
        said[0].lines().filter_map(|line| line.split_once(':')).map(|(f, _)| f).collect();
    assert_eq!(files, ["a.yaml", "b.yaml", "c.yaml"], "{}", said[0]);
    assert_eq!(said[0], said[1]);
}

#[test]
fn the_dataset_of_the_program_loads_alike_on_any_number_of_threads() {
    let data = Source::Path(concat!(env!("CARGO_MANIFEST_DIR"), "/data").into());
    let embedded = load::load(&Source::Embedded).unwrap();
    for threads in [1, 4] {
        assert_eq!(
            load_with(&data, threads).unwrap().records().programmes,
            embedded.records().programmes
        );
    }
}

#[test]
fn json_is_read_as_yaml_is() {
    let small = load::load(&Source::Path(format!("{DATA}/small").into())).unwrap();
    let json = serde_json::to_string_pretty(small.records()).unwrap();
    assert_eq!(&loaded("a.json", &json, 1).unwrap(), small.records());
    assert_eq!(&loaded("a.yaml", &json, 1).unwrap(), small.records());
    let yaml = serde_yaml::to_string(small.records()).unwrap();
    assert_eq!(&loaded("a.yaml", &yaml, 1).unwrap(), small.records());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a file, the answer is a dataset or a finding with a place in the file.
    #[test]
    fn no_text_makes_it_fall_over(text in "(pillars|agencies|- |id: a|name: b|\n|  |:|\\[|\\{|\\}|~|\"|&x|\\*x|---|\\PC){0,30}") {
        for name in ["a.yaml", "a.json"] {
            if let Err(message) = loaded(name, &text, 2) {
                let mut parts = message.split(':');
                prop_assert_eq!(parts.next(), Some(name), "{}", &message);
                let line: usize = parts.next().unwrap().parse().unwrap();
                prop_assert!((1..=text.lines().count() + 1).contains(&line), "{}", &message);
            }
        }
    }
}
