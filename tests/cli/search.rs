//! `cnd search`

use cnd_tracker::model::Dataset;
use cnd_tracker::query;

use crate::columns::all_are_shown;
use crate::support::Test;

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
