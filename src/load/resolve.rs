//! One dataset out of the records of many files, with unique ids and no reference that leads nowhere.

use std::collections::{BTreeMap, HashMap};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Kind, Record, Records, Step, for_each_reference};
use crate::nearest::{did_you_mean, nearest};

/// For each file and kind, how many records of the kind stand before those of the file.
pub type Origins = Vec<BTreeMap<Kind, usize>>;

/// The records of all files, in order, with where each came from.
pub fn merge(parts: Vec<Records>) -> (Records, Origins) {
    let mut records = Records::default();
    let mut origins = Origins::new();
    for part in parts {
        origins.push(BTreeMap::from([
            (Kind::Agency, records.agencies.len()),
            (Kind::Pillar, records.pillars.len()),
            (Kind::Document, records.documents.len()),
            (Kind::Programme, records.programmes.len()),
            (Kind::Commitment, records.commitments.len()),
        ]));
        records.append(part);
    }
    (records, origins)
}

/// Every duplicate id and every reference that leads nowhere.
pub fn check(records: &Records, origins: &Origins) -> Result<(), Vec<Diagnostic>> {
    if records.is_empty() {
        return Err(vec![Diagnostic {
            code: Code::NoRecords,
            message: "there is no record in this dataset".to_owned(),
            help: Some(
                "a dataset has one of the lists `agencies:`, `pillars:`, `documents:`, `programmes:`, \
                 `commitments:`"
                    .to_owned(),
            ),
            file: 0,
            place: Place::Whole,
        }]);
    }
    let mut diagnostics = Vec::new();
    let known = BTreeMap::from([
        ids(&records.agencies, origins, &mut diagnostics),
        ids(&records.pillars, origins, &mut diagnostics),
        ids(&records.documents, origins, &mut diagnostics),
        ids(&records.programmes, origins, &mut diagnostics),
        ids(&records.commitments, origins, &mut diagnostics),
    ]);
    for_each_reference(records, &mut |reference| {
        let ids = &known[&reference.to];
        if !ids.contains_key(reference.target) {
            let (file, place) = place(origins, reference.from, reference.position, reference.path);
            diagnostics.push(Diagnostic {
                code: Code::DanglingReference,
                message: format!(
                    "no {} has the id `{}`",
                    <&str>::from(reference.to),
                    reference.target
                ),
                help: did_you_mean(&nearest(reference.target, ids.keys().copied())),
                file,
                place,
            });
        }
    });
    if diagnostics.is_empty() { Ok(()) } else { Err(diagnostics) }
}

/// The ids of one kind, with the position of the first record that has each.
fn ids<'a, T: Record>(
    records: &'a [T],
    origins: &Origins,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Kind, HashMap<&'a str, usize>) {
    let mut ids = HashMap::with_capacity(records.len());
    for (position, record) in records.iter().enumerate() {
        if ids.contains_key(record.id().as_str()) {
            let (file, place) = place(origins, T::KIND, position, &[Step::Key("id")]);
            diagnostics.push(Diagnostic {
                code: Code::DuplicateId,
                message: format!("another {} has the id `{}`", <&str>::from(T::KIND), record.id()),
                help: Some("give one of the two another id, or delete it".to_owned()),
                file,
                place,
            });
        } else {
            ids.insert(record.id().as_str(), position);
        }
    }
    (T::KIND, ids)
}

/// The file and the path there of a value at `path` in the record at `position` of its kind.
fn place(origins: &Origins, kind: Kind, position: usize, path: &[Step]) -> (usize, Place) {
    let file = origins.partition_point(|before| before[&kind] <= position).saturating_sub(1);
    let mut steps = vec![Step::Key(kind.list()), Step::Item(position - origins[file][&kind])];
    steps.extend_from_slice(path);
    (file, Place::Path(steps))
}
