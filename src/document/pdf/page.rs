//! What was read of a page.

use super::run::{Run, Text, letter_count};

/// What was read of a page.
#[derive(Default)]
pub(super) struct Page {
    pub(super) runs: Vec<Run>,
    pub(super) images: usize,
    pub(super) damaged: bool,
    pub(super) height: f64,
    pub(super) id: Option<u32>,
}

impl Page {
    /// How many letters and digits stand on the page, furniture aside.
    pub(super) fn letter_count(&self) -> usize {
        self.runs.iter().filter(|run| !run.artifact).map(|run| letter_count(&run.text)).sum()
    }
}

/// The lines of the page that are marked as furniture.
pub(super) fn artifact_lines(page: &Page) -> Vec<String> {
    let mut lines: Vec<(f64, Text)> = Vec::new();
    for run in page.runs.iter().filter(|run| run.artifact) {
        match lines.last_mut() {
            Some((base, text)) if (*base - run.base).abs() < 2.0 && text.is_near(run) => {
                text.add(run);
            }
            _ => {
                let mut text = Text::default();
                text.add(run);
                lines.push((run.base, text));
            }
        }
    }
    let texts = lines.into_iter().map(|(_, text)| text.text.trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}
