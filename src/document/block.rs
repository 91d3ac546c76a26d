//! What the readers of the formats hand to the assembler.

use unicode_normalization::UnicodeNormalization;

use super::{Cell, Note};

/// A piece of text that stands by itself in its format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) page: Option<u32>,
    pub(super) role: Role,
    /// The number that the format counts, such as `12.` or `(a)`; typed ones are in the text.
    pub(super) number: Option<String>,
    /// Whether all of it is set in bold.
    pub(super) bold: bool,
    pub(super) text: String,
    /// Where it stands in a table.
    pub(super) cell: Option<Cell>,
}

/// What the format says that a block is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Text,
    /// A heading with its level, the highest being 1.
    Heading(u8),
    Footnote,
    /// A cell of a table; tables are counted from 1.
    Cell(usize),
}

/// The blocks of a document in reading order.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    /// Lines of page furniture that may hold the symbol.
    pub(super) furniture: Vec<String>,
    pub(super) notes: Vec<Note>,
}

/// The text on one line: white space of every kind is one space, soft hyphens and invisible
/// characters are dropped, hyphens that do not break are plain ones, and joined letters are taken apart: "ﬁ".
pub(super) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        match c {
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_whitespace() || c.is_control() => space = true,
            c => {
                if space && !line.is_empty() {
                    line.push(' ');
                }
                space = false;
                match c {
                    '\u{2010}' | '\u{2011}' => line.push('-'),
                    '\u{FB00}'..='\u{FB06}' => line.extend(std::iter::once(c).nfkc()),
                    c => line.push(c),
                }
            }
        }
    }
    line
}

/// Whether a raised text is the mark of a note, and not a power or an ordinal.
pub(super) fn is_note_mark(before: &str, text: &str) -> bool {
    let text = text.trim();
    let unit = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if matches!(unit, "m" | "km" | "cm") && matches!(text, "2" | "3") {
        return false;
    }
    let marks = |c: char| c.is_ascii_digit() || matches!(c, '*' | ',' | ' ');
    let letter = text.len() == 1 && text.bytes().all(|b| b.is_ascii_lowercase());
    text.len() <= 7 && (text.chars().all(marks) || letter)
}

/// Whether the text ends as a sentence, a limb or an introduction does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '’', ')', '*', ' ']);
    text.ends_with(['.', ':', ';', '?', '!'])
}

/// Whether a text is the note to a table: a single letter with a capital behind it.
pub(super) fn is_table_note(text: &str) -> bool {
    let mut words = text.split(' ');
    let is_letter =
        words.next().is_some_and(|word| word.len() == 1 && word.starts_with(char::is_lowercase));
    is_letter && words.next().is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// Adds the rest of a paragraph to its beginning.
pub(super) fn join(text: &mut String, rest: &str) {
    let hyphen = text.ends_with('-') && !text.ends_with(" -");
    if !hyphen && !text.ends_with(['/', ' ']) && !text.is_empty() {
        text.push(' ');
    }
    text.push_str(rest);
}
