//! `cnd search`

use std::fmt::Write;
use std::fs;
use std::path::Path;

use cnd_tracker::model::{Dataset, Records};
use cnd_tracker::query::{self, Words};
use serde_json::json;

use crate::columns::all_are_shown;
use crate::support::{Test, still_says};

/// What a search does not look into, and why.
const LEFT_OUT: [(&str, &[&str]); 2] = [
    (
        "A flag has no words.",
        &["commitments/evidence/completes", "documents/periodic", "programmes/reports/planned"],
    ),
    (
        "The names of fields are not what a record says.",
        &[
            "agencies/external/fields", "commitments/external/fields", "documents/external/fields",
            "pillars/external/fields", "programmes/external/fields",
        ],
    ),
];

#[test]
fn every_field_is_looked_into() {
    all_are_shown(&LEFT_OUT, |kind, records| {
        let records = serde_json::from_value(records).unwrap();
        let dataset = Dataset::new("full".to_owned(), records);
        let record = dataset.records().of(kind).pop().unwrap();
        let texts = query::texts(record, &dataset).into_iter();
        texts.map(|(field, text)| format!("{field}: {text}")).collect::<Vec<_>>()
    });
}

#[test]
fn words_that_stand_together_elsewhere_are_a_phrase_in_quotes() {
    let data = "pillars:\n  - {id: a, number: 1, name: Organised crime}\n  - {id: b, number: 2, name: Crime of the organised}\n";
    let summaries = "only the records (summaries) are searched, not the text of the documents\n";
    let search = |words: &str| {
        let run =
            Test::line(&format!("search {words} --data d.yaml")).file("d.yaml", data).output();
        run.complaints()
    };
    assert_eq!(
        search("organised crime"),
        format!(
            "1 record contains the words as a phrase: `cnd search 'organised crime' --data d.yaml`\n{summaries}"
        )
    );
    assert_eq!(search("crime"), summaries);
    assert_eq!(
        search("cirme"),
        format!("no matches found\ndid you mean `cnd search crime --data d.yaml`?\n{summaries}")
    );
}

/// A dataset with one acronym.
fn dataset() -> Dataset {
    let agency =
        json!({"id": "who", "name": "Health", "acronym": "WHO", "kind": "specialised-agency"});
    let records: Records = serde_json::from_value(json!({"agencies": [agency]})).unwrap();
    Dataset::new("words".to_owned(), records)
}

fn read(words: &str) -> Words {
    Words::read(&[words], &dataset()).unwrap()
}

/// `BLESS=1` writes what is found into the file instead: read the difference.
#[test]
fn words_are_found_in_the_texts_below_them() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/words.txt");
    let cases = fs::read_to_string(path).unwrap();
    let (mut found, mut words) = (String::new(), None);
    for line in cases.lines() {
        match &words {
            _ if line.is_empty() || line.starts_with('#') => words = None,
            None => words = Some(read(line)),
            Some(words) => {
                let text = line.split_once(" => ").map_or(line, |(text, _)| text);
                let excerpt = words.find([("name", text)]).map(|found| found.excerpt);
                writeln!(found, "{text} => {}", excerpt.as_deref().unwrap_or("-")).unwrap();
                continue;
            }
        }
        writeln!(found, "{line}").unwrap();
    }
    still_says(Path::new(path), &cases, &found);
}

#[test]
fn words_may_be_in_any_field_and_the_excerpt_is_of_the_longest_text() {
    let texts = [("name", "Côte d’Ivoire training"), ("summary", "For prosecutors")];
    let fields = |words: &str| read(words).find(texts).map(|found| found.fields);
    assert_eq!(fields("COTE prosecutors"), Some(vec!["name", "summary"]));
    assert_eq!(fields("d'ivoire"), Some(vec!["name"]));
    assert_eq!(fields("cote judges"), None);
    let best = read("drug").find([("id", "drug"), ("name", "A drug policy")]).unwrap();
    assert_eq!((best.fields, best.excerpt.as_str()), (vec!["id", "name"], "A drug policy"));
}

#[test]
fn an_argument_of_several_words_is_a_phrase() {
    let typed = |arguments: &[&str]| Words::typed(arguments, &[], &dataset()).unwrap();
    assert_eq!(typed(&["pain management"]), read("\"pain management\""));
    assert_eq!(typed(&["pain", "management"]), read("pain management"));
    assert_eq!(typed(&["a \"b c\""]), read("a \"b c\""));
}

#[test]
fn repeats_ask_for_more_words_and_none_is_a_mistake() {
    let read = |texts: &[&str]| Words::read(texts, &dataset());
    assert_eq!(read(&["a b", "c"]), read(&["a b c"]));
    assert!(read(&[]).unwrap().is_empty());
    for empty in ["", " ", "\t\u{a0}", "\"\"", "|"] {
        assert!(read(&["a", empty]).is_err(), "{empty:?}");
    }
}
