//! Clauses about something other than the work reported: what others did earlier, or to its object ("a school that WHO
//! had built", "after UNDP had left"). Bodies and places named there do not take part.

use std::ops::Range;

use super::list::{before_name, joined};
use super::programme::each_once;
use super::request::{has, is_object};
use super::role::begins;
use super::sentence::identity;
use crate::model::MONTHS;
use crate::scan::{Kind, Mention, Outlook, is_past};

/// Words that open a clause with a subject of its own.
const OPENINGS: &str =
    "where which that whom before after although though until because if when as";

/// Of these, the ones after which the subject may still take part: "a meeting that WHO hosted".
const RELATIVES: &str = "which that whom";

/// Verbs, by their first letters, of those who take part.
const SHARES: &str = "join particip contribut attend support assist financ fund provid host conven led lead chair co- \
                      coordinat organi facilitat deliver implement took act manag run monitor \
                      operat moderat represent";

/// Verbs of being and having, which go before another verb.
const BEFORE_VERBS: &str = "had has have was were is are be been being did does do will would";

/// Participles that have no ending.
const PARTICIPLES: &str = "set begun made done given drawn written known built";

/// Hopes that came to nothing: "had intended to".
const HOPES: &str = "intended planned hoped expected wanted";

/// Words of what was not done, if the next sentence tells what was done instead.
const DROPPED: &str = "moved postponed cancelled intended planned";

/// The clauses about something else; none in a sentence in which nobody else acts jointly. Of `all` that is mentioned some
/// are `acting`.
pub(super) fn asides(
    text: &str,
    all: &[Mention],
    acting: &[Mention],
    sentences: &[Outlook],
) -> Vec<Range<usize>> {
    let mut asides: Vec<Range<usize>> = Vec::new();
    for (nth, sentence) in sentences.iter().map(|it| &it.span).enumerate() {
        let actors = all.iter().filter(|it| sentence.contains(&it.span.start));
        let actors = actors.filter(|it| matches!(it.kind, Kind::Agency | Kind::Country));
        let found: Vec<_> = actors.filter_map(|actor| aside(text, all, sentence, actor)).collect();
        if doers(acting, sentence, &found) > 1 {
            asides.extend(found);
        }
        let next = sentences.get(nth + 1).map_or("", |it| text[it.span.clone()].trim_start());
        let found = unfulfilled(text, sentence, next, all);
        if doers(acting, &(0..text.len()), found.as_slice()) > 1 {
            asides.extend(found);
        }
    }
    asides
}

/// How many bodies act in a part of the text, those in these clauses not counted; a known programme counts as one.
fn doers(mentions: &[Mention], part: &Range<usize>, asides: &[Range<usize>]) -> usize {
    let is_main = |it: &&Mention| {
        let at = it.span.start;
        part.contains(&at) && !it.in_title && !asides.iter().any(|aside| aside.contains(&at))
    };
    let main = || mentions.iter().filter(is_main);
    let bodies = each_once(main().filter(|it| it.kind == Kind::Agency).map(identity));
    bodies.len() + usize::from(main().any(|it| it.kind == Kind::Programme))
}

/// The clause of which somebody is the subject, or in which something is done by them.
fn aside(
    text: &str,
    mentions: &[Mention],
    sentence: &Range<usize>,
    actor: &Mention,
) -> Option<Range<usize>> {
    let (before, is_governed) = before_name(&text[sentence.start..actor.span.start]);
    let is_body = actor.kind == Kind::Agency;
    let end = joined(text, mentions, actor);
    let behind = text.get(end..sentence.end).unwrap_or_default();
    let (lead, near) = last_word(before);
    let (start, stops) = match near.trim_start_matches('(') {
        "by" if !is_governed => done_by(lead, is_body)?,
        "did" | "does" | "do" => {
            let (lead, far) = last_word(lead);
            (matches!(far, "as" | "so").then_some(lead)?, false)
        }
        near if has(OPENINGS, &near.to_lowercase()) => {
            let is_clause = has_own_verb(behind, is_body && has(RELATIVES, near))
                && !has("such well", last_word(lead).1);
            (is_clause.then_some(lead)?, false)
        }
        _ => return None,
    };
    let stop = if stops { end_of_date(behind) } else { end_of_clause(behind) };
    Some(sentence.start + start.len()..end + stop)
}

/// Whether those who are named before these words are the subject of a verb, and not, after a relative, of one that
/// tells that they take part.
fn has_own_verb(behind: &str, is_relative: bool) -> bool {
    let words = behind.trim_start().split([' ', ',', '.', ';']);
    let mut words = words.filter(|word| !word.ends_with("ly"));
    let first = words.next().unwrap_or_default();
    let is_auxiliary = has(BEFORE_VERBS, first);
    let verb = if is_auxiliary { words.find(|word| !has(BEFORE_VERBS, word)) } else { Some(first) };
    let shares = first != "had" && is_relative && verb.is_some_and(|verb| begins(SHARES, verb));
    (is_auxiliary || is_past(first) || first.ends_with('s')) && !shares
}

/// The words before what was done by somebody to the object of the sentence, "a manual issued by UNESCO", or of a
/// clause, "officers who were chosen by UNDP", and whether it stops with the names. The words before "by" are `lead`.
fn done_by(lead: &str, is_body: bool) -> Option<(&str, bool)> {
    let (mut rest, mut verb) = last_word(lead);
    if matches!(verb, "up" | "out" | "on") || verb.ends_with("ly") {
        (rest, verb) = last_word(rest);
    }
    let shares = is_body && begins(SHARES, verb);
    let near = last_word(rest).1;
    if has(BEFORE_VERBS, near) {
        let relatives = [" who ", " which ", " that "].iter();
        let at = relatives.filter_map(|word| rest.rfind(word)).max()?;
        let is_near = rest[at..].split(' ').count() < 6;
        return (is_near && !shares).then(|| (&rest[..at], false));
    }
    let is_done = is_past(verb) || has(PARTICIPLES, verb);
    let is_elsewhere = rest.split(' ').rev().take(5).any(|word| word == "at");
    let is_aside = is_done && is_object(near) && rest.split(' ').any(is_past);
    (is_aside && (is_elsewhere || !shares)).then_some((rest, true))
}

/// What had been hoped for and was not done: "had intended to work with", "was moved to 2029. Instead, …"; who intended
/// it is not part of that.
fn unfulfilled(
    text: &str,
    sentence: &Range<usize>,
    next: &str,
    mentions: &[Mention],
) -> Option<Range<usize>> {
    let words = &text[sentence.clone()];
    let start = sentence.end - words.trim_start().len();
    let had = words.split_once(" had ").map(|(before, behind)| (before.len(), behind));
    if let Some((at, had)) = had.filter(|(_, had)| had.split(' ').take(3).any(|it| has(HOPES, it)))
    {
        let from = if had.starts_with("been ") { start } else { sentence.start + at };
        return Some(from..sentence.start + at + end_of_hope(&words[at..]));
    }
    let is_dropped =
        words.contains(" to have ") || words.split([' ', ',']).any(|it| has(DROPPED, it));
    if !next.starts_with("Instead, ") || !is_dropped {
        return None;
    }
    let subject = mentions.iter().find(|it| it.span.start == start);
    Some(subject.map_or(start, |it| joined(text, mentions, it))..sentence.end)
}

/// Where a hope ends: at the end of its clause, or where the subject goes on with what it did.
fn end_of_hope(text: &str) -> usize {
    let acts = |at: &usize| text[at + " and ".len()..].split(' ').next().is_some_and(is_past);
    let goes_on = text.match_indices(" and ").map(|(at, _)| at).find(acts);
    goes_on.into_iter().chain([end_of_clause(text)]).min().unwrap_or_default()
}

/// A text without its last word, and that word.
fn last_word(text: &str) -> (&str, &str) {
    text.rsplit_once(' ').unwrap_or(("", text))
}

/// Where a clause ends.
fn end_of_clause(text: &str) -> usize {
    [", ", "; "].iter().filter_map(|mark| text.find(mark)).min().unwrap_or(text.len())
}

/// Where a date ends with which a text may begin: " in 1998".
fn end_of_date(text: &str) -> usize {
    let date = text.strip_prefix(" in ").or_else(|| text.strip_prefix(" on "));
    let is_date =
        |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) || MONTHS.contains(word);
    let words = date.unwrap_or_default().split(' ').take_while(is_date);
    let length: usize = words.map(|word| word.len() + 1).sum();
    if length > 0 { length + " in".len() } else { 0 }
}
