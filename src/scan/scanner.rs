//! Reads a document paragraph by paragraph: definitions first, then everything that it mentions.

use super::context;
use super::definition::{self, Definitions, Meaning};
use super::lexicon::Lexicon;
use super::matcher::{Form, Hit, Matcher};
use super::mention::{Mention, Place, Source};
use super::organ::Organ;
use super::page::Page;
use super::reference::Memory;
use super::resolution;
use super::state::{Context, Options};
use super::symbol::{self, Symbol};
use super::token::{Token, tokens};

/// Scans documents against a lexicon.
#[derive(Debug, Clone, Copy)]
pub struct Scanner<'a> {
    lexicon: &'a Lexicon,
    options: Options,
}

/// One paragraph taken apart.
struct Read<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    hits: Vec<Hit>,
}

impl<'a> Scanner<'a> {
    /// A scanner for the forms of this lexicon.
    pub fn new(lexicon: &'a Lexicon, options: Options) -> Self {
        Self { lexicon, options }
    }

    /// What each passage mentions, in the order of the text.
    pub fn scan(&self, source: &Source) -> Vec<Vec<Mention>> {
        let matcher = self.lexicon.matcher();
        let read = |text| Read { text, tokens: tokens(text), hits: matcher.find(text) };
        let passages: Vec<Read> =
            source.passages.iter().map(|passage| read(passage.text)).collect();
        let mut context = self.context(&passages, source.symbol);
        let each = passages.into_iter().zip(source.passages);
        each.map(|(read, passage)| self.passage(read, passage.place, &mut context)).collect()
    }

    fn context(&self, passages: &[Read], symbol: Option<&str>) -> Context {
        let mut definitions = Definitions::new();
        let mut forms = Vec::new();
        for read in passages {
            for found in definition::find(read.text, &read.tokens, &read.hits, self.lexicon) {
                if let Meaning::Body(name) = &found.meaning {
                    forms.push(Form {
                        surface: name.clone(),
                        target: forms.len(),
                        is_acronym: false,
                        needs_capital: false,
                        is_open: false,
                    });
                }
                // The first definition holds, but one that names a body goes before one that does not.
                let known = definitions.get(&found.acronym);
                if known.is_none_or(|known| *known == Meaning::Other) {
                    definitions.insert(found.acronym, found.meaning);
                }
            }
        }
        Context {
            definitions,
            own_names: Matcher::new(forms),
            organ: symbol.and_then(Organ::of_symbol),
            memory: Memory::default(),
            chapeau: None,
        }
    }

    fn passage(&self, read: Read, place: Place, context: &mut Context) -> Vec<Mention> {
        let Read { text, tokens, hits } = read;
        if let Some(organ) = Organ::enacting(text) {
            context.organ = Some(organ);
        }
        let mut symbols = symbol::find(text);
        let numbered = resolution::find(text, &tokens, context.organ.as_ref());
        let numbered =
            numbered.into_iter().filter(|found| !resolution::holds(&symbols, &found.span));
        let numbered: Vec<Symbol> = numbered.collect();
        symbols.extend(numbered);
        let mut page = Page::new(self.lexicon, self.options, text, &tokens, &symbols);
        page.known(&hits, context);
        page.defined(context);
        let spoken = context::spoken(text);
        page.acronyms(context);
        let titles = context::titles(text, &tokens);
        page.unknown_names(&titles);
        page.speakers(&spoken);
        page.symbols();
        page.figures();
        page.mark(&titles, &spoken);
        let references = page.references(context);
        let limbs = page.limbs(place, &references, &spoken, context);
        page.mentions.extend(limbs);
        if self.options.references {
            page.mentions.extend(references);
        }
        page.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end, mention.kind));
        page.mentions
    }
}
