//! YAML and JSON as one stream of tokens, each with its place.

use std::borrow::Cow;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use super::letters;
use crate::diagnostic::{Span, shown};

/// What a text of either language is made of.
pub enum Token<'a> {
    /// A single value.
    Scalar {
        /// The value, without quotes and escapes.
        text: Cow<'a, str>,
        /// Whether it stands there without quotes, so that it may be a number, yes or no, or nothing.
        plain: bool,
    },
    /// The beginning of a list.
    List,
    /// The beginning of a mapping.
    Mapping,
    /// The end of what began last.
    End,
    /// The value of an anchor, once more.
    Alias(usize),
    /// The beginning of a document of YAML.
    Document,
}

/// A token with its place and, where it defines one, the number of its anchor.
pub struct Placed<'a> {
    pub token: Token<'a>,
    pub span: Span,
    pub anchor: usize,
}

/// Where and why a text is not well formed.
#[derive(Debug, Clone)]
pub struct Malformed {
    pub why: String,
    /// The way out, where it does not follow from the reason alone.
    pub help: Option<String>,
    pub span: Span,
}

impl Malformed {
    pub fn new(why: &str, span: Span) -> Self {
        Self { why: why.to_owned(), help: None, span }
    }

    pub fn with_help(self, help: &str) -> Self {
        Self { help: Some(help.to_owned()), ..self }
    }
}

/// The tokens of a YAML text.
pub fn yaml(text: &str) -> impl Iterator<Item = Result<Placed<'_>, Malformed>> {
    Parser::new_from_str(text).filter_map(move |event| match event {
        Ok((event, span)) => {
            let span = Span { start: place(span.start), end: place(span.end) };
            let (token, anchor) = match event {
                Event::Scalar(.., Some(_))
                | Event::SequenceStart(_, Some(_))
                | Event::MappingStart(_, Some(_)) => return Some(Err(tagged(text, span))),
                Event::Scalar(text, style, anchor, None) => {
                    (Token::Scalar { text, plain: style == ScalarStyle::Plain }, anchor)
                }
                Event::SequenceStart(anchor, None) => (Token::List, anchor),
                Event::MappingStart(anchor, None) => (Token::Mapping, anchor),
                Event::SequenceEnd | Event::MappingEnd => (Token::End, 0),
                Event::Alias(anchor) => (Token::Alias(anchor), 0),
                Event::DocumentStart(_) => (Token::Document, 0),
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {
                    return None;
                }
            };
            Some(Ok(Placed { token, span, anchor }))
        }
        Err(error) => Some(Err(malformed(&error))),
    })
}

fn place(marker: Marker) -> (usize, usize) {
    (marker.line(), marker.col() + 1)
}

fn malformed(error: &ScanError) -> Malformed {
    let (line, column) = place(*error.marker());
    Malformed::new(error.info(), Span::at(line, column))
}

/// A tag would be dropped with its word, or turn the value into another; nothing of a dataset has one.
fn tagged(text: &str, value: Span) -> Malformed {
    let (number, column) = value.start;
    let line = letters::lines(text).get(number - 1).copied().unwrap_or("");
    // Only an anchor may stand before it.
    let before = line.chars().skip(column - 1).take_while(|c| *c != '!').count();
    let start = column + before;
    let ends = |c: &char| c.is_whitespace() || ",[]{}".contains(*c);
    let tag: String = line.chars().skip(start - 1).take_while(|c| !ends(c)).collect();
    let why = format!("`{}` is a tag of YAML, which has no meaning here", shown(&tag));
    let span = Span { start: (number, start), end: (number, start + tag.chars().count().max(1)) };
    Malformed::new(&why, span)
}

/// The tokens of a JSON text, which is known to be well formed.
pub fn json(text: &str) -> impl Iterator<Item = Result<Placed<'_>, Malformed>> {
    let mut rest = text;
    let mut at = (1, 1);
    std::iter::from_fn(move || {
        loop {
            let first = rest.chars().next()?;
            let length = match first {
                '"' => closing_quote(rest),
                '{' | '}' | '[' | ']' | ',' | ':' => 1,
                c if c.is_whitespace() => first.len_utf8(),
                _ => rest
                    .find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}'))
                    .unwrap_or(rest.len()),
            };
            let (piece, behind) = rest.split_at(length);
            rest = behind;
            let start = at;
            at = match first {
                '\r' if behind.starts_with('\n') => at,
                '\n' | '\r' => (at.0 + 1, 1),
                _ => (at.0, at.1 + piece.chars().count()),
            };
            let token = match first {
                '{' => Token::Mapping,
                '[' => Token::List,
                '}' | ']' => Token::End,
                '"' => match serde_json::from_str::<String>(piece) {
                    Ok(text) => Token::Scalar { text: text.into(), plain: false },
                    Err(_) => {
                        let why = "this text has an escape that stands for no character";
                        return Some(Err(Malformed::new(why, Span { start, end: at })));
                    }
                },
                ',' | ':' => continue,
                c if c.is_whitespace() => continue,
                _ => Token::Scalar { text: piece.into(), plain: true },
            };
            return Some(Ok(Placed { token, span: Span { start, end: at }, anchor: 0 }));
        }
    })
}

/// How many bytes a quoted text has, its quotes included.
fn closing_quote(text: &str) -> usize {
    let mut escaped = true;
    text.bytes()
        .position(|byte| {
            let closes = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes
        })
        .map_or(text.len(), |position| position + 1)
}
