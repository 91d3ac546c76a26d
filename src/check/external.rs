//! Rules for the marks of what comes from elsewhere.

use super::Found;
use crate::diagnostic::{Code, shown};
use crate::model::{
    Agency, Commitment, Dataset, Document, External, Kind, Pillar, Programme, Record, Step,
};
use crate::nearest::{did_you_mean, nearest};

/// A mark of an external source names fields that records of its kind have.
pub fn unknown_fields(dataset: &Dataset, found: &mut Found) {
    let records = dataset.records();
    marks(&records.agencies, |record: &Agency| &record.external, found);
    marks(&records.pillars, |record: &Pillar| &record.external, found);
    marks(&records.documents, |record: &Document| &record.external, found);
    marks(&records.programmes, |record: &Programme| &record.external, found);
    marks(&records.commitments, |record: &Commitment| &record.external, found);
}

fn marks<T: Record + schemars::JsonSchema>(
    records: &[T],
    external: fn(&T) -> &[External],
    found: &mut Found,
) {
    if records.iter().all(|record| external(record).is_empty()) {
        return;
    }
    let schema = schemars::schema_for!(T).to_value();
    let known: Vec<&str> = schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.as_str())
        .collect();
    for (position, record) in records.iter().enumerate() {
        for (i, mark) in external(record).iter().enumerate() {
            for (k, field) in mark.fields.iter().enumerate() {
                if !known.contains(&&**field) {
                    add((T::KIND, position), (i, k), field, &known, found);
                }
            }
        }
    }
}

fn add(at: (Kind, usize), (i, k): (usize, usize), field: &str, known: &[&str], found: &mut Found) {
    let kind: &str = at.0.into();
    let message =
        format!("no {kind} has a field `{}` that could come from elsewhere", shown(field));
    let help = did_you_mean(&nearest(field, known.iter().copied()))
        .unwrap_or_else(|| format!("the fields are {}", known.join(", ")));
    let path = [Step::Key("external"), Step::Item(i), Step::Key("fields"), Step::Item(k)];
    found.add(Code::UnknownField, at, &path, message, &help);
}
