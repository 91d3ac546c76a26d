//! The form of a text in which names are compared: letters and digits in lower case without accents,
//! punctuation as it is, and nothing of the white space, hyphens and quotes that extraction changes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one character contributes to the folded text.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    bytes: [u8; 16],
    len: u8,
    /// How many bytes of the original it takes.
    pub width: u8,
    /// Whether it is white space.
    pub is_space: bool,
}

impl Folded {
    /// The bytes of the folded text; none for a character that is passed over.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    fn push(&mut self, c: char) {
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            if usize::from(self.len) < self.bytes.len() {
                self.bytes[usize::from(self.len)] = byte;
                self.len += 1;
            }
        }
    }
}

/// The folded form of each ASCII character; 0 is passed over.
const ASCII: [u8; 128] = ascii_table();

const fn ascii_table() -> [u8; 128] {
    let mut table = [0; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        table[at] = match byte {
            b'Z' | b'z' => b's',
            b'A'..=b'Z' => byte + 32,
            0..=b' ' | b'-' | b'\'' | b'"' | b'`' | b'*' | b'_' | 127 => 0,
            _ => byte,
        };
        at += 1;
    }
    table
}

/// The folded form of an ASCII character.
#[inline]
pub(super) fn ascii(byte: u8) -> u8 {
    ASCII.get(usize::from(byte)).copied().unwrap_or(byte)
}

/// What the character at byte `at` contributes; `at` is the start of a character.
pub(super) fn at(text: &str, at: usize) -> Folded {
    let mut folded = Folded { bytes: [0; 16], len: 0, width: 1, is_space: false };
    let byte = text.as_bytes()[at];
    if byte < 128 {
        let plain = ASCII[usize::from(byte)];
        if plain == 0 {
            folded.is_space = byte.is_ascii_whitespace();
        } else if plain == b'&' {
            "and".chars().for_each(|c| folded.push(c));
        } else {
            folded.bytes[0] = plain;
            folded.len = 1;
        }
        return folded;
    }
    let Some(c) = text[at..].chars().next() else { return folded };
    folded.width = c.len_utf8() as u8;
    folded.is_space = c.is_whitespace();
    if !folded.is_space && !is_passed_over(c) {
        for plain in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)) {
            plain.to_lowercase().for_each(|c| folded.push(if c == 'z' { 's' } else { c }));
        }
    }
    folded
}

/// The whole text folded.
pub(super) fn fold(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut position = 0;
    while position < text.len() {
        let folded = at(text, position);
        out.extend_from_slice(folded.bytes());
        position += usize::from(folded.width);
    }
    out
}

/// Hyphens, dashes, quotes and signs without width.
fn is_passed_over(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}' | '\u{feff}' | '\u{2212}' | '«' | '»' | '\u{2032}' | '\u{2033}')
        || is_combining_mark(c)
}

/// Whether a letter or digit ends right before byte `at`.
pub(super) fn is_word_before(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(is_word)
}

/// Whether a letter or digit begins at byte `at`.
pub(super) fn is_word_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(is_word)
}

/// Whether a character belongs to a word; superscript digits, the marks of notes, do not.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}
