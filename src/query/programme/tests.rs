use super::super::fixture::{dataset, programme, report, with};
use super::*;

fn ids(values: &[&str]) -> Every<Id<Agency>> {
    Every::read(&values.iter().map(ToString::to_string).collect::<Vec<_>>(), &Id::new).unwrap()
}

/// The paragraphs that answer, of a programme of which paragraph 7 names UNODC and WHO, paragraph 8 UNODC.
fn paragraphs(filter: &ProgrammeFilter) -> Vec<String> {
    let seven = report("old", "7", &[("unodc", "lead"), ("who", "partner")]);
    let eight = report("old", "8", &[("unodc", "lead")]);
    let dataset = dataset(with(vec![programme("coca", "one", "event", vec![seven, eight])]));
    let found = filter.find(&dataset);
    found.iter().flat_map(|f| &f.reports).map(|r| r.paragraph.to_string()).collect()
}

fn filter(document: &str, paragraph: &str) -> ProgrammeFilter {
    let given = |value: &str| Vec::from_iter((!value.is_empty()).then(|| value.to_owned()));
    ProgrammeFilter {
        documents: Every::read(&given(document), &Id::new).unwrap(),
        paragraphs: crate::query::paragraphs(&dataset(with(Vec::new())), &given(paragraph))
            .unwrap(),
        ..ProgrammeFilter::default()
    }
}

#[test]
fn who_takes_no_part_is_asked_of_all_that_is_named() {
    let without = |d, p| paragraphs(&ProgrammeFilter { without: ids(&["who"]), ..filter(d, p) });
    assert!(without("", "").is_empty());
    assert!(without("old", "").is_empty());
    assert!(without("old", "7,8").is_empty());
    assert_eq!(without("old", "8"), ["8"]);
    let only = |d, p| paragraphs(&ProgrammeFilter { only: ids(&["unodc"]), ..filter(d, p) });
    assert!(only("old", "").is_empty());
    assert_eq!(only("old", "8"), ["8"]);
}

#[test]
fn only_these_and_only_those_are_the_ones_in_both() {
    let only = |values: &[&str]| {
        paragraphs(&ProgrammeFilter { only: ids(values), ..ProgrammeFilter::default() }).len()
    };
    assert_eq!(only(&["unodc,who"]), 2);
    assert_eq!(only(&["unodc,who", "who,unodc,dpa-un"]), 2);
    assert_eq!(only(&["unodc,who", "unodc"]), 0);
}
