//! The headline figures of the page, each in words that can be quoted.

use maud::{Markup, html};

use crate::model::Dataset;
use crate::query::{Statistic, commitment_figures, headlines};
use crate::render::legible;
use crate::view::Cell;

use super::answer::Answer;

/// The part of a whole in percent; nothing where there is no whole.
pub fn percent(part: usize, whole: usize) -> Option<String> {
    match Cell::share(part, whole) {
        Cell::Share(share) => Some(format!("{:.1} %", share * 100.0)),
        _ => None,
    }
}

/// The figures of what was found; those of one agency for the one that was asked about, or else UNODC. Parts of
/// nothing are left out.
pub fn figures(answer: &Answer<'_>, dataset: &Dataset) -> Vec<Statistic> {
    let records = dataset.records();
    let on_page = |count, of, what| Statistic {
        label: format!("{what} of the dataset are shown on this page"),
        count,
        of: Some(of),
        note: None,
    };
    let mut figures = vec![on_page(
        answer.programmes.len(),
        records.programmes.len(),
        "programmes (including projects, publications, events and mechanisms)",
    )];
    let mut of_found = headlines(&answer.programmes, answer.agency, dataset);
    if let Some(commitments) = &answer.commitments {
        of_found.push(on_page(commitments.len(), records.commitments.len(), "commitments"));
        let of_commitments = commitment_figures(commitments).into_iter();
        of_found.extend(of_commitments.filter(|line| !line.label.starts_with("force: ")));
    }
    figures.extend(of_found.into_iter().filter(|line| line.of != Some(0)));
    figures
}

/// The list of the figures.
pub fn list(figures: &[Statistic]) -> Markup {
    html! {
        ul.figures {
            @for Statistic { label, count, of, note } in figures {
                li {
                    b {
                        (count)
                        @if let Some(of) = of {
                            small {
                                " of " (of)
                                @if let Some(share) = percent(*count, *of) { " (" (share) ")" }
                            }
                        }
                    }
                    @let label = if *count == 1 && of.is_none() { label.replacen("agencies", "agency", 1) } else { label.clone() };
                    " " (legible(&label))
                    @if let Some(note) = note { ": " (legible(note)) }
                }
            }
        }
    }
}
