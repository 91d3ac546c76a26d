//! What is to blame for a text that is not well formed: a parser stops at the first line that it cannot make sense
//! of, which is mostly the one behind the slip.

use super::letters;
use super::shape::Shape;
use super::tokens::Malformed;
use crate::diagnostic::{Span, shown};

/// The fault as a person would tell it; `brackets` are the places of those that are open, the innermost last.
pub fn blamed(fault: Malformed, brackets: &[(usize, usize)], text: &str) -> Malformed {
    let lines = letters::lines(text);
    let blamed = never_closed(&fault, brackets, &lines)
        .or_else(|| bracket_above(&fault, &lines))
        .or_else(|| tab(&fault, &lines))
        .or_else(|| quote(&fault, &lines))
        .or_else(|| indentation(&fault, &lines))
        .or_else(|| margin(&fault, &lines))
        .or_else(|| flow(&fault, &lines))
        .or_else(|| slip(&fault, &lines));
    blamed.unwrap_or(fault)
}

/// A bracket of a line before that is never closed, or is still open at the end.
fn never_closed(
    fault: &Malformed,
    brackets: &[(usize, usize)],
    lines: &[&str],
) -> Option<Malformed> {
    let (line, column) = fault.span.start;
    let behind = lines.get(line - 1..).unwrap_or(&[]);
    let first = behind.first().map_or("", |line| *line).chars().skip(column - 1);
    let mut rest = first.chain(behind.iter().skip(1).flat_map(|line| line.chars()));
    let is_end = rest.all(char::is_whitespace);
    let is_open = |at: &&(usize, usize)| is_end || at.0 < line && !is_closed(**at, lines);
    let bracket = brackets.iter().rev().find(is_open)?;
    let rest: String = lines.get(bracket.0 - 1)?.chars().skip(bracket.1 - 1).collect();
    // A sign that begins a comment hides the bracket that closes it.
    if let Some((_, comment)) = rest.split_once(" #").filter(|(before, comment)| {
        before.matches('"').count() % 2 == 0 && comment.contains([']', '}'])
    }) {
        let column = bracket.1 + rest.chars().count() - comment.chars().count() - 1;
        let found = Malformed::new(
            "this begins a comment, with the closing bracket in it",
            Span::at(bracket.0, column),
        );
        return Some(found.with_help("put quotes round a text that has a # in it"));
    }
    Some(Malformed::new("this bracket is not closed", Span::at(bracket.0, bracket.1)))
}

/// The bracket of a line above that is never closed, where something has been met that belongs into none.
fn bracket_above(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    const ABOVE: usize = 100;
    if !["only valid inside a block", "invalid indentation"].iter().any(|of| fault.why.contains(of))
    {
        return None;
    }
    let last = fault.span.start.0.min(lines.len());
    let mut open = Vec::new();
    for (at, bracket, begins) in brackets(&lines[..last], (last.saturating_sub(ABOVE).max(1), 1)) {
        if matches!(bracket, '{' | '[') {
            open.push((at, begins));
        } else {
            open.pop();
        }
    }
    // Of the nearest line that has such brackets, the first.
    open.retain(|((line, _), begins)| *begins && *line < last);
    let ((nearest, _), _) = *open.last()?;
    let ((number, column), _) = *open.iter().find(|((line, _), _)| *line == nearest)?;
    Some(Malformed::new("this bracket is not closed", Span::at(number, column)))
}

/// A key that does not stand below the others of its record, and an item that does not below the one before.
fn indentation(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    let meant = ["mapping values", "key", "indicator"];
    if !meant.iter().any(|of| fault.why.contains(of)) {
        return None;
    }
    let number = fault.span.start.0;
    let here = Content::of(lines.get(number - 1)?);
    // How far a dash is indented.
    let dash = |line: &&str| {
        let content = line.trim_start_matches(' ');
        content.starts_with("- ").then(|| line.len() - content.len())
    };
    if let Some(indent) = lines.get(number - 1).and_then(dash) {
        let mut before = lines[..number - 1].iter().rev().filter_map(dash);
        let near = before.find(|before| before.abs_diff(indent) < 2)?;
        let found = Malformed::new(
            "this dash does not stand below the one before",
            Span::at(number, indent + 1),
        );
        return (near != indent).then(|| {
            found.with_help(&format!("put it into column {}, straight below that", near + 1))
        });
    }
    let (word, value) = key(here.text)?;
    let above = lines[..number - 1].iter().rev().find(|line| !line.trim().is_empty())?;
    let above = Content::of(above);
    key(above.text).filter(|(_, value)| value.starts_with(':'))?;
    let is_near = above.column != here.column && above.column.abs_diff(here.column) < 3;
    let found = here.at(number, word.len(), "this key does not stand below the key before");
    (is_near && value.starts_with(':')).then(|| {
        found.with_help(&format!("put it into column {}, if both are of one record", above.column))
    })
}

/// A bracket that closes at the margin what is opened behind a key.
fn margin(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    let number = fault.span.start.0;
    let is_margin = lines.get(number - 1)?.starts_with([']', '}']);
    let found = Malformed::new("this bracket stands at the margin", Span::at(number, 1));
    (is_margin && fault.why.contains("indentation"))
        .then(|| found.with_help("put a space before it"))
}

/// A text in brackets that has a sign of YAML in it, or a value that follows no comma.
fn flow(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    if !fault.why.contains("',' or") {
        return None;
    }
    let line = lines.get(fault.span.start.0 - 1)?;
    let at = line.char_indices().nth(fault.span.start.1 - 1)?.0;
    let found = Malformed::new("a value ends before this, and no comma follows", fault.span);
    let is_colon = line[at..].starts_with(':');
    // Before a colon stands a key if the comma before it is missing, and else a part of the value.
    let word = line[..at].rsplit([' ', ',', ';', '{', '[']).next().unwrap_or("");
    let help = if is_colon && key(word).is_none() {
        "put quotes round a text that has a colon and a space in it"
    } else if is_colon {
        "write a comma and a space between two values"
    } else {
        "write a comma before it, or put the whole text in quotes"
    };
    Some(found.with_help(help))
}

/// Whether the bracket at this place is closed somewhere behind it.
fn is_closed(at: (usize, usize), lines: &[&str]) -> bool {
    let mut depth = 0_usize;
    brackets(lines, at).any(|(_, bracket, _)| {
        depth = if matches!(bracket, '{' | '[') { depth + 1 } else { depth.saturating_sub(1) };
        depth == 0
    })
}

/// The brackets from a place on that are not within quotes, each with its place and whether a value can begin there.
fn brackets<'l>(
    lines: &'l [&str],
    (first, column): (usize, usize),
) -> impl Iterator<Item = ((usize, usize), char, bool)> + 'l {
    let letters =
        (first..).zip(lines.get(first - 1..).unwrap_or(&[])).flat_map(move |(number, line)| {
            let skipped = if number == first { column - 1 } else { 0 };
            let letters = (1..).zip(line.chars().chain(['\n'])).skip(skipped);
            letters.map(move |(column, c)| ((number, column), c))
        });
    let (mut before, mut inside, mut said) = (' ', None, None);
    letters.filter_map(move |(at, c)| {
        let mut found = None;
        match (inside, c) {
            (Some(quote), c) if c == quote && before != '\\' => inside = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if before.is_whitespace() || "[{,:".contains(before) => {
                inside = Some(c)
            }
            (None, '[' | '{' | ']' | '}') => {
                found = Some((at, c, said.is_none_or(|said| ":-,[{".contains(said))));
            }
            _ => {}
        }
        before = c;
        if c == '\n' {
            said = None;
        } else if !c.is_whitespace() {
            said = Some(c);
        }
        found
    })
}

/// The first line with a tab before its text, where a parser has met one.
fn tab(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    if !fault.why.contains("tab") {
        return None;
    }
    let (number, column) =
        (1..).zip(lines).skip(fault.span.start.0 - 1).find_map(|(n, line)| {
            let indent = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
            line[..indent].find('\t').map(|tab| (n, tab + 1))
        })?;
    if lines[number - 1].trim().is_empty() {
        let found = Malformed::new(
            "there is a tab on this line and nothing else",
            Span::at(number, column),
        );
        return Some(found.with_help("delete it"));
    }
    Some(Malformed::new("there is a tab before the text of this line", Span::at(number, column)))
}

/// A quote within a text that is in such quotes.
fn quote(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    let (number, column) = fault.span.start;
    let mut around = lines.get(number - 1)?.chars().skip(column.checked_sub(2)?);
    let (before, here) = (around.next()?, around.next()?);
    let ends = fault.why.contains("trailing content") || fault.why.contains("expected ','");
    let help = match before {
        '\'' => "write an apostrophe in single quotes twice, or put double quotes round the text",
        '"' => "write a quote in double quotes as \\\", or put single quotes round the text",
        _ => return None,
    };
    let found = Malformed::new("the text in quotes ends before this", fault.span);
    (ends && here.is_alphanumeric()).then(|| found.with_help(help))
}

/// A line that was meant to be a key with its value, an item or a comment.
fn slip(fault: &Malformed, lines: &[&str]) -> Option<Malformed> {
    let number = fault.span.start.0;
    let meant_a_key = ["key", "mapping values", "indicator", "document start", "illegal placement"];
    if !meant_a_key.iter().any(|of| fault.why.contains(of)) {
        return None;
    }
    let line = |number: usize| lines.get(number - 1).copied().unwrap_or("");
    let here = Content::of(line(number));
    let says = |number: &usize| {
        let content = line(*number).trim();
        !content.is_empty() && !content.starts_with('#')
    };
    if fault.why.contains("'-' indicator") && here.text.starts_with("id:") {
        let found = here.at(number, 2, "this record begins without a dash");
        return Some(found.with_help("put `- ` before it, if a new record begins here"));
    }
    let mut above =
        (1..number).rev().filter(says).map(|number| (number, Content::of(line(number))));
    // What is indented deeper continues a line further up; at the end of a text the last is as good as any.
    let is_end = here.text.is_empty();
    let above = above.find(|(_, content)| is_end || content.column <= here.column);
    let no_key = above.as_ref().filter(|(_, content)| {
        let is_text = fault.why.contains("mapping values") && key(content.text).is_none();
        !is_text
            && ["simple key", "mapping values"].iter().any(|of| fault.why.contains(of))
            && (is_end || content.column == here.column)
    });
    here.slip(number)
        .or_else(|| above.as_ref().and_then(|(number, content)| content.slip(*number)))
        .or_else(|| {
            no_key.and_then(|(number, content)| {
                let above = (1..*number).rev().map(line).find(|line| !line.trim().is_empty());
                let ends = [">-", ">", "|", "|-"];
                let is_below_block = above.is_some_and(|above| {
                    ends.iter().any(|end| above.trim_end().ends_with(&format!(": {end}")))
                });
                content.no_key(*number, is_below_block)
            })
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

    fn at(&self, number: usize, letters: usize, why: &str) -> Malformed {
        let end = self.column + letters.max(1);
        Malformed::new(why, Span { start: (number, self.column), end: (number, end) })
    }

    /// What is no key, item or comment, but nearly one.
    fn slip(&self, number: usize) -> Option<Malformed> {
        let first = self.text.chars().next()?;
        let spaces = self.text.chars().take_while(|c| c.is_whitespace()).count();
        if spaces > 0 {
            let why = format!("the character U+{:04X} is no space that indents", u32::from(first));
            return Some(self.at(number, spaces, &why).with_help("indent with plain spaces"));
        }
        if self.text.starts_with("//") {
            let found = self.at(number, 2, "this begins no comment");
            return Some(found.with_help("begin a comment with #"));
        }
        let behind = self.text[first.len_utf8()..].trim_start();
        if matches!(first, '-' | '•' | '·' | '–' | '—' | '*') && key(behind).is_some() {
            let found = self.at(number, 1, "this begins no item of a list");
            return Some(found.with_help("begin an item with a dash and a space: `- id: x`"));
        }
        let (key, value) = key(self.text)?;
        let value = value.trim_start();
        let sign = value.chars().next().filter(|sign| ":：=".contains(*sign))?;
        let value = value[sign.len_utf8()..].trim_end();
        (sign != ':' || !value.is_empty() && !value.starts_with(' '))
            .then(|| self.without_colon(number, key, value))
    }

    /// A key that has no colon, or what is none at all.
    fn no_key(&self, number: usize, is_below_block: bool) -> Option<Malformed> {
        match key(self.text) {
            None if is_below_block => {
                let letters = self.text.chars().count();
                let found =
                    self.at(number, letters, "this text does not stand deeper than its key");
                Some(found.with_help("indent it deeper than the key above"))
            }
            Some((key, value)) if !value.trim_start().starts_with(':') => {
                Some(self.without_colon(number, key, value))
            }
            None if !self.text.contains(": ") && !self.text.ends_with(':') => {
                let letters = self.text.chars().count();
                let found =
                    self.at(number, letters, "this is neither a key with a value nor an item");
                Some(found.with_help("write a key, a colon and a space: `name: x`"))
            }
            _ => None,
        }
    }

    fn without_colon(&self, number: usize, key: &str, value: &str) -> Malformed {
        let found = self.at(number, key.len(), "there is no colon and space behind this key");
        found.with_help(&format!("write `{key}: {}`", shown(value.trim())))
    }
}

/// The key of a dataset that a text begins with, and what stands behind it.
pub fn key(text: &str) -> Option<(&str, &str)> {
    let length = text.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    let (key, behind) = text.split_at(length);
    Shape::keys().iter().any(|known| known == key).then_some((key, behind))
}
