//! Requests and promises in a sentence, whoever makes them.

use std::ops::Range;

use crate::scan::{Ask, Mention, is_past, outlooks};

/// Verbs of asking that need another word behind them: "asked the team to", "recommended that".
const VERBS: &str = "ask asks asked request requested invite invites invited encourage encourages encouraged urge urges \
                     urged recommend recommends recommended propose proposes proposed suggest suggests suggested";

/// Words that ask or promise by themselves.
const PHRASES: &str = "may wish to|might wish to|may wish also to|may also wish to|calls on|call on|called on|calls upon|\
                       call upon|called upon|calling on|calling upon|undertake to|undertakes to|undertook to|\
                       commit to|commits to|committed itself to|committed themselves to|agreement to|\
                       commit themselves to|commits itself to|pledged to|pledge to|pledges to";

/// Words that open a second main clause.
const GOING_ON: [&str; 3] = [" and both ", " and they ", " and together they "];

/// Words before such a verb that make something else of it: "as requested", "the experts invited".
const BEFORE: &str = "as when if where by the a an and all their its to";

/// From which byte on a sentence of a text asks for something or promises it, where it does.
pub(super) fn request_start(
    text: &str,
    sentence: &Range<usize>,
    mentions: &[Mention],
) -> Option<usize> {
    let is_operative = |mention: &&Mention| {
        sentence.contains(&mention.span.start)
            && mention.ask.as_ref().is_some_and(Ask::is_operative)
    };
    let limb = mentions.iter().find(is_operative).map(|limb| limb.span.start);
    limb.into_iter().chain(request_in_words(text, sentence)).min()
}

/// Whether a sentence reports work after its request: "invited WHO, and both trained 44 officers".
pub(super) fn reports_work_after(
    text: &str,
    sentence: &Range<usize>,
    mentions: &[Mention],
) -> bool {
    let words = &text[sentence.clone()];
    let clauses = GOING_ON.iter().flat_map(|joint| words.match_indices(joint));
    let mut starts = clauses.map(|(at, _)| sentence.start + at + " and ".len());
    // "Called for more and trained 40 nurses".
    let is_act = |(at, and): (usize, &str)| {
        let mut behind = words[at + and.len()..].split(' ');
        let (verb, next) = (behind.next().unwrap_or_default(), behind.next().unwrap_or_default());
        let has_object = next.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
            || has("the a an its some over more about", next);
        is_past(verb) && !has(VERBS, verb) && has_object
    };
    words.match_indices(" and ").any(is_act)
        || starts.any(|start| {
            let clause = start..sentence.end;
            let is_done = outlooks(&text[clause.clone()], &[]).iter().any(|it| it.is_done);
            is_done && request_start(text, &clause, mentions).is_none()
        })
}

/// The same by the words alone, where no limb was read.
pub(super) fn request_in_words(text: &str, sentence: &Range<usize>) -> Option<usize> {
    let words = &text[sentence.clone()];
    let phrase = PHRASES.split('|').filter_map(|phrase| {
        let at = words.find(phrase)?;
        let is_whole = words[at + phrase.len()..].starts_with([' ', ':'])
            && at.checked_sub(1).is_some_and(|before| words.as_bytes()[before] == b' ');
        is_whole.then_some(at)
    });
    let at = phrase.chain(verb(words)).min()?;
    Some(sentence.start + at)
}

/// Where a verb of asking stands: "asked the team to", "it is recommended that".
fn verb(sentence: &str) -> Option<usize> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let asks = |at: &usize| {
        if !has(VERBS, words[*at]) {
            return false;
        }
        let before = at.checked_sub(1).map_or("", |before| words[before]).to_lowercase();
        let is_passive = has("is was were are been being", &before);
        // "Invited 40 officials to Vienna" asks for no act.
        let is_act = |at: usize| {
            let next = words.get(at + 1).copied().unwrap_or_default();
            next.starts_with(char::is_lowercase) && !has("the a an its their all", next)
        };
        let leads_on = |at: &usize| match words[*at] {
            "to" => !is_passive && is_act(*at),
            word => has("that when whether", word),
        };
        let is_verb = !has(BEFORE, &before) && !before.is_empty();
        let reach = words.len().min(at + 13);
        let end = (*at..reach).find(|at| words[*at].ends_with(['.', ';', ':']));
        is_verb && (at + 1..end.unwrap_or(reach)).any(|at| leads_on(&at))
    };
    let at = (0..words.len()).find(asks)?;
    Some(words[..at].iter().map(|word| word.len() + 1).sum())
}

/// Whether a word may be what a participle behind it tells of: "a school built".
pub(super) fn is_object(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && word.ends_with(char::is_alphanumeric)
        && !word.ends_with("ly")
        && !has(
            "and also then jointly not or has have had is are was were been who which that",
            word,
        )
}

/// Whether a list, written with spaces between, has a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
