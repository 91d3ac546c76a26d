//! In which role somebody takes part, by the words beside the name and by the verb.

use super::list::{List, behind_name, lists};
use super::request::has;
use crate::model::Role;
use crate::scan::{Kind, Mention, Outlook, is_past, start_of};

/// Words right before a list of names that give a role to all of it.
const BEFORE: [(Role, &str); 6] = [
    (
        Role::Lead,
        "led by|led jointly by|chaired by|coordinated by|leadership of|lead agency,|initiated by",
    ),
    (
        Role::Organiser,
        "organized by|organised by|organized jointly by|organised jointly by|hosted by|convened by|\
         organizers were|organizers are",
    ),
    (Role::Author, "authored by|written by|drafted by"),
    (
        Role::Member,
        "members are|members were|comprises|comprising|composed of|consists of|consisting of|\
         made up of",
    ),
    (
        Role::Partner,
        "alongside|partners, including|partners were|partners are|partners such as|between",
    ),
    (
        Role::Participant,
        "participation of|support of|support from|assistance of|assistance from|help of|\
         contribution of|contributions of|contributions from|contribution from|advice from|advice of|\
         involvement of|attended by|supported by|financed by|funded by|reviewed by|sponsored by|\
         on behalf of|representatives of|experts from",
    ),
];

/// Words before "with" that do not make a partner of the one after it.
const NOT_JOINT: &str =
    "shared met meets line accordance compliance discussed dealing consultation consultations";

/// Words right behind such a list.
const BEHIND: [(Role, &str); 5] = [
    (
        Role::Lead,
        "-led|-chaired|in the lead|as lead|as the lead|as technical lead|as chair|as coordinator",
    ),
    (Role::Partner, "as partners|as partner|as its partners|as a partner"),
    (
        Role::Member,
        "as members|as a member|are members|were members|is a member|was a member|are also members",
    ),
    (Role::Participant, "as an observer|as observers|contributing|providing|supplying|lending"),
    (Role::Organiser, "as organizers|as hosts|as host"),
];

/// Work that is somebody's: "a joint initiative of UNODC and WCO".
const WORK: &str = "initiative initiatives programme programmes project projects mission effort efforts campaign operation \
                    scheme undertaking venture toolkit";

/// Words besides participles behind which "by" names the doers: "a survey by UNODC and FAO".
const NAMED_BY: &str =
    "run survey surveys study studies guide handbook mission assessment report work";

/// Nouns for events.
pub(super) const EVENTS: &str = "event events meeting meetings seminar seminars webinar webinars workshop workshops conference \
                      conferences session sessions forum symposium dialogue briefing briefings consultation \
                      consultations panel roundtable week day course courses congress hearing retreat fair exhibition";

/// Verbs by their first letters, and the role of those who do this.
const VERBS: [(Role, &str); 3] = [
    (Role::Lead, "led lead leads chair co-chair coordinat co-led"),
    (Role::Organiser, "organiz organis co-organi host co-host conven co-conven co-facilitat"),
    (Role::Participant, "attend participat took spoke request mandat approv adopt endors"),
];

/// Verbs of those who help what others carry, where these are named before.
const HELPS: &str = "provid suppl assist support help deliver lent gave sent financ fund";

/// Verbs that make a single body, or one named after the doer, a participant.
const CHECKS: &str = "contribut observ review";

/// Verbs in the present, without their "-s".
const PRESENT: &str = "continue provide support assist train work cooperate collaborate organize organise host hold lead chair \
                       coordinate maintain run plan intend implement deliver participate publish develop conduct \
                       operate manage convene carry hope stand seek";

/// Words that go with a verb.
const AUXILIARY: &str = "has have had is are was were been being will shall would jointly also both each to not only nevertheless nonetheless";

/// Words before a name that make it no subject.
const PREPOSITIONS: &str = "of by with for to from on upon through between among including in at within under against \
                            into towards via without to than as";

/// Whether a verb begins with one of these stems.
pub(super) fn begins(list: &str, verb: &str) -> bool {
    list.split(' ').any(|stem| verb.starts_with(stem))
}

/// The role of each mention, where the text gives it one.
pub(super) fn roles(text: &str, mentions: &[Mention], sentences: &[Outlook]) -> Vec<Option<Role>> {
    let lists = lists(text, mentions);
    let stated: Vec<Option<Role>> = lists.iter().map(|list| stated(text, list)).collect();
    let sentence = |list: &List| sentences.iter().position(|it| it.span.contains(&list.span.start));
    let has_partner = |list: &List| {
        let mut all = lists.iter().zip(&stated);
        all.any(|(it, role)| *role == Some(Role::Partner) && sentence(it) == sentence(list))
    };
    let programmes = mentions.iter().filter(|it| it.kind == Kind::Programme);
    let first_programme = programmes.map(|it| it.span.end).next();
    let mut has_doer = false;
    let mut roles = vec![None; mentions.len()];
    for (nth, (list, stated)) in lists.iter().zip(&stated).enumerate() {
        // "SMART trained officers. WHO supplied beds."
        has_doer |= first_programme.is_some_and(|end| {
            text[end..].find(". ").is_some_and(|stop| end + stop < list.span.start)
        });
        let done = || doing(text, list, has_doer, has_partner(list));
        // "The Advisory of UNODC, in cooperation with WHO": the first that is named beside partners.
        let is_first = || !lists[..nth].iter().any(|it| sentence(it) == sentence(list));
        let leads = || (has_partner(list) && is_first() && list.count == 1).then_some(Role::Lead);
        let role = stated.or_else(done).or_else(leads);
        has_doer |= role.is_some_and(|role| !matches!(role, Role::Participant | Role::Member));
        list.members.iter().for_each(|member| roles[*member] = role);
    }
    roles
}

/// The role that the words right before or behind a list state.
fn stated(text: &str, list: &List) -> Option<Role> {
    let behind = behind_name(&text[list.span.end..]).trim_start();
    let of_words = |(role, words): &(Role, &str)| {
        let is_next = |words: &str| {
            behind.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        words.split('|').any(is_next).then_some(*role)
    };
    let before = before(text, list).to_lowercase();
    let before = before.as_str();
    let ends = |words: &str| {
        let rest = before.strip_suffix(words);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let of_end = |(role, words): &(Role, &str)| words.split('|').any(ends).then_some(*role);
    let is_joint = || {
        let mut words = before.rsplit(' ');
        words.next() == Some("with") && words.next().is_none_or(|word| !has(NOT_JOINT, word))
    };
    let found = BEHIND.iter().find_map(of_words).or_else(|| BEFORE.iter().find_map(of_end));
    // "The UNODC-WCO Container Control Programme", "with other bodies, including WHO".
    let names = &text[list.span.clone()];
    let is_of_work =
        || list.count > 1 && names.contains('-') && behind.starts_with(char::is_uppercase);
    let is_included = || {
        let sentence = before.rsplit(". ").next().unwrap_or_default();
        before.ends_with("including") && sentence.contains(" with ")
    };
    let is_partner = || is_joint() || is_of_work() || is_included();
    found.or_else(|| is_partner().then_some(Role::Partner))
}

/// The words before a list, without its article.
fn before<'t>(text: &'t str, list: &List) -> &'t str {
    let before = text[..list.span.start].trim_end();
    [" the", " both"]
        .iter()
        .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before))
}

/// The role of those who are the doers of a finished or a coming act, where others may have acted before.
fn doing(text: &str, list: &List, has_doer: bool, has_partner: bool) -> Option<Role> {
    let is_several = list.count > 1;
    let before = before(text, list);
    let mut last = before.rsplit(' ');
    let (near, far) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
    let plain = match (is_several, has_doer && !has_partner) {
        (true, _) => Role::Partner,
        (false, false) => Role::Lead,
        (false, true) if near == "and" => Role::Partner,
        (false, true) => Role::Participant,
    };
    let of_verb = |verb: &str, is_event: bool| {
        let found = VERBS.iter().find(|(_, verbs)| begins(verbs, verb)).map(|(role, _)| *role);
        let is_held = is_event && begins("held hold launch", verb);
        match found {
            Some(role) => role,
            None if is_held => Role::Organiser,
            None if has_doer && begins(HELPS, verb) => Role::Participant,
            None if (has_doer || !is_several) && begins(CHECKS, verb) => Role::Participant,
            None => plain,
        }
    };
    if near == "by" {
        let verb = if far.ends_with("ly") { last.next().unwrap_or_default() } else { far };
        let sentence = before.rsplit(". ").next().unwrap_or_default();
        let is_work = is_past(verb) || has(NAMED_BY, verb);
        // "Was held in Accra by WHO and UNODC".
        let verb = if is_work { Some(verb) } else { passive(sentence) };
        return verb.map(|verb| of_verb(verb, names_event(sentence)));
    }
    if near == "of" && has(WORK, far) {
        let role = if is_several { Role::Partner } else { Role::Lead };
        return (is_several || !has_doer).then_some(role);
    }
    let is_object =
        is_past(near) || has(PREPOSITIONS, &near.to_lowercase()) && !(is_several && near == "of");
    if is_object {
        return None;
    }
    match verb_behind(behind_name(&text[list.span.end..]), is_several)? {
        Act::Joined(words) => {
            let end = words.find(['.', ';']).unwrap_or(words.len());
            let verb = words[..end].split(' ').find(|word| is_past(word));
            let role = verb.map(|verb| of_verb(verb, names_event(words)));
            Some(role.filter(|role| *role != Role::Lead).unwrap_or(Role::Partner))
        }
        Act::Verb(verb, words) => Some(of_verb(verb, names_event(words))),
    }
}

/// The participle of the last passive in a sentence: "was carried out".
fn passive(sentence: &str) -> Option<&str> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let is_passive =
        |pair: &&[&str]| matches!(pair[0], "was" | "were" | "been") || pair[0].ends_with("ly");
    let pairs = words.windows(2).rev().filter(|pair| is_past(pair[1]));
    pairs.filter(is_passive).map(|pair| pair[1]).next()
}

/// What follows a subject.
enum Act<'t> {
    /// Another name that is not read: "UNODC and the Government of Togo".
    Joined(&'t str),
    /// A verb, and what follows it.
    Verb(&'t str, &'t str),
}

/// The verb behind a list of names, if it is the subject of one.
fn verb_behind(behind: &str, is_several: bool) -> Option<Act<'_>> {
    let end = behind.find(". ").unwrap_or(behind.len());
    let mut words = behind[..end].trim_start();
    if let Some(aside) = words.strip_prefix(", ") {
        let next = aside.split(' ').next()?;
        let is_aside = next.starts_with(char::is_lowercase) && !matches!(next, "and" | "the");
        let closes = |at: &usize| {
            let rest = &aside[at + 2..];
            rest.starts_with(char::is_lowercase)
        };
        if !is_aside {
            return (next == "the").then_some(Act::Joined(aside));
        }
        let at = aside.match_indices(", ").map(|(at, _)| at).find(closes)?;
        words = &aside[at + 2..];
    }
    if let Some(rest) = words.strip_prefix("and ") {
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        return rest.starts_with(char::is_uppercase).then_some(Act::Joined(rest));
    }
    let mut is_passive = false;
    let mut has_auxiliary = false;
    for word in words.split(' ') {
        let rest = &words[start_of(words, word)..];
        if has(AUXILIARY, word) || word.ends_with("ly") {
            is_passive =
                has("was were been being is are", word) || is_passive && word.ends_with("ly");
            has_auxiliary |= word != "to" && !word.ends_with("ly");
            continue;
        }
        let word = word.trim_end_matches([',', ';', '.']);
        let bare = word.strip_suffix('s').filter(|_| !is_several).unwrap_or(word);
        let is_present = (is_several || bare != word) && has(PRESENT, bare) || word == "carries";
        let goes_on = rest[word.len()..].starts_with(" to ");
        if goes_on && matches!(bare, "continue" | "continued" | "plan" | "intend" | "agreed") {
            has_auxiliary = true;
            continue;
        }
        let is_verb = is_past(word) || is_present || has_auxiliary && !has(PREPOSITIONS, word);
        let is_plan = matches!(word, "expected" | "planned" | "scheduled");
        let is_told = is_passive && is_past(word) && !is_plan;
        return (is_verb && !is_told).then_some(Act::Verb(word, rest));
    }
    None
}

/// Whether one of the first words names what people come to.
fn names_event(words: &str) -> bool {
    let mut near = words.split(' ').take(14);
    near.any(|word| has(EVENTS, &word.trim_end_matches([',', ';', '.']).to_lowercase()))
}
