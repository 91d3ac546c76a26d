//! Search by words and phrases.

use std::ops::Range;

use crate::model::{Agency, AnyRecord, Dataset};

use super::excerpt::excerpt;
use super::texts::texts;
use super::token::{Token, is_acronym, stem, tokens};
use super::{Error, KINDS, all};

/// As many words are likely to be a sentence.
const SENTENCE: usize = 5;

/// The fields that hold the names of agencies.
const OF_AGENCIES: [&str; 5] = ["addressed_to", "agencies", "body", "made_by", "parent"];

/// Words and phrases that must all occur, without regard to case, accents, endings and spelling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<Term>);

/// A word or a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// Its words, one after the other.
    phrase: Vec<Word>,
    /// What it, or it with its neighbour, may be written as in one word: `policymaking`.
    joined: Vec<Word>,
}

/// A word that is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    plain: String,
    stem: String,
    /// Whether only its beginning is given: `prosecut*`.
    is_open: bool,
    /// As it was typed, where that was in capitals.
    acronym: Option<String>,
}

/// Where words were found in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The fields, each once, in the order of the record.
    pub fields: Vec<&'static str>,
    /// The words in their place, in the text that holds the most of them.
    pub excerpt: String,
}

impl Words {
    /// The words of all these texts; double quotes keep the words of a phrase together.
    ///
    /// # Errors
    /// When a text has no word in it.
    pub fn read<T: AsRef<str>>(texts: &[T], dataset: &Dataset) -> Result<Self, Error> {
        Self::typed::<T>(&[], texts, dataset)
    }

    /// The same with arguments of a command line before, each of which is a word or a phrase.
    ///
    /// # Errors
    /// When an argument or a text has no word in it.
    pub fn typed<T: AsRef<str>>(
        arguments: &[T],
        texts: &[T],
        dataset: &Dataset,
    ) -> Result<Self, Error> {
        let phrases = arguments.iter().map(|argument| phrases(argument.as_ref()));
        let mut terms = Vec::new();
        for text in phrases.chain(texts.iter().map(|text| parts(text.as_ref()))) {
            let before = terms.len();
            terms.extend(text.into_iter().filter_map(Term::read));
            if terms.len() == before {
                return Err(Error::new("there is no word to search for", "name at least one"));
            }
        }
        let mut words = Self(terms);
        words.join_neighbours();
        words.heed_capitals(dataset);
        Ok(words)
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether they are all of a text.
    pub fn are(&self, text: &str) -> bool {
        let count: usize = self.0.iter().map(|term| term.phrase.len()).sum();
        count == tokens(text).len() && self.find([("", text)]).is_some()
    }

    /// Whether all the words occur in a record.
    pub fn occur(&self, record: &dyn AnyRecord, dataset: &Dataset) -> bool {
        self.is_empty() || self.find(texts(record, dataset)).is_some()
    }

    /// Where the words occur in the named texts of a record; nothing where one of them does not occur.
    pub fn find(
        &self,
        texts: impl IntoIterator<Item = (&'static str, impl AsRef<str>)>,
    ) -> Option<Occurrence> {
        let mut missing: Vec<&Term> = self.0.iter().collect();
        let mut fields = Vec::new();
        let mut best = ((0, 0), String::new());
        for (field, text) in texts {
            let text = text.as_ref();
            let tokens = tokens(text);
            let found: Vec<Range<usize>> =
                self.0.iter().filter_map(|term| term.find(text, &tokens)).collect();
            if found.is_empty() {
                continue;
            }
            if !fields.contains(&field) {
                fields.push(field);
            }
            // A sentence shows more than a name or an id does.
            let rank = (found.len(), tokens.len().min(SENTENCE));
            if rank > best.0 {
                best = (rank, excerpt(text, &tokens, found));
            }
            missing.retain(|term| term.find(text, &tokens).is_none());
        }
        missing.is_empty().then_some(Occurrence { fields, excerpt: best.1 })
    }

    /// How many of these occurrences are in names of agencies alone, unless the words name an agency.
    pub fn on_agency_names(
        &self,
        found: impl Iterator<Item = Occurrence>,
        dataset: &Dataset,
    ) -> Option<String> {
        let is_agency = |name: &str| !all::<Agency>(dataset, name).is_empty();
        let words = || self.0.iter().flat_map(|term| &term.phrase).map(|word| &*word.plain);
        let typed = words().collect::<Vec<_>>().join(" ");
        if self.is_empty() || is_agency(&typed) || words().any(is_agency) {
            return None;
        }
        let (mut whole, mut by_name) = (0, 0);
        for occurrence in found {
            let mut fields = occurrence.fields.iter();
            by_name += usize::from(fields.all(|field| OF_AGENCIES.contains(field)));
            whole += 1;
        }
        let verb = if by_name == 1 { "matches" } else { "match" };
        (by_name > 0).then(|| format!("{by_name} of {whole} {verb} only by the name of an agency"))
    }

    /// Two words that stand side by side may be one in a text.
    fn join_neighbours(&mut self) {
        for at in 1..self.0.len() {
            let [before, after] = [&self.0[at - 1], &self.0[at]];
            if let ([one], [other]) = (before.phrase.as_slice(), after.phrase.as_slice()) {
                let joined = Word::new(format!("{}{}", one.plain, other.plain));
                self.0[at - 1].joined.push(joined.clone());
                self.0[at].joined.push(joined);
            }
        }
    }

    /// A word in capitals is an acronym only if the dataset has it in capitals.
    fn heed_capitals(&mut self, dataset: &Dataset) {
        let words = || self.0.iter().flat_map(|term| &term.phrase);
        let mut unknown: Vec<String> = words().filter_map(|word| word.acronym.clone()).collect();
        for record in KINDS.iter().flat_map(|kind| dataset.records().of(*kind)) {
            if unknown.is_empty() {
                break;
            }
            for (_, text) in texts(record, dataset) {
                unknown.retain(|acronym| {
                    !text.contains(acronym.as_str())
                        || !tokens(&text).iter().any(|token| is_written(acronym, &text, token))
                });
            }
        }
        for word in self.0.iter_mut().flat_map(|term| &mut term.phrase) {
            word.acronym.take_if(|acronym| unknown.contains(acronym));
        }
    }
}

/// An argument of a command line: the phrases in double quotes in it, and the rest of it as one phrase.
fn phrases(argument: &str) -> Vec<&str> {
    if argument.contains('"') { parts(argument) } else { vec![argument] }
}

/// The words and quoted phrases of a text.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for (at, part) in text.split('"').enumerate() {
        if at % 2 == 1 { parts.push(part) } else { parts.extend(part.split_whitespace()) }
    }
    parts
}

impl Term {
    fn read(text: &str) -> Option<Self> {
        let mut phrase: Vec<Word> = tokens(text)
            .into_iter()
            .map(|token| {
                let typed = &text[token.start..token.end];
                let acronym = is_acronym(typed).then(|| typed.trim_end_matches('s').to_owned());
                Word { acronym, ..Word::new(token.plain) }
            })
            .collect();
        if text.trim_end().ends_with('*') {
            phrase.iter_mut().next_back()?.is_open = true;
        }
        let whole = (phrase.len() > 1)
            .then(|| Word::new(phrase.iter().map(|word| word.plain.as_str()).collect()));
        (!phrase.is_empty()).then_some(Self { phrase, joined: whole.into_iter().collect() })
    }

    /// The words of the text in which it first occurs.
    fn find(&self, text: &str, tokens: &[Token]) -> Option<Range<usize>> {
        (0..tokens.len()).find_map(|at| self.length(text, &tokens[at..]).map(|n| at..at + n))
    }

    /// How many words of the text it is, where they begin with it.
    fn length(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let fits = |(word, token): (&Word, &Token)| word.fits(text, token);
        if tokens.len() >= self.phrase.len() && self.phrase.iter().zip(tokens).all(fits) {
            return Some(self.phrase.len());
        }
        if self.joined.iter().any(|word| word.fits(text, &tokens[0])) {
            return Some(1);
        }
        // What is one word here may be two in the text.
        match (self.phrase.as_slice(), tokens) {
            ([word], [first, second, ..]) if word.acronym.is_none() => {
                let is_part = |token: &Token| token.plain.len() > 2;
                let begins = word.plain.starts_with(&first.plain);
                let joined = || Word::new(format!("{}{}", first.plain, second.plain));
                (begins && is_part(first) && is_part(second) && joined().stem == word.stem)
                    .then_some(2)
            }
            _ => None,
        }
    }
}

impl Word {
    fn new(plain: String) -> Self {
        let stem = stem(&plain);
        Self { plain, stem, is_open: false, acronym: None }
    }

    fn fits(&self, text: &str, token: &Token) -> bool {
        if let Some(acronym) = &self.acronym {
            return is_written(acronym, text, token);
        }
        if self.is_open {
            return token.plain.starts_with(&self.plain);
        }
        // Most words differ in their first letter, and have no need of a stem.
        token.plain == self.plain
            || token.plain.chars().next() == self.plain.chars().next()
                && stem(&token.plain) == self.stem
    }
}

/// Whether a word of a text is this acronym, or its plural.
fn is_written(acronym: &str, text: &str, token: &Token) -> bool {
    let written = &text[token.start..token.end];
    written == acronym || written.strip_suffix('s') == Some(acronym)
}
