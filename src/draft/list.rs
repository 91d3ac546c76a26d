//! The names of bodies that stand one after another: "UNODC, WHO and UNICEF".

use super::request::has;
use crate::scan::{Kind, Mention};
use std::ops::Range;

/// Words with which a phrase before the subject begins.
const OPENINGS: &str = "In With At Under Through Thanks Together Jointly On Alongside Besides Following Pending By Upon";

/// Bodies that are named together.
pub(super) struct List {
    /// Which of the mentions they are.
    pub members: Vec<usize>,
    /// How many bodies they are: a name and its short form in brackets are one.
    pub count: usize,
    /// From the first name to the end of the last.
    pub span: Range<usize>,
    /// Where its first comma stands, as the number of names before it.
    comma: Option<usize>,
    has_and: bool,
}

/// The lists of bodies in a text, one name alone included.
pub(super) fn lists(text: &str, mentions: &[Mention]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for (at, mention) in mentions.iter().enumerate().filter(|(_, it)| it.kind == Kind::Agency) {
        let joint = lists.last().and_then(|list| {
            let between = text.get(list.span.end..mention.span.start).filter(|it| is_joint(it))?;
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
        list.count = list.members.len() - list.members.iter().skip(1).filter(short).count();
    }
    lists
}

/// "In partnership with WHO, UNODC and UNICEF opened": those behind the comma are no longer those of the phrase that
/// opens the sentence.
fn parted(text: &str, mentions: &[Mention], list: List) -> Vec<List> {
    let opens = opens_phrase(&text[..list.span.start]);
    let is_closed = behind(text, &list).starts_with(',');
    let Some(comma) = list.comma.filter(|_| opens && !is_closed) else { return vec![list] };
    let mut phrase = list;
    let members = phrase.members.split_off(comma);
    let start = mentions[members[0]].span.start;
    let subject = List {
        members,
        count: 1,
        span: start..phrase.span.end,
        comma: None,
        has_and: phrase.has_and,
    };
    phrase.span.end = mentions[phrase.members[comma - 1]].span.end;
    vec![phrase, subject]
}

/// Whether a text ends within the phrase that opens a sentence: "Jointly with", "At the request of".
pub(super) fn opens_phrase(before: &str) -> bool {
    let sentence = before.rfind(". ").map_or(before, |end| &before[end + 2..]);
    let first = sentence.split(' ').next().unwrap_or_default();
    has(OPENINGS, first) && !sentence.contains([',', ';'])
}

/// The text behind a list and the short form in brackets of its last name.
pub(super) fn behind<'t>(text: &'t str, list: &List) -> &'t str {
    behind_name(&text[list.span.end..])
}

/// What follows a name whose short form in brackets may stand between.
pub(super) fn behind_name(rest: &str) -> &str {
    let rest = rest.trim_start_matches(')');
    let bracket = rest.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    bracket.filter(|(short, _)| short.len() < 16).map_or(rest, |(_, rest)| rest)
}

/// Whether nothing but what joins the names of a list stands there: ", the", "(WFP) and".
fn is_joint(between: &str) -> bool {
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
