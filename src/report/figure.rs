//! The headline figures of the page, each in words that can be quoted.

use maud::{Markup, html};

use crate::model::{Dataset, Status};
use crate::query::{Headline, Quoted, headlines};
use crate::render::legible;
use crate::view::Cell;

use super::answer::Answer;

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
    match Cell::share(part, whole) {
        Cell::Share(share) => Some(format!("{:.1} %", share * 100.0)),
        _ => None,
    }
}

/// The figures of what was found; those of one agency for the one that was asked about, or else UNODC.
pub fn figures(answer: &Answer<'_>, dataset: &Dataset) -> Vec<Figure> {
    let records = dataset.records();
    let others = records.agencies.len().saturating_sub(1);
    let quoted = headlines(&answer.programmes, answer.agency, dataset).into_iter();
    // The chart has those of pillars.
    let quoted = quoted.filter(|line| !matches!(line.quoted, Quoted::FiledUnder(_)));
    let figure = |line: Headline<'_>| {
        let note = line.note.map_or(String::new(), |note| format!(": {note}"));
        let (of, whole) = match line.of {
            Some(of) => (of, ""),
            None => (others, ", of the other agencies in the dataset"),
        };
        Figure { count: line.count, of, words: format!("{}{whole}{note}", line.quoted.words()) }
    };
    let mut figures = vec![Figure {
        count: answer.programmes.len(),
        of: records.programmes.len(),
        words: "programmes of the dataset are on this page".to_owned(),
    }];
    figures.extend(quoted.map(figure));
    figures.extend(of_commitments(answer, records.commitments.len()));
    figures
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
                    (legible(&figure.words))
                }
            }
        }
    }
}
