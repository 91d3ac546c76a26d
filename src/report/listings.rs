//! Which tables the page has, and which columns.

use crate::model::{Agency, Dataset, Role};
use crate::query::{FoundProgramme, ProgrammeFilter, on_unread};
use crate::view;

use super::answer::Answer;
use super::listing::Listing;

/// The columns of each table, those that matter most first.
const PROGRAMMES: [&str; 10] = [
    "name", "agencies", "joint", "planned", "pillar", "kind", "sources", "countries", "figures",
    "summary",
];
const AGENCIES: [&str; 6] = ["name", "acronym", "programmes", "kind", "pillars", "sources"];
const COMMITMENTS: [&str; 12] = [
    "statement", "status", "silent_in", "force", "made_by", "addressed_to", "instrument", "pillar",
    "due", "sources", "evidence", "earlier_work",
];
const DOCUMENTS: [&str; 5] = ["title", "symbol", "date", "kind", "not_read"];
const GAPS: [&str; 6] = ["name", "gap", "since", "reason", "not_reported_in", "source"];

/// The columns of programmes, with those of what was asked: a reader must see why a row is there.
fn columns_of_programmes(filter: &ProgrammeFilter) -> Vec<&'static str> {
    let role = |role: &Role| match role {
        Role::Lead => "lead",
        Role::Partner => "partners",
        Role::Member => "members",
        Role::Organiser => "organisers",
        Role::Participant => "participants",
        Role::Author => "authors",
    };
    let mut asked: Vec<&str> = filter.roles.values().map(role).collect();
    for (column, is_asked) in [
        ("lead", !filter.leads.is_empty()),
        ("governments", !filter.governments.is_empty()),
        ("regions", !filter.regions.is_empty()),
        ("dates", filter.since.is_some() || filter.until.is_some()),
        ("second_pillars", filter.second_pillars),
    ] {
        asked.extend(Some(column).filter(|column| is_asked && !asked.contains(column)));
    }
    let (before, after) = PROGRAMMES.split_at(2);
    [before, &asked, after].concat()
}

/// The names of the agencies that take part, by any of which a reader may look for a programme.
fn names_of_agencies(found: &FoundProgramme<'_>, dataset: &Dataset) -> String {
    let agencies = found.named().filter_map(|(id, _)| dataset.get(id));
    agencies.flat_map(Agency::names).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The tables of an answer.
pub fn of(answer: &Answer<'_>, dataset: &Dataset) -> Vec<Listing> {
    let Answer { programmes, agencies, documents, notes, .. } = answer;
    let [on_programmes, on_commitments, on_gaps] = notes.clone();
    let unread = on_unread(answer.filter.documents.values(), true, dataset);
    let all = dataset.records();
    let whole = dataset.whole().map_or("the dataset", |_| "this selection");
    let of = |shown: usize, all: usize| format!("{shown} of {all} in {whole}.");
    let mut listings = vec![
        Listing::new(
            "programmes",
            of(programmes.len(), all.programmes.len()),
            programmes,
            (&view::programmes(), &columns_of_programmes(answer.filter)),
            dataset,
        )
        .with_notes(on_programmes)
        .sought_by(programmes.iter().map(|found| names_of_agencies(found, dataset))),
        Listing::new(
            "agencies",
            of(agencies.len(), all.agencies.len()),
            agencies,
            (&view::agencies(false), &AGENCIES),
            dataset,
        )
        .with_notes(unread.into_iter().collect()),
    ];
    if let Some(commitments) = &answer.commitments {
        let listing = Listing::new(
            "commitments",
            of(commitments.len(), all.commitments.len()),
            commitments,
            (&view::commitments(), &COMMITMENTS),
            dataset,
        );
        listings.push(listing.with_notes(on_commitments));
    }
    if let Some((gaps, editions)) = &answer.gaps {
        let listing = Listing::new(
            "gaps",
            format!(
                "A gap means that a document does not report something, not that nothing was done; {editions}."
            ),
            gaps,
            (&view::gaps(), &GAPS),
            dataset,
        );
        listings.push(listing.with_notes(on_gaps));
    }
    listings.push(Listing::new(
        "documents",
        of(documents.len(), all.documents.len()),
        documents,
        (&view::documents(), &DOCUMENTS),
        dataset,
    ));
    listings
}
