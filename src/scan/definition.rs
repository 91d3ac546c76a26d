//! What a document defines itself: "Long Name (ACR)", "ACR (Long Name)".

use std::collections::BTreeMap;
use std::ops::Range;

use super::acronym::spells;
use super::heads;
use super::lexicon::Lexicon;
use super::matcher::Hit;
use super::reader::{is_article, is_stressed};
use super::token::{Token, Words};

/// What an acronym stands for in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The records with these forms of the lexicon.
    Known(Vec<usize>),
    /// A body that the dataset lacks, by its name.
    Body(String),
    /// Something that is no body: a substance, a disease, a measure.
    Other,
}

/// The acronyms that a document defines, without their hyphens.
pub(super) type Definitions = BTreeMap<String, Meaning>;

/// A definition of a document.
pub(super) struct Definition {
    /// The acronym, without its hyphens.
    pub acronym: String,
    pub meaning: Meaning,
    /// The long form, where the lexicon lacks it.
    pub name: Option<String>,
}

impl Definition {
    pub fn new(acronym: &str, meaning: Meaning) -> Self {
        let name = match &meaning {
            Meaning::Body(name) => Some(name.clone()),
            _ => None,
        };
        Self { acronym: key(acronym), meaning, name }
    }
}

/// Words before the acronym that a name has from there on.
static LATER: Words = Words::new("as called hereafter hereinafter referred to");

/// The definitions of one paragraph: acronyms and what it says that they mean.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    hits: &[Hit],
    lexicon: &Lexicon,
) -> Vec<Definition> {
    let mut found = Vec::new();
    for open in (1..tokens.len()).filter(|open| tokens[*open].text == "(") {
        let mut inner = open + 1;
        let is_later = tokens.get(inner).is_some_and(|token| LATER.has(token.text));
        let is_lead = |token: &Token| {
            "“\"‘".contains(token.text) || is_later && (LATER.has(token.text) || is_article(token))
        };
        while tokens.get(inner).is_some_and(is_lead) {
            inner += 1;
        }
        let Some(acronym) = tokens.get(inner) else { continue };
        let closes = tokens.get(inner + 1).is_some_and(|token| ")”\"’,;".contains(token.text));
        if closes && is_acronym(acronym.text) {
            let names = Names { text, tokens: &tokens[..open], hits, lexicon };
            if let Some(definition) = names.before_bracket(acronym) {
                found.push(definition);
            } else if !tokens[open - 1].is_capital() && !tokens[open - 1].text.ends_with(['”', '"'])
            {
                // What stands alone in brackets behind a common noun is a short form of it, if no body is called
                // so: "case management (CM)", not "by half (WHO, 2026)".
                let is_alone = !matches!(tokens[inner + 1].text, "," | ";");
                let is_other = is_alone && !names.is_called(acronym);
                found.extend(is_other.then(|| Definition::new(acronym.text, Meaning::Other)));
            } else if is_stressed(acronym.text) && open > 1 && tokens[open - 2].is_capital() {
                // "The Andean Community (CAN)": behind a name it is no word.
                let meaning = Meaning::Body(acronym.text.to_owned());
                found.push(Definition { acronym: key(acronym.text), meaning, name: None });
            }
        } else if is_acronym(tokens[open - 1].text)
            && let Some(close) =
                (inner..tokens.len().min(inner + 14)).find(|at| tokens[*at].text == ")")
        {
            let names = Names { text, tokens: &tokens[inner..close], hits, lexicon };
            let short = &tokens[open - 1];
            if let Some(definition) = names.respelt(short) {
                found.push(definition);
            } else if close - inner > 1 && names.by_initials(short.text) == Some(0) {
                let name = tokens[inner].start..tokens[close - 1].end();
                let kept = names.kept(short, Some(&name));
                let own = || Definition::new(short.text, names.meaning(&name));
                found.push(kept.unwrap_or_else(own));
            }
        }
    }
    found
}

/// An acronym as definitions are kept: without hyphens and plural ending.
pub(super) fn key(acronym: &str) -> String {
    let short = acronym.strip_suffix('s').filter(|short| short.ends_with(char::is_uppercase));
    short
        .unwrap_or(acronym)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether a word looks like an acronym: short, and two capitals at least.
pub(super) fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    // "UN-Women", not "UN-supported".
    let of_un = word.strip_prefix("UN-");
    let is_common = of_un.is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let is_roman = word.bytes().all(|byte| b"IVXL".contains(&byte));
    (2..=16).contains(&word.chars().count())
        && capitals >= 2
        && (small <= capitals + 1 || of_un.is_some())
        && !is_common
        && word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !is_roman
}

/// The words in which a long name is looked for.
pub(super) struct Names<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    pub hits: &'a [Hit],
    pub lexicon: &'a Lexicon,
}

impl Names<'_> {
    /// What the long name is that ends before the bracket.
    fn before_bracket(&self, short: &Token) -> Option<Definition> {
        let acronym = short.text;
        if let Some(definition) = self.respelt(short) {
            return Some(definition);
        }
        let end = self.tokens.last()?.end();
        let by_initials = self.by_initials(acronym).map(|first| self.tokens[first].start..end);
        let known = self.hits_before(end).find(|hit| hit.span.end == end && self.is_body(hit));
        if let Some(hit) = known {
            let covers = by_initials.as_ref().is_none_or(|name| hit.span.start <= name.start);
            if covers && (by_initials.is_some() || self.is_loosely(acronym, &hit.span)) {
                return Some(Definition::new(acronym, Meaning::Known(hit.forms.clone())));
            }
        }
        let name = by_initials.or_else(|| self.capitalised(short));
        if let Some(definition) = self.kept(short, name.as_ref()) {
            return Some(definition);
        }
        let name = name?;
        // "The UNODC Regional Office (UNODC)" tells nothing.
        let first = self.text[name.clone()].split(' ').next().unwrap_or_default();
        if first.eq_ignore_ascii_case(acronym) {
            return None;
        }
        Some(Definition::new(acronym, self.meaning(&name)))
    }

    /// The last few hits that begin before byte `end`; those that hold others come first.
    pub fn hits_before(&self, end: usize) -> impl Iterator<Item = &Hit> {
        let until = self.hits.partition_point(|hit| hit.span.start < end);
        self.hits[until.saturating_sub(8)..until].iter()
    }

    /// Whether a known body is called so, and no word before begins with its first letter as in the name of another:
    /// "Conseil de la drogue (CND)".
    fn is_called(&self, acronym: &Token) -> bool {
        let span = acronym.start..acronym.end();
        let initial = acronym.text.chars().next().unwrap_or_default();
        let is_name =
            |token: &Token| token.text.split(['’', '\'']).any(|word| word.starts_with(initial));
        self.hits_before(span.end).any(|hit| hit.span == span && self.is_body(hit))
            && !self.tokens.iter().rev().take(8).any(is_name)
    }

    pub fn is_body(&self, hit: &Hit) -> bool {
        self.lexicon.targets(&hit.forms).iter().any(|target| !target.kind.is_place())
    }

    fn meaning(&self, name: &Range<usize>) -> Meaning {
        let whole = |hit: &&Hit| {
            hit.span.end == name.end && hit.span.start <= name.start && self.is_body(hit)
        };
        if let Some(hit) = self.hits_before(name.end).find(whole) {
            return Meaning::Known(hit.forms.clone());
        }
        let name = &self.text[name.clone()];
        let mut words = name.split(' ');
        let is_head =
            |word: &str| heads::is_head(word.trim_matches(|c: char| !c.is_alphanumeric()));
        let has_head = words.any(is_head) || name.ends_with(" International");
        if has_head && name.starts_with(char::is_uppercase) {
            Meaning::Body(name.to_owned())
        } else {
            Meaning::Other
        }
    }

    /// The first of the words at the end whose initials spell the acronym.
    fn by_initials(&self, acronym: &str) -> Option<usize> {
        let letters: Vec<char> = key(acronym).chars().collect();
        let without_un = letters.strip_prefix(&['U', 'N']).filter(|rest| rest.len() >= 2);
        let reach = self.tokens.len().saturating_sub(3 * letters.len() + 6);
        let stop = self.tokens[reach..]
            .iter()
            .rposition(|token| ".;:()“”".contains(token.text))
            .map_or(reach, |stop| reach + stop + 1);
        let spells = |first: &usize, letters: &[char]| {
            !heads::is_connector(self.tokens[*first].text)
                && spells(&self.tokens[*first..], letters)
        };
        (stop..self.tokens.len()).rev().find(|first| spells(first, &letters)).or_else(|| {
            let rest = without_un?;
            let first = (stop..self.tokens.len()).rev().find(|first| spells(first, rest))?;
            // "United Nations International Drug Control Programme (UNDCP)"
            let before = self.tokens[stop..first].iter().rev().take_while(|it| it.is_capital());
            let run = &self.tokens[first - before.count()..first];
            let un = run.iter().rposition(|it| matches!(it.text, "UN" | "United"));
            Some(un.map_or(first, |un| first - run.len() + un))
        })
    }

    /// Whether every letter of the acronym stands in the name, in this order.
    fn is_loosely(&self, acronym: &str, name: &Range<usize>) -> bool {
        let mut letters = self.text[name.clone()].chars().flat_map(char::to_uppercase);
        let wanted = key(acronym);
        // The name may go without "United Nations".
        let wanted = wanted.strip_prefix("UN").unwrap_or(&wanted);
        wanted.chars().all(|wanted| letters.any(|letter| letter == wanted))
    }

    /// The run of capitalised words before the bracket, if the acronym can stand for it, or if it
    /// is the name of an unknown body and the acronym, alone in the brackets, has no other meaning.
    fn capitalised(&self, short: &Token) -> Option<Range<usize>> {
        let acronym = short.text;
        let is_part = |token: &Token| {
            token.is_capital()
                || heads::is_connector(token.text)
                || matches!(token.text, "the" | "in")
        };
        let run = self.tokens.iter().rev().take(40).take_while(|token| is_part(token)).count();
        let words = &self.tokens[self.tokens.len() - run..];
        let words = &words[self.joined(words)..];
        let first = words.iter().position(|token| token.is_capital() && !token.is("the"))?;
        let name = words[first].start..words.last()?.end();
        let is_place = |hit: &Hit| hit.span.contains(&name.start) && hit.span.end == name.end;
        if self.hits_before(name.end).any(|hit| is_place(hit) && !self.is_body(hit)) {
            return None;
        }
        let initial = key(acronym).chars().next();
        let begins = self.text[name.start..].chars().next();
        let is_name = words.len() - first >= 2;
        let is_read = initial == begins || self.is_loosely(acronym, &name);
        (is_name && (is_read || self.is_sole(short, &name))).then_some(name)
    }

    /// The first word of the last name joined by "and": one with an article, or one after a known
    /// body and its "and".
    fn joined(&self, words: &[Token]) -> usize {
        let is_joint = |at: &usize| {
            let and = at - 1;
            let is_known =
                |hit: &Hit| and > 0 && hit.span.end == words[and - 1].end() && self.is_body(hit);
            words[and].is("and")
                && (is_article(&words[*at]) || self.hits_before(words[and].start).any(is_known))
        };
        (1..words.len()).rev().find(is_joint).unwrap_or(0)
    }
}
