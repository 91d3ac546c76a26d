//! The sequence of paragraph numbers: what can be the next, and what is missing.

use super::Note;
use super::block::ends_sentence;
use super::label::Number;

/// How far the numbering has come.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    pub(super) last: Option<Number>,
    /// How many numbers have been taken.
    taken: usize,
}

impl Sequence {
    /// Whether the number can be the next of the sequence, and not a figure at the head of a line.
    pub(super) fn follows(&self, number: Number, rest: &str) -> bool {
        let prose = rest.chars().next().is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit());
        match self.last {
            // A figure of a table can stand before a few words: `25.6 Gross requirements`.
            None if number.chapter.is_some() => prose && (rest.len() >= 40 || ends_sentence(rest)),
            None => prose && number.n <= 400,
            // Items of a list; where paragraphs have full stops, what had brackets before was one too.
            Some(last) if number.bracket && !last.bracket => false,
            Some(last) if last.bracket && !number.bracket => prose && number.n <= 400,
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

    /// Takes the number as the next, and says what the sequence has passed over.
    pub(super) fn accept(&mut self, number: Number) -> Option<Note> {
        self.taken += 1;
        match self.last.replace(number) {
            Some(last) if last.chapter == number.chapter && number.n > last.n + 1 => {
                let (first, end) = (number.with(last.n + 1), number.with(number.n - 1));
                Some(Note::MissingNumbers(first.to_string(), end.to_string()))
            }
            None if number.n > 1 => Some(Note::BeginsAt(number.to_string())),
            _ => None,
        }
    }
}
