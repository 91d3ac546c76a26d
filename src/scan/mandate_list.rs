//! The headings of lists of mandates: whose texts are listed below, and what their numbers stand for.

use std::ops::Range;

use super::citation_number::{Number, NumberForm};
use super::heads;
use super::organ::{ORGANS, Organ};
use super::symbol::Symbol;
use super::token::{Token, Words, tokens};

/// The owner of the numbers in a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Owner {
    Organ(Organ),
    /// A body that is known by its name alone.
    Body(String),
    Unknown,
}

/// What the heading of a list says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List {
    pub owner: Owner,
    /// What a number alone is.
    pub what: &'static str,
}

/// What is listed below a heading like "General Assembly resolutions".
pub(super) static LISTED: Words =
    Words::new("resolution resolutions decision decisions statements declarations");

impl List {
    /// What a number in the list stands for, if its owner numbers its texts so.
    pub fn symbol(
        &self,
        (span, number): (Range<usize>, Number),
        what: Option<&str>,
    ) -> Option<Symbol> {
        let what = what.unwrap_or(self.what);
        let form = &number.form;
        let full = match &self.owner {
            Owner::Unknown => return None,
            Owner::Body(name) => format!("{name} {what} {}", number.text),
            Owner::Organ(organ) => {
                let fits = match *organ {
                    Organ::SECURITY_COUNCIL => *form == NumberForm::YearInBrackets,
                    Organ::GENERAL_ASSEMBLY => {
                        matches!(form, NumberForm::Session | NumberForm::RomanInBrackets)
                    }
                    Organ::ECONOMIC_AND_SOCIAL_COUNCIL => {
                        matches!(form, NumberForm::Year | NumberForm::RomanInBrackets)
                    }
                    _ => *form == NumberForm::Session,
                };
                (fits && organ.can_have_numbered(&number.text))
                    .then(|| organ.full_form(what, &number.text))?
            }
        };
        Some(Symbol { span, full })
    }
}

/// The heading of a list with which a text begins, and where it ends.
pub(super) fn heading(text: &str) -> Option<(List, usize)> {
    let tokens = tokens(text);
    let is_listed = |token: &&Token| LISTED.has(&token.text.to_lowercase());
    let first = tokens.iter().position(|token| is_listed(&token))?;
    let mut last = first;
    for (at, token) in tokens.iter().enumerate().skip(first + 1) {
        if is_listed(&token) {
            last = at;
        } else if !matches!(token.text, "," | "and" | "or") {
            break;
        }
    }
    let is_plural = tokens[last].text.ends_with('s');
    let mut end = tokens[last].end();
    let has = |what: &str| {
        tokens[first..=last].iter().any(|token| token.text.to_lowercase().starts_with(what))
    };
    let what = ["resolution", "decision"].into_iter().find(|what| has(what))?;
    let name = without_label(text[..tokens[first].start].trim());
    let owner = if name.is_empty() {
        let (organ, length) = adopter(&text[end..])?;
        end += length;
        Owner::Organ(organ)
    } else {
        owner(name)
    };
    // "General Assembly resolution 74/178" is about that one.
    let is_one = !is_plural && !text[end..].trim().is_empty();
    (!is_one).then_some((List { owner, what }, end))
}

/// The name without the number or letter before it: "A. General Assembly".
fn without_label(name: &str) -> &str {
    let name = name.trim_start_matches(|c: char| !c.is_alphabetic());
    let name = match name.split_once(' ') {
        Some((label, rest)) if label.ends_with(['.', ')']) => rest,
        _ => name,
    };
    name.strip_prefix("The ").unwrap_or(name)
}

/// The organ named behind "Resolutions", and where its name ends: " adopted by the General Assembly".
fn adopter(rest: &str) -> Option<(Organ, usize)> {
    let lower = rest.to_ascii_lowercase();
    let mut name = lower.trim_start();
    for word in ["adopted", "of", "by", "the"] {
        name = name.strip_prefix(word).map_or(name, str::trim_start);
    }
    let (known, organ) = ORGANS.iter().find(|(known, _)| name.starts_with(known))?;
    Some((*organ, lower.len() - name.len() + known.len()))
}

/// The body with the name.
fn owner(name: &str) -> Owner {
    let lower = name.to_lowercase();
    if let Some(organ) = Organ::where_name(|known| lower == known) {
        return Owner::Organ(organ);
    }
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || is_joint(word);
    if !name.split(' ').all(is_name) {
        return Owner::Unknown;
    }
    let mut named = ORGANS.iter().filter(|(known, _)| known.contains(' ') && lower.contains(known));
    match named.clone().find(|(known, _)| lower.starts_with(known)) {
        Some((_, organ)) => Owner::Organ(*organ),
        // "Example General Assembly" is another one.
        None if named.next().is_none() && is_body(name) => Owner::Body(name.to_owned()),
        None => Owner::Unknown,
    }
}

/// Whether the name is that of one body, with words of its own, and not that of what is done or a kind of bodies:
/// "Implementation of Commission", "Programme and Commission", "Board".
fn is_body(name: &str) -> bool {
    let mut first = name.split(' ').take_while(|word| !is_joint(word));
    let is_own = |word: &str| !is_joint(word) && !heads::is_head(word);
    first.any(heads::is_head) && name.split(' ').any(is_own)
}

fn is_joint(word: &str) -> bool {
    heads::is_connector(word) || matches!(word, "the" | "to")
}
