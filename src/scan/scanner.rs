//! Reads a document paragraph by paragraph: definitions first, then everything that it mentions.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cited::Cited;
use super::collector::Collector;
use super::context::Context;
use super::cover::Cover;
use super::definition::{self, Definition, Definitions, Meaning};
use super::lexicon::Lexicon;
use super::mandates::{self, Mandates};
use super::matcher::{Form, Hit, Matcher};
use super::mention::{Kind, Mention};
use super::organ::{ORGANS, Organ, Sitting};
use super::party::Party;
use super::reference::Memory;
use super::resolution;
use super::series;
use super::symbol::{self, Symbol};
use super::token::{Token, tokens};
use super::{speaker, title};
use crate::document::{self, Note, Paper, Paragraph};
use crate::model::counted;

/// A paper and what each of its paragraphs mentions.
#[derive(Debug)]
pub struct Read {
    /// The paper.
    pub paper: Paper,
    /// What each paragraph mentions, references back included as guesses.
    pub mentions: Vec<Vec<Mention>>,
    /// The name of the organ whose text it is, where one speaks in it.
    pub enacted_by: Option<&'static str>,
    /// Those who speak in a declaration or a joint statement, as far as its opening words name them.
    pub speakers: Option<Vec<Party>>,
}

impl Read {
    /// The paragraphs, each with what it mentions.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&Paragraph, &[Mention])> {
        self.paper.paragraphs.iter().zip(self.mentions.iter().map(Vec::as_slice))
    }

    /// How many paragraphs stand before the first that records cite: the masthead and the title.
    pub fn head(&self) -> usize {
        self.paper.paragraphs.iter().position(Paragraph::is_citable).unwrap_or(0)
    }
}

/// One paragraph taken apart.
struct Passage<'a> {
    kind: document::Kind,
    is_numbered: bool,
    text: &'a str,
    tokens: Vec<Token<'a>>,
    hits: Vec<Hit>,
    /// Where bodies of the dataset are named.
    bodies: Vec<Range<usize>>,
}

impl<'a> Passage<'a> {
    fn of(paragraph: &'a Paragraph, lexicon: &Lexicon) -> Self {
        let text = paragraph.text.as_str();
        let hits = lexicon.matcher.find(text);
        let mut tokens = tokens(text);
        cut_notes(&mut tokens, &hits);
        let is_body = |hit: &&Hit| {
            lexicon.targets(&hit.forms).iter().any(|target| target.kind == Kind::Agency)
        };
        let bodies = hits.iter().filter(is_body).map(|hit| hit.span.clone()).collect();
        let is_numbered = paragraph.label.starts_with(|c: char| c.is_ascii_digit());
        Self { kind: paragraph.kind, is_numbered, text, tokens, hits, bodies }
    }

    /// Whether the body that speaks from here on, "The Example Agency,", has a secretariat of its own.
    fn is_apart(&self, lexicon: &Lexicon) -> Option<bool> {
        let name = self.text.strip_prefix("The ")?.trim_end_matches([',', ':']);
        let hit = self.hits.iter().find(|hit| hit.span == (4..4 + name.len()))?;
        Some(lexicon.is_apart(&hit.forms))
    }
}

/// Takes the number of a note from the end of a known name: "WHO1".
fn cut_notes(tokens: &mut [Token], hits: &[Hit]) {
    for hit in hits {
        let at = tokens.partition_point(|token| token.end() <= hit.span.end);
        let Some(token) = tokens.get_mut(at).filter(|token| token.start < hit.span.end) else {
            continue;
        };
        let (name, note) = token.text.split_at(hit.span.end - token.start);
        if note.bytes().all(|byte| byte.is_ascii_digit()) {
            token.text = name;
        }
    }
}

/// Finds what the paragraphs of a paper mention; the participles of a preamble ("Recalling …") are limbs only
/// with `preamble`.
pub fn read(mut paper: Paper, lexicon: &Lexicon, preamble: bool) -> Read {
    let passages: Vec<Passage> = paper.paragraphs.iter().map(|p| Passage::of(p, lexicon)).collect();
    let mut context = context(&passages, paper.symbol.as_deref(), lexicon, preamble);
    let enacting = enacting(&passages);
    let Mandates { symbols, unread } = mandates::find(&paper.paragraphs, context.commission());
    let listed = enacting.iter().zip(symbols);
    let mentions = passages.iter().zip(listed).map(|(passage, (enacting, listed))| {
        context.is_numbered = passage.is_numbered;
        if let Some(organ) = enacting {
            context.sitting = Some(Sitting::enacting(*organ, context.sitting));
        }
        mentions(passage, listed, lexicon, &mut context)
    });
    let mentions: Vec<Vec<Mention>> = mentions.collect();
    if unread > 0 {
        let what = counted(unread, "number");
        paper.notes.push(Note::NotRead(format!("{what} in lists of resolutions")));
    }
    let mut organs = enacting.into_iter().flatten().map(|organ| organ.name);
    let first = organs.next();
    let enacted_by = first.filter(|first| organs.all(|organ| organ == *first));
    Read { paper, mentions, enacted_by, speakers: context.speakers }
}

/// The organ that speaks from a passage on, at the line that names it and at the headings right above.
fn enacting(passages: &[Passage]) -> Vec<Option<Organ>> {
    let mut speaking = None;
    let organs = passages.iter().rev().map(|passage| {
        let is_heading = matches!(passage.kind, document::Kind::Heading | document::Kind::Title);
        speaking = Organ::enacting(passage.text).or(speaking.filter(|_| is_heading));
        speaking
    });
    let mut organs: Vec<Option<Organ>> = organs.collect();
    organs.reverse();
    organs
}

/// What the document says of itself.
fn context(
    passages: &[Passage],
    symbol: Option<&str>,
    lexicon: &Lexicon,
    preamble: bool,
) -> Context {
    let mut definitions = Definitions::new();
    let (mut forms, mut names) = (Vec::new(), BTreeSet::new());
    let mut own_meanings = Vec::new();
    let mut cited = Cited::default();
    for passage in passages {
        let Passage { text, tokens, hits, bodies, .. } = passage;
        resolution::cite(&mut cited, text, tokens, bodies);
        for Definition { acronym, meaning, name } in definition::find(text, tokens, hits, lexicon) {
            if let Some(surface) = name
                && names.insert(surface.clone())
            {
                forms.push(Form { surface, target: own_meanings.len(), ..Form::default() });
                own_meanings.push(meaning.clone());
            }
            // The first definition holds, but one that names a body goes before one that does not.
            let known = definitions.get(&acronym);
            if known.is_none_or(|known| *known == Meaning::Other) {
                definitions.insert(acronym, meaning);
            }
        }
    }
    name_by_acronym(&mut cited, passages, lexicon, &definitions);
    let sitting = symbol.and_then(Sitting::of_symbol);
    if sitting.is_none() && symbol.is_some_and(|symbol| symbol.starts_with("E/CN.")) {
        cited.name_commission(None);
    }
    let memory = Memory::of(joint_programme(passages, symbol, lexicon));
    Context {
        definitions,
        own_names: Matcher::new(forms),
        own_meanings,
        sitting,
        cited,
        memory,
        has_own_parties: passages.iter().enumerate().any(|(nth, it)| has_own_parties(nth, it.text)),
        is_apart: symbol
            .map(|symbol| APART.iter().any(|root| symbol.starts_with(root)))
            .or_else(|| passages.iter().find_map(|passage| passage.is_apart(lexicon))),
        chapeau: None,
        is_led: false,
        headed: None,
        speakers: None,
        is_numbered: false,
        has_begun: false,
        preamble,
    }
}

/// The joint programme whose paper it is, by its symbol or, without one, by the symbols in its head.
fn joint_programme(passages: &[Passage], symbol: Option<&str>, lexicon: &Lexicon) -> Option<Party> {
    let programme = |symbol: &str| {
        let id = lexicon.joint_programme(symbol.split('/').next()?)?;
        id.parse().ok().map(Party::Known)
    };
    // A paper with a symbol of its own is one of another body whatever its head cites.
    if let Some(symbol) = symbol {
        return programme(symbol);
    }
    let is_head =
        |passage: &&Passage| !matches!(passage.kind, document::Kind::Body | document::Kind::Item);
    let mut head =
        passages.iter().take_while(is_head).flat_map(|passage| series::find(passage.text));
    head.find_map(|symbol| programme(&symbol.full))
}

/// How the symbols of papers begin of whom "the Secretariat" is not that of the United Nations.
const APART: [&str; 6] = ["DP/", "EB", "FCTC/", "GC(", "UNAIDS/", "WHA"];

/// Whether the passage shows that "the Parties" are those of an agreement between bodies.
fn has_own_parties(nth: usize, text: &str) -> bool {
    let words = ["Parties”)", "Parties\")", "Both Parties ", "ither Party "];
    words.iter().any(|words| text.contains(words))
        || nth < 4 && text.to_lowercase().contains("memorandum of understanding")
}

/// Adds the commissions that the text names by an acronym of the dataset without defining it.
fn name_by_acronym(
    cited: &mut Cited,
    passages: &[Passage],
    lexicon: &Lexicon,
    definitions: &Definitions,
) {
    let known = ORGANS.iter().filter(|(name, _)| name.starts_with("commission "));
    let known = known.filter_map(|(name, _)| Some((*name, lexicon.body(name)?)));
    for (name, id) in known {
        let is_acronym = |passage: &Passage| {
            passage.hits.iter().any(|hit| {
                let word = &passage.text[hit.span.clone()];
                let targets = || lexicon.targets(&hit.forms);
                word.chars().all(char::is_uppercase)
                    && !definitions.contains_key(word)
                    && targets().iter().any(|target| target.id.as_deref() == Some(id))
            })
        };
        if passages.iter().any(is_acronym) {
            cited.name_commission(Some(name));
        }
    }
}

/// What a passage mentions, in the order of its text.
fn mentions(
    passage: &Passage,
    listed: Vec<Symbol>,
    lexicon: &Lexicon,
    context: &mut Context,
) -> Vec<Mention> {
    let Passage { kind, text, tokens, hits, bodies, .. } = passage;
    let mut symbols = symbol::find(text);
    symbols.extend(series::find(text));
    symbols.extend(listed);
    symbols.sort_by_key(|symbol| symbol.span.start);
    let is_known = |symbol: &str| !lexicon.documents(symbol).is_empty();
    let numbered =
        resolution::find(text, tokens, context.sitting, &context.cited, bodies, is_known);
    let cover = Cover::new(text.len(), symbols.iter().map(|symbol| &symbol.span));
    symbols.extend(numbered.into_iter().filter(|found| !cover.touches(&found.span)));
    let mut collector = Collector::new(lexicon, text, tokens, &symbols);
    collector.known(hits, context);
    collector.defined(context);
    let spoken = speaker::spoken(text);
    collector.acronyms(context);
    let instruments = title::instruments(text, tokens, collector.ends_body());
    collector.unknown_names(&instruments);
    collector.speakers(&spoken);
    collector.symbols();
    collector.figures();
    collector.mark(&[title::quoted(text), instruments].concat(), &spoken);
    let references = collector.references(context);
    let limbs = collector.limbs(*kind, &references, &spoken, context);
    collector.mentions.extend(limbs);
    collector.mentions.extend(references);
    collector.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end, mention.kind));
    collector.mentions
}
