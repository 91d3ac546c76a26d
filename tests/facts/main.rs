//! What the shipped dataset says, read again from the note of 2020 by hand: wrong data would fail here.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test that finds no record has failed")]

mod coverage;
mod external;
mod filing;
mod guide;
mod names;
mod numbers;
mod roles;
mod status;
mod words;

use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{
    Citation, Country, Dataset, Programme, Record, Report, Text, Vocabulary, fold,
};

const NOTE: &str = "note-2020";

fn dataset() -> Dataset {
    load(&Source::Embedded).unwrap_or_else(|error| panic!("{error}"))
}

fn find<'a, T: Record>(dataset: &'a Dataset, id: &str) -> &'a T {
    dataset.find(id).unwrap_or_else(|| panic!("no record `{id}`"))
}

/// The number of a paragraph of the note, where it has one.
fn number(paragraph: &str) -> u32 {
    paragraph.parse().unwrap_or(u32::MAX)
}

/// The report of programme `id` in `paragraph` of the note; there must be one alone.
fn report<'a>(dataset: &'a Dataset, id: &str, paragraph: &str) -> &'a Report {
    let mut reports = find::<Programme>(dataset, id)
        .reports
        .iter()
        .filter(|report| report.document.as_str() == NOTE && &*report.paragraph == paragraph);
    match (reports.next(), reports.next()) {
        (Some(report), None) => report,
        (found, _) => {
            panic!("{id} has {} reports there", if found.is_some() { "two" } else { "no" })
        }
    }
}

/// Who takes part, as `role agency`, in the order of the text.
fn who(dataset: &Dataset, id: &str, paragraph: &str) -> Vec<String> {
    let participants = &report(dataset, id, paragraph).participants;
    participants.iter().map(|p| format!("{} {}", p.role.word(), p.agency)).collect()
}

fn figures(dataset: &Dataset, id: &str, paragraph: &str) -> Vec<String> {
    report(dataset, id, paragraph).figures.iter().map(ToString::to_string).collect()
}

fn joined(texts: &[Text]) -> String {
    texts.iter().map(|text| &**text).collect::<Vec<_>>().join(", ")
}

fn codes(countries: &[Country]) -> Vec<&'static str> {
    countries.iter().map(|country| country.code()).collect()
}

fn paragraph_numbers<'a>(citations: impl IntoIterator<Item = &'a Citation>) -> Vec<&'a str> {
    citations.into_iter().filter(|c| c.document.as_str() == NOTE).map(|c| &*c.paragraph).collect()
}

/// The one agency that goes by `name`.
fn agency_called(dataset: &Dataset, name: &str) -> String {
    let agencies = &dataset.records().agencies;
    let called: Vec<&str> = agencies
        .iter()
        .filter(|agency| agency.names().any(|known| fold(known) == fold(name)))
        .map(|agency| agency.id.as_str())
        .collect();
    assert_eq!(called.len(), 1, "{name}: {called:?}");
    called.concat()
}
