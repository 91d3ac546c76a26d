//! Bytes as text: UTF-8, of which YAML does not take every character.

use std::borrow::Cow;

use super::line::place;
use crate::diagnostic::{Code, Fault, Span};

/// What is done about a file with another content.
const LOST: &str = "put the text of a dataset in its place, or delete it; a workbook needs a name that ends in .xlsx";

/// What keeps bytes from being a text, and what is done about it.
const NUL: (&str, &str) = ("there is a NUL character here", "delete it: a text file has none");
const BROKEN: (&str, &str) = ("this is not a character of UTF-8", "save the file again as UTF-8");

/// How files begin that are no text of a dataset, and what they are.
const OTHERS: [(&[u8], &str); 8] = [
    (b"PK\x03\x04", "is a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "is an old Word or Excel file"),
    (b"\x1f\x8b", "is a gzip file"),
    (b"%PDF", "is a PDF file"),
    (b"{\\rtf", "is an RTF file"),
    (b"<!", "is a web page"),
    (b"<html", "is a web page"),
    (b"version https://git-lfs", "only says where Git LFS keeps its content"),
];

/// The text of a file without its byte order mark, and what keeps its bytes from being UTF-8: then it is the
/// nearest text, or none where the encoding is another.
pub fn text(bytes: Vec<u8>) -> (Cow<'static, str>, Option<Fault>) {
    let is_wide = bytes.iter().take(4).any(|byte| *byte == 0);
    let is_other = if bytes.len() > 4 && bytes.trim_ascii_end().iter().all(|byte| *byte == 0) {
        Some(("holds nothing but NUL characters: its content is lost", LOST))
    } else if is_wide || matches!(*bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        Some(("is in UTF-16 or UTF-32", "save it again as UTF-8"))
    } else {
        let is_it = |(start, _): &&(&[u8], &'static str)| bytes.starts_with(start);
        OTHERS.iter().find(is_it).map(|(_, what)| (*what, LOST))
    };
    if let Some((what, help)) = is_other {
        let fault = Fault::at(Code::Encoding, Span::at(1, 1), format!("the file {what}"));
        return (Cow::Borrowed(""), Some(fault.help(help)));
    }
    let (mut text, broken) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let end = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(end))
        }
    };
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text.drain(..mark);
    let broken = broken.map(|end| (end - mark, BROKEN));
    let first = text.find('\0').map(|at| (at, NUL)).into_iter().chain(broken).min();
    let fault = first.map(|(at, (message, help))| {
        Fault::at(Code::Encoding, place(&text, at), message).help(help)
    });
    (Cow::Owned(text), fault)
}

/// The first character that cannot stand in YAML as it is: a control, or one that some readers take for the end
/// of a line and others do not.
pub fn forbidden(text: &str) -> Option<Fault> {
    let (at, c) = text.char_indices().find(|(_, c)| is_forbidden(*c))?;
    let code = u32::from(c);
    let written = if code < 0x100 { format!("\\x{code:02x}") } else { format!("\\u{code:04x}") };
    let why = if is_line_end(c) { "some programs treat it as a line break: " } else { "" };
    let message = format!("the character U+{code:04X} cannot be written in YAML as it is");
    let fault = Fault::at(Code::Syntax, place(text, at), message);
    Some(fault.help(format!("{why}delete it, or write {written} in double quotes")))
}

/// Whether a character cannot stand in YAML as it is.
fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || is_line_end(c)
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}
