//! Numbers with what they count: "24 countries", "more than 40 practitioners", "54 per cent".

use std::ops::Range;

use super::number;
use super::qualifier;
use super::token::{Places, Token, Words};
use super::verb;
use crate::model::Qualifier;

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// What it counts, as it is written: "countries", "low-income countries".
    pub unit: String,
    /// The words before the number, as they are written: "more than", "an estimated", "only"; "at least" for the sign
    /// in "60+".
    pub qualifier: Option<String>,
}

impl Figure {
    /// How the words before the number qualify it, if they do.
    pub fn exactness(&self) -> Option<Qualifier> {
        qualifier::of(self.qualifier.as_deref()?)?
    }
}

/// Words before a number that make it a label: "paragraph 12", "Goal 17", "resolution 1373".
static LABELS: Words = Words::new(
    "paragraph paragraphs para paras chapter chapters chap item items article articles art \
     section sections sect goal goals target targets no nos page pages table tables figure \
     figures annex part resolution resolutions decision decisions programme subprogramme \
     module day unit class grade room lot version phase volume vol supplement january february march april may june july august \
     september october november december session agenda group step box indicator sdg rule \
     schedule outcome output component pillar priority tier cohort wave objective category level",
);

/// Words before a small number in words that make it part of a name.
static DETERMINERS: Words = Words::new("the these those its their all both our other last past");

/// Words that no counted noun follows or is.
static STOPS: Words = Words::new(
    "of and or to in on at by for from with as was were is are has have had that which who \
     the a an per than through under since until including its their this these those january \
     february march april may june july august september october november december adopted \
     also thus between during after before k m upwards",
);

/// Units of time, of money and of parts: a span of years is no count of results, and "two thirds" counts nothing.
static MEASURES: Words = Words::new(
    "years months days weeks hours minutes years' decades halves thirds quarters fifths sixths sevenths \
     eighths ninths tenths hundredths cents dollars euros francs pounds roubles rubles rupees shillings pesos rand",
);

/// Nouns whose plural does not end in "s", and measures in short.
static PLURALS: Words = Words::new(
    "people persons women men children staff personnel media youth data alumni g ha kg km mg t",
);

/// The figures of a paragraph; `is_taken` tells what belongs to symbols.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    is_taken: impl Fn(&Range<usize>) -> bool,
) -> Vec<(Range<usize>, Figure)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match read(text, tokens, at) {
            Some((span, figure, end)) if !is_taken(&span) => {
                let mut next = Some((span, figure, end));
                while let Some((span, figure, end)) = next {
                    at = end;
                    next = in_other_year(text, tokens, end, &figure);
                    found.push((span, figure));
                }
            }
            _ => at = passed_over(text, tokens, at),
        }
    }
    found
}

/// The figure of another year that follows the one that ends before `at`, with the same unit: "12 countries in 2022 and
/// 15 in 2023".
fn in_other_year(
    text: &str,
    tokens: &[Token],
    at: usize,
    figure: &Figure,
) -> Option<(Range<usize>, Figure, usize)> {
    let is_year = |token: &Token| token.text.len() == 4 && token.is_number();
    let is_in_year = |at| tokens.is(at, "in") && tokens.get(at + 1).is_some_and(is_year);
    let comma = at + 2 + usize::from(tokens.is(at + 2, ","));
    let start = comma + usize::from(tokens.is(comma, "and"));
    if start == at + 2 || !is_in_year(at) {
        return None;
    }
    let (value, end) = number::read(text, tokens, start).filter(|(_, end)| is_in_year(*end))?;
    let span = tokens[start].start..tokens[end - 1].end();
    Some((span, Figure { value, unit: figure.unit.clone(), qualifier: None }, end))
}

/// Where to continue after a token that does not begin a figure: after all groups of its digits or,
/// if it labels something, after the first: "Module 3 120 officers".
fn passed_over(text: &str, tokens: &[Token], at: usize) -> usize {
    let is_alone = is_label(tokens, at) || is_mark(text, &tokens[at]);
    if is_alone { at + 1 } else { number::groups_end(text, tokens, at) }
}

/// Whether a number is a note mark attached to punctuation: "the trees.3 Members were".
fn is_mark(text: &str, number: &Token) -> bool {
    let before = &text[..number.start];
    let word = before.trim_end_matches(['.', ',', ';', ':', '?', '!', ')', '”', '"', '’']);
    number.is_number()
        && number.text.len() <= 3
        && word.len() < before.len()
        && word.ends_with(char::is_alphanumeric)
}

/// Whether the number at `at` is that of which a rate counts a part: "one in three people", "per 100,000 inhabitants",
/// "six of every 10 patients".
fn is_base_of_rate(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = |back| tokens.word_before(at, back);
    let number = |back: usize| {
        let start = at.checked_sub(back).filter(|start| !is_label(tokens, *start))?;
        number::alone(text, tokens, start)
    };
    let is_small = |part: f64| {
        // "Two in 12 countries" counts countries.
        let whole = number::read(text, tokens, at).map_or(0.0, |(whole, _)| whole);
        part == 1.0 || part < whole && whole <= 10.0
    };
    match before(1) {
        "per" => before(2) != "as",
        "every" => true,
        "in" => number(2).is_some_and(is_small),
        "of" => before(2) == "out" && number(3) == Some(1.0),
        _ => false,
    }
}

/// Whether the token at `at` numbers what the word before it names.
fn is_label(tokens: &[Token], at: usize) -> bool {
    let back = if tokens.word_before(at, 1) == "." { 2 } else { 1 };
    LABELS.has(&tokens.word_before(at, back).to_lowercase())
}

fn read(text: &str, tokens: &[Token], at: usize) -> Option<(Range<usize>, Figure, usize)> {
    let token = tokens[at];
    let before = tokens.word_before(at, 1).to_lowercase();
    if is_label(tokens, at)
        || is_mark(text, &token)
        || is_base_of_rate(text, tokens, at)
        || matches!(before.as_str(), "/" | "–" | "-" | "$" | "€" | "§") && token.is_number()
    {
        return None;
    }
    let (value, next) = number::read(text, tokens, at)?;
    if number::ends_range(tokens, at) {
        return None;
    }
    // "The three conventions" names what everybody knows; it counts nothing.
    if !token.is_number() && value < 4.0 && DETERMINERS.has(&before) {
        return None;
    }
    // "1 out of 6 girls" is a rate.
    if value == 1.0 && tokens.is(next, "out") {
        return None;
    }
    let is_year = is_year(tokens, at, value) && next == at + 1;
    let has_plus = tokens.is(next, "+");
    let next = next + usize::from(has_plus);
    let share = share_end(tokens, next);
    let end = next;
    let next = share.unwrap_or(next);
    let next = number::whole(text, tokens, next).unwrap_or(next);
    let last = unit_end(tokens, next)?;
    let unit = text[tokens[next].start..tokens[last].end()].to_owned();
    let (qualifier, start) = qualifier::before(tokens, at);
    let qualifier = qualifier.or_else(|| has_plus.then(|| "at least".to_owned()));
    // "The 2653 Sanctions Committee"
    let is_name = before == "the"
        && last == next
        && tokens[last].is_capital()
        && tokens.get(last + 1).is_some_and(Token::is_capital);
    // "2011, 12 Reaffirming further all texts"
    let first = &tokens[next];
    let is_opening = first.is_capital()
        && first.text.ends_with("ing")
        && !verb::ALL.matcher.find(first.text).is_empty();
    if is_year && qualifier.is_none() || is_name || is_opening {
        return None;
    }
    let span = tokens[start].start..tokens[last].end();
    let end = if share.is_some() { end } else { last + 1 };
    Some((span, Figure { value, unit, qualifier }, end))
}

/// Whether the number at `at` is a year; one that ends a century counts behind a word that is no preposition: "gave
/// 2000 trees".
fn is_year(tokens: &[Token], at: usize, value: f64) -> bool {
    let before = tokens.word_before(at, 1);
    let is_counted = value % 100.0 == 0.0
        && before.starts_with(char::is_lowercase)
        && !STOPS.has(before)
        && !matches!(before, "early" | "late" | "mid" | "year");
    tokens[at].text.len() == 4 && (1900.0..2100.0).contains(&value) && !is_counted
}

/// The first token after the bracket at `at` if that gives a share or a part, a separate figure:
/// "112 (58 per cent) of the 193 Member States", "560 (210 women) officers".
fn share_end(tokens: &[Token], at: usize) -> Option<usize> {
    let close = (at..at + 5).find(|close| tokens.is(*close, ")")).filter(|_| tokens.is(at, "("))?;
    let is_share = |token: &Token| matches!(token.text, "%" | "cent" | "percent");
    let is_part = close > at + 2 && tokens[at + 1].is_number();
    (is_part || tokens[at..close].iter().any(is_share)).then_some(close + 1)
}

/// The last word of the counted noun that begins at `from`.
fn unit_end(tokens: &[Token], from: usize) -> Option<usize> {
    let first = tokens.get(from)?;
    if first.text == "%" || first.is("percent") {
        return Some(from);
    }
    if first.is("per") && tokens.is(from + 1, "cent") {
        return Some(from + 1);
    }
    for at in from..tokens.len().min(from + 6) {
        let token = &tokens[at];
        let word = token.text.to_lowercase();
        let joins = at > from && (token.text == "," || word == "and");
        if joins {
            continue;
        }
        let is_weight = is_weight(tokens, at);
        let is_other = STOPS.has(&word) || MEASURES.has(&word) && !is_weight;
        if !token.is_word() || is_other || token.is_number() {
            return None;
        }
        // "98 NPS were detected", "30 NGOs"
        let is_counted = token.is_upper()
            && (token.text.ends_with('s')
                || at == from && matches!(tokens.word(at + 1), "are" | "have" | "were"));
        let is_plural = is_counted || is_weight || is_plural_noun(&word) && !token.is_upper();
        let goes_on = tokens.get(at + 1).is_some_and(|next| {
            let next_word = next.text.to_lowercase();
            next.is_word()
                && next_word.ends_with('s')
                && next_word.len() > 3
                && !STOPS.has(&next_word)
        });
        if is_plural && !goes_on {
            // "conventions and protocols" are counted together.
            let second = tokens.get(at + 2).filter(|_| tokens[at + 1].is("and"));
            let is_pair = second.is_some_and(|second| {
                !second.is_capital()
                    && !STOPS.has(second.text)
                    && is_plural_noun(second.text)
                    && !is_verb(tokens, at + 2)
            });
            return Some(if is_pair { at + 2 } else { at });
        }
    }
    None
}

/// Whether the word at `at` is that of a weight, not of money: "200 pounds of heroin", "5 pounds (2.3 kg)".
fn is_weight(tokens: &[Token], at: usize) -> bool {
    let is_in_kilograms = tokens.word(at + 1) == "(" && tokens.is(at + 3, "kg");
    tokens.is(at, "pounds") && (tokens.is(at + 1, "of") || is_in_kilograms)
}

/// Verbs that govern another, and may be nouns in the plural.
static GOVERNING: Words =
    Words::new("aims contributes continues expects hopes intends plans reports seeks");

/// Whether the word at `at`, which may be a noun in the plural, is a verb by what follows: "plans to train", "supports
/// WHO", "visits 12 sites".
fn is_verb(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    next.is_number()
        || next.is_capital()
        || matches!(next.text, "a" | "an" | "its" | "the" | "their")
        || next.is("to") && GOVERNING.has(&tokens.word(at).to_lowercase())
}

/// Whether a word looks like a noun in the plural.
fn is_plural_noun(word: &str) -> bool {
    let has_ending =
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    has_ending && !MEASURES.has(word) || PLURALS.has(word)
}
