//! The numbers by which resolutions and decisions are cited.

use super::token::start_of;

/// No organ adopts more texts than this in a session.
const MOST_TEXTS: u32 = 400;

/// What the numbers behind a word are.
pub(super) fn what_of(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "res" | "resolution" | "resolutions" | "résolution" | "résolutions" | "resolución"
        | "resoluciones" => Some("resolution"),
        "decision" | "decisions" | "décision" | "décisions" | "decisión" | "decisiones" => {
            Some("decision")
        }
        _ => None,
    }
}

/// The number of a resolution.
pub(super) struct Number {
    pub text: String,
    pub form: NumberForm,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum NumberForm {
    /// `74/178`, `S-30/1`: a session and a number.
    Session,
    /// `2019/30`: a year and a number; before 1978 the session followed, as in `1966/1106 (XL)`, which is `1106 (XL)`.
    Year,
    /// `1373 (2001)`: a number and a year.
    YearInBrackets,
    /// `217 A (III)`: a number and a session in roman figures.
    RomanInBrackets,
}

/// The next number of a list: "68/1 and 70/1", "45/179, 46/152 and 46/185 C"; the mark of a note may stand before it, as
/// it is left by the extraction: "61/11, 1 62/4".
pub(super) fn next_number(text: &str, at: usize) -> Option<(usize, Number)> {
    let start = after_joint(text, at);
    let behind_mark = || {
        let mark = start + digits(&text[start..]);
        let is_mark = (1..=2).contains(&(mark - start)) && text[mark..].starts_with(' ');
        is_mark.then(|| after_joint(text, mark))
    };
    let read = |start| read_number(text, start).map(|number| (start, number));
    // "4 1/59" is 41/59, torn apart by a scanner.
    let is_whole = |(_, number): &(usize, Number)| digits(&number.text) > 1;
    read(start).or_else(|| read(behind_mark()?).filter(is_whole))
}

/// Where the number in brackets stands that follows the title of a text: "resolution “Trees” (77/238)".
pub(super) fn bracketed(text: &str, at: usize) -> Option<usize> {
    let reach = &text[at..text.floor_char_boundary(at + 300)];
    let (title, _) = reach.split_once('(')?;
    let start = at + title.len() + 1;
    let number = read_number(text, start)?;
    let is_number = number.form == NumberForm::Session && number.text.len() > 3;
    let is_title = !title.contains(['.', ';', ':']) && !title.contains("resolution");
    (is_number && is_title && text[number.end..].starts_with(')')).then_some(start)
}

/// The next letter of a list of parts of one text: "75/290 A and B".
pub(super) fn next_letter(text: &str, at: usize, last: &Number) -> Option<(usize, Number)> {
    let (number, before) = last.text.rsplit_once(' ').filter(|(_, letter)| letter.len() == 1)?;
    let start = after_joint(text, at);
    let mut rest = text[start..].chars();
    let letter = rest.next().filter(|letter| letter.is_ascii_uppercase())?;
    let goes_on =
        rest.next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '\''));
    // "75/290 A, and I went"
    let is_roman = matches!(letter, 'I' | 'V' | 'X') && !matches!(before, "H" | "U" | "W");
    let is_next = before.chars().all(|before| before < letter) && !is_roman && !goes_on;
    let is_next = is_next && start > at + 1;
    let text = format!("{number} {letter}");
    is_next.then_some((start, Number { text, form: last.form, end: start + 1 }))
}

fn after_joint(text: &str, at: usize) -> usize {
    let mut rest = text[at..].trim_start();
    for joint in [",", "and", "or", "to", "–", "-", "nos.", "No."] {
        rest = rest.strip_prefix(joint).unwrap_or(rest).trim_start();
    }
    let rest = rest.trim_start_matches(['[', '“', '"']);
    text.len() - rest.len()
}

/// Readings of the next number of a list with a note mark attached, the longest first, and where
/// the mark ends: "79/1914" is "79/191" or "79/19", as no organ adopts so many texts in a session.
pub(super) fn with_mark(text: &str, at: usize) -> Option<(usize, Vec<Number>, usize)> {
    let start = after_joint(text, at);
    let session = digits(&text[start..]);
    let tail = text[start + session..].strip_prefix('/')?;
    let from = start + session + 1;
    if !(1..=3).contains(&session) || digits(tail) != 4 || tail.starts_with('0') {
        return None;
    }
    let can_be = |number: &str| number.parse().is_ok_and(|number: u32| number <= MOST_TEXTS);
    let ends = (from + 1..=from + 3)
        .rev()
        .filter(|end| !text[*end..].starts_with('0') && can_be(&text[from..*end]));
    let number =
        |end: usize| Number { text: text[start..end].to_owned(), form: NumberForm::Session, end };
    Some((start, ends.map(number).collect(), from + 4))
}

pub(super) fn after_date(text: &str, at: usize) -> usize {
    let mut words = text[at..].split_whitespace();
    if words.next() != Some("of") {
        return at;
    }
    let (Some(day), Some(month), Some(year)) = (words.next(), words.next(), words.next()) else {
        return at;
    };
    let is_date = day.bytes().all(|byte| byte.is_ascii_digit())
        && month.starts_with(char::is_uppercase)
        && year.len() >= 4
        && year.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    if !is_date {
        return at;
    }
    let year_end = start_of(text, year) + 4;
    if text.is_char_boundary(year_end) { year_end } else { at }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The number that begins there.
pub(super) fn read_number(text: &str, start: usize) -> Option<Number> {
    let rest = &text[start..];
    let prefix =
        ["ES-", "S-"].iter().find(|prefix| rest.starts_with(**prefix)).map_or(0, |p| p.len());
    let first = digits(&rest[prefix..]);
    if first == 0 || first > 4 {
        return None;
    }
    let mut end = prefix + first;
    let mut number = rest[..end].to_owned();
    let mut form = None;
    if let Some(tail) = rest[end..].strip_prefix('/') {
        let second = tail.trim_start();
        let length = digits(second);
        let behind = end + 1 + tail.len() - second.len() + length;
        if first == 4
            && length > 0
            && number.as_str() < "1978"
            && let Some((roman, NumberForm::RomanInBrackets, width)) = bracket(&rest[behind..])
        {
            let text = format!("{} ({roman})", &second[..length]);
            return Some(Number { text, form: NumberForm::Year, end: start + behind + width });
        }
        // "Decision 5/05" is of another body.
        let is_padded = first < 4 && second.starts_with('0');
        if length == 0 || length > 3 || is_padded {
            return None;
        }
        // What goes on is something else: "2005/387/JHA".
        let mut next = rest[behind..].chars();
        if next.next() == Some('/') && next.next().is_some_and(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        number.push('/');
        number.push_str(&second[..length]);
        end = behind;
        form = Some(if first == 4 { NumberForm::Year } else { NumberForm::Session });
    }
    if let Some(letter) = part_letter(&rest[end..]) {
        number.push_str(letter);
        end += letter.len();
    }
    let number = match form {
        Some(form) => Number { text: number, form, end: start + end },
        None => {
            let (bracket, form, width) = bracket(&rest[end..])?;
            Number { text: format!("{number} ({bracket})"), form, end: start + end + width }
        }
    };
    Some(number)
}

/// The letter of a part of a resolution with the space before it: " B".
fn part_letter(rest: &str) -> Option<&str> {
    let behind = rest.strip_prefix(' ')?.strip_prefix(|c| ('A'..='F').contains(&c))?;
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '\'');
    (!goes_on).then(|| &rest[..2])
}

/// The year or session in brackets behind a number, and its width with the space before it: " (2001)", " (III)".
fn bracket(rest: &str) -> Option<(&str, NumberForm, usize)> {
    let tail = rest.trim_start();
    let inner = tail.strip_prefix('(')?;
    let close = inner.bytes().take(24).position(|byte| byte == b')')?;
    let bracket = inner[..close].trim();
    let form = if bracket.len() == 4 && digits(bracket) == 4 {
        NumberForm::YearInBrackets
    } else if !bracket.is_empty() && bracket.bytes().all(|byte| b"IVXLCS-".contains(&byte)) {
        NumberForm::RomanInBrackets
    } else {
        return None;
    };
    Some((bracket, form, rest.len() - tail.len() + close + 2))
}
