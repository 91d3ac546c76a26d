//! Programmes by pillar, and agencies by programmes, as bars.

use maud::{Markup, html};

use crate::model::{Dataset, counted};
use crate::query::{Category, Count, Dimension, Tally};
use crate::render::legible;

use super::super::answer::Answer;
use super::super::figure::percent;
use super::{Chart, Drawing, in_roles, of_agencies, px, scale, shorten};

/// The number of agencies with a bar.
const AGENCIES: usize = 20;
/// The measures of a bar chart.
const WIDTH: u32 = 560;
const LABEL: f64 = 200.0;
const LONGEST: f64 = 260.0;
const STEP: u32 = 24;

/// A bar: its label, the whole name where that is longer, and how many it stands for.
struct Bar {
    label: String,
    name: String,
    count: usize,
}

/// How many programmes are filed under each pillar.
pub fn pillars(answer: &Answer<'_>, dataset: &Dataset) -> Chart {
    let tally = Tally::new(answer.filter, Dimension::Pillar, None, dataset);
    let bars: Vec<Bar> = tally.counts.iter().map(|count| bar(count, dataset)).collect();
    let second =
        answer.programmes.iter().filter(|found| !found.programme.second_pillars.is_empty());
    let caption = format!(
        "{} {} is counted once, under its primary pillar{}.",
        if tally.whole == 1 { "The" } else { "Each of the" },
        counted(tally.whole, "programme"),
        match second.count() {
            0 => String::new(),
            1 => "; 1 also has a secondary pillar".to_owned(),
            many => format!("; {many} also have a secondary pillar"),
        }
    );
    chart(("by-pillar", "Programmes by pillar"), caption, &bars, tally.whole, "Pillar")
}

/// The agencies that most programmes name.
pub fn agencies(answer: &Answer<'_>, dataset: &Dataset) -> Chart {
    let tally = Tally::new(answer.filter, Dimension::Agency, None, dataset);
    let (nobody, named): (Vec<&Count<'_>>, Vec<_>) =
        tally.counts.iter().partition(|count| count.value == Category::NotStated);
    let bars: Vec<Bar> = named.iter().take(AGENCIES).map(|count| bar(count, dataset)).collect();
    let caption = format!(
        "Shown: {}, {}; one programme can name several.{}",
        of_agencies(bars.len(), named.len(), tally.whole),
        in_roles(&answer.filter.roles),
        match nobody.first().map_or(0, |count| count.programmes) {
            0 => String::new(),
            1 => " 1 programme names no agency.".to_owned(),
            many => format!(" {many} programmes name no agency."),
        }
    );
    chart(("by-agency", "Agencies by number of programmes"), caption, &bars, tally.whole, "Agency")
}

fn bar(count: &Count<'_>, dataset: &Dataset) -> Bar {
    let name = match count.value {
        Category::Pillar(id) => dataset.get(id).map(|pillar| format!("{id}: {}", pillar.name)),
        _ => None,
    };
    let label = count.label.clone();
    Bar { name: name.unwrap_or_else(|| label.clone()), label, count: count.programmes }
}

fn chart(
    (id, title): (&'static str, &str),
    caption: String,
    bars: &[Bar],
    whole: usize,
    heading: &str,
) -> Chart {
    let share = |bar: &Bar| percent(bar.count, whole).unwrap_or_default();
    let rows = bars.iter().map(|bar| vec![bar.name.clone(), bar.count.to_string(), share(bar)]);
    Chart {
        id,
        title: title.to_owned(),
        caption,
        drawing: (!bars.is_empty()).then(|| draw(bars, whole)),
        headings: [heading, "Programmes", "Share"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

fn draw(bars: &[Bar], whole: usize) -> Drawing {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0);
    let content: Markup = html! {
        @for (y, bar) in (0..).step_by(STEP as usize).zip(bars) {
            @let length = scale(bar.count, most, LONGEST);
            @let value = match percent(bar.count, whole) {
                Some(share) => format!("{} ({share})", bar.count),
                None => bar.count.to_string(),
            };
            g {
                title { (legible(&bar.name)) ": " (value) }
                text.end x=(px(LABEL - 8.0)) y=(y + 16) { (legible(&shorten(&bar.label, 28))) }
                rect.bar x=(px(LABEL)) y=(y + 3) width=(px(length)) height=(STEP - 6) {}
                text x=(px(LABEL + length + 6.0)) y=(y + 16) { (value) }
            }
        }
    };
    let height = u32::try_from(bars.len()).unwrap_or(u32::MAX).saturating_mul(STEP);
    Drawing { width: WIDTH, height, content }
}
