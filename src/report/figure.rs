//! The headline figures of the page, each in words that can be quoted.

use maud::{Markup, html};

use crate::model::Dataset;
use crate::query::{
    AgencyFilter, CommitmentCount, Headline, Quoted, commitment_figures_of, headlines,
};
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
    let taking_part = AgencyFilter::default().find(dataset);
    let others = taking_part.iter().filter(|found| !found.programmes.is_empty()).count();
    let others = others.saturating_sub(1);
    let quoted = headlines(&answer.programmes, answer.agency, dataset).into_iter();
    // The chart has those of pillars.
    let quoted = quoted.filter(|line| !matches!(line.quoted, Quoted::FiledUnder(_)));
    let figure = |line: Headline<'_>| {
        let note = line.note.map_or(String::new(), |note| format!(": {note}"));
        let (of, whole) = match line.of {
            Some(of) => (of, ""),
            None => (others, ", of the other agencies that take part in a programme"),
        };
        Figure { count: line.count, of, words: format!("{}{whole}{note}", line.quoted.words()) }
    };
    let mut figures = vec![Figure {
        count: answer.programmes.len(),
        of: records.programmes.len(),
        words: "programmes (projects, publications, events and mechanisms included) of the dataset are on this page"
            .to_owned(),
    }];
    figures.extend(quoted.map(figure));
    figures.extend(of_commitments(answer, dataset));
    figures
}

/// Those of commitments: how many are on the page, and then as `cnd stats --of commitments` has them.
fn of_commitments(answer: &Answer<'_>, dataset: &Dataset) -> Vec<Figure> {
    let on_page = Figure {
        count: answer.commitments.len(),
        of: dataset.records().commitments.len(),
        words: "commitments of the dataset are on this page".to_owned(),
    };
    let figure = |count: CommitmentCount| {
        let note = count.note.map_or(String::new(), |note| format!(": {note}"));
        Figure { count: count.commitments, of: count.of, words: format!("{}{note}", count.label) }
    };
    let counts = commitment_figures_of(&answer.commitments).into_iter();
    let is_quoted = |count: &CommitmentCount| !count.label.starts_with("force: ");
    std::iter::once(on_page).chain(counts.filter(is_quoted).map(figure)).collect()
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
