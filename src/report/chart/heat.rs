//! Agencies × pillars as a heat map.

use maud::html;

use crate::model::Dataset;
use crate::query::{Category, Count, Dimension, Tally};
use crate::render::legible;

use super::super::answer::Answer;
use super::{Chart, Drawing, in_roles, of_agencies, px, shorten};

/// The number of agencies with a row.
const AGENCIES: usize = 20;
/// The measures of the map.
const LABEL: u32 = 170;
const HEAD: u32 = 140;
const WIDTH: u32 = 46;
const HEIGHT: u32 = 22;
/// What the heads of the columns, which are aslant, need at the right.
const SLANT: u32 = 110;

/// How many programmes of each pillar name each agency, for those that most programmes name.
pub fn heat(answer: &Answer<'_>, dataset: &Dataset) -> Chart {
    let tally = Tally::new(answer.filter, Dimension::Agency, Some(Dimension::Pillar), dataset);
    let named = || tally.counts.iter().filter(|count| count.value != Category::NotStated);
    let rows: Vec<&Count<'_>> = named().take(AGENCIES).collect();
    let heads: Vec<String> =
        tally.across.iter().map(|pillar| pillar.label(dataset).to_owned()).collect();
    let headings = ["Agency".to_owned()].into_iter().chain(heads.iter().cloned());
    let cells = |count: &&Count<'_>| {
        let across = count.across.iter().map(ToString::to_string);
        [count.label.clone()].into_iter().chain(across).collect()
    };
    Chart {
        id: "heat",
        title: "Agencies and pillars".to_owned(),
        caption: format!(
            "Number of programmes under each pillar in which an agency is named, {}: {}. Darker means more.",
            in_roles(&answer.filter.roles),
            of_agencies(rows.len(), named().count(), tally.whole),
        ),
        drawing: (!rows.is_empty()).then(|| draw(&rows, &heads)),
        headings: headings.collect(),
        rows: rows.iter().map(cells).collect(),
    }
}

fn draw(rows: &[&Count<'_>], heads: &[String]) -> Drawing {
    let most = rows.iter().flat_map(|count| &count.across).copied().max().unwrap_or(0);
    let lines = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let columns = u32::try_from(heads.len()).unwrap_or(u32::MAX);
    let content = html! {
        @for (x, head) in (LABEL..).step_by(WIDTH as usize).zip(heads) {
            @let (x, y) = (x + WIDTH / 2, HEAD - 8);
            text x=(x) y=(y) transform={ "rotate(-45 " (x) " " (y) ")" } { (legible(&shorten(head, 26))) }
        }
        @for (y, row) in (HEAD..).step_by(HEIGHT as usize).zip(rows) {
            text.end x=(LABEL - 8) y=(y + 15) { (legible(&shorten(&row.label, 24))) }
            @for ((x, count), head) in (LABEL..).step_by(WIDTH as usize).zip(&row.across).zip(heads) {
                g {
                    title { (legible(&row.label)) ", " (legible(head)) ": " (count) }
                    rect class={ "h" (level(*count, most)) } x=(x + 1) y=(y + 1) width=(WIDTH - 2) height=(HEIGHT - 2) {}
                    @if *count > 0 {
                        text class={ "mid t" (level(*count, most)) } x=(px(f64::from(x + WIDTH / 2))) y=(y + 15) { (count) }
                    }
                }
            }
        }
    };
    let width = LABEL + columns.saturating_mul(WIDTH) + SLANT;
    Drawing { width, height: HEAD + lines.saturating_mul(HEIGHT), content }
}

/// One of five shades, 0 for nothing: by the square root, so that one agency in many programmes does not leave all
/// others pale.
fn level(count: usize, most: usize) -> usize {
    (1..=5)
        .find(|shade| count * 25 <= most * shade * shade)
        .map_or(5, |shade| if count == 0 { 0 } else { shade })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_go_by_the_square_root() {
        let shades: Vec<usize> =
            [0, 1, 4, 5, 16, 17, 64, 100].map(|count| level(count, 100)).to_vec();
        assert_eq!(shades, [0, 1, 1, 2, 2, 3, 4, 5]);
        assert_eq!((level(1, 1), level(0, 0)), (5, 0));
    }
}
