//! Checks single values against their shape: what is wrong with them, and how to write them.

use serde_json::Value as Json;

use super::tree::{Node, Value};
use crate::diagnostic::{Code, Fault, Span, shown};
use crate::model::{self, Country, Date, Id, Region, Shape, Text};
use crate::nearest::{country_meant, nearest, several};

/// A longer text is not a misspelt id.
const LONG: usize = 200;

/// What is wrong with a text, but for an id that is none; `required` where there must be one, and `guess` where
/// there is time to look which country is meant.
pub fn text_fault(
    text: &str,
    shape: &Shape,
    required: bool,
    guess: bool,
    span: Span,
) -> Option<Fault> {
    let of = if let Shape::Text(of) = shape { of } else { "" };
    let (text, value) = (text.trim(), shown(text.trim()));
    let (code, message, help) = match of {
        _ if Text::new(text).is_err() => {
            let message = match text {
                "" => "this text is empty".to_owned(),
                nothing => format!("`{nothing}` means \"no value\" in YAML"),
            };
            let or = if required { "" } else { ", or delete the line" };
            (Code::EmptyText, message, format!("write a text{or}"))
        }
        "date" if Date::read(text).is_none() => (
            Code::BadDate,
            format!("`{value}` is not a date"),
            "write a year (1800 to 2199), a quarter, a month or a day: \"2019\", \"2019-Q1\", \"2019-03\", \"2019-03-14\"".to_owned(),
        ),
        "country" if Country::from_code(text).is_none() => {
            let codes = several(text, |part| Country::from_code(part).is_some());
            let each = codes.map(|codes| format!("write an item for each: {}", codes.join(", ")));
            let help = match Region::around(text)[..] {
                [] => each.or_else(|| if guess { country_meant(text) } else { None }),
                _ => Some(format!("`{value}` is a region: put it under `regions:`")),
            };
            let codes = || "use the alpha-3 codes of ISO 3166-1, such as KEN".to_owned();
            let message = format!("no country has the code `{value}`");
            (Code::UnknownCountry, message, help.unwrap_or_else(codes))
        }
        _ => return None,
    };
    Some(Fault::at(code, span, message).help(help))
}

/// What is wrong with an id, if it is none.
pub fn bad_id(text: &str, span: Span) -> Option<Fault> {
    if Id::<()>::new(text.trim()).is_ok() {
        return None;
    }
    let write = slug(text).map_or("use".to_owned(), |slug| format!("write `{slug}`:"));
    let fault = Fault::at(Code::BadId, span, format!("`{}` is not an id", shown(text)));
    Some(fault.help(format!("{write} lower-case letters and digits joined by hyphens")))
}

/// A slug made of a text, unless it is far too long for one.
pub fn slug(text: &str) -> Option<String> {
    let slug = model::slug(text.get(..=LONG).map_or(text, |_| ""));
    Some(slug).filter(|slug| !slug.is_empty())
}

/// What a text without quotes is, as the reader of records takes it, if a number or a flag of this shape.
pub fn number_or_flag(text: &str, shape: &Shape) -> Option<Json> {
    let value = serde_yaml::from_str::<Json>(text).ok()?;
    let fits = match shape {
        Shape::Number { min, max, whole } => {
            let is_between = |number| (min..=max).contains(&&number);
            value.as_f64().is_some_and(is_between) && (!whole || value.is_u64())
        }
        Shape::Flag => value.is_boolean(),
        _ => false,
    };
    fits.then_some(value)
}

/// That a word is not of its vocabulary, with the words to choose from, the nearest first.
pub fn word_fault(text: &str, words: &[String], key: &str, span: Span) -> Option<Fault> {
    if words.iter().any(|word| word == text.trim()) {
        return None;
    }
    let all = words.join(", ");
    let help = match nearest(text, words.iter().map(String::as_str)).first() {
        Some(near) => format!("did you mean `{near}`? Allowed values: {all}"),
        None => format!("allowed values: {all}"),
    };
    let message = format!("`{}` is not a valid `{key}`", shown(text));
    Some(Fault::at(Code::UnknownWord, span, message).help(help))
}

/// That something else stands where a value of this shape belongs.
pub fn wrong_type(node: &Node, shape: &Shape) -> Fault {
    let is = match &node.value {
        Value::Mapping(_) => "a mapping of keys".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Scalar(text, _) => format!("`{}`", shown(text)),
    };
    let message = format!("expected {}, found {is}", shape.wanted());
    let span = if matches!(&node.value, Value::List(_)) { node.span } else { node.head() };
    Fault { help: how_to_write(node, shape), ..Fault::at(Code::WrongType, span, message) }
}

fn how_to_write(node: &Node, shape: &Shape) -> Option<String> {
    Some(match (shape, &node.value) {
        (Shape::List(items), _) => as_list(node, items),
        (Shape::Record(_, fields), _) => {
            format!("write its keys with their values, such as `{}: …`", fields.first()?.key)
        }
        (_, Value::Mapping(_)) => "put quotes round a text that has a colon in it".into(),
        (_, Value::List(_)) => "write a single value, without brackets".into(),
        (Shape::Text(_), Value::Scalar(text, _)) => {
            format!("put quotes round it: \"{}\"", shown(text))
        }
        (Shape::Flag, _) => "write true or false, without quotes".into(),
        (Shape::Number { max, .. }, Value::Scalar(text, _))
            if text.parse::<f64>().is_ok_and(|number| number > *max) =>
        {
            format!("write a number of at most {max}")
        }
        (Shape::Number { .. }, _) => {
            "write the number in digits, without separators, leading zeros or quotes".into()
        }
        _ => return None,
    })
}

/// How to write a list: the items of one line where it is plain what they are, or else how each of them begins.
fn as_list(node: &Node, items: &Shape) -> String {
    let is_line = node.span.start.0 == node.span.end.0;
    let text = node.scalar().filter(|_| is_line).unwrap_or("");
    let parts = text.trim_matches(['[', ']', '(', ')', ' ']).split([',', ';']);
    let parts: Vec<&str> = parts.map(str::trim).collect();
    let is_item = |part: &&str| {
        let is_letter = |c: char| c.is_alphanumeric() || " -.’".contains(c);
        part.starts_with(char::is_alphanumeric)
            && part.chars().all(is_letter)
            && !part.contains(" and ")
    };
    let needed = items.fields().iter().filter(|field| field.required);
    let keys: Vec<String> = needed.map(|field| format!("{}: …", field.key)).collect();
    if !keys.is_empty() {
        let keys = keys.join(", ");
        format!("begin each item on a line of its own, with its keys: `- {{{keys}}}`")
    } else if parts.iter().all(is_item) {
        format!("write it as a list: [{}]", parts.join(", "))
    } else {
        "begin each item on a line of its own, with a dash and a space".to_owned()
    }
}
