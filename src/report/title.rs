//! The title of the page: what was asked for, in words.

use crate::model::{Dataset, Id, Pillar};
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
    let pillar = |id: &Id<Pillar>| {
        dataset.get(id).map_or_else(String::new, |pillar| format!("“{}”", pillar.name))
    };
    let words = |(flag, values): &(&str, Vec<&str>)| match *flag {
        "pillar" => {
            let names = filter.pillars.groups().iter().map(|group| group.iter().map(pillar));
            format!("pillar {}", every(names.map(Iterator::collect).collect()))
        }
        flag => words(flag, values, &sizes(flag, filter)),
    };
    let words: Vec<String> = flags.iter().map(words).collect();
    if words.is_empty() { SUBJECT.to_owned() } else { format!("{SUBJECT}: {}", words.join(", ")) }
}

/// How many alternatives each value of a flag was read as, where one may itself have a comma in it.
fn sizes(flag: &str, filter: &ProgrammeFilter) -> Vec<usize> {
    fn of<T>(every: &Every<T>) -> Vec<usize> {
        every.groups().iter().map(Vec::len).collect()
    }
    match flag {
        "agency" => of(&filter.agencies),
        "lead" => of(&filter.leads),
        "only" => of(&filter.only),
        "without" => of(&filter.without),
        "country" => of(&filter.countries),
        "government" => of(&filter.governments),
        "region" => of(&filter.regions),
        "document" => of(&filter.documents),
        "paragraph" => of(&filter.paragraphs),
        _ => Vec::new(),
    }
}

/// What a flag asks, each time with one of several values.
fn words(flag: &str, values: &[&str], sizes: &[usize]) -> String {
    if flag == "search" {
        let quoted = |text: &&str| match text.contains('"') {
            true => (*text).to_owned(),
            false => format!("“{text}”"),
        };
        return values.iter().map(quoted).collect::<Vec<_>>().join(" and ");
    }
    let alternatives = |(at, value): (usize, &&str)| -> Vec<String> {
        if sizes.get(at) == Some(&1) {
            return vec![(*value).to_owned()];
        }
        let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let groups: Vec<Vec<String>> = values.iter().enumerate().map(alternatives).collect();
    let is_number = |value: &String| value.starts_with(|c: char| c.is_ascii_digit());
    let are_numbers = groups.iter().flatten().all(is_number);
    let are_several = groups.iter().flatten().count() > 1
        || groups.iter().flatten().any(|value| value.contains(['-', '–']));
    let value = every(groups);
    match flag {
        "second" => "secondary pillars included".to_owned(),
        "joint" => "joint programmes".to_owned(),
        "agency_kind" => format!("agencies of the kind {value}"),
        "role" => format!("as {value}"),
        "lead" => format!("led by {value}"),
        "only" => format!("{value} alone"),
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
