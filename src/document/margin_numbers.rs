//! Numbers that stand on lines of their own, as converters write the margin of a page.

use std::collections::VecDeque;

use super::block::ends_sentence;
use super::furniture;
use super::label::{Mark, Number, mark, number_at};
use super::line::Line;

/// Numbers that a converter has put on lines of their own, before the text that they belong to.
#[derive(Default)]
struct MarginNumbers {
    /// What stands on the line right before.
    pending: Option<Line>,
    /// The numbers of the margin that came before the paragraphs of their page.
    margin: VecDeque<Line>,
    /// The last number of the sequence.
    last: Option<Number>,
    /// Whether the text so far ends with a sentence.
    ended: bool,
}

/// The lines, with each number on a line of its own moved to the beginning of its paragraph.
pub(super) fn with_numbers(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut numbers = MarginNumbers { ended: true, ..MarginNumbers::default() };
    for line in lines {
        numbers.take(line, &mut joined);
    }
    joined.extend(numbers.pending);
    joined.extend(numbers.margin);
    joined
}

impl MarginNumbers {
    fn take(&mut self, line: Line, joined: &mut Vec<Line>) {
        if self.margin.front().is_some_and(|number| !is_near(number, &line)) {
            joined.extend(self.margin.drain(..));
        }
        // The number of a resolution may be the last word of a sentence.
        let ends = furniture::is_resolution(&line.text) && !self.ended && !line.apart;
        if is_number_alone(&line.text) && !ends {
            if let Some(before) = self.pending.replace(line) {
                self.queue(before, joined);
            }
            return;
        }
        if let Some(number) = self.pending.take() {
            let is_free = self.margin.is_empty() || number.text.starts_with('(');
            let is_here = line.page == number.page && is_free;
            if is_here && is_prose(&line, &number) {
                return self.prefix(&number, line, joined);
            }
            self.queue(number, joined);
        }
        let long = line.text.len() >= 60 || line.text.len() >= 40 && ends_sentence(&line.text);
        let capital = line.text.starts_with(char::is_uppercase);
        let begins = long && capital && self.ended && mark(&line.text).is_none();
        if let Some(number) = self.margin.pop_front_if(|_| begins) {
            return self.prefix(&number, line, joined);
        }
        self.last = number_at(&line.text).or(self.last);
        self.ended = ends_sentence(&line.text) || line.text.len() < 40;
        joined.push(line);
    }

    /// The line behind its number.
    fn prefix(&mut self, number: &Line, mut line: Line, joined: &mut Vec<Line>) {
        self.last = number_at(&number.text).or(self.last);
        line.text = format!("{} {}", number.text, line.text);
        line.apart = true;
        self.ended = ends_sentence(&line.text);
        joined.push(line);
    }

    /// Keeps a number without text after it for a paragraph of its page, if it is the next of the
    /// sequence; the figures of a table are on lines of their own as well.
    fn queue(&mut self, line: Line, joined: &mut Vec<Line>) {
        let last = self.margin.back().and_then(|line| number_at(&line.text)).or(self.last);
        let is_next = number_at(&line.text).is_some_and(|number| {
            last.map_or(number.n == 1, |last| number == last.with(last.n + 1))
        });
        if is_next {
            self.margin.push_back(line);
        } else {
            joined.push(line);
        }
    }
}

/// Whether a line stands on the page of its number or on the next.
fn is_near(number: &Line, line: &Line) -> bool {
    let page = |line: &Line| line.page.unwrap_or_default();
    page(line) <= page(number) + 1
}

/// Whether the line is a number or the mark of an item and nothing else.
fn is_number_alone(text: &str) -> bool {
    furniture::is_resolution(text) && !text.contains(' ')
        || matches!(
            mark(text),
            Some((Mark::Number(_) | Mark::Item(_), rest)) if rest.is_empty()
        )
}

/// Whether the line can follow its number; the figures of a table stand alone as well.
fn is_prose(line: &Line, number: &Line) -> bool {
    let least = if number.text.starts_with('(') || number.text.contains('/') { 10 } else { 40 };
    line.text.len() >= least && line.text.starts_with(|c: char| !c.is_lowercase())
}
