//! What belongs in a place, told to somebody who has written something else there.

use super::read::Fault;
use super::shape::Shape;
use super::text;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, shown};
use crate::model::{Kind, Vocabulary};
use crate::nearest::nearest;

/// The words to choose from, the nearest first.
pub fn choice(text: &str, words: &[String]) -> String {
    let all = words.join(", ");
    match nearest(text, words.iter().map(String::as_str)).first() {
        Some(near) => format!("did you mean `{near}`? The words are {all}"),
        None => format!("the words are {all}"),
    }
}

/// What belongs in a place of this shape.
pub fn wanted(shape: &Shape) -> String {
    match shape {
        Shape::Record { name, .. } => format!("a mapping with the keys of one {name}"),
        Shape::List(_) => "a list".to_owned(),
        Shape::Word(words) => format!("one of {}", words.join(", ")),
        Shape::Id(Kind::Agency) => "an agency id".to_owned(),
        Shape::Id(kind) => format!("a {} id", kind.word()),
        Shape::Party => "the id of an agency or the name of a group".to_owned(),
        Shape::Text(of) => match of.as_str() {
            "date" => "a date in quotes".to_owned(),
            "country" => "a country code".to_owned(),
            _ => "a text".to_owned(),
        },
        Shape::Number { whole: false, .. } => "a number from 0".to_owned(),
        Shape::Number { min, max, .. } => format!("a whole number from {min} to {max}"),
        Shape::Flag => "true or false".to_owned(),
    }
}

/// That something else stands where a value of this shape belongs.
pub fn wrong_type(node: &Node<'_>, shape: &Shape) -> Fault {
    let is = match &*node.value {
        Value::Mapping(_) => "a mapping of keys".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Scalar(text, _) => format!("`{}`", shown(text)),
    };
    let message = format!("this is {is}, but {} belongs here", wanted(shape));
    let help = match (shape, &*node.value) {
        (Shape::List(_), Value::Scalar(text, _)) if text.starts_with(['-', '•', '·', '–', '*']) => {
            Some("begin each item on a line of its own, with a dash and a space".to_owned())
        }
        (Shape::List(_), Value::Scalar(text, _)) => {
            Some(format!("write it as a list: [{}]", shown(text.trim_matches(['[', ']', ' ']))))
        }
        (Shape::List(_), Value::Mapping(_)) => {
            Some("put `- ` before its first key, or brackets round it".to_owned())
        }
        (Shape::Record { fields, .. }, _) => fields
            .first()
            .map(|field| format!("write its keys with their values, such as `{}: …`", field.key)),
        (_, Value::Mapping(_)) => Some("put quotes round a text that has a colon in it".to_owned()),
        (_, Value::List(_)) => Some("write a single value, without brackets".to_owned()),
        (Shape::Text(_), Value::Scalar(text, _)) => {
            Some(format!("put quotes round it: \"{}\"", shown(text)))
        }
        (Shape::Flag, Value::Scalar(text, true)) => flag(text),
        (Shape::Number { whole, .. }, Value::Scalar(text, _))
            if text::number(&text.replace([',', ' ', '\'', '_'], ""), *whole).is_some()
                && text.contains([',', ' ', '\'', '_']) =>
        {
            Some("write the number without separators".to_owned())
        }
        (Shape::Number { .. } | Shape::Flag, Value::Scalar(_, false)) => {
            Some("write it without quotes".to_owned())
        }
        (Shape::Number { min, max, .. }, _) if *max < 1e6 => {
            Some(format!("write a number from {min} to {max} in digits"))
        }
        (Shape::Number { .. }, _) => {
            Some("write the number in digits, with a point before a fraction".to_owned())
        }
        _ => None,
    };
    let span = if matches!(&*node.value, Value::List(_)) { node.span } else { node.head() };
    Fault { code: Code::WrongType, message, help, span }
}

/// How to write what is yes or no in other languages, and in older versions of this one.
fn flag(text: &str) -> Option<String> {
    let is_yes = match text.to_ascii_lowercase().as_str() {
        "y" | "yes" | "on" | "true" => true,
        "n" | "no" | "off" | "false" => false,
        _ => return Some("write true or false".to_owned()),
    };
    Some(format!("write {is_yes}"))
}
