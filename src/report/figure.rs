//! The headline figures of the page, each in words that can be quoted.

use maud::{Markup, html};

use crate::model::Dataset;
use crate::query::{AgencyFilter, Statistic, commitment_figures, headlines};
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
    let figure = |line: Statistic| {
        let note = line.note.map_or(String::new(), |note| format!(": {note}"));
        let (of, whole) = match line.of {
            Some(of) => (of, ""),
            None => (others, ", of the other agencies that take part in a programme"),
        };
        Figure { count: line.count, of, words: format!("{}{whole}{note}", line.label) }
    };
    let on_page = |count, of, what| Figure {
        count,
        of,
        words: format!("{what} of the dataset are on this page"),
    };
    let of_commitments = commitment_figures(&answer.commitments).into_iter();
    let of_commitments = of_commitments.filter(|line| !line.label.starts_with("force: "));
    let mut figures = vec![on_page(
        answer.programmes.len(),
        records.programmes.len(),
        "programmes (projects, publications, events and mechanisms included)",
    )];
    figures.extend(headlines(&answer.programmes, answer.agency, dataset).into_iter().map(figure));
    figures.push(on_page(answer.commitments.len(), records.commitments.len(), "commitments"));
    figures.extend(of_commitments.map(figure));
    figures
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
