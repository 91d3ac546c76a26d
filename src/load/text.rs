//! Single values: texts of every type, words and numbers.

use serde_json::Value as Json;

use super::letters::joins;
use super::read::Fault;
use super::shape::Shape;
use crate::diagnostic::{Code, Kept, Span, shown};
use crate::invisible::is_invisible;
use crate::model::{Country, Date, Id, Text, fold};
use crate::nearest::{is_slip, nearest};

/// What is longer is no slip of a code or an id.
const LONG: usize = 200;
/// Behind so many faults of a file, nobody looks which country is meant: that takes time.
const GUESSED: usize = 1_000;

/// Finds every fault of a text, but for an id that is none; `plain` where it stands without quotes, `required`
/// where there must be one.
pub fn check(
    text: &str,
    plain: bool,
    required: bool,
    shape: &Shape,
    span: Span,
    faults: &mut Kept<Fault>,
) {
    let may_guess = faults.errors() < GUESSED;
    let mut fault = |code, message: String, help: Option<String>| {
        faults.add(code, Fault { code, message, help, span });
    };
    if let Some(hidden) = invisible(text) {
        let message = format!("this text holds a character that cannot be seen, U+{hidden:04X}");
        fault(Code::Invisible, message, Some("delete it, or write the text anew".to_owned()));
    }
    // A block of lines ends with a line break of its own, and the reader takes spaces from what has no quotes.
    let lines = text.trim_end_matches('\n');
    if lines != lines.trim() && !lines.trim().is_empty() {
        let help = Some("delete the spaces at its beginning and end".to_owned());
        fault(Code::Untrimmed, "this text has white space at its ends".to_owned(), help);
    }
    let shown = shown(text);
    if Text::new(text).is_err() {
        let message = match text.trim() {
            "" => "this text is empty".to_owned(),
            nothing => format!("this text is `{nothing}`, which is a word for no value"),
        };
        let help = if required { "write a text" } else { "write a text, or delete the line" };
        fault(Code::EmptyText, message, Some(help.to_owned()));
        return;
    }
    let (text, of) = match shape {
        Shape::Text(of) => (text.trim(), of.as_str()),
        _ => (text.trim(), ""),
    };
    match of {
        "date" if text.parse::<Date>().is_err() => {
            let meant = if text.len() <= LONG { dates(text) } else { Vec::new() };
            let help = match meant.as_slice() {
                [] => {
                    "write a year, a month or a day: \"2019\", \"2019-03\", \"2019-03-14\"".into()
                }
                [one] => format!("write \"{one}\""),
                [one, other, ..] => format!("write \"{one}\" or \"{other}\", whichever is meant"),
            };
            fault(Code::BadDate, format!("`{shown}` is not a date"), Some(help));
        }
        "country" if Country::from_code(text).is_none() => {
            let help = Some(text)
                .filter(|text| may_guess && text.len() <= LONG)
                .and_then(meant)
                .unwrap_or_else(|| "use the alpha-3 codes of ISO 3166-1, such as KEN".to_owned());
            fault(Code::UnknownCountry, format!("no country has the code `{shown}`"), Some(help));
        }
        _ => {
            if plain && let Some(taken) = taken_for(text) {
                let message = format!("other programs take `{shown}` for {taken}");
                fault(Code::Unquoted, message, Some(format!("put quotes round it: \"{shown}\"")));
            }
        }
    }
}

/// What is wrong with an id, if it is none.
pub fn bad_id(text: &str, span: Span) -> Option<Fault> {
    const RULE: &str = "lower-case letters and digits joined by hyphens";
    if Id::<()>::new(text.trim()).is_ok() {
        return None;
    }
    let help =
        slug(text).map_or_else(|| format!("use {RULE}"), |slug| format!("write `{slug}`: {RULE}"));
    let message = format!("`{}` is not an id", shown(text));
    Some(Fault { code: Code::BadId, message, help: Some(help), span })
}

/// The number that a text without quotes is, as the reader of records takes it.
pub fn number(text: &str, whole: bool) -> Option<Json> {
    if whole {
        serde_yaml::from_str::<u64>(text).ok().map(Json::from)
    } else {
        serde_yaml::from_str::<f64>(text).ok().filter(|number| number.is_finite()).map(Json::from)
    }
}

/// How a number is written without doubt that has three digits behind its point, as where points group thousands:
/// with those digits before the point, and behind it.
pub fn thousands(text: &str) -> Option<[String; 2]> {
    let (whole, fraction) = text.split_once('.')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let groups = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && fraction.len() == 3;
    (groups && digits(whole) && digits(fraction)).then(|| {
        let short = text.trim_end_matches('0').trim_end_matches('.');
        let exact = if short == text { format!("{text}0") } else { short.to_owned() };
        [format!("{whole}{fraction}"), exact]
    })
}

/// The first character that cannot be seen, but for line breaks, tabs, and the joiners of other scripts.
fn invisible(text: &str) -> Option<u32> {
    let mut before = ' ';
    for c in text.chars() {
        if is_invisible(c) && !matches!(c, '\n' | '\r' | '\t') && !joins(c, before) {
            return Some(c.into());
        }
        before = c;
    }
    None
}

/// What readers of YAML 1.1 or 1.2 take a text without quotes for, if not for a text.
pub fn taken_for(text: &str) -> Option<&'static str> {
    let first = *text.as_bytes().first()?;
    if text.len() <= 5 && first.is_ascii_alphabetic() {
        let word = text.to_ascii_lowercase();
        let words = ["y", "n", "yes", "no", "on", "off", "true", "false"];
        return words.contains(&word.as_str()).then_some("yes or no");
    }
    if !first.is_ascii_digit() && !matches!(first, b'+' | b'-' | b'.') {
        return None;
    }
    if is_moment(text) {
        return Some("a date");
    }
    let digits = text.trim_start_matches(['+', '-']);
    let of_base = |mark, is_digit: fn(&u8) -> bool| {
        let rest = digits.strip_prefix(mark).unwrap_or("").replace('_', "");
        !rest.is_empty() && rest.bytes().all(|byte| is_digit(&byte))
    };
    let is_number = [".nan", ".inf"].contains(&&*digits.to_ascii_lowercase())
        || digits.bytes().any(|byte| byte.is_ascii_digit())
            && (digits.replace('_', "").parse::<f64>().is_ok()
                || of_base("0x", u8::is_ascii_hexdigit)
                || of_base("0o", |byte| (b'0'..=b'7').contains(byte))
                || of_base("0b", |byte| matches!(byte, b'0' | b'1'))
                || is_sexagesimal(digits));
    is_number.then_some("a number")
}

/// Whether this is a day, with or without a time.
fn is_moment(text: &str) -> bool {
    let (Some(day), Some(time)) = (text.get(..10), text.get(10..)) else { return false };
    let is_time = time.is_empty()
        || time.trim_start_matches(['T', 't', ' ']).starts_with(|c: char| c.is_ascii_digit())
            && time.contains(':');
    is_time && day.parse::<Date>().is_ok()
}

/// Whether this is a number to the base 60 of YAML 1.1: 12:30 is 750.
fn is_sexagesimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = whole.split(':');
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let first = parts.next().is_some_and(digits);
    let others = parts.all(|part| digits(part) && part.len() <= 2);
    first && others && whole.contains(':') && digits(fraction)
}

/// A slug made of a text, unless it is far too long for one.
pub fn slug(text: &str) -> Option<String> {
    if text.len() > LONG {
        return None;
    }
    let words = fold(text);
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    Some(slug).filter(|slug| !slug.is_empty())
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
fn meant(text: &str) -> Option<String> {
    let mut countries = Country::named(text);
    if countries.is_empty() {
        let names = Country::all().flat_map(Country::names);
        let names = names.filter(|name| name.len() > 3 && is_slip(text, name));
        let near = nearest(text, names).into_iter().flat_map(Country::named);
        countries = near.take(3).collect();
    }
    let shown: Vec<String> =
        countries.iter().map(|country| format!("{} ({country})", country.code())).collect();
    let (last, rest) = shown.split_last()?;
    let before = if rest.is_empty() { String::new() } else { format!("{} or ", rest.join(", ")) };
    Some(format!("did you mean {before}{last}?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_readers_take_for_something_else_is_known_and_nothing_more() {
        for (text, taken) in [
            ("NO", "yes or no"),
            ("1.10", "a number"),
            ("0x1F", "a number"),
            ("0o17", "a number"),
            ("12:30", "a number"),
            ("190:20:30.15", "a number"),
            ("-.inf", "a number"),
            (".NaN", "a number"),
            ("2019-03-14", "a date"),
            ("2019-03-14T10:00:00Z", "a date"),
            ("2019-03-14 10:00:00", "a date"),
        ] {
            assert_eq!(taken_for(text), Some(taken), "{text}");
        }
        for text in [
            "0x41 is a letter",
            "0b102",
            "0o18",
            "0x",
            "12:345",
            ":",
            "2019-03-14 to 2019-04-01",
            "...",
            "-",
            "north",
        ] {
            assert_eq!(taken_for(text), None, "{text}");
        }
    }

    #[test]
    fn a_country_is_asked_for_by_what_people_call_it_and_never_guessed() {
        for (text, question) in [
            ("South Korea", "did you mean KOR (Republic of Korea)?"),
            ("Sout Korea", "did you mean KOR (Republic of Korea)?"),
            ("Holland", "did you mean NLD (Netherlands (Kingdom of the))?"),
            ("UK", "did you mean GBR (United Kingdom of Great Britain and Northern Ireland)?"),
            ("ke", "did you mean KEN (Kenya)?"),
            ("Kenia", "did you mean KEN (Kenya)?"),
            ("Congo", "did you mean COG (Congo) or COD (Democratic Republic of the Congo)?"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(question), "{text}");
        }
        for text in ["XKX", "Atlantis", "USSR", "?"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
