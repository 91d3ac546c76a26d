//! Commitments by status, along the timeline of the instruments that contain them.

use std::collections::BTreeMap;

use maud::{Markup, html};
use strum::VariantArray;

use crate::model::{Dataset, Document, Status, Vocabulary, counted};
use crate::query::FoundCommitment;
use crate::render::legible;

use super::{Chart, Drawing, px, scale, shorten};

/// The number of documents with a bar.
const DOCUMENTS: usize = 30;
/// The measures of the chart.
const WIDTH: u32 = 640;
const DATE: f64 = 80.0;
const LABEL: f64 = 260.0;
const LONGEST: f64 = 335.0;
const STEP: u32 = 26;
const LEGEND: u32 = 52;
/// A number stands in its part of a bar where that is as wide.
const NUMBER: f64 = 20.0;

/// The statuses in the order of the bar.
const PARTS: [Status; 5] = [
    Status::Completed,
    Status::Reported,
    Status::NotReported,
    Status::NoLaterSource,
    Status::Untracked,
];
const _: () = assert!(PARTS.len() == Status::VARIANTS.len());

/// A document, and how many of its commitments have each status.
struct Bar<'a> {
    document: &'a Document,
    counts: [usize; PARTS.len()],
}

impl Bar<'_> {
    fn whole(&self) -> usize {
        self.counts.iter().sum()
    }

    fn date(&self) -> String {
        self.document.date.map_or_else(|| "no date".to_owned(), |date| date.to_string())
    }
}

/// The chart of the commitments that were found.
pub fn timeline(commitments: &[FoundCommitment<'_>], dataset: &Dataset) -> Chart {
    let all = bars(commitments, dataset);
    let shown = &all[all.len().saturating_sub(DOCUMENTS)..];
    let latest = match all.len() - shown.len() {
        0 => String::new(),
        more => {
            format!(" Only the latest {DOCUMENTS} are shown; {more} earlier ones are left out.")
        }
    };
    let headings = ["Document", "Date"].into_iter().chain(PARTS.map(Status::word));
    let row = |bar: &Bar<'_>| {
        let counts = bar.counts.iter().map(ToString::to_string);
        [bar.document.label().to_owned(), bar.date()].into_iter().chain(counts).collect()
    };
    Chart {
        id: "timeline",
        title: "Commitments by status and date of instrument".to_owned(),
        caption: format!(
            "{}, by instrument, or by the document that states the commitment if it names no instrument. If no \
             document reports on a commitment, this does not mean that nothing was done.{latest}",
            counted(commitments.len(), "commitment"),
        ),
        drawing: (!shown.is_empty()).then(|| draw(shown)),
        headings: headings.map(str::to_owned).collect(),
        rows: shown.iter().map(row).collect(),
    }
}

/// The documents, oldest first; those without a date come first.
fn bars<'a>(commitments: &[FoundCommitment<'a>], dataset: &'a Dataset) -> Vec<Bar<'a>> {
    let mut bars: BTreeMap<&str, Bar<'a>> = BTreeMap::new();
    for found in commitments {
        let commitment = found.commitment;
        let stated = commitment.sources.first().map(|source| &source.document);
        let document = commitment.instrument.as_ref().or(stated).and_then(|id| dataset.get(id));
        let Some(document) = document else { continue };
        let bar = bars.entry(document.id.as_str());
        let bar = bar.or_insert(Bar { document, counts: [0; PARTS.len()] });
        for (status, count) in PARTS.iter().zip(&mut bar.counts) {
            *count += usize::from(*status == found.standing.status);
        }
    }
    let mut bars: Vec<Bar<'a>> = bars.into_values().collect();
    bars.sort_by_key(|bar| bar.document.date);
    bars
}

fn draw(bars: &[Bar<'_>]) -> Drawing {
    let most = bars.iter().map(Bar::whole).max().unwrap_or(0);
    let content = html! {
        @for (at, status) in (0..).zip(PARTS) {
            @let (x, y) = ([0, 200, 340][at % 3], if at < 3 { 0 } else { 22 });
            rect class=(status.word()) x=(x) y=(y + 2) width="14" height="14" {}
            text x=(x + 20) y=(y + 13) { (status.word()) }
        }
        @for (y, bar) in (LEGEND..).step_by(STEP as usize).zip(bars) {
            text x="0" y=(y + 17) { (bar.date()) }
            text x=(px(DATE)) y=(y + 17) { (legible(&shorten(bar.document.label(), 27))) }
            (parts(bar, y, most))
            text x=(px(LABEL + scale(bar.whole(), most, LONGEST) + 6.0)) y=(y + 17) { (bar.whole()) }
        }
    };
    let height = u32::try_from(bars.len()).unwrap_or(u32::MAX).saturating_mul(STEP);
    Drawing { width: WIDTH, height: LEGEND.saturating_add(height), content }
}

fn parts(bar: &Bar<'_>, y: u32, most: usize) -> Markup {
    let before = |at: usize| bar.counts[..at].iter().sum();
    html! {
        @for (at, (status, count)) in PARTS.iter().zip(bar.counts).enumerate() {
            @if count > 0 {
                @let (x, width) = (LABEL + scale(before(at), most, LONGEST), scale(count, most, LONGEST));
                g {
                    title { (legible(bar.document.label())) ", " (status.word()) ": " (count) }
                    rect class=(status.word()) x=(px(x)) y=(y + 3) width=(px(width)) height=(STEP - 6) {}
                    @if width >= NUMBER {
                        text class={ "mid " (if *status == Status::Untracked { "on-untracked" } else { "on" }) }
                            x=(px(x + width / 2.0)) y=(y + 17) { (count) }
                    }
                }
            }
        }
    }
}
