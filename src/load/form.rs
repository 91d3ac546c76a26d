//! Why a YAML text is not well formed, at the line where a person would look: a parser stops at the
//! first line that it cannot read, which is usually the one after the mistake.

use super::line::{Line, key, lines};
use super::tree::Stop;
use crate::diagnostic::{Code, Fault, Span};
use crate::model::Shape;

/// The fault of a text that could not be read to its end.
pub fn fault(stop: &Stop, text: &str) -> Fault {
    let text = Text { lines: lines(text), stop };
    let slips =
        [Text::merge_mark, Text::odd_line, Text::key_within, Text::open_bracket, Text::not_below];
    let slip = slips.iter().find_map(|slip| slip(&text));
    slip.unwrap_or_else(|| in_plain_words(&stop.why, stop.span))
}

/// What the reader of records says, in plain words.
pub fn of_reader(error: &serde_yaml::Error) -> Fault {
    let message = error.to_string();
    let why = message.split(" at line ").next().unwrap_or(&message);
    let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column().max(1)));
    in_plain_words(why, Span::at(line, column))
}

/// What a parser says, by a table: in each of its lines stand a part of the message, what it means (`=` where that is
/// clear), and the way out.
fn in_plain_words(why: &str, span: Span) -> Fault {
    let of_row = |row: &'static str| {
        let [of, words, help] = row.split(" | ").collect::<Vec<_>>()[..] else { return None };
        why.contains(of).then_some((if words == "=" { why } else { words }, help))
    };
    let default = (why, "look at the indentation, the quotes and the brackets here and above");
    let (words, help) =
        include_str!("words_of_yaml.txt").lines().find_map(of_row).unwrap_or(default);
    Fault::at(Code::Syntax, span, words.replace(char::is_control, "\u{fffd}")).help(help)
}

/// A text and where its reading stopped.
struct Text<'t> {
    lines: Vec<&'t str>,
    stop: &'t Stop,
}

impl<'t> Text<'t> {
    fn line(&self, number: usize) -> &'t str {
        self.lines.get(number.wrapping_sub(1)).copied().unwrap_or("")
    }

    fn says(&self, any_of: &[&str]) -> bool {
        any_of.iter().any(|of| self.stop.why.contains(of))
    }

    /// The lines above this one that say something, the nearest first.
    fn above(&self, number: usize) -> impl Iterator<Item = (usize, Line<'t>)> {
        let above = (1..number).rev().map(|number| (number, Line::of(self.line(number))));
        above.filter(|(_, line)| !line.text.is_empty() && !line.is_comment())
    }

    /// The first mark of a merge that somebody has left unfinished.
    fn merge_mark(&self) -> Option<Fault> {
        let is_mark = |line: &&str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
        let number = self.lines.iter().position(is_mark)? + 1;
        let span = Span::within(number, 1, self.line(number).chars().count());
        let fault = Fault::at(Code::Syntax, span, "unresolved merge conflict");
        Some(fault.help("keep one version and delete the conflict markers"))
    }

    /// A key within the value of another, as where the end of a line is missing.
    fn key_within(&self) -> Option<Fault> {
        let (number, column) = self.stop.span.start;
        let line = self.line(number);
        let before: String = line.chars().take(column.saturating_sub(1)).collect();
        let word = before.rsplit(|c: char| !c.is_ascii_lowercase() && c != '_').next()?;
        let start = before.chars().count() + 1 - word.len();
        let is_key = Shape::keys().iter().any(|key| key == word) && Line::of(line).column < start;
        let message = "there is a key within the value of another";
        let help =
            format!("begin a new line before `{word}:`, or put quotes round the whole value");
        let fault = Fault::at(Code::Syntax, Span::within(number, start, word.len()), message);
        Some(fault.help(help))
            .filter(|_| is_key && self.says(&["mapping values", "illegal placement"]))
    }

    /// A line that was meant to be a key with its value, an item or a comment: the one at which reading stopped, or
    /// the one that it seems to continue.
    fn odd_line(&self) -> Option<Fault> {
        const MEANT: [&str; 8] = [
            "key", "mapping values", "indicator", "document start", "illegal placement", "tab",
            "unexpected character", "alphabetic or numeric",
        ];
        let number = self.stop.span.start.0;
        let [here, next] = [number, number + 1].map(|number| (number, Line::of(self.line(number))));
        let is_item = here.1.dash.is_some();
        // The parser takes the last line of a text that is not deep enough for a key, and stops behind it.
        let is_behind = self.says(&["simple key"]);
        let text = self.above(number).next();
        let text = text.filter(|(_, line)| is_behind && here.1.is_entry() && !line.is_entry());
        let above = self.above(number).find(|(_, line)| {
            let bare = key(line.text)
                .filter(|(_, value)| value.is_empty() || line.column == here.1.column);
            let is_deeper = line.indent + usize::from(is_item) > here.1.indent;
            let is_item = is_item && line.lacks_dash() && line.indent <= here.1.column;
            here.1.text.is_empty() || !is_deeper || bare.is_some() || is_item
        });
        // A text reaches to the tab before its next line.
        let next = Some(next).filter(|(_, line)| line.odd.is_some());
        let mut lines = next.into_iter().chain(text).chain([here]).chain(above);
        lines.find_map(|line| self.slip(line, is_behind)).filter(|_| self.says(&MEANT))
    }

    /// What is wrong with a line, or with the first of several that are wrong alike: there somebody begins to mend. A
    /// line without a key `may_be_text`.
    fn slip(&self, (number, line): (usize, Line<'_>), may_be_text: bool) -> Option<Fault> {
        let is_text = |line: &Line<'_>| may_be_text && !line.is_entry();
        let alike = self.above(number).take_while(|(_, above)| match line.odd {
            Some(_) => above.odd.is_some(),
            None => is_text(&line) && is_text(above),
        });
        let first = alike.filter(|(_, above)| above.column <= line.column).last();
        let (number, line) = first.unwrap_or((number, line));
        line.slip(number).or_else(|| {
            let (before, _) = line.text.split_once(": ").filter(|_| is_text(&line))?;
            let place = Span::at(number, line.column + before.chars().count());
            Some(in_plain_words("mapping values are not allowed", place))
        })
    }

    /// A bracket that is never closed: one that is open at the stop, or one above that the parser has not come to.
    fn open_bracket(&self) -> Option<Fault> {
        let (stop, column) = self.stop.span.start;
        let from = |(line, column): (usize, usize)| {
            let said = |line: &&'t str| line.split(" #").next().unwrap_or_default();
            let lines = self.lines.iter().skip(line - 1).map(said);
            lines.flat_map(str::chars).skip(column - 1)
        };
        let is_unclosed = |at| {
            let mut depth = 0;
            from(at).all(|c| {
                depth += i32::from("[{".contains(c)) - i32::from("]}".contains(c));
                depth > 0
            })
        };
        let is_end = from((stop, column)).all(char::is_whitespace);
        let is_left = self.says(&["only valid inside a block", "invalid indentation"]);
        let near = self.above(stop).take(if is_left { 20 } else { 0 });
        let near = near.filter_map(|(number, line)| {
            Some((number, line.column + line.text.split_once(['[', '{'])?.0.chars().count()))
        });
        let mut open = self.stop.open.iter().rev().copied().chain(near);
        let (line, column) = open.find(|at| is_end || at.0 < stop && is_unclosed(*at))?;
        let why = if self.line(line).contains(" #") {
            "; put a text that contains # in quotes, since # starts a comment"
        } else {
            ""
        };
        let span = Span::at(line, column);
        Some(
            Fault::at(Code::Syntax, span, "this bracket is not closed")
                .help(format!("close it with ] or }}{why}")),
        )
    }

    /// A dash or a key that does not stand below the one before, but nearly.
    fn not_below(&self) -> Option<Fault> {
        let number = self.stop.span.start.0;
        let here = Line::of(self.line(number));
        let is_item = here.dash.is_some();
        let column = |line: &Line<'_>| match is_item {
            true => line.dash,
            false => line.key().map(|_| line.column),
        };
        let place = column(&here).filter(|_| self.says(&["mapping values", "key", "indicator"]))?;
        let above = self.above(number).filter_map(|(_, line)| Some((column(&line)?, line.key())));
        let mut near = above.filter(|(above, _)| above.abs_diff(place) < 3).peekable();
        let nearest = near.peek().map(|(above, _)| *above);
        // An item begins as those of its list do.
        let alike = near.find(|(_, key)| is_item && *key == here.key()).map(|(above, _)| above);
        let above = alike.or(nearest).filter(|above| *above != place)?;
        let what = if is_item { "dash" } else { "key" };
        let message = format!("this {what} is not aligned with the {what} above");
        let length = here.key().filter(|_| !is_item).map_or(1, str::len);
        let span = Span::within(number, place, length);
        let help = format!("if both belong to the same list or record, move it to column {above}");
        Some(Fault::at(Code::Syntax, span, message).help(help))
    }
}
