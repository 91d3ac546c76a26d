use proptest::prelude::*;

use serde_json::json;

use super::super::fixture::{any_dataset, any_documents, any_roles, dataset, editions};
use super::super::{Every, Place, one, word};
use super::*;

fn shown(filter: &ProgrammeFilter, by: Dimension, across: Option<Dimension>) -> String {
    let dataset = editions();
    let tally = Tally::new(filter, by, across, &dataset);
    let mut lines = vec![format!("{} of {}", by.word(), tally.whole)];
    lines.extend(across.map(|_| tally.headings.join(", ")));
    for count in &tally.counts {
        let label = &count.label;
        let cells: String = count.across.iter().map(|cell| format!(" {cell}")).collect();
        lines.push(format!("{label}: {}{cells}", count.programmes));
    }
    lines.join("\n")
}

/// Each heading is a key of JSON, and a name for --columns.
#[test]
fn headings_differ_whatever_the_values_are_called() {
    let mut records = serde_json::to_value(editions().records()).unwrap();
    let regions =
        json!(["not stated", "Share", "share (share)", "Pro-grammes", "not-stated (none)"]);
    records["programmes"][0]["reports"][0]["regions"] = regions;
    let dataset = dataset(records);
    let all = ProgrammeFilter::default();
    let tally = Tally::new(&all, Dimension::Pillar, Some(Dimension::Region), &dataset);
    let mut names: Vec<String> =
        tally.headings.iter().map(|name| name.to_lowercase().replace([' ', '-'], "_")).collect();
    names.extend(["pillar", "programmes", "share", "of"].map(str::to_owned));
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "{:?}", tally.headings);
}

#[test]
fn what_one_document_reports_or_leaves_unsaid_is_not_counted_under_another() {
    let all = ProgrammeFilter::default();
    assert_eq!(
        shown(&all, Dimension::Document, Some(Dimension::Country)),
        "document of 4\nKenya, Panama, not stated\nold: 3 0 1 2\nnew: 2 2 0 0"
    );
    assert_eq!(
        shown(&all, Dimension::Country, Some(Dimension::Document)),
        "country of 4\nold, new\nKenya: 2 0 2\nPanama: 1 1 0\nnot stated: 2 2 0"
    );
}

#[test]
fn a_label_that_is_the_name_of_another_column_has_its_id_beside_it() {
    let dataset = editions();
    let agency = &dataset.records().agencies[1];
    let named = [Category::Agency(&agency.id), Category::NotStated];
    assert_eq!(labels(&named, &["who"], &dataset), ["WHO (who)", "not stated"]);
}

/// The filter, narrowed to the programmes that have this value.
fn narrowed(filter: &ProgrammeFilter, value: Category<'_>, dataset: &Dataset) -> ProgrammeFilter {
    let mut filter = filter.clone();
    let key = &[value.key().to_owned()];
    match value {
        Category::Pillar(_) => filter.pillars = Every::read(key, &|v| one(dataset, v)).unwrap(),
        Category::Agency(_) => filter.agencies = Every::read(key, &|v| one(dataset, v)).unwrap(),
        Category::Country(country) => {
            filter.countries = Every::read(key, &|_| Ok::<_, ()>(country)).unwrap();
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

fn any_dimension() -> impl Strategy<Value = Dimension> {
    prop::sample::select(Dimension::all())
}

proptest! {
    #[test]
    fn a_cell_counts_what_the_filter_of_both_values_finds(
        dataset in any_dataset(),
        by in any_dimension(),
        across in any_dimension(),
        paragraph in prop::option::of(prop::sample::select(vec!["1", "2"])),
        documents in any_documents(),
        roles in any_roles(),
    ) {
        prop_assume!(by != across);
        // Each dimension is a filter of its own here: that of documents is not asked twice.
        prop_assume!(documents.is_empty() || ![by, across].contains(&Dimension::Document));
        // Somebody must hold each role that is asked for, which a filter for one value of them does not ask.
        let one = roles.groups().len() < 2;
        prop_assume!(one || (by != Dimension::Role && across != Dimension::Role));
        let paragraphs: Vec<String> = paragraph.into_iter().map(str::to_owned).collect();
        let paragraphs = super::super::paragraphs(&dataset, &paragraphs).unwrap();
        let filter = ProgrammeFilter { paragraphs, documents, roles, ..ProgrammeFilter::default() };
        let tally = Tally::new(&filter, by, Some(across), &dataset);
        prop_assert_eq!(tally.whole, filter.find(&dataset).len());
        for count in &tally.counts {
            let missing =
                |value| matches!(value, Category::NotStated | Category::NumberOnly);
            if missing(count.value) {
                continue;
            }
            let having = narrowed(&filter, count.value, &dataset);
            prop_assert_eq!(count.programmes, having.find(&dataset).len());
            for (value, cell) in tally.across.iter().zip(&count.across) {
                if !missing(*value) {
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
            let mut cells = std::collections::BTreeMap::new();
            for count in &tally.counts {
                for (other, cell) in tally.across.iter().zip(&count.across) {
                    let key = [count.value, *other].map(|value| format!("{value:?}"));
                    let [a, b] = key;
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
}
