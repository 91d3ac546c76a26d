//! Single values held against their shape: what is wrong with them, and how to write them.

use serde_json::Value as Json;

use super::tree::{Node, Value};
use crate::diagnostic::{Code, Fault, Span, shown};
use crate::model::{self, Country, Date, Id, Shape, Text};
use crate::nearest::{country_meant, nearest};

/// A longer text is no slip of an id.
const LONG: usize = 200;

/// What is wrong with a text, but for an id that is none; `required` where there must be one, and `guess` where
/// there is time to look which country is meant.
pub fn text_fault(text: &str, of: &str, required: bool, guess: bool, span: Span) -> Option<Fault> {
    if Text::new(text).is_err() {
        let message = match text.trim() {
            "" => "this text is empty".to_owned(),
            nothing => format!("`{nothing}` means \"no value\" in YAML"),
        };
        let help = if required { "write a text" } else { "write a text, or delete the line" };
        return Some(Fault::at(Code::EmptyText, span, message).help(help));
    }
    let text = text.trim();
    let (code, message, help) = match of {
        "date" if Date::read(text).is_none() => (
            Code::BadDate,
            format!("`{}` is not a date", shown(text)),
            "write a year, a quarter, a month or a day: \"2019\", \"2019-Q1\", \"2019-03\", \"2019-03-14\"".to_owned(),
        ),
        "country" if Country::from_code(text).is_none() => {
            let is_code = |part: &str| Country::from_code(part).is_some();
            let meant = || if guess { country_meant(text) } else { None };
            let meant = part_by_comma(text, &[';', ' ', '/'], is_code).or_else(meant);
            let help = || "use the alpha-3 codes of ISO 3166-1, such as KEN".to_owned();
            let message = format!("no country has the code `{}`", shown(text));
            (Code::UnknownCountry, message, meant.unwrap_or_else(help))
        }
        _ => return None,
    };
    Some(Fault::at(code, span, message).help(help))
}

/// What is wrong with an id, if it is none.
pub fn bad_id(text: &str, span: Span) -> Option<Fault> {
    const RULE: &str = "lower-case letters and digits joined by hyphens";
    if Id::<()>::new(text.trim()).is_ok() {
        return None;
    }
    let help =
        slug(text).map_or_else(|| format!("use {RULE}"), |slug| format!("write `{slug}`: {RULE}"));
    Some(Fault::at(Code::BadId, span, format!("`{}` is not an id", shown(text))).help(help))
}

/// How to write several items that are joined by one of these signs, if they are.
pub fn part_by_comma(text: &str, signs: &[char], is_item: impl Fn(&str) -> bool) -> Option<String> {
    let parts = text.split(signs).map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let are_items = parts.len() > 1 && parts.iter().all(|part| is_item(part));
    are_items.then(|| format!("separate the items with commas: {}", parts.join(", ")))
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
        Some(near) => format!("did you mean `{near}`? The words are {all}"),
        None => format!("allowed values: {all}"),
    };
    let message = format!("`{}` is not a valid `{key}`", shown(text));
    Some(Fault::at(Code::UnknownWord, span, message).help(help))
}

/// That something else stands where a value of this shape belongs.
pub fn wrong_type(node: &Node, shape: &Shape) -> Fault {
    let is = match &*node.value {
        Value::Mapping(_) => "a mapping of keys".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Scalar(text, _) => format!("`{}`", shown(text)),
    };
    let message = format!("expected {}, found {is}", shape.wanted());
    let span = if matches!(&*node.value, Value::List(_)) { node.span } else { node.head() };
    Fault { help: how_to_write(node, shape), ..Fault::at(Code::WrongType, span, message) }
}

fn how_to_write(node: &Node, shape: &Shape) -> Option<String> {
    Some(match (shape, &*node.value) {
        (Shape::List(_), Value::Scalar(text, _)) => {
            format!("write it as a list: [{}]", shown(text.trim_matches(['[', ']', ' '])))
        }
        (Shape::List(_), _) => {
            "begin each item on a line of its own, with a dash and a space".into()
        }
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
