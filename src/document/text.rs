//! Plain text, as copied from a page or written by a converter.

use std::borrow::Cow;

use super::block::{Block, Blocks, Role, ends_sentence, on_one_line};
use super::furniture;
use super::label::{Mark, Number, footnote_mark, is_number, mark, number_at, raised_mark};
use super::line::Line;
use super::lines;
use super::markup::{are_in_columns, without_marks};
use super::{Note, ReadError};

/// If a tenth of the lines have at least this length, each line is a whole paragraph.
const WHOLE: usize = 150;

/// The most lines that are read of a text that is broken into lines.
const LINES: usize = 2_000_000;

/// The most lines in which the paragraph that goes on behind notes is looked for.
const NEAR: usize = 200;

/// The blocks of the text.
pub(super) fn blocks(bytes: &[u8]) -> Result<Blocks, ReadError> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.valid_up_to()))?;
    let text = text.trim_start_matches('\u{FEFF}');
    if text.contains('\0') {
        return Err(ReadError::Damaged("it holds bytes that are not text".to_owned()));
    }
    let with_line_feeds =
        if text.contains('\n') { Cow::Borrowed(text) } else { text.replace('\r', "\n").into() };
    let text = with_line_feeds.as_ref();
    let paged = text.contains('\u{0C}');
    let mut lengths: Vec<usize> =
        text.lines().map(|line| line.trim().len()).filter(|length| *length > 0).collect();
    lengths.sort_unstable();
    let whole = lengths.get(lengths.len() * 9 / 10).is_some_and(|length| *length >= WHOLE);
    let mut notes = Vec::new();
    if !whole && text.lines().nth(LINES).is_some() {
        notes.push(Note::Bound("lines", LINES as u64));
    }
    if are_in_columns(text) {
        notes.push(Note::Columns(Vec::new()));
    }
    let (blocks, furniture) =
        if whole { whole_paragraphs(text) } else { lines::blocks(read_lines(text, paged)) };
    Ok(Blocks { blocks, furniture, notes })
}

/// Every line is a paragraph, or a heading if it ends no sentence and is short.
fn whole_paragraphs(text: &str) -> (Vec<Block>, Vec<String>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut ruled = false;
    for line in text.lines() {
        let trimmed = line.trim();
        ruled |= trimmed.len() >= 3 && trimmed.bytes().all(|b| matches!(b, b'_' | b'-'));
        for (text, bold) in segments(line) {
            let text = on_one_line(&text);
            let digits = text.split(' ').next().unwrap_or_default();
            let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty();
            ruled &= plain || text.is_empty() || furniture::can_be_furniture(&text);
            let note = raised_mark(&text).or_else(|| (ruled && plain).then(|| text.clone()));
            let role = if note.is_some() {
                Role::Footnote
            } else if is_heading(&text) && !lines::is_row(line) {
                Role::Heading(2)
            } else {
                Role::Text
            };
            blocks.push(Block { role, bold, text: note.unwrap_or(text), ..Block::default() });
        }
    }
    (blocks, Vec::new())
}

fn is_heading(text: &str) -> bool {
    let capital = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let open = text.ends_with([',', '*']) || ends_sentence(text);
    let numbered = furniture::is_resolution(text);
    let longest = if text.ends_with(char::is_alphabetic) { 400 } else { 260 };
    let body = furniture::is_enacting_line(text)
        || furniture::is_closing_line(text)
        || (text.len() > 60 && furniture::begins_preamble(text));
    capital && text.len() <= longest && mark(text).is_none() && !body && (!open || numbered)
}

/// The parts of a line between which markup changes to bold within a word: `Drugs**Sixty-third session**`.
fn segments(line: &str) -> Vec<(String, bool)> {
    let bold = line.trim().strip_prefix("**").and_then(|line| line.strip_suffix("**"));
    if let Some(bold) = bold.filter(|bold| !bold.contains("**")) {
        return vec![(without_marks(bold), true)];
    }
    let line = without_marks(line);
    let is_note = mark(&line).is_some_and(|(mark, _)| matches!(mark, Mark::Star(_)));
    if is_note || line.matches("**").count() < 2 {
        return vec![(line, false)];
    }
    let parts = line.split("**").enumerate();
    let parts = parts.map(|(at, part)| (part.trim_matches('*').to_owned(), at % 2 == 1));
    parts.filter(|(part, _)| !part.trim().is_empty()).collect()
}

/// The lines of a text that is broken as on a page.
fn read_lines(text: &str, paged: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut page = 1;
    let mut apart = false;
    let mut notes = Notes::default();
    let heads = lines::repeated(text.lines());
    let sources: Vec<&str> = text.lines().take(LINES).collect();
    for (at, source) in sources.iter().enumerate() {
        for _ in source.matches('\u{0C}') {
            page += 1;
            apart = true;
            notes.end();
        }
        let trimmed = source.trim_matches(|c: char| c.is_whitespace() || c == '\u{0C}');
        if trimmed.is_empty() {
            apart = true;
            continue;
        }
        if heads.contains(&on_one_line(trimmed)) {
            notes.end();
        }
        let left = source.trim_start_matches('\u{0C}').chars().take_while(|c| c.is_whitespace());
        let left = left.count() as f64;
        let right = left + trimmed.chars().count() as f64;
        let text = without_marks(trimmed);
        let page = paged.then_some(page);
        let line = Line { text, page, apart, left, right, bold: false, note: false };
        apart = false;
        if notes.ends_before(&line, &sources[at..]) {
            // What stands between the last note and a number is the heading of its paragraph.
            if let Some(last) = lines.last_mut().filter(|_| notes.heading) {
                last.note = false;
            }
            notes.end();
        }
        lines.extend(notes.take(line));
    }
    lines
}

/// The notes at the foot of a page, which begin behind a rule and end with the page's furniture, or, where that is
/// gone, with the next paragraph.
#[derive(Default)]
struct Notes {
    open: bool,
    begun: bool,
    ended: bool,
    /// The marks that stand on lines of their own, before the notes that they belong to.
    marks: Vec<String>,
    /// Whether the last line may be a heading of the text that goes on.
    heading: bool,
    /// The mark of the last note.
    last: Option<u32>,
    /// The number of the last paragraph above the notes.
    paragraph: Option<Number>,
}

impl Notes {
    fn end(&mut self) {
        *self = Self { paragraph: self.paragraph, ..Self::default() };
    }

    fn take(&mut self, mut line: Line) -> Option<Line> {
        if is_rule(&line.text) {
            self.end();
            self.open = true;
            return None;
        }
        if !self.open {
            self.paragraph = number_at(&line.text).or(self.paragraph);
            return Some(line);
        }
        if is_number(&line.text, 1..=3) {
            self.marks.push(line.text);
            self.begun = false;
            return None;
        }
        if furniture::can_be_furniture(&line.text) {
            if self.begun {
                self.end();
            }
            return Some(line);
        }
        line.note = true;
        line.text = raised_mark(&line.text).unwrap_or(line.text);
        if (!self.begun || self.ended) && !self.marks.is_empty() {
            line.text = format!("{} {}", self.marks.remove(0), line.text);
            line.apart = true;
        }
        let begins = self.ended || !self.begun || line.apart;
        let is_marked = note_number(&line.text).is_some() || line.text.starts_with('*');
        self.heading = begins && !is_marked && !ends_sentence(&line.text);
        self.last = note_number(&line.text).or(self.last);
        self.begun = true;
        self.ended = line.text.ends_with('.');
        Some(line)
    }

    /// Whether the line belongs to the text again: the next paragraph by its number, or a separate
    /// line after the end of a note that does not begin the next one.
    fn ends_before(&self, line: &Line, sources: &[&str]) -> bool {
        if !self.open || furniture::can_be_furniture(&line.text) {
            return false;
        }
        let is_within = self.begun && !self.ended && !self.heading && !line.apart;
        if let Some((Mark::Number(number), rest)) = mark(&line.text).filter(|_| !is_within) {
            let next = self.paragraph.map_or(1, |last| last.n + 1);
            let is_text = rest.starts_with(|c: char| !c.is_lowercase());
            if number.n == next && is_text && !comes_again(next, sources) {
                return true;
            }
        }
        let is_note = match note_number(&line.text) {
            Some(number) => self.last.is_none_or(|last| number == last + 1),
            None => line.text.starts_with('*'),
        };
        self.marks.is_empty() && self.begun && self.ended && line.apart && !is_note
    }
}

/// Whether a number recurs after those that follow it, before the next notes: then it was a note's.
fn comes_again(number: u32, sources: &[&str]) -> bool {
    let numbers = sources.iter().take(NEAR).take_while(|line| !is_rule(line.trim()));
    let mut numbers = numbers.filter_map(|line| number_at(line.trim())).map(|number| number.n);
    (number..).zip(&mut numbers).find(|(next, n)| next != n).is_some_and(|(_, n)| n == number)
}

fn is_rule(line: &str) -> bool {
    line.len() >= 8 && line.bytes().all(|b| b == b'_')
}

/// The number with which a note begins.
fn note_number(text: &str) -> Option<u32> {
    let plain = raised_mark(text);
    footnote_mark(plain.as_deref().unwrap_or(text)).and_then(|(mark, _)| mark.parse().ok())
}
