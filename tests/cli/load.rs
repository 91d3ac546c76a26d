//! Loading: what is refused, and that files and formats make no difference.

use std::fs;

use cnd_tracker::load::{self, Source};
use cnd_tracker::model::Records;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::{DATA, Test};

/// The file is refused, and the check finds this fault of its encoding alone.
fn refused(bytes: &[u8], fault: &str) {
    let run = Test::new(["pillars", "--data", "a.yaml"]).file("a.yaml", bytes).output();
    assert_eq!((run.status, run.stdout.as_str()), (3, ""));
    let columns = ["check", "a.yaml", "-f", "csv", "--columns", "line,column,message,code"];
    let run = Test::new(columns).file("a.yaml", bytes).output();
    assert_eq!(run.stdout, format!("line,column,message,code\n{fault},encoding\n"));
}

#[test]
fn bytes_that_are_no_text_are_refused_once_and_where_they_begin() {
    const NO_UTF_8: &str = "this is not a character of UTF-8";
    const NUL: &str = "there is a NUL character here";
    const PILLAR: &str = "pillars:\n  - {id: one, number: 1, name: One}\n";
    refused(b"pillars:\n  - id: \xc3\xa4\xff\n", &format!("2,10,{NO_UTF_8}"));
    refused(b"\xef\xbb\xbf# \xe4\n", &format!("1,3,{NO_UTF_8}"));
    refused(b"pillars:\n  - id: \xc3", &format!("2,9,{NO_UTF_8}"));
    refused(b"- {number: x, name: C\xf4te}\n# \xff\n# \0\0 \0\n", &format!("1,22,{NO_UTF_8}"));
    refused(b"- {number: x, name: \"O\0ne\"}\n", &format!("1,23,{NUL}"));
    refused(b"\xff\xfep\0i\0", "1,1,the file is in UTF-16 or UTF-32");
    refused(b"\xfe\xff\0p\0i", "1,1,the file is in UTF-16 or UTF-32");
    let wide: Vec<u8> = PILLAR.encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&wide, "1,1,the file is in UTF-16 or UTF-32");
    let wide: Vec<u8> = PILLAR.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    refused(&wide, "1,1,the file is in UTF-16 or UTF-32");
}

#[test]
fn a_refusal_shows_five_errors_and_says_how_many_more_there_are() {
    let pillar = |number: usize| format!("  - {{id: p{number}, number: x, name: P}}\n");
    let pillars: String = (1..=7).map(pillar).collect();
    let shown = |number: usize| {
        let line = number + 1;
        format!(
            "a.yaml:{line}:22: error[wrong-type]: expected a whole number from 0 to 255, found `x`\n  \
             {line} |   - {{id: p{number}, number: x, name: P}}\n    |                      ^\n  \
             help: write the number in digits, without separators, leading zeros or quotes\n\n"
        )
    };
    let five: String = (1..=5).map(shown).collect();
    let last = "error: the dataset is not valid: 7 errors, 2 more than are shown here; run `cnd check a.yaml`\n";
    let test = Test::new(["programmes", "--data", "a.yaml"]);
    test.file("a.yaml", format!("pillars:\n{pillars}")).stderr(&(five + last)).status(3).run();
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

/// The records of a text in a file of this name, or what is wrong with them.
fn loaded(name: &str, text: &str) -> Result<Records, String> {
    let source = Source::Memory(vec![(name.into(), text.into())]);
    let dataset = load::load(&source).map_err(|error| error.to_string())?;
    Ok(dataset.records().clone())
}

#[test]
fn a_reference_from_file_to_file_resolves() {
    let agency = |i: usize| {
        let parent = (i + 1) % 500;
        format!("  - {{id: a{i}, name: A {i}, kind: regional, parent: a{parent}}}\n")
    };
    let agencies: Vec<String> = (0..500).map(agency).collect();
    let whole = loaded("a.yaml", &format!("agencies:\n{}", agencies.concat())).unwrap();
    let file = |(i, part): (usize, &[String])| {
        (format!("{i}.yaml").into(), format!("agencies:\n{}", part.concat()).into())
    };
    let files = agencies.chunks(70).enumerate().map(file).collect();
    assert_eq!(load::load(&Source::Memory(files)).unwrap().records(), &whole);
}

#[test]
fn every_file_that_cannot_be_parsed_is_named_in_order() {
    let folder = TempDir::new().unwrap();
    for name in ["c.yaml", "a.yaml", "b.yaml"] {
        fs::write(folder.path().join(name), "pillars: [\n").unwrap();
    }
    fs::write(folder.path().join("good.yaml"), "pillars: []\n").unwrap();
    let place = format!("{}/", folder.path().display());
    let error = load::load(&Source::Path(folder.path().to_owned())).unwrap_err();
    let said = error.to_string().replace(&place, "");
    let files: Vec<&str> =
        said.lines().filter_map(|line| line.split_once(':')).map(|(f, _)| f).collect();
    assert_eq!(files, ["a.yaml", "b.yaml", "c.yaml"], "{said}");
}

#[test]
fn the_dataset_of_the_program_is_that_of_its_files() {
    let data = Source::Path(concat!(env!("CARGO_MANIFEST_DIR"), "/data").into());
    let embedded = load::load(&Source::Embedded).unwrap();
    assert_eq!(load::load(&data).unwrap().records(), embedded.records());
}

#[test]
fn json_is_read_as_yaml_is() {
    let small = load::load(&Source::Path(format!("{DATA}/small").into())).unwrap();
    let json = serde_json::to_string_pretty(small.records()).unwrap();
    assert_eq!(&loaded("a.json", &json).unwrap(), small.records());
    assert_eq!(&loaded("a.yaml", &json).unwrap(), small.records());
    let yaml = serde_yaml::to_string(small.records()).unwrap();
    assert_eq!(&loaded("a.yaml", &yaml).unwrap(), small.records());
}

#[test]
fn json_under_the_name_of_yaml_may_have_a_letter_that_yaml_forbids() {
    let text =
        "{\"agencies\": [{\"id\": \"a\", \"name\": \"A\u{2028}B\", \"kind\": \"academic\"}]}";
    Test::new(["agencies", "--columns", "name", "-f", "jsonl", "--data", "a.yaml"])
        .file("a.yaml", text)
        .stdout("{\"name\":\"A\\u2028B\"}\n")
        .run();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a file, the answer is a dataset or a finding with a place in the file.
    #[test]
    fn no_text_makes_it_fall_over(text in "(pillars|agencies|- |id: a|name: b|\n|  |:|\\[|\\{|\\}|~|\"|&x|\\*x|---|\\PC){0,30}") {
        for name in ["a.yaml", "a.json"] {
            if let Err(message) = loaded(name, &text) {
                let mut parts = message.split(':');
                prop_assert_eq!(parts.next(), Some(name), "{}", &message);
                let line: usize = parts.next().unwrap().parse().unwrap();
                prop_assert!((1..=text.lines().count() + 1).contains(&line), "{}", &message);
            }
        }
    }
}
