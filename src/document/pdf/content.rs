//! The content of pages: which text is shown, and where.
//!
//! Only text is interpreted. Nothing else is unpacked or decoded, and every loop is bounded, so
//! that a page that draws itself a million times over ends all the same.

use super::font::Fonts;
use super::page::Page;
use super::state::{Interpreter, STATES, State};
use super::unpack;
use hayro_font::kurbo::{Affine, Vec2};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page as Source, Resources};

/// The most instructions that are followed in a document.
const INSTRUCTIONS: u64 = 20_000_000;
/// The most characters that are read of a document.
const CHARACTERS: u64 = 30_000_000;
/// The most that the content of all pages and forms may unpack to.
const ALL_CONTENT: u64 = 512 << 20;
/// The most forms that are drawn.
const FORMS: u64 = 20_000;
/// How deep forms may stand within each other.
const DEPTH: usize = 12;

/// A reader of the pages of one document.
#[derive(Default)]
pub(super) struct Reader<'a> {
    fonts: Fonts<'a>,
    instructions: u64,
    characters: u64,
    unpacked: u64,
    forms: u64,
    /// How many characters have no known reading.
    pub(super) unknown: usize,
}

impl<'a> Reader<'a> {
    /// The first bound that was met, with what it bounds.
    pub(super) fn bound(&self) -> Option<(&'static str, u64)> {
        let met = [
            ("drawing instructions", INSTRUCTIONS, self.instructions),
            ("characters", CHARACTERS, self.characters),
            ("forms", FORMS, self.forms),
            ("bytes of page content", ALL_CONTENT, self.unpacked),
        ];
        met.into_iter().find(|(_, bound, met)| met >= bound).map(|(what, bound, _)| (what, bound))
    }

    /// Reads the text of a page.
    pub(super) fn page(&mut self, source: &Source<'a>) -> Page {
        let id = source.raw().obj_id().map(|id| id.obj_number);
        let height = source.media_box().height();
        let page = Page { id, height, ..Page::default() };
        let state = State { stretch: 1.0, ..State::default() };
        let mut at = Interpreter { state, page, ..Interpreter::default() };
        let content = self.page_content(source, &mut at.page);
        self.interpret(&content, source.resources(), &mut at, 0);
        at.page
    }

    fn page_content(&mut self, source: &Source<'a>, page: &mut Page) -> Vec<u8> {
        let raw = source.raw();
        let streams: Vec<Stream<'a>> = match raw.get::<Object<'a>>("Contents") {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(array)) => array.iter::<Stream<'a>>().take(10_000).collect(),
            _ => Vec::new(),
        };
        page.damaged = streams.is_empty() && raw.contains_key("Contents");
        let mut content = Vec::new();
        for stream in streams {
            match self.unpack(&stream) {
                Some(mut data) => content.append(&mut data),
                None => page.damaged = true,
            }
            content.push(b' ');
        }
        content
    }

    /// The data of a stream, if it is not an image, not damaged and within the bounds.
    fn unpack(&mut self, stream: &Stream<'a>) -> Option<Vec<u8>> {
        if self.unpacked >= ALL_CONTENT {
            return None;
        }
        let data = unpack::unpacked(stream)?;
        self.unpacked += data.len() as u64;
        Some(data)
    }

    fn interpret(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        at: &mut Interpreter<'a>,
        depth: usize,
    ) {
        let mut ops = TypedIter::new(content);
        while let Some(op) = ops.next() {
            self.instructions += 1;
            if self.bound().is_some() {
                return;
            }
            match op {
                Op::TextFont(font) => {
                    let dict = resources.get_font(font.0);
                    at.state.face = dict.map(|dict| self.fonts.face(&dict));
                    at.state.size = font.1.as_f64();
                }
                Op::XObject(object) => {
                    if let Some(stream) = resources.get_x_object(object.0) {
                        self.draw(&stream, resources, at, depth);
                    }
                }
                Op::InlineImage(_) => at.page.images += 1,
                Op::ShowText(show) => self.show(show.0.as_bytes(), at),
                Op::NextLineAndShowText(show) => {
                    at.next_line(0.0, -at.state.leading);
                    self.show(show.0.as_bytes(), at);
                }
                Op::ShowTextWithParameters(show) => {
                    at.state.words = show.0.as_f64();
                    at.state.spacing = show.1.as_f64();
                    at.next_line(0.0, -at.state.leading);
                    self.show(show.2.as_bytes(), at);
                }
                Op::ShowTexts(show) => self.show_all(show.0, at),
                Op::BeginMarkedContent(mark) => at.open(mark.0, None),
                Op::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                        _ => None,
                    };
                    at.open(mark.0, properties.as_ref());
                }
                Op::EndMarkedContent(_) => {
                    at.marked.pop();
                }
                other => at.place(&other),
            }
        }
    }

    /// Follows a form; images are counted.
    fn draw(
        &mut self,
        stream: &Stream<'a>,
        resources: &Resources<'a>,
        at: &mut Interpreter<'a>,
        depth: usize,
    ) {
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            at.page.images += 1;
            return;
        }
        if depth >= DEPTH || at.saved.len() >= STATES {
            return;
        }
        self.forms += 1;
        let Some(content) = self.unpack(stream) else {
            at.page.damaged = true;
            return;
        };
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let matrix = dict.get::<[f64; 6]>("Matrix").map(Affine::new);
        let saved = at.state.clone();
        let (text, line, marked) = (at.text, at.line, at.marked.len());
        let states = at.saved.len();
        at.state.matrix *= matrix.unwrap_or_default();
        self.interpret(&content, own.as_ref().unwrap_or(resources), at, depth + 1);
        at.state = saved;
        at.saved.truncate(states);
        at.marked.truncate(marked);
        (at.text, at.line) = (text, line);
    }

    fn show_all(&mut self, array: &Array<'_>, at: &mut Interpreter<'a>) {
        for item in array.iter::<Object<'_>>() {
            match item {
                Object::String(bytes) => self.show(bytes.as_bytes(), at),
                Object::Number(number) => {
                    let back = number.as_f64() / 1000.0 * at.state.size * at.state.stretch;
                    at.text = at.text.pre_translate(Vec2::new(-back, 0.0));
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8], at: &mut Interpreter<'a>) {
        let Some(face) = at.state.face.clone() else { return };
        let begin = at.place_of_text();
        let mut text = String::new();
        let mut next = 0;
        while next < bytes.len() {
            let (code, length) = face.code(bytes, next);
            let known = face.known(code);
            next += length;
            self.characters += 1;
            match &known.text {
                Some(known) => text.push_str(known),
                None => self.unknown += 1,
            }
            let space = if length == 1 && code == 32 { at.state.words } else { 0.0 };
            let advance = known.advance / 1000.0 * at.state.size + at.state.spacing + space;
            at.text = at.text.pre_translate(Vec2::new(advance * at.state.stretch, 0.0));
        }
        at.emit(text, begin, face.bold);
    }
}
