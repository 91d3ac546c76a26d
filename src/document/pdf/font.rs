//! Fonts, as far as they determine which characters are meant and how wide they are.

use super::unpack;
use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// The width of a character of which nothing is known, in thousandths of the size.
const WIDTH: f64 = 500.0;

/// The largest character code.
const CODES: i64 = 65_535;

/// The most numbers in a table of widths that can stand for a range each.
const RANGES: usize = 30_000;

/// The fonts of a document.
#[derive(Default)]
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    faces: HashMap<Vec<u8>, Rc<Face<'a>>>,
}

/// One font, with the characters that have been looked up in it.
pub(super) struct Face<'a> {
    font: Option<Font<'a>>,
    pub(super) bold: bool,
    known: std::cell::RefCell<HashMap<u32, Rc<Known>>>,
}

/// What is known of a character code.
pub(super) struct Known {
    /// The characters that it stands for; none if that is not known.
    pub(super) text: Option<String>,
    /// How far it moves on, in thousandths of the size.
    pub(super) advance: f64,
}

impl<'a> Fonts<'a> {
    /// The font that a font dictionary describes.
    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Rc<Face<'a>> {
        let key = dict.data().to_vec();
        if let Some(face) = self.faces.get(&key) {
            return Rc::clone(face);
        }
        let resolver: FontResolverFn = Arc::new(|query| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        });
        let cmaps: CMapResolverFn = Arc::new(hayro_font::hayro_cmap::load_embedded);
        let font = is_bounded(dict).then(|| self.cache.font(dict, &resolver, &cmaps)).flatten();
        let bold = dict.get::<Name<'_>>("BaseFont").is_some_and(|name| {
            let name = name.as_str().to_lowercase();
            name.contains("bold") || name.contains("black") || name.contains("heavy")
        });
        let face = Rc::new(Face { font, bold, known: Default::default() });
        self.faces.insert(key, Rc::clone(&face));
        face
    }
}

/// Whether a font can be loaded in a bounded time and space: the tables of widths are made as long
/// as the file says, and streams are unpacked whole.
fn is_bounded(dict: &Dict<'_>) -> bool {
    let descendants = dict.get::<Array<'_>>("DescendantFonts");
    let first = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    [Some(dict.clone()), first].into_iter().flatten().all(|font| {
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let mut streams = ["FontFile", "FontFile2", "FontFile3"]
            .into_iter()
            .filter_map(|key| descriptor.get::<Stream<'_>>(key))
            .chain(
                ["ToUnicode", "Encoding", "CIDToGIDMap"]
                    .into_iter()
                    .filter_map(|key| font.get::<Stream<'_>>(key)),
            );
        let codes = ["FirstChar", "LastChar"].into_iter().all(|key| {
            font.get::<Number>(key).is_none_or(|code| (0..=CODES).contains(&code.as_i64()))
        });
        codes
            && ["W", "W2"].into_iter().all(|key| font.get::<Array<'_>>(key).is_none_or(is_short))
            && streams.all(|stream| unpack::fits(&stream))
    })
}

/// Whether a table of widths spans no more codes than there are. A range is two numbers, a first
/// code and a list is a number; no number in it may be larger than a code can be.
fn is_short(widths: Array<'_>) -> bool {
    let mut ranges = 0;
    widths.iter::<Object<'_>>().all(|item| match item {
        Object::Number(number) => {
            ranges += 1;
            ranges <= RANGES && (-CODES..=CODES).contains(&number.as_i64())
        }
        _ => true,
    })
}

impl Face<'_> {
    /// The next character code of a string, and how many bytes it takes.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        match &self.font {
            Some(font) => {
                let (code, length) = font.read_code(bytes, at);
                (code, length.max(1))
            }
            None => (bytes.get(at).copied().map_or(0, u32::from), 1),
        }
    }

    /// What is known of a character code.
    pub(super) fn known(&self, code: u32) -> Rc<Known> {
        if let Some(known) = self.known.borrow().get(&code) {
            return Rc::clone(known);
        }
        let known = Rc::new(self.look_up(code));
        self.known.borrow_mut().insert(code, Rc::clone(&known));
        known
    }

    fn look_up(&self, code: u32) -> Known {
        let Some(font) = &self.font else {
            let plain = u8::try_from(code).ok().filter(|b| b.is_ascii_graphic() || *b == b' ');
            let text = plain.map(|b| char::from(b).to_string());
            return Known { text, advance: WIDTH };
        };
        let glyph = font.map_code(code);
        let unicode = match font.glyph(glyph, code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = unicode.map(|unicode| match unicode {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let advance = font.code_advance(code).x;
        Known { text, advance: if advance.is_finite() { advance } else { WIDTH } }
    }
}
