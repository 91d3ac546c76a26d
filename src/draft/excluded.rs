//! Bodies and things that a text names as not part of the work: those excluded or only informed, and what is asked
//! for.

use super::list::{behind_name, opens_phrase};
use super::request::{has, request_start};
use crate::scan::{Kind, Mention, Outlook};

/// Words right before the name of those who are left out, or who are told, asked or served.
const BEFORE: &str = "without|without the participation of|without the involvement of|without the support of|not|\
                      but not in|but not by|but not with|and not in|not including|except|except for|except in|\
                      with the exception of|excluding|unlike|bar|save|save for|save for those of|no longer|\
                      no longer in|independently of|other than|apart from|aside from|instead of|rather than|\
                      in place of|neither|nor|neither in|nor in|in consultation with|in close consultation with|\
                      consultations with|consulted|consulted with|consulting|formerly with|replaced|replacing|\
                      over from|headquarters of|used a manual of|used the manual of|using a manual of|\
                      using the manual of|used a guide of|using a guide of|briefed|informed|notified|thanked|\
                      absence of|financial support of|financial support from|grant of|grant from|financing of|\
                      financing from|funding of|funding from|financed by|funded by|sponsored by|experience of|\
                      lecturers from|invitation of";

/// Words right before the name of a body that asks, owns or receives what others work on.
const BODIES: &str = "an agency of|an organ of|a body of|request of|requested by|request from|request by|\
                      recommendations of|recommendation of|decision by|decision of|praised by|succeeded|standards of|\
                      data of|shared with|at|session of";

/// Words right before countries that pay for the work.
const PAYERS: &str = "with the support of|with support from|contribution of|contribution from|contributions of|\
                      contributions from";

/// Those who speak for a country.
const ENVOYS: &str = "ministers ambassadors missions embassies";

/// Words right before the name of those whose people are told or served, where others act on them: "trained staff of".
const SERVED: &str = "staff of|officials of|employees of|staff members of";

/// Verbs of what is no longer done, and what it was: "ended its work in".
const ENDED: &str = "ended ceased stopped discontinued";
const WORK: &str =
    "work cooperation collaboration partnership activities operations project programme";

/// Words before "to" that do not mean that something is sent to somebody: "thanks to".
const BEFORE_TO: [&str; 4] = ["thanks", "addition", "next", "belonging"];

/// Words behind such names: "was not", "has also been consulted".
const AUXILIARIES: &str = "was were is are has have had been being did does do could also";
const TOLD: &str =
    "not unable kept informed consulted briefed notified invited absent asked requested";

/// Words that need none of them: "declined", "the WHO manual".
const ALONE: &str = "cannot withdrew declined stayed manual strategy guidelines standards";

/// Whether each mention is excluded from the work.
pub(super) fn excluded(
    text: &str,
    mentions: &[Mention],
    sentences: &[Outlook],
    clauses: &[Outlook],
) -> Vec<bool> {
    let mut apart: Vec<bool> = vec![false; mentions.len()];
    // The one before, and whether a comma ends its list: "Without UNDP, UNODC …", "without UNDP and UNICEF, …".
    let mut last: Option<(usize, bool)> = None;
    for (at, mention) in listed(mentions) {
        let before = &text[..mention.span.start];
        let joint = last.and_then(|(last, is_closed)| {
            let joint = joint(text, &mentions[last], mention)?;
            let has_and = joint.contains("and") || joint.contains("or");
            (has_and || !is_closed).then_some((apart[last], is_closed || has_and))
        });
        let opening = excluded_by_words_before(before, mention.kind);
        apart[at] = opening.is_some() || joint.is_some_and(|(is_apart, _)| is_apart);
        last = Some((at, opening.or(joint.map(|(_, is_closed)| is_closed)).unwrap_or(false)));
    }
    // The one after, and whether the words after the last of its list exclude it.
    let mut next: Option<(usize, bool)> = None;
    for (at, mention) in listed(mentions).rev() {
        let joined = next.filter(|(next, _)| joint(text, mention, &mentions[*next]).is_some());
        let is_told = mention.kind == Kind::Agency
            && excluded_by_words_behind(&text[mention.span.end..])
            || joined.is_some_and(|(_, is_told)| is_told);
        apart[at] |= is_told;
        next = Some((at, is_told));
    }
    // "Neither the operation with WHO nor the meeting took place. UNODC and UNDP met."
    let is_undone = |it: &&Outlook| it.is_denied && !it.is_done && !it.is_planned;
    if clauses.iter().any(|it| it.is_done) {
        for clause in clauses.iter().filter(is_undone) {
            for (mention, apart) in mentions.iter().zip(&mut apart) {
                *apart |= clause.span.contains(&mention.span.start);
            }
        }
    }
    for sentence in sentences {
        let Some(from) = request_start(text, &sentence.span, mentions) else { continue };
        for (mention, apart) in mentions.iter().zip(&mut apart) {
            let is_limb = mention.kind == Kind::Commitment;
            *apart |= (from..sentence.span.end).contains(&mention.span.start) && !is_limb;
        }
    }
    apart
}

/// The mentions that may be in a list of excluded ones, each with its index.
fn listed(mentions: &[Mention]) -> impl DoubleEndedIterator<Item = (usize, &Mention)> {
    let kinds = [Kind::Agency, Kind::Country, Kind::Region, Kind::Figure];
    mentions.iter().enumerate().filter(move |(_, mention)| kinds.contains(&mention.kind))
}

/// What joins one mention to another of its kind that follows it in a list.
fn joint<'t>(text: &'t str, first: &Mention, second: &Mention) -> Option<&'t str> {
    let is_bracket = |word: &str| word.starts_with('(') || word.ends_with(')');
    let is_joint =
        |word: &str| matches!(word, "and" | "or" | "nor" | "the" | "in") || is_bracket(word);
    let between = text.get(first.span.end..second.span.start)?;
    let mut words = between.split([' ', ',']).filter(|word| !word.is_empty());
    let is_list = between.len() < 24 && words.all(is_joint) && !between.trim().is_empty();
    (is_list && first.kind.is_place() == second.kind.is_place()).then_some(between)
}

/// Whether the words before a name hold it apart; if so, whether they open their sentence.
fn excluded_by_words_before(whole: &str, kind: Kind) -> Option<bool> {
    let mut words: Vec<&str> = whole.split_whitespace().rev().take(6).collect();
    let is_article = |word: &&&str| matches!(**word, "the" | "The" | "some" | "all");
    let articles = words.iter().take_while(is_article).count();
    words.drain(..articles);
    if let ["of", "Government" | "Governments", "the", ..] = words[..] {
        words.drain(..3);
    }
    words.reverse();
    let near = format!(" {}", words.join(" "));
    // The words before those that end with these.
    let before = |lead: &str| {
        let at = near.len().checked_sub(lead.len())?;
        let (rest, end) = (near.get(..at)?, near.get(at..)?);
        let is_end = end.eq_ignore_ascii_case(lead) && rest.ends_with(' ');
        let opens = || end.starts_with(char::is_uppercase) || opens_phrase(whole);
        is_end.then(|| (rest.trim_end(), opens()))
    };
    if let Some((rest, opens)) = BEFORE.split('|').find_map(before) {
        // They took part without whom it "could not have" come about.
        let is_owed = near[rest.len()..].trim_start().starts_with("without") && credits(whole);
        return (!is_owed).then_some(opens);
    }
    // "Withdrew from", "ended its work in".
    let last_four = words.iter().rev().take(4);
    let back: Vec<_> = last_four.take_while(|word| !word.ends_with([',', ';', '.'])).collect();
    let place = |list| back.iter().position(|word| has(list, word));
    let has_ended = place(WORK).zip(place(ENDED)).is_some_and(|(work, ended)| work < ended);
    if has_ended || place("withdrew").is_some() {
        return Some(false);
    }
    if kind != Kind::Agency {
        // "The Permanent Missions of Peru and Chad".
        let is_spoken_for = words.last() == Some(&"of")
            && words.iter().any(|word| has(ENVOYS, &word.to_lowercase()));
        let opens = PAYERS.split('|').find_map(before).map(|(_, opens)| opens);
        return opens.or(is_spoken_for.then_some(false));
    }
    if let Some((_, opens)) = BODIES.split('|').find_map(before) {
        return Some(opens);
    }
    let is_served = SERVED.split('|').find_map(before).is_some_and(|(rest, _)| {
        rest.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && ![" by", " with", " and", " the"].iter().any(|word| rest.ends_with(word))
    });
    let is_sent = match words.as_slice() {
        [.., verb, "to"] => !BEFORE_TO.contains(&verb.to_lowercase().as_str()),
        _ => false,
    };
    (is_served || is_sent).then_some(false)
}

/// Whether a negation before these words affirms that something was done: "did not fail to", "could
/// not have … without", "had not met before they trained".
fn is_affirmation(behind: &str) -> bool {
    let sentence = behind.find(". ").map_or(behind, |end| &behind[..end]);
    let has = |words: &str| sentence.contains(words);
    let opens = |words: &str| sentence.trim_start().starts_with(words);
    opens("fail to ")
        || opens("have ") && has(" without ")
        || has(" before they ")
        || has(" until they ")
}

/// Whether the sentence that ends here says that something could not have been done.
fn credits(before: &str) -> bool {
    let sentence = before.rfind(". ").map_or(before, |end| &before[end..]);
    sentence.contains(" could not have ") || sentence.contains(" would not have ")
}

/// Whether the words after a name exclude it.
fn excluded_by_words_behind(behind: &str) -> bool {
    let mut rest = behind_name(behind).trim_start();
    let start = rest.len();
    while let Some((_, more)) = rest.split_once(' ').filter(|(word, _)| has(AUXILIARIES, word)) {
        rest = more;
    }
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_told =
        has(ALONE, word) || rest.len() < start && has(TOLD, word) || rest.starts_with("no longer ");
    let rest = &rest[word.len()..];
    let next = rest.split_whitespace().next().unwrap_or_default();
    // "UNDP left the project", but "UNDP left equipment".
    let is_gone = word == "left"
        && (!rest.starts_with(' ') || has("the it in before after", next.trim_end_matches('.')));
    (is_told || is_gone) && !is_affirmation(rest) && !has("only just merely simply least", next)
}
