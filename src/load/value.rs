//! Single values held against their shape: what is wrong with them, and how to write them.

use serde_json::Value as Json;

use super::shape::Shape;
use super::tree::{Node, Style, Value};
use crate::diagnostic::{Code, Fault, Span, shown};
use crate::model::{Country, Date, Id, Text, fold};
use crate::nearest::{is_slip, nearest};

/// What is longer is no slip of a code or an id.
const LONG: usize = 200;

/// What is wrong with a text, but for an id that is none; `required` where there must be one, and `guess` where
/// there is time to look which country is meant.
pub fn text_fault(text: &str, of: &str, required: bool, guess: bool, span: Span) -> Option<Fault> {
    let is_short = text.len() <= LONG;
    if Text::new(text).is_err() {
        let message = match text.trim() {
            "" => "this text is empty".to_owned(),
            nothing => format!("this text is `{nothing}`, which is a word for no value"),
        };
        let help = if required { "write a text" } else { "write a text, or delete the line" };
        return Some(Fault::at(Code::EmptyText, span, message).help(help));
    }
    let text = text.trim();
    match of {
        "date" if text.parse::<Date>().is_err() => {
            let meant = if is_short { dates(text) } else { Vec::new() };
            let help = match meant.as_slice() {
                [] => "write a year, a quarter, a month or a day: \"2019\", \"2019-Q1\", \"2019-03\", \"2019-03-14\"".into(),
                [one] => format!("write \"{one}\""),
                [one, other, ..] => format!("write \"{one}\" or \"{other}\", whichever is meant"),
            };
            let message = format!("`{}` is not a date", shown(text));
            Some(Fault::at(Code::BadDate, span, message).help(help))
        }
        "country" if Country::from_code(text).is_none() => {
            let meant = if guess && is_short { country_meant(text) } else { None };
            let message = format!("no country has the code `{}`", shown(text));
            let help =
                meant.unwrap_or_else(|| "use the alpha-3 codes of ISO 3166-1, such as KEN".into());
            Some(Fault::at(Code::UnknownCountry, span, message).help(help))
        }
        _ => None,
    }
}

/// What is wrong with an id, if it is none.
pub fn id_fault(text: &str, span: Span) -> Option<Fault> {
    const RULE: &str = "lower-case letters and digits joined by hyphens";
    if Id::<()>::new(text.trim()).is_ok() {
        return None;
    }
    let help =
        slug(text).map_or_else(|| format!("use {RULE}"), |slug| format!("write `{slug}`: {RULE}"));
    Some(Fault::at(Code::BadId, span, format!("`{}` is not an id", shown(text))).help(help))
}

/// A slug made of a text, unless it is far too long for one.
pub fn slug(text: &str) -> Option<String> {
    let words = fold(text.get(..=LONG).map_or(text, |_| ""));
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    Some(slug).filter(|slug| !slug.is_empty())
}

/// What a text without quotes is, as the reader of records takes it, if a number or a flag of this shape.
pub fn number_or_flag(text: &str, shape: &Shape) -> Option<Json> {
    match shape {
        Shape::Number { min, max, whole } => number(text, *min, *max, *whole),
        Shape::Flag => serde_yaml::from_str::<bool>(text).ok().map(Json::from),
        _ => None,
    }
}

fn number(text: &str, min: f64, max: f64, whole: bool) -> Option<Json> {
    let number = serde_yaml::from_str::<Json>(text).ok().filter(Json::is_number)?;
    let fits = number.as_f64().is_some_and(|number| (min..=max).contains(&number));
    (fits && (!whole || number.is_u64())).then_some(number)
}

/// That a word is not of its vocabulary, with the words to choose from, the nearest first.
pub fn word_fault(text: &str, words: &[String], key: &str, span: Span) -> Option<Fault> {
    if words.iter().any(|word| word == text.trim()) {
        return None;
    }
    let all = words.join(", ");
    let help = match nearest(text, words.iter().map(String::as_str)).first() {
        Some(near) => format!("did you mean `{near}`? The words are {all}"),
        None => format!("the words are {all}"),
    };
    let message = format!("`{key}` cannot be `{}`", shown(text));
    Some(Fault::at(Code::UnknownWord, span, message).help(help))
}

/// That something else stands where a value of this shape belongs.
pub fn wrong_type(node: &Node<'_>, shape: &Shape) -> Fault {
    let is = match &*node.value {
        Value::Mapping(_) => "a mapping of keys".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Scalar(text, _) => format!("`{}`", shown(text)),
    };
    let message = format!("this is {is}, but {} belongs here", shape.wanted());
    let span = if matches!(&*node.value, Value::List(_)) { node.span } else { node.head() };
    Fault { help: how_to_write(node, shape), ..Fault::at(Code::WrongType, span, message) }
}

fn how_to_write(node: &Node<'_>, shape: &Shape) -> Option<String> {
    let help = match (shape, &*node.value) {
        (Shape::List(_), Value::Scalar(text, _)) if text.starts_with(['-', '•', '·', '–', '*']) => {
            "begin each item on a line of its own, with a dash and a space"
        }
        (Shape::List(_), Value::Scalar(text, _)) => {
            let items = shown(text.trim_matches(['[', ']', ' ']));
            return Some(format!("write it as a list: [{items}]"));
        }
        (Shape::List(_), Value::Mapping(_)) => {
            "put `- ` before its first key, or brackets round it"
        }
        (Shape::Record(_, fields), _) => {
            let key = &fields.first()?.key;
            return Some(format!("write its keys with their values, such as `{key}: …`"));
        }
        (_, Value::Mapping(_)) => "put quotes round a text that has a colon in it",
        (_, Value::List(_)) => "write a single value, without brackets",
        (Shape::Text(_), Value::Scalar(text, _)) => {
            return Some(format!("put quotes round it: \"{}\"", shown(text)));
        }
        (Shape::Flag, Value::Scalar(text, Style::Plain)) => {
            match text.to_ascii_lowercase().as_str() {
                "y" | "yes" | "on" | "true" => "write true",
                "n" | "no" | "off" | "false" => "write false",
                _ => "write true or false",
            }
        }
        (Shape::Number { min, max, whole }, Value::Scalar(text, style)) => {
            return how_to_write_number(text, *style, (*min, *max, *whole));
        }
        (Shape::Flag, Value::Scalar(..)) => "write it without quotes",
        _ => return None,
    };
    Some(help.to_owned())
}

fn how_to_write_number(
    text: &str,
    style: Style,
    (min, max, whole): (f64, f64, bool),
) -> Option<String> {
    let fits = |text: &str| number(text, min, max, whole).is_some();
    let joined = text.replace([',', ' ', '\'', '_'], "");
    let short = text.trim_start_matches('0');
    Some(if joined != text && fits(&joined) {
        "write the number without separators".to_owned()
    } else if style != Style::Plain {
        "write it without quotes".to_owned()
    } else if short != text && fits(short) {
        format!("write {short}, without the zeros before it")
    } else if max < 1e6 {
        format!("write a number from {min} to {max} in digits")
    } else if text.parse::<f64>().is_ok_and(|number| number > max) {
        format!("write a smaller one: above {max}, numbers are not held exactly")
    } else {
        "write the number in digits, with a point before a fraction".to_owned()
    })
}

/// Which dates may be meant by one with other signs between its parts, or the year last: then some put the day
/// first, others the month.
fn dates(text: &str) -> Vec<Date> {
    let mut parts: Vec<&str> = text.split(['-', '–', '—', '−', '/', '.', ' ', '_']).collect();
    let year_last = parts.last().is_some_and(|part| part.len() == 4);
    if year_last {
        parts.reverse();
    }
    let date = |parts: &[&str]| {
        let parts: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
        parts.join("-").parse().ok()
    };
    let mut dates = Vec::from_iter(date(&parts));
    if let ([year, month, day], true) = (parts.as_slice(), year_last) {
        dates.extend(date(&[year, day, month]));
    }
    dates.dedup();
    dates
}

/// Which countries may be meant by a short code or a name, asked as a question; one goes by the very word, or
/// by one that is near.
fn country_meant(text: &str) -> Option<String> {
    let mut countries = Country::named(text);
    if countries.is_empty() {
        let names = Country::all().flat_map(Country::names);
        let names = names.filter(|name| name.len() > 3 && is_slip(text, name));
        countries = nearest(text, names).into_iter().flat_map(Country::named).take(3).collect();
    }
    let shown: Vec<String> =
        countries.iter().map(|country| format!("{} ({country})", country.code())).collect();
    let (last, rest) = shown.split_last()?;
    let before = if rest.is_empty() { String::new() } else { format!("{} or ", rest.join(", ")) };
    Some(format!("did you mean {before}{last}?"))
}
