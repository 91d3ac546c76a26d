//! Statistics and pairs over random datasets: against the filters, and against a plain recount.

use std::collections::BTreeMap;

use cnd_tracker::model::{
    Agency, Country, Dataset, Document, Id, Programme, Report, Role, Vocabulary,
};
use cnd_tracker::query::{
    AgencyFilter, Category, Dimension, Error, Every, Pair, PairFilter, Partner, Place,
    ProgrammeFilter, Tally, headlines, one, paragraphs, word,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::random::{any_records, cases};

fn any_dataset() -> impl Strategy<Value = Dataset> {
    any_records().prop_map(|records| Dataset::new("random".to_owned(), records))
}

/// What `--role` may ask: nothing, one role, or one of two.
fn any_roles() -> impl Strategy<Value = Every<Role>> {
    let asked = select(vec!["lead", "partner", "lead,author"]);
    proptest::collection::vec(asked, 0..3)
        .prop_map(|asked| Every::read(&owned(&asked), &|value| word("role", value)).unwrap())
}

/// What `--document` may ask: nothing, one document, or one of two.
fn any_documents() -> impl Strategy<Value = Every<Id<Document>>> {
    let asked = proptest::option::of(select(vec!["d0", "d1", "d0,d1"]));
    asked.prop_map(|asked| {
        Every::read(&owned(asked.as_slice()), &|id| Id::new(id).map_err(Error::bare)).unwrap()
    })
}

fn any_dimension() -> impl Strategy<Value = Dimension> {
    select(Dimension::all())
}

fn owned(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn is_missing(value: Category<'_>) -> bool {
    matches!(value, Category::NotStated | Category::NumberOnly)
}

/// The filter, narrowed to the programmes that have this value.
fn narrowed(filter: &ProgrammeFilter, value: Category<'_>, dataset: &Dataset) -> ProgrammeFilter {
    let mut filter = filter.clone();
    let key = &owned(&[value.key()]);
    match value {
        Category::Pillar(_) => filter.pillars = Every::read(key, &|v| one(dataset, v)).unwrap(),
        Category::Agency(_) => filter.agencies = Every::read(key, &|v| one(dataset, v)).unwrap(),
        Category::Country(country) => {
            filter.countries = Every::read(key, &|_| Ok(country)).unwrap();
        }
        Category::Region(_) => {
            filter.regions = Every::read(key, &|v| Place::read(dataset, v)).unwrap()
        }
        Category::Kind(_) => filter.kinds = Every::read(key, &|v| word("kind", v)).unwrap(),
        Category::Document(_) => filter.documents = Every::read(key, &|v| one(dataset, v)).unwrap(),
        Category::Role(_) => filter.roles = Every::read(key, &|v| word("role", v)).unwrap(),
        Category::NotStated | Category::NumberOnly => {
            panic!("no filter asks for what is not stated")
        }
    }
    filter
}

fn pairs<'a>(dataset: &'a Dataset, partner: Partner, around: Every<Id<Agency>>) -> Vec<Pair<'a>> {
    let found = ProgrammeFilter::default().find(dataset);
    PairFilter { partner, around, ..PairFilter::default() }.find(&found, dataset).0
}

/// The programmes of which some document says both things, counted record by record.
fn recount(dataset: &Dataset, a: &dyn Fn(&Report) -> bool, b: &dyn Fn(&Report) -> bool) -> usize {
    let documents = &dataset.records().documents;
    let says = |p: &&Programme| {
        documents.iter().any(|document| {
            let mut reports = p.reports.iter().filter(|r| r.document == document.id);
            reports.clone().any(a) && reports.any(b)
        })
    };
    dataset.records().programmes.iter().filter(says).count()
}

/// 200 million pairs stand behind these 20,000; to list them first would take minutes.
#[test]
fn only_the_pairs_around_an_agency_are_made() {
    let ids: Vec<String> = (0..20_000).map(|number| format!("a{number}")).collect();
    let part = |id: &String| json!({"agency": id, "role": "partner"});
    let agency = |id: &String| json!({"id": id, "name": id, "kind": "academic"});
    let participants: Vec<Value> = ids.iter().map(part).collect();
    let report = json!({"document": "d", "paragraph": "1", "participants": participants});
    let records = json!({
        "agencies": ids.iter().map(agency).collect::<Vec<_>>(),
        "documents": [{"id": "d", "title": "D", "kind": "note"}],
        "programmes": [{
            "id": "p", "name": "P", "kind": "event", "pillar": "one", "filed_by": "source", "reports": [report],
        }],
    });
    let dataset = Dataset::new("many".to_owned(), serde_json::from_value(records).unwrap());
    let around = Every::only(Id::new("a77").unwrap());
    assert_eq!(pairs(&dataset, Partner::Agency, around).len(), 19_999);
}

proptest! {
    #![proptest_config(cases(256, 64))]

    #[test]
    fn a_cell_counts_what_the_filter_of_both_values_finds(
        dataset in any_dataset(),
        by in any_dimension(),
        across in any_dimension(),
        paragraph in proptest::option::of(select(vec!["1", "2"])),
        documents in any_documents(),
        roles in any_roles(),
    ) {
        prop_assume!(by != across);
        // Each dimension is a filter of its own here: that of documents is not asked twice.
        prop_assume!(documents.is_empty() || ![by, across].contains(&Dimension::Document));
        // Somebody must hold each role that is asked for, which a filter for one value of them does not ask.
        let one = roles.groups().len() < 2;
        prop_assume!(one || (by != Dimension::Role && across != Dimension::Role));
        let paragraphs = paragraphs(&dataset, &owned(paragraph.as_slice())).unwrap();
        let filter = ProgrammeFilter { paragraphs, documents, roles, ..ProgrammeFilter::default() };
        let tally = Tally::new(&filter, by, Some(across), &dataset);
        prop_assert_eq!(tally.whole, filter.find(&dataset).len());
        for count in tally.counts.iter().filter(|count| !is_missing(count.value)) {
            let having = narrowed(&filter, count.value, &dataset);
            prop_assert_eq!(count.programmes, having.find(&dataset).len());
            for (value, cell) in tally.across.iter().zip(&count.across) {
                if !is_missing(*value) {
                    let both = narrowed(&having, *value, &dataset);
                    prop_assert_eq!(*cell, both.find(&dataset).len(), "{:?} {:?}", count, value);
                }
            }
        }
    }

    #[test]
    fn the_second_dimension_by_the_first_is_the_same_matrix_turned(
        dataset in any_dataset(),
        by in any_dimension(),
        across in any_dimension(),
        roles in any_roles(),
    ) {
        prop_assume!(by != across);
        let filter = ProgrammeFilter { roles, ..ProgrammeFilter::default() };
        let cells = |tally: Tally<'_>, turned: bool| {
            let mut cells = BTreeMap::new();
            for count in &tally.counts {
                for (other, cell) in tally.across.iter().zip(&count.across) {
                    let [a, b] = [count.value, *other].map(|value| format!("{value:?}"));
                    cells.insert(if turned { (b, a) } else { (a, b) }, *cell);
                }
            }
            cells
        };
        prop_assert_eq!(
            cells(Tally::new(&filter, by, Some(across), &dataset), false),
            cells(Tally::new(&filter, across, Some(by), &dataset), true)
        );
    }

    #[test]
    fn no_programme_is_missing(dataset in any_dataset(), by in any_dimension(), across in any_dimension()) {
        prop_assume!(by != across);
        let tally = Tally::new(&ProgrammeFilter::default(), by, Some(across), &dataset);
        let sum: usize = tally.counts.iter().map(|count| count.programmes).sum();
        prop_assert!(sum >= dataset.records().programmes.len());
        for count in &tally.counts {
            prop_assert!(count.across.iter().sum::<usize>() >= count.programmes, "{:?}", count);
        }
    }

    #[test]
    fn the_agency_of_the_figures_counts_as_the_filters_count_it(
        dataset in any_dataset(),
        roles in any_roles(),
        documents in any_documents(),
    ) {
        let all = ProgrammeFilter { roles, documents, ..ProgrammeFilter::default() };
        let agency = dataset.find::<Agency>("a0");
        let lines = headlines(&all.find(&dataset), agency, &dataset);
        let is_it = Every::only(Id::new("a0").unwrap());
        let its = ProgrammeFilter { agencies: is_it.clone(), ..all.clone() };
        let name = agency.map_or("", Agency::label);
        let count = |label: &str| -> usize {
            lines.iter().filter(|line| line.label == label).map(|line| line.count).sum()
        };
        let with = count(&format!("programmes in which {name} takes part"));
        prop_assert_eq!(with, its.find(&dataset).len());
        let partners = count(&format!("agencies named together with {name}"));
        // Chosen by the agency, a programme keeps whoever else the document names in it.
        let own = headlines(&its.find(&dataset), agency, &dataset);
        let own = own.iter().find(|line| line.counts_partners());
        prop_assert_eq!(partners, own.map_or(0, |line| line.count));
        // Asked for several roles each, an agency has them all; a programme needs only somebody in each.
        if all.roles.groups().len() < 2 {
            let with = AgencyFilter { with: is_it, scope: all.clone(), ..AgencyFilter::default() };
            prop_assert_eq!(partners, with.find(&dataset).len());
        }
        let joint = ProgrammeFilter { joint: true, ..all.clone() };
        prop_assert_eq!(lines[0].count, joint.find(&dataset).len());
        let parts = lines.iter().filter(|line| {
            let label = &line.label;
            label.starts_with("joint programmes: ")
                || label.starts_with("programmes in which one agency ")
                || label.starts_with("programmes in which two or more agencies are named, but no two")
                || label == "programmes for which no agency is named"
        });
        prop_assert_eq!(parts.map(|line| line.count).sum::<usize>(), all.find(&dataset).len());
    }

    #[test]
    fn pairs_agree_with_a_plain_recount(dataset in any_dataset()) {
        let colleagues = pairs(&dataset, Partner::Agency, Every::default());
        let places = pairs(&dataset, Partner::Country, Every::default());
        let count = |pairs: &[Pair<'_>], a: &str, b: &str| {
            let is_it = |pair: &&Pair<'_>| [(a, b), (b, a)].contains(&(pair.a.key, pair.b.key));
            let mut same = pairs.iter().filter(is_it);
            let programmes = same.next().map_or(0, |pair| pair.programmes.len());
            assert!(same.next().is_none(), "a pair stands twice");
            programmes
        };
        let agencies = &dataset.records().agencies;
        for (i, a) in agencies.iter().enumerate() {
            let names = |agency: &Agency, report: &Report| {
                report.participants.iter().any(|p| p.agency == agency.id)
            };
            for b in &agencies[i + 1..] {
                let pair = count(&colleagues, a.id.as_str(), b.id.as_str());
                prop_assert_eq!(pair, recount(&dataset, &|r| names(a, r), &|r| names(b, r)));
            }
            for code in ["CIV", "KEN", "TUR", "FRA"] {
                let country = Country::from_code(code).unwrap();
                let again = recount(&dataset, &|r| names(a, r), &|r| r.countries.contains(&country));
                prop_assert_eq!(count(&places, a.id.as_str(), code), again);
            }
        }
    }
}
