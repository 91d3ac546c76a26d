//! Numbers in digits and in words: "1,245", "12 500", "one hundred and twenty", "1.5 million".

use super::token::{Places, Token};

/// The words of the numbers from one on.
const UNITS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen \
                     fourteen fifteen sixteen seventeen eighteen nineteen";

/// The words of the tens from twenty on, which may take a unit with a hyphen.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

const MULTIPLES: &[(&str, f64)] = &[
    ("bn", 1e9),
    ("mn", 1e6),
    ("dozen", 12.0),
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];

/// The number that begins at `at`, and the first token behind it.
pub(super) fn read(text: &str, tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let is_digits = tokens.get(at)?.text.starts_with(|c: char| c.is_ascii_digit());
    let (value, next) = if is_digits { digits(text, tokens, at)? } else { words(tokens, at)? };
    // "three (3)", "120 (one hundred and twenty)"
    let again = || {
        let (again, end) = match plain(tokens.word(next + 1)) {
            Some(again) => (again, next + 2),
            None => words(tokens, next + 1)?,
        };
        (again == value && tokens.is(end, ")")).then_some(end + 1)
    };
    let end = if tokens.is(next, "(") { again() } else { None };
    Some((value, end.unwrap_or(next)))
}

/// The number that the token at `at` is alone, one included.
pub(super) fn alone(text: &str, tokens: &[Token], at: usize) -> Option<f64> {
    let end = at + 1;
    let read = read(text, tokens, at).filter(|(_, next)| *next == end).map(|(value, _)| value);
    read.or_else(|| small(tokens.word(at)))
}

/// The first token behind the whole of which the number that ends before `at` is a part: "of the 54", "of these".
pub(super) fn whole(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let is =
        |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.contains(&token.text));
    let of = at + usize::from(is(at, &["out"]));
    let article = of + 1 + usize::from(is(of + 1, &["the", "all", "these", "those", "its", "our"]));
    let whole = is(of, &["of"]).then(|| read(text, tokens, article)).flatten();
    let is_group = of == at && is(of, &["of"]) && is(of + 1, &["these", "those"]);
    whole.map(|(_, next)| next).or_else(|| is_group.then_some(of + 2))
}

/// Whether the number at `at` is the upper end of a range: "40 to 50", "between 40 and 50", "5 or 6".
pub(super) fn ends_range(tokens: &[Token], at: usize) -> bool {
    let word = |back| tokens.word_before(at, back);
    // "in 2023 to 60" has a year before it.
    let is_year = |word: &str| {
        word.len() == 4 && plain(word).is_some_and(|value| (1900.0..2100.0).contains(&value))
    };
    let has_lower = !is_year(word(2)) && (plain(word(2)).is_some() || small(word(2)).is_some());
    let is_between = word(3).eq_ignore_ascii_case("between");
    // What rises "from 40 to 50" is 50 in the end.
    let is_rise = word(3).eq_ignore_ascii_case("from");
    let joint = word(1);
    has_lower && (joint == "to" && !is_rise || joint == "and" && is_between || joint == "or")
}

/// The first token after the groups of three digits that follow the number at `at` after a space,
/// or after a comma and a space: "12 500", "1, 200"; not in a list, "5, 120 and 300".
pub(super) fn groups_end(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut next = at + 1;
    let is_begun = tokens[at].is_number() && tokens[at].text.len() <= 3;
    let follows = |at: usize| tokens.get(at).is_some_and(|token| is_group(token.text));
    let gap = |at: usize| &text[tokens[at - 1].end()..tokens[at].start];
    while is_begun && follows(next) && gap(next).chars().count() == 1 {
        next += 1;
    }
    let is_parted = is_begun
        && next == at + 1
        && tokens.is(next, ",")
        && gap(next).is_empty()
        && follows(next + 1)
        && gap(next + 1).chars().count() == 1
        && !matches!(tokens.word(next + 2), "," | "and" | "or" | "")
        && may_be_counted(tokens.word_before(at, 1));
    if is_parted { next + 2 } else { next }
}

/// Whether a number behind the word counts: "trained 1, 200"; not "in phase 3, 120".
fn may_be_counted(word: &str) -> bool {
    word.ends_with("ed") && word != "aged"
        || matches!(word, "some" | "about" | "approximately" | "over" | "than" | "nearly" | "least")
        || matches!(word, "and" | "the" | "total")
}

fn is_group(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits(text: &str, tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let first = tokens[at].text;
    let mut next = groups_end(text, tokens, at);
    let number: String = tokens[at..next].iter().map(|token| token.text).collect();
    // Groups that do not end in a round number may be the cells of a row: "145 146 145 Seminars".
    let is_row = next > at + 1
        && !number.contains(',')
        && !number.ends_with("00")
        && (next > at + 2
            || first.len() > 2
            || tokens.get(next).is_some_and(|token| token.is_capital()));
    // What begins with a nought is the rest of a number.
    if is_row || first.len() > 1 && first.starts_with('0') && !first.starts_with("0.") {
        return None;
    }
    let mut value = plain(&number)?;
    let from = next;
    while let Some(times) = multiple(tokens, next) {
        value *= times;
        next += 1;
    }
    // "10.000" is ten thousand to some, and ten to others.
    let is_open = first.split_once('.').is_some_and(|(whole, part)| whole != "0" && is_group(part));
    (!is_open || next > from).then_some((value, next))
}

fn plain(digits: &str) -> Option<f64> {
    let mut groups = digits.split(',').skip(1);
    let is_group = |group: &str| group.split('.').next().is_some_and(|group| group.len() == 3);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit()) && groups.all(is_group);
    digits.replace(',', "").replace('·', ".").parse().ok().filter(|_| is_number)
}

fn words(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let word = |at| tokens.word(at);
    let before = tokens.word_before(at, 1);
    // "a quarter of a million" is less, and is passed over.
    let is_one = word(at) == "a" && !matches!(before, "half" | "of");
    if word(at).eq_ignore_ascii_case("half")
        && word(at + 1) == "a"
        && let Some(times) = multiple(tokens, at + 2)
    {
        return Some((times / 2.0, at + 3));
    }
    let (mut current, mut next) = if is_one { (1.0, at + 1) } else { below_hundred(tokens, at)? };
    let is_unit = current == 1.0;
    let mut total = 0.0;
    loop {
        let joint = usize::from(word(next) == "and");
        if let Some(times) = multiple(tokens, next) {
            if times > 100.0 && current == 0.0 {
                // "a thousand million"
                total *= times;
            } else if times > 100.0 {
                total += current * times;
                current = 0.0;
            } else {
                current *= times;
            }
            next += 1;
        } else if multiple(tokens, next - 1).is_some()
            && let Some((rest, end)) = below_hundred(tokens, next + joint)
        {
            current += rest;
            next = end;
        } else {
            break;
        }
    }
    // One alone counts nothing.
    (!is_unit || next > at + 1).then_some((total + current, next))
}

/// The number below a hundred in words that begins at `at`, and the first token behind it: "thirty-six", "thirty six".
fn below_hundred(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let first = small(tokens.word(at))?;
    let has_unit = first >= 20.0 && first % 10.0 == 0.0;
    // "thirty- five", as a line was broken
    let next = at + 1 + usize::from(tokens.word(at + 1) == "-");
    let unit = small(tokens.word(next)).filter(|unit| has_unit && *unit < 10.0);
    Some(unit.map_or((first, at + 1), |unit| (first + unit, next + 1)))
}

/// A number below a hundred in one word.
pub(super) fn small(word: &str) -> Option<f64> {
    let lower = word.to_lowercase();
    let (tens, unit) = lower.split_once('-').unwrap_or((&lower, ""));
    let place = |list: &str, word: &str| list.split(' ').position(|known| known == word);
    let units = |word: &str| place(UNITS, word).map(|place| place + 1);
    let number = match (place(TENS, tens), unit) {
        (Some(place), "") => 20 + 10 * place,
        (Some(place), unit) => 20 + 10 * place + units(unit).filter(|unit| *unit < 10)?,
        (None, "") => units(tens)?,
        (None, _) => return None,
    };
    u32::try_from(number).ok().map(f64::from)
}

fn multiple(tokens: &[Token], at: usize) -> Option<f64> {
    let token = tokens.get(at)?;
    MULTIPLES.iter().find(|(word, _)| token.is(word)).map(|(_, times)| *times)
}
