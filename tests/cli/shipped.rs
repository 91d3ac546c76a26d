//! The dataset inside the program: what must hold of it whatever is corrected in it.

use std::collections::BTreeSet;

use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{Dataset, Kind, Record, Records, Vocabulary, for_each_reference};
use cnd_tracker::view::{self, Carded, Selection};

use crate::support::Test;

fn shipped() -> Dataset {
    load(&Source::Embedded).unwrap()
}

fn ids<T: Record>(records: &[T]) -> BTreeSet<&str> {
    let ids: BTreeSet<&str> = records.iter().map(|record| record.id().as_str()).collect();
    assert_eq!(ids.len(), records.len(), "two records of kind {} have one id", T::KIND.word());
    let former: Vec<&str> = records.iter().flat_map(T::former_ids).map(|id| id.as_str()).collect();
    let known: BTreeSet<&str> = former.iter().copied().collect();
    assert_eq!(known.len(), former.len(), "two records of kind {} had one id", T::KIND.word());
    assert!(known.is_disjoint(&ids), "a former id of kind {} is in use", T::KIND.word());
    ids
}

fn ids_of(records: &Records, kind: Kind) -> BTreeSet<&str> {
    match kind {
        Kind::Agency => ids(&records.agencies),
        Kind::Pillar => ids(&records.pillars),
        Kind::Document => ids(&records.documents),
        Kind::Programme => ids(&records.programmes),
        Kind::Commitment => ids(&records.commitments),
    }
}

#[test]
fn ids_are_unique_and_references_resolve() {
    let dataset = shipped();
    let records = dataset.records();
    let mut references = 0;
    for_each_reference(records, &mut |reference| {
        references += 1;
        let resolves = match reference.to {
            Kind::Agency => records.agencies.iter().any(|a| a.id.as_str() == reference.target),
            Kind::Pillar => records.pillars.iter().any(|p| p.id.as_str() == reference.target),
            Kind::Document => records.documents.iter().any(|d| d.id.as_str() == reference.target),
            Kind::Programme => records.programmes.iter().any(|p| p.id.as_str() == reference.target),
            Kind::Commitment => {
                records.commitments.iter().any(|c| c.id.as_str() == reference.target)
            }
        };
        assert!(resolves, "{reference:?}");
    });
    assert!(references > 300, "{references} references only");
    for kind in Kind::all() {
        assert!(ids_of(records, *kind).len() >= 7, "{kind:?}");
    }
}

/// Every mapping key that refers is known to `for_each_reference`: it visits as many values as the text has.
#[test]
fn every_reference_is_visited() {
    let dataset = shipped();
    let text = serde_json::to_value(dataset.records()).unwrap();
    let mut written = 0;
    count(&text, &mut written);
    let mut visited = 0;
    for_each_reference(dataset.records(), &mut |_| visited += 1);
    assert_eq!(visited, written);
}

/// Counts the values under keys that refer to records; groups of actors are no records.
fn count(value: &serde_json::Value, found: &mut usize) {
    const KEYS: [&str; 11] = [
        "parent",
        "body",
        "document",
        "pillar",
        "second_pillars",
        "part_of",
        "agency",
        "made_by",
        "addressed_to",
        "instrument",
        "programme",
    ];
    let groups = cnd_tracker::model::Group::words();
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                let values = match value {
                    serde_json::Value::Array(items) => items.iter().collect(),
                    one => vec![one],
                };
                let ids = values.iter().filter_map(|value| value.as_str());
                if KEYS.contains(&key.as_str()) {
                    *found += ids.filter(|id| !groups.contains(id)).count();
                }
                count(value, found);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| count(item, found)),
        _ => {}
    }
}

/// An acronym or name that two agencies share could not be asked for.
#[test]
fn every_record_can_be_asked_for_by_its_names() {
    let dataset = shipped();
    let records = dataset.records();
    for agency in &records.agencies {
        for name in [Some(&agency.name), agency.acronym.as_ref()].into_iter().flatten() {
            let found = cnd_tracker::query::one::<cnd_tracker::model::Agency>(&dataset, name);
            assert_eq!(found.as_ref(), Ok(&agency.id), "{name}");
        }
    }
    for document in &records.documents {
        for name in document.symbol.iter().chain([&document.title]) {
            let found = cnd_tracker::query::one::<cnd_tracker::model::Document>(&dataset, name);
            assert_eq!(found.as_ref(), Ok(&document.id), "{name}");
        }
    }
    for programme in &records.programmes {
        let found =
            cnd_tracker::query::one::<cnd_tracker::model::Programme>(&dataset, &programme.name);
        assert_eq!(found.as_ref(), Ok(&programme.id), "{}", programme.name);
    }
}

#[test]
fn every_line_of_every_card_has_a_source() {
    fn check<T: Carded>(records: &[T], dataset: &Dataset) {
        for record in records {
            let lines = record.card(dataset);
            assert!(lines.len() > 2, "{}", record.id());
            let card = Selection::default().table("lines", &lines, &view::lines()).unwrap();
            for line in card.rows {
                assert_ne!(line[2].to_string(), "", "{}: {line:?}", record.id());
            }
        }
    }
    let dataset = shipped();
    let records = dataset.records();
    check(&records.agencies, &dataset);
    check(&records.pillars, &dataset);
    check(&records.documents, &dataset);
    check(&records.programmes, &dataset);
    check(&records.commitments, &dataset);
}

#[test]
fn a_few_of_each_kind_can_be_shown_whole() {
    let dataset = shipped();
    let mut names: Vec<String> = Vec::new();
    for kind in Kind::all() {
        let ids = ids_of(dataset.records(), *kind);
        names.extend(ids.iter().map(|id| format!("{}:{id}", kind.word())));
    }
    // One run for each record would take seconds.
    for name in names.iter().step_by(9) {
        let run = Test::new(["show", name, "-f", "jsonl"]).output();
        assert_eq!(run.quiet().lines().count(), 1, "{name}");
    }
}

#[test]
fn the_pillars_are_the_seven_chapters() {
    let dataset = shipped();
    let numbers: Vec<u8> = dataset.records().pillars.iter().map(|pillar| pillar.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
}
