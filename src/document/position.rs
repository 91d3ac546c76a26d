//! The position in a document, from which items and paragraphs without a number get their labels.

use super::Note;
use super::block::ends_sentence;
use super::furniture;
use super::item::Items;
use super::label::Number;

/// What has been read so far of numbers, headings, items and preambles.
#[derive(Default)]
pub(super) struct Position {
    /// The nearest heading.
    pub(super) heading: Option<String>,
    /// The last number of the sequence.
    last: Option<Number>,
    /// The last number without a chapter.
    top: Option<u32>,
    /// The label with letters that came behind the last number.
    lettered: Option<String>,
    /// The numbers behind which the sequence has begun again within a part.
    restarts: Vec<Number>,
    /// How many numbers the sequence has had.
    taken: usize,
    /// Whether unnumbered paragraphs still count as following the last number.
    anchored: bool,
    chapter: Option<String>,
    /// The label of the paragraph to which items and unnumbered paragraphs belong.
    parent: Option<String>,
    /// The items that are open below it.
    pub(super) items: Items,
    /// How many paragraphs of a preamble have been counted, while one is open.
    pub(super) preamble: Option<u32>,
}

impl Position {
    /// Whether a paragraph has had a number.
    pub(super) fn has_number(&self) -> bool {
        self.last.is_some()
    }

    /// Whether the number can be the next of the sequence, and not a figure at the head of a line.
    pub(super) fn is_followed_by(&self, number: Number, rest: &str) -> bool {
        let prose = is_prose(rest);
        match self.last {
            // A figure of a table can stand before a few words: `25.6 Gross requirements`.
            None if number.chapter.is_some() => prose && (rest.len() >= 40 || ends_sentence(rest)),
            None => prose && number.n <= 400,
            // Items of a list; where paragraphs have full stops, what had brackets before was one too.
            Some(last) if number.bracket && !last.bracket => false,
            Some(last) if last.bracket && !number.bracket => prose && number.n <= 400,
            Some(last) if self.is_step(last, number) => {
                // "1.1 million people plant." goes on with the paragraph; an item ends as one.
                let is_item = rest.ends_with([',', ';', ':']);
                prose || is_item || number.chapter.is_none() && ends_sentence(rest)
            }
            Some(last) if last.chapter == number.chapter => {
                number.n == last.n + 1
                    || (prose && (number.n == 1 || (number.n > last.n && number.n < last.n + 100)))
            }
            // What looked like the first number was a figure: the numbering begins only now.
            Some(_) if self.taken == 1 && number.n == 1 => prose && rest.len() >= 40,
            Some(last) => {
                prose && number.n == 1 && number.chapter.is_some() >= last.chapter.is_some()
            }
        }
    }

    /// Whether the number goes on in an outline: from 1 to 1.1, from 1.5 to 2, from 4.1.7 to 4.2.
    fn is_step(&self, last: Number, number: Number) -> bool {
        let has_been = |upper: &Number| upper.chapter.is_some() || self.top == Some(upper.n);
        let upper = last.upper().filter(has_been);
        number.is_first_below(last)
            || upper.is_some_and(|upper| number.with(upper.n) == upper && number.n == upper.n + 1)
    }

    /// Whether a label with letters can stand here: alone, or with the number that was last.
    pub(super) fn goes_with(&self, number: Option<u32>) -> bool {
        let is_last = |n| self.last.is_some_and(|last| last.chapter.is_none() && last.n == n);
        number.is_none_or(is_last)
    }

    /// Moves to the paragraph with a label that has letters.
    pub(super) fn enter_label(&mut self, label: &str) {
        match (label.strip_prefix("PP"), &mut self.preamble) {
            (Some(_), Some(counted)) => *counted += 1,
            _ => self.preamble = None,
        }
        self.anchored = true;
        self.items = Items::default();
        self.parent = Some(label.to_owned());
        self.lettered = Some(label.to_owned());
    }

    /// Whether the number looks like that of a paragraph even where it does not follow.
    pub(super) fn looks_numbered(&self, number: Number, rest: &str) -> bool {
        let chapter = self.last.and_then(|last| last.chapter);
        is_prose(rest) && !number.bracket && number.chapter == chapter
    }

    /// Passes a heading, which can end a preamble and begin a part.
    pub(super) fn enter_heading(&mut self, heading: &str) {
        if self.preamble.is_some_and(|counted| counted > 0) {
            self.preamble = None;
        }
        if !self.has_number() && self.parent.as_deref().is_some_and(|p| !p.starts_with("PP")) {
            self.parent = None;
        }
        if furniture::begins_part(heading) {
            self.anchored = false;
            self.parent = None;
            self.chapter = furniture::chapter(heading);
        }
    }

    /// Moves to the paragraph with this number; the note tells which numbers were skipped.
    pub(super) fn enter_number(&mut self, number: Number) -> Option<Note> {
        // The first of a later chapter begins nothing again.
        let is_again = |last: &Number| {
            number.n == 1 && number.chapter <= last.chapter && (self.taken > 1 || last.n == 1)
        };
        let is_within = self.anchored || self.chapter.is_some();
        self.restarts.extend(self.last.filter(|last| is_within && is_again(last)));
        self.anchored = true;
        self.items = Items::default();
        self.preamble = None;
        self.parent = Some(number.to_string());
        self.taken += 1;
        self.lettered = None;
        self.top = number.chapter.is_none().then_some(number.n).or(self.top);
        match self.last.replace(number) {
            Some(last) if last.chapter == number.chapter && number.n > last.n + 1 => {
                let (first, end) = (number.with(last.n + 1), number.with(number.n - 1));
                Some(Note::MissingNumbers(first.to_string(), end.to_string()))
            }
            None if number.n > 1 => Some(Note::BeginsAt(number.to_string())),
            _ => None,
        }
    }

    /// The note on sequences that restart where no part begins.
    pub(super) fn restart_note(&self) -> Option<Note> {
        let first = self.restarts.first()?;
        Some(Note::BeginsAgain(first.to_string(), self.restarts.len()))
    }

    /// Comes to the line that says who speaks: a preamble begins, and with it a sequence.
    pub(super) fn begin_preamble(&mut self) {
        self.preamble = Some(0);
        (self.last, self.taken) = (None, 0);
        (self.top, self.lettered) = (None, None);
        self.parent = None;
        self.items = Items::default();
    }

    /// The label of the next item.
    pub(super) fn item(&mut self, item: &str) -> String {
        let place = self.items.add(item);
        match self.parent.as_ref().or(self.chapter.as_ref()).or(self.heading.as_ref()) {
            Some(parent) => format!("{parent} {place}"),
            None => place,
        }
    }

    /// The label of the next paragraph without a number.
    pub(super) fn paragraph(&mut self) -> String {
        let Some(counted) = &mut self.preamble else { return self.place() };
        *counted += 1;
        let label = format!("PP{counted}");
        self.items = Items::default();
        self.parent = Some(label.clone());
        label
    }

    /// The label of an unnumbered paragraph or a cell at this position.
    pub(super) fn place(&self) -> String {
        let last = self.lettered.clone().or(self.last.map(|last| last.to_string()));
        match last.filter(|_| self.anchored) {
            Some(last) => format!("after {last}"),
            None => self.chapter.clone().or_else(|| self.heading.clone()).unwrap_or_default(),
        }
    }
}

/// Whether a paragraph can begin so.
fn is_prose(text: &str) -> bool {
    text.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit())
}
