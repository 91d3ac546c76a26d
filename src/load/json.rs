//! JSON: its records, its tree, and what keeps a text from being JSON.

use serde_json::Error;
use serde_json::error::Category;

use super::lines::{lines, place};
use super::plain_words::plain_words;
use super::tree::{Builder, Style, Tree, Value};
use crate::diagnostic::{Code, Fault, Span};
use crate::model::Records;

/// The records of a text, or whether its form is at fault.
pub fn records(text: &str) -> Result<Records, Error> {
    serde_json::from_str(text)
}

/// What keeps a text from being JSON.
pub fn fault_of_form(text: &str) -> Option<Fault> {
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let fault = fault(&error, text);
    Some(match text.trim_start().chars().next() {
        None => Fault { message: "the file is empty".to_owned(), ..fault }
            .help("an empty dataset of JSON is {}"),
        Some('{' | '[') => fault,
        Some(_) => fault.help("if this is YAML, let the name of the file end in .yaml"),
    })
}

/// The error of the parser, in plain words.
pub fn fault(error: &Error, text: &str) -> Fault {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    // What ends too early, or breaks its line within quotes, goes wrong behind the last letter that counts.
    let behind = error.classify() == Category::Eof || message.starts_with("control character");
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len);
    let column = (error.column() + usize::from(behind)).saturating_sub(1);
    let mut at = (before.sum::<usize>() + column).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let (message, help) = meaning(message, text[at..].chars().next());
    let message = format!("this is no JSON: {}", message.escape_debug());
    Fault { help, ..Fault::at(Code::Syntax, place(text, at), message) }
}

/// What the parser means, and the way out; `here` is the character that it met.
fn meaning(message: &str, here: Option<char>) -> (String, Option<String>) {
    let is_comma =
        ["trailing comma", "key must", "expected value"].iter().any(|of| message.contains(of));
    let (message, help) = match here {
        Some(',' | ']' | '}') if is_comma => (
            "a comma stands before this, and no value follows it".to_owned(),
            "delete the comma, or write the value",
        ),
        Some(letter) if is_comma && !letter.is_ascii() => (
            format!("the character U+{:04X} belongs into quotes alone", u32::from(letter)),
            "delete it, or write plain double quotes",
        ),
        _ => match plain_words(message, WORDS) {
            Some((words, help)) => (words.to_owned(), help),
            None => return (message.to_owned(), None),
        },
    };
    (message, Some(help.to_owned()))
}

/// What the parser says, as [`plain_words`] has it.
const WORDS: &str = "\
EOF while parsing a string | a text in quotes is not closed | close the quotes
EOF | it ends before all that is opened in it is closed | look for a ] or } that is missing
control character | a text in quotes holds a tab or the end of a line | close the quotes on the line on which they open, and write \\t for a tab
expected `,` | a value ends before this, and no comma follows | write a comma before this, or look for a quote too many or too few before it
expected `:` | no colon stands behind this key | write a colon behind the key
key must be a string | a key in double quotes belongs here | put the key in double quotes
trailing characters | something stands behind the end | delete it, or look for a bracket too many before it
expected value | no value can begin like this | write a text in double quotes, a number, true, false, a list or a record
expected ident | no value can begin like this | write a text in double quotes, a number, true, false, a list or a record
number | this is no number, or too large for one | write it with digits and a point alone, or in double quotes as a text
escape | a backslash stands before what it cannot stand for | write a backslash as \\\\, and a letter as itself
surrogate | an escape is half a letter | write the letter itself
recursion limit | lists and mappings stand more than 128 deep in one another | take them apart";

/// The tree of a JSON text, which is known to be well formed: YAML would not take every one.
pub fn tree(text: &str) -> Tree<'_> {
    let mut builder = Builder::default();
    for (number, line) in (1..).zip(lines(text)) {
        let (mut rest, mut column) = (line, 1);
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '"' => closing_quote(rest),
                c if c.is_whitespace() || "{}[],:".contains(c) => c.len_utf8(),
                _ => rest
                    .find(|c: char| c.is_whitespace() || ",]}".contains(c))
                    .unwrap_or(rest.len()),
            };
            let (piece, behind) = rest.split_at(length);
            rest = behind;
            let end = column + piece.chars().count();
            let span = Span { start: (number, column), end: (number, end) };
            column = end;
            let added = match first {
                '{' => builder.begin(Value::Mapping(Vec::new()), span, 0),
                '[' => builder.begin(Value::List(Vec::new()), span, 0),
                first => {
                    match first {
                        '}' | ']' => builder.end(span),
                        '"' => {
                            let text = serde_json::from_str::<String>(piece).unwrap_or_default();
                            builder.scalar(text.into(), Style::Quoted, span, 0);
                        }
                        c if c.is_whitespace() || ",:".contains(c) => {}
                        _ => builder.scalar(piece.into(), Style::Plain, span, 0),
                    }
                    Ok(())
                }
            };
            if let Err(why) = added {
                return builder.stopped(why, span);
            }
        }
    }
    builder.finish(None)
}

/// How many bytes a quoted text has, its quotes included.
fn closing_quote(text: &str) -> usize {
    let mut escaped = true;
    let closes = |byte: u8| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    };
    text.bytes().position(closes).map_or(text.len(), |position| position + 1)
}
