//! What cannot stand in a text, letter by letter: bytes that are none, letters that YAML does not allow, and
//! those that nobody sees.

use std::iter;

use super::read::Fault;
use crate::diagnostic::{Code, Span};
use crate::invisible::is_invisible;

/// So many faults of one sort are told one by one: what is no text at all has one in every other letter.
const TOLD: usize = 1_000;

/// The text that bytes make, with [`char::REPLACEMENT_CHARACTER`] for what is none, and what is wrong with them.
///
/// Of a text in another encoding nothing is kept.
pub fn text(bytes: Vec<u8>) -> (String, Vec<Fault>) {
    if let Some(other) = other_encoding(&bytes) {
        let message = format!("the file is in {other}");
        let help = Some("save it again as UTF-8".to_owned());
        let fault = Fault { code: Code::Encoding, message, help, span: Span::at(1, 1) };
        return (String::new(), vec![fault]);
    }
    match String::from_utf8(bytes) {
        Ok(text) if memchr::memchr(0, text.as_bytes()).is_none() => (text, Vec::new()),
        Ok(text) => mended(text.as_bytes()),
        Err(error) => mended(error.as_bytes()),
    }
}

/// The encoding that a text is in, if it begins with the mark of another one, or with half a letter of it.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [1..=255, 0, 0, 0, ..] | [0, 0, 0, 1..=255, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [0, 1..=255, 0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}

fn mended(bytes: &[u8]) -> (String, Vec<Fault>) {
    let (mut text, mut at) = (String::new(), Position::default());
    let (mut strange, mut nul) = (Told::default(), Told::default());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c == '\0' {
                nul.at(at.span(), || Fault {
                    code: Code::Encoding,
                    message: "there is a NUL character here".to_owned(),
                    help: Some("delete it: a text file has none".to_owned()),
                    span: at.span(),
                });
            }
            at.pass(c);
            text.push(if c == '\0' { char::REPLACEMENT_CHARACTER } else { c });
        }
        if !chunk.invalid().is_empty() {
            strange.at(at.span(), || Fault {
                code: Code::Encoding,
                message: "this is no character of UTF-8".to_owned(),
                help: Some("save the file again as UTF-8".to_owned()),
                span: at.span(),
            });
            at.pass(char::REPLACEMENT_CHARACTER);
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text, [strange.all(), nul.all()].concat())
}

/// Each letter that cannot stand in YAML as it is: controls, and what some readers take for the end of a line and
/// others do not.
pub fn forbidden(text: &str) -> Vec<Fault> {
    if !has_odd(text, |byte| matches!(byte, b'\t' | b'\n' | b'\r'), is_forbidden) {
        return Vec::new();
    }
    let mut told = Told::default();
    for (span, c) in placed(text).filter(|(_, c)| is_forbidden(*c)) {
        told.at(span, || {
            let code = u32::from(c);
            let written =
                if code < 0x100 { format!("\\x{code:02x}") } else { format!("\\u{code:04x}") };
            let why =
                if is_line_end(c) { "some readers take it for the end of a line: " } else { "" };
            Fault {
                code: Code::Syntax,
                message: format!("the character U+{code:04X} cannot stand in YAML as it is"),
                help: Some(format!("{why}delete it, or write {written} in double quotes")),
                span,
            }
        });
    }
    told.all()
}

/// The text with a letter that everybody sees for each that is forbidden.
pub fn without_forbidden(text: &str) -> String {
    let seen = |c: char| if is_forbidden(c) { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().map(seen).collect()
}

/// Whether a letter cannot stand in YAML as it is.
pub fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || is_line_end(c)
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether there is a control character of ASCII that is not `allowed`, or another letter that `is_odd` and
/// begins with a byte with which the forbidden ones do.
pub fn has_odd(text: &str, allowed: impl Fn(u8) -> bool, is_odd: impl Fn(char) -> bool) -> bool {
    let is_control = |byte: u8| byte < b' ' && !allowed(byte) || byte == 0x7f;
    // A fold has no early end, so that many bytes are looked at together.
    text.bytes().fold(false, |found, byte| found | is_control(byte))
        || memchr::memchr3_iter(0xc2, 0xe2, 0xef, text.as_bytes())
            .filter_map(|at| text[at..].chars().next())
            .any(is_odd)
}

/// Each letter that nobody sees and that stands outside of `known`, which is sorted: in a comment, or a key.
pub fn hidden(text: &str, known: &[Span]) -> Vec<Fault> {
    let mut told = Told::default();
    let hidden = |c: char| is_invisible(c) && !matches!(c, '\t' | '\n' | '\r');
    let mut before = ' ';
    for (span, c) in placed(text) {
        let joins = joins(c, before);
        before = c;
        if !hidden(c) || joins {
            continue;
        }
        let behind = known.partition_point(|known| known.start <= span.start);
        if known[..behind].last().is_none_or(|known| known.end <= span.start) {
            told.at(span, || Fault {
                code: Code::Invisible,
                message: format!(
                    "there is a character that cannot be seen, U+{:04X}",
                    u32::from(c)
                ),
                help: Some("delete it".to_owned()),
                span,
            });
        }
    }
    told.all()
}

/// Whether this is a joiner within a word of another script, where it belongs.
pub fn joins(c: char, before: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}') && !before.is_ascii()
}

/// The lines of a text, without their ends.
pub fn lines(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// Every letter with its place.
fn placed(text: &str) -> impl Iterator<Item = (Span, char)> {
    let mut at = Position::default();
    let mut letters = text.chars();
    iter::from_fn(move || {
        let c = letters.next()?;
        let span = at.span();
        at.pass(c);
        Some((span, c))
    })
}

/// The place behind so many bytes of a text.
pub fn place(text: &str, bytes: usize) -> Span {
    let mut at = Position::default();
    let before = text.char_indices().take_while(|(start, _)| *start < bytes);
    before.for_each(|(_, c)| at.pass(c));
    at.span()
}

/// Where one is in a text.
pub struct Position {
    line: usize,
    column: usize,
    after_return: bool,
}

impl Default for Position {
    fn default() -> Self {
        Self { line: 1, column: 1, after_return: false }
    }
}

impl Position {
    /// The character that comes next.
    pub fn span(&self) -> Span {
        Span::at(self.line, self.column)
    }

    /// Goes on behind a text.
    pub fn pass_all(&mut self, text: &str) {
        text.chars().for_each(|c| self.pass(c));
    }

    fn pass(&mut self, c: char) {
        match c {
            '\n' if self.after_return => {}
            '\n' | '\r' => (self.line, self.column) = (self.line + 1, 1),
            '\u{feff}' if (self.line, self.column) == (1, 1) => {}
            _ => self.column += 1,
        }
        self.after_return = c == '\r';
    }
}

/// Faults of one sort: those that touch are one, and of very many only the first are told.
#[derive(Default)]
struct Told {
    faults: Vec<Fault>,
    more: usize,
}

impl Told {
    fn at(&mut self, span: Span, fault: impl FnOnce() -> Fault) {
        let told = self.faults.len();
        match self.faults.last_mut() {
            Some(last) if last.span.end == span.start => last.span.end = span.end,
            _ if told < TOLD => self.faults.push(fault()),
            _ => self.more += 1,
        }
    }

    fn all(mut self) -> Vec<Fault> {
        if let (Some(last), 1..) = (self.faults.last_mut(), self.more) {
            last.message.push_str(&format!(", and {} more are further down", self.more));
        }
        self.faults
    }
}
