//! Acronyms that the dataset has, with a name that is nearly one of their body.

use super::definition::{Definition, Meaning, Names};
use super::heads;
use super::likeness;
use super::matcher::Hit;
use super::mention::Kind;
use super::reader::{LONGEST, is_article};
use super::token::Token;

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
        let is_national = |start: usize| {
            let name = start..end;
            let is_in = |hit: &Hit| name.contains(&hit.span.start) && self.is_country(hit);
            let prefixes = ["National ", "Federal "];
            prefixes.iter().any(|prefix| self.text[start..].starts_with(prefix))
                || self.hits_before(end).any(is_in)
        };
        let shared = |start: usize| {
            let long = &self.text[start..end];
            let shared = names.iter().filter_map(|name| likeness::shared(long, name)).max();
            shared.map(|shared| (shared, start))
        };
        let starts = (0..run.len()).filter(begins).map(|at| run[at].start);
        let (_, start) = starts.filter_map(shared).max()?;
        let is_held = self.hits_before(end).filter(is_body).any(|hit| start <= hit.span.start);
        let name = self.text[start..end].to_owned();
        if is_national(start) || self.is_of_place(short.end()) {
            return Some(Definition::new(short.text, Meaning::Body(name)));
        }
        let name = Some(name).filter(|_| !is_held);
        Some(Definition { name, ..Definition::new(short.text, meaning) })
    }

    /// Whether the bracket that closes at byte `close` is followed by the place whose the body is: "(CND) of Example".
    fn is_of_place(&self, close: usize) -> bool {
        let Some(rest) = self.text[close..].strip_prefix(") of ") else { return false };
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let place = self.text.len() - rest.len();
        let first = self.hits.partition_point(|hit| hit.span.start < place);
        let hit = self.hits.get(first).filter(|hit| hit.span.start == place);
        hit.is_some_and(|hit| !self.is_body(hit))
    }

    fn is_country(&self, hit: &Hit) -> bool {
        self.lexicon.targets(&hit.forms).iter().any(|target| target.kind == Kind::Country)
    }
}
