//! The form of a text in which names are compared: letters and digits in lower case without accents,
//! punctuation as it is, and nothing of the white space, hyphens and quotes that extraction changes.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as names are compared, and for each of its bytes the character that it comes from.
pub(super) struct Folded {
    pub bytes: Vec<u8>,
    /// Where the character begins and ends in the text.
    places: Vec<(usize, usize)>,
}

/// The longest run of skipped characters within a name.
const WIDEST_GAP: usize = 24;

impl Folded {
    pub fn of(text: &str) -> Self {
        let mut folded = Self { bytes: Vec::with_capacity(text.len()), places: Vec::new() };
        for (at, c) in text.char_indices() {
            push(&mut folded.bytes, c);
            folded.places.resize(folded.bytes.len(), (at, at + c.len_utf8()));
        }
        folded
    }

    /// The part of the text that these bytes come from; none where they begin or end within a character, or have a
    /// wide gap between them.
    pub fn span(&self, found: Range<usize>) -> Option<Range<usize>> {
        let is_within_character =
            |at: usize| at > 0 && self.places.get(at) == self.places.get(at - 1);
        let has_gap = |pair: &[(usize, usize)]| pair[1].0 > pair[0].1 + WIDEST_GAP;
        let places = self.places.get(found.clone())?;
        let is_name = !is_within_character(found.start)
            && !is_within_character(found.end)
            && !places.windows(2).any(has_gap);
        is_name.then_some(places.first()?.0..places.last()?.1)
    }
}

/// The whole text folded.
pub(super) fn fold(text: &str) -> Vec<u8> {
    let mut folded = Vec::with_capacity(text.len());
    text.chars().for_each(|c| push(&mut folded, c));
    folded
}

/// Adds what a character contributes: nothing if it is white space, a hyphen, a quotation mark or a sign of markup.
pub(super) fn push(folded: &mut Vec<u8>, c: char) {
    let plain = |c: char| if c == 'z' { 's' } else { c };
    match c {
        '&' => folded.extend(b"and"),
        '-' | '\'' | '"' | '`' | '*' | '_' => {}
        c if c.is_whitespace() || c.is_control() => {}
        c if c.is_ascii() => folded.push(plain(c.to_ascii_lowercase()) as u8),
        c if is_passed_over(c) => {}
        c => {
            let letters = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
            for letter in letters.flat_map(char::to_lowercase) {
                folded.extend(plain(letter).encode_utf8(&mut [0; 4]).bytes());
            }
        }
    }
}

/// Hyphens, dashes, quotes and signs without width.
fn is_passed_over(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}' | '\u{feff}' | '\u{2212}' | '«' | '»' | '\u{2032}' | '\u{2033}')
        || is_combining_mark(c)
}

/// Whether a character belongs to a word; superscript digits, the marks of notes, do not.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}
