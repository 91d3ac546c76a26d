//! Why a YAML text is not well formed, at the line where a person would look: a parser stops at the first line that
//! it cannot make sense of, which is mostly the one behind the slip.

use super::line::{Line, key, lines};
use super::tree::Stop;
use crate::diagnostic::{Code, Fault, Span, shown};
use crate::model::Shape;

/// The fault of a text that could not be read to its end.
pub fn fault(stop: &Stop, text: &str) -> Fault {
    let text = Text { lines: lines(text), stop };
    let slips = [
        Text::merge_mark,
        Text::sign,
        Text::shallow_text,
        Text::odd_line,
        Text::key_within,
        Text::open_bracket,
        Text::not_below,
    ];
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

/// The meaning of a message, and the way out, by a table: in each of its lines stand a part of the message, what it
/// means (`=` where that is clear), and the way out.
fn plain_words<'w>(message: &'w str, table: &'w str) -> Option<(&'w str, &'w str)> {
    table.lines().find_map(|row| {
        let [of, words, help] = row.split(" | ").collect::<Vec<_>>()[..] else { return None };
        message.contains(of).then_some((if words == "=" { message } else { words }, help))
    })
}

fn in_plain_words(why: &str, span: Span) -> Fault {
    let default = (why, "look at the indentation, the quotes and the brackets here and above");
    let (words, help) = plain_words(why, WORDS).unwrap_or(default);
    Fault::at(Code::Syntax, span, words.replace(char::is_control, "\u{fffd}")).help(help)
}

/// What the parsers say, as [`plain_words`] has it.
const WORDS: &str = include_str!("words_of_yaml.txt");

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

    /// The lines above the stop that say something, the nearest first.
    fn above(&self) -> impl Iterator<Item = (usize, &'t str)> {
        let above = (1..self.stop.span.start.0).rev().map(|number| (number, self.line(number)));
        above.filter(|(_, line)| !line.trim_matches(' ').is_empty() && !Line::of(line).is_comment())
    }

    /// The first mark of a merge that somebody has left unfinished.
    fn merge_mark(&self) -> Option<Fault> {
        let is_mark = |line: &&str| ["<<<<<<< ", ">>>>>>> "].iter().any(|m| line.starts_with(m));
        let number = self.lines.iter().position(is_mark)? + 1;
        let end = (number, self.line(number).chars().count() + 1);
        let message = "unresolved merge conflict";
        let fault = Fault::at(Code::Syntax, Span { start: (number, 1), end }, message);
        Some(fault.help("keep one version and delete the conflict markers"))
    }

    /// A tag, or a name by which an alias repeats the value: a word that is no part of it.
    fn sign(&self) -> Option<Fault> {
        let number = self.stop.span.start.0;
        // The value that it belongs to may stand below.
        let lines = [(number, self.line(number))].into_iter().chain(self.above().take(1));
        let begins = |before: &str| before.is_empty() || before.ends_with([' ', '[', '{', ',']);
        let (sign, what, help) = match &*self.stop.why {
            why if why.contains("tag") => {
                ('!', "tag", "put quotes round a text that begins with !")
            }
            "a name for aliases" => (
                '&',
                "name for aliases",
                "put quotes round a text that begins with &, or write a repeated value again each time",
            ),
            _ => return None,
        };
        let mut signs = lines.filter_map(|(number, line)| {
            let mut marks = line.match_indices(sign).map(|(at, _)| line.split_at(at));
            Some((number, marks.find(|(before, _)| begins(before))?))
        });
        let (number, (before, word)) = signs.next()?;
        let word = word.split([' ', ',', '[', ']', '{', '}']).next().unwrap_or(word);
        let start = before.chars().count() + 1;
        let span = Span { start: (number, start), end: (number, start + word.chars().count()) };
        let message = format!("`{}` is a {what} of YAML, which is not read here", shown(word));
        Some(Fault::at(Code::Syntax, span, message).help(help))
    }

    /// A key within the value of another, as where the end of a line is missing.
    fn key_within(&self) -> Option<Fault> {
        let (number, column) = self.stop.span.start;
        let line = self.line(number);
        let before: String = line.chars().take(column.saturating_sub(1)).collect();
        let is_letter = |c: char| c.is_ascii_lowercase() || c == '_';
        let word = before.rsplit(|c| !is_letter(c)).next()?;
        let start = before.chars().count() + 1 - word.len();
        let is_key = Shape::keys().iter().any(|key| key == word) && Line::of(line).column < start;
        let message = "there is a key within the value of another";
        let help =
            format!("begin a new line before `{word}:`, or put quotes round the whole value");
        let span = Span { start: (number, start), end: (number, column) };
        let fault = Fault::at(Code::Syntax, span, message).help(help);
        Some(fault).filter(|_| is_key && self.says(&["mapping values", "illegal placement"]))
    }

    /// A text that is no deeper than the key whose value it is to be, or to continue: the parser takes its last line for
    /// a key, and stops behind it. The first line of it is where somebody begins to mend.
    fn shallow_text(&self) -> Option<Fault> {
        let number = self.stop.span.start.0;
        let lines = (1..=number).rev().map(|number| (number, Line::of(self.line(number))));
        // The line at which it stops has nothing to do with it where it is a key, or the end of the text.
        let lines = lines.filter(|(_, line)| !line.text.is_empty() && !line.is_comment());
        let lines = lines.skip_while(|(at, line)| *at == number && line.is_entry());
        let text: Vec<_> = lines.take_while(|(_, line)| !line.is_entry()).collect();
        let column = text.iter().map(|(_, line)| line.column).min()?;
        let (first, line) = *text.iter().rfind(|(_, line)| line.column == column)?;
        if !self.says(&["simple key"]) {
            return None;
        }
        let Some(fault) = line.slip(first) else {
            let (before, _) = line.text.split_once(": ")?;
            let place = Span::at(first, line.column + before.chars().count());
            return Some(in_plain_words("mapping values are not allowed", place));
        };
        let is_more = text.iter().any(|(number, _)| *number > first);
        if is_more && key(line.text).is_none() {
            let help = "indent it, and the lines below it, deeper than the key whose text they are";
            return Some(fault.help(help));
        }
        Some(fault)
    }

    /// A line that was meant to be a key with its value, an item or a comment: the one at which reading stopped, or
    /// the one that it seems to continue.
    fn odd_line(&self) -> Option<Fault> {
        const MEANT: [&str; 9] = [
            "key", "mapping values", "indicator", "document start", "illegal placement", "tab",
            "start any token", "unexpected character", "alphabetic or numeric",
        ];
        let number = self.stop.span.start.0;
        let [here, next] = [number, number + 1].map(|number| (number, Line::of(self.line(number))));
        let above = self.above().map(|(number, line)| (number, Line::of(line)));
        let is_item = here.1.dash.is_some();
        let mut above = above.filter(move |(_, line)| {
            let bare = key(line.text)
                .filter(|(_, value)| value.is_empty() || line.column == here.1.column);
            let is_deeper = line.indent + usize::from(is_item) > here.1.indent;
            let is_item = is_item && line.lacks_dash() && line.indent <= here.1.column;
            here.1.text.is_empty() || !is_deeper || bare.is_some() || is_item
        });
        // A text reaches to the tab before its next line.
        let next = Some(next).filter(|(_, line)| line.odd.is_some());
        let mut lines = next.into_iter().chain([here]).chain(above.next());
        let slip = |(number, line): (usize, Line<'_>)| {
            // Of several lines that are indented so, the first is where somebody begins to mend.
            let so = (1..number).rev().map(|number| (number, Line::of(self.line(number))));
            let so = so.take_while(|(_, above)| line.odd.is_some() && above.odd.is_some());
            let (number, line) = so.last().unwrap_or((number, line));
            line.slip(number)
        };
        lines.find_map(slip).filter(|_| self.says(&MEANT))
    }

    /// A bracket that is never closed: one that is open at the stop, or that the parser has left behind.
    fn open_bracket(&self) -> Option<Fault> {
        let (stop, column) = self.stop.span.start;
        let from = |(line, column): (usize, usize)| {
            let below = self.lines.iter().skip(line).flat_map(|line| line.chars().chain(['\n']));
            self.line(line).chars().skip(column - 1).chain(['\n']).chain(below)
        };
        let is_end = from((stop, column)).all(char::is_whitespace);
        let is_left = self.says(&["only valid inside a block", "invalid indentation"]);
        let near = self.above().take(if is_left { 20 } else { 0 });
        let near = near.filter_map(|(number, line)| Some((number, opening(line)?)));
        let open = self.stop.open.iter().rev().copied();
        let is_unclosed = |at: &(usize, usize)| is_end || at.0 < stop && !closes(from(*at));
        let mut unclosed = open.chain(near).filter(is_unclosed);
        let (line, column) = unclosed.next()?;
        let fault = Fault::at(Code::Syntax, Span::at(line, column), "this bracket is not closed");
        let help = match self.line(line).contains(" #") {
            true => {
                "close it with ] or }; if the text contains #, put it in quotes, since # starts a comment"
            }
            false => "close it with ] or }",
        };
        Some(fault.help(help))
    }

    /// A dash or a key that does not stand below the one before, but nearly.
    fn not_below(&self) -> Option<Fault> {
        let here = Some(Line::of(self.line(self.stop.span.start.0)));
        let here = here.filter(|_| self.says(&["mapping values", "key", "indicator"]))?;
        let is_item = here.dash.is_some();
        let column = |line: &Line<'_>| match is_item {
            true => line.dash,
            false => line.key().map(|_| line.column),
        };
        let place = column(&here)?;
        let above = self.above().map(|(_, line)| Line::of(line));
        let above = above.filter_map(|line| Some((column(&line)?, line.key())));
        let mut near = above.filter(|(above, _)| above.abs_diff(place) < 3).peekable();
        let nearest = near.peek().map(|(above, _)| *above);
        // An item begins as those of its list do.
        let alike = near.find(|(_, key)| is_item && *key == here.key()).map(|(above, _)| above);
        let above = alike.or(nearest).filter(|above| *above != place)?;
        let what = if is_item { "dash" } else { "key" };
        let message = format!("this {what} is not aligned with the {what} above");
        let number = self.stop.span.start.0;
        let length = here.key().filter(|_| !is_item).map_or(1, str::len);
        let span = Span { start: (number, place), end: (number, place + length) };
        let help = format!("if both belong to the same list or record, move it to column {above}");
        Some(Fault::at(Code::Syntax, span, message).help(help))
    }
}

/// The column of the first bracket of a line with which a value begins and that is not closed there.
fn opening(line: &str) -> Option<usize> {
    let brackets = line.match_indices(['[', '{']).map(|(at, _)| line.split_at(at));
    let mut unclosed = brackets.filter(|(before, behind)| {
        let begins = before.trim_end().chars().next_back().is_none_or(|c| ":-,[{".contains(c));
        begins && !closes(behind.chars())
    });
    unclosed.next().map(|(before, _)| before.chars().count() + 1)
}

/// Whether the bracket that comes first is closed behind it, but for brackets in quotes and comments.
fn closes(mut text: impl Iterator<Item = char>) -> bool {
    let (mut depth, mut quote, mut before) = (0_usize, None, ' ');
    let mut is_comment = false;
    text.any(|c| {
        let begins = before.is_whitespace() || "[{,:".contains(before);
        is_comment = c != '\n' && (is_comment || quote.is_none() && c == '#' && before == ' ');
        match (quote, c) {
            _ if is_comment => {}
            (Some(open), c) if c == open && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if begins => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = c;
        depth == 0
    })
}
