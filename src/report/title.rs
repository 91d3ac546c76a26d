//! The title of the page: what was asked for, in words.

use crate::model::{Agency, Country, Dataset, Id, Pillar, Vocabulary};
use crate::query::{Every, ProgrammeFilter};

const SUBJECT: &str = "Inter-agency cooperation on drug policy";

/// What the page is about: what was asked for, in words, or everything.
pub(super) fn title(
    asked: &[(String, String)],
    filter: &ProgrammeFilter,
    dataset: &Dataset,
) -> String {
    let mut flags: Vec<(&str, Vec<&str>)> = Vec::new();
    for (flag, value) in asked {
        match flags.iter_mut().find(|(known, _)| known == flag) {
            Some((_, values)) => values.push(value),
            None => flags.push((flag, vec![value])),
        }
    }
    let words = |(flag, values): &(&str, Vec<&str>)| match *flag {
        "search" => quoted(values),
        flag => words(flag, groups(flag, values, filter, dataset)),
    };
    let words: Vec<String> = flags.iter().map(words).collect();
    if words.is_empty() { SUBJECT.to_owned() } else { format!("{SUBJECT}: {}", words.join(", ")) }
}

/// What was searched for.
fn quoted(values: &[&str]) -> String {
    let quoted = |text: &&str| match text.contains('"') {
        true => (*text).to_owned(),
        false => format!("“{text}”"),
    };
    values.iter().map(quoted).collect::<Vec<_>>().join(" and ")
}

/// The values of a flag by the names that people know, in groups of alternatives.
fn groups(
    flag: &str,
    values: &[&str],
    filter: &ProgrammeFilter,
    dataset: &Dataset,
) -> Vec<Vec<String>> {
    fn each<T>(every: &Every<T>, name: impl Fn(&T) -> String) -> Vec<Vec<String>> {
        every.groups().iter().map(|group| group.iter().map(&name).collect()).collect()
    }
    let agency = |id: &Id<Agency>| dataset.label_of(id).to_owned();
    let pillar = |id: &Id<Pillar>| {
        dataset.get(id).map_or_else(String::new, |pillar| format!("“{}”", pillar.name))
    };
    let country = |country: &Country| country.name().to_owned();
    match flag {
        "pillar" => each(&filter.pillars, pillar),
        "agency" => each(&filter.agencies, agency),
        "lead" => each(&filter.leads, agency),
        "only" => each(&filter.only, agency),
        "without" => each(&filter.without, agency),
        "country" => each(&filter.countries, country),
        "government" => each(&filter.governments, country),
        "document" => each(&filter.documents, |id| dataset.label_of(id).to_owned()),
        "role" => each(&filter.roles, |role| role.word().to_owned()),
        "kind" => each(&filter.kinds, |kind| kind.word().to_owned()),
        // As they were typed. A paragraph may have a comma in its label.
        "paragraph" => values
            .iter()
            .zip(filter.paragraphs.groups())
            .map(|(typed, read)| match read.len() {
                1 => vec![(*typed).to_owned()],
                _ => alternatives(typed),
            })
            .collect(),
        _ => values.iter().map(|typed| alternatives(typed)).collect(),
    }
}

fn alternatives(typed: &str) -> Vec<String> {
    let parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// What a flag asks, each time with one of several values.
fn words(flag: &str, groups: Vec<Vec<String>>) -> String {
    let is_number = |value: &String| value.starts_with(|c: char| c.is_ascii_digit());
    let are_numbers = groups.iter().flatten().all(is_number);
    let are_several = groups.iter().flatten().count() > 1
        || groups.iter().flatten().any(|value| value.contains(['-', '–']));
    let value = every(groups);
    match flag {
        "pillar" => format!("pillar {value}"),
        "second" => "secondary pillars included".to_owned(),
        "joint" => "joint programmes".to_owned(),
        "agency_kind" => format!("with an agency of the kind {value}"),
        "role" => format!("as {value}"),
        "lead" => format!("led by {value}"),
        "only" => format!("no agency but {value}"),
        "without" => format!("without {value}"),
        "government" => format!("government of {value}"),
        "kind" => format!("programmes of the kind {value}"),
        "paragraph" if are_numbers && are_several => format!("paragraphs {value}"),
        "paragraph" if are_numbers => format!("paragraph {value}"),
        "since" | "until" => format!("{flag} {value}"),
        _ => value,
    }
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
