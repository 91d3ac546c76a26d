//! The headline figures of the page, each in words that can be quoted.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::model::{Agency, Dataset, Id, Status};
use crate::query::FoundProgramme;

use super::answer::Answer;
use super::legible_text;

/// A count, the whole that it is a part of, and what is counted.
pub struct Figure {
    /// How many there are.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// What is counted, as the rest of a sentence that begins with the two numbers.
    pub words: String,
}

/// The part of a whole in percent; nothing where there is no whole.
pub fn percent(part: usize, whole: usize) -> Option<String> {
    match crate::view::Cell::share(part, whole) {
        crate::view::Cell::Share(share) => Some(format!("{:.1} %", share * 100.0)),
        _ => None,
    }
}

/// Whether one document names two or more agencies in it.
pub fn is_joint(found: &FoundProgramme<'_>) -> bool {
    found.groups().iter().any(|group| group.len() > 1)
}

/// The figures of what was found; those of one agency for the one that was asked about, or else UNODC.
pub fn figures(answer: &Answer<'_>, dataset: &Dataset) -> Vec<Figure> {
    let records = dataset.records();
    let programmes = &answer.programmes;
    let figure = |count, of, words: &str| Figure { count, of, words: words.to_owned() };
    let mut figures = vec![
        figure(
            programmes.len(),
            records.programmes.len(),
            "programmes of the dataset are on this page",
        ),
        figure(
            programmes.iter().filter(|found| is_joint(found)).count(),
            programmes.len(),
            "programmes are joint: one document names two or more agencies in them",
        ),
    ];
    if let Some(agency) = answer.agency {
        figures.extend(of_agency(agency, answer, dataset));
    }
    let is_plan = |found: &&FoundProgramme<'_>| found.reports.iter().all(|report| report.planned);
    let plans = programmes.iter().filter(is_plan).count();
    if plans > 0 {
        figures.push(figure(
            plans,
            programmes.len(),
            "programmes are plans: announced, not reported as done or under way",
        ));
    }
    figures.extend(of_commitments(answer, records.commitments.len()));
    figures
}

fn of_agency(agency: &Agency, answer: &Answer<'_>, dataset: &Dataset) -> [Figure; 2] {
    let takes_part = |group: &BTreeSet<&Id<Agency>>| group.contains(&agency.id);
    let groups: Vec<_> = answer.programmes.iter().map(FoundProgramme::groups).collect();
    let with = groups.iter().filter(|groups| groups.iter().any(takes_part)).count();
    let together = groups.iter().flatten().filter(|group| takes_part(group)).flatten();
    let partners: BTreeSet<_> = together.filter(|id| ***id != agency.id).collect();
    let label = agency.label();
    [
        Figure {
            count: with,
            of: answer.programmes.len(),
            words: format!("programmes name {label}, in whatever role"),
        },
        Figure {
            count: partners.len(),
            of: dataset.records().agencies.len() - 1,
            words: format!("other agencies are named together with {label} in a programme"),
        },
    ]
}

fn of_commitments(answer: &Answer<'_>, all: usize) -> Vec<Figure> {
    let count = |wanted: &[Status]| {
        let statuses = answer.commitments.iter().map(|found| found.standing.status);
        statuses.filter(|status| wanted.contains(status)).count()
    };
    let untracked = count(&[Status::Untracked]);
    let on_page = answer.commitments.len();
    let tracked = on_page - untracked;
    let figure = |count, of, words: &str| Figure { count, of, words: words.to_owned() };
    vec![
        figure(on_page, all, "commitments of the dataset are on this page"),
        figure(
            count(&[Status::Completed, Status::Reported]),
            tracked,
            "tracked commitments are reported on in a later document",
        ),
        figure(
            count(&[Status::NotReported]),
            tracked,
            "tracked commitments are not reported in the later periodic documents of the dataset",
        ),
        figure(
            count(&[Status::NoLaterSource]),
            tracked,
            "tracked commitments have no later periodic document in the dataset that could report them",
        ),
        figure(
            untracked,
            on_page,
            "commitments are not tracked: they affirm a role or a principle, or are too general",
        ),
    ]
}

/// The list of the figures.
pub fn list(figures: &[Figure]) -> Markup {
    html! {
        ul.figures {
            @for figure in figures {
                li {
                    b {
                        (figure.count) " "
                        small {
                            "of " (figure.of)
                            @if let Some(share) = percent(figure.count, figure.of) { " (" (share) ")" }
                        }
                    }
                    (legible_text(&figure.words))
                }
            }
        }
    }
}
