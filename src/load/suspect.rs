//! Warnings about text that can be read but may not mean what was intended.

use std::collections::BTreeMap;

use super::line::{key, lines};
use super::tree::{Node, Style, Tree, Value};
use crate::diagnostic::{Code, Fault, Span, between_curly_quotes, shown, straighten};
use crate::invisible::is_invisible;
use crate::model::{Date, Shape, Text};

/// Calls `add` with every such thing in a text and its tree.
pub fn warnings(text: &str, tree: &Tree, add: &mut dyn FnMut(Fault)) {
    let lines = lines(text);
    for (span, c) in hidden(&lines) {
        let message = format!("invisible character U+{:04X}", u32::from(c));
        add(Fault::at(Code::Invisible, span, message).help("delete it"));
    }
    // Of a file that is damaged throughout, the first place says it.
    let damaged = |(number, line): (_, &&str)| Some(Span::at(number, damaged(line)?));
    if let Some(span) = (1..).zip(&lines).find_map(damaged) {
        let message = "this is a damaged letter: the text was read in the wrong encoding";
        let help = "write the letter that is meant, here and in the rest of the file";
        add(Fault::at(Code::Invisible, span, message).help(help));
    }
    let mut walk = Walk { lines, ends: BTreeMap::new(), add };
    tree.root.iter().for_each(|root| walk.value(root, Some(Shape::dataset())));
    walk.cut_texts();
}

struct Walk<'t, 'a> {
    lines: Vec<&'t str>,
    /// Of each line, the column behind the last value without quotes on it, and whether that is any text: a comment
    /// ends the line.
    ends: BTreeMap<usize, (usize, bool)>,
    add: &'a mut dyn FnMut(Fault),
}

impl Walk<'_, '_> {
    fn add(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        (self.add)(Fault::at(code, span, message).help(help));
    }

    /// A value and all that it holds; of no shape is what stands under an unknown key.
    fn value(&mut self, node: &Node, shape: Option<&Shape>) {
        match &node.value {
            Value::List(items) => {
                let inner = shape.and_then(Shape::items);
                for item in items {
                    self.value(item, inner);
                    if let (Some(Shape::Text(of)), Value::Scalar(text, Style::Plain)) =
                        (inner, &item.value)
                        && of == "text"
                        && text.contains(';')
                    {
                        let message = "this is one item, although it has a semicolon in it";
                        let help = "separate items with commas, or put it in quotes if it is one";
                        self.add(Code::MergedItem, item.span, message, help);
                    }
                }
            }
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    self.pair(key.scalar().unwrap_or(""), value, shape);
                }
            }
            Value::Scalar(text, style) => {
                let is_plain = *style == Style::Plain;
                match shape {
                    // Where whole numbers belong, one with a point is refused.
                    Some(Shape::Number { whole: false, .. }) if is_plain => {
                        self.number(text, node.span);
                    }
                    Some(Shape::Word(_)) => self.text(text, false, node.span),
                    Some(Shape::Text(_) | Shape::Id(_) | Shape::Party) => {
                        self.text(text, is_plain, node.span);
                    }
                    _ => {}
                }
                if is_plain {
                    let is_text = matches!(shape, Some(Shape::Text(of)) if of == "text");
                    self.ends.insert(node.span.end.0, (node.span.end.1, is_text));
                }
                if *style != Style::Quoted {
                    self.continued(node.span);
                }
            }
        }
    }

    /// A key of a record of this shape with its value.
    fn pair(&mut self, key: &str, value: &Node, shape: Option<&Shape>) {
        let mut fields = shape.into_iter().flat_map(Shape::fields);
        let field = fields.find(|field| field.key == key);
        let shape = field.map(|field| &field.shape);
        let required = field.is_some_and(|field| field.required);
        let is_list = matches!(shape, Some(Shape::List(_))) && value.is_empty();
        if !is_list && (required || !value.is_null()) {
            self.value(value, shape);
        } else if field.is_some_and(|field| field.nullable || value.is_empty()) {
            let instead = if required { "[] for none" } else { "delete the line" };
            let message = format!("`{key}` has no value");
            self.add(Code::EmptyValue, value.span, message, format!("write a value, or {instead}"));
        }
    }

    fn text(&mut self, text: &str, plain: bool, span: Span) {
        // A block of lines ends with a line break of its own, and the reader takes spaces from what has no quotes.
        let lines = text.trim_end_matches('\n');
        if lines != lines.trim() && !lines.trim().is_empty() {
            let help = "delete the spaces at its beginning and end";
            self.add(Code::Untrimmed, span, "leading or trailing white space", help);
        }
        let is_sign = ["->", "–>", "—>", "≥", "»-"].iter().any(|sign| text.starts_with(sign));
        if plain && (is_sign || between_curly_quotes(text).is_some()) {
            let message = "the characters at the beginning are read as part of the text";
            let help = "write `>-` if the text is to begin on the next line";
            self.add(Code::Unquoted, span, message, straighten(text, help));
        }
        if plain && Text::new(text).is_ok() && is_taken_otherwise(text.trim()) {
            let shown = shown(text);
            let message = format!("other programs do not read `{shown}` as a text");
            self.add(Code::Unquoted, span, message, format!("put quotes round it: \"{shown}\""));
        }
    }

    /// A number that may not be the one that is meant.
    fn number(&mut self, text: &str, span: Span) {
        let is_digits = |part: &str| part.len() <= 3 && part.parse::<u16>().is_ok();
        if let (Some((whole, fraction)), Ok(number)) = (text.split_once('.'), text.parse::<f64>())
            && is_digits(whole)
            && is_digits(fraction)
            && fraction.len() == 3
            && !text.starts_with('0')
        {
            let message = format!("this number is read as {number}: the point is a decimal point");
            let help = "if thousands are meant, remove the point; otherwise add a zero";
            self.add(Code::OddNumber, span, message, help);
        }
    }

    /// Each line of a text but its first that seems to begin something new.
    fn continued(&mut self, Span { start, end }: Span) {
        let mut last = 0;
        for number in start.0 + 1..=end.0.min(self.lines.len()) {
            let (before, line) = (self.lines[number - 2], self.lines[number - 1]);
            let content = line.trim_start_matches([' ', '\t']);
            let key = key(content).filter(|(_, behind)| begins_value(behind, before));
            let Some(length) =
                key.map(|(key, _)| key.len()).or(content.starts_with("- ").then_some(1))
            else {
                continue;
            };
            // Of lines below one another, the first says it.
            let is_next = std::mem::replace(&mut last, number) + 1 == number;
            let span = Span::within(number, line.len() - content.len() + 1, length);
            // A block of lines ends where the next value begins.
            if !is_next && span.start < end {
                let begins = &content[..length];
                let message = format!(
                    "this line continues the text above it, although it begins with `{begins}`"
                );
                let help = "align it with the key or the dash that it belongs below, or put the text in quotes";
                self.add(Code::MergedItem, span, message, help);
            }
        }
    }

    /// Each sign behind a text without quotes that begins a comment, though it looks like more of the text.
    fn cut_texts(&mut self) {
        for (number, (end, is_text)) in std::mem::take(&mut self.ends) {
            let line = self.lines.get(number - 1).copied().unwrap_or_default();
            let behind = (end..).zip(line.chars().skip(end - 1));
            let mut behind = behind.skip_while(|(_, c)| c.is_whitespace());
            if let (Some((start, '#')), Some((_, next))) = (behind.next(), behind.next())
                && (next.is_alphanumeric() || is_text && next == ' ' && start == end + 1)
            {
                let message = "# starts a comment here: the rest of the value is lost";
                let help = "put the whole value in quotes, or, for a comment, two spaces before the # and one after it";
                let span = Span::within(number, start, line.chars().count() + 1 - start);
                self.add(Code::CutText, span, message, help);
            }
        }
    }
}

/// Whether what stands behind a key is a value of its own rather than the words of a sentence.
fn begins_value(behind: &str, line_before: &str) -> bool {
    let value = behind.strip_prefix(':').filter(|text| text.is_empty() || text.starts_with(' '));
    value.map(str::trim).is_some_and(|value| {
        !value.contains(' ')
            || value.starts_with(['[', '{', '"', '\''])
            || line_before.trim_end().ends_with(['.', '!', '?', ':', '"'])
    })
}

/// The column of the first letter of a line that is left of another where a file was read in the wrong encoding.
fn damaged(line: &str) -> Option<usize> {
    let pairs = line.chars().zip(line.chars().skip(1).chain([' ']));
    let is_left = |pair: (char, char)| {
        matches!(pair, ('\u{fffd}', _) | ('Ã' | 'Â', '\u{80}'..='\u{bf}') | ('â', '€'))
    };
    (1..).zip(pairs).find_map(|(column, pair)| is_left(pair).then_some(column))
}

/// Each character of the lines that nobody sees, those that touch as one, with the first of them; but for tabs, and
/// joiners within words of other scripts, where they belong.
fn hidden(lines: &[&str]) -> Vec<(Span, char)> {
    let mut hidden: Vec<(Span, char)> = Vec::new();
    for (number, line) in (1..).zip(lines).filter(|(_, line)| !line.is_ascii()) {
        let mut before = ' ';
        for (column, c) in (1..).zip(line.chars()) {
            let joins = matches!(c, '\u{200c}' | '\u{200d}') && !before.is_ascii();
            before = c;
            match hidden.last_mut() {
                _ if !is_invisible(c) || c == '\t' || joins => {}
                Some((last, _)) if last.end == (number, column) => last.end.1 += 1,
                _ => hidden.push((Span::at(number, column), c)),
            }
        }
    }
    hidden
}

/// Whether readers of YAML 1.1 or 1.2 take a text without quotes for yes or no, a day or a number.
fn is_taken_otherwise(text: &str) -> bool {
    const FLAGS: [&str; 8] = ["y", "n", "yes", "no", "on", "off", "true", "false"];
    let lower = text.to_ascii_lowercase();
    let is_day = text.split_at_checked(10).is_some_and(|(day, time)| {
        let is_time = |byte| matches!(byte, b'0'..=b'9' | b':' | b'.' | b'+' | b'-' | b'Z' | b'z');
        day.parse::<Date>().is_ok() && time.trim_start_matches(['T', 't', ' ']).bytes().all(is_time)
    });
    // The numbers of YAML 1.1 may be grouped by underscores, or be to the base 60.
    let is_part = |part: &str| part.split('.').next().is_some_and(|digits| digits.len() <= 2);
    let bare = lower.trim_start_matches(['+', '-']).replace(['_', ':'], "");
    let is_number = bare.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && lower.split(':').skip(1).all(is_part)
        && (bare.parse::<f64>().is_ok()
            || serde_yaml::from_str::<serde_yaml::Number>(&bare).is_ok());
    FLAGS.contains(&&*lower) || is_day || is_number
}
