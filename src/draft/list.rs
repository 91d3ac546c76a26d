//! The names of bodies that stand one after another: "UNODC, WHO and UNICEF".

use super::request::has;
use crate::scan::{Kind, Mention, start_of};
use std::ops::Range;

/// Words with which a phrase before the subject begins.
const OPENINGS: &str = "In Led With At Under Through Thanks Together Jointly On Alongside Besides Following Pending \
                        By Upon";

/// Bodies that are named together.
pub(super) struct List {
    /// Which of the mentions they are.
    pub members: Vec<usize>,
    /// How many bodies and States they are: a name and its short form in brackets are one.
    pub count: usize,
    /// How many States are named among them.
    states: usize,
    /// From the first name to the end of the last.
    pub span: Range<usize>,
    /// Where its first comma stands, as the number of names before it.
    comma: Option<usize>,
    has_and: bool,
}

/// The lists of bodies in a text, one name alone included.
pub(super) fn lists(text: &str, mentions: &[Mention]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        if mention.kind == Kind::Country {
            // "UNODC, Japan and WHO": a State among them.
            let last = lists.last_mut().filter(|list| is_among(text, list, mention));
            if let Some(list) = last {
                list.has_and |= text[list.span.end..mention.span.start].contains("and");
                list.states += 1;
                list.span.end = mention.span.end;
            }
            continue;
        }
        if mention.kind != Kind::Agency {
            continue;
        }
        let joint = lists.last().and_then(|list| {
            let between = joint(text, list.span.end, mention)?;
            let has_and = between.contains("and");
            // "UNODC and WHO, UNICEF": the "and" ends the list.
            (has_and || !list.has_and || between.trim() == "(").then_some(between)
        });
        match (joint, lists.last_mut()) {
            (Some(joint), Some(list)) => {
                list.has_and |= joint.contains("and");
                if joint.contains(',') && list.comma.is_none() {
                    list.comma = Some(list.members.len());
                }
                list.members.push(at);
                list.span.end = mention.span.end;
            }
            _ => lists.push(List {
                members: vec![at],
                count: 1,
                states: 0,
                span: mention.span.clone(),
                comma: None,
                has_and: false,
            }),
        }
    }
    let mut lists: Vec<List> =
        lists.into_iter().flat_map(|list| parted(text, mentions, list)).collect();
    for list in &mut lists {
        let short =
            |member: &&usize| text[..mentions[**member].span.start].trim_end().ends_with('(');
        let short = list.members.iter().skip(1).filter(short).count();
        list.count = list.members.len() + list.states - short;
    }
    lists
}

/// "In partnership with WHO, UNODC and UNICEF opened": those after the comma are not part of the
/// phrase that opens the sentence.
fn parted(text: &str, mentions: &[Mention], list: List) -> Vec<List> {
    let opens = opens_phrase(&text[..list.span.start]);
    let is_closed = behind_name(&text[list.span.end..]).starts_with(',');
    let comma = list.comma.filter(|comma| opens && !is_closed && *comma < list.members.len());
    let Some(comma) = comma else { return vec![list] };
    let mut phrase = list;
    let members = phrase.members.split_off(comma);
    let start = mentions[members[0]].span.start;
    // Which of the States are in the phrase is left open: the subject has them all.
    let subject = List {
        members,
        count: 1,
        states: phrase.states,
        span: start..phrase.span.end,
        comma: None,
        has_and: phrase.has_and,
    };
    phrase.span.end = mentions[phrase.members[comma - 1]].span.end;
    phrase.states = 0;
    vec![phrase, subject]
}

/// Whether a text ends within the phrase that opens a sentence: "Jointly with", "At the request of".
pub(super) fn opens_phrase(before: &str) -> bool {
    let sentence = before.rfind(". ").map_or(before, |end| &before[end + 2..]);
    let first = sentence.split(' ').next().unwrap_or_default();
    has(OPENINGS, first) && !sentence.contains([',', ';'])
}

/// What follows a name whose short form in brackets may stand between, or a part of the body: "INTERPOL’s General
/// Secretariat".
pub(super) fn behind_name(rest: &str) -> &str {
    let rest = rest.trim_start_matches(')');
    let bracket = rest.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let rest = bracket.filter(|(short, _)| short.len() < 16).map_or(rest, |(_, rest)| rest);
    owned(rest).map_or(rest, |part| &part[capitals(part).len()..])
}

/// What follows a possessive ending, if it is a name.
pub(super) fn owned(behind: &str) -> Option<&str> {
    let rest = behind.strip_prefix("’s ").or_else(|| behind.strip_prefix("'s "))?;
    rest.starts_with(char::is_uppercase).then_some(rest)
}

/// The words with capitals with which a text begins, and those that join them: "Ministry of Health".
pub(super) fn capitals(text: &str) -> &str {
    let mut end = 0;
    for word in text.split(' ') {
        let inner = word.trim_end_matches([',', ';', '.', ':', ')']);
        if matches!(word, "of" | "for" | "de") && end > 0 {
            continue;
        }
        if !inner.starts_with(char::is_uppercase) {
            break;
        }
        let start = start_of(text, word);
        end = start + inner.len();
        if inner.len() < word.len() {
            break;
        }
    }
    &text[..end]
}

/// Whether a country goes on with a list of bodies.
fn is_among(text: &str, list: &List, country: &Mention) -> bool {
    let between = text.get(list.span.end..country.span.start).unwrap_or_default();
    !list.has_and && goes_on(between)
}

/// Whether a list goes on with a country after these words: ", and the".
pub(super) fn goes_on(between: &str) -> bool {
    matches!(between.strip_suffix("the ").unwrap_or(between), ", " | " and " | ", and ")
}

/// The words before a name, without its article and "the Government of", and whether this was among them.
pub(super) fn before_name(before: &str) -> (&str, bool) {
    let before = before.strip_suffix("the ").unwrap_or(before);
    let governed = ["Government of ", "Governments of ", "government of ", "governments of "]
        .iter()
        .find_map(|lead| before.strip_suffix(lead));
    let words = governed.map_or(before, |it| it.strip_suffix("the ").unwrap_or(it));
    (words.trim_end(), governed.is_some())
}

/// What stands between a name that ends at `end` and another one, if it joins them.
fn joint<'t>(text: &'t str, end: usize, next: &Mention) -> Option<&'t str> {
    text.get(end..next.span.start).filter(|it| is_joint(it))
}

/// Where the names end that one of a body or a country opens.
pub(super) fn joined(text: &str, mentions: &[Mention], first: &Mention) -> usize {
    let names = mentions.iter().filter(|it| matches!(it.kind, Kind::Agency | Kind::Country));
    let behind = names.filter(|it| it.span.start > first.span.start);
    behind.fold(first.span.end, |end, it| joint(text, end, it).map_or(end, |_| it.span.end))
}

/// Whether nothing but what joins the names of a list stands there: ", the", "(WFP) and".
fn is_joint(between: &str) -> bool {
    let between = owned(between).map_or(between, |part| &part[capitals(part).len()..]);
    let is_bracket = |word: &str| word.starts_with('(') || word.ends_with(')');
    let mut words = between.split([' ', ',']).filter(|word| !word.is_empty());
    // "The Egmont Group of Financial Intelligence Units and WHO": what is left of a longer name.
    let is_name = between.starts_with(" of ") || between.starts_with(" for ");
    let is_left = |word: &str| {
        is_name && (word.starts_with(char::is_uppercase) || matches!(word, "of" | "for"))
    };
    let longest = if is_name { 64 } else { 24 };
    between.len() < longest
        && words.all(|w| matches!(w, "and" | "the" | "-") || is_bracket(w) || is_left(w))
        && (!is_name || between.contains([',', '(']) || between.contains(" and "))
}
