//! Acronyms after a name whose initials do not spell them: those in the dataset, where the name is
//! nearly one of their body, and those that are alone in the brackets.

use std::ops::Range;

use super::acronym;
use super::definition::{Definition, Meaning, Names, key};
use super::heads;
use super::likeness;
use super::matcher::Hit;
use super::mention::Kind;
use super::reader::{LONGEST, is_article};
use super::token::{Token, Words};

/// Articles and prepositions of French, Portuguese and Spanish that no English name has.
static PARTICLES: Words =
    Words::new("aux da das de del des do dos du e el et la las les los para pour sur y");

/// "National" and such, as they stand within a name in those languages.
static NATIONAL: Words = Words::new(
    "national Nacional nacional Nationale nationale Federal federal Fédéral Fédérale fédéral fédérale Municipal \
     municipal Municipale municipale Provincial provincial",
);

impl Names<'_> {
    /// The definition of an acronym that the lexicon has, by a name that is nearly one of its body.
    pub fn respelt(&self, short: &Token) -> Option<Definition> {
        let hit = self.hits.iter().find(|hit| hit.span.start == short.start)?;
        let [body] = self.lexicon.targets(&hit.forms)[..] else { return None };
        if !self.is_body(hit) {
            return None;
        }
        let is_part = |token: &&Token| {
            token.is_capital()
                || matches!(token.text, "," | "’" | "'" | "s" | "the")
                || heads::is_connector(token.text)
        };
        let end = self.tokens.last()?.end();
        let meaning = Meaning::Known(hit.forms.clone());
        let is_body = |hit: &&Hit| self.lexicon.targets(&hit.forms) == [body];
        if self.hits_before(end).filter(is_body).any(|hit| hit.span.end == end) {
            return Some(Definition::new(short.text, meaning));
        }
        let run = self.tokens.iter().rev().take(LONGEST).take_while(is_part).count();
        let run = &self.tokens[self.tokens.len() - run..];
        let is_name = |token: &Token| token.is_capital() && !is_article(token);
        let begins = |at: &usize| is_name(&run[*at]) && (*at == 0 || !is_name(&run[at - 1]));
        let names: Vec<&str> = self.lexicon.names(body).collect();
        let shared = |start: usize| {
            let long = &self.text[start..end];
            let shared = names.iter().filter_map(|name| likeness::shared(long, name)).max();
            shared.map(|shared| (shared, start))
        };
        let starts = (0..run.len()).filter(begins).map(|at| run[at].start);
        let (_, start) = starts.filter_map(shared).max()?;
        let is_held = self.hits_before(end).filter(is_body).any(|hit| start <= hit.span.start);
        let name = self.text[start..end].to_owned();
        if self.is_national(&(start..end)) || self.is_of_place(short.end()) {
            return Some(Definition::new(short.text, Meaning::Body(name)));
        }
        let name = Some(name).filter(|_| !is_held);
        Some(Definition { name, ..Definition::new(short.text, meaning) })
    }

    /// The definition of an acronym that only one body has, by another name of that body: with five
    /// letters or more, if the name resembles one of the body's; with fewer, only if the name is
    /// also in another language.
    pub fn kept(&self, short: &Token, name: Option<&Range<usize>>) -> Option<Definition> {
        let hit = self.hits.iter().find(|hit| hit.span.start == short.start)?;
        let [body] = self.lexicon.targets(&hit.forms)[..] else { return None };
        let end = self.tokens.last()?.end();
        let is_long = key(short.text).len() >= 5;
        let is_other = |hit: &Hit| hit.span.end == end && self.is_body(hit);
        let is_foreign = self.is_in_another_language();
        let long = name.cloned().filter(|_| !is_foreign).or_else(|| self.foreign_name());
        let is_other_body = long.is_some_and(|long| {
            let near = |known: &str| likeness::is_near(&self.text[long.clone()], known, is_foreign);
            self.is_national(&long) || !self.lexicon.names(body).any(near)
        });
        if body.kind != Kind::Agency
            || !is_long && !is_foreign
            || is_other_body
            || self.is_of_place(short.end())
            || self.hits_before(end).any(is_other)
        {
            return None;
        }
        let name = name.map(|name| self.text[name.clone()].to_owned());
        Some(Definition { name, ..Definition::new(short.text, Meaning::Known(hit.forms.clone())) })
    }

    /// Whether an acronym without another meaning is alone in brackets after an unknown body.
    pub fn is_sole(&self, short: &Token, name: &Range<usize>) -> bool {
        let is_free = |hit: &Hit| hit.span.end != name.end && hit.span.start != short.start;
        self.text[short.end()..].starts_with(')')
            && !heads::has_noun_of_work(&self.text[name.clone()])
            && self.text[name.clone()].split(' ').any(heads::is_head)
            && self.hits.iter().all(is_free)
            && acronym::may_be_body(short.text)
    }

    /// Whether the words right before the bracket are French, Portuguese or Spanish.
    fn is_in_another_language(&self) -> bool {
        let words = self.tokens.iter().rev().take(12).take_while(|token| token.is_word());
        words.filter(|token| PARTICLES.has(token.text)).count() > 0
    }

    /// The words right before the bracket from the first of a name in another language: a word with a capital that
    /// neither a preposition nor another such word goes before.
    fn foreign_name(&self) -> Option<Range<usize>> {
        let goes_on = |token: &Token| token.is_capital() && !is_article(token);
        let is_preposition = |token: &Token| !is_article(token) && PARTICLES.has(token.text);
        let begins = |at: &usize| {
            let before = at.checked_sub(1).map(|before| &self.tokens[before]);
            let of = before.filter(|before| matches!(before.text, "la" | "las" | "les" | "los"));
            let behind = of.and_then(|_| at.checked_sub(2)).map(|before| &self.tokens[before]);
            goes_on(&self.tokens[*at])
                && !before.is_some_and(goes_on)
                && !before.is_some_and(|token| of.is_none() && is_preposition(token))
                && !behind.is_some_and(is_preposition)
        };
        let reach = self.tokens.len().saturating_sub(12);
        let from = self.tokens[reach..].iter().rposition(|token| ".;:()“”".contains(token.text));
        let from = from.map_or(reach, |from| reach + from + 1);
        let first = (from..self.tokens.len()).rev().find(begins)?;
        Some(self.tokens[first].start..self.tokens.last()?.end())
    }

    /// Whether the name is that of a body of one country.
    fn is_national(&self, name: &Range<usize>) -> bool {
        let is_in = |hit: &Hit| name.contains(&hit.span.start) && self.is_country(hit);
        let mut words = self.text[name.clone()].split(' ');
        let is_first = words.next().is_some_and(|word| matches!(word, "National" | "Federal"));
        is_first || words.any(|word| NATIONAL.has(word)) || self.hits_before(name.end).any(is_in)
    }

    /// Whether the bracket that closes at byte `close` is followed by the place whose the body is: "(CND) of Example".
    fn is_of_place(&self, close: usize) -> bool {
        let Some(rest) = self.text[close..].strip_prefix(") ") else { return false };
        let of =
            ["of the ", "of ", "du ", "des ", "del ", "de la ", "de l’", "de ", "do ", "da ", "d’"];
        let Some(rest) = of.iter().find_map(|of| rest.strip_prefix(of)) else { return false };
        let place = self.text.len() - rest.len();
        let first = self.hits.partition_point(|hit| hit.span.start < place);
        let hit = self.hits.get(first).filter(|hit| hit.span.start == place);
        hit.is_some_and(|hit| !self.is_body(hit))
    }

    fn is_country(&self, hit: &Hit) -> bool {
        self.lexicon.targets(&hit.forms).iter().any(|target| target.kind == Kind::Country)
    }
}
