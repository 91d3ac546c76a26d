//! The names of unknown bodies, as distinct from other things with such names.

use std::collections::BTreeMap;
use std::ops::Range;

use super::collector::Collector;
use super::cover::{Cover, holder};
use super::mention::{Kind, Mention};
use super::reader::Part;
use super::token::Token;
use super::{acronym, heads, names, place};

/// Words between a name and the one that was borne before.
const RENAMED: [&str; 4] = ["formerly", "formerly known as", "previously", "previously known as"];

/// How many bytes away from a name stands what belongs to it, with such words between.
const REACH: usize = 40;

/// Words behind the name of one who acts.
const ACTS: [&str; 8] =
    ["agreed", "calls", "intends", "invites", "requests", "shall", "urges", "will"];

/// The mentions of a paragraph by where they begin or end, and by their order.
type ByPlace<'a> = BTreeMap<(usize, usize), &'a Mention>;

/// Those whose place is among these bytes.
fn within<'a>(by: &ByPlace<'a>, bytes: Range<usize>) -> impl Iterator<Item = &'a Mention> {
    by.range((bytes.start, 0)..(bytes.end, 0)).map(|(_, mention)| *mention)
}

impl Collector<'_> {
    /// Names of bodies that nobody knows.
    pub fn unknown_names(&mut self, titles: &[Range<usize>]) {
        if acronym::is_in_capitals(self.tokens) {
            return;
        }
        let text = self.text;
        let inner = titles.iter().filter(|title| !title.is_empty());
        let inner: Vec<Range<usize>> = inner.map(|title| title.start + 1..title.end).collect();
        let of_titles = Cover::new(self.text.len(), &inner);
        let mut spans = names::find(self.tokens, &self.parts());
        let by = |place: fn(&Mention) -> usize| -> ByPlace {
            let mentions = self.mentions.iter().enumerate();
            mentions.map(|(nth, mention)| ((place(mention), nth), mention)).collect()
        };
        let (starts, ends) = (by(|it| it.span.start), by(|it| it.span.end));
        spans.retain(|span| {
            !of_titles.holds(span)
                && !self.foreign.contains(span)
                && !self.is_undertaking(span, &starts, &ends)
        });
        self.mentions.retain(|inner| {
            let is_acronym = inner.text.chars().all(|c| !c.is_lowercase());
            holder(&spans, &inner.span).is_none_or(|name| {
                inner.kind == Kind::Agency && (is_acronym || is_whole(text, name, &inner.span))
                    || inner.kind == Kind::Country && is_seat(&text[name.clone()], &inner.text)
            })
        });
        let bodies = self.mentions.iter().enumerate().filter(|(_, it)| it.kind == Kind::Agency);
        let bodies: BTreeMap<usize, usize> = bodies.map(|(at, it)| (it.span.start, at)).collect();
        for span in spans {
            let owner = bodies.get(&span.start).copied();
            match owner.filter(|at| self.is_secretariat_of(&self.mentions[*at], &span)) {
                Some(at) => self.lengthen(at, span),
                None => self.push(self.mention(Kind::Agency, span)),
            }
        }
    }

    /// Whether a name is that of a programme or an initiative: by its own words, by the body before
    /// it that owns it, or by its former name: "the Tree Programme, formerly the Leaf Programme". A
    /// name that acts is that of a body all the same.
    fn is_undertaking(&self, name: &Range<usize>, starts: &ByPlace, ends: &ByPlace) -> bool {
        let text = &self.text[name.clone()];
        let is_owned = |owner: &Mention| {
            let is_house = matches!(owner.text.as_str(), "UN" | "United Nations");
            let begins = owner.span.start == name.start && owner.span.end < name.end;
            let between = self.text.get(owner.span.end..name.start);
            let is_before = between.is_some_and(|between| matches!(between, " " | "’s " | "'s "));
            let own = if begins { self.text[owner.span.end..name.end].trim_start() } else { text };
            owner.kind == Kind::Agency
                && !is_house
                && (begins || is_before)
                && heads::has_noun_of_work(own)
        };
        let is_old_name = |old: &Mention| {
            let between = self.text.get(name.end..old.span.start).unwrap_or_default();
            let words =
                between.trim_start_matches([',', ' ', '(']).trim_end_matches(['“', '"', ' ']);
            old.kind == Kind::Programme && RENAMED.contains(&words.trim_end_matches(" the"))
        };
        let next = self.text[name.end..].split_whitespace().next().unwrap_or_default();
        heads::is_undertaking(text) && !ACTS.contains(&next)
            || within(starts, name.start..name.start + 1).any(is_owned)
            || within(ends, name.start.saturating_sub(REACH)..name.start).any(is_owned)
            || heads::has_noun_of_work(text)
                && within(starts, name.end..name.end + REACH).any(is_old_name)
    }

    /// Whether a name is that of the secretariat of a body with whose name it begins: "the WHO Secretariat".
    fn is_secretariat_of(&self, body: &Mention, name: &Range<usize>) -> bool {
        let rest = self.text.get(body.span.end..name.end).unwrap_or_default();
        let mut words = rest.trim_start_matches(['’', '\'', 's']).split_whitespace().rev();
        words.next() == Some("Secretariat") && words.all(heads::is_generic)
    }

    /// What each word is to the search for unknown names.
    fn parts(&self) -> Vec<Part> {
        let is_verb = |token: &Token| token.is_upper() && acronym::is_verb(token.text);
        let free = |token| if is_verb(token) { Part::Known } else { Part::Free };
        let mut parts: Vec<Part> = self.tokens.iter().map(free).collect();
        let known = self.symbols.iter().map(|symbol| (&symbol.span, Part::Known));
        let mentioned = self.mentions.iter().map(|mention| (&mention.span, part(mention)));
        for (span, what) in known.chain(mentioned) {
            let first = self.tokens.partition_point(|token| token.end() <= span.start);
            let last = self.tokens.partition_point(|token| token.start < span.end);
            for part in parts.iter_mut().take(last).skip(first).filter(|part| **part != Part::Known)
            {
                *part = what;
            }
        }
        for heading in self.headings() {
            parts[heading].fill(Part::Known);
        }
        parts
    }
}

/// Whether a name is that of an office or an organ of the body whose own name it begins with: "World Health
/// Organization Regional Office".
fn is_whole(text: &str, name: &Range<usize>, body: &Range<usize>) -> bool {
    let (owner, rest) = (&text[body.clone()], &text[body.end..name.end]);
    let is_house = owner == "United Nations" || owner.split_whitespace().all(heads::is_generic);
    // A group of experts is no office of the one who called it: "the Secretary-General’s Expert Group".
    body.start == name.start
        && !is_house
        && !heads::is_office(owner)
        && heads::has_noun_of_part(rest.trim_start_matches(['’', '\'', 's']).trim_start())
}

/// Whether the name of a body ends with the country whose it is, or in which it works: "Drug Enforcement Agency of
/// Example", "Example Mission in Example".
fn is_seat(name: &str, country: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let of = words.len().saturating_sub(country.split_whitespace().count());
    let body = match words[..of] {
        [ref body @ .., "of" | "in", "the"] | [ref body @ .., "of" | "in"] => body,
        _ => return false,
    };
    words.join(" ").ends_with(country) && body.len() > 1
}

/// What the words of a mention are to the search for unknown names.
fn part(mention: &Mention) -> Part {
    match mention.kind {
        Kind::Country => Part::Country,
        Kind::Region if place::is_direction(&mention.text) => Part::Free,
        Kind::Region => Part::Region,
        Kind::Agency if mention.text.split_whitespace().all(heads::is_generic) => Part::Generic,
        Kind::Group if mention.text.ends_with("arties") || mention.text == "States" => Part::Free,
        _ => Part::Known,
    }
}
