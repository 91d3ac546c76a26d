//! The title of the page: the filters in words.

use crate::model::{Agency, Country, Dataset, Id, Pillar, Vocabulary};
use crate::query::{Every, ProgrammeFilter};

const SUBJECT: &str = "Inter-agency cooperation on drug policy";

/// What the page is about: what was asked for, in words, or everything.
pub(super) fn title(
    asked: &[(String, String)],
    filter: &ProgrammeFilter,
    dataset: &Dataset,
) -> String {
    let words = |given: &[(String, String)]| {
        let values: Vec<&str> = given.iter().map(|(_, value)| value.as_str()).collect();
        words(&given[0].0, &values, filter, dataset)
    };
    let words: Vec<String> = asked.chunk_by(|a, b| a.0 == b.0).map(words).collect();
    if words.is_empty() { SUBJECT.to_owned() } else { format!("{SUBJECT}: {}", words.join(", ")) }
}

/// What a flag asks, by the names that people know.
fn words(flag: &str, values: &[&str], filter: &ProgrammeFilter, dataset: &Dataset) -> String {
    let agency = |id: &Id<Agency>| dataset.label_of(id).to_owned();
    let country = |country: &Country| country.name().to_owned();
    let pillar = |id: &Id<Pillar>| {
        dataset.get(id).map_or_else(String::new, |pillar| format!("“{}”", pillar.name))
    };
    let typed = || every(values.iter().map(|typed| alternatives(typed)).collect());
    match flag {
        "search" => quoted(values),
        "second" => "secondary pillars included".to_owned(),
        "joint" => "joint programmes".to_owned(),
        "pillar" => format!("pillar {}", each(&filter.pillars, pillar)),
        "agency" => each(&filter.agencies, agency),
        "agency_kind" => format!("with agencies of kind {}", typed()),
        "role" => format!("as {}", each(&filter.roles, |role| role.word().to_owned())),
        "lead" => format!("led by {}", each(&filter.leads, agency)),
        "only" => format!("{} only", each(&filter.only, agency)),
        "without" => format!("without {}", each(&filter.without, agency)),
        "country" => each(&filter.countries, country),
        "government" => format!("government of {}", each(&filter.governments, country)),
        "document" => each(&filter.documents, |id| dataset.label_of(id).to_owned()),
        "kind" => {
            let kinds = each(&filter.kinds, |kind| kind.word().to_owned());
            format!("programmes of kind {kinds}")
        }
        "paragraph" => paragraphs(values, filter),
        "since" | "until" => format!("{flag} {}", typed()),
        _ => typed(),
    }
}

/// What was searched for.
fn quoted(values: &[&str]) -> String {
    let quoted = |text: &&str| match text.contains('"') {
        true => (*text).to_owned(),
        false => format!("“{text}”"),
    };
    values.iter().map(quoted).collect::<Vec<_>>().join(" and ")
}

/// Paragraphs as they were typed. One may have a comma in its label.
fn paragraphs(values: &[&str], filter: &ProgrammeFilter) -> String {
    let typed = values.iter().zip(filter.paragraphs.groups());
    let group = |(typed, read): (&&str, &Vec<_>)| match read.len() {
        1 => vec![(*typed).to_owned()],
        _ => alternatives(typed),
    };
    let groups: Vec<Vec<String>> = typed.map(group).collect();
    let all = || groups.iter().flatten();
    let are_numbers = all().all(|value| value.starts_with(|c: char| c.is_ascii_digit()));
    let are_several = all().count() > 1 || all().any(|value| value.contains(['-', '–']));
    match every(groups) {
        value if are_numbers && are_several => format!("paragraphs {value}"),
        value if are_numbers => format!("paragraph {value}"),
        value => value,
    }
}

fn each<T>(asked: &Every<T>, name: impl Fn(&T) -> String) -> String {
    every(asked.groups().iter().map(|group| group.iter().map(&name).collect()).collect())
}

fn alternatives(typed: &str) -> Vec<String> {
    let parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Of each group one.
fn every(groups: Vec<Vec<String>>) -> String {
    let is_one = groups.len() == 1;
    let group = |group: Vec<String>| {
        let several = group.len() > 1 && !is_one;
        let one_of = group.join(" or ");
        if several { format!("({one_of})") } else { one_of }
    };
    groups.into_iter().map(group).collect::<Vec<_>>().join(" and ")
}
