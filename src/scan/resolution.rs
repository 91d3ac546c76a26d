//! Resolutions and decisions that are cited by number alone: the organ comes from the words before the
//! number, from the form of the number, from the sentence or from the document.

use std::ops::Range;

use super::citation_number::{
    Number, NumberForm, after_date, bracketed, next_letter, next_number, read_number, what_of,
    with_mark,
};
use super::cited::Cited;
use super::organ::{ORGANS, Organ, Sitting};
use super::owner::{self, is_adopted};
use super::symbol::Symbol;
use super::token::{Token, sentences, start_of, tail};

/// Every resolution or decision in the text that is cited by number.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    sitting: Option<Sitting>,
    cited: &Cited,
    bodies: &[Range<usize>],
    is_known: impl Fn(&str) -> bool,
) -> Vec<Symbol> {
    let mut found: Vec<Symbol> = Vec::new();
    if let Some(number) = own_number(text) {
        let named = organ_of(&number, None, sitting.map(|sitting| sitting.organ));
        found.push(Symbol {
            span: 0..number.end,
            full: named.full_form("resolution", &number.text),
        });
    }
    let is_read = |number: &str, named: Option<Organ>| {
        let organ = named.unwrap_or(Organ::GENERAL_ASSEMBLY);
        let cited = cited.organ(number);
        cited.is_some_and(|cited| named.is_none() || cited.is_none() || cited == named)
            || is_known(&organ.full_form("resolution", number))
    };
    // "The Commission" of a document of a commission is that one.
    let own = sitting.filter(|sitting| sitting.organ.resolutions.is_none());
    for list in lists(text, tokens, bodies, is_read) {
        for (span, number) in list.numbers {
            let can_be_its = || {
                let commission = Sitting::open(cited.commission_of(&number.text));
                can_be_adopted_by(own.unwrap_or(commission), &number, &is_known)
            };
            let in_full = |organ: Organ| match organ {
                Organ::SOME_COMMISSION => cited.commission_of(&number.text),
                _ => organ,
            };
            let told = list.named.filter(|_| !list.is_adopted_there || can_be_its());
            let named = told.filter(|named| !(own.is_some() && *named == Organ::SOME_COMMISSION));
            let named = named.map(in_full);
            // What is said of the number elsewhere.
            let known = cited.organ(&number.text).flatten().filter(|_| told.is_none());
            let known = known.filter(|known| *known != Organ::SOME_COMMISSION || can_be_its());
            let known = known.map(in_full).filter(|known| *known != Organ::SOME_COMMISSION);
            let document = || {
                let sitting = sitting?;
                let is_own = told.is_some() || sitting.may_have_adopted(&number.text);
                Some(if is_own { sitting.organ } else { Organ::GENERAL_ASSEMBLY })
            };
            let organ = organ_of(&number, named, known.or_else(document));
            found.push(Symbol { span, full: organ.full_form(list.what, &number.text) });
        }
    }
    found
}

/// Whether a number of which the text says that "the Commission adopted" it can be one of that commission: it has the
/// form of its numbers, fits its sessions, and is known of no other organ.
fn can_be_adopted_by(
    commission: Sitting,
    number: &Number,
    is_known: impl Fn(&str) -> bool,
) -> bool {
    let is_of_other = is_known(&Organ::GENERAL_ASSEMBLY.full_form("resolution", &number.text));
    match number.form {
        NumberForm::Session => commission.may_have_adopted(&number.text) && !is_of_other,
        NumberForm::RomanInBrackets => !is_of_other,
        NumberForm::Year | NumberForm::YearInBrackets => false,
    }
}

/// Adds what a text says of organs and the numbers of their resolutions.
pub(super) fn cite(cited: &mut Cited, text: &str, tokens: &[Token], bodies: &[Range<usize>]) {
    cited.name_commissions(text, tokens);
    for List { named, numbers, .. } in lists(text, tokens, bodies, |_, _| false) {
        let Some(organ) = named else { continue };
        for (_, number) in numbers {
            cited.add(number.text, organ);
        }
    }
}

/// What stands behind "resolutions", with the organ that the words around it name.
struct List {
    what: &'static str,
    named: Option<Organ>,
    /// Whether they are only said to be adopted by "the Commission".
    is_adopted_there: bool,
    numbers: Vec<(Range<usize>, Number)>,
}

/// The lists of a text, except those of bodies that are not organs; `is_read` decides whether a
/// number is meant where a note mark is attached to it.
fn lists(
    text: &str,
    tokens: &[Token],
    bodies: &[Range<usize>],
    is_read: impl Fn(&str, Option<Organ>) -> bool,
) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    // Where the last list ends, whether it is another body's, and whose it is else.
    let mut last: Option<(usize, bool, Option<Organ>)> = None;
    for (nth, token) in tokens.iter().enumerate() {
        let Some(what) = what_of(token.text) else { continue };
        let is_pair =
            nth > 1 && token.text.ends_with('s') && matches!(tokens[nth - 1].text, "and" | "or");
        // Of "resolutions and decisions" the first have the numbers.
        let first = is_pair.then(|| what_of(tokens[nth - 2].text)).flatten();
        let what = first.unwrap_or(what);
        let mut numbers = Vec::new();
        let mut at = first_place(text, token);
        let sentence = sentence_before(text, token.start);
        let before = || organ_before(sentence);
        while let Some((start, number, end)) = next(text, at, |number| is_read(number, before())) {
            at = after_date(text, end);
            let mut letter = Some((start, number));
            while let Some((start, number)) = letter {
                at = at.max(number.end);
                letter = next_letter(text, number.end, &number);
                numbers.push((start..number.end, number));
            }
            if token.text.ends_with('s') {
                at = after_title(text, at).unwrap_or(at);
            }
        }
        if numbers.is_empty() {
            continue;
        }
        // "CND resolution 61/11 and resolution 62/4" are of one.
        let is_next = |end: usize| {
            let joint = text.get(end..token.start).map(str::trim);
            joint.is_some_and(|joint| matches!(joint, "," | "and" | ", and" | "or" | "and its"))
        };
        let shared = last.filter(|(end, ..)| is_next(*end));
        if shared.is_some_and(|(_, is_other, _)| is_other)
            || owner::is_of_other(text, sentence, &(token.start..at), bodies)
        {
            last = Some((at, true, None));
            continue;
        }
        let named = adopter(&text[at..])
            .or_else(before)
            .or_else(|| owner_after(text, sentence, at))
            .or(shared.and_then(|(.., named)| named));
        last = Some((at, false, named));
        let is_adopted_there = named.is_none() && is_adopted(&sentence.to_lowercase());
        let named = named.or(is_adopted_there.then_some(Organ::SOME_COMMISSION));
        lists.push(List { what, named, is_adopted_there, numbers });
    }
    lists
}

/// Where the numbers are looked for behind the word that tells of them: "res. 61/7", "resolution “Trees” (77/238)".
fn first_place(text: &str, token: &Token) -> usize {
    let is_short = token.is("res") && text[token.end()..].starts_with('.');
    let at = token.end() + usize::from(is_short);
    let bracket = || bracketed(text, at).filter(|_| next_number(text, at).is_none());
    bracket().unwrap_or(at)
}

/// The next number of a list, where it begins and where it ends with its mark.
fn next(text: &str, at: usize, is_read: impl Fn(&str) -> bool) -> Option<(usize, Number, usize)> {
    if let Some((start, number)) = next_number(text, at) {
        let end = number.end;
        return Some((start, number, end));
    }
    let (start, readings, end) = with_mark(text, at)?;
    // Only the longest reading counts: a shorter one would be a guess.
    let meant = readings.into_iter().next().filter(|number| is_read(&number.text))?;
    Some((start, meant, end))
}

/// The organ named behind the numbers as that whose they are: "of the Council", "was adopted by the Assembly".
fn adopter(rest: &str) -> Option<Organ> {
    let rest = owner::spelt_behind(&rest[..rest.floor_char_boundary(120)]);
    let rest = owner::behind_relative(&rest);
    let rest = rest.strip_prefix("adopted").map_or(rest, str::trim_start);
    let joints = ["of the ", "by the ", "de la ", "del ", "du "];
    Organ::at(joints.iter().find_map(|joint| rest.strip_prefix(joint))?)
}

/// Where a list of resolutions goes on behind the title of one: "80/76 on the uses of space and 80/44".
fn after_title(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let titled = [" on ", ", on ", ", entitled ", " entitled ", ", by which ", ", in which "];
    if !titled.iter().any(|opening| rest.starts_with(opening)) {
        return None;
    }
    let reach = &rest[..rest.floor_char_boundary(400)];
    let end = sentences(reach).first().map_or(reach.len(), |sentence| sentence.end);
    let is_joint = |joint: &usize| {
        let number = next_number(text, at + joint).map(|(_, number)| number);
        number.is_some_and(|number| match number.form {
            NumberForm::Session => number.text.len() > 3,
            form => form == NumberForm::RomanInBrackets,
        })
    };
    let commas = reach[..end].match_indices(", ");
    let joints = commas.chain(reach[..end].match_indices(" and ")).map(|(joint, _)| joint);
    joints.filter(is_joint).min().map(|joint| at + joint)
}

/// The organ named behind the number of a resolution that is "its", or of which a sentence says what "in" it was done:
/// "In its resolution 2001/2, entitled “Trees”, the Council"; "In resolution 2001/2, the Council asked".
fn owner_after(text: &str, sentence: &str, at: usize) -> Option<Organ> {
    let last = sentence.rsplit(' ').next().unwrap_or_default();
    let is_its = matches!(last, "its" | "sa" | "su");
    let rest = &text[at..text.floor_char_boundary(at + 600)];
    let title = rest.split_once(['“', '"']);
    let title = title.filter(|(before, _)| before.len() < 60 && !before.contains(", the "));
    let behind = title.and_then(|(_, title)| title.split_once(['”', '"']));
    let rest = behind.map_or(rest, |(_, behind)| behind);
    if is_its && rest.starts_with(", it ") {
        // "The Commission met. In its resolution 31/2, it asked"
        return organ_before(tail(&text[..start_of(text, sentence)], 301));
    }
    let after = owner::spelt_behind(&rest[..rest.floor_char_boundary(200)]);
    let (_, after) =
        [", the ", ", la ", ", el "].iter().find_map(|joint| after.split_once(joint))?;
    let mut words = after.split_whitespace().take(15);
    let is_done = words.any(|word| matches!(word, "are" | "be" | "been" | "is" | "was" | "were"));
    Organ::at(after).filter(|_| is_its || matches!(sentence, "By" | "In") && !is_done)
}

/// The number with which the text of a resolution is headed: "76/188. International cooperation".
fn own_number(text: &str) -> Option<Number> {
    let number = read_number(text, 0)?;
    let rest = text[number.end..].strip_prefix('.')?;
    let is_title = rest.trim_start().starts_with(char::is_uppercase) || rest.trim().is_empty();
    (is_title && number.text.contains('/')).then_some(number)
}

/// The organ that a number belongs to.
fn organ_of(number: &Number, named: Option<Organ>, document: Option<Organ>) -> Organ {
    let fallback = || named.or(document).unwrap_or(Organ::GENERAL_ASSEMBLY);
    match number.form {
        NumberForm::Year => named
            .filter(|organ| organ.resolutions.is_none())
            .unwrap_or(Organ::ECONOMIC_AND_SOCIAL_COUNCIL),
        NumberForm::YearInBrackets => Organ::SECURITY_COUNCIL,
        NumberForm::RomanInBrackets => fallback(),
        NumberForm::Session if number.text.contains("S-") => Organ::GENERAL_ASSEMBLY,
        NumberForm::Session => match fallback() {
            // These number their resolutions otherwise, so another organ must be meant.
            Organ::SECURITY_COUNCIL | Organ::ECONOMIC_AND_SOCIAL_COUNCIL => match named {
                Some(Organ::ECONOMIC_AND_SOCIAL_COUNCIL) => Organ::HUMAN_RIGHTS_COUNCIL,
                _ => Organ::GENERAL_ASSEMBLY,
            },
            organ => organ,
        },
    }
}

/// What a sentence says before the word at byte `at`.
fn sentence_before(text: &str, at: usize) -> &str {
    let reach = tail(&text[..at], 501);
    reach.rsplit(['.', ';']).next().unwrap_or_default().trim()
}

/// The organ with whose name this part of a sentence ends, or the last one that it names.
fn organ_before(sentence: &str) -> Option<Organ> {
    let before = owner::spelt_before(sentence);
    // "The Commission, in its resolution".
    let before = before.strip_suffix(" its").unwrap_or(&before);
    let joint = [" in", " by"].iter().find_map(|joint| before.strip_suffix(joint));
    let before = joint.unwrap_or(before).trim_end_matches(',');
    if before.ends_with(" council") || before == "council" {
        return Organ::where_name(|name| before.ends_with(name));
    }
    if before.ends_with("commission") && !before.ends_with("statistical commission") {
        let mut commissions = ORGANS.iter().filter(|(name, _)| name.starts_with("commission "));
        let named = commissions.find(|(name, _)| before.contains(name));
        return Some(named.map_or(Organ::SOME_COMMISSION, |(_, organ)| *organ));
    }
    let place = |(name, organ): &(&str, Organ)| {
        let end = before.rfind(name)? + name.len();
        Some((end, name.len(), *organ))
    };
    // Whoever is named before "the Commission adopted" did not.
    let last = ORGANS.iter().filter_map(place).max_by_key(|(end, length, _)| (*end, *length));
    last.filter(|(end, ..)| !is_adopted(&before[*end..])).map(|(_, _, organ)| organ)
}
