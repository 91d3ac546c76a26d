//! `cnd search`

use cnd_tracker::model::Dataset;
use cnd_tracker::query;

use crate::columns::all_are_shown;

/// What a search does not look into, and why.
const LEFT_OUT: [(&str, &[&str]); 2] = [
    (
        "A flag has no words.",
        &["commitments/evidence/completes", "documents/periodic", "programmes/reports/planned"],
    ),
    (
        "The names of fields are not what a record says.",
        &[
            "agencies/external/fields",
            "commitments/external/fields",
            "documents/external/fields",
            "pillars/external/fields",
            "programmes/external/fields",
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
