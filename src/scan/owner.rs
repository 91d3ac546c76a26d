//! Whose resolution is cited where an acronym or the name of a body is next to its number: "HRC
//! resolution 52/24", "the CND adopted", "decision 5/20 of the Executive Board".

use std::ops::Range;

use super::acronym;
use super::adverb::{is_aside, is_between};
use super::citation_number::what_of;
use super::heads::is_head;
use super::organ::{ACRONYMS, Organ};
use super::token::start_of;

/// What a sentence says before the number of a resolution, in small letters, with the name of the organ in place of the
/// acronym that stands right there, or that is the subject of "adopted".
pub(super) fn spelt_before(sentence: &str) -> String {
    let head = subject(sentence);
    match named(head) {
        Some((short, name)) => {
            let rest = sentence[short.end..].to_lowercase();
            format!("{}{name}{rest}", sentence[..short.start].to_lowercase())
        }
        None => spelt(sentence, |organ| {
            // "Having met CND, it adopted"
            organ.starts_with("commission") && !sentence.contains(", it ")
        }),
    }
}

/// What a sentence says behind the number, in small letters, with the names of organs for their acronyms.
pub(super) fn spelt_behind(rest: &str) -> String {
    spelt(rest, |_| true)
}

/// A text in small letters, with the names of those organs for their acronyms that are meant.
fn spelt(text: &str, is_meant: impl Fn(&str) -> bool) -> String {
    let mut spelt = String::new();
    for word in text.split_inclusive(' ') {
        match named(word).filter(|(_, organ)| is_meant(organ)) {
            Some((short, name)) => {
                let article = if spelt.ends_with("the ") { "" } else { "the " };
                spelt.push_str(&word[..short.start].to_lowercase());
                spelt.push_str(article);
                spelt.push_str(name);
                spelt.push_str(&word[short.end..].to_lowercase());
            }
            None => spelt.push_str(&word.to_lowercase()),
        }
    }
    spelt
}

/// The acronym of an organ with which a text ends, signs apart, and the name of the organ.
fn named(text: &str) -> Option<(Range<usize>, &'static str)> {
    let bare = bare(text);
    ACRONYMS.iter().find_map(|(acronyms, name)| {
        let before = acronyms.split('|').find_map(|acronym| bare.strip_suffix(acronym))?;
        let is_word = !before.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        is_word.then_some((before.len()..bare.len(), *name))
    })
}

/// A text without the signs and the possessive ending at its end.
fn bare(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let owner = ["’s", "'s"].iter().find_map(|ending| text.strip_suffix(ending));
    owner.unwrap_or(text)
}

/// The part of a sentence up to the body whose resolution follows: without "adopted", "in its".
fn subject(sentence: &str) -> &str {
    let (mut head, mut has_act) = (sentence, false);
    loop {
        let word = head.rsplit(' ').next().unwrap_or_default();
        // "CND, at its last session, adopted"
        let aside = head.strip_suffix(',').and_then(|head| head.rsplit_once(", "));
        if let Some((before, aside)) = aside.filter(|_| has_act)
            && is_aside(aside.split(' ').next().unwrap_or_default())
        {
            head = before;
            continue;
        }
        let is_act = matches!(word, "adopted" | "in" | "In" | "its" | "by" | "By");
        let is_beside = is_between(word) && !word.starts_with(char::is_uppercase)
            || word.len() == 4 && word.parse::<u16>().is_ok()
            || matches!(word, "has" | "had" | "have" | "then" | "consensus" | "draft");
        if !is_act && !is_beside {
            return if has_act { head } else { sentence };
        }
        has_act |= is_act;
        head = head[..head.len() - word.len()].trim_end();
    }
}

/// Whether the text attributes the resolutions at these bytes, which follow this sentence, to a
/// body that is not an organ; `bodies` are the known ones.
pub(super) fn is_of_other(
    text: &str,
    sentence: &str,
    cited: &Range<usize>,
    bodies: &[Range<usize>],
) -> bool {
    let is_cased = text[cited.start..].chars().nth(1).is_some_and(char::is_lowercase);
    is_cased
        && (is_behind_other(text, sentence, bodies)
            || is_before_other(text, cited.end, bodies)
            || is_act_of_other(text, sentence, cited.end, bodies))
}

/// Whether another body is named directly before, or as the one that adopted.
fn is_behind_other(text: &str, sentence: &str, bodies: &[Range<usize>]) -> bool {
    let head = subject(sentence);
    let name = bare(head);
    // "The secretariat of the Forum (resolution 61/111)"
    if named(head).is_some() || !head.ends_with(char::is_alphanumeric) {
        return false;
    }
    let rest = &sentence[head.len()..];
    let (own, organ) = split_organ(name);
    let begin = begin_of_body(text, own, bodies);
    if !organ.is_empty() {
        // "Ministerial Council decision 5/20", but "See Council resolution 12/4".
        let is_titled = !organ.contains(' ')
            && own.contains(' ')
            && last_word(own).starts_with(char::is_uppercase);
        let is_joined = own.ends_with(char::is_alphabetic) && !is_house(own);
        let is_act = rest.is_empty() || rest.trim() == "adopted";
        return is_act && is_joined && (is_titled || begin.is_some());
    }
    if rest.is_empty() {
        return !is_house(own) && begin.is_some();
    }
    // "The text prepared by ABC was adopted".
    let lead = begin.map(|begin| text[..begin].trim_end().trim_end_matches("the").trim_end());
    let is_object = |lead: &str| match last_word(lead) {
        // "The Executive Board of ABC"
        "of" => !is_head(last_word(lead.trim_end_matches("of").trim_end())),
        joint => ["and", "by", "for", "from", "in", "on", "to", "under", "with"].contains(&joint),
    };
    rest.contains("adopted") && !is_house(own) && lead.is_some_and(|lead| !is_object(lead))
}

/// Whether the numbers that end at a byte are said to be those of another body.
fn is_before_other(text: &str, at: usize, bodies: &[Range<usize>]) -> bool {
    let rest = behind_relative(&text[at..]);
    let joint = ["adopted by ", "of "].iter().find_map(|joint| rest.strip_prefix(joint));
    let Some(name) = joint.map(|name| name.strip_prefix("the ").unwrap_or(name)) else {
        return false;
    };
    let reach = &name[..name.floor_char_boundary(80)];
    let spelt = spelt_behind(reach);
    let is_organ = |organ: &str| spelt.trim_start_matches("the ").starts_with(organ);
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let words = || reach.split([' ', ',', ';', ')', '.']).take_while(is_capital);
    let start = start_of(text, name);
    let is_known = bodies.binary_search_by_key(&start, |body| body.start).is_ok();
    Organ::where_name(is_organ).is_none()
        && !reach.starts_with("UN ")
        && !reach.starts_with("United Nations")
        && words().next().is_some_and(|first| {
            is_known || acronym::may_be_body(bare(first)) || words().take(3).any(is_head)
        })
}

/// Whether another body is named behind the number of a text that is "its": "In its decision 5/1, the African Union".
fn is_act_of_other(text: &str, sentence: &str, at: usize, bodies: &[Range<usize>]) -> bool {
    let name =
        text[at..].strip_prefix(", the ").filter(|_| matches!(sentence, "In its" | "By its"));
    name.is_some_and(|name| {
        let start = start_of(text, name);
        let words = name.split(' ').take(3).take_while(|it| it.starts_with(char::is_uppercase));
        let is_body = bodies.binary_search_by_key(&start, |body| body.start).is_ok()
            || words.last() == Some("Board");
        is_body && Organ::at(&name.to_lowercase()).is_none() && !name.starts_with("United Nations ")
    })
}

/// What stands behind the beginning of a relative clause: ", which was".
pub(super) fn behind_relative(text: &str) -> &str {
    let mut rest = text.trim_start_matches([',', '(', ' ']);
    for word in ["which", "that", "was", "were", "had", "has", "been"] {
        rest = rest.strip_prefix(word).map_or(rest, str::trim_start);
    }
    rest
}

/// Where the body begins with which a part of a text ends, by what is known, by its acronym or by its noun.
fn begin_of_body(text: &str, part: &str, bodies: &[Range<usize>]) -> Option<usize> {
    let end = start_of(text, part) + part.len();
    let at = bodies.partition_point(|body| body.end < end);
    let known = bodies.get(at).filter(|body| body.end == end).map(|body| body.start);
    let last = last_word(part);
    let capitals = || {
        let words = part.rsplit(' ').take_while(|word| word.starts_with(char::is_uppercase));
        words.map(|word| start_of(text, word)).last()
    };
    known
        .or_else(|| acronym::may_be_body(last).then_some(end - last.len()))
        .or_else(|| capitals().filter(|_| is_head(last)))
}

fn last_word(text: &str) -> &str {
    text.rsplit([' ', '(', '/']).next().unwrap_or_default()
}

/// Whether a name ends as that of the United Nations, whose organs adopt, or of a Main Committee of the Assembly.
fn is_house(name: &str) -> bool {
    [
        "UN", "United Nations", "First Committee", "Second Committee", "Third Committee",
        "Fifth Committee", "Sixth Committee",
    ]
    .iter()
    .any(|house| name.ends_with(house))
}

/// A name in two: the name of an organ that ends it and that other bodies may give one of theirs, and what goes before.
/// The name of another organ is all of it.
fn split_organ(name: &str) -> (&str, &str) {
    let shared = ["general assembly", "assembly", "council", "commission"];
    let lower = name.to_lowercase();
    let is_organ = |organ: &str| {
        let before = lower.strip_suffix(organ);
        before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    };
    let proper = |organ: &str| !shared.contains(&organ) && is_organ(organ);
    if Organ::where_name(proper).is_some() {
        return (&name[..0], name);
    }
    let organ = shared.into_iter().find(|organ| is_organ(organ)).unwrap_or_default();
    match name.split_at_checked(name.len() - organ.len()) {
        Some((own, organ)) => {
            let own = own.trim_end();
            (own.strip_suffix("’s").unwrap_or(own), organ)
        }
        None => (name, ""),
    }
}

/// Whether "the Commission" is the subject of "adopted" at the end of the text, adverbs and the like apart.
pub(super) fn is_adopted(before: &str) -> bool {
    let Some((head, rest)) = before.rsplit_once("the commission ") else { return false };
    let last = head.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_object = matches!(
        last,
        "of" | "by" | "for" | "to" | "with" | "in" | "at" | "from" | "before" | "on" | "under"
    );
    let Some((adverbs, object)) = rest.split_once("adopted") else { return false };
    let is_adverb = |word: &str| {
        word.ends_with("ly")
            || matches!(word, "has" | "had" | "have" | "also" | "then" | "thus" | "therefore")
            || matches!(word, "later" | "thereafter" | "further")
    };
    let is_beside = |word: &str| {
        let word = word.trim_end_matches(',');
        word.ends_with("ly")
            || word.contains(|c: char| c.is_ascii_digit())
            || what_of(word).is_some()
            || matches!(word, "" | "by" | "consensus" | "without" | "a" | "vote" | "and" | "or")
            || matches!(word, "its" | "the" | "following" | "draft" | "one" | "two" | "as")
    };
    !is_object
        && adverbs.split_whitespace().all(is_adverb)
        && object.split_whitespace().all(is_beside)
}
