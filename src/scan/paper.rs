//! A paper that was read, with what its paragraphs mention.

use super::lexicon::Lexicon;
use super::mention::{Mention, Passage, Place, Source};
use super::scanner::Scanner;
use super::state::Options;
use crate::document::{self, Paper, Paragraph};

/// A paper and what each of its paragraphs mentions.
#[derive(Debug)]
pub struct Read {
    /// The paper.
    pub paper: Paper,
    /// What each paragraph mentions, references back included as guesses.
    pub mentions: Vec<Vec<Mention>>,
}

impl Read {
    /// The paragraphs, each with what it mentions.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&Paragraph, &[Mention])> {
        self.paper.paragraphs.iter().zip(self.mentions.iter().map(Vec::as_slice))
    }
}

/// Finds what the paragraphs of a paper mention.
pub fn read(paper: Paper, lexicon: &Lexicon, preamble: bool) -> Read {
    let passages: Vec<Passage> = paper
        .paragraphs
        .iter()
        .map(|paragraph| Passage { place: place(paragraph.kind), text: &paragraph.text })
        .collect();
    let source = Source { symbol: paper.symbol.as_deref(), passages: &passages };
    let options = Options { references: true, preamble };
    let mentions = Scanner::new(lexicon, options).scan(&source);
    Read { paper, mentions }
}

fn place(kind: document::Kind) -> Place {
    match kind {
        document::Kind::Title | document::Kind::Heading => Place::Heading,
        document::Kind::Body => Place::Body,
        document::Kind::Item => Place::Item,
        document::Kind::Footnote => Place::Footnote,
        document::Kind::Cell => Place::Cell,
    }
}
