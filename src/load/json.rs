//! JSON: why a text is not JSON, and well-formed JSON as YAML.

use serde_json::Error;
use serde_json::error::Category;

use super::line::place;
use crate::diagnostic::{Code, Fault};

/// What keeps a text from being JSON.
pub fn fault_of_form(text: &str) -> Option<Fault> {
    let fault = fault(&serde_json::from_str::<serde_json::Value>(text).err()?, text);
    Some(match text.trim_start().chars().next() {
        None => Fault { message: "the file is empty".to_owned(), ..fault }
            .help("an empty JSON dataset is written {}"),
        Some('{' | '[') => fault,
        Some(_) => fault.help("if this is YAML, rename the file to end in .yaml"),
    })
}

/// The error of the parser.
pub fn fault(error: &Error, text: &str) -> Fault {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    // What ends too early, or breaks its line within quotes, goes wrong behind the last letter that counts.
    let behind = error.classify() == Category::Eof || message.starts_with("control character");
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len);
    let column = (error.column() + usize::from(behind)).saturating_sub(1);
    let at = text.floor_char_boundary(before.sum::<usize>() + column);
    let message = message.replace("EOF", "the file ends").escape_debug().to_string();
    let fault = Fault::at(Code::Syntax, place(text, at), format!("this is not JSON: {message}"));
    match text[at..].starts_with('\'') {
        true => fault.help("put keys and texts in double quotes"),
        false => fault,
    }
}

/// JSON, which is known to be well formed, as YAML, with every value in its place. Its tabs stand between values alone;
/// the pairs of escapes for one character, which YAML does not have, are held as characters that nobody knows.
pub fn as_yaml(json: &str) -> String {
    let half = |part: &str| match part.as_bytes() {
        [b'd' | b'D', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F', ..] => {
            ["fffd", part.get(4..).unwrap_or("")].concat()
        }
        _ => part.to_owned(),
    };
    let parts: Vec<String> = json.split("\\u").map(half).collect();
    parts.join("\\u").replace('\t', " ")
}
