//! The requests in a paragraph with their addressees, and what its back-references stand for.

use crate::document;
use crate::model::{self, Force};
use std::ops::Range;

use super::clause::Limbs;
use super::collector::Collector;
use super::context::Context;
use super::heads;
use super::mention::{Kind, Mention};
use super::named::Named;
use super::organ::Organ;
use super::party::{Ask, Party};
use super::reference;
use super::speaker;
use super::token::{Places, Token, sentences};
use super::verb::Tense;

/// The signs with which the lines of a list begin.
const BULLETS: [char; 9] = ['•', '●', '▪', '■', '◦', '·', '–', '—', '-'];

impl Collector<'_> {
    /// Resolved back-references; the memory is updated with what the paragraph names, word by word.
    pub fn references(&self, context: &mut Context) -> Vec<Mention> {
        let lexicon = self.lexicon;
        let mut found = Vec::new();
        let mut ordered: Vec<&Mention> = self.mentions.iter().collect();
        ordered.sort_by_key(|mention| mention.span.start);
        let doers =
            || ordered.iter().filter(|it| it.kind == Kind::Agency && !Organ::is(it.called()));
        let ending_at =
            |end| doers().find(|doer| doer.span.end == end).and_then(|doer| party(doer));
        let called = |end, noun: &str| {
            let before = doers().take_while(|doer| doer.span.end <= end);
            let is_called = |doer: &&&Mention| self.nouns(doer).iter().any(|own| own == noun);
            before.filter(is_called).last().and_then(|doer| party(doer))
        };
        context.memory.introduce(self.tokens, ending_at, called);
        let own = context.sitting.and_then(|sitting| lexicon.body(sitting.organ.name));
        // Of several bodies of a kind that a paragraph names, that of the document comes first.
        let own = own.filter(|own| ordered.iter().any(|mention| mention.ids == [*own]));
        let mut ordered = ordered.into_iter().peekable();
        let mut has_title = false;
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            while let Some(mention) = ordered.next_if(|mention| mention.span.start < token.end()) {
                if let Some(party) = party(mention) {
                    let mut nouns = self.nouns(mention);
                    if let Some(own) = own.filter(|own| mention.ids != [*own]) {
                        nouns.retain(|noun| !lexicon.nouns(own).contains(noun));
                    }
                    // "The High Commissioner" is the one with this title, before another by an acronym.
                    let is_title = mention.text.contains("High Commissioner")
                        && !mention.text.contains("Office");
                    nouns.retain(|noun| noun != "commissioner" || is_title || !has_title);
                    has_title |= is_title;
                    context.memory.note(&party, nouns, self.is_aside(at));
                }
            }
            let span = self.tokens[reference::first(self.tokens, at)].start..token.end();
            if let Some(party) = context.memory.referent(self.tokens, at)
                && !self.is_taken(&span)
            {
                let (ids, name) = match party {
                    Party::Known(model::Party::Agency(id)) => (vec![id.as_str().to_owned()], None),
                    Party::Unknown(name) => (Vec::new(), Some(name.clone())),
                    Party::Known(model::Party::Group(_)) | Party::State(_) | Party::Speakers => {
                        continue;
                    }
                };
                let mention = self.mention(Kind::Agency, span);
                found.push(Mention { ids, name, is_guess: true, ..mention });
            }
        }
        found
    }

    /// The nouns of the names of who is mentioned, in lower case.
    fn nouns(&self, mention: &Mention) -> Vec<String> {
        match party(mention) {
            Some(Party::Known(model::Party::Agency(id))) => {
                self.lexicon.nouns(id.as_str()).to_vec()
            }
            _ => heads::nouns(mention.called()),
        }
    }

    /// Whether the name that begins at a token follows "by", "with" or an opening bracket.
    fn is_aside(&self, at: usize) -> bool {
        let back = 1 + usize::from(self.tokens.word_before(at, 1) == "the");
        matches!(self.tokens.word_before(at, back), "(" | "by" | "with")
    }

    /// The bodies, groups and countries that the paragraph names, in order, a "State party" among them.
    fn named(&self, references: &[Mention]) -> Vec<Named> {
        let acting = self.mentions.iter().chain(references).filter(|mention| !mention.in_title);
        let named = acting.filter_map(|mention| {
            let party = match mention.kind {
                Kind::Country => Party::State(mention.text.clone()),
                _ => party(mention)?,
            };
            Some(Named { span: mention.span.clone(), party, is_guess: mention.is_guess })
        });
        let parties = self
            .tokens
            .windows(2)
            .filter(|words| words[0].text == "State" && matches!(words[1].text, "party" | "Party"));
        let parties = parties.map(|words| Named {
            span: words[0].start..words[1].end(),
            party: Party::State("State party".to_owned()),
            is_guess: false,
        });
        let mut named: Vec<Named> = named.chain(parties).collect();
        named.sort_by_key(|named| (named.span.start, named.span.end));
        named
    }

    pub fn limbs(
        &self,
        kind: document::Kind,
        references: &[Mention],
        spoken: &[Range<usize>],
        context: &mut Context,
    ) -> Vec<Mention> {
        if !matches!(kind, document::Kind::Body | document::Kind::Item) {
            return Vec::new();
        }
        let with_states = self.named(references);
        let named: Vec<Named> = with_states.iter().filter(|it| !it.is_state()).cloned().collect();
        let is_below = context.chapeau.is_some() || context.headed.is_some();
        let is_bullet = is_below && self.text.starts_with(BULLETS);
        let is_item = kind == document::Kind::Item || self.text.starts_with('(') || is_bullet;
        let limbs = Limbs {
            text: self.text,
            tokens: self.tokens,
            named: &named,
            with_states: &with_states,
            is_item,
            is_asked: context.chapeau.is_some(),
            headed: context.headed.or_else(|| self.is_ordered().then_some(Tense::First)),
            with_preamble: context.preamble,
            silent: spoken,
        };
        let mut found = limbs.find();
        let is_begun = found.first().is_some_and(|(span, _)| limbs.is_opening(span.start));
        self.follow(found.last().map(|(_, ask)| ask), &named, is_item, is_begun, context);
        // "We commit ourselves to: 1. Train", where what leads the list in has no number.
        let is_listed = context.is_numbered && context.chapeau.is_some() && context.is_led;
        let is_item = is_item || is_listed;
        if is_item && !is_begun {
            let first = self.tokens.iter().find(|token| token.is_word() && token.text.len() > 4);
            let span = first.map_or(0..0, |token| token.start..token.end());
            let above = context.chapeau.clone().map(|ask| limbs.asked_of_item(ask));
            found.splice(0..0, above.map(|ask| (span, ask)));
        } else if self.text.ends_with(':') {
            // "Requested WHO to plant. The proposals relate to:" asks nothing of the items.
            let from = sentences(self.text).pop().map_or(0, |sentence| sentence.start);
            let last = found.last().filter(|(span, _)| span.start >= from);
            context.chapeau = last.map(|(_, ask)| ask.clone()).filter(Ask::is_operative);
            context.is_led = !context.has_begun;
        } else if !is_item {
            context.chapeau = None;
        }
        let limb = |(span, ask): (Range<usize>, Ask)| Mention {
            is_guess: ask.is_guess,
            is_speaker: ask.is_spoken,
            ask: Some(ask),
            ..self.mention(Kind::Commitment, span)
        };
        found.into_iter().map(limb).collect()
    }

    /// Notes who speaks in the paragraphs below, and in which form their verbs are, if this paragraph says so.
    fn follow(
        &self,
        last: Option<&Ask>,
        named: &[Named],
        is_item: bool,
        is_begun: bool,
        context: &mut Context,
    ) {
        let is_numbered = context.is_numbered;
        // After a numbered paragraph, "We, the Ministers" is a quotation.
        let is_head = !context.has_begun || context.speakers.is_some();
        context.has_begun |= is_numbered;
        let speakers = speaker::opening(self.text, self.tokens, named, is_numbered);
        let speakers = speakers.filter(|_| is_head);
        if let Some(speakers) = speakers {
            context.speakers.get_or_insert(speakers);
            context.headed = Some(Tense::Third);
        } else if self.text.ends_with(':') {
            context.headed = self.heading(last);
        } else if !is_item && !is_begun {
            // A recital or a numbered paragraph without limbs does not end what the speakers say.
            let goes_on = is_numbered || self.text.ends_with(',');
            context.headed = context.headed.filter(|_| goes_on && context.speakers.is_some());
        }
    }

    /// Whether it is a numbered paragraph that begins with "To": "1. To request WHO to plant".
    fn is_ordered(&self) -> bool {
        let is_number = self.tokens.first().is_some_and(Token::is_number);
        is_number
            && self.tokens.iter().find(|token| token.is_capital()).is_some_and(|to| to.is("To"))
    }

    /// The form of the verbs below a paragraph that ends with a colon and whose last limb is `last`.
    fn heading(&self, last: Option<&Ask>) -> Option<Tense> {
        match last {
            _ if self.tokens.iter().take(4).any(|token| token.text == "We") => Some(Tense::First),
            Some(ask) if matches!(ask.force, Force::Decided | Force::Committed) => {
                Some(Tense::First)
            }
            Some(_) => None,
            None => Some(Tense::Past),
        }
    }
}

/// Who is meant, where a mention is a body or a group.
fn party(mention: &Mention) -> Option<Party> {
    match (mention.kind, mention.ids.first()) {
        (Kind::Agency | Kind::Group, Some(id)) => id.parse().ok().map(Party::Known),
        (Kind::Agency, None) => Some(Party::Unknown(mention.called().to_owned())),
        _ => None,
    }
}
