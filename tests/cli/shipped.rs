//! The dataset inside the program: what must hold of it whatever is corrected in it.

use std::collections::BTreeSet;

use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{
    Agency, Dataset, Document, Id, Kind, Records, Role, Step, Vocabulary, for_each_reference,
};
use cnd_tracker::query::{AgencyFilter, Every, PairFilter, ProgrammeFilter, headlines};

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
    for_each_reference(&Dataset::new(String::new(), records), &mut |reference| {
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
    for_each_reference(&dataset, &mut |reference| {
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

/// Those whom a filter by one agency finds beside it, as the headline figure, the pairs and `--with` count them, and as
/// they are counted without that filter.
fn partners(agency: &Agency, scope: &ProgrammeFilter, dataset: &Dataset) -> [usize; 4] {
    let around = Every::only(agency.id.clone());
    let pairs = PairFilter { around: around.clone(), ..PairFilter::default() };
    let its = ProgrammeFilter { agencies: around.clone(), ..scope.clone() }.find(dataset);
    let lines = headlines(&its, Some(agency), dataset);
    let named = lines.iter().find(|line| line.counts_partners()).map_or(0, |line| line.count);
    let with = AgencyFilter { with: around, scope: scope.clone(), ..AgencyFilter::default() };
    let all = scope.find(dataset);
    [
        named,
        pairs.find(&its, dataset).0.len(),
        pairs.find(&all, dataset).0.len(),
        with.find(dataset).len(),
    ]
}

/// Whichever filter chooses the programmes of a document, the document names the same agencies in them.
#[test]
fn who_is_named_together_in_a_document_is_the_same_by_every_way() {
    let dataset = shipped();
    let reporting = |document: &&Document| {
        let mut reports = dataset.records().programmes.iter().flat_map(|p| &p.reports);
        reports.any(|report| report.document == document.id)
    };
    let roles: Vec<Option<Role>> =
        [None].into_iter().chain(Role::all().iter().map(|role| Some(*role))).collect();
    for document in dataset.records().documents.iter().filter(reporting) {
        let documents: Every<Id<Document>> = Every::only(document.id.clone());
        for role in &roles {
            let roles = role.map_or_else(Every::default, Every::only);
            let documents = documents.clone();
            let scope = ProgrammeFilter { documents, roles, ..ProgrammeFilter::default() };
            let joint: BTreeSet<_> = ProgrammeFilter { joint: true, ..scope.clone() }
                .find(&dataset)
                .iter()
                .map(|found| &found.programme.id)
                .collect();
            let all = scope.find(&dataset);
            let parts = all.iter().flat_map(|found| found.participants());
            let named: BTreeSet<&Id<Agency>> = parts.map(|part| &part.agency).collect();
            for agency in named.into_iter().filter_map(|id| dataset.get(id)) {
                let [named, others @ ..] = partners(agency, &scope, &dataset);
                let place = format!("{}, {}, {role:?}", document.id, agency.id);
                assert_eq!(others, [named; 3], "{place}");
                let agencies = Every::only(agency.id.clone());
                for found in (ProgrammeFilter { agencies, ..scope.clone() }).find(&dataset) {
                    let is_joint = joint.contains(&found.programme.id);
                    assert_eq!(found.is_joint(), is_joint, "{place}, {}", found.programme.id);
                }
            }
        }
    }
}
