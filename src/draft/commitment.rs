//! Commitments from the operative clauses of the paper.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cited::Cited;
use super::dates::{DateUse, dates};
use super::party::Parties;
use super::programme::each_once;
use super::request::has;
use super::term::terms;
use super::{Drafter, texts};
use crate::document::Paragraph;
use crate::model::{
    Commitment, Date, Document, Force, ForceClass, Id, TO_WRITE, Text, Vocabulary, short_slug,
};
use crate::scan::{Ask, Kind, Mention, Party as Named, Read, outlooks};

/// Whether a mention is a limb of a commitment: it asks or promises something, or affirms it in the words of the paper
/// itself.
pub(super) fn is_operative(mention: &Mention) -> bool {
    mention.ask.as_ref().is_some_and(|ask| {
        let is_own = ask.by.is_empty() && !ask.is_of_text && ask.force != Force::Noted;
        let affirms = ask.force.class() == ForceClass::Affirmation && is_own;
        !ask.is_spoken && (ask.is_operative() || affirms)
    })
}

/// Whether a limb asks in the passive and neither its paragraph nor the paper says in which instrument: "UNODC was
/// invited as an observer".
pub(super) fn is_unsourced(read: &Read, text: &str, mentions: &[Mention], limb: &Mention) -> bool {
    let is_passive = ["was", "were", "been"]
        .iter()
        .any(|be| text[..limb.span.start].trim_end().ends_with(&format!(" {be}")));
    let end = limb.span.end;
    let names_asker = mentions.iter().any(|it| {
        it.kind == Kind::Agency
            && text.get(end..it.span.start).is_some_and(|it| it.len() < 9 && it.starts_with(" by "))
    });
    let cites = mentions.iter().any(|it| it.kind == Kind::Symbol && it.span.start < end);
    let is_of_speakers = read.enacted_by.is_some() || read.speakers.is_some();
    is_passive
        && !is_of_speakers
        && !names_asker
        && !cites
        && limb.ask.as_ref().is_some_and(|ask| ask.by.is_empty())
}

impl Drafter<'_> {
    pub(super) fn commitments(&mut self) {
        let passages = self.passages;
        let mut led = None;
        for (passage, own) in passages.iter().zip(&self.read.mentions) {
            let paragraph = passage.paragraph;
            if !self.cites(paragraph) {
                continue;
            }
            let text = paragraph.text.as_str();
            let is_limb =
                |it: &&Mention| is_operative(it) && !is_unsourced(self.read, text, own, it);
            let limbs: Vec<&Mention> = own.iter().filter(is_limb).collect();
            // What leads a list in is asked item by item.
            let from = || outlooks(text, own).pop().map_or(0, |sentence| sentence.span.start);
            let leads = passage.leads && limbs.last().is_some_and(|limb| limb.span.start >= from());
            let mut last: Option<(Cited, &Mention)> = None;
            for (nth, mention) in limbs.iter().enumerate() {
                let Some(ask) = &mention.ask else { continue };
                let cited = self.cited(text, own, mention).or_else(|| {
                    let (cited, first) = last.as_ref()?;
                    cited.going_on(text, first, mention)
                });
                last = cited.clone().map(|cited| (cited, *mention)).or(last);
                if leads && nth + 1 == limbs.len() {
                    led = Some((paragraph.label.as_str(), ask, cited));
                    continue;
                }
                let until = limbs.get(nth + 1).map_or(text.len(), |next| next.span.start);
                let words = text.get(mention.span.start..until).unwrap_or_default();
                let cited = cited.or_else(|| led_in(paragraph, ask, led.as_ref()?));
                self.commitment(paragraph, ask, cited, words, opening(text, &limbs, mention));
            }
        }
    }

    /// The record of a limb, of which these are the words from its verb on.
    fn commitment(
        &mut self,
        paragraph: &Paragraph,
        ask: &Ask,
        cited: Option<Cited>,
        words: &str,
        opening: Opening,
    ) {
        let place = short_slug(&paragraph.label);
        let wanted = format!("{}-para-{place}-{}", self.options.id, ask.force.word());
        let dataset = self.dataset;
        let id = self.free(&wanted, |id| dataset.find::<Commitment>(id).is_some());
        let label = Text::new(&paragraph.label);
        let (Ok(id), Ok(label), Ok(statement)) = (Id::new(&id), label, Text::new(TO_WRITE)) else {
            return;
        };
        let mut review: Vec<&str> = Vec::new();
        let is_sure = cited.as_ref().is_some_and(|cited| cited.is_sure);
        let cited = cited.map(|cited| cited.id);
        let parties = self.parties(ask, cited.as_ref(), is_sure, opening);
        review.extend(self.open_parties(&parties, opening, cited.is_some()));
        review.extend(open_instrument(ask, cited.is_some(), is_sure));
        if asks_twice(words) {
            review.push("Does it ask for more than one thing? Then make a record of each.");
        }
        let is_affirmation = ask.force.class() == ForceClass::Affirmation;
        let (due, question) = if is_affirmation { (None, None) } else { due(words) };
        review.extend(question.as_deref());
        let stated = cited.as_ref().and_then(|id| self.stated(ask, id, paragraph));
        review.extend(stated.as_deref());
        let (pillar, filed_by) = self.filing(paragraph.heading.as_deref());
        let repeated = self.repeated(ask);
        review.extend(repeated.as_deref());
        self.sentence("commitment", id.as_str(), &paragraph.label, &paragraph.text);
        self.records.commitments.push(Commitment {
            id,
            statement,
            force: ask.force,
            made_by: parties.made_by,
            addressed_to: parties.addressed_to,
            sources: self.citation(&label).into_iter().collect(),
            instrument_paragraph: Some(label).filter(|_| cited.is_none()),
            instrument: cited.or_else(|| Some(self.options.id.clone())),
            pillar,
            filed_by,
            due,
            untracked: None,
            reported_elsewhere: None,
            repeats: Vec::new(),
            remark: None,
            review: texts(review),
            evidence: Vec::new(),
            external: Vec::new(),
            former_ids: Vec::new(),
        });
    }

    /// What is asked about the parties of one commitment; of the makers of many it is asked once, at the document.
    fn open_parties(
        &mut self,
        parties: &Parties,
        opening: Opening,
        is_cited: bool,
    ) -> Vec<&'static str> {
        let mut open = Vec::new();
        if !parties.is_maker_known && opening == Opening::Verb && !is_cited {
            self.assumes_maker = true;
        } else if !parties.is_maker_known {
            open.push("Who asks or promises it? Correct `made_by`.");
        }
        if parties.is_addressee_open {
            open.push("Who is addressed? Complete `addressed_to`.");
        }
        open
    }

    /// The commitments of the instrument that are asked of the same with the same force, nearest in their words first:
    /// perhaps the paper only states one of them again.
    fn stated(&self, ask: &Ask, cited: &Id<Document>, paragraph: &Paragraph) -> Option<String> {
        let parties: Vec<&str> = ask.parties.iter().filter_map(Named::known).collect();
        let is_same = |known: &&Commitment| {
            let those =
                if known.addressed_to.is_empty() { &known.made_by } else { &known.addressed_to };
            known.instrument.as_ref() == Some(cited)
                && known.force == ask.force
                && (parties.is_empty()
                    || those.iter().any(|party| parties.contains(&party.as_str())))
        };
        let words = content(&paragraph.text);
        let shared = |known: &Commitment| content(&known.statement).intersection(&words).count();
        let known = self.dataset.records().commitments.iter().filter(is_same);
        let mut known: Vec<(usize, &str)> =
            known.map(|known| (shared(known), known.id.as_str())).collect();
        known.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        let ids: Vec<&str> = known.iter().take(3).map(|(_, id)| *id).collect();
        let more = match known.len() - ids.len() {
            0 => String::new(),
            more => format!(" (and {more} more of the same force)"),
        };
        let (ids, document, label) = (ids.join(", "), &self.options.id, &paragraph.label);
        (!ids.is_empty()).then(|| {
            format!(
                "Is it one of these? {ids}{more}. Then delete this record, and add {{document: {document}, \
                 paragraph: \"{label}\"}} to the `sources` of that one."
            )
        })
    }

    /// The commitments of the earlier edition that ask the same of the same: perhaps it repeats one.
    fn repeated(&self, ask: &Ask) -> Option<String> {
        let parties: Vec<&str> = ask.parties.iter().filter_map(Named::known).collect();
        let is_same = |(force, known): &(Force, Vec<String>)| {
            *force == ask.force && known.iter().any(|known| parties.contains(&known.as_str()))
        };
        let entries = self.since.iter().flat_map(|ledger| &ledger.entries);
        let same = entries.filter(|entry| {
            entry.kind == Kind::Commitment && entry.ask.as_ref().is_some_and(is_same)
        });
        let mut found = each_once(same.map(|entry| entry.id.as_str()));
        found.truncate(3);
        let question = || format!("Does it repeat one of these? {}", found.join(", "));
        (!found.is_empty()).then(question)
    }
}

/// How the sentence of a limb begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// "We reaffirm".
    We,
    /// The verb of a limb: "Also requests UNODC to report, and invites WHO".
    Verb,
    /// Something else.
    Other,
}

fn opening(text: &str, limbs: &[&Mention], limb: &Mention) -> Opening {
    let start = text[..limb.span.start].rfind(". ").map_or(0, |stop| stop + 2);
    let is_verb = |first: &&Mention| {
        let before = text.get(start..first.span.start).map(str::trim_end);
        // Nothing, or one of these words.
        before.is_some_and(|before| has(" Also Further Strongly Again", before))
    };
    if text[start..].starts_with("We ") {
        Opening::We
    } else if limbs.iter().any(is_verb) {
        Opening::Verb
    } else {
        Opening::Other
    }
}

/// What is asked about the instrument of a commitment: what somebody else asked stands in a text of its own.
fn open_instrument(ask: &Ask, is_cited: bool, is_sure: bool) -> Vec<&'static str> {
    let mut open = Vec::new();
    if is_cited {
        open.push("In which of its paragraphs? Add `instrument_paragraph`.");
    }
    if !is_sure && (is_cited || !ask.by.is_empty() || ask.is_of_text) {
        open.push("In which instrument? Correct `instrument`.");
    }
    open
}

/// The document that contains an item, if the item continues the limb that introduces its list.
fn led_in(item: &Paragraph, ask: &Ask, led: &(&str, &Ask, Option<Cited>)) -> Option<Cited> {
    let (label, lead, cited) = led;
    let is_below = item.label.strip_prefix(label).is_some_and(|rest| rest.starts_with(" ("));
    cited.clone().filter(|_| is_below && ask == *lead)
}

/// When a limb is due, or what has to be asked about the dates in its words.
fn due(words: &str) -> (Option<Date>, Option<String>) {
    let words = words.find(". ").map_or(words, |end| &words[..end]);
    let dates = dates(words);
    let terms = terms(words);
    let mut due = dates.iter().filter(|when| when.stand == DateUse::By);
    match (due.next(), due.next()) {
        (Some(only), None) if terms.is_empty() => (Some(only.date), None),
        _ if dates.is_empty() && terms.is_empty() => (None, None),
        _ => {
            let dates = dates.iter().filter(|when| when.stand != DateUse::Past);
            let dates = dates.map(|when| when.span.clone());
            let dates = dates.filter(|date| terms.iter().all(|term| !term.contains(&date.start)));
            let mut spans: Vec<Range<usize>> = dates.chain(terms.iter().cloned()).collect();
            spans.sort_by_key(|span| span.start);
            let named: Vec<&str> = spans.into_iter().map(|span| &words[span]).collect();
            let question = format!("When is it due? The sentence names {}.", named.join("; "));
            (None, Some(question).filter(|_| !named.is_empty()))
        }
    }
}

/// Whether a limb goes on with a second act: "to convene a meeting, and to submit a report".
fn asks_twice(words: &str) -> bool {
    let sentence = words.find(". ").map_or(words, |end| &words[..end]);
    let is_act = |(at, joint): (usize, &str)| {
        let next = sentence[at + joint.len()..].split(' ').next().unwrap_or_default();
        next.len() > 2
            && next.starts_with(char::is_lowercase)
            && !matches!(next, "the" | "this" | "that" | "these" | "their" | "all")
    };
    let first = sentence.find(" to ").unwrap_or(sentence.len());
    let mut second =
        [" and to ", " as well as to "].iter().flat_map(|it| sentence.match_indices(it));
    second.any(|found| found.0 > first && is_act(found))
}

/// The words of a text that tell what it is about.
pub(super) fn content(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 4);
    words.map(str::to_lowercase).collect()
}
