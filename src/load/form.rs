//! Why a YAML text is not well formed, at the line where a person would look: a parser stops at the first line that
//! it cannot make sense of, which is mostly the one behind the slip.

use super::lines::lines;
use super::plain_words::plain_words;
use super::shape::Shape;
use super::tree::Stop;
use crate::diagnostic::{Code, Fault, Span, shown};

/// The fault of a text that could not be read to its end.
pub fn fault(stop: &Stop, text: &str) -> Fault {
    let text = Text { lines: lines(text), stop };
    let slips = [
        Text::odd_line,
        Text::tag,
        Text::open_bracket,
        Text::tab,
        Text::quote,
        Text::misplaced,
        Text::no_comma,
        Text::slip,
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

fn in_plain_words(why: &str, span: Span) -> Fault {
    let default = (why, "look at the indentation, the quotes and the brackets here and above");
    let (words, help) = plain_words(why, WORDS).unwrap_or(default);
    Fault::at(Code::Syntax, span, words.replace(char::is_control, "\u{fffd}")).help(help)
}

/// What the parsers say, as [`plain_words`] has it.
const WORDS: &str = "\
several YAML documents | = | put each document into a file of its own, or delete the lines `---`
more than one document | there are several YAML documents in this file | put each document into a file of its own
deep in one another | = | take them apart
recursion limit | lists and mappings stand more than 128 deep in one another | take them apart
aliases of this file | = | write the values out, without aliases
repetition limit | the aliases of this file repeat too much | write the values out, without aliases
this alias | = | write the value out, without an alias
mapping values are not allowed | a colon and a space stand within a text, or this key within a value | put quotes round a text that has a colon and a space in it
illegal placement | a colon stands where no key can | put quotes round a text that has a colon and a space in it
unknown anchor | a text that begins with * stands for another value, and there is none of this name | put the text in quotes, or write the value out that is meant
an anchor or alias | a text cannot begin with & or * | put quotes round the text
tag | a text that begins with an exclamation mark is a tag of YAML | put quotes round it
must be followed by a valid YAML whitespace | there is no plain space behind this colon | write a space behind the colon, not a tab
simple key | there is no colon and space behind this | look for a missing colon, and at the indentation
block sequence entries | an item of a list cannot begin here | put the item on the next line, or the text in quotes
mapping keys are not allowed | a question mark begins a key here | put quotes round a text that begins with a question mark
misplaced bracket | this bracket closes nothing | delete it, or look for one that is missing above
trailing content | the text in quotes ends before this | put single quotes round the whole text
indentation in quoted scalar | what continues this text in quotes is not indented | indent the lines that continue it deeper than the key, or close the quotes
end of stream | the quotes that are opened here are not closed | close them
quoted scalar | = | close the quotes that are opened here
comments must be | a # stands straight behind a value | put a space before the #
unexpected character | a text cannot begin with this sign | put quotes round a text that begins with @, ` or %
cannot start any token | a text cannot begin with this sign | put quotes round a text that begins with @, `, % or a tab
escape | = | write the character itself, or a backslash as \\\\
indentation | = | give the keys of one record the same indentation, and what continues a value a deeper one
invalid type: map | this is read as a mapping of keys | put the text in quotes
plain scalar cannot start with '-' | a dash stands alone here | put the text in quotes";

/// Lines that no file of records has: what editors, chats and version control leave behind.
const LEFT_BEHIND: &str = "\
<<<<<<< | this line is left from two versions that were merged | keep one of the two versions, and delete the lines with such signs
======= | this line is left from two versions that were merged | keep one of the two versions, and delete the lines with such signs
>>>>>>> | this line is left from two versions that were merged | keep one of the two versions, and delete the lines with such signs
``` | this line marks code, and is no part of it | delete this line
\u{feff} | a byte order mark stands within the file | delete it: two files were joined here";

/// A slip, where it is, and its cure.
fn slip(span: Span, message: impl Into<String>, help: impl Into<String>) -> Option<Fault> {
    Some(Fault::at(Code::Syntax, span, message).help(help))
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

    /// The lines above that say something, the nearest first.
    fn above(&self, number: usize) -> impl Iterator<Item = (usize, &'t str)> {
        let above = (1..number).rev().map(|number| (number, self.line(number)));
        above.filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
    }

    /// A line near the stop that no file of records has.
    fn odd_line(&self) -> Option<Fault> {
        let end = self.stop.span.start.0 + 1;
        (end.saturating_sub(3).max(1)..=end).find_map(|number| {
            let line = self.line(number);
            let word = line.trim_end();
            let is_space = word.is_empty() && line.chars().any(|c| c != ' ' && c != '\t');
            let (message, help) = match plain_words(line, LEFT_BEHIND) {
                Some(found) => found,
                None if word == "..." => ("this line ends the file before its end", "delete this line"),
                None if is_space => ("this line has a space of another kind and nothing else", "delete this line"),
                None if is_prose(word) => (
                    "this line is not a key, a list item or a comment",
                    "indent it like the text above that it continues, begin it with # as a comment, or delete it",
                ),
                None => return None,
            };
            let end = line.chars().count().max(1) + 1;
            slip(Span { start: (number, 1), end: (number, end) }, message, help)
        })
    }

    /// A tag would be dropped with its word, or turn the value into another; nothing of a dataset has one.
    fn tag(&self) -> Option<Fault> {
        // The value that it belongs to may stand below.
        let end = self.stop.span.start.0;
        let mut lines = (end.saturating_sub(2).max(1)..=end).rev().filter(|_| self.says(&["tag"]));
        let is_start = |before: &str| before.is_empty() || before.ends_with([' ', '[', '{', ',']);
        let (number, (before, tag)) = lines.find_map(|number| {
            let line = self.line(number);
            let mut marks = line.match_indices('!').map(|(at, _)| line.split_at(at));
            Some((number, marks.find(|(before, _)| is_start(before))?))
        })?;
        let tag = tag.split([' ', '\t', ',', '[', ']', '{', '}']).next().unwrap_or(tag);
        let start = before.chars().count() + 1;
        let span = Span { start: (number, start), end: (number, start + tag.chars().count()) };
        let message = format!("`{}` is a tag of YAML, which has no meaning here", shown(tag));
        slip(span, message, "put quotes round a text that begins with an exclamation mark")
    }

    /// A bracket that is never closed.
    fn open_bracket(&self) -> Option<Fault> {
        let (line, column) = self.stop.span.start;
        let from = |(line, column): (usize, usize)| {
            let below = self.lines.iter().skip(line).flat_map(|line| line.chars().chain(['\n']));
            self.line(line).chars().skip(column - 1).chain(['\n']).chain(below)
        };
        let is_end = from((line, column)).all(char::is_whitespace);
        let is_unclosed = |at: &&(usize, usize)| is_end || at.0 < line && !closes(from(**at));
        let at = self.stop.open.iter().rev().find(is_unclosed).copied().or_else(|| {
            // The one that the parser has left behind, on the nearest line that has such brackets.
            let near = self.above(line).take(20);
            let mut near =
                near.filter(|_| self.says(&["only valid inside a block", "invalid indentation"]));
            near.find_map(|(number, line)| unclosed(line).map(|column| (number, column)))
        })?;
        if self.line(line).starts_with([']', '}']) && closes(from(at)) {
            let message = "this bracket stands at the margin";
            return slip(Span::at(line, 1), message, "put a space before it");
        }
        let rest: String = self.line(at.0).chars().skip(at.1 - 1).collect();
        let comment = rest.split_once(" #").filter(|(before, comment)| {
            before.matches('"').count() % 2 == 0 && comment.contains([']', '}'])
        });
        match comment {
            Some((before, _)) => slip(
                Span::at(at.0, at.1 + before.chars().count() + 1),
                "this begins a comment, with the closing bracket in it",
                "put quotes round a text that has a # in it",
            ),
            None => {
                slip(Span::at(at.0, at.1), "this bracket is not closed", "close it with ] or }")
            }
        }
    }

    /// The first line with a tab before its text.
    fn tab(&self) -> Option<Fault> {
        let start = self.stop.span.start.0.saturating_sub(1).max(1);
        let mut near = (start..start + 3).filter(|_| self.says(&["tab", "start any token"]));
        let span = near.find_map(|number| {
            let line = self.line(number);
            let indent = line.find(|c| !" -\t".contains(c)).unwrap_or(line.len());
            line[..indent].find('\t').map(|tab| Span::at(number, tab + 1))
        })?;
        slip(
            span,
            "there is a tab where only spaces can stand",
            "delete the tab, and indent with spaces",
        )
    }

    /// A quote within a text that is in such quotes.
    fn quote(&self) -> Option<Fault> {
        let (number, column) = self.stop.span.start;
        let mut around = self.line(number).chars().skip(column.checked_sub(2)?);
        let (before, here) = (around.next()?, around.next()?);
        let help = match before {
            '\'' => {
                "write an apostrophe in single quotes twice, or put double quotes round the text"
            }
            '"' => "write a quote in double quotes as \\\", or put single quotes round the text",
            _ => return None,
        };
        let ends = here.is_alphanumeric() && self.says(&["trailing content", "expected ','"]);
        slip(self.stop.span, "the text in quotes ends before this", help).filter(|_| ends)
    }

    /// A dash or a key that does not stand below the one before.
    fn misplaced(&self) -> Option<Fault> {
        let number = self.stop.span.start.0;
        let is_item = |line: &str| line.trim_start_matches(' ').starts_with("- ");
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len() + 1;
        let line = Some(self.line(number))
            .filter(|_| self.says(&["mapping values", "key", "indicator"]))?;
        if is_item(line) {
            let items = self.above(number).map(|(_, line)| line).filter(|line| is_item(line));
            let mut columns = items.map(indent);
            let near = columns.find(|column| column.abs_diff(indent(line)) < 2)?;
            let help = format!("put it into column {near}, straight below that");
            let span = Span::at(number, indent(line));
            return slip(span, "this dash does not stand below the one before", help)
                .filter(|_| near != indent(line));
        }
        let is_key = |text| key(text).filter(|(_, value)| value.starts_with(':'));
        let (here, above) = (Content::of(line), Content::of(self.above(number).next()?.1));
        let ((word, _), _) = (is_key(here.text)?, is_key(above.text)?);
        let help = format!("put it into column {}, if both are of one record", above.column);
        here.slip(number, word.len(), "this key does not stand below the key before", help)
            .filter(|_| (1..3).contains(&above.column.abs_diff(here.column)))
    }

    /// A text in brackets that has a sign of YAML in it, or a value that follows no comma.
    fn no_comma(&self) -> Option<Fault> {
        let line = self.line(self.stop.span.start.0);
        let (at, _) = line.char_indices().nth(self.stop.span.start.1 - 1)?;
        // Before a colon stands a key if the comma before it is missing, and else a part of the value.
        let word = line[..at].rsplit([' ', ',', ';', '{', '[']).next().unwrap_or("");
        let help = match (line[at..].starts_with(':'), key(word)) {
            (true, None) => "put quotes round a text that has a colon and a space in it",
            (true, Some(_)) => "write a comma and a space between two values",
            _ => "write a comma before it, or put the whole text in quotes",
        };
        let message = "a value ends before this, and no comma follows";
        slip(self.stop.span, message, help).filter(|_| self.says(&["',' or"]))
    }

    /// A line that was meant to be a key with its value, an item or a comment.
    fn slip(&self) -> Option<Fault> {
        const MEANT: [&str; 5] =
            ["key", "mapping values", "indicator", "document start", "illegal placement"];
        let number = self.stop.span.start.0;
        let here = Some(Content::of(self.line(number))).filter(|_| self.says(&MEANT))?;
        if self.says(&["'-' indicator"]) && here.text.starts_with("id:") {
            let help = "put `- ` before it, if a new record begins here";
            return here.slip(number, 2, "this record begins without a dash", help);
        }
        // What is indented deeper continues a line further up; at the end of a text the last is as good as any.
        let is_end = here.text.is_empty();
        let mut above = self.above(number).map(|(number, line)| (number, Content::of(line)));
        let above = above.find(|(_, content)| is_end || content.column <= here.column);
        here.near_miss(number).or_else(|| {
            let (number, above) = above?;
            let is_bare = key(above.text).is_some_and(|(_, value)| value.is_empty());
            let no_colon = self.says(&["simple key", "mapping values"])
                && (is_end || is_bare || above.column == here.column);
            above.near_miss(number).or_else(|| above.no_key(number).filter(|_| no_colon))
        })
    }
}

/// Whether a line at the margin has several words and no sign of YAML.
fn is_prose(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && word.contains(' ')
        && !word.ends_with(',')
        && !word.contains([':', '[', ']', '{', '}'])
}

/// The column of the first bracket of a line that is not closed there, if a value can begin with it.
fn unclosed(line: &str) -> Option<usize> {
    let brackets = line.match_indices(['[', '{']).map(|(at, _)| line.split_at(at));
    let mut unclosed = brackets.filter(|(before, behind)| {
        let begins = before.trim_end().chars().next_back().is_none_or(|c| ":-,[{".contains(c));
        begins && !closes(behind.chars())
    });
    unclosed.next().map(|(before, _)| before.chars().count() + 1)
}

/// Whether the bracket that comes first is closed behind it, but for brackets in quotes.
fn closes(mut text: impl Iterator<Item = char>) -> bool {
    let (mut depth, mut quote, mut before) = (0_usize, None, ' ');
    text.any(|c| {
        let begins = before.is_whitespace() || "[{,:".contains(before);
        match (quote, c) {
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

/// What stands on a line, behind the dashes of the items that it begins.
struct Content<'t> {
    text: &'t str,
    /// Its column, counted from 1.
    column: usize,
}

impl<'t> Content<'t> {
    fn of(line: &'t str) -> Self {
        let mut text = line.trim_start_matches(' ');
        while let Some(item) = text.strip_prefix("- ") {
            text = item.trim_start_matches(' ');
        }
        let column = line.len() - text.len() + 1;
        Self { text: text.trim_end_matches(' '), column }
    }

    /// A slip in its first letters.
    fn slip(
        &self,
        number: usize,
        letters: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Option<Fault> {
        let end = (number, self.column + letters.max(1));
        slip(Span { start: (number, self.column), end }, message, help)
    }

    /// What is no key, item or comment, but nearly one.
    fn near_miss(&self, number: usize) -> Option<Fault> {
        let first = self.text.chars().next()?;
        let spaces = self.text.chars().take_while(|c| c.is_whitespace()).count();
        if spaces > 0 {
            let why = format!("the character U+{:04X} is no space that indents", u32::from(first));
            return self.slip(number, spaces, why, "indent with plain spaces");
        }
        if self.text.starts_with("//") {
            return self.slip(number, 2, "this begins no comment", "begin a comment with #");
        }
        let behind = self.text[first.len_utf8()..].trim_start();
        if "-•·–—*".contains(first) && key(behind).is_some() {
            let help = "begin an item with a dash and a space: `- id: x`";
            return self.slip(number, 1, "this begins no item of a list", help);
        }
        let (key, value) = key(self.text)?;
        let value = value.trim_start();
        let sign = value.chars().next().filter(|sign| ":：=".contains(*sign))?;
        let value = value[sign.len_utf8()..].trim_end();
        let is_slip = sign != ':' || !value.is_empty() && !value.starts_with(' ');
        self.without_colon(number, key, value).filter(|_| is_slip)
    }

    /// A key that has no colon, or what is none at all.
    fn no_key(&self, number: usize) -> Option<Fault> {
        match key(self.text) {
            Some((_, value)) if value.trim_start().starts_with(':') => None,
            Some((key, value)) => self.without_colon(number, key, value),
            None if self.text.contains(": ") || self.text.ends_with(':') => None,
            None => {
                let help =
                    "write `name: x`, or indent it deeper than the key whose text it continues";
                let letters = self.text.chars().count();
                self.slip(number, letters, "this is neither a key with a value nor an item", help)
            }
        }
    }

    fn without_colon(&self, number: usize, key: &str, value: &str) -> Option<Fault> {
        let help = format!("write `{}`", format!("{key}: {}", shown(value.trim())).trim_end());
        self.slip(number, key.len(), "there is no colon and space behind this key", help)
    }
}

/// The key of a dataset that a text begins with, and what stands behind it.
pub fn key(text: &str) -> Option<(&str, &str)> {
    let length = text.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    let (key, behind) = text.split_at(length);
    Shape::keys().iter().any(|known| known == key).then_some((key, behind))
}
