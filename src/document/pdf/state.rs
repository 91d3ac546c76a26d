//! Where text stands while the content of a page is followed, and how it is marked.

use super::font::Face;
use super::page::Page;
use super::run::Run;
use hayro_font::kurbo::{Affine, Vec2};
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Dict, Name, String as Bytes};
use std::rc::Rc;

/// How deep graphics states may be saved.
pub(super) const STATES: usize = 256;

/// The graphics state, as far as it bears on text.
#[derive(Clone, Default)]
pub(super) struct State<'a> {
    pub(super) matrix: Affine,
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f64,
    pub(super) spacing: f64,
    pub(super) words: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

/// A piece of marked content that is open.
#[derive(Default)]
pub(super) struct Marked {
    id: Option<u32>,
    artifact: bool,
    /// The text that stands for what is shown, until it has been given out.
    actual_text: Option<String>,
    replaced: bool,
}

/// The state reached in the content of a page.
#[derive(Default)]
pub(super) struct Interpreter<'a> {
    pub(super) state: State<'a>,
    pub(super) saved: Vec<State<'a>>,
    pub(super) text: Affine,
    pub(super) line: Affine,
    pub(super) marked: Vec<Marked>,
    pub(super) page: Page,
}

impl<'a> Interpreter<'a> {
    /// Follows the instructions that move the place of the text.
    pub(super) fn place(&mut self, op: &Op<'_, '_>) {
        let state = &mut self.state;
        match op {
            Op::SaveState(_) if self.saved.len() < STATES => self.saved.push(state.clone()),
            Op::RestoreState(_) => {
                if let Some(saved) = self.saved.pop() {
                    self.state = saved;
                }
            }
            Op::Transform(t) => {
                let by = [&t.0, &t.1, &t.2, &t.3, &t.4, &t.5].map(|n| n.as_f64());
                state.matrix *= Affine::new(by);
            }
            Op::BeginText(_) => (self.text, self.line) = (Affine::IDENTITY, Affine::IDENTITY),
            Op::SetTextMatrix(t) => {
                let line = [&t.0, &t.1, &t.2, &t.3, &t.4, &t.5].map(|n| n.as_f64());
                self.line = Affine::new(line);
                self.text = self.line;
            }
            Op::NextLine(t) => self.next_line(t.0.as_f64(), t.1.as_f64()),
            Op::NextLineAndSetLeading(t) => {
                state.leading = -t.1.as_f64();
                self.next_line(t.0.as_f64(), t.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::CharacterSpacing(t) => state.spacing = t.0.as_f64(),
            Op::WordSpacing(t) => state.words = t.0.as_f64(),
            Op::HorizontalScaling(t) => state.stretch = t.0.as_f64() / 100.0,
            Op::TextLeading(t) => state.leading = t.0.as_f64(),
            Op::TextRise(t) => state.rise = t.0.as_f64(),
            _ => {}
        }
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line = self.line.pre_translate(Vec2::new(x, y));
        self.text = self.line;
    }

    /// Where the text stands on the page, and its size there.
    pub(super) fn place_of_text(&self) -> (f64, f64, f64) {
        let text = self.text.pre_translate(Vec2::new(0.0, self.state.rise));
        let [.., c, d, x, y] = (self.state.matrix * text).as_coeffs();
        (x, y, (self.state.size * c.hypot(d)).abs())
    }

    pub(super) fn open(&mut self, tag: &Name<'_>, properties: Option<&Dict<'_>>) {
        let mut marked = Marked { artifact: tag.as_str() == "Artifact", ..Marked::default() };
        if let Some(properties) = properties {
            marked.id = properties.get::<u32>("MCID");
            marked.actual_text =
                properties.get::<Bytes<'_>>("ActualText").map(|text| decoded(text.as_bytes()));
            marked.replaced = marked.actual_text.is_some();
        }
        if self.marked.len() < STATES * 4 {
            self.marked.push(marked);
        }
    }

    /// Gives out a piece of text that was shown.
    pub(super) fn emit(&mut self, mut text: String, begin: (f64, f64, f64), bold: bool) {
        let (left, base, size) = begin;
        let right = self.place_of_text().0;
        if let Some(marked) = self.marked.iter_mut().rev().find(|marked| marked.replaced) {
            text = marked.actual_text.take().unwrap_or_default();
        }
        let finite = [left, right, base, size].iter().all(|number| number.is_finite());
        if text.is_empty() || !finite {
            return;
        }
        let marked = self.marked.iter().rev().find_map(|marked| marked.id);
        let artifact = marked.is_none() && self.marked.iter().any(|marked| marked.artifact);
        self.page.runs.push(Run { text, left, right, base, size, bold, marked, artifact });
    }
}

/// A text string, which is UTF-16 with a mark, UTF-8 with a mark, or near Latin-1.
fn decoded(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units).map(|c| c.unwrap_or(' ')).collect();
    }
    if let Some(utf8) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8_lossy(utf8).into_owned();
    }
    bytes.iter().map(|b| char::from(*b)).collect()
}
