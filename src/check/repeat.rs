//! Lists that say the same twice.

use std::collections::HashSet;

use super::Found;
use crate::diagnostic::{Code, shown};
use crate::model::{Citation, Country, Dataset, Id, Kind, Party, Step, Text, Vocabulary};

const DELETE: &str = "delete one of the two, or correct it";

/// So many items are compared with one another faster than they are put into a set.
const FEW: usize = 8;

/// Where a list stands.
type At<'p> = ((Kind, usize), &'p [Step]);

/// No source, symbol, participant, country, region, venue or party stands twice in its list, and no second pillar is
/// the first.
pub fn repeated_values(dataset: &Dataset, found: &mut Found) {
    let records = dataset.records();
    for (position, agency) in records.agencies.iter().enumerate() {
        sources((Kind::Agency, position), &agency.sources, found);
    }
    for (position, document) in records.documents.iter().enumerate() {
        let at = (Kind::Document, position);
        texts((at, &[Step::Key("other_symbols")]), &document.other_symbols, found);
        sources(at, &document.sources, found);
    }
    for (position, programme) in records.programmes.iter().enumerate() {
        let at = (Kind::Programme, position);
        // The first pillar counts with the others, from which it is one item apart.
        let first = [&programme.pillar].into_iter();
        let pillars = first.chain(&programme.second_pillars).map(Id::as_str);
        if !programme.second_pillars.is_empty() {
            items((at, &[Step::Key("second_pillars")]), pillars.map(|id| (id, "")), 1, found);
        }
        for (i, report) in programme.reports.iter().enumerate() {
            let path = |list| [Step::Key("reports"), Step::Item(i), Step::Key(list)];
            countries((at, &path("countries")), &report.countries, found);
            countries((at, &path("governments")), &report.governments, found);
            texts((at, &path("regions")), &report.regions, found);
            texts((at, &path("venues")), &report.venues, found);
            let participants = report.participants.iter();
            let named = participants.map(|taking| (taking.agency.as_str(), taking.role.word()));
            items((at, &path("participants")), named, 0, found);
        }
    }
    for (position, commitment) in records.commitments.iter().enumerate() {
        let at = (Kind::Commitment, position);
        parties((at, &[Step::Key("made_by")]), &commitment.made_by, found);
        parties((at, &[Step::Key("addressed_to")]), &commitment.addressed_to, found);
        sources(at, &commitment.sources, found);
    }
}

fn sources(at: (Kind, usize), sources: &[Citation], found: &mut Found) {
    let places = sources.iter().map(|source| (source.document.as_str(), &*source.paragraph));
    items((at, &[Step::Key("sources")]), places, 0, found);
}

fn texts(at: At<'_>, texts: &[Text], found: &mut Found) {
    items(at, texts.iter().map(|text| (&**text, "")), 0, found);
}

fn countries(at: At<'_>, countries: &[Country], found: &mut Found) {
    items(at, countries.iter().map(|country| (country.code(), "")), 0, found);
}

fn parties(at: At<'_>, parties: &[Party], found: &mut Found) {
    items(at, parties.iter().map(|party| (party.as_str(), "")), 0, found);
}

/// Each item that has stood before; the first `elsewhere` of them stand in another place.
fn items<'a>(
    (at, path): At<'_>,
    items: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    elsewhere: usize,
    found: &mut Found,
) {
    let is_short = items.size_hint().1.is_some_and(|count| count <= FEW);
    let mut seen = HashSet::new();
    let mut is_new = |i, item| {
        if is_short {
            !items.clone().take(i).any(|before| before == item)
        } else {
            seen.insert(item)
        }
    };
    for (i, item) in items.clone().enumerate() {
        let (one, other) = item;
        if !is_new(i, item) {
            let beside =
                if other.is_empty() { String::new() } else { format!(", {}", shown(other)) };
            let message = format!("`{}{beside}` stands twice", shown(one));
            let path = [path, &[Step::Item(i - elsewhere)]].concat();
            found.add(Code::RepeatedValue, at, &path, message, DELETE);
        }
    }
}
