use proptest::prelude::*;

use super::super::ProgrammeFilter;
use super::super::fixture::{any_dataset, dataset, editions, programme, report, with};
use super::*;
use crate::model::Report;
use serde_json::json;

fn pairs<'a>(
    found: &[FoundProgramme<'a>],
    partner: Partner,
    around: &Every<Id<Agency>>,
    dataset: &'a Dataset,
) -> Vec<Pair<'a>> {
    let filter = PairFilter { partner, around: around.clone(), ..PairFilter::default() };
    filter.find(found, dataset).0
}

fn has(pair: &Pair<'_>, id: &Id<Agency>) -> bool {
    pair.a.is(id) || pair.b.is(id)
}

fn shown(pairs: &[Pair<'_>]) -> Vec<String> {
    let ids = |pair: &Pair<'_>| pair.programmes.iter().map(|p| format!(" {}", p.id)).collect();
    let line = |pair: &Pair<'_>| {
        let ids: String = ids(pair);
        format!("{}–{}:{ids}", pair.a.label, pair.b.label)
    };
    pairs.iter().map(line).collect()
}

#[test]
fn around_keeps_the_pairs_of_an_agency_and_of_two_their_own() {
    let dataset = editions();
    let found = ProgrammeFilter::default().find(&dataset);
    let around = |values: &[&str]| {
        let values: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
        let around = Every::read(&values, &Id::new).unwrap();
        shown(&pairs(&found, Partner::Agency, &around, &dataset))
    };
    assert_eq!(around(&["who"]), ["WHO–UNODC: coca khat"]);
    assert_eq!(around(&["dpa-un,who"]).len(), 2);
    assert_eq!(around(&["dpa-un", "unodc"]), ["DPA–UNODC: coca"]);
    assert!(around(&["dpa-un", "who"]).is_empty());
}

/// 200 million pairs stand behind these 20,000; to list them first would take minutes.
#[test]
fn only_the_pairs_around_an_agency_are_made() {
    let names: Vec<String> = (0..20_000).map(|number| format!("a{number}")).collect();
    let named: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "partner")).collect();
    let mut records = with(vec![programme("p", "one", "event", vec![report("old", "1", &named)])]);
    let agency = |name: &String| json!({"id": name, "name": name, "kind": "academic"});
    records["agencies"] = names.iter().map(agency).collect();
    let dataset = dataset(records);
    let found = ProgrammeFilter::default().find(&dataset);
    let around = Every::only(Id::new("a77").unwrap());
    assert_eq!(pairs(&found, Partner::Agency, &around, &dataset).len(), 19_999);
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

proptest! {
    #[test]
    fn pairs_agree_with_a_plain_recount(dataset in any_dataset()) {
        let found = ProgrammeFilter::default().find(&dataset);
        let all = Every::default();
        let colleagues = pairs(&found, Partner::Agency, &all, &dataset);
        let places = pairs(&found, Partner::Country, &all, &dataset);
        let count = |pairs: &[Pair<'_>], same: &dyn Fn(&Pair<'_>) -> bool| {
            let mut same = pairs.iter().filter(|pair| same(pair));
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
                let pair = count(&colleagues, &|pair| has(pair, &a.id) && has(pair, &b.id));
                let again = recount(&dataset, &|r| names(a, r), &|r| names(b, r));
                prop_assert_eq!(pair, again);
            }
            for code in ["KEN", "PAN", "NGA"] {
                let country = Country::from_code(code).unwrap();
                let pair = count(&places, &|pair| {
                    pair.a.is(&a.id) && pair.b.key == code
                });
                let again =
                    recount(&dataset, &|r| names(a, r), &|r| r.countries.contains(&country));
                prop_assert_eq!(pair, again);
            }
        }
    }
}
