//! The paragraphs of the paper as a draft reads them: an item after the sentence that introduces
//! its list, and without those who take no part.

use std::collections::BTreeMap;
use std::ops::Range;

use super::aside::asides;
use super::commitment::{is_operative, is_unsourced};
use super::excluded::excluded;
use super::sentence::identity;
use crate::document::{Kind as PaperKind, Paragraph};
use crate::scan::{Kind, Mention, Outlook, Read, clauses, outlooks};

/// The longest sentence, in bytes, that introduces a list.
const LONGEST: usize = 2000;

/// A paragraph as it is read.
pub(super) struct Passage<'a> {
    pub paragraph: &'a Paragraph,
    /// Its text; of an item, the sentence that leads its list in goes before it.
    pub text: String,
    /// All that the text mentions.
    pub all: Vec<Mention>,
    /// Those of them that take part in the work; see [`excluded`].
    pub mentions: Vec<Mention>,
    /// Its clauses.
    pub clauses: Vec<Outlook>,
    /// The clauses that tell what others did.
    pub asides: Vec<Range<usize>>,
    /// Bodies and countries named only in those clauses; a question asks about them.
    pub others: Vec<Mention>,
    /// Its sentences, without one that introduces a list: that one is read with the items.
    pub outlooks: Vec<Outlook>,
    /// Requests by an unnamed body, outside any instrument.
    pub unsourced: Vec<usize>,
    /// Whether a list follows that its last sentence leads in.
    pub leads: bool,
    /// Whether it is an item that says of itself that it was not done, whatever leads its list in.
    pub is_denied: bool,
}

impl Passage<'_> {
    /// Whether a limb in it asks for something or promises it.
    pub fn asks(&self) -> bool {
        self.all.iter().any(is_operative)
    }

    /// Whether a body, a programme or a country is named.
    pub fn names_somebody(&self) -> bool {
        let kinds = [Kind::Agency, Kind::Programme, Kind::Country];
        self.all.iter().any(|mention| kinds.contains(&mention.kind) && !mention.in_title)
    }
}

/// The paragraphs of a paper in order.
pub(super) fn passages(read: &Read) -> Vec<Passage<'_>> {
    // The words that lead in the items below each paragraph, by its label.
    let mut leads: BTreeMap<&str, (String, Vec<Mention>)> = BTreeMap::new();
    let mut passages = Vec::new();
    for (nth, (paragraph, own)) in read.paragraphs().enumerate() {
        let above = paragraph.label.rsplit_once(" (").map(|(above, _)| above);
        let lead = above.and_then(|above| leads.get(above));
        let mut passage = passage(read, paragraph, own, lead);
        let below = read.paper.paragraphs[nth + 1..].iter().zip(&read.mentions[nth + 1..]);
        let mut items =
            below.map_while(|(item, named)| is_item_of(item, paragraph).then_some(named));
        let first = items.next();
        passage.leads = first.is_some();
        // The items tell of the work, and it does not, where they name somebody or something.
        let is_told_below = first.into_iter().chain(items).flatten().any(names_something);
        let lead = if is_told_below { lead_in(&passage) } else { None };
        leads.remove(paragraph.label.as_str());
        if let Some(lead) = lead {
            leads.insert(&paragraph.label, lead);
            remove_lead_in(&mut passage);
        }
        passages.push(passage);
    }
    passages
}

/// Whether a mention is of somebody, of some work, a place or a number.
fn names_something(mention: &Mention) -> bool {
    !mention.in_title && !matches!(mention.kind, Kind::Commitment | Kind::Symbol | Kind::Group)
}

fn passage<'a>(
    read: &Read,
    paragraph: &'a Paragraph,
    own: &[Mention],
    lead: Option<&(String, Vec<Mention>)>,
) -> Passage<'a> {
    let (mut text, mut all) = lead.cloned().unwrap_or_default();
    let from = text.len();
    text.push_str(&paragraph.text);
    let (dropped, own): (Vec<&Mention>, Vec<&Mention>) =
        own.iter().partition(|it| is_operative(it) && is_unsourced(read, &paragraph.text, own, it));
    let unsourced = dropped.into_iter().map(|limb| limb.span.end + from).collect();
    let own: Vec<Mention> = own.into_iter().cloned().collect();
    all.extend(own.iter().map(|mention| shifted(mention, from)));
    let sentences = outlooks(&text, &all);
    let clauses = clauses(&text, &all);
    let is_apart = excluded(&text, &all, &sentences, &clauses);
    let part = all.iter().zip(is_apart).filter(|(_, is_apart)| !is_apart);
    let mut mentions: Vec<Mention> = part.map(|(mention, _)| mention.clone()).collect();
    let asides = asides(&text, &all, &mentions, &sentences);
    let others = set_aside(&mut mentions, &asides);
    let is_own = |it: &Mention| it.span.start >= from;
    for (kind, most) in [(Kind::Agency, 2), (Kind::Programme, 1)] {
        // An item that tells by itself who acts needs nobody else.
        let tells = |it: &&Mention| is_own(it) && it.kind == kind && !it.is_guess;
        if mentions.iter().filter(tells).count() >= most {
            mentions.retain(|it| is_own(it) || it.kind != kind);
        }
    }
    mentions.retain(|it| is_own(it) || it.kind != Kind::Figure);
    let said = if lead.is_some() { outlooks(&paragraph.text, &own) } else { Vec::new() };
    let is_denied =
        said.iter().any(|it| it.is_denied) && !said.iter().any(|it| it.is_done || it.is_planned);
    Passage {
        paragraph,
        text,
        all,
        mentions,
        clauses,
        asides,
        others,
        outlooks: sentences,
        unsourced,
        leads: false,
        is_denied,
    }
}

/// Takes out what the clauses about something else name, and returns the bodies and countries named nowhere else.
fn set_aside(mentions: &mut Vec<Mention>, asides: &[Range<usize>]) -> Vec<Mention> {
    let is_main = |it: &Mention| !asides.iter().any(|aside| aside.contains(&it.span.start));
    let (kept, mut others): (Vec<Mention>, Vec<Mention>) = mentions.drain(..).partition(is_main);
    let is_named = |it: &Mention| kept.iter().any(|kept| identity(kept) == identity(it));
    others.retain(|it| matches!(it.kind, Kind::Agency | Kind::Country) && !is_named(it));
    *mentions = kept;
    others
}

/// Leaves the last sentence of a paragraph to the items that it leads in, unless it has figures of its own.
fn remove_lead_in(passage: &mut Passage) {
    let Some(last) = passage.outlooks.pop().map(|outlook| outlook.span) else { return };
    let is_led = |mention: &Mention| mention.span.start >= last.start;
    if !passage.mentions.iter().any(|it| is_led(it) && it.kind == Kind::Figure) {
        passage.mentions.retain(|mention| !is_led(mention));
    }
}

/// The sentence that leads in the items below, with what it mentions.
fn lead_in(passage: &Passage) -> Option<(String, Vec<Mention>)> {
    let last = passage.outlooks.last()?.span.clone();
    let words = Some(passage.text[last.clone()].trim_start()).filter(|it| it.len() < LONGEST)?;
    let start = last.end - words.len();
    let named = passage.all.iter().filter(|mention| mention.span.start >= start);
    let moved = |mention: &Mention| {
        let span = mention.span.start - start..mention.span.end - start;
        Mention { span, ..mention.clone() }
    };
    Some((format!("{words} "), named.map(moved).collect()))
}

fn shifted(mention: &Mention, by: usize) -> Mention {
    let span = mention.span.start + by..mention.span.end + by;
    Mention { span, ..mention.clone() }
}

/// Whether a paragraph is an item of the list that the one above leads in.
fn is_item_of(item: &Paragraph, above: &Paragraph) -> bool {
    let rest = item.label.strip_prefix(above.label.as_str());
    item.kind == PaperKind::Item
        && above.text.trim_end().ends_with(':')
        && rest.is_some_and(|rest| rest.starts_with(" ("))
}
