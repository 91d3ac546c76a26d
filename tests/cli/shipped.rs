//! The dataset inside the program: what must hold of it whatever is corrected in it.

use std::collections::BTreeSet;

use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{Dataset, Document, Kind, Records, Step, Vocabulary, for_each_reference};

use crate::full::full;
use crate::listings;
use crate::support::Test;

fn shipped() -> Dataset {
    load(&Source::Embedded).unwrap()
}

/// The ids of a kind, which no two records have or had.
fn ids(records: &Records, kind: Kind) -> BTreeSet<&str> {
    let (all, word) = (records.of(kind), kind.word());
    let ids: BTreeSet<&str> = all.iter().map(|record| record.slug()).collect();
    assert_eq!(ids.len(), all.len(), "two records of kind {word} have one id");
    let former: Vec<&str> = all.iter().flat_map(|record| record.former_slugs()).collect();
    let known: BTreeSet<&str> = former.iter().copied().collect();
    assert_eq!(known.len(), former.len(), "two records of kind {word} had one id");
    assert!(known.is_disjoint(&ids), "a former id of kind {word} is in use");
    ids
}

#[test]
fn every_place_that_refers_to_a_record_is_visited() {
    let mut records = Records::default();
    records.agencies.push(full(0));
    records.pillars.push(full(0));
    records.documents.push(full(0));
    records.programmes.push(full(0));
    records.commitments.extend([full(0), full(1)]);
    let mut visited = BTreeSet::new();
    for_each_reference(&records, &mut |reference| {
        let keys = reference.path.iter().filter_map(|step| match step {
            Step::Key(key) => Some(*key),
            Step::Item(_) => None,
        });
        let path = keys.collect::<Vec<_>>().join(".");
        visited.insert(format!("{} {path}: {}", reference.from.word(), reference.to.word()));
    });
    let expected = [
        "agency parent: agency",
        "agency sources.document: document",
        "commitment addressed_to: agency",
        "commitment evidence.document: document",
        "commitment evidence.programme: programme",
        "commitment instrument: document",
        "commitment made_by: agency",
        "commitment pillar: pillar",
        "commitment repeats.commitment: commitment",
        "commitment sources.document: document",
        "document body: agency",
        "document cited_as.document: document",
        "document coverage.compared.with: document",
        "document places.document: document",
        "document sections.pillar: pillar",
        "document sources.document: document",
        "programme part_of: programme",
        "programme pillar: pillar",
        "programme reports.document: document",
        "programme reports.participants.agency: agency",
        "programme reports.participants.through: agency",
        "programme second_pillars: pillar",
    ];
    assert_eq!(visited, expected.map(str::to_owned).into());
}

#[test]
fn ids_are_unique_and_references_resolve() {
    let dataset = shipped();
    let records = dataset.records();
    let mut references = 0;
    for_each_reference(records, &mut |reference| {
        references += 1;
        let resolves = records.of(reference.to).iter().any(|to| to.slug() == reference.target);
        assert!(resolves, "{reference:?}");
    });
    assert!(references > 300, "{references} references only");
    for kind in Kind::all() {
        assert!(ids(records, *kind).len() >= 7, "{kind:?}");
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
        // Resolutions of several years bear one title.
        let shares_title = |other: &&Document| other.title == document.title;
        let is_unique = records.documents.iter().filter(shares_title).count() == 1;
        for name in document.symbol.iter().chain(is_unique.then_some(&document.title)) {
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
    let dataset = shipped();
    for record in Kind::all().iter().flat_map(|kind| dataset.records().of(*kind)) {
        let card = listings::card(record, &dataset);
        assert!(card.rows.len() > 2, "{}", record.slug());
        for line in card.rows {
            assert_ne!(line[2].to_string(), "", "{}: {line:?}", record.slug());
        }
    }
}

#[test]
fn a_few_of_each_kind_can_be_shown_whole() {
    let dataset = shipped();
    let mut names: Vec<String> = Vec::new();
    for kind in Kind::all() {
        let ids = ids(dataset.records(), *kind);
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
