//! One paragraph while its mentions are gathered, in the order in which they take precedence.

use std::collections::BTreeSet;
use std::ops::Range;

use super::context::Context;
use super::cover::{Cover, holder};
use super::definition::{self, Meaning};
use super::lexicon::{Lexicon, Target};
use super::matcher::Hit;
use super::mention::{Kind, Mention};
use super::place::GREATER_CONGO;
use super::symbol::Symbol;
use super::token::Token;
use super::{acronym, figure, heads, place, speaker, title};

/// A paragraph while its mentions are gathered.
pub(super) struct Collector<'a> {
    pub lexicon: &'a Lexicon,
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    pub symbols: &'a [Symbol],
    /// What symbols cover.
    symbol_cover: Cover,
    /// What symbols and mentions cover.
    taken: Cover,
    /// Names that look known and are those of other bodies.
    pub foreign: Vec<Range<usize>>,
    pub mentions: Vec<Mention>,
}

impl<'a> Collector<'a> {
    pub fn new(
        lexicon: &'a Lexicon,
        text: &'a str,
        tokens: &'a [Token<'a>],
        symbols: &'a [Symbol],
    ) -> Self {
        let symbol_cover = Cover::new(text.len(), symbols.iter().map(|symbol| &symbol.span));
        let taken = symbol_cover.clone();
        let (foreign, mentions) = (Vec::new(), Vec::new());
        Self { lexicon, text, tokens, symbols, symbol_cover, taken, foreign, mentions }
    }

    pub fn push(&mut self, mention: Mention) {
        self.taken.add(&mention.span);
        self.mentions.push(mention);
    }

    /// Has a mention reach over a longer name.
    pub fn lengthen(&mut self, at: usize, span: Range<usize>) {
        self.taken.add(&span);
        let text = self.text[span.clone()].to_owned();
        let mention = &mut self.mentions[at];
        (mention.text, mention.span) = (text, span);
    }

    pub fn mention(&self, kind: Kind, span: Range<usize>) -> Mention {
        let text = self.text[span.clone()].to_owned();
        Mention {
            kind,
            span,
            text,
            ids: Vec::new(),
            name: None,
            in_title: false,
            is_speaker: false,
            is_guess: false,
            figure: None,
            ask: None,
        }
    }

    /// A mention of what the targets stand for.
    fn of_targets(&self, span: Range<usize>, targets: &[&Target]) -> Option<Mention> {
        let first = targets.first()?;
        let ids: BTreeSet<String> = targets.iter().filter_map(|target| target.id.clone()).collect();
        let (ids, name) = (ids.into_iter().collect(), first.name.clone());
        Some(Mention { ids, name, ..self.mention(first.kind, span) })
    }

    /// A mention of what the document itself says that a word means, if that is a body.
    fn of_meaning(&self, span: Range<usize>, meaning: &Meaning) -> Option<Mention> {
        match meaning {
            Meaning::Known(forms) => self.of_targets(span, &self.lexicon.targets(forms)),
            Meaning::Body(name) => {
                Some(Mention { name: Some(name.clone()), ..self.mention(Kind::Agency, span) })
            }
            Meaning::Other => None,
        }
    }

    /// What the dataset knows, unless the document gives an acronym another meaning.
    pub fn known(&mut self, hits: &[Hit], context: &Context) {
        let lexicon = self.lexicon;
        for hit in hits {
            if self.is_of_another(hit, hits) || self.is_of_paper(hit, hits, context) {
                self.foreign.push(hit.span.clone());
                continue;
            }
            let is_acronym = hit.forms.iter().all(|form| lexicon.matcher.forms[*form].is_acronym);
            let own = is_acronym
                .then(|| context.definitions.get(&definition::key(&self.text[hit.span.clone()])))
                .flatten();
            // What is no name may still explain a long acronym, in another language.
            let own = own.filter(|own| **own != Meaning::Other || hit.span.len() < 5);
            let mut targets = lexicon.targets(&hit.forms);
            if targets.len() > 1 && self.is_lesser_congo(hit, hits) {
                targets.retain(|target| target.id.as_deref() != Some(GREATER_CONGO));
            }
            let mention = match own {
                Some(own) => self.of_meaning(hit.span.clone(), own),
                None => self.of_targets(hit.span.clone(), &targets),
            };
            let in_symbol = |mention: &Mention| {
                self.symbol_cover.touches(&mention.span)
                    || acronym::is_behind_number(&self.text[..mention.span.start])
                    || mention.text.chars().all(|c| !c.is_alphabetic())
                        && self.text[mention.span.end..].starts_with(['/', '-', '–'])
            };
            let is_deputy = heads::is_office(&self.text[hit.span.clone()])
                && heads::is_under(&self.text[..hit.span.start]);
            if let Some(mention) = mention.filter(|mention| !in_symbol(mention) && !is_deputy) {
                if mention.kind == Kind::Region {
                    self.regions_sharing(&mention.span);
                }
                self.push(mention);
            }
        }
    }

    /// The regions that are named before another with the direction alone: "Eastern and Southern Africa".
    fn regions_sharing(&mut self, region: &Range<usize>) {
        for (span, name) in place::sharing(self.text, region) {
            let hit = self.lexicon.matcher.find(&name).into_iter().next();
            let hit = hit.filter(|hit| hit.span == (0..name.len()));
            let targets = hit.map(|hit| self.lexicon.targets(&hit.forms)).unwrap_or_default();
            let region = self.of_targets(span, &targets).filter(|found| found.kind == Kind::Region);
            if let Some(mention) = region.filter(|found| !self.is_taken(&found.span)) {
                self.push(mention);
            }
        }
    }

    /// The long names that the document itself defines.
    pub fn defined(&mut self, context: &Context) {
        let agencies = self.mentions.iter().filter(|mention| mention.kind == Kind::Agency);
        let known = Cover::new(self.text.len(), agencies.map(|mention| &mention.span));
        let mut hits = context.own_names.find(self.text);
        hits.retain(|hit| !known.holds(&hit.span));
        let spans: Vec<Range<usize>> = hits.iter().map(|hit| hit.span.clone()).collect();
        let is_within = |inner: &Mention| inner.kind.is_place() || inner.kind == Kind::Group;
        self.mentions.retain(|inner| !is_within(inner) || holder(&spans, &inner.span).is_none());
        for hit in hits {
            let Some(form) = hit.forms.first() else { continue };
            let meaning = &context.own_meanings[context.own_names.forms[*form].target];
            if let Some(mention) = self.of_meaning(hit.span, meaning) {
                self.push(mention);
            }
        }
    }

    /// Whether a symbol or a mention stands there.
    pub fn is_taken(&self, span: &Range<usize>) -> bool {
        self.taken.touches(span)
    }

    /// A test for words that are part of the name of a body or end where one ends.
    pub fn ends_body(&self) -> impl Fn(&Token) -> bool + use<> {
        let bodies =
            || self.mentions.iter().filter(|it| it.kind == Kind::Agency).map(|it| &it.span);
        let ends: BTreeSet<usize> = bodies().map(|span| span.end).collect();
        let named = Cover::new(self.text.len(), bodies());
        move |word| ends.contains(&word.end()) || named.touches(&(word.start..word.start + 1))
    }

    /// Headings in capitals that have run into the paragraph.
    pub fn headings(&self) -> Vec<Range<usize>> {
        acronym::headings(self.tokens, |token| !self.is_taken(&(token.start..token.end())))
    }

    /// Acronyms that only the document explains, or nobody.
    pub fn acronyms(&mut self, context: &Context) {
        let is_in_capitals = acronym::is_in_capitals(self.tokens);
        let text = self.text;
        let is_candidate = |token: &&Token| {
            token.text.chars().filter(|c| c.is_uppercase()).count() >= 2
                && !acronym::is_in_address(text, token.start)
                && !acronym::is_in_code(&text[..token.start], &text[token.end()..])
        };
        let mut in_heading = vec![false; self.tokens.len()];
        self.headings().into_iter().for_each(|heading| in_heading[heading].fill(true));
        for (at, token) in self.tokens.iter().enumerate().filter(|(_, token)| is_candidate(token)) {
            let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
            let is_month = acronym::is_month(token.text, before, self.tokens.get(at + 1));
            // "Development Agency-ABC" is one name.
            let is_noun = token.text.contains('-') && heads::is_head(token.text);
            let is_word = in_heading[at] || acronym::is_stressed_with_another(self.tokens, at);
            if is_month || is_noun || place::is_person(self.tokens, at) {
                continue;
            }
            for part in acronym::parts(token) {
                let span = part.start..part.end();
                if self.is_taken(&span)
                    || self.foreign.contains(&span)
                    || !definition::is_acronym(part.text)
                {
                    continue;
                }
                let mention = match context.definitions.get(&definition::key(part.text)) {
                    Some(own) => self.of_meaning(span, own),
                    None if is_in_capitals || is_word || !acronym::may_be_body(part.text) => None,
                    None => Some(self.mention(Kind::Agency, span)),
                };
                if let Some(mention) = mention {
                    self.push(mention);
                }
            }
        }
    }

    /// Those who spoke and are neither known nor countries.
    pub fn speakers(&mut self, spoken: &[Range<usize>]) {
        for item in spoken.iter().flat_map(|sentence| speaker::items(self.text, sentence)) {
            if !self.is_taken(&item) {
                let mention = self.mention(Kind::Agency, item);
                self.push(mention);
            }
        }
    }

    /// The symbols; the number beside a title tells which text has it, of those of several years.
    pub fn symbols(&mut self) {
        let (text, lexicon, symbols) = (self.text, self.lexicon, self.symbols);
        self.mentions.retain(|title| {
            let is_other = |symbol: &Symbol| {
                title::is_numbered(text, &title.span, &symbol.span)
                    && !lexicon.documents(&symbol.full).iter().any(|id| title.ids.contains(id))
            };
            !title.is_title() || !symbols.iter().any(is_other)
        });
        for symbol in self.symbols {
            let ids = self.lexicon.documents(&symbol.full);
            let name = Some(symbol.full.clone());
            let mention = self.mention(Kind::Symbol, symbol.span.clone());
            self.mentions.push(Mention { ids, name, ..mention });
        }
    }

    pub fn figures(&mut self) {
        let is_taken = |span: &Range<usize>| self.symbol_cover.touches(span);
        for (span, figure) in figure::find(self.text, self.tokens, is_taken) {
            let figure = Some(figure);
            self.mentions.push(Mention { figure, ..self.mention(Kind::Figure, span) });
        }
    }

    /// Marks what stands in a title, and who spoke.
    pub fn mark(&mut self, titles: &[Range<usize>], spoken: &[Range<usize>]) {
        let documents = self.mentions.iter().filter(|mention| mention.is_title());
        let documents = documents.map(|mention| &mention.span);
        let in_title = Cover::new(self.text.len(), titles.iter().chain(documents));
        let spoken = Cover::new(self.text.len(), spoken);
        for mention in &mut self.mentions {
            let is_body = !matches!(mention.kind, Kind::Symbol | Kind::Figure);
            mention.in_title = is_body && in_title.holds(&mention.span);
            mention.is_speaker = spoken.holds(&mention.span);
        }
    }
}
