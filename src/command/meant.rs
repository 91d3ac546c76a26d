//! The filter that the words after a listing command may have meant.

use crate::model::{Agency, Country, Dataset, Group, Id, Kind, Pillar, Region};
use crate::query::{self, shell_word};

use super::output::Output;

/// What a word can name, apart from being a search term.
#[derive(Clone, Copy)]
pub enum Named {
    /// A pillar.
    Pillar,
    /// An agency for which the filter finds something.
    Agency(fn(&Id<Agency>, &Dataset) -> bool),
    /// A group of actors.
    Group,
    /// A country.
    Country,
    /// A region.
    Region,
    /// A kind of what is listed.
    Kind(fn(&str) -> bool),
}

/// A filter of a listing: what it takes, how it is typed before its value, and what it lists.
pub type Filter = (Named, &'static str, &'static str);

/// Says which filter the words may have meant, each on a line of its own.
pub fn hint(words: &[String], filters: &[Filter], dataset: &Dataset, out: &Output) {
    if words.is_empty() {
        return;
    }
    let of = |text: &str| -> Vec<String> {
        filters.iter().filter_map(|filter| suggestion(text, filter, dataset)).collect()
    };
    let mut hints = of(&words.join(" "));
    if hints.is_empty() && words.len() > 1 {
        hints = words.iter().flat_map(|word| of(word)).collect();
    }
    hints.extend(several(&words.join(" "), filters, dataset));
    hints.iter().for_each(|hint| out.say(hint));
}

/// The agency that the words name, if it is one.
pub fn agency<'a>(words: &[String], dataset: &'a Dataset) -> Option<&'a Id<Agency>> {
    match query::all::<Agency>(dataset, &words.join(" ")).as_slice() {
        [agency] if !words.is_empty() => Some(&agency.id),
        _ => None,
    }
}

/// A message that all words must occur, including those that join agency names.
fn several(text: &str, filters: &[Filter], dataset: &Dataset) -> Option<String> {
    let (_, flag, _) = filters.iter().find(|(named, ..)| matches!(named, Named::Agency(_)))?;
    let names = query::several(dataset, Kind::Agency, text)?.join(",");
    Some(format!(
        "all words must occur, including joining words; {flag} {} finds any of these names",
        shell_word(&names)
    ))
}

/// The option with its value that a text may have meant: of several, the last of the filters.
pub fn option(text: &str, filters: &[Filter], dataset: &Dataset) -> Option<String> {
    filters.iter().rev().find_map(|filter| {
        let (_, value) = named(text, filter, dataset)?;
        Some(format!("{} {}", filter.1, shell_word(value)))
    })
}

fn suggestion(text: &str, filter: &Filter, dataset: &Dataset) -> Option<String> {
    let (_, flag, lists) = filter;
    let (what, value) = named(text, filter, dataset)?;
    let typed = format!("{flag} {}", shell_word(value));
    let typed = if flag.starts_with("cnd ") { format!("`{typed}`") } else { typed };
    Some(format!("`{}` is {what}: {typed} {lists}", text.trim()))
}

/// What a text names, and the value that a filter takes for it.
fn named<'t>(
    text: &'t str,
    (named, ..): &Filter,
    dataset: &Dataset,
) -> Option<(&'static str, &'t str)> {
    let text = text.trim();
    let what = match named {
        Named::Pillar => (query::all::<Pillar>(dataset, text).len() == 1).then_some("a pillar")?,
        Named::Agency(finds) => {
            let named = query::all::<Agency>(dataset, text);
            let is_one = matches!(named.as_slice(), [agency] if finds(&agency.id, dataset));
            is_one.then_some("an agency")?
        }
        Named::Group => Group::called(text).map(|_| "a group")?,
        // "in" and "no" are codes, but not when they are typed so.
        Named::Country => {
            let is_name = text.chars().count() > 3 || text.chars().all(char::is_uppercase);
            (is_name && Country::named(text).len() == 1).then_some("a country")?
        }
        Named::Region => Region::named(text).map(|_| "a region")?,
        Named::Kind(is_kind) => {
            let singular = text.strip_suffix('s').unwrap_or(text);
            let kind = [text, singular].into_iter().find(|word| is_kind(word))?;
            return Some(("a kind", kind));
        }
    };
    Some((what, text))
}
